"""Probes of how a page looks: small windows, large text, spaced text, other colours, targets, motion."""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import replace

from builder.evidence.engines.axe import axe_faults
from builder.evidence.finding import PRACTICE, Fault, Probe
from builder.evidence.scene import Scene

WIDTH, HEIGHT = 1280, 800
_SPACING = """css => {
  const sheet = new CSSStyleSheet();
  sheet.replaceSync(css);
  document.adoptedStyleSheets = [...document.adoptedStyleSheets, sheet];
  window.spaced = sheet;
}"""
_UNSPACED = (
    "() => { document.adoptedStyleSheets = document.adoptedStyleSheets.filter(sheet => sheet !== window.spaced); }"
)
_CSS = """* { line-height: 1.5 !important; letter-spacing: 0.12em !important; word-spacing: 0.16em !important; }
p { margin-block-end: 2em !important; }"""
"""What a learner may ask for without losing anything (WCAG 1.4.12)."""
_LOW = 256
_MOST_COVERED = 0.6
_UPRIGHT_AND_NOT = ((600, 960), (600, 590), (960, 600), (960, 970))
"""Of each width a window that stands and one that lies: what differs between them is not for want of width."""


@contextmanager
def _window(scene: Scene, width: int, height: int = HEIGHT) -> Iterator[None]:
    scene.size(width, height)
    scene.come_to_rest()
    try:
        yield
    finally:
        scene.size(WIDTH, HEIGHT)
        scene.come_to_rest()


@contextmanager
def _letters(scene: Scene, size: int) -> Iterator[None]:
    session = scene.launch.page.context.new_cdp_session(scene.launch.page)
    fonts = {"standard": size, "fixed": size * 13 // 16}
    session.send("Page.setFontSizes", {"fontSizes": fonts})
    scene.come_to_rest()
    try:
        yield
    finally:
        session.send("Page.setFontSizes", {"fontSizes": {"standard": 16, "fixed": 13}})
        session.detach()


@contextmanager
def _spaced(scene: Scene) -> Iterator[None]:
    scene.launch.frame.evaluate(_SPACING, _CSS)
    scene.come_to_rest()
    try:
        yield
    finally:
        scene.launch.frame.evaluate(_UNSPACED)


def _cut(scene: Scene) -> Iterator[Fault]:
    for said in dict.fromkeys(scene.ask("probes.clipped")):
        kind, _, place = said.partition(": ")
        yield Fault(place, _CUT[kind]) if kind in _CUT else Fault("page", said)
    for said in dict.fromkeys(scene.ask("probes.overlaps")):
        yield Fault(said, "these words lie on each other")


_CUT = {"cut off": "is cut off", "outside": "lies outside the window", "too narrow": "is too narrow for its words"}
"""What the page says -> what a report says."""


def _reflow(scene: Scene) -> Iterator[Fault]:
    with _window(scene, 320):
        yield from _cut(scene)


def _low(scene: Scene) -> Iterator[Fault]:
    with _window(scene, 320, _LOW):
        covered = scene.ask("structure.covered")
        if covered > _MOST_COVERED:
            yield Fault("page", f"layers that stay in place cover {covered:.0%} of a window of 320 x {_LOW} px")


def _large_text(scene: Scene) -> Iterator[Fault]:
    with _letters(scene, 32):
        grown = scene.launch.frame.evaluate("() => parseFloat(getComputedStyle(document.body).fontSize)")
        yield from _cut(scene)
    plain = scene.launch.frame.evaluate("() => parseFloat(getComputedStyle(document.body).fontSize)")
    if grown <= plain:
        # Text in pixels grows by zoom alone: 200 % of a window of 1280 is one of 640.
        with _window(scene, WIDTH // 2, HEIGHT // 2):
            yield from _cut(scene)


def _spacing(scene: Scene) -> Iterator[Fault]:
    with _spaced(scene):
        yield from _cut(scene)


def _portrait(scene: Scene) -> Iterator[Fault]:
    words = {}
    with _window(scene, *_UPRIGHT_AND_NOT[0]):
        for width, height in _UPRIGHT_AND_NOT:
            scene.size(width, height)
            scene.come_to_rest()
            words[width, height] = len(scene.ask("structure.mainWords"))
    for (width, height), count in words.items():
        if count < max(other for (wide, _), other in words.items() if wide == width) / 2:
            yield Fault("page", f"most words are gone in a window of {width} x {height} px")


def _targets(scene: Scene) -> Iterator[Fault]:
    for found in scene.ask("structure.targets"):
        yield Fault(
            found["place"], f"is {found['width']} x {found['height']} px", "2.5.8" if found["least"] == 24 else "2.5.5"
        )


def _forced(scene: Scene) -> Iterator[Fault]:
    page = scene.launch.page
    page.emulate_media(forced_colors="active")
    try:
        for words in scene.ask("structure.forced"):
            yield Fault("page", words)
    finally:
        page.emulate_media(forced_colors="none")


def _dark(scene: Scene) -> Iterator[Fault]:
    page = scene.launch.page
    page.emulate_media(color_scheme="dark")
    scene.come_to_rest()
    try:
        yield from _pale(scene)
    finally:
        page.emulate_media(color_scheme="light")


def _themes(scene: Scene) -> Iterator[Fault]:
    for name in scene.ask("colours.themes"):
        before = scene.ask("colours.wear", name)
        try:
            for fault in _pale(scene):
                yield replace(fault, words=f"{fault.words}, in the theme “{name}”")
        finally:
            scene.ask("colours.wear", before)


def _pale(scene: Scene) -> Iterator[Fault]:
    """What is too pale in the colours of now. An engine is asked where styles alone do not say that all words are dark enough."""
    if scene.ask("inks.doubt"):
        yield from axe_faults(scene, only_colours=True)
    for fault in _edges(scene):
        yield replace(fault, criterion="1.4.11")


def _edges(scene: Scene) -> Iterator[Fault]:
    for words in scene.ask("colours.edges"):
        place, _, fault = words.rpartition(": ")
        yield Fault(place, fault)


def _moving(scene: Scene) -> Iterator[Fault]:
    for words in scene.ask("structure.running"):
        yield Fault("page", words, "2.2.2" if "without end" in words else "2.3.3")


PROBES = (
    Probe(
        "reflow",
        ("1.4.10",),
        "In a window 320 px wide nothing is cut off, nothing lies on other words, and nothing scrolls sideways.",
        _reflow,
    ),
    Probe("low-window", ("1.4.10", "2.4.11"), "In a window 256 px high no layer covers most of the page.", _low),
    Probe("large-text", ("1.4.4",), "With text of 200 % nothing is cut off or covered.", _large_text),
    Probe("text-spacing", ("1.4.12",), "With text spaced out nothing is cut off or covered.", _spacing),
    Probe("orientation", ("1.3.4",), "Upright and on its side the window shows the same.", _portrait),
    Probe(
        "targets",
        ("2.5.8", "2.5.5"),
        "What is pressed measures 44 px, links in text 24 px or have room around them.",
        _targets,
    ),
    Probe(
        "forced-colours",
        (PRACTICE, "1.4.11", "1.4.3"),
        "In forced colours every control and every word is still seen.",
        _forced,
    ),
    Probe("dark", ("1.4.3", "1.4.6", "1.4.11"), "In the dark, contrast is 7:1 for text and 3:1 for edges.", _dark),
    Probe(
        "themes",
        ("1.4.3", "1.4.6", "1.4.11"),
        "In each other theme that learners can choose, contrast is 7:1 for text and 3:1 for edges.",
        _themes,
        lambda scene: bool(scene.ask("colours.themes")),
    ),
    Probe(
        "edges",
        ("1.4.11",),
        "The edge of each field has a contrast of 3:1.",
        _edges,
        lambda scene: "field" in scene.kinds,
    ),
)
"""Each is asked of every page in every state."""
MOTION = Probe("motion", ("2.3.3", "2.2.2"), "Nothing moves when the learner asks for less motion.", _moving)
"""Asked before all others: after a change of the window what moves in a page of another tool is brought to its end."""
