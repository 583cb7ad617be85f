"""What a screen reader meets, as Playwright writes it down: one file for each kind in `aria/`, one part for each state.

`SNAPSHOTS=write python -m pytest -n 0 tests/question_states` writes them afresh. They are there to be read: look at what changed.
"""

import re
from pathlib import Path

from tests.rules.corpus import REREAD, WRITING

FOLDER = Path(__file__).parent / "aria"
OF_BLOCKS = Path(__file__).parent / "blocks" / "aria"
"""The same of blocks that are no single question."""
ORDER = ("start", "empty", "wrong", "partly", "right", "spent", "resumed", "review", "print", "no-script")
"""The states, as they stand in each file."""


def compare(kind: str, state: str, seen: str, folder: Path = FOLDER) -> None:
    """Hold what is met in a state against what was written down; or write it down."""
    path = folder / f"{kind}.yml"
    parts = _parts(path)
    if WRITING:
        parts[state] = seen
        text = "\n".join(f"# {name}\n{parts[name]}\n" for name in ORDER if name in parts)
        path.write_text(text, encoding="utf-8")
    assert seen == parts.get(state), f"{kind}, {state}: {REREAD}"


def written(kind: str, folder: Path = FOLDER) -> set[str]:
    """The states of a kind that were written down."""
    return set(_parts(folder / f"{kind}.yml"))


def _parts(path: Path) -> dict[str, str]:
    if not path.exists():
        return {}
    pieces = re.split(r"^# (.+)\n", path.read_text(encoding="utf-8"), flags=re.MULTILINE)
    return {name: part.strip("\n") for name, part in zip(pieces[1::2], pieces[2::2], strict=True)}
