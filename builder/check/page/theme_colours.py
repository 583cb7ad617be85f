"""A14 and THM-008: the colours of a theme can be read, or give way to the nearest that can."""

from collections.abc import Iterator

from builder.model.course import Course
from builder.model.diagnostics import Diagnostic
from builder.model.look.palette import Unreadable, unreadable
from builder.model.look.theme import Theme
from builder.model.rules import fault

_WHAT = {
    "paper": "{colour} cannot be the paper of a page: {words} on it has a contrast of {ratio} to 1, and needs {needed}",
    "ink": "{colour} cannot be read on the page ({against}): its contrast is {ratio} to 1, and words need {needed}",
    "accent": "{colour} cannot be read on the page ({against}): its contrast is {ratio} to 1, and words need {needed}",
    "band": "no words can be read on {colour}: {words} has the most contrast, {ratio} to 1, and they need {needed}",
}
_WORDS = {"#000000": "black", "#ffffff": "white"}


def check_colours(course: Course) -> Iterator[Diagnostic]:
    """Every colour of a theme, in both schemes."""
    if course.theme is None:
        return
    for found in unreadable(course.theme.palette):
        yield _exchanged(course.theme, found) if course.theme.nearest else _refused(course.theme, found)


def _refused(theme: Theme, found: Unreadable) -> Diagnostic:
    chosen = theme.colours[found.name]
    written = chosen.excerpt[chosen.span.column - 1 :][: chosen.span.length]
    near = f'"{found.nearest}"'
    hint = f"Write: {found.name}: {near} , the nearest that can. Or add `contrast: nearest` under `theme`, and Satchel takes it."
    return fault("A14", chosen.span, _what(found), hint, chosen.excerpt, (written, near))


def _exchanged(theme: Theme, found: Unreadable) -> Diagnostic:
    chosen = theme.colours[found.name]
    hint = f"The course has the nearest that can, {found.nearest}, because of `contrast: nearest`."
    return fault("THM-008", chosen.span, _what(found), hint, chosen.excerpt)


def _what(found: Unreadable) -> str:
    """What is wrong, in one sentence. The ratio is cut off, not rounded: 6.97 must not be reported as 7."""
    kind = _WHAT[found.name.removesuffix("-dark")]
    ratio = int(found.ratio * 10) / 10
    words = _WORDS.get(found.against, "")
    return kind.format(colour=found.colour, against=found.against, words=words, ratio=ratio, needed=f"{found.needed:g}")
