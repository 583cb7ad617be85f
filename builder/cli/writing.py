"""`new`, `explain`, `ids`, `map`, `schema` and `stand-in`: commands that help an author to write."""

from pathlib import Path, PurePosixPath

import click

from builder.cli.group import main
from builder.cli.options import COURSE, JSON, course_folder
from builder.cli.terminal import ask, paint, say, say_json, width


@main.command(
    epilog="""\b
Examples:
  satchel new my-course
  satchel new my-course --title "Safe at home" --language en-GB --first Welcome
  satchel new look --examples
  satchel new safe-at-home --theme council
"""
)
@click.argument("folder", metavar="DIR", type=click.Path(path_type=Path))
@click.option("--title", help="What the course is called.")
@click.option("--language", help="The tag of the language that it is written in, such as en-GB.")
@click.option("--first", help="What the first module is about: its title.")
@click.option(
    "--examples",
    is_flag=True,
    help="Add a second module with each kind of block but a film, and signs, to look at and copy from.",
)
@click.option(
    "--theme",
    type=click.Choice(["council", "health", "university"]),
    help="Begin with the look of an organisation that does not exist, to put your own in its place.",
)
def new(
    folder: Path, title: str | None, language: str | None, first: str | None, examples: bool, theme: str | None
) -> None:
    """Begin a course in the new folder DIR: settings, a first module, and what to do next.

    On a terminal it asks for what the options do not say.
    """
    from builder.authoring import new as beginning
    from builder.authoring.telling import started_text

    beginning.refuse_full(folder)
    wishes = beginning.Wishes(
        ask("--title", "What is the course called?", title, beginning.title_of(folder), beginning.one_line),
        ask("--language", "Which language is it in?", language, beginning.LANGUAGE, beginning.language_tag),
        ask("--first", "What is the first module about?", first, beginning.FIRST, beginning.one_line),
        examples,
        theme or "",
    )
    say(started_text(folder, beginning.start_course(folder, wishes), paint))


@main.command(epilog="\b\nExamples:\n  satchel explain\n  satchel explain A06\n")
@click.argument("rule", required=False)
def explain(rule: str | None) -> None:
    """Explain RULE with a wrong and a right example; without one, list all rules."""
    from builder.did_you_mean import NAME, likeliest
    from builder.rules.explanation import rule_text, rules_text
    from builder.rules.texts import read_rules

    rules = read_rules()
    if rule is None:
        say(rules_text(rules, width()))
        say("\nsatchel explain RULE shows one of them with examples.")
        return
    found = rules.get(rule.upper())
    if found is None:
        near = likeliest(rule.upper(), rules, 3, NAME)
        meant = f" Did you mean {' or '.join(near)}?" if near else ""
        raise click.BadParameter(f"there is no rule {rule}.{meant}", param_hint="RULE")
    say(rule_text(found, min(80, width()), paint))


@main.command(epilog="\b\nExamples:\n  satchel ids\n  satchel ids my-course --write\n")
@COURSE
@click.option("--write", is_flag=True, help="Write them into the files; nothing else in the files changes.")
@JSON
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
        say_json(fixing_json(fixing))
    else:
        if fixing.faults.errors:
            say(diagnostics_text(fixing.faults, course.as_posix(), width(), False, paint) + "\n")
        say(fixing_text(fixing, course, paint))
    ctx.exit(1 if fixing.faults.errors or fixing.left else 0)


@main.command("map", epilog="\b\nExamples:\n  satchel map my-course\n  satchel map my-course --out maps\n")
@COURSE
@click.option(
    "--out", type=click.Path(path_type=Path), help="A folder in which to write ID.svg and ID.txt for each story."
)
@click.pass_context
def story_map(ctx: click.Context, course: Path, out: Path | None) -> None:
    """Print each story of scenes in COURSE, with where its choices lead; with --out draw it too."""
    from builder.authoring.story_map import stories_in, story_svg, story_text
    from builder.report import diagnostics_text

    stories, report = stories_in(course)
    if report.errors:
        say(diagnostics_text(report, course.as_posix(), width(), False, paint) + "\n")
    for item in stories:
        say(story_text(item))
        if out:
            out.mkdir(parents=True, exist_ok=True)
            (out / f"{item.id}.svg").write_text(story_svg(item), encoding="utf-8")
            (out / f"{item.id}.txt").write_text(story_text(item), encoding="utf-8")
    if not stories:
        say("There is no story of scenes here. The format shows how one is written: ## Scene: words")
    ctx.exit(1 if report.errors else 0)


@main.command(
    epilog="\b\nExamples:\n  satchel schema > course.schema.json\n  satchel schema module > module.schema.json\n"
)
@click.argument(
    "name", metavar="[course|module|record]", type=click.Choice(["course", "module", "record"]), default="course"
)
def schema(name: str) -> None:
    """Print the JSON Schema of course.yml or, with `module` or `record`, of front matter or a form: for editors."""
    from builder.authoring.schema import schema_text

    say(schema_text(name).removesuffix("\n"))


@main.command(epilog="\b\nExamples:\n  satchel template\n  satchel template cover.html > course/theme/cover.html\n")
@click.argument("name", required=False)
def template(name: str | None) -> None:
    """Print Satchel's own template or style NAME, to begin one of the course's own with; without a name, list all.

    A file of that name in the folder `theme/` of a course takes its place. A style is added to Satchel's own.
    """
    from builder.authoring.templates import listed_text, template_text

    if name is None:
        say(listed_text())
        return
    text = template_text(name)
    if text is None:
        raise click.BadParameter(_no_template(name), param_hint="NAME")
    say(text.removesuffix("\n"))


def _no_template(name: str) -> str:
    """What to say of a name that is that of no template and no style."""
    from builder.authoring.templates import instead_of, known_names
    from builder.did_you_mean import NAME, did_you_mean

    plain = PurePosixPath(name).name.lower()
    if instead := instead_of(plain):
        return f"nothing is added to {plain}. {instead}."
    if plain.endswith((".js", ".mjs", ".ts")):
        return "a course runs no script of its own. It may change templates (.html) and styles (.css): satchel template lists them."
    both = [known for known in known_names() if known.partition(".")[0] == plain]
    near = did_you_mean(plain, known_names(), NAME)
    meant = f" Did you mean {' or '.join(both) or near}?" if both or near else ""
    return f"there is no template {name}.{meant}"


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
    callback=course_folder,
    help="The course folder.",
)
def stand_in(module: str, course: Path) -> None:
    """Make a stand-in film for MODULE: its title and key points as slides, read aloud, with captions.

    MODULE is a module's id or file. The film, its captions, chapters, descriptions and poster are written to where the
    module's Watch block says. Needs ffmpeg and espeak-ng.
    """
    from builder.stand_in import make_stand_in

    for path in make_stand_in(course, module):
        say(path.as_posix())
