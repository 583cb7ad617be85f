"""Whole pages, told line by line: what stands there, in which language, and what it is to a browser.

`shown/NAME.txt` holds the page of a course with one of everything, the page of one in three languages, and what comes
with a course. `SNAPSHOTS=write` writes them afresh. Read what it wrote.
"""

import itertools
import re
import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest
from lxml import html

from builder.pipeline import build
from tests.conftest import ROOT
from tests.languages import course as languages
from tests.rules.corpus import HEAD, REREAD, WRITING

SLIPS = ROOT / "tests" / "rules" / "slips"
HERE = Path(__file__).with_name("shown")
UNSEEN = {"script", "style", "svg", "template"}
LOOKS = {"class", "style", "width", "height"}
SECOND = """---
title: Second
---

Hello. The Family group conference, a further word for one.

## Quiz: Is Trust needed? {#needed}

Trust is a term, and no link here.

- [x] Trust, since nobody speaks without it
- [ ] No
"""


def everything(folder: Path) -> None:
    """A course with one of everything, in English: what the tests of slips begin with."""
    shutil.copytree(ROOT / "tests" / "courses" / "base", folder)
    for name in ("course.yml", "glossary.md"):
        shutil.copy(SLIPS / name, folder / name)
    (folder / "course.yml").write_text(
        (SLIPS / "course.yml").read_text("utf-8").replace("plain", "record.yml"), "utf-8"
    )
    shutil.copy(ROOT / "tests" / "build" / "shown" / "record.yml", folder / "record.yml")
    for place, name in enumerate(("prose", "questions"), start=1):
        text = (SLIPS / f"{name}.md").read_text("utf-8").replace("<br>\n\n", "").replace("<https://example.org/>", "")
        (folder / f"0{place}-{'welcome' if place == 1 else name}.md").write_text(
            HEAD.replace("Welcome", name) + text, "utf-8"
        )
    (folder / "03-second.md").write_text(SECOND, "utf-8")
    (folder / "04-head.md").write_text((SLIPS / "head.md").read_text("utf-8"), "utf-8")


def three_languages(folder: Path) -> None:
    """A course in Welsh with a module in Arabic and passages in French."""
    languages.NUMBERS = itertools.count(101)
    folder.mkdir()
    languages.write_course(folder, languages.Sample("cy", "ar"))


def told(page: str, whole: bool) -> Iterator[str]:
    """The lines of a page; unless it is `whole`, those alone that name a language or a direction."""
    for element in html.document_fromstring(page).iter():
        if not isinstance(element.tag, str) or any(one.tag in UNSEEN for one in (element, *element.iterancestors())):
            continue
        facts = [f"{name}={value}" for name, value in element.attrib.items() if name not in LOOKS and len(value) < 300]
        marked = {"lang", "dir"} & set(element.attrib)
        words = " ".join((element.text or "").split())
        if (whole and (facts or words)) or marked:
            yield f"{element.tag} {' '.join(facts) if whole else ' '.join(f'{name}={element.attrib[name]}' for name in sorted(marked))}: {words}"
        tail = " ".join((element.tail or "").split())
        if whole and tail:
            yield f"    {tail}"


@pytest.mark.parametrize("make", [everything, three_languages], ids=lambda make: make.__name__)
def test_a_page_is_as_it_was_read_and_approved(make: object, tmp_path: Path) -> None:
    """The course, the page for administrators, and the key for tutors."""
    assert callable(make)
    make(tmp_path / "course")
    outcome = build(tmp_path / "course", tmp_path / "dist")
    assert outcome.packages, outcome.report.diagnostics
    whole = make is everything
    pages = [path for path in outcome.written if path.suffix == ".html"]
    text = [line for page in pages for line in (f"%% {page.name}", *told(page.read_text("utf-8"), whole))]
    for table in (path for path in outcome.written if path.suffix == ".csv" and whole):
        text += [f"%% {table.name}", table.read_text("utf-8-sig").rstrip()]
    written = (
        re.sub(
            r"(?<=data-satchel=)\S+(?=:)|[0-9a-f]{64}|\d[\d,]* bytes|\d+(?:\.\d+)? (?:KB|MB)", "...", "\n".join(text)
        )
        + "\n"
    )
    file = HERE / f"{make.__name__}.txt"
    if WRITING:
        file.write_text(written, "utf-8")
    assert written == file.read_text("utf-8"), REREAD
