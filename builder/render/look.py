"""How the pages for administrators and tutors take up the look of an organisation: each is one file, complete in itself."""

import mimetypes
from base64 import b64encode
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from builder.model.course import Course
from builder.model.look.palette import Scheme, schemes_of
from builder.model.media import Asset

_TOKENS = {"paper": "paper", "ink": "ink", "quiet": "quiet", "line": "edge", "faint": "line", "accent": "accent"}
"""Name of a colour on these pages -> its name on the page of a course."""


@dataclass(frozen=True, slots=True)
class Picture:
    """A logo, in the page itself."""

    address: str
    """A `data:` URL."""
    words: str
    """What stands in its place; empty where the name says the same beside it."""
    width: int
    """Pixels."""
    height: int
    """Pixels."""
    dark: str = ""
    """The same for dark ground; empty when the first is shown there too."""


@dataclass(frozen=True, slots=True)
class Look:
    """What such a page shows of a theme."""

    name: str
    """Name of the organisation; may be empty."""
    logo: Picture | None
    """Its logo, when there is one."""
    light: Mapping[str, str]
    """Colours of the light scheme by their names on these pages; none when the theme chooses none."""
    dark: Mapping[str, str]
    """The same in the dark."""
    fonts: int
    """Bytes of the fonts that travel in the package; 0 without any."""


def look_of(course: Course) -> Look | None:
    """The look of a course; None when it has no theme."""
    theme = course.theme
    if theme is None:
        return None
    light, dark = map(_named, schemes_of(theme.palette)) if theme.palette else ({}, {})
    logo = None
    if theme.logo:
        picture, other = theme.logo.picture, theme.logo.dark
        words = "" if theme.logo.words == theme.name else theme.logo.words
        second = _address(course.folder, other) if other else ""
        logo = Picture(_address(course.folder, picture), words, picture.width, picture.height, second)
    return Look(theme.name, logo, light, dark, sum(font.file.size for font in theme.fonts))


def _named(scheme: Scheme) -> Mapping[str, str]:
    return {name: scheme[token] for name, token in _TOKENS.items()}


def _address(folder: Path, asset: Asset) -> str:
    kind = mimetypes.guess_type(asset.name)[0] or "image/webp"
    return f"data:{kind};base64,{b64encode((folder / asset.source).read_bytes()).decode()}"
