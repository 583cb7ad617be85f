"""Probes of hands: nothing is shown to a resting pointer alone, and no single key does anything."""

import string
from collections import Counter
from collections.abc import Iterator

from builder.evidence.finding import Fault, Probe
from builder.evidence.scene import Scene

KEYS = (*string.ascii_lowercase, *string.digits, *"/?.,;'[]-=")
"""Each is a character, and so what speech or a shaking hand types by mistake (WCAG 2.1.4)."""
_REST = 1000
"""Milliseconds in which a page has shown what it shows to a resting pointer."""
_MOST_KEYS = 3
"""Keys that are named; one is enough to mend all."""


def _hover(scene: Scene) -> Iterator[Fault]:
    for place, name in enumerate(scene.ask("pointing.candidates")):
        yield from _rested_on(scene, place, name)
    _away(scene)


def _rested_on(scene: Scene, place: int, name: str) -> Iterator[Fault]:
    aim = scene.ask("pointing.aim", place)
    if aim is None:
        return
    _away(scene)
    before, covering = Counter(scene.ask("pointing.seen", place)), scene.ask("pointing.covering")
    left, top = _corner(scene)
    scene.launch.page.mouse.move(left + aim["x"], top + aim["y"])
    scene.rest(_REST)
    shown = Counter(scene.ask("pointing.seen", place)) - before
    if not shown:
        return
    if scene.ask("pointing.covering") > covering and not _put_away(scene, place, before):
        yield Fault(name, f"“{_first(shown)}” covers other words, and Escape does not put it away", "1.4.13")
    _away(scene)
    if not _by_key(scene, place, before, shown):
        yield Fault(name, f"shows “{_first(shown)}” to a pointer that rests on it, and to no key")


def _put_away(scene: Scene, place: int, before: Counter[str]) -> bool:
    scene.launch.page.keyboard.press("Escape")
    scene.rest(_REST)
    return not Counter(scene.ask("pointing.seen", place)) - before


def _by_key(scene: Scene, place: int, before: Counter[str], shown: Counter[str]) -> bool:
    """Whether the same is shown to who comes by keyboard: with the focus, or by what says that it opens something."""
    if not scene.ask("pointing.focus", place):
        return False
    scene.rest(_REST)
    if Counter(scene.ask("pointing.seen", place)) - before >= shown:
        return True
    if not scene.ask("pointing.open"):
        return False
    scene.rest(_REST)
    return Counter(scene.ask("pointing.seen", place)) - before >= shown


def _away(scene: Scene) -> None:
    """The pointer is in a corner of the window."""
    size = scene.launch.page.viewport_size or {"width": 1, "height": 1}
    scene.launch.page.mouse.move(size["width"] - 1, size["height"] - 1)
    scene.rest(_REST)


def _corner(scene: Scene) -> tuple[float, float]:
    """Where the frame of the course begins in the window."""
    frame = scene.launch.frame
    box = frame.frame_element().bounding_box() if frame.parent_frame else None
    return (box["x"], box["y"]) if box else (0, 0)


def _first(shown: Counter[str]) -> str:
    return " ".join(shown)[:60]


def _single_keys(scene: Scene) -> Iterator[Fault]:
    for on_control in (False, True):
        if not scene.ask("pointing.stand", on_control) or not _do(scene, KEYS):
            continue
        scene.ask("pointing.stand", on_control)
        doing = [key for key in KEYS if _do(scene, (key,))]
        for key in doing[:_MOST_KEYS]:
            yield Fault("page", f"the key “{key}” alone does something, and cannot be switched off here")
        return


def _do(scene: Scene, keys: tuple[str, ...]) -> bool:
    """Whether anything is another after these keys were pressed; a page that was left is opened again."""
    from playwright.sync_api import Error

    frame, address, errors = scene.launch.frame, scene.launch.frame.url, len(scene.launch.errors)
    scene.ask("pointing.watch")
    before = scene.ask("pointing.standing")
    try:
        for key in keys:
            scene.launch.page.keyboard.press(key)
        scene.rest(_REST)
        after = scene.ask("pointing.standing")
        scene.ask("pointing.unwatch")
    except Error:
        after = None  # the page was left
    if frame.url.split("#")[0] != address.split("#")[0]:
        frame.goto(address)
    elif frame.url != address:
        frame.evaluate("address => { location.hash = new URL(address).hash; }", address)
    failed = len(scene.launch.errors) > errors  # whoever presses keys at random finds what nobody meets
    del scene.launch.errors[errors:]
    return failed or after != before


PROBES = (
    Probe(
        "hover",
        ("2.1.1", "1.4.13"),
        "What is shown to a resting pointer is shown to the keyboard too, and Escape puts it away where it covers words.",
        _hover,
    ),
    Probe("single-keys", ("2.1.4",), "No character key does anything outside a field or a film.", _single_keys),
)
"""Each is asked of every page as it is opened."""
