"""`strings`: the words of the interface, for a translator."""

from pathlib import Path

import click

from builder.cli.group import main
from builder.cli.options import COURSE
from builder.cli.terminal import say


@main.command(
    epilog="\b\nExamples:\n  satchel strings so\n  satchel strings ckb my-course\n  satchel strings cy my-course --all\n"
)
@click.argument("language", metavar="LANGUAGE")
@COURSE
@click.option(
    "--all", "every", is_flag=True, help="Every text, also those that Satchel has: to say some of them otherwise."
)
@click.pass_context
def strings(ctx: click.Context, language: str, course: Path, every: bool) -> None:
    """List the buttons and messages that LANGUAGE (a tag, such as so) lacks, and write a file to be filled in.

    The file is strings/LANGUAGE.json in the folder COURSE. It has each text in English, with a note of where it stands.
    What is in it already stays.
    """
    from builder.authoring.new import language_tag
    from builder.authoring.strings import work_for, work_text, write_work

    try:
        tag = language_tag(language)
    except ValueError as problem:
        raise click.BadParameter(str(problem), ctx, param_hint="LANGUAGE") from problem
    work = work_for(course, tag, every)
    if work.broken:
        say(f"satchel: {work.path.as_posix()} cannot be read. `satchel check` says what is wrong in it.", error=True)
        ctx.exit(2)
    say(work_text(work, write_work(work)))
