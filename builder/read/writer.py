"""Blocks of markdown -> HTML, with every link, picture and heading noted at its place."""

import re
import xml.etree.ElementTree as etree
from collections.abc import Callable, Iterable
from html import escape

from builder.model.assessment import Fragment
from builder.model.course import Heading, Link, Passage, Picture, Table
from builder.model.diagnostics import Diagnostic, Span
from builder.read.addresses import Addresses
from builder.read.attributes import Attributes, trailing_attributes
from builder.read.blocks import Definitions, Line, Node, cells
from builder.read.ids import Ids, slug
from builder.read.inline import SPECIAL, InlineEngine
from builder.read.source import Source
from builder.read.typography import typeset

NEW_TAB = "<!--new-tab-->"
BACK = "<!--back-->"
CODE = "\ufffc"
"""Stands for a piece of code in a passage: the rules speak of words."""
_DECORATIVE = re.compile(r"^\{\s*decorative\s*\}")
_IMAGE_ALONE = re.compile(r"<img [^<>]*>$")
_UNEVEN = ("\n", "  ", "\t", "\xa0")
"""White space that plain text has not; looking for it costs less than taking every line apart."""
_TASK = re.compile(r"^\[[ xX]\](?=\s)")


class Writer:
    """Writes the HTML of one module and gathers what the rules will ask about."""

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
        self.sources = {source.path: source.lines}
        self.anchors: list[str] = []
        self.notes: list[str] = []
        words = sorted(definitions.abbreviations, key=len, reverse=True)
        self._abbreviations = re.compile(r"(?<!\w)(" + "|".join(map(re.escape, words)) + r")(?!\w)") if words else None
        engine.define(definitions.references)

    def fault(self, rule: str, line: int, column: int, message: str, hint: str, length: int = 1) -> None:
        """Note a fault of this file."""
        self.diagnostics.append(self.source.fault(rule, line, column, message, hint, length))

    # Blocks

    def html(self, nodes: Iterable[Node], tight: bool = False) -> str:
        """Blocks -> HTML; in a tight list a paragraph is its words alone."""
        parts: list[str] = []
        caption: Node | None = None
        for node in nodes:
            if node.kind == "paragraph":
                if _is_caption(node):
                    caption = node
                    continue
                parts.append(self._paragraph(node, tight))
            elif node.kind == "table":
                parts.append(self._table(node, caption))
                caption = None
            else:
                parts.append(getattr(self, f"_{node.kind}")(node))
            if caption is not None:
                parts.insert(-1, self._paragraph(caption, tight))
                caption = None
        if caption is not None:
            parts.append(self._paragraph(caption, tight))
        return "\n".join(part for part in parts if part)

    def _paragraph(self, node: Node, tight: bool) -> str:
        lines, attributes = self.braces(node.lines)
        content = self.fragment(lines, "paragraph").html
        language = self.language_of(attributes, node)
        picture = _IMAGE_ALONE.match(content)
        if picture and (title := re.search(r' title="([^"]*)"', content)):
            image = content.replace(title.group(), "")
            return f'<figure class="picture">{image}<figcaption>{title[1]}</figcaption></figure>'
        if tight and not language:
            return content
        kind = ' class="picture"' if picture else ""
        return f"<p{kind}{_lang(language)}>{content}</p>"

    def _heading(self, node: Node) -> str:
        lines, attributes = self.braces(node.lines)
        fragment = self.fragment(lines)
        level = min(6, max(2, node.level))
        self.note_heading(level, fragment.text, node)
        identifier = self.anchor(attributes, fragment.text, node)
        language = self.language_of(attributes, node, allowed=("id",))
        return f'<h{level} id="{identifier}"{_lang(language)}>{fragment.html}</h{level}>'

    def _code(self, node: Node) -> str:
        name = re.match(r"[\w+-]+", node.info)
        kind = f' class="language-{name[0]}"' if name else ""
        plain = "\n".join(line.text for line in node.lines)
        fenced = self.excerpt(node.line).lstrip(" >").startswith(("```", "~~~"))
        self._note_passage("code" if fenced else "indented", plain, node.lines)
        text = escape(plain, quote=False)
        return f"<pre><code{kind}>{text}\n</code></pre>"

    def _quote(self, node: Node) -> str:
        return f"<blockquote>\n{self.html(node.children)}\n</blockquote>"

    def _list(self, node: Node) -> str:
        tag = "ol" if node.ordered else "ul"
        start = f' start="{node.start}"' if node.ordered and node.start != 1 else ""
        items = "\n".join(self._item(item, node.tight) for item in node.children)
        return f"<{tag}{start}>\n{items}\n</{tag}>"

    def _item(self, node: Node, tight: bool) -> str:
        first = node.children[0] if node.children else None
        if first is not None and first.kind == "paragraph" and _TASK.match(first.lines[0].text):
            self.fault(
                "QUE-002",
                first.line,
                first.column,
                "there are tick boxes here, but no question above them",
                "Begin the question with a heading such as `## Quiz: Which of these is right?`",
                3,
            )
        return f"<li>{self.html(node.children, tight)}</li>"

    def _table(self, node: Node, caption: Node | None) -> str:
        identifier = f"{self.module}--table-{node.line}"
        head = self._row(node.rows[0], node.align, "th")
        body = "\n".join(self._row(row, node.align, "td") for row in node.rows[1:])
        if caption is not None:
            first = caption.lines[0]
            words = self.inline([first.cut(re.match(r"Table:\s*", first.text, re.I).end()), *caption.lines[1:]])  # type: ignore[union-attr]
            label, title = f'aria-labelledby="{identifier}"', f'<caption id="{identifier}">{words}</caption>'
        else:
            named = ", ".join(cell.text for cell in node.rows[0] if cell.text)
            label, title = f'aria-label="{escape(self._plain(named))}"', ""
        self.tables.append(Table(len(node.align), self.span(node.line, node.column), self.excerpt(node.line)))
        self._ragged(node)
        if not any(cell.text for cell in node.rows[0]):
            self.fault(
                "A05",
                node.line,
                node.column,
                "this table has no column headings",
                "Write what each column holds into the first row: a screen reader says it with each cell.",
            )
        return (
            f'<div class="table" role="region" tabindex="0" {label}><table>{title}\n<thead>\n{head}\n</thead>\n'
            f"<tbody>\n{body}\n</tbody>\n</table></div>"
        )

    def _ragged(self, node: Node) -> None:
        for row in node.lines:
            count = len(cells(row))
            if count != len(node.align):
                message = f"the head of this table has {_counted(len(node.align))}, and this row {count}"
                hint = "Give every row as many cells as the head; an empty cell is `| |`. A bar inside a cell is `\\|`."
                self.fault("STR-030", row.number, row.column + row.indent, message, hint, len(row.text.strip()))

    def _row(self, row: list[Line], align: tuple[str, ...], tag: str) -> str:
        scope = ' scope="col"' if tag == "th" else ""
        out = []
        for cell, side in zip(row, align, strict=False):
            kind = f' class="align-{side}"' if side in {"right", "center"} else ""
            out.append(f"<{tag}{scope}{kind}>{self.inline([cell]) if cell.text else ''}</{tag}>")
        return f"<tr>{''.join(out)}</tr>"

    def _rule(self, node: Node) -> str:
        return "<hr>"

    def _html(self, node: Node) -> str:
        text = "\n".join(line.text for line in node.lines)
        rest = re.sub(r"<!--.*?-->", "", text, flags=re.DOTALL).strip()
        if rest:
            self.fault("A12", node.line, node.column, *_raw_html(rest), len(rest.split("\n")[0]))
        return ""

    def _definitions(self, node: Node) -> str:
        parts = []
        for child in node.children:
            if child.kind == "term":
                parts.append(f"<dt>{self.inline(child.lines)}</dt>")
            else:
                single = len(child.children) == 1
                parts.append(f"<dd>{self.html(child.children, tight=single)}</dd>")
        return "<dl>\n" + "\n".join(parts) + "\n</dl>"

    # Headings and attributes

    def braces(self, lines: list[Line]) -> tuple[list[Line], Attributes | None]:
        """Take `{...}` off the end of a block."""
        if not lines or not lines[-1].text.endswith("}"):
            return lines, None
        last = lines[-1]
        text, attributes = trailing_attributes(last.text)
        if attributes is None:
            return lines, None
        if attributes.problem:
            self.fault(
                "STR-018",
                last.number,
                last.column + attributes.offset,
                f"these braces cannot be read from {attributes.problem} on",
                "Write {#my-id}, {lang=cy} or {key=value}, with a space between them.",
                len(last.text) - attributes.offset,
            )
        kept = [*lines[:-1], Line(last.number, last.column, text)] if text else lines[:-1]
        return kept, Attributes(attributes.id, attributes.options, attributes.problem, last.column + attributes.offset)

    def language_of(self, attributes: Attributes | None, node: Node, allowed: tuple[str, ...] = ()) -> str:
        """The `lang` that braces give; a fault for everything in them that is not allowed here."""
        if attributes is None:
            return ""
        line = node.last_line
        if attributes.id and "id" not in allowed:
            message = "an id can be given to a heading only"
            self.fault(
                "STR-018", line, attributes.offset, message, f"Put {{#{attributes.id}}} at the end of a heading."
            )
        for key in attributes.options:
            if key != "lang" and key not in allowed:
                self.fault(
                    "STR-018",
                    line,
                    attributes.offset,
                    f'"{key}" is not an option that is known here',
                    "Known here: lang.",
                )
        return attributes.options.get("lang", "")

    def note_heading(self, level: int, text: str, node: Node) -> None:
        """Note a heading for the rules."""
        self.headings.append(Heading(level, text, self.span(node.line, node.column), self.excerpt(node.line)))

    def anchor(self, attributes: Attributes | None, text: str, node: Node) -> str:
        """The id of a plain heading: the author's own, or one made from its words."""
        if attributes is not None and attributes.id:
            problem = self.ids.claim(attributes.id, self.source, node.line, attributes.offset + 2)
            if problem is None:
                self.anchors.append(attributes.id)
                return attributes.id
            self.diagnostics.append(problem)
        identifier = self.ids.free(f"{self.module}-{slug(text) or 'part'}", self.span(node.line, node.column))
        self.anchors.append(identifier)
        return identifier

    def span(self, line: int, column: int, length: int = 1) -> Span:
        """A place of this file."""
        return Span(self.source.path, line, column, max(1, length))

    def excerpt(self, line: int) -> str:
        """A line of this file."""
        return self.source.lines[line - 1] if 0 < line <= len(self.source.lines) else ""

    # Inline content

    def inline(self, lines: list[Line]) -> str:
        """Lines of a block -> HTML."""
        return self.fragment(lines).html

    def fragment(self, lines: list[Line], kind: str = "words") -> Fragment:
        """Lines of a block -> HTML and plain text, noted for the rules as a passage of that kind."""
        text = lines[0].text if len(lines) == 1 else "\n".join([line.text for line in lines])
        if not SPECIAL.search(text) and not (self._abbreviations and self._abbreviations.search(text)):
            words = typeset(text, self.language)
            plain = " ".join(words.split()) if any(space in words for space in _UNEVEN) else words.strip()
            self._note_passage(kind, plain, lines)
            return Fragment(escape(words, quote=False), plain)
        read = self.engine.read(text)
        locate = _Locator(lines)
        for tag in read.tags:
            if not tag.startswith("</"):
                self.fault("A12", *locate(tag), *_raw_html(tag), len(tag))
        for raw, attributes in read.braces:
            if attributes.problem or attributes.id or set(attributes.options) != {"lang"}:
                place = locate(raw)
                self.fault(
                    "STR-018", *place, f"{raw} says nothing that is known here", "Known here: {lang=cy}.", len(raw)
                )
        self._settle(read.root, locate)
        html, plain = self.engine.write(read.root), self.engine.words(read.root)
        self._note_passage(kind, self.engine.words(read.root, code=CODE) if "<code" in html else plain, lines)
        return Fragment(html, plain)

    def _note_passage(self, kind: str, text: str, lines: list[Line]) -> None:
        if text and lines:
            first = lines[0]
            self.passages.append(Passage(kind, text, self.source.path, first.number, first.column, lines[-1].number))

    def _plain(self, text: str) -> str:
        if not SPECIAL.search(text):
            return typeset(text, self.language)
        noted = len(self.passages)
        plain = self.fragment([Line(1, 1, text)]).text
        del self.passages[noted:]
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

    def footnotes(self) -> str:
        """The footnotes that were referred to, as an ordered list; empty when there are none."""
        items: list[str] = []
        for number, label in enumerate(self.notes, 1):  # a note may refer to a further one: the list grows
            content = self.html(self.definitions.footnotes[label].children, tight=True)
            back = f'<a href="#{self.module}--noted-{number}" class="note-back">{BACK}</a>'
            items.append(f'<li id="{self.module}--note-{number}">{content} {back}</li>')
        for label, node in self.definitions.footnotes.items():
            if label not in self.notes:
                raw = f"[^{label}]"
                hint = f"Put {raw} into the text where the note belongs, or delete the note."
                self.fault("LNK-003", node.line, node.column, f"nothing refers to the footnote {raw}", hint, len(raw))
        return '<ol class="notes">\n' + "\n".join(items) + "\n</ol>" if items else ""


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


def _at(problem: tuple[str, str, str], line: int, column: int) -> tuple[str, int, int, str, str]:
    rule, message, hint = problem
    return rule, line, column, message, hint


def _lang(language: str) -> str:
    return f' lang="{escape(language)}"' if language else ""


def _counted(columns: int) -> str:
    return f"{columns} column{'s' * (columns != 1)}"


def _is_caption(node: Node) -> bool:
    return len(node.lines) == 1 and node.lines[0].text.lower().startswith("table:")


def _raw_html(raw: str) -> tuple[str, str]:
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
