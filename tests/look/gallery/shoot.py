"""Takes the pictures: each scene once in each look, at each width and in each scheme."""

from collections.abc import Callable, Collection, Iterator
from dataclasses import dataclass
from itertools import product
from pathlib import Path

from playwright.sync_api import Browser, BrowserContext, Locator, Page

from tests.look.gallery.course import LOOKS, add_sheets, build_course
from tests.look.gallery.scan import scan, state_of
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


Ways = list[tuple[int, str]]
"""Widths and schemes."""


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
    once: bool = False
    """A sample: each scene in one look, width and scheme alone, and each kind of question in one state; others than the one before."""

    def ways(self, place: int, look: str) -> Ways:
        """The widths and schemes in which a scene is shown in a look, by its place among all."""
        every = list(product(self.looks, self.widths, self.schemes))
        # 17 has no divisor in common with the number of looks, widths and schemes.
        chosen = [every[place * 17 % len(every)]] if self.once else every
        return [(width, scheme) for one, width, scheme in chosen if one == look]

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


class Camera:
    """Takes the pictures that are wanted, and asks engines of each state of a page once."""

    def __init__(self, folder: Path, wanted: Wanted, say: Callable[[str], None]) -> None:
        """Pictures go into `folder`; `say` hears what is being taken."""
        self.folder = folder
        self.wanted = wanted
        self.say = say
        self.asked: set[tuple[str, int, str, int]] = set()

    def take(self, page: Page, part: Locator | None, scene: Scene, look: str, ways: Ways) -> Iterator[Shot]:
        """A scene in a look, in some widths and schemes."""
        for width, scheme in ways:
            page.set_viewport_size({"width": width, "height": HEIGHTS[width]})
            page.emulate_media(
                color_scheme="dark" if scheme == "dark" else "light",
                forced_colors="active" if scheme == "forced" else "none",
            )
            name = f"{scene}-{look}-{width}-{scheme}"
            self._picture(page, part, f"{name}.jpg")
            faults = tuple(self._faults(page, name, (look, width, scheme)))
            yield Shot(scene.component, scene.state, look, width, scheme, f"{name}.jpg", faults)

    def _picture(self, page: Page, part: Locator | None, name: str) -> None:
        shown = part if part and part.is_visible() else None
        box = shown.evaluate(PLACE, [MARGIN, TALLEST]) if shown else None
        page.screenshot(
            path=self.folder / name, full_page=bool(box), clip=box, animations="disabled", type="jpeg", quality=80
        )

    def _faults(self, page: Page, name: str, way: tuple[str, int, str]) -> Iterator[str]:
        if not self.wanted.scanned:
            return
        state = (*way, state_of(page))
        if state not in self.asked:
            self.asked.add(state)
            yield from scan(page, name, forced=way[-1] == "forced")


def shoot(browser: Browser, folder: Path, scratch: Path, wanted: Wanted, say: Callable[[str], None]) -> list[Shot]:
    """Take the pictures that are wanted into `folder`; courses are built in `scratch`."""
    folder.mkdir(parents=True, exist_ok=True)
    camera = Camera(folder, wanted, say)
    shots: list[Shot] = []
    for look in LOOKS:
        if look in wanted.looks:
            shots += _parts(browser, build_course(scratch, look), look, camera)
    kinds = [kind for kind in TABLE if wanted.has(kind.row.component) or wanted.has("question")]
    if kinds:
        (scratch / "questions").mkdir()
        pages = build_questions(scratch / "questions")
        add_sheets(pages["web"], scratch / "sheets")
        for place, (kind, state) in enumerate(_states(kinds, wanted.once)):
            shots += _question(browser, pages["web"], kind, state, place, camera)
    return shots


def _parts(browser: Browser, address: str, look: str, camera: Camera) -> Iterator[Shot]:
    """Every scene of the course of parts, in the look that it was built in."""
    for place, scene in enumerate(SCENES):
        if not camera.wanted.has(scene.component) or (scene.component == "brand" and look == "default"):
            continue
        if not (ways := camera.wanted.ways(place, look)):
            continue
        camera.say(f"{look}: {scene}")
        with device(browser) as context:
            page = context.new_page()
            page.set_viewport_size({"width": 1280, "height": 800})
            page.goto(address)
            yield from camera.take(page, scene.show(page), scene, look, ways)


def _states(kinds: list[Kind], once: bool) -> Iterator[tuple[Kind, str]]:
    for place, kind in enumerate(kinds):
        shown = [state for state in STATES if state not in {*kind.without, *NOT_SHOWN}]
        scripted = [state for state in shown if state != "no-script"]
        yield from ((kind, state) for state in ([scripted[place % len(scripted)]] if once else shown))


def _question(browser: Browser, address: Path, kind: Kind, state: str, place: int, camera: Camera) -> Iterator[Shot]:
    """A question in a state. It is brought there once, and then wears the sheet of each look."""
    script = state != "no-script"
    # A sheet is changed by script.
    looks = [look for look in LOOKS if look in camera.wanted.looks and (script or look == "default")]
    ways = {look: found for look in looks if (found := camera.wanted.ways(place, look))}
    if not ways:
        return
    camera.say(f"{kind.name}: {state}")
    with device(browser) as context:
        if not script:
            # Engines are scripts: the browser runs them, and is not given the page's own.
            context.route("**/*.js", lambda route: route.abort())
        yield from _looks_of(context, address, kind, state, ways, camera)


def _looks_of(
    context: BrowserContext, address: Path, kind: Kind, state: str, ways: dict[str, Ways], camera: Camera
) -> Iterator[Shot]:
    script = state != "no-script"
    with sitting(context, address, kind, script=script) as begun:
        STATES[state](begun)
        scene = Scene(kind.row.component, f"{kind.name}-{state}", lambda page: None)
        for look, found in ways.items():
            if script:
                begun.page.evaluate(WEAR, f"look-{look}.css")
            yield from camera.take(begun.page, begun.question, scene, look, found)
