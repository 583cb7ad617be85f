"""The list of mutants that no test notices, each with the reason why none has to.

An entry is found by its file, the text of its line and its change, and so outlives that the line moves.
"""

import tomllib
from collections.abc import Iterable, Mapping
from pathlib import Path

from tests.mutants.mutant import ROOT, Mutant

LIST = Path(__file__).with_name("survivors.toml")
Key = tuple[str, str, str]


def reasons(text: str) -> dict[Key, str]:
    """File, line and change of each entry -> its reason. ValueError for an entry without one, or written twice."""
    found: dict[Key, str] = {}
    for entry in tomllib.loads(text).get("survivor", []):
        key = (entry["file"], entry["line"], entry["change"])
        if not entry.get("reason", "").strip():
            raise ValueError(f"There is no reason beside {key}")
        if key in found:
            raise ValueError(f"This is written twice: {key}")
        found[key] = entry["reason"]
    return found


def outdated(known: Mapping[Key, str], mutants: Iterable[Mutant]) -> list[Key]:
    """Entries whose line or change is not there any more, among all mutants of the product."""
    there = {mutant.key for mutant in mutants}
    return [key for key in known if key not in there]


def read_reasons() -> dict[Key, str]:
    """The list as it is committed."""
    return reasons(LIST.read_text(encoding="utf-8")) if LIST.exists() else {}


def as_entry(mutant: Mutant) -> str:
    """An entry for a mutant, to be pasted into the list with its reason."""
    lines = [f"file = {_quoted(mutant.path)}", f"line = {_quoted(mutant.text)}", f"change = {_quoted(mutant.change)}"]
    return "\n".join(["[[survivor]]", *lines, 'reason = ""', ""])


def _quoted(text: str) -> str:
    if "'" not in text and text.isprintable():
        return f"'{text}'"
    escaped = "".join(
        sign if sign.isprintable() else f"\\U{ord(sign):08X}" for sign in text.replace("\\", "\\\\").replace('"', '\\"')
    )
    return f'"{escaped}"'


def named(key: Key) -> str:
    """An entry in one line."""
    return f"{key[0]}: {key[1]}: {key[2]}" if (ROOT / key[0]).exists() else f"{key[0]} (no such file): {key[2]}"
