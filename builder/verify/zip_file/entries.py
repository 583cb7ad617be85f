"""Checks of the zip's directory before any member is opened: names, kinds, flags."""

import re
import stat
import zipfile
from collections import Counter
from collections.abc import Iterator

from builder.model.diagnostics import Diagnostic
from builder.model.rare_pattern import rare_pattern
from builder.verify.finding import found
from builder.verify.zip_file.container import Container, is_folder, is_swollen

_FOUR_GIB = 1 << 32
_MOST_ENTRIES = 0xFFFF
_LONGEST_NAME = 200
_UNIX = 3
_ENCRYPTED = 0x1
_ZIP64_VERSION = 45  # APPNOTE 4.4.3.2: version needed to extract, for files with zip64 extensions
_ZIP64_EXTRA = b"\x01\x00"  # APPNOTE 4.5.3
_ZIP64_LOCATOR = b"PK\x06\x07"
_PLAIN_METHODS = {zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED}
_REFUSED = (
    "asp", "aspx", "bat", "cgi", "cmd", "com", "exe", "htaccess", "jsp", "jspx", "msi", "php", "phtml", "pl",
    "ps1", "py", "rb", "scr", "sh", "vbs",
)  # fmt: skip
_PORTABLE = re.compile(r"[a-z0-9._/-]+")
_CONTROL_NAME = rare_pattern(r"imsmanifest\.xml|[A-Za-z0-9._/-]+\.(?:xsd|dtd)")
_UNSAFE_PATH = re.compile(r"^/|^[A-Za-z]:|\\|(?:^|/)\.{1,2}(?:/|$)|//")


def verify_entries(container: Container) -> Iterator[Diagnostic]:
    """Every fault that shows in the directory of the zip."""
    yield from _count(container)
    yield from _zip64(container)
    yield from _swollen(container)
    yield from _repeated(container)
    collided = {name for names in _collisions(container).values() for name in names}
    for entry in container.entries:
        yield from _name(entry, entry.filename in collided)
        yield from _kind(entry)


def _count(container: Container) -> Iterator[Diagnostic]:
    if (count := len(container.entries)) > _MOST_ENTRIES:
        message = f"there are {count:,} files in this zip, more than the {_MOST_ENTRIES:,} of the ordinary format"
        hint = "Leave out what the course does not need, or make two courses of it."
        yield found("PKG-016", container.name, message, hint)


def _zip64(container: Container) -> Iterator[Diagnostic]:
    if container.size >= _FOUR_GIB or len(container.entries) > _MOST_ENTRIES:
        return
    if _has_locator(container) or any(_is_zip64(container, entry) for entry in container.entries):
        message = f"this zip of {container.size} bytes is written as zip64"
        hint = "Pack it with a program that writes ordinary zip files; below 4 GiB zip64 is not needed."
        yield found("PKG-011", container.name, message, hint)


def _is_zip64(container: Container, entry: zipfile.ZipInfo) -> bool:
    return (
        entry.extract_version == _ZIP64_VERSION
        or entry.extra.startswith(_ZIP64_EXTRA)
        or _is_zip64_there(container, entry)
    )


def _is_zip64_there(container: Container, entry: zipfile.ZipInfo) -> bool:
    """The flag in the member's own header (APPNOTE 4.3.7); some tools set it only there."""
    if not 0 <= entry.header_offset < container.size:
        return False
    container.stream.seek(entry.header_offset)
    header = container.stream.read(30)
    version, name, extra = (int.from_bytes(header[at : at + 2], "little") for at in (4, 26, 28))
    container.stream.seek(entry.header_offset + 30 + name)
    return version == _ZIP64_VERSION or container.stream.read(min(2, extra)) == _ZIP64_EXTRA


def _has_locator(container: Container) -> bool:
    # APPNOTE 4.3.15: 20 bytes directly before the end record, which is 22 bytes and a comment.
    container.stream.seek(max(0, container.size - 42 - len(container.archive.comment)))
    return container.stream.read(4) == _ZIP64_LOCATOR


def _swollen(container: Container) -> Iterator[Diagnostic]:
    hint = "Find out what this file is and leave it out. Nothing in it was checked."
    large = [entry for entry in container.entries if is_swollen(entry)]
    for entry in large:
        message = f"{entry.compress_size} bytes open to {entry.file_size}"
        yield found("PKG-014", entry.filename, message, hint)
    if container.swollen and not large:
        message = f"all files together open to far more than the zip's {container.size} bytes"
        yield found("PKG-014", container.name, message, hint.replace("this file", "in it"))


def _repeated(container: Container) -> Iterator[Diagnostic]:
    for name, times in Counter(entry.filename for entry in container.entries).items():
        if times > 1:
            hint = "Pack the course again into a new zip; do not add to an old one."
            yield found("PKG-007", name, f"{name} is in the zip {times} times", hint)
    for first, *others in _collisions(container).values():
        for other in others:
            hint = f"Rename one of the two, or leave one out, and mend the links to it: {first}, {other}."
            message = f"{other} and {first} differ only in capital letters"
            yield found("PKG-008", other, message, hint)


def _collisions(container: Container) -> dict[str, list[str]]:
    spellings: dict[str, list[str]] = {}
    for name in dict.fromkeys(entry.filename for entry in container.entries):
        spellings.setdefault(name.lower(), []).append(name)
    return {folded: names for folded, names in spellings.items() if len(names) > 1}


def _name(entry: zipfile.ZipInfo, collided: bool) -> Iterator[Diagnostic]:
    """The gravest fault of a name. One is enough, because the name has to change in any case."""
    # On Windows `filename` has had its backslashes turned; `orig_filename` is what the zip says.
    name = entry.orig_filename.rstrip("/") if is_folder(entry) else entry.orig_filename
    parts = name.split("/")
    suffix = parts[-1].lower().rpartition(".")[2]
    if _UNSAFE_PATH.search(name) or not name or "\0" in name:
        hint = "Name it by a relative path with forward slashes."
        yield _misnamed("PKG-003", entry, "is no plain path inside the package", hint)
    elif suffix in _REFUSED:
        hint = "Leave it out of the package."
        yield _misnamed("PKG-012", entry, "is of a kind of file that LMSs refuse", hint)
    elif "__MACOSX" in parts or any(part.startswith(".") for part in parts):
        yield _misnamed("PKG-005", entry, "is that of a hidden file", "Leave it out.")
    elif not (collided or _PORTABLE.fullmatch(name) or _CONTROL_NAME.fullmatch(name)):
        hint = "Rename it with a to z, 0 to 9, dots, hyphens and underscores, and mend the links to it."
        yield _misnamed("PKG-009", entry, "has letters that not every server keeps", hint)
    elif len(name) > _LONGEST_NAME:
        yield _misnamed("PKG-010", entry, f"has {len(name)} characters", "Shorten it to 200 or fewer.")


def _misnamed(rule: str, entry: zipfile.ZipInfo, fault: str, hint: str) -> Diagnostic:
    return found(rule, entry.filename, f"the name {entry.orig_filename[:300]!r} {fault}", hint)


def _kind(entry: zipfile.ZipInfo) -> Iterator[Diagnostic]:
    kind = stat.S_IFMT(entry.external_attr >> 16)
    if entry.create_system == _UNIX and kind not in (0, stat.S_IFREG, stat.S_IFDIR):
        hint = "Pack the file itself in its place."
        message = f"{entry.filename} is a link or device, not a file"
        yield found("PKG-004", entry.filename, message, hint)
    if entry.flag_bits & _ENCRYPTED:
        hint = "Pack the course without a password."
        yield found("PKG-006", entry.filename, f"{entry.filename} is encrypted", hint)
    elif entry.compress_type not in _PLAIN_METHODS:
        hint = "Pack it with deflate, which every zip program has as its ordinary setting."
        message = f"{entry.filename} is compressed by method {entry.compress_type}"
        yield found("PKG-013", entry.filename, message, hint)
