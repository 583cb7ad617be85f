"""The clock of a course that is played stands still until it is put forward, and chance is the same at each run."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page

from builder.evidence.engines.axe import axe_faults
from builder.evidence.finding import Fault
from builder.evidence.lms.launch import Launch, profile, take_clock
from builder.evidence.scene import Scene
from tests.evidence.pairs import WORDS, main, page
from tests.evidence.test_pages import NOTHING

pytestmark = pytest.mark.browser
TICKING = page(main(f"{WORDS}<output id=said></output>")) + (
    "<script>let ticks = 0; setInterval(() => { said.textContent = ++ticks }, 10);"
    "window.drawn = [Math.random(), Math.random(), Date.now()]</script>"
)
AT_ONCE = "() => [said.textContent, ...window.drawn]"
SOME_FRAMES = "async () => { for (let frame = 0; frame < 10; frame += 1) await window.ownTime.drawn(); }"


@pytest.fixture
def ticking(browser: Browser, tmp_path: Path) -> Iterator[Page]:
    """A page that counts hundredths of a second."""
    (tmp_path / "index.html").write_text(TICKING, encoding="utf-8")
    with profile(browser) as context:
        take_clock(context)
        opened = context.new_page()
        opened.goto((tmp_path / "index.html").as_uri())
        yield opened


def test_time_passes_when_it_is_put_forward_and_not_before(ticking: Page) -> None:
    """However many frames the browser draws meanwhile."""
    ticking.evaluate(SOME_FRAMES)
    assert ticking.evaluate(AT_ONCE)[0] == ""
    ticking.clock.run_for(1000)
    assert ticking.evaluate(AT_ONCE)[0] == "100"


def test_two_runs_draw_and_date_alike_and_two_documents_do_not(browser: Browser, tmp_path: Path) -> None:
    """The second opening in a profile is later, as for a learner who comes back."""
    (tmp_path / "index.html").write_text(TICKING, encoding="utf-8")
    runs = []
    for _ in range(2):
        with profile(browser) as context:
            take_clock(context)
            drawn = []
            for _ in range(2):
                opened = context.new_page()
                opened.goto((tmp_path / "index.html").as_uri())
                drawn.append(opened.evaluate(AT_ONCE))
                opened.clock.run_for(1000)
            runs.append(drawn)
    assert runs[0] == runs[1]
    assert not {*runs[0][0][1:]} & {*runs[0][1][1:]}


def test_an_engine_has_time_while_that_of_the_course_stands(ticking: Page) -> None:
    """It comes to its end, and no timer of the course has."""
    scene = Scene(Launch(NOTHING, ticking, ticking.main_frame, False), "A page", "as opened")
    faults: list[Fault] = list(axe_faults(scene))
    assert faults == []
    assert ticking.evaluate(AT_ONCE)[0] == ""
    ticking.clock.run_for(1000)
    assert ticking.evaluate(AT_ONCE)[0] == "100"
