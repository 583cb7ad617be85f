"""The colour of a course: whatever an author chooses and A14 lets pass, it can be read everywhere and in both schemes."""

import re
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from builder.check.page.accent import check_accent
from builder.model.diagnostics import Span
from builder.model.look.colour import DARK_PAPERS, LIGHT_PAPERS, WARM_PAPERS, contrast, least_contrast, shade_for
from builder.model.look.theme import Accent
from builder.pipeline import build, check
from builder.read.settings.colours import near_colour
from builder.render.assets.styles import accent_rules, join_styles
from builder.render.page.environment import templates_folder
from tests.cases import sample
from tests.unit import course_factory as made
from tests.unit.read.test_tokens import EDGES, TEXT, themes

COLOURS = st.integers(0, 0xFFFFFF).map(lambda number: f"#{number:06x}")
COURSE = made.first_course()
HUES = st.sampled_from(
    [f"#{r}{g}{b}" for r in ("00", "80", "ff") for g in ("00", "80", "ff") for b in ("00", "80", "ff")]
)
RULE = re.compile(
    r'@media screen(?: and \(([^)]*)\))? \{ :root(?:\[data-theme="(\w+)"\])? \{ --accent: (#[0-9a-f]{6}); \} \}'
)


def passes(colour: str) -> bool:
    """Whether A14 has nothing to say."""
    accent = Accent(colour, Span("course.yml", 4, 9), f'accent: "{colour}"')
    return not list(check_accent(replace(COURSE, accent=accent)))


def accents_of(colour: str) -> dict[str, str]:
    """The accent of a course by what the system, or the learner, asks for."""
    return {query or theme: shade for query, theme, shade in RULE.findall(accent_rules(colour))}


def schemes(colour: str) -> dict[str, dict[str, str]]:
    """The colours of the page for each thing that a learner may have asked the system for."""
    accents = accents_of(colour)
    light, dark, warm = (themes()[name] for name in ("light", "dark", "warm"))
    return {
        "light": light | {"accent": accents[""]},
        "more contrast": light | {"accent": accents["prefers-contrast: more"]},
        "dark": dark | {"accent": accents["prefers-color-scheme: dark"]},
        "chosen light": light | {"accent": accents["light"]},
        "chosen dark": dark | {"accent": accents["dark"]},
        "warm": warm | {"accent": accents["warm"]},
    }


def test_the_papers_are_those_of_the_page() -> None:
    """The colours that the check knows are the ones of tokens.css."""
    assert tuple(themes()["light"][name] for name in ("paper", "raised")) == LIGHT_PAPERS
    assert tuple(themes()["dark"][name] for name in ("paper", "raised")) == DARK_PAPERS
    assert tuple(themes()["warm"][name] for name in ("paper", "raised")) == WARM_PAPERS


@settings(max_examples=sample(180))
@given(colour=COLOURS | HUES)
def test_what_passes_can_be_read_in_every_scheme(colour: str) -> None:
    """Every pair of the style sheets: 4.5 to 1 for words, 3 to 1 for edges and the line of the focus."""
    chosen = colour if passes(colour) else shade_for(colour, LIGHT_PAPERS, 4.5)
    assert passes(chosen)
    for scheme in schemes(chosen).values():
        assert min(contrast(scheme[text], scheme[ground]) for text, ground in TEXT) >= 4.5
        assert min(contrast(scheme[edge], scheme[ground]) for edge, ground in EDGES) >= 3


@settings(max_examples=sample(180))
@given(colour=COLOURS | HUES)
def test_a_pale_colour_is_told_and_its_remedy_is_the_nearest_that_passes(colour: str) -> None:
    """A shade that is only a little lighter than the one that is offered does not pass."""
    offered = shade_for(colour, LIGHT_PAPERS, 4.5)
    assert passes(colour) == (offered == colour)
    assert least_contrast(offered, LIGHT_PAPERS) >= 4.5
    if offered != colour:
        assert least_contrast(offered, LIGHT_PAPERS) < 4.8


def test_a_shade_keeps_its_hue() -> None:
    """A red stays a red, in the dark too."""
    assert shade_for("#ff0000", LIGHT_PAPERS, 4.5) == "#dc0000"
    assert shade_for("#ff0000", DARK_PAPERS, 7) == "#ff8a8a"


@pytest.mark.parametrize(
    ("written", "meant"),
    [
        ("7a1f5c", "#7a1f5c"),
        ("#7A1F5CFF", "#7a1f5c"),
        ("“#7a1f5c”", "#7a1f5c"),
        ("#fff8", ""),
        ("#7a1f5", ""),
        ("rgb(122, 31, 92)", "#7a1f5c"),
        ("purple", ""),
        ("facade of stone", ""),
    ],
)
def test_a_colour_that_was_written_another_way_is_understood(written: str, meant: str) -> None:
    """The hint is the line to paste wherever only one colour can be meant."""
    assert near_colour(written) == meant


def test_the_hint_for_a_colour_without_quotation_marks_is_the_line_to_paste(course_folder: Path) -> None:
    """YAML takes it for a comment: without a word the course would have another colour than its author chose."""
    file = course_folder / "course.yml"
    file.write_text(file.read_text() + "accent: #7A1F5C\n")
    (fault,) = check(course_folder).report.diagnostics
    assert "comment" in fault.message
    file.write_text(file.read_text().replace("accent: #7A1F5C", fault.hint.partition("Write: ")[2]))
    assert check(course_folder).report.diagnostics == ()


def test_the_colour_is_in_the_style_sheet_and_nowhere_else(course_folder: Path, tmp_path: Path) -> None:
    """No style stands in the page: its policy would refuse it. A course without a colour has the sheet as it was."""
    plain = build(course_folder, tmp_path / "plain", ["web"]).written[0].parent
    file = course_folder / "course.yml"
    file.write_text(file.read_text() + 'accent: "#7a1f5c"\n')
    chosen = build(course_folder, tmp_path / "chosen", ["web"]).written[0].parent
    sheet = (chosen / "satchel.css").read_text()
    assert sheet == (plain / "satchel.css").read_text() + accent_rules("#7a1f5c")
    assert (chosen / "index.html").read_bytes() == (plain / "index.html").read_bytes()


def test_paper_stays_black_on_white() -> None:
    """The colour is for screens alone, though its rules stand behind those for paper."""
    sheet = join_styles(templates_folder(), "T", "#7a1f5c")
    behind = sheet[sheet.index("@media print") :]
    assert len(re.findall("--accent: ?#000;", behind)) == 1
    assert len(RULE.findall(behind)) == len(re.findall("--accent: ?#", behind)) - 1 == 6
