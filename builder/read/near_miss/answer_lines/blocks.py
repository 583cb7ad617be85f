"""Blocks that stand for a question as it was meant."""

from collections.abc import Iterator, Sequence

from builder.read.markdown.lines import Line, Node
from builder.read.near_miss.answer_lines.options import Option


def paragraph(lines: list[Line]) -> Node:
    """A paragraph of some lines."""
    return Node("paragraph", lines[0].source, lines[0].number, lines[0].column, lines)


def option_list(options: Sequence[Option], right: set[int]) -> Node:
    """A list with tick boxes, those of the right options ticked."""
    first = options[0].line
    node = Node("list", first.source, first.number, first.column)
    for number, option in enumerate(options):
        line = option.line
        box = "[x] " if number in right else "[ ] "
        words = Line(line.source, line.number, line.column + option.width - len(box), box + line.text[option.width :])
        item = Node("item", line.source, line.number, line.column, info="-")
        item.children = [paragraph([words, *option.more]), *option.below]
        node.children.append(item)
    return node


def quoted_reason(key: Line, reason: str) -> Node:
    """Feedback: the reason that an answer line gives."""
    quote = Node("quote", key.source, key.number, key.column, blank_before=True)
    quote.children = [paragraph([key.part(max(0, key.text.rfind(reason)), reason)])]
    return quote


def without_lines(nodes: Sequence[Node], taken: Sequence[Line]) -> Iterator[Node | None]:
    """The blocks without some lines; None for a block of which nothing is left."""
    for node in nodes:
        if not taken:
            yield node
        elif node.kind == "paragraph":
            node.lines = [line for line in node.lines if not any(line is one for one in taken)]
            yield node if node.lines else None
        elif node.kind in {"list", "item", "quote"} and node.children:
            node.children = [child for child in without_lines(node.children, taken) if child is not None]
            yield node if node.children else None
        else:
            yield node
