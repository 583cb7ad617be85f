"""The scripts and the style sheet that `make bundle` made of the sources beside them: a build only reads them."""

from collections.abc import Mapping
from pathlib import Path

from builder.errors import Defect
from builder.model.package import DESTINATIONS

RECORD = "record"
"""Name of the script of the record of learning, which is the same for every destination."""

FILM = "film"
"""Name of the script that plays films. It follows that of the destination, in courses with films alone."""

STYLES = "course.css"

BRAND = "brand.css"
"""Style sheet of what only a course with a theme has."""

COVER_PICTURE = "cover-picture.css"
"""Style sheet of what only a course with a picture on its cover has."""


def course_scripts(folder: Path) -> Mapping[str, str]:
    """The script of each destination, that of the `record` and that of a `film`, from the templates in `folder`.

    Raises Defect when one is missing.
    """
    return {name: read_bundle(folder, f"{name}.js") for name in (*DESTINATIONS, RECORD, FILM)}


def read_bundle(folder: Path, name: str) -> str:
    """One file of `bundles/` in the templates in `folder`; Defect when it cannot be read."""
    path = folder / "bundles" / name
    try:
        return path.read_text(encoding="utf-8")
    except OSError as fault:
        raise Defect(f"bundles/{name} cannot be read: {fault.strerror}. Run: make bundle") from fault
