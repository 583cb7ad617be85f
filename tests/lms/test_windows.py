"""The windows and the wires between a course and its LMS: a window that is closed, a frame that allows little, a network that goes and comes."""

import re
from collections.abc import Callable
from pathlib import Path

import pytest
from playwright.sync_api import BrowserContext, FrameLocator, Page, expect

from builder.model.assessment import AssessmentItem
from builder.model.blocks import Watch
from builder.model.course import Module
from builder.pipeline import Outcome
from tests.learner.driver.mouse import answer_question, open_module
from tests.learner.driver.record import open_step, write_date
from tests.learner.driver.script import answers_to, question_of
from tests.lms.host import Enrolment, Launch

pytestmark = pytest.mark.browser

Enrol = Callable[..., Enrolment]
WITHOUT_FRAME = '<!DOCTYPE html><title>Test LMS</title><script src="/scorm-again.js"></script><script src="/player.js"></script><p id="sco">'
"""The player, with nothing in it but the API: the course is to have a window of its own."""


@pytest.fixture
def module(first_course: Outcome) -> Module:
    """The first module with a question."""
    return next(module for module in first_course.course.modules if any(item.scored for item in module.items))


@pytest.fixture
def question(module: Module) -> AssessmentItem:
    """Its first question."""
    return next(item for item in module.items if item.scored)


def in_own_window(context: BrowserContext, launch: Launch) -> Page:
    """The course as a window that its LMS has opened."""
    with launch.page.expect_popup() as popup:
        launch.page.wait_for_function("() => window.API ?? window.API_1484_11")
        launch.page.evaluate("address => void window.open(address)", launch.enrolment.content)
    return popup.value


@pytest.mark.slow
def test_the_window_of_the_lms_is_closed(
    enrol: Enrol, context: BrowserContext, module: Module, question: AssessmentItem
) -> None:
    """The course in a window of its own is saved in the LMS; when the LMS's window is closed it says so, and keeps the rest itself."""
    context.route("**/player/*", lambda route: route.fulfill(content_type="text/html", body=WITHOUT_FRAME), times=1)
    launch = enrol().launch(context)
    page = in_own_window(context, launch)
    status = page.locator("[data-save-status]")
    open_module(page, module)
    expect(status).to_contain_text("Saved on your learning site")
    launch.page.close()
    answer_question(page, answers_to(question)["correct"])
    expect(status).to_contain_text(
        "The window of your learning site has been closed, or shows another page. Your work is safe on this device."
    )
    page.close(run_before_unload=True)

    again = launch.enrolment.launch(context)
    expect(question_of(again.course, question)).to_have_attribute("data-state", "correct")
    again.wait_for(lambda call: call.name == "set" and call.element.endswith(".suspend_data"))
    again.close()


@pytest.mark.slow
def test_the_network_goes_and_comes_back(
    enrol: Enrol, context: BrowserContext, module: Module, question: AssessmentItem
) -> None:
    """The page says while it is away; she works on, and finds all of it saved when it is back, without a press."""
    launch = enrol().launch(context)
    status = launch.course.locator("[data-save-status]")
    open_module(launch.course, module)
    expect(status).to_contain_text("Saved on your learning site")
    context.set_offline(True)
    answer_question(launch.course, answers_to(question)["correct"])
    expect(status).to_contain_text(
        re.compile("We could not reach your learning site|There is no connection to your learning site")
    )
    context.set_offline(False)
    expect(status).to_have_text(re.compile(r"^Saved on your learning site at \d\d:\d\d$"))
    (recorded,) = launch.enrolment.record["cmi"]["interactions"].values()
    assert recorded["result"] == "correct"


PLAY_TO_WORDS = """video => new Promise(async done => {
  const line = video.closest("[data-film-stage]").querySelector("[data-film-cue]");
  video.muted = true;
  await video.play();
  const look = () => {
    if (!line.textContent) return requestAnimationFrame(look);
    video.pause();
    done(line.textContent.split(/\\s+/).join(" "));
  };
  look();
})"""
"""Play a film until there is a caption; gives its words."""
REFUSED = "Where this course is shown, downloads may not be allowed."


@pytest.mark.parametrize("stage", [pytest.param("confined", marks=pytest.mark.slow), "sealed"])
def test_where_nothing_can_be_downloaded_the_text_opens_by_itself(
    enrol: Enrol, context: BrowserContext, first_course: Outcome, stage: str
) -> None:
    """Her work, her record and its dates: each is said where she pressed, and the text is there to copy."""
    module = first_course.course.modules[0]
    question = module.items[0]
    launch = enrol().launch(context, stage=stage)
    course = launch.course
    open_module(course, module)
    answer_question(course, answers_to(question)["correct"])
    expect(question_of(course, question)).to_have_attribute("data-state", "correct")
    course.get_by_text("Take your work with you").click()
    expect(course.get_by_label("Your work as text.")).to_be_hidden()
    course.locator("[data-carry-save]").click()
    expect(course.locator("[data-carry-saved]")).to_be_focused()
    expect(course.locator("[data-carry-saved]")).to_have_text(f"{REFUSED} Your work is below as text instead.")
    assert question.id in course.get_by_label("Your work as text.").input_value()
    course.get_by_role("button", name="Print this page").click()
    expect(course.locator("[data-print-refused]")).to_be_visible()

    course.get_by_role("link", name="My record of learning").first.click()
    for step in ("Continuing professional development", "My goals", "Keep it"):
        open_step(course, step)
    course.get_by_label("What did you learn?").fill("That we ask too late.")
    write_date(course.get_by_role("group", name="When will you talk about it with somebody?"), "2027-01-11")
    course.get_by_role("button", name="Put these dates into my calendar").click()
    expect(course.locator("[data-calendar-status]")).to_have_text(f"{REFUSED} Your record is below as text instead.")
    text = course.get_by_label("My record as text")
    assert "11 January 2027" in text.input_value()
    for button in ("Download as Word", "Download as text"):
        close(course)
        course.get_by_role("button", name=button).last.click()
        expect(course.locator("[data-keep-status]")).to_have_text(f"{REFUSED} Your record is below as text instead.")
        expect(text).to_be_visible()
    close(course)
    course.get_by_role("button", name="Print or save as PDF").click()
    expect(course.locator("[data-keep-status]")).to_contain_text("this page may not print where it is shown")
    expect(text).to_be_visible()
    assert "That we ask too late." in text.input_value()
    # A file of a film cannot be taken along, and is not offered.
    for files in course.locator(".film__files").all():
        expect(files).to_have_css("display", "none")


def close(course: FrameLocator) -> None:
    """Close the text again."""
    course.get_by_text("If nothing was downloaded").click()
    expect(course.get_by_label("My record as text")).to_be_hidden()


@pytest.mark.slow
@pytest.mark.parametrize(
    "stage",
    [
        "frame",
        "sealed",
        *(pytest.param(one, marks=pytest.mark.slow) for one in ("confined", "outer", "between", "foreign", "opener")),
    ],
)
def test_captions_are_seen_in_every_frame(
    enrol: Enrol, context: BrowserContext, first_course: Outcome, stage: str
) -> None:
    """Below the picture, at their time; the bar works, and the film is on the first screen of a frame of 640 to 500 pixels."""
    found = ((one, block) for one in first_course.course.modules for block in one.blocks if isinstance(block, Watch))
    module, film = next(found)
    launch = enrol().launch(context, stage=stage)
    launch.page.set_viewport_size({"width": 640, "height": 500})
    course = launch.page if stage == "opener" else launch.course
    open_module(course, module)
    video, line = course.locator("video:visible"), course.locator("[data-film-cue]:visible")
    expect(video).to_be_in_viewport(ratio=0.95)
    assert video.evaluate(PLAY_TO_WORDS) == " ".join(film.captions[0].cues[0].text.split())
    boxes = [video.bounding_box(), line.bounding_box()]
    assert boxes[0] and boxes[1] and boxes[1]["y"] >= boxes[0]["y"] + boxes[0]["height"]
    course.get_by_role("button", name="Captions", exact=True).press("Enter")
    expect(line).to_have_count(0)


@pytest.mark.slow
def test_where_files_may_be_downloaded_the_text_stays_closed(
    enrol: Enrol, context: BrowserContext, tmp_path: Path
) -> None:
    """In an ordinary frame the file comes, and nothing else opens."""
    launch = enrol().launch(context)
    course = launch.course
    course.get_by_role("link", name="My record of learning").first.click()
    with launch.page.expect_download() as come:
        course.get_by_role("button", name="Download as Word").first.click()
    come.value.save_as(tmp_path / "record.docx")
    assert (tmp_path / "record.docx").read_bytes()[:2] == b"PK"
    expect(course.locator("[data-word-status]")).to_contain_text("Your browser has been given your Word document.")
    expect(course.get_by_label("My record as text")).to_be_hidden()
    launch.close()
