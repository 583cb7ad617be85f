"""Builds one course, or finds that nothing has changed: what a worker does, on whatever machine it runs."""

import json
from collections.abc import Iterable, Mapping
from dataclasses import replace
from hashlib import sha256
from pathlib import Path
from typing import Any, cast

from builder.build_all.earlier import kept_package, what_changed
from builder.build_all.fingerprint import Tree, key_of, program, read_tree
from builder.build_all.results import Package, Result, SeenFile, State, Task
from builder.build_all.storage import is_remote, listing, readable, stored, upload, writable
from builder.cache.tree import sha256_of, stamp_of
from builder.errors import BuilderError, Defect
from builder.model.contract import PAGE
from builder.model.course import Course
from builder.model.features import spoken_languages
from builder.pipeline import Outcome, build
from builder.render.course import words_for_catalogues
from builder.render.interface.catalogues import interface_of
from builder.render.page.environment import templates_folder
from builder.render.page.metadata import course_metadata
from builder.report import as_json


def build_course(task: Task) -> Result:
    """Build a course, unless nothing has changed. Whatever goes wrong is in the result: others are built all the same."""
    if task.program != program():
        problem = "its worker has another version of Satchel, of Python or of a library than the command"
        return Result(task.course, State.FAILED, problem=problem)
    try:
        return unchanged(task) or _built(task)
    except BuilderError as problem:
        return Result(task.course, State.FAILED, problem=str(problem))
    except OSError as problem:
        return Result(
            task.course, State.FAILED, problem=f"{problem.filename or task.source}: {problem.strerror or problem}"
        )
    except Exception as fault:
        return Result(task.course, State.FAILED, problem=str(Defect(f"{type(fault).__name__}: {fault}")))


def unchanged(task: Task) -> Result | None:
    """What became of a course last time, where course, wishes and Satchel are the same and all that was written is there."""
    known = task.known
    if known is None or not known.key or not task.wishes.remember:
        return None
    try:
        tree = _tree(task, known)
        if key_of(tree.digest, task.wishes) != known.key:
            return None
        written = _whole(task.out, known.written)
    except OSError:
        return None
    return None if written is None else replace(known, written=written, sources=tree.large, fresh=False)


def _tree(task: Task, known: Result | None) -> Tree:
    if is_remote(task.source):
        said = sorted(listing(task.source).items())
        return Tree(sha256(json.dumps(said).encode()).hexdigest(), ())
    return read_tree(Path(task.source), _outside(task), known.sources if known else ())


def _outside(task: Task) -> Path | None:
    return None if is_remote(task.beside) else Path(task.beside)


def _whole(out: str, written: Iterable[SeenFile]) -> tuple[SeenFile, ...] | None:
    """The files that were written, where each is as it was; None when one is not."""
    if is_remote(out):
        said = listing(out)
        return tuple(written) if all(said.get(seen.name) == seen.stamp for seen in written) else None
    found = []
    for seen in written:
        path = Path(out, seen.name)
        stamp = stamp_of(path.stat())
        if stamp != seen.stamp and (stamp[0] != seen.stamp[0] or sha256_of(path) != seen.sha256):
            return None
        found.append(replace(seen, stamp=stamp))
    return tuple(found)


def _built(task: Task) -> Result:
    before = _tree(task, task.known)
    with readable(task.source) as folder, writable(task.out) as out, kept_package(task) as old:
        outcome = build(
            folder,
            out,
            task.wishes.destinations,
            task.wishes.strict,
            films_at=task.wishes.films_at,
            remember=task.wishes.remember and not is_remote(task.source),
        )
        names = sorted(path.relative_to(out).as_posix() for path in _files(outcome))
        upload(out, task.out, names)
        result = Result(
            task.course, State.FAULTY, diagnostics=tuple(_diagnostics(outcome)), about=about(outcome.course)
        )
        if outcome.packages:
            result = replace(
                result,
                state=State.BUILT,
                packages=_packages(outcome, out),
                written=_seen(task, outcome, out, names),
                changes=_changes(task, outcome, old),
            )
        else:
            result = with_last(result, task.known)
    after = _tree(task, replace(result, sources=before.large))
    # What changed meanwhile may be in the packages or not. So it is built again next time.
    key = key_of(before.digest, task.wishes) if before.digest == after.digest else ""
    return replace(result, key=key, sources=after.large)


def with_last(result: Result, known: Result | None) -> Result:
    """The result of a course that was not built, with what still stands from its last build."""
    if known is None or not known.packages:
        return result
    return replace(result, about=known.about, packages=known.packages, written=known.written, changes=known.changes)


def _changes(task: Task, outcome: Outcome, old: tuple[Package, Path] | None) -> Mapping[str, Any]:
    before = task.known.changes if task.known else {}
    new = next((made for made in outcome.packages if old and made.destination == old[0].destination), None)
    if old and new and new.sha256 == old[0].sha256:
        return before
    return what_changed(old, new.path if new else None, before)


def _files(outcome: Outcome) -> list[Path]:
    """Every file that a build wrote."""
    files = [package.path for package in outcome.packages]
    if outcome.films:
        files += [outcome.films.folder / film.name for film in outcome.films.films]
    for path in outcome.written:
        files += [found for found in path.parent.rglob("*") if found.is_file()] if path.name == PAGE else [path]
    return files


def _seen(task: Task, outcome: Outcome, out: Path, names: Iterable[str]) -> tuple[SeenFile, ...]:
    known = {package.path.relative_to(out).as_posix(): package.sha256 for package in outcome.packages}
    seen = tuple(
        SeenFile(name, known.get(name) or sha256_of(out / name), stamp_of((out / name).stat())) for name in names
    )
    return stored(task.out, seen) if is_remote(task.out) else seen


def _packages(outcome: Outcome, out: Path) -> tuple[Package, ...]:
    return tuple(
        Package(package.destination, package.path.relative_to(out).as_posix(), package.size, package.sha256)
        for package in outcome.packages
    )


def _diagnostics(outcome: Outcome) -> list[Any]:
    return cast(list[Any], as_json(outcome.report, ())["diagnostics"])


def about(course: Course) -> dict[str, Any]:
    """What a list of courses says of one."""
    folder = templates_folder()
    return {
        "metadata": course_metadata(course, *words_for_catalogues(interface_of(course, folder))),
        "id": course.id,
        "title": course.title,
        "version": course.version,
        "language": course.language,
        "languages": list(spoken_languages(course)),
        "summary": course.summary,
        "minutes": course.minutes,
        "publisher": course.publisher,
        "modules": len(course.modules),
        "questions": sum(item.scored for item in course.items),
        "films": len(course.films),
    }
