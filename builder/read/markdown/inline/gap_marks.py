"""Marks that stand for gaps while markdown is read: it leaves them alone, and they become gaps of the content."""

from builder.model.rare_pattern import rare_pattern

_SIGN = "\uffff"
"""Cannot be in a source (STR-024), nor in what markdown makes of one."""

GAP_MARK = rare_pattern(f"{_SIGN}0*(\\d+){_SIGN}")
"""A mark, with its number; a wide one has thousands of noughts, more than a number may have."""


def gap_mark(number: int, width: int) -> str:
    """The mark of a gap, as wide as what it stands for, so that columns stay what they are."""
    return _SIGN + str(number).rjust(width - 2, "0") + _SIGN
