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
        expect(question(course, id).locator("[data-feedback]")).to_have_text(LOOK_AGAIN)
        expect(question(course, id)).to_have_attribute("data-state", "answered")
    expect(question(course, "helps").locator("input:checked")).to_have_count(0)
    expect(question(course, "hinders").get_by_label("Targets that change")).to_be_checked()
    expect(question(course, "people").get_by_label("Social worker")).to_have_value("")
    expect(question(course, "people").get_by_label("Manager")).to_have_value("room-to-try")
    expect(question(course, "people").locator("[data-right]")).to_have_count(0)
    expect(question(course, "easy").locator("[data-feedback]")).to_contain_text("Correct.")

    question(course, "helps").get_by_label("Trusting one another").check()
    question(course, "helps").get_by_role("button", name="Check answer").click()
    expect(question(course, "helps").locator("[data-feedback]")).to_contain_text("Correct.")
    launch.close()
    assert passed(later, status)

    launch = later.launch(context)
    expect(question(launch.course, "helps").locator("[data-feedback]")).to_contain_text("Correct.")
    expect(question(launch.course, "hinders").locator("[data-feedback]")).to_have_text(LOOK_AGAIN)
    launch.close()
    context.close()


def passed(enrolment: Enrolment, status: str) -> bool:
    """What the LMS holds: passed, with all of the score."""
    kept = enrolment.record["cmi"]
    kept = kept.get("core", kept)
    return bool(kept[status] == "passed" and float(kept["score"]["raw"]) == 100)


IN_UKRAINIAN = """---
title: Питання
language: uk
---

## Quiz: Що допомагає? {#helps}

- [x] Довіра
- [ ] Страх
- [ ] Поспіх

## Order: Що за чим? {#steps}

1. Почути
2. Зрозуміти
3. Діяти

## Quiz: Скільки це? {#much}

- [x] 5 %
- [ ] 5 £
- [ ] About 40 %

## Scale: Наскільки впевнено? {#sure}

- Зовсім ні
- Трохи
- Дуже
"""
MOVED = (
    IN_UKRAINIAN.replace(
        "- [x] Довіра\n- [ ] Страх\n- [ ] Поспіх", "- [ ] Поспіх\n- [ ] Страх\n- [ ] Час\n- [x] Довіра"
    )
    .replace("- Зовсім ні\n- Трохи\n- Дуже", "- Майже ні\n- Дуже\n- Трохи")
    .replace("- [x] 5 %\n- [ ] 5 £\n- [ ] About 40 %", "- [ ] About 40 £\n- [ ] 5 £\n- [x] 5 %")
)
EDITED = MOVED.replace("Страх", "Острах").replace("5 £", "5 €").replace("About 40 £", "About 40 %")


@pytest.mark.slow
@pytest.mark.parametrize("edition", ["scorm2004"])
def test_a_choice_in_another_script_follows_its_words(
    lms: Lms, edition: str, version: Callable[[str], Outcome], browser: Browser
) -> None:
    """Into another order with its verdict. Where an option says something else now, she is asked to look again."""
    context = browser.new_context()
    enrolment: Enrolment = lms.enrol(package_of(version(IN_UKRAINIAN), edition))
    launch = enrolment.launch(context)
    course = launch.course
    course.get_by_role("link", name="Start", exact=True).click()
    for id, words in (("helps", "Страх"), ("much", "5 £"), ("sure", "Трохи")):
        question(course, id).get_by_label(words, exact=True).check()
    steps = question(course, "steps").locator("[data-choice-text]").all_text_contents()
    for id in ("helps", "much", "sure", "steps"):
        question(course, id).locator("[data-check]").click()
    expect(question(course, "helps")).to_have_attribute("data-state", "incorrect")
    state = question(course, "steps").get_attribute("data-state")
    launch.close()
    context.close()

    context = browser.new_context()
    launch = (moved := replace(enrolment, content=lms.enrol(package_of(version(MOVED), edition)).content)).launch(
        context
    )
    for id, words in (("helps", "Страх"), ("much", "5 £"), ("sure", "Трохи")):
        expect(question(launch.course, id).locator("input:checked")).to_have_count(1)
        expect(question(launch.course, id).get_by_label(words, exact=True)).to_be_checked()
        expect(question(launch.course, id).locator("[data-feedback]")).not_to_have_text(LOOK_AGAIN)
    expect(question(launch.course, "helps")).to_have_attribute("data-state", "incorrect")
    expect(question(launch.course, "steps").locator("[data-choice-text]")).to_have_text(steps)
    expect(question(launch.course, "steps")).to_have_attribute("data-state", str(state))
    launch.close()
    context.close()

    context = browser.new_context()
    launch = replace(moved, content=lms.enrol(package_of(version(EDITED), edition)).content).launch(context)
    for id in ("helps", "much"):
        expect(question(launch.course, id).locator("[data-feedback]")).to_have_text(LOOK_AGAIN)
        expect(question(launch.course, id).locator("input:checked")).to_have_count(0)
    expect(question(launch.course, "sure").get_by_label("Трохи", exact=True)).to_be_checked()
    launch.close()
    context.close()


@pytest.mark.slow
@pytest.mark.parametrize("edition", ["scorm2004"])
def test_words_that_an_id_does_not_say_are_remembered_with_the_answer(
    lms: Lms, edition: str, version: Callable[[str], Outcome], browser: Browser
) -> None:
    """`About 40 %` and `About 40 £` have one id; whoever chose the one is not shown the other with a verdict on it."""
    context = browser.new_context()
    enrolment: Enrolment = lms.enrol(package_of(version(IN_UKRAINIAN), edition))
    launch = enrolment.launch(context)
    course = launch.course
    course.get_by_role("link", name="Start", exact=True).click()
    question(course, "much").get_by_label("About 40 %").check()
    question(course, "much").locator("[data-check]").click()
    expect(question(course, "much")).to_have_attribute("data-state", "incorrect")
    launch.close()
    context.close()
    for words, said in (("About 40 %", True), ("About 40 &", False)):
        context = browser.new_context()
        new = lms.enrol(package_of(version(IN_UKRAINIAN.replace("About 40 %", words)), edition))
        launch = replace(enrolment, content=new.content).launch(context)
        status = question(launch.course, "much").locator("[data-feedback]")
        expect(status).not_to_have_text(LOOK_AGAIN) if said else expect(status).to_have_text(LOOK_AGAIN)
        launch.close()
        context.close()
