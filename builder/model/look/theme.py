"""How a course looks in an organisation's own colours, with its logo, its fonts and its own templates."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from builder.model.diagnostics import Span
from builder.model.media import Asset

COLOUR_NAMES = ("paper", "ink", "accent", "band")
"""What an author may give a colour to, in the order in which one rests on another; each also with `-dark` behind it."""

USES = ("reading", "controls", "everything")
"""What a font is for: text and titles, buttons and labels, or both."""


@dataclass(frozen=True, slots=True)
class Chosen:
    """A colour that an author chose."""

    colour: str
    """As `#7a1f5c`: six digits, lower case."""
    span: Span
    """Where its value is."""
    excerpt: str
    """The source line."""


@dataclass(frozen=True, slots=True)
class Logo:
    """The sign of an organisation."""

    picture: Asset
    """Its file."""
    words: str
    """What stands in its place for who does not see it; never empty."""
    dark: Asset | None = None
    """The file for the dark scheme; None when the first is shown there too, on light ground."""


@dataclass(frozen=True, slots=True)
class Font:
    """A font that travels in the package."""

    file: Asset
    """A WOFF2 file."""
    licence: Asset
    """Its licence, which travels along."""
    use: str
    """What it is for: one of `USES`."""
    weight: str
    """A weight such as `400`, or the range of a variable font: `200 900`."""
    style: str
    """`normal` or `italic`."""


@dataclass(frozen=True, slots=True)
class OwnFile:
    """A template or a style of the course's own, in its folder `theme/`."""

    path: str
    """Path relative to the course folder."""
    text: str
    """What is in it."""


@dataclass(frozen=True, slots=True)
class Theme:
    """All of it. A course without any has no theme."""

    name: str = ""
    """Name of the organisation, beside its logo or in place of it; may be empty."""
    logo: Logo | None = None
    """Its sign, when there is one."""
    colours: Mapping[str, Chosen] = field(default_factory=dict)
    """What the author chose, by one of `COLOUR_NAMES`, or such a name with `-dark` behind it."""
    nearest: bool = False
    """Whether a colour that cannot be read gives way to the nearest that can; otherwise it is an error."""
    fonts: tuple[Font, ...] = ()
    """Its fonts."""
    templates: tuple[OwnFile, ...] = ()
    """Templates that take the place of ours."""
    styles: tuple[OwnFile, ...] = ()
    """Style sheets that are added to ours."""

    @property
    def has_brand(self) -> bool:
        """Whether the head of a page has a name or a logo to show."""
        return bool(self.name or self.logo)

    @property
    def palette(self) -> Mapping[str, str]:
        """The chosen colours by their names, without their places."""
        return {name: chosen.colour for name, chosen in self.colours.items()}


@dataclass(frozen=True, slots=True)
class Accent:
    """The colour of links, buttons and lines that an author chose."""

    colour: str
    """As `#7a1f5c`: six digits, lower case."""
    span: Span
    """Where its value is."""
    excerpt: str
    """The source line."""
