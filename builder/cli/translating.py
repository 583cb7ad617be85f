"""`translate`: the command for courses in other languages."""

from pathlib import Path
from typing import TYPE_CHECKING

import click

from builder.cli.group import main
from builder.cli.options import COURSE, JSON, VERBOSE
from builder.cli.terminal import paint, say, say_json, width

if TYPE_CHECKING:
    from builder.translate.work import Outcome


@main.command(
    epilog="""\b
Examples:
  satchel translate --to cy
  satchel translate my-course --to ar --format po
  satchel translate my-course --read ~/Downloads/cy.xlf
  satchel translate my-course --status

\b
Exit status: 0 when nothing is in the way; with --status, when everything is translated. 1 for a fault; with --status,
when something is stale or missing. 2 when the command could not be carried out.
"""
)
@COURSE
@click.option("--to", "to", metavar="TAG", help="The language to translate into, such as cy for Welsh.")
@click.option(
    "--read", "file", type=click.Path(path_type=Path), help="Read this file back, and write the course in its language."
)
@click.option("--status", "is_status", is_flag=True, help="Say what is stale or missing, and write nothing.")
@click.option(
    "--format", "form", type=click.Choice(["xliff", "po"]), default="xliff", show_default=True,
    help="The form of the file for translators. PO needs the extra `translate`.",
)  # fmt: skip
@click.option(
    "--least",
    type=click.Choice(["translated", "reviewed", "final"]),
    default="translated",
    show_default=True,
    help="With --read: the least state of a segment that is used.",
)
@VERBOSE
@JSON
@click.pass_context
def translate(
    ctx: click.Context,
    course: Path,
    to: str | None,
    file: Path | None,
    is_status: bool,
    form: str,
    least: str,
    verbose: bool,
    as_json: bool,
) -> None:
    """Translate COURSE: write its words for translators, and read them back as a course with the same ids.

    With --to it writes TAG.xlf (XLIFF 2) into the course folder, or brings it up to date. With --read it writes the
    folder TAG, which `satchel build` builds as it is. Words that are not translated stay in their own language.
    """
    from builder.translate import work
    from builder.translate.telling import exported_text, read_text, status_text

    if file is not None and is_status:
        raise click.BadParameter("name one of them at a time", ctx, param_hint="--read and --status")
    try:
        language = work.language_tag(to) if to else ""
    except ValueError as problem:
        raise click.BadParameter(str(problem), ctx, param_hint="--to") from problem
    if is_status:
        known = [language] if language else work.languages(course)
        if not known:
            raise click.BadParameter(
                "there is no translation file in the course yet. Begin with --to cy", ctx, param_hint="--status"
            )
        outcomes = [work.status(course, one) for one in known]
        _show(ctx, outcomes, [status_text(one, course, paint, verbose) for one in outcomes], course, as_json)
        ctx.exit(1 if any(one.left or one.stale or not one.sound for one in outcomes) else 0)
    if file is not None:
        outcome = work.take_in(course, file, language, least)
        text = read_text(outcome, course, paint, verbose)
    elif language:
        outcome = work.export(course, language, form)
        text = exported_text(outcome, course, paint)
    else:
        raise click.BadParameter(
            "name the language, such as --to cy, or a file to --read, or --status", ctx, param_hint="--to"
        )
    _show(ctx, [outcome], [text], course, as_json)
    ctx.exit(0 if outcome.sound else 1)


def _show(ctx: click.Context, outcomes: "list[Outcome]", texts: list[str], course: Path, as_json: bool) -> None:
    """Print what was done; of a course with errors, those alone."""
    from builder import report
    from builder.translate.telling import outcome_json

    if as_json:
        say_json([outcome_json(one) for one in outcomes] if len(outcomes) > 1 else outcome_json(outcomes[0]))
    elif outcomes[0].report.errors:
        say(report.diagnostics_text(outcomes[0].report, course.as_posix(), width(), False, paint))
        say("\nNext: mend what is listed, and try again. A course with errors cannot be translated.")
        ctx.exit(1)
    else:
        say("\n\n".join(texts))
