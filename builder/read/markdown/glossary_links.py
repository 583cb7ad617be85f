"""Words that the glossary explains, linked to it: the first use of each in the running text of a module."""

import re
import xml.etree.ElementTree as etree
from collections.abc import Sequence

from builder.model.glossary import Term

_LEFT_ALONE = frozenset({"a", "code", "abbr", "sup", "dfn"})
"""Inside these a link would be a second one, or no word of the author's."""


class TermLinker:
    """The terms that a module has not used yet."""

    def __init__(self, terms: Sequence[Term], module: str) -> None:
        """`module` is the id of the module, which each place is named after."""
        self.left = list(terms)
        self.module = module
        self.met: list[str] = []

    def finds(self, text: str) -> bool:
        """Whether a text uses a term for the first time."""
        return bool(self._uses(text))

    def link(self, element: etree.Element) -> None:
        """Link the first use of each term below an element."""
        children = list(element)
        if element.text:
            element.text, made = self._split(element.text)
            for position, anchor in enumerate(made):
                element.insert(position, anchor)
        for child in children:
            if child.tag not in _LEFT_ALONE:
                self.link(child)
            if child.tail:
                child.tail, made = self._split(child.tail)
                after = list(element).index(child) + 1
                for position, anchor in enumerate(made, after):
                    element.insert(position, anchor)

    def _uses(self, text: str) -> list[tuple[re.Match[str], Term]]:
        lowered = text.lower()
        return [(match, term) for term in self.left if (match := term.find(text, lowered))]

    def _split(self, text: str) -> tuple[str, list[etree.Element]]:
        """The text before the first use, and a link for each, with the text behind it."""
        uses = sorted(self._uses(text), key=lambda use: (use[0].start(), -use[0].end()))
        made: list[etree.Element] = []
        first, end = text, 0
        for match, term in uses:
            if match.start() < end:
                continue  # inside a longer term: the next use of it will do
            anchor = etree.Element("a", {"class": "term", "href": f"#{term.id}", "id": f"{self.module}--{term.id}"})
            anchor.text = match[0]
            if made:
                made[-1].tail = text[end : match.start()]
            else:
                first = text[: match.start()]
            end = match.end()
            made.append(anchor)
            self.left.remove(term)
            self.met.append(term.id)
        if made:
            made[-1].tail = text[end:]
        return first, made
