"""Finds changes of light that may cause a seizure (WCAG 2.2, 2.3.1, general flash threshold).

A flash is a pair of opposing changes of relative luminance by a tenth or more, the darker state below 0.80. More than
three in a second are too many, where enough of the picture flashes at a time. Saturated red cannot be judged here, nor
how large the picture is on the learner's screen.
"""

from collections import deque
from collections.abc import Iterable

COLUMNS, ROWS = 16, 9
"""Cells of a frame; each is the mean of its part of the picture."""
RATE = 60
"""Frames a second that are looked at; what stands still costs nothing."""
ENOUGH = 6
"""Cells of 144: at a width of 1024 pixels, the quarter of ten degrees of sight in the clause."""

_CHANGE, _BRIGHT = 0.1, 0.8
_CHANGES = 7
"""Three flashes have six changes."""
_SECOND = 0.98
"""Seconds: a little less than one, since the times of frames are rounded. Three flashes a second are none too many."""


def luminance(grey: int) -> float:
    """Relative luminance of a grey from 0 to 255 (WCAG 2.2, definition)."""
    share = grey / 255
    return share / 12.92 if share <= 0.04045 else float(((share + 0.055) / 1.055) ** 2.4)


_LIGHT = tuple(map(luminance, range(256)))


class _Cell:
    """One part of the picture: whether its light rises or falls, and when that last changed."""

    __slots__ = ("changes", "extreme", "rising")

    def __init__(self, light: float) -> None:
        self.extreme = light
        self.rising = False
        self.changes: deque[float] = deque(maxlen=_CHANGES)

    def turns(self, light: float, second: float) -> bool:
        """Take the next light; gives whether the cell has now flashed more than three times within a second."""
        if (light > self.extreme) is self.rising:
            self.extreme = light
            return False
        if abs(light - self.extreme) < _CHANGE or min(light, self.extreme) >= _BRIGHT:
            return False
        self.extreme, self.rising = light, not self.rising
        self.changes.append(second)
        return len(self.changes) == _CHANGES and second - self.changes[0] < _SECOND


def find_flashes(frames: Iterable[bytes], rate: float = RATE) -> tuple[float, ...]:
    """The seconds at which passages with flashes begin.

    Each frame has the same cells, one grey (0 to 255) each; `rate` is how many there are in a second.
    """
    cells: list[_Cell] = []
    flashing: dict[int, float] = {}
    begins: list[float] = []
    until, last = -1.0, b""
    for number, frame in enumerate(frames):
        if frame == last:
            continue
        second = number / rate
        cells = cells or [_Cell(_LIGHT[grey]) for grey in frame]
        for at, (before, now) in enumerate(zip(last, frame, strict=False)):
            if before != now and cells[at].turns(_LIGHT[now], second):
                flashing[at] = second
        last = frame
        together = [at for at, when in flashing.items() if second - when < 1]
        if len(together) >= min(ENOUGH, len(cells)) and second in flashing.values():
            if second - until > 1:
                begins.append(min(cells[at].changes[0] for at in together))
            until = second
    return tuple(begins)
