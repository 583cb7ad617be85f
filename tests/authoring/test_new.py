"""`satchel new`: a course to write over, sound from its first minute."""

import re
import subprocess
import sys
import tempfile
from pathlib import Path

import pytest
from click.testing import CliRunner, Result
from hypothesis import given, settings
from hypothesis import strategies as st
from jsonschema import Draft202012Validator
from lxml import html

from builder.authoring.examples import read_examples
from builder.authoring.ids import fix_ids
from builder.authoring.new import Wishes, language_tag, one_line, start_course, title_of
from builder.authoring.schema import schema_of
from builder.cli import main
from builder.command_paths import typed
from builder.kinds import KINDS
from builder.model.blocks import Prose, Watch
from builder.model.diagnostics import Diagnostic, Report
from builder.pipeline import build, check
from builder.read.files.source import read_source
from builder.read.settings.yaml_spans import read_yaml
from builder.render.course import render_page
from builder.render.page.environment import templates_folder
from tests.cases import sample
from tests.terminal import on_a_terminal


def run(*arguments: str) -> Result:
    """Run a command in this process, as a script would: without a terminal."""
    return CliRunner().invoke(main, list(arguments))


def test_a_new_course_builds_without_a_finding(tmp_path: Path) -> None:
    """Strictly, for every destination; and what is said last is the command that does it."""
    folder = tmp_path / "safe-at-home"
    result = run("new", str(folder))
    assert result.exit_code == 0, result.output
    assert result.output.endswith(f"Next:\n  satchel build {typed(folder)}\n")
    outcome = build(folder, tmp_path / "dist", strict=True)
    assert outcome.packages and outcome.report == Report()
    assert (outcome.course.id, outcome.course.title, outcome.course.language) == (
        "safe-at-home",
        "Safe at home",
        "en-GB",
    )
    assert len(outcome.course.items) == 2


def test_what_the_options_say_is_in_the_files(tmp_path: Path) -> None:
    """Title, language and first module; the id comes from the title."""
    folder = tmp_path / "course"
    result = run("new", str(folder), "--title", 'Risk: "why" & how', "--language", "cy", "--first", "Pwy sy'n helpu?")
    assert result.exit_code == 0, result.output
    assert sorted(path.name for path in folder.iterdir()) == [
        ".satchel",
        "01-pwy-syn-helpu.md",
        "README.md",
        "course.yml",
    ]
    course = check(folder).course
    assert (course.id, course.title, course.language) == ("risk-why-how", "Risk: “why” & how", "cy")
    (module,) = course.modules
    assert (module.id, module.title, module.language) == ("pwy-syn-helpu", "Pwy sy’n helpu?", "en")


def findings(report: Report, language: str) -> list[Diagnostic]:
    """All but the one that a course in another language than English has, whatever its author does."""
    return [d for d in report.diagnostics if d.rule not in {"LNG-002", "LNG-005"} or language.startswith("en")]


@pytest.mark.parametrize("first", ["Welcome", "People"])
@pytest.mark.parametrize("language", ["en-GB", "cy"])
def test_examples_are_a_module_of_their_own(tmp_path: Path, first: str, language: str) -> None:
    """A question of each kind, without a finding, whatever the first module is called."""
    folder = tmp_path / "look"
    result = run("new", str(folder), "--examples", "--first", first, "--language", language)
    assert result.exit_code == 0, result.output
    assert "02-a-question-of-each-kind.md  examples" in result.output
    outcome = check(folder)
    assert findings(outcome.report, language) == []
    welcome, examples = outcome.course.modules
    shown = [getattr(block, "id", "") for block in examples.blocks if not isinstance(block, Prose)]
    of_survey = ["films-clear", "what-used", ""]
    assert [id for id in shown if id in of_survey] == of_survey, "its questions, and the button that saves them"
    further = ["how-a-visit-goes", "look-for", "form-for-a-visit", "a-bell"]
    assert [id for id in shown if id not in of_survey] == [*(example.id for example in read_examples()), *further]
    (recording,) = (block for block in examples.blocks if isinstance(block, Watch))
    assert recording is examples.blocks[-1]
    assert welcome.id not in {item.id for item in examples.items}


def test_every_block_and_sign_is_among_the_examples(tmp_path: Path) -> None:
    """Each kind of block; boxes, parts that open, a source, a formula, letters set low and high, boxes to tick on paper."""
    folder = tmp_path / "look"
    assert run("new", str(folder), "--examples").exit_code == 0
    course = check(folder).course
    texts = (folder / "02-a-question-of-each-kind.md").read_text(encoding="utf-8")
    assert {kind.word for kind in KINDS if f"\n## {kind.word}: " not in texts} == {"Watch"}, "it needs a film"
    page = html.document_fromstring(render_page(course, templates_folder()))
    for shown in ("callout", "callout__kind", "details", "tasks"):
        assert page.xpath(f"//*[contains(concat(' ', @class, ' '), ' {shown} ')]"), shown
    for shown in ("figcaption", "math", "mark", "del", "sub", "sup", "table", "svg[@class='spots__marks']"):
        assert page.xpath(f"//{shown}"), shown


def test_a_recording_is_among_the_examples(tmp_path: Path) -> None:
    """With its file and its transcript, so that it can be played at once."""
    folder = tmp_path / "look"
    assert run("new", str(folder), "--examples").exit_code == 0
    course = check(folder).course
    (bell,) = course.films
    assert bell.audio and bell.media.seconds == pytest.approx(2, abs=0.2) and bell.transcript
    assert (folder / bell.media.source).is_file()
    bare = tmp_path / "bare"
    run("new", str(bare))
    assert not (bare / "media").exists()


def test_the_settings_name_a_schema_that_lies_beside_them(tmp_path: Path) -> None:
    """An editor with a YAML language server completes and checks from the first line on."""
    folder = tmp_path / "course"
    run("new", str(folder))
    first = (folder / "course.yml").read_text().splitlines()[0]
    match = re.fullmatch(r"# yaml-language-server: \$schema=(\S+)", first)
    assert match and (folder / match[1]).is_file()
    source, _ = read_source(folder, "course.yml")
    assert source
    Draft202012Validator(schema_of("course")).validate(read_yaml(source, 1, len(source.lines)).values)


def test_every_command_in_the_new_readme_is_one(tmp_path: Path) -> None:
    """Each can be typed as it stands, in the folder of the course, and works."""
    folder = tmp_path / "course"
    run("new", str(folder))
    commands = re.findall(r"^ +satchel (.+)$", (folder / "README.md").read_text(), re.MULTILINE)
    assert len(commands) == 3
    for command in commands:
        done = subprocess.run(
            [sys.executable, "-m", "builder", *command.split()], cwd=folder, capture_output=True, check=False, text=True
        )
        assert done.returncode == 0, done.stdout + done.stderr


def test_a_folder_with_something_in_it_is_left_alone(course_folder: Path) -> None:
    """Exit status 2, one sentence, and not a byte changed."""
    before = {path: path.read_bytes() for path in course_folder.rglob("*") if path.is_file()}
    result = run("new", str(course_folder))
    assert result.exit_code == 2 and "there is something in it already" in result.stderr
    assert {path: path.read_bytes() for path in course_folder.rglob("*") if path.is_file()} == before


def test_a_file_in_the_way_is_left_alone(tmp_path: Path) -> None:
    """A name that is taken by a file is no folder."""
    (tmp_path / "course").write_text("mine")
    assert run("new", str(tmp_path / "course")).exit_code == 2
    assert (tmp_path / "course").read_text() == "mine"


def test_an_empty_folder_may_be_there_already(tmp_path: Path) -> None:
    """Made with a file manager, say."""
    assert run("new", str(tmp_path)).exit_code == 0
    assert check(tmp_path).report.clean


@pytest.mark.parametrize(
    ("option", "value", "words"),
    [
        ("--language", "English", "language tag"),
        ("--title", "  ", "at least one word"),
        ("--first", "a\u0007b", "cannot be seen"),
        ("--title", "x" * 201, "at most 200"),
    ],
)
def test_a_wrong_answer_is_refused_before_anything_is_written(
    tmp_path: Path, option: str, value: str, words: str
) -> None:
    """With the reason, and exit status 2."""
    result = run("new", str(tmp_path / "course"), option, value)
    assert result.exit_code == 2 and words in result.stderr
    assert not (tmp_path / "course").exists()


def test_on_a_terminal_it_asks(tmp_path: Path) -> None:
    """Three questions; a wrong answer is asked again, Enter takes what stands in brackets."""
    done = on_a_terminal("new", tmp_path / "course", typed="Safe at home\nWelsh\ncy\n\n", NO_COLOR="1")
    assert done.returncode == 0, done.stderr
    assert "What is the course called? [Course]:" in done.stdout
    assert "Which language is it in? [en-GB]:" in done.stdout and "language tag" in done.stdout + done.stderr
    assert "What is the first module about? [Welcome]:" in done.stdout
    course = check(tmp_path / "course").course
    assert (course.id, course.language, course.modules[0].title) == ("safe-at-home", "cy", "Welcome")


@pytest.mark.parametrize(
    ("name", "title"), [("my-first_course", "My first course"), ("Kurs 2", "Kurs 2"), ("---", "My course")]
)
def test_without_a_title_the_folder_gives_it(tmp_path: Path, name: str, title: str) -> None:
    """Words for people out of a name for computers."""
    assert title_of(tmp_path / name) == title


@pytest.mark.parametrize("words", ["[x] New ways", "**Trust**", "A {#title}"])
def test_a_title_with_signs_of_the_format_is_asked_for_again(words: str) -> None:
    """What a check would find fault with is not taken in the first place."""
    with pytest.raises(ValueError, match="means something in the text of a course"):
        one_line(words)


@pytest.mark.parametrize(
    "words",
    [r"\[\]", r"\(a\)", "$x^2$", "H~2~O", "==x==", ":smile:", "%%x%%", "{% x %}", "$$", r"\:", r"a\*b", r"x \_ y"],
)
def test_a_title_with_signs_of_another_tool_is_asked_for_again(words: str) -> None:
    """The check of the new course would find it."""
    with pytest.raises(ValueError, match="a sign of another tool"):
        one_line(words)


@pytest.mark.parametrize(
    "words", ["1.10", "2024-01-01", "*", "'", "a: b # c", "👨‍👩‍👧", "$title", "~", "“Blue”", "---"]
)
def test_a_title_of_signs_alone_makes_a_sound_course(words: str, tmp_path: Path) -> None:
    """Whatever YAML and markdown would make of it elsewhere."""
    start_course(tmp_path / "course", Wishes(one_line(words), "en-GB", one_line(words)))
    assert findings(check(tmp_path / "course").report, "en-GB") == []


def takes(words: str) -> bool:
    """Whether it is a title."""
    try:
        return bool(one_line(words))
    except ValueError:
        return False


LINES = (
    st.text(max_size=40)
    | st.sampled_from(
        ["Answers", "null", "true", "# a", "- b", "{x}: y", "\\{x}", "\\{", "\\:", "C:\\a", "é", "日本語", "2 b"]
    )
).filter(takes)


@settings(max_examples=sample(120))
@given(title=LINES, first=LINES, language=st.sampled_from(["en", "en-GB", "cy", "no", "zh-Hant"]))
def test_whatever_is_answered_the_course_is_sound(title: str, first: str, language: str) -> None:
    """No finding, no id left to words, and the title as it was typed."""
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name) / "course"
        start_course(folder, Wishes(one_line(title), language_tag(language), one_line(first)))
        outcome = check(folder)
        assert findings(outcome.report, language) == []
        assert fix_ids(folder).ids == ()
        source, _ = read_source(folder, "course.yml")
        assert source
        written = str(read_yaml(source, 1, len(source.lines)).values["title"])
        assert written.replace("\\{", "{") == one_line(title).replace("\\{", "{")


def test_a_folder_that_is_taken_is_refused_before_anything_is_asked(course_folder: Path) -> None:
    """Nobody answers three questions for nothing."""
    done = on_a_terminal("new", course_folder)
    assert done.returncode == 2 and done.stdout == "" and "something in it already" in done.stderr


@pytest.mark.parametrize(
    "titles", [("Довіра в команді", "Страх у команді"), ("信任", "恐惧"), ("C++", "C#"), ("ثقة NHS", "خوف NHS")]
)
def test_two_courses_have_two_ids_in_any_script(tmp_path: Path, titles: tuple[str, str]) -> None:
    """An LMS and a browser keep learners' work under it: one that is shared would mix them."""
    ids = []
    for number, title in enumerate(titles):
        start_course(tmp_path / str(number), Wishes(title, "en-GB"))
        outcome = check(tmp_path / str(number))
        assert not outcome.report.errors, outcome.report.diagnostics
        ids.append(outcome.course.id)
    assert len(set(ids)) == 2
