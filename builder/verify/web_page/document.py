"""Checks of the page as a document: doctype, encoding, language, title, and closed elements."""

import re
from collections import Counter
from collections.abc import Iterator
from operator import itemgetter

from builder.model.diagnostics import Diagnostic
from builder.verify.finding import found
from builder.verify.web_page.finding import found_at
from builder.verify.web_page.index import Page

_CHARSET = re.compile(rb"^\xef\xbb\xbf|<meta[^>]+charset\s*=\s*[\"']?\s*utf-8", re.IGNORECASE)
_CHARSET_WITHIN = 1024  # HTML, Specifying the document's character encoding
_LANGUAGE = re.compile(r"[A-Za-z]{2,8}(?:-[A-Za-z0-9]{1,8})*")
# An end tag; or, to be passed over, a comment or an element whose words may look like one.
_END_TAG = re.compile(
    rb"<(?:/([a-z][a-z0-9]*)|!--.*?(?:-->|\Z)"
    rb"|(?:script|style|textarea|title)\b.*?(?:</(?:script|style|textarea|title)|\Z))",
    re.IGNORECASE | re.DOTALL,
)
# Elements whose end tag may not be left out (HTML, Optional tags).
_CLOSED = frozenset((
    "a", "abbr", "address", "article", "aside", "audio", "b", "bdi", "bdo", "blockquote", "button",
    "canvas", "cite", "code", "data", "del", "details", "dfn", "dialog", "div", "dl", "em", "fieldset",
    "figcaption", "figure", "footer", "form", "h1", "h2", "h3", "h4", "h5", "h6", "header", "i", "ins",
    "kbd", "label", "legend", "main", "map", "mark", "menu", "meter", "nav", "ol", "output", "picture",
    "pre", "progress", "q", "s", "samp", "search", "section", "select", "small", "span", "strong",
    "sub", "summary", "sup", "svg", "table", "time", "u", "ul", "var", "video",
))  # fmt: skip


def verify_document(page: Page) -> Iterator[Diagnostic]:
    """Check what a page must be before its content matters."""
    yield from _doctype(page)
    yield from _charset(page)
    yield from _language(page)
    yield from _title(page)


def _doctype(page: Page) -> Iterator[Diagnostic]:
    if not page.table.html5:
        hint = "Begin the page with <!DOCTYPE html>; without it browsers imitate the faults of the 1990s."
        yield found("WEB-002", page.name, "the page does not begin with <!DOCTYPE html>", hint)


def _charset(page: Page) -> Iterator[Diagnostic]:
    if not _CHARSET.search(page.content[:_CHARSET_WITHIN]):
        hint = 'Write <meta charset="utf-8"> as the first thing in <head>.'
        yield found("WEB-003", page.name, "the page does not say that it is UTF-8", hint)


def _language(page: Page) -> Iterator[Diagnostic]:
    language = page.html.get("lang")
    if not _LANGUAGE.fullmatch(language):
        fault = f'"{language}" is not a language tag' if language else "the page does not say its language"
        hint = 'Write <html lang="en-GB">, or whatever the language is.'
        yield found_at("WEB-004", page, page.html, fault, hint)


def _title(page: Page) -> Iterator[Diagnostic]:
    title = next((title for title in page.elements("title") if title.in_head), None)
    if title is None or not title.words:
        line = 1 if title is None else page.lines.of(title.number)
        hint = "Write the name of the course into <title> in <head>."
        yield found("WEB-005", page.name, "the page has no title", hint, line)


def verify_balance(page: Page) -> Iterator[Diagnostic]:
    """Elements opened more often than closed, which the parser closes by itself without an error."""
    closed: Counter[str] = Counter()
    for tag, times in Counter(map(itemgetter(1), _END_TAG.finditer(page.content))).items():
        closed[(tag or b"").decode("ascii").lower()] += times
    for name in sorted(_CLOSED & page.table.counts.keys()):
        if page.table.counts[name] > closed[name]:
            message = f"<{name}> is opened {page.table.counts[name]} times and closed {closed[name]} times"
            yield found("WEB-002", page.name, message, f"Look for a missing </{name}>.")
