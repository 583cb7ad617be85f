"""Marks that the reader leaves where words of the page's own language belong (`Prose.html`)."""

from collections.abc import Mapping
from html import escape

NEW_TAB, BACK, DESCRIPTION = "<!--new-tab-->", "<!--back-->", "<!--description-->"

ARROW = (
    '<svg class="new-tab" viewBox="0 0 12 12" width="12" height="12" fill="none" stroke="currentColor" '
    'stroke-width="1.5" aria-hidden="true" focusable="false"><path d="M4 2h6v6m0-6L2 10"/></svg>'
)
"""Sighted learners see an arrow where others hear the words (WCAG 2.2, technique G201)."""


def put_words(page: str, strings: Mapping[str, str]) -> str:
    """The page with words in place of the reader's marks."""
    new_tab = f'{ARROW}<span class="visually-hidden"> {escape(strings["link.new-tab"])}</span>'
    page = page.replace(NEW_TAB, new_tab).replace(BACK, escape(strings["link.back"]))
    return page.replace(DESCRIPTION, escape(strings["picture.description"]))
