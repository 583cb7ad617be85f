"""The evidence of every package of a build, written beside it."""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path

from builder.evidence.report.matter import STATEMENT, People
from builder.evidence.report.people import FILE, read_people
from builder.evidence.report.write import write_evidence
from builder.evidence.run import Proof, prove
from builder.model.course import Course

_LACKS = {
    "owner": "the statement does not say who publishes the course",
    "contact": "a learner who meets a barrier does not read whom to write to",
    "enforcement": "the statement names the body for public bodies in Great Britain",
}


@dataclass(frozen=True)
class Beside:
    """What was seen of one package, and where it is written."""

    proof: Proof
    folder: Path
    written: tuple[Path, ...]


def evidence_beside(
    packages: Iterable[Path], course: Path, progress: Callable[[str], None] = lambda step: None
) -> Iterator[Beside]:
    """Play each package, and write its evidence into a folder beside it that is named after it."""
    people = people_of(course)
    for package in packages:
        folder = package.parent / f"{package.stem}-evidence"
        proof = prove(package, progress=progress)
        yield Beside(proof, folder, write_evidence(proof, folder, people))


def people_of(course: Path) -> People:
    """What people have tested, as the course's folder says; nothing where it says nothing."""
    path = course / FILE
    return read_people(path) if path.is_file() else People()


def lacking(folder: Path, course: Course) -> list[str]:
    """Warnings: what the accessibility statement cannot say, and what stands where it belongs no longer."""
    people = people_of(folder)
    said = course.statement
    gone = [key for key in STATEMENT if getattr(people, key) and key not in said]
    return [
        *(f"course.yml has no `{key}:` - {_LACKS[key]}" for key in STATEMENT if key not in said and key not in gone),
        *(f"`{key}:` stands in {FILE}; it belongs in course.yml, so that the package itself says it" for key in gone),
    ]
