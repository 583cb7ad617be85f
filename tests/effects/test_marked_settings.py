"""Words of an author that say their language where they are no text: titles, settings, links to films and files, pictures."""

import shutil
from pathlib import Path

import pytest
from lxml import html

from builder.model.content import Said
from builder.pipeline import build, check
from builder.read.typography import typeset_setting
from tests.conftest import ROOT

SETTINGS = """id: visits
title: Ymweliadau {lang=cy}
language: en-GB
version: 1.0.0
summary: Sut i ymweld. {lang=cy}
publisher: Cyngor {lang=cy}
rights: Cedwir pob hawl. {lang=cy}
contact: Ffoniwch ni {lang=cy}
record: record.yml
standards:
  PCF: ["Gwerthoedd {lang=cy}", Values]
people:
  - id: nia
    name: Nia Wyn {lang=cy}
    role: Gweithiwr {lang=cy}
theme:
  name: Sefydliad {lang=cy}
variables:
  office: Swyddfa'r sir {lang=cy}
"""
FORM = """title: Fy nysgu {lang=cy}
about: O'r cyngor. {lang=cy}
questions:
  - id: learnt
    ask: Beth ddysgoch chi? {lang=cy}
    help: Ychydig eiriau. {lang=cy}
  - id: domains
    ask: Which domains?
    kind: several
    framework: PCF
"""
MODULE = """---
title: Y drws {lang=cy}
summary: Canwch y gloch. {lang=cy}
presenters: [nia]
---

Ask {{office}} first. Then write.

![Pum person](images/team.png "Y tîm") {lang=cy}

Description: People at a table.

> Knock.
>
> Source: Llyfr y drysau {lang=cy}

## Watch: A film {#film}

[Ffilm arall](media/film.mp4) {lang=cy}

- captions: media/film.en.vtt
- descriptions: not needed (dim ond y siaradwr {lang=cy})
- original: deg munud {lang=cy}

## File: A form {#form}

[Ffurflen](images/team.png) {lang=cy}
"""


def course(folder: Path) -> Path:
    """A course in English, whose settings are in Welsh."""
    base = ROOT / "tests" / "courses" / "base"
    shutil.copytree(base / "images", folder / "images")
    shutil.copytree(base / "media", folder / "media")
    for name, text in {"course.yml": SETTINGS, "record.yml": FORM, "01-door.md": MODULE}.items():
        (folder / name).write_text(text, "utf-8")
    (folder / "02-window.md").write_text("# Y ffenestr {lang=cy}\n\nLook through it.\n", "utf-8")
    return folder


def test_words_of_a_setting_say_their_language(tmp_path: Path) -> None:
    """Each is in Welsh wherever it stands, in the title of the window too; all other words stay English."""
    outcome = build(course(tmp_path), tmp_path / "dist", ["web"])
    assert outcome.packages, outcome.report.diagnostics
    page = html.fromstring(next(path for path in outcome.written if path.name == "index.html").read_bytes())
    assert "{lang=" not in page.text_content()
    seen = {}
    for element in page.iter():
        for text in (*element.xpath("text()"), *element.xpath("@alt")) if isinstance(element.tag, str) else ():
            seen.setdefault(" ".join(text.split()), set()).add(element.xpath("ancestor-or-self::*[@lang][1]/@lang")[0])
    welsh = [
        "Ymweliadau",
        "Sut i ymweld.",
        "Cyngor.",
        "Cedwir pob hawl.",
        "Ffoniwch ni",
        "Nia Wyn",
        "Gweithiwr",
        "Sefydliad",
        "Swyddfa’r sir",
        "Fy nysgu",
        "O’r cyngor.",
        "Beth ddysgoch chi?",
        "Ychydig eiriau.",
        "Gwerthoedd",
        "Y drws",
        "Canwch y gloch.",
        "Y ffenestr",
        "Pum person",
        "Y tîm",
        "Llyfr y drysau",
        "Ffilm arall.",
        "dim ond y siaradwr",
        "deg munud",
        "Ffurflen",
    ]
    assert {words: seen.get(words) for words in welsh} == {words: {"cy"} for words in welsh}
    english = (
        "Ask",
        "first. Then write.",
        "People at a table.",
        "Which domains?",
        "Values",
        "A form",
        "Look through it.",
    )
    assert {words: seen.get(words) for words in english} == {words: {"en-GB"} for words in english}


@pytest.mark.parametrize("title", ["Bore da {lang=xx}", "[Bore]{lang=cy} da", "Bore {lang=cy} da"])
def test_a_mark_that_cannot_be_read_is_reported(course_folder: Path, title: str) -> None:
    """Of no language, or of a part of the words: the hint shows where the mark stands."""
    settings = course_folder / "course.yml"
    settings.write_text(
        "".join(
            f'title: "{title}"\n' if line.startswith("title:") else f"{line}\n"
            for line in settings.read_text().splitlines()
        )
    )
    (found,) = check(course_folder).report.errors
    assert found.rule == "STR-031" and "title: Bore da {lang=cy}" in found.hint


def test_what_a_setting_says_is_set_in_its_language() -> None:
    """Its quotes are those of its own language, and it keeps its mark."""
    said = typeset_setting(Said("\"Tak\" \u2013 'nie'", "pl"), "en-GB")
    assert isinstance(said, Said) and (said, said.language) == ("„Tak” \u2013 ‚nie’", "pl")
