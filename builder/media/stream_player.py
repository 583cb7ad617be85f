"""Fetches hls.js from npm, and puts it into a course with its licence."""

import hashlib
import shutil
import tempfile
from pathlib import Path

from builder.errors import BuilderError, UnreadableSource, UnwritableTarget
from builder.programs import fetch_from_npm
from builder.read.blocks.stream_player import BUILDS, LICENCE

FOLDER = "stream-player"
"""Where it goes, in the course folder."""
_PACKAGE = "hls.js"
_BUILD = "dist/hls.min.js"
"""The whole one: the light one plays no stream whose sound is apart."""


def fetch_stream_player(course: Path) -> Path:
    """Put the newest build that was tried into the course folder; gives its path. Raises BuilderError."""
    if not course.is_dir():
        raise UnreadableSource(course, "there is no such folder")
    version = list(BUILDS)[-1]
    with tempfile.TemporaryDirectory() as scratch:
        fetch_from_npm([f"{_PACKAGE}@{version}"], Path(scratch), _PACKAGE)
        package = Path(scratch) / "node_modules" / _PACKAGE
        script, licence = package / _BUILD, package / "LICENSE"
        if not script.is_file() or hashlib.sha256(script.read_bytes()).hexdigest() != BUILDS[version]:
            raise BuilderError(
                f"npm gave another {_PACKAGE} {version} than the one that was tried, so nothing was written"
            )
        folder = course / FOLDER
        try:
            folder.mkdir(exist_ok=True)
            shutil.copyfile(licence, folder / LICENCE)
            shutil.copyfile(script, folder / script.name)
        except OSError as problem:
            raise UnwritableTarget(problem.filename or folder, problem.strerror or str(problem)) from problem
    return folder / script.name
