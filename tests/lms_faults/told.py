"""What the page says of where the work is, as one of the kinds that the run-time knows."""

import json
import re
from pathlib import Path

from playwright.sync_api import expect

from tests.lms_faults.learner import PATIENCE, Course

STRINGS = Path(__file__).parents[2] / "templates" / "strings" / "en.json"

IN_LMS = ("lms", "lms-memory", "lms-unscored")
"""Kinds that say: the LMS has all of the work that it is to have."""

ON_DEVICE = ("lms", "lms-unscored", "lms-partly", "failed", "offline", "ended", "gone", "no-lms", "device")
"""Kinds that say, or take for granted, that all of it is on this device."""


def sentences() -> dict[str, str]:
    """The sentence of each kind."""
    strings = json.loads(STRINGS.read_text(encoding="utf-8"))
    save = {key.removeprefix("save."): words for key, words in strings.items() if key.startswith("save.")}
    return {kind: words for kind, words in save.items() if kind not in ("retry", "since", "no-script")}


def pattern_of(kind: str) -> re.Pattern[str]:
    """What the line looks like when it says this."""
    words = re.escape(sentences()[kind]).replace(r"\{time\}", r"\d\d:\d\d")
    return re.compile(rf"^{words}( Last saved on your learning site at \d\d:\d\d\.)?$")


def hear(course: Course, kind: str) -> None:
    """Wait until the line says what it should."""
    expect(course.locator("[data-save-status]")).to_have_text(pattern_of(kind), timeout=PATIENCE)


def told(course: Course) -> str:
    """Which kind the line says."""
    line = course.locator("[data-save-status]").inner_text()
    return next((kind for kind in sentences() if pattern_of(kind).match(line)), line)
