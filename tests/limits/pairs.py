"""Two sources that differ by the smallest step, on either side of a limit."""

import shutil
import tempfile
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from builder.model.course import Course
from builder.model.diagnostics import Diagnostic, Report
from tests.rules.corpus import BASE, HEAD, MODULE, read

Files = Mapping[str, str | bytes | None]
"""Files of a course by their paths; None for one of the base course that it lacks."""

SETTINGS = "id: sample\ntitle: A sample course\nlanguage: en-GB\n"


@dataclass(frozen=True)
class Pair:
    """A limit, held from both sides."""

    limit: str
    """The constant that holds it, from `builder.` on; or what it is, where no constant does."""
    rule: str
    """The rule that is broken beyond it."""
    within: Files
    """Just within it."""
    beyond: Files
    """Just beyond it."""
    says: str = ""
    """Words of the message, where the rule has other limits too."""

    def __str__(self) -> str:
        return f"{self.limit} {self.says}".strip()


def module(text: str) -> Files:
    """The first module, below its front matter."""
    return {MODULE: HEAD + text + "\n"}


def settings(lines: str) -> Files:
    """`course.yml` with further lines."""
    return {"course.yml": SETTINGS + lines + "\n"}


def words(count: int, word: str = "so") -> str:
    """So many words."""
    return " ".join([word] * count)


def read_files(files: Files) -> tuple[Course, Report]:
    """The smallest course with these files, as far as it can be read, and all that is reported about it."""
    with tempfile.TemporaryDirectory() as root:
        folder = Path(root) / "course"
        shutil.copytree(BASE, folder)
        for path, content in files.items():
            (folder / path).parent.mkdir(parents=True, exist_ok=True)
            if content is None:
                (folder / path).unlink()
            else:
                (folder / path).write_bytes(content.encode() if isinstance(content, str) else content)
        return read(folder)


def report_of(files: Files) -> tuple[Diagnostic, ...]:
    """All that is reported about the smallest course with these files."""
    return read_files(files)[1].diagnostics


def course_of(files: Files) -> Course:
    """The smallest course with these files."""
    return read_files(files)[0]


def breaks(pair: Pair, files: Files) -> bool:
    """Whether the rule of a pair is broken."""
    return any(d.rule == pair.rule and pair.says in d.message for d in report_of(files))
