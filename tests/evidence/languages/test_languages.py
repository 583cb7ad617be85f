"""A package in several languages is played in each, and the evidence says how much of it in which."""

from dataclasses import replace
from pathlib import Path

import pytest
from playwright.sync_api import Browser

from builder.evidence import run, work
from builder.evidence.lms.server import serving
from builder.evidence.opened import OpenedPackage, opened_package
from builder.evidence.report.acr import acr
from builder.evidence.report.matter import matter_of
from builder.evidence.report.pages import page_text
from builder.evidence.telling import proof_json, proof_text
from builder.evidence.walk.hooked import Place
from builder.pipeline import build
from tests.conftest import ROOT
from tests.evidence.small import planted
from tests.evidence.test_reports import DATE, PROOF

SAMPLE = ROOT / "tests" / "courses" / "three-languages"
PLACES = [Place("cover", "The first visit"), Place("door", "The door")]


def opened(**content: object) -> OpenedPackage:
    """A package that says this of itself."""
    return OpenedPackage(Path("course.zip"), "", Path(), "scorm12", "index.html", "Visit", content)


def test_each_page_is_walked_in_each_language() -> None:
    """Once in every state in that of the source, once more in each other; a course in one language as before."""
    several = [(name, tag) for _, name, _, tag in run._todo(opened(language="en-GB", languages=["cy", "ar"]), PLACES)]
    assert several.count(("walk_page", "")) == 2
    assert several.count(("walk_in_language", "cy")) == several.count(("walk_in_language", "ar")) == 2
    assert len(several) == 4 + 2 + len(run._JOURNEYS)
    assert {tag for _, _, _, tag in run._todo(opened(language="cy"), PLACES)} == {""}


def test_a_browser_asks_for_the_language_that_is_to_be_seen() -> None:
    """That of the source, whichever it is: a course in Welsh and English opens in English for an English browser."""
    assert opened(language="cy", languages=["en-GB"]).locale == "cy"
    assert opened(language="cy").locale == "en-GB"


def test_the_evidence_says_in_which_languages_what_was_seen() -> None:
    """In each report, and not at all for a course in one language."""
    proof = replace(PROOF, languages=("en-GB", "cy", "ar"))
    told = "In en-GB every state of every question was seen, and the whole course by keyboard; in cy, ar each page as opened"
    texts = [proof_text(proof), page_text("evidence", matter_of(proof, DATE)), str(acr(matter_of(proof, DATE)))]
    assert all(told in text for text in texts)
    assert proof_json(proof)["languages"] == ["en-GB", "cy", "ar"]
    assert "languages" not in proof_json(PROOF) and "by keyboard;" not in proof_text(PROOF)


@pytest.mark.slow
def test_a_fault_in_one_language_alone_is_found_in_it(browser: Browser, tmp_path: Path) -> None:
    """A picture without an alternative in Welsh: the English page is sound, and the finding names the language."""
    (package,) = build(SAMPLE, tmp_path / "dist", ["web"]).packages
    picture = '<img src="data:image/gif;base64,R0lGODlhAQABAAAAACw=">'

    def change(page: str) -> str:
        at = page.index("<h1", page.index('id="l1-.the-door"'))
        return page[:at] + picture + page[at:]

    broken = planted(package.path, tmp_path / "broken.zip", {"index.html": change})
    with opened_package(broken) as course, serving(course.folder) as address:
        place = next(one for one in work.survey(browser, course, address) if one.id == "the-door")
        assert place.title == "At the door"
        seen = work.walk_in_language(browser, course, address, place, "cy")
    assert seen.notes == ()
    assert {"as opened, in cy", "right, in cy"} <= {one.state for one in seen.sightings}
    assert {one.criterion for one in seen.findings} == {"1.1.1"}
    assert {one.page for one in seen.findings} == {"At the door"}
