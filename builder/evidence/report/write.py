"""Writes every form of the evidence beside a package."""

import os
from collections.abc import Iterator
from datetime import UTC, date, datetime
from pathlib import Path

from builder.errors import UnwritableTarget
from builder.evidence.report.acr import acr_text
from builder.evidence.report.earl import earl_text
from builder.evidence.report.matter import Matter, People, matter_of
from builder.evidence.report.pages import page_text
from builder.evidence.run import Proof


def write_evidence(proof: Proof, folder: Path, people: People | None = None) -> tuple[Path, ...]:
    """Write evidence.html, evidence.json, acr.yaml, conformance.html and statement.html; gives their paths."""
    matter = matter_of(proof, today(), people)
    written = []
    try:
        folder.mkdir(parents=True, exist_ok=True)
        for name, text in _files(matter):
            (folder / name).write_text(text, encoding="utf-8", newline="\n")
            written.append(folder / name)
    except OSError as problem:
        raise UnwritableTarget(problem.filename or folder, problem.strerror or str(problem)) from problem
    return tuple(written)


def _files(matter: Matter) -> Iterator[tuple[str, str]]:
    yield "evidence.html", page_text("evidence", matter)
    yield "evidence.json", earl_text(matter)
    yield "acr.yaml", acr_text(matter)
    yield "conformance.html", page_text("conformance", matter)
    yield "statement.html", page_text("statement", matter)


def today() -> str:
    """The date of a report; that of SOURCE_DATE_EPOCH where it is set, so that the same is written again later."""
    if epoch := os.environ.get("SOURCE_DATE_EPOCH"):
        return datetime.fromtimestamp(int(epoch), UTC).date().isoformat()
    return date.today().isoformat()
