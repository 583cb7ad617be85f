"""Blocks of markdown -> blocks of text, with every heading and table noted at its place."""

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace

from builder.model import content
from builder.model.content import Figure, Inlines, Paragraph, TextBlock, TextBlocks, TightText, pictures
from builder.model.rare_pattern import rare_pattern
from builder.model.source_facts import Heading, Table
from builder.read.markdown.attributes import Attributes, attributes_of_fence
from builder.read.markdown.block_parser.comments import text_without_comments
from builder.read.markdown.boxes import box_of, quote_of
from builder.read.markdown.braces import BracesReader
from builder.read.markdown.figures import LABEL, near_description, note_lost_descriptions, parted, shows_picture
from builder.read.markdown.lines import Line, Node, is_formula, label_of
from builder.read.markdown.lists_and_tables import asks, note_rows, take_boxes
from builder.read.markdown.table_captions import is_caption, note_lost_caption, note_near_caption
from builder.read.words_to_ids import anchor_of

_COMMENTS = ("[//]:", "[comment]:", "[_]:")
"""How a link begins that is defined to hide a remark: nobody sees it."""
_BRACKETED = rare_pattern(r"\[((?:[^\[\]\\]|\\.)*)\]")
_ADDRESS = rare_pattern(r"/|^#|^[A-Za-z][\w+.-]*[A-Za-z]:|\w\.[A-Za-z]")
"""What is an address, and no words behind a name: `[Ann]: Yes.`"""
_ABBREVIATION = rare_pattern(r"[^\W\d_a-z]{2}[\w.&-]{0,8}")
_BRACES = rare_pattern(r"(?:(?:^|\s+|(?<=\}))\{[ \t]*(?:(?:#[^\s{}]+|row-heads)[ \t]*){1,2}\}){1,2}\s*$")
"""What may stand behind the caption of a table."""


class Reader(BracesReader):
    """Reads the content of one file."""

    above: Node | None = None
    """The block above the one that is read."""

    def blocks(self, nodes: Iterable[Node], tight: bool = False) -> TextBlocks:
        """Blocks of markdown -> blocks of text; in a tight list a paragraph is its words alone."""
        made: list[TextBlock] = []
        caption = above = None
        apart: list[tuple[Node, int]] = []
        for node in nodes:
            if caption is not None and node.kind != "table":
                self._add_lost_caption(caption, above, tight, made)
                caption = None
            if node.kind == "paragraph":
                if is_caption(node):
                    caption = node
                    continue
                if node.lines[0].text.startswith("![") or (made and shows_picture(made[-1])):
                    self._add_beside_picture(node, tight, made)
                else:
                    if node.lines[0].text[:1] in "Dd" and LABEL.match(node.lines[0].text):
                        apart.append((node, len(made)))
                    made.append(self._paragraph(node, tight))
            elif node.kind == "table":
                if caption is None and above is not None and above.kind == "paragraph":
                    note_near_caption(above, self)
                made.append(self._table(node, caption))
                caption = None
            elif node.kind == "html":
                self._refuse_html(node)
            else:
                self.above = above
                made.append(self._block(node))
            above = node
        if caption is not None:
            self._add_lost_caption(caption, above, tight, made)
        if apart:
            note_lost_descriptions(apart, made, self)
        return tuple(block for block in made if not isinstance(block, TightText) or block.content)

    def _block(self, node: Node) -> TextBlock:
        match node.kind:
            case "heading":
                return self._heading(node)
            case "list":
                return self._list(node)
            case "quote":
                return quote_of(node, self)
            case "box":
                return box_of(node, self)
            case "code" if is_formula(node):
                return self._formula(node, node.lines)
            case "code":
                return self._code(node)
            case "maths":
                return self._formula(node, node.lines)
            case "definitions":
                return self._definitions(node)
        assert node.kind == "rule"
        return content.Divider()

    def _add_lost_caption(self, caption: Node, above: Node | None, tight: bool, made: list[TextBlock]) -> None:
        """Add a caption that no table follows, as the words that it is."""
        note_lost_caption(caption, above is not None and above.kind == "table", self)
        made.append(self._paragraph(caption, tight))

    def _paragraph(self, node: Node, tight: bool) -> TextBlock:
        lines, attributes = self.braces(node.lines)
        if attributes is None:  # nearly always
            words, language = self.fragment(lines, "paragraph").content, ""
        else:
            with self.speaking(attributes):
                words = self.fragment(lines, "paragraph").content
            language = self.language_of(attributes)
        alone = words[0] if len(words) == 1 else None
        if isinstance(alone, content.Picture) and not (tight and not alone.caption):
            return Figure(replace(alone, language=language) if language else alone)
        return TightText(words) if tight and not language else Paragraph(words, language)

    def _add_beside_picture(self, node: Node, tight: bool, made: list[TextBlock]) -> None:
        """Add a paragraph that may be a picture, or the description of the one above it."""
        for paragraph in parted(node):
            shown = made[-1] if made and shows_picture(made[-1]) else None
            width = near_description(paragraph.lines[0].text) if shown else 0
            if width and isinstance(shown, Figure):
                made[-1] = self._described(shown, paragraph, width)
                continue
            if width:
                message = "only a picture that stands alone has a description"
                hint = "Put the picture into a paragraph of its own, directly above this one."
                if shown and sum(1 for _ in pictures([shown])) > 1:
                    hint = (
                        "Put each picture into a paragraph of its own, and the description of each directly below it."
                    )
                self.fault("PIC-001", paragraph.lines[0].place(), message, hint, width)
            made.append(self._paragraph(paragraph, tight))

    def _described(self, figure: Figure, node: Node, width: int) -> Figure:
        """A picture with the description that stands below it; `width` is that of its label, or of what is meant so."""
        first = node.lines[0]
        label = LABEL.match(first.text)
        if label is None:
            hint = f"Write: Description: {first.text[width:].strip()[:60] or 'what it shows'}"
            message = "the description of a picture begins with Description:"
            written = first.text[:width].rstrip()
            fix = (written, "Description:") if first.text[width:].strip() else None
            self.fault("PIC-001", first.place(), message, hint, len(written), fix)
            return figure
        if self.pictures and self.pictures[-1].decorative:
            message, hint = "this picture is marked as decorative, but has a description", "Delete {decorative}."
            self.fault("PIC-002", first.place(), message, hint, len(first.text))
        lines = [line for line in (first.cut(label.end()), *node.lines[1:]) if not line.blank]
        lines, attributes = self.braces(lines)
        if not lines:
            message, hint = "this description is empty", "Write it, or delete the line."
            self.fault("PIC-001", first.place(), message, hint)
            return figure
        language = self.language_of(attributes)
        words = self.fragment(lines, "paragraph").content
        if figure.description:
            return replace(figure, more=(*figure.more, Paragraph(words, language)))
        return replace(figure, description=words, language=language)

    def _heading(self, node: Node) -> content.Heading:
        lines, attributes = self.braces(node.lines)
        with self.speaking(attributes):
            fragment = self.fragment(lines)
        level = min(6, max(2, node.level))
        identifier = self.anchor(attributes, fragment.text, node)
        self.note_heading(level, fragment.text, node, identifier)
        language = self.language_of(attributes, allowed=("id",))
        return content.Heading(level, identifier, fragment.content, language)

    def _code(self, node: Node) -> content.CodeBlock:
        name = re.match(r"(?:\{[ \t]*\.)?([\w+-]+)", node.info)
        plain = "\n".join(line.text for line in node.lines)
        fenced = node.typed.lstrip(" >").startswith(("```", "~~~"))
        self.note_passage("code" if fenced else "indented", plain, node.lines)
        return content.CodeBlock(plain, name[1] if name else "")

    def _formula(self, node: Node, lines: Sequence[Line]) -> content.Formula:
        kept, attributes = self.braces([*lines]) if node.kind == "maths" else (lines, attributes_of_fence(node))
        typed = "\n".join(line.text for line in kept).strip()
        maths = self.formula(typed, typed.strip("$").strip(), lines[0].place(), large=True)
        return content.Formula(maths, self.language_of(attributes))

    def _list(self, node: Node) -> content.List:
        tasks = take_boxes(node, asks(self.above, self.headings), self.above, self)
        items = tuple(self.blocks(item.children, node.tight) for item in node.children)
        return content.List(items, node.ordered, node.start, tasks)

    def _table(self, node: Node, caption: Node | None) -> content.Table:
        head, *rows = (tuple(self.inlines([cell]) if cell.text else () for cell in row) for row in node.rows)
        words: Inlines = ()
        identifier, row_heads = "", False
        if caption is not None:
            first = caption.lines[0]
            line = first.cut(re.match(r"Table:\s*", first.text, re.I).end())  # type: ignore[union-attr]
            if own := _BRACES.search(line.text):
                row_heads = "row-heads" in re.split(r"[\s{}]+", own[0])
                for named in re.finditer(r"#([^\s{}]+)", own[0]):
                    identifier = self.own_id(named[1], line.place(own.start() + named.start(1)))
                line = line.part(0, line.text[: own.start()])
            line = self.without_idle_braces(line)
            words = self.inlines([line])
            said = content.inline_words(words)
            wanted = f"{self.module}--table-{anchor_of(said, 'named')}"
            identifier = identifier or self.ids.free(wanted, first.place().span(), said)
        self.tables.append(Table(len(node.align), node.place().span(), node.typed))
        note_rows(node, self)
        if not any(cell.text for cell in node.rows[0]):
            self.fault(
                "A05",
                node.place(),
                "this table has no column headings",
                "Write what each column holds into the first row: a screen reader says it with each cell.",
            )
        return content.Table(identifier, head, tuple(rows), node.align, words, row_heads)

    def _refuse_html(self, node: Node) -> None:
        text = "\n".join(line.text for line in node.lines)
        rest = text_without_comments(text).strip()
        if rest.startswith("<!--"):
            self.open_comment(node.place())
        elif rest:
            self.raw_html(rest, node.place(), node.info)

    def _definitions(self, node: Node) -> content.DefinitionList:
        entries: list[content.Definition] = []
        for child in node.children:
            if child.kind == "term":
                entries.append(content.Definition(self.inlines(child.lines), ()))
            else:
                meaning = self.blocks(child.children, tight=len(child.children) == 1)
                entries[-1] = replace(entries[-1], meanings=(*entries[-1].meanings, meaning))
        return content.DefinitionList(tuple(entries))

    def note_heading(self, level: int, text: str, node: Node, identifier: str) -> None:
        """Note a heading for the rules, and for links to it."""
        self.headings.append(Heading(level, text, node.place().span(), node.typed, identifier))

    def anchor(self, attributes: Attributes | None, text: str, node: Node) -> str:
        """The id of a plain heading: the author's own, or one made from its words."""
        if attributes is not None and attributes.id:
            problem = self.ids.claim(attributes.id, *attributes.place.moved(2))
            if problem is None:
                self.anchors.append(attributes.id)
                return attributes.id
            self.diagnostics.append(problem)
        wanted = f"{self.module}-{anchor_of(text, 'part')}"
        identifier = self.ids.free(wanted, node.place().span(), text)
        self.anchors.append(identifier)
        return identifier

    def footnotes(self) -> tuple[TextBlocks, ...]:
        """The footnotes that were referred to, in the order of their numbers."""
        notes: list[TextBlocks] = []
        for label in self.notes:  # a note may refer to a further one: the list grows
            node = self.definitions.footnotes[label]
            alone = sum(child.kind == "paragraph" for child in node.children) < 2
            notes.append(self.blocks(node.children, tight=alone))
            if not notes[-1]:
                hint = f"Write them behind its colon, or take [^{label}] out of the text."
                self.fault("LNK-002", node.place(), f"the footnote [^{label}] has no words", hint, len(label) + 3)
        used = set(self.notes)
        for label, node in self.definitions.footnotes.items():
            if label not in used:
                raw = f"[^{label}]"
                hint = f"Put {raw} into the text where the note belongs, or delete the note."
                self.fault("LNK-003", node.place(), f"nothing refers to the footnote {raw}", hint, len(raw))
        self._unused_definitions()
        return tuple(notes)

    def _unused_definitions(self) -> None:
        lines: dict[str, Mapping[str, set[int]]] = {}
        for label, line in self.definitions.places.items():
            source = line.source
            if source.path not in lines:
                lines[source.path] = _bracketed(source.lines)
            if lines[source.path].get(label, set()) - {line.number}:
                continue
            address, _ = self.definitions.references[label]
            raw = line.text.strip()
            if raw.startswith(_COMMENTS):
                continue
            words = not _ADDRESS.search(address)
            name = raw[1 : raw.index("]:")]
            message = f"nothing refers to the link [{name}], so this line is not shown"
            hint, fix = f"Delete the line, or refer to it: [words][{name}]", None
            if words and _ABBREVIATION.fullmatch(name):
                self.definitions.abbreviations.setdefault(name, address)
                hint, fix = f"Write *{raw} for an abbreviation, or \\{raw} to show the line.", (raw, f"*{raw}")
            elif words:
                hint, fix = f"To show the line, write \\{raw}", (raw, f"\\{raw}")
            self.fault("LNK-003" if words else "LNK-006", line.place(line.indent), message, hint, len(raw), fix)


def _bracketed(lines: Sequence[str]) -> Mapping[str, set[int]]:
    """What stands between square brackets in a file, as labels are looked up -> the numbers of its lines, two at most."""
    found: dict[str, set[int]] = {}
    for number, line in enumerate(lines, 1):
        for match in _BRACKETED.finditer(line) if "[" in line else ():
            numbers = found.setdefault(label_of(match[1]), set())
            if len(numbers) < 2:
                numbers.add(number)
    return found
