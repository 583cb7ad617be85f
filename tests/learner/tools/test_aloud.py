"""Reading aloud in a browser, whose voice is a false one: what is marked, what is in sight, what axe says."""

import pytest
from playwright.sync_api import Page, expect

from tests.learner.driver.looking import violations

pytestmark = pytest.mark.browser

VOICE = """(() => {
  window.spoken = [];
  let now;
  const voice = {
    getVoices: () => [{ lang: "en-GB", localService: true }],
    speak: (speech) => { now = speech; window.spoken.push(speech.text); },
    cancel: () => { now = undefined; },
  };
  Object.defineProperty(window, "speechSynthesis", { value: voice });
  window.SpeechSynthesisUtterance = function (text) { this.text = text; };
  window.over = () => { const speech = now; now = undefined; speech?.onend(); };
})()"""
MARKED = "() => [...(CSS.highlights.get('satchel-aloud') ?? [])].map((range) => range.toString().trim())"


@pytest.mark.slow
def test_a_page_is_read_by_keyboard(page: Page, served: str) -> None:
    """Each sentence is marked and in sight while it is read; pause, next and stop; another page ends it."""
    page.add_init_script(VOICE)
    page.set_viewport_size({"width": 1280, "height": 500})
    page.goto(f"{served}#welcome")
    page.get_by_role("button", name="Reading tools").press("Enter")
    group = page.get_by_role("group", name="Read aloud")
    group.get_by_role("button", name="Read from here").press("Enter")
    expect(page.locator("[data-aloud]")).to_be_in_viewport()
    assert page.evaluate(MARKED) == page.evaluate("() => spoken")
    assert violations(page) == []
    for _ in range(8):
        page.evaluate("() => over()")
        expect(page.locator("[data-aloud]")).to_be_in_viewport()
        assert page.evaluate(MARKED) == [page.evaluate("() => spoken.at(-1)")]
    group.get_by_role("button", name="Next sentence").press("Enter")
    assert len(page.evaluate("() => spoken")) == 10
    group.get_by_role("button", name="Pause").press("Enter")
    expect(group.get_by_role("button", name="Go on")).to_be_focused()
    group.get_by_role("button", name="Stop").press("Enter")
    expect(group.get_by_role("button", name="Read from here")).to_be_focused()
    assert page.evaluate(MARKED) == []
    page.keyboard.press("Enter")
    assert page.evaluate(MARKED) != []
    page.goto(f"{served}#local-conditions")
    expect(page.locator("[data-aloud]")).to_have_count(0)
