"""Draws slides with Pillow: large, then made smaller, so that the letters keep their shapes."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING

from builder.errors import Defect
from builder.programs import need_pillow
from builder.stand_in.script import Slide

if TYPE_CHECKING:
    from PIL import ImageFont
    from PIL.Image import Image
    from PIL.ImageDraw import ImageDraw

    Font = ImageFont.FreeTypeFont | ImageFont.ImageFont

WIDTH, HEIGHT = 854, 480
LABEL = "Stand-in, not the original film"
"""The label on every slide, and so on every frame."""

PAPER, INK, QUIET, RULE, ACCENT = "#13171b", "#ece8df", "#b9b6ae", "#7f8a8c", "#7cc9c4"
SERIF = (
    "Charter.ttc",
    "Gelasio-Regular.ttf",
    "LiberationSerif-Regular.ttf",
    "DejaVuSerif.ttf",
    "Georgia.ttf",
)
SANS = ("LiberationSans-Regular.ttf", "DejaVuSans.ttf", "Helvetica.ttc", "Arial.ttf")
"""Files by which Pillow finds a face among the system's own; the first one there is used."""

SCALE = 3
"""How many times larger everything is drawn."""
MARGIN, TOP, FLOOR = 60, 100, 420
"""Text stands between these; below FLOOR a player shows its captions and controls."""
MEASURE = WIDTH - 2 * MARGIN
INDENT = 32


@dataclass(frozen=True, slots=True)
class _Run:
    """Lines of one kind: a heading, a paragraph, a point of a list."""

    lines: list[str]
    font: Font
    colour: str
    top: float
    leading: float
    indent: int

    @property
    def bottom(self) -> float:
        return self.top + self.leading * len(self.lines)


def draw_slide(slide: Slide) -> Image:
    """The picture of a slide, 854 by 480, its words all shown, with the label. Raises MissingTool."""
    need_pillow()
    from PIL import Image, ImageDraw

    large = Image.new("RGB", (WIDTH * SCALE, HEIGHT * SCALE), PAPER)
    pen = ImageDraw.Draw(large)
    _draw_label(pen)
    for run in _fitting(slide):
        _draw_run(pen, run)
    return large.resize((WIDTH, HEIGHT), Image.Resampling.LANCZOS)


def _draw_label(pen: ImageDraw) -> None:
    font = _font(SANS, 23)
    _rectangle(pen, (MARGIN, 42, MARGIN + 20, 45), ACCENT)
    pen.text((_px(MARGIN + INDENT), _px(51.5)), LABEL, ACCENT, font, anchor="ls")
    _rectangle(pen, (MARGIN, 72, WIDTH - MARGIN, 73), RULE)


def _draw_run(pen: ImageDraw, run: _Run) -> None:
    if run.indent:
        middle = run.top + run.leading * 0.52
        _rectangle(pen, (MARGIN, middle - 1, MARGIN + 14, middle + 1), ACCENT)
    for number, line in enumerate(run.lines):
        baseline = run.top + run.leading * (number + 0.72)
        pen.text((_px(MARGIN + run.indent), _px(baseline)), line, run.colour, run.font, anchor="ls")


def _fitting(slide: Slide) -> list[_Run]:
    """The slide's text set as large as it can be."""
    for percent in range(100, 20, -4):
        runs = list(_set(slide, percent / 100))
        if runs[-1].bottom <= FLOOR and all(map(_narrow, runs)):
            return runs
    raise Defect(f"the slide {slide.heading!r} does not fit")


def _set(slide: Slide, size: float) -> Iterator[_Run]:
    """Heading and points at a size, 1 being the largest."""
    listed = len(slide.points) > 1
    colour, leading, gap, indent = (INK, 1.24, 7, INDENT) if listed else (QUIET, 1.3, 0, 0)
    heading = _run(slide.heading, (42 if listed else 50) * size, 1.16, INK, TOP)
    yield heading
    top = heading.bottom + 18 * size
    for point in slide.points:
        run = _run(point, 33 * size, leading, colour, top, indent)
        yield run
        top = run.bottom + gap * size


def _run(text: str, size: float, leading: float, colour: str, top: float, indent: int = 0) -> _Run:
    font = _font(SERIF, size)
    return _Run(_balanced(text, font, MEASURE - indent), font, colour, top, size * leading, indent)


def _balanced(text: str, font: Font, measure: float) -> list[str]:
    """Lines about as long as one another, no more of them than the measure asks for."""
    lines = _broken(text, font, measure)
    while measure > 0 and len(narrower := _broken(text, font, measure - 8)) == len(lines):
        measure, lines = measure - 8, narrower
    return lines


def _broken(text: str, font: Font, measure: float) -> list[str]:
    lines: list[str] = []
    for word in text.split():
        longer = f"{lines[-1]} {word}" if lines else word
        if lines and font.getlength(longer) <= _px(measure):
            lines[-1] = longer
        else:
            lines.append(word)
    return lines


def _narrow(run: _Run) -> bool:
    return all(run.font.getlength(line) <= _px(MEASURE - run.indent) for line in run.lines)


def _font(names: tuple[str, ...], size: float) -> Font:
    """The first face there is, else the one that Pillow brings."""
    from PIL import ImageFont

    for name in names:
        try:
            return ImageFont.truetype(name, _px(size))
        except OSError:
            continue
    return ImageFont.load_default(_px(size))


def _rectangle(pen: ImageDraw, box: tuple[float, float, float, float], colour: str) -> None:
    left, top, right, bottom = map(_px, box)
    pen.rectangle((left, top, right - 1, bottom - 1), fill=colour)


def _px(length: float) -> int:
    return round(length * SCALE)
