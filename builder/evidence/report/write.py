"""Writes every form of the evidence beside a package."""

import os
from collections.abc import Iterator
from datetime import UTC, date, datetime
from pathlib import Path

from builder.errors import UnwritableTarget
from builder.evidence.report.acr import acr_text
from builder.evidence.report.earl import earl_text
from builder.evidence.report.matter import Matter, People, matter_of
from builder.evidence.report.pages import page_text, statement_text
from builder.evidence.report.sarif import sarif_text, sources_of
from builder.evidence.report.statement import file_name, languages_of
from builder.evidence.run import Proof


def write_evidence(proof: Proof, folder: Path, people: People | None = None) -> tuple[Path, ...]:
    """Write evidence.html, evidence.json, acr.yaml, conformance.html and the statement in each language; gives their paths."""
    return tuple(_written(folder / name, text) for name, text in _files(matter_of(proof, today(), people)))


def write_sarif(proof: Proof, path: Path, course: Path | None = None) -> tuple[Path, ...]:
    """Write the findings as SARIF; with the folder of the course, at its files and lines."""
    return (_written(path, sarif_text(proof, sources_of(course) if course else None)),)


def _written(path: Path, text: str) -> Path:
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8", newline="\n")
    except OSError as problem:
        raise UnwritableTarget(problem.filename or path, problem.strerror or str(problem)) from problem
    return path


def _files(matter: Matter) -> Iterator[tuple[str, str]]:
    yield "evidence.html", page_text("evidence", matter)
    yield "evidence.json", earl_text(matter)
    yield "acr.yaml", acr_text(matter)
    yield "conformance.html", page_text("conformance", matter)
    for language in languages_of(matter.proof):
        yield file_name(matter.proof, language), statement_text(matter, language)


def today() -> str:
    """The date of a report; that of SOURCE_DATE_EPOCH where it is set, so that the same is written again later."""
    if epoch := os.environ.get("SOURCE_DATE_EPOCH"):
        return datetime.fromtimestamp(int(epoch), UTC).date().isoformat()
    return date.today().isoformat()
