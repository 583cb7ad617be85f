"""The library's search for patterns, in time that grows with the text.

The library makes the whole text anew for each thing that it finds, which takes the square of a long paragraph. Here a
pattern goes through the text once, and the pieces are joined at its end. So it does for patterns that look only ahead, at
text that nothing has changed yet; the others look at the sign before them, which may be that of a placeholder.
"""

import xml.etree.ElementTree as etree
from collections.abc import Iterator

from markdown import Markdown
from markdown.inlinepatterns import InlineProcessor as Pattern
from markdown.treeprocessors import InlineProcessor
from markdown.util import INLINE_PLACEHOLDER_RE, AtomicString

LOOKS_AHEAD = "looks_ahead"
"""Attribute of a pattern that says so."""


class SinglePass(InlineProcessor):
    """Finds the patterns of a text, and puts what they made into the tree.

    Two methods take the place of those of the library, by the names under which it calls them.
    """

    def __init__(self, md: Markdown) -> None:
        super().__init__(md)
        self._one_by_one = super()._InlineProcessor__applyPattern  # type: ignore[misc]

    def _InlineProcessor__applyPattern(
        self, pattern: Pattern, data: str, at: int, start: int = 0
    ) -> tuple[str, bool, int]:
        """The text with a placeholder for all that a pattern finds; the library's own way where it may look back."""
        if not getattr(pattern, LOOKS_AHEAD, False):
            found: tuple[str, bool, int] = self._one_by_one(pattern, data, at, start)
            return found
        pieces: list[str] = []
        done = 0
        for begin, end, placeholder in self._all_of(pattern, data, at):
            pieces += [data[done:begin], placeholder]
            done = end
        return "".join([*pieces, data[done:]]) if pieces else data, False, 0

    def _all_of(self, pattern: Pattern, data: str, at: int) -> Iterator[tuple[int, int, str]]:
        """From where to where each thing stands that a pattern finds, and its placeholder."""
        compiled, position = pattern.getCompiledRegExp(), 0
        while match := compiled.search(data, position):
            node, begin, end = pattern.handleMatch(match, data)
            if begin is None or end is None:
                position = match.end()
                continue
            position = end
            if node is not None:
                self._look_into(node, at)
                placeholder: str = self._InlineProcessor__stashNode(node, pattern.type())  # type: ignore[attr-defined]
                yield begin, end, placeholder

    def _look_into(self, node: etree.Element | str, at: int) -> None:
        """Look for the other patterns in the words of an element."""
        if isinstance(node, str) or isinstance(node.text, AtomicString):
            return
        handle = self._InlineProcessor__handleInline  # type: ignore[attr-defined]
        for child in (node, *node):
            if child.text:
                self.ancestors.append(child.tag.lower())
                child.text = handle(child.text, at + 1)
                self.ancestors.pop()
            if child.tail:
                child.tail = handle(child.tail, at)

    def _InlineProcessor__processPlaceholders(
        self, data: str, parent: etree.Element, isText: bool = True
    ) -> list[tuple[etree.Element, list[str]]]:
        """The elements for which placeholders stand in a text; its words become text of the parent and their tails."""
        found: list[tuple[etree.Element, list[str]]] = []
        words: list[list[str]] = [[]]
        done = 0
        for match in INLINE_PLACEHOLDER_RE.finditer(data or ""):
            node = self.stashed_nodes.get(match[1])
            if node is None:
                continue
            words[-1].append(data[done : match.start()])
            done = match.end()
            if isinstance(node, str):
                words[-1].append(node)
                continue
            for child in (node, *node):
                for written, of_text in ((child.tail, False), (child.text, True)):
                    if written and written.strip():
                        self._InlineProcessor__processElementText(  # type: ignore[attr-defined]
                            child if of_text else node, child, of_text
                        )
            found.append((node, self.ancestors[:]))
            words.append([])
        words[-1].append(data[done:] if done else data or "")
        for (node, _), said in zip(found, words[1:], strict=True):
            node.tail = _joined(node.tail, said)
        if isText:
            parent.text = _joined(parent.text, words[0])
        else:
            parent.tail = _joined(parent.tail, words[0])
        return found


def _joined(before: str | None, words: list[str]) -> str | None:
    """Words behind those that are there; one piece stays what it is, also where nothing more is to be looked for in it."""
    said = [word for word in words if word]
    if before:
        said.insert(0, before)
    return said[0] if len(said) == 1 else "".join(said) or None
