"""The courses whose pages are opened in Node, built into a folder: `python -m tests.page.courses FOLDER`."""

import json
import shutil
import sys
import zipfile
from dataclasses import asdict
from functools import partial
from pathlib import Path

from builder.pipeline import build
from builder.translate.segment import Tokens
from tests.conftest import ROOT
from tests.languages.course import WORDS, Sample
from tests.languages.course import write_course as write_many
from tests.question_states.course import write_course
from tests.question_states.kinds import TABLE
from tests.translate.pretend import translate

VISIT = {
    "course.yml": """id: visit
title: A visit
language: en-GB
completion: pass-mark
pass-mark: 50
privacy: device
shuffle: all-but-last
record: record.yml
standards:
  PCF: [Values, Skills]
""",
    "record.yml": """title: Your visit
about: What you take home.
questions:
  - {id: place, ask: Where were you?, kind: line}
  - {id: story, ask: What happened?, kind: text}
  - {id: day, ask: On which day?, kind: date}
  - {id: mood, ask: How was it?, kind: one, options: [Good, Hard]}
  - {id: domains, ask: Which standards?, kind: several, framework: PCF}
""",
    "01-before.md": """---
title: Before you go
---

Read the file.

## Watch: The street {#street}
[The street](media/film.mp4)
- captions: media/film.en.vtt
- descriptions: not needed (only the speaker is shown)
- watched: 90

## Quiz: What do you take along? {#bag}
- [x] The [ffeil]{lang=cy}
  > You speak it there.
- [ ] A coat
- [ ] A camera

> Whatever you took.

## Scale: How ready are you? {#ready}
- Not at all
- Almost
- Quite

> Thank you.

## Reflect: What worries you? {#worry words=20}
Nobody else reads it.

Example: The dog.
""",
    "02-there.md": """---
title: At the door
needs: [before]
---

Knock.

## Watch: The hall {#hall}
[The hall](media/hall.mp4)
- captions: media/film.en.vtt
- described: media/hall-described.mp4
- chapters: media/chapters.vtt

## Quiz: Who opens? {#door attempts=1}
- [x] A child
- [ ] Nobody

## Reflect: What do you say? {#say privacy=report}

## Order: What comes first? {#first}
1. Greet
2. Sit down
3. Ask
""",
    "03-test.md": """---
title: The test
feedback: at-the-end
draw: 2
---

## Quiz: How many children? {#children attempts=2}
- [ ] One
- [x] Two

## Fill: Complete this {#talk attempts=2}
You [[listen|hear]] and you [[wait]].

## Number: How many minutes? {#minutes attempts=2}
= 30 ± 5
""",
}

CHAPTERS = "WEBVTT\n\n00:00:00.000 --> 00:00:15.000\nThe door\n\n00:00:15.000 --> 00:00:40.000\nThe stairs\n"


def build_courses(folder: Path) -> None:
    """Build them: `folder/COURSE/DESTINATION/index.html`, and what a learner does with each kind in `kinds.json`."""
    write_course(folder / "kinds.md")
    _build(folder / "kinds.md", folder / "kinds")
    visit = folder / "visit.md"
    base = ROOT / "tests" / "courses" / "base"
    shutil.copytree(base / "media", visit / "media")
    for name in ("hall", "hall-described"):
        shutil.copy(base / "media" / "film.mp4", visit / "media" / f"{name}.mp4")
    (visit / "media" / "chapters.vtt").write_text(CHAPTERS, encoding="utf-8")
    for name, text in VISIT.items():
        (visit / name).write_text(text, encoding="utf-8")
    _build(visit, folder / "visit")
    _build(ROOT / "tests" / "lms" / "ticks" / "course", folder / "ticks")
    build_languages(folder)
    kinds = [{**{key: value for key, value in asdict(kind).items() if key != "row"}} for kind in TABLE]
    (folder / "kinds.json").write_text(json.dumps(kinds), encoding="utf-8")


def build_languages(folder: Path) -> None:
    """The course in three languages alone: `folder/languages`."""
    _build(ROOT / "tests" / "courses" / "three-languages", folder / "languages")


def build_translated(folder: Path) -> None:
    """A course with one of everything in four languages: `folder/translated`."""
    course = folder / "translated.md"
    write_many(course, Sample("en-GB", "en-GB"))
    settings = (course / "course.yml").read_text("utf-8")
    for tag in ("cy", "ar", "uk"):
        done = translate(course, partial(in_words_of, tag), tag)
        assert done.sound, (done.faults, done.other_ids, done.report.errors)
    (course / "course.yml").write_text(f"{settings}certificate: yes\nlanguages: [en-GB, cy, ar, uk]\n", "utf-8")
    _build(course, folder / "translated")


def in_words_of(tag: str, tokens: Tokens) -> Tokens:
    """What a translator makes of a sentence of that course."""
    return tuple(token._replace(words=token.words.replace(WORDS["en-GB"], WORDS[tag])) for token in tokens)


def _build(course: Path, target: Path) -> None:
    outcome = build(course, target / "dist")
    assert outcome.packages, outcome.report.diagnostics
    for package in outcome.packages:
        with zipfile.ZipFile(package.path) as file:
            file.extractall(target / package.destination)


if __name__ == "__main__":
    build_courses(Path(sys.argv[1]))
