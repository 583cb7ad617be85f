"""Ids: made from words, claimed once in the whole course."""

import re
import unicodedata

from builder.model.diagnostics import Diagnostic, Span
from builder.read.files.source import Source
from builder.read.generated_ids import MadeId
from builder.read.settings.keys import AN_ID, ID

RESERVED = frozenset({"answers", "contents", "cover", "main", "record", "satchel-course"})
"""Ids that the page itself uses."""


_OTHER = re.compile(r"[^a-z0-9]+")


def slug(words: str, longest: int = 48) -> str:
    """Words as an id: lower case ASCII letters, digits and hyphens; empty when nothing is left."""
    plain = words.replace("’", "").replace("'", "")
    if not plain.isascii():
        plain = unicodedata.normalize("NFKD", plain).encode("ascii", "ignore").decode()
    result = _OTHER.sub("-", plain.lower()).strip("-")
    if len(result) > longest:
        result = result[: longest + 1].rsplit("-", 1)[0] if "-" in result[: longest + 1] else result[:longest]
    result = result.strip("-")
    return f"n-{result}" if result[:1].isdigit() else result


class Ids:
    """Every id of the course and where it was claimed."""

    def __init__(self) -> None:
        self.places: dict[str, Span] = {}
        self.made: list[MadeId] = []

    def claim(self, identifier: str, source: Source, line: int, column: int, module: bool = False) -> Diagnostic | None:
        """Take an id that an author's question or heading must have; a diagnostic when it cannot be had.

        `module`: it is that of a module, and stands in its front matter.
        """
        other = f"id: {identifier}-2" if module else f"{{#{identifier}-2}}."
        length = len(identifier)
        if not ID.fullmatch(identifier):
            near = slug(identifier)
            hint = f"Write {{#{near}}}." if ID.fullmatch(near) else "Write for example {#my-question}."
            message = f'"{identifier}" cannot be an id: ids are {AN_ID}'
            fix = (identifier, near) if ID.fullmatch(near) else None
            return source.fault("STR-018", line, column, message, hint, length, fix)
        if identifier in RESERVED or identifier.startswith("answer-"):
            message = f'the id "{identifier}" is used by the page itself'
            return source.fault("A15", line, column, message, f"Choose another, for example {other}", length)
        first = self.places.get(identifier)
        if first is not None:
            if (first.path, first.line, first.column) == (source.path, line, column):
                message = f'this file is included more than once, and so the id "{identifier}" would be there twice'
                hint = "Include it once, or take this block out of the fragment and into one module."
                return source.fault("A15", line, column, message, hint, length)
            where = f"on line {first.line}" if first.path == source.path else f"at {first.path}:{first.line}"
            message = f'the id "{identifier}" is already used {where}'
            hint = f"Give one of them an id of its own, for example {other}"
            return source.fault("A15", line, column, message, hint, length)
        self.places[identifier] = Span(source.path, line, column, length)
        return None

    def free(self, wanted: str, span: Span) -> str:
        """Take an id for a plain heading: the wanted one, or the next free one after it."""
        candidate, number = wanted, 1
        while candidate in self.places or candidate in RESERVED or candidate.startswith("answer-"):
            number += 1
            candidate = f"{wanted}-{number}"
        self.places[candidate] = span
        return candidate
