"""What the files in `theme/` stand for, and every fault in them that can be seen without filling them."""

from collections.abc import Iterator, Mapping
from pathlib import Path, PurePosixPath

from builder.did_you_mean import did_you_mean
from builder.errors import TemplateFault
from builder.model.course import Course
from builder.model.diagnostics import Diagnostic, Span
from builder.model.look.theme import OwnFile, Theme
from builder.model.rules import fault
from builder.render.page.environment import templates_folder
from builder.render.theme.own_styles import faults_of_style
from builder.render.theme.own_templates import faults_of_template, reworded

FOLDER = "theme"
_WHERE = ("components/*/*.html", "icons/*.html", "layouts/course.html")
_STYLES = ("components/*/*.css", "styles/*.css")

ELSEWHERE = {
    "tokens.css": "Colours and fonts are chosen in course.yml, under theme:",
    "course.css": "It only takes the other styles in: put yours into theme/ under the name of one of them, such as theme/prose.css",
}
"""Styles of the page to which nothing is added -> what to do instead."""


def template_paths(folder: Path) -> Mapping[str, str]:
    """Name of a file -> the template of the page that it stands for, from the templates in `folder`."""
    return _paths(folder, _WHERE)


def style_paths(folder: Path) -> Mapping[str, str]:
    """Name of a file -> the style sheet that it is added to."""
    return {name: path for name, path in _paths(folder, _STYLES).items() if name not in ELSEWHERE}


def _paths(folder: Path, patterns: tuple[str, ...]) -> Mapping[str, str]:
    found = (path for pattern in patterns for path in folder.glob(pattern))
    return {path.name: path.relative_to(folder).as_posix() for path in sorted(found)}


def overrides_of(theme: Theme | None) -> Mapping[str, str]:
    """Each template of ours that a course has one of its own for -> the text of that one."""
    if theme is None or not theme.templates:
        return {}
    names = template_paths(templates_folder())
    return {names[name]: own.text for own in theme.templates if (name := PurePosixPath(own.path).name) in names}


def check_own_files(course: Course) -> Iterator[Diagnostic]:
    """Every fault in the templates and styles of a course."""
    theme = course.theme
    if theme is None or not (theme.templates or theme.styles):
        return
    folder = templates_folder()
    names, styles = template_paths(folder), style_paths(folder)
    for own in theme.templates:
        known = _known(own, names)
        yield from known or faults_of_template(folder, names[PurePosixPath(own.path).name], own)
    for own in theme.styles:
        known = _known(own, styles)
        yield from known or faults_of_style(own, _ours(folder, styles, own))


def _ours(folder: Path, styles: Mapping[str, str], own: OwnFile) -> str:
    """The style sheet that one of the course's own is added to."""
    return (folder / styles[PurePosixPath(own.path).name]).read_text(encoding="utf-8")


def _known(own: OwnFile, names: Mapping[str, str]) -> list[Diagnostic]:
    """THM-005 where a file changes nothing."""
    path = PurePosixPath(own.path)
    if path.name in names and path.parent.as_posix() == FOLDER:
        return []
    if path.name in names:
        message = "this file changes nothing: templates and styles lie in theme/ itself"
        return [fault("THM-005", Span(own.path), message, f"Move it to {FOLDER}/{path.name}.")]
    what = "style" if path.suffix in {".css", ".scss", ".sass", ".less"} else "template"
    right = f"{path.stem}.{'css' if what == 'style' else 'html'}"
    near = right if right in names else did_you_mean(path.name, names)
    if path.name in ELSEWHERE:
        message = "this style changes nothing: nothing is added to Satchel's own of this name"
        return [fault("THM-005", Span(own.path), message, f"{ELSEWHERE[path.name]}.")]
    hint = f"Did you mean {FOLDER}/{near}?" if near else "To see what there is: satchel template"
    return [fault("THM-005", Span(own.path), f"this {what} changes nothing: Satchel has none of this name", hint)]


def fault_in_own_template(course: Course, problem: TemplateFault) -> Diagnostic | None:
    """THM-006 for what went wrong while a template of the course's own was filled; None when it is one of ours."""
    names = template_paths(templates_folder())
    for own in course.theme.templates if course.theme else ():
        if names.get(PurePosixPath(own.path).name) == problem.template:
            return reworded(templates_folder(), own, problem)
    return None
