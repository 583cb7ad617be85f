"""Reads `tested-with.yml`: what people have tested and judged, and who answers for the course."""

from collections.abc import Mapping
from pathlib import Path
from typing import Any

import yaml

from builder.errors import UnreadableSource
from builder.evidence.criteria.catalogue import claims, criteria
from builder.evidence.criteria.standing import Judgement
from builder.evidence.report.matter import STATEMENT, People, Tested

FILE = "tested-with.yml"
VERDICTS = ("supports", "does-not-support")


def read_people(path: Path) -> People:
    """What is written down; raises UnreadableSource with the line or entry that cannot be used."""
    try:
        said = yaml.safe_load(path.read_text(encoding="utf-8")) or {}
    except OSError as fault:
        raise UnreadableSource(path, fault.strerror or "it cannot be opened") from fault
    except yaml.YAMLError as fault:
        raise UnreadableSource(path, f"it is no YAML: {str(fault).splitlines()[0]}") from fault
    if not isinstance(said, dict):
        raise UnreadableSource(path, "it has no keys such as `tested:`")
    return People(
        tuple(_tested(path, one) for one in _entries(path, said, "tested")),
        {judged.criterion: judged for judged in (_judged(path, one) for one in _entries(path, said, "judged"))},
        *(str(said.get(key) or "") for key in STATEMENT),
    )


def _entries(path: Path, said: Mapping[str, Any], key: str) -> list[Mapping[str, Any]]:
    found = said.get(key) or []
    if not isinstance(found, list) or not all(isinstance(one, dict) for one in found):
        raise UnreadableSource(path, f"`{key}:` is no list of entries")
    return found


def _tested(path: Path, said: Mapping[str, Any]) -> Tested:
    what, version, date = (_needed(path, said, key) for key in ("with", "version", "date"))
    return Tested(what, version, date, str(said.get("by") or ""), str(said.get("notes") or ""))


def _judged(path: Path, said: Mapping[str, Any]) -> Judgement:
    number, verdict, by, date = (_needed(path, said, key) for key in ("criterion", "verdict", "by", "date"))
    if verdict not in VERDICTS:
        raise UnreadableSource(path, f"the verdict {verdict!r} of {number} is not one of {', '.join(VERDICTS)}")
    if number not in {one.number for one in (*criteria(), *claims())}:
        raise UnreadableSource(path, f"there is no criterion {number} in the report")
    return Judgement(number, verdict, by, date, str(said.get("notes") or ""))


def _needed(path: Path, said: Mapping[str, Any], key: str) -> str:
    value = said.get(key)
    if value in (None, ""):
        raise UnreadableSource(path, f"an entry has no `{key}:`")
    return str(value)
