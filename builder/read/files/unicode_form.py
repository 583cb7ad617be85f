"""What a file is that is no UTF-8 text: another form of Unicode, or the file of another program."""

import codecs

from builder.model.content.control_characters import refused

_MARKS = (
    (codecs.BOM_UTF32_LE, "utf-32-le"),  # before UTF-16, whose mark it begins with
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
_UNMARKED = ("utf-32-le", "utf-32-be", "utf-16-le", "utf-16-be")
_SPARSE = 50
"""Bytes: one zero in so many is a form of Unicode. Each space and line end of UTF-16 has one, in any script."""
_FEWEST = 3
"""Zeros: one or two are control characters in a text of another form."""
_PROBE = 4000
"""Bytes that are looked at."""
_PROGRAMS = (
    (b"PK\x03\x04", "a file of Word or another program"),
    (b"\xd0\xcf\x11\xe0", "a file of an old Word or another program"),
    (b"{\\rtf", "rich text (RTF)"),
    (b"%PDF-", "a PDF"),
)


def unicode_form(data: bytes) -> str:
    """Codec of a text in UTF-16 or UTF-32, with or without its mark; empty when it is neither."""
    for mark, codec in _MARKS:
        if data.startswith(mark):
            return codec
    probe = data[: min(_PROBE, len(data) // 4 * 4) or len(data)]
    if probe.count(0) < _FEWEST or probe.count(0) * _SPARSE <= len(probe):
        return ""
    return next((codec for codec in _UNMARKED if _is_text(probe, codec)), "")


def name_of(codec: str) -> str:
    """The name of a form as editors write it, such as UTF-16."""
    return codec[:6].upper()


def program_file(data: bytes) -> str:
    """What a file is that another program wrote; empty when its beginning is none that is known."""
    return next((name for begin, name in _PROGRAMS if data.startswith(begin)), "")


def _is_text(data: bytes, codec: str) -> bool:
    try:
        text = data.decode(codec)
    except UnicodeDecodeError:
        return False
    # Other bytes give text by chance, but for the spaces and line ends.
    return any(space in text for space in " \n\r") and not any(map(refused, text.replace("\r", "\n").split("\n")))
