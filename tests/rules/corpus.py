"""Damaged sources with all that is reported about them, and their repaired twins: `tests/courses/*.txt`.

`tests/courses/README.md` says how a case is written. `SNAPSHOTS=write` writes what is reported afresh.
"""

import fcntl
import os
import re
import shutil
from collections.abc import Iterable
from dataclasses import dataclass, field
from pathlib import Path

from builder.check import check_course
from builder.kinds import KINDS
from builder.model.course import Course
from builder.model.diagnostics import Diagnostic, Edit, Report
from builder.read import read_course
from builder.render import check_own_files

COURSES = Path(__file__).parents[1] / "courses"
BASE = COURSES / "base"
"""The smallest sound course. A case says only what differs from it."""
MODULE = "01-welcome.md"
HEAD = "---\ntitle: Welcome\n---\n\n"
"""The front matter of the module, when a case says only what stands below it."""
WRITING = os.environ.get("SNAPSHOTS") == "write"
REREAD = "not what was read and approved: SNAPSHOTS=write and -n 0 write it down; read the difference"
"""What is said where something is held word for word, and is another."""

_PART = re.compile(r"^%% (.*)\n", re.MULTILINE)
_FILE = re.compile(
    r"(?P<state>also|damaged|repaired)(?: (?P<without>without) (?P<gone>\S+)|(?: (?P<path>\S+))?"
    r"(?: = (?P<copied>\S+)| in (?P<encoding>\S+)| (?P<open>without a line end))?)"
)


@dataclass
class Case:
    """One damaged source and its repaired twin."""

    title: str
    """What is wrong, as a name for a test."""
    file: Path
    """The file of cases that it stands in."""
    files: dict[str, dict[str, bytes | None]] = field(
        default_factory=lambda: {"also": {}, "damaged": {}, "repaired": {}}
    )
    """The files of each state by their paths; None for one of the base course that it lacks."""
    finds: str = ""
    """What is reported, as `told` writes it."""

    def lay(self, state: str, folder: Path) -> None:
        """Make the folder of a course in one of the states, at a path where nothing is yet."""
        shutil.copytree(BASE, folder)
        for path, content in (self.files["also"] | self.files[state]).items():
            (folder / path).parent.mkdir(parents=True, exist_ok=True)
            if content is None:
                (folder / path).unlink()
            else:
                (folder / path).write_bytes(content)

    @property
    def rules(self) -> list[str]:
        """The rules that it breaks."""
        return re.findall(r"^\S+:\d+ (\S+) ", self.finds, re.MULTILINE)


def read_cases(file: Path) -> list[Case]:
    """The cases of a file."""
    cases: list[Case] = []
    parts = _PART.split(file.read_text(encoding="utf-8"))[1:]
    for header, body in zip(parts[::2], parts[1::2], strict=True):
        part = _FILE.fullmatch(header)
        if header == "finds":
            cases[-1].finds = body.strip("\n")
        elif part is None:
            cases.append(Case(header, file))
        elif part["without"]:
            cases[-1].files[part["state"]][part["gone"]] = None
        else:
            cases[-1].files[part["state"]][part["path"] or MODULE] = _content(part, body)
    return cases


def _content(part: re.Match[str], body: str) -> bytes:
    if part["copied"]:
        return (COURSES / part["copied"]).read_bytes()
    text = body.rstrip("\n") + ("" if part["open"] else "\n")
    return (text if part["path"] else HEAD + text).encode(part["encoding"] or "utf-8")


CASES = [case for file in sorted(COURSES.glob("*.txt")) for case in read_cases(file)]


def read(folder: Path) -> tuple[Course, Report]:
    """A course as far as it can be read, and all that is said of it."""
    course, found = read_course(folder, KINDS)
    return course, check_course(course, Report.of(found.diagnostics, check_own_files(course)))[1]


def told(diagnostics: Iterable[Diagnostic], folder: Path) -> str:
    """Diagnostics as a case holds them: place, rule and message; the hint; and the lines that the remedy leaves."""
    return "\n".join(_told(diagnostic, folder) for diagnostic in diagnostics)


def _told(diagnostic: Diagnostic, folder: Path) -> str:
    span = diagnostic.span
    place = f"{span.line}:{span.column}" if span.path == MODULE else f"{span.path}:{span.line}:{span.column}"
    lines = [f"{place} {diagnostic.rule} {diagnostic.message}", f"    hint: {diagnostic.hint}"]
    if diagnostic.fix:
        source = (folder / diagnostic.fix[0].path).read_text(encoding="utf-8")
        mended = applied(source, diagnostic.fix).split("\n")
        first = diagnostic.fix[0].line - 1
        below = len(source.split("\n")) - diagnostic.fix[-1].end_line
        lines += [f"    fix: {line}".rstrip() for line in mended[first : len(mended) - below]]
    return "\n".join(lines)


def applied(text: str, edits: tuple[Edit, ...]) -> str:
    """A text with all changes of a remedy, the last one first, so that the places of the others hold."""
    for edit in reversed(edits):
        text = edit.applied(text)
    return text


def write_finds(case: Case, finds: str) -> None:
    """Put what is reported into the file of cases; several processes may do so at a time."""
    with case.file.open("r+", encoding="utf-8") as file:
        fcntl.flock(file, fcntl.LOCK_EX)
        text = file.read()
        start = text.index(f"%% {case.title}\n")
        pattern = re.compile(r"(^%% finds\n).*?(?=^%% )", re.MULTILINE | re.DOTALL)
        file.seek(0)
        file.write(text[:start] + pattern.sub(lambda match: f"{match[1]}{finds}\n", text[start:], count=1))
        file.truncate()
