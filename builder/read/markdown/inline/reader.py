"""Inline markdown of a module -> inline content, with every link, picture and passage noted at its place."""

import html
import re
import xml.etree.ElementTree as etree
from collections.abc import Iterable, Iterator

from builder.model import content
from builder.model.content import (
    Abbreviation,
    Code,
    Emphasis,
    Fragment,
    Inline,
    Inlines,
    LineBreak,
    NoteReference,
    Strong,
    Text,
    inline_words,
    inner_content,
)
from builder.model.content import Span as LanguageSpan
from builder.model.diagnostics import Diagnostic, Edit, Fix, Span
from builder.model.rules import fault
from builder.model.source_facts import Heading, Link, Passage, Picture, Table
from builder.read.files.source import Source
from builder.read.ids import Ids
from builder.read.language_tags import is_language, meant_language, near_language
from builder.read.links import Addresses
from builder.read.markdown.attributes import Attributes
from builder.read.markdown.blocks import Definitions, Line, typed_column
from builder.read.markdown.figures import NEAR_DECORATIVE
from builder.read.markdown.inline.engine import InlineEngine, ParsedText
from builder.read.markdown.inline.gap_marks import GAP_MARK
from builder.read.markdown.inline.glossary_links import TermLinker
from builder.read.markdown.inline.html_tags import Tag, nested, read_tag, without_entities
from builder.read.markdown.inline.locator import Locator
from builder.read.markdown.inline.typography import typeset
from builder.read.markdown.line_map import STEP

CODE = "\ufffc"
"""Stands for a piece of code in a passage: the rules speak of words."""
LANGUAGE_HINT = "Write the tag of the language: {lang=cy} for Welsh, {lang=fr} for French."
"""When nobody can tell which language was meant."""
_SPECIAL = re.compile(r"[\\`*_\[\]<>&!{}\uffff]|  \n")
"""What makes a run of text more than words."""
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
        self.gaps: list[int] = []
        self.terms: TermLinker | None = None
        self.linking = False
        words = sorted(definitions.abbreviations, key=len, reverse=True)
        self._abbreviations = re.compile(r"(?<!\w)(" + "|".join(map(re.escape, words)) + r")(?!\w)") if words else None
        engine.define(definitions.references)

    def fault(
        self,
        rule: str,
        line: int,
        column: int,
        message: str,
        hint: str,
        length: int = 1,
        fix: Fix = None,
    ) -> None:
        """Note a fault of the module or of a fragment in it; `fix` as `builder.model.rules.fault` takes it."""
        column = typed_column(self.excerpt(line), column)
        source, line = self.at(line)
        self.diagnostics.append(source.fault(rule, line, column, message, hint, length, fix))

    def swap(self, line: int, column: int, old: str, new: str) -> Edit | None:
        """Replace `old` by `new` at a place of the module or of a fragment; None when something else is written there."""
        column = typed_column(self.excerpt(line), column)
        source, line = self.at(line)
        return source.swap(line, column, old, new)

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

    def inlines(self, lines: list[Line]) -> Inlines:
        """Lines of a block -> inline content."""
        return self.fragment(lines).content

    def fragment(self, lines: list[Line], kind: str = "words") -> Fragment:
        """Lines of a block -> inline content and plain words, noted for the rules as a passage of that kind."""
        text = lines[0].text if len(lines) == 1 else "\n".join([line.text for line in lines])
        linker = self.terms if self.linking and kind == "paragraph" else None
        if linker and not linker.finds(typeset(text, self.language)):
            linker = None
        if not linker and not _SPECIAL.search(text) and not (self._abbreviations and self._abbreviations.search(text)):
            words = typeset(text, self.language)
            uneven = "\n" in words or "  " in words or "\t" in words or "\xa0" in words
            plain = " ".join(words.split()) if uneven else words.strip()
            self._note_passage(kind, plain, lines)
            return Fragment((Text(words),) if words else (), plain)
        parsed = self.engine.parse(text)
        locate = Locator(lines)
        self._refuse(parsed, locate)
        self._refuse_braces(parsed, locate)
        if "<!--" in text and "\\<!--" not in text and _shows_comment(parsed.root):
            self.open_comment(*locate("<!--"))
        pictures = len(self.pictures)
        made = self._content(parsed.root, locate)
        if linker:
            made = linker.link(made)
        if len(self.pictures) > pictures and not (kind == "paragraph" and is_picture_alone(made)):
            self._refuse_captions(self.pictures[pictures:])
        plain = inline_words(made)
        said = inline_words(made, CODE) if "`" in text or "\uffff" in text else plain
        self._note_passage(kind, said, lines)
        if said and lines and _is_slanted(made):
            self.italics.append(self.passages[-1])
        return Fragment(made, plain)

    def _refuse_braces(self, parsed: ParsedText, locate: Locator) -> None:
        """Braces behind `[words]` that say something else than a language."""
        for raw, attributes in parsed.braces:
            place = locate(raw)
            if attributes.problem or attributes.id or set(attributes.options) != {"lang"}:
                meant = meant_language(raw)
                hint = f"Write {{lang={meant}}}." if meant else LANGUAGE_HINT
                fix = (raw, f"{{lang={meant}}}") if meant else None
                self.fault("STR-018", *place, f"{raw} says nothing that is known here", hint, len(raw), fix)
            else:
                self.known_language(attributes, *place)

    def _refuse(self, read: ParsedText, locate: Locator) -> None:
        """HTML that cannot be used, languages in it that do not exist, and variables that are not known."""
        for tag in read.tags:
            if not tag.startswith("</"):
                self.fault("A12", *locate(tag), *raw_html(tag), len(tag))
        for raw, tag in read.languages:
            self.known_language(Attributes(options={"lang": tag}), *locate(raw))
        for raw in read.variables:
            whole = raw.startswith("{{") and raw.endswith("}}")
            place = locate(raw) if whole else locate.alone(raw)
            self.fault("VAR-001", *place, *self.engine.variables.problem(raw), len(raw), self.engine.variables.fix(raw))

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
            fix = self.in_braces(line, column, rf"(?<=[=\s\"'“”‘’]){re.escape(given)}(?![\w-])", near)
            self.fault("STR-018", line, column, f'"{given}" is not the tag of a language', hint, fix=fix)
        return given

    def in_braces(self, line: int, column: int, written: str, meant: str) -> Edit | None:
        """Replace what matches the pattern `written` in the braces at a place; None without `meant` or another text there."""
        text = self.excerpt(line)
        start = typed_column(text, column) - 1
        braces = re.match(r"\{[^{}]*\}", text[start:])
        found = re.search(written, braces[0], re.IGNORECASE) if braces and meant else None
        return self.swap(line, start + found.start() + 1, found[0], meant) if found else None

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

    def _content(self, element: etree.Element, locate: Locator) -> Inlines:
        """What an element holds, in document order: addresses resolved, quotes set, abbreviations marked."""
        items = list(self._marked(element.text, ""))
        for child in element:
            if (made := self._inline(child, locate)) is not None:
                items.append(made)
            items += self._marked(child.tail, _last_sign(made))
        return nested(items)

    def _inline(self, element: etree.Element, locate: Locator) -> Inline | None:
        match element.tag:
            case "em":
                return Emphasis(self._content(element, locate))
            case "strong":
                return Strong(self._content(element, locate))
            case "code":
                return Code(html.unescape(element.text or ""))
            case "br":
                return LineBreak()
            case "a":
                return self._link(element, self._content(element, locate), locate)
            case "img":
                return self._picture(element, locate)
            case "sup":
                return self._note(element.get("label") or "", locate)
        return LanguageSpan(self._content(element, locate), element.get("lang") or "")

    def _marked(self, text: str | None, before: str) -> Iterator[Inline | Tag]:
        """Words of a text as a printer sets them, with its tags, and with the abbreviations that the module explains."""
        if not text:
            return
        words = typeset(text, self.language, before)
        pieces = self._abbreviations.split(words) if self._abbreviations else [words]
        for number, piece in enumerate(pieces):
            if number % 2:
                yield Abbreviation((Text(piece),), self.definitions.abbreviations[piece])
            elif "\x02" in piece:
                yield from self._with_tags(piece)
            else:
                yield from self._with_gaps(piece)

    def _with_tags(self, text: str) -> Iterator[Inline | Tag]:
        for number, piece in enumerate(self.engine.split(text)):
            if number % 2 == 0 or piece.startswith("&"):
                yield from self._with_gaps(without_entities(piece) if number % 2 else piece)
            elif tag := read_tag(piece):
                yield tag

    def _with_gaps(self, text: str) -> Iterator[Inline]:
        for number, piece in enumerate(GAP_MARK.split(text) if "\uffff" in text else [text]):
            if number % 2:
                self.gaps.append(int(piece))
                yield content.Gap(len(self.gaps) - 1)
            elif piece:
                yield Text(piece)

    def _link(self, element: etree.Element, words: Inlines, locate: Locator) -> Inline:
        address = element.get("href") or ""
        title = without_entities(element.get("title") or "")
        line, column = locate(address)
        resolved = self.addresses.link(without_entities(address))
        if resolved.problem:
            fix = self.swap(line, column, address, resolved.meant) if resolved.meant else None
            if address.startswith("lang="):
                fix = self.swap(line, column - 1, f"({address})", f"{{{address}}}")
            self.fault(*_at(resolved.problem, line, column), len(address), fix)
            return content.Link("#" + self.module, words, title)
        text = inline_words(words)
        self.links.append(Link(resolved.target, text, self.span(line, column, len(address)), self.excerpt(line)))
        return content.Link(resolved.target, words, title, resolved.external)

    def _picture(self, element: etree.Element, locate: Locator) -> Inline:
        address = element.get("src") or ""
        line, column = locate(address)
        decorative = bool(element.tail and _DECORATIVE.match(element.tail))
        if not decorative and element.tail and (near := NEAR_DECORATIVE.match(element.tail)):
            message = f"{near[0].strip()} says nothing that is known here"
            hint = "Write {decorative} directly behind the picture."
            behind = self.excerpt(line).find(f"){near[0]}", column - 1)
            fix = self.swap(line, behind + 2, near[0], "{decorative}") if behind >= 0 else None
            self.fault("PIC-002", line, column, message, hint, len(address), fix)
            decorative = True
        elif decorative and (element.get("alt") or element.get("title")):
            message = "this picture is said to be decorative, and yet has words: nobody would hear them"
            hint = "Take the words out: ![](file){decorative}, or take {decorative} out."
            self.fault("PIC-002", line, column, message, hint, len(address))
        if decorative:
            element.tail = _DECORATIVE.sub("", element.tail or "")
        alternative, caption = (without_entities(element.get(name) or "") for name in ("alt", "title"))
        resolved = self.addresses.picture(without_entities(address))
        if resolved.problem or resolved.asset is None:
            if resolved.problem:
                fix = self.swap(line, column, address, resolved.meant) if resolved.meant else None
                self.fault(*_at(resolved.problem, line, column), len(address), fix)
            return content.Picture(address, alternative, caption=caption)
        asset, alternative = resolved.asset, typeset(alternative, self.language)
        place, said = self.span(line, column, len(address)), typeset(caption, self.language)
        self.pictures.append(Picture(asset, alternative, decorative, place, self.excerpt(line), said))
        width, height = (asset.width, asset.height) if asset.width and asset.height else (0, 0)
        return content.Picture(asset.name, "" if decorative else alternative, width, height, caption)

    def _note(self, label: str, locate: Locator) -> Inline | None:
        if label not in self.definitions.footnotes:
            self._refuse_note(f"[^{label}]", locate)
            return None
        first = label not in self.notes
        if first:
            self.notes.append(label)
        return NoteReference(self.notes.index(label) + 1, self.module, first)

    def _refuse_note(self, raw: str, locate: Locator) -> None:
        for number, line in enumerate(self.source.lines, 1):
            if line.startswith(f"{raw} "):  # each reference to it tells the same, which is shown once
                message = f"the words of a note stand behind {raw} and a colon"
                hint = f"Write: {raw}: {line[len(raw) :].strip()[:60]}"
                self.fault("LNK-002", number, 1, message, hint, len(raw), (raw, f"{raw}:"))
                return
        hint = f"Add a line `{raw}: words of the note` at the end of the file."
        self.fault("LNK-002", *locate(raw), f"there is no footnote {raw}", hint, len(raw))


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


def is_picture_alone(inlines: Inlines) -> bool:
    """Whether content is a picture and nothing else."""
    return len(inlines) == 1 and isinstance(inlines[0], content.Picture)


def _shows_comment(root: etree.Element) -> bool:
    """Whether the beginning of a comment is left in the words, code not counted."""
    own = ((element.text if element.tag != "code" else "", element.tail) for element in root.iter())
    return any("<!--" in (text or "") for texts in own for text in texts)


def _is_slanted(inlines: Inlines) -> bool:
    """Whether words begin in italics and all of them are; the signs between them may stand upright."""
    first = inlines[0]
    while isinstance(first, Strong) and first.content:
        first = first.content[0]
    return isinstance(first, Emphasis) and not any(map(str.isalnum, _upright(inlines)))


def _upright(inlines: Inlines) -> Iterator[str]:
    """Every sign that is not in italics; pictures have none."""
    for node in inlines:
        match node:
            case Emphasis():
                pass
            case Text(words=words) | content.TermLink(words=words) | Code(text=words):
                yield from words
            case NoteReference(number=number):
                yield str(number)
            case _:
                yield from _upright(inner_content(node))


def _last_sign(node: Inline | None) -> str:
    """What quotes see before them, behind a piece of content."""
    match node:
        case Text(words=words) | content.TermLink(words=words) | Code(text=words) | content.Picture(alternative=words):
            return words[-1:] or " "
        case NoteReference(number=number):
            return str(number)
        case content.Link(new_tab=True) | content.Gap():
            return "\x03"
        case None:
            return " "
    inner = inner_content(node)
    return _last_sign(inner[-1]) if inner else " "
