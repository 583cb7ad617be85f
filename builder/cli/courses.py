"""`build`, `check` and `preview`: commands for a course folder."""

from pathlib import Path
from typing import TYPE_CHECKING

import click

from builder.cli.group import main
from builder.cli.options import COURSE, FILMS_AT, JSON, NO_CACHE, STRICT, TO, VERBOSE, output_folder
from builder.cli.terminal import has_screen, paint, progress, say, say_json, width

if TYPE_CHECKING:
    from builder.pipeline import Outcome


@main.command(
    epilog="""\b
Examples:
  satchel build
  satchel build my-course --to scorm12 --out packages
  satchel build --strict --json > result.json
  satchel build --films-at https://films.example.org/courses/
  satchel build --evidence
"""
)
@COURSE
@TO
@click.option(
    "--out",
    type=click.Path(path_type=Path),
    default="dist",
    show_default=True,
    callback=output_folder,
    help="Where to write the packages.",
)
@FILMS_AT
@click.option(
    "--evidence",
    is_flag=True,
    help="Then play every package in a browser, and write beside it what was seen. Needs the extra `verify`.",
)
@NO_CACHE
@STRICT
@VERBOSE
@JSON
@click.pass_context
def build(
    ctx: click.Context,
    course: Path,
    to: tuple[str, ...],
    out: Path,
    films_at: str,
    evidence: bool,
    no_cache: bool,
    strict: bool,
    verbose: bool,
    as_json: bool,
) -> None:
    """Check the course in the folder COURSE, build it, and verify every package."""
    from builder.outcome_text import built_text
    from builder.pipeline import build as run

    outcome = run(course, out, to, strict, progress(), films_at, remember=not no_cache)
    _show(outcome, course, verbose, as_json)
    if not as_json:
        say(built_text(outcome, paint))
    sound = _write_evidence(outcome, course, as_json) if evidence else True
    ctx.exit(0 if outcome.packages and sound else 1)


def _write_evidence(outcome: "Outcome", course: Path, as_json: bool) -> bool:
    """Play each package and write what was seen; gives whether nothing was found. With JSON, only findings are said."""
    from builder.evidence.beside import evidence_beside, lacking
    from builder.evidence.telling import proof_text

    for warning in lacking(course, outcome.course) if outcome.packages else ():
        say(f"{paint('warning', 'warning')} {warning}", error=as_json)
    sound = True
    for one in evidence_beside([package.path for package in outcome.packages], course, progress()):
        sound = sound and not one.proof.findings
        say(f"{proof_text(one.proof, paint)}\n  {one.folder.as_posix()}", error=as_json)
    return sound


@main.command(
    epilog="\b\nExamples:\n  satchel check\n  satchel check my-course --json\n  satchel check my-course --films\n"
)
@COURSE
@click.option(
    "--films", is_flag=True, help="Look into the films too: flashes, and captions astray. Needs the extra `media`."
)
@NO_CACHE
@STRICT
@VERBOSE
@JSON
@click.pass_context
def check(
    ctx: click.Context, course: Path, films: bool, no_cache: bool, strict: bool, verbose: bool, as_json: bool
) -> None:
    """Say what is wrong in the course, and write nothing."""
    from builder.outcome_text import checked_text
    from builder.pipeline import check as run

    outcome = run(course, films, progress(), remember=not no_cache)
    _show(outcome, course, verbose, as_json)
    if not as_json:
        say(checked_text(outcome))
    ctx.exit(1 if outcome.report.errors or (strict and not outcome.report.clean) else 0)


@main.command(
    epilog="\b\nExamples:\n  satchel preview\n  satchel preview my-course --port 9000\n  satchel preview --no-open\n"
)
@COURSE
@click.option(
    "--port", type=click.IntRange(0, 65535), default=8000, show_default=True, help="The first port that is tried."
)
@click.option("--open/--no-open", "opens", default=True, show_default=True, help="Open a browser.")
def preview(course: Path, port: int, opens: bool) -> None:
    """Show the course in the folder COURSE in a browser, and show it anew whenever a file is saved.

    What is wrong stands in a panel on the page. Add ?lms=1 or ?lms=2004 to the address to run the course in a small
    LMS. Only this machine can reach it. Needs the extra `preview`.
    """
    from builder.preview import preview_course

    def ready(address: str) -> None:
        say(f"{course.as_posix()} is at {paint(address, 'strong')}")
        say(f"In an LMS: {address}?lms=1 (SCORM 1.2), {address}?lms=2004. Ctrl+C ends the preview.")
        if opens and has_screen():
            click.launch(address)

    preview_course(course, port, say, ready)


def _show(outcome: "Outcome", course: Path, verbose: bool, as_json: bool) -> None:
    """Print what was found, as text or as JSON."""
    from builder import report

    if as_json:
        say_json(report.as_json(outcome.report, outcome.packages, outcome.older))
        return
    text = report.diagnostics_text(outcome.report, course.as_posix(), width(), verbose, paint)
    if text:
        say(text + "\n")
