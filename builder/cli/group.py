"""The command `satchel`, to which each command is added."""

from typing import Any

import click

from builder import __version__
from builder.cli.terminal import say, visible
from builder.errors import BuilderError


class _Group(click.Group):
    """Turns what a build cannot go on from into one sentence and exit status 2."""

    def invoke(self, ctx: click.Context) -> Any:
        try:
            return super().invoke(ctx)
        except BuilderError as problem:
            say(f"satchel: {problem}", error=True)
            ctx.exit(2)
        except click.ClickException as problem:
            problem.message = visible(problem.message)  # type: ignore[misc]  # it repeats what was typed
            raise


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
