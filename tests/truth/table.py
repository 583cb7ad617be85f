"""The tables in `promises/`, read."""

import re
import tomllib
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path

ROOT = Path(__file__).parents[2]
PROMISES = Path(__file__).parent / "promises"


@dataclass(frozen=True)
class Table:
    """What is said of one document."""

    promises: dict[str, tuple[str, ...]]
    """Sentence or key -> the tests that show it."""
    none: dict[str, str]
    """Sentence or key that promises nothing -> why."""
    twice: tuple[str, ...]
    """What stands in two rows."""

    @property
    def all(self) -> set[str]:
        """Whatever has a row."""
        return {*self.promises, *self.none}


def read_table(name: str) -> Table:
    """The table of a document."""
    rows = tomllib.loads((PROMISES / f"{name}.toml").read_text(encoding="utf-8"))
    promises: dict[str, tuple[str, ...]] = {}
    none: dict[str, str] = {}
    every: list[str] = []
    for row in rows.get("promise", ()):
        said = _listed(row["says"])
        every += said
        promises.update(dict.fromkeys(said, tuple(row["shown"])))
    for row in rows.get("none", ()):
        said = _listed(row["says"])
        every += said
        none.update(dict.fromkeys(said, row["why"]))
    return Table(promises, none, tuple(sorted({one for one in every if every.count(one) > 1})))


def _listed(said: str | list[str]) -> list[str]:
    return [said] if isinstance(said, str) else said


def test_exists(named: str) -> bool:
    """Whether there is a test of this name: of Python, of JavaScript, or a case of the corpus."""
    file, _, name = named.partition("::")
    path = ROOT / file
    if not name or not file.startswith("tests/") or not path.is_file():
        return False
    return name in _names(path)


test_exists.__test__ = False  # type: ignore[attr-defined]  # it is no test


@lru_cache
def _names(path: Path) -> frozenset[str]:
    text = path.read_text(encoding="utf-8")
    if path.suffix == ".py":
        return frozenset(re.findall(r"^ *(?:async )?def (test_\w+)", text, re.MULTILINE))
    if path.suffix == ".txt":
        return frozenset(re.findall(r"^%% (?!(?:also|damaged|repaired|finds)\b)(.+)$", text, re.MULTILINE))
    return frozenset(match[1] for match in re.findall(r"""\btest\(\s*(["'`])(.+?)\1""", text))
