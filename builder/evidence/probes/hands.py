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
    named: list[str] = []
    scene.ask("pointing.watch")
    try:
        for on_control in (False, True):
            if not scene.ask("pointing.stand", on_control):
                continue
            for key in KEYS:
                if key not in named and len(named) < _MOST_KEYS and _does(scene, key) and _does(scene, key):
                    named.append(key)
    finally:
        scene.ask("pointing.unwatch")
    for key in named:
        yield Fault("page", f"the key “{key}” alone does something, and cannot be switched off here")


def _does(scene: Scene, key: str) -> bool:
    """Whether anything on the page is another after a key was pressed."""
    before = scene.ask("pointing.standing")
    scene.launch.page.keyboard.press(key)
    return bool(scene.ask("pointing.standing") != before)


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
