"""A course with a quiz, a reflection and enough words to scroll, and its preview."""

import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Page

from tests.conftest import COURSE
from tests.preview.serving import Preview

LESSON = """---
title: A lesson
---
Opening words.

{more}
## Quiz: Which of these is a fruit? {{#fruit}}

- [x] An apple
  > It grows on a tree and holds seeds.
- [ ] A stone
  > It is a mineral, and nothing grows from it.

## Reflect: What do you make of it? {{#thoughts}}

Take your time.

---

## The end of the lesson {{#end}}

{end}
"""

WORDS = "These are words that fill the page, one line after the other. " * 6


def write_lesson(folder: Path, more: str = "", end: str = "The last words.") -> None:
    """Save the second module of the sample course, as editors do: beside it, then in its place."""
    filling = "".join(f"{WORDS}\n\n" for _ in range(8))
    beside = folder / ".02-lesson.md.tmp"
    beside.write_text(LESSON.format(more=f"{more}\n\n{filling}", end=f"{end}\n\n{filling}"))
    beside.replace(folder / "02-lesson.md")


@pytest.fixture
def lesson(course_folder: Path) -> Path:
    """The course folder."""
    write_lesson(course_folder)
    return course_folder


@pytest.fixture
def preview(lesson: Path) -> Iterator[Preview]:
    """Its preview."""
    with Preview(lesson) as running:
        yield running


@pytest.fixture(scope="session")
def films(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Preview]:
    """The preview of a course with films, which no test changes: a copy of the first course."""
    folder = tmp_path_factory.mktemp("films") / "course"
    shutil.copytree(COURSE, folder)
    with Preview(folder) as running:
        yield running


@pytest.fixture
def page(page: Page) -> Iterator[Page]:
    """A page that has nothing to complain of: no error, nothing that its policy forbids."""
    complaints: list[str] = []
    page.on("pageerror", lambda error: complaints.append(str(error)))
    page.on("console", lambda message: complaints.append(message.text) if message.type == "error" else None)
    yield page
    # A server that the test stopped is missed by the browser too.
    assert not [words for words in complaints if "net::ERR" not in words]
