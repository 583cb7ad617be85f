"""Reads a page once and runs every check on it."""

from collections.abc import Iterator

from builder.model.diagnostics import Diagnostic
from builder.verify.finding import found
from builder.verify.web_page.document import verify_balance, verify_document
from builder.verify.web_page.index import Page, index_page
from builder.verify.web_page.link import Anchors, verify_links
from builder.verify.web_page.naming import verify_names
from builder.verify.web_page.policy import verify_policy
from builder.verify.zip_file.container import Container


def verify_page(container: Container, name: str, content: bytes, anchors: Anchors) -> Iterator[Diagnostic]:
    """Every fault of one page; links to places in other pages wait in `anchors`."""
    page = index_page(name, content)
    if page is None:
        hint = "Open it in a browser and look at what is there."
        yield found("WEB-002", name, "the page holds no HTML", hint)
        return
    if name not in page.table.faults:
        page.table.faults[name] = tuple(_faults_inside(page))
    yield from page.table.faults[name]
    yield from verify_links(container, page, anchors)


def _faults_inside(page: Page) -> Iterator[Diagnostic]:
    """What can be said of a page without the rest of its package; the packages of a course have the same page."""
    yield from list(_parse_errors(page)) or verify_balance(page)
    yield from verify_document(page)
    yield from verify_policy(page)
    yield from verify_names(page)


def _parse_errors(page: Page) -> Iterator[Diagnostic]:
    hint = "Look at the tags just before this place: one is closed in the wrong order or twice."
    for message, line, column in page.table.errors:
        yield found("WEB-002", page.name, _sentence(message), hint, line, column)


def _sentence(message: str) -> str:
    return message.strip().rstrip(".").replace(" :", ":").lower()
