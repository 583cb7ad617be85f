"""How a command ends, as a script or a continuous build reads it."""

from pathlib import Path

import pytest
from click.testing import CliRunner

from builder.cli import main

FILM = "---\ntitle: Welcome\n---\n\n## Watch: The film\n\n[The film](media/film.mp4)\n\n- captions: media/film.en.vtt\n"
"""A film without audio description: one warning, no error."""


def status(*arguments: object) -> int:
    """How a command ends."""
    return CliRunner().invoke(main, [*map(str, arguments)]).exit_code


@pytest.mark.parametrize("command", ["build", "check"])
def test_a_warning_stops_a_command_with_strict_alone(course_folder: Path, tmp_path: Path, command: str) -> None:
    """0 without `--strict`, 1 with it; a build then writes nothing."""
    (course_folder / "01-welcome.md").write_text(FILM)
    out = ["--out", tmp_path / "dist"] if command == "build" else []
    assert status(command, course_folder, *out, "--strict") == 1
    assert not (tmp_path / "dist").exists()
    assert status(command, course_folder, *out) == 0
    assert (tmp_path / "dist").exists() is (command == "build")


@pytest.mark.parametrize("command", ["build", "check"])
def test_an_error_is_1_and_a_clean_course_0(course_folder: Path, tmp_path: Path, command: str) -> None:
    """Whatever the options."""
    out = ["--out", tmp_path / "dist"] if command == "build" else []
    assert status(command, course_folder, *out, "--strict") == 0
    (course_folder / "01-welcome.md").write_text("---\ntitle: Welcome\n---\n\n![](images/team.png)\n")
    assert status(command, course_folder, *out) == 1
