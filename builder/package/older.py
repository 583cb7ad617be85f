"""Finds the packages of earlier builds that stand beside those of this one."""

import json
import re
import zipfile
from collections.abc import Sequence
from pathlib import Path

from builder.model.contract import PAGE
from builder.model.rare_pattern import rare_pattern

_DATA = rare_pattern(rb'<script type="application/json" id="satchel-course">(.*?)</script>', re.DOTALL)


def older_packages(folder: Path, course_id: str, written: Sequence[Path]) -> tuple[Path, ...]:
    """Find the zips of a course in a folder which this build has not written, in order of their names.

    A zip counts by the id in its page, not by its name alone: `care-2-1.0.0-web.zip` may be of `care` or of `care-2`.
    """
    others = sorted(set(folder.glob(f"{course_id}-*.zip")) - set(written))
    return tuple(path for path in others if _id_in(path) == course_id)


def _id_in(package: Path) -> str | None:
    """The id of the course in a package; None when it is none of Satchel's."""
    try:
        with zipfile.ZipFile(package) as opened:
            found = _DATA.search(opened.read(PAGE))
        return str(json.loads(found[1])["id"]) if found else None
    except (OSError, KeyError, TypeError, ValueError, zipfile.BadZipFile, zipfile.LargeZipFile, NotImplementedError):
        return None
