"""Files whose name says one thing and whose content another: pages, programs and shortcuts in disguise."""

import re
from pathlib import Path

from builder.model.rare_pattern import rare_pattern

_HEAD = 2048
_BEGINNINGS = (
    (re.compile(rb"MZ.{0,60}\x00", re.DOTALL), "a program of Windows"),
    (re.compile(rb"\x7fELF|\xca\xfe\xba\xbe|[\xcf\xce]\xfa\xed\xfe"), "a program"),
    (re.compile(rb"#!\s*/"), "a script"),
    (re.compile(rb"L\x00\x00\x00\x01\x14\x02\x00"), "a shortcut"),
    (re.compile(rb"ITSF\x03\x00"), "a help file of Windows, which runs scripts"),
    (re.compile(rb"[FCZ]WS[\x01-\x40]"), "a Flash film"),
)
_SHORTCUT = rare_pattern(rb"\[(?:InternetShortcut|DEFAULT\]\s*BASEURL|Desktop Entry)", re.IGNORECASE)
_MIME = rare_pattern(
    rb"(?:MIME-Version|From|Content-Type|Content-Location|Snapshot-Content-Location):[^\r\n]*\r?\n", re.IGNORECASE
)
_PAGE = rare_pattern(
    rb"<(?:!--|!DOCTYPE|\?xml|(?:html|head|body|script|iframe|svg|style|title|meta|link|object|embed|form|base|frameset"
    rb"|a|b|br|div|font|h1|img|p|table)[\s/>]|[a-z]+:)",
    re.IGNORECASE,
)
"""What a server or a browser that guesses takes for a page (WHATWG MIME Sniffing 7.1), and what XML begins with."""
_SPACE = b" \t\r\n\x0b\x0c"


def disguise_of(path: Path) -> str:
    """What a file is by how it begins, in spite of its ending; empty when it may be what its name says."""
    with path.open("rb") as file:
        head = file.read(_HEAD)
    if path.suffix.lower() == ".svg":
        return ""
    for beginning, what in _BEGINNINGS:
        if beginning.match(head):
            return what
    text = _as_bytes(head).lstrip(_SPACE)
    if _SHORTCUT.match(text):
        return "a shortcut"
    if _PAGE.match(text):
        return "a web page or XML"
    if _MIME.match(text) and b"text/html" in text.lower():
        return "a saved web page"
    return ""


def _as_bytes(head: bytes) -> bytes:
    """The text without a byte order mark, in one byte for each character of ASCII."""
    for mark, name in ((b"\xef\xbb\xbf", "utf-8"), (b"\xff\xfe", "utf-16-le"), (b"\xfe\xff", "utf-16-be")):
        if head.startswith(mark):
            return head[len(mark) :].decode(name, "ignore").encode("ascii", "ignore")
    return head.replace(b"\x00", b"") if b"<\x00" in head[:8] or b"\x00<" in head[:8] else head
