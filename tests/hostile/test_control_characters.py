"""Characters that nobody sees: refused wherever an author can write one, and never sent to a terminal."""

import json
import os
import sys
from pathlib import Path

import pytest
from click.testing import CliRunner

from builder.cli import main
from builder.cli.terminal import paint, say
from builder.read.words_to_ids import block_id
from tests.cases import for_each
from tests.limits.pairs import Files, module, report_of, settings
from tests.terminal import on_a_terminal

SIGNS = {
    "NUL": "\x00", "BEL": "\x07", "ESC": "\x1b", "DEL": "\x7f", "NEL": "\x85", "CSI": "\x9b",
    "embedding": "\u202b", "override": "\u202e", "isolate": "\u2066", "end of an isolate": "\u2069",
}  # fmt: skip

YAML_PLACES = {
    "title": 'id: sample\ntitle: "A%s"\nlanguage: en-GB\n',
    "summary": 'id: sample\ntitle: A\nlanguage: en-GB\nsummary: "A%s"\n',
    "keyword": 'id: sample\ntitle: A\nlanguage: en-GB\nkeywords: ["A%s"]\n',
    "framework": 'id: sample\ntitle: A\nlanguage: en-GB\nstandards:\n  "A%s": [B]\n',
    "entry": 'id: sample\ntitle: A\nlanguage: en-GB\nstandards:\n  A: ["B%s"]\n',
    "name": 'id: sample\ntitle: A\nlanguage: en-GB\npeople:\n  - id: jo\n    name: "Jo%s"\n',
    "variable": 'id: sample\ntitle: A {{who}}\nlanguage: en-GB\nvariables:\n  who: "Jo%s"\n',
    "publisher": 'id: sample\ntitle: A\nlanguage: en-GB\npublisher: "A%s"\n',
    "version": 'id: sample\ntitle: A\nlanguage: en-GB\nversion: "1%s"\n',
}
MARKDOWN_PLACES: dict[str, Files] = {
    "text": module("So %s it is."),
    "alternative": module("![A plan %s here](images/team.png)"),
    "caption": module('![A plan](images/team.png "So %s")'),
    "caption of a table": module("Table: So %s\n\n| A | B |\n| --- | --- |\n| c | d |"),
    "option": module("## Quiz: Which?\n\n- [x] So %s\n- [ ] No"),
    "code": module("`so %s`"),
    "front matter": {"01-welcome.md": '---\ntitle: "A %s"\n---\n\nSo.\n'},
    "glossary": {"glossary.md": "Plan\n: So %s.\n"},
    "captions": {
        **module(
            "## Watch: A film\n\n[A film](media/film.mp4)\n- captions: media/a.vtt\n- descriptions: not needed (so)"
        ),
        "media/a.vtt": "WEBVTT\n\n00:00.000 --> 00:05.000\nSo %s.\n",
    },
    "form": {
        **settings("record: record.yml"),
        "record.yml": 'title: "A%s"\nquestions:\n  - id: learnt\n    ask: Why?\n',
    },
}


def escaped(sign: str) -> str:
    """As YAML writes it between double quotes."""
    return f"\\u{ord(sign):04x}"


@for_each("place", YAML_PLACES)
@for_each("name", SIGNS)
def test_no_setting_holds_one_as_an_escape(name: str, place: str) -> None:
    """YAML writes any of them as six plain characters."""
    report = report_of({"course.yml": YAML_PLACES[place] % escaped(SIGNS[name])})
    found = [fault for fault in report if fault.rule == "STR-024"]
    assert found and all(fault.span.path == "course.yml" and fault.span.line > 1 for fault in found), report
    assert f"U+{ord(SIGNS[name]):04X}" in found[0].message


@for_each("place", MARKDOWN_PLACES)
@for_each("name", SIGNS)
def test_no_file_of_a_course_holds_one(name: str, place: str) -> None:
    """The same rule in markdown, front matter, glossary, captions and a form, at its place."""
    files = {path: str(text).replace("%s", SIGNS[name]) for path, text in MARKDOWN_PLACES[place].items()}
    (fault,) = (one for one in report_of(files) if one.rule == "STR-024")
    line = files[fault.span.path].split("\n")[fault.span.line - 1]
    assert line[fault.span.column - 1] == SIGNS[name]


@for_each("entity", ["&#x202E;", "&#8238;", "&#x002066;", "&#8297;"])
def test_no_entity_turns_words_round(entity: str) -> None:
    """In the text, and in the title of an abbreviation."""
    for text in (f"So {entity} it is.", f'<abbr title="{entity}">So</abbr>'):
        assert "STR-024" in {fault.rule for fault in report_of(module(text))}


@for_each("sign", ["\u200e", "\u200f", "\u061c", "\u200d", "\u200c", "\u00ad", "\u00a0"])
def test_marks_that_a_script_needs_may_stay(sign: str) -> None:
    """Hebrew, Persian and emoji are spelt with some of them."""
    assert "STR-024" not in {fault.rule for fault in report_of(module(f"So{sign}so it is."))}


@for_each("place", MARKDOWN_PLACES)
@for_each("words", ["\u2067علي\u2069", "\u2068Ali\u2069 \u2066B\u2069", "\u2067א \u2066B\u2069 ג\u2069"])
def test_isolates_that_are_closed_may_stay(words: str, place: str) -> None:
    """Phones put them round names, and authors of Arabic and Hebrew need them."""
    files = {path: str(text).replace("%s", words) for path, text in MARKDOWN_PLACES[place].items()}
    assert "STR-024" not in {fault.rule for fault in report_of(files)}


@for_each(
    ("words", "column"),
    [
        ("a\u2067b", 2),
        ("a\u2069b", 2),
        ("\u2067a\u2069 b\u2066", 6),
        ("a\u2067b\u2069\u2069", 5),
        ("a\u2069\u2067b", 2),
        ("\u2067a\u202eb\u2069", 1),
        ("\u2067a\u2069 \u202eb\u202c", 5),
        ("a\u2067b\n\u2069c", 2),
    ],
)
def test_isolates_that_are_not_closed_and_overrides_are_refused(words: str, column: int) -> None:
    """What is open at the end of a line turns round whatever the page puts behind it."""
    fault = next(fault for fault in report_of(module(words)) if fault.rule == "STR-024")
    assert fault.span.column == column


def test_isolates_are_no_part_of_what_an_answer_hangs_on() -> None:
    """An option with and without them is the same option."""
    assert block_id("Ask \u2068Ali\u2069 first", "quiz") == block_id("Ask Ali first", "quiz")
    assert block_id("اسأل \u2067علي\u2069", "quiz") == block_id("اسأل علي", "quiz")


def test_each_line_is_reported_at_once_up_to_ten(course_folder: Path) -> None:
    """With the change that mends it; a file that is no text is not listed to its end."""
    report = report_of(module("\n\n".join(["a\x1bb"] * 30)))
    assert [fault.span.line for fault in report if fault.rule == "STR-024"] == list(range(5, 25, 2))
    assert all(fault.fix and fault.fix[0].text == "" for fault in report if fault.rule == "STR-024")


HOSTILE = "\x1b]0;owned\x07\x1b[2J\x9b31m\u202e\u2066\x7f"


def is_harmless(text: str) -> bool:
    """Whether a terminal would only write."""
    return not any(sign in text for sign in (*SIGNS.values(), "\u2067"))


@pytest.mark.skipif(sys.platform == "win32", reason="Windows has no such names")
def test_names_of_files_do_not_reach_the_terminal(course_folder: Path, tmp_path: Path) -> None:
    """Nor do titles, settings and lines that are quoted; what is not UTF-8 is no traceback."""
    (course_folder / f"02-{HOSTILE}.md").write_text("So.\n")
    (course_folder / f"03-{HOSTILE}.markdown").write_text("So.\n")
    with open(os.fsencode(course_folder) + b"/04-\xff.md", "w") as file:
        file.write("So.\n")
    (course_folder / "01-welcome.md").write_text(f"---\ntitle: Welcome\n---\n\nSee [click here]({HOSTILE}).\n")
    (course_folder / "course.yml").write_text(f'id: sample\ntitle: "A\\e[31m \\u202e"\nlanguage: en{HOSTILE}\n')
    for command in (["check", "--verbose"], ["build", "--out", str(tmp_path / "out")], ["ids"], ["check", "--json"]):
        done = CliRunner().invoke(main, [*command, str(course_folder)])
        assert done.exit_code == 1, (command, done.output, done.exception)
        assert is_harmless(done.output.replace("\n", "")), command
    assert json.loads(CliRunner().invoke(main, ["check", "--json", str(course_folder)]).output)["diagnostics"]


def test_paths_and_words_that_were_typed_do_not_reach_the_terminal(tmp_path: Path) -> None:
    """Errors repeat them."""
    name = f"a{HOSTILE}"
    for arguments in (
        ["check", str(tmp_path / name)],
        ["explain", name],
        ["compare", name, name],
        ["build", "--to", name],
    ):
        done = CliRunner().invoke(main, arguments)
        assert done.exit_code == 2 and is_harmless(done.output), arguments


def test_the_terminal_obeys_our_colours_alone(course_folder: Path) -> None:
    """On a terminal the word “error” is red, and a colour in the author's line is not one."""
    (course_folder / "01-welcome.md").write_text("---\ntitle: Welcome\n---\n\nSee \x1b[32mthis\x1b[0m.\n")
    shown = on_a_terminal("check", course_folder).stdout
    assert "\x1b[31m\x1b[1merror\x1b[0m" in shown and "\x1b[32m" not in shown and "␛[32mthis" in shown


def test_a_control_character_is_shown_as_one_sign(capsys: pytest.CaptureFixture[str]) -> None:
    """So the caret stays under its place."""
    say(paint("a\x00\x1b\x7f\x9b\u202eb\ud800", "error"))
    assert capsys.readouterr().out == "a␀␛␡��b�\n"
