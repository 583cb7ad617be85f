"""Ids: claimed once in the whole course."""

import re
from typing import Any, NamedTuple, TypeVar

from builder.model.content.spelling import alike, hashed
from builder.model.contract import LONGEST_ID
from builder.model.diagnostics import Diagnostic, Span
from builder.read.files.source import Source
from builder.read.settings.keys import AN_ID, ID
from builder.read.words_to_ids import slug

RESERVED = frozenset(
    {
        *("answers", "contents", "cover", "main", "record", "satchel-course"),
        *("answers-title", "contents-title", "cover-title", "record-title", "result-title"),
    }
)
"""Ids that the page itself uses."""
_HYPHENS = re.compile("-{2,}")
T = TypeVar("T")


class Call(NamedTuple):
    """What was asked of the ids of a course, and the answer."""

    method: str
    """Name of the method."""
    given: tuple[Any, ...]
    """Its arguments."""
    result: object
    """What it gave."""


class Ids:
    """Every id of the course and where it was claimed."""

    def __init__(self) -> None:
        self.places: dict[str, Span] = {}
        self._said: dict[str, str] = {}
        self._numbers: dict[str, int] = {}
        self.calls: list[Call] | None = None
        """What is asked meanwhile is noted here."""

    def claim(
        self, identifier: str, source: Source, line: int, column: int, module: bool = False, words: str = ""
    ) -> Diagnostic | None:
        """Take an id that an author's question or heading must have; a diagnostic when it cannot be had.

        `module`: it is that of a module, and stands in its front matter. `words`: what it was made from.
        """
        result = self._claim(identifier, source, line, column, module, words)
        return self._noted("claim", (identifier, source, line, column, module, words), result)

    def _noted(self, method: str, given: tuple[Any, ...], result: T) -> T:
        if self.calls is not None:
            self.calls.append(Call(method, given, result))
        return result

    def _claim(
        self, identifier: str, source: Source, line: int, column: int, module: bool, words: str
    ) -> Diagnostic | None:
        length = len(identifier)
        if not ID.fullmatch(identifier):
            near = slug(identifier)
            near = near if len(near) != 1 else f"my-{near}"
            hint = f"Write {{#{near}}}." if ID.fullmatch(near) else "Write for example {#my-question}."
            message = f'"{identifier}" cannot be an id: ids are {AN_ID}'
            fix = (identifier, near) if ID.fullmatch(near) else None
            return source.fault("STR-018", line, column, message, hint, length, fix)
        if self._is_ours(identifier) or "--" in identifier:
            message = f'the id "{identifier}" is used by the page itself'
            hint = f"Choose another, for example {self._another(identifier, module)}"
            return source.fault("A15", line, column, message, hint, length)
        first = self.places.get(identifier)
        if first is not None:
            if (first.path, first.line, first.column) == (source.path, line, column):
                message = f'this file is included more than once, and so the id "{identifier}" would be there twice'
                hint = "Include it once, or take this block out of the fragment and into one module."
                return source.fault("A15", line, column, message, hint, length)
            where = f"on line {first.line}" if first.path == source.path else f"at {first.path}:{first.line}"
            message = f'the id "{identifier}" is already used {where}'
            hint = f"Give one of them an id of its own, for example {self._another(identifier, module)}"
            return source.fault("A15", line, column, message, hint, length)
        self.places[identifier] = Span(source.path, line, column, length)
        self._said[identifier] = alike(words)
        return None

    def words_of(self, identifier: str) -> str:
        """What an id was made from, as `alike` gives it; empty when it is not known."""
        return self._noted("words_of", (identifier,), self._said.get(identifier, ""))

    def free(self, wanted: str, span: Span, words: str = "") -> str:
        """Take an id on which no answer hangs, as that of a plain heading: the wanted one, or one nearly like it.

        A heading that has other words (`words`), signs and accents counted, gets a hash of them; one that says the same a number.
        """
        return self._noted("free", (wanted, span, words), self._free(wanted, span, words))

    def _free(self, wanted: str, span: Span, words: str) -> str:
        said = alike(words)
        if self._is_taken(wanted) and (self._said.get(wanted) or said) != said:
            wanted = f"{wanted}-{hashed(words)}"
        candidate, number = wanted, self._numbers.get(wanted, 1)
        while self._is_taken(candidate):
            number += 1
            candidate = f"{wanted}-{number}"
        self._numbers[wanted] = number
        self.places[candidate] = span
        self._said.setdefault(candidate, said)
        return candidate

    def _is_taken(self, identifier: str) -> bool:
        return identifier in self.places or self._is_ours(identifier)

    @staticmethod
    def _is_ours(identifier: str) -> bool:
        """Whether the page has a use for an id itself. It has others too, whose parts it joins by two hyphens."""
        return identifier in RESERVED or identifier.startswith("answer-")

    def _another(self, identifier: str, module: bool) -> str:
        """One like it that is free, as it is written."""
        plain = _HYPHENS.sub("-", identifier)
        candidate, number = plain, 1
        while self._is_taken(candidate):
            number += 1
            candidate = f"{plain[: LONGEST_ID - 1 - len(str(number))].rstrip('-')}-{number}"
        return f"id: {candidate}" if module else f"{{#{candidate}}}."
