"""Options of the commands: what is different when they are given."""

import json
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

import builder.preview
from builder.cli import courses, main

LONG = "---\ntitle: Welcome\n---\n\n" + " ".join(["We think that this is so"] * 12) + ".\n"
"""One sentence of 72 words: a remark (W08), no warning."""


def run(*arguments: object) -> Result:
    """A command, as it is typed."""
    return CliRunner().invoke(main, [*map(str, arguments)])


def written(folder: Path) -> list[str]:
    """Names of what a build left."""
    return sorted(path.name for path in folder.iterdir())


def test_to_and_out_say_what_is_built_and_where(course_folder: Path, tmp_path: Path) -> None:
    """Only the destinations that are named, and only there."""
    before = written(course_folder)
    assert run("build", course_folder, "--out", tmp_path / "here", "--to", "scorm12,web").exit_code == 0
    assert written(tmp_path / "here") == [
        "sample-1.0.0-handover.html",
        "sample-1.0.0-scorm12.zip",
        "sample-1.0.0-web",
        "sample-1.0.0-web.zip",
    ]
    assert written(course_folder) == before


def test_without_options_all_three_go_into_dist(
    course_folder: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """In the folder where one stands; COURSE is `course`."""
    monkeypatch.chdir(tmp_path)
    assert course_folder.name == "course" and run("build").exit_code == 0
    zips = [name for name in written(tmp_path / "dist") if name.endswith(".zip")]
    assert zips == ["sample-1.0.0-scorm12.zip", "sample-1.0.0-scorm2004.zip", "sample-1.0.0-web.zip"]


@pytest.mark.parametrize("command", ["build", "check"])
def test_verbose_shows_remarks(course_folder: Path, tmp_path: Path, command: str) -> None:
    """They stop nothing, with `--strict` neither."""
    (course_folder / "01-welcome.md").write_text(LONG)
    out = ["--out", tmp_path / "dist"] if command == "build" else []
    assert "W08" not in run(command, course_folder, *out, "--strict").output
    shown = run(command, course_folder, *out, "--strict", "--verbose")
    assert "info W08" in shown.output and shown.exit_code == 0


def test_json_is_one_object_and_nothing_else(course_folder: Path, tmp_path: Path) -> None:
    """Of every command that has it, remarks included."""
    (course_folder / "01-welcome.md").write_text(LONG)
    assert run("build", course_folder, "--out", tmp_path).exit_code == 0
    package = next(tmp_path.glob("*-web.zip"))
    for command in (
        ["build", course_folder, "--out", tmp_path],
        ["check", course_folder],
        ["ids", course_folder],
        ["compare", package, package],
    ):
        assert isinstance(json.loads(run(*command, "--json").stdout), dict), command
    (remark,) = json.loads(run("check", course_folder, "--json").stdout)["diagnostics"]
    assert (remark["rule"], remark["severity"]) == ("W08", "info")


@pytest.mark.parametrize(("options", "opened"), [([], True), (["--open"], True), (["--no-open"], False)])
def test_the_preview_opens_a_browser_unless_it_is_not_to(
    course_folder: Path, monkeypatch: pytest.MonkeyPatch, options: list[str], opened: bool
) -> None:
    """At the address that it prints, and from the port that was asked for."""
    addresses: list[str] = []
    ports: list[int] = []

    def serve(course: Path, port: int, told: object, ready: object) -> None:
        ports.append(port)
        ready(f"http://127.0.0.1:{port}/")  # type: ignore[operator]

    monkeypatch.setattr(builder.preview, "preview_course", serve)
    monkeypatch.setattr(courses, "has_screen", lambda: True)
    monkeypatch.setattr(courses.click, "launch", addresses.append)
    result = run("preview", course_folder, "--port", "9123", *options)
    assert result.exit_code == 0, result.output
    assert ports == [9123] and "http://127.0.0.1:9123/" in result.output
    assert addresses == (["http://127.0.0.1:9123/"] if opened else [])
