"""Checks of style sheets: what they load."""

import re
from collections.abc import Iterator
from functools import lru_cache

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
    for written, line in _addresses(content):
        if fault := _fault(container, name, written):
            yield found(fault[0], name, *fault[1], line)


@lru_cache(maxsize=1)
def _addresses(content: bytes) -> tuple[tuple[str, int], ...]:
    """Every address with its line; the packages of a course have the same style sheet."""
    text = _COMMENT.sub(_blank, content.decode("utf-8", "replace"))
    return tuple(
        (next((group for group in match.groups() if group), ""), text.count("\n", 0, match.start()) + 1)
        for match in _ADDRESS.finditer(text)
    )


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
