"""Boxes to tick that stand among words: `[ ] I agree`, `[ ] Yes [ ] No`. What to write for them, with their own words."""

from builder.model.diagnostics import Span
from builder.model.rare_pattern import rare_pattern

_BOX = rare_pattern(r"[ >]*(?P<box>\[[ xX]?\])(?=[ \t]+\S)")
_BOXES = frozenset({"[ ]", "[]", "[x]", "[X]"})
_EACH_BOX = rare_pattern(r"\[[ xX]?\](?=[ \t])")


def box_remedy(span: Span, sign: str, excerpt: str) -> str:
    """What to write for a box that begins its line, or for several on one line; empty for any other sign."""
    first = _EACH_BOX.search(excerpt) if sign in _BOXES else None
    if first is None or not (_is_first(span, excerpt) or _has_several(excerpt)):
        return ""
    return _boxes(excerpt[first.start() :]).rstrip(".")


def box_with_dash(span: Span, sign: str, excerpt: str) -> tuple[str, str] | None:
    """An empty box that begins its line, and the same with the dash that it lacks; None for any other sign."""
    if sign not in {"[ ]", "[]"} or not _is_first(span, excerpt) or _has_several(excerpt):
        return None
    return sign, "- [ ]"


def _is_first(span: Span, excerpt: str) -> bool:
    """Whether a box to tick begins its line."""
    box = _BOX.match(excerpt)
    return box is not None and box.start("box") == span.column - 1


def _has_several(excerpt: str) -> bool:
    return len(_EACH_BOX.findall(excerpt)) > 1


def _boxes(words: str) -> str:
    """What to write for lines that begin with a box to tick, and have no dash before it."""
    parts = [part.strip(" ,;/|") for part in _EACH_BOX.split(words) if part.strip(" ,;/|")]
    boxes = ["x" if "x" in box.lower() else " " for box in _EACH_BOX.findall(words)]
    written = [f"- [{box}] {part[:60]}" for box, part in zip(boxes, parts, strict=False)]
    if len(written) == 1 and "x" in boxes:
        return f"An option is a line below a heading `## Quiz: ...`, with a dash: {written[0]}"
    if len(written) == 1:
        return f"Begin the line with a dash: {written[0]}"
    return f"Begin each on a line of its own, with a dash: {' , '.join(written) or '- [ ] words'}"
