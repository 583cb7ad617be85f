"""The course that is driven: the example of each kind on a page of its own, with all the help that there is."""

import zipfile
from pathlib import Path

from builder.authoring.examples import read_examples
from builder.model.package import DESTINATIONS
from builder.pipeline import build
from tests.question_states.kinds import ATTEMPTS, TABLE

TITLE = "Every kind in every state"
HELP = "\nHint: Think of *last* week.\n"
WORKED = "\nWorked answer: It is on the first page.\n\n- Look there.\n"


def write_course(folder: Path) -> None:
    """Write it; what a kind cannot have is left out."""
    folder.mkdir()
    settings = f"id: every-state\ntitle: {TITLE}\nlanguage: en-GB\nattempts: {ATTEMPTS}\ncompletion: all-questions\n"
    (folder / "course.yml").write_text(settings, encoding="utf-8")
    scored = {kind.name: kind.scored for kind in TABLE}
    asked = [example for example in read_examples() if example.name in scored]
    for place, example in enumerate(asked, start=1):
        head, tail, end = example.text.partition("\nExample:")
        text = f"---\ntitle: A page with {example.name}\n---\n\n{head}{HELP}{WORKED if scored[example.name] else ''}{tail}{end}"
        (folder / f"{place:02}-page-{example.name}.md").write_text(text, encoding="utf-8")


def build_course(folder: Path) -> dict[str, Path]:
    """Build it for every destination; gives the launch page of each, on the disk."""
    write_course(folder / "course")
    outcome = build(folder / "course", folder / "dist")
    assert not outcome.report.diagnostics, outcome.report.diagnostics
    pages = {}
    for package in outcome.packages:
        assert package.destination in DESTINATIONS
        opened = folder / package.destination
        with zipfile.ZipFile(package.path) as file:
            file.extractall(opened)
        pages[package.destination] = next(opened.rglob("index.html"))
    return pages
