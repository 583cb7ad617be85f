"""The commands. Each imports what it needs when it runs, so that `satchel --help` answers at once.

Exit status: 0 clean, 1 findings, 2 usage or internal fault.
"""

import json
import os
import shutil
import sys
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from builder import __version__
from builder.errors import BuilderError

if TYPE_CHECKING:
    from builder.pipeline import Outcome

_COURSE = click.argument("course", type=click.Path(path_type=Path), default="course", required=False)
_JSON = click.option("--json", "as_json", is_flag=True, help="Print one JSON object for tools, and nothing else.")
_STRICT = click.option("--strict", is_flag=True, help="Let warnings stop the build as errors do.")
_VERBOSE = click.option("--verbose", "-v", is_flag=True, help="Show remarks too.")
_COLOURS = {
    "error": {"fg": "red", "bold": True},
    "warning": {"fg": "yellow"},
    "info": {"fg": "cyan"},
    "quiet": {"dim": True},
    "strong": {"bold": True},
}


class _Group(click.Group):
    """Turns what a build cannot go on from into one sentence and exit status 2."""

    def invoke(self, ctx: click.Context) -> Any:
        try:
            return super().invoke(ctx)
        except BuilderError as problem:
            click.echo(f"satchel: {problem}", err=True)
            ctx.exit(2)


@click.group(
    cls=_Group,
    context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 100},
    epilog="""\b
Examples:
  satchel build                  build the course in the folder `course` into `dist`
  satchel check my-course        say what is wrong in it, and write nothing
  satchel explain A06            say what a rule is for, with an example
""",
)
@click.version_option(__version__, prog_name="satchel")
def main() -> None:
    """Turn a folder of markdown into an accessible course: a SCORM package for any LMS, and a page that opens by double click."""


@main.command(
    epilog="""\b
Examples:
  satchel build
  satchel build my-course --to scorm12 --out packages
  satchel build --strict --json > result.json
"""
)
@_COURSE
@click.option(
    "--to", "to", default="scorm12,scorm2004,web", show_default=True, help="Destinations, with commas between them."
)
@click.option(
    "--out", type=click.Path(path_type=Path), default="dist", show_default=True, help="Where to write the packages."
)
@_STRICT
@_VERBOSE
@_JSON
@click.pass_context
def build(ctx: click.Context, course: Path, to: str, out: Path, strict: bool, verbose: bool, as_json: bool) -> None:
    """Check the course in the folder COURSE, build it, and verify every package."""
    from builder.model.package import DESTINATIONS
    from builder.pipeline import build as run

    wanted = [name.strip() for name in to.split(",") if name.strip()]
    for name in wanted:
        if name not in DESTINATIONS:
            raise click.BadParameter(f"{name!r} is not one of {', '.join(DESTINATIONS)}", ctx, param_hint="--to")
    if not wanted:
        raise click.BadParameter("name at least one destination", ctx, param_hint="--to")
    outcome = run(course, out, list(dict.fromkeys(wanted)), strict, _progress())
    _tell(outcome, course, verbose, as_json)
    if not as_json:
        click.echo(_closing(outcome))
    ctx.exit(0 if outcome.packages else 1)


@main.command(epilog="\b\nExamples:\n  satchel check\n  satchel check my-course --json\n")
@_COURSE
@_STRICT
@_VERBOSE
@_JSON
@click.pass_context
def check(ctx: click.Context, course: Path, strict: bool, verbose: bool, as_json: bool) -> None:
    """Say what is wrong in the course, and write nothing."""
    from builder.pipeline import check as run
    from builder.report import summary_text

    outcome = run(course)
    _tell(outcome, course, verbose, as_json)
    if not as_json:
        click.echo(f"{outcome.course.title}: {summary_text(outcome.report)}.")
    ctx.exit(1 if outcome.report.errors or (strict and not outcome.report.clean) else 0)


@main.command(epilog="\b\nExamples:\n  satchel explain\n  satchel explain A06\n")
@click.argument("rule", required=False)
def explain(rule: str | None) -> None:
    """Explain RULE with a wrong and a right example; without one, list all rules."""
    import difflib

    from builder.model.rules import RULES
    from builder.report import rule_text, rules_text

    if rule is None:
        click.echo(rules_text(RULES, _width()))
        click.echo("\nsatchel explain RULE shows one of them with examples.")
        return
    found = RULES.get(rule.upper())
    if found is None:
        near = difflib.get_close_matches(rule.upper(), RULES, 3, 0.5)
        meant = f" Did you mean {' or '.join(near)}?" if near else ""
        raise click.BadParameter(f"there is no rule {rule}.{meant}", param_hint="RULE")
    click.echo(rule_text(found, min(80, _width()), _paint))


@main.command(
    "stand-in",
    epilog="\b\nExamples:\n  satchel stand-in 02-ethical-innovation.md\n  satchel stand-in ethical-innovation --course my-course\n",
)
@click.argument("module")
@click.option(
    "--course", type=click.Path(path_type=Path), default="course", show_default=True, help="The course folder."
)
def stand_in(module: str, course: Path) -> None:
    """Make a stand-in film for MODULE: its title and key points as slides, read aloud, with captions.

    MODULE is a module's id or file. The film, its captions, chapters and poster are written to where the module's
    Watch block says. Needs ffmpeg and espeak-ng.
    """
    from builder.stand_in import make_stand_in

    for path in make_stand_in(course, module):
        click.echo(path.as_posix())


def _tell(outcome: "Outcome", course: Path, verbose: bool, as_json: bool) -> None:
    from builder import report

    if as_json:
        click.echo(json.dumps(report.as_json(outcome.report, outcome.packages), ensure_ascii=False, indent=2))
        return
    text = report.diagnostics_text(outcome.report, course.as_posix(), _width(), verbose, _paint)
    if text:
        click.echo(text + "\n")


def _closing(outcome: "Outcome") -> str:
    from builder.closing import closing_text

    return closing_text(outcome, _paint)


def _progress() -> Any:
    """Says what is being done on a terminal; is silent elsewhere."""
    if not sys.stderr.isatty():
        return lambda step: None

    def tell(step: str) -> None:
        click.echo(f"\r\033[K{step} …", err=True, nl=False)
        if step.startswith("Verifying"):
            click.echo("\r\033[K", err=True, nl=False)

    return tell


def _paint(text: str, role: str) -> str:
    if not sys.stdout.isatty() or os.environ.get("NO_COLOR"):
        return text
    return click.style(text, **_COLOURS[role])  # type: ignore[arg-type]


def _width() -> int:
    return min(120, shutil.get_terminal_size((100, 24)).columns)
