"""A course with one of everything, all of whose words show their language: each holds a sign that only that language has."""

import shutil
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import count
from pathlib import Path

from builder.authoring.examples import read_examples
from builder.model.kind import QuestionKind
from tests.conftest import ROOT
from tests.examples import reworded

WORDS = {
    "en-GB": "zengz",
    "cy": "ŵgairŵ",
    "ar": "كلمةظ",
    "uk": "словощ",
    "ur": "لفظٹ",
    "he": "מילהץ",
    "pl": "słowoż",
    "so": "erayqx",
    "az-Arab": "سؤزگ",
    "fr": "motœ",
    "ro": "cuvântț",
    "tr": "kelimeğ",
    "fa": "واژهپ",
    "ps": "ټکیړ",
    "bn": "শব্দ",
    "pa": "ਸ਼ਬਦ",
    "ti": "ቃልኣ",
    "vi": "từđ",
    "zh": "词们",
    "lt": "žodisė",
    "pt": "palavraõ",
    "ckb": "وشەێ",
}
"""Language -> the word that all of its sentences are made of."""
RIGHT_TO_LEFT = ("ar", "ur", "he", "az-Arab", "fa", "ps", "ckb")
NUMBERS = count(101)


@dataclass(frozen=True)
class Sample:
    """Which language is where."""

    course: str
    module: str
    """Of the second module, and of the glossary."""
    passage: str = "fr"

    def __str__(self) -> str:
        """Its name in the test's report."""
        return f"{self.course} with {self.module}"

    @property
    def interface(self) -> str:
        """The language of the interface: that of the course where there are words in it."""
        return self.course if self.course in {"en-GB", "ar", "cy", "pl", "uk"} else "en"


def said(language: str) -> str:
    """A sentence of this language, unlike all others."""
    return f"{WORDS[language]} {next(NUMBERS)}"


def write_course(folder: Path, sample: Sample) -> None:
    """Write it, with films and pictures."""
    base = ROOT / "tests" / "courses" / "base"
    shutil.copytree(base / "images", folder / "images")
    shutil.copytree(base / "media", folder / "media")
    own, other = sample.course, sample.module
    (folder / "media" / "film.en.vtt").unlink()
    tracks = {"one": own, "two": other, "chapters": own, "seen": own, f"one.{sample.passage}": sample.passage}
    for name, tag in tracks.items():
        cue = f"WEBVTT\n\n00:00:00.000 --> 00:00:02.000\n{said(tag)}.\n"
        (folder / "media" / f"{name}.vtt").write_text(cue, encoding="utf-8")
    for name, text in {
        "course.yml": _settings(own),
        "record.yml": _form(own),
        "glossary.md": _glossary(other, sample.passage),
        "01-one.md": _module(own, sample.passage, ""),
        "02-two.md": _module(other, sample.passage, f"language: {other}\n"),
        "03-test.md": _test(own),
    }.items():
        (folder / name).write_text(text, encoding="utf-8")


def _settings(tag: str) -> str:
    return "\n".join(
        [
            f"id: many-languages\ntitle: {said(tag)}\nlanguage: {tag}\nsummary: {said(tag)}\npublisher: {said(tag)}",
            f"rights: {said(tag)}\ntime: 20 minutes\ncompletion: pass-mark\npass-mark: 80\nrecord: record.yml",
            f"standards:\n  PCF: [{said(tag)}, {said(tag)}]\npeople:",
            *(
                f"  - id: person-{place}\n    name: {said(tag)}\n    role: {said(tag)}\n    about: {said(tag)}."
                for place in (1, 2)
            ),
            "",
        ]
    )


def _form(tag: str) -> str:
    asked = {"line": "line", "text": "text", "date": "date"}
    questions = [
        f"  - id: {name}\n    ask: {said(tag)}\n    kind: {kind}\n    help: {said(tag)}" for name, kind in asked.items()
    ]
    questions.append(f"  - id: one\n    ask: {said(tag)}\n    kind: one\n    options: [{said(tag)}, {said(tag)}]")
    questions.append(f"  - id: domains\n    ask: {said(tag)}\n    kind: several\n    framework: PCF")
    return f"title: {said(tag)}\nabout: {said(tag)}\nquestions:\n" + "\n".join(questions) + "\n"


def _glossary(tag: str, passage: str) -> str:
    return (
        f"---\ntitle: {said(tag)}\nlanguage: {tag}\n---\n\n{said(tag)}.\n\n"
        f"{WORDS[tag]} 7 | {WORDS[tag]} 8\n: {said(tag)}, [{said(passage)}]{{lang={passage}}}.\n"
    )


def _module(tag: str, passage: str, settings: str) -> str:
    """A module with every block; its ids are those that learners of it have, by its language."""
    place = "first" if not settings else "second"
    foreign = f"[{said(passage)}]{{lang={passage}}}"
    lines: Iterator[str] = iter(
        [
            f"---\ntitle: {said(tag)}\n{settings}summary: {said(tag)}\npresenters: [person-1, person-2]\n---\n",
            f"{said(tag)} {foreign}, {WORDS[tag]} 7.[^1]\n\n[^1]: {said(tag)} {foreign}.\n",
            f"{said(passage)}: [{said(passage)}](https://example.org/). {{lang={passage}}}\n",
            f'## {said(tag)}\n\n[{said(tag)}](https://example.org/ "{said(tag)}")\n\n- {said(tag)}\n- {said(tag)}\n',
            f"$$\n\\text{{{said(tag)}}} = \\text{{{said(tag)}}}\n$$\n",
            f"Table: {said(tag)}\n\n| {said(tag)} | {said(tag)} |\n| --- | --: |\n| {said(tag)} | {foreign} |\n",
            f"| {said(tag)} | {foreign} |\n| --- | --- |\n| {said(tag)} | 2 |\n\n> {said(tag)}\n",
            f'![{said(tag)}](images/team.png "{said(tag)}")\n\nDescription: {said(tag)} {foreign}\n',
            f"## Watch: {said(tag)} {foreign} {{#film-{place}}}\n\n[{said(tag)}](media/film.mp4)",
            f"- captions: media/one.vtt\n- captions: media/one.{passage}.vtt\n- chapters: media/chapters.vtt\n- original: {said(tag)}\n- at 0:01: #several-first"
            if place == "first"
            else "- captions: media/two.vtt",
            "- descriptions: media/seen.vtt\n" if place == "first" else f"- descriptions: not needed ({said(tag)})\n",
            f"{said(tag)}\n\n## Stages: {said(tag)}\n\n{said(tag)}\n\n1. {said(tag)}\n   {said(tag)}\n2. {said(tag)}\n\n{said(tag)}\n",
            *_boxes(tag, foreign, place),
            *_questions(tag, foreign, place),
            f"## Reflect: {said(tag)} {{#reflect-{place}}}\n\n{said(tag)}\n\nExample: {said(tag)}\n",
        ]
    )
    text = "\n".join(line for line in lines if line)
    return "\n".join([text, *_others(tag, place, text)])


def _others(tag: str, place: str, written: str) -> list[str]:
    """Each kind of question of which nothing is written here: its example, in the words of the language."""
    return [
        reworded(example, lambda bold: said(tag), f"{example.name}-{place}")
        for example in read_examples()
        if isinstance(example.kind, QuestionKind)
        if not example.kind.runs_on and f"## {example.kind.word}: " not in written
    ]


def _boxes(tag: str, foreign: str, place: str) -> list[str]:
    part = f"**{said(tag)} {foreign}**\n\n{said(tag)}\n"
    spot = f"1. **{said(tag)}** (10, 20): {said(tag)} {foreign}\n"
    return [
        f"---\n\n> [!TIP]\n> {said(tag)} {foreign}\n\n> [!WARNING]- {said(tag)}\n> {said(tag)}\n",
        f"> {said(tag)}\n>\n> Source: {said(tag)} {foreign}\n\n- [ ] {said(tag)}\n",
        f"<details>\n<summary>{said(tag)}</summary>\n\n{said(tag)}\n\n</details>\n",
        *(
            f"## {word}: {said(tag)}\n\n{said(tag)}\n\n{part}"
            for word in ("Details", "Cards", "Columns", "Layers", "Timeline")
        ),
        f'## Picture: {said(tag)}\n\n![{said(tag)}](images/team.png "{said(tag)}")\n\nDescription: {said(tag)}\n\n{spot}',
        f"## File: {said(tag)}\n\n[{said(tag)}](images/team.png)\n\n{said(tag)}\n",
    ]


def _questions(tag: str, foreign: str, place: str) -> list[str]:
    helped = f"\nHint: {said(tag)} {foreign}.\n\nHint: {said(tag)}.\n\nWorked answer: {said(tag)}.\n\n- {said(tag)}\n"
    options = f"- [x] {said(tag)} {foreign}\n  > {said(tag)} {foreign}\n- [ ] {said(tag)}\n  > {said(tag)}\n"
    several = options + f"- [x] {said(tag)}\n  > {said(tag)}\n\n  > {said(tag)}\n- [ ] {said(tag)}\n"
    steps = "".join(f"{at}. {said(tag)}{f' {foreign}' if at == 1 else ''}\n   > {said(tag)}\n" for at in (1, 2, 3))
    pairs = "".join(f"| {said(tag)} | {said(tag)} |\n" for _ in range(2))
    groups = "".join(f"**{said(tag)}**\n\n- {said(tag)}\n  > {said(tag)}\n- {said(tag)}\n\n" for _ in range(2))
    return [
        f"## Quiz: {said(tag)} {{#one-{place} weight=2}}\n\n{said(tag)}\n\n{options}\n> {said(tag)}\n{helped}",
        f"## Quiz: {said(tag)} {foreign} {{#several-{place}}}\n\n{several}\n> {said(tag)}\n",
        f"## Quiz: {said(tag)} {{#limited-{place} attempts=2}}\n\n{options}{helped}",
        f"## Order: {said(tag)} {{#order-{place}}}\n\n{steps}\n> {said(tag)}\n",
        f"## Match: {said(tag)} {{#match-{place}}}\n\n| {said(tag)} | {said(tag)} |\n| --- | --- |\n{pairs}\n> {said(tag)}\n",
        f"## Sort: {said(tag)} {{#sort-{place}}}\n\n{groups}> {said(tag)}\n",
        f"## Fill: {said(tag)} {{#fill-{place}}}\n\n{said(tag)} [[{said(tag)}|{said(tag)}]], {said(tag)} [[{said(tag)}]].\n\n> {said(tag)}\n",
        f"## Number: {said(tag)} {{#number-{place}}}\n\n= 20 ± 2 {WORDS[tag]}\n\n> {said(tag)}\n",
        f"## Checklist: {said(tag)} {{#list-{place}}}\n\n- [ ] {said(tag)} {foreign}\n- [ ] {said(tag)}\n\n> {said(tag)}\n",
        f"## Declare: {said(tag)} {{#declare-{place}}}\n\n{said(tag)}\n\n- [ ] {said(tag)} {foreign}\n",
        f"## Survey: {said(tag)} {{#survey-{place}}}\n\n{said(tag)}\n\n**{said(tag)}** {{#asked-{place}}}\n\n{said(tag)}\n\n- {said(tag)} {foreign}\n- {said(tag)}\n\n**{said(tag)}** {{#ticked-{place}}}\n\n- [ ] {said(tag)}\n- [ ] {said(tag)}\n",
        f"## Scale: {said(tag)} {{#scale-{place}}}\n\n- {said(tag)} {foreign}\n  > {said(tag)}\n- {said(tag)}\n- {said(tag)}\n\n> {said(tag)}\n",
    ]


def _test(tag: str) -> str:
    """A module whose questions are handed in together."""
    options = f"- [x] {said(tag)}\n- [ ] {said(tag)}\n"
    return (
        f"---\ntitle: {said(tag)}\nfeedback: at-the-end\nneeds: [one, two]\n---\n\n## Quiz: {said(tag)} {{#test-one}}\n\n{options}\n"
        f"## Quiz: {said(tag)} {{#test-two}}\n\n{options}"
    )
