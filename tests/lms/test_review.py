"""A finished course is opened again only to look at it."""

from collections.abc import Callable

import pytest
from playwright.sync_api import BrowserContext, expect

from builder.pipeline import Outcome, build
from tests.learner.driver.mouse import answer_question, open_module
from tests.learner.driver.record import open_step
from tests.learner.driver.script import answers_to, is_reflection, question_of
from tests.lms.host import Enrolment

pytestmark = pytest.mark.browser


@pytest.mark.slow
@pytest.mark.parametrize("mode", ["review", pytest.param("browse", marks=pytest.mark.slow)])
def test_looking_back_writes_nothing(
    enrol: Callable[..., Enrolment], context: BrowserContext, first_course: Outcome, mode: str
) -> None:
    """Moodle stores what is written in review, so a better record could be spoilt: nothing can be changed, and that is said first.

    Her own record of learning, which no LMS has, is still hers to write in.
    """
    module = first_course.course.modules[0]
    question = module.items[0]
    place = next(m for m in first_course.course.modules if any(is_reflection(item) for item in m.items))
    reflection = next(item for item in place.items if is_reflection(item))
    enrolment = enrol()
    launch = enrolment.launch(context)
    open_module(launch.course, module)
    answer_question(launch.course, answers_to(question)["correct"])
    open_module(launch.course, place)
    launch.course.get_by_role("textbox", name=reflection.title.text).fill("As I left it.")
    open_module(launch.course, module)
    launch.close()
    record = enrolment.record

    launch = enrolment.launch(context, mode=mode)
    course = launch.course
    expect(course.locator("[data-save-status]")).to_contain_text("nothing new is recorded on your learning site")
    expect(course.get_by_role("heading", level=1)).to_have_text(module.title)
    expect(question_of(course, question)).to_have_attribute("data-state", "correct")
    notice = course.get_by_role("region", name="Your work")
    expect(notice).to_contain_text("Your answers stand as you left them, and cannot be changed here.")
    expect(notice.get_by_role("button")).to_have_count(0)
    for option in question_of(course, question).locator("input").all():
        expect(option).to_be_disabled()
    expect(question_of(course, question).get_by_role("button", name="Check answer")).to_be_disabled()
    expect(course.get_by_role("button", name="Save and leave")).to_be_hidden()
    course.get_by_text("Take your work with you").click()
    expect(course.get_by_label("Load a file of your work")).to_be_disabled()
    open_module(course, place)
    box = course.get_by_role("textbox", name=reflection.title.text)
    expect(box).to_have_value("As I left it.")
    expect(box).not_to_be_editable()
    course.get_by_role("link", name="My record of learning").first.click()
    expect(course.locator(f"#{reflection.id}--record")).not_to_be_editable()
    open_step(course, "Continuing professional development")
    course.get_by_label("What did you learn?").fill("To ask earlier.")
    launch.close()
    assert [call.name for call in launch.calls if call.name not in ("initialize", "get", "error")] == ["terminate"]
    for element in ("suspend_data", "interactions"):
        assert enrolment.record["cmi"][element] == record["cmi"][element]

    enrolment.record = record
    again = enrolment.launch(context).course
    expect(again.get_by_role("heading", level=1)).to_have_text(module.title)
    expect(again.get_by_role("region", name="Your work")).to_be_hidden()
    again.get_by_role("link", name="My record of learning").first.click()
    expect(again.get_by_label("What did you learn?")).to_have_value("To ask earlier.")
    expect(again.locator(f"#{reflection.id}--record")).to_be_editable()


QUESTION = "## Quiz: Which helps? {#helps}\n\n- [x] Trust\n- [ ] Fear\n"
SECOND = "---\ntitle: Second\nneeds: first\nfeedback: at-the-end\n---\n\n" + QUESTION.replace("helps}", "hinders}")


@pytest.fixture(scope="session")
def guarded(tmp_path_factory: pytest.TempPathFactory) -> Outcome:
    """A course whose second module, a test, opens when the first is done."""
    folder = tmp_path_factory.mktemp("guarded")
    (folder / "course.yml").write_text("id: guarded\ntitle: Guarded\nlanguage: en-GB\ncompletion: all-questions\n")
    (folder / "01-first.md").write_text(f"---\ntitle: First\nid: first\n---\n\n{QUESTION}")
    (folder / "02-second.md").write_text(SECOND)
    (folder / "03-last.md").write_text("---\ntitle: Last\n---\n\nThat was all.\n")
    outcome = build(folder, tmp_path_factory.mktemp("guarded-out"))
    assert outcome.packages, outcome.report.diagnostics
    return outcome


def test_who_only_looks_can_read_all_and_gets_no_further(
    enrol: Callable[..., Enrolment], context: BrowserContext, guarded: Outcome
) -> None:
    """What waits for other modules can be read, since nothing can be answered; no module counts, and nothing is handed in."""
    launch = enrol(guarded).launch(context, mode="browse")
    course = launch.course
    expect(course.get_by_role("region", name="Your work")).to_contain_text("cannot be changed here")
    for module in guarded.course.modules:
        open_module(course, module)
        expect(course.get_by_role("heading", level=1)).to_have_text(module.title)
    open_module(course, guarded.course.modules[1])
    expect(course.get_by_label("Trust").last).to_be_visible()
    expect(course.get_by_label("Trust").last).to_be_disabled()
    expect(course.get_by_role("button", name="Hand in")).to_be_disabled()
    course.get_by_role("banner").get_by_role("link").last.click()
    cover = course.locator('[data-page="cover"]')
    expect(cover.locator("[data-progress]").first).to_contain_text("0 of 3 modules")
    launch.close()
    assert {call.name for call in launch.calls} <= {"initialize", "get", "error", "terminate"}
