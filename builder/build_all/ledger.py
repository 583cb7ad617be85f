"""The ledger: what became of each course, one line of JSON for each result, beside the packages.

A line is written when all else of a result is. It holds its own digest, so that a line which was cut off or changed is
known, and counts as absent. Nothing in it is believed of a package: `work.py` holds each file against it.
"""

import hashlib
import json
from collections.abc import Iterable, Mapping
from dataclasses import asdict, fields
from pathlib import Path
from typing import Any, Protocol

from builder.build_all.results import Package, Result, SeenFile, State
from builder.build_all.storage import is_remote, read_lines, write_file
from builder.package import alone_in, replaced_file

NAME = ".satchel-ledger.jsonl"
"""In the output folder. Its loss costs time and nothing else."""


class Ledger(Protocol):
    """Where results are kept."""

    def read(self) -> dict[str, Result]:
        """The last result of each course."""

    def add(self, result: Result) -> None:
        """Keep a result, at once."""

    def tidy(self) -> None:
        """Leave out lines that later ones replace."""


def open_ledger(out: str) -> Ledger:
    """The ledger of an output folder, on a disk or in a store."""
    return _StoredLedger(out) if is_remote(out) else _FileLedger(Path(out))


class _FileLedger:
    """A file of lines, to which each result adds one."""

    def __init__(self, out: Path) -> None:
        self._path = out / NAME

    def read(self) -> dict[str, Result]:
        return _results(self._lines())

    def add(self, result: Result) -> None:
        self._path.parent.mkdir(parents=True, exist_ok=True)
        with self._path.open("ab", buffering=0) as file:
            cut_off = file.tell() and not self._ends_a_line()
            file.write(b"\n" * bool(cut_off) + line_of(result))  # one call: lines of two runs never mix

    def _ends_a_line(self) -> bool:
        with self._path.open("rb") as file:
            file.seek(-1, 2)
            return file.read(1) == b"\n"

    def tidy(self) -> None:
        if not self._path.is_file():
            return
        with alone_in(self._path.parent):
            lines = self._lines()
            results = _results(lines)
            if len(results) == len(lines):
                return
            with replaced_file(self._path) as file:
                file.write(b"".join(line_of(results[course]) for course in sorted(results)))

    def _lines(self) -> list[bytes]:
        try:
            return self._path.read_bytes().splitlines()
        except OSError:
            return []


class _StoredLedger:
    """An object for each course: a store cannot add to a file."""

    def __init__(self, out: str) -> None:
        self._out = f"{out.rstrip('/')}/{NAME}"

    def read(self) -> dict[str, Result]:
        return _results(read_lines(self._out))

    def add(self, result: Result) -> None:
        name = hashlib.sha256(result.course.encode()).hexdigest()[:32]
        write_file(self._out, f"{name}.json", line_of(result))

    def tidy(self) -> None:
        """Each object replaces the one before."""


def line_of(result: Result) -> bytes:
    """A result as a line."""
    value = asdict(result)
    del value["fresh"]
    text = _json(value)
    return f'{{"sha256": "{_sha256(text)}", "result": {text}}}\n'.encode()


def result_of(line: bytes) -> Result | None:
    """The result in a line; None when the line is not as it was written."""
    try:
        read = json.loads(line)
        value = read["result"]
        return _result(value) if read["sha256"] == _sha256(_json(value)) else None
    except (ValueError, KeyError, TypeError):
        return None


def _results(lines: Iterable[bytes]) -> dict[str, Result]:
    return {result.course: result for line in lines if (result := result_of(line))}


def _result(value: Mapping[str, Any]) -> Result:
    known = {name: value[name] for name in (field.name for field in fields(Result)) if name != "fresh"}
    known["state"] = State(known["state"])
    known["diagnostics"] = tuple(known["diagnostics"])
    known["packages"] = tuple(Package(**package) for package in known["packages"])
    for name in ("written", "sources"):
        known[name] = tuple(SeenFile(seen["name"], seen["sha256"], tuple(seen["stamp"])) for seen in known[name])
    return Result(**known, fresh=False)


def _json(value: object) -> str:
    return json.dumps(value, sort_keys=True)


def _sha256(text: str) -> str:
    return hashlib.sha256(text.encode()).hexdigest()
