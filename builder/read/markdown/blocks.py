"""Lines of markdown -> a tree of blocks, each with its line and column.

Follows the block structure of CommonMark 0.31 (chapters 4 and 5), so that a list does here what it does in every
preview, with the tables of GFM and the footnotes, abbreviations and definition lists of the author's format.
Python-Markdown's own block parser knows neither lines nor columns; this one stands in its place (`prose.py`).
"""

import re
from dataclasses import dataclass, field

DEEPEST = 40
"""Nesting of lists and quotes beyond which a line is plain text; nobody reads a list in a list forty deep."""


@dataclass(slots=True)
class Line:
    """A line, or what is left of it inside its container."""

    number: int
    """Line in the file, counted from 1."""
    column: int
    """Column of the first character of `text`, counted from 1."""
    text: str
    """What is left; leading spaces kept."""
    lazy: bool = False
    """Whether it can only go on with the paragraph above it (CommonMark 5.1, laziness)."""

    @property
    def blank(self) -> bool:
        """Whether nothing but white space is left."""
        return not self.text or self.text.isspace()

    @property
    def indent(self) -> int:
        """Spaces at the start."""
        return len(self.text) - len(self.text.lstrip(" ")) if self.text[:1] == " " else 0

    def cut(self, width: int) -> "Line":
        """The same line without its first `width` characters."""
        return Line(self.number, self.column + width, self.text[width:], self.lazy)

    def stripped(self) -> "Line":
        """The same line without leading spaces."""
        return self.cut(self.indent) if self.text[:1] == " " else self

    def ended(self) -> "Line":
        """The same line without white space at its end."""
        text = self.text.rstrip()
        return self if text is self.text else Line(self.number, self.column, text, self.lazy)

    def continuing(self) -> "Line":
        """The same line as lazy continuation text."""
        return Line(self.number, self.column + self.indent, self.text.lstrip(" "), True)


@dataclass(slots=True)
class Node:
    """A block."""

    kind: str
    """heading, paragraph, code, quote, list, item, table, rule, html, footnote, definitions, term, definition."""
    line: int
    """Where it begins, counted from 1."""
    column: int
    """Where it begins, counted from 1."""
    lines: list[Line] = field(default_factory=list)
    """Inline content of a leaf, or lines of code."""
    children: list["Node"] = field(default_factory=list)
    """Blocks inside."""
    level: int = 0
    """Of a heading."""
    ordered: bool = False
    """Of a list."""
    start: int = 1
    """First number of an ordered list."""
    tight: bool = True
    """Of a list: no blank line between its items."""
    info: str = ""
    """Language of fenced code; label of a footnote; marker of a list item; `setext` of an underlined heading."""
    closed: bool = True
    """Of fenced code: whether the closing fence was there."""
    align: tuple[str, ...] = ()
    """Of a table: `left`, `right`, `center` or empty, a column each."""
    rows: list[list[Line]] = field(default_factory=list)
    """Of a table: the cells, header row first."""
    blank_before: bool = False
    """Whether a blank line stands before it inside its container."""

    @property
    def last_line(self) -> int:
        """The last line that it or anything in it holds."""
        ends = [self.line, *(line.number for line in self.lines[-1:]), *(c.last_line for c in self.children[-1:])]
        ends += [cell.number for row in self.rows[-1:] for cell in row]
        return max(ends)


@dataclass(slots=True)
class Definitions:
    """What a document defines for use elsewhere in it."""

    references: dict[str, tuple[str, str]] = field(default_factory=dict)
    """Label in lower case -> address and title of a link reference."""
    places: dict[str, Line] = field(default_factory=dict)
    """The same labels -> the line of the reference."""
    abbreviations: dict[str, str] = field(default_factory=dict)
    """Abbreviation -> what it stands for."""
    footnotes: dict[str, Node] = field(default_factory=dict)
    """Label -> the footnote."""


_ATX = re.compile(r"^ {0,3}(#{1,6})(?:[ \t]+(.*?))??(?:[ \t]+#+)?[ \t]*$")
_SETEXT = re.compile(r"^ {0,3}(=+|-+)[ \t]*$")
_RULE = re.compile(r"^ {0,3}(?:(?:\*[ \t]*){3,}|(?:-[ \t]*){3,}|(?:_[ \t]*){3,})$")
_FENCE = re.compile(r"^ {0,3}(`{3,}(?=[^`]*$)|~{3,})[ \t]*(.*?)[ \t]*$")
_QUOTE = re.compile(r"^ {0,3}>")
_ITEM = re.compile(r"^( {0,3})([-+*]|\d{1,9}[.)])(?=[ \t]|$)")
_DELIMITER_ROW = re.compile(r"^ {0,3}\|?[ \t]*:?-+:?[ \t]*(?:\|[ \t]*:?-+:?[ \t]*)*\|?[ \t]*$")
_REFERENCE = re.compile(
    r"^ {0,3}\[(?!\^)((?:[^\[\]\\]|\\.)+)\]:[ \t]*(<[^<>]*>|[^\s<]\S*)(?:[ \t]+(\"[^\"]*\"|'[^']*'|\([^()]*\)))?[ \t]*$"
)
_FOOTNOTE = re.compile(r"^ {0,3}\[\^([^\]\s]+)\]:[ \t]*")
_ABBREVIATION = re.compile(r"^ {0,3}\*\[([^\]]+)\]:[ \t]*(.*?)[ \t]*$")
_NOTED = (_FOOTNOTE, _ABBREVIATION, _REFERENCE)
"""What stands below the text, each on its line: one ends the one before."""
_DEFINITION = re.compile(r"^ {0,3}:(?= +\S)")
_HTML_NAMED = re.compile(
    r"^ {0,3}</?(?:address|article|aside|base|basefont|blockquote|body|caption|center|col|colgroup|dd|details|dialog|dir"
    r"|div|dl|dt|fieldset|figcaption|figure|footer|form|frame|frameset|h[1-6]|head|header|hr|html|iframe|legend|li|link"
    r"|main|menu|menuitem|nav|noframes|ol|optgroup|option|p|param|search|section|summary|table|tbody|td|tfoot|th|thead"
    r"|title|tr|track|ul)(?:\s|/?>|$)",
    re.IGNORECASE,
)
_HTML_ANY = re.compile(
    r"^ {0,3}<(?:[a-z][a-z0-9-]*(?:\s+[a-z_:][\w.:-]*(?:\s*=\s*(?:[^\s\"'=<>`]+|'[^']*'|\"[^\"]*\"))?)*\s*/?|/[a-z][a-z0-9-]*\s*)>\s*$",
    re.IGNORECASE,
)
_HTML_PAIRS = (
    (
        re.compile(r"^ {0,3}<(?:script|pre|style|textarea)(?:\s|>|$)", re.I),
        re.compile(r"</(?:script|pre|style|textarea)>", re.I),
    ),
    (re.compile(r"^ {0,3}<!--"), re.compile(r"-->")),
    (re.compile(r"^ {0,3}<\?"), re.compile(r"\?>")),
    (re.compile(r"^ {0,3}<![A-Za-z]"), re.compile(r">")),
    (re.compile(r"^ {0,3}<!\[CDATA\["), re.compile(r"\]\]>")),
)
_STARTS = frozenset("#>`~-+*_=<0123456789:|[")
"""First characters of a line that may be more than a line of a paragraph."""


def parse_blocks(lines: tuple[str, ...], first: int = 1) -> tuple[list[Node], Definitions]:
    """Parse a document.

    `lines` are the lines of the body, `first` the number of the first of them in the file. Gives the blocks in order,
    and the link references, abbreviations and footnotes that the document defines. Never raises: whatever is not a
    block is a paragraph.
    """
    definitions = Definitions()
    whole = [Line(number, 1, text if "\t" not in text else _untab(text)) for number, text in enumerate(lines, first)]
    return _Parser(definitions).blocks(whole, 0), definitions


def _untab(text: str) -> str:
    """Leading tabs become spaces up to the next multiple of four (CommonMark 2.2)."""
    body = text.lstrip(" \t")
    head = text[: len(text) - len(body)]
    marker = re.match(r"(?:[-+*>]|\d{1,9}[.)])(?=\t)", body)
    if marker:
        width = len(head.expandtabs(4)) + marker.end()
        rest = body[marker.end() :]
        inner = rest.lstrip("\t")
        gap = len((" " * width + rest[: len(rest) - len(inner)]).expandtabs(4)) - width
        body = marker.group() + " " * gap + inner
    return head.expandtabs(4) + body


def typed_column(text: str, column: int) -> int:
    """The column in a line as it was typed, for one in the same line with its leading tabs made spaces."""
    if "\t" not in text:
        return column
    spread = _untab(text)
    more = len(spread) - len(text)
    lead = len(spread) - len(spread.lstrip(" "))
    return max(1, column - more if column > lead else min(column, len(text) - len(text.lstrip()) + 1))


class _Parser:
    """One document. The methods take the lines of one container and give its blocks."""

    def __init__(self, definitions: Definitions) -> None:
        self.definitions = definitions

    def blocks(self, lines: list[Line], depth: int) -> list[Node]:
        nodes: list[Node] = []
        at = 0
        blank = False
        while at < len(lines):
            text = lines[at].text
            if not text or text.isspace():
                blank = True
                at += 1
                continue
            found, at = self.block(lines, at, depth)
            if found is not None:
                found.blank_before = blank
                nodes.append(found)
            blank = False
        return nodes

    def block(self, lines: list[Line], at: int, depth: int) -> tuple[Node | None, int]:
        text = lines[at].text
        first = text[0]
        if first == " ":
            indent = lines[at].indent
            if indent >= 4:
                return self.indented(lines, at)
            first = text[indent]
        if first not in _STARTS:
            return self.paragraph(lines, at, depth)
        read = self.heading if first == "#" else self.fence if first in "`~" else self.rule if first in "-*_" else None
        if read and (result := read(lines, at)):
            return result
        if depth < DEEPEST:
            if first == ">":
                return self.quote(lines, at, depth)
            if _ITEM.match(text):
                return self.items(lines, at, depth)
        if first == "<" and (result := self.html(lines, at, interrupting=False)):
            return result
        if first in "[*" and (definition := self.definition(lines, at, depth)):
            return None, definition
        return self.paragraph(lines, at, depth)

    def heading(self, lines: list[Line], at: int) -> tuple[Node, int] | None:
        match = _ATX.match(lines[at].text)
        if not match:
            return None
        line = lines[at]
        node = Node("heading", line.number, line.column + line.indent, level=len(match[1]))
        if match[2]:
            node.lines = [Line(line.number, line.column + match.start(2), match[2])]
        return node, at + 1

    def rule(self, lines: list[Line], at: int) -> tuple[Node, int] | None:
        if not _RULE.match(lines[at].text):
            return None
        return Node("rule", lines[at].number, lines[at].column + lines[at].indent), at + 1

    def fence(self, lines: list[Line], at: int) -> tuple[Node, int] | None:
        match = _FENCE.match(lines[at].text)
        if not match:
            return None
        opening, mark, width = lines[at], match[1], lines[at].indent
        node = Node("code", opening.number, opening.column + width, info=match[2], closed=False)
        closing = re.compile(rf"^ {{0,3}}{re.escape(mark[0])}{{{len(mark)},}}[ \t]*$")
        at += 1
        while at < len(lines):
            if closing.match(lines[at].text):
                node.closed = True
                at += 1
                break
            node.lines.append(lines[at].cut(min(width, lines[at].indent)))
            at += 1
        return node, at

    def indented(self, lines: list[Line], at: int) -> tuple[Node, int]:
        node = Node("code", lines[at].number, lines[at].column + 4)
        while at < len(lines) and (lines[at].blank or lines[at].indent >= 4):
            node.lines.append(lines[at].cut(min(4, len(lines[at].text))))
            at += 1
        while node.lines[-1].blank:
            node.lines.pop()
            at -= 1
        return node, at

    def html(self, lines: list[Line], at: int, interrupting: bool) -> tuple[Node, int] | None:
        end = _html_end(lines[at].text, interrupting)
        if end is None:
            return None
        node = Node("html", lines[at].number, lines[at].column + lines[at].indent)
        while at < len(lines):
            if end is _BLANK and lines[at].blank:
                break
            node.lines.append(lines[at])
            at += 1
            if end is not _BLANK and end.search(node.lines[-1].text):
                break
        return node, at

    def quote(self, lines: list[Line], at: int, depth: int) -> tuple[Node, int]:
        node = Node("quote", lines[at].number, lines[at].column + lines[at].indent)
        inner: list[Line] = []
        lazy = _Lazy(self, inner, depth + 1)
        while at < len(lines):
            match = _QUOTE.match(lines[at].text)
            if match and not lines[at].lazy:
                width = match.end() + lines[at].text.startswith(" ", match.end())
                inner.append(lines[at].cut(width))
                lazy.forget()
            elif not lines[at].blank and lazy.takes(lines[at]):
                inner.append(lines[at].continuing())
            else:
                break
            at += 1
        node.children = self.blocks(inner, depth + 1)
        return node, at

    def items(self, lines: list[Line], at: int, depth: int) -> tuple[Node, int]:
        match = _ITEM.match(lines[at].text)
        assert match
        mark = match[2]
        node = Node("list", lines[at].number, lines[at].column + lines[at].indent, ordered=mark[0].isdigit())
        node.start = int(mark[:-1]) if node.ordered else 1
        blank = False
        while match:
            other = match[2][-1] != mark[-1] or match[2][0].isdigit() != node.ordered
            if other or (mark in "-*" and _RULE.match(lines[at].text)):
                break
            item, following = self.item(lines, at, match, depth)
            item.blank_before = blank
            if blank or any(child.blank_before for child in item.children[1:]):
                node.tight = False
            node.children.append(item)
            at = following
            while following < len(lines) and lines[following].blank:
                following += 1
            blank = following > at
            more = following < len(lines) and not lines[following].lazy
            match = _ITEM.match(lines[following].text) if more else None
            at = following if match else at
        return node, at

    def item(self, lines: list[Line], at: int, match: re.Match[str], depth: int) -> tuple[Node, int]:
        first = lines[at]
        after = first.cut(match.end())
        gap = after.indent
        width = match.end() + (gap if 1 <= gap <= 4 and not after.blank else 1)
        node = Node("item", first.number, first.column + match.start(2), info=match[2])
        inner = [first.cut(min(width, len(first.text)))]
        lazy = _Lazy(self, inner, depth + 1)
        at += 1
        if inner[0].blank and at < len(lines) and lines[at].blank:
            return node, at  # an item that begins with two blank lines is empty (CommonMark 5.2, rule 3)
        end = at
        while at < len(lines):
            line = lines[at]
            if line.blank:
                inner.append(line.cut(min(width, len(line.text))))
                at += 1
                continue
            if line.indent >= width and not line.lazy:
                inner.append(line.cut(width))
                lazy.forget()
            elif end == at and lazy.takes(line):
                inner.append(line.continuing())
            else:
                break
            at += 1
            end = at
        del inner[len(inner) - (at - end) :]
        node.children = self.blocks(inner, depth + 1)
        return node, end

    def definition(self, lines: list[Line], at: int, depth: int) -> int | None:
        text = lines[at].text
        if match := _ABBREVIATION.match(text):
            self.definitions.abbreviations.setdefault(match[1], match[2])
            return at + 1
        if match := _FOOTNOTE.match(text):
            return self.footnote(lines, at, match, depth)
        if match := _REFERENCE.match(text):
            address, title = match[2].strip("<>"), (match[3] or "  ")[1:-1].strip()
            label = " ".join(match[1].lower().split())
            self.definitions.references.setdefault(label, (address, title))
            self.definitions.places.setdefault(label, lines[at])
            return at + 1
        return None

    def footnote(self, lines: list[Line], at: int, match: re.Match[str], depth: int) -> int:
        node = Node("footnote", lines[at].number, lines[at].column + lines[at].indent, info=match[1])
        inner = [lines[at].cut(match.end())]
        at += 1
        while at < len(lines):
            line = lines[at]
            continues = line.indent >= 4 or not (
                inner[-1].blank or self.interrupts(lines, at) or any(form.match(line.text) for form in _NOTED)
            )
            if not line.blank and not continues:
                break
            inner.append(line.cut(min(4, line.indent)))
            at += 1
        node.children = self.blocks(inner, depth + 1)
        self.definitions.footnotes.setdefault(match[1], node)
        return at

    def paragraph(self, lines: list[Line], at: int, depth: int) -> tuple[Node, int]:
        if table := self.table(lines, at):
            return table
        node = Node("paragraph", lines[at].number, lines[at].column + lines[at].indent)
        node.lines.append(lines[at].stripped())
        at += 1
        while at < len(lines) and not lines[at].blank:
            text = lines[at].text
            indent = lines[at].indent
            if indent < 4 and text[indent] in _STARTS and not lines[at].lazy:
                if match := _SETEXT.match(text):
                    node.kind, node.level, node.info = "heading", 1 if match[1][0] == "=" else 2, "setext"
                    node.lines[-1] = node.lines[-1].ended()
                    return node, at + 1
                if self.interrupts(lines, at) or (len(node.lines) == 1 and _DEFINITION.match(text)):
                    break
            if not lines[at].lazy and self.table_starts(lines, at):
                break
            node.lines.append(lines[at].stripped())
            at += 1
        if found := self.definition_list(node, lines, at, depth):
            return found
        node.lines[-1] = node.lines[-1].ended()
        return node, at

    def interrupts(self, lines: list[Line], at: int) -> bool:
        """Whether a line ends the paragraph above it (CommonMark 4.8 and the rules of each block)."""
        text = lines[at].text
        if lines[at].indent >= 4:
            return False
        if _ATX.match(text) or _RULE.match(text) or _FENCE.match(text) or _QUOTE.match(text):
            return True
        if match := _ITEM.match(text):
            filled = bool(text[match.end() :].strip())
            return filled and (not match[2][0].isdigit() or match[2][:-1] == "1")
        return _html_end(text, interrupting=True) is not None

    def table_starts(self, lines: list[Line], at: int) -> bool:
        if "|" not in lines[at].text or at + 1 >= len(lines):
            return False
        below = lines[at + 1].text
        if "-" not in below or lines[at].indent >= 4 or lines[at + 1].indent >= 4 or not _DELIMITER_ROW.match(below):
            return False
        return len(cells(lines[at])) == len(cells(lines[at + 1]))

    def table(self, lines: list[Line], at: int) -> tuple[Node, int] | None:
        if not self.table_starts(lines, at):
            return None
        head = cells(lines[at])
        node = Node("table", lines[at].number, lines[at].column + lines[at].indent, rows=[head])
        node.align = tuple(_alignment(cell.text) for cell in cells(lines[at + 1]))
        at += 2
        while at < len(lines) and not lines[at].blank and lines[at].indent < 4:
            if self.interrupts(lines, at) or _ITEM.match(lines[at].text):
                break
            row = cells(lines[at])
            node.lines.append(lines[at])
            node.rows.append((row + [Line(lines[at].number, lines[at].column, "")] * len(head))[: len(head)])
            at += 1
        return node, at

    def definition_list(self, term: Node, lines: list[Line], at: int, depth: int) -> tuple[Node, int] | None:
        if len(term.lines) != 1 or depth >= DEEPEST or at >= len(lines):
            return None
        at += lines[at].blank
        if at >= len(lines) or not _DEFINITION.match(lines[at].text):
            return None
        node = Node("definitions", term.line, term.column)
        while True:
            node.children.append(Node("term", term.line, term.column, lines=term.lines))
            while at < len(lines) and _DEFINITION.match(lines[at].text):
                found, at = self.one_definition(lines, at, depth)
                node.children.append(found)
            if not _term_follows(lines, at):
                return node, at
            term = Node("paragraph", lines[at].number, lines[at].column, lines=[lines[at].stripped()])
            at += 1

    def one_definition(self, lines: list[Line], at: int, depth: int) -> tuple[Node, int]:
        match = _DEFINITION.match(lines[at].text)
        assert match
        width = match.end() + lines[at].cut(match.end()).indent
        node = Node("definition", lines[at].number, lines[at].column + match.end() - 1)
        inner = [lines[at].cut(width)]
        at += 1
        end = at
        while at < len(lines):
            line = lines[at]
            if not line.blank:
                if line.indent < 2 and (inner[-1].blank or _definition_ends(self, lines, at)):
                    break
                end = at + 1
            inner.append(line.cut(min(width, line.indent)))
            at += 1
        del inner[len(inner) - (at - end) :]
        node.children = self.blocks(inner, depth + 1)
        goes_on = at < len(lines) and (_DEFINITION.match(lines[at].text) or _term_follows(lines, at))
        return node, at if goes_on else end


class _Lazy:
    """Whether a line without its container's prefix still belongs to the paragraph open inside (CommonMark 5.1)."""

    def __init__(self, parser: _Parser, inner: list[Line], depth: int) -> None:
        self.parser = parser
        self.inner = inner
        self.depth = depth
        self.known: bool | None = None

    def forget(self) -> None:
        """The container got a line of its own: look again."""
        self.known = None

    def takes(self, line: Line) -> bool:
        """Whether the container goes on with this line."""
        if line.lazy:
            return True
        if self._new_item(line) or self.parser.interrupts([line], 0):
            return False
        if self.known is None:
            self.known = self._open_paragraph()
        return self.known

    def _new_item(self, line: Line) -> bool:
        # A list item of any kind ends the paragraph of the list around it, also `2.`, which could not interrupt prose.
        return self.depth > 0 and bool(_ITEM.match(line.text))

    def _open_paragraph(self) -> bool:
        if not self.inner or self.inner[-1].blank:
            return False
        nodes = _Parser(Definitions()).blocks(self.inner, self.depth)
        while nodes and nodes[-1].kind in {"quote", "list", "item"}:
            nodes = nodes[-1].children
        return bool(nodes) and nodes[-1].kind == "paragraph"


_BLANK = re.compile(r"^\s*$")


def _html_end(text: str, interrupting: bool) -> re.Pattern[str] | None:
    """What ends the HTML block that this line starts (CommonMark 4.6); None when it starts none."""
    if "<" not in text[:4]:
        return None
    for start, end in _HTML_PAIRS:
        if start.match(text):
            return end
    if _HTML_NAMED.match(text) or (not interrupting and _HTML_ANY.match(text)):
        return _BLANK
    return None


def cells(line: Line) -> list[Line]:
    """The cells of a table row; `\\|` and nothing else keeps a bar inside a cell (GFM 4.10)."""
    text = line.text.rstrip()
    start = line.indent
    if text.startswith("|", start):
        start += 1
    end = len(text)
    if text.endswith("|") and not text.endswith("\\|") and end > start:
        end -= 1
    found: list[Line] = []
    begin = start
    for position in range(start, end + 1):
        if position == end or (text[position] == "|" and text[position - 1] != "\\"):
            raw = text[begin:position]
            body = raw.strip()
            lead = len(raw) - len(raw.lstrip())
            found.append(Line(line.number, line.column + begin + lead, body.replace("\\|", "|")))
            begin = position + 1
    return found


def _alignment(delimiter: str) -> str:
    left, right = delimiter.startswith(":"), delimiter.endswith(":")
    return "center" if left and right else "right" if right else "left" if left else ""


def _term_follows(lines: list[Line], at: int) -> bool:
    return at + 1 < len(lines) and not lines[at].blank and bool(_DEFINITION.match(lines[at + 1].text))


def _definition_ends(parser: _Parser, lines: list[Line], at: int) -> bool:
    return bool(_DEFINITION.match(lines[at].text)) or _term_follows(lines, at) or parser.interrupts(lines, at)
