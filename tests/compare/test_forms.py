"""A package is read alike in each form that it was ever written in; what is no such form is refused in a sentence."""

import json
import zipfile
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from builder.compare import compare
from builder.compare.packages.data_file import read_data
from builder.compare.packages.earlier.page import read_page
from builder.compare.packages.finished import Finished, Package
from builder.compare.packages.opening import open_package
from builder.errors import UnreadableSource
from builder.kinds import KINDS
from builder.read import read_course
from builder.render.comparison import comparison_data, comparison_json

EARLIER = Path(__file__).parent / "earlier"
PACKAGE = Package("course.zip", "scorm12", "index.html", ())


def earlier() -> Finished:
    """`page.html`: the sections of a page as they were before there was a `satchel.json`. The file never changes."""
    read = read_page((EARLIER / "page.html").read_bytes(), PACKAGE)
    assert read is not None
    return read


def today() -> Finished:
    """The same course as a package holds it now, but for the fingerprints of words, which earlier packages have not."""
    course, report = read_course(EARLIER, KINDS)
    assert report.diagnostics == ()
    read = read_data(comparison_json(course).encode(), PACKAGE)
    assert read is not None and read.keeps_wordings
    questions = (
        replace(one, options=tuple(replace(option, wording=0) for option in one.options)) for one in read.questions
    )
    return replace(read, keeps_wordings=False, questions=tuple(questions))


def test_a_course_is_the_same_in_both_forms() -> None:
    """Links that say they open a new tab, pictures, gaps, a question without a prompt: no word of Satchel's is compared."""
    before, now = earlier(), today()
    shuffled = ("order", "match", "sort")
    assert [one.kind for one in before.questions] == [one.kind for one in now.questions]
    for old, new in zip(before.questions, now.questions, strict=True):
        if old.kind in shuffled:
            old, new = (replace(one, options=tuple(sorted(one.options, key=lambda o: o.id))) for one in (old, new))
        # What reports name by a place is known of more kinds than it was.
        assert old == replace(
            new,
            passages=(),
            beside=(),
            units=None,
            several=None,
            look="",
            facts=replace(new.facts, lettered=old.facts.lettered, placed=False),
        )
    # The earlier form knows neither the sentences round the questions nor which files a module shows.
    modules = tuple(
        replace(module, passages=None, parts=None, files=(), makeup=None, order=()) for module in now.modules
    )
    plain = replace(now, questions=(), terms=None, about=None, satchel="", modules=modules, keeps_files=False)
    assert replace(before, questions=()) == plain
    assert compare(before, now).changes == () == compare(now, before).changes


def test_a_change_is_found_across_the_forms() -> None:
    """The earlier form is read, not passed over."""
    before, now = earlier(), today()
    number = next(one for one in now.questions if one.kind == "number")
    assert number.right == ("10 to 14",)
    others = tuple(replace(one, right=("9 to 15",)) if one is number else one for one in now.questions)
    (change,) = compare(before, replace(now, questions=others)).changes
    assert (change.kind, change.what) == ("right-answer", "Something else is right: “9 to 15”. Before: “10 to 14”.")


def damaged(change: str) -> bytes:
    """`satchel.json` with something in it that it never holds."""
    data: dict[str, Any] = json.loads(comparison_json(read_course(EARLIER, KINDS)[0]))
    match change:
        case "later":
            data["form"] = 2
        case "no id":
            del data["id"]
        case "number for words":
            data["modules"][0]["questions"][0]["title"] = 1
        case "list":
            return b"[]"
        case "deep":
            return b"[" * 100_000
        case "empty":
            return b""
    return json.dumps(data).encode()


@pytest.mark.parametrize("change", ["later", "no id", "number for words", "list", "deep", "empty"])
def test_a_file_that_cannot_be_read_is_told_in_a_sentence(change: str, tmp_path: Path) -> None:
    """Changed by hand, cut off, or of a later Satchel: the page is not guessed from in its place."""
    with zipfile.ZipFile(tmp_path / "course.zip", "w") as archive:
        archive.writestr("satchel.json", damaged(change))
        archive.write(EARLIER / "page.html", "index.html")
    with pytest.raises(UnreadableSource, match="was changed, or comes from a later Satchel"):
        open_package(tmp_path / "course.zip")


def test_the_file_tells_what_later_versions_will_ask_for() -> None:
    """How much a question counts, how often it may be checked, the fingerprint of its right answer, who keeps words."""
    course, _ = read_course(EARLIER, KINDS)
    (module,) = comparison_data(replace(course, attempts=3))["modules"]  # type: ignore[misc]
    choice, *_, reflection = module["questions"]  # type: ignore[index]
    assert (choice["weight"], choice["attempts"], choice["basis"]) == (1, 3, 4522)
    assert reflection["privacy"] == "report" and "basis" not in reflection
