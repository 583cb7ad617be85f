"""Each sentence about Moodle in the handover, with our packages in an LMS that behaves as Moodle 4.5 was measured to."""

import re
from collections.abc import Callable
from copy import deepcopy

import pytest
from lxml import html
from playwright.sync_api import BrowserContext, FrameLocator, expect

from builder.pipeline import Outcome, build
from tests.lms.host import Enrolment, Launch
from tests.lms.moodle.as_measured import ENDED, grade, grade_after_upload, meets, mode, report_columns, stored_as

pytestmark = [pytest.mark.browser, pytest.mark.both_editions]

Enrol = Callable[..., Enrolment]

QUESTION = "## Quiz: Which helps {number}? {{#q{number}}}\n\n- [x] Trust\n- [ ] Fear\n\n"


@pytest.fixture(scope="session", params=["all-questions", "pass-mark"])
def course(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Outcome:
    """Two questions, without a score and with one."""
    folder = tmp_path_factory.mktemp("in-moodle")
    mark = "pass-mark: 50\n" if request.param == "pass-mark" else ""
    settings = f"id: in-moodle\ntitle: In Moodle\nlanguage: en-GB\ncompletion: {request.param}\n{mark}"
    (folder / "course.yml").write_text(settings, encoding="utf-8")
    questions = "".join(QUESTION.format(number=number) for number in (1, 2))
    (folder / "01-trust.md").write_text(f"---\ntitle: Trust\n---\n\n{questions}", encoding="utf-8")
    outcome = build(folder, tmp_path_factory.mktemp("in-moodle-out"))
    assert outcome.packages, outcome.report.diagnostics
    return outcome


def advice(outcome: Outcome) -> str:
    """What the handover says of Moodle."""
    page = next(path for path in outcome.written if path.name.endswith("handover.html"))
    made = html.document_fromstring(page.read_text(encoding="utf-8"))
    (section,) = made.xpath("//h3[starts-with(normalize-space(), 'Moodle')]/following-sibling::ul[1]")
    return " ".join(section.text_content().split())


def answer(course: FrameLocator, number: int) -> None:
    """Answer a question rightly."""
    question = course.locator(f'[data-item="q{number}"]')
    question.get_by_label("Trust").check()
    question.get_by_role("button", name="Check answer").click()
    expect(question).to_have_attribute("data-state", "correct")


def begin(course: FrameLocator) -> None:
    """Go to the questions, wherever the course has opened."""
    course.locator('a[href="#trust"]').first.evaluate("link => link.click()")
    expect(course.get_by_role("heading", level=1)).to_have_text("Trust")


def take(enrolment: Enrolment, context: BrowserContext, *numbers: int) -> Launch:
    """A sitting in which these questions are answered."""
    launch = enrolment.launch(context, mode=mode(enrolment.record, enrolment.edition))
    begin(launch.course)
    for number in numbers:
        answer(launch.course, number)
    launch.close()
    return launch


def test_the_settings_give_the_grade_and_the_completion(enrol: Enrol, course: Outcome, context: BrowserContext) -> None:
    """With the grading method that the page names a learner who is done has no 0, and with any other she would."""
    enrolment = enrol(course)
    take(enrolment, context, 1, 2)
    said = advice(course)
    requirement = re.search(r"“Add requirements”, then “(\w+)”", said)
    method = re.search(r"“Grading method”: ([\w ]+)\.", said)
    assert requirement and method
    assert meets(enrolment.record, enrolment.edition, requirement[1])
    scored = "Passed" in requirement[1]
    assert grade(enrolment.record, enrolment.edition, method[1]) == (100 if scored else 1)
    if not scored:
        assert "With the other methods Moodle writes a grade of 0" in said
        assert grade(enrolment.record, enrolment.edition, "Highest grade") == 0


def test_an_upload_grades_a_learner_in_progress_with_nothing(
    enrol: Enrol, course: Outcome, context: BrowserContext
) -> None:
    """Whatever the method, as long as she has no score; the page says so."""
    enrolment = enrol(course)
    take(enrolment, context)
    for method in ("Highest grade", "Learning objects"):
        assert grade(enrolment.record, enrolment.edition, method) is None
        assert grade_after_upload(enrolment.record, enrolment.edition, method) == 0
    page = next(path for path in course.written if path.name.endswith("handover.html"))
    assert "may show 0.00 for learners in progress" in page.read_text(encoding="utf-8")


@pytest.mark.slow
def test_after_completion_it_is_only_looked_at(enrol: Enrol, course: Outcome, context: BrowserContext) -> None:
    """The next launch is a review, in which nothing is recorded; before completion it is not."""
    enrolment = enrol(course)
    take(enrolment, context, 1)
    assert mode(enrolment.record, enrolment.edition) == "normal"
    take(enrolment, context, 2)
    assert mode(enrolment.record, enrolment.edition) == "review"
    launch = enrolment.launch(context, mode="review")
    expect(launch.course.locator("[data-save-status]")).to_contain_text("nothing new is recorded")
    launch.close()
    assert {call.name for call in launch.calls} <= {"initialize", "get", "error", "terminate"}


@pytest.mark.slow
def test_its_report_has_a_column_for_each_question_in_scorm_12_alone(
    enrol: Enrol, course: Outcome, context: BrowserContext
) -> None:
    """Moodle stores interactions of SCORM 2004 under the standard's own names, which its report does not count."""
    enrolment = enrol(course)
    launch = take(enrolment, context, 2, 1)
    stored = [stored_as(call.element, enrolment.edition) for call in launch.calls if call.name == "set"]
    assert any("interactions" in name for name in stored)
    assert report_columns(stored) == ([0, 1] if enrolment.edition == "scorm12" else [])


@pytest.mark.slow
def test_a_reload_loses_its_time_and_nothing_else(enrol: Enrol, course: Outcome, context: BrowserContext) -> None:
    """Moodle makes the new page before the end of the old one has come: its time is not in the total, the work is."""
    context.clock.install()
    enrolment = enrol(course)
    launch = enrolment.launch(context)
    begin(launch.course)
    answer(launch.course, 1)
    context.clock.run_for(600_000)
    launch.wait_for(lambda call: call.name == "commit" and call.result == "true")
    before = deepcopy(enrolment.record)
    launch.close()
    assert minutes(launch) >= 10
    enrolment.record = before
    launch = enrolment.launch(context)
    expect(launch.course.get_by_role("heading", level=1)).to_have_text("Trust")
    expect(launch.course.locator('[data-item="q1"]')).to_have_attribute("data-state", "correct")
    answer(launch.course, 2)
    context.clock.run_for(10_000)
    launch.close()
    assert minutes(launch) == 0, "the new page knows nothing of the time before"


def minutes(launch: Launch) -> int:
    """Of the session, as it was sent last."""
    sent = [call.value for call in launch.calls if call.name == "set" and call.element.endswith("session_time")][-1]
    found = re.search(r"^(\d+):(\d+):|^PT(\d+)H(\d+)M", sent)
    assert found, sent
    hours, rest = (int(part) for part in found.groups() if part is not None)
    return 60 * hours + rest


@pytest.mark.slow
def test_a_session_that_ended_is_over_in_that_window(enrol: Enrol, course: Outcome, context: BrowserContext) -> None:
    """Trying again does not help there; the page says what does, and the next launch sends what was missed."""
    context.clock.install()
    enrolment = enrol(course)
    launch = enrolment.launch(context)
    begin(launch.course)
    answer(launch.course, 1)
    context.clock.run_for(5_000)
    launch.plan(**ENDED)
    answer(launch.course, 2)
    context.clock.run_for(5_000)
    status = launch.course.locator("[data-save-status]")
    expect(status).to_contain_text("Your work is safe on this device.")
    again = launch.course.get_by_role("button", name="Try again now")
    if again.is_visible():
        again.click()
    context.clock.run_for(120_000)
    notice = launch.course.get_by_role("region", name="Your work")
    expect(notice).to_contain_text("Open the course from your learning site again to go on.")
    launch.page.close()
    launch = enrolment.launch(context)
    expect(launch.course.locator("html")).to_have_attribute("data-ready", "")
    context.clock.run_for(10_000)
    result = launch.wait_for(lambda call: call.name == "set" and call.element.endswith("1.result"))
    assert result.value == "correct"
    launch.close()
