"""Which folder may import which: the direction of the house.

The kinds of block stand above reading, and below whoever puts the stages together: reading takes their table as an
argument, and the stages ask the row that each question carries.
"""

import ast
import re
from pathlib import Path

from tests.cases import for_each

BUILDER = Path(__file__).parents[2] / "builder"
STAGES = ("read", "check", "render", "package", "verify")
MAY_IMPORT = {
    "errors": set(),
    "did_you_mean": set(),
    "libxml": set(),
    "remembered": set(),
    "model": {"model"},
    **{stage: {stage, "model", "errors", "did_you_mean", ""} for stage in STAGES},
    "read": {"read", "libxml", "remembered", "model", "errors", "did_you_mean", ""},
    "check": {"check", "remembered", "model", "errors", "did_you_mean", ""},
    "render": {"render", "remembered", "model", "errors", "did_you_mean", ""},
    "verify": {"verify", "libxml", "model", "errors", "did_you_mean", ""},
    "kinds": {"kinds", "read", "model"},
    "programs": {"errors"},
    "stand_in": {"stand_in", "kinds", "read", "programs", "model", "errors", "did_you_mean"},
    "films": {"films", "programs", "model"},
    "originals": set(),
    "captions": {"captions", "originals", "package", "read", "model", "errors"},
    "media": {
        "media",
        "captions",
        "originals",
        "package",
        "kinds",
        "read",
        "programs",
        "model",
        "errors",
        "did_you_mean",
    },
    "translate": {"translate", "kinds", "check", "read", "package", "model", "errors"},
    "report": {"model"},
    "command_paths": {"errors"},
    "rules": {"rules", "report", "model"},
    "cache": {"cache", "remembered", "kinds", "read", "render", "package", "model", ""},
    "pipeline": {*STAGES, "cache", "kinds", "films", "translate", "model", "errors"},
    "authoring": {"authoring", "command_paths", "kinds", "check", "read", "render", "report", "model", "errors"},
    "preview": {
        "preview",
        "remembered",
        "pipeline",
        "kinds",
        "read",
        "check",
        "render",
        "package",
        "report",
        "model",
        "errors",
    },
    "evidence": {"evidence", "programs", "libxml", "verify", "check", "report", "model", "errors", ""},
    "compare": {"compare", "libxml", "verify", "report", "model", "errors"},
    "build_all": {
        "build_all",
        "compare",
        "pipeline",
        "render",
        "package",
        "report",
        "cache",
        "command_paths",
        "model",
        "errors",
    },
    "outcome_text": {"pipeline", "report", "verify", "model"},
    "cli": {
        "did_you_mean",
        "command_paths",
        "pipeline",
        "authoring",
        "rules",
        "report",
        "cli",
        "outcome_text",
        "build_all",
        "compare",
        "evidence",
        "stand_in",
        "media",
        "preview",
        "translate",
        "model",
        "errors",
        "",
    },
    "__main__": {"cli"},
    "__init__": set(),
}
"""A folder or module of `builder/` -> what of it it may import; the empty name is the package itself (its version)."""

ONLY_IN = {
    "lxml": {"package", "verify", "compare", "stand_in", "check", "read", "evidence", "translate"},
    "markdown": {"read"},
    "yaml": {"read", "evidence", "translate"},
    "translate": {"translate"},
    "jinja2": {"render", "evidence"},
    "babel": {"render", "evidence"},
    "click": {"cli"},
    "starlette": {"preview"},
    "uvicorn": {"preview"},
    "watchfiles": {"preview"},
    "playwright": {"evidence"},
    "distributed": {"build_all"},
    "fsspec": {"build_all"},
}
"""A library -> where it may be imported."""


def modules() -> list[Path]:
    """Every Python file of the builder."""
    return sorted(BUILDER.rglob("*.py"))


def imports(path: Path) -> set[str]:
    """Full names of all that a file imports, also inside functions."""
    names: set[str] = set()
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Import):
            names |= {alias.name for alias in node.names}
        elif isinstance(node, ast.ImportFrom):
            assert node.level == 0, f"{path}: relative import"
            names.add(node.module or "")
    return names


def room(path: Path) -> str:
    """The folder or module of `builder/` that a file belongs to."""
    return path.relative_to(BUILDER).parts[0].removesuffix(".py")


@for_each("path", modules(), ids=lambda path: str(path.relative_to(BUILDER)))
def test_imports_follow_the_direction_of_the_house(path: Path) -> None:
    """The five stages never import one another; only the pipeline knows them all."""
    allowed = MAY_IMPORT[room(path)]
    for name in imports(path):
        if name.split(".")[0] == "builder":
            target = name.split(".")[1] if "." in name else ""
            assert target in allowed, f"{room(path)} must not import {name}"


def test_the_page_on_architecture_says_the_same() -> None:
    """Its table has a row for each part, with what that part may import."""
    page = (BUILDER.parent / "ARCHITECTURE.md").read_text(encoding="utf-8")
    table = page.partition("## What may import what\n")[2]
    rows = re.findall(r"^\| `(\w+)` \| .+ \|([^|]*)\|$", table, re.MULTILINE)
    said = {part: set(re.findall(r"`(\w+)`", allowed)) for part, allowed in rows}
    parts = {part: {name or "builder" for name in allowed} for part, allowed in MAY_IMPORT.items() if part[0] != "_"}
    assert said == parts


@for_each("path", modules(), ids=lambda path: str(path.relative_to(BUILDER)))
def test_libraries_stay_in_their_rooms(path: Path) -> None:
    """One stage knows Jinja, one Markdown; a library is changed in one place."""
    for name in imports(path):
        library = name.split(".")[0]
        if library in ONLY_IN:
            assert room(path) in ONLY_IN[library], f"{library} in {room(path)}"


def test_the_model_stands_on_the_standard_library_alone() -> None:
    """The ground imports nothing that must be installed, and touches no disk but for the contract, which is a part of it."""
    import sys

    for path in (BUILDER / "model").rglob("*.py"):
        for name in imports(path):
            top = name.split(".")[0]
            assert top == "builder" or top in sys.stdlib_module_names, f"{path.name} imports {name}"
        text = path.read_text(encoding="utf-8")
        assert "open(" not in text and ("read_text(" not in text or path.parent.name == "contract")
