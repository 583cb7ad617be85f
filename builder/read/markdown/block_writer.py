"""Blocks of markdown -> flow content, with every heading and table noted at its place."""

import difflib
import re
from collections.abc import Iterable
from html import escape

from builder.model.source_facts import Heading, Table
from builder.read.ids import slug
from builder.read.markdown.attributes import Attributes, parse_attributes, trailing_attributes
from builder.read.markdown.blocks import Line, Node, cells
from builder.read.markdown.figures import ALONE, LABEL, described, is_picture, near_description, parted, picture
from builder.read.markdown.inline_writer import PhrasingWriter, raw_html
from builder.read.markdown.table_captions import is_caption, note_lost_caption, note_near_caption

BACK = "<!--back-->"
"""Stands where a footnote leads back to the text, in the page's language."""
_BRACKETS = re.compile(r"(?<![\]!])\[(?!\^)([^\[\]]+)\]$")
_OPENED = re.compile(r"(?<!\\)\[(?!\^)[^\[\]]*$")
_TASK = re.compile(r"^\[[ xX]\](?=\s)")


class Writer(PhrasingWriter):
    """Writes the HTML of one module: inline content by its base, blocks here."""

    privacy = "device"
    """Who keeps the words of a reflection that says nothing of it."""

    def html(self, nodes: Iterable[Node], tight: bool = False) -> str:
        """Blocks -> HTML; in a tight list a paragraph is its words alone."""
        parts: list[str] = []
        caption = above = None
        for node in nodes:
            if caption is not None and node.kind != "table":
                self._add_lost_caption(caption, above, tight, parts)
                caption = None
            if node.kind == "paragraph":
                if is_caption(node):
                    caption = node
                    continue
                if node.lines[0].text.startswith("![") or (parts and "<img " in parts[-1]):
                    self._add_beside_picture(node, tight, parts)
                else:
                    parts.append(self._paragraph(node, tight))
            elif node.kind == "table":
                if caption is None and above is not None and above.kind == "paragraph":
                    note_near_caption(above, self)
                parts.append(self._table(node, caption))
                caption = None
            else:
                parts.append(getattr(self, f"_{node.kind}")(node))
            above = node
        if caption is not None:
            self._add_lost_caption(caption, above, tight, parts)
        return "\n".join(part for part in parts if part)

    def _add_lost_caption(self, caption: Node, above: Node | None, tight: bool, parts: list[str]) -> None:
        """Add a caption that no table follows, as the words that it is."""
        note_lost_caption(caption, above is not None and above.kind == "table", self)
        parts.append(self._paragraph(caption, tight))

    def _paragraph(self, node: Node, tight: bool) -> str:
        lines, attributes = self.braces(node.lines)
        content = self.fragment(lines, "paragraph").html
        language = self.language_of(attributes, node)
        if ALONE.match(content) and not language and not (tight and "title=" not in content):
            return picture(content)
        if tight and not language:
            return content
        return f"<p{_lang(language)}>{content}</p>"

    def _add_beside_picture(self, node: Node, tight: bool, parts: list[str]) -> None:
        """Add a paragraph that may be a picture, or the description of the one above it."""
        for paragraph in parted(node):
            width = near_description(paragraph.lines[0].text) if parts and "<img " in parts[-1] else 0
            if width and is_picture(parts[-1]):
                parts[-1] = self._described(parts[-1], paragraph, width)
                continue
            if width:
                self._refuse_description(paragraph, width, parts[-1])
            parts.append(self._paragraph(paragraph, tight))

    def _refuse_description(self, node: Node, width: int, above: str) -> None:
        """Words that were meant to describe a picture that cannot be described by them."""
        first = node.lines[0]
        again = "<details" in above
        message = (
            "this picture has a description already" if again else "only a picture that stands alone has a description"
        )
        hint = (
            "Make one paragraph of both."
            if again
            else "Put the picture into a paragraph of its own, directly above this one."
        )
        self.fault("PIC-001", first.number, first.column, message, hint, width)

    def _described(self, figure: str, node: Node, width: int) -> str:
        """A picture with the description that stands below it; `width` is that of its label, or of what is meant so."""
        first = node.lines[0]
        label = LABEL.match(first.text)
        if label is None:
            hint = f"Write: Description: {first.text[width:].strip()[:60] or 'what it shows'}"
            message = "the description of a picture begins with Description:"
            self.fault("PIC-001", first.number, first.column, message, hint, len(first.text[:width].rstrip()))
            return figure
        if self.pictures and self.pictures[-1].decorative:
            message, hint = "this picture is said to be decorative, and yet described", "Take {decorative} out."
            self.fault("PIC-002", first.number, first.column, message, hint, len(first.text))
        lines = [line for line in (first.cut(label.end()), *node.lines[1:]) if not line.blank]
        lines, attributes = self.braces(lines)
        if not lines:
            message, hint = "this description is empty", "Write it, or delete the line."
            self.fault("PIC-001", first.number, first.column, message, hint)
            return figure
        language = self.language_of(attributes, node)
        return described(figure, self.fragment(lines, "paragraph").html, _lang(language))

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
        if rest.startswith("<!--"):
            self.open_comment(node.line, node.column)
        elif rest:
            self.fault("A12", node.line, node.column, *raw_html(rest), len(rest.split("\n")[0]))
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
        if "lang" in attributes.options:
            if text.endswith("]"):
                self._refuse_space(last, text, attributes)
            self._refuse_open([*lines[:-1], Line(last.number, last.column, text)], last.text[attributes.offset :])
        if attributes.problem:
            comma = attributes.problem.startswith(",")
            self.fault(
                "STR-018",
                last.number,
                last.column + attributes.offset,
                "these braces have a comma where a space belongs"
                if comma
                else f"these braces cannot be read from {attributes.problem} on",
                _readable(last.text[attributes.offset :]),
                len(last.text) - attributes.offset,
            )
        kept = [*lines[:-1], Line(last.number, last.column, text)] if text else lines[:-1]
        return kept, Attributes(attributes.id, attributes.options, attributes.problem, last.column + attributes.offset)

    def _refuse_space(self, line: Line, text: str, attributes: Attributes) -> None:
        """`[words] {lang=cy}`: the brackets would be shown, and the whole paragraph would be in that language."""
        words = _BRACKETS.search(text)
        if words and words[1].lower() not in self.definitions.references:
            message = "there is a space between these words and their language, so it would count for all of them"
            braces = line.text[attributes.offset :].strip()
            hint = f"Write {words[0]}{braces}, or take the square brackets out."
            self.fault("LNG-001", line.number, line.column + words.start(), message, hint, len(words[0]))

    def _refuse_open(self, lines: list[Line], braces: str) -> None:
        """`[words {lang=cy}`: the bracket would be shown, and all of the paragraph would be in that language."""
        opened = _OPENED.search("\n".join(line.text for line in lines)) if any("[" in x.text for x in lines) else None
        if opened is None:
            return
        line = lines[-1 - opened[0].count("\n")]
        column = line.column + line.text.rindex("[")
        message = "this bracket is never closed, so the language would count for all of the paragraph"
        hint = f"Write {' '.join(opened[0].split())}]{braces.strip()}"
        self.fault("LNG-001", line.number, column, message, hint, len(opened[0].split(chr(10))[0]))

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
                message = f'"{key}" is not an option that is known here'
                hint = self._nearest(key, attributes, allowed)
                self.fault("STR-018", line, attributes.offset, message, hint)
        if not {"lang", *allowed}.issuperset(attributes.options):
            return attributes.options.get("lang", "")
        return self.known_language(attributes, line, attributes.offset)

    def _nearest(self, key: str, attributes: Attributes, allowed: tuple[str, ...]) -> str:
        """What an option that is not known here was meant to be."""
        if key in self.engine.variables.words:
            return f"Did you mean {{{{{key}}}}}?"
        if key == "decorative":
            return "Put {decorative} directly after the picture, without a space."
        if re.fullmatch("[a-z]{2}", key):
            return f"Did you mean {{lang={key}}}?"
        known = ["lang", *(name for name in allowed if name != "id")]
        near = difflib.get_close_matches(key, known, 1, 0.6)
        if not near and "id" in allowed and not attributes.options[key] and not attributes.id:
            return f"For an id, write {{#{key}}}."
        return f"Did you mean {near[0]}?" if near else f"Known here: {', '.join(known)}."

    def note_heading(self, level: int, text: str, node: Node) -> None:
        """Note a heading for the rules."""
        self.headings.append(Heading(level, text, self.span(node.line, node.column), self.excerpt(node.line)))

    def anchor(self, attributes: Attributes | None, text: str, node: Node) -> str:
        """The id of a plain heading: the author's own, or one made from its words."""
        if attributes is not None and attributes.id:
            problem = self.ids.claim(attributes.id, *self.at(node.line), attributes.offset + 2)
            if problem is None:
                self.anchors.append(attributes.id)
                return attributes.id
            self.diagnostics.append(problem)
        identifier = self.ids.free(f"{self.module}-{slug(text) or 'part'}", self.span(node.line, node.column))
        self.anchors.append(identifier)
        return identifier

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
        self._unused_definitions()
        return '<ol class="notes">\n' + "\n".join(items) + "\n</ol>" if items else ""

    def _unused_definitions(self) -> None:
        for label, line in self.definitions.places.items():
            used = f"[{label}]"
            if any(used in " ".join(other.lower().split()) for other in self._others(line)):
                continue
            address, _ = self.definitions.references[label]
            raw = line.text.strip()
            words = not re.search(r"[/.#:]", address)
            name = raw[1 : raw.index("]:")]
            message = f"nothing refers to the link [{name}], so this line is not shown"
            hint = (
                f"For an abbreviation, write *{raw}" if words else f"Delete the line, or refer to it: [words][{name}]"
            )
            if words:
                self.definitions.abbreviations.setdefault(name, address)
            self.fault("LNK-003", line.number, line.column + line.indent, message, hint, len(raw))

    def _others(self, line: Line) -> Iterable[str]:
        return (text for number, text in enumerate(self.source.lines, 1) if number != line.number)


def _readable(braces: str) -> str:
    """What to write in place of braces that cannot be read."""
    meant = re.sub(r"\s*[:=]\s*", "=", re.sub(r"\s*,\s*(?=\w)", " ", braces.strip()))
    if meant != braces.strip() and parse_attributes(meant[1:-1]).problem == "":
        return f"Write {meant}"
    return "Write {#my-id}, {lang=fr} or {key=value}, with a space between them."


def _lang(language: str) -> str:
    return f' lang="{escape(language)}"' if language else ""


def _counted(columns: int) -> str:
    return f"{columns} column{'s' * (columns != 1)}"
