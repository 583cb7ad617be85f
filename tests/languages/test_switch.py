"""The switch between languages in a browser: in the middle of a question, by keyboard, and as it is heard."""

import os
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, expect

from builder.pipeline import build
from tests.conftest import ROOT
from tests.learner.driver.looking import violations

pytestmark = [pytest.mark.browser, pytest.mark.slow]

SAMPLE = ROOT / "tests" / "courses" / "three-languages"
HEARD = Path(__file__).parent / "heard" / "switch.yml"
LISTEN = """
window.said = [];
new MutationObserver(() => {
  const words = document.querySelector("[data-announce]")?.textContent.trim();
  if (words && words !== window.said.at(-1)) window.said.push(words);
}).observe(document, { subtree: true, childList: true, characterData: true });
Math.random = () => 0.25;
"""


@pytest.fixture(scope="module")
def address(tmp_path_factory: pytest.TempPathFactory) -> str:
    """The sample, built once for the web."""
    built = build(SAMPLE, tmp_path_factory.mktemp("languages"), ["web"])
    return next(path for path in built.written if path.name == "index.html").as_uri()


@contextmanager
def opened(browser: Browser, address: str, width: int = 1280, **more: object) -> Iterator[Page]:
    """A page of the sample, of which everything is noted that is announced."""
    context = browser.new_context(viewport={"width": width, "height": 640}, reduced_motion="reduce", **more)  # type: ignore[arg-type]
    context.add_init_script(LISTEN)
    page = context.new_page()
    faults: list[str] = []
    page.on("pageerror", lambda error: faults.append(str(error)))
    page.goto(address)
    page.wait_for_selector("html[data-ready]")
    yield page
    assert faults == []
    context.close()


def switch(page: Page, tag: str) -> None:
    """Press a language as a keyboard does, from wherever the page is scrolled."""
    page.evaluate("tag => document.querySelector(`[data-languages] [lang=${tag}]`).click()", tag)
    expect(page.locator("html")).to_have_attribute("lang", tag)


def test_a_switch_in_the_middle_of_a_question_keeps_focus_caret_and_place(browser: Browser, address: str) -> None:
    """What she looks at stays where it is, though Welsh takes more lines than English; the change is said once."""
    with opened(browser, f"{address}#the-door", width=640, locale="en-GB") as page:
        page.locator("[data-item='first-words'] input[value='name']").check()
        box = page.locator("#the-door [data-item='a-door'] textarea")
        box.fill("I rang twice, and")
        page.evaluate("document.activeElement.setSelectionRange(2, 6)")
        question = page.locator("[data-item='a-door']")
        before = question.bounding_box()
        assert before and page.evaluate("scrollY") > 0
        for tag, way in (("cy", "ltr"), ("ar", "rtl"), ("en-GB", "ltr")):
            page.evaluate("window.said = []")
            switch(page, tag)
            assert page.evaluate("getComputedStyle(document.documentElement).direction") == way
            expect(box).to_be_focused()
            expect(box).to_have_value("I rang twice, and")
            assert page.evaluate("[document.activeElement.selectionStart, document.activeElement.selectionEnd]") == [
                2,
                6,
            ]
            after = question.bounding_box()
            assert after and abs(after["y"] - before["y"]) < 60
            assert page.locator("[data-item='first-words'] input[value='name']").is_checked()
            page.wait_for_function("() => window.said.length > 0")
            name = page.locator("[data-languages] [aria-current]").text_content()
            assert [words.split(": ")[-1] for words in page.evaluate("window.said")] == [name]


LINE = """() => {
  const { outlineOffset, outlineWidth } = getComputedStyle(document.activeElement);
  return document.activeElement.getBoundingClientRect().top - parseFloat(outlineOffset) - parseFloat(outlineWidth);
}"""
"""How far the line of focus is from the upper edge of the window."""


def test_the_switch_is_reached_and_pressed_by_keyboard(browser: Browser, address: str) -> None:
    """It stays under the fingers: Tab and Enter go on from there."""
    with opened(browser, f"{address}#the-door", locale="en-GB") as page:
        page.locator("[data-languages] [lang=cy]").focus()
        page.keyboard.press("Enter")
        expect(page.locator("html")).to_have_attribute("lang", "cy")
        expect(page.locator("[data-languages] [lang=cy]")).to_be_focused()
        assert page.evaluate(LINE) >= 0, "the line of focus is cut by the edge of the window"
        page.keyboard.press("Tab")
        page.keyboard.press("Enter")
        expect(page.locator("html")).to_have_attribute("lang", "ar")
        expect(page.locator("[data-languages] [lang=ar]")).to_be_focused()
        page.go_back()
        assert page.locator("[data-current]").count() <= 1


def test_a_language_opens_in_a_tab_of_its_own(browser: Browser, address: str) -> None:
    """With Ctrl, as any link does; the page that she came from stays as it is."""
    with opened(browser, f"{address}#the-door", locale="en-GB") as page:
        for tag in ("cy", "ar", "en-GB"):
            with page.context.expect_page() as opening:
                page.locator(f"[data-languages] [lang={tag}]").click(modifiers=["ControlOrMeta"])
            expect(opening.value.locator("html[data-ready]")).to_have_attribute("lang", tag)
            expect(opening.value.locator("[data-current]")).to_have_attribute("id", "the-door")
            expect(page.locator("html")).to_have_attribute("lang", "en-GB")
            opening.value.close()


def test_without_script_a_language_leads_to_its_head(browser: Browser, address: str) -> None:
    """All languages are below each other there."""
    with browser.new_context(java_script_enabled=False).new_page() as page:
        page.goto(address)
        for tag in ("cy", "ar"):
            page.locator("[data-languages]").first.locator(f"[lang={tag}]").click()
            assert page.url.endswith(f"./{tag}")
            head = page.locator(f"[data-language][lang={tag}] header.masthead")
            expect(head).to_be_in_viewport()
            page.go_back()


def test_a_switch_leaves_no_page_behind(browser: Browser, address: str) -> None:
    """Whoever goes to and fro all day has one page in memory, not one for each time."""
    with opened(browser, f"{address}#record", locale="en-GB") as page:
        devtools = page.context.new_cdp_session(page)
        devtools.send("Performance.enable")
        counts = []
        for _ in range(2):
            for tag in ("cy", "ar", "en-GB") * 2:
                page.evaluate("window.said = []")
                switch(page, tag)
            # What was announced goes after a while, and with it the last hold on a page.
            page.wait_for_function("() => window.said.length > 0")
            page.wait_for_function("() => document.querySelector('[data-announce]').textContent === ''")
            devtools.send("HeapProfiler.collectGarbage")
            metrics = {one["name"]: one["value"] for one in devtools.send("Performance.getMetrics")["metrics"]}
            counts.append(metrics["Nodes"])
        assert counts[1] < counts[0] * 1.3, counts


def test_axe_finds_nothing_in_any_language(browser: Browser, address: str) -> None:
    """On the cover and on the pages of modules, after a switch."""
    with opened(browser, address, locale="en-GB") as page:
        for tag in ("cy", "ar", "en-GB"):
            switch(page, tag)
            for place in ("cover", "the-door", "the-talk"):
                page.evaluate("place => (location.hash = place)", place)
                page.wait_for_selector(f"#{place}[data-current]")
                assert violations(page) == [], (tag, place)


def test_the_record_of_learning_follows_the_language(browser: Browser, address: str) -> None:
    """Its own script brings it to life again; its document is in the language of the page."""
    with opened(browser, f"{address}#the-door", locale="en-GB") as page:
        page.locator("#the-door [data-item='a-door'] textarea").fill("I rang twice.")
        page.evaluate("location.hash = 'record'")
        page.wait_for_selector("[data-record='open']")
        switch(page, "cy")
        page.wait_for_selector("[data-record='open']")
        expect(page.locator("#record h1")).to_have_text("Fy nghofnod dysgu")
        with page.expect_download() as download:
            page.locator("[data-text]").first.evaluate("button => button.click()")
        text = download.value.path().read_text(encoding="utf-8")
        assert "I rang twice." in text and "Drws rydych chi’n ei gofio" in text and "My record" not in text


def test_the_arabic_page_is_heard_in_this_order_after_a_switch(browser: Browser, address: str) -> None:
    """The same as if it had been opened in Arabic; `SNAPSHOTS=write` writes it down, to be read by somebody who reads Arabic."""
    with opened(browser, f"{address}#the-door", locale="en-GB") as page:
        switch(page, "ar")
        heard = [page.locator(place).aria_snapshot() for place in ("header.masthead", "#contents", "main")]
    with opened(browser, f"{address}#the-door", locale="ar") as page:
        expect(page.locator("html")).to_have_attribute("lang", "ar")
        assert heard == [page.locator(place).aria_snapshot() for place in ("header.masthead", "#contents", "main")]
    text = "\n\n".join(heard) + "\n"
    if os.environ.get("SNAPSHOTS") == "write":
        HEARD.write_text(text, encoding="utf-8")
    assert text == HEARD.read_text(encoding="utf-8")
