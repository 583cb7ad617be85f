"""Both versions of each course, built, and what a comparison says of them: `python -m tests.compare.replaced.versions FOLDER`."""

import json
import shutil
import sys
import zipfile
from collections.abc import Iterator, Sequence
from pathlib import Path

from builder.compare import compare
from builder.compare.packages.opening import open_package
from builder.compare.telling import comparison_json
from builder.pipeline import build
from tests.compare.replaced.films import FILMS
from tests.compare.replaced.pairs import PAIRS, Files
from tests.compare.replaced.terms import TERMS

MEDIA = Path(__file__).parents[2] / "courses" / "base" / "media"


def build_pairs(folder: Path) -> None:
    """Build both versions of each: `folder/NAME-old/DESTINATION/index.html`, `-new` as well, and `comparisons.json`."""
    said = {}
    for name, pair in {**PAIRS, **TERMS, **FILMS}.items():
        zips = [
            dict(_build(folder, f"{name}-{which}", files, pair.destinations))
            for which, files in (("old", pair.old), ("new", pair.new))
        ]
        for destination in pair.destinations:
            said[f"{name}/{destination}"] = comparison_json(compare(*(open_package(one[destination]) for one in zips)))
    (folder / "comparisons.json").write_text(json.dumps(said), encoding="utf-8")


def _build(folder: Path, name: str, files: Files, destinations: Sequence[str]) -> Iterator[tuple[str, Path]]:
    source = folder / "source" / name
    source.mkdir(parents=True)
    if any("media/" in text for text in files.values()):
        shutil.copytree(MEDIA, source / "media")
    for file, text in files.items():
        (source / file).parent.mkdir(exist_ok=True)
        (source / file).write_text(text, encoding="utf-8")
    outcome = build(source, folder / name / "dist", destinations)
    assert outcome.packages, (name, [(one.rule, one.message, one.excerpt) for one in outcome.report.diagnostics])
    for package in outcome.packages:
        with zipfile.ZipFile(package.path) as file:
            file.extractall(folder / name / package.destination)
        yield package.destination, package.path


if __name__ == "__main__":
    build_pairs(Path(sys.argv[1]))
