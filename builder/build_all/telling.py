"""What became of many courses, as a table for people and as JSON for tools."""

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import asdict
from typing import Any

from builder.build_all.catalogue import PAGE
from builder.build_all.plan import Plan
from builder.build_all.results import Result, State, Task
from builder.build_all.storage import joined
from builder.command_paths import typed
from builder.report import Paint, plain, size_text

_SHOWN = 3
"""How many courses that were not built are named as next steps."""


def status_of(results: Sequence[Result]) -> int:
    """Exit status: that of the worst course."""
    states = {result.state for result in results}
    return 2 if State.FAILED in states else 1 if State.FAULTY in states else 0


def step_text(result: Result, done: int, all: int) -> str:
    """`12 of 200 courses: first-aid, built`."""
    return f"{done:,} of {all:,} courses: {result.course}, {_short(result)}"


def results_text(
    tasks: Sequence[Task], results: Sequence[Result], seconds: float, verbose: bool = False, paint: Paint = plain
) -> str:
    """The table: every course that was built or has something to mend, with `verbose` all; and the sum of it."""
    shown = [result for result in results if verbose or result.fresh or result.state is not State.BUILT]
    rows = ["", *_table(shown, paint), ""] if shown else [""]
    listed = f"All courses, with what changed: {joined(tasks[0].beside, PAGE)}"
    return "\n".join([*rows[1:], *_same_ids(results), _sum(results, seconds), listed, *_next(tasks, results)])


def results_json(results: Sequence[Result]) -> Mapping[str, Any]:
    """The object that `--json` prints."""
    return {"courses": [_row(result) for result in results]}


def _row(result: Result) -> Mapping[str, Any]:
    value = asdict(result)
    return {
        "course": result.course,
        "state": result.state.value,
        "fresh": result.fresh,
        "problem": result.problem,
        **{name: value[name] for name in ("about", "packages", "diagnostics")},
    }


def _table(results: Sequence[Result], paint: Paint) -> Iterator[str]:
    cells = [(result.course, str(result.about.get("version", "")), result) for result in results]
    wide = max([len("Course"), *(len(course) for course, _, _ in cells)])
    version = max([len("Version"), *(len(number) for _, number, _ in cells)])
    yield paint(f"{'Course':<{wide}}  {'Version':<{version}}  Result", "strong")
    for course, number, result in cells:
        yield f"{course:<{wide}}  {number:<{version}}  {paint(_outcome(result), _role(result))}"
        if result.state is State.FAULTY and (first := _first(result)):
            yield f"{'':<{wide + version + 4}}{first}"


def _role(result: Result) -> str:
    if result.state is not State.BUILT:
        return "error"
    return "warning" if result.count("warning") else "plain"


def _outcome(result: Result) -> str:
    if result.state is State.FAILED:
        return f"failed: {result.problem}"
    found = _found(result)
    if result.state is State.FAULTY:
        return f"{found or 'not built'}; what was built before is untouched"
    size = size_text(sum(package.size for package in result.packages))
    count = len(result.packages)
    made = f"{count} package{'s' * (count != 1)}, {size}" if result.fresh else "unchanged"
    return f"{made}; {found}" if found else made


def _short(result: Result) -> str:
    if result.state is State.BUILT:
        return "built" if result.fresh else "unchanged"
    return _found(result) if result.state is State.FAULTY else "failed"


def _found(result: Result) -> str:
    counts = [(result.count(severity), severity) for severity in ("error", "warning")]
    return " and ".join(f"{count} {word}{'s' * (count != 1)}" for count, word in counts if count)


def _first(result: Result) -> str:
    found = [found for wanted in ("error", "warning") for found in result.diagnostics if found["severity"] == wanted]
    if not found:
        return ""
    first = found[0]
    return f"{first['path']}:{first['line']}:{first['column']} {first['rule']} {first['message']}"


def _same_ids(results: Sequence[Result]) -> Iterator[str]:
    """Courses that an LMS and a learner's device would take for one."""
    of_id: dict[str, list[str]] = defaultdict(list)
    for result in results:
        if result.state is State.BUILT:
            of_id[result.about["id"]].append(result.course)
    for id, courses in of_id.items():
        if len(courses) > 1:
            yield f"{' and '.join(courses)} have the same id, {id}: an LMS takes them for one course. Change all but one."


def _sum(results: Sequence[Result], seconds: float) -> str:
    built = sum(result.fresh and result.state is State.BUILT for result in results)
    same = sum(not result.fresh and result.state is State.BUILT for result in results)
    left = len(results) - built - same
    counts = [
        f"{count:,} {word}" for count, word in ((built, "built"), (same, "unchanged"), (left, "not built")) if count
    ]
    return f"{len(results):,} course{'s' * (len(results) != 1)} in {seconds:.1f} seconds: {', '.join(counts)}."


def _next(tasks: Sequence[Task], results: Sequence[Result]) -> Iterator[str]:
    faulty = [task for task, result in zip(tasks, results, strict=True) if result.state is State.FAULTY]
    if faulty:
        commands = [f"satchel check {typed(task.source)}" for task in faulty[:_SHOWN]]
        more = f", and {len(faulty) - _SHOWN:,} more" if len(faulty) > _SHOWN else ""
        yield f"Next: {'; '.join(commands)}{more}"


def plan_text(plan: Plan, since: str) -> str:
    """Which courses a change touches, each with a few of the files."""
    rows = [f"{touched.course}  {', '.join(touched.because)}" for touched in plan.touched]
    rows += [f"{course}  is no more; its packages stay" for course in plan.removed]
    count = len(plan.touched)
    rows.append(f"{count:,} course{'s' * (count != 1)} to build since {since}.")
    return "\n".join(rows)


def plan_json(plan: Plan, chunks: Sequence[str]) -> Mapping[str, Any]:
    """The object that `satchel plan --json` prints."""
    return {
        "courses": [asdict(touched) for touched in plan.touched],
        "removed": list(plan.removed),
        "chunks": list(chunks),
    }
