"""Blocks of markdown -> the segments in them, each with the place where its words are written."""

import re
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import replace

from builder.kinds.stages import parted_name
from builder.model.kind import Kind, QuestionKind
from builder.read.blocks.sections import block_starts
from builder.read.files.place import typed_column
from builder.read.markdown.boxes import SOURCE, is_quotation
from builder.read.markdown.figures import LABEL as DESCRIPTION
from builder.read.markdown.figures import parted
from builder.read.markdown.includes import fragments_named
from builder.read.markdown.lines import Line, Node, is_formula
from builder.read.markdown.table_captions import is_caption
from builder.read.questions.common import BOX
from builder.read.questions.hints import EXAMPLE, HELP
from builder.translate.extract.formulas import formula_regions, unit_regions
from builder.translate.extract.inline import InlineSegments
from builder.translate.extract.notes import NOTES, noted
from builder.translate.extract.plain_text import settings_tokens
from builder.translate.extract.regions import (
    BOLD,
    Region,
    named_in_bold,
    width_of,
    without_any_braces,
    without_braces,
    without_number,
)
from builder.translate.extract.where import Where, asks_for_a_number, has_entries, has_gaps, of_a_list
from builder.translate.segment import Segment

_ID = re.compile(r"(?:^|(?<=\S)[ \t]+)\{#[^\s{}]*\}[ \t]*$")
_KEY = re.compile(r"(original)\s*:\s*|(descriptions)\s*:\s*not[ -]needed\s*\(", re.IGNORECASE)
_FILE = re.compile(r"(captions|chapters|descriptions|transcript)\s*:\s*(?!not[ -]needed)(\S.*)", re.IGNORECASE)
_CAPTION = re.compile(r"Table:\s*", re.IGNORECASE)


class BlockSegments:
    """Finds the segments of one file."""

    def __init__(
        self, inline: InlineSegments, kinds: Mapping[str, Kind], options: Collection[tuple[int, int]] = ()
    ) -> None:
        """`options` are the places in the file at which the reader found the words of an option."""
        self.inline = inline
        self.kinds = kinds
        self.options = options
        self.names: list[tuple[str, Line]] = []
        """Files that films name: the key, and the path where it is written."""

    def module(self, nodes: Sequence[Node]) -> Iterator[Region]:
        """The segments of a module, a fragment or a transcript, cut at the headings that start a block."""
        starts = block_starts(nodes, self.kinds)
        where = Where()
        body: list[Node] = []
        for index, node in enumerate(nodes):
            if index in starts or (node.kind in {"heading", "rule"}):
                yield from self._section(body, where)
                body = []
            if index in starts:
                kind, width = starts[index]
                lines, _ = without_braces(node.lines)
                where = Where(kind, f"{kind.word}: {' '.join(line.text for line in lines)[width:].strip()}")
                role = "question" if isinstance(kind, QuestionKind) else "heading"
                yield from self._heading(node, width, role, where)
            elif node.kind == "heading":
                lines, _ = without_braces(node.lines)
                where = Where(None, " ".join(line.text for line in lines))
                yield from self._heading(node, 0, "heading", where)
            elif node.kind == "rule":
                where = Where()
            else:
                body.append(node)
        yield from self._section(body, where)

    def glossary(self, nodes: Sequence[Node]) -> Iterator[Region]:
        """The segments of a glossary."""
        yield from self.blocks(nodes, Where(None, "glossary"))

    def notes(self, nodes: Iterable[Node]) -> Iterator[Region]:
        """The segments of footnotes."""
        for node in nodes:
            yield from self.blocks(node.children, Where(None, f"footnote {node.info}", "footnote"))

    def _heading(self, node: Node, width: int, role: str, where: Where) -> Iterator[Region]:
        if not node.lines:
            return
        lines, braces = without_braces(node.lines)
        if not lines:
            return
        lines = [lines[0].cut(width), *lines[1:]]
        yield replace(self._region(lines, role, where, "braces", braces), heading=node.level > 1)

    def _section(self, body: Sequence[Node], where: Where) -> Iterator[Region]:
        film = where.kind is not None and where.kind.component == "film"
        link = next((node for node in body if node.kind == "paragraph"), None) if film else None
        rows = next((node for node in body if node.kind == "list"), None) if film else None
        for index, node in enumerate(body):
            label = self._help(node, where)
            if node is rows:
                yield from self._film_keys(node, where)
            elif node is link:
                yield self._region(node.lines, "name of a film", where, "braces")
            elif label:
                yield from self._labelled(node, len(label) + 1, label, where)
                where = replace(where, role=label) if label != "hint" else where
            elif asks_for_a_number(where) and node.kind == "paragraph":
                yield from self.blocks(without_number(node), where)
                yield from unit_regions(node, self.inline.file, where.context)
            else:
                yield from self.blocks([node], where, body[index + 1 :])

    @staticmethod
    def _help(node: Node, where: Where) -> str:
        """What help with a question a paragraph begins: a hint, a worked answer, an example."""
        if node.kind != "paragraph" or not isinstance(where.kind, QuestionKind) or where.role != "paragraph":
            return ""
        text = node.lines[0].text
        match = HELP.match(text) or (EXAMPLE.match(text) if where.kind.worked == "Example" else None)
        return match[1].lower() if match else ""

    def _labelled(self, node: Node, width: int, role: str, where: Where) -> Iterator[Region]:
        first = node.lines[0]
        cut = first.cut(width + len(first.text[width:]) - len(first.text[width:].lstrip()))
        lines = [line for line in (cut, *node.lines[1:]) if not line.blank]
        if lines:
            lines, braces = without_braces(lines)
            yield self._region(lines, role, where, "braces", braces)

    def _film_keys(self, node: Node, where: Where) -> Iterator[Region]:
        for item in node.children:
            for child in item.children:
                for line in child.lines:
                    if named := _FILE.match(line.text):
                        self.names.append((named[1].lower(), line.part(named.start(2), named[2].rstrip())))
                    if match := _KEY.match(line.text):
                        text = line.text[match.end() :].rstrip()
                        text = text.removesuffix(")") if match[2] else text
                        role = "why a film needs no description" if match[2] else "length of the original film"
                        if text:
                            yield self._plain(line.part(match.end(), text), role, where)

    def _group(self, node: Node, where: Where) -> Region | None:
        """A name in bold that has an id, as that of a group."""
        line = node.lines[0]
        if len(node.lines) > 1 or not line.text.startswith(("**", "__")):
            return None
        match = BOLD.fullmatch(_ID.sub("", line.text).rstrip())
        if not match or (line.number, line.column + match.start(2)) not in self.options:
            return None
        name = line.part(match.start(2), match[2].removesuffix(":").rstrip())
        region = self._region([name], "name of a group", where, "brackets")
        behind = (name.number, typed_column(line.typed, line.column) + match.end(), "behind")
        return replace(region, braces=behind)

    def blocks(self, nodes: Sequence[Node], where: Where, below: Sequence[Node] = ()) -> Iterator[Region]:
        """The segments of blocks; `below` are those that follow them."""
        following = [*nodes[1:], *below[:1], None]
        for whole, after in zip(nodes, following, strict=False):
            for node in parted(whole) if whole.kind == "paragraph" else [whole]:
                if node.kind == "paragraph":
                    yield from self._paragraph(node, where, after)
                else:
                    yield from self._container(node, where)

    def _paragraph(self, node: Node, where: Where, after: Node | None) -> Iterator[Region]:
        first = node.lines[0]
        if fragments_named(node):
            return
        if is_caption(node) and after is not None and after.kind == "table":
            match = _CAPTION.match(first.text)
            assert match
            caption, braces = without_any_braces(first.cut(match.end()))
            yield self._region([caption], "caption of a table", where, "brackets", braces)
            return
        if match := DESCRIPTION.match(first.text):
            yield from self._labelled(node, match.end(), "description of a picture", where)
            return
        if group := self._group(node, where):
            yield group
            return
        lines, braces = without_braces(node.lines)
        if lines:
            region = self._region(lines, where.role, where, "braces", braces)
            yield replace(region, bold=named_in_bold(region.segment.raw))

    def _container(self, node: Node, where: Where) -> Iterator[Region]:
        match node.kind:
            case "heading":
                yield from self._heading(node, 0, "heading", where)
            case "list":
                for item in node.children:
                    yield from self._item(item, where)
            case "quote" | "box" if node.kind == "quote" or is_quotation(node):
                role = "feedback" if isinstance(where.kind, QuestionKind) else "quotation"
                yield from self._quote(node, replace(where, role=role))
            case "box":
                if any(not line.blank for line in node.lines):
                    title, braces = without_braces(node.lines)
                    yield self._region(title, "title of a box", where, "braces" if braces else "brackets", braces)
                yield from self.blocks(node.children, replace(where, role="box"))
            case "maths" | "code" if node.kind == "maths" or is_formula(node):
                yield from formula_regions(node, self.inline.file, where.context)
            case "table":
                yield from self._table(node, where)
            case "definitions":
                for child in node.children:
                    if child.kind == "term":
                        lines, braces = without_braces(child.lines)
                        term = self._region(lines, "term", where, "braces", braces, note=NOTES["term"])
                        yield replace(term, heading=True)
                    else:
                        yield from self.blocks(child.children, replace(where, role="definition"))

    def _quote(self, node: Node, where: Where) -> Iterator[Region]:
        """A quotation; the label before its source is in English in every language."""
        last = node.children[-1] if len(node.children) > 1 else None
        source = SOURCE.match(last.lines[0].text) if last and last.kind == "paragraph" else None
        yield from self.blocks(node.children[:-1] if source else node.children, where)
        if last and source:
            yield from self._labelled(last, source.end(), "source of a quotation", where)

    def _item(self, item: Node, where: Where) -> Iterator[Region]:
        words = item.children[0] if item.children else None
        if words is None or words.kind != "paragraph":
            yield from self.blocks(item.children, where)
            return
        box = BOX.match(words.lines[0].text)
        lines = [words.lines[0].cut(box.end()), *words.lines[1:]] if box else words.lines
        if (lines[0].number, lines[0].column) not in self.options:
            first = Node("paragraph", words.source, lines[0].number, lines[0].column, lines)
            yield from self.blocks([first, *item.children[1:]], replace(where, role=of_a_list(where.role)))
        elif isinstance(where.kind, QuestionKind) or box or not has_entries(where):
            scored = isinstance(where.kind, QuestionKind) and where.kind.scored
            region = self._option(lines, getattr(where.kind, "choice_noun", "answer"), where)
            note = f"This option is {'right' if box[1] in 'xX' else 'wrong'}." if box and scored else ""
            yield replace(region, segment=replace(region.segment, note=note))
            yield from self.blocks(item.children[1:], where)
        else:
            name, below = parted_name(words)
            yield self._option(name, "name of a stage", where)
            yield from self.blocks([*below, *item.children[1:]], replace(where, role="description of a stage"))

    def _option(self, lines: list[Line], role: str, where: Where) -> Region:
        """The words of an option, with an id behind them or not."""
        last = lines[-1]
        match = _ID.search(last.text)
        braces = None
        if match:
            braces = (last.number, typed_column(last.typed, last.column) + match.start(), "id")
            words = last.part(0, last.text[: match.start()])
            lines = [*lines[:-1], words] if words.text or len(lines) == 1 else lines[:-1]
        return self._region(lines, role, where, "brackets", braces)

    def _table(self, node: Node, where: Where) -> Iterator[Region]:
        for number, row in enumerate(node.rows):
            for cell in row:
                if cell.text:
                    yield self._cell(cell, "cell of a table" if number else "heading of a column", where)

    def _cell(self, cell: Line, role: str, where: Where) -> Region:
        match = _ID.search(cell.text)
        text = cell.text[: match.start()] if match else cell.text
        column = typed_column(cell.typed, cell.column)
        width = width_of(cell.typed[column - 1 :], text)
        segment = self.inline.segment(text, cell.number, column, role, "cell", where.context, has_gaps(where))
        segment = replace(noted(segment), raw=cell.typed[column - 1 : column - 1 + width])
        start, end = (cell.number, column), (cell.number, column + width)
        braces = (*end, "id") if match else None
        return Region(segment, start, end, (cell.number, cell.column), marked="brackets", braces=braces)

    def _plain(self, line: Line, role: str, where: Where) -> Region:
        start = (line.number, typed_column(line.typed, line.column))
        tokens, codes = settings_tokens(line.text)
        segment = Segment(self.inline.file, *start, role, tokens, codes, "plain", line.text, where.context)
        end = (line.number, start[1] + len(line.text))
        return Region(segment, start, end, (line.number, line.column), marked="braces")

    def _region(
        self,
        lines: list[Line],
        role: str,
        where: Where,
        marked: str,
        braces: tuple[int, int, str] | None = None,
        note: str = "",
    ) -> Region:
        first, last = lines[0], lines[-1].ended()
        lines = [*lines[:-1], last]
        raw = "\n".join(line.text for line in lines)
        column = typed_column(first.typed, first.column)
        gaps = has_gaps(where)
        segment = self.inline.segment(raw, first.number, column, role, "markdown", where.context, gaps)
        segment = noted(replace(segment, note=note))
        end = (last.number, typed_column(last.typed, last.column) + len(last.text))
        prefix = lines[1].typed[: typed_column(lines[1].typed, lines[1].column) - 1] if len(lines) > 1 else ""
        return Region(segment, (first.number, column), end, (first.number, first.column), prefix, marked, braces)
