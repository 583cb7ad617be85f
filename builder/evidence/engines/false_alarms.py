"""False alarms of engines, a rule in a row (`false_alarms.toml`): each is set aside only where the accessibility tree says so."""

import tomllib
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from fnmatch import fnmatchcase
from pathlib import Path
from typing import Any

from builder.evidence.engines.tree import TreeNode


@dataclass(frozen=True, slots=True)
class FalseAlarm:
    """A rule of an engine, and what the tree has to say of the element for it to be a false alarm."""

    engine: str
    """`ibm` or `htmlcs`."""
    rule: str
    criterion: str
    tree: tuple[str, ...]
    """Of SAYINGS: one of them must hold."""
    why: str


SAYINGS: Mapping[str, Callable[[TreeNode], bool]] = {
    "absent": lambda node: not node.there,
    "named": lambda node: node.there and bool(node.name.strip()),
    "nameless": lambda node: node.there and not node.name.strip(),
    "main": lambda node: node.main,
    "no role": lambda node: not node.has_role,
}


def rows_of(engine: str, rule: str, table: Iterable[FalseAlarm]) -> list[FalseAlarm]:
    """The rows that are about a rule of an engine."""
    return [row for row in table if row.engine == engine and fnmatchcase(rule, row.rule)]


def set_aside(row: FalseAlarm, node: TreeNode) -> bool:
    """Whether the tree says of an element that the complaint is a false alarm."""
    return any(SAYINGS[saying](node) for saying in row.tree)


def _table(name: str) -> list[dict[str, Any]]:
    text = (Path(__file__).parent / "false_alarms.toml").read_text(encoding="utf-8")
    found: list[dict[str, Any]] = tomllib.loads(text)[name]
    return found


FALSE_ALARMS = tuple(FalseAlarm(**row | {"tree": tuple(row["tree"])}) for row in _table("false_alarm"))
GOOD_PRACTICE = {(row["engine"], row["rule"]) for row in _table("good_practice")}
"""Rules that an engine counts against a criterion, and that no criterion asks for."""
