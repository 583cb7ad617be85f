"""Arguments and options that several commands share. A path is looked at before any work begins."""

from pathlib import Path

import click


def course_folder(ctx: click.Context, parameter: click.Parameter, folder: Path) -> Path:
    """A callback: the folder of a course, or a remedy."""
    from builder.command_paths import course_folder as look

    option = "" if isinstance(parameter, click.Argument) else f" {ctx.params.get('module', 'MODULE')} --course"
    return look(folder, f"{ctx.command_path}{option}")


def package_file(ctx: click.Context, parameter: click.Parameter, path: Path) -> Path:
    """A callback: the path of a package, or a remedy."""
    from builder.command_paths import package_file as look

    return look(path)


def output_folder(ctx: click.Context, parameter: click.Parameter, path: Path) -> Path:
    """A callback: where to write, or a remedy."""
    from builder.command_paths import output_folder as look

    return look(path)


COURSE = click.argument(
    "course", type=click.Path(path_type=Path), default="course", required=False, callback=course_folder
)
JSON = click.option("--json", "as_json", is_flag=True, help="Print one JSON object for tools, and nothing else.")
STRICT = click.option("--strict", is_flag=True, help="Let warnings stop the build as errors do.")
VERBOSE = click.option("--verbose", "-v", is_flag=True, help="Show remarks too.")
