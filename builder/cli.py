"""The commands. Each imports what it needs when it runs, so that `satchel --help` answers at once.

Exit status: 0 nothing in the way, 1 an error (with --strict, also a warning), 2 the command could not be carried out;
`compare` has 3 for a package that must not replace the other.
"""

import gc
import json
import os
import shutil
import sys
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from builder import __version__
from builder.errors import BuilderError

if TYPE_CHECKING:
    from builder.pipeline import Outcome


def _course_folder(ctx: click.Context, parameter: click.Parameter, folder: Path) -> Path:
    from builder.command_paths import course_folder

    option = "" if isinstance(parameter, click.Argument) else f" {ctx.params.get('module', 'MODULE')} --course"
    return course_folder(folder, f"{ctx.command_path}{option}")


def _package_file(ctx: click.Context, parameter: click.Parameter, path: Path) -> Path:
    from builder.command_paths import package_file

    return package_file(path)


def _output_folder(ctx: click.Context, parameter: click.Parameter, path: Path) -> Path:
    from builder.command_paths import output_folder

    return output_folder(path)


_COURSE = click.argument(
    "course", type=click.Path(path_type=Path), default="course", required=False, callback=_course_folder
)
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

\b
Exit status:
  0   nothing is in the way; there may be warnings
  1   there is an error; with --strict, also a warning
  2   the command could not be carried out
""",
)
@click.version_option(__version__, prog_name="satchel")
def main() -> None:
    """Turn a folder of markdown into an accessible course: a SCORM package for any LMS, and a page that opens by double click."""
    # What is read stays until the end: looking for rubbish among it again and again took a twentieth of a large build.
    gc.set_threshold(20_000, 50, 100)


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
    "--out",
    type=click.Path(path_type=Path),
    default="dist",
    show_default=True,
    callback=_output_folder,
    help="Where to write the packages.",
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


@main.command(
    epilog="\b\nExamples:\n  satchel check\n  satchel check my-course --json\n  satchel check my-course --films\n"
)
@_COURSE
@click.option(
    "--films", is_flag=True, help="Look into the films too: flashes, and captions astray. Needs the extra `media`."
)
@_STRICT
@_VERBOSE
@_JSON
@click.pass_context
def check(ctx: click.Context, course: Path, films: bool, strict: bool, verbose: bool, as_json: bool) -> None:
    """Say what is wrong in the course, and write nothing."""
    from builder.closing import checked_text
    from builder.pipeline import check as run

    outcome = run(course, films, _progress())
    _tell(outcome, course, verbose, as_json)
    if not as_json:
        click.echo(checked_text(outcome))
    ctx.exit(1 if outcome.report.errors or (strict and not outcome.report.clean) else 0)


@main.command(
    epilog="""\b
Examples:
  satchel compare dist/my-course-1.0.0-scorm12.zip dist/my-course-1.1.0-scorm12.zip
  satchel compare old.zip new.zip --json > result.json
"""
)
@click.argument("old", type=click.Path(path_type=Path), callback=_package_file)
@click.argument("new", type=click.Path(path_type=Path), callback=_package_file)
@_JSON
@click.pass_context
def compare(ctx: click.Context, old: Path, new: Path, as_json: bool) -> None:
    """Say whether the package NEW may take the place of OLD, and what learners in progress notice.

    Both are zips for the same destination. Exit status: 0 when it is safe to replace, 1 when it is safe and learners in
    progress notice something, 3 when NEW must be published as a new activity, 2 when a package cannot be read.
    """
    from builder.compare import Verdict, compare_packages
    from builder.compare.telling import comparison_json, comparison_text

    comparison = compare_packages(old, new)
    if as_json:
        click.echo(json.dumps(comparison_json(comparison), ensure_ascii=False, indent=2))
    else:
        click.echo(comparison_text(comparison, _width(), _paint))
    ctx.exit({Verdict.SAFE: 0, Verdict.EFFECTS: 1, Verdict.NEW_ACTIVITY: 3}[comparison.verdict])


@main.command(
    epilog="\b\nExamples:\n  satchel preview\n  satchel preview my-course --port 9000\n  satchel preview --no-open\n"
)
@_COURSE
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
        click.echo(f"{course.as_posix()} is at {_paint(address, 'strong')}")
        click.echo(f"In an LMS: {address}?lms=1 (SCORM 1.2), {address}?lms=2004. Ctrl+C ends the preview.")
        if opens and _has_screen():
            click.launch(address)

    preview_course(course, port, click.echo, ready)


@main.command(epilog="\b\nExamples:\n  satchel explain\n  satchel explain A06\n")
@click.argument("rule", required=False)
def explain(rule: str | None) -> None:
    """Explain RULE with a wrong and a right example; without one, list all rules."""
    import difflib

    from builder.rules.explanation import rule_text, rules_text
    from builder.rules.texts import read_rules

    rules = read_rules()
    if rule is None:
        click.echo(rules_text(rules, _width()))
        click.echo("\nsatchel explain RULE shows one of them with examples.")
        return
    found = rules.get(rule.upper())
    if found is None:
        near = difflib.get_close_matches(rule.upper(), rules, 3, 0.5)
        meant = f" Did you mean {' or '.join(near)}?" if near else ""
        raise click.BadParameter(f"there is no rule {rule}.{meant}", param_hint="RULE")
    click.echo(rule_text(found, min(80, _width()), _paint))


@main.command(
    epilog="""\b
Examples:
  satchel new my-course
  satchel new my-course --title "Safe at home" --language en-GB --first Welcome
  satchel new look --examples
"""
)
@click.argument("folder", metavar="DIR", type=click.Path(path_type=Path))
@click.option("--title", help="What the course is called.")
@click.option("--language", help="The tag of the language that it is written in, such as en-GB.")
@click.option("--first", help="What the first module is about: its title.")
@click.option(
    "--examples", is_flag=True, help="Add a second module with a question of each kind, to look at and copy from."
)
def new(folder: Path, title: str | None, language: str | None, first: str | None, examples: bool) -> None:
    """Begin a course in the new folder DIR: settings, a first module, and what to do next.

    On a terminal it asks for what the options do not say.
    """
    from builder.authoring import new as beginning
    from builder.authoring.telling import started_text

    beginning.refuse_full(folder)
    wishes = beginning.Wishes(
        _answer("--title", "What is the course called?", title, beginning.title_of(folder), beginning.one_line),
        _answer("--language", "Which language is it in?", language, beginning.LANGUAGE, beginning.language_tag),
        _answer("--first", "What is the first module about?", first, beginning.FIRST, beginning.one_line),
        examples,
    )
    click.echo(started_text(folder, beginning.start_course(folder, wishes), _paint))


@main.command(epilog="\b\nExamples:\n  satchel ids\n  satchel ids my-course --write\n")
@_COURSE
@click.option("--write", is_flag=True, help="Write them into the files; nothing else in the files changes.")
@_JSON
@click.pass_context
def ids(ctx: click.Context, course: Path, write: bool, as_json: bool) -> None:
    """List the modules and blocks whose id comes from a file name or from words.

    Learners' answers hang on the id: written down, it stays when you change the words.
    """
    from builder.authoring.ids import fix_ids
    from builder.authoring.telling import fixing_json, fixing_text
    from builder.report import diagnostics_text

    fixing = fix_ids(course, write)
    if as_json:
        click.echo(json.dumps(fixing_json(fixing), ensure_ascii=False, indent=2))
    else:
        if fixing.faults.errors:
            click.echo(diagnostics_text(fixing.faults, course.as_posix(), _width(), False, _paint) + "\n")
        click.echo(fixing_text(fixing, course, _paint))
    ctx.exit(1 if fixing.faults.errors or fixing.left else 0)


@main.command(
    epilog="\b\nExamples:\n  satchel schema > course.schema.json\n  satchel schema module > module.schema.json\n"
)
@click.argument(
    "name", metavar="[course|module|record]", type=click.Choice(["course", "module", "record"]), default="course"
)
def schema(name: str) -> None:
    """Print the JSON Schema of course.yml or, with `module` or `record`, of front matter or a form: for editors."""
    from builder.authoring.schema import schema_text

    click.echo(schema_text(name), nl=False)


@main.command(
    "stand-in",
    epilog="\b\nExamples:\n  satchel stand-in 02-ethical-innovation.md\n  satchel stand-in ethical-innovation --course my-course\n",
)
@click.argument("module")
@click.option(
    "--course",
    type=click.Path(path_type=Path),
    default="course",
    show_default=True,
    callback=_course_folder,
    help="The course folder.",
)
def stand_in(module: str, course: Path) -> None:
    """Make a stand-in film for MODULE: its title and key points as slides, read aloud, with captions.

    MODULE is a module's id or file. The film, its captions, chapters and poster are written to where the module's
    Watch block says. Needs ffmpeg and espeak-ng.
    """
    from builder.stand_in import make_stand_in

    for path in make_stand_in(course, module):
        click.echo(path.as_posix())


def _answer(option: str, question: str, given: str | None, otherwise: str, parse: Callable[[str], str]) -> str:
    """What an option says; without it, what somebody at a terminal answers; without a terminal, what is usual."""

    def read(value: str) -> str:
        try:
            return parse(value)
        except ValueError as problem:
            raise click.BadParameter(str(problem), param_hint=option) from problem

    if given is not None:
        return read(given)
    if not sys.stdin.isatty():
        return read(otherwise)
    return str(click.prompt(question, default=otherwise, value_proc=read))


def _tell(outcome: "Outcome", course: Path, verbose: bool, as_json: bool) -> None:
    from builder import report

    if as_json:
        click.echo(
            json.dumps(report.as_json(outcome.report, outcome.packages, outcome.older), ensure_ascii=False, indent=2)
        )
        return
    text = report.diagnostics_text(outcome.report, course.as_posix(), _width(), verbose, _paint)
    if text:
        click.echo(text + "\n")


def _closing(outcome: "Outcome") -> str:
    from builder.closing import closing_text

    return closing_text(outcome, _paint)


def _progress() -> Any:
    """Says what is being done on a terminal, or with no words that nothing is; is silent elsewhere."""
    if not sys.stderr.isatty():
        return lambda step: None

    def tell(step: str) -> None:
        click.echo(f"\r\033[K{step} …" if step else "\r\033[K", err=True, nl=False)
        if step.startswith("Verifying"):
            click.echo("\r\033[K", err=True, nl=False)

    return tell


def _has_screen() -> bool:
    """Without one a text browser would take the terminal over."""
    return sys.platform in ("win32", "darwin") or any(map(os.environ.get, ("DISPLAY", "WAYLAND_DISPLAY")))


def _paint(text: str, role: str) -> str:
    if not sys.stdout.isatty() or os.environ.get("NO_COLOR"):
        return text
    return click.style(text, **_COLOURS[role])  # type: ignore[arg-type]


def _width() -> int:
    return min(120, shutil.get_terminal_size((100, 24)).columns)
