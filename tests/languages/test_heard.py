"""What is heard of a course in Welsh, Arabic and Ukrainian: nothing that axe objects to, and an order that was read and approved."""

import os
from pathlib import Path

import pytest
from playwright.sync_api import Browser

from builder.pipeline import build
from tests.languages.course import Sample
from tests.languages.test_pages import courses, every_state, in_courses, opened, outcome, turn_to
from tests.learner.driver.looking import violations

__all__ = ["courses", "outcome"]

pytestmark = [pytest.mark.browser, pytest.mark.slow]

HERE = Path(__file__).parent / "heard"
MODULE = """---
title: الإصغاء
summary: كيف نصغي إلى الأسرة
---

الإصغاء هو [الخطوة الأولى](https://example.org/). تقول الأسرة [bore da]{lang=cy}.

## Quiz: من يشارك؟ {#who}

- [x] الأسرة
  > نعم، فهي تعرف طفلها.
- [ ] الفريق وحده
- [ ] لا أحد

## Order: خطوات الزيارة {#steps}

1. اتصال
2. لقاء
3. متابعة

## Fill: الموعد {#when}

نلتقي [[مرتين]] في الشهر.

## Reflect: ماذا ستغيّر؟ {#change}

اكتب بضع جمل.
"""


@in_courses(Sample("cy", "en-GB"), Sample("ar", "cy"), Sample("uk", "pl"))
def test_axe_finds_nothing_in_any_state(browser: Browser, sample: Sample, outcome) -> None:  # type: ignore[no-untyped-def]
    """Each page, and each question in each state."""
    with opened(browser, outcome, sample) as page:
        for place in ("cover", "glossary", "result", "record"):
            turn_to(page, place)
            assert violations(page) == [], place
        every_state(page, outcome.course, outcome.course.modules)
        for module in outcome.course.modules:
            turn_to(page, module.id)
            assert violations(page) == [], module.title


def test_a_page_in_arabic_is_heard_in_this_order(browser: Browser, tmp_path: Path) -> None:
    """Before and after answers; `SNAPSHOTS=write` writes it down, to be read by somebody who reads Arabic."""
    (tmp_path / "course.yml").write_text(
        "id: arabic\ntitle: مع الأسرة\nlanguage: ar\nversion: 1.0.0\n", encoding="utf-8"
    )
    (tmp_path / "01-listening.md").write_text(MODULE, encoding="utf-8")
    built = build(tmp_path, tmp_path / "dist", ["web"])
    context = browser.new_context(reduced_motion="reduce")
    # The steps are mixed: in the same way each time.
    context.add_init_script("Math.random = () => 0.25")
    page = context.new_page()
    page.goto(next(path for path in built.written if path.name == "index.html").as_uri() + "#listening")
    page.wait_for_selector("html[data-ready]")
    heard = [page.locator("#contents").aria_snapshot(), page.locator("main").aria_snapshot()]
    question = page.locator("[data-item='who']")
    question.locator("input").nth(1).check()
    question.locator("[data-check]").click()
    question.locator("[data-verdict], .feedback__verdict").first.wait_for()
    heard.append(question.aria_snapshot())
    context.close()
    text, path = "\n\n".join(heard) + "\n", HERE / "arabic.yml"
    if os.environ.get("SNAPSHOTS") == "write":
        HERE.mkdir(exist_ok=True)
        path.write_text(text, encoding="utf-8")
    assert text == path.read_text(encoding="utf-8")
