"""Resolves an address in a manifest, a page or a style sheet, from inside the package."""

import posixpath
import re
from dataclasses import dataclass
from urllib.parse import unquote

from builder.verify.zip_file.container import Container

_SCHEME = re.compile(r"([A-Za-z][A-Za-z0-9+.-]*):")
_SPACE = " \t\n\r\f"


@dataclass(frozen=True, slots=True)
class Address:
    """A URL reference (RFC 3986 4.1), taken apart."""

    written: str
    """As it stands in the file."""
    scheme: str
    """Lower case, without the colon; `//` for another host without a scheme; empty for a relative address."""
    member: str | None
    """For a relative address: the name in the zip; None when it leads out of the package."""
    fragment: str
    """What follows `#`, as written."""

    @property
    def inner(self) -> bool:
        """Whether it is relative."""
        return not self.scheme


def address_of(written: str, base: str) -> Address:
    """Resolve an address against the member that holds it."""
    address = written.strip(_SPACE)
    if match := _SCHEME.match(address):
        return Address(written, match[1].lower(), None, "")
    if address.startswith(("//", "\\\\")):
        return Address(written, "//", None, "")
    address, _, fragment = address.partition("#")
    path = unquote(address.partition("?")[0])
    return Address(written, "", _member(path, base) if path else base, fragment)


def _member(path: str, base: str) -> str | None:
    if path.startswith("/"):
        return None
    member = posixpath.normpath(posixpath.join(posixpath.dirname(base), path))
    folder = "/" if path.endswith("/") else ""
    return None if member == ".." or member.startswith("../") else member + folder


def missing(container: Container, address: Address) -> tuple[str, str] | None:
    """What is wrong with a relative address, as message and hint; None when its file is in the package."""
    if address.member is None:
        hint = "Write it relative to this file, for example images/map.png."
        return f'"{address.written}" leads out of the package', hint
    if address.member in container.files:
        return None
    if spelling := container.spellings.get(address.member.lower()):
        message = f'"{address.written}" is spelt differently from the file {spelling}'
        return message, "Use the same capital and small letters in both."
    hint = "Add the file to the package, or mend the address."
    return f'"{address.written}" leads to no file of the package', hint
