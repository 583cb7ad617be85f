"""Which tests may notice a mutant, the likeliest and quickest first."""

import ast
from collections.abc import Iterator
from functools import cache
from itertools import accumulate

from tests.mutants.mutant import ROOT, Mutant
from tests.mutants.reach import Reach

PATIENCE = 0.2
"""Part of the time of all tests after which a mutant counts as survived: hardly any is killed later."""
SHARPEST = ("tests/unit/", "tests/rules/test_corpus.py", "tests/rules/test_words.py", "tests/limits/", "tests/golden/")
"""Tests that hold what is done word for word: they go first."""


def tests_in_order(mutant: Mutant, reach: Reach, killers: list[str]) -> list[str]:
    """Tests that run the changed lines; for a change at import, first those that run what reads the changed names.

    `killers` noticed other mutants of the file, the latest first.
    """
    near = reach.tests(mutant.path, mutant.line, mutant.last) if mutant.inside else set()
    if not reach.runs_at_import(mutant):
        return within_patience(likeliest(near, reach, killers), reach)
    for path, first, last in readers(frozenset(mutant.names)):
        near |= reach.tests(path, first, last)
    far = reach.all_tests(mutant.path) - near
    return within_patience([*likeliest(near, reach, killers), *likeliest(far, reach, [])], reach)


def likeliest(tests: set[str], reach: Reach, killers: list[str]) -> list[str]:
    """Those that noticed other mutants here, then the sharpest, then the others; the quickest of each first."""
    first = list(dict.fromkeys(test for test in killers if test in tests))[:20]
    rest = tests.difference(first)
    return first + sorted(rest, key=lambda test: (not test.startswith(SHARPEST), reach.seconds[test], test))


def within_patience(tests: list[str], reach: Reach) -> list[str]:
    """The tests that there is time for; the first always."""
    most = PATIENCE * sum(reach.seconds.values())
    total = accumulate(reach.seconds[test] for test in tests)
    return [test for number, (test, spent) in enumerate(zip(tests, total, strict=True)) if spent <= most or not number]


@cache
def readers(names: frozenset[str]) -> list[tuple[str, int, int]]:
    """Functions that read one of these names, or a name made of them: file, first and last line."""
    while (more := names | {made for made, read in _made() if names & read}) != names:
        names = more
    return [(path, first, last) for path, first, last, read in _functions() if names & read]


@cache
def _functions() -> list[tuple[str, int, int, frozenset[str]]]:
    """Every function of the builder, and the names it reads."""
    return [
        (path, node.body[0].lineno, node.end_lineno or node.lineno, _names(node))
        for path, tree in _trees()
        for node in ast.walk(tree)
        if isinstance(node, ast.FunctionDef)
    ]


@cache
def _made() -> list[tuple[str, frozenset[str]]]:
    """Names that modules set, and the names they are made of."""
    return [
        (name.id, _names(node.value))
        for _, tree in _trees()
        for node in tree.body
        if isinstance(node, ast.Assign | ast.AnnAssign) and node.value
        for target in (node.targets if isinstance(node, ast.Assign) else [node.target])
        for name in ast.walk(target)
        if isinstance(name, ast.Name)
    ]


def _names(node: ast.AST) -> frozenset[str]:
    return frozenset(
        one.id if isinstance(one, ast.Name) else one.attr
        for one in ast.walk(node)
        if isinstance(one, ast.Name | ast.Attribute)
    )


@cache
def _trees() -> list[tuple[str, ast.Module]]:
    return list(_parsed())


def _parsed() -> Iterator[tuple[str, ast.Module]]:
    for path in sorted((ROOT / "builder").rglob("*.py")):
        yield path.relative_to(ROOT).as_posix(), ast.parse(path.read_text(encoding="utf-8"))
