"""The zip and the opened web course: the same bytes each time, and the old ones until the new are whole."""

import hashlib
import os
import random
import signal
import subprocess
import sys
import time
import tracemalloc
import zipfile
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import IO, Any

import pytest

from builder.errors import UnreadableSource
from builder.model.package import DESTINATIONS, RenderedFile
from builder.package import PlannedPackage, plan_package, without_copying, write_folder, write_package, write_packages
from builder.package.content import BLOCK
from builder.package.without_copying import SMALLEST
from builder.pipeline import build
from tests.cases import for_each
from tests.package.package_samples import ROOT, course, rendered

needs_posix = pytest.mark.skipif(os.name != "posix", reason="named pipes and SIGKILL are POSIX")
PAGE = b"<p>The same words again and again.</p>\n" * 500


def sample(*files: RenderedFile) -> tuple[RenderedFile, ...]:
    """Give a page and `files`."""
    return (RenderedFile("index.html", PAGE), *files)


def names_in(folder: Path) -> list[str]:
    """Give the names of all that lies in a folder, hidden or not."""
    return sorted(path.name for path in folder.iterdir())


def tree(folder: Path) -> dict[str, bytes]:
    """Give the files below a folder by relative name."""
    return {path.relative_to(folder).as_posix(): path.read_bytes() for path in folder.rglob("*") if path.is_file()}


def test_the_same_files_give_the_same_bytes(tmp_path: Path) -> None:
    """A rebuild changes nothing, in whatever order the files come and whatever day it is."""
    picture = tmp_path / "picture.png"
    picture.write_bytes(bytes(range(256)) * 40)
    files = plan_package(course(), rendered(RenderedFile("images/a.png", picture)), "scorm2004")
    first = write_package(files, tmp_path / "first.zip", "scorm2004")
    os.utime(picture, (time.time() + 86_400, time.time() + 86_400))
    picture.chmod(0o600)
    second = write_package(reversed(files), tmp_path / "second.zip", "scorm2004")
    assert first.path.read_bytes() == second.path.read_bytes()


def test_size_and_checksum_are_those_of_the_file(tmp_path: Path) -> None:
    """An administrator can compare the checksum with the one printed by the build."""
    package = write_package(sample(), tmp_path / "course.zip", "web")
    content = (tmp_path / "course.zip").read_bytes()
    assert (package.destination, package.path) == ("web", tmp_path / "course.zip")
    assert (package.size, package.sha256) == (len(content), hashlib.sha256(content).hexdigest())


def test_members_are_plain_files_sorted_and_dated_alike(tmp_path: Path) -> None:
    """Nothing in the zip depends on the day, the machine or the order in which it was built; no folder entries."""
    files = plan_package(course(), rendered(RenderedFile("images/b.png", b"b")), "scorm12")
    write_package(files, tmp_path / "course.zip", "scorm12")
    with zipfile.ZipFile(tmp_path / "course.zip") as package:
        assert package.testzip() is None
        members = package.infolist()
        assert [member.filename for member in members] == [file.name for file in files]
        for member in members:
            assert member.date_time == (1980, 1, 1, 0, 0, 0)
            assert member.create_system == 3
            assert member.external_attr >> 16 == 0o100644
            assert (member.flag_bits, member.extra, member.comment) == (0, b"", b"")
        for file in files:
            assert package.read(file.name) == file.content


@for_each(
    "ending",
    [
        "png",
        "jpg",
        "jpeg",
        "gif",
        "webp",
        "avif",
        "mp4",
        "webm",
        "m4a",
        "mp3",
        "woff2",
        "pdf",
        "docx",
        "zip",
        "epub",
        "PNG",
    ],
)
def test_compressed_media_are_stored(ending: str, tmp_path: Path) -> None:
    """Deflating a film costs seconds and wins nothing."""
    write_package(sample(RenderedFile(f"media/a.{ending}", PAGE)), tmp_path / "course.zip", "web")
    with zipfile.ZipFile(tmp_path / "course.zip") as package:
        assert package.getinfo(f"media/a.{ending}").compress_type == zipfile.ZIP_STORED


@for_each("ending", ["html", "css", "js", "json", "svg", "vtt", "txt", "xml", "xsd", "csv", "wav", "bmp", "unknown"])
def test_all_else_is_deflated(ending: str, tmp_path: Path) -> None:
    """Pages shrink to a fraction of their size."""
    write_package((RenderedFile(f"a.{ending}", PAGE),), tmp_path / "course.zip", "web")
    with zipfile.ZipFile(tmp_path / "course.zip") as package:
        member = package.getinfo(f"a.{ending}")
        assert member.compress_type == zipfile.ZIP_DEFLATED
        assert member.compress_size < len(PAGE) // 10


def test_names_beyond_ascii_are_utf8(tmp_path: Path) -> None:
    """The name comes out of the zip as it went in, on any machine."""
    write_package(sample(RenderedFile("media/tŷ.png", b"house")), tmp_path / "course.zip", "web")
    with zipfile.ZipFile(tmp_path / "course.zip") as package:
        assert package.read("media/tŷ.png") == b"house"
        assert package.getinfo("media/tŷ.png").flag_bits == 0x800


def test_a_film_is_never_held_in_memory(tmp_path: Path) -> None:
    """An hour of film must not need an hour of film's memory, neither to plan nor to write."""
    film = tmp_path / "film.mp4"
    with film.open("wb") as stream:
        stream.truncate(64 << 20)
    planned = rendered(RenderedFile("media/film.mp4", film))
    write_package(plan_package(course(), rendered(), "scorm12"), tmp_path / "warm-up.zip", "scorm12")
    tracemalloc.start()
    write_package(plan_package(course(), planned, "scorm12"), tmp_path / "course.zip", "scorm12")
    write_folder(plan_package(course(), planned, "web"), tmp_path / "course-web")
    _, peak = tracemalloc.get_traced_memory()
    tracemalloc.stop()
    assert peak < 8 << 20
    assert (tmp_path / "course.zip").stat().st_size > 64 << 20


def written_by(work: Callable[[], object]) -> int:
    """Bytes that this process hands to the disk meanwhile, as Linux counts them."""

    def count() -> int:
        said = dict(line.split(": ") for line in Path("/proc/self/io").read_text().splitlines())
        return int(said["wchar"])

    before = count()
    work()
    return count() - before


@pytest.mark.skipif(not Path("/proc/self/io").exists(), reason="Linux counts what a process writes")
def test_a_film_is_written_once_for_each_package(course_folder: Path, tmp_path: Path) -> None:
    """Of one destination 1.1 times its size at most, of three 3.1 times: the opened course shares it."""
    film = course_folder / "media" / "film.mp4"
    film.write_bytes(film.read_bytes() + random.Random(1).randbytes(16 << 20))
    size = film.stat().st_size
    (course_folder / "01-welcome.md").write_text(
        "---\ntitle: Welcome\n---\n\n## Watch: A film\n\n[A film](media/film.mp4)\n\n- captions: media/film.en.vtt\n"
    )
    for destinations, most in ((["web"], 1.1), (["scorm12"], 1.1), (["scorm12", "scorm2004", "web"], 3.1)):
        out = tmp_path / "-".join(destinations)
        written = written_by(lambda out=out, to=destinations: build(course_folder, out, to))
        assert len(destinations) <= written / size <= most
    opened = tmp_path / "web" / "sample-1.0.0-web" / "media" / "film.mp4"
    assert opened.read_bytes() == film.read_bytes()


def large(folder: Path, mode: int = 0o644) -> Path:
    """A film that is worth sharing."""
    film = folder / "own.mp4"
    film.write_bytes(b"film" * (SMALLEST // 4))
    film.chmod(mode)
    return film


def test_the_opened_course_keeps_its_film_when_the_authors_is_gone(tmp_path: Path) -> None:
    """Deleted, or replaced by another file of its name, as programs save."""
    film = large(tmp_path)
    write_folder(sample(RenderedFile("media/film.mp4", film)), tmp_path / "course")
    (tmp_path / "new.mp4").write_bytes(b"new")
    (tmp_path / "new.mp4").replace(film)
    assert (tmp_path / "course" / "media" / "film.mp4").read_bytes() == b"film" * (SMALLEST // 4)
    write_folder(sample(RenderedFile("media/film.mp4", film)), tmp_path / "course")
    assert (tmp_path / "course" / "media" / "film.mp4").read_bytes() == b"new" and film.read_bytes() == b"new"


@needs_posix
def test_a_film_that_only_its_author_may_read_is_copied(tmp_path: Path) -> None:
    """The opened course has the rights of the others' files."""
    usual = os.umask(0o022)
    try:
        write_folder(sample(RenderedFile("film.mp4", large(tmp_path, 0o600))), tmp_path / "course")
    finally:
        os.umask(usual)
    assert (tmp_path / "course" / "film.mp4").stat().st_mode & 0o777 == 0o644


def test_where_the_disk_has_one_name_for_a_file_it_is_copied(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A stick, or another disk than the author's."""

    def refuse(*_: object, **__: object) -> None:
        raise OSError("invalid cross-device link")

    monkeypatch.setattr(os, "link", refuse)
    monkeypatch.setattr(without_copying, "_clone", lambda source, target: False)
    film = large(tmp_path)
    write_folder(sample(RenderedFile("film.mp4", film)), tmp_path / "course")
    assert (tmp_path / "course" / "film.mp4").read_bytes() == film.read_bytes()


class Promising(type(Path())):  # type: ignore[misc]
    """A path that claims a size of `PROMISED` bytes and holds a few: zip64 depends on the claim."""

    PROMISED = 0

    def stat(self, *, follow_symlinks: bool = True) -> os.stat_result:
        """Give the promised size."""
        fields = list(super().stat(follow_symlinks=follow_symlinks))
        fields[6] = self.PROMISED
        return os.stat_result(fields)


class Counted(type(Path())):  # type: ignore[misc]
    """A file on disk that counts how often it is opened."""

    OPENED = 0

    def open(self, *args: Any, **more: Any) -> Any:
        type(self).OPENED += 1
        return super().open(*args, **more)


def test_a_film_that_is_in_three_packages_is_read_once(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """And each package has the same bytes as one that is written alone."""
    (tmp_path / "film.mp4").write_bytes(os.urandom(3 * BLOCK + 1))
    monkeypatch.setattr(Counted, "OPENED", 0)
    film = RenderedFile("media/film.mp4", Counted(tmp_path / "film.mp4"))
    planned = [
        PlannedPackage(to, tmp_path / f"{to}.zip", plan_package(course(), rendered(film), to)) for to in DESTINATIONS
    ]
    made = write_packages(planned)
    assert Counted.OPENED == 1
    for package, plan in zip(made, planned, strict=True):
        alone = write_package(plan.files, tmp_path / "alone.zip", plan.destination)
        assert (package.size, package.sha256) == (alone.size, alone.sha256)
        with zipfile.ZipFile(package.path) as archive:
            assert archive.testzip() is None
            assert archive.read("media/film.mp4") == (tmp_path / "film.mp4").read_bytes()


@pytest.mark.parametrize(("size", "version"), [(3 << 30, 20), (5 << 30, 45)])
def test_zip64_begins_at_four_gib(size: int, version: int, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """The unzipping of some LMSs does not know zip64, so a package of 3 GiB does without."""
    (tmp_path / "film.mp4").write_bytes(b"film")
    monkeypatch.setattr(Promising, "PROMISED", size)
    write_package((RenderedFile("film.mp4", Promising(tmp_path / "film.mp4")),), tmp_path / "course.zip", "web")
    with zipfile.ZipFile(tmp_path / "course.zip") as package:
        assert package.getinfo("film.mp4").extract_version == version


class Faulty(type(Path())):  # type: ignore[misc]
    """A file on disk that gives some bytes, and then an exception."""

    ERROR: BaseException = OSError("disk fault")

    def open(self, *arguments: Any, **named: Any) -> Any:
        """Give a stream that fails at its second read."""
        return FaultyStream(self.ERROR)


class FaultyStream:
    """Some bytes, then an exception."""

    def __init__(self, error: BaseException) -> None:
        self.reads = 0
        self.error = error

    def __enter__(self) -> "FaultyStream":
        """Give itself."""
        return self

    def __exit__(self, *exception: object) -> None:
        """Close nothing."""

    def read(self, size: int) -> bytes:
        """Give bytes once."""
        self.reads += 1
        if self.reads > 1:
            raise self.error
        return b"x" * size


Write = Callable[[tuple[RenderedFile, ...], Path], object]


def as_zip(files: tuple[RenderedFile, ...], path: Path) -> object:
    """Write a package."""
    return write_package(files, path, "web")


both = pytest.mark.parametrize("write", [as_zip, write_folder])


def state(path: Path) -> object:
    """Give all that a reader of the output can see of it."""
    return tree(path) if path.is_dir() else path.read_bytes()


@both
@pytest.mark.parametrize("error", [OSError("disk fault"), KeyboardInterrupt(), MemoryError()])
def test_an_exception_leaves_the_old_output_whole(
    write: Write, error: BaseException, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Ctrl-C or a bad disk in the middle of a build: yesterday's course is still there, and nothing else."""
    target = tmp_path / "dist" / "course"
    write(sample(), target)
    before = state(target)
    (tmp_path / "film.mp4").write_bytes(b"film")
    monkeypatch.setattr(Faulty, "ERROR", error)
    film = Faulty(tmp_path / "film.mp4")
    with pytest.raises((UnreadableSource, type(error))):
        write((RenderedFile("a.html", b"new"), RenderedFile("media/film.mp4", film)), target)
    assert state(target) == before
    assert names_in(target.parent) == ["course"]


@both
def test_a_file_that_has_gone_is_named(write: Write, tmp_path: Path) -> None:
    """The author learns which file could not be read; the old output stays."""
    target = tmp_path / "dist" / "course"
    write(sample(), target)
    before = state(target)
    with pytest.raises(UnreadableSource, match=r"gone\.png"):
        write(sample(RenderedFile("images/gone.png", tmp_path / "gone.png")), target)
    assert state(target) == before
    assert names_in(target.parent) == ["course"]


@both
def test_new_output_replaces_the_old_altogether(write: Write, tmp_path: Path) -> None:
    """A file that left the course leaves the output; folders are made as needed."""
    target = tmp_path / "deep" / "dist" / "course"
    write(sample(RenderedFile("images/old.png", b"old")), target)
    new = sample(RenderedFile("images/deep/new.png", b"new"))
    write(new, target)
    fresh = tmp_path / "fresh" / "course"
    write(new, fresh)
    assert state(target) == state(fresh)
    assert names_in(target.parent) == ["course"]


def test_the_opened_course_is_the_package_unzipped(tmp_path: Path) -> None:
    """What opens by double click is what the zip holds."""
    files = plan_package(course(), rendered(RenderedFile("images/a.png", b"a")), "web")
    write_folder(files, tmp_path / "course")
    assert tree(tmp_path / "course") == {file.name: file.content for file in files}


WRITING = """
import sys
from pathlib import Path
from builder.model.package import DESTINATIONS, RenderedFile
from builder.package import write_folder, write_package
kind, target, pipe = sys.argv[1:]
files = (RenderedFile("index.html", b"new"), RenderedFile("media/film.mp4", Path(pipe)))
write_folder(files, Path(target)) if kind == "folder" else write_package(files, Path(target), "web")
"""
KIND: dict[Write, str] = {as_zip: "zip", write_folder: "folder"}


@contextmanager
def midway(write: Write, target: Path, pipe: Path) -> Iterator[tuple[subprocess.Popen[bytes], IO[bytes]]]:
    """Run a build in another process until it has read some of a film from a pipe and waits for more."""
    os.mkfifo(pipe)
    build = subprocess.Popen([sys.executable, "-c", WRITING, KIND[write], str(target), str(pipe)], cwd=ROOT)
    try:
        with open_pipe(pipe, build) as stream:
            stream.write(b"f" * 1_000_000)
            stream.flush()
            yield build, stream
    finally:
        build.kill()
        build.wait()


def open_pipe(pipe: Path, build: subprocess.Popen[bytes]) -> IO[bytes]:
    """Open a pipe for writing as soon as the build reads it."""
    for _ in range(3000):
        try:
            handle = os.open(pipe, os.O_WRONLY | os.O_NONBLOCK)
        except OSError:
            try:
                pytest.fail(f"the build ended with {build.wait(timeout=0.01)}")
            except subprocess.TimeoutExpired:
                continue
        os.set_blocking(handle, True)
        return os.fdopen(handle, "wb")
    pytest.fail("the build never read its film")


@needs_posix
@both
def test_a_killed_build_leaves_the_old_output_whole(write: Write, tmp_path: Path) -> None:
    """The power cut: the old course is untouched, and the next build clears away what the killed one left."""
    target = tmp_path / "dist" / "course"
    write(sample(), target)
    before = state(target)
    with midway(write, target, tmp_path / "film") as (build, _):
        build.send_signal(signal.SIGKILL)
        build.wait()
    assert state(target) == before
    assert len(names_in(target.parent)) == 2
    write(sample(RenderedFile("new.html", b"new")), target)
    assert state(target) != before
    assert names_in(target.parent) == ["course"]


@needs_posix
@both
def test_two_builds_at_once_leave_a_whole_course(write: Write, tmp_path: Path) -> None:
    """A build does not take another one's unfinished work for a leftover; the last to end wins."""
    target = tmp_path / "dist" / "course"
    with midway(write, target, tmp_path / "film") as (build, stream):
        write(sample(), target)
        first = state(target)
        stream.close()
        assert build.wait(timeout=60) == 0
    assert state(target) != first
    alone = tmp_path / "alone" / "course"
    alone.parent.mkdir()
    (tmp_path / "whole").write_bytes(b"f" * 1_000_000)
    film = RenderedFile("media/film.mp4", tmp_path / "whole")
    write((RenderedFile("index.html", b"new"), film), alone)
    assert state(target) == state(alone)
    assert names_in(target.parent) == ["course"]


KILLED_BETWEEN = """
import os, signal, sys
from pathlib import Path
from builder.model.package import DESTINATIONS, RenderedFile
from builder.package import write_folder
rename, renames = os.rename, []
def counted(old, new):
    if renames:
        os.kill(os.getpid(), signal.SIGKILL)
    renames.append(old)
    rename(old, new)
os.rename = counted
write_folder((RenderedFile("index.html", b"new"),), Path(sys.argv[1]))
"""


@needs_posix
def test_a_build_killed_between_two_renames_loses_nothing(tmp_path: Path) -> None:
    """The one moment without a folder: the next build puts the old one back, even if it fails itself."""
    target = tmp_path / "dist" / "course"
    write_folder(sample(), target)
    before = tree(target)
    killed = subprocess.run([sys.executable, "-c", KILLED_BETWEEN, str(target)], cwd=ROOT, check=False)
    assert killed.returncode == -signal.SIGKILL
    assert not target.exists()
    with pytest.raises(UnreadableSource):
        write_folder(sample(RenderedFile("a.png", tmp_path / "gone.png")), target)
    assert tree(target) == before
    write_folder(sample(RenderedFile("new.html", b"new")), target)
    assert set(tree(target)) == {"index.html", "new.html"}
    assert names_in(target.parent) == ["course"]


def test_an_exception_between_two_renames_puts_the_old_folder_back(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """On Windows an open file can refuse the second rename; the course does not vanish."""
    target = tmp_path / "dist" / "course"
    write_folder(sample(), target)
    before = tree(target)
    rename = os.rename

    def refusing(old: Path, new: Path) -> None:
        if Path(new) == target and Path(old).name.endswith(".satchel-part"):
            raise PermissionError("in use")
        rename(old, new)

    monkeypatch.setattr(os, "rename", refusing)
    with pytest.raises(PermissionError):
        write_folder(sample(RenderedFile("new.html", b"new")), target)
    assert tree(target) == before
    assert names_in(target.parent) == ["course"]


def test_a_build_without_locks_still_works(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Some network disks know no locks: there leftovers stay, and no build fails."""
    fcntl = pytest.importorskip("fcntl")

    def unknown(handle: int, operation: int) -> None:
        raise OSError("no locks available")

    monkeypatch.setattr(fcntl, "flock", unknown)
    (tmp_path / ".course.zip-1.satchel-part").write_bytes(b"half")
    write_package(sample(), tmp_path / "course.zip", "web")
    write_folder(sample(), tmp_path / "course")
    assert names_in(tmp_path) == [".course.zip-1.satchel-part", "course", "course.zip"]


@needs_posix
def test_output_has_the_rights_that_the_user_gives_new_files(tmp_path: Path) -> None:
    """A package that only its builder may read cannot be uploaded by a colleague."""
    usual = os.umask(0o022)
    try:
        write_package(sample(), tmp_path / "course.zip", "web")
        write_folder(sample(), tmp_path / "course")
    finally:
        os.umask(usual)
    assert (tmp_path / "course.zip").stat().st_mode & 0o777 == 0o644
    assert (tmp_path / "course").stat().st_mode & 0o777 == 0o755
    assert (tmp_path / "course" / "index.html").stat().st_mode & 0o777 == 0o644
