"""Opens every file of the package once: its checksum, and its content when it is text."""

import codecs
import zipfile
from collections.abc import Iterator

from builder.model.diagnostics import Diagnostic
from builder.verify.finding import found
from builder.verify.web_page.link import Anchors
from builder.verify.web_page.page import verify_page
from builder.verify.web_page.script import verify_script
from builder.verify.web_page.stylesheet import verify_stylesheet
from builder.verify.zip_file.container import DAMAGE, Container, is_folder, oversized

_PAGES = (".html", ".htm", ".xhtml")
_STYLES = (".css",)
_SCRIPTS = (".js", ".mjs")
_PIECE = 1 << 20


def verify_members(container: Container) -> Iterator[Diagnostic]:
    """Faults in the files themselves; `entries.py` reports those that cannot be opened."""
    anchors = Anchors()
    for entry in container.entries:
        if not is_folder(entry) and container.readable(entry):
            yield from _verify_member(container, entry, anchors)
    yield from anchors.unresolved()


def _verify_member(container: Container, entry: zipfile.ZipInfo, anchors: Anchors) -> Iterator[Diagnostic]:
    name = entry.filename
    text = name.lower().endswith((*_PAGES, *_STYLES, *_SCRIPTS))
    if text and oversized(entry):
        hint = "Divide it; pages, style sheets and scripts above 64 MB are not looked into."
        message = f"{name} has {entry.file_size} bytes and was not checked"
        yield found("PKG-015", name, message, hint)
        return
    try:
        content = container.whole(entry) if text else _pass_through(container, entry)
    except DAMAGE as fault:
        hint = "Build the package again; the zip was changed or cut after it was written."
        yield found("PKG-002", name, f"{name} is damaged: {fault}", hint)
        return
    if text:
        yield from _verify_text(container, name, content, anchors)


def _pass_through(container: Container, entry: zipfile.ZipInfo) -> bytes:
    """Read a member for its checksum only, a piece at a time."""
    for _ in container.chunks(entry):
        pass
    return b""


def _verify_text(container: Container, name: str, content: bytes, anchors: Anchors) -> Iterator[Diagnostic]:
    if fault := _encoding(name, content):
        yield fault
        content = content.decode("utf-8", "replace").encode()
    if name.lower().endswith(_PAGES):
        yield from verify_page(container, name, content, anchors)
    elif name.lower().endswith(_STYLES):
        yield from verify_stylesheet(container, name, content)
    else:
        yield from verify_script(name, content)


def _encoding(name: str, content: bytes) -> Diagnostic | None:
    try:
        decoder = codecs.getincrementaldecoder("utf-8")()
        for start in range(0, len(content), _PIECE):  # a whole page as text would take four times its bytes
            decoder.decode(content[start : start + _PIECE])
        decoder.decode(b"", final=True)
        return None
    except UnicodeDecodeError:
        line = _first_bad_line(content)
        hint = "Save the file as UTF-8 and build again."
        return found("WEB-003", name, f"{name} is not UTF-8", hint, line)


def _first_bad_line(content: bytes) -> int:
    for number, line in enumerate(content.split(b"\n"), 1):
        try:
            line.decode("utf-8")
        except UnicodeDecodeError:
            return number
    return 1
