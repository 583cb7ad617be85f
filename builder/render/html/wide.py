"""What is wider than a sheet of paper, which does not scroll: formulas and tables.

Widths are in signs of plain text. An A4 sheet with the margins of the style sheet holds some 90 of them, and some 75 in a
part of a block; half a sheet, as in a cell or a pair, holds some 35.
"""

from collections.abc import Iterable, Iterator

from builder.model.content import Inlines, Maths, Table, every_inline, inline_words
from builder.model.content.line_width import NO_SPACES, line_width
from builder.model.content.maths import MathNode

_SHEET = 68
"""Signs of a formula that fit beside each other on paper, in every block; wide letters are half as wide again."""
_CELL = 28
"""Signs of a formula that fit in half a sheet."""
_TABLE = 84
"""Signs of a row that fit on paper: the longest word of each column, and the space between columns."""
_LEAST, _GAP = 9, 3
"""Signs that a cell holds at least, and those between two."""


def formula_class(node: Maths) -> str:
    """The class of a formula's frame, which says how much of a sheet it needs."""
    width = _width(node.tree)
    return "maths maths--wide" if width > _SHEET else "maths maths--long" if width > _CELL else "maths"


def table_class(block: Table) -> str:
    """The class of a table's frame, which says whether its words have to be broken on paper."""
    columns = zip(*(block.head, *block.rows), strict=False)
    row = sum(max(_LEAST, *map(_longest, cells)) + _GAP for cells in columns)
    return "table table--wide" if row > _TABLE else "table"


def _longest(cell: Inlines) -> int:
    """The widest part of a cell in which no line ends."""
    return max(_parts(cell), default=0)


def _parts(cell: Inlines) -> Iterator[int]:
    yield from (min(_width(node.tree), _CELL) for node in every_inline(cell) if isinstance(node, Maths))
    yield from (line_width(word) for word in inline_words(cell).split() if not NO_SPACES.search(word))


def _width(nodes: Iterable[MathNode]) -> int:
    """Signs of the longest line of a formula."""
    return sum(map(_width_of, nodes))


def _width_of(node: MathNode) -> int:
    if node.name == "mfrac":  # one part above the other
        return max((_width((part,)) for part in node.inside), default=0)
    if node.name == "mtable":
        return max((_width(row.inside) + len(row.inside) for row in node.inside), default=0)
    spaces = 2 if node.name == "mo" and node.words not in "()[]{},.;!|" else 0
    return len(node.words) + spaces + _width(node.inside)
