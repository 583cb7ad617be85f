"""Courses and passages as other authors write them: their courses are clean, and what is reported of passages is true.

`tests/samples/dialects/findings.txt` lists every finding in passages of other dialects. People judged each as true or
false. `SNAPSHOTS=write` adds new ones with a question mark in place of the judgement, and takes out those that are gone.
"""

import re
from collections.abc import Iterator
from pathlib import Path

import pytest

from builder.pipeline import build
from tests.limits.pairs import module, report_of
from tests.rules.corpus import HEAD, MODULE, REREAD, WRITING, read, told

SAMPLES = Path(__file__).parents[1] / "samples"
COURSES = [
    *sorted(path.parent for path in SAMPLES.glob("*/course.yml")),
    SAMPLES.parent / "courses" / "three-languages",
]
DIALECTS = sorted(path for path in (SAMPLES / "dialects").glob("*.txt") if path.stem != "findings")
WHOLE = sorted((SAMPLES / "dialects" / "whole").glob("*.md"))
FINDINGS = SAMPLES / "dialects" / "findings.txt"
MOST_FALSE = 0.02
"""Share of the findings that may be false."""


@pytest.mark.parametrize("folder", COURSES, ids=lambda folder: folder.name)
def test_a_course_of_another_author_is_clean(folder: Path) -> None:
    """An induction with a bank of questions, a refresher with Welsh passages, a clinical guideline, a first visit in three languages."""
    assert told(read(folder)[1].diagnostics, folder) == ""


@pytest.mark.parametrize("folder", COURSES, ids=lambda folder: folder.name)
def test_a_course_of_another_author_builds(folder: Path, tmp_path: Path) -> None:
    """Every word is in its page, and every package is sound. That nobody has read the Welsh of the interface is said."""
    outcome = build(folder, tmp_path)
    assert {d.rule for d in outcome.report.diagnostics} <= {"LNG-005"} and len(outcome.packages) == 3


THEIRS = {
    "induction": "Cards Checklist Columns Declare Details Number Picture Scene Survey",
    "refresher": "File Layers Stages Survey Timeline",
    "guideline": "Checklist Columns Number",
}
"""Blocks in place of what these authors had: lists to tick, FAQs, tables of two, decisions and forms."""


@pytest.mark.parametrize("author", THEIRS)
def test_each_of_these_authors_has_the_blocks_that_fit(author: str) -> None:
    """And a box each; a quotation with its source, formulas and footnotes where they belong."""
    texts = "\n".join(path.read_text(encoding="utf-8") for path in sorted((SAMPLES / author).glob("*.md")))
    assert [word for word in THEIRS[author].split() if f"\n## {word}: " not in texts] == []
    assert "> [!" in texts
    assert ("\n> Source: " in texts) == (author == "refresher") and ("$$" in texts) == (author == "guideline")


def passages() -> Iterator[tuple[str, str]]:
    """Every passage, with the name of its file and its title."""
    for file in DIALECTS:
        parts = re.split(r"^%% (.*)\n", file.read_text(encoding="utf-8"), flags=re.MULTILINE)[1:]
        for title, text in zip(parts[::2], parts[1::2], strict=True):
            yield f"{file.stem}: {title}", text.strip("\n")
    for file in WHOLE:
        yield f"whole: {file.stem}", file.read_text(encoding="utf-8")


def found() -> list[str]:
    """Every finding in them: the passage, its line and column in it, its rule and message."""
    return [one for name, text in passages() for one in _found_in(name, text)]


def _found_in(name: str, text: str) -> Iterator[str]:
    has_settings = name.startswith("whole: ") and text.startswith("---\n")
    above = 0 if has_settings else HEAD.count("\n")
    for d in report_of({MODULE: text} if has_settings else module(text)):
        yield f"{name}, {d.span.line - above}:{d.span.column} {d.rule} {d.message}"


def test_findings_in_other_dialects_are_true() -> None:
    """At most 2 in 100 are false, and each was judged."""
    judged = dict(
        line.split(" | ", 1)[::-1] for line in FINDINGS.read_text(encoding="utf-8").splitlines() if " | " in line
    )
    now = found()
    if WRITING:
        lines = [f"{judged.get(one, '?')} | {one}" for one in now]
        FINDINGS.write_text("\n".join([*_head(), *lines]) + "\n", encoding="utf-8")
    assert len(list(passages())) >= 60 and len(WHOLE) >= 12
    assert set(now) == judged.keys() or WRITING, REREAD
    assert {*judged.values()} <= {"true", "false"} or WRITING
    assert len(now) >= 100
    assert sum(judged.get(one) == "false" for one in now) <= MOST_FALSE * len(now)


def _head() -> list[str]:
    text = FINDINGS.read_text(encoding="utf-8")
    return [line for line in text.splitlines() if " | " not in line]
