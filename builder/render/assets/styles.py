"""The style sheet of one course."""

from collections.abc import Sequence
from pathlib import Path

from builder.model.look.colour import DARK_PAPERS, FOR_EVERYBODY, FOR_WORDS, LIGHT_PAPERS, WARM_PAPERS, shade_for
from builder.model.look.theme import Theme
from builder.render.assets.bundles import COVER_PICTURE, STYLES, read_bundle
from builder.render.assets.theme_styles import theme_rules
from builder.render.html.direction import direction
from builder.render.page.languages import PageLanguages

_LEFTWARD_RULES = (
    # An interface in English on a page from right to left: each of its sentences runs its own way, at the page's edge.
    '[dir="rtl"] > body[lang] :not(body [dir], body [dir] *) { text-align: right; unicode-bidi: plaintext; }\n'
    # An empty field with `dir="auto"` begins at the left, whatever is around it (HTML, 3.2.6.4).
    ":placeholder-shown { direction: inherit; unicode-bidi: normal; }\n"
)
"""Rules for a course in which something is written from right to left."""


def join_styles(
    folder: Path,
    title: str,
    accent: str = "",
    languages: PageLanguages | None = None,
    theme: Theme | None = None,
    others: Sequence[tuple[str, PageLanguages]] = (),
    cover: bool = False,
) -> str:
    """The style sheet of the course called `title`: that of all courses, and what is its own.

    `folder` is that of the templates; `accent` the colour that the author chose, such as `#7a1f5c`, or empty for the one
    of `tokens.css`; `languages` those of its page, when any is written from right to left; `theme` the look of an
    organisation; `others` its title in each other language of the course, and the languages of that page; `cover`: whether
    its cover has a picture. Raises Defect when the style sheet cannot be read.
    """
    turned = languages is not None and direction(languages.course) == "rtl"
    interfaces = dict.fromkeys(one.interface for one in (languages, *(other for _, other in others)) if one)
    own = [
        *(running_title(other, direction(page.course) == "rtl", page.course) for other, page in others),
        accent_rules(accent) if accent else "",
        _LEFTWARD_RULES if languages else "",
        *(direction_rules(interface) for interface in interfaces if languages),
        read_bundle(folder, COVER_PICTURE) if cover else "",
        theme_rules(folder, theme) if theme else "",
    ]
    return f"{read_bundle(folder, STYLES)}{running_title(title, turned)}\n{''.join(own)}"


def direction_rules(interface: str) -> str:
    """The interface keeps its own direction in parts that run the other way: its full stops stay at the end.

    `plaintext` goes by the first letter of each paragraph (CSS Writing Modes 4, 2.2) and leaves the layout as it is; so
    its words stand on the side of the layout. A passage stands on its own side. A summary has no full stop, and its
    triangle goes with the layout.
    """
    other = "ltr" if direction(interface) == "rtl" else "rtl"
    around = f'[dir="{other}"]'
    own = f":where({around}) :lang({interface.partition('-')[0]}):where(:not([dir], {around} [dir] *))"
    return (
        f"{own} {{ text-align: -webkit-match-parent; text-align: match-parent; }}\n"
        f"{own}:where(:not(summary)) {{ unicode-bidi: plaintext; }}\n"
        ":where(body [dir]) { text-align: start; }\n"
    )


def accent_rules(colour: str) -> str:
    """The author's colour in the light scheme, a lighter shade of it in the dark one; deeper for who asks for contrast.

    The learner may have chosen a scheme (`data-theme`), whatever the system says; high contrast has colours of its own.
    On screens alone: paper stays black on white. Forced colours are the system's own anyway.
    """
    deep, light = shade_for(colour, LIGHT_PAPERS, FOR_EVERYBODY), shade_for(colour, DARK_PAPERS, FOR_EVERYBODY)
    shades = {
        "": colour,
        " and (prefers-contrast: more)": deep,
        " and (prefers-color-scheme: dark)": light,
    }
    chosen = {"light": colour, "dark": light, "warm": shade_for(colour, WARM_PAPERS, FOR_WORDS)}
    return "".join(
        f"@media screen{asked} {{ :root {{ --accent: {shade}; }} }}\n" for asked, shade in shades.items()
    ) + "".join(
        f'@media screen {{ :root[data-theme="{theme}"] {{ --accent: {shade}; }} }}\n' for theme, shade in chosen.items()
    )


def running_title(title: str, turned: bool = False, language: str = "") -> str:
    """The rule that prints `title` in the margin of each sheet, where reading begins (CSS Paged Media 3, 4.2).

    The number of the sheet stands where reading ends; `turned`: from right to left. With `language`, only while the page
    is shown in it: then its sheets have a name, and nothing of the first language in their margins.
    """
    name = f"in-{language}" if language else ""
    begin, end = ("right", "left") if turned else ("left", "right")
    boxes = {f"top-{begin}": _css_string(title)}
    if turned or language:
        boxes |= {f"bottom-{end}": "counter(page)", f"bottom-{begin}": "none"}
    if language:
        boxes[f"top-{end}"] = "none"
    rule = f"@page {name}{' ' if name else ''}{{ {' '.join(f'@{box} {{ content: {said}; }}' for box, said in boxes.items())} }}"
    return f'{rule}\n[lang="{language}"] > body {{ page: {name}; }}\n' if name else rule


def _css_string(text: str) -> str:
    """A CSS string: everything but plain letters and digits is escaped by its code point."""
    return '"' + "".join(c if c.isalnum() or c == " " else f"\\{ord(c):x} " for c in text) + '"'
