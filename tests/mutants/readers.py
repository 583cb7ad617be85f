"""Which tests may notice a mutant, the likeliest and quickest first."""

import ast
import re
from collections import Counter
from collections.abc import Iterator
from functools import cache
from itertools import accumulate

from tests.mutants.mutant import ROOT, Mutant
from tests.mutants.reach import Reach
from tests.rules.corpus import CASES

PATIENCE = 0.06
"""Part of the CPU time of all tests after which a mutant counts as survived: hardly any is killed later."""

WORD_FOR_WORD = (
    *(f"tests/rules/test_{name}.py" for name in ("corpus", "slips", "odds")),
    "tests/architecture/test_handbook.py",
)
"""Files of tests that hold what authors read. They come first of those elsewhere for a change at import: a table runs
no line of its own, so that nothing else says which test reads the changed row."""
NEVER_LEFT_OUT = "tests/golden/test_pins.py"
"""Tests that hold what learners' work hangs on; slow, so that they come last, but whatever the patience."""
CORPUS = "tests/rules/test_corpus.py"
SAYING = 80
"""Cases of the corpus that are tried early, because they are about what stands in the changed lines."""
FEW = 20
"""Tests of a group that come before those of another."""
HELD = re.compile(r"""(?:[^"'{}\\\n]|(?<=\w)'(?=\w)){10,}""")
"""Words of a text, as they may stand in a file with what is expected."""
FILES = 10
"""Files of tests that are collected anew for a change at import: that takes longer than the tests."""


def tests_in_order(mutant: Mutant, reach: Reach, killers: list[str]) -> list[str]:
    """Tests that run the changed lines; for a change at import, first those that run what reads the changed names in
    the same file, then those that run anything of it, and then those that run what reads the names elsewhere.

    `killers` noticed other mutants of the file, the latest first.
    """
    near = reach.tests(mutant.path, mutant.line, mutant.last) if mutant.inside else set()
    if not reach.runs_at_import(mutant):
        said = _saying(mutant, {test for test in near if test.startswith(CORPUS)})[:FEW]
        order = [*_holding(mutant, near, reach), *said, *likeliest(mutant, near, reach, killers)]
        return within_patience(list(dict.fromkeys(order)), reach)
    other: set[str] = set()
    for path, first, last in readers(frozenset(mutant.names)):
        if path == mutant.path:
            near |= reach.tests(path, first, last)
        else:
            other |= reach.tests(path, first, last)
    own = reach.all_tests(mutant.path) - near
    worded = {test for test in other - own - near if test.startswith(WORD_FOR_WORD)}
    said = _saying(mutant, {test for test in (near | own | worded) if test.startswith(CORPUS)})
    groups = (near, own, worded, other - own - near - worded)
    first, *rest = (likeliest(mutant, group, reach, killers) for group in groups)
    holding = _holding(mutant, near | own | other, reach)
    order = [*first[:FEW], *holding, *said, *first[FEW:], *(test for group in rest for test in group)]
    files = list(dict.fromkeys(test.split("::")[0] for test in order))[:FILES]
    pins = [test for test in reach.seconds if test.startswith(NEVER_LEFT_OUT)]
    return within_patience(
        list(dict.fromkeys([*(test for test in order if test.split("::")[0] in files), *pins])), reach
    )


def likeliest(mutant: Mutant, tests: set[str], reach: Reach, killers: list[str]) -> list[str]:
    """Those that noticed other mutants of the file; then those that go deepest in the least time.

    Deep into the file, and into the functions that the changed line calls.
    """
    first = list(dict.fromkeys(test for test in killers if test in tests))[:20]
    depths = [reach.depth(mutant.path), *(reach.depth(*place) for place in called(mutant.text))]
    usual = reach.usual
    worth = {
        test: sum(depth[test] for depth in depths) / (reach.seconds[test] + usual) for test in tests.difference(first)
    }
    return first + sorted(worth, key=lambda test: (-worth[test], test))


def _saying(mutant: Mutant, tests: set[str]) -> list[str]:
    """Cases of the corpus in which words stand that stand in the changed lines too: those with the rarest words first."""
    lines = (ROOT / mutant.path).read_text(encoding="utf-8").splitlines()[max(0, mutant.line - 3) : mutant.last + 2]
    changed, around = _words(mutant.text), _words(" ".join(lines))
    used = Counter(word for words in _said().values() for word in words)
    worth: dict[str, float] = {}
    for test in tests:
        said = _said().get(test.partition("[")[2].removesuffix("]"), frozenset())
        worth[test] = sum((3 if word in changed else 1) / used[word] for word in around & said)
    return sorted((test for test in tests if worth[test] > 0), key=lambda test: (-worth[test], test))[:SAYING]


@cache
def _said() -> dict[str, frozenset[str]]:
    """Case of the corpus, by its title -> words of its source and of what is reported."""
    texts = [(case.title, case.finds, *case.files["damaged"].values()) for case in CASES]
    return {
        title: _words(
            " ".join([finds, *(part.decode(errors="ignore") for part in parts if part and len(part) < 20_000)])
        )
        for title, finds, *parts in texts
    }


def _words(text: str) -> frozenset[str]:
    return frozenset(re.findall(r"\w{3,}", text.lower()))


def _holding(mutant: Mutant, tests: set[str], reach: Reach) -> list[str]:
    """Tests of those files that have a text of the changed lines word for word, in themselves or in their data."""
    lines = (ROOT / mutant.path).read_text(encoding="utf-8").splitlines()[mutant.line - 1 : mutant.last]
    texts = {
        piece.strip()
        for line in lines
        for text in re.findall(r"""["'](.*)["']""", line)
        for piece in HELD.findall(text)
    }
    if not texts:
        return []
    files = {file for path, text in _expected().items() if any(one in text for one in texts) for file in _users(path)}
    found = [test for test in tests if test.split("::")[0] in files and not test.startswith(CORPUS)]
    found.sort(key=lambda test: (reach.seconds[test], test))
    turn: Counter[str] = Counter()
    rank = {}
    for test in found:  # one case of each test, then another of each
        function = test.partition("[")[0]
        rank[test] = turn[function] = turn[function] + 1
    return sorted(found, key=lambda test: rank[test])[:SAYING]


@cache
def _expected() -> dict[str, str]:
    """Every file of tests and of what they expect, from the top of the repository -> its text."""
    kinds = {".py", ".txt", ".json", ".csv", ".toml", ".html", ".md"}
    found = [path for path in sorted((ROOT / "tests").rglob("*")) if path.suffix in kinds and path.is_file()]
    kept = [path for path in found if not {"artefacts", "mutants", "__pycache__"} & set(path.parts)]
    return {path.relative_to(ROOT).as_posix(): path.read_text(encoding="utf-8", errors="ignore") for path in kept}


@cache
def _users(path: str) -> frozenset[str]:
    """Files of tests that read a file: itself, or those beside it or above that name it or its folder."""
    *folders, name = path.split("/")
    if name.startswith("test_") and name.endswith(".py"):
        return frozenset([path])
    names = {name, name.rpartition(".")[0], folders[-1]}
    above = {"/".join(folders), "/".join(folders[:-1])}
    return frozenset(
        test
        for test, text in _expected().items()
        if test.rpartition("/")[0] in above and "/test_" in test and any(f'"{one}' in text for one in names)
    )


def called(text: str) -> list[tuple[str, int, int]]:
    """Functions of the builder that a line may call: file, first and last line; none where many have the name."""
    found = []
    for name in dict.fromkeys(re.findall(r"\b(\w+)\(", text)):
        named = [(path, first, last) for path, first, last, own, _ in _functions() if own == name]
        found += named if len(named) <= 3 else []
    return found


def within_patience(tests: list[str], reach: Reach) -> list[str]:
    """The tests that there is time for, and those that are never left out."""
    most = PATIENCE * sum(reach.seconds.values())
    last = [test for test in tests if test.startswith(NEVER_LEFT_OUT)]
    others = [test for test in tests if not test.startswith(NEVER_LEFT_OUT)]
    total = accumulate(reach.seconds[test] for test in others)
    chosen = [
        test for number, (test, spent) in enumerate(zip(others, total, strict=True)) if spent <= most or not number
    ]
    return [*chosen, *last]


@cache
def readers(names: frozenset[str]) -> list[tuple[str, int, int]]:
    """Functions that read one of these names, or a name made of them: file, first and last line."""
    while (more := names | {made for made, read in _made() if names & read}) != names:
        names = more
    return [(path, first, last) for path, first, last, _, read in _functions() if names & read]


@cache
def _functions() -> list[tuple[str, int, int, str, frozenset[str]]]:
    """Every function of the builder, its name, and the names it reads."""
    return [
        (path, node.body[0].lineno, node.end_lineno or node.lineno, node.name, _names(node))
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
