"""Packages that were made to do harm, held against a sound one: `satchel compare` says so in a sentence, and never “safe”."""

import json
import stat
import zipfile
from collections.abc import Callable
from contextlib import nullcontext
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from builder.cli import main
from builder.pipeline import build
from tests.rules.corpus import BASE

Entry = tuple[zipfile.ZipInfo, bytes]
Entries = list[Entry]


@pytest.fixture(scope="module")
def sound(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A package of the smallest course."""
    outcome = build(BASE, tmp_path_factory.mktemp("sound"), ["scorm12"])
    return outcome.packages[0].path


def entry(name: str, content: bytes = b"x") -> Entry:
    """A file of a zip, under any name."""
    made = zipfile.ZipInfo(name)
    made.filename = name  # ZipInfo would turn backslashes on Windows
    return made, content


def link(name: str, target: bytes) -> Entry:
    """A symbolic link of Unix."""
    made, content = entry(name, target)
    made.create_system, made.external_attr = 3, (stat.S_IFLNK | 0o777) << 16
    return made, content


def bomb(name: str) -> Entry:
    """A hundred megabytes of nothing."""
    made, _ = entry(name)
    made.compress_type = zipfile.ZIP_DEFLATED
    return made, bytes(100_000_000)


def packed(sound: Path, folder: Path, change: Callable[[Entries], Entries]) -> Path:
    """The sound package with its entries changed."""
    with zipfile.ZipFile(sound) as old:
        entries = [(info, old.read(info)) for info in old.infolist()]
    path = folder / "changed.zip"
    with zipfile.ZipFile(path, "w") as new:
        for info, content in change(entries):
            new.writestr(info, content)
    return path


def without(name: str) -> Callable[[Entries], Entries]:
    return lambda entries: [one for one in entries if one[0].filename != name]


def replaced(name: str, content: bytes) -> Callable[[Entries], Entries]:
    return lambda entries: [(info, content if info.filename == name else old) for info, old in entries]


def added(*more: Entry) -> Callable[[Entries], Entries]:
    return lambda entries: [*entries, *more]


def deep(entries: Entries) -> Entries:
    """Settings in the page that are nested 100,000 deep, in a package without `satchel.json`."""
    nested = b'{"id":"a","completion":{},"x":' + b"[" * 100_000 + b"]" * 100_000 + b"}"
    page = b'<!doctype html><script type="application/json" id="satchel-course">' + nested + b"</script>"
    return replaced("index.html", page)(without("satchel.json")(entries))


def says(course: object) -> Callable[[Entries], Entries]:
    return replaced("satchel.json", json.dumps(course).encode() if not isinstance(course, bytes) else course)


def compare(old: Path, new: Path) -> Result:
    """As it is typed."""
    return CliRunner().invoke(main, ["compare", str(old), str(new)])


NOT_TO_BE_JUDGED: dict[str, tuple[Callable[[Entries], Entries], str]] = {
    "a name that leads out": (added(entry("../../evil.html")), "PKG-003"),
    "a name that leads out on Windows": (added(entry("..\\..\\evil.html")), "PKG-003"),
    "an absolute name": (added(entry("/etc/cron.d/evil")), "PKG-003"),
    "a name with a drive": (added(entry("C:/evil.html")), "PKG-003"),
    "an entry twice": (added(entry("index.html")), "PKG-007"),
    "a name in other capitals": (added(entry("Index.HTML")), "PKG-008"),
    "a symbolic link": (added(link("secret.txt", b"/etc/passwd")), "PKG-004"),
    "a bomb": (added(bomb("zeros.txt")), "PKG-014"),
}
NOT_TO_BE_READ: dict[str, tuple[Callable[[Entries], Entries], str]] = {
    "settings nested 100,000 deep": (deep, "not the page of a course"),
    "a comparison file nested 100,000 deep": (says(b"[" * 100_000 + b"]" * 100_000), "was changed"),
    "a comparison file without anything": (says({"form": 1}), "was changed"),
    "numbers that are none": (says(b'{"form": 1, "kinds": {}, "completion": {"passMark": 1e999}}'), "was changed"),
    "a manifest nested deeply": (replaced("imsmanifest.xml", b"<a>" * 100_000), "not well-formed"),
    "entities in the manifest": (
        replaced(
            "imsmanifest.xml", b"<!DOCTYPE manifest [<!ENTITY a SYSTEM 'file:///etc/passwd'>]><manifest>&a;</manifest>"
        ),
        "cannot read",
    ),
    "no page": (
        lambda entries: without("index.html")(without("satchel.json")(entries)),
        "there is no index.html in it",
    ),
}
NOT_TO_REPLACE: dict[str, tuple[Callable[[Entries], Entries], str]] = {
    "no manifest": (without("imsmanifest.xml"), "MAN-001"),
    "a page that lost its policy": (replaced("index.html", b"<!doctype html><title>A</title><p>A"), "WEB-006"),
    "a script of somebody else": (added(entry("evil.html", b"<script>alert(1)</script>")), "WEB-00"),
    "a program": (added(entry("setup.exe")), "PKG-012"),
    "no script": (without("satchel.js"), "satchel.js"),
}


@pytest.mark.parametrize("name", NOT_TO_BE_JUDGED)
def test_a_zip_that_programs_read_differently_is_not_judged(sound: Path, tmp_path: Path, name: str) -> None:
    """Neither as the old package nor as the new one: nobody can say what learners have."""
    change, rule = NOT_TO_BE_JUDGED[name]
    with pytest.warns(UserWarning) if rule == "PKG-007" else nullcontext():
        changed = packed(sound, tmp_path, change)
    for pair in ((sound, changed), (changed, sound)):
        result = compare(*pair)
        assert result.exit_code == 2 and rule in result.output and "changed.zip cannot be compared" in result.output
        assert "safe" not in result.output.lower()


@pytest.mark.parametrize("name", NOT_TO_BE_READ)
def test_a_course_that_cannot_be_read_is_a_sentence(sound: Path, tmp_path: Path, name: str) -> None:
    """No traceback, however it was made."""
    change, words = NOT_TO_BE_READ[name]
    changed = packed(sound, tmp_path, change)
    for pair in ((sound, changed), (changed, sound)):
        result = compare(*pair)
        assert result.exit_code == 2 and words in result.output, (result.output, result.exception)
        assert len(result.output) < 600


@pytest.mark.parametrize("name", NOT_TO_REPLACE)
def test_a_package_that_a_build_would_not_have_written_replaces_none(sound: Path, tmp_path: Path, name: str) -> None:
    """The new package is verified as a build verifies its own; the old one may be what it is."""
    change, words = NOT_TO_REPLACE[name]
    result = compare(sound, packed(sound, tmp_path, change))
    assert result.exit_code == 2 and "must not take the place of another package" in result.output, result.output
    assert words in result.output and "safe" not in result.output.lower()


@pytest.mark.slow
def test_70_000_files_are_too_many(sound: Path, tmp_path: Path) -> None:
    """Many LMSs cannot open the form of zip that they need."""
    changed = packed(sound, tmp_path, added(*(entry(f"files/{number}.txt", b"") for number in range(70_000))))
    result = compare(sound, changed)
    assert result.exit_code == 2 and "PKG-016 there are 70,0" in result.output


def test_names_in_a_package_do_not_reach_the_terminal(sound: Path, tmp_path: Path) -> None:
    """Nor do a title or a version."""
    with zipfile.ZipFile(sound) as zip_file:
        course = json.loads(zip_file.read("satchel.json"))
    course["title"], course["version"] = "\x1b]0;owned\x07", "\x9b2J\u202e"
    titled = compare(sound, packed(sound, tmp_path, says(course)))
    named = compare(sound, packed(sound, tmp_path, added(entry("\x1b[2J\u202e/../x"))))
    for result in (titled, named):
        assert not set("\x1b\x07\x9b\u202e") & set(result.output), result.output
