"""`build-all` and `plan`: commands for many courses."""

import re
from pathlib import Path
from typing import TYPE_CHECKING

import click

from builder.cli.group import main
from builder.cli.options import FILMS_AT, JSON, STRICT, TO, VERBOSE
from builder.cli.terminal import paint, progress, say, say_json

if TYPE_CHECKING:
    from concurrent.futures import Executor

    from builder.build_all import Task


def chunk(ctx: click.Context, parameter: click.Parameter, given: str | None) -> tuple[int, int] | None:
    """A callback: `2/4` as two numbers."""
    if given is None:
        return None
    found = re.fullmatch(r"([1-9]\d{0,4})/([1-9]\d{0,4})", given)
    if not found or int(found[1]) > int(found[2]):
        raise click.BadParameter(f"{given} is no part of a whole. Write it as 2/4: the second of four", ctx)
    return int(found[1]), int(found[2])


@main.command(
    "build-all",
    epilog="""\b
Examples:
  satchel build-all courses
  satchel build-all courses --only first-aid --only safe-at-home
  satchel build-all s3://training/courses --out s3://training/packages --dask tcp://scheduler:8786
""",
)
@click.argument("folder", metavar="DIR", default=".")
@TO
@click.option("--out", default="dist", show_default=True, help="Where to write: a folder for each course.")
@click.option(
    "--only", multiple=True, metavar="COURSE", help="Only this course, by its folder below DIR. May be repeated."
)
@click.option("--since", metavar="REF", help="Only courses that differ from this commit, as `satchel plan` lists them.")
@click.option(
    "--shared",
    multiple=True,
    metavar="PATH",
    type=click.Path(path_type=Path),
    help="With --since: a file or folder whose change touches every course. May be repeated.",
)
@click.option(
    "--chunk",
    metavar="2/4",
    callback=chunk,
    help="Only the second of four parts of these courses, for the second of four machines.",
)
@FILMS_AT
@click.option("--no-cache", is_flag=True, help="Build all courses, also those that have not changed.")
@click.option("--workers", type=click.IntRange(1), help="How many courses to build at once. Otherwise one a processor.")
@click.option("--executor", metavar="MODULE:NAME", help="Build in this executor of Python's concurrent.futures.")
@click.option(
    "--dask", metavar="ADDRESS", help="Build on the Dask cluster of this scheduler. Needs the extra `cluster`."
)
@STRICT
@VERBOSE
@JSON
@click.pass_context
def build_all(
    ctx: click.Context,
    folder: str,
    to: tuple[str, ...],
    out: str,
    only: tuple[str, ...],
    since: str | None,
    shared: tuple[Path, ...],
    chunk: tuple[int, int] | None,
    films_at: str,
    no_cache: bool,
    workers: int | None,
    executor: str | None,
    dask: str | None,
    strict: bool,
    verbose: bool,
    as_json: bool,
) -> None:
    """Build every course below DIR: each folder with a course.yml. Courses that have not changed are left as they are.

    A course with errors stops no other one, and its old packages stay. DIR and --out may be addresses of a store, such as
    s3://bucket/courses, with the extra `cluster` and the package of the store.

    Exit status: that of the worst course; 2 when one could not be read or written.
    """
    from time import monotonic

    from builder import build_all as many

    begun = monotonic()
    if executor or dask:  # workers may stand in another folder
        folder, out = many.absolute(folder), many.absolute(out)
    tasks = many.find_tasks(folder, out, many.Wishes(to, strict, not no_cache, films_at), only)
    tasks = _chosen(tasks, many.plan_since(Path(folder), since, out, shared).courses if since else None, chunk)
    if not tasks and not as_json:
        say("No course to build.")
    step = progress()
    results = many.build_all(
        tasks, _executor(executor, dask, workers), lambda result, done, all: step(many.step_text(result, done, all))
    )
    step("")
    many.write_catalogue(out, many.all_results(folder, out, results))
    if as_json:
        say_json(many.results_json(results))
    elif results:
        say(many.results_text(tasks, results, monotonic() - begun, verbose, paint))
    ctx.exit(many.status_of(results))


def _chosen(tasks: "list[Task]", touched: list[str] | None, chunk: tuple[int, int] | None) -> "list[Task]":
    """Those that a change touches, if that is asked; of these, the part for one machine."""
    from builder.build_all import chunk_of

    left = tasks if touched is None else [task for task in tasks if task.course in touched]
    if chunk is None:
        return left
    mine = chunk_of([task.course for task in left], *chunk)
    return [task for task in left if task.course in mine]


@main.command(
    epilog="""\b
Examples:
  satchel plan courses --since origin/main
  satchel plan courses --since HEAD~1 --shared requirements.txt --chunks 4 --json
"""
)
@click.argument("folder", metavar="DIR", default=".", type=click.Path(path_type=Path))
@click.option("--since", metavar="REF", required=True, help="A commit, branch or tag, as git names it.")
@click.option("--shared", multiple=True, metavar="PATH", type=click.Path(path_type=Path),
              help="A file or folder whose change touches every course. May be repeated.")  # fmt: skip
@click.option("--chunks", type=click.IntRange(1), default=4, show_default=True, help="Into how many parts, at most.")
@JSON
def plan(folder: Path, since: str, shared: tuple[Path, ...], chunks: int, as_json: bool) -> None:
    """Say which courses below DIR a change touches, and why. It writes nothing.

    A course is touched by its own files, and by files that links in it lead to. If Satchel lies in the same repository,
    its own files touch every course.
    """
    from builder import build_all as many

    found = many.plan_since(folder, since, "dist", shared)
    if as_json:
        say_json(many.plan_json(found, many.chunks_for(found.courses, chunks)))
    else:
        say(many.plan_text(found, since))


def _executor(name: str | None, dask: str | None, workers: int | None) -> "Executor | None":
    """The executor that options name; None for processes of this machine, as many as it has processors."""
    from builder import build_all as many

    given = [option for option, value in (("--executor", name), ("--dask", dask), ("--workers", workers)) if value]
    if len(given) > 1:
        raise click.BadParameter("name one of them at a time", param_hint=" and ".join(given))
    if dask:
        return many.on_a_cluster(dask)
    if workers:
        return many.on_this_machine(workers)
    try:
        return many.named_executor(name) if name else None
    except ValueError as problem:
        raise click.BadParameter(str(problem), param_hint="--executor") from problem
