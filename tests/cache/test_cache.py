"""What is kept of a course for the next build: packages and findings are the same with it and without."""

import os
import pickle
import random
import stat
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from builder import pipeline
from builder.cache import course as kept_course
from builder.cache import key, open_cache
from builder.cache.values import decoded, encoded
from builder.kinds import KINDS
from builder.model.course import Module
from builder.pipeline import Outcome, build, check
from builder.read import course as reading
from builder.read import read_course
from builder.remembered import Remembered
from tests.conftest import ROOT
from tests.terminal import on_a_terminal
from tests.unit.read.test_memory import edit, edit_gently, write


@pytest.fixture(autouse=True)
def place(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The folder for what is kept; also of courses with few modules."""
    monkeypatch.setattr(pipeline, "FEWEST", 1)
    monkeypatch.setenv("SATCHEL_CACHE", str(tmp_path / "kept"))
    return tmp_path / "kept"


@pytest.fixture
def opened(monkeypatch: pytest.MonkeyPatch) -> Iterator[list[str]]:
    """The ids of the modules that are read from their words."""
    ids: list[str] = []
    read = reading.read_module

    def noted(opening: Any, *rest: Any) -> Any:
        ids.append(opening.id)
        return read(opening, *rest)

    monkeypatch.setattr(reading, "read_module", noted)
    yield ids


def built(course: Path, out: Path, remember: bool = True) -> tuple[object, dict[str, bytes]]:
    """The findings, and all that was written."""
    outcome = build(course, out, ("scorm12", "web"), remember=remember)
    files = {path.relative_to(out).as_posix(): path.read_bytes() for path in sorted(out.rglob("*")) if path.is_file()}
    return _told(outcome), files


def _told(outcome: Outcome) -> object:
    return outcome.report, outcome.course, outcome.inventories, outcome.room


@pytest.mark.parametrize("seed", [*range(4), *(pytest.param(seed, marks=pytest.mark.slow) for seed in range(4, 40))])
def test_after_any_edits_packages_and_findings_are_those_of_a_first_build(seed: int, tmp_path: Path) -> None:
    """Eight edits one after the other: findings with their lines, and each byte that is written."""
    gently = seed % 2 == 0
    course, change, dice = write(tmp_path, gently), edit_gently if gently else edit, random.Random(seed)
    built(course, tmp_path / "out")
    for number in range(1, 9):
        change(course, dice, number)
        assert built(course, tmp_path / "out") == built(course, tmp_path / "first", remember=False)
        assert _told(check(course, remember=True)) == _told(check(course))


def test_a_module_that_has_not_changed_is_not_read_again(tmp_path: Path, opened: list[str]) -> None:
    """By the next command, which is another process. A module with a fragment is read in any case."""
    course = write(tmp_path, sound=True)
    page = course / "04-four.md"
    for change, read in (
        (lambda: None, {"one", "two", "three", "four"}),
        (lambda: None, {"two", "three"}),
        (lambda: page.write_text(page.read_text() + "\nMore.\n"), {"two", "three", "four"}),
        (lambda: os.utime(page), {"two", "three"}),
        (lambda: (course / "_help.md").write_text("Ring.\n"), {"one", "two", "three", "four"}),
    ):
        change()
        opened.clear()
        built(course, tmp_path / "out")
        assert set(opened) == read


def test_a_module_that_links_to_a_heading_is_not_looked_at_again(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Its link leads to the heading once all modules are read; it is another module then, and that is kept too."""
    course = write(tmp_path, sound=True)
    (course / "04-four.md").write_text("---\ntitle: Four\n---\nSee [it](02-two.md#second-words).\n")
    (course / "02-two.md").write_text("---\ntitle: Two\n---\n## Second words {#second}\n\nWords.\n")
    built(course, tmp_path / "out")
    assert "#second" in (tmp_path / "out").joinpath("memory-1.0.0-web", "index.html").read_text()
    made: list[object] = []
    remember = Remembered.get

    def noted(kept: Remembered, what: str, thing: object, values: Any, make: Any) -> Any:
        return remember(kept, what, thing, values, lambda: made.append(what) or make())

    monkeypatch.setattr(Remembered, "get", noted)
    (course / "01-one.md").write_text("---\ntitle: One\n---\nOther words.\n")
    built(course, tmp_path / "out")
    assert "led" not in made and made.count("prose") == 3  # one, three with its fragment, and the glossary


def test_what_a_check_found_is_there_for_a_build(tmp_path: Path, opened: list[str]) -> None:
    """And the other way round."""
    course = write(tmp_path, sound=True)
    check(course, remember=True)
    opened.clear()
    built(course, tmp_path / "out")
    assert set(opened) == {"two", "three"}


def test_what_was_changed_cut_off_or_left_by_another_version_is_made_again(
    tmp_path: Path, place: Path, opened: list[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    """Any byte of the file, any length of it, and another program."""
    course, dice = write(tmp_path, sound=True), random.Random(5)
    first = built(course, tmp_path / "out")
    (file,) = place.glob("*.cache")
    whole = file.read_bytes()
    places = [0, len(whole) - 1, len(whole) - 60, *(dice.randrange(len(whole)) for _ in range(12))]
    damaged = [whole[:at] + bytes([whole[at] ^ 0x40]) + whole[at + 1 :] for at in places]
    for data in (*damaged, *(whole[:at] for at in places), b""):
        file.write_bytes(data)
        assert built(course, tmp_path / "out") == first
        assert file.read_bytes() == whole
    monkeypatch.setattr(key, "_program", lambda: "another")
    opened.clear()
    assert built(course, tmp_path / "out") == first
    assert "one" in opened


def test_a_build_that_was_killed_leaves_the_old_file(
    tmp_path: Path, place: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """It is written beside its place, and moved there when it is whole."""
    course = write(tmp_path, sound=True)
    built(course, tmp_path / "out")
    (course / "04-four.md").write_text("---\ntitle: Four\n---\nOther words.\n")
    (file,) = place.glob("*.cache")
    before = file.read_bytes()
    with monkeypatch.context() as patch:
        patch.setattr(kept_course, "encoded", _killed)
        with pytest.raises(KeyboardInterrupt):
            built(course, tmp_path / "out")
    assert [path.read_bytes() for path in place.iterdir()] == [before]
    assert built(course, tmp_path / "out") == built(course, tmp_path / "first", remember=False)


def _killed(value: object) -> bytes:
    raise KeyboardInterrupt


def test_nothing_is_kept_of_a_course_that_changes_meanwhile(
    tmp_path: Path, place: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A fragment that is saved while its modules are read."""
    course, read = write(tmp_path, sound=True), reading.read_module

    def saved_meanwhile(*given: Any) -> Any:
        (course / "_help.md").write_text("Ring the night desk.\n")
        return read(*given)

    monkeypatch.setattr(reading, "read_module", saved_meanwhile)
    built(course, tmp_path / "out")
    assert not list(place.glob("*"))


def test_a_course_that_nobody_builds_is_forgotten(tmp_path: Path, place: Path) -> None:
    """After two months; what is built in time stays."""
    course = write(tmp_path, sound=True)
    built(course, tmp_path / "out")
    (kept,) = place.glob("*.cache")
    for name, days in (("old.cache", 61), ("new.cache", 59)):
        (place / name).write_bytes(b"")
        age = kept.stat().st_mtime - days * 24 * 3600
        os.utime(place / name, (age, age))
    built(course, tmp_path / "out")
    assert {path.name for path in place.glob("*")} == {kept.name, "new.cache"}


@pytest.mark.skipif(os.name != "posix", reason="elsewhere the system closes the folder of a user to others")
def test_a_folder_or_file_that_others_may_write_into_is_not_used(
    tmp_path: Path, place: Path, opened: list[str]
) -> None:
    """Whoever writes there decides what learners read."""
    course = write(tmp_path, sound=True)
    built(course, tmp_path / "out")
    assert stat.S_IMODE(place.stat().st_mode) == 0o700
    (file,) = place.glob("*.cache")
    for path in (file, place):
        mode = stat.S_IMODE(path.stat().st_mode)
        for open_to in (0o020, 0o002):
            path.chmod(mode | open_to)
            opened.clear()
            built(course, tmp_path / "out")
            assert "one" in opened
            (file if path == file else place).chmod(mode)
    aside = tmp_path / "aside"
    place.rename(aside)
    place.symlink_to(aside)
    assert open_cache(course, None) is None


class _Calls:
    """Something that a pickle would call."""

    def __init__(self, call: Any, *given: object) -> None:
        self.call, self.given = call, given

    def __reduce__(self) -> tuple[Any, ...]:
        return self.call, self.given


def test_what_is_read_back_calls_nothing(tmp_path: Path) -> None:
    """Neither Python's functions nor our own; only values are made."""
    for call, given in (
        (os.mkdir, tmp_path / "made"),
        (eval, "1"),
        (getattr, "a"),
        (build, tmp_path),
        (KINDS[0].read, 1),
    ):
        with pytest.raises(pickle.UnpicklingError):
            decoded(pickle.dumps(_Calls(call, given)))
    assert not (tmp_path / "made").exists()


def test_every_kind_of_block_can_be_kept() -> None:
    """The course of all kinds: each module is the same when it is read back."""
    course, _ = read_course(ROOT / "course", KINDS)
    for module in course.modules:
        again = decoded(encoded(module))
        assert isinstance(again, Module) and again == module
        assert [item.kind for item in again.items] == [item.kind for item in module.items]


def test_out_in_the_course_keeps_nothing(tmp_path: Path, place: Path) -> None:
    """What is written there would change the course."""
    course = write(tmp_path, sound=True)
    built(course, course / "dist")
    assert not list(place.glob("*"))


@pytest.mark.slow
def test_a_command_keeps_unless_it_is_told_not_to(tmp_path: Path, place: Path) -> None:
    """`build` and `check`, from twenty modules on, in a process of its own."""
    course, out, first = write(tmp_path, sound=True), tmp_path / "out", tmp_path / "first"
    for number in range(5, 24):
        (course / f"{number:02d}-more.md").write_text(f"---\ntitle: More {number}\n---\nWords of {number}.\n")
    assert len(list(course.glob("0*.md")) + list(course.glob("[12]*.md"))) == 23
    for path in sorted(course.glob("2*.md")):
        path.unlink()
    on_a_terminal("check", course)
    assert not place.exists()
    (course / "20-more.md").write_text("---\ntitle: The last\n---\nWords of the last.\n")
    on_a_terminal("check", course, "--no-cache")
    on_a_terminal("build", course, "--out", first, "--no-cache")
    assert not place.exists()
    on_a_terminal("check", course)
    for _ in range(2):
        on_a_terminal("build", course, "--out", out)
        assert len(list(place.glob("*.cache"))) == 1
    written = [path.relative_to(first) for path in first.rglob("*") if path.is_file()]
    assert written
    assert all((first / path).read_bytes() == (out / path).read_bytes() for path in written)
