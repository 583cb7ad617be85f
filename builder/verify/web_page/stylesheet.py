"""Checks of style sheets: what they load."""

import re
from collections.abc import Iterator

from builder.model.diagnostics import Diagnostic
from builder.verify.address import address_of, missing
from builder.verify.finding import found
from builder.verify.zip_file.container import Container

_COMMENT = re.compile(r"/\*.*?(?:\*/|\Z)|@namespace[^;]*(?:;|\Z)", re.DOTALL)
_ADDRESS = re.compile(
    r"""url\(\s*+(?: "(?P<double>[^"]*+)" | '(?P<single>[^']*+)' | (?P<bare>[^)"'\s]*+) )\s*+\)
    | @import\s*+(?: "(?P<imported>[^"]*+)" | '(?P<importing>[^']*+)' )""",
    re.VERBOSE | re.IGNORECASE,
)
_HINT = "Put the file into the package and name it by a relative address."


def verify_stylesheet(container: Container, name: str, content: bytes) -> Iterator[Diagnostic]:
    """Every address that a style sheet loads and that is not a file of the package."""
    text = _COMMENT.sub(_blank, content.decode("utf-8", "replace"))
    for match in _ADDRESS.finditer(text):
        written = next((group for group in match.groups() if group), "")
        if fault := _fault(container, name, written):
            line = text.count("\n", 0, match.start()) + 1
            yield found(fault[0], name, *fault[1], line)


def _blank(match: re.Match[str]) -> str:
    return "\n" * match[0].count("\n")


def _fault(container: Container, name: str, written: str) -> tuple[str, tuple[str, str]] | None:
    address = address_of(written, name)
    if address.inner:
        in_page = written.lstrip().startswith("#")  # a gradient or filter in the page's own SVG
        fault = None if in_page else missing(container, address)
        return ("WEB-013", fault) if fault else None
    if address.scheme == "data":
        return None
    return "WEB-014", (f'"{written}" is loaded from outside the package', _HINT)
