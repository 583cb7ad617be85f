"""Write the page of the lab from its results: `python -m tests.lms_faults.matrix [FILE]`."""

import json
import sys
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path

import jinja2

import builder
from builder.model.contract import EDITIONS
from tests.lms_faults.faults import ALL
from tests.lms_faults.results import ROOT, Result, results
from tests.lms_faults.told import sentences

PAGE = ROOT / "dist" / "lab.html"

VERSIONS = {
    **EDITIONS,
    "file": "From disk",
    "http": "From a server",
}

PLACES = {"LMS and device": "in the LMS, and on the device", "device": "on the device"}

PARTS = {
    "lms": ("Faults, in an LMS that can be told to fail", "What happens"),
    "server": ("A real server: the package uploaded, opened, left and opened again", "What is tried"),
    "device": ("Without an LMS: the course on the learner’s own device", "What is tried"),
}


@dataclass(frozen=True)
class Cell:
    """One outcome."""

    version: str
    words: str
    failed: bool


@dataclass(frozen=True)
class Row:
    """One fault, in each version."""

    about: str
    told: str
    then: str
    found: str
    outcomes: tuple[Cell, ...]


@dataclass(frozen=True)
class Table:
    """One part of the lab."""

    caption: str
    heading: str
    tools: str
    versions: tuple[str, ...]
    rows: tuple[Row, ...]


def main(arguments: Sequence[str]) -> int:
    """Write the page; 1 when something failed, or nothing was run."""
    found = results()
    file = Path(arguments[0]) if arguments else PAGE
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_text(page_of(found), encoding="utf-8")
    failed = [result for result in found if result.problem]
    print(f"{file}: {len(found) - len(failed)} of {len(found)} kept")
    return 1 if failed or not found else 0


def page_of(found: list[Result]) -> str:
    """The whole page."""
    environment = jinja2.Environment(autoescape=True, undefined=jinja2.StrictUndefined, trim_blocks=True)
    template = environment.from_string((Path(__file__).parent / "pages" / "matrix.html").read_text(encoding="utf-8"))
    lock = json.loads((ROOT / "package.json").read_text(encoding="utf-8"))
    today = date.today()
    return template.render(
        tokens=(ROOT / "templates" / "styles" / "tokens.css").read_text(encoding="utf-8"),
        tables=[
            table_of(part, [result for result in found if result.part == part])
            for part in PARTS
            if part_in(part, found)
        ],
        kept=sum(not result.problem for result in found),
        total=len(found),
        date=f"{today.day} {today:%B %Y}",
        satchel=builder.__version__,
        scorm_again=lock["devDependencies"]["scorm-again"],
    )


def part_in(part: str, found: list[Result]) -> bool:
    """Whether it was run."""
    return any(result.part == part for result in found)


def table_of(part: str, found: list[Result]) -> Table:
    """The rows in the order of the list of faults, or of their names."""
    caption, heading = PARTS[part]
    versions = [version for version in VERSIONS if any(result.version == version for result in found)]
    names = list(dict.fromkeys([*(name for name in ALL if part == "lms"), *(result.name for result in found)]))
    rows = [row_of([result for result in found if result.name == name], versions) for name in names]
    return Table(
        caption,
        heading,
        ", ".join(sorted({result.tool for result in found if result.tool})),
        tuple(VERSIONS[version] for version in versions),
        tuple(row for row in rows if row is not None),
    )


def row_of(found: list[Result], versions: list[str]) -> Row | None:
    """One fault; None when it was not run."""
    if not found:
        return None
    one = found[0]
    places = {PLACES.get(result.found, result.found) for result in found if result.found}
    return Row(
        one.about,
        said(one.told),
        said(one.then) if one.then != one.told else "",
        max(places, key=len, default=""),
        tuple(
            cell_of(next((result for result in found if result.version == version), None), version)
            for version in versions
        ),
    )


def said(kind: str) -> str:
    """The sentence of a kind, in quotation marks."""
    return f"“{sentences()[kind].replace('{time}', '10:42')}”" if kind else ""


def cell_of(result: Result | None, version: str) -> Cell:
    """One outcome in words for a reader."""
    if result is None:
        return Cell(VERSIONS[version], "Not tried", False)
    return Cell(VERSIONS[version], f"Failed: {result.problem}" if result.problem else "Kept", bool(result.problem))


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
