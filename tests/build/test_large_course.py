"""A large course: a browser is spared what is not shown, and nothing of it is lost without script, in search or on paper."""

import re
from pathlib import Path

import pytest
from lxml import html
from playwright.sync_api import Browser, Page, expect

from builder.pipeline import build
from builder.render.page import module_pages
from tests.rules.corpus import BASE

MODULE = """---
title: Module {number}
---

## Part {number} {{#part-{number}}}

The heron {number} stands still.

## Quiz: Which bird of {number} is it? {{#bird-{number}}}

- [x] The heron of {number}
  > Yes, number {number}.
- [ ] Another
"""


SIZE = 12
"""Modules of the course that stands for a large one here."""


@pytest.fixture(scope="module")
def course(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A course of a dozen modules."""
    folder = tmp_path_factory.mktemp("large") / "course"
    folder.mkdir()
    (folder / "course.yml").write_text((BASE / "course.yml").read_text())
    for number in range(1, SIZE + 1):
        (folder / f"{number:02}-module-{number}.md").write_text(MODULE.format(number=number))
    return folder


def page_of(course: Path, out: Path) -> Path:
    """The page of its web course."""
    outcome = build(course, out, ["web"])
    return next(path for path in outcome.written if path.name == "index.html")


@pytest.fixture(scope="module")
def large(course: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The page of the course where a dozen modules count as many."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(module_pages, "LARGE", SIZE)
        return page_of(course, tmp_path_factory.mktemp("large-dist"))


def test_nothing_but_the_folds_is_different(course: Path, large: Path, tmp_path: Path) -> None:
    """The page holds what it would hold as a small course, and a browser without script reads it as such."""
    small = page_of(course, tmp_path).read_text()
    text = large.read_text()
    assert "noscript" not in small and text.count("<noscript>") == 3 * SIZE
    without = re.sub(r"</?noscript>", "", text)
    assert re.sub(r"\s+", " ", without) == re.sub(r"\s+", " ", small)
    root = html.document_fromstring(text)
    assert "The heron 7 stands still." in root.xpath("//section[@data-module='module-7']")[0].text_content()
    shown = [form for form in root.xpath("//form[@data-item]") if form.xpath("./fieldset | ./*[@type='submit']")]
    assert not shown


@pytest.fixture
def opened(large: Path, browser: Browser) -> Page:
    """The page in a browser with script; an error of it fails the test."""
    context = browser.new_context()
    page = context.new_page()
    page.goto(large.as_uri())
    page.wait_for_selector("html[data-ready]")
    return page


@pytest.mark.slow
@pytest.mark.browser
def test_what_is_folded_is_there_when_it_is_needed(opened: Page, large: Path, browser: Browser) -> None:
    """When its module is shown, by a link to a place in it, in a verdict, by search, on paper, and without script."""
    page = opened
    assert page.locator("noscript").count() > 2 * SIZE
    page.locator('[data-contents="module-5"]').evaluate("link => link.click()")
    expect(page.get_by_text("The heron 5 stands still.")).to_be_visible()
    page.get_by_label("The heron of 5").check()
    page.locator("[data-current] [data-check]").click()
    expect(page.locator("[data-current]").get_by_text("Yes, number 5.")).to_be_visible()
    page.evaluate("() => { location.hash = 'part-6' }")
    expect(page.get_by_role("heading", name="Part 6")).to_be_focused()
    page.reload()
    expect(page.get_by_role("heading", name="Part 6")).to_be_visible()
    field = page.locator("[data-search-field]")
    field.evaluate("field => { field.value = 'heron 7'; field.dispatchEvent(new Event('input', { bubbles: true })) }")
    assert page.locator("noscript").count() == 0
    assert "heron 7" in str(page.locator("[data-search-results]").text_content())
    page.reload()
    page.wait_for_selector("html[data-ready]")
    page.evaluate("() => { window.print = () => {} }")
    page.locator("[data-print-choice] button").last.evaluate("button => button.click()")
    assert page.locator("noscript").count() == 0
    page.context.close()
    context = browser.new_context(java_script_enabled=False)
    plain = context.new_page()
    plain.goto(large.as_uri())
    expect(plain.locator("input[name='bird-7']").first).to_be_visible()
    # Playwright's own search for words passes over what a `noscript` holds.
    shown = str(plain.evaluate("() => document.body.innerText"))
    assert all(words in shown for words in ("The heron 7 stands still.", "The heron of 7", "Yes, number 7."))
    context.close()
