"""Inline markdown of a module -> phrasing content, with every link, picture and passage noted at its place."""

import re
import xml.etree.ElementTree as etree
from collections.abc import Callable, Iterable

from builder.model.assessment import Fragment
from builder.model.diagnostics import Diagnostic, Span
from builder.model.rules import fault
from builder.model.source_facts import Heading, Link, Passage, Picture, Table
from builder.read.files.source import Source
from builder.read.ids import Ids
from builder.read.language_tags import is_language, meant_language, near_language
from builder.read.links import Addresses
from builder.read.markdown.attributes import Attributes
from builder.read.markdown.blocks import Definitions, Line, typed_column
from builder.read.markdown.figures import ALONE, NEAR_DECORATIVE
from builder.read.markdown.glossary_links import TermLinker
from builder.read.markdown.inline import SPECIAL, Inline, InlineEngine
from builder.read.markdown.line_map import STEP
from builder.read.markdown.typography import typeset

NEW_TAB = "<!--new-tab-->"
"""Stands where a link says that it opens a new tab, in the page's language."""
CODE = "\ufffc"
"""Stands for a piece of code in a passage: the rules speak of words."""
LANGUAGE_HINT = "Write the tag of the language: {lang=cy} for Welsh, {lang=fr} for French."
"""When nobody can tell which language was meant."""
_ITALICS = re.compile(r"<em>.*?</em>", re.DOTALL)
_CODE = re.compile(r"(`+)(?!`).*?(?<!`)\1(?!`)")
_TAG = re.compile(r"<[^>]*>")
_SLANTED = ("<em>", "<strong><em>")
_DECORATIVE = re.compile(r"^\{\s*decorative\s*\}")


class PhrasingWriter:
    """Writes the inline content of one module and gathers what the rules will ask about (HTML 3.2.5.2.5)."""

    def __init__(
        self,
        source: Source,
        module: str,
        language: str,
        engine: InlineEngine,
        addresses: Addresses,
        ids: Ids,
        definitions: Definitions,
    ) -> None:
        self.source = source
        self.parts: list[Source] = []
        self.module = module
        self.language = language
        self.engine = engine
        self.addresses = addresses
        self.ids = ids
        self.definitions = definitions
        self.diagnostics: list[Diagnostic] = []
        self.headings: list[Heading] = []
        self.links: list[Link] = []
        self.pictures: list[Picture] = []
        self.tables: list[Table] = []
        self.passages: list[Passage] = []
        self.italics: list[Passage] = []
        self.sources = {source.path: source.lines}
        self.anchors: list[str] = []
        self.notes: list[str] = []
        self.terms: TermLinker | None = None
        self.linking = False
        words = sorted(definitions.abbreviations, key=len, reverse=True)
        self._abbreviations = re.compile(r"(?<!\w)(" + "|".join(map(re.escape, words)) + r")(?!\w)") if words else None
        engine.define(definitions.references)

    def fault(self, rule: str, line: int, column: int, message: str, hint: str, length: int = 1) -> None:
        """Note a fault of the module or of a fragment in it."""
        column = typed_column(self.excerpt(line), column)
        source, line = self.at(line)
        self.diagnostics.append(source.fault(rule, line, column, message, hint, length))

    def at(self, line: int) -> tuple[Source, int]:
        """The file that a line was written in, and its number there: fragments have numbers of their own (`Assembly`)."""
        return (self.source, line) if line < STEP else (self.parts[line // STEP - 1], line % STEP)

    def span(self, line: int, column: int, length: int = 1) -> Span:
        """A place of the module or of a fragment in it."""
        if length > 1:  # something that was searched for, and not the beginning of a block
            column = typed_column(self.excerpt(line), column)
        source, line = self.at(line)
        return Span(source.path, line, column, max(1, length))

    def excerpt(self, line: int) -> str:
        """A line as it was written."""
        source, line = self.at(line)
        return source.lines[line - 1] if 0 < line <= len(source.lines) else ""

    def inline(self, lines: list[Line]) -> str:
        """Lines of a block -> HTML."""
        return self.fragment(lines).html

    def fragment(self, lines: list[Line], kind: str = "words") -> Fragment:
        """Lines of a block -> HTML and plain text, noted for the rules as a passage of that kind."""
        text = lines[0].text if len(lines) == 1 else "\n".join([line.text for line in lines])
        linker = self.terms if self.linking and kind == "paragraph" else None
        if linker and not linker.finds(typeset(text, self.language)):
            linker = None
        if not linker and not SPECIAL.search(text) and not (self._abbreviations and self._abbreviations.search(text)):
            words = typeset(text, self.language)
            uneven = "\n" in words or "  " in words or "\t" in words or "\xa0" in words
            plain = " ".join(words.split()) if uneven else words.strip()
            self._note_passage(kind, plain, lines)
            return Fragment(words, plain)  # nothing to escape: the signs of HTML are among the special ones
        read = self.engine.read(text)
        locate = _Locator(lines)
        self._refuse(read, locate)
        for raw, attributes in read.braces:
            place = locate(raw)
            if attributes.problem or attributes.id or set(attributes.options) != {"lang"}:
                meant = meant_language(raw)
                hint = f"Write {{lang={meant}}}." if meant else LANGUAGE_HINT
                self.fault("STR-018", *place, f"{raw} says nothing that is known here", hint, len(raw))
            else:
                self.known_language(attributes, *place)
        if "<!--" in text and "\\<!--" not in text and "<!--" in self.engine.words(read.root, code=CODE):
            self.open_comment(*locate("<!--"))
        pictures = len(self.pictures)
        self._settle(read.root, locate)
        if linker:
            linker.link(read.root)
        html, plain = self.engine.write(read.root), self.engine.words(read.root)
        if len(self.pictures) > pictures and not (kind == "paragraph" and ALONE.match(html)):
            self._refuse_captions(self.pictures[pictures:])
        said = self.engine.words(read.root, code=CODE) if "<code" in html else plain
        self._note_passage(kind, said, lines)
        if html.startswith(_SLANTED) and said and lines and _is_slanted(html):
            self.italics.append(self.passages[-1])
        return Fragment(html, plain)

    def _refuse(self, read: Inline, locate: "_Locator") -> None:
        """HTML that cannot be used, languages in it that do not exist, and variables that are not known."""
        for tag in read.tags:
            if not tag.startswith("</"):
                self.fault("A12", *locate(tag), *raw_html(tag), len(tag))
        for raw, tag in read.languages:
            self.known_language(Attributes(options={"lang": tag}), *locate(raw))
        for raw in read.variables:
            whole = raw.startswith("{{") and raw.endswith("}}")
            place = locate(raw) if whole else locate.alone(raw)
            self.fault("VAR-001", *place, *self.engine.variables.problem(raw), len(raw))

    def open_comment(self, line: int, column: int) -> None:
        """A comment that begins here and does not end."""
        hint = "Put --> where the comment ends."
        self.fault("STR-042", line, column, "this comment is never closed, so learners would read it", hint, 4)

    def known_language(self, attributes: Attributes, line: int, column: int) -> str:
        """The `lang` of braces; a fault when it is no tag of a language."""
        given = attributes.options.get("lang", "")
        if "lang" in attributes.options and not attributes.problem and not is_language(given):
            near = near_language(given)
            hint = f"Write {{lang={near}}}." if near else LANGUAGE_HINT
            self.fault("STR-018", line, column, f'"{given}" is not the tag of a language', hint)
        return given

    def _refuse_captions(self, pictures: Iterable[Picture]) -> None:
        """Pictures in a sentence, a heading or a cell."""
        for picture in pictures:
            if picture.caption:
                message = "only a picture that stands alone has a caption: here one could see it with a mouse alone"
                hint = "Put the picture into a paragraph of its own, or write the words of the caption into the text."
                self.diagnostics.append(fault("PIC-001", picture.span, message, hint, picture.excerpt))

    def _note_passage(self, kind: str, text: str, lines: list[Line]) -> None:
        if text and lines:
            first, path, last = lines[0], self.source.path, lines[-1].number
            line = first.number
            if line >= STEP:
                path, line, last = self.parts[line // STEP - 1].path, line % STEP, last % STEP
            self.passages.append(Passage(kind, text, path, line, first.column, last))

    def _plain(self, text: str) -> str:
        if not SPECIAL.search(text):
            return typeset(text, self.language)
        noted, slanted = len(self.passages), len(self.italics)
        plain = self.fragment([Line(1, 1, text)]).text
        del self.passages[noted:], self.italics[slanted:]
        return plain

    def _settle(self, element: etree.Element, locate: "_Locator") -> None:
        """Resolve addresses, set quotes, mark abbreviations, in document order."""
        self._text(element, locate)
        previous: etree.Element | None = None
        for child in list(element):
            if child.tag == "code":
                pass
            elif child.tag == "a":
                self._settle(child, locate)
                self._link(child, locate)
            elif child.tag == "img":
                self._image(child, locate)
            elif child.tag == "sup" and child.get("class") == "note":
                self._note(child, locate)
            else:
                self._settle(child, locate)
            previous = child
            self._tail(element, previous)

    def _text(self, element: etree.Element, locate: "_Locator") -> None:
        if element.text and element.tag != "code":
            words = typeset(element.text, self.language)
            element.text = words
            self._mark(element, words, self._set_text(element), 0)

    def _tail(self, parent: etree.Element, child: etree.Element) -> None:
        if child.tail:
            before = ("".join(child.itertext()) or child.get("alt") or " ")[-1]
            words = typeset(child.tail, self.language, before)
            child.tail = words
            self._mark(parent, words, self._set_tail(child), list(parent).index(child) + 1)

    @staticmethod
    def _set_text(element: etree.Element) -> Callable[[str], None]:
        def put(words: str) -> None:
            element.text = words

        return put

    @staticmethod
    def _set_tail(element: etree.Element) -> Callable[[str], None]:
        def put(words: str) -> None:
            element.tail = words

        return put

    def _mark(self, parent: etree.Element, words: str, put: Callable[[str], None], position: int) -> None:
        """Wrap abbreviations that the module explains; their first words are put back by `put`."""
        if self._abbreviations is None or parent.tag == "abbr":
            return
        pieces = self._abbreviations.split(words)
        if len(pieces) == 1:
            return
        put(pieces[0])
        for number in range(1, len(pieces), 2):
            element = etree.Element("abbr", {"title": self.definitions.abbreviations[pieces[number]]})
            element.text = pieces[number]
            element.tail = pieces[number + 1]
            parent.insert(position, element)
            position += 1

    def _link(self, element: etree.Element, locate: "_Locator") -> None:
        address = element.get("href") or ""
        line, column = locate(address)
        resolved = self.addresses.link(address)
        if resolved.problem:
            self.fault(*_at(resolved.problem, line, column), len(address))
            element.set("href", "#" + self.module)
            return
        element.set("href", resolved.target)
        text = self.engine.words(element)
        self.links.append(Link(resolved.target, text, self.span(line, column, len(address)), self.excerpt(line)))
        if resolved.external:
            # An LMS shows the course in a frame, where most other sites refuse to open.
            element.set("target", "_blank")
            element.set("rel", "noopener noreferrer")
            mark = etree.SubElement(element, "span")
            mark.text = self.engine.markdown.htmlStash.store(NEW_TAB)

    def _image(self, element: etree.Element, locate: "_Locator") -> None:
        address = element.get("src") or ""
        line, column = locate(address)
        decorative = bool(element.tail and _DECORATIVE.match(element.tail))
        if not decorative and element.tail and (near := NEAR_DECORATIVE.match(element.tail)):
            message = f"{near[0].strip()} says nothing that is known here"
            self.fault(
                "PIC-002", line, column, message, "Write {decorative} directly behind the picture.", len(address)
            )
            decorative = True
        elif decorative and (element.get("alt") or element.get("title")):
            message = "this picture is said to be decorative, and yet has words: nobody would hear them"
            hint = "Take the words out: ![](file){decorative}, or take {decorative} out."
            self.fault("PIC-002", line, column, message, hint, len(address))
        if decorative:
            element.tail = _DECORATIVE.sub("", element.tail or "")
        resolved = self.addresses.picture(address)
        if resolved.problem or resolved.asset is None:
            if resolved.problem:
                self.fault(*_at(resolved.problem, line, column), len(address))
            return
        asset = resolved.asset
        alt = typeset(element.get("alt") or "", self.language)
        element.set("src", asset.name)
        element.set("alt", "" if decorative else alt)
        element.set("loading", "lazy")
        if asset.width and asset.height:
            element.set("width", str(asset.width))
            element.set("height", str(asset.height))
        place = self.span(line, column, len(address))
        caption = typeset(element.get("title") or "", self.language)
        self.pictures.append(Picture(asset, alt, decorative, place, self.excerpt(line), caption))

    def _note(self, element: etree.Element, locate: "_Locator") -> None:
        label = element.attrib.pop("data-note")
        raw = f"[^{label}]"
        if label not in self.definitions.footnotes:
            for number, line in enumerate(self.source.lines, 1):
                if line.startswith(f"{raw} "):  # each reference to it tells the same, which is shown once
                    hint = f"Write: {raw}: {line[len(raw) :].strip()[:60]}"
                    self.fault(
                        "LNK-002", number, 1, f"the words of a note stand behind {raw} and a colon", hint, len(raw)
                    )
                    return
            hint = f"Add a line `{raw}: words of the note` at the end of the file."
            self.fault("LNK-002", *locate(raw), f"there is no footnote {raw}", hint, len(raw))
            return
        again = label in self.notes
        if not again:
            self.notes.append(label)
        number = self.notes.index(label) + 1
        anchor = etree.SubElement(element, "a", {"href": f"#{self.module}--note-{number}"})
        if not again:
            anchor.set("id", f"{self.module}--noted-{number}")
        anchor.text = str(number)


class _Locator:
    """Finds where in its lines a thing was written; the next one each time the same is asked for."""

    def __init__(self, lines: list[Line]) -> None:
        self.lines = lines
        self.seen: dict[str, tuple[int, int]] = {}

    def __call__(self, needle: str) -> tuple[int, int]:
        """Line and column; the beginning of the block when it cannot be found as written."""
        row, start = self.seen.get(needle, (0, 0))
        first = needle.split("\n")[0]
        for index in range(row, len(self.lines)):
            found = self.lines[index].text.find(first, start if index == row else 0) if first else -1
            if found >= 0:
                self.seen[needle] = (index, found + len(first))
                return self.lines[index].number, self.lines[index].column + found
        return (self.lines[0].number, self.lines[0].column) if self.lines else (1, 1)

    def alone(self, needle: str) -> tuple[int, int]:
        """The same for braces that are not part of doubled or escaped ones, of which one may be missing."""
        end = r"(?!\})" if needle.endswith("}") else r"(?![\w-]|\s*\})"
        pattern = re.compile(rf"(?<![{{\\]){re.escape(needle)}{end}")
        row, start = self.seen.get(pattern.pattern, (0, 0))
        for index in range(row, len(self.lines)):
            text = _CODE.sub(lambda code: " " * len(code[0]), self.lines[index].text)
            if found := pattern.search(text, start if index == row else 0):
                self.seen[pattern.pattern] = (index, found.end())
                return self.lines[index].number, self.lines[index].column + found.start()
        return self(needle)


def _at(problem: tuple[str, str, str], line: int, column: int) -> tuple[str, int, int, str, str]:
    rule, message, hint = problem
    return rule, line, column, message, hint


def raw_html(raw: str) -> tuple[str, str]:
    """What to say of HTML that cannot be used: message and hint."""
    name = re.match(r"</?([a-zA-Z][\w-]*)", raw)
    tag = name[1].lower() if name else ""
    if tag in {"script", "style", "iframe", "object", "embed"}:
        return (
            f"<{tag}> cannot stand in a course: it would not run, and a page of the course loads nothing from elsewhere",
            "Take it out. To show a video, use a `## Watch:` block.",
        )
    return (
        f"the HTML tag {raw.split(chr(10))[0][:40]} cannot be used here",
        "Write it in markdown; to show a tag as it is, put it between backticks.",
    )


def _is_slanted(html: str) -> bool:
    """Whether all words are in italics; the signs between them may stand upright."""
    return not any(map(str.isalnum, _TAG.sub("", _ITALICS.sub("", html))))
