"""Probe of layers: when a dialog, a menu or a drawer is shut, the focus goes back to what opened it."""

from collections.abc import Iterator

from builder.evidence.finding import PRACTICE, Fault, Probe
from builder.evidence.probes.looks import HEIGHT, WIDTH
from builder.evidence.scene import Scene

_NARROW = 320
_REST = 500
"""Milliseconds in which a layer has opened or shut."""


def _back(scene: Scene) -> Iterator[Fault]:
    yield from _opened(scene)
    scene.size(_NARROW, HEIGHT)  # some open there alone: the contents of a page behind a button
    scene.come_to_rest()
    yield from _opened(scene)
    scene.size(WIDTH, HEIGHT)
    scene.come_to_rest()


def _opened(scene: Scene) -> Iterator[Fault]:
    for number, name in enumerate(scene.ask("layers.number")):
        if not _open(scene, number):
            continue
        scene.ask("layers.enter")
        _press(scene, "Escape")
        if not scene.ask("layers.isThere", number):
            yield from _focus(scene, number, name, "Escape shuts")
            if not _open(scene, number):
                continue
        if scene.ask("layers.focusShut"):
            _press(scene, "Enter")
            if not scene.ask("layers.isThere", number):
                yield from _focus(scene, number, name, "its button shuts")
                continue
        scene.ask("layers.shut", number)
        scene.rest(_REST)


def _open(scene: Scene, number: int) -> bool:
    """Whether Enter opens a layer."""
    if not scene.ask("layers.focusOn", number):
        return False
    _press(scene, "Enter")
    return bool(scene.ask("layers.opened", number))


def _press(scene: Scene, key: str) -> None:
    scene.launch.page.keyboard.press(key)
    scene.rest(_REST)


def _focus(scene: Scene, number: int, name: str, how: str) -> Iterator[Fault]:
    focus = scene.ask("layers.focus", number)
    if focus["lost"]:
        yield Fault(name, f"the focus is lost when {how} what this opens")
    elif not focus["back"]:
        yield Fault(name, f"the focus is not back here, but on {focus['name']}, when {how} what this opens", PRACTICE)


PROBES = (
    Probe(
        "focus-back",
        ("2.4.3", PRACTICE),
        "When a dialog, a menu or a drawer is shut, the focus goes back to what opened it.",
        _back,
    ),
)
"""Each is asked of every page as it is opened."""
