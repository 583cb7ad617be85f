"""The catalogue of all courses: a page for people, JSON for catalogues (schema.org), and a table for spreadsheets."""

import json
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any
from urllib.parse import quote

from builder.build_all.results import Package, Result, State
from builder.build_all.storage import is_remote, write_file
from builder.model.contract import EDITIONS
from builder.render.catalogue import render_catalogue
from builder.render.spreadsheet import table
from builder.report import size_text

PAGE, DATA, TABLE = "catalogue.html", "catalogue.json", "catalogue.csv"
"""Names of the files, in the output folder."""
HEAD = ("Course", "Id", "Title", "Version", "Languages", "Minutes", "Publisher", "Modules", "Questions", "Films",
        "State", "Changed since", "Verdict", "Destination", "Package", "Bytes", "Checksum (SHA-256)", "Evidence")  # fmt: skip
"""Columns of the table; a row for each package."""
_SHOWN = 8
"""How many changes of a course the page lists."""
_VERDICTS = {
    "safe": "Safe to put in the place of version {}.",
    "effects": "Safe to put in the place of version {}, with effects on learners in progress.",
    "new-activity": "Publish it as a new activity: it must not replace version {}.",
}


def write_catalogue(out: str, results: Sequence[Result]) -> None:
    """Write the three files. A course that was never built is left out: there is nothing to hand to learners."""
    known = [result for result in results if result.packages]
    seen = _evidence(out, known)
    write_file(out, PAGE, render_catalogue([_shown(result, seen) for result in known], TABLE).encode())
    data = json.dumps(catalogue(known, seen), ensure_ascii=False, indent=1, sort_keys=True)
    write_file(out, DATA, f"{data}\n".encode())
    write_file(out, TABLE, table(HEAD, (row for result in known for row in _rows(result, seen))))


def _evidence(out: str, results: Sequence[Result]) -> dict[str, str]:
    """What was seen of packages in a browser: the page that lies beside each, below the output folder, by the package's checksum.

    Evidence of another build of the package is left out, and all that lies in a store.
    """
    found: dict[str, str] = {}
    if is_remote(out):
        return found
    for result in results:
        for package in result.packages:
            folder = f"{result.course}/{package.name.removesuffix('.zip')}-evidence".removeprefix("./")
            try:
                about = Path(out, folder, "evidence.json").read_text(encoding="utf-8")
            except (OSError, UnicodeDecodeError):
                continue
            if f'"urn:sha256:{package.sha256}"' in about:
                found[package.sha256] = f"{folder}/evidence.html"
    return found


def catalogue(results: Sequence[Result], seen: Mapping[str, str]) -> Mapping[str, Any]:
    """Every course as a LearningResource of schema.org, each package with its checksum, and with what was `seen` of it."""
    items = [_resource(result, seen) for result in results]
    return {
        "@context": "https://schema.org",
        "@type": "ItemList",
        "numberOfItems": len(items),
        "itemListElement": [
            {"@type": "ListItem", "position": number, "item": item} for number, item in enumerate(items, 1)
        ],
    }


def _resource(result: Result, seen: Mapping[str, str]) -> Mapping[str, Any]:
    metadata = {key: value for key, value in result.about["metadata"].items() if key != "@context"}
    return {
        **metadata,
        "@type": ["Course", "LearningResource"],
        "identifier": result.about["id"],
        "encoding": [
            {
                "@type": "MediaObject",
                "name": _edition(package),
                "contentUrl": _address(result, package.name),
                "encodingFormat": "application/zip",
                "contentSize": str(package.size),
                "sha256": package.sha256,
                **({"subjectOf": {"@type": "Report", "url": quote(page)}} if page else {}),
            }
            for package in result.packages
            for page in [seen.get(package.sha256, "")]
        ],
    }


def _rows(result: Result, seen: Mapping[str, str]) -> Iterator[tuple[str, ...]]:
    about, changes = result.about, result.changes
    begin = (
        result.course, about["id"], about["title"], about["version"], " ".join(about["languages"]),
        str(about["minutes"] or ""), about["publisher"], str(about["modules"]), str(about["questions"]),
        str(about["films"]), result.state.value, changes.get("from", ""), changes.get("verdict", ""),
    )  # fmt: skip
    for package in result.packages:
        name, size = f"{result.course}/{package.name}", str(package.size)
        yield (*begin, package.destination, name, size, package.sha256, seen.get(package.sha256, ""))


def _shown(result: Result, seen: Mapping[str, str]) -> Mapping[str, Any]:
    """A course as the page shows it."""
    about = result.about
    handover = next((seen.name for seen in result.written if seen.name.endswith("-handover.html")), "")
    return {
        **{
            name: about[name]
            for name in ("title", "version", "language", "languages", "summary", "minutes", "publisher")
        },
        "folder": result.course,
        "contents": _contents(about),
        "problem": _problem(result),
        "handover": _address(result, handover) if handover else "",
        "changes": _changes(result.changes),
        "packages": [
            {
                "name": package.name,
                "address": _address(result, package.name),
                "edition": _edition(package),
                "size": size_text(package.size),
                "sha256": package.sha256,
                "evidence": quote(seen.get(package.sha256, "")),
            }
            for package in result.packages
        ],
    }


def _contents(about: Mapping[str, Any]) -> str:
    counts = [(about[f"{word}s"], word) for word in ("module", "question", "film")]
    return ", ".join(f"{count:,} {word}{'s' * (count != 1)}" for count, word in counts if count)


def _problem(result: Result) -> str:
    if result.state is State.FAILED:
        return f"{result.problem}."
    count = result.count("error") or result.count("warning")
    word = "error" if result.count("error") else "warning"
    return f"It has {count:,} {word}{'s' * (count != 1)} to mend." if result.state is State.FAULTY else ""


def _changes(changes: Mapping[str, Any]) -> Mapping[str, Any] | None:
    if not changes:
        return None
    rows = changes["changes"]
    verdict = _VERDICTS[changes["verdict"]].format(changes["from"])
    return {"verdict": verdict, "rows": rows[:_SHOWN], "more": max(0, len(rows) - _SHOWN)}


def _edition(package: Package) -> str:
    return EDITIONS.get(package.destination, "without an LMS")


def _address(result: Result, name: str) -> str:
    return quote(f"{result.course}/{name}".removeprefix("./"))
