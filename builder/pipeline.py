"""The whole story: how a folder of words becomes checked packages."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import TYPE_CHECKING

from builder.check import check_course, check_words
from builder.errors import UnwritableTarget
from builder.kinds import KINDS
from builder.model.contract import EDITIONS
from builder.model.course import CheckedCourse, Course
from builder.model.diagnostics import Diagnostic, Report
from builder.model.package import DESTINATIONS, FilmsApart, PackageFile, RenderedCourse, StateRoom
from builder.package import (
    PlannedPackage,
    alone_in,
    films_apart,
    older_packages,
    plan_package,
    replaced_file,
    scratch_folder,
    with_films_apart,
    without_films,
    write_films,
    write_folder,
    write_packages,
)
from builder.read import Renewal, is_module, read_course
from builder.render import at_their_templates, check_own_files, render_course_or_fault
from builder.render.administrators import Links, PageFile, links_to_others, other_names, page_files
from builder.render.answer_key.key import key_of
from builder.render.answer_key.page import render_key
from builder.render.answer_key.table import key_table
from builder.render.handover import render_handover
from builder.render.interface.catalogues import interface_of, interfaces_of
from builder.render.page.environment import templates_folder
from builder.verify import Inventory, verify_package

if TYPE_CHECKING:
    from builder.cache import CourseCache


FEWEST = 20
"""Modules from which on something is kept of a course: fewer are read as fast."""


@dataclass(frozen=True, slots=True)
class Outcome:
    """What became of a build."""

    course: Course
    """The course, as far as it could be read; without what only checks ask for once it is rendered."""
    report: Report
    """Everything that is wrong, in the course or in a package."""
    packages: tuple[PackageFile, ...] = ()
    """The packages written; none when there was an error."""
    inventories: tuple[Inventory, ...] = ()
    """What is in each package."""
    written: tuple[Path, ...] = ()
    """What else was written: the opened web course, the key for tutors, and the page for administrators.

    Last is that page in the language of the course, behind those in other languages.
    """
    films: FilmsApart | None = None
    """The films that are not in the packages, and where they belong; None where they are."""
    room: StateRoom | None = None
    """How much room learners' work takes in an LMS; None when nothing was written."""
    older: tuple[Path, ...] = ()
    """Packages of this course from earlier builds, in the same folder; they are left as they are."""


def check(
    folder: Path,
    films: bool = False,
    progress: Callable[[str], None] = lambda step: None,
    remember: bool = False,
) -> Outcome:
    """Read and check a course; write nothing. With `films`, look into each film too, which takes its time and ffmpeg.

    With `remember`, what was found in each module is kept on this machine, and modules that have not changed are not looked at again.
    """
    cache = _cache(folder, None) if remember else None
    course, found = _read(folder, cache)
    seen = None
    if films:
        from builder.films import look_into_films  # only here: a build knows nothing of outside programs

        seen = tuple(look_into_films(course, progress))
        progress("")
    ours = templates_folder()
    interface, others = interface_of(course, ours), interfaces_of(course, ours)
    kept = cache.kept if cache else None
    checked, report = check_course(course, found, films=seen, interface=interface, kept=kept, others=others)
    if cache:
        cache.save()
    if checked and course.theme and course.theme.templates:
        rendered = render_course_or_fault(checked)  # only this shows whether its own templates can be filled
        report = _and(report, rendered) if isinstance(rendered, Diagnostic) else report
    return Outcome(course, report)


def _cache(folder: Path, out: Path | None) -> "CourseCache | None":
    """What is kept of a course; None where nothing is."""
    if sum(is_module(path.name) for path in folder.glob("*.md")) < FEWEST:
        return None
    from builder.cache import open_cache  # only here: a small course needs nothing of it

    return open_cache(folder, out)


def _and(report: Report, found: Diagnostic) -> Report:
    return Report.of(report.diagnostics, [found], suppressed=report.suppressed)


def _read(folder: Path, cache: "CourseCache | None") -> tuple[Course, Report]:
    """A course, as far as it can be read, with the faults in its templates and styles too."""
    course, found = read_course(folder, KINDS, cache.memory if cache else None, renew=renewed)
    return course, Report.of(found.diagnostics, check_own_files(course))


def renewed(source: Course, tag: str, changed: frozenset[str]) -> Renewal | None:
    """A translation brought up to date with a source in which some files have changed."""
    from builder.translate import renewing  # only here: most courses have one language, or no change

    return renewing.renewed(source, tag, changed)


def build(
    folder: Path,
    out: Path,
    destinations: Sequence[str] = DESTINATIONS,
    strict: bool = False,
    progress: Callable[[str], None] = lambda step: None,
    films_at: str = "",
    remember: bool = False,
) -> Outcome:
    """Build a course for each destination. With `films_at`, learners load its films from that address of a folder.

    With `remember`, what was found in each module is kept on this machine, and modules that have not changed are not
    looked at again. With an error (with `strict`, also with a warning) nothing is written and what an earlier build wrote stays as it
    is: packages are made and verified in a folder beside their place, and moved there only when all are sound.
    """
    progress("Reading")
    cache = _cache(folder, out) if remember else None
    kept = cache.kept if cache else None
    course, found = _read(folder, cache)
    ours = templates_folder()
    interface, others = interface_of(course, ours), interfaces_of(course, ours)
    checked, report = check_course(course, found, destinations, interface=interface, kept=kept, others=others)
    if checked is None or (strict and not report.clean):
        if cache:
            cache.save()
        return Outcome(course, report)

    apart = None
    if films_at:
        progress("Reading films")
        apart = films_apart(course, films_at, out / f"{course.id}-films")
        course = with_films_apart(course, apart)
        checked = replace(checked, course=course)
    progress("Rendering")
    rendered = render_course_or_fault(checked, kept)
    if isinstance(rendered, Diagnostic):
        return Outcome(course, _and(report, rendered))
    if apart:
        rendered = without_films(rendered, apart, _page(rendered))
    lost = list(check_words(course, _page(rendered), kept))
    if cache:
        cache.save()
    cache = kept = None
    course = course.without_sources()
    checked = replace(checked, course=course)

    try:
        with scratch_folder(out) as scratch:
            packages, inventories, faults = _package(course, rendered, destinations, scratch, progress)
            report = Report.of(report.diagnostics, lost, faults, suppressed=report.suppressed)
            if report.errors or (strict and not report.clean):
                return Outcome(course, report)
            with alone_in(out):
                return _publish(checked, rendered, packages, inventories, report, out, apart)
    except OSError as problem:
        raise UnwritableTarget(problem.filename or out, problem.strerror or str(problem)) from problem


def _package(
    course: Course,
    rendered: RenderedCourse,
    destinations: Sequence[str],
    scratch: Path,
    progress: Callable[[str], None],
) -> tuple[list[PackageFile], list[Inventory], list[Diagnostic]]:
    """Write and verify a package for each destination."""
    inventories: list[Inventory] = []
    faults: list[Diagnostic] = []
    progress(f"Packing {', '.join(destinations)}")
    packages = write_packages(
        [
            PlannedPackage(to, scratch / f"{_stem(course)}-{to}.zip", plan_package(course, rendered, to))
            for to in destinations
        ]
    )
    for package in packages:
        progress(f"Verifying {package.destination}")
        verified, inventory = verify_package(package.path)
        inventories.append(inventory)
        faults.extend(at_their_templates(course, _page(rendered), rendered.launch, verified.diagnostics))
    return packages, inventories, faults


def _publish(
    checked: CheckedCourse,
    rendered: RenderedCourse,
    packages: Sequence[PackageFile],
    inventories: Sequence[Inventory],
    report: Report,
    out: Path,
    apart: FilmsApart | None,
) -> Outcome:
    """Move sound packages to their place, and write what goes with them."""
    course = checked.course
    if apart:
        write_films(apart)
    placed = []
    written = []
    for package in packages:
        target = out / package.path.name
        package.path.replace(target)
        placed.append(PackageFile(package.destination, target, package.size, package.sha256))
        if package.destination == "web":
            opened = out / f"{_stem(course)}-web"
            write_folder(plan_package(course, rendered, "web"), opened)
            written.append(opened / rendered.launch)
    keys, table = _write_key(course, [package.destination for package in placed], out)

    def handover(page: PageFile, others: Links) -> str:
        key = (out / keys[page.language], table) if table else ()
        return render_handover(course, placed, checked.room, key, apart, page.language, others)

    first, *others = _write_pages(course, f"{_stem(course)}-handover", out, handover)
    written += [out / name for name in keys.values()] + ([table] if table else []) + others + [first]
    older = older_packages(out, course.id, [package.path for package in placed])
    return Outcome(course, report, tuple(placed), tuple(inventories), tuple(written), apart, checked.room, older)


def _write_key(course: Course, destinations: Sequence[str], out: Path) -> tuple[dict[str, str], Path | None]:
    """The key for tutors: the name of its page in each language, and its table; none where no answer reaches an LMS."""
    entries = key_of(course)
    editions = [edition for edition in EDITIONS if edition in destinations]
    if not entries or not editions:
        return {}, None
    table = out / f"{_stem(course)}-key.csv"
    _write(table, key_table(entries))

    def key(page: PageFile, others: Links) -> str:
        return render_key(course, entries, editions, table.name, page.language, others)

    stem = f"{_stem(course)}-key"
    _write_pages(course, stem, out, key)
    return {page.language: page.name for page in page_files(course, stem)}, table


def _write_pages(course: Course, stem: str, out: Path, render: Callable[[PageFile, Links], str]) -> list[Path]:
    """Write a page in each of its languages, the first being that of the course.

    Languages in which an earlier build wrote it, and this one does not, go: they say what is no longer so.
    """
    pages = page_files(course, stem)
    for page in pages:
        _write(out / page.name, render(page, links_to_others(pages, page.language)).encode())
    for name in set(other_names(stem)) - {page.name for page in pages}:
        (out / name).unlink(missing_ok=True)
    return [out / page.name for page in pages]


def _write(path: Path, content: bytes) -> None:
    with replaced_file(path) as file:
        file.write(content)


def _page(rendered: RenderedCourse) -> bytes:
    """The launch page."""
    file = next(file for file in rendered.files if file.name == rendered.launch)
    assert isinstance(file.content, bytes)
    return file.content


def _stem(course: Course) -> str:
    return f"{course.id}-{course.version}"
