"""Where engines from npm are: a folder that is named, the one that `satchel engines` fills, or `node_modules` of a project."""

import json
import os
import sys
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path

VARIABLE = "SATCHEL_ENGINES"
"""Names the folder in which `satchel engines` puts what it fetches, and in which it is looked for first."""


@dataclass(frozen=True, slots=True)
class Engine:
    """An engine, and the file of its npm package that a page can run."""

    name: str
    package: str
    version: str
    """The one that the table of false alarms was tried with."""
    file: str
    sets: str
    """The variable that its script sets."""


IBM = Engine("IBM Equal Access", "accessibility-checker-engine", "4.0.34", "ace.js", "ace")
HTMLCS = Engine("HTML_CodeSniffer", "html_codesniffer", "2.5.1", "build/HTMLCS.js", "HTMLCS")
ENGINES = (IBM, HTMLCS)


def engines_folder() -> Path:
    """Where `satchel engines` puts them: the folder of VARIABLE, else one of this user."""
    if named := os.environ.get(VARIABLE):
        return Path(named)
    home = Path.home()
    if sys.platform == "win32":
        return Path(os.environ.get("LOCALAPPDATA") or home / "AppData" / "Local") / "satchel" / "engines"
    if sys.platform == "darwin":
        return home / "Library" / "Caches" / "satchel" / "engines"
    return Path(os.environ.get("XDG_CACHE_HOME") or home / ".cache") / "satchel" / "engines"


@lru_cache
def source_of(engine: Engine) -> str:
    """A script that gives a page the engine, whatever loader of modules the page has; empty where it is not installed."""
    folder = _folder_of(engine)
    if folder is None:
        return ""
    text = (folder / engine.file).read_text(encoding="utf-8")
    hidden = "var define, exports, module;"
    kept = f"(window.engineOf ??= {{}}).{engine.sets} = {engine.sets}"  # a page may have an `ace` of its own
    return f"(() => {{ {hidden}\n{text}\n; {kept}; }})(); 0"


@lru_cache
def version_of(engine: Engine) -> str:
    """The version that is installed; empty where none is."""
    folder = _folder_of(engine)
    if folder is None:
        return ""
    said: dict[str, str] = json.loads((folder / "package.json").read_text(encoding="utf-8"))
    return said.get("version", "")


def _folder_of(engine: Engine) -> Path | None:
    places = (place / "node_modules" / engine.package for place in _places())
    return next((place for place in places if (place / engine.file).is_file()), None)


def _places() -> Iterator[Path]:
    yield engines_folder()
    here = Path.cwd()
    yield from (here, *here.parents)
