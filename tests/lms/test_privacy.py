"""Who keeps a learner's words: what the page promises beside each box, and what the LMS is really told."""

from collections.abc import Callable

import pytest
from playwright.sync_api import Browser, BrowserContext, FrameLocator, Locator, Page, expect

from builder.pipeline import Outcome, build
from tests.lms.host import Enrolment

pytestmark = pytest.mark.browser

SETTINGS = "id: words\ntitle: Words\nlanguage: en-GB\nprivacy: lms-resume\n"
MODULE = """---
title: Words of your own
---
## Reflect: What is for you alone? {#alone privacy=device}

Think.

## Reflect: What will you go on with? {#later}

Think.

## Reflect: What will you show? {#shown privacy=report}

Think.
"""

SENTENCES = {
    "alone": "Kept on this device only.",
    "later": "Kept on this device and on your learning site, so that you can go on elsewhere.",
    "shown": "Kept on this device and sent to your learning site, where your tutors can read it.",
}


@pytest.fixture(scope="session")
def words(tmp_path_factory: pytest.TempPathFactory) -> Outcome:
    """A course with a reflection of each privacy."""
    folder = tmp_path_factory.mktemp("words")
    (folder / "course.yml").write_text(SETTINGS, encoding="utf-8")
    (folder / "01-words.md").write_text(MODULE, encoding="utf-8")
    outcome = build(folder, tmp_path_factory.mktemp("dist-words"))
    assert not outcome.report.errors
    return outcome


def box(course: Page | FrameLocator, item: str) -> Locator:
    """A reflection."""
    return course.locator(f'[data-item="{item}"]')


def begin(course: Page | FrameLocator) -> None:
    """Go to the module."""
    course.get_by_role("link", name="Start", exact=True).click()


def test_words_go_where_the_page_says(
    enrol: Callable[..., Enrolment], context: BrowserContext, browser: Browser, words: Outcome, edition: str
) -> None:
    """On another device only what the LMS may keep is there; a tutor sees only what was to be shown; the rest is in no call."""
    launch = enrol(words).launch(context)
    begin(launch.course)
    for item, sentence in SENTENCES.items():
        expect(box(launch.course, item)).to_contain_text(sentence)
        box(launch.course, item).get_by_role("textbox").fill(f"Heron {item}:\ntwo lines.")
    box(launch.course, "shown").get_by_role("textbox").blur()
    ending = "student_response" if edition == "scorm12" else "learner_response"
    shown = launch.wait_for(lambda call: call.element.endswith(ending) and call.result == "true")
    assert shown.value == "Heron shown: two lines."
    launch.close()
    told = "\n".join([*map(str, launch.calls), str(launch.commits)])
    assert "Heron alone" not in told
    assert "Heron later" not in told
    taken = {call.value for call in launch.calls if call.element.endswith(ending) and call.result == "true"}
    assert taken == {shown.value}

    context = browser.new_context()
    again = launch.enrolment.launch(context)
    for item, text in {"alone": "", "later": "Heron later:\ntwo lines.", "shown": "Heron shown:\ntwo lines."}.items():
        expect(box(again.course, item).get_by_role("textbox")).to_have_value(text)
    again.close()
    context.close()


def test_without_an_lms_the_page_promises_none(context: BrowserContext, words: Outcome) -> None:
    """Opened by double click all words stay on the device, and that is what stands beside each box."""
    page = context.new_page()
    page.goto(next(path for path in words.written if path.name == "index.html").as_uri())
    begin(page)
    for item in SENTENCES:
        expect(box(page, item)).to_contain_text("Kept on this device only.")
        expect(box(page, item)).not_to_contain_text("learning site")


def test_the_handover_page_says_who_can_read_what(words: Outcome) -> None:
    """Administrators learn that some words reach the reports, and some the database."""
    page = next(path for path in words.written if path.name.endswith("handover.html")).read_text(encoding="utf-8")
    assert "shows in your reports" in page
    assert "it is in your database" in page
    assert "stays on their own device" in page
