"""The look of an organisation: whatever an author chooses, it can be read; and it is in the package and nowhere else."""

import re
import shutil
import zipfile
from pathlib import Path

import pytest
from click.testing import CliRunner
from hypothesis import given, settings
from hypothesis import strategies as st

from builder.authoring.new import THEMES, Wishes, start_course
from builder.authoring.templates import known_names
from builder.cli import main
from builder.model.diagnostics import Severity
from builder.model.look.colour import contrast
from builder.model.look.palette import DARK, LIGHT, schemes_of, unreadable
from builder.model.look.theme import COLOUR_NAMES
from builder.pipeline import build, check
from builder.render.assets.theme_styles import FACES, colour_rules
from builder.render.page.environment import templates_folder
from tests.cases import sample
from tests.conftest import ROOT
from tests.unit.read.test_tokens import EDGES, TEXT, themes

COLOURS = st.integers(0, 0xFFFFFF).map(lambda number: f"#{number:06x}")
EXTREMES = st.sampled_from(["#000000", "#ffffff", "#ff0000", "#00ff00", "#0000ff", "#ffff00", "#808080", "#777777"])
NAMES = [f"{name}{scheme}" for name in COLOUR_NAMES for scheme in ("", "-dark")]
CHOICES = st.dictionaries(st.sampled_from(NAMES), COLOURS | EXTREMES, max_size=len(NAMES))

BAND = [("on-band", "band"), ("band-strong", "band")]
GROUNDS = [("edge", f"{verdict}-ground") for verdict in ("right", "partly", "wrong")]
FONT = (ROOT / "tests/courses/fonts/reading.woff2").read_bytes()
LOGO = (
    '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 90 60" width="90" height="60"><path d="M0 0h90v60H0z"/></svg>'
)
THEME = """theme:
  name: Sample Council
  logo: theme/The logo.svg
  logo-text: The arms of Sample Council
  colours:
    accent: "#6a1b57"
    paper: "#ffffff"
  fonts:
    - file: theme/reading.woff2
      licence: theme/OFL.txt
      use: reading
      weight: 200 900
"""


@pytest.fixture
def themed(course_folder: Path) -> Path:
    """A course with a theme."""
    (course_folder / "theme").mkdir()
    (course_folder / "theme/The logo.svg").write_text(LOGO)
    (course_folder / "theme/reading.woff2").write_bytes(FONT)
    (course_folder / "theme/OFL.txt").write_text("Copyright somebody, under the SIL Open Font License.\n")
    with (course_folder / "course.yml").open("a") as file:
        file.write(THEME)
    return course_folder


def test_the_colours_without_a_theme_are_those_of_the_page() -> None:
    """The table of the builder is that of tokens.css; and the faces too."""
    sheet = (templates_folder() / "styles/tokens.css").read_text(encoding="utf-8")
    for ours, theirs in zip((LIGHT, DARK), (themes()["light"], themes()["dark"]), strict=True):
        assert ours == theirs
    assert dict(re.findall(r"--(serif|sans): (.+);", sheet)) == dict(FACES)
    assert colour_rules({}) == ""


@settings(max_examples=sample(300))
@given(chosen=CHOICES)
def test_whatever_is_chosen_can_be_read_in_both_schemes(chosen: dict[str, str]) -> None:
    """Every pair that meets on the page: 7 to 1 for words, 3 to 1 for edges, for the focus and for the rings of the cover."""
    for scheme in schemes_of(chosen):
        for words, ground in [*TEXT, *BAND]:
            assert contrast(scheme[words], scheme[ground]) >= 7, (words, ground)
        for edge, ground in [*EDGES, *GROUNDS, ("ring", "band")]:
            assert contrast(scheme[edge], scheme[ground]) >= 3, (edge, ground)


@settings(max_examples=sample(150))
@given(chosen=CHOICES)
def test_the_nearest_colours_pass_and_what_passes_stays(chosen: dict[str, str]) -> None:
    """With each remedy followed nothing is left to say, and what could be read is shown as it was chosen."""
    mended = dict(chosen)
    for _ in range(4):  # a colour that rests on another is held against it as it is by then
        mended |= {found.name: found.nearest for found in unreadable(mended)}
    assert list(unreadable(mended)) == []
    light, dark = schemes_of(mended)
    for name, colour in mended.items():
        assert (dark if name.endswith("-dark") else light)[name.removesuffix("-dark")] == colour


def test_a_remedy_is_near_and_keeps_its_hue() -> None:
    """A blue stays a blue, and is no darker than it must be."""
    (found,) = unreadable({"accent": "#005eb8"})
    assert (found.nearest, int(found.ratio * 10)) == ("#004f9b", 55)
    assert 7 <= contrast(found.nearest, "#f2efe6") < 7.2


def test_the_nearest_is_taken_where_the_author_accepts_it(themed: Path, tmp_path: Path) -> None:
    """The page has it, and a remark says what was chosen and what is shown."""
    file = themed / "course.yml"
    file.write_text(
        file.read_text().replace("#6a1b57", "#ffcc00").replace("  colours:", "  contrast: nearest\n  colours:")
    )
    outcome = build(themed, tmp_path / "dist", ["web"])
    (remark,) = outcome.report.diagnostics
    assert (remark.rule, remark.severity) == ("THM-008", Severity.INFO) and "#ffcc00" in remark.message
    (shown,) = re.findall("#[0-9a-f]{6}", remark.hint)
    sheet = (outcome.written[0].parent / "satchel.css").read_text()
    light, dark, *chosen = re.findall(r"--accent: (#[0-9a-f]{6});", sheet.partition("@media screen { :root")[2])
    assert (light, dark) == (shown, "#ffcc00"), "in the dark the colour that was chosen can be read"
    assert chosen == [light, dark], "a learner who chooses light or dark has the organisation's colours too"


def test_only_what_differs_is_in_the_style_sheet() -> None:
    """An accent brings those colours that follow it, for screens alone; who asks for more contrast has it."""
    sheet = colour_rules({"accent": "#6a1b57"})
    assert set(re.findall(r"--([\w-]+):", sheet)) == {"accent", "band", "band-strong", "ring"}
    assert sheet.count("@media screen") == 4 and "print" not in sheet
    assert all(f':root[data-theme="{scheme}"] {{ --accent:' in sheet for scheme in ("light", "dark"))
    assert "(prefers-contrast: more) { :root { --quiet: var(--ink);" in colour_rules({"ink": "#000000"})


def test_a_theme_is_in_every_package_and_its_manifest(themed: Path, tmp_path: Path) -> None:
    """Logo, font and licence, by portable names; the page shows the logo with words and size, and forbids what it forbade."""
    outcome = build(themed, tmp_path / "dist")
    assert outcome.report.diagnostics == ()
    for package in outcome.packages:
        with zipfile.ZipFile(package.path) as zipped:
            names = set(zipped.namelist())
            assert {"theme/the-logo.svg", "theme/reading.woff2", "theme/ofl.txt"} <= names
            page, sheet = zipped.read("index.html").decode(), zipped.read("satchel.css").decode()
            if package.destination != "web":
                manifest = zipped.read("imsmanifest.xml").decode()
                assert all(f'href="theme/{name}"' in manifest for name in ("the-logo.svg", "reading.woff2", "ofl.txt"))
        image = re.search(r"<img class=\"brand__logo\"[^>]*>", page)
        assert image and 'alt="The arms of Sample Council" width="90" height="60"' in image[0]
        assert '<span class="brand__name">Sample Council</span>' in page
        assert 'src: url("theme/reading.woff2")' in sheet and "font-weight: 200 900" in sheet
        assert "font-display: swap" in sheet, "words are there before the font"
        assert '--serif: "theme serif", Charter' in sheet and "--sans: " not in sheet.rpartition("@font-face")[2]


def test_a_logo_that_says_the_name_beside_it_is_heard_once(themed: Path, tmp_path: Path) -> None:
    """The same words twice are noise."""
    file = themed / "course.yml"
    file.write_text(file.read_text().replace("The arms of Sample Council", "Sample Council"))
    page = (build(themed, tmp_path / "dist", ["web"]).written[0]).read_text()
    assert 'alt="" width' in page


def test_pages_for_administrators_follow_it(themed: Path, tmp_path: Path) -> None:
    """Colours, name, and the logo in the page itself: the handover stays one file. It names the licence of the fonts."""
    (themed / "01-welcome.md").write_text("---\ntitle: Welcome\n---\n\n## Quiz: Which?\n\n- [x] This\n- [ ] That\n")
    key, _, page = build(themed, tmp_path / "dist", ["scorm12"]).written
    handover = page.read_text()
    assert "--accent: #6a1b57;" in key.read_text()
    assert "--accent: #6a1b57;" in handover and "Sample Council</p>" in handover
    assert 'src="data:image/svg+xml;base64,' in handover and "img-src data:" in handover
    assert "1 in the package, 0 KB together, each with its licence: theme/ofl.txt." in handover


def test_without_a_theme_nothing_of_it_is_there(course_folder: Path, tmp_path: Path) -> None:
    """Neither in the page nor in its sheet, nor in the page for administrators."""
    outcome = build(course_folder, tmp_path / "dist", ["web"])
    folder = outcome.written[0].parent
    for text in ((folder / "index.html").read_text(), (folder / "satchel.css").read_text()):
        assert "brand__" not in text and "@font-face" not in text
    assert "img-src" not in outcome.written[-1].read_text()


@pytest.mark.parametrize("theme", THEMES)
def test_each_example_theme_begins_a_course_without_a_fault(tmp_path: Path, theme: str) -> None:
    """No colour of it has to give way, and its logo is drawn for both schemes."""
    start_course(tmp_path / "course", Wishes("Safe at home", theme=theme))
    outcome = build(tmp_path / "course", tmp_path / "dist")
    assert outcome.report.diagnostics == ()
    assert outcome.course.theme and outcome.course.theme.logo and outcome.course.theme.logo.dark


def own(course: Path, name: str, text: str) -> None:
    """Write a file of the course's own."""
    (course / "theme").mkdir(exist_ok=True)
    (course / "theme" / name).write_text(text)


def ours(name: str) -> str:
    """One of Satchel's, as `satchel template` prints it."""
    result = CliRunner().invoke(main, ["template", name])
    assert result.exit_code == 0
    return result.output


def test_a_template_takes_the_place_of_ours_and_a_style_is_added(course_folder: Path, tmp_path: Path) -> None:
    """One at a time; all else stays."""
    plain = build(course_folder, tmp_path / "plain", ["web"]).written[0].parent
    own(course_folder, "masthead.html", ours("masthead.html").replace("<header", "<p>By the Ideas Team</p>\n<header"))
    own(course_folder, "cover.css", ".cover__title { letter-spacing: 0.01em; }\n")
    outcome = build(course_folder, tmp_path / "own", ["web"])
    assert outcome.report.diagnostics == ()
    page = (outcome.written[0].parent / "index.html").read_text()
    assert page.replace("<p>By the Ideas Team</p>\n", "") == (plain / "index.html").read_text()
    sheet = (outcome.written[0].parent / "satchel.css").read_text()
    assert sheet.startswith((plain / "satchel.css").read_text())
    assert sheet.endswith("/* theme/cover.css */\n.cover__title { letter-spacing: 0.01em; }\n")


@pytest.mark.parametrize(
    ("written", "says", "hint"),
    [
        ("{{ course.titel }}", "there is no titel here", "Did you mean title?"),
        ("{{ t['skip.titel'] }}", "there is no skip.titel here", "Did you mean skip.title?"),
        ("{{ 'a' * 999999999 }}", "* is for numbers", "satchel template masthead.html"),
        ("{{ 9 ** 999999999 }}", "** is for numbers", "satchel template masthead.html"),
        ("{{ 1 / 0 }}", "this cannot be filled: division by zero", "satchel template masthead.html"),
        ("{{ course.folder.read_bytes() }}", "read_bytes", "satchel template masthead.html"),
        ("{{ course.folder.parent }}", "parent", "satchel template masthead.html"),
        ("{{ course.__class__.__mro__ }}", "__class__", "satchel template masthead.html"),
    ],
)
def test_what_goes_wrong_while_a_template_is_filled_is_reported_at_its_line(
    course_folder: Path, tmp_path: Path, written: str, says: str, hint: str
) -> None:
    """Also by `check`. A template of a course, which may come from anybody, reaches no file."""
    own(course_folder, "masthead.html", ours("masthead.html").replace("<header", f"{written}\n<header"))
    for outcome in (check(course_folder), build(course_folder, tmp_path / "dist", ["web"])):
        (found,) = outcome.report.diagnostics
        line = (course_folder / "theme/masthead.html").read_text().split("\n").index(written) + 1
        assert (found.rule, found.span.path, found.span.line) == ("THM-006", "theme/masthead.html", line)
        assert says in found.message and hint in found.hint
    assert not (tmp_path / "dist").exists() or not list((tmp_path / "dist").iterdir())


@pytest.mark.parametrize("name", ["cover.html", "masthead.html", "course.html", "question.html", "icons.html"])
def test_a_copy_of_ours_changes_nothing(course_folder: Path, tmp_path: Path, name: str) -> None:
    """The sandbox in which it is filled gives the same page, to the byte."""
    plain = build(course_folder, tmp_path / "plain", ["web"]).written[0]
    own(course_folder, name, ours(name))
    outcome = build(course_folder, tmp_path / "own", ["web"])
    assert outcome.report.diagnostics == ()
    assert outcome.written[0].read_bytes() == plain.read_bytes()


def test_every_template_that_is_listed_can_be_printed() -> None:
    """And a name that is nearly right is offered."""
    listed = CliRunner().invoke(main, ["template"]).output
    names = re.findall(r"^  (\S+)$", listed, re.MULTILINE)
    assert {"cover.html", "cover.css", "print.css"} <= set(names) and "tokens.css" not in names
    assert all(ours(name).strip() for name in names)
    wrong = CliRunner().invoke(main, ["template", "cuver.html"])
    assert wrong.exit_code == 2 and "Did you mean cover.html?" in wrong.output


@pytest.mark.slow
def test_what_the_command_prints_is_accepted_as_it_is(course_folder: Path) -> None:
    """Every template and style; a colour that stands elsewhere than in ours, or another one, is reported as ever."""
    for name in known_names():
        own(course_folder, name, ours(name))
    assert check(course_folder).report.diagnostics == ()
    film = ours("film.css")
    own(course_folder, "film.css", film.replace("--raised: #262d32;", "--raised: #262d33;", 1))
    assert [one.rule for one in check(course_folder).report.diagnostics] == ["THM-007"]
    own(course_folder, "film.css", film.replace(".film__stage {", ".film__page {", 1))
    assert {one.rule for one in check(course_folder).report.diagnostics} == {"THM-007"}


@pytest.mark.parametrize(
    ("name", "said"),
    [
        ("film.js", "a course runs no script of its own"), ("tokens.css", "chosen in course.yml, under theme:"),
        ("course.css", "such as theme/prose.css"), ("film", "Did you mean film.html or film.css?"), ("theme/cuver.html", "Did you mean cover.html?"),
    ],
)  # fmt: skip
def test_the_command_says_what_can_be_changed_and_how(name: str, said: str) -> None:
    """A name that is none; a path or capitals do not matter."""
    wrong = CliRunner().invoke(main, ["template", name])
    assert wrong.exit_code == 2 and said in " ".join(wrong.output.replace("│", " ").split())
    assert ours("theme/Film.css") == ours("film.css")


def test_a_logo_that_is_a_picture_has_its_size(themed: Path, tmp_path: Path) -> None:
    """So that nothing jumps when it comes."""
    shutil.copy(ROOT / "tests/courses/base/images/team.png", themed / "theme/logo.png")
    file = themed / "course.yml"
    file.write_text(file.read_text().replace("The logo.svg", "logo.png"))
    page = build(themed, tmp_path / "dist", ["web"]).written[0].read_text()
    image = re.search(r"<img class=\"brand__logo\"[^>]*>", page)
    assert image and re.search(r'width="[1-9]\d*" height="[1-9]\d*"', image[0])
