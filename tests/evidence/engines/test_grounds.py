"""What spares an engine its work: colours that are worked out from styles, and pages that are set aside while it looks."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser

from builder.evidence import work
from builder.evidence.engines.axe import axe_faults
from builder.evidence.lms.launch import Launch, profile
from builder.evidence.lms.server import serving
from builder.evidence.opened import OpenedPackage, opened_package
from builder.evidence.scene import Scene
from tests.evidence.edges import EDGES
from tests.evidence.pairs import PAIRS, WORDS, main, page
from tests.evidence.small import built

pytestmark = pytest.mark.browser
OURS = OpenedPackage(Path("pair.zip"), "", Path(), "web", "index.html", "Pair", {"modules": [{"id": "one"}]})
LAYER = "position:absolute;inset:0;z-index:-1;background:%s"
CERTAIN = (
    WORDS,
    "<div style='background:#123;color:#fff'><p>Light words.</p></div>",
    "<div style='background:rgb(0 0 0 / 80%);color:#fff'><p>Words on what is seen through.</p></div>",
    "<p style='color:rgb(0 0 0 / 80%)'>Words that are seen through.</p>",
    "<p style='color:color-mix(in srgb, #000 90%, #fff)'>Words of a mixed colour.</p>",
    "<p style='background:linear-gradient(#fff, #ddd)'>Words on a ground that becomes darker.</p>",
    "<p style='font-size:24px;color:#666'>Large words.</p>",
    "<p><a href='#x'>A link with a line</a> in words.</p>",
    "<label>Name <textarea style='background:repeating-linear-gradient(#fff 0 29px, #333 29px 30px)'>Words on lines</textarea></label>",
)
"""Grounds that styles tell for certain: an engine has nothing to say."""
DOUBTFUL = (
    "<p style='color:#666'>Words that are too pale for 7:1.</p>",
    "<p style='color:rgb(0 0 0 / 55%)'>Words that are seen through too much.</p>",
    "<p style='opacity:.5'>Words that are seen through.</p>",
    "<div style='filter:contrast(20%)'><p>Words under a filter.</p></div>",
    f"<div style='position:relative;z-index:0'><div style='{LAYER % '#444'}'></div><p>Words before a layer.</p></div>",
    "<div style='background:#333;block-size:3rem'></div><p style='margin-block-start:-2.5rem'>Words on what stands before.</p>",
    "<style>.p { position:relative;z-index:0 } .p::before { content:'';position:absolute;inset:0;z-index:-1;background:#444 }</style><p class=p>Words on what a style adds.</p>",
    "<p style='background:linear-gradient(#fff, #555)'>Words on a ground that becomes too dark.</p>",
    "<p style='background:url(data:,)'>Words on a picture.</p>",
    "<div style='background:#fff;inline-size:9rem;block-size:1rem'><p style='inline-size:20rem'>Words that go on beside their ground.</p></div>",
    "<label>Name <input value='Words in a field' style='color:#777'></label>",
    "<p><a href='#x' style='text-decoration:none'>A link without a line</a> in words.</p>",
    "<p style='-webkit-text-fill-color:#aaa'>Words that are filled.</p>",
    "<p style='color:oklch(0.2 0 0)'>Words in a colour that is written in another way.</p>",
    "<svg width=90 height=90 style='margin-block-end:-3rem'></svg><p>Words on a drawing.</p>",
)
"""Grounds that are too dark, or that styles alone do not tell."""


@pytest.fixture(scope="module")
def scene(browser: Browser) -> Iterator[Scene]:
    """A page of a course of ours into which each document is put."""
    with profile(browser) as context:
        opened = context.new_page()
        yield Scene(Launch(OURS, opened, opened.main_frame, False), "A page", "as opened")


def show(scene: Scene, document: str) -> None:
    """Put a document into the page."""
    scene.launch.page.goto("about:blank")
    scene.launch.page.set_content(document)


@pytest.mark.parametrize("words", CERTAIN)
def test_words_whose_ground_is_certain_need_no_engine(scene: Scene, words: str) -> None:
    """There is no doubt, and an engine that is asked all the same finds nothing."""
    show(scene, page(main(words)))
    assert scene.ask("inks.doubt") == ""
    assert list(axe_faults(scene, only_colours=True)) == []


@pytest.mark.parametrize("words", DOUBTFUL)
def test_words_whose_ground_is_not_are_in_doubt(scene: Scene, words: str) -> None:
    """So that an engine is asked; without what makes it doubtful there is none."""
    show(scene, page(main(words)))
    assert scene.ask("inks.doubt") != ""


@pytest.mark.slow
def test_there_is_doubt_wherever_an_engine_finds_pale_words(scene: Scene) -> None:
    """On every page of the corpus, as it is, in the dark and in its themes."""
    documents = [one if pair.whole else page(main(one)) for pair in PAIRS for one in (pair.faulty, pair.sound)]
    documents += [page(main(one)) for edge in EDGES for one in (edge.short, edge.met)]
    found = 0
    for document in dict.fromkeys(documents):
        show(scene, document)
        for scheme in ("light", "dark"):
            scene.launch.page.emulate_media(color_scheme=scheme)  # type: ignore[arg-type]
            for theme in (None, *scene.ask("colours.themes")):
                before = scene.ask("colours.wear", theme)
                faults = list(axe_faults(scene, only_colours=True))
                found += bool(faults)
                assert not faults or scene.ask("inks.doubt"), (document, scheme, theme)
                scene.ask("colours.wear", before)
        scene.launch.page.emulate_media(color_scheme="light")
    assert found > 10


HIDDEN = "<section data-page=other id=other hidden>%s</section>"
HELD = (
    ("<p id=a>One</p><p aria-describedby=far>Two</p>", "<div><p id=far>Words</p><p id=near>Others</p></div>", {"far"}),
    ("<p><a href='#far'>On to the far page</a></p>", "<div><p id=far>Words <b id=in>in it</b></p><p id=near>Others</p></div>", {"far", "in"}),
    ("<p id=same>One</p>", "<p id=same>Words</p><p id=near>Others</p>", {"same"}),
    ("<label>Name <input id=field></label>", "<label id=far for=field>Other name</label><p id=near>Others</p>", {"far"}),
    ("<p aria-describedby=far>One</p>", "<p id=far aria-details=next>Words</p><p id=next>More</p><p id=near>Others</p>", {"far", "next"}),
    ("<p>One</p>", "<p id=near>Words</p><label for=near id=far>Others</label>", set()),
    ("<p>One</p>", "<iframe title=Film srcdoc='<p>Film</p>'></iframe><p id=near>Words</p>", {"near"}),
)  # fmt: skip
"""What is shown, what is hidden, and ids of what is hidden and stays."""


@pytest.mark.parametrize(("shown", "hidden", "stays"), HELD)
def test_hidden_pages_are_set_aside_but_for_what_the_rest_has_to_do_with(
    scene: Scene, shown: str, hidden: str, stays: set[str]
) -> None:
    """What is shown refers to it, is referred to by it, or has its id; all is as it was afterwards."""
    show(scene, page(f"<main><h1>A page</h1><section data-page=one>{shown}</section>{HIDDEN % hidden}</main>"))
    html = "() => document.documentElement.outerHTML"
    before = scene.launch.frame.evaluate(html)
    with scene.for_engine():
        left = scene.launch.frame.evaluate("() => [...document.querySelectorAll('#other [id]')].map(({ id }) => id)")
    assert set(left) == stays
    assert scene.launch.frame.evaluate(html) == before


@pytest.mark.slow
def test_what_is_shown_is_the_same_while_other_pages_are_set_aside(browser: Browser, tmp_path: Path) -> None:
    """Every word of every page of a course stands where it stood, and the document is much smaller."""
    where = (
        "() => window.probes.texts().map(({ node, boxes }) => [node.data, ...boxes.map((box) => JSON.stringify(box))])"
    )
    size = "() => document.querySelectorAll('*').length"
    with (
        opened_package(built(tmp_path)["scorm12"]) as package,
        serving(package.folder) as address,
        profile(browser, locale=package.locale) as context,
    ):
        course = work.begun(context, package, address)
        for place in course.pages():
            course.turn_to(place.id)
            scene = Scene(course.launch, place.title, "as opened")
            words, elements = (course.launch.frame.evaluate(one) for one in (where, size))
            with scene.for_engine():
                assert course.launch.frame.evaluate(where) == words
                assert course.launch.frame.evaluate(size) < 0.9 * elements
            assert [course.launch.frame.evaluate(one) for one in (where, size)] == [words, elements]
