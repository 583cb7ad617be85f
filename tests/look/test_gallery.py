"""The gallery has every component; and whatever it shows, axe finds nothing in it, in any theme."""

import re
from itertools import product
from pathlib import Path

import pytest
from PIL import Image
from playwright.sync_api import Browser, Page

from tests.conftest import ROOT
from tests.learner.driver.looking import violations_in_every_look, violations_of_colour
from tests.look.gallery.course import LOOKS, build_course
from tests.look.gallery.index import index_page
from tests.look.gallery.scan import scan
from tests.look.gallery.scenes import OF_QUESTIONS, SCENES
from tests.look.gallery.shoot import SCHEMES, WIDTHS, Shot, Wanted, shoot
from tests.question_states.sitting import device

COMPONENTS = {path.name for path in (ROOT / "templates/components").iterdir() if path.is_dir()}
BRANDED = {"brand", "cover", "masthead"}
"""Components with more of a theme than its colours."""
SHOWN = [scene for scene in SCENES if scene.component != "answers"]
"""Without what is forced to be seen, as it is on paper alone."""
PARTS = 4
"""Tests that share the scenes, so that they run side by side."""


def test_every_component_is_in_the_gallery() -> None:
    """A new kind of question by itself; a new part of the page as soon as it has a scene."""
    shown = {scene.component for scene in SCENES} | OF_QUESTIONS
    assert COMPONENTS - shown == set(), "give it a Scene in tests/look/gallery/scenes.py"
    assert BRANDED <= COMPONENTS
    assert shown - COMPONENTS == set(), "a component that is gone leaves its scene behind"
    assert len({str(scene) for scene in SCENES}) == len(SCENES)


def test_the_index_shows_each_picture_and_can_leave_some_out() -> None:
    """By look, scheme and width, without a script."""
    shots = [
        Shot("cover", "new", look, width, scheme, f"{look}-{width}-{scheme}.jpg")
        for look in LOOKS
        for width in (320, 1280)
        for scheme in ("light", "dark")
    ]
    page = index_page(shots)
    assert set(re.findall(r'<img src="([^"]+)"', page)) == {shot.file for shot in shots}
    assert 'alt="cover new: council, dark, 320 px"' in page
    for switch in ("look-council", "scheme-dark", "width-320"):
        way, _, value = switch.partition("-")
        assert f'id="{switch}" checked' in page
        assert f"body:has(#{switch}:not(:checked)) [data-{way}='{value}'] {{ display: none; }}" in page
    assert "<script" not in page


@pytest.mark.slow
@pytest.mark.browser
def test_three_engines_find_nothing_in_a_sample(browser: Browser, tmp_path: Path) -> None:
    """Each part of a page and each kind of question, in a look, width and scheme of its own. `make scan` asks of all in all."""
    (tmp_path / "scratch").mkdir()
    wanted = Wanted(scanned=True, once=True)
    shots = shoot(browser, tmp_path / "gallery", tmp_path / "scratch", wanted, lambda line: None)
    assert [fault for shot in shots for fault in shot.faults] == []
    assert {shot.component for shot in shots} == COMPONENTS - {"question"}
    assert {(shot.look, shot.width, shot.scheme) for shot in shots} == set(product(LOOKS, WIDTHS, SCHEMES))


@pytest.mark.slow
@pytest.mark.browser
def test_each_engine_is_asked_of_a_picture(browser: Browser) -> None:
    """What is planted is found by all three."""
    with device(browser) as context:
        page = context.new_page()
        page.set_content("<html lang=en><title>One</title><main><h1>One</h1><img src='data:,'></main></html>")
        assert {line.split()[1] for line in scan(page, "planted:")} == {"axe", "ibm", "htmlcs"}


@pytest.mark.slow
@pytest.mark.browser
def test_pictures_are_taken_in_each_look(browser: Browser, tmp_path: Path) -> None:
    """Of a part of the page and of a question: each has words on it, and no look is like another."""
    wanted = Wanted(("default", "council"), (320,), ("light", "dark"), ("notice", "scale"))
    scratch = tmp_path / "scratch"
    scratch.mkdir()
    shots = shoot(browser, tmp_path / "gallery", scratch, wanted, lambda line: None)
    assert {(shot.component, shot.look, shot.scheme) for shot in shots} == {
        (component, look, scheme)
        for component in wanted.components
        for look in wanted.looks
        for scheme in wanted.schemes
    }
    seen = set()
    for shot in shots:
        picture = Image.open(tmp_path / "gallery" / shot.file)
        assert sum(map(bool, picture.convert("L").histogram())) > 20, shot.file
        seen.add(picture.tobytes())
    assert len(seen) == len(shots)


@pytest.fixture(scope="module")
def dressed(tmp_path_factory: pytest.TempPathFactory) -> dict[str, str]:
    """The course of the gallery in each look -> the address of its page."""
    return {look: build_course(tmp_path_factory.mktemp(look), look) for look in LOOKS}


@pytest.mark.browser
@pytest.mark.slow
@pytest.mark.parametrize("part", range(PARTS))
def test_nothing_in_the_gallery_has_a_violation(browser: Browser, dressed: dict[str, str], part: int) -> None:
    """Every scene, wide and narrow, light and dark; then in the style sheet of each other look, whose colours differ."""
    worn = set()
    for scene in SHOWN[part::PARTS]:
        with device(browser) as context:
            page = context.new_page()
            page.goto(dressed["default"])
            scene.show(page)
            assert violations_in_every_look(page) == [], scene
            for look, address in list(dressed.items())[1:]:
                wear(page, address)
                worn.add(page.evaluate("() => getComputedStyle(document.documentElement).getPropertyValue('--accent')"))
                assert violations_of_colour(page) == [], (scene, look)
    assert len(worn) == len(LOOKS) - 1


@pytest.mark.browser
@pytest.mark.slow
@pytest.mark.parametrize("look", [look for look in LOOKS if look != "default"])
def test_a_brand_has_no_violation(browser: Browser, dressed: dict[str, str], look: str) -> None:
    """A theme changes more than colours where its logo and its name stand."""
    for scene in SHOWN:
        if scene.component in BRANDED:
            with device(browser) as context:
                page = context.new_page()
                page.goto(dressed[look])
                scene.show(page)
                assert violations_in_every_look(page) == [], scene


def wear(page: Page, address: str) -> None:
    """Give a page the style sheet of the course at an address, and wait until it has it."""
    page.evaluate(
        """address => new Promise((resolve, reject) => {
          const link = document.querySelector("link[rel=stylesheet]");
          Object.assign(link, { onload: resolve, onerror: reject, href: new URL("satchel.css", address).href });
        })""",
        address,
    )
