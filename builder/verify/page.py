"""A page: parsed once, walked once, then asked everything."""

from collections.abc import Iterator

from lxml import etree

from builder.model.diagnostics import Diagnostic
from builder.model.rules import package as rules
from builder.verify.container import Container
from builder.verify.document import verify_balance, verify_document
from builder.verify.finding import found
from builder.verify.index import index_page
from builder.verify.link import Anchors, verify_links
from builder.verify.naming import verify_names
from builder.verify.policy import verify_policy
from builder.verify.tree import log_entries


def verify_page(container: Container, name: str, content: bytes, anchors: Anchors) -> Iterator[Diagnostic]:
    """Everything that is wrong with one page; links to places in other pages wait in `anchors`."""
    parser = etree.HTMLParser(
        encoding="utf-8", huge_tree=True, remove_comments=True, remove_pis=True, collect_ids=False
    )
    root = _parse(content, parser)
    if root is None or root.tag != "html":
        hint = "Open it in a browser and look at what is there."
        yield found(rules.MALFORMED_PAGE, name, "the page holds no HTML", hint)
        return
    page = index_page(name, content, root)
    yield from list(_parse_errors(name, parser)) or verify_balance(page)
    yield from verify_document(page)
    yield from verify_policy(page)
    yield from verify_names(page)
    yield from verify_links(container, page, anchors)


def _parse(content: bytes, parser: etree.HTMLParser) -> etree._Element | None:
    try:
        return etree.fromstring(content, parser)
    except etree.LxmlError:
        return None


def _parse_errors(name: str, parser: etree.HTMLParser) -> Iterator[Diagnostic]:
    for error in log_entries(parser.error_log):
        # libxml2 before 2.14 knows only the elements of HTML 4.
        if error.type_name != "HTML_UNKNOWN_TAG":
            hint = "Look at the tags just before this place: one is closed in the wrong order or twice."
            yield found(rules.MALFORMED_PAGE, name, _sentence(error.message), hint, error.line, error.column)


def _sentence(message: str) -> str:
    return message.strip().rstrip(".").replace(" :", ":").lower()
