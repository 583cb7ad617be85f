"""Builds all courses below a folder: the one place that knows of more than one."""

from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import Executor, Future, as_completed
from dataclasses import replace

from builder.build_all.executors import on_this_machine, processors
from builder.build_all.fingerprint import program
from builder.build_all.ledger import open_ledger
from builder.build_all.results import Result, State, Task, Wishes
from builder.build_all.storage import courses_in, is_remote, joined
from builder.build_all.work import build_course, unchanged, with_last
from builder.errors import UnreadableSource

Heard = Callable[[Result, int, int], None]
"""Gets each result as it comes, how many there are by now, and how many there will be."""


def find_tasks(source: str, out: str, wishes: Wishes, only: Sequence[str] = ()) -> list[Task]:
    """A task for each course below a folder; with `only`, for those courses alone. Raises UnreadableSource."""
    courses = courses_in(source, out)
    if not courses:
        raise UnreadableSource(source, "there is no course in it: no folder has a course.yml")
    if absent := [name for name in only if name not in courses]:
        raise UnreadableSource(joined(source, absent[0]), f"there is no such course. {len(courses):,} others are there")
    return [
        Task(name, joined(source, name), joined(out, name), out, wishes, program())
        for name in courses
        if not only or name in only
    ]


def build_all(
    tasks: Sequence[Task], executor: Executor | None = None, heard: Heard = lambda result, done, all: None
) -> tuple[Result, ...]:
    """Build each course that has changed; give what became of all, in the order of the tasks.

    Without an executor they run on this machine, as many at once as it has processors.
    """
    if not tasks:
        return ()
    out = tasks[0].beside
    ledger = open_ledger(out)
    known = ledger.read() if tasks[0].wishes.remember else {}
    tasks = [replace(task, known=known.get(task.course)) for task in tasks]
    results: dict[str, Result] = {}
    for result in _results(tasks, executor):
        if result.state is State.FAILED:
            result = with_last(result, known.get(result.course))
        elif result != known.get(result.course):
            ledger.add(result)
        results[result.course] = result
        heard(result, len(results), len(tasks))
    ledger.tidy()
    return tuple(results[task.course] for task in tasks)


def all_results(source: str, out: str, results: Sequence[Result]) -> list[Result]:
    """These results, and the last ones of courses that were not asked for this time."""
    known = open_ledger(out).read() | {result.course: result for result in results}
    return [known[course] for course in courses_in(source, out) if course in known]


def _results(tasks: Sequence[Task], executor: Executor | None) -> Iterator[Result]:
    """Results as they come. What has not changed on this machine's disk is found here, before any worker starts."""
    waiting = []
    for task in tasks:
        result = None if is_remote(task.source) or is_remote(task.out) else unchanged(task)
        if result:
            yield result
        else:
            waiting.append(task)
    if waiting:
        yield from _side_by_side(waiting, executor)


def _side_by_side(tasks: Sequence[Task], executor: Executor | None) -> Iterator[Result]:
    workers = min(processors(), len(tasks))
    if executor is None and workers == 1:
        yield from map(build_course, tasks)
        return
    with executor or on_this_machine(workers) as pool:
        futures = {pool.submit(build_course, task): task for task in tasks}
        try:
            for future in as_completed(futures):
                yield _result(future, futures[future])
        except BaseException:
            pool.shutdown(wait=False, cancel_futures=True)
            raise


def _result(future: "Future[Result]", task: Task) -> Result:
    """What a worker gave; a failure when it died."""
    try:
        return future.result()
    except Exception as problem:
        what = f"its worker ended before it did ({type(problem).__name__}: {problem})"
        return Result(task.course, State.FAILED, problem=what)
