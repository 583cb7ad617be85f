"""A new version built beside an older one: both are there, and the build says so."""

import json
import shutil
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from builder.cli import main


def run(*arguments: str | Path) -> Result:
    """Build, as it is typed."""
    return CliRunner().invoke(main, ["build", *map(str, arguments)])


@pytest.fixture
def built(course_folder: Path, tmp_path: Path) -> Path:
    """The output folder of a course of which 1.0.0 is built and 1.1.0 is written."""
    out = tmp_path / "dist"
    assert "earlier builds" not in run(course_folder, "--out", out).output
    settings = course_folder / "course.yml"
    settings.write_text(f"{settings.read_text()}version: 1.1.0\n")
    return out


def test_older_packages_are_named_and_left_alone(course_folder: Path, built: Path) -> None:
    """All three of the earlier version, to the byte; for tools as a list of paths."""
    before = {path: path.read_bytes() for path in built.glob("*.zip")}
    result = run(course_folder, "--out", built)
    names = ", ".join(sorted(path.name for path in before))
    assert f"Still in {built} from earlier builds: {names}." in result.output
    assert {path: path.read_bytes() for path in before} == before
    told = json.loads(run(course_folder, "--out", built, "--json").output)["older"]
    assert told == sorted(map(str, before))


def test_what_this_build_left_out_is_older_too(course_folder: Path, tmp_path: Path) -> None:
    """With `--to` the other packages may be of words that have changed since."""
    out = tmp_path / "dist"
    assert run(course_folder, "--out", out).exit_code == 0
    result = run(course_folder, "--out", out, "--to", "scorm12")
    assert "from earlier builds: sample-1.0.0-scorm2004.zip, sample-1.0.0-web.zip." in result.output


def test_many_are_counted(course_folder: Path, built: Path) -> None:
    """A folder of years does not fill the screen."""
    for number in range(8):
        shutil.copy(built / "sample-1.0.0-web.zip", built / f"sample-0.{number}.0-web.zip")
    assert "sample-0.5.0-web.zip, and 5 more." in run(course_folder, "--out", built).output


def test_other_files_are_not_called_packages_of_this_course(course_folder: Path, built: Path) -> None:
    """A course whose id begins alike, a damaged zip, a zip of something else, a folder."""
    shutil.copytree(course_folder, other := course_folder.with_name("other"))
    (other / "course.yml").write_text((other / "course.yml").read_text().replace("id: sample", "id: sample-2"))
    assert run(other, "--out", built).exit_code == 0
    for path in built.glob("sample-1.0.0-*.zip"):
        path.unlink()
    (built / "sample-0.9.0-web.zip").write_bytes(b"PK\x03\x04 and no more")
    (built / "sample-notes.zip").write_bytes(b"PK\x05\x06" + bytes(18))
    (built / "sample-0.8.0-web.zip").mkdir()
    result = run(course_folder, "--out", built)
    assert result.exit_code == 0 and "earlier builds" not in result.output, result.output
