"""The text of a file of captions, whatever program wrote it."""

import codecs

from builder.captions.caption import Change

_MARKS = (
    (codecs.BOM_UTF8, "utf-8", ""),
    (codecs.BOM_UTF16_LE, "utf-16-le", "it was UTF-16 and is UTF-8 now"),
    (codecs.BOM_UTF16_BE, "utf-16-be", "it was UTF-16 and is UTF-8 now"),
)


def decode(data: bytes) -> tuple[list[str], list[Change]]:
    """Give its lines, without their ends, and what was done to read them."""
    text, changes = _text(data)
    if "\r" in text:
        changes.append(Change(1, "its lines end as those of WebVTT now"))
        text = text.replace("\r\n", "\n").replace("\r", "\n")
    if "\0" in text:
        changes.append(Change(1, "characters of the value 0 are gone"))
        text = text.replace("\0", "")
    return text.split("\n"), changes


def _text(data: bytes) -> tuple[str, list[Change]]:
    for mark, encoding, words in _MARKS:
        if data.startswith(mark):
            text = data.removeprefix(mark).decode(encoding, errors="replace")
            return text, [Change(1, words or "the byte order mark at its beginning is gone")]
    try:
        return data.decode("utf-8"), []
    except UnicodeDecodeError:
        text = data.decode("cp1252", errors="replace")
        return text, [Change(1, "it was read as Windows-1252 and is UTF-8 now: look at letters with accents")]
