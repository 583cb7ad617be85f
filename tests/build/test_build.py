"""What an author and an administrator can rely on, whatever happens to a build."""

import os
import signal
import subprocess
import sys
import zipfile
from collections.abc import Iterator
from pathlib import Path

import pytest

from builder import pipeline
from builder.errors import UnreadableSource, UnwritableTarget
from builder.model.diagnostics import Report, Span
from builder.model.package import DESTINATIONS
from builder.model.rules import fault
from builder.pipeline import build
from tests.conftest import COURSE


def contents(folder: Path) -> dict[str, bytes]:
    """Every file below a folder, by its path."""
    return {path.relative_to(folder).as_posix(): path.read_bytes() for path in folder.rglob("*") if path.is_file()}


def test_the_first_course_builds_with_nothing_to_mend(tmp_path: Path) -> None:
    """Three packages, the opened web course, the key for tutors and the handover page; neither an error nor a warning."""
    outcome = build(COURSE, tmp_path, strict=True)
    assert outcome.report.clean
    name = "innovation-in-childrens-social-care-1.0.0"
    beside = {f"{name}-{ending}" for ending in ("web", "handover.html", "key.html", "key.csv")}
    expected = {f"{name}-{destination}.zip" for destination in DESTINATIONS} | beside
    assert {path.name for path in tmp_path.iterdir()} == expected
    assert (tmp_path / f"{name}-web" / "index.html").is_file()


def test_the_same_input_gives_the_same_bytes(tmp_path: Path) -> None:
    """Two builds, in two processes with different hash seeds and times, do not differ in one byte."""
    for name, seed in (("one", "1"), ("two", "2")):
        command = [sys.executable, "-m", "builder", "build", str(COURSE), "--out", str(tmp_path / name)]
        subprocess.run(
            command, check=True, capture_output=True, env={**os.environ, "PYTHONHASHSEED": seed, "TZ": f"UTC{seed}"}
        )
    one, two = contents(tmp_path / "one"), contents(tmp_path / "two")
    assert one == two and len(one) > 10


def test_the_web_folder_and_the_web_zip_are_the_same_course(first_course: pipeline.Outcome, web_course: Path) -> None:
    """Whether one extracts the zip or opens the folder makes no difference."""
    archive = next(package.path for package in first_course.packages if package.destination == "web")
    with zipfile.ZipFile(archive) as opened:
        packed = {name: opened.read(name) for name in opened.namelist()}
    assert packed == contents(web_course.parent)


def test_the_page_is_the_same_in_every_destination(first_course: pipeline.Outcome) -> None:
    """What was looked at by double click is what the LMS shows; only the script differs."""
    pages, scripts = set(), set()
    for package in first_course.packages:
        with zipfile.ZipFile(package.path) as opened:
            pages.add(opened.read("index.html"))
            scripts.add(opened.read("satchel.js"))
    assert len(pages) == 1 and len(scripts) == len(DESTINATIONS)


@pytest.fixture
def stalled(course_folder: Path, tmp_path: Path) -> Iterator[subprocess.Popen[bytes]]:
    """A build that has written part of its package and now waits for the rest of a film that never comes."""
    film = course_folder / "media" / "film.mp4"
    film.unlink()
    os.mkfifo(film)
    # The film is found as a file, and turns out to be a pipe only when it is packed.
    script = (
        "import sys; from pathlib import Path; import builder.read.files.assets as assets;"
        "import builder.read.files.names_on_disk as disk; disk.is_file = Path.exists; assets.film_seconds = lambda path: 0.0;"
        "from builder.cli import main; main(['build', sys.argv[1], '--out', sys.argv[2]])"
    )
    (course_folder / "01-welcome.md").write_text(
        "---\ntitle: Welcome\n---\n\n## Watch: The film\n\n[The film](media/film.mp4)\n\n- captions: media/film.en.vtt\n"
    )
    process = subprocess.Popen([sys.executable, "-c", script, str(course_folder), str(tmp_path / "dist")])
    yield process
    process.kill()
    process.wait()


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="POSIX")
def test_a_build_that_is_killed_midway_leaves_the_old_package_whole(
    course_folder: Path, tmp_path: Path, request: pytest.FixtureRequest
) -> None:
    """SIGKILL while a package is being written: yesterday's files are untouched, and the next build cleans up."""
    dist = tmp_path / "dist"
    assert build(course_folder, dist).packages
    before = contents(dist)
    process: subprocess.Popen[bytes] = request.getfixturevalue("stalled")
    # Opening the pipe for writing returns when the build has opened it for reading: it is in the midst of packing.
    writer = os.open(course_folder / "media" / "film.mp4", os.O_WRONLY)
    os.write(writer, b"\0" * 1000)
    assert process.poll() is None
    process.send_signal(signal.SIGKILL)
    process.wait()
    os.close(writer)
    assert {name: data for name, data in contents(dist).items() if not name.startswith(".")} == before

    (course_folder / "media" / "film.mp4").unlink()
    (course_folder / "media" / "film.mp4").write_bytes(b"film")
    assert build(course_folder, dist).packages
    assert not [path for path in dist.iterdir() if path.name.startswith(".")]


def test_a_package_that_fails_its_own_verification_does_not_replace_the_old_one(
    course_folder: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Were our packager at fault, the verifier's word would come before the old file is touched."""
    build(course_folder, tmp_path / "dist", ["scorm12"])
    before = contents(tmp_path / "dist")
    (course_folder / "01-welcome.md").write_text("---\ntitle: Welcome\n---\n\nNew words.\n")

    def refuse(path: Path) -> tuple[Report, pipeline.Inventory]:
        _, inventory = verified(path)
        return Report.of([fault("PKG-001", Span(path.name), "it is not sound", "Mend it.")]), inventory

    verified = pipeline.verify_package
    monkeypatch.setattr(pipeline, "verify_package", refuse)
    outcome = build(course_folder, tmp_path / "dist", ["scorm12"])
    assert outcome.packages == () and [d.rule for d in outcome.report.errors] == ["PKG-001"]
    assert contents(tmp_path / "dist") == before


def test_strict_stops_at_a_warning(course_folder: Path, tmp_path: Path) -> None:
    """Without `--strict` a film without audio description is built, and reported; with it, nothing is built."""
    body = "## Watch: The film\n\n[The film](media/film.mp4)\n\n- captions: media/film.en.vtt\n"
    (course_folder / "01-welcome.md").write_text(f"---\ntitle: Welcome\n---\n\n{body}")
    lenient = build(course_folder, tmp_path / "lenient", ["web"])
    assert lenient.packages and [d.rule for d in lenient.report.warnings] == ["W04"]
    strict = build(course_folder, tmp_path / "strict", ["web"], strict=True)
    assert not strict.packages and not (tmp_path / "strict").exists()


def test_what_cannot_be_read_or_written_is_said_in_a_sentence(course_folder: Path, tmp_path: Path) -> None:
    """No such folder; a file where the packages should go."""
    with pytest.raises(UnreadableSource, match="there is no such folder"):
        build(tmp_path / "nowhere", tmp_path / "dist")
    (tmp_path / "taken").write_text("a file")
    with pytest.raises(UnwritableTarget, match="cannot write"):
        build(course_folder, tmp_path / "taken")


def test_names_in_the_package_are_portable(course_folder: Path, tmp_path: Path) -> None:
    """Spaces, capitals and accents in the source become plain lower case, and every link follows."""
    (course_folder / "images" / "Über Team 1.PNG").write_bytes((course_folder / "images" / "team.png").read_bytes())
    (course_folder / "01-welcome.md").write_text(
        "---\ntitle: Welcome\n---\n\n![A team](<images/Über Team 1.PNG>) ![Again](images/%C3%9Cber%20Team%201.PNG)\n",
        encoding="utf-8",
    )
    outcome = build(course_folder, tmp_path / "dist", ["scorm12"])
    assert outcome.packages, outcome.report.diagnostics
    with zipfile.ZipFile(outcome.packages[0].path) as opened:
        assert "images/uber-team-1.png" in opened.namelist()
        assert opened.read("index.html").count(b'src="images/uber-team-1.png"') == 2
