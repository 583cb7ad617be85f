"""Which courses a change touches, by what git knows, and how they are shared out among machines."""

import os
import subprocess
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path

from builder.build_all.storage import SETTINGS, courses_in
from builder.errors import MissingTool, UnreadableSource
from builder.render.page.environment import PACKAGE, templates_folder

MOST_REASONS = 5
"""How many changed files are named for a course."""


@dataclass(frozen=True, slots=True)
class Touched:
    """A course that is to be built again."""

    course: str
    """Its folder, below the folder of all courses."""
    because: tuple[str, ...]
    """Changed files, by their path in the repository; a few of them."""


@dataclass(frozen=True, slots=True)
class Plan:
    """What a change means for the courses below a folder."""

    touched: tuple[Touched, ...]
    """The courses to build, sorted."""
    removed: tuple[str, ...]
    """Courses that were there and are no more."""

    @property
    def courses(self) -> list[str]:
        """The courses to build."""
        return [touched.course for touched in self.touched]


def plan_since(folder: Path, reference: str, out: str, shared: Sequence[Path] = ()) -> Plan:
    """The courses below `folder` that differ from a commit, uncommitted changes included.

    A branch counts from where it left `reference`. A course is touched by its files, by those that its links lead to, and
    by Satchel itself where that lies in the same repository. `shared` are files or folders that touch every course.
    Raises UnreadableSource, MissingTool.
    """
    courses = courses_in(str(folder), out)
    folder = folder.resolve()
    root = Path(_git(folder, "rev-parse", "--show-toplevel").strip()).resolve()
    commit = _git(folder, "rev-parse", "--verify", "--end-of-options", f"{reference}^{{commit}}").strip()
    changed = _changed(root, _git(folder, "merge-base", commit, "HEAD").strip())
    everywhere = _below(changed, [*(path.resolve() for path in shared), PACKAGE, templates_folder()], root)
    touched = []
    for course in courses:
        files = everywhere or sorted(_files(folder / course, root) & changed | _below(changed, [folder / course], root))
        if files:
            touched.append(Touched(course, tuple(sorted(files)[:MOST_REASONS])))
    return Plan(tuple(touched), _removed(changed, folder, root, courses))


def chunk_of(courses: Sequence[str], number: int, of: int) -> list[str]:
    """The courses that the machine `number` of so many builds: each is built by exactly one."""
    return list(courses[number - 1 :: of])


def chunks_for(courses: Sequence[str], most: int) -> list[str]:
    """Names of the chunks that courses are shared out into, `1/4` and so on: `most` of them, but none empty."""
    of = min(most, len(courses))
    return [f"{number}/{of}" for number in range(1, of + 1)]


def _changed(root: Path, commit: str) -> set[str]:
    """Files that are not as in a commit, by their path in the repository: changed, new, or gone."""
    tracked = _git(root, "diff", "--name-only", "--no-renames", "-z", commit, "--")
    new = _git(root, "ls-files", "--others", "--exclude-standard", "-z")
    return {name for name in (tracked + new).split("\0") if name}


def _below(changed: Iterable[str], places: Iterable[Path], root: Path) -> set[str]:
    """Changed files that are one of these places, or lie in one."""
    found = set()
    for place in places:
        if not place.resolve().is_relative_to(root):
            continue
        name = place.resolve().relative_to(root).as_posix()
        found |= {file for file in changed if name == "." or file == name or file.startswith(f"{name}/")}
    return found


def _files(course: Path, root: Path) -> set[str]:
    """Files of the repository that links in a course lead to: a fragment or a theme that several courses share."""
    found = set()
    for folder, folders, files in os.walk(course, followlinks=False):
        for name in (*folders, *files):
            path = Path(folder, name)
            if path.is_symlink():
                found |= {
                    target.relative_to(root).as_posix() for target in _targets(path) if target.is_relative_to(root)
                }
    return found


def _targets(link: Path) -> list[Path]:
    """The file that a link leads to, or all files in the folder; the links on the way too."""
    steps = [link]
    while steps[-1].is_symlink() and len(steps) < 40:
        steps.append(Path(os.path.normpath(steps[-1].parent / steps[-1].readlink())))
    real = link.resolve()
    inside = [path for path in real.rglob("*") if path.is_file()] if real.is_dir() else []
    return [*steps, real, *inside]


def _removed(changed: Iterable[str], folder: Path, root: Path, courses: Sequence[str]) -> tuple[str, ...]:
    """Courses whose settings are gone."""
    found = []
    for file in changed:
        path = root / file
        if path.name == SETTINGS and not path.exists() and path.parent.is_relative_to(folder):
            found.append(path.parent.relative_to(folder).as_posix())
    return tuple(sorted(set(found) - set(courses)))


def _git(folder: Path, *arguments: str) -> str:
    try:
        done = subprocess.run(
            ["git", "-C", str(folder), *arguments],
            capture_output=True,
            check=False,
            encoding="utf-8",
            errors="surrogateescape",
        )
    except FileNotFoundError as missing:
        raise MissingTool("git", "Install it from https://git-scm.com, or build all courses") from missing
    if done.returncode:
        said = done.stderr.strip().splitlines()
        reason = said[-1] if said else "it has no commit in common with the reference. Fetch the whole history"
        raise UnreadableSource(folder, f"git says: {reason}")
    return done.stdout
