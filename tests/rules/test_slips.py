"""A slip of the hand at each place of a course: a sign gone, one too many, a line gone, twice or further in.

`slips/NAME.txt` holds what an author then reads, word for word. `SNAPSHOTS=write` writes it afresh. Read what it wrote.
"""

import re
import shutil
from collections.abc import Iterator
from itertools import pairwise
from pathlib import Path

import pytest

from tests.rules.corpus import BASE, HEAD, MODULE, REREAD, WRITING, read, told

HERE = Path(__file__).with_name("slips")
COURSE = (HERE / "course.yml").read_text(encoding="utf-8")
SMALL = """id: sample
title: A sample course
language: en-GB
people: [{id: ann-lee, name: Ann Lee}]
variables: {place: Larch ward}
"""
"""For parts of a module, of which there are many."""
PLACES = {
    "questions.md": MODULE,
    "prose.md": MODULE,
    "more.md": MODULE,
    "head.md": MODULE,
    "course.yml": "course.yml",
    "glossary.md": "glossary.md",
}
"""Source -> the file of the course that it is."""
SECOND = """---
title: Second
---

Hello, Trust. The Family group conference is at {{place}}.

## Quiz: Three? {#three}

- [x] Yes, since it is
- [ ] No
"""
PART_HEAD = HEAD.replace("---\n\n", "presenters: [ann-lee]\n---\n\n")
NEXT = re.compile(r"\n(?!    )")
SIGN = re.compile(r"[^\w\s]+|(?<=\S) (?=\S)|\d+")


def slips(line: str) -> Iterator[tuple[str, list[str]]]:
    """What is done to a line, and the lines that stand there then. Each sign is tried once in a line."""
    yield "gone", []
    yield "twice", [line, line]
    yield "one space in", [f" {line}"]
    yield "four spaces in", [f"    {line}"]
    yield "a blank line before", ["", line]
    if word := re.search(r"[A-Za-z]{3,}", line):
        yield "misspelt", [line[: word.start()] + word[0][1] + word[0][0] + word[0][2:] + line[word.end() :]]
        yield "in capitals", [line[: word.start()] + word[0].upper() + line[word.end() :]]
    tried: set[str] = set()
    for found in SIGN.finditer(line):
        if found[0] in tried:
            continue
        tried.add(found[0])
        before, after = line[: found.start()], line[found.end() :]
        name = "a space" if found[0] == " " else found[0]
        yield f"without {name}", [before + after]
        yield f"{name} twice", [before + found[0] * 2 + after]
        if found[0] != " ":
            yield f"{name} apart", [f"{before} {found[0]} {after}"]


def pieces(source: str, whole: bool) -> list[tuple[int, list[str]]]:
    """Parts of a source, each tried as a file of its own, with the number of its first line: those of a module by headings."""
    lines = source.splitlines()
    starts = [0, *(at for at, line in enumerate(lines) if at and line.startswith("## ") and not whole), len(lines)]
    return [(start + 1, lines[start:end]) for start, end in pairwise(starts)]


class Telling:
    """What is new in the findings, with the hint where one is found for the first time."""

    def __init__(self) -> None:
        self.hints: set[str] = set()

    def new(self, found: list[str], usual: list[str]) -> str:
        """Findings that are not there without the slip, wherever they are; and how many of those are gone."""
        known = [one.split(" ", 1)[1] for one in usual]
        fresh = [one for one in found if one.split(" ", 1)[1] not in known]
        gone = len(usual) - (len(found) - len(fresh))
        return "\n".join([*map(self.short, fresh), *([f"({gone} gone)"] if gone > 0 else [])]) or "nothing"

    def short(self, finding: str) -> str:
        """Without a hint that stands above already."""
        head, _, hint = finding.partition("\n")
        if hint in self.hints:
            return head
        self.hints.add(hint)
        return finding


@pytest.mark.parametrize(
    "name",
    [
        pytest.param(name, marks=pytest.mark.slow if name in ("more.md", "head.md", "course.yml") else ())
        for name in PLACES
    ],
)
def test_a_slip_is_reported_as_it_was_read_and_approved(name: str, tmp_path: Path) -> None:
    """Or not at all, where nothing is wrong with it."""
    folder = tmp_path / "course"
    shutil.copytree(BASE, folder)
    is_part = name in ("questions.md", "prose.md", "more.md")
    (folder / "course.yml").write_text(SMALL if is_part else COURSE, encoding="utf-8")
    if not is_part:
        (folder / "02-second.md").write_text(SECOND, encoding="utf-8")
        for other in ("head.md", "glossary.md"):
            (folder / PLACES[other]).write_text((HERE / other).read_text(encoding="utf-8"), encoding="utf-8")
    target, telling, text = folder / PLACES[name], Telling(), []

    def said(lines: list[str]) -> list[str]:
        target.unlink(missing_ok=True)  # a file that is cut short and written again waits for the disk
        target.write_text((PART_HEAD if is_part else "") + "\n".join(lines) + "\n", encoding="utf-8")
        return [told([one], folder) for one in read(folder)[1].diagnostics]

    for first, lines in pieces((HERE / name).read_text(encoding="utf-8"), whole=not is_part):
        usual = said(lines)
        for place, line in enumerate(lines):
            if not line.strip():
                continue
            outcomes: dict[str, list[str]] = {}
            for did, there in slips(line):
                found = said([*lines[:place], *there, *lines[place + 1 :]])
                outcomes.setdefault("\n".join(found), []).append(did)
            text.append(f"%% {first + place}: {line}")
            for found, did in outcomes.items():
                text.append(f"% {', '.join(did)}\n{telling.new(re.split(NEXT, found) if found else [], usual)}")
    written = "\n".join(text) + "\n"
    file = HERE / f"{name}.txt"
    if WRITING:
        file.write_text(written, encoding="utf-8")
    assert written == file.read_text(encoding="utf-8"), REREAD
