"""The style sheet of one course."""

from pathlib import Path

from builder.model.colour import DARK_PAPERS, FOR_EVERYBODY, LIGHT_PAPERS, shade_for
from builder.render.assets.bundles import STYLES, read_bundle


def join_styles(folder: Path, title: str, accent: str = "") -> str:
    """The style sheet of the course called `title`: that of all courses, and what is its own.

    `folder` is that of the templates; `accent` the colour that the author chose, such as `#7a1f5c`, or empty for the one
    of `tokens.css`. Raises Defect when the style sheet cannot be read.
    """
    return f"{read_bundle(folder, STYLES)}{running_title(title)}\n{accent_rules(accent) if accent else ''}"


def accent_rules(colour: str) -> str:
    """The author's colour in the light scheme, a lighter shade of it in the dark one; deeper for who asks for contrast.

    On screens alone: paper stays black on white. Forced colours are the system's own anyway.
    """
    deep, light = shade_for(colour, LIGHT_PAPERS, FOR_EVERYBODY), shade_for(colour, DARK_PAPERS, FOR_EVERYBODY)
    return (
        f"@media screen {{ :root {{ --accent: {colour}; }} }}\n"
        f"@media screen and (prefers-contrast: more) {{ :root {{ --accent: {deep}; }} }}\n"
        f"@media screen and (prefers-color-scheme: dark) {{ :root {{ --accent: {light}; }} }}\n"
    )


def running_title(title: str) -> str:
    """The rule that prints `title` and the page number in the margin of each sheet (CSS Paged Media 3, 4.2)."""
    return f"@page {{ @top-left {{ content: {_css_string(title)}; }} }}"


def _css_string(text: str) -> str:
    """A CSS string: everything but plain letters and digits is escaped by its code point."""
    return '"' + "".join(c if c.isalnum() or c == " " else f"\\{ord(c):x} " for c in text) + '"'
