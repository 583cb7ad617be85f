"""Typed access to an XML or HTML tree, for what lxml's stubs leave out."""

from collections.abc import Iterable
from typing import Protocol, cast

from lxml import etree


class LogEntry(Protocol):
    """One message of libxml2."""

    message: str
    line: int
    column: int
    type_name: str
    filename: str


def log_entries(log: object) -> Iterable[LogEntry]:
    """The messages of a parser, a schema or an exception."""
    return cast("Iterable[LogEntry]", log)


def line_of(element: etree._Element) -> int:
    """Line of an element's start tag, counted from 1; 1 when the parser did not keep it."""
    return cast("int | None", element.sourceline) or 1


def words_of(element: etree._Element | None) -> str:
    """All text in an element, without the spaces around; empty when there is no element."""
    return "" if element is None else "".join(cast("Iterable[str]", element.itertext())).strip()


def names_of(element: etree._Element) -> tuple[str, ...]:
    """The element's own name and those of its attributes, in lxml's notation `{namespace}local`."""
    return (element.tag, *cast("Iterable[str]", element.keys()))


def namespace_of(name: str) -> str:
    """The namespace of a name in lxml's notation; empty when it has none."""
    return name[1:].partition("}")[0] if name.startswith("{") else ""


def local_name(name: str) -> str:
    """A name in lxml's notation without its namespace."""
    return name.rpartition("}")[2]
