"""The colours of the page, read from tokens.css itself, held against WCAG 2.2 (1.4.6, 1.4.11, 2.4.13)."""

import re

import pytest

from builder.render.page.environment import templates_folder
from tests.cases import for_each

RULE = re.compile(r'(?:@media \(([^)]*)\) \{\s*)?(?::root,\s*)?:root(?:\[data-theme="(\w+)"\])? \{(.*?)\}', re.DOTALL)
COLOUR = re.compile(r"--([\w-]+): (#[0-9a-f]{6}|var\(--[\w-]+\));")
THEMES = ["light", "dark", "chosen dark", "warm", "contrast"]

TEXT = [
    ("ink", "paper"),
    ("ink", "raised"),
    ("quiet", "paper"),
    ("quiet", "raised"),
    ("accent", "paper"),
    ("accent", "raised"),
    ("on-accent", "accent"),
    ("on-band", "band"),
    ("band-strong", "band"),
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
    """Colours by name: of the light and the dark scheme of the system, and of those that a learner may choose."""
    sheet = (templates_folder() / "styles/tokens.css").read_text(encoding="utf-8")
    rules: dict[tuple[str, str], dict[str, str]] = {}
    for query, theme, body in RULE.findall(sheet):
        rules.setdefault((query, theme), {}).update(COLOUR.findall(body))
    light, dark = rules["", "light"], rules["prefers-color-scheme: dark", ""]
    # Whatever the system asks for, what was chosen is on top of it.
    chosen = {"chosen dark": "dark", "warm": "warm", "contrast": "contrast"}
    schemes = {"light": light, "dark": light | dark} | {
        name: light | dark | rules["", theme] for name, theme in chosen.items()
    }
    return {name: {token: colour_of(token, scheme) for token in scheme} for name, scheme in schemes.items()}


def colour_of(token: str, scheme: dict[str, str]) -> str:
    """The colour that a token comes to, by way of others."""
    value = scheme[token]
    return colour_of(value[len("var(--") : -1], scheme) if value.startswith("var") else value


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


@for_each("theme", THEMES)
@for_each(("text", "ground"), TEXT)
def test_text_has_seven_to_one(theme: str, text: str, ground: str) -> None:
    """Every pair of text and ground passes WCAG 1.4.6 (AAA)."""
    colours = themes()[theme]
    assert contrast(colours[text], colours[ground]) >= 7


@for_each("theme", THEMES)
@for_each(("edge", "ground"), EDGES)
def test_edges_and_focus_have_three_to_one(theme: str, edge: str, ground: str) -> None:
    """Borders of fields and buttons, icons and the focus line pass WCAG 1.4.11 and 2.4.13."""
    colours = themes()[theme]
    assert contrast(colours[edge], colours[ground]) >= 3


@for_each("theme", ["dark", "warm", "contrast"])
def test_each_theme_sets_every_colour_of_the_light_one(theme: str) -> None:
    """No colour of another theme is left over in it."""
    colours = themes()
    other = "light" if theme != "warm" else "dark"
    assert {name for name in colours[theme] if colours[theme][name] == colours[other][name]} == set()


def test_what_a_learner_chooses_is_what_the_system_would_ask_for() -> None:
    """Dark is dark, whoever asked for it."""
    assert themes()["chosen dark"] == themes()["dark"]


def test_words_of_code_have_seven_to_one() -> None:
    """Each colour of code is one that is held against the ground of code, which is that of the page."""
    sheet = (templates_folder() / "components/prose/prose.css").read_text(encoding="utf-8")
    colours = re.findall(r"\.code-(\w) \{\s*color: var\(--([\w-]+)\)", sheet)
    assert {name for name, _ in colours} == {"k", "s", "n", "c"}
    assert "background: var(--paper)" in sheet.partition("pre {\n  padding")[2].partition("}")[0]
    assert [(name, colour) for name, colour in colours if (colour, "paper") not in TEXT] == []
