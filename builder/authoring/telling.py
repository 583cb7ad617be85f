"""What `satchel ids` and `satchel new` print."""

from collections.abc import Mapping, Sequence
from pathlib import Path

from builder.authoring.ids import Fixing
from builder.command_paths import typed
from builder.model.source_facts import GeneratedId
from builder.report import Paint, as_json, plain


def fixing_text(fixing: Fixing, course: Path, paint: Paint = plain) -> str:
    """What `satchel ids` prints below the faults: the ids as a table, and what to do next."""
    if fixing.faults.errors:
        return "Until this is mended nobody can say which ids the course has. Nothing was written."
    if not fixing.ids:
        return "Every module and every block has an id of its own. Nothing to do."
    parts = []
    if fixing.fixable:
        head = "written into the files" if fixing.written else "made from file names and words"
        parts.append(f"{_count(fixing.fixable)} {head}:\n\n{_table(fixing.fixable, course, paint)}")
    if stuck := [made for made in fixing.ids if not made.words]:
        parts.append(
            "To write by hand:\n\n" + "\n".join(f"  {_place(made, course)}: {made.obstacle}" for made in stuck)
        )
    if fixing.fixable and not fixing.written:
        parts.append(f"To write them into the files, before learners start:\n  satchel ids {typed(course)} --write")
    return "\n\n".join(parts)


def fixing_json(fixing: Fixing) -> Mapping[str, object]:
    """The object that `satchel ids --json` prints; lines count from 1, as the files were before."""
    return {
        "diagnostics": as_json(fixing.faults, ())["diagnostics"],
        "ids": [
            {
                "id": made.id,
                "kind": made.kind,
                "path": made.path,
                "line": made.line,
                "written": fixing.written and bool(made.words),
                "obstacle": made.obstacle,
            }
            for made in fixing.ids
        ],
    }


def started_text(folder: Path, written: Sequence[Path], paint: Paint = plain) -> str:
    """What `satchel new` says when the folder is there."""
    roles = {"course.yml": "the settings", "README.md": "what to do next"}
    shown = [path.name for path in written if path.parent == folder]
    widest = max(map(len, shown))
    modules = dict(zip((name for name in shown if name not in roles), ("the first module", "examples"), strict=False))
    rows = [f"  {name:<{widest}}  {paint((roles | modules)[name], 'quiet')}" for name in shown]
    if any(path.parent == folder / "theme" for path in written):
        rows.append(f"  {'theme':<{widest}}  {paint('the logo', 'quiet')}")
    rows.append(f"  {'.satchel':<{widest}}  {paint('schemas for editors', 'quiet')}")
    head = f"A course has begun in {paint(folder.as_posix(), 'strong')}:"
    return "\n".join([head, "", *rows, "", "Next:", f"  satchel build {typed(folder)}"])


def _table(ids: Sequence[GeneratedId], course: Path, paint: Paint) -> str:
    places = max(len(_place(made, course)) for made in ids)
    kinds = max(len(made.kind) for made in ids)
    rows = (f"  {_place(made, course):<{places}}  {made.kind:<{kinds}}  {paint(made.id, 'strong')}" for made in ids)
    return "\n".join(rows)


def _place(made: GeneratedId, course: Path) -> str:
    """`path:line`, as diagnostics write it, so that a terminal can open it."""
    return f"{course / made.path}:{made.line}"


def _count(ids: tuple[GeneratedId, ...]) -> str:
    return f"{len(ids):,} id{'s' * (len(ids) != 1)}"
