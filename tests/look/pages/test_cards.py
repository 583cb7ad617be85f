"""Cards have a face and a back: seen as such in every scheme, and whatever is on them."""

import pytest
from playwright.sync_api import Page

from builder.pipeline import build
from tests.learner.driver.looking import ask, violations
from tests.limits.pairs import SETTINGS

pytestmark = pytest.mark.browser

WORDS = ("Threshold", "What *do* we mean by a child protection conference?", "Multidisciplinary")
CARDS = "## Cards: Words of the court\n\n" + "\n\n".join(
    f"**{word}**\n\nWhat it means, said in one sentence." for word in WORDS
)
LOOK = """all => all.map(one => {
  const [front, back] = [one.querySelector("summary"), one.querySelector(".prose")];
  return {
    open: one.querySelector("details").open,
    ground: getComputedStyle(front).backgroundColor,
    height: front.getBoundingClientRect().height,
    size: parseFloat(getComputedStyle(front).fontSize),
    edge: getComputedStyle(one).borderTopStyle,
    back: back.checkVisibility() ? getComputedStyle(one).backgroundColor : "",
    text: parseFloat(getComputedStyle(back).fontSize),
    turn: getComputedStyle(front, "::before").rotate,
  };
})"""


@pytest.fixture(scope="module")
def address(tmp_path_factory: pytest.TempPathFactory) -> str:
    """A course of one page with three cards."""
    folder = tmp_path_factory.mktemp("cards")
    (folder / "course.yml").write_text(SETTINGS, encoding="utf-8")
    (folder / "01-cards.md").write_text(f"---\ntitle: Cards\n---\n\n{CARDS}\n", encoding="utf-8")
    outcome = build(folder, tmp_path_factory.mktemp("dist"), ["web"])
    assert not outcome.report.errors, outcome.report.errors
    return f"{next(path for path in outcome.written if path.name == 'index.html').as_uri()}#cards"


@pytest.mark.parametrize("width", [1280, 640, 320])
def test_a_front_is_a_face_and_a_back_is_a_page(page: Page, address: str, width: int) -> None:
    """The front is large, in the colour of the cover; turned it is the head of its back. Edges are there in forced colours."""
    page.set_viewport_size({"width": width, "height": 800})
    page.emulate_media(reduced_motion="reduce")
    page.goto(address)
    page.locator("html[data-ready]").wait_for()
    cards = page.locator(".card")
    for scheme in ("light", "dark"):
        page.emulate_media(color_scheme=scheme)  # type: ignore[arg-type]
        paper = page.evaluate("() => getComputedStyle(document.body).backgroundColor")
        fronts = cards.evaluate_all(LOOK)
        assert [one["open"] for one in fronts] == [False] * len(WORDS)
        for one in fronts:
            assert (
                one["height"] > 110 and one["size"] > one["text"] and one["ground"] != paper and one["edge"] == "solid"
            )
        assert violations(page) == [] and ask(page, "clipped") == [] and ask(page, "overlaps") == []
        for summary in cards.locator("summary").all():
            summary.click()
        for one, front in zip(cards.evaluate_all(LOOK), fronts, strict=True):
            assert one["open"] and one["back"] == paper
            assert one["height"] < front["height"] and one["turn"] != front["turn"]
        assert violations(page) == [] and ask(page, "clipped") == [] and ask(page, "overlaps") == []
        for summary in cards.locator("summary").all():
            summary.click()
    page.emulate_media(forced_colors="active")
    assert {one["edge"] for one in cards.evaluate_all(LOOK)} == {"solid"}


FOOT = """all => all.map(one => {
  const words = document.createRange();
  words.selectNodeContents(one.querySelector("summary"));
  const [card, at] = [one.getBoundingClientRect(), words.getBoundingClientRect()];
  return {
    row: Math.round(card.top), bottom: card.bottom, open: one.querySelector("details").open,
    foot: card.bottom - at.bottom, pressed: card.bottom - one.querySelector("summary").getBoundingClientRect().bottom,
  };
})"""


@pytest.mark.parametrize("width", [1280, 640])
def test_a_row_of_cards_is_even_whatever_is_turned(page: Page, address: str, width: int) -> None:
    """All cards of a row are as high. The words of each front stand at its foot, and the whole of it can be pressed."""
    page.set_viewport_size({"width": width, "height": 800})
    page.goto(address)
    page.locator("html[data-ready]").wait_for()
    cards = page.locator(".card")
    for turned in (None, 0, 1):
        if turned is not None:
            page.locator(".card [open] > summary").evaluate_all("all => all.forEach(one => one.click())")
            cards.nth(turned).locator("summary").click()
            cards.nth(turned).locator(".prose").evaluate("one => { one.style.minBlockSize = '20rem'; }")
        found = cards.evaluate_all(FOOT)
        rows = {one["row"] for one in found}
        assert len(rows) < len(found)
        for row in rows:
            of_row = [one for one in found if one["row"] == row]
            assert max(one["bottom"] for one in of_row) - min(one["bottom"] for one in of_row) < 1
        fronts = [one for one in found if not one["open"]]
        assert max(one["foot"] for one in fronts) - min(one["foot"] for one in fronts) < 6, turned
        assert all(one["pressed"] < 3 for one in fronts), turned
