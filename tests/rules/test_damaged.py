"""Damaged sources, each with the exact places of its faults, and repaired twins without any: `damaged.txt`."""

import re
import shutil
from dataclasses import dataclass, field
from pathlib import Path

import pytest

from builder.check import check_course
from builder.kinds import KINDS
from builder.read import read_course

HERE = Path(__file__).parent
BASE = HERE.parent / "courses" / "base"
MODULE = "01-welcome.md"
HEAD = "---\ntitle: Welcome\n---\n\n"


@dataclass
class Case:
    """One damaged source and its repaired twin."""

    title: str
    files: dict[str, dict[str, str]] = field(default_factory=lambda: {"also": {}, "damaged": {}, "repaired": {}})
    finds: list[str] = field(default_factory=list)


def read_cases(text: str) -> list[Case]:
    """The cases of `damaged.txt`, as its head describes them."""
    cases: list[Case] = []
    parts = re.split(r"^%% (.*)\n", text, flags=re.MULTILINE)[1:]
    for header, body in zip(parts[::2], parts[1::2], strict=True):
        word, _, rest = header.partition(" ")
        if word == "finds":
            cases[-1].finds.append(rest if rest.count(":") > 1 else f"{MODULE}:{rest}")
        elif word in {"also", "damaged", "repaired"} and rest.count(" ") == 0:
            cases[-1].files[word][rest or MODULE] = body.rstrip("\n") + "\n"
        else:
            cases.append(Case(header))
    return cases


CASES = read_cases((HERE / "damaged.txt").read_text(encoding="utf-8"))


def places(case: Case, state: str, folder: Path) -> list[str]:
    """Lay a case out in one of its states; every diagnostic as `path:line:column RULE`."""
    shutil.copytree(BASE, folder)
    for path, text in (case.files["also"] | case.files[state]).items():
        (folder / path).parent.mkdir(exist_ok=True)
        whole = text if path != MODULE or text.startswith("---\n") else HEAD + text
        (folder / path).write_text(whole, encoding="utf-8")
    report = check_course(*read_course(folder, KINDS))[1]
    assert all(d.message and not d.message.endswith(".") and d.hint for d in report.diagnostics)
    return [f"{d.span.path}:{d.span.line}:{d.span.column} {d.rule}" for d in report.diagnostics]


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.title)
def test_damage_is_told_where_it_is_and_nothing_else(case: Case, tmp_path: Path) -> None:
    """The author is led to the line and column, and not to others."""
    assert sorted(places(case, "damaged", tmp_path / "course")) == sorted(case.finds)


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.title)
def test_the_repaired_twin_is_clean(case: Case, tmp_path: Path) -> None:
    """Once mended, nothing is left to say."""
    assert places(case, "repaired", tmp_path / "course") == []


def test_the_corpus_is_as_large_as_it_is_said_to_be() -> None:
    """120 damaged sources at least, those in folders counted too."""
    folders = [path for path in BASE.parent.iterdir() if path.name.endswith("-error")]
    assert len({case.title for case in CASES}) == len(CASES)
    assert len(CASES) + len(folders) >= 120
