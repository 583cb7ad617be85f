"""Files in other encodings, with other line ends, or of other programs: read rightly, or refused where they are.

What follows from it is not reported too, and no word changes without a message.
"""

import re
from collections.abc import Callable
from pathlib import Path

from builder.authoring.insert import with_ids
from builder.captions.decode import decode
from builder.model.blocks import Watch
from builder.model.source_facts import GeneratedId
from builder.pipeline import check
from builder.translate.writing.edits import Edit, edited
from tests.cases import for_each
from tests.limits.pairs import Files, module, read_files, report_of, settings

COURSE = "id: sample\ntitle: A café – and its guests\nlanguage: en-GB\nsummary: Words.\n"
WELCOME = """---
title: Welcome to the café
id: welcome
---

Hello “you”, the café is open – all day.

## Watch: A film {#film}

[A film](media/film.mp4)
- captions: media/film.en.vtt
- descriptions: not needed (the slides are read aloud)
"""
FILES = {
    "course.yml": COURSE,
    "01-welcome.md": WELCOME,
    "media/film.en.vtt": "WEBVTT\n\n00:00:00.000 --> 00:00:02.000\nHello – at the café.\n\n00:00:02.000 --> 00:00:04.000\nIt’s open.\n",
    "glossary.md": "---\ntitle: Words\n---\n\ncafé\n: A place – for coffee.\n",
    "strings/en.json": '{\n  "cover.start": "Begin – now"\n}\n',
    "theme/prose.css": "/* café – */\np {\n  margin: 0;\n}\n",
}
REST: Files = {**FILES, "media/film.mp4": b"\x00\x00\x00\x18ftypmp42"}
UKRAINIAN = "---\ntitle: Вітаємо\n---\n\nСлова про довіру та страх, що їх ми чуємо.\n"


def found(path: str, data: bytes) -> list[tuple[str, int, int, str, str]]:
    """What is reported only where a file has these bytes."""
    before = set(report_of(REST))
    new = [one for one in report_of({**REST, path: data}) if one not in before]
    return [(one.span.path, one.span.line, one.span.column, one.rule, one.message) for one in new]


READ: dict[str, Callable[[str], bytes]] = {
    "CR": lambda text: text.replace("\n", "\r").encode(),
    "CRLF": lambda text: text.replace("\n", "\r\n").encode(),
    "CRLF above LF": lambda text: text.replace("\n", "\r\n", 3).encode(),
    "LF above CR": lambda text: (text[:30] + text[30:].replace("\n", "\r")).encode(),
    "a mark": lambda text: text.encode("utf-8-sig"),
    "two marks": lambda text: b"\xef\xbb\xbf" + text.encode("utf-8-sig"),
    "a mark inside, as in a file that was joined": lambda text: text.replace("\n", "\n\ufeff", 3).encode(),
}


@for_each("path", FILES)
@for_each("way", READ, one_in=2)
def test_line_ends_and_byte_order_marks_change_nothing(path: str, way: str) -> None:
    """No finding more or less, at the same lines, and the same words."""
    files = {**REST, path: READ[way](FILES[path])}
    assert report_of(files) == report_of(REST)
    assert words_of(files) == words_of(REST)


def words_of(files: Files) -> list[str]:
    """What learners read of a course, captions included."""
    course, _ = read_files(files)
    (module,) = course.modules
    said = [
        cue.text
        for block in module.blocks
        if isinstance(block, Watch)
        for track in block.captions
        for cue in track.cues
    ]
    return [course.title, *(passage.text for page in course.pages for passage in page.facts.passages), *said]


FORMS = ("utf-16", "utf-16-le", "utf-16-be", "utf-32", "utf-32-le", "utf-32-be")


@for_each("path", FILES, one_in=2)
@for_each("form", FORMS)
def test_other_forms_of_unicode_are_named(path: str, form: str) -> None:
    """With and without their mark, whatever byte comes first that is no UTF-8."""
    name = form[:6].upper()
    assert (path, 1, 1, "STR-003", f"this file is {name} text, not UTF-8 text") in found(path, FILES[path].encode(form))


@for_each("form", FORMS)
def test_a_form_of_unicode_is_known_in_every_script(form: str) -> None:
    """Half of the bytes of English are zero in UTF-16, and few of Ukrainian."""
    (fault,) = (one for one in report_of({"01-welcome.md": UKRAINIAN.encode(form)}) if one.rule == "STR-003")
    assert f"this file is {form[:6].upper()} text" in fault.message
    lines, changes = decode(UKRAINIAN.encode(form), "uk")
    assert "\n".join(lines) == UKRAINIAN and [form[:6].upper() in change.words for change in changes] == [True]


@for_each("encoding", ["cp1252", "mac-roman", "cp1250"])
@for_each("end", ["\n", "\r", "\r\n"])
def test_a_byte_that_cannot_be_read_is_named_at_its_line(encoding: str, end: str) -> None:
    """Whatever ends the lines above it."""
    text = "---\ntitle: Welcome\n---\n\nSome words.\n\nA café.\n"
    ((path, line, column, rule, _),) = found("01-welcome.md", text.replace("\n", end).encode(encoding))[:1]
    assert (path, line, column, rule) == ("01-welcome.md", 7, 6, "STR-003")


@for_each("path", FILES)
@for_each("begin", [b"PK\x03\x04\x14\x00", b"{\\rtf1\\ansi ", b"%PDF-1.7\n", b"\xd0\xcf\x11\xe0\xa1\xb1"])
def test_the_file_of_another_program_is_named_so(path: str, begin: bytes) -> None:
    """To save a Word document as UTF-8 in a text editor would destroy it."""
    (fault,) = (one for one in report_of({**REST, path: begin + b"words" * 9}) if one.rule == "STR-003")
    assert fault.span.path == path and "not a text file" in fault.message and "plain text" in fault.hint


CONTROLS = {
    "NUL in a word": ("a", "a\0"),
    "zeros at the end, as a full disk leaves them": ("\n$", "\n" + "\0" * 30),
    "the end of a file in DOS": ("\n$", "\n\x1a"),
    "a form feed before a line": ("\n", "\n\x0c"),
    "a vertical tab behind a line": ("\n", "\x0b\n"),
}


@for_each("path", FILES, one_in=2)
@for_each("name", CONTROLS)
def test_a_control_character_is_one_fault(path: str, name: str) -> None:
    """Nothing is missing because of it, and nothing else wrong."""
    pattern, sign = CONTROLS[name]
    assert [one[3] for one in found(path, re.sub(pattern, sign, FILES[path], count=1).encode())] == ["STR-024"]


@for_each("path", FILES)
@for_each("sign", ["\u2028", "\u2029", "\x85"])
def test_lines_that_end_with_an_invisible_sign_are_one_fault(path: str, sign: str) -> None:
    """The file is read by these ends, so that all other faults are reported too."""
    ((where, line, _, rule, message),) = found(path, FILES[path].replace("\n", sign).encode())
    assert (where, line, rule) == (path, 1, "STR-024") and f"U+{ord(sign):04X}" in message


GARBLED: dict[str, Callable[[str], str]] = {
    "read as Windows-1252": lambda text: text.encode().decode("cp1252"),
    "letters that are lost": lambda text: text.replace("–", "\ufffd"),
}


@for_each("way", GARBLED)
def test_garbled_captions_are_reported(way: str) -> None:
    """As garbled words of a module are: learners read them too. Once a file."""
    garbled = GARBLED[way](FILES["media/film.en.vtt"])
    ((_, line, column, rule, _),) = found("media/film.en.vtt", garbled.encode())
    assert (line, column, rule) == (4, 7, "STR-031")


@for_each("way", GARBLED)
def test_garbled_texts_of_buttons_are_reported(way: str, tmp_path: Path) -> None:
    """At their line."""
    for path, content in {**REST, "strings/en.json": GARBLED[way](FILES["strings/en.json"])}.items():
        (tmp_path / path).parent.mkdir(exist_ok=True)
        (tmp_path / path).write_bytes(content if isinstance(content, bytes) else str(content).encode())
    report = check(tmp_path).report
    assert [(d.span.path, d.span.line) for d in report.diagnostics if d.rule == "STR-031"] == [("strings/en.json", 2)]


@for_each("words", ["Ação e emoção – ÇÃO", "Čeština, Žluťoučký kůň", "Đà Nẵng", "ÃO", "Łódź – świt", "25 Âm"])
def test_letters_that_only_look_garbled_may_stay(words: str) -> None:
    """Portuguese, Czech, Vietnamese and Polish in captions."""
    assert found("media/film.en.vtt", FILES["media/film.en.vtt"].replace("Hello – at the café.", words).encode()) == []


@for_each("form", [("cafe\u0301", "café"), ("café", "cafe\u0301"), ("cafe\u0301", "cafe\u0301")])
def test_a_term_is_found_however_its_accents_are_stored(form: tuple[str, str]) -> None:
    """A Mac and a converter write an accent as a character of its own."""
    term, used = form
    files = {**module(f"The {used} is open."), "glossary.md": f"---\ntitle: Words\n---\n\n{term}\n: A place.\n"}
    course, report = read_files(files)
    assert "GLO-003" not in {one.rule for one in report.diagnostics}
    assert course.modules[0].terms


def test_ids_and_translations_are_written_behind_a_mark_inside() -> None:
    """Columns count what is read, and every byte stays."""
    data = "\ufeffone\n\ufeff## Quiz: Two\nthree\n".encode()
    made = GeneratedId("two", "Quiz", "a.md", 2, 13, " {#two}", excerpt="## Quiz: Two")
    assert with_ids(data, [made]) == "\ufeffone\n\ufeff## Quiz: Two {#two}\nthree\n".encode()
    assert edited(data, [Edit(2, 10, 2, 13, "Dau")]) == "\ufeffone\n\ufeff## Quiz: Dau\nthree\n".encode()


HIDDEN = "\u200b\u2060\ufeff"
EDGES: dict[str, tuple[Files, Files]] = {
    "a list in the settings": (
        settings("keywords: %s[visits, %stime%s]%s"),
        settings("keywords: [visits, time]"),
    ),
    "a key": (settings("%ssummary%s: Words."), settings("summary: Words.")),
    "a value": (settings("completion: %sall-modules%s"), settings("completion: all-modules")),
    "front matter": (
        {"01-welcome.md": "%s---%s\ntitle: Welcome\n%s---%s\n\nSo.\n"},
        {"01-welcome.md": "---\ntitle: Welcome\n---\n\nSo.\n"},
    ),
    "a fence": (module("%s```%s\ncode\n%s```%s\n\nSo."), module("```\ncode\n```\n\nSo.")),
    "the dashes of a table": (
        module("| A | B |%s\n%s| --- | --- |%s\n| c | d |"),
        module("| A | B |\n| --- | --- |\n| c | d |"),
    ),
    "options": (
        module("%s## Quiz: Which?%s\n\n%s- [x] So%s\n%s- [ ] No%s"),
        module("## Quiz: Which?\n\n- [x] So\n- [ ] No"),
    ),
}


@for_each("sign", HIDDEN)
@for_each("name", EDGES)
def test_what_is_nothing_at_the_end_of_a_line_hides_no_sign(name: str, sign: str) -> None:
    """Pastes from web pages have them at either end of a line, and beside the signs of settings."""
    damaged, plain = EDGES[name]
    files = {path: str(text).replace("%s", sign) for path, text in damaged.items()}
    assert report_of(files) == report_of(plain)
    (course, _), (other, _) = read_files(files), read_files(plain)
    assert course.keywords == other.keywords and course.completion == other.completion
    assert [one.blocks for one in course.modules] == [one.blocks for one in other.modules]


def test_a_hint_for_a_line_break_inside_of_a_word_stays() -> None:
    """Khmer and Thai are written without spaces."""
    title = "ភាសា\u200bខ្មែរ"
    course, _ = read_files({"course.yml": f"id: sample\ntitle: {title}\nlanguage: km\n"})
    assert course.title == title


def test_dashes_with_a_hidden_sign_are_named() -> None:
    """The line that is wrong is there, and must be typed again."""
    (fault,) = (one for one in report_of(module("| A | B |\n| ---\u200b | --- |\n| c | d |")) if one.rule == "STR-041")
    assert (fault.span.line, fault.hint) == (6, "Write: | --- | --- |")
