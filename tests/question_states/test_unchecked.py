"""An answer that is chosen or half written, and not checked: saved in the LMS, and there again on another device."""

import re
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest
from playwright.sync_api import Browser, expect

from tests.question_states.kinds import TABLE, Answer, Kind, together
from tests.question_states.sitting import Sitting, device, sitting

pytestmark = pytest.mark.browser

PAUSE = 15_000
"""Milliseconds after which she has paused, and the LMS has heard of it."""

KINDS = [kind for kind in TABLE if not kind.row.privacy]


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


def give_all(s: Sitting, kinds: list[Kind], answers: Callable[[Kind], Answer]) -> dict[str, dict[str, str]]:
    """Give an answer to each, and check none; what the fields of each hold then."""
    held = {}
    for kind in kinds:
        s.turn_to(kind)
        s.give(answers(kind))
        held[kind.name] = filled(s)
    return held


def right(kind: Kind) -> Answer:
    """The right answer; of what has none, any."""
    assert kind.right
    return kind.right


@pytest.mark.parametrize("kinds", together(KINDS))
@pytest.mark.parametrize("edition", ["scorm12", "scorm2004"])
def test_an_answer_that_is_not_checked_goes_on_elsewhere(
    browser: Browser, pages: dict[str, Path], kinds: list[Kind], edition: str, subtests: pytest.Subtests
) -> None:
    """Half of it too. It is no answer to a tutor, takes no attempt, and is judged on the other device."""
    with device(browser) as context, sitting(context, pages[edition], kinds[0], {"edition": edition}) as s:
        given = give_all(s, kinds, lambda kind: half(kind, kind.wrong or right(kind)))
        kept = saved(s)
        assert results(s) == []
    with device(browser) as context, sitting(context, pages[edition], kinds[0], kept) as s:
        assert s.heard() == []
        for kind in kinds:
            with subtests.test(kind.name):
                s.turn_to(kind)
                assert filled(s) == given[kind.name]
                expect(s.question).to_have_attribute("data-state", "unanswered")
                s.check(kind.right)
                expect(s.question).to_have_attribute("data-state", right(kind).state)
        saved(s)
        assert len(results(s)) == len(kinds)


@pytest.mark.slow
@pytest.mark.parametrize("kinds", together([kind for kind in KINDS if kind.wrong]))
@pytest.mark.parametrize("edition", ["scorm12", "scorm2004"])
def test_an_answer_that_was_changed_since_goes_on_elsewhere(
    browser: Browser, pages: dict[str, Path], kinds: list[Kind], edition: str, subtests: pytest.Subtests
) -> None:
    """What was checked counts, what is in the fields was not, and nothing is said of it. At the first device the newest is there."""
    with device(browser) as here:
        with sitting(here, pages[edition], kinds[0], {"edition": edition}) as s:
            for kind in kinds:
                s.turn_to(kind)
                s.check(kind.wrong)
            given = give_all(s, kinds, right)
            kept = saved(s)
        with device(browser) as there, sitting(there, pages[edition], kinds[0], kept) as s:
            for kind in kinds:
                with subtests.test(kind.name):
                    s.turn_to(kind)
                    assert filled(s) == given[kind.name]
                    expect(s.question).to_have_attribute("data-state", "answered")
                    expect(s.question.locator("[data-feedback]")).to_be_empty()
                    s.check()
                    expect(s.question).to_have_attribute("data-state", "correct")
            kept = saved(s)
        with sitting(here, pages[edition], kinds[0], kept) as s:
            for kind in kinds:
                with subtests.test(f"{kind.name}, at the first device"):
                    s.turn_to(kind)
                    expect(s.question).to_have_attribute("data-state", "correct")
                    assert filled(s) == given[kind.name]


@pytest.mark.slow
@pytest.mark.parametrize("kinds", together(KINDS))
def test_an_answer_that_is_not_checked_stays_on_a_device_without_lms(
    browser: Browser, pages: dict[str, Path], kinds: list[Kind], subtests: pytest.Subtests
) -> None:
    """The course by double click says that it is saved on this device, and it is. Nothing is said of it when she is back."""
    with device(browser) as context:
        with sitting(context, pages["web"], kinds[0]) as s:
            given = give_all(s, kinds, lambda kind: half(kind, kind.last))
            expect(s.page.locator("[data-save-status]")).to_have_text(re.compile(r"^Saved on this device at 14:0\d$"))
        for kind in kinds:
            with subtests.test(kind.name), sitting(context, pages["web"], kind) as s:
                assert filled(s) == given[kind.name]
                expect(s.question).to_have_attribute("data-state", "unanswered")
                assert s.heard() == []
