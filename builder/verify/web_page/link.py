"""Checks of the addresses in a page: what it loads, where its links lead, and the places within it."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from urllib.parse import unquote

from builder.model.diagnostics import Diagnostic
from builder.verify.address import Address, address_of, missing
from builder.verify.tag import Tag
from builder.verify.web_page.finding import found_at
from builder.verify.web_page.index import ADDRESSES, FRAMES, MEDIA, Page
from builder.verify.zip_file.container import Container

_LINKS = ("a", "area")
# What a person may follow out of the course; `data:` is how a page offers a download.
_FOLLOWED = ("http", "https", "mailto", "tel", "sms", "data")
_TOLD = ("base", *FRAMES)  # by policy.py
_REFRESH = re.compile(r"[\d.\s]*[;,]?\s*(?:url\s*=)?\s*[\"']?([^\"']*)", re.IGNORECASE)
_SRCSETS = ("srcset", "imagesrcset")
_LOCAL_HINT = "Put the file into the package and name it by a relative address."


@dataclass(slots=True)
class Anchors:
    """Places in pages, and the links from one page to a place in another that wait for them."""

    places: dict[str, frozenset[str]] = field(default_factory=dict)
    """Ids of each page seen so far."""
    waiting: list[tuple[Address, Diagnostic]] = field(default_factory=list)
    """Each link with the diagnostic for the case that its place is missing."""

    def unresolved(self) -> Iterator[Diagnostic]:
        """After the last page: links to places that are not there."""
        for address, finding in self.waiting:
            ids = self.places.get(address.member or "")
            if ids is not None and not _is_place(address.fragment, ids):
                yield finding


def verify_links(container: Container, page: Page, anchors: Anchors) -> Iterator[Diagnostic]:
    """Every address in a page."""
    anchors.places[page.name] = page.ids
    yield from _refreshes(page)
    for name in ADDRESSES:
        for element, value in page.having(name):
            if element.tag in _TOLD or _is_plain_link(page, element, value):
                continue
            for written in _candidates(value) if name in _SRCSETS else (value,):
                yield from _verify_address(container, page, anchors, element, written)


def _candidates(srcset: str) -> Iterator[str]:
    """The addresses in `a.png 1x, b.png 2x` (HTML, Parsing a srcset attribute); an address may hold commas."""
    begins = True
    for word in srcset.split():
        while word:
            if begins:
                if address := word.strip(","):
                    yield address
                begins, word = word.endswith(","), ""
            else:
                _, comma, word = word.partition(",")
                begins = bool(comma)


def _is_plain_link(page: Page, element: Tag, value: str) -> bool:
    """Recognise the two kinds of links that a page has by the thousand, without parsing them."""
    return element.tag == "a" and (value.startswith("https://") or (value[:1] == "#" and value[1:] in page.ids))


def _verify_address(
    container: Container, page: Page, anchors: Anchors, element: Tag, written: str
) -> Iterator[Diagnostic]:
    address = address_of(written, page.name)
    followed = element.tag in _LINKS
    if address.scheme == "javascript":
        hint = "Link to a place in the page, or use a button and a listener in the script."
        yield found_at("WEB-010", page, element, f'"{written[:80]}" is a script', hint)
    elif element.tag == "track":
        yield from _track(page, element, address)
    elif not address.inner:
        yield from _outer(page, element, address, followed)
    elif fault := missing(container, address):
        yield found_at("WEB-013", page, element, *fault)
    elif element.tag == "use" and address.member != page.name:
        message = f'browsers refuse <use href="{written}"> on a page that was opened from a file'
        hint = "Put the symbol into the page itself."
        yield found_at("WEB-015", page, element, message, hint)
    elif address.fragment and (followed or element.tag == "use"):
        yield from _anchor(page, anchors, element, address)


def _refreshes(page: Page) -> Iterator[Diagnostic]:
    for meta in page.elements("meta"):
        refresh = _REFRESH.match(meta.get("content", ""))
        if meta.get("http-equiv", "").lower() == "refresh" and refresh:
            yield from _outer(page, meta, address_of(refresh[1], page.name), followed=False)


def _track(page: Page, element: Tag, address: Address) -> Iterator[Diagnostic]:
    if address.scheme != "data":
        message = f'the track "{address.written[:80]}" is a file'
        hint = "Write the captions into the address: data:text/vtt;charset=utf-8,WEBVTT and so on."
        yield found_at("WEB-016", page, element, message, hint)


def _outer(page: Page, element: Tag, address: Address, followed: bool) -> Iterator[Diagnostic]:
    if address.inner:
        return
    if followed and address.scheme not in _FOLLOWED:
        message = f'"{address.written[:80]}" leads to no file of the package and to no web page'
        yield found_at("WEB-013", page, element, message, "Begin it with https://.")
    elif address.scheme == "https" and element.tag in MEDIA:
        return  # the policy names its host, and no other
    elif not followed and address.scheme not in ("data", "blob"):
        message = f'<{element.tag}> loads "{address.written[:80]}" from outside the package'
        yield found_at("WEB-014", page, element, message, _LOCAL_HINT)


def _anchor(page: Page, anchors: Anchors, element: Tag, address: Address) -> Iterator[Diagnostic]:
    if address.member == page.name and _is_place(address.fragment, page.ids):
        return
    hint = "Mend the part after #, or give the place that id."
    message = f'"{address.written}" leads to a place that is not there'
    finding = found_at("WEB-012", page, element, message, hint)
    if address.member == page.name:
        yield finding
    else:
        anchors.waiting.append((address, finding))


def _is_place(fragment: str, ids: frozenset[str]) -> bool:
    # HTML, Scrolling to a fragment: as written, then decoded; "top" is always there.
    return fragment in ids or unquote(fragment) in ids or fragment.lower() == "top"
