"""What the first page asks of an LMS: nothing that belongs to a page that is not shown."""

from pathlib import Path

import pytest
from lxml import html
from lxml.html import HtmlElement
from playwright.sync_api import Browser

MOST = 4
"""Page, styles, script, and the record's script once the page is ready."""


@pytest.fixture(scope="module")
def root(web_course: Path) -> HtmlElement:
    """The page of the first course, which has films with posters, and pictures."""
    return html.document_fromstring(web_course.read_bytes())


def at_once(root: HtmlElement) -> list[str]:
    """Addresses that a browser asks for while it reads the page, whatever is shown of it."""
    found = [str(address) for address in root.xpath("//link[@rel='stylesheet']/@href | //script/@src | //@poster")]
    for element in root.xpath("//img | //iframe | //video | //audio | //source | //object | //embed"):
        waits = element.get("loading") == "lazy" or element.get("preload") == "none"
        address = element.get("src") or element.get("data") or ""
        if address and not waits and not address.startswith("data:"):
            found.append(address)
    return found


def test_the_page_asks_at_once_for_its_styles_and_its_script_alone(root: HtmlElement) -> None:
    """The films and pictures of the first course are all on pages that are not shown yet."""
    assert len(root.xpath("//video")) >= 3 and root.xpath("//img[@data-film-poster]")
    assert sorted(at_once(root)) == ["satchel.css", "satchel.js"]


@pytest.mark.slow
@pytest.mark.browser
def test_the_cover_asks_for_no_film_and_the_page_of_a_film_does(web_course: Path, browser: Browser) -> None:
    """Its poster and its length come when its page is shown, and those of no other page."""
    context = browser.new_context()
    page = context.new_page()
    asked: list[str] = []
    page.on("request", lambda request: asked.append(request.url))
    with page.expect_request(lambda request: request.url.endswith("satchel-record.js")):
        page.goto(web_course.as_uri())
    names = [Path(url).name for url in asked if not url.startswith("data:")]
    assert len(names) <= MOST, names
    film = page.locator("[data-module]:has(video)").first
    poster = film.locator("[data-film-poster]").get_attribute("src", timeout=0)
    source = film.locator("video").get_attribute("src", timeout=0)
    with (
        page.expect_request(lambda request: request.url.endswith(str(source))),
        page.expect_request(lambda request: request.url.endswith(str(poster))),
    ):
        page.locator(f'[data-contents="{film.get_attribute("id")}"]').evaluate("link => link.click()")
    others = page.locator("[data-module]:not([data-current]) video").evaluate_all(
        "films => films.map((film) => film.getAttribute('src'))"
    )
    assert others and not [url for url in asked if any(url.endswith(other) for other in others)]
    context.close()
