"""An answer that is chosen or half written, and not checked: saved in the LMS, and there again on another device."""

from dataclasses import replace
from pathlib import Path

import pytest
from playwright.sync_api import Browser, expect

from tests.question_states.kinds import FEW_BY_DAY, Answer, Kind
from tests.question_states.sitting import Sitting, device, sitting

pytestmark = pytest.mark.browser

PAUSE = 15_000
"""Milliseconds after which she has paused, and the LMS has heard of it."""

KINDS = [param for param in FEW_BY_DAY if not param.values[0].row.privacy]


def half(kind: Kind, answer: Answer) -> Answer:
    """The first part of an answer in several fields; any other as it is."""
    several = any(answer.fields.values()) and len(answer.fields) > 1
    return replace(answer, fields=dict([next(iter(answer.fields.items()))])) if several else answer


def filled(s: Sitting) -> dict[str, str]:
    """What the fields hold; a space at either end is no part of an answer."""
    return {label: value.strip() for label, value in s.shown().items()}


def saved(s: Sitting) -> dict[str, str]:
    """She pauses, and the page says where it is; gives what the LMS has."""
    s.page.clock.run_for(PAUSE)
    expect(s.page.locator("[data-save-status]")).to_contain_text("Saved on your learning site")
    kept: dict[str, str] = s.page.evaluate("() => window.kept")
    return kept


def results(s: Sitting) -> list[str]:
    """The outcomes of questions that the course reported."""
    return [said for said in s.page.evaluate("() => window.said") if ".result = " in said]


@pytest.mark.parametrize("kind", KINDS)
@pytest.mark.parametrize("edition", ["scorm12", "scorm2004"])
def test_an_answer_that_is_not_checked_goes_on_elsewhere(
    browser: Browser, pages: dict[str, Path], kind: Kind, edition: str
) -> None:
    """Half of it too. It is no answer to a tutor, takes no attempt, and is judged on the other device."""
    assert kind.right
    first = half(kind, kind.wrong or kind.right)
    with device(browser) as context, sitting(context, pages[edition], kind, {"edition": edition}) as s:
        s.give(first)
        given = filled(s)
        kept = saved(s)
        assert results(s) == []
    with device(browser) as context, sitting(context, pages[edition], kind, kept) as s:
        assert filled(s) == given
        expect(s.question).to_have_attribute("data-state", "unanswered")
        assert s.heard() == []
        s.check(kind.right)
        expect(s.question).to_have_attribute("data-state", kind.right.state)
        saved(s)
        assert len(results(s)) == 1


@pytest.mark.parametrize("kind", [param for param in KINDS if param.values[0].wrong])
@pytest.mark.parametrize("edition", ["scorm12", "scorm2004"])
def test_an_answer_that_was_changed_since_goes_on_elsewhere(
    browser: Browser, pages: dict[str, Path], kind: Kind, edition: str
) -> None:
    """What was checked counts, what is in the fields was not, and nothing is said of it. At the first device the newest is there."""
    assert kind.right and kind.wrong
    with device(browser) as here:
        with sitting(here, pages[edition], kind, {"edition": edition}) as s:
            s.check(kind.wrong)
            s.give(kind.right)
            given = filled(s)
            kept = saved(s)
        with device(browser) as there, sitting(there, pages[edition], kind, kept) as s:
            assert filled(s) == given
            expect(s.question).to_have_attribute("data-state", "answered")
            expect(s.question.locator("[data-feedback]")).to_be_empty()
            s.check()
            expect(s.question).to_have_attribute("data-state", "correct")
            kept = saved(s)
        with sitting(here, pages[edition], kind, kept) as s:
            expect(s.question).to_have_attribute("data-state", "correct")
            assert filled(s) == given


@pytest.mark.parametrize("kind", KINDS)
def test_an_answer_that_is_not_checked_stays_on_a_device_without_lms(
    browser: Browser, pages: dict[str, Path], kind: Kind
) -> None:
    """The course by double click says that it is saved on this device, and it is."""
    with device(browser) as context:
        with sitting(context, pages["web"], kind) as s:
            s.give(half(kind, kind.last))
            given = filled(s)
            expect(s.page.locator("[data-save-status]")).to_have_text("Saved on this device at 14:02")
        with sitting(context, pages["web"], kind) as s:
            assert filled(s) == given
            expect(s.question).to_have_attribute("data-state", "unanswered")
