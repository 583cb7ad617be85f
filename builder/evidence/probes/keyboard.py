"""Probes of the keyboard: all is reached in order, the focus is seen, covered by nothing, and never kept."""

from collections import Counter
from collections.abc import Iterator
from io import BytesIO

from builder.evidence.finding import Fault, Probe
from builder.evidence.scene import Scene

_LEAST_CHANGE = 3.0
"""Contrast between a pixel with and without the focus (WCAG 2.4.13)."""
_AT_ALL = 1.1
"""Contrast at which a change can be seen at all."""
_FEW = 24
"""Pixels that must change for anybody to see the focus at all."""


def _walk(scene: Scene) -> Iterator[Fault]:
    keyboard = scene.launch.page.keyboard
    scene.launch.frame.evaluate("() => { document.activeElement?.blur(); window.focus(); }")
    names: list[str] = scene.ask("probes.number")
    before = scene.launch.frame.url
    visited: list[int] = []
    for _ in range(len(names) * 2 + 60):  # a film has places of its own
        keyboard.press("Tab")
        here = scene.ask("probes.focus")
        if here["stop"] < 0 or (visited and here["stop"] == visited[-1]):
            continue
        if visited and here["stop"] == visited[0]:
            break
        visited.append(here["stop"])
        yield from _seen(here)
        if scene.launch.frame.url != before:
            yield Fault(here["name"], "the page changes when this has the focus", "3.2.1")
            break
    else:
        if len(names) > 1:  # of one control alone nobody can say whether it keeps the focus
            held = ", ".join(names[stop] for stop in dict.fromkeys(visited[-3:])) or "the first control"
            yield Fault(held, "the focus does not come out again", "2.1.2")
    yield from _order(names, visited)


def _seen(here: dict[str, object]) -> Iterator[Fault]:
    for fault in here["faults"]:  # type: ignore[attr-defined]
        if str(fault).startswith("covered"):
            yield Fault(str(here["name"]), f"has the focus and is {fault}", "2.4.11")
        elif str(fault).startswith("partly covered"):
            yield Fault(str(here["name"]), f"has the focus and is {fault}", "2.4.12")
        elif str(fault) == "off the screen":
            yield Fault(str(here["name"]), "has the focus and is off the screen", "2.4.7")


def _order(names: list[str], visited: list[int]) -> Iterator[Fault]:
    for place, name in enumerate(names):
        if place not in visited:
            yield Fault(name, "cannot be reached with the Tab key", "2.1.1")
    seen = [stop for stop in dict.fromkeys(visited) if stop < len(names)]
    start = seen.index(min(seen)) if seen else 0
    turned = seen[start:] + seen[:start]
    for one, other in zip(turned, sorted(turned), strict=True):
        if one != other:
            yield Fault(names[one], f"comes before {names[other]}, which stands before it", "2.4.3")
            return


def _visible(scene: Scene) -> Iterator[Fault]:
    scene.ask("probes.number")
    for stop in scene.ask("structure.kindsOfStops"):
        box = scene.ask("structure.aim", stop)
        if box is None:
            continue
        without = _shot(scene, box)
        scene.ask("structure.focusOn", stop)
        focused = _shot(scene, box)
        changed = changed_pixels(without, focused)
        name = scene.ask("structure.nameOfStop", stop)
        if changed < _FEW and changed_pixels(without, focused, _AT_ALL) < _FEW:
            yield Fault(name, "looks the same with and without the focus", "2.4.7")
        elif changed < _FEW:
            yield Fault(name, "shows its focus too faintly: nothing changes by 3:1", "1.4.11")
        elif changed < 2 * (box["inner_width"] + box["inner_height"]):
            yield Fault(name, "shows its focus in fewer pixels of enough contrast than its edge has", "2.4.13")


def _shot(scene: Scene, box: dict[str, float]) -> bytes:
    clip = {name: box[name] for name in ("x", "y", "width", "height")}
    return scene.launch.page.screenshot(clip=clip, animations="disabled")  # type: ignore[arg-type]


def changed_pixels(one: bytes, other: bytes, least: float = _LEAST_CHANGE) -> int:
    """How many pixels of two PNGs of one size differ by a contrast of `least`."""
    from PIL import Image

    if one == other:
        return 0
    pictures = [Image.open(BytesIO(png)).convert("RGB") for png in (one, other)]
    if pictures[0].size != pictures[1].size:
        return 0
    before, after = (picture.tobytes() for picture in pictures)
    pixels = [zip(*[iter(colours)] * 3, strict=True) for colours in (before, after)]
    changes = Counter(pair for pair in zip(*pixels, strict=True) if pair[0] != pair[1])  # few colours, many pixels
    return sum(count for pair, count in changes.items() if contrast(*pair) >= least)


def contrast(one: tuple[int, ...], other: tuple[int, ...]) -> float:
    """Contrast ratio of two colours (WCAG 2.2)."""
    low, high = sorted((_luminance(one), _luminance(other)))
    return (high + 0.05) / (low + 0.05)


def _luminance(colour: tuple[int, ...]) -> float:
    parts = [value / 255 for value in colour[:3]]
    red, green, blue = (part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


PROBES = (
    Probe(
        "keyboard-walk",
        ("2.1.1", "2.1.2", "2.1.3", "2.4.3", "2.4.11", "2.4.12", "3.2.1"),
        "Tab reaches every control in the order of the page, is kept by none, and nothing covers what has the focus.",
        _walk,
    ),
    Probe(
        "focus-visible",
        ("2.4.7", "1.4.11", "2.4.13"),
        "Whatever has the focus looks different from when it has not.",
        _visible,
    ),
)
"""Each is asked of every page as it is opened."""
