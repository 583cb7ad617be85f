"""`build-all`: the command for many courses."""

from concurrent.futures import Executor

import click

from builder.cli.group import main
from builder.cli.options import JSON, STRICT, TO, VERBOSE
from builder.cli.terminal import paint, progress, say, say_json


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
    tasks = many.find_tasks(folder, out, many.Wishes(to, strict, not no_cache), only)
    step = progress()
    results = many.build_all(
        tasks, _executor(executor, dask, workers), lambda result, done, all: step(many.step_text(result, done, all))
    )
    step("")
    if as_json:
        say_json(many.results_json(results))
    else:
        say(many.results_text(tasks, results, monotonic() - begun, verbose, paint))
    ctx.exit(many.status_of(results))


def _executor(name: str | None, dask: str | None, workers: int | None) -> Executor | None:
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
