"""A text file of the course: its lines, and how to point at them."""

import codecs
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from contextvars import ContextVar
from dataclasses import dataclass
from html import unescape
from itertools import islice
from pathlib import Path

from builder.model.content.control_characters import ENTITY, LINE_ENDS, message_of, refused
from builder.model.diagnostics import Diagnostic, Edit, Fix, Span
from builder.model.rules import fault, swap

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


_SPARSE = 5
"""One zero byte in so many is UTF-16 or UTF-32 without its mark."""


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
    """The same of bytes that were read already."""
    if len(data) > LARGEST_FILE:
        return None, (_too_large(path, data),)
    try:
        text = data.decode("utf-8").lstrip("\ufeff")  # files that were joined have several
    except UnicodeDecodeError as problem:
        return None, (_not_utf8(path, data, problem.start),)
    if data.count(0) * _SPARSE > len(data) > 1:
        return None, (_not_utf8(path, data, data.index(0)),)
    lines = tuple(text.replace("\r\n", "\n").replace("\r", "\n").split("\n"))
    source = Source(path, lines)
    for number, line in enumerate(lines, 1):
        if len(line) > longest:
            return None, (_too_long(path, number, line),)
    return source, tuple(islice(_control_characters(source), MOST_CONTROLS))


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
    if data.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)) or not data[offset]:
        hint = 'Open it in your editor and save it again with the encoding "UTF-8".'
        return fault("STR-003", Span(path), "this file is UTF-16 text, not UTF-8 text", hint)
    before = data[:offset]
    line = before.count(b"\n") + 1
    start = before.rfind(b"\n") + 1
    end = data.find(b"\n", offset)
    excerpt = data[start : end if end >= 0 else None].decode("latin-1").rstrip("\r")
    return fault(
        "STR-003",
        Span(path, line, len(data[start:offset].decode("utf-8", "replace")) + 1),
        f"this file is not UTF-8 text: the byte {data[offset]:#04x} cannot be read",
        'Open it in your editor and save it again with the encoding "UTF-8".',
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
