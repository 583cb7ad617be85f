"""Templates and styles of the course's own: the files of its folder `theme/`. What they stand for, rendering knows."""

from pathlib import Path

from builder.model.diagnostics import Diagnostic
from builder.model.look.theme import OwnFile
from builder.read.files.source import read_source

FOLDER = "theme"
_TEMPLATES = frozenset({".html", ".htm", ".xhtml", ".jinja", ".jinja2", ".j2"})
_STYLES = frozenset({".css", ".scss", ".sass", ".less"})


def read_own_files(course: Path) -> tuple[tuple[OwnFile, ...], tuple[OwnFile, ...], list[Diagnostic]]:
    """The templates and the styles in the folder `theme/` of a course, and what is wrong with them as text files."""
    templates: list[OwnFile] = []
    styles: list[OwnFile] = []
    faults: list[Diagnostic] = []
    for path in sorted((course / FOLDER).rglob("*")):
        ending = path.suffix.lower()
        inside = path.relative_to(course)
        if (
            ending not in _TEMPLATES | _STYLES
            or any(part.startswith(".") for part in inside.parts)
            or not path.is_file()
        ):
            continue
        source, found = read_source(course, inside.as_posix())
        faults += found
        if source:
            made = OwnFile(source.path, "\n".join(source.lines))
            (templates if ending in _TEMPLATES else styles).append(made)
    return tuple(templates), tuple(styles), faults
