"""The learner's work in an LMS: two windows of it, a new attempt, a file from elsewhere, a network that is down."""

from collections.abc import Callable
from pathlib import Path

import pytest
from playwright.sync_api import BrowserContext, expect

from builder.model.assessment import AssessmentItem
from builder.pipeline import Outcome, build
from tests.learner.driver.mouse import answer_question, open_module
from tests.learner.driver.script import answers_to, question_of
from tests.lms.host import Enrolment

pytestmark = pytest.mark.browser

Enrol = Callable[..., Enrolment]


@pytest.fixture
def question(first_course: Outcome) -> AssessmentItem:
    """A question of the first module that has one."""
    return next(item for item in first_course.course.items if item.scored)


@pytest.mark.slow
def test_a_new_attempt_asks_what_is_to_become_of_earlier_answers(
    enrol: Enrol, context: BrowserContext, first_course: Outcome, question: AssessmentItem
) -> None:
    """The LMS begins anew: the answers of before are offered, not brought in without a word, and come back at one press."""
    module = next(module for module in first_course.course.modules if question in module.items)
    enrolment = enrol()
    launch = enrolment.launch(context)
    open_module(launch.course, module)
    answer_question(launch.course, answers_to(question)["correct"])
    launch.close()

    enrolment.record = {}
    again = enrolment.launch(context)
    open_module(again.course, module)
    expect(question_of(again.course, question)).to_have_attribute("data-state", "unanswered")
    notice = again.course.get_by_role("region", name="Your work")
    expect(notice).to_contain_text("your learning site has begun a new attempt")
    notice.get_by_role("button", name="Go on with my answers").press("Enter")
    expect(question_of(again.course, question)).to_have_attribute("data-state", "correct")
    expect(notice).to_be_hidden()
    expect(again.course.get_by_role("heading", level=1)).to_be_focused()
    again.close()


@pytest.mark.slow
@pytest.mark.parametrize("hers", [True, False])
def test_work_done_without_the_lms_is_offered(
    enrol: Enrol, context: BrowserContext, first_course: Outcome, question: AssessmentItem, hers: bool
) -> None:
    """With the day on which it was changed; "It is not mine" leaves it where it is, and shows nothing of it."""
    module = next(module for module in first_course.course.modules if question in module.items)
    enrolment = enrol()
    home = context.new_page()
    home.goto(enrolment.lms.address + enrolment.content)
    expect(home.locator("[data-save-status]")).to_contain_text("not connected to a learning site")
    open_module(home, module)
    answer_question(home, answers_to(question)["correct"])
    home.close()
    launch = enrolment.launch(context)
    notice = launch.course.get_by_role("region", name="Your work")
    expect(notice).to_contain_text(
        "There is work in this course on this device that was done without your learning site."
    )
    expect(notice).to_contain_text("It was last changed on")
    notice.get_by_role("button", name="Go on with my answers" if hers else "It is not mine").press("Enter")
    expect(notice).to_be_hidden()
    open_module(launch.course, module)
    expect(question_of(launch.course, question)).to_have_attribute("data-state", "correct" if hers else "unanswered")
    launch.close()


@pytest.mark.slow
def test_words_that_this_device_cannot_keep_are_said_to_go_to_the_lms(
    enrol: Enrol, context: BrowserContext, tmp_path: Path
) -> None:
    """Below their box: where the browser forbids storage, the page claims no copy on the device."""
    (tmp_path / "course").mkdir()
    (tmp_path / "course" / "course.yml").write_text("id: words\ntitle: Words\nlanguage: en-GB\nprivacy: lms-resume\n")
    (tmp_path / "course" / "01-words.md").write_text(
        "---\ntitle: Words\n---\n\n## Reflect: Later? {#later}\n\nThink.\n\n## Reflect: Alone? {#alone privacy=device}\n\nThink.\n"
    )
    for storage in ("localStorage", "indexedDB"):
        context.add_init_script(
            f"Object.defineProperty(window, '{storage}', {{ get() {{ throw new DOMException('blocked', 'SecurityError'); }} }})"
        )
    enrolment = enrol(build(tmp_path / "course", tmp_path / "dist"))
    launch = enrolment.launch(context)
    launch.course.get_by_role("link", name="Start", exact=True).click()
    line = {id: launch.course.locator(f'[data-item="{id}"] [data-saved]') for id in ("later", "alone")}
    for id in line:
        launch.course.locator(f'[data-item="{id}"]').get_by_role("textbox").fill("Words.")
    expect(line["later"]).to_have_text("Your words go to your learning site when you pause.")
    expect(line["alone"]).to_contain_text("Not saved: your browser is not letting this page keep anything.")
    launch.close()
    again = enrolment.launch(context)
    expect(again.course.locator('[data-item="later"]').get_by_role("textbox")).to_have_value("Words.")
    expect(again.course.locator('[data-item="later"] [data-saved]')).not_to_contain_text("on this device")
    again.close()


@pytest.mark.slow
def test_a_second_window_leaves_the_record_alone(
    enrol: Enrol, context: BrowserContext, first_course: Outcome, question: AssessmentItem
) -> None:
    """Opened twice from the LMS, the second window says so, writes and ends nothing, and the first goes on."""
    module = next(module for module in first_course.course.modules if question in module.items)
    enrolment = enrol()
    first = enrolment.launch(context)
    open_module(first.course, module)
    second = enrolment.launch(context)
    expect(second.course.locator("[data-save-status]")).to_contain_text("another window")
    before = len(second.calls)
    open_module(second.course, first_course.course.modules[-1])
    with second.page.expect_event("close"):
        second.page.close(run_before_unload=True)
    later = [call.name for call in second.calls[before:] if call.name != "get"]
    assert later == []
    answer_question(first.course, answers_to(question)["correct"])
    expect(first.course.locator("[data-save-status]")).to_contain_text("Saved on your learning site")
    first.close()


@pytest.mark.slow
def test_work_from_the_disk_is_carried_into_the_lms(
    enrol: Enrol,
    context: BrowserContext,
    first_course: Outcome,
    question: AssessmentItem,
    web_course: Path,
    tmp_path: Path,
) -> None:
    """What was done at home, by double click, is recorded in the LMS once its file is loaded there."""
    module = next(module for module in first_course.course.modules if question in module.items)
    home = context.new_page()
    home.goto(web_course.as_uri())
    open_module(home, module)
    answer_question(home, answers_to(question)["correct"])
    home.get_by_text("Take your work with you").click()
    with home.expect_download() as download:
        home.locator("[data-carry-save]").click()
    file = tmp_path / "work.json"
    download.value.save_as(file)

    launch = enrol().launch(context)
    launch.course.get_by_text("Take your work with you").click()
    launch.course.get_by_label("Load a file of your work").set_input_files(file)
    before = len(launch.calls) - 1
    launch.course.get_by_role("button", name="Put them together").click()
    launch.wait_for(lambda call: call.element == "cmi.suspend_data" and call.name == "set", before)
    launch.close()
    elsewhere = launch.enrolment.launch(context)
    expect(question_of(elsewhere.course, question)).to_have_attribute("data-state", "correct")
    elsewhere.close()


@pytest.mark.slow
def test_try_again_now_saves_at_once(
    enrol: Enrol, context: BrowserContext, first_course: Outcome, question: AssessmentItem
) -> None:
    """When the LMS fails there is a button beside the line that says so; it goes when it has helped, and the focus stays."""
    module = next(module for module in first_course.course.modules if question in module.items)
    launch = enrol().launch(context)
    launch.wait_for(lambda call: call.name == "commit")
    launch.plan(commit="returns-false")
    open_module(launch.course, module)
    answer_question(launch.course, answers_to(question)["correct"])
    button = launch.course.get_by_role("button", name="Try again now")
    expect(button).to_be_visible()
    launch.plan()
    button.press("Enter")
    status = launch.course.locator("[data-save-status]")
    expect(status).to_contain_text("Saved on your learning site")
    expect(status).to_be_focused()
    expect(button).to_be_hidden()
    launch.close()
