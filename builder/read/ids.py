"""Ids: claimed once in the whole course."""

import re
from typing import Any, NamedTuple, TypeVar

from builder.model.content.spelling import alike, hashed
from builder.model.contract import LONGEST_ID
from builder.model.diagnostics import Diagnostic, Span
from builder.model.rare_pattern import rare_pattern
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
_ANSWER = "answer-"
"""Begins ids of the page's own answers, with whatever follows."""
_HYPHENS = re.compile("-{2,}")
_REMEDY = "Give one of them an id of its own, for example"
T = TypeVar("T")


_NUMBER_OF_GIFT = rare_pattern(
    r"[=~]?(?P<number>-?\d[\d.]*?)(?P<sign>:|\.\.)(?P<more>-?\d[\d.]*)|[=~](?P<alone>-?\d[\d.,]*)"
)


def number_of_gift(braces: str) -> str:
    """The right number that braces hold in GIFT, such as `#1822:5`, as a line of ours says it: `1822 ± 5`; empty for any other words."""
    found = _NUMBER_OF_GIFT.fullmatch(braces)
    if found is None or found["alone"]:
        return found["alone"] if found else ""
    if found["sign"] == "..":
        return f"{found['number']}..{found['more']}"
    return f"{found['number']} ± {found['more']}" if found["more"].strip("0.") else found["number"]


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
        self._modules: set[str] = set()
        self._offered: set[str] = set()
        self._said: dict[str, str] = {}
        self._numbers: dict[str, int] = {}
        self.calls: list[Call] | None = None
        """What is asked meanwhile is noted here."""

    def claim(
        self,
        identifier: str,
        source: Source,
        line: int,
        column: int,
        module: bool = False,
        words: str = "",
        made: str = "",
    ) -> Diagnostic | None:
        """Take an id that an author's question or heading must have; a diagnostic when it cannot be had.

        `module`: it is that of a module, and stands in its front matter. `words`: what it was made from.
        `made`: what nobody wrote it but was made of, as a fault says it; empty for one that the author wrote.
        """
        result = self._claim(identifier, source, line, column, module, words, made)
        return self._noted("claim", (identifier, source, line, column, module, words, made), result)

    def _noted(self, method: str, given: tuple[Any, ...], result: T) -> T:
        if self.calls is not None:
            self.calls.append(Call(method, given, result))
        return result

    def _claim(
        self, identifier: str, source: Source, line: int, column: int, module: bool, words: str, made: str
    ) -> Diagnostic | None:
        length = len(identifier)
        if not ID.fullmatch(identifier):
            if number := number_of_gift(identifier):
                message = "these braces hold a number, as in GIFT, and an id begins with a letter"
                hint = f"Delete them, and write below a heading `## Number: ...`: = {number}"
                return source.fault("STR-018", line, column, message, hint, length)
            near = slug(identifier)
            near = near if len(near) != 1 else f"my-{near}"
            hint = f"Write {{#{near}}}." if ID.fullmatch(near) else "Write for example {#my-question}."
            message = f'"{identifier}" cannot be an id: ids are {AN_ID}'
            fix = (identifier, near) if ID.fullmatch(near) else None
            return source.fault("STR-018", line, column, message, hint, length, fix)
        named = f'the id "{identifier}"' + (f", made of {made}," if made else "")
        first = self.places.get(identifier)
        if self._is_ours(identifier) or "--" in identifier:
            message, remedy = f"{named} is used by the page itself", "Choose another, for example"
        elif first is None:
            self._take(identifier, Span(source.path, line, column, length), module, words)
            return None
        elif (first.path, first.line, first.column) == (source.path, line, column):
            message = f'this file is included more than once, and so the id "{identifier}" would be there twice'
            hint = "Include it once, or take this block out of the fragment and into one module."
            return source.fault("A15", line, column, message, hint, length)
        else:
            message, remedy = f"{named} is already {self._place_of(identifier, source)}", _REMEDY
        if made:
            remedy = f"Write one of its own {'into its front matter' if module else 'behind the words'}:"
        return source.fault("A15", line, column, message, f"{remedy} {self._another(identifier, module)}", length)

    def _take(self, identifier: str, span: Span, module: bool, words: str) -> None:
        self.places[identifier] = span
        self._said[identifier] = alike(words)
        if module:
            self._modules.add(identifier)

    def _place_of(self, identifier: str, source: Source) -> str:
        """Where an id is that somebody else wants in `source`, as a fault says it."""
        first = self.places[identifier]
        here = first.path == source.path
        if identifier in self._modules:
            return "that of this module" if here else f"that of the module {first.path}"
        return f"used on line {first.line}" if here else f"used at {first.path}:{first.line}"

    def words_of(self, identifier: str) -> str:
        """What an id was made from, as `alike` gives it; empty when it is not known."""
        return self._noted("words_of", (identifier,), self._said.get(identifier, ""))

    def free(self, wanted: str, span: Span, words: str = "") -> str:
        """Take an id on which no answer hangs, as that of a plain heading: the wanted one, or one nearly like it.

        A heading that has other words (`words`), signs and accents counted, gets a hash of them; one that says the same a number.
        """
        return self._noted("free", (wanted, span, words), self._free(wanted, span, words))

    def _free(self, wanted: str, span: Span, words: str) -> str:
        said, wanted = alike(words), _outside(wanted)
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
        return identifier in RESERVED or identifier.startswith(_ANSWER)

    def _another(self, identifier: str, module: bool) -> str:
        """One like it that is free, as it is written."""
        plain = _outside(_HYPHENS.sub("-", identifier))
        candidate, number = plain, 1
        while self._is_taken(candidate) or candidate in self._offered:
            number += 1
            candidate = f"{plain[: LONGEST_ID - 1 - len(str(number))].rstrip('-')}-{number}"
        self._offered.add(candidate)
        return f"id: {candidate}" if module else f"{{#{candidate}}}."


def _outside(identifier: str) -> str:
    """The same, or with a word before it where no number behind it would make it an author's."""
    return f"my-{identifier}"[:LONGEST_ID].rstrip("-") if identifier.startswith(_ANSWER) else identifier
