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


def output_folder(ctx: click.Context, parameter: click.Parameter, path: Path | None) -> Path | None:
    """A callback: where to write, or a remedy; nothing where nothing is named."""
    from builder.command_paths import output_folder as look

    return look(path) if path is not None else None


def destinations(ctx: click.Context, parameter: click.Parameter, given: str) -> tuple[str, ...]:
    """A callback: names of destinations, each once."""
    from builder.model.package import DESTINATIONS

    wanted = [name.strip() for name in given.split(",") if name.strip()]
    for name in wanted:
        if name not in DESTINATIONS:
            raise click.BadParameter(f"{name!r} is not one of {', '.join(DESTINATIONS)}", ctx, param_hint="--to")
    if not wanted:
        raise click.BadParameter("name at least one destination", ctx, param_hint="--to")
    return tuple(dict.fromkeys(wanted))


def films_folder(ctx: click.Context, parameter: click.Parameter, given: str) -> str:
    """A callback: the address of a folder for films, with a slash at its end; nothing where nothing is named."""
    from builder.command_paths import films_address

    try:
        return films_address(given) if given else ""
    except ValueError as fault:
        raise click.BadParameter(str(fault), ctx, param_hint="--films-at") from fault


COURSE = click.argument(
    "course", type=click.Path(path_type=Path), default="course", required=False, callback=course_folder
)
JSON = click.option("--json", "as_json", is_flag=True, help="Print one JSON object for tools, and nothing else.")
TO = click.option(
    "--to",
    default="scorm12,scorm2004,web",
    show_default=True,
    callback=destinations,
    help="Destinations, with commas between them.",
)
FILMS_AT = click.option(
    "--films-at",
    metavar="ADDRESS",
    default="",
    callback=films_folder,
    help="Leave the films out of the packages: learners load them from this folder of your own host.",
)
NO_CACHE = click.option("--no-cache", is_flag=True, help="Look at every module, also at those that have not changed.")
STRICT = click.option("--strict", is_flag=True, help="Let warnings stop the build as errors do.")
VERBOSE = click.option("--verbose", "-v", is_flag=True, help="Show remarks too.")
