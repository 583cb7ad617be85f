"""THM-006: a template of the course's own knows the names that it uses, and keeps what the page needs."""

import re
from collections.abc import Iterator
from functools import lru_cache
from pathlib import Path, PurePosixPath

from jinja2 import TemplateSyntaxError, meta, nodes

from builder.did_you_mean import did_you_mean
from builder.errors import TemplateFault
from builder.model.diagnostics import Diagnostic, Span
from builder.model.look.theme import OwnFile
from builder.model.rare_pattern import rare_pattern
from builder.model.rules import fault
from builder.render.page.environment import environment, sandbox

_HOOK = rare_pattern(r"""\b(data-[a-z][a-z-]*|id="[\w-]+")""")
"""What the scripts, links and labels find their way by."""
_LACKS = rare_pattern(r"has no (?:attribute|element) '?([^']+)'?")
_UNKNOWN_FILTER = rare_pattern(r"No (filter|test) named '([^']+)'")


def faults_of_template(folder: Path, name: str, own: OwnFile) -> Iterator[Diagnostic]:
    """What is wrong with a template that stands for the template `name` of `folder`."""
    try:
        tree = sandbox(folder).parse(own.text)
        sandbox(folder).compile(own.text, name)
    except TemplateSyntaxError as problem:
        yield _syntax(folder, own, problem)
        return
    ours = environment(folder).parse((folder / name).read_text(encoding="utf-8"))
    yield from _unknown_names(folder, own, tree)
    yield from _macros(own, tree, ours)
    if missing := sorted(_hooks(ours) - _hooks(tree)):
        named = ", ".join(missing[:5]) + (f" and {len(missing) - 5} others" if len(missing) > 5 else "")
        message = f"this template leaves out {named}, by which the page works"
        yield _fault(own, 1, message, f"Keep them. Satchel's own is printed by: satchel template {Path(name).name}")


def reworded(folder: Path, own: OwnFile, problem: TemplateFault) -> Diagnostic:
    """What went wrong while a template was filled, in words for its author."""
    lacking = _LACKS.search(problem.reason)
    if not lacking:
        return _fault(own, problem.line, f"this cannot be filled: {problem.reason}", _see(own))
    near = did_you_mean(lacking[1], _members(folder))
    hint = f"Did you mean {near}?" if near else _see(own)
    return _fault(own, problem.line, f"there is no {lacking[1]} here", hint, lacking[1])


def _syntax(folder: Path, own: OwnFile, problem: TemplateSyntaxError) -> Diagnostic:
    said = (problem.message or "this is not Jinja").rstrip(".")
    if unknown := _UNKNOWN_FILTER.search(said):
        known = environment(folder).filters if unknown[1] == "filter" else environment(folder).tests
        near = did_you_mean(unknown[2], known)
        hint = f"Did you mean {near}?" if near else _see(own)
        return _fault(own, problem.lineno, f"there is no {unknown[1]} called {unknown[2]}", hint, unknown[2])
    return _fault(own, problem.lineno, f"this template is not Jinja: {said}", "Mend this line, or the one above it.")


def _unknown_names(folder: Path, own: OwnFile, tree: nodes.Template) -> Iterator[Diagnostic]:
    known = _known_names(folder)
    unknown = meta.find_undeclared_variables(tree) - known
    seen = set()
    for name in tree.find_all(nodes.Name):
        if name.name not in unknown or name.name in seen:
            continue
        seen.add(name.name)
        near = did_you_mean(name.name, known)
        hint = f"Did you mean {near}?" if near else _see(own)
        yield _fault(own, name.lineno, f"nothing here is called {name.name}", hint, name.name)


def _macros(own: OwnFile, tree: nodes.Template, ours: nodes.Template) -> Iterator[Diagnostic]:
    """The macros that other templates call, with as many arguments."""
    made = {macro.name: macro for macro in tree.find_all(nodes.Macro)}
    for macro in ours.find_all(nodes.Macro):
        wanted = f"{macro.name}({', '.join(argument.name for argument in macro.args)})"
        if macro.name not in made:
            message = f"this template must define the macro {wanted}"
            yield _fault(own, 1, message, f"Put all of it between {{% macro {wanted} %}} and {{% endmacro %}}.")
        elif len(made[macro.name].args) != len(macro.args):
            line = made[macro.name].lineno
            message = f"the macro {macro.name} is called with other arguments"
            yield _fault(own, line, message, f"Write: {{% macro {wanted} %}}", macro.name)


def _see(own: OwnFile) -> str:
    return f"To see what there is: satchel template {PurePosixPath(own.path).name}"


def _hooks(tree: nodes.Template) -> set[str]:
    return {hook for part in tree.find_all(nodes.TemplateData) for hook in _HOOK.findall(part.data)}


def _fault(own: OwnFile, line: int, message: str, hint: str, at: str = "") -> Diagnostic:
    lines = own.text.split("\n")
    excerpt = lines[line - 1] if 0 < line <= len(lines) else ""
    found = re.search(rf"\b{re.escape(at)}\b", excerpt) if at else None
    column, length = (found.start() + 1, len(at)) if found else (1, 1)
    near = re.match(r"Did you mean (.+)\?$", hint)
    fix = (at, near[1]) if found and near else None
    return fault("THM-006", Span(own.path, line, column, length), message, hint, excerpt, fix)


@lru_cache(maxsize=2)
def _known_names(folder: Path) -> frozenset[str]:
    """Every name that a template of ours uses and is given."""
    names: set[str] = set(environment(folder).globals)
    for tree in _ours(folder):
        names |= meta.find_undeclared_variables(tree)
    return frozenset(names)


@lru_cache(maxsize=2)
def _members(folder: Path) -> frozenset[str]:
    """Attributes and keys that our templates ask for."""
    found = set()
    for tree in _ours(folder):
        found |= {node.attr for node in tree.find_all(nodes.Getattr)}
        found |= {str(node.arg.value) for node in tree.find_all(nodes.Getitem) if isinstance(node.arg, nodes.Const)}
    return frozenset(found)


@lru_cache(maxsize=2)
def _ours(folder: Path) -> tuple[nodes.Template, ...]:
    paths = [*folder.glob("components/*/*.html"), folder / "layouts/course.html"]
    return tuple(environment(folder).parse(path.read_text(encoding="utf-8")) for path in paths)
