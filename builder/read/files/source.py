"""A text file of the course: its lines, and how to point at them."""

import re
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from contextvars import ContextVar
from dataclasses import dataclass
from html import unescape
from itertools import islice
from pathlib import Path

from builder.model.content.control_characters import ENTITY, LINE_ENDS, NOTHING, message_of, refused, without_refused
from builder.model.diagnostics import Diagnostic, Edit, Fix, Span
from builder.model.rules import fault, swap
from builder.read.files.unicode_form import name_of, program_file, unicode_form

LONGEST_LINE = 20_000
"""Characters. A paragraph of 3,000 words is on one line in many editors; anything longer is a paste gone wrong."""

LARGEST_FILE = 4_000_000
"""Bytes. A novel has one; a module of a course is a few thousand."""

MOST_CONTROLS = 10
"""Lines of a file that are reported for control characters: a file that is no text has them in all."""


@dataclass(frozen=True, slots=True)
class Source:
    """A text file, read and split."""

    path: str
    """Path relative to the course folder, with forward slashes."""
    lines: tuple[str, ...]
    """Lines without their ends."""

    def fault(
        self,
        rule: str,
        line: int,
        column: int,
        message: str,
        hint: str,
        length: int = 1,
        fix: Fix = None,
    ) -> Diagnostic:
        """A diagnostic at a place of this file; lines and columns count from 1. `fix` as `builder.model.rules.fault` takes it."""
        return fault(rule, Span(self.path, line, column, max(1, length)), message, hint, self.line(line), fix)

    def line(self, number: int) -> str:
        """A line by its number; empty when there is none."""
        return self.lines[number - 1] if 0 < number <= len(self.lines) else ""

    def swap(self, line: int, column: int, old: str, new: str) -> Edit | None:
        """Replace `old` by `new` at a place; None when something else is written there."""
        return swap(Span(self.path, line, column), self.line(line), old, new)


_BYTES_THAT_END = re.compile(rb"\r\n|[\r\n]")
_OTHER_ENDS = "\u2028\u2029\x85"
"""Signs that end lines in Unicode, and in no editor of markdown."""
_FEW = 3
"""Of these in a file of one line; fewer are inside its words."""
_SAVE_AGAIN = 'Open it in your editor and save it again with the encoding "UTF-8".'


_INSTEAD: ContextVar[Mapping[Path, bytes] | None] = ContextVar("_INSTEAD", default=None)


@contextmanager
def read_instead(files: Mapping[Path, bytes]) -> Iterator[None]:
    """While it lasts, the words of files are these bytes, whatever is on the disk; by resolved paths."""
    before = _INSTEAD.set(files)
    try:
        yield
    finally:
        _INSTEAD.reset(before)


def _bytes_of(path: Path) -> bytes:
    instead = _INSTEAD.get()
    data = instead.get(path.resolve()) if instead else None
    return path.read_bytes() if data is None else data


def read_source(folder: Path, path: str, longest: int = LONGEST_LINE) -> tuple[Source | None, tuple[Diagnostic, ...]]:
    """Read a UTF-8 text file below `folder`, with lines of at most `longest` characters.

    Gives the source, or None with the reason as diagnostics (not UTF-8, far too large, cannot be opened).
    A byte order mark is dropped; all three kinds of line end are read.
    """
    try:
        data = _bytes_of(folder / path)
    except OSError as problem:
        reason = problem.strerror or str(problem)
        return None, (
            fault(
                "STR-022",
                Span(path),
                f"this file cannot be opened: {reason}",
                "Check that the file is there and that you may read it.",
            ),
        )
    return source_of(path, data, longest)


def source_of(path: str, data: bytes, longest: int = LONGEST_LINE) -> tuple[Source | None, tuple[Diagnostic, ...]]:
    """The same of bytes that were read already.

    Characters that cannot stay are reported, and no part of the source: what follows from them is not reported too.
    """
    if len(data) > LARGEST_FILE:
        return None, (_too_large(path, data),)
    try:
        text = data.decode("utf-8")
    except UnicodeDecodeError as problem:
        return None, (_not_utf8(path, data, problem.start),)
    if program_file(data) or ("\0" in text and unicode_form(data)):
        return None, (_not_utf8(path, data, 0),)
    lines, other = _lines(text)
    for number, line in enumerate(lines, 1):
        if len(line) > longest:
            return None, (_too_long(path, number, line),)
    if other:
        return Source(path, lines), (_other_ends(path, lines, other),)
    source = Source(path, lines)
    faults = tuple(islice(_control_characters(source), MOST_CONTROLS))
    return (Source(path, tuple(map(without_refused, lines))) if faults else source), faults


def _lines(text: str) -> tuple[tuple[str, ...], str]:
    """The lines of a text, and the sign that ends them where it is none that editors know.

    What is nothing at either end of a line is dropped, such as the byte order mark of a file that was joined of several.
    """
    if "\r" in text:
        text = text.replace("\r\n", "\n").replace("\r", "\n")
    other = next((sign for sign in _OTHER_ENDS if text.count(sign) >= _FEW and "\n" not in text.strip()), "")
    lines = (text.replace("\n", "") if other else text).split(other or "\n")
    found = any(sign in text for sign in NOTHING)
    return tuple(line.strip(NOTHING) for line in lines) if found else tuple(lines), other


def _other_ends(path: str, lines: Sequence[str], sign: str) -> Diagnostic:
    message = f"the lines of this file end with an invisible sign (U+{ord(sign):04X}), which ends no line elsewhere"
    place = Span(path, 1, len(lines[0]) + 1)
    return fault("STR-024", place, message, "Put a new line in the place of each.", lines[0])


def _too_large(path: str, data: bytes) -> Diagnostic:
    lines = data.split(b"\n")
    number = next((n for n, line in enumerate(lines, 1) if len(line) > LONGEST_LINE), 1)
    excerpt = lines[number - 1][:200].decode("utf-8", "replace")
    return fault(
        "STR-004",
        Span(path, number),
        f"this file is {len(data) / 1e6:.1f} MB, more than a module of a course can be",
        "Look for something pasted by mistake, such as a picture turned into text. Split a long text into modules.",
        excerpt,
    )


def _too_long(path: str, number: int, line: str) -> Diagnostic:
    return fault(
        "STR-004",
        Span(path, number, LONGEST_LINE + 1),
        f"this line has {len(line):,} characters, more than the {LONGEST_LINE:,} that a line may have",
        "Look for something pasted by mistake, or break the text into paragraphs.",
        line,
    )


def _not_utf8(path: str, data: bytes, offset: int) -> Diagnostic:
    if program := program_file(data):
        hint = 'Save it in that program as plain text (.txt) with the encoding "UTF-8", under this name.'
        return fault("STR-003", Span(path), f"this is {program}, not a text file", hint)
    if form := unicode_form(data):
        return fault("STR-003", Span(path), f"this file is {name_of(form)} text, not UTF-8 text", _SAVE_AGAIN)
    before = data[:offset]
    ends = list(_BYTES_THAT_END.finditer(before))
    start = ends[-1].end() if ends else 0
    end = _BYTES_THAT_END.search(data, offset)
    excerpt = data[start : end.start() if end else None].decode("latin-1")
    return fault(
        "STR-003",
        Span(path, len(ends) + 1, len(data[start:offset].decode("utf-8", "replace")) + 1),
        f"this file is not UTF-8 text: the byte {data[offset]:#04x} cannot be read",
        _SAVE_AGAIN,
        excerpt,
    )


def _control_characters(source: Source) -> Iterator[Diagnostic]:
    """The first of each line."""
    whole = "".join(source.lines)
    if whole.isprintable() and "&#" not in whole:
        return  # nearly always
    for number, line in enumerate(source.lines, 1):
        if line.isprintable() and "&#" not in line:
            continue
        if found := refused(line) or ENTITY.search(line):
            sign = found[0]
            message, hint = message_of(unescape(sign) if sign.startswith("&") else sign)
            fix = (sign, " " if sign in LINE_ENDS else "")
            yield source.fault("STR-024", number, found.start() + 1, message, hint, len(sign), fix)
