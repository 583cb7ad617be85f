"""Keeps what an author made when something better takes its place: in a folder `originals` beside it."""

import filecmp
import os
import shutil
from pathlib import Path

FOLDER = "originals"


def keep_original(path: Path) -> Path:
    """Put a second name of a file, or a copy, into the folder `originals`; gives where it is.

    What is there already stays: another file of that name gets a number. The file itself is left as it is. OSError when
    the disk refuses.
    """
    folder = path.parent / FOLDER
    folder.mkdir(exist_ok=True)
    number = 1
    while True:
        kept = folder / (path.name if number == 1 else f"{path.stem}-{number}{path.suffix}")
        if not kept.exists():
            _copy(path, kept)
            return kept
        if filecmp.cmp(path, kept, shallow=False):
            return kept
        number += 1


def _copy(path: Path, kept: Path) -> None:
    """A second name costs no room; a disk without such names gets a copy, under its name once it is whole."""
    try:
        os.link(path, kept)
    except OSError:
        part = kept.with_name(f".{kept.name}.satchel-part")
        shutil.copy2(path, part)
        part.replace(kept)
