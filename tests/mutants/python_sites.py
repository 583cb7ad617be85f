"""Every place of a Python module where something is changed, and how.

Left out, because nobody can notice: docstrings, annotations, decorators, assertions (`strict` of `zip` too), imports, `__all__`,
`if TYPE_CHECKING`, and what only says that a function is not there.
"""

import ast
import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import cache

from tests.mutants.mutant import ROOT, Mutant
from tests.mutants.regexes import changed_patterns

Replace = Callable[[ast.AST], None]

COMPARED = {
    ast.Lt: ast.LtE,
    ast.LtE: ast.Lt,
    ast.Gt: ast.GtE,
    ast.GtE: ast.Gt,
    ast.Eq: ast.NotEq,
    ast.NotEq: ast.Eq,
    ast.In: ast.NotIn,
    ast.NotIn: ast.In,
    ast.Is: ast.IsNot,
    ast.IsNot: ast.Is,
}
COUNTED = {
    ast.Add: ast.Sub,
    ast.Sub: ast.Add,
    ast.Mult: ast.FloorDiv,
    ast.Div: ast.Mult,
    ast.FloorDiv: ast.Mult,
    ast.Mod: ast.Mult,
    ast.BitOr: ast.BitAnd,
    ast.BitAnd: ast.BitOr,
}
PATTERN_CALLS = {"compile", "match", "fullmatch", "search", "sub", "subn", "split", "findall", "finditer"}
SHORT = 70


@dataclass(frozen=True, slots=True)
class Site:
    """A change that can be made in a tree."""

    node: ast.AST
    first: int
    """Line of the statement, from which the interpreter may count it."""
    change: str
    apply: Callable[[], None]
    names: tuple[str, ...]
    """Names that a change outside functions gives another value."""
    inside: bool
    """Whether it is in the body of a function, and takes effect when that is called."""


@dataclass(frozen=True, slots=True)
class _Around:
    """What stands round a node."""

    first: int = 1
    names: tuple[str, ...] = ()
    inside: bool = False
    pattern: bool = False


def mutants_of(path: str, source: str) -> list[Mutant]:
    """Every mutant of a module."""
    lines = source.splitlines()
    return [
        Mutant(
            path,
            number,
            line := getattr(site.node, "lineno", site.first),
            getattr(site.node, "end_lineno", line) or line,
            lines[line - 1].strip(),
            site.change,
            site.names,
            site.inside,
        )
        for number, site in enumerate(sites(ast.parse(source)))
        if not _matched_anyway(site, source)
    ]


def _matched_anyway(site: Site, source: str) -> bool:
    """Whether a pattern lost the `^` at its beginning that is only ever tried there (`re.match`)."""
    found = re.fullmatch(r"`'\^(.*)'` -> `'(.*)'`", site.change)
    if not found or found[1] != found[2]:
        return False
    if not site.names or site.inside:
        return False
    name = site.names[0]
    texts = [source] if name.startswith("_") else [source, *_sources()]
    called = {way for text in texts for way in re.findall(rf"\b{name}\.(\w+)\(", text)}
    return bool(called) and called <= {"match", "fullmatch"}


@cache
def _sources() -> list[str]:
    """Every module of the builder: one may use the pattern of another."""
    return [path.read_text(encoding="utf-8") for path in sorted((ROOT / "builder").rglob("*.py"))]


def mutated(source: str, number: int) -> ast.Module:
    """The tree of a module with one change made."""
    tree = ast.parse(source)
    next(site for index, site in enumerate(sites(tree)) if index == number).apply()
    return ast.fix_missing_locations(tree)


def sites(tree: ast.Module) -> Iterator[Site]:
    """All changes of a module, in an order that only depends on its text."""
    yield from _body(tree.body, _Around())


def _body(body: list[ast.stmt], around: _Around) -> Iterator[Site]:
    for index, statement in enumerate(body):
        if _silent(statement):
            continue
        if around.inside or not isinstance(statement, ast.Expr):
            yield from _dropped(body, index, around)
        yield from _statement(statement, around)


def _silent(statement: ast.stmt) -> bool:
    """Statements of which no change can be noticed."""
    if isinstance(statement, ast.Expr) and isinstance(statement.value, ast.Constant):
        return True
    if isinstance(statement, ast.If) and "TYPE_CHECKING" in ast.unparse(statement.test):
        return True
    if isinstance(statement, ast.Assign) and any(
        isinstance(one, ast.Name) and one.id == "__all__" for one in statement.targets
    ):
        return True
    if isinstance(statement, ast.Raise) and "NotImplementedError" in ast.unparse(statement):
        return True
    return isinstance(statement, ast.Assert | ast.Import | ast.ImportFrom | ast.Pass | ast.Global | ast.Nonlocal)


def _dropped(body: list[ast.stmt], index: int, around: _Around) -> Iterator[Site]:
    """The statement is not there: calls, additions, `continue`, `break`, `raise`."""
    statement = body[index]
    if isinstance(statement, ast.Expr | ast.AugAssign | ast.Continue | ast.Break | ast.Raise | ast.Delete):
        drop = _setter(body, index)
        yield Site(
            statement, statement.lineno, f"drop `{_short(statement)}`", lambda: drop(ast.Pass()), (), around.inside
        )


def _statement(statement: ast.stmt, around: _Around) -> Iterator[Site]:
    first = statement.lineno
    if isinstance(statement, ast.FunctionDef | ast.AsyncFunctionDef):
        for field in (statement.args.defaults, statement.args.kw_defaults):
            for index, default in enumerate(field):
                if default:
                    named = _Around(first, (*around.names, statement.name), around.inside)
                    yield from _expression(default, _setter(field, index), named)
        yield from _body(statement.body, _Around(first, (statement.name,), True))
    elif isinstance(statement, ast.ClassDef):
        if not any("Protocol" in ast.unparse(base) for base in statement.bases):
            yield from _body(statement.body, _Around(first, (*around.names, statement.name), around.inside))
    else:
        names = around.names if around.inside else (*around.names, *_assigned(statement))
        yield from _parts(statement, _Around(first, names, around.inside))


def _assigned(statement: ast.stmt) -> tuple[str, ...]:
    """Names that a statement outside functions sets."""
    return tuple(
        node.id for node in ast.walk(statement) if isinstance(node, ast.Name) and isinstance(node.ctx, ast.Store)
    )


def _parts(node: ast.AST, around: _Around) -> Iterator[Site]:
    """Changes of the parts of a node."""
    for field, value in ast.iter_fields(node):
        if field in {"annotation", "returns", "decorator_list", "type_params", "format_spec"}:
            continue
        if isinstance(value, list):
            if value and isinstance(value[0], ast.stmt):
                yield from _body(value, around)
                continue
            for index, part in enumerate(value):
                if isinstance(part, ast.expr):
                    yield from _expression(part, _setter(value, index), around)
                elif isinstance(part, ast.AST):
                    yield from _parts(part, around)
        elif isinstance(value, ast.expr):
            yield from _expression(value, _setter(node, field), around)
        elif isinstance(value, ast.AST):
            yield from _parts(value, around)
    yield from _conditions(node, around)


def _conditions(node: ast.AST, around: _Around) -> Iterator[Site]:
    """Conditions turned round, values that a function does not give."""
    if isinstance(node, ast.If | ast.While | ast.IfExp) and not isinstance(node.test, ast.Compare | ast.UnaryOp):
        yield _replaced(node.test, _setter(node, "test"), ast.UnaryOp(ast.Not(), node.test), around)
    if isinstance(node, ast.comprehension):
        for index, test in enumerate(node.ifs):
            yield _replaced(
                test, _setter(node.ifs, index), ast.Constant(True), around, "keep all that `if {}` leaves out"
            )
    if isinstance(node, ast.Return) and node.value and not isinstance(node.value, ast.Constant):
        yield _replaced(node.value, _setter(node, "value"), ast.Constant(None), around, "return None for `{}`")


def _expression(node: ast.expr, replace: Replace, around: _Around) -> Iterator[Site]:
    if isinstance(node, ast.Constant):
        yield from _constant(node, replace, around)
        return
    if isinstance(node, ast.JoinedStr):
        yield from _parts(node, around)
        return
    yield from _operators(node, replace, around)
    if isinstance(node, ast.Lambda):
        yield from _expression(node.body, _setter(node, "body"), _Around(around.first, around.names, around.inside))
        return
    if isinstance(node, ast.Call):
        yield from _call(node, around)
        return
    yield from _parts(node, around)
    if isinstance(node, ast.Subscript) and isinstance(node.slice, ast.Slice):
        yield from _bounds(node.slice, around)


def _operators(node: ast.expr, replace: Replace, around: _Around) -> Iterator[Site]:
    if isinstance(node, ast.Compare):
        for index, operator in enumerate(node.ops):
            ops = [*node.ops[:index], COMPARED[type(operator)](), *node.ops[index + 1 :]]
            yield _replaced(node, replace, ast.Compare(node.left, ops, node.comparators), around)
    elif isinstance(node, ast.BoolOp):
        other = ast.And() if isinstance(node.op, ast.Or) else ast.Or()
        yield _replaced(node, replace, ast.BoolOp(other, node.values), around)
    elif isinstance(node, ast.UnaryOp) and isinstance(node.op, ast.Not):
        yield _replaced(node, replace, node.operand, around)
    elif isinstance(node, ast.BinOp) and type(node.op) in COUNTED:
        yield _replaced(node, replace, ast.BinOp(node.left, COUNTED[type(node.op)](), node.right), around)


def _call(node: ast.Call, around: _Around) -> Iterator[Site]:
    """A call: its first argument may be a regular expression."""
    called = ast.unparse(node.func)
    is_pattern = called == "rare_pattern" or (called.startswith("re.") and called[3:] in PATTERN_CALLS)
    if ast.unparse(node.func) == "TypeVar":
        return
    yield from _expression(node.func, _setter(node, "func"), around)
    for index, argument in enumerate(node.args):
        inside = _Around(around.first, around.names, around.inside, is_pattern and index == 0)
        yield from _expression(argument, _setter(node.args, index), inside)
    for keyword in node.keywords:
        if keyword.arg == "strict":  # of `zip`: it asserts
            continue
        yield from _expression(keyword.value, _setter(keyword, "value"), around)


def _bounds(bounds: ast.Slice, around: _Around) -> Iterator[Site]:
    """A slice begins or ends one later; literal bounds are constants already."""
    for field in ("lower", "upper"):
        bound = getattr(bounds, field)
        if bound is not None and not isinstance(bound, ast.Constant | ast.UnaryOp):
            yield _replaced(bound, _setter(bounds, field), ast.BinOp(bound, ast.Add(), ast.Constant(1)), around)


def _constant(node: ast.Constant, replace: Replace, around: _Around) -> Iterator[Site]:
    value = node.value
    others: list[object] = []
    if isinstance(value, bool):
        others = [not value]
    elif isinstance(value, int | float):
        others = [value + 1]
    elif isinstance(value, str) and around.pattern:
        others = [other for other in changed_patterns(value) if _compiles(other)]
    elif isinstance(value, str):
        others = ["" if value else "mutant"]
    for other in others:
        yield _replaced(node, replace, ast.Constant(other), around)


def _compiles(pattern: str) -> bool:
    try:
        re.compile(pattern)
    except (re.error, OverflowError):
        return False
    return True


def _replaced(old: ast.AST, replace: Replace, new: ast.AST, around: _Around, words: str = "") -> Site:
    change = words.format(_short(old)) if words else f"`{_short(old)}` -> `{_short(new)}`"
    return Site(old, around.first, change, lambda: replace(new), around.names, around.inside)


def _setter(holder: object, place: int | str) -> Replace:
    def replace(new: ast.AST) -> None:
        if isinstance(place, int):
            holder[place] = new  # type: ignore[index]
        else:
            setattr(holder, place, new)

    return replace


def _short(node: ast.AST) -> str:
    text = " ".join(ast.unparse(node).split()) if not isinstance(node, ast.Constant) else repr(node.value)
    return text if len(text) <= SHORT else f"{text[: SHORT // 2]}...{text[-SHORT // 2 :]}"
