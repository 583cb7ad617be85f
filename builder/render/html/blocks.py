"""Blocks of text -> HTML."""

from collections.abc import Callable, Mapping
from functools import cached_property
from html import escape

from builder.model.content import (
    Callout,
    CodeBlock,
    DefinitionList,
    Details,
    Divider,
    Figure,
    Formula,
    Fragment,
    Heading,
    Inlines,
    List,
    Paragraph,
    Quote,
    Table,
    TextBlocks,
    TightText,
    inline_words,
)
from builder.render.html.code_colours import coloured
from builder.render.html.inlines import GapWriter, InlineWriter, attribute
from builder.render.html.passages import polyglot
from builder.render.html.wide import formula_class, table_class


class HtmlWriter(InlineWriter):
    """Writes blocks of text as HTML (flow content, HTML 3.2.5.2.2)."""

    @cached_property
    def again(self) -> "HtmlWriter":
        """Writes content that is on the page already: without ids."""
        return self.varied(ids=False)

    @cached_property
    def in_link(self) -> "HtmlWriter":
        """Writes content that stands in a link: without links and ids."""
        return self.varied(ids=False, links=False)

    def with_gaps(self, write: GapWriter) -> "HtmlWriter":
        """Writes each gap with `write`."""
        return self.varied(gap=write)

    def write(self, content: Fragment | Inlines | TextBlocks) -> str:
        """Any content."""
        if type(content) is Fragment:
            return self.inlines(content.content)
        if content and type(content[0]) in _WRITERS:  # type: ignore[index]
            return self.blocks(content)  # type: ignore[arg-type]
        return self.inlines(content)  # type: ignore[arg-type]

    def blocks(self, content: TextBlocks) -> str:
        """Blocks, each on a line of its own."""
        return "\n".join([_WRITERS[type(block)](self, block) for block in content])

    def _paragraph(self, block: Paragraph) -> str:
        words = self.within(block.language).inlines(block.content)
        return f"<p{self.language(block.language)}>{words}</p>"

    def _tight_text(self, block: TightText) -> str:
        return self.inlines(block.content)

    def _heading(self, block: Heading) -> str:
        place = f' id="{block.id}"' if self.ids else ""
        words = self.within(block.language).inlines(block.content)
        return f"<h{block.level}{place}{self.language(block.language)}>{words}</h{block.level}>"

    def _quote(self, block: Quote) -> str:
        said = f"<blockquote>\n{self.blocks(block.content)}\n</blockquote>"
        if not block.source:
            return said
        return f'<figure class="quote">{said}<figcaption>{self.inlines(block.source)}</figcaption></figure>'

    def _callout(self, block: Callout) -> str:
        """A box with its title; one that is folded is opened by it."""
        looks = f'class="callout callout--{block.kind}"'
        title, mark = self.inlines(block.title), self.aside()
        word = escape(self.strings[f"callout.{block.kind}"])
        if not title:
            title = f"<span{mark}>{word}</span>" if mark else word
        elif block.kind != "note":  # colour alone says nothing to some (WCAG 2.2, 1.4.1)
            title = f'<span class="callout__kind"{mark}>{word}</span> {title}'
        if block.folded:
            shown = " open" if block.folded == "open" else ""
            return f"<details {looks}{shown}><summary>{title}</summary>\n{self.blocks(block.content)}\n</details>"
        return f'<div {looks}>\n<p class="callout__title">{title}</p>\n{self.blocks(block.content)}\n</div>'

    def _details(self, block: Details) -> str:
        shown = " open" if block.open else ""
        title = self.inlines(block.title)
        return f'<details class="details"{shown}><summary>{title}</summary>\n{self.blocks(block.content)}\n</details>'

    def _list(self, block: List) -> str:
        tag = "ol" if block.ordered else "ul"
        start = f' start="{block.start}"' if block.ordered and block.start != 1 else ""
        start += ' class="tasks"' if block.tasks else ""
        items = "\n".join([f"<li>{self.blocks(item)}</li>" for item in block.items])
        return f"<{tag}{start}>\n{items}\n</{tag}>"

    def _definition_list(self, block: DefinitionList) -> str:
        rows: list[str] = []
        for entry in block.entries:
            rows.append(f"<dt>{self.inlines(entry.term)}</dt>")
            rows += [f"<dd>{self.blocks(meaning)}</dd>" for meaning in entry.meanings]
        return "<dl>\n" + "\n".join(rows) + "\n</dl>"

    def _table(self, block: Table) -> str:
        """A table that can be scrolled with the keyboard, named by its caption or its columns (WCAG 2.2, 2.1.1)."""
        if block.caption:
            place = f' id="{block.id}"' if self.ids else ""
            label, caption = f'aria-labelledby="{block.id}"', f"<caption{place}>{self.inlines(block.caption)}</caption>"
        else:
            # A name in one language: columns in another one name themselves.
            own = [cell for cell in block.head if not polyglot(cell)] or block.head
            named = ", ".join(words for cell in own if (words := inline_words(cell)))
            label, caption = f'aria-label="{escape(named)}"', ""
        head = self._row(block.head, block.alignment, 'th scope="col"')
        first = 'th scope="row"' if block.row_heads else "td"
        body = "\n".join(self._row(row, block.alignment, "td", first) for row in block.rows)
        return (
            f'<div class="{table_class(block)}" role="region" tabindex="0" {label}><table>{caption}\n<thead>\n{head}\n</thead>\n'
            f"<tbody>\n{body}\n</tbody>\n</table></div>"
        )

    def _row(self, cells: tuple[Inlines, ...], alignment: tuple[str, ...], inner: str, first: str = "") -> str:
        """A row of cells, which are `inner`; the `first` of them may be another element."""
        written = []
        for number, (cell, side) in enumerate(zip(cells, alignment, strict=False)):
            place = f' class="align-{side}"' if side in {"right", "center"} else ""
            tag = first if first and not number else inner
            written.append(f"<{tag}{place}>{self.inlines(cell)}</{tag[:2]}>")
        return f"<tr>{''.join(written)}</tr>"

    def _code_block(self, block: CodeBlock) -> str:
        kind = f' class="language-{block.language}"' if block.language else ""
        way = ' dir="ltr"' if self.leftward else ""
        return f"<pre{way}><code{kind}>{coloured(block.text, block.language)}\n</code></pre>"

    def _formula(self, block: Formula) -> str:
        """A formula that can be scrolled with the keyboard where it is too wide (WCAG 2.2, 2.1.1)."""
        said = f'aria-label="{attribute(block.maths.said)}" class="{formula_class(block.maths)}" role="group"'
        return f'<div {said}{self.language(block.language)} tabindex="0">{self.maths(block.maths)}</div>'

    def _figure(self, block: Figure) -> str:
        """A picture with its caption, and with a description that is closed until somebody opens it."""
        picture, caption = self.picture(block.picture), block.picture.caption
        if not caption and not block.description:
            return f'<p class="picture">{picture}</p>'
        below = (
            f"<figcaption{self.language(block.picture.language)}>{attribute(caption)}</figcaption>" if caption else ""
        )
        if block.description:
            summary = escape(self.strings["picture.description"])
            said = self.within(block.language).inlines(block.description)
            words = f"<p{self.language(block.language)}>{said}</p>" + self.blocks(block.more)
            below += (
                f'<details class="picture__description"><summary{self.aside()}>{summary}</summary>{words}</details>'
            )
        # A figure is named by its caption: without one there is nothing to call it by.
        name = "figure" if caption else "div"
        return f'<{name} class="picture">{picture}{below}</{name}>'

    def _divider(self, block: Divider) -> str:
        return "<hr>"


_WRITERS: Mapping[type, Callable[..., str]] = {
    Paragraph: HtmlWriter._paragraph,
    TightText: HtmlWriter._tight_text,
    Heading: HtmlWriter._heading,
    Quote: HtmlWriter._quote,
    Callout: HtmlWriter._callout,
    Details: HtmlWriter._details,
    List: HtmlWriter._list,
    DefinitionList: HtmlWriter._definition_list,
    Table: HtmlWriter._table,
    CodeBlock: HtmlWriter._code_block,
    Formula: HtmlWriter._formula,
    Figure: HtmlWriter._figure,
    Divider: HtmlWriter._divider,
}
