"""Writes the web course as a folder, to open by double click."""

from collections.abc import Iterable
from pathlib import Path

from builder.model.package import RenderedFile
from builder.package.atomic_write import replaced_folder
from builder.package.content import blocks_of
from builder.package.without_copying import put_without_copying


def write_folder(files: Iterable[RenderedFile], folder: Path) -> None:
    """Write the files to `folder`, in place of all that it held.

    UnreadableSource when a file of the course cannot be read, OSError when the folder cannot be written; in
    both cases the old folder stays. Films are not written again: the zip beside it has them already. Files are not synced one by one: a build can be repeated, and 1000 syncs
    cost seconds.
    """
    with replaced_folder(folder) as fresh:
        made = {fresh}
        for file in files:
            target = fresh / file.name
            if target.parent not in made:
                target.parent.mkdir(parents=True, exist_ok=True)
                made.add(target.parent)
            if isinstance(file.content, Path) and put_without_copying(file.content, target):
                continue
            with target.open("wb") as copy:
                for block in blocks_of(file):
                    copy.write(block)
