"""What a theme adds to the style sheet of a course: colours, fonts, the head of the page, styles of the course's own."""

from collections.abc import Iterable, Mapping
from pathlib import Path

from builder.model.look.palette import DARK, LIGHT, Scheme, schemes_of
from builder.model.look.theme import Font, Theme
from builder.render.assets.bundles import BRAND, read_bundle

_FAMILIES = {"reading": ("serif",), "controls": ("sans",), "everything": ("serif", "sans")}
"""What a font is for -> the tokens that it comes first in."""

FACES: Mapping[str, str] = {
    "serif": 'Charter, "Bitstream Charter", "Charis SIL", "Sitka Text", Cambria, "Noto Serif", Georgia, Caladea, Gelasio, '
    'P052, "URW Palladio L", "DejaVu Serif", serif',
    "sans": '-apple-system, BlinkMacSystemFont, "Segoe UI", Roboto, "Noto Sans", "Liberation Sans", Arial, sans-serif',
}
"""The faces of `tokens.css`: until a font is there, and where it lacks a letter."""


def theme_rules(folder: Path, theme: Theme) -> str:
    """All of it, in this order: what comes last wins. `folder` is that of the templates."""
    brand = read_bundle(folder, BRAND) if theme.has_brand or theme.palette else ""
    own = (f"/* {style.path} */\n{style.text.strip()}\n" for style in theme.styles)
    return "".join((brand, colour_rules(theme.palette), font_rules(theme.fonts), *own))


def colour_rules(chosen: Mapping[str, str]) -> str:
    """The colours of both schemes, as far as they are other than ours. On screens alone: paper stays black on white.

    A learner may have chosen one of the two (`data-theme`), whatever the system says; warm and high contrast are ours.
    """
    light, dark = schemes_of(chosen)
    changed = [name for name in light if light[name] != LIGHT.get(name) or dark[name] != DARK.get(name)]
    if not chosen:
        return ""
    more = "".join(f" --{name}: var(--ink);" for name in ("quiet", "edge", "line") if name in changed)
    return (
        f"@media screen {{ :root {{{_tokens(light, changed)} }} }}\n"
        f"@media screen and (prefers-color-scheme: dark) {{ :root {{{_tokens(dark, changed)} }} }}\n"
        + (f"@media screen and (prefers-contrast: more) {{ :root {{{more} }} }}\n" if more else "")
        + f'@media screen {{ :root[data-theme="light"] {{{_tokens(light, changed)} }} }}\n'
        + f'@media screen {{ :root[data-theme="dark"] {{{_tokens(dark, changed)} }} }}\n'
    )


def _tokens(scheme: Scheme, names: Iterable[str]) -> str:
    return "".join(f" --{name}: {scheme[name]};" for name in names)


def font_rules(fonts: Iterable[Font]) -> str:
    """A rule for each file, and the faces that begin with them. Words show at once, in a face of the system."""
    listed = list(fonts)
    faces = "".join(_face(font, token) for font in listed for token in _FAMILIES[font.use])
    used = [token for token in FACES if any(token in _FAMILIES[font.use] for font in listed)]
    tokens = "".join(f' --{token}: "theme {token}", {FACES[token]};' for token in used)
    return f"{faces}:root {{{tokens} }}\n" if used else ""


def _face(font: Font, token: str) -> str:
    return (
        f'@font-face {{ font-family: "theme {token}"; src: url("{font.file.name}") format("woff2"); '
        f"font-weight: {font.weight}; font-style: {font.style}; font-display: swap; }}\n"
    )
