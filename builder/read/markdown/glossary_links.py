"""Words that the glossary explains, linked to it: the first use of each in the running text of a module."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from builder.model.content import Element, Emphasis, Inline, Inlines, Span, Strong, TermLink, Text
from builder.model.glossary import Term

_LEFT_ALONE = frozenset({"code", "dfn", "samp", "kbd", "var"})
"""HTML elements in which a link would be no word of the author's."""


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

    def link(self, content: Inlines) -> Inlines:
        """The same content with the first use of each term as a link; words of links, code and abbreviations stay."""
        return tuple(inline for node in content for inline in self._linked(node))

    def _linked(self, node: Inline) -> Iterator[Inline]:
        match node:
            case Text(words=words):
                yield from self._split(words)
            case Element(name=name) if name in _LEFT_ALONE:
                yield node
            case Emphasis() | Strong() | Span() | Element():
                yield replace(node, content=self.link(node.content))
            case _:
                yield node

    def _uses(self, text: str) -> list[tuple[re.Match[str], Term]]:
        lowered = text.lower()
        return [(match, term) for term in self.left if (match := term.find(text, lowered))]

    def _split(self, text: str) -> Iterator[Inline]:
        """The words of a text, and a link for each first use in it."""
        uses = sorted(self._uses(text), key=lambda use: (use[0].start(), -use[0].end()))
        end = 0
        for match, term in uses:
            if match.start() < end:
                continue  # inside a longer term: the next use of it will do
            if match.start() > end:
                yield Text(text[end : match.start()])
            yield TermLink(term.id, f"{self.module}--{term.id}", match[0])
            end = match.end()
            self.left.remove(term)
            self.met.append(term.id)
        if end < len(text):
            yield Text(text[end:])
