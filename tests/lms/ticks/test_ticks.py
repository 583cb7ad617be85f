"""What an LMS receives of a checklist, of a declaration and of surveys."""

from collections.abc import Callable
from pathlib import Path

import pytest
from playwright.sync_api import BrowserContext, expect

from builder.pipeline import build
from tests.lms.host import Enrolment, Launch
from tests.lms.test_journey import is_normal
from tests.lms.test_kinds import fields_of

TICKS = Path(__file__).parent / "course"


def begun(enrol: Callable[..., Enrolment], context: BrowserContext, folder: Path) -> Launch:
    """The course of ticks in the LMS, at its first module."""
    outcome = build(TICKS, folder)
    assert outcome.packages, outcome.report.diagnostics
    launch = enrol(outcome).launch(context)
    launch.course.get_by_role("link", name="Start", exact=True).click()
    return launch


@pytest.mark.slow
@pytest.mark.browser
def test_ticks_arrive_in_the_words_of_the_edition(
    enrol: Callable[..., Enrolment], context: BrowserContext, edition: str, tmp_path: Path
) -> None:
    """Choices, a true sentence and a place on a scale, neutral and with a time; nothing of a survey that is not reported."""
    launch = begun(enrol, context, tmp_path)
    for question, labels in (
        ("before-visit", ["Read the file", "Tell a colleague where you are"]),
        ("lone-working", ["I have read the policy, and I will follow it."]),
    ):
        before = len(launch.calls) - 1
        form = launch.course.locator(f'[data-item="{question}"]')
        for label in labels:
            form.get_by_label(label, exact=True).check()
        form.get_by_role("button").click()
        expect(form).to_have_attribute("data-state", "answered")
        launch.wait_for(lambda call: call.name == "set" and call.element.endswith(".result"), before)
    for survey, labels in (("how", ["Very clear", "The films", "The questions"]), ("alone", ["Yes", "A friend"])):
        for label in labels:
            launch.course.get_by_label(label, exact=True).check()
        end = launch.course.locator(f"#{survey}--save")
        end.get_by_role("button").click()
        expect(end.locator("[data-status]")).to_have_text("Saved: 2 of 2 answered.")
    launch.wait_for(lambda call: call.name == "set" and call.element.endswith(".3.result"), 0)
    launch.close()
    assert not [call for call in launch.calls if call.value in ("come_again", "with_whom")]
    assert not [str(call) for call in launch.calls if call.error != "0" and not is_normal(call, launch.calls)]
    response = "student_response" if edition == "scorm12" else "learner_response"
    for id_, type_, in12, in2004 in (
        ("before_visit", "choice", "a,c", "read_the_file[,]tell_a_colleague_where_you_are"),
        ("lone_working", "true-false", "t", "true"),
        ("how_clear", "likert", "2", "s2"),
        ("what_used", "choice", "a,b", "the_films[,]the_questions"),
    ):
        told = fields_of(launch.calls, id_)
        assert (told["type"], told[response]) == (type_, in12 if edition == "scorm12" else in2004)
        assert told["result"] == "neutral" and told["time" if edition == "scorm12" else "timestamp"]
        assert "correct_responses.0.pattern" not in told


@pytest.mark.slow
@pytest.mark.browser
def test_what_is_taken_back_does_not_stay_in_an_lms(
    enrol: Callable[..., Enrolment], context: BrowserContext, edition: str, tmp_path: Path
) -> None:
    """Empty in SCORM 1.2; in 2004, where the LMS refuses a choice of nothing, a sign that is no option."""
    launch = begun(enrol, context, tmp_path)
    response = "student_response" if edition == "scorm12" else "learner_response"
    form = launch.course.locator('[data-item="before-visit"]')
    for act, words in (("check", "1 of 3 done."), ("uncheck", "0 of 3 done.")):
        before = len(launch.calls) - 1
        getattr(form.get_by_label("Read the file", exact=True), act)()
        form.get_by_role("button").click()
        expect(form.locator("[data-feedback]")).to_contain_text(words)
        launch.wait_for(lambda call: call.name == "set" and call.element.endswith(".result"), before)
    launch.close()
    taken = [call.value for call in launch.calls if call.element.endswith(response) and call.error == "0"]
    assert taken == (["a", ""] if edition == "scorm12" else ["read_the_file", "_"])
