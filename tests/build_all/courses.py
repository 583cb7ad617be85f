"""Twelve small courses, three of which cannot be built, and what a sequential build makes of them."""

import hashlib
import shutil
from pathlib import Path

from builder.pipeline import build
from tests.conftest import ROOT

BROKEN = ("health/course-03", "health/course-07", "school/course-11")
"""One has an unknown key, one no title, and one a link to a picture that is not there."""


def write_courses(folder: Path, count: int = 12) -> Path:
    """Write them into subfolders, two deep."""
    for number in range(1, count + 1):
        name = f"{'health' if number <= 8 else 'school'}/course-{number:02d}"
        course = shutil.copytree(ROOT / "tests" / "courses" / "base", folder / name)
        settings = course / "course.yml"
        text = settings.read_text(encoding="utf-8").replace("id: sample", f"id: course-{number:02d}")
        settings.write_text(text, encoding="utf-8")
        if name in BROKEN:
            breaking(course, BROKEN.index(name))
    return folder


def breaking(course: Path, way: int) -> None:
    """Make a course that cannot be built."""
    page, settings = course / "01-welcome.md", course / "course.yml"
    if way == 2:
        page.write_text(page.read_text(encoding="utf-8") + "\n\n![A tree](images/tree.png)\n", encoding="utf-8")
        return
    text = settings.read_text(encoding="utf-8")
    without = "\n".join(line for line in text.splitlines() if not line.startswith("title:"))
    settings.write_text(text + "\nnonsense: 1\n" if way == 0 else without, encoding="utf-8")


def edit(course: Path, words: str) -> None:
    """Write one sentence more into a course."""
    page = course / "01-welcome.md"
    page.write_text(page.read_text(encoding="utf-8") + f"\n\n{words}\n", encoding="utf-8")


def digests(out: Path) -> dict[str, str]:
    """SHA-256 of every file that a learner, a tutor or an administrator gets, by its path."""
    files = (path for path in out.rglob("*") if path.is_file() and not path.name.startswith((".", "catalogue.")))
    return {path.relative_to(out).as_posix(): hashlib.sha256(path.read_bytes()).hexdigest() for path in files}


def one_after_another(courses: Path, out: Path) -> dict[str, str]:
    """What `satchel build` makes of each, one after the other."""
    for settings in sorted(courses.rglob("course.yml")):
        build(settings.parent, out / settings.parent.relative_to(courses))
    return digests(out)
