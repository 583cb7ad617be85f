"""What an LMS receives of each kind of block is said in the page for administrators, whatever a course is made of."""

import re
from dataclasses import replace
from pathlib import Path
from typing import get_args

from builder.kinds import KINDS
from builder.model.contract import EDITIONS
from builder.model.course import Course
from builder.model.kind import Kind, Sent
from builder.model.package import DESTINATIONS, PackageFile
from builder.model.record import RecordPage
from builder.render.handover import render_handover
from tests.cases import for_each
from tests.examples import example_items
from tests.unit.course_factory import course, film, module

OF_EACH: dict[Sent, str] = {
    "choice": "Of options it has those that she chose.",
    "words": "Of gaps it has the words that she wrote.",
    "number": "Of a number it has the one that she wrote.",
    "order": "Of steps it has the order that she gave them.",
    "pairs": "Of pairs and groups it has what she put together.",
    "scale": "Each scale is an interaction",
    "survey": "Each question of a survey is an interaction",
    "checklist": "Each checklist is an interaction",
    "declaration": "Each sentence that a learner confirms is an interaction",
    "story": "Each story is an interaction",
    "reflection": "What learners write stays on their own device.",
}
"""By what the page calls it, how its sentence begins."""
KEPT = {"choice": "answers", "checklist": "ticks and confirms", "declaration": "ticks and confirms",
        "story": "ways through stories", "reflection": "writes in reflections"}  # fmt: skip
"""What the device keeps; of all others it is answers."""


def page(made: Course, *destinations: str) -> str:
    """The words of the page, on one line."""
    packages = [PackageFile(name, Path(f"{name}.zip"), 1, "0") for name in destinations]
    shown = render_handover(made, packages, None, (Path("a-key.html"), Path("a-key.csv")))
    return " ".join(re.sub(r"<[^>]*>", "", shown).split())


def recorded(made: Course, *destinations: str) -> str:
    """What of it says what is recorded."""
    return page(made, *destinations).rpartition("What is recorded Completion")[2].partition("About the course")[0]


@for_each("kind", KINDS)
def test_what_is_taken_back_has_its_sign_where_it_can_be(kind: Kind) -> None:
    """In SCORM 2004, of lists and surveys alone: elsewhere no such answer is sent."""
    items = [item for item in example_items() if item.kind.word == kind.word]
    for edition in EDITIONS:
        told = "an answer that a learner took back is empty, or _ where" in page(
            course(module("m", "M", *items)), edition
        )
        can = {item.kind.sends for item in items} & {"checklist", "survey"}
        assert told == (bool(can) and edition == "scorm2004"), (kind.word, edition)


@for_each("kind", KINDS)
def test_of_every_kind_the_page_says_what_an_lms_receives(kind: Kind) -> None:
    """In either edition: whatever can be answered, written, ticked or watched adds a sentence of its own, and nothing else does."""
    items = [item for item in example_items() if item.kind.word == kind.word]
    blocks = items or [film("f", "F")] * (kind.word in ("Watch", "Listen"))
    for edition in EDITIONS:
        before, after = (recorded(course(module("m", "M", *some)), edition) for some in ((), blocks))
        assert (before != after) == bool(blocks), kind.word
        for item in items:
            assert OF_EACH[item.kind.sends] in after and OF_EACH[item.kind.sends] not in before
            alone = page(course(module("m", "M", item)), edition)
            assert KEPT.get(item.kind.sends, "answers") in alone.partition("The device keeps this")[2]
            others = set(OF_EACH.values()) - {OF_EACH[each.kind.sends] for each in items}
            assert [one for one in others if one in after] == []


def test_every_answer_has_a_sentence() -> None:
    """A kind that sends something else than these would need another."""
    assert set(OF_EACH) == set(get_args(Sent)), (
        "each has a sentence in templates/layouts/handover.html, and its beginning here"
    )
    assert {item.kind.sends for item in example_items()} == set(OF_EACH), "the example of a kind sends each of them"


def test_a_survey_in_no_report_is_in_the_suspend_data() -> None:
    """Beside one that tutors see, both are named by their questions."""
    one, other = (item for item in example_items() if item.kind.word == "Survey")
    silent = replace(one, unreported=True)
    travels = "travels in the suspend data of the course, so that they can go on at another device. It is in no report,"
    alone = recorded(course(module("m", "M", silent)), "scorm12")
    assert f"What learners choose in surveys {travels}" in alone and "interaction" not in alone
    both = recorded(course(module("m", "M", silent, other)), "scorm2004")
    assert f"with what the learner chose: “{other.title.text}”." in both
    assert f"Surveys that are in no report“{one.title.text}”What learners choose in surveys {travels}" in both
    assert travels not in recorded(course(module("m", "M", one, other)), "scorm12")


def test_what_was_watched_is_named() -> None:
    """Films, recordings or both; captions only where there are films."""
    made = {"watched": (film("f", "F"),), "heard": (replace(film("f", "F"), audio=True),)}
    made["played"] = (*made["watched"], replace(*made["heard"], id="g"))
    for word, films in made.items():
        said = page(course(module("m", "M", *films)), "scorm12")
        assert f"which parts she has {word}. It is in no report." in said and f"what was {word} of" in said
        assert ("switches captions on or off" in said) == (word != "heard")
    assert "which parts she has" not in page(course(), "scorm12")


def test_notes_and_the_record_stay_on_the_device() -> None:
    """What the course has of them is kept there, and the LMS receives nothing of it; a course without an LMS needs no such words."""
    record = RecordPage(None)
    said = {
        "Notes, highlights and what the learner adds in her record of learning stay on her device.": {"record": record},
        "Notes and highlights stay on the learner’s device.": {},
        "What the learner adds in her record of learning stays on her device.": {"record": record, "notes": False},
    }
    for sentence, settings in said.items():
        made = course(**settings)
        assert sentence in page(made, "scorm12") and sentence not in page(made, "web")
        assert [one for one in said if one in page(made, "scorm2004")] == [sentence]
        kept = page(made, "web").partition("under the address of the course: ")[2].partition(".")[0]
        assert ("notes and highlights" in kept, "the record of learning" in kept) == (
            made.notes,
            made.record is not None,
        )
    assert "receives nothing of" not in page(course(notes=False), "scorm12")


def test_a_certificate_asks_for_a_name_and_the_page_says_so() -> None:
    """It says that nobody has to give one, and where it is kept: nowhere."""
    name = "It asks for the learner’s name for the certificate alone, and she may leave it out. The name is printed, and kept nowhere."
    for destination in DESTINATIONS:
        plain, certified = (
            page(course(record=RecordPage(None, certificate=wanted)), destination) for wanted in (False, True)
        )
        assert name in certified and "It asks for no name." not in certified
        assert name not in plain and "It asks for no name." in plain
