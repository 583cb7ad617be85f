"""Every probe of pages catches its faulty pages, and has nothing to say of their sound twins."""

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from playwright.sync_api import Browser

from builder.evidence.finding import Seen, asked
from builder.evidence.lms.launch import Launch, profile
from builder.evidence.opened import OpenedPackage
from builder.evidence.scene import Scene
from builder.evidence.work import ONCE_A_PAGE, PAGE_PROBES, ask_page
from tests.evidence.edges import EDGES, Edge
from tests.evidence.pairs import BY_DAY, PAIRS, Pair, main, page

pytestmark = pytest.mark.browser
NOTHING = OpenedPackage(Path("pair.zip"), "", Path(), "web", "index.html", "Pair")


@pytest.fixture(scope="module")
def scene(browser: Browser) -> Iterator[Scene]:
    """A page into which each pair is put."""
    with profile(browser) as context:
        opened = context.new_page()
        yield Scene(Launch(NOTHING, opened, opened.main_frame, False), "A page", "as opened")


def look(scene: Scene, document: str, without: tuple[str, ...] = ()) -> Seen:
    """Ask every probe of a document, but those named."""
    scene.launch.page.goto("about:blank")
    scene.launch.page.set_content(document)
    return ask_page(scene, without)


@pytest.fixture(scope="module")
def sound() -> dict[str, Seen]:
    """What was seen of sound pages: many pairs share theirs."""
    return {}


def documents(pair: Pair) -> tuple[str, str]:
    """The faulty page and the sound one, whole."""
    if pair.whole:
        return pair.faulty, pair.sound
    return page(main(pair.faulty)), page(main(pair.sound))


ENGINES = ("axe", "ibm", "htmlcs")
"""Engines of others: they may see a fault that a probe of ours is for."""
FIRST = {pair.probe: pair for pair in reversed(PAIRS) if pair.probe in BY_DAY}.values()


@pytest.mark.parametrize(
    "pair", [pytest.param(pair, id=str(pair), marks=() if pair in FIRST else pytest.mark.slow) for pair in PAIRS]
)
def test_a_fault_is_caught_by_its_probe_and_its_twin_by_none(scene: Scene, sound: dict[str, Seen], pair: Pair) -> None:
    """The probe names its criterion; others of ours speak only where the pair says so."""
    faulty, twin = documents(pair)
    seen = sound[twin] = sound.get(twin) or look(scene, twin)
    assert [(one.probe, one.place, one.words) for one in seen.findings] == []
    # The engines of others may say what they like of a fault that is not theirs.
    found = look(scene, faulty, () if pair.probe in ENGINES else ENGINES).findings
    probes = {finding.probe for finding in found}
    assert pair.probe in probes
    assert probes <= {pair.probe, *pair.also, *ENGINES}, [(one.probe, one.words) for one in found]
    own = [finding for finding in found if finding.probe == pair.probe]
    assert not pair.criterion or pair.criterion in {finding.criterion for finding in own}
    assert all(finding.picture.startswith(b"\x89PNG") for finding in own)


@pytest.mark.slow
@pytest.mark.parametrize("edge", EDGES, ids=str)
def test_a_threshold_is_where_it_is_said_to_be(scene: Scene, edge: Edge) -> None:
    """Just short of it the criterion fails, and just on it nothing is found against it by that probe."""

    def found(words: str) -> set[str]:
        scene.launch.page.goto("about:blank")
        scene.launch.page.set_content(page(main(words)))
        probe = next(probe for probe in (*PAGE_PROBES, *ONCE_A_PAGE) if probe.id == edge.probe)
        return {one.criterion for one in asked(probe, scene, "A page", "as opened").findings}

    scene = replace(scene, kinds=frozenset({"field"}))
    assert edge.criterion in found(edge.short)
    assert edge.criterion not in found(edge.met)


def test_each_probe_has_a_pair() -> None:
    """No probe that cannot fail."""
    assert {probe.id for probe in (*PAGE_PROBES, *ONCE_A_PAGE)} == {pair.probe for pair in PAIRS}
