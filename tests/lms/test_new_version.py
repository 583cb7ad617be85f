"""A new version takes the place of the one that a learner has begun: her answers stay, and no verdict that holds no more."""

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest
from playwright.sync_api import Browser, FrameLocator, Locator, expect

from builder.pipeline import Outcome, build
from tests.lms.conftest import package_of
from tests.lms.host import Enrolment, Lms

pytestmark = pytest.mark.browser

LOOK_AGAIN = "This question has changed since you answered it. Please look at your answer again."
QUESTIONS = """---
title: Questions
---

## Quiz: Which helps? {#helps}

- [x] Trust in the team
- [ ] Fear of blame

## Quiz: Which gets in the way? {#hinders}

- [x] Targets that change
- [ ] Time to learn

## Match: Who brings what? {#people}

| Person | What they bring |
| --- | --- |
| Social worker | Relationships |
| Manager | Room to try |

## Quiz: Is it easy? {#easy}

- [ ] True
- [x] False
"""
REWORDED = QUESTIONS.replace("Trust in the team", "Trusting one another").replace("| Relationships |", "| Time |")
REWORDED = REWORDED.replace("- [ ] Fear of blame", "- [ ] Fear of blame\n- [ ] Haste")
OTHER_RIGHT = REWORDED.replace("[x] Targets", "[ ] Targets").replace("[ ] Time to", "[x] Time to")


@pytest.fixture
def version(course_folder: Path, tmp_path: Path) -> Callable[[str], Outcome]:
    """Build the course with these questions."""

    def built(questions: str) -> Outcome:
        (course_folder / "01-welcome.md").write_text(questions)
        settings = (course_folder / "course.yml").read_text()
        if "completion" not in settings:
            (course_folder / "course.yml").write_text(settings + "completion: pass-mark\npass-mark: 80\n")
        outcome = build(course_folder, tmp_path / f"dist-{hash(questions)}", ["scorm12", "scorm2004"])
        assert outcome.packages, outcome.report.diagnostics
        return outcome

    return built


def question(course: FrameLocator, id: str) -> Locator:
    """The form of a question."""
    return course.locator(f"[data-item={id}]")


def answer_all(course: FrameLocator) -> None:
    """Every question, rightly."""
    course.get_by_role("link", name="Start", exact=True).click()
    for id, words in (("helps", "Trust in the team"), ("hinders", "Targets that change"), ("easy", "False")):
        question(course, id).get_by_label(words).check()
    for person, brings in (("Social worker", "Relationships"), ("Manager", "Room to try")):
        question(course, "people").get_by_label(person).select_option(brings)
    for id in ("helps", "hinders", "people", "easy"):
        question(course, id).get_by_role("button", name="Check answer").click()
        expect(question(course, id)).to_have_attribute("data-state", "correct")


@pytest.mark.parametrize("device", [pytest.param("the same device", marks=pytest.mark.slow), "another device"])
def test_answers_to_changed_questions_wait_for_a_second_look(
    lms: Lms, edition: str, version: Callable[[str], Outcome], browser: Browser, device: str
) -> None:
    """Half of the answer is there, or all of it; it is said that the question has changed; what was passed stays passed."""
    context = browser.new_context()
    enrolment: Enrolment = lms.enrol(package_of(version(QUESTIONS), edition))
    launch = enrolment.launch(context)
    answer_all(launch.course)
    launch.close()
    status = "lesson_status" if edition == "scorm12" else "success_status"
    assert passed(enrolment, status)

    new = lms.enrol(package_of(version(OTHER_RIGHT), edition))
    if device == "another device":
        context.close()
        context = browser.new_context()
    later = replace(enrolment, content=new.content)
    launch = later.launch(context)
    course = launch.course
    for id in ("helps", "hinders", "people"):
        expect(question(course, id).get_by_role("status")).to_have_text(LOOK_AGAIN)
        expect(question(course, id)).to_have_attribute("data-state", "answered")
    expect(question(course, "helps").locator("input:checked")).to_have_count(0)
    expect(question(course, "hinders").get_by_label("Targets that change")).to_be_checked()
    expect(question(course, "people").get_by_label("Social worker")).to_have_value("")
    expect(question(course, "people").get_by_label("Manager")).to_have_value("room-to-try")
    expect(question(course, "people").locator("[data-right]")).to_have_count(0)
    expect(question(course, "easy").get_by_role("status")).to_contain_text("Correct.")

    question(course, "helps").get_by_label("Trusting one another").check()
    question(course, "helps").get_by_role("button", name="Check answer").click()
    expect(question(course, "helps").get_by_role("status")).to_contain_text("Correct.")
    launch.close()
    assert passed(later, status)

    launch = later.launch(context)
    expect(question(launch.course, "helps").get_by_role("status")).to_contain_text("Correct.")
    expect(question(launch.course, "hinders").get_by_role("status")).to_have_text(LOOK_AGAIN)
    launch.close()
    context.close()


def passed(enrolment: Enrolment, status: str) -> bool:
    """What the LMS holds: passed, with all of the score."""
    kept = enrolment.record["cmi"]
    kept = kept.get("core", kept)
    return bool(kept[status] == "passed" and float(kept["score"]["raw"]) == 100)
