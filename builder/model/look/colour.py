"""Colours of the page and their contrast (WCAG 2.2, relative luminance and contrast ratio)."""

from bisect import bisect_left
from collections.abc import Callable, Iterable
from colorsys import hls_to_rgb, rgb_to_hls

LIGHT_PAPERS = ("#fbfaf6", "#f2efe6")
"""What words stand on in the light scheme: `--paper` and `--raised` of `templates/styles/tokens.css`."""
DARK_PAPERS = ("#14181b", "#1d2327")
"""The same in the dark scheme."""
WARM_PAPERS = ("#f9eed8", "#f1e2c5")
"""The same in the warm colours that a learner may choose."""
FOR_WORDS = 4.5
"""Contrast that words need (WCAG 2.2, 1.4.3)."""
FOR_EVERYBODY = 7.0
"""Contrast that words have where we choose the colour (WCAG 2.2, 1.4.6)."""

_STEPS = 510
"""Shades of one hue that are tried: two for each that a screen can show."""


def luminance(colour: str) -> float:
    """Relative luminance of a colour such as `#7a1f5c`: 0 for black, 1 for white."""
    red, green, blue = (_linear(channel) for channel in _channels(colour))
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def contrast(one: str, other: str) -> float:
    """Contrast ratio of two colours: 1 to 21."""
    dark, light = sorted((luminance(one), luminance(other)))
    return (light + 0.05) / (dark + 0.05)


def least_contrast(colour: str, papers: Iterable[str]) -> float:
    """Contrast on the paper on which a colour is hardest to see."""
    return min(contrast(colour, paper) for paper in papers)


def mixed(one: str, other: str, share: float) -> str:
    """A colour with so much of another in it: 0 for the first, 1 for the other (as `color-mix` of CSS does in sRGB)."""
    pairs = zip(_channels(one), _channels(other), strict=True)
    return _hex(tuple(a + (b - a) * share for a, b in pairs))


def shade_for(colour: str, papers: Iterable[str], ratio: float) -> str:
    """The nearest shade of the same hue that has a contrast on all of the papers; the colour itself when it has it.

    On light papers it is darker, on dark ones lighter. Black or white is the last resort.
    """
    grounds = tuple(papers)
    if least_contrast(colour, grounds) >= ratio:
        return colour
    hue, lightness, saturation = rgb_to_hls(*_channels(colour))
    goal = 1.0 if luminance(grounds[0]) < luminance("#777777") else 0.0

    def shade(step: int) -> str:
        return _hex(hls_to_rgb(hue, lightness + (goal - lightness) * step / _STEPS, saturation))

    return shade(first_step(lambda step: least_contrast(shade(step), grounds) >= ratio, _STEPS))


def first_step(passes: Callable[[int], bool], steps: int) -> int:
    """The first of so many steps that passes, where all behind it pass too; the last one when none does."""
    return bisect_left(range(steps), True, key=passes)


def _channels(colour: str) -> tuple[float, float, float]:
    red, green, blue = (int(colour[at : at + 2], 16) / 255 for at in (1, 3, 5))
    return red, green, blue


def _linear(channel: float) -> float:
    return channel / 12.92 if channel <= 0.04045 else float(((channel + 0.055) / 1.055) ** 2.4)


def _hex(channels: tuple[float, ...]) -> str:
    return "#" + "".join(f"{round(channel * 255):02x}" for channel in channels)
