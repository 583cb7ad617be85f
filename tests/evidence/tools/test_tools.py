"""`satchel judge` on packages that other tools really made: what is planted is found at its place, and nothing false on the sound one."""

import shutil
from pathlib import Path
from typing import NamedTuple

import pytest
from playwright.sync_api import Browser

from builder.evidence.judging import judged_in
from builder.evidence.run import Proof
from tests.evidence.pairs import LAYER
from tests.evidence.tools.made import TOOLS, packed

pytestmark = [pytest.mark.browser, pytest.mark.slow]
COURSE = "course"

KNOWN = {
    "MkDocs": {
        ("axe", "1.4.3"): "its quiz says “Correct answer!” in a green of 3.5:1",
        ("dark", "1.4.3"): "the same",
        ("ibm", "1.4.3"): "the same",
    },
    "Sphinx": {
        ("axe", "2.5.8"): "the entries of its contents are 19 px high, one below another",
        ("edges", "1.4.11"): "the edge of its search field has 1.6:1",
        ("dark", "1.4.11"): "the same",
        ("ibm", "4.1.2"): "its search field is named by an element that is not there",
        ("single-keys", "2.1.4"): "“/” goes to its search, and a learner cannot switch that off",
    },
    "reveal.js": {("focus-visible", "2.4.7"): "its style sheet takes the outline from its arrows"},
    "docsify": {
        ("axe", "4.1.2"): "the button of its contents has another button in it",
        ("ibm", "4.1.2"): "the same, and its main part has the role of a presentation",
        ("htmlcs", "1.3.1"): "that role again",
        ("opens-without-lms", "LMS-3"): "it asks for its pages by script, which browsers do not allow from the disk",
    },
}
"""What is found on the sound packages, and why it is true: each was looked up in the files of the tool."""

HEBREW = '<p lang="he">קראו את התכנית לפני הביקור.</p>'
PICTURE = '<img src="door.png" width="90" height="90">'
FILM = '<video src="a.mp4" controls width="100" aria-label="A film"></video><p>Transcript</p>'
EXPIRED = "<script>setTimeout(() => document.body.append('Your session has expired.'), 1800000)</script>"
TIP = "<style>.tip { display: none } p:hover .tip { display: inline }</style><p>Section 47 <span class=tip>An enquiry.</span></p>"
HOST = '<script src="https://cdn.example.invalid/x.js"></script>'


class Fault(NamedTuple):
    """What is planted in a file of a package, and where it is found by which probe."""

    tool: str
    file: str
    there: str
    planted: str
    probe: str
    criterion: str
    page: str


FAULTS = tuple(Fault(*row) for row in (
    ("MkDocs", "lifting.html", '<html lang="en">', "<html>", "page-language", "3.1.1", "Safe lifting"),
    ("MkDocs", "lifting.html", "</main>", f"{EXPIRED}</main>", "no-timing", "2.2.1", COURSE),
    ("MkDocs", "fire.html", "</main>", f"{PICTURE}</main>", "axe", "1.1.1", "Fire safety"),
    ("MkDocs", "fire.html", "</h1>", f"</h1>{HEBREW}", "text-direction", "1.3.2", "Fire safety"),
    ("MkDocs", "fire.html", "</main>", f"{FILM}</main>", "captions", "1.2.2", "Fire safety"),
    ("MkDocs", "index.html", "<p>What", '<p style="inline-size:900px">What', "reflow", "1.4.10", "Safe at work"),
    ("MkDocs", "index.html", "</body>", f"{HOST}</body>", "nothing-leaves", "LMS-5", COURSE),
    ("Sphinx", "fire.html", "<title>Fire safety &#8212; Safe at work  documentation</title>", "", "title", "2.4.2", "Fire safety"),
    ("Sphinx", "fire.html", "<p>Every", '<p style="color:#bbb">Every', "axe", "1.4.3", "Fire safety"),
    ("Sphinx", "lifting.html", "</section>", "</section><iframe srcdoc='<!DOCTYPE html><title>x</title><p>A door</p>'></iframe>", "axe", "4.1.2", "Safe lifting"),
    ("Sphinx", "lifting.html", "</section>", f"</section>{LAYER % ('hidden', '')}", "focus-back", "2.4.3", "Safe lifting"),
    ("Sphinx", "index.html", "</section>", f"</section>{TIP}", "hover", "2.1.1", "Safe at work"),
    ("Sphinx", "index.html", "</section>", f"</section>{FILM.replace('Transcript', 'A film.')}", "transcript", "1.2.3", "Safe at work"),
    ("reveal.js", "index.html", 'addEventListener("pagehide", () => call("Finish", ""));', "", "session-closed", "LMS-2", COURSE),
    ("reveal.js", "index.html", 'if (deck.isLastSlide()) call("SetValue", "cmi.core.lesson_status", "completed");', "", "end-as-said", "LMS-1", COURSE),
    ("reveal.js", "index.html", "String(deck.getIndices().h)", '"x".repeat(300)', "lms-takes-all", "LMS-2", COURSE),
    ("reveal.js", "index.html", 'append("Nothing is recorded: there is no LMS.")', "append()", "late-api-found", "LMS-3", COURSE),
    ("reveal.js", "index.html", "<p>Every building", f"{PICTURE}<p>Every building", "axe", "1.1.1", "Safe at work: FIRE SAFETY"),
    ("reveal.js", "index.html", '<html lang="en">', "<html>", "page-language", "3.1.1", "Safe at work: SAFE LIFTING"),
    ("docsify", "index.html", '<html lang="en">', "<html>", "page-language", "3.1.1", "Safe at work"),
    ("docsify", "lifting.md", "Before you", f"{PICTURE}\n\nBefore you", "axe", "1.1.1", "Safe lifting"),
    ("docsify", "lifting.md", "Before you", f"{FILM}\n\nBefore you", "captions", "1.2.2", "Safe lifting"),
    ("docsify", "fire.md", "Every building", '<p style="color:#bbb">A door.</p>\n\nEvery building', "axe", "1.4.3", "Fire safety"),
    ("docsify", "fire.md", "Every building", f"{HEBREW}\n\nEvery building", "text-direction", "1.3.2", "Fire safety"),
    ("docsify", "fire.md", "Every building", '<p style="inline-size:900px">Two doors.</p>\n\nEvery building', "reflow", "1.4.10", "Fire safety"),
))  # fmt: skip


@pytest.fixture(scope="module")
def made(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Path]:
    """The folder that each tool made."""
    return {name: make(tmp_path_factory.mktemp("made")) for name, make in TOOLS.items()}


def planted(folder: Path, copy: Path, faults: list[Fault]) -> Path:
    """A copy of a folder with faults."""
    shutil.copytree(folder, copy)
    for fault in faults:
        file = copy / fault.file
        text = file.read_text(encoding="utf-8")
        assert fault.there in text, f"{fault.there} is not in {fault.file} of {fault.tool}"
        file.write_text(text.replace(fault.there, fault.planted, 1), encoding="utf-8")
    return copy


def places(proof: Proof) -> set[tuple[str, str, str]]:
    """What was found, by which probe, and where."""
    return {(one.probe, one.criterion, one.page) for one in proof.findings}


@pytest.mark.parametrize("tool", TOOLS)
def test_what_is_found_in_a_package_of_a_tool_is_true(
    browser: Browser, made: dict[str, Path], tmp_path: Path, tool: str
) -> None:
    """Every screen is reached, and no more is found than what is wrong with it."""
    proof = judged_in(browser, packed(made[tool], tmp_path / "sound.zip"))
    assert len(proof.pages) == 3
    assert {(probe, criterion) for probe, criterion, _ in places(proof)} == KNOWN[tool].keys()


@pytest.mark.parametrize("tool", TOOLS)
def test_what_is_planted_in_a_package_of_a_tool_is_found_at_its_place(
    browser: Browser, made: dict[str, Path], tmp_path: Path, tool: str
) -> None:
    """By the probe that is for it, with its criterion, on its screen."""
    faults = [fault for fault in FAULTS if fault.tool == tool]
    proof = judged_in(browser, packed(planted(made[tool], tmp_path / "copy", faults), tmp_path / "faulty.zip"))
    assert {(fault.probe, fault.criterion, fault.page) for fault in faults} <= places(proof)
