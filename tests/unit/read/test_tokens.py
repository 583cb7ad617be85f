"""The colours of the page, read from tokens.css itself, held against WCAG 2.2 (1.4.6, 1.4.11, 2.4.13)."""

import re

import pytest

from builder.render.page.environment import templates_folder
from tests.cases import for_each

RULE = re.compile(r"(?:@media \(([^)]*)\) \{\s*)?:root \{(.*?)\}", re.DOTALL)
COLOUR = re.compile(r"--([\w-]+): (#[0-9a-f]{6});")

TEXT = [
    ("ink", "paper"),
    ("ink", "raised"),
    ("quiet", "paper"),
    ("quiet", "raised"),
    ("accent", "paper"),
    ("accent", "raised"),
    ("on-accent", "accent"),
    *[(name, ground) for name in ("right", "partly", "wrong") for ground in ("paper", "raised", f"{name}-ground")],
    *[(words, f"{name}-ground") for name in ("right", "partly", "wrong") for words in ("ink", "quiet")],
]
EDGES = [
    ("edge", "paper"),
    ("edge", "raised"),
    ("quiet", "raised"),
    ("accent", "paper"),
    ("accent", "raised"),
]


def themes() -> dict[str, dict[str, str]]:
    """Colours by name, of the light theme and of the dark one."""
    sheet = (templates_folder() / "styles/tokens.css").read_text(encoding="utf-8")
    rules = {query or "": dict(COLOUR.findall(body)) for query, body in RULE.findall(sheet)}
    return {"light": rules[""], "dark": rules[""] | rules["prefers-color-scheme: dark"]}


def luminance(colour: str) -> float:
    """Relative luminance (WCAG 2.2, definition)."""
    channels = [int(colour[at : at + 2], 16) / 255 for at in (1, 3, 5)]
    linear = [c / 12.92 if c <= 0.04045 else ((c + 0.055) / 1.055) ** 2.4 for c in channels]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]


def contrast(one: str, other: str) -> float:
    """Contrast ratio (WCAG 2.2, definition)."""
    dark, light = sorted((luminance(one), luminance(other)))
    return (light + 0.05) / (dark + 0.05)


def test_contrast_of_black_on_white_is_21() -> None:
    """The measure itself is right."""
    assert contrast("#000000", "#ffffff") == pytest.approx(21)
    assert contrast("#777777", "#ffffff") == pytest.approx(4.48, abs=0.01)


@for_each("theme", ["light", "dark"])
@for_each(("text", "ground"), TEXT)
def test_text_has_seven_to_one(theme: str, text: str, ground: str) -> None:
    """Every pair of text and ground passes WCAG 1.4.6 (AAA)."""
    colours = themes()[theme]
    assert contrast(colours[text], colours[ground]) >= 7


@for_each("theme", ["light", "dark"])
@for_each(("edge", "ground"), EDGES)
def test_edges_and_focus_have_three_to_one(theme: str, edge: str, ground: str) -> None:
    """Borders of fields and buttons, icons and the focus line pass WCAG 1.4.11 and 2.4.13."""
    colours = themes()[theme]
    assert contrast(colours[edge], colours[ground]) >= 3


def test_dark_theme_sets_every_colour_of_the_light_one() -> None:
    """No colour of the light theme is left over in the dark."""
    light, dark = themes()["light"], themes()["dark"]
    assert {name for name in light if light[name] == dark[name]} == set()
