"""The page for administrators: it fits the course that it goes with, and marks what was tried and what was not."""

import re
from dataclasses import replace
from itertools import pairwise
from pathlib import Path

import pytest
from lxml import html

from builder.model.course import Completion, Course
from builder.model.package import PackageFile, StateRoom
from builder.render.handover import render_handover
from tests.unit.course_factory import course, module, option, quiz, reflect

QUIZ = quiz("q1", "Is it?", option("yes", "Yes", True), option("no", "No"))
ROOM = StateRoom(whole=612, standing=100, modules=50)


def page(made: Course, *destinations: str) -> html.HtmlElement:
    """The page of a course that was built for these; for both editions of SCORM when none are named."""
    packages = [PackageFile(name, Path(f"{name}.zip"), 1, "0") for name in destinations or ("scorm12", "scorm2004")]
    return html.document_fromstring(render_handover(made, packages, ROOM, (Path("a-key.html"), Path("a-key.csv"))))


def words(element: html.HtmlElement) -> str:
    """Its words on one line."""
    return " ".join(element.text_content().split())


def passing(**changes: object) -> Course:
    """A course with a pass mark and one question."""
    return course(module("m", "M", QUIZ), completion=Completion("pass-mark", 80), **changes)


def test_every_lms_is_marked_as_tried_or_not() -> None:
    """Nobody takes a sentence from a manual for something that was seen."""
    headings = page(course()).xpath("//h2[@id='systems']/following-sibling::h3[following::h2[@id='recorded']]")
    marks = {words(head): words(head.find_class("mark")[0]) for head in headings}
    tried = {name.split()[0] for name, mark in marks.items() if mark == "Tried"}
    assert tried == {"Moodle", "scormhost"}
    assert set(marks.values()) == {"Tried", "By its documentation, not tried"}
    named = " ".join(marks)
    for name in ("Totara", "Canvas", "Blackboard", "Cornerstone", "SuccessFactors", "Open edX"):
        assert name in named


def test_the_settings_for_moodle_fit_the_course() -> None:
    """The labels are those of Moodle 4.5."""
    plain, scored = words(page(course())), words(page(passing()))
    assert "“Grading method”: Learning objects." in plain and "“Grading method”: Highest grade." in scored
    assert "“Add requirements”, then “Completed”." in plain and "“Add requirements”, then “Passed”." in scored
    for text in (plain, scored):
        assert "“Display content structure in player”: Disabled" in text
        assert "“Force new attempt”: No." in text
        assert "Reloading the page loses the time of that session" in text
    assert "SCORM 1.2. Choose it when in doubt, and for Moodle." in plain and "Not for Moodle" in plain


def test_each_lms_has_what_its_documentation_says() -> None:
    """In the words of that LMS, as they fit the course; what is general knowledge is not there."""
    plain, scored = words(page(course())), words(page(passing()))
    assert "Set “Scored” to False." in plain and "Set “Scored” to True." in scored
    for text in (plain, scored):
        assert "it names the 3rd Edition, and this package is the 4th" in text
        assert "may show 0.00 for learners in progress" in text


def test_failing_is_told_where_it_can_happen() -> None:
    """With numbered attempts and a pass mark alone; and whether the author leaves such a course open."""
    assert "has used up her attempts" not in words(page(course())) + words(page(passing()))
    limited = passing(attempts=2)
    assert "the course reports it as failed (in SCORM 2004 as completed and failed)" in words(page(limited))
    assert "in SCORM 2004 as completed" not in words(page(limited, "scorm12"))
    never = replace(limited, completion=Completion("pass-mark", 80, stays_open=True))
    assert "stays unfinished" in words(page(never)) and "reports it as failed" not in words(page(never))


@pytest.mark.parametrize("privacy", ["device", "lms-resume", "report"])
def test_the_room_counts_reflections_that_travel(privacy: str) -> None:
    """The number on the page is the most that can be used."""
    item = reflect("r", "What now?")
    made = course(module("m", "M", replace(item, interaction=replace(item.interaction, privacy=privacy))))
    text = words(page(made))
    assert "612 of 4,096 characters at most" in text
    assert ("comes on top of that" in text) == (privacy != "device")
    assert ("reflections are missing" in text) == (privacy == "device")


def test_a_course_for_the_web_alone_has_no_word_of_an_lms_to_set_up() -> None:
    """Nor of its reports."""
    text = words(page(course(), "web"))
    assert "Moodle" not in text and "What is recorded" not in text and "Data protection" in text


def test_the_page_needs_nothing_from_elsewhere_and_its_links_lead_somewhere() -> None:
    """It is opened from a disk, perhaps offline; headings come in order."""
    made = page(passing(attempts=1, minutes=20, publisher="A team"))
    ids = set(made.xpath("//@id"))
    for target in made.xpath("//@href"):
        assert target.removeprefix("#") in ids or target in ("a-key.html", "a-key.csv")
    assert not made.xpath("//@src") and not made.xpath("//script")
    levels = [int(head.tag[1]) for head in made.iter("h1", "h2", "h3")]
    assert levels[0] == 1 and all(later - before <= 1 for before, later in pairwise(levels))
    text = words(made)
    for part in ("About 20 minutes", "Questions about the content: A team.", "may be answered once", "Safari"):
        assert part in text
    assert not re.search(r"\{\{|\{%|None", text)


def test_each_trouble_has_an_answer() -> None:
    """Those that administrators ask about most."""
    troubles = [words(dt) for dt in page(passing()).xpath("//h2[@id='trouble']/following-sibling::dl[1]/dt")]
    for part in ("incomplete", "blank", "score", "two windows", "new attempt", "not connected", "download"):
        assert any(part in trouble for trouble in troubles), part
