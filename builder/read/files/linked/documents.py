"""Programs in documents: macros of office programs, and actions of PDF files."""

import re
import zlib
from pathlib import Path

from builder.model.rare_pattern import rare_pattern

_MOST = 64 << 20
"""Bytes of a file that are looked into."""
_MACROS = (
    b"vbaProject.bin",
    b"macrosheets/",
    "_VBA_PROJECT".encode("utf-16-le"),
    b"Basic/Standard/",
    b"Scripts/python/",
)
"""Names of the parts that hold macros (ECMA-376; MS-OVBA 2.2.1; OpenDocument)."""
_ACTION = rare_pattern(rb"/(JavaScript|JS|Launch|RichMedia|SubmitForm|ImportData)(?![A-Za-z])")
_ESCAPED = rare_pattern(rb"#([0-9A-Fa-f]{2})")
_STREAM = rare_pattern(rb"stream\r?\n(.*?)endstream", re.DOTALL)
_BEFORE = 400
"""Bytes before a stream in which its dictionary says that it holds objects."""
_WORDS = {
    b"Launch": "starts another program when it is opened or clicked",
    b"RichMedia": "has Flash or another player in it",
    b"SubmitForm": "sends what is written in it to another computer",
    b"ImportData": "reads other files of the learner's computer",
}


def brings_macros(path: Path) -> bool:
    """Whether a document of an office program has macros in it."""
    content = _read(path)
    return any(part in content for part in _MACROS)


def pdf_action(path: Path) -> str:
    """What a PDF does by itself (ISO 32000-1, 12.6.4), to go on from its name; empty for nothing."""
    content = _read(path)
    outside = _STREAM.sub(b"", content)  # what is packed may be any sign
    for part in (outside, *_object_streams(content)):
        plain = _ESCAPED.sub(lambda code: bytes([int(code[1], 16)]), part) if b"#" in part else part
        if found := _ACTION.search(plain):
            return _WORDS.get(found[1], "has a script in it")
    return ""


def _read(path: Path) -> bytes:
    with path.open("rb") as file:
        return file.read(_MOST)


def _object_streams(content: bytes) -> list[bytes]:
    """The packed streams that hold objects (7.5.7), unpacked as far as 64 MB in all."""
    found: list[bytes] = []
    left = _MOST
    for match in _STREAM.finditer(content):
        if left <= 0:
            break
        if b"/ObjStm" not in content[max(0, match.start() - _BEFORE) : match.start()]:
            continue
        try:
            found.append(zlib.decompressobj().decompress(match[1], min(left, _MOST >> 3)))
        except zlib.error:
            continue
        left -= len(found[-1])
    return found
