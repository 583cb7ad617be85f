"""Findings as SARIF 2.1.0, so that a forge shows them at the line of the source."""

import json
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from builder import __version__
from builder.evidence.criteria.catalogue import criteria
from builder.evidence.finding import Finding
from builder.evidence.run import Proof
from builder.evidence.telling import grouped
from builder.evidence.work import ALL_PROBES

_TITLE = re.compile(r"^title:\s*[\"']?(.+?)[\"']?\s*$", re.MULTILINE)
_ID = re.compile(r"^#+ .*\{[^}\n]*#([\w-]+)[^}\n]*\}", re.MULTILINE)
_SCHEMA = "https://json.schemastore.org/sarif-2.1.0.json"


@dataclass(frozen=True)
class Sources:
    """Where pages and questions stand in a course folder."""

    pages: Mapping[str, tuple[str, int]] = field(default_factory=dict)
    """Title of a module -> its file and line."""
    items: Mapping[str, tuple[str, int]] = field(default_factory=dict)
    """Id that is written at a heading -> its file and line."""
    otherwise: str = ""
    """The file for what belongs to no module: course.yml."""


def sources_of(folder: Path) -> Sources:
    """Look through the modules of a course folder."""
    pages, items = {}, {}
    for path in sorted(folder.glob("*.md")):
        text = path.read_text(encoding="utf-8", errors="replace")
        name = (folder / path.name).as_posix()
        if title := _TITLE.search(text):
            pages[title[1]] = (name, _line(text, title.start()))
        items.update({found[1]: (name, _line(text, found.start())) for found in _ID.finditer(text)})
    return Sources(pages, items, (folder / "course.yml").as_posix())


def _line(text: str, offset: int) -> int:
    return text.count("\n", 0, offset) + 1


def sarif_text(proof: Proof, sources: Sources | None = None) -> str:
    """The findings, each fault once; without sources, at the package."""
    run = {
        "tool": {"driver": {"name": "Satchel", "version": __version__, "rules": list(_rules())}},
        "results": [_result(proof, found, sources or Sources()) for found in grouped(proof.findings).values()],
        "columnKind": "unicodeCodePoints",
    }
    return json.dumps({"$schema": _SCHEMA, "version": "2.1.0", "runs": [run]}, ensure_ascii=False, indent=1) + "\n"


def _rules() -> Iterator[dict[str, Any]]:
    known = {one.number: one for one in criteria()}
    for probe in ALL_PROBES:
        first = next((known[number] for number in probe.criteria if number in known), None)
        rule: dict[str, Any] = {"id": probe.id, "shortDescription": {"text": probe.sentence}}
        yield rule | ({"helpUri": first.address} if first else {})


def _result(proof: Proof, found: list[Finding], sources: Sources) -> dict[str, Any]:
    first = found[0]
    file, line = _place(proof, first, sources)
    words = f"{first.place}: {first.words} ({first.criterion}; {first.page}, {first.state})"
    return {
        "ruleId": first.probe,
        "level": "error",
        "message": {"text": words},
        "locations": [{"physicalLocation": {"artifactLocation": {"uri": file}, "region": {"startLine": line}}}],
        "occurrenceCount": len(found),
    }


def _place(proof: Proof, finding: Finding, sources: Sources) -> tuple[str, int]:
    """The heading of the question, else the title of the module, else the settings, else the package."""
    for item, place in sources.items.items():
        if finding.place == item or f"#{item}" in finding.place:
            return place
    return sources.pages.get(finding.page, (sources.otherwise or proof.name, 1))
