"""Watches the course folder: which saved files matter, and what a save starts."""

import asyncio
import os
import re
from collections.abc import Callable, Mapping
from pathlib import Path

from watchfiles import Change, awatch

from builder.preview.board import Board
from builder.preview.edition import next_edition, told_of

QUIET, LONGEST = 10, 400
"""Milliseconds without a further write until a save counts, and milliseconds after which it counts in any case."""
FIRST_LOOK = 1000
"""Milliseconds after which what was saved before the watch began is looked for."""

TEMPORARY = re.compile(
    r"\..*|.*~|#.*#|4913|.*\.(?:sw[a-z]|tmp|temp|bak|part|crdownload|satchel-part)|.*___jb_(?:tmp|old)___|~\$.*",
    re.IGNORECASE,
)
"""Names of what editors, browsers and office programs write beside a file while they save it; and everything hidden."""

TOOLS = frozenset({"node_modules", "__pycache__"})


def matters(folder: Path, path: str) -> bool:
    """Whether a change of the file at `path` can change the course in `folder`."""
    try:
        parts = Path(path).relative_to(folder).parts
    except ValueError:
        return False
    return not any(part in TOOLS or TEMPORARY.fullmatch(part) for part in parts)


def stamps(folder: Path) -> Mapping[str, tuple[int, ...]]:
    """What the disk says of each file that matters."""
    files = (Path(above) / name for above, _, names in os.walk(folder) for name in names)
    return {str(path): _stamp(path) for path in files if matters(folder, str(path))}


def _stamp(path: Path) -> tuple[int, ...]:
    """Empty for a file that has gone, or a link to nothing."""
    try:
        about = path.stat()
    except OSError:
        return ()
    return about.st_size, about.st_mtime_ns, about.st_ino


async def watch(
    folder: Path, board: Board, told: Callable[[str], None], stop: asyncio.Event, read: Mapping[str, tuple[int, ...]]
) -> None:
    """Rebuild the course at each save, in a thread of its own, until `stop`.

    `read` is what the disk said before the course was read: reading a large one takes seconds, in which an author may save.
    """
    resolved = folder.resolve()
    unseen = True

    def wanted(change: Change, path: str) -> bool:
        return matters(resolved, path)

    # Where the system does not report changes (a network disk, too many files watched), looking now and then will do.
    for polling in (None, True):
        try:
            async for changes in awatch(
                resolved,
                watch_filter=wanted,
                step=QUIET,
                debounce=LONGEST,
                stop_event=stop,
                rust_timeout=FIRST_LOOK,
                yield_on_timeout=True,
                force_polling=polling,
            ):
                if changes or (unseen and stamps(resolved) != read):
                    await rebuild(folder, board, told)
                unseen = False
            return
        except OSError as problem:
            told(f"The system does not tell of changes ({problem}); looking for them now and then.")


async def rebuild(folder: Path, board: Board, told: Callable[[str], None]) -> None:
    """Publish the next edition."""
    before = board.edition
    edition = await asyncio.to_thread(next_edition, folder, before)
    await board.post(edition)
    told(told_of(edition, folder, before))
