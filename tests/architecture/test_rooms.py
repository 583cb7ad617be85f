"""No module is too long, no folder too full, and imports between the parts of a folder never go round in a circle."""

import ast
import os
import re
from collections.abc import Iterable, Iterator
from functools import lru_cache
from pathlib import Path, PurePosixPath

from tests.cases import for_each

ROOT = Path(__file__).parents[2]
PRODUCT = ("builder", "templates")
MOST_LINES = 300
MOST_FILES = 15

Edge = tuple[str, str]


def files(*folders: str, endings: tuple[str, ...] = ("",)) -> Iterator[PurePosixPath]:
    """Every file of these folders, from the root of the repository; nothing that a program left behind."""
    for folder in folders:
        for path in sorted((ROOT / folder).rglob("*")):
            inside = path.relative_to(ROOT)
            if path.is_file() and path.name.endswith(endings) and not {"__pycache__", "artefacts"} & {*inside.parts}:
                yield PurePosixPath(inside.as_posix())


def lines(path: PurePosixPath) -> int:
    """How many lines a file has."""
    return len((ROOT / path).read_text(encoding="utf-8").splitlines())


def test_no_module_is_over_300_lines() -> None:
    """A module that grew is two modules."""
    long = {str(path) for path in files(*PRODUCT, endings=(".py", ".js")) if lines(path) > MOST_LINES}
    assert long == set()


def test_no_folder_has_more_than_15_files() -> None:
    """What belongs together is found without a search."""
    count: dict[str, int] = {}
    for path in files(*PRODUCT, "tests"):
        count[str(path.parent)] = count.get(str(path.parent), 0) + 1
    assert {folder: number for folder, number in count.items() if number > MOST_FILES} == {}


def python_imports() -> Iterator[Edge]:
    """Each Python module of the builder, and each that it imports when it runs."""
    known = {str(path) for path in files("builder", endings=(".py",))}
    for name in known:
        tree = ast.parse((ROOT / name).read_text(encoding="utf-8"))
        for_types = [
            node for node in ast.walk(tree) if isinstance(node, ast.If) and "TYPE_CHECKING" in ast.dump(node.test)
        ]
        passed_over = {id(inner) for node in for_types for inner in ast.walk(node)}
        for node in ast.walk(tree):
            if (
                isinstance(node, ast.ImportFrom)
                and id(node) not in passed_over
                and (node.module or "").startswith("builder")
            ):
                base = (node.module or "").replace(".", "/")
                for alias in node.names:
                    places = (f"{base}/{alias.name}.py", f"{base}.py", f"{base}/__init__.py")
                    yield name, next(place for place in places if place in known)


def script_imports() -> Iterator[Edge]:
    """The same for the modules of the run-time."""
    for path in files("templates", endings=(".js",)):
        for target in re.findall(r'(?:from|import) "(\.[^"]+)"', (ROOT / path).read_text(encoding="utf-8")):
            yield str(path), os.path.normpath(path.parent / target).replace(os.sep, "/")


def parts_of(folder: str, edges: Iterable[Edge]) -> set[Edge]:
    """Imports between the parts of a folder: its folders, each as one, and its own modules but for `__init__`."""
    found = set()
    for edge in edges:
        if all(path.startswith(f"{folder}/") for path in edge):
            one, other = (path.removeprefix(f"{folder}/").split("/")[0] for path in edge)
            if one != other and "__init__.py" not in (one, other):
                found.add((one, other))
    return found


def circle(edges: set[Edge]) -> set[Edge]:
    """What is left when all is taken away that nothing leads to, or that leads nowhere: empty without a circle."""
    while True:
        from_here, to_here = {one for one, _ in edges}, {other for _, other in edges}
        kept = {(one, other) for one, other in edges if one in to_here and other in from_here}
        if kept == edges:
            return kept
        edges = kept


@lru_cache
def edges() -> frozenset[Edge]:
    """All imports."""
    return frozenset((*python_imports(), *script_imports()))


def folders() -> list[str]:
    """Every folder of the product that has modules."""
    return sorted({str(parent) for edge in edges() for path in edge for parent in PurePosixPath(path).parents} - {"."})


@for_each("folder", folders)
def test_imports_within_a_folder_never_go_round(folder: str) -> None:
    """What stands below is read without what stands above it."""
    assert circle(parts_of(folder, edges())) == set()


def test_a_circle_is_seen() -> None:
    """The test above can fail."""
    found = {("a/b/one.py", "a/c/two.py"), ("a/c/three.py", "a/d.py"), ("a/d.py", "a/b/four.py"), ("a/e.py", "a/d.py")}
    assert circle(parts_of("a", found)) == {("b", "c"), ("c", "d.py"), ("d.py", "b")}
    assert circle(parts_of("a", found) - {("d.py", "b")}) == set()
