"""Templates and styles of the course's own: the files of its folder `theme/`. What they stand for, rendering knows."""

from pathlib import Path

from builder.model.diagnostics import Diagnostic, Span
from builder.model.look.theme import OwnFile
from builder.model.rules import fault
from builder.read.files.source import read_source

FOLDER = "theme"
_TEMPLATES = frozenset({".html", ".htm", ".xhtml", ".jinja", ".jinja2", ".j2"})
_SCRIPTS = frozenset({".js", ".mjs", ".cjs", ".ts", ".jsx", ".tsx", ".vue", ".php"})
_SETTINGS = frozenset({".json", ".yml", ".yaml", ".toml"})
_STYLES = frozenset({".css", ".scss", ".sass", ".less"})


def read_own_files(course: Path) -> tuple[tuple[OwnFile, ...], tuple[OwnFile, ...], list[Diagnostic]]:
    """The templates and the styles in the folder `theme/` of a course, and what is wrong with them as text files."""
    templates: list[OwnFile] = []
    styles: list[OwnFile] = []
    faults = _in_other_folders(course)
    for path in sorted((course / FOLDER).rglob("*")):
        ending = path.suffix.lower()
        inside = path.relative_to(course)
        if ending in _SCRIPTS | _SETTINGS and path.is_file():
            faults.append(_ignored(inside.as_posix(), ending))
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


def _ignored(path: str, ending: str) -> Diagnostic:
    """THM-005 for a file that was meant to change the page, and cannot."""
    if ending in _SETTINGS:
        message = "this file changes nothing: theme/ holds templates, styles, fonts and a logo"
        return fault(
            "THM-005", Span(path), message, "Settings of the look stand in course.yml, under theme: . Delete it."
        )
    message = "this script changes nothing: a course runs no script of its own"
    hint = "Delete it. Templates (.html) and styles (.css) can be changed: satchel template lists them."
    return fault("THM-005", Span(path), message, hint)


def _in_other_folders(course: Path) -> list[Diagnostic]:
    """THM-005 for styles and templates in a folder such as `themes/`, whose name is nearly right."""
    folders = [one for one in sorted(course.iterdir()) if one.name != FOLDER and one.name.lower() in {FOLDER, "themes"}]
    found = [
        path
        for one in folders
        if one.is_dir()
        for path in sorted(one.iterdir())
        if path.suffix.lower() in _TEMPLATES | _STYLES
    ]
    message = "this file changes nothing: the folder of a course's own templates and styles is called theme"
    return [
        fault("THM-005", Span(path.relative_to(course).as_posix()), message, f"Move it to {FOLDER}/{path.name}.")
        for path in found
        if not (course / FOLDER / path.name).exists()
    ]
