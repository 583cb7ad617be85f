"""Rewrites several files: all of them, or none."""

import os
import shutil
from collections.abc import Mapping
from contextlib import suppress
from pathlib import Path

from builder.errors import UnwritableTarget


def rewrite(files: Mapping[Path, bytes]) -> None:
    """Give each file its new bytes: every one is written beside its place first, then all are renamed.

    When a rename fails, those already renamed get their old bytes back. Raises `UnwritableTarget`.
    """
    # A file that is a link on disk stays one: what it points to is rewritten.
    targets = {path.resolve(): data for path, data in files.items()}
    waiting: dict[Path, Path] = {}
    done: dict[Path, bytes] = {}
    try:
        for path, data in targets.items():
            waiting[path] = _beside(path, data)
        for path, temporary in waiting.items():
            old = path.read_bytes()
            temporary.replace(path)
            done[path] = old
    except OSError as problem:
        for path, old in done.items():
            with suppress(OSError):
                _beside(path, old).replace(path)
        raise UnwritableTarget(problem.filename or "the course", problem.strerror or str(problem)) from problem
    finally:
        for temporary in waiting.values():
            temporary.unlink(missing_ok=True)


def _beside(path: Path, data: bytes) -> Path:
    temporary = path.with_name(f".{path.name}-{os.urandom(8).hex()}.satchel-part")
    try:
        with temporary.open("xb") as file:
            file.write(data)
            file.flush()
            os.fsync(file.fileno())
        shutil.copymode(path, temporary)
    except OSError:
        temporary.unlink(missing_ok=True)
        raise
    return temporary
