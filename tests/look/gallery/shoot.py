"""Takes the pictures: each scene once in each look, at each width and in each scheme."""

from collections.abc import Callable, Collection, Iterator
from dataclasses import dataclass
from pathlib import Path

from playwright.sync_api import Browser, Locator, Page

from tests.look.gallery.course import LOOKS, add_sheets, build_course
from tests.look.gallery.scan import scan
from tests.look.gallery.scenes import SCENES, Scene
from tests.question_states.course import build_course as build_questions
from tests.question_states.kinds import TABLE, Kind
from tests.question_states.sitting import device, sitting
from tests.question_states.test_states import STATES

WIDTHS = (320, 640, 1280)
SCHEMES = ("light", "dark", "forced")
HEIGHTS = {320: 640, 640: 500, 1280: 800}
"""A phone, the frame of an LMS on a laptop, a window."""
NOT_SHOWN = frozenset({"review", "print"})
"""States of a question that look like another, or are for paper."""
MARGIN = 16
TALLEST = 2600
"""Pixels of a picture; what is further down is cut off."""

PLACE = """(part, [margin, most]) => {
  const { left, top, width, height } = part.getBoundingClientRect();
  const x = Math.max(0, left + scrollX - margin);
  const y = Math.max(0, top + scrollY - margin);
  return { x, y, width: Math.max(1, Math.min(width + 2 * margin, innerWidth - x)), height: Math.min(height + 2 * margin, most) };
}"""

WEAR = """name => new Promise((done) => {
  const sheet = document.querySelector("link[rel=stylesheet]");
  sheet.addEventListener("load", () => done(), { once: true });
  sheet.setAttribute("href", name);
})"""


@dataclass(frozen=True)
class Wanted:
    """Which pictures are wanted."""

    looks: Collection[str] = LOOKS
    widths: Collection[int] = WIDTHS
    schemes: Collection[str] = SCHEMES
    components: Collection[str] = ()
    """Empty for all."""
    scanned: bool = False
    """Whether engines are asked of each picture."""

    def has(self, component: str) -> bool:
        """Whether a component is wanted."""
        return not self.components or component in self.components


@dataclass(frozen=True)
class Shot:
    """One picture."""

    component: str
    state: str
    look: str
    width: int
    scheme: str
    file: str
    """Its name in the folder of the gallery."""
    faults: tuple[str, ...] = ()
    """What engines say of it, where they were asked."""


def shoot(browser: Browser, folder: Path, scratch: Path, wanted: Wanted, say: Callable[[str], None]) -> list[Shot]:
    """Take the pictures that are wanted into `folder`; courses are built in `scratch`."""
    folder.mkdir(parents=True, exist_ok=True)
    shots: list[Shot] = []
    for look in LOOKS:
        if look in wanted.looks:
            shots += _parts(browser, build_course(scratch, look), look, folder, wanted, say)
    kinds = [kind for kind in TABLE if wanted.has(kind.row.component) or wanted.has("question")]
    if kinds:
        (scratch / "questions").mkdir()
        pages = build_questions(scratch / "questions")
        add_sheets(pages["web"], scratch / "sheets")
        for kind in kinds:
            shots += _questions(browser, pages["web"], kind, folder, wanted, say)
    return shots


def _parts(
    browser: Browser, address: str, look: str, folder: Path, wanted: Wanted, say: Callable[[str], None]
) -> Iterator[Shot]:
    """Every scene of the course of parts, in the look that it was built in."""
    for scene in SCENES:
        if not wanted.has(scene.component) or (scene.component == "brand" and look == "default"):
            continue
        say(f"{look}: {scene}")
        with device(browser) as context:
            page = context.new_page()
            page.set_viewport_size({"width": 1280, "height": 800})
            page.goto(address)
            part = scene.show(page)
            for width, scheme in _looks(page, wanted):
                yield _take(page, part, scene, look, width, scheme, folder, wanted.scanned)


def _questions(
    browser: Browser, address: Path, kind: Kind, folder: Path, wanted: Wanted, say: Callable[[str], None]
) -> Iterator[Shot]:
    """Every state of a question. It is brought there once, and then wears the sheet of each look."""
    for state, bring in STATES.items():
        if state in kind.without or state in NOT_SHOWN:
            continue
        say(f"{kind.name}: {state}")
        script = state != "no-script"
        with device(browser, script) as context, sitting(context, address, kind, script=script) as begun:
            bring(begun)
            scene = Scene(kind.row.component, f"{kind.name}-{state}", lambda page: None)
            for look in (look for look in LOOKS if look in wanted.looks):
                if script:
                    begun.page.evaluate(WEAR, f"look-{look}.css")
                elif look != "default":
                    continue  # a sheet is changed by script
                for width, scheme in _looks(begun.page, wanted):
                    yield _take(begun.page, begun.question, scene, look, width, scheme, folder, wanted.scanned)


def _looks(page: Page, wanted: Wanted) -> Iterator[tuple[int, str]]:
    for width in wanted.widths:
        page.set_viewport_size({"width": width, "height": HEIGHTS[width]})
        for scheme in wanted.schemes:
            page.emulate_media(
                color_scheme="dark" if scheme == "dark" else "light",
                forced_colors="active" if scheme == "forced" else "none",
            )
            yield width, scheme


def _take(
    page: Page, part: Locator | None, scene: Scene, look: str, width: int, scheme: str, folder: Path, scanned: bool
) -> Shot:
    name = f"{scene}-{look}-{width}-{scheme}.jpg"
    shown = part if part and part.is_visible() else None
    if shown:
        box = shown.evaluate(PLACE, [MARGIN, TALLEST])
        page.screenshot(path=folder / name, full_page=True, clip=box, animations="disabled", type="jpeg", quality=80)
    else:
        page.screenshot(path=folder / name, animations="disabled", type="jpeg", quality=80)
    faults = tuple(scan(page, name.removesuffix(".jpg"))) if scanned else ()
    return Shot(scene.component, scene.state, look, width, scheme, name, faults)
