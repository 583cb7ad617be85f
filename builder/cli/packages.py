"""`compare`, `verify`, `judge` and `engines`: commands for finished packages."""

from pathlib import Path

import click

from builder.cli.group import main
from builder.cli.options import JSON, output_folder, package_file
from builder.cli.terminal import paint, progress, say, say_json, width


@main.command(
    epilog="""\b
Examples:
  satchel compare dist/my-course-1.0.0-scorm12.zip dist/my-course-1.1.0-scorm12.zip
  satchel compare old.zip new.zip --json > result.json
"""
)
@click.argument("old", type=click.Path(path_type=Path), callback=package_file)
@click.argument("new", type=click.Path(path_type=Path), callback=package_file)
@JSON
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
        say_json(comparison_json(comparison))
    else:
        say(comparison_text(comparison, width(), paint))
    ctx.exit({Verdict.SAFE: 0, Verdict.EFFECTS: 1, Verdict.NEW_ACTIVITY: 3}[comparison.verdict])


@main.command(
    epilog="""\b
Examples:
  satchel verify dist/my-course-1.0.0-scorm12.zip
  satchel verify dist/my-course-1.0.0-web.zip --json > seen.json
  satchel verify dist/my-course-1.0.0-scorm12.zip --evidence dist/evidence
"""
)
@click.argument("package", type=click.Path(path_type=Path), callback=package_file)
@click.option(
    "--jobs", type=click.IntRange(1, 16), default=2, show_default=True, help="How many browsers work at a time."
)
@click.option(
    "--evidence",
    type=click.Path(path_type=Path),
    callback=output_folder,
    help="Write what was seen into this folder: a page, EARL, OpenACR, a conformance report and a statement.",
)
@click.option(
    "--tested-with",
    "people",
    type=click.Path(path_type=Path, exists=True, dir_okay=False),
    help="A file in which people's tests and judgements are written down.",
)
@click.option(
    "--sarif",
    type=click.Path(path_type=Path, dir_okay=False),
    help="Write the findings into this file as SARIF, for a forge.",
)
@click.option(
    "--course",
    type=click.Path(path_type=Path, exists=True, file_okay=False),
    help="The folder that the package was built from: SARIF then names its files and lines.",
)
@JSON
@click.pass_context
def verify(
    ctx: click.Context,
    package: Path,
    jobs: int,
    evidence: Path | None,
    people: Path | None,
    sarif: Path | None,
    course: Path | None,
    as_json: bool,
) -> None:
    """Play the finished PACKAGE in a browser as a learner would, and say what is wrong with it.

    It goes through every page and every state of every question, in a strict LMS of its own and from the disk. Needs the
    extra `verify` and a Chromium. Exit status: 0 when nothing was found, 1 when there are findings, 2 when the
    package could not be played.
    """
    from builder.evidence.report.people import read_people
    from builder.evidence.report.write import write_evidence, write_sarif
    from builder.evidence.run import prove
    from builder.evidence.telling import proof_json, proof_text

    tests = read_people(people) if people else None
    proof = prove(package, jobs, progress())
    written = write_evidence(proof, evidence, tests) if evidence else ()
    written += write_sarif(proof, sarif, course) if sarif else ()
    if as_json:
        say_json(proof_json(proof))
    else:
        say("\n".join([proof_text(proof, paint), *(f"  {path}" for path in written)]))
    ctx.exit(1 if proof.findings or proof.seen.notes else 0)


@main.command(
    epilog="""\b
Examples:
  satchel judge bought-course.zip
  satchel judge bought-course.zip --evidence evidence --json > seen.json
"""
)
@click.argument("package", type=click.Path(path_type=Path), callback=package_file)
@click.option(
    "--evidence",
    type=click.Path(path_type=Path),
    callback=output_folder,
    help="Write what was seen into this folder: a page, EARL, OpenACR, a conformance report and a statement.",
)
@JSON
@click.pass_context
def judge(ctx: click.Context, package: Path, evidence: Path | None, as_json: bool) -> None:
    """Play PACKAGE, which any tool may have made, and say what was seen and how much was reached.

    It goes by the manifest, by roles, and by names of buttons such as Next. It answers what it knows how to answer. Held
    to levels A and AA of WCAG 2.2, and to what an LMS relies on. Needs the extra `verify` and a Chromium. Exit status: 0
    when nothing was found, 1 when there are findings, 2 when the package could not be played.
    """
    from builder.evidence.judging import judge as play
    from builder.evidence.report.write import write_evidence
    from builder.evidence.telling import proof_json, proof_text

    proof = play(package, progress())
    written = write_evidence(proof, evidence) if evidence else ()
    if as_json:
        say_json(proof_json(proof))
    else:
        say("\n".join([proof_text(proof, paint), *(f"  {path}" for path in written)]))
    ctx.exit(1 if proof.findings else 0)


@main.command(
    epilog="""\b
Examples:
  satchel engines
"""
)
def engines() -> None:
    """Fetch IBM Equal Access and HTML_CodeSniffer from npm, which `verify` and `judge` then ask beside axe.

    They go into a folder of this user, or into the one that the variable SATCHEL_ENGINES names. Without Node on the
    machine, the extra `engines` brings npm.
    """
    from builder.evidence.engines.fetched import fetch_engines
    from builder.evidence.engines.installed import ENGINES

    folder = fetch_engines()
    say("\n".join([*(f"{engine.name} {engine.version}" for engine in ENGINES), f"  in {folder}"]))
