"""The page for administrators: it fits the course that it goes with, and marks what was tried and what was not."""

import re
from dataclasses import replace
from itertools import chain, combinations, pairwise
from pathlib import Path

import pytest
from lxml import html

from builder.model.assessment import AssessmentItem, ExtendedTextInteraction
from builder.model.course import Completion, Course, Module
from builder.model.package import DESTINATIONS, PackageFile, StateRoom
from builder.render.handover import render_handover
from tests.unit.course_factory import course, module, option, quiz, reflect

QUIZ = quiz("q1", "Is it?", option("yes", "Yes", True), option("no", "No"))
ROOM = StateRoom(whole=612, standing=100, modules=50)
TOGETHER = tuple(chain.from_iterable(combinations(DESTINATIONS, number) for number in (1, 2, 3)))
"""Each choice of destinations."""


def page(made: Course, *destinations: str) -> html.HtmlElement:
    """The page of a course that was built for these; for both editions of SCORM when none are named."""
    packages = [PackageFile(name, Path(f"{name}.zip"), 1, "0") for name in destinations or ("scorm12", "scorm2004")]
    return html.document_fromstring(render_handover(made, packages, ROOM, (Path("a-key.html"), Path("a-key.csv"))))


def words(element: html.HtmlElement) -> str:
    """Its words on one line."""
    return " ".join(element.text_content().split())


def kept_by(privacy: str, id: str, title: str) -> AssessmentItem:
    """A reflection with this privacy."""
    item = reflect(id, title)
    return replace(item, interaction=ExtendedTextInteraction(privacy))


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
    assert "Leave “Grade SCORM” unselected" in plain and "Select “Grade SCORM” when you add it" in scored
    for text in (plain, scored):
        assert "it names the 3rd Edition, and this package is the 4th" in text
        assert "“Complete Content on Launch”, at the item: leave it unselected" in text
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
    text = words(page(course(module("m", "M", kept_by(privacy, "r", "What now?")))))
    assert "612 of 4,096 characters at most" in text
    assert ("comes on top of that" in text) == (privacy != "device")
    assert ("reflections are missing" in text) == (privacy == "device")


@pytest.mark.parametrize("built", TOGETHER, ids="-".join)
@pytest.mark.parametrize("made", [course(), passing(attempts=2)], ids=["plain", "scored"])
def test_each_sentence_fits_the_packages_that_were_built(made: Course, built: tuple[str, ...]) -> None:
    """No zip is named that nobody has: SCORM 1.2 where it is missing only as what can be asked for."""
    text = words(page(made, *built).find(".//main"))
    one, two = "scorm12" in built, "scorm2004" in built
    assert [f"{name}.zip" in text for name in DESTINATIONS] == [name in built for name in DESTINATIONS]
    assert ("2004" in text.replace("scorm2004.zip", "")) == two
    asked = re.sub("([Aa]sk for the|can build a) SCORM 1.2 zip", "", text)
    assert ("1.2" in asked.replace("scorm12.zip", "")) == one
    assert ("sk for the SCORM 1.2 zip" in text) == ("Whoever gave you this page can build" in text) == (two and not one)
    for choice in ("Choose it", "Not for Moodle", "begin with SCORM 1.2", "with the SCORM 1.2 zip", "Take that zip"):
        assert (choice in text) == (one and two), choice
    assert ("“SCORM package” activity, with the zip" in text) == (one != two)
    assert ("without an LMS" in text) == ("web" in built)
    assert ("your LMS" in text) == (one or two)


@pytest.mark.parametrize(
    ("built", "sent"),
    [
        (("scorm12",), "in your reports, as fill-in, its first 255 characters, in SCORM 1.2. All"),
        (("scorm2004",), "in your reports, as long-fill-in, up to 4,000 characters, in SCORM 2004. All"),
        (
            ("scorm12", "scorm2004"),
            "in SCORM 2004; and as fill-in, its first 255 characters, in SCORM 1.2. All",
        ),
    ],
)
def test_each_reflection_is_named_with_who_can_read_it(built: tuple[str, ...], sent: str) -> None:
    """The administrator can tell a learner which words the LMS has."""
    kept = [kept_by(*one) for one in (("device", "a", "Aa?"), ("report", "b", "Bb?"), ("lms-resume", "c", "Cc?"))]
    made = page(course(module("m", "M", *kept, kept_by("device", "d", "Dd?"))), *built)
    said = {words(dt): words(dt.getnext()) for dt in made.xpath("//dt[starts-with(., 'Reflections')]")}
    assert {head: text[: text.rindex("”") + 1] for head, text in said.items()} == {
        "Reflections that stay with the learner": "“Aa?”, “Dd?”",
        "Reflections that travel": "“Cc?”",
        "Reflections that tutors can read": "“Bb?”",
    }
    assert sent in said["Reflections that tutors can read"]
    assert "Nothing of it is sent to the LMS." in said["Reflections that stay with the learner"]
    alone = words(page(course(module("m", "M", *kept[:1])), *built))
    assert "Reflections What learners write stays on their own device." in alone and "Aa?" not in alone


def test_attempts_are_those_of_a_question_or_of_a_test_that_is_handed_in() -> None:
    """A question in a test has no attempts of its own: `attempts` is how often the test is handed in."""

    def said(*modules: Module, **changes: object) -> str:
        return words(page(course(*modules, **changes)).xpath("//dt[.='Attempts']/following-sibling::dd[1]")[0])

    alone = module("m", "M", QUIZ)
    test = replace(module("t", "Test", replace(QUIZ, id="q2")), feedback="at-the-end")
    assert said(test, attempts=2) == "“Test” may be handed in 2 times."
    assert said(test) == "“Test” may be handed in as often as a learner likes."
    assert said(alone, test, attempts=1) == (
        "Each knowledge check may be answered once, unless it says otherwise. “Test” may be handed in once."
    )
    own = replace(alone, blocks=(replace(QUIZ, attempts=3),))
    assert said(own) == "Some knowledge checks may be answered only so often; they say so."
    assert not page(course(module("m", "M"))).xpath("//dt[.='Attempts']")


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
