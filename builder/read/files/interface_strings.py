"""Texts of the interface that a course brings itself: `strings/cy.json` in its folder."""

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from builder.model.diagnostics import Diagnostic, Span
from builder.model.interface import OwnStrings
from builder.read.files.names_on_disk import listed
from builder.read.files.source import LARGEST_FILE, Source, read_source

FOLDER = "strings"

_SHAPE = 'Write one object, with a text for each key: {"cover.start": "Dechrau"}.'


def read_strings(folder: Path) -> tuple[tuple[OwnStrings, ...], list[Diagnostic]]:
    """Each file of texts in a course folder, by name, with what is wrong in its shape; none where there is no such folder.

    A value is a text, or an object with the text as `text` and the English that was translated as `english`, as
    `satchel strings` writes it. A text without words is not there yet.
    """
    found: list[OwnStrings] = []
    diagnostics: list[Diagnostic] = []
    if not (folder / FOLDER).is_dir():
        return (), diagnostics
    for name in listed(folder / FOLDER):
        if not name.lower().endswith(".json"):
            continue
        # Many a program for translators writes all of it in one line.
        source, faults = read_source(folder, f"{FOLDER}/{name}", longest=LARGEST_FILE)
        diagnostics += faults
        if source is None:
            continue
        values, found_in = _values(source)
        diagnostics += found_in
        found.append(_strings(source, name[: -len(".json")], values, diagnostics))
    return tuple(found), diagnostics


def _strings(source: Source, name: str, values: dict[str, Any], diagnostics: list[Diagnostic]) -> OwnStrings:
    texts: dict[str, str] = {}
    english: dict[str, str] = {}
    places = {key: _place(source, key) for key in values}
    for key, value in values.items():
        text = value.get("text", "") if isinstance(value, dict) else value
        if not isinstance(text, str):
            line = places[key][0].line
            message = f'the value of "{key}" is not a text'
            diagnostics.append(source.fault("LNG-003", line, places[key][0].column, message, _SHAPE, len(key) + 2))
        elif text.strip():
            texts[key] = text
            if isinstance(value, dict) and isinstance(value.get("english"), str):
                english[key] = value["english"]
    return OwnStrings(source.path, name.replace("_", "-"), texts, places, english)


def _values(source: Source) -> tuple[dict[str, Any], list[Diagnostic]]:
    """The object in a file of JSON; of a key that is written twice, the last."""
    twice: list[str] = []

    def pairs(found: list[tuple[str, Any]]) -> dict[str, Any]:
        keys = [key for key, _ in found]
        twice.extend(dict.fromkeys(key for key in keys if keys.count(key) > 1))
        return dict(found)

    try:
        values = json.loads("\n".join(source.lines), object_pairs_hook=pairs)
    except json.JSONDecodeError as fault:
        message = f"this file is not JSON that can be read: {fault.msg[:1].lower()}{fault.msg[1:]}"
        hint = "Put each key and each text in double quotes, with a comma behind each line but the last."
        return {}, [source.fault("LNG-003", fault.lineno, fault.colno, message, hint)]
    except RecursionError:
        return {}, [source.fault("LNG-003", 1, 1, "this file has objects in objects without end", _SHAPE)]
    if not isinstance(values, dict):
        return {}, [source.fault("LNG-003", 1, 1, "this file has no object of keys and texts", _SHAPE)]
    return values, list(_written_twice(source, twice))


def _written_twice(source: Source, keys: list[str]) -> Iterator[Diagnostic]:
    for key in keys:
        span, _ = _place(source, key)
        message = f'the key "{key}" is written twice'
        yield source.fault("LNG-003", span.line, span.column, message, "Delete one of them.", len(key) + 2)


def _place(source: Source, key: str) -> tuple[Span, str]:
    """Where a key stands, as far as it is written without escapes."""
    written = json.dumps(key, ensure_ascii=False)
    for number, line in enumerate(source.lines, 1):
        if (column := line.find(written)) >= 0:
            return Span(source.path, number, column + 1, len(written)), line
    return Span(source.path), source.line(1)
