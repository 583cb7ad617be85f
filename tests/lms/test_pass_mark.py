"""A course with a pass mark: the score comes first, then the status, and nobody is locked out by `failed`."""

import re
from collections.abc import Callable

import pytest
from playwright.sync_api import BrowserContext, FrameLocator, expect

from builder.pipeline import Outcome, build
from tests.lms.host import Call, Enrolment, Launch

pytestmark = pytest.mark.browser

SETTINGS = """\
id: two-questions
title: Two questions
language: en-GB
completion: pass-mark
pass-mark: 50
"""

MODULE = """\
---
title: Sums
---
Two questions.

## Quiz: What is one and one? {#one}

- [x] Two
- [ ] Three

## Quiz: What is two and two? {#two}

- [ ] Three
- [x] Four
"""


@pytest.fixture(scope="session")
def two_questions(tmp_path_factory: pytest.TempPathFactory) -> Outcome:
    """A course of two questions, of which one must be right."""
    folder = tmp_path_factory.mktemp("course")
    (folder / "course.yml").write_text(SETTINGS, encoding="utf-8")
    (folder / "01-sums.md").write_text(MODULE, encoding="utf-8")
    outcome = build(folder, tmp_path_factory.mktemp("two-questions"))
    assert outcome.packages, outcome.report.diagnostics
    return outcome


@pytest.fixture
def launch(enrol: Callable[..., Enrolment], two_questions: Outcome, context: BrowserContext) -> Launch:
    """The course, opened at its only module."""
    launched = enrol(two_questions).launch(context)
    launched.course.get_by_role("link", name="Start", exact=True).click()
    return launched


def answer(course: FrameLocator, question: str, words: str) -> None:
    """Answer one question."""
    form = course.locator("form", has=course.get_by_role("heading", name=question))
    form.get_by_label(words, exact=True).check()
    form.get_by_role("button", name="Check answer").click()
    expect(form.locator("[data-feedback]")).to_have_text(re.compile("Correct|Not correct"))


def score_of(call: Call) -> str:
    """`raw`, `min`, `max` or `scaled`, when it sets one; else empty."""
    found = re.fullmatch(r"cmi\.(?:core\.)?score\.(\w+)", call.element)
    return found[1] if found and call.name == "set" else ""


def words_for(launch: Launch, element12: str, element2004: str) -> list[str]:
    """What an element of either edition was set to."""
    return launch.sets(element12 if launch.enrolment.edition == "scorm12" else element2004)


def test_who_reaches_the_pass_mark_passes(launch: Launch) -> None:
    """One of two right at a pass mark of 50: the LMS gets the score first, then in the same save that she has passed."""
    answer(launch.course, "What is one and one?", "Three")
    answer(launch.course, "What is two and two?", "Four")
    expect(launch.course.locator("[data-module-state]").first).to_have_text("Done")
    launch.close()
    is12 = launch.enrolment.edition == "scorm12"
    cmi = launch.enrolment.record["cmi"]
    score = cmi["core"]["score"] if is12 else cmi["score"]
    assert (score["raw"], score["min"], score["max"]) == ("50", "0", "100")
    if is12:
        assert cmi["core"]["lesson_status"] == "passed"
    else:
        assert score["scaled"] == "0.5"
        assert (cmi["completion_status"], cmi["success_status"]) == ("completed", "passed")

    passed = next(call for call in launch.calls if call.name == "set" and call.value == "passed")
    before = launch.calls[: passed.number]
    last_commit = max(call.number for call in before if call.name == "commit")
    assert {score_of(call) for call in before} >= {"raw", "min", "max"} | (set() if is12 else {"scaled"})
    assert ("raw", "50") in [(score_of(call), call.value) for call in before[last_commit:]]
    assert launch.calls[passed.number + 1].name in ("set", "commit")
    assert not [str(call) for call in launch.calls if call.name == "set" and call.error != "0"]


def test_who_does_not_reach_it_may_try_again(launch: Launch) -> None:
    """Both wrong is 0 of 100 and still open, never `failed`; after a better try she has passed, and a worse one takes nothing away."""
    answer(launch.course, "What is one and one?", "Three")
    answer(launch.course, "What is two and two?", "Three")
    saved = launch.wait_for(lambda call: call.element.endswith("interactions.1.result"))
    launch.wait_for(lambda call: call.name == "commit" and call.result == "true", saved.number)
    assert words_for(launch, "cmi.core.score.raw", "cmi.score.raw") == ["0"]
    assert words_for(launch, "cmi.core.lesson_status", "cmi.completion_status") == ["incomplete"]
    assert launch.sets("cmi.success_status") == []
    launch.close()

    again = launch.enrolment.launch(launch.page.context)
    answer(again.course, "What is one and one?", "Two")
    assert "50% of all questions right; 50% needed." in str(
        again.course.locator("[data-progress]").first.text_content()
    )
    answer(again.course, "What is one and one?", "Three")
    again.close()
    # Said once more where a slow save was under way when she left.
    assert set(words_for(again, "cmi.core.score.raw", "cmi.score.raw")) == {"50"}
    assert set(words_for(again, "cmi.core.lesson_status", "cmi.completion_status")) == {
        "passed" if again.enrolment.edition == "scorm12" else "completed"
    }
    assert "failed" not in [call.value for call in [*launch.calls, *again.calls]]
