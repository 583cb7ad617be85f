"""Changes at places of a text; all else stays as it is, to the byte."""

from collections.abc import Iterable
from dataclasses import dataclass

from builder.model.content.control_characters import NOTHING


@dataclass(frozen=True, slots=True)
class Edit:
    """Characters from one place to another, and what takes their place. Lines and columns count from 1."""

    line: int
    column: int
    last_line: int
    last_column: int
    """Column behind the last character."""
    text: str

    @classmethod
    def insert(cls, line: int, column: int, text: str) -> "Edit":
        """Put words in at a place."""
        return cls(line, column, line, column, text)


def edited(data: bytes, edits: Iterable[Edit]) -> bytes:
    """The bytes of a file with changes made. Line ends and a byte order mark stay; new lines end as the first one does."""
    text = data.decode("utf-8")
    starts = _starts(text)
    end = "\r\n" if "\r\n" in text else "\r" if "\r" in text and "\n" not in text else "\n"
    pieces: list[str] = []
    at = 0
    ordered = sorted(
        enumerate(edits), key=lambda one: (one[1].line, one[1].column, one[1].last_line, one[1].last_column, one[0])
    )
    for _, edit in ordered:
        start, stop = starts[edit.line - 1] + edit.column - 1, starts[edit.last_line - 1] + edit.last_column - 1
        if start < at:
            continue  # inside what was replaced already
        pieces += [text[at:start], edit.text.replace("\n", end)]
        at = stop
    return "".join([*pieces, text[at:]]).encode("utf-8")


def _starts(text: str) -> list[int]:
    """Where each line begins, as sources count them: CR, LF and both together end one, and what is nothing is no part of it."""
    starts, at = [_behind_nothing(text, 0)], 0
    while at < len(text):
        if text[at] == "\r" and text[at + 1 : at + 2] == "\n":
            at += 1
        if text[at] in "\r\n":
            starts.append(_behind_nothing(text, at + 1))
        at += 1
    return starts


def _behind_nothing(text: str, at: int) -> int:
    while at < len(text) and text[at] in NOTHING:
        at += 1
    return at
