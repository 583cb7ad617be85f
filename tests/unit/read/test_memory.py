"""A course that is read again after an edit is as if it were read for the first time, whatever was edited."""

import os
import random
import shutil
import time
from collections.abc import Callable
from pathlib import Path

import pytest

from builder.check import check_course
from builder.kinds import KINDS
from builder.model.course import Course
from builder.model.diagnostics import Report
from builder.read import Memory, read_course
from builder.remembered import Remembered
from builder.render import render_course_or_fault
from tests.conftest import ROOT

MODULES = {
    "01-one.md": """---
title: One
presenters: [ann]
---
The {{office}} knows of harm. See [the second](02-two.md#second) and [a heading](#a-heading).

## A heading

![A house](images/house.png)

## Quiz: Who helps? {#help}

- [x] A friend
- [ ] A stranger
""",
    "02-two.md": """---
title: Two
---
## Second {#second}

[Help](_help.md)

Words about harm, and {{nobody}}.

## Reflect: What next?

Think.
""",
    "03-three.md": """---
title: Three
needs: [one]
---
[Help](_help.md)

## A heading

A [file](files/form.pdf), and [a lost one](files/lost.pdf).

## Order: In which order? {#order}

1. First
2. Second
""",
    "04-four.md": "---\ntitle: Four\n---\n## A heading\n\nOnly words, and ![a house](images/HOUSE2.png).\n",
}
SHARED = {
    "course.yml": """id: memory
title: A course
language: en-GB
people:
  - {id: ann, name: Ann Lee, role: Social worker}
variables:
  office: Duty team
""",
    "glossary.md": "---\ntitle: Terms\n---\n\nHarm\n: What hurts.\n",
    "_help.md": "Ring {{office}}.\n\n### Whom to ask {#whom}\n",
}
LINES = (
    "", "Words.", "## A heading", "## Second {#second}", "## Quiz: Which? {#help}", "- [x] Yes", "- [ ] No", "[Help](_help.md)",
    "[Other](_other.md)", "![A house](images/house.png)", "[x](03-three.md)", "id: one", "---", "{{office}}", "{{other}}", "> Why",
    "*[PCF]: The framework", "[^1]: A note", "Said[^1] of the PCF and harm.", "### Whom to ask {#whom}", "![](files/form.pdf)",
)  # fmt: skip
HARMLESS = (
    "", "Words of harm.", "## A heading", "{{office}}", "[x](03-three.md)", "Said of the PCF.", "> A quote", "- a list",
    "[gair]{lang=cy}", "*[PCF]: The framework", "![A house](images/house.png)", "[PCF]{lang=ar}",
)  # fmt: skip
"""Lines that leave a course without errors."""


def write(folder: Path, sound: bool = False) -> Path:
    """The course, an hour old; without its faults when it is to be `sound`."""
    course = shutil.copytree(ROOT / "tests" / "courses" / "base", folder / "course")
    (course / "01-welcome.md").unlink()
    (course / "files").mkdir()
    (course / "files" / "form.pdf").write_bytes(b"%PDF-1.4\n%%EOF\n")
    picture = next((course / "images").glob("*.png"))
    for name in ("house.png", "HOUSE2.png"):
        shutil.copy(picture, course / "images" / name)
    for name, text in {**MODULES, **SHARED}.items():
        text = _sound(text) if sound else text
        (course / name).write_text(text, encoding="utf-8")
    for path in course.rglob("*"):
        age(path, 0)
    return course


def _sound(text: str) -> str:
    text = text.replace("{{nobody}}", "nobody").replace("lost.pdf", "form.pdf")
    return text.replace("\n### Whom to ask {#whom}\n", "")


def age(path: Path, number: int) -> None:
    """Give a file a time long ago, another one after each edit: what was written just now is never kept."""
    then = time.time_ns() - 3600 * 1_000_000_000 + number * 1_000_000
    os.utime(path, ns=(then, then))


def edit_lines(path: Path, dice: random.Random) -> None:
    """Put in, take out or double a line."""
    lines = path.read_text(encoding="utf-8").split("\n")
    at = dice.randrange(len(lines))
    way = dice.randrange(3)
    lines[at : at + (way == 1)] = [] if way == 1 else [dice.choice(LINES) if way == 0 else lines[at]]
    path.write_text("\n".join(lines), encoding="utf-8")


def edit(course: Path, dice: random.Random, number: int) -> None:
    """One edit, mostly of a module."""
    way = dice.randrange(12)
    files = sorted(course.glob("*.md"))
    if way < 7:
        edit_lines(dice.choice([path for path in files if path.name[0].isdigit()]), dice)
    elif way < 9:
        path = course / dice.choice([name for name in SHARED if (course / name).exists()])
        edit_lines(path, dice)
        age(path, number)
    elif way == 9:
        path = dice.choice(files)
        path.rename(course / f"{dice.randrange(1, 9):02d}-{dice.choice(['one', 'two', 'new'])}.md")
    elif way == 10:
        path = course / "images" / "house.png"
        path.write_bytes(dice.choice([b"no picture", (course / "images" / "HOUSE2.png").read_bytes()]))
        age(path, number)
    else:
        path = course / "files" / dice.choice(["lost.pdf", "form.pdf"])
        path.unlink() if path.exists() else path.write_bytes(b"%PDF-1.4\n%%EOF\n")


def edit_gently(course: Path, dice: random.Random, number: int) -> None:
    """One edit that leaves no error, so that there is a page to compare."""
    words, modules = f"{dice.choice(HARMLESS)}", sorted(path for path in course.glob("0*.md"))
    path = dice.choice([*modules * 2, course / "course.yml", course / "glossary.md", course / "_help.md"])
    text = path.read_text(encoding="utf-8")
    if path.name == "course.yml":
        text = text.replace("Duty team", "Duty desk") if "team" in text else text.replace("Duty desk", "Duty team")
    elif path.name == "glossary.md":
        text += f"\nTerm {number}\n: What {words.strip('#> ')} says.\n"
    elif dice.randrange(3) == 0:
        text = text.replace("title: ", f"title: {number} ", 1)
    else:
        text += f"\n---\n\n{words}\n"
    path.write_text(text, encoding="utf-8")
    age(path, number)
    if dice.randrange(4) == 0:
        other = course / f"0{dice.randrange(4, 9)}-four.md"
        next(path for path in modules if path.name.endswith("-four.md")).rename(other)
    if dice.randrange(6) == 0:
        picture = course / "images" / "house.png"
        picture.write_bytes((course / "images" / "HOUSE2.png").read_bytes() + b"\0" * dice.randrange(3))
        age(picture, number)


def read(course: Path, memory: Memory | None, kept: Remembered | None = None) -> tuple[Course, Report, object]:
    """The course, all findings, and every file of the page."""
    if kept:
        kept.begin()
    made, found = read_course(course, KINDS, memory)
    checked, report = check_course(made, found, kept=kept)
    return made, report, checked and render_course_or_fault(checked, kept)


@pytest.mark.parametrize("seed", [*range(4), *(pytest.param(seed, marks=pytest.mark.slow) for seed in range(4, 40))])
def test_after_any_edits_all_is_as_if_read_for_the_first_time(seed: int, tmp_path: Path) -> None:
    """Twelve edits one after the other: course, findings and page. The tests below hold that anything is kept at all."""
    gently = seed % 2 == 0
    course, change = write(tmp_path, gently), edit_gently if gently else edit
    memory, kept, dice = Memory(), Remembered(), random.Random(seed)
    read(course, memory, kept)
    for number in range(1, 13):
        change(course, dice, number)
        assert read(course, memory, kept) == read(course, None)


def kept_after(course: Path, change: Callable[[], object]) -> int:
    """How many modules are not read again after a change."""
    memory = Memory()
    read_course(course, KINDS, memory)
    change()
    read_course(course, KINDS, memory)
    return memory.hits


def test_a_module_that_has_not_changed_is_not_read_again(tmp_path: Path) -> None:
    """All but the one that was edited, and those with a fragment, which is reported on where it is included first."""
    course = write(tmp_path)
    page = course / "04-four.md"
    assert kept_after(course, lambda: page.write_text(page.read_text() + "\nMore.\n")) == 1
    assert kept_after(course, lambda: None) == 2


def test_what_changed_just_now_is_read_again(tmp_path: Path) -> None:
    """Another change may follow in the same moment, with the same size and time; two seconds later it must show."""
    course = write(tmp_path)
    picture, now = course / "images" / "house.png", time.time_ns()
    for before, kept in ((0, 0), (2_500_000_000, 2)):
        os.utime(picture, ns=(now - before, now - before))
        assert kept_after(course, lambda: None) == kept


def test_an_editors_own_file_is_no_change(tmp_path: Path) -> None:
    """Vim writes into it all the time."""
    course = write(tmp_path)
    swap = course / ".04-four.md.swp"
    swap.write_bytes(b"1")
    assert kept_after(course, lambda: swap.write_bytes(b"12")) == 2
