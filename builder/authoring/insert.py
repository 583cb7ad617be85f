"""Inserts ids into a file and leaves everything else as it is."""

import re
from collections.abc import Iterable

from builder.errors import UnreadableSource
from builder.model.content.control_characters import NOTHING
from builder.model.source_facts import GeneratedId

_LINE = re.compile(rf"[{NOTHING}]*([^\r\n]*?)[{NOTHING}]*(\r\n|\r|\n|$)")
"""A line and its end, without what sources drop."""


def with_ids(data: bytes, ids: Iterable[GeneratedId]) -> bytes:
    """The bytes of a file with the ids inserted; those with nothing to insert are passed over.

    Line ends, a byte order mark, tabs and trailing spaces stay as they are. Raises `UnreadableSource` when a line is
    not the one that was read.
    """
    text = data.decode("utf-8")
    lines = list(_LINE.finditer(text))
    pieces: list[str] = []
    at = 0
    for made in sorted((made for made in ids if made.words), key=lambda made: (made.line, made.column)):
        line = lines[made.line - 1] if made.line <= len(lines) else None
        if line is None or line[1] != made.excerpt:
            raise UnreadableSource(made.path, f"line {made.line} changed while it was read")
        start = line.start(1) + made.column - 1
        pieces += [text[at:start], made.words, lines[made.line - 2][2] if made.own_line else ""]
        at = start
    return "".join([*pieces, text[at:]]).encode("utf-8")
