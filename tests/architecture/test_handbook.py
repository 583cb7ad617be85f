"""The handbook says what the program does: its tables come from the code, and its examples work as they stand."""

import json
import re
import shlex
import shutil
from pathlib import Path

import click
import pytest
from click.testing import CliRunner

from builder.authoring.examples import Example, read_examples
from builder.cli import main
from builder.kinds import KINDS
from builder.model.rules import SEVERITIES
from builder.pipeline import build, check
from builder.read.blocks.film_keys import KEYS as FILM_KEYS
from builder.read.settings.keys import COURSE_KEYS, FORM_KEYS, FORM_QUESTION_KEYS, MODULE_KEYS, PERSON_KEYS
from tests.architecture import reference
from tests.conftest import ROOT

HANDBOOK = ROOT / "builder" / "handbook"
FORMAT = ROOT / "builder" / "FORMAT.md"
PAGES = [
    *sorted(HANDBOOK.glob("*.md")),
    FORMAT,
    ROOT / "README.md",
    ROOT / "CONTRIBUTING.md",
    ROOT / "course" / "README.md",
]
PEOPLE = "people:\n  - id: michelle-lefevre\n    name: Michelle Lefevre\n"


def fenced(page: Path, language: str) -> list[str]:
    """Every example of a language in a page."""
    return re.findall(rf"^```{language}\n(.*?)^```$", page.read_text(encoding="utf-8"), re.MULTILINE | re.DOTALL)


def examples() -> list[str]:
    """Every example of markdown in the handbook and the format."""
    return [example for page in (*HANDBOOK.glob("*.md"), FORMAT) for example in fenced(page, "markdown")]


@pytest.mark.parametrize("example", read_examples(), ids=lambda example: example.name)
def test_the_format_shows_the_example_that_the_tests_drive(example: Example) -> None:
    """Word for word, so that what authors copy is what was tried out in every state."""
    assert example.text in fenced(FORMAT, "markdown")


def test_no_example_is_forgotten() -> None:
    """Every file that lies beside a component is one of them."""
    lying = {f"{path.parents[1].name}/{path.stem}" for path in ROOT.glob("templates/components/*/examples/*.md")}
    assert lying == {f"{kind.component}/{name}" for kind in KINDS for name in kind.examples}


def typed() -> list[str]:
    """Every command that a page shows on a line of its own."""
    found = []
    for page in PAGES:
        for line in re.findall(r"^ {4}(?:\.venv/bin/)?satchel (.+)$", page.read_text(encoding="utf-8"), re.MULTILINE):
            command = re.split(r" [|>] ", line)[0]
            if "[" not in command:
                found.append(command)
    return found


def test_the_tables_are_those_of_the_code() -> None:
    """Commands, settings and rules; `python -m tests.architecture.reference` writes them afresh."""
    page = reference.PAGE.read_text(encoding="utf-8")
    assert re.findall(r"<!-- from the code: (\w+) -->", page) == list(reference.REGIONS)
    assert page == reference.renewed(page), "run: python -m tests.architecture.reference"


def test_every_command_option_key_and_rule_is_in_the_reference() -> None:
    """Whatever writes the tables: nothing is missing from them."""
    page = reference.PAGE.read_text(encoding="utf-8")
    for name, command in main.commands.items():
        assert f"### satchel {name}\n" in page
        for parameter in command.params:
            if isinstance(parameter, click.Option):
                assert f"`{max(parameter.opts, key=len)}" in page
    listed = (*COURSE_KEYS, *PERSON_KEYS, *MODULE_KEYS, *FORM_KEYS, *FORM_QUESTION_KEYS)
    for word in [key.name for key in listed] + [*SEVERITIES, *(kind.word for kind in KINDS)]:
        assert f"| `{word}` |" in page, word


@pytest.mark.parametrize("kind", [kind.word for kind in KINDS])
def test_every_kind_of_block_has_its_section(kind: str) -> None:
    """With the kind word at the beginning, as authors write it."""
    assert re.search(rf"^### {kind}: ", FORMAT.read_text(encoding="utf-8"), re.MULTILINE)


def test_the_keys_of_a_film_are_in_the_format() -> None:
    """Each of them, in code."""
    page = FORMAT.read_text(encoding="utf-8")
    for key in FILM_KEYS:
        assert f"`{key}`" in page or f"- {key}: " in page, key


@pytest.mark.parametrize("example", examples(), ids=lambda text: re.sub(r"\W+", " ", text)[:40].strip())
def test_an_example_can_be_pasted(example: str, course_folder: Path) -> None:
    """Into a small course that has the files which it names: not one finding, not even a remark."""
    for path in re.findall(r"[\w-]+/[\w./-]+\.\w+", example):
        like = {
            "mp4": "media/film.mp4",
            "mp3": "media/film.mp4",
            "vtt": "media/film.en.vtt",
            "jpg": "images/team.png",
            "png": "images/team.png",
            "pdf": "files/form.pdf",
        }
        target = course_folder / path
        target.parent.mkdir(exist_ok=True)
        if path.endswith(".pdf"):
            target.write_bytes(b"%PDF-1.4\n%%EOF\n")
        elif not target.exists():
            shutil.copy(course_folder / like[path.rpartition(".")[2]], target)
    with (course_folder / "course.yml").open("a") as file:
        file.write(PEOPLE)
    text = example if example.startswith("---\n") else f"---\ntitle: Welcome\n---\n\n{example}"
    (course_folder / "01-welcome.md").write_text(text)
    assert [f"{d.rule} {d.message}" for d in check(course_folder).report.diagnostics] == []


def courses_shown() -> list[tuple[str, dict[str, str]]]:
    """Every section of the handbook and the format that shows files by their names, and those files."""
    found = []
    for page in (*HANDBOOK.glob("*.md"), FORMAT):
        for section in re.split(r"^(?=##)", page.read_text(encoding="utf-8"), flags=re.MULTILINE):
            files = re.findall(r"^```\w+ ([\w.-]+)\n(.*?)^```$", section, re.MULTILINE | re.DOTALL)
            if files:
                found.append((section.split("\n")[0].strip("# "), dict(files)))
    return found


@pytest.mark.parametrize(("title", "files"), courses_shown(), ids=lambda value: value if isinstance(value, str) else "")
def test_files_that_are_shown_together_make_a_course(title: str, files: dict[str, str], course_folder: Path) -> None:
    """Not one finding, and every word of theirs in the page; settings are added to those of a small course."""
    for name, text in files.items():
        with (course_folder / name).open("a" if name == "course.yml" else "w") as file:
            file.write(text)
    outcome = build(course_folder, course_folder / "out", ["web"])
    assert [f"{d.rule} {d.message}" for d in outcome.report.diagnostics] == []
    assert outcome.packages


def test_the_form_that_is_shown_can_be_used(course_folder: Path) -> None:
    """Pasted as record.yml beside a course.yml that names it: nothing to mend, and all of its questions are asked."""
    example = next(text for text in fenced(FORMAT, "yaml") if text.startswith("title: "))
    (course_folder / "record.yml").write_text(example)
    with (course_folder / "course.yml").open("a") as file:
        file.write("record: record.yml\nstandards:\n  PCF: [Knowledge]\n")
    outcome = check(course_folder)
    assert outcome.report.diagnostics == ()
    assert outcome.course.record and outcome.course.record.form
    assert len(outcome.course.record.form.questions) == example.count("- id:")


def anchors(page: Path) -> set[str]:
    """What a forge calls the headings of a page."""
    text = re.sub(r"^```.*?^```$", "", page.read_text(encoding="utf-8"), flags=re.MULTILINE | re.DOTALL)
    words = re.findall(r"^#+ (.+)$", text, re.MULTILINE)
    return {re.sub(r"[^\w\- ]", "", heading.lower()).replace(" ", "-") for heading in words}


@pytest.mark.parametrize("page", PAGES, ids=lambda page: str(page.relative_to(ROOT)))
def test_links_between_pages_lead_somewhere(page: Path) -> None:
    """To a file that is there, and to a heading in it."""
    text = re.sub(r"^```.*?^```$", "", page.read_text(encoding="utf-8"), flags=re.MULTILINE | re.DOTALL)
    for target, anchor in re.findall(r"\]\(([^)#\s]*)(?:#([^)\s]+))?\)", re.sub(r"(?<!\[)`[^`\n]*`(?!\])", "", text)):
        if not re.match(r"[a-z]+:", target):
            leads = page.parent / target if target else page
            assert leads.exists(), target
            assert not anchor or anchor in anchors(leads), f"{target}#{anchor}"


@pytest.mark.parametrize("line", typed())
def test_a_command_that_is_shown_can_be_typed(line: str) -> None:
    """Its name and its options are there."""
    name, *arguments = shlex.split(line)
    command = main.commands[name]
    command.make_context(name, arguments, resilient_parsing=True)
    assert {word for word in arguments if word.startswith("-")} <= {o for p in command.params for o in p.opts}


def test_the_tutorial_goes_as_it_says(tmp_path: Path) -> None:
    """The question is added, the mistake is made, and what is printed is what the page shows."""
    folder = tmp_path / "safe-at-home"
    tutorial = HANDBOOK / "tutorial.md"
    run = CliRunner().invoke
    assert run(main, ["new", str(folder)]).exit_code == 0
    (question,) = fenced(tutorial, "markdown")
    module = folder / "01-welcome.md"
    right = module.read_text() + "\n" + question
    module.write_text(right)
    assert "nothing to mend" in run(main, ["check", str(folder)]).output
    module.write_text(right.replace("- [ ] Social", "- [] Social"))
    printed = run(main, ["check", str(folder)]).output
    (shown,) = fenced(tutorial, "text")
    assert all(line in printed for line in shown.splitlines())


def test_the_problem_matcher_finds_every_fault(course_folder: Path) -> None:
    """The regular expression of the handbook over real output gives what `--json` gives."""
    (tasks,) = (json.loads(text) for text in fenced(HANDBOOK / "how-to.md", "json"))
    pattern = tasks["tasks"][0]["problemMatcher"]["pattern"]
    (course_folder / "01-welcome.md").write_text(
        "---\ntitle: Welcome\n---\n\nSee [click here](https://www.example.org/): it is so.\n\n"
        "## Watch: A film\n\n[A film](media/film.mp4)\n- captions: media/film.en.vtt\n"
    )
    arguments = ["check", str(course_folder), "--verbose"]
    printed = CliRunner().invoke(main, arguments).output.splitlines()
    told = json.loads(CliRunner().invoke(main, [*arguments, "--json"]).stdout)["diagnostics"]
    names = ("file", "line", "column", "severity", "code", "message")
    matches = [match for line in printed if (match := re.search(pattern["regexp"], line))]
    found = [tuple(match[pattern[name]] for name in names) for match in matches]
    assert len(told) == 2
    assert found == [
        (str(course_folder / d["path"]), str(d["line"]), str(d["column"]), d["severity"], d["rule"], d["message"])
        for d in told
    ]
    words = (HANDBOOK / "how-to.md").read_text(encoding="utf-8")
    assert all(f"`{key}`" in words for key in told[0])


def test_the_lines_for_other_editors_are_those_of_the_terminal(
    course_folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """What the command for `jq` puts together is what `satchel check` prints."""
    monkeypatch.chdir(course_folder.parent)
    (course_folder / "01-welcome.md").write_text("---\ntitle: Welcome\n---\n\n![](images/team.png)\n")
    (form,) = re.findall(r"jq -r '\.diagnostics\[\] \| \"(.*)\"'", (HANDBOOK / "how-to.md").read_text(encoding="utf-8"))
    told = json.loads(CliRunner().invoke(main, ["check", "course", "--json"]).stdout)["diagnostics"]
    printed = CliRunner().invoke(main, ["check", "course"]).output.splitlines()
    filled = [re.sub(r"\\\(\.(\w+)\)", r"{\1}", form).format(**one) for one in told]
    assert filled and all(line in printed for line in filled)
