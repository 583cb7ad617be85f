"""Which edition of SCORM a test in a browser runs in every day: one of the two, by turns. `make check` runs both.

What is particular to an edition is in the tests of the run-time, which are quick and run in both. A test that must see
both editions every day is marked `both_editions`.
"""

from collections import defaultdict

import pytest

EDITIONS = ("scorm12", "scorm2004")


def take_turns(items: list[pytest.Item]) -> None:
    """Mark as slow what is the other edition's turn."""
    turns: dict[str, int] = defaultdict(int)
    for (file, *_), pair in twins(items).items():
        if len(pair) == len(EDITIONS):
            turns[file] += 1
            pair[EDITIONS[turns[file] % 2]].add_marker("slow")


def twins(items: list[pytest.Item]) -> dict[tuple[str, ...], dict[str, pytest.Item]]:
    """The same test in each edition, by what is the same in its name."""
    found: dict[tuple[str, ...], dict[str, pytest.Item]] = defaultdict(dict)
    for item in items:
        edition = next((one for one in EDITIONS if one in parameters(item)), None)
        if edition and item.get_closest_marker("browser") and not item.get_closest_marker("both_editions"):
            found[name_without(edition, item)][edition] = item
    return found


def parameters(item: pytest.Item) -> list[str]:
    """What stands in brackets behind the name of a test."""
    _, bracket, inside = item.name.partition("[")
    return inside.removesuffix("]").split("-") if bracket else []


def name_without(edition: str, item: pytest.Item) -> tuple[str, ...]:
    """The file and the name of a test, the same for both editions."""
    file, _, _ = item.nodeid.partition("::")
    name, _, _ = item.name.partition("[")
    return (file, name, *(part for part in parameters(item) if part != edition))
