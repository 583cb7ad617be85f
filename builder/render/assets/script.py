"""The run-time's ES modules, joined into one classic script: file:// loads no modules in Chromium and WebKit.

They stand behind one another in the order of the imports, in one scope, under names of which no two are the same.
Only what our own run-time uses is understood; anything else is refused with file and line.
"""

import re
from dataclasses import dataclass
from functools import lru_cache
from os.path import normpath, relpath
from pathlib import Path

from builder.errors import TemplateFault
from builder.render.assets.shorten import Source, one_scope

TOKEN = re.compile(
    r"""
    (?P<comment> /\*.*?\*/ | //[^\n]* )
    | "(?:\\.|[^"\\\n])*" | '(?:\\.|[^'\\\n])*' | `(?:\\.|[^`\\])*`
    | (?:(?<=[=>(,:!&|?{};\[])|(?<=\breturn))\s*/(?![*/])(?:\\.|\[(?:\\.|[^\]\\\n])*\]|[^/\\\n\[])+/[a-z]*
    """,
    re.VERBOSE | re.DOTALL,
)
"""Comments, and whatever may hold the beginning of one: strings, templates, regular expressions."""

IMPORT = re.compile(r'^import\s*\{([^}]*)\}\s*from\s*"(\.{1,2}/[^"\n]+)";?[ \t]*$', re.MULTILINE)
EXPORT = re.compile(r"^export\s+(?=(?:(?:async\s+)?function|const|class)\s+([A-Za-z_$][\w$]*))", re.MULTILINE)
UNSUPPORTED = re.compile(r"^\s*(?:import|export)\b.*$|\bimport\s*[.(].*$|^await\b.*$", re.MULTILINE)
NAME = re.compile(r"([A-Za-z_$][\w$]*)(?:\s+as\s+([A-Za-z_$][\w$]*))?")


@dataclass(frozen=True, slots=True)
class Import:
    """One import declaration."""

    path: str
    """File it names, relative to the folder of all modules."""
    names: tuple[tuple[str, str], ...]
    """Each name as it is exported, and as it is called here."""
    line: int
    """Where it stands."""


@dataclass(frozen=True, slots=True)
class Module:
    """One ES module, taken apart."""

    path: str
    """Relative to the folder of all modules, with forward slashes."""
    imports: tuple[Import, ...]
    """What it needs, in its own order."""
    exports: tuple[str, ...]
    """What it gives."""
    body: str
    """Its code without comments, imports and the word `export`."""


def join_scripts(folder: Path, entry: str, destination: str) -> str:
    """The script of one destination, beginning from `entry` (a path in `folder`), which exports `start`.

    `runtime/start.js` stands for `runtime/start-web.js` when the destination `web` has an entry of its own,
    so that it carries only what it needs. Raises TemplateFault for a circular or unknown import, and for any
    form but `import { a, b as c } from "./x.js"` and `export` before a function, a class or a const.
    """
    sources = entry_modules(folder, entry, destination)
    code, names = one_scope(sources)
    call = f'{names[sources[-1].path, "start"]}("{destination}");'
    return "\n".join(["(function () {", '"use strict";', "".join(code), call, "})();", ""])


def entry_modules(folder: Path, entry: str, destination: str) -> list[Source]:
    """The modules that such a script is joined from, each after what it needs; its entry is the last."""
    modules: dict[str, Module] = {}
    start = _collect(folder, _entry_of(folder, entry, destination), modules, ())
    if "start" not in start.exports:
        raise TemplateFault(start.path, 1, "the entry exports no function start")
    return [_source(module) for module in modules.values()]


def _entry_of(folder: Path, entry: str, destination: str) -> str:
    own = f"{entry.removesuffix('.js')}-{destination}.js"
    return own if (folder / own).is_file() else entry


def _collect(folder: Path, path: str, modules: dict[str, Module], above: tuple[str, ...]) -> Module:
    """Put a module and all that it imports into `modules`, each after what it needs."""
    if path in modules:
        return modules[path]
    module = _read(folder, path)
    for needed in module.imports:
        if needed.path in (*above, path):
            circle = " -> ".join((*above, path, needed.path))
            raise TemplateFault(path, needed.line, f"circular import: {circle}")
        if not (folder / needed.path).is_file():
            raise TemplateFault(path, needed.line, f"no such module: {needed.path}")
        exports = _collect(folder, needed.path, modules, (*above, path)).exports
        for name, _ in needed.names:
            if name not in exports:
                raise TemplateFault(path, needed.line, f"{needed.path} exports no {name}")
    modules[path] = module
    return module


def _read(folder: Path, path: str) -> Module:
    try:
        source = (folder / path).read_text(encoding="utf-8")
    except OSError as fault:
        raise TemplateFault(path, 1, f"cannot be read: {fault.strerror}") from fault
    return _parse(path, source)


@lru_cache(maxsize=256)
def _parse(path: str, source: str) -> Module:
    """Most modules are in the script of every destination."""
    code = TOKEN.sub(_without_comment, source.replace("\r\n", "\n"))
    imports = tuple(_import_of(path, code, found) for found in IMPORT.finditer(code))
    exports = tuple(found[1] for found in EXPORT.finditer(code))
    body = EXPORT.sub("", IMPORT.sub(_line_breaks, code))
    if left := UNSUPPORTED.search(body):
        line = _line(body, left.start() + len(left[0]) - len(left[0].lstrip()))
        raise TemplateFault(path, line, f"not understood by the joiner: {left[0].strip()}")
    return Module(path, imports, exports, body.strip())


def _without_comment(token: re.Match[str]) -> str:
    """Strings stay as they are; a comment leaves its line breaks, so that lines can still be counted."""
    if token["comment"] is None:
        return token[0]
    return _line_breaks(token) or " "


def _line_breaks(text: re.Match[str]) -> str:
    return "\n" * text[0].count("\n")


def _import_of(path: str, code: str, found: re.Match[str]) -> Import:
    line = _line(code, found.start())
    names = [name.strip() for name in found[1].split(",") if name.strip()]
    parsed = [NAME.fullmatch(name) for name in names]
    if not names or None in parsed:
        raise TemplateFault(path, line, f"not understood by the joiner: {found[0]}")
    target = relpath(normpath(Path(path).parent / found[2])).replace("\\", "/")
    return Import(target, tuple((name[1], name[2] or name[1]) for name in parsed if name), line)


def _line(text: str, position: int) -> int:
    return text.count("\n", 0, position) + 1


def _source(module: Module) -> Source:
    imports = {here: (needed.path, name) for needed in module.imports for name, here in needed.names}
    return Source(module.path, module.body, imports)
