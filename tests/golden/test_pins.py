"""What learners' work hangs on is today as it was in every version that they may have begun with."""

import json
import subprocess
import sys
from dataclasses import replace
from functools import cache
from pathlib import Path

import pytest
from playwright.sync_api import Browser

from tests.golden.life import enrol, kept_by_device, look, pins_of_device, pins_of_record, play, visitor
from tests.golden.page import pins_of_manifest, pins_of_page
from tests.golden.pins import LOSS, Pin, losses, read_pins
from tests.golden.versions import EDITIONS, ROOT, Version, sums, versions
from tests.lms.host import Lms

VERSIONS = versions()


@cache
def pinned(version: Version, file: str = "pins.json") -> tuple[Pin, ...]:
    """The rows of a version."""
    return tuple(read_pins(version.folder / file))


IN_PAGE = (
    "course id",
    "module",
    "question",
    "reflection",
    "option",
    "step",
    "row",
    "partner",
    "fingerprint",
    "film",
    "form question",
    "anchor",
)
IN_RECORD = ("state key", "stored answer", "interaction id", "interaction type", "objective id")


@pytest.mark.parametrize("version", VERSIONS, ids=str)
def test_ids_and_fingerprints_are_as_they_were(version: Version, golden: Path, first: Path) -> None:
    """Of modules, questions, options, films and anchors, in the golden course and in the first course."""
    for folder, file in ((golden, "pins.json"), (first, "first-course.json")):
        before = [pin for pin in pinned(version, file) if pin.what in IN_PAGE]
        (package,) = folder.glob("*-web.zip")
        assert (told := losses(before, pins_of_page(package))) == [], "\n".join(["", *told])


@pytest.mark.parametrize("version", VERSIONS, ids=str)
def test_an_lms_takes_the_package_for_the_same_course(version: Version, golden: Path, first: Path) -> None:
    """Every identifier of the manifests."""
    for folder, file in ((golden, "pins.json"), (first, "first-course.json")):
        before = [pin for pin in pinned(version, file) if pin.what == "manifest identifier"]
        now = [pin for edition in EDITIONS for pin in pins_of_manifest(next(folder.glob(f"*-{edition}.zip")))]
        assert before and (told := losses(before, now)) == [], "\n".join(["", *told])


@pytest.mark.browser
@pytest.mark.both_editions
@pytest.mark.parametrize("edition", EDITIONS)
def test_what_is_sent_and_stored_has_the_same_names(edition: str, lms: Lms, browser: Browser, golden: Path) -> None:
    """Interactions, objectives, keys in the suspended state, keys on the device: of the course played today."""
    context = visitor(browser)
    enrolment = enrol(lms, golden / f"golden-1.0.0-{edition}.zip")
    launch = enrolment.launch(context)
    play(launch.course)
    kept, seen = kept_by_device(launch.course), look(launch.course)
    launch.close()
    context.close()
    now = pins_of_record(enrolment, seen) + pins_of_device(kept, edition)
    for version in VERSIONS:
        before = [pin for pin in pinned(version) if pin.what in (*IN_RECORD, "storage key") and pin.where == edition]
        assert before and (told := losses(before, now)) == [], "\n".join(["", *told])


@pytest.mark.parametrize("version", VERSIONS, ids=str)
def test_the_golden_files_are_as_they_were_released(version: Version) -> None:
    """Nobody has made a failing test pass by writing down another value."""
    released = json.loads((version.folder / "sums.json").read_text(encoding="utf-8"))
    assert sums(version.folder) == released, "a golden file was changed: put back what was released"


def test_a_version_is_never_written_over() -> None:
    """Whoever records a version that is here already gets a refusal, and nothing is written."""
    command = [sys.executable, "-m", "tests.golden.record", str(VERSIONS[-1])]
    done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=False)
    assert done.returncode == 1 and "never changes" in done.stderr


def test_every_kind_of_value_is_pinned() -> None:
    """What the first version pins covers all that may be lost."""
    assert VERSIONS and {pin.what for pin in pinned(VERSIONS[0])} == set(LOSS)


@pytest.mark.parametrize("what", LOSS)
def test_a_change_says_whose_work_would_be_lost(what: str) -> None:
    """The sentence names the thing, both values and the loss; a value that is gone is reported too, a new one is not."""
    before = [Pin(what, "What helps?", "Trust", "old-value"), Pin(what, "", "Time", "time")]
    (told,) = losses(before, [replace(before[0], value="new-value"), before[1], Pin(what, "", "New", "new")])
    assert told == f"The {before[0]} changed from 'old-value' to 'new-value': {LOSS[what]}"
    assert what in told and '"Trust"' in told and "What helps?" in told
    (told,) = losses(before, before[1:])
    assert told == f"The {before[0]} was 'old-value' and is gone: {LOSS[what]}"
    assert losses(before, before) == []


def test_the_sentence_reads_well() -> None:
    """As it is shown to whoever changed the ids of options."""
    before = Pin("option", "What helps?", "Trust", "trust")
    assert losses([before], [replace(before, value="trus")]) == [
        "The id of the option \"Trust\" of the question \"What helps?\" changed from 'trust' to 'trus': "
        "learners who chose it before an upgrade would lose their answer."
    ]
