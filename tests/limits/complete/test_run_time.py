"""Every number and every list of words that the run-time has is held from both sides, or has a reason why it need not be."""

import re
from collections.abc import Iterator

from tests.conftest import ROOT

RUNTIME = ROOT / "templates" / "runtime"
TESTS = ROOT / "tests" / "runtime" / "limits"
CONSTANT = re.compile(r"^(?:export )?const ([A-Z][A-Z0-9_]*) = ([^;]*);", re.MULTILINE)
STRING = re.compile(r'"[^"\n]*"|\'[^\'\n]*\'|`[^`]*`')
FEWEST_WORDS = 3
"""Words of a list."""

ELSEWHERE = {
    "errors.REACTIONS": "tests/runtime/data-model/errors.test.mjs",
    "errors.PERHAPS_INITIALISED": "tests/runtime/data-model/errors.test.mjs",
    "errors.NOT_IMPLEMENTED": "tests/runtime/data-model/errors.test.mjs",
    "objectives.MOST": "tests/runtime/data-model/elements.test.mjs",
    "suspend-data.FEW": "tests/runtime/parts/small-parts.test.mjs",
    "interactions.MOST": "tests/runtime/data-model/elements.test.mjs, the 250th question",
    "save-status.UNSURE": "tests/page/parts/save-status.test.mjs",
    "save-status.NEWS": "tests/page/parts/save-status.test.mjs",
    "save-status.RETRY": "tests/page/parts/save-status.test.mjs",
    "download.AWHILE": "tests/page/parts/places.test.mjs, within a second",
    "save-loop.ALL": "more than any state has",
    "save-loop.BUDGET": "how long one save holds up the page; tests/runtime/saving/slow-lms.test.mjs",
    "save-loop.PAUSE": "looked at twice a second; tests/runtime/saving/slow-lms.test.mjs",
    "save-loop.NO_PAUSE": "looked at twice a second; tests/runtime/saving/slow-lms.test.mjs",
    "ownership.LAST_WORDS": "how long a window that has lost its turn waits; tests/runtime/never-lost.test.mjs",
    "journal-text.FORMAT": "tests/runtime/state/journal.test.mjs",
    "reading.BITS": "tests/runtime/state/reading.test.mjs",
    "ladder.STEPS": "tests/runtime/state/state.test.mjs",
    "ladder.MISSED": "tests/runtime/state/state.test.mjs",
    "salvage.SUM": "tests/runtime/state/first-save.test.mjs",
    "snapshot.ITEM_STATES": "tests/runtime/state/state.test.mjs",
    "fold.AS": "tests/page/reading/search.test.mjs",
    "basis.BASES": "tests/runtime/question/basis.test.mjs",
    **dict.fromkeys(
        ("prose.ORDERS", "prose.SLOTS", "prose.SETTLED", "prose.RATE"),
        "how words are packed, the same for ever; tests/runtime/state/prose.test.mjs",
    ),
    **dict.fromkeys(
        ("zip.LOCAL", "zip.CENTRAL", "zip.END", "zip.VERSION", "zip.DAY"),
        "the form of a ZIP file; tests/runtime/record.test.mjs",
    ),
    **dict.fromkeys(
        ("docx-styles.PARAGRAPHS", "docx-styles.RULES", "docx.TEXT", "docx.COLUMN"),
        "the look of the Word document; tests/record/test_look.py",
    ),
    "response-12.FORMS": "one row for each type of interaction; tests/runtime/lms.test.mjs",
    "response-2004.FORMS": "one row for each type of interaction; tests/runtime/lms.test.mjs",
    "standing.COMPLETION": "each word is a value of the state; tests/runtime/state/state.test.mjs",
    "standing.SUCCESS": "each word is a value of the state; tests/runtime/state/state.test.mjs",
    "undecided.ORDER": "what is asked first; tests/runtime/saving/damaged.test.mjs",
    "outcomes.RESULTS": "tests/page/scenes",
    "overview.DEEDS": "tests/page/scenes",
    "save-kind.IN_LMS": "tests/runtime/session.test.mjs",
}
"""Constants without a pair, and where they are held or why they need not be."""


def limits() -> Iterator[str]:
    """Constants of a script whose value has a number or several words in it, other than in a pattern: `file.NAME`."""
    for file in sorted(RUNTIME.rglob("*.js")):
        for name, value in CONSTANT.findall(file.read_text(encoding="utf-8")):
            bare = STRING.sub("", re.sub(r"(?<![\w)])/(?![/*]).+/[a-z]*", "", value))
            words = [word for word in STRING.findall(value) if not word.startswith("`")]
            if re.search(r"(?<![\w.])\d", bare) or len(words) >= FEWEST_WORDS:
                yield f"{file.stem}.{name}"


def held() -> set[str]:
    """Those that limits.test.mjs and word-lists.test.mjs name in the titles of their tests."""
    titles = [
        title
        for name in ("limits.test.mjs", "word-lists.test.mjs")
        for title in re.findall(r'^test\("([\w-]+(?: [A-Z][A-Z0-9_]*)+):', (TESTS / name).read_text("utf-8"), re.M)
    ]
    return {f"{file}.{name}" for title in titles for file, *names in [title.split()] for name in names}


def test_every_limit_of_the_run_time_is_held() -> None:
    """A new one needs a test of both sides, with its name in the title."""
    found = set(limits())
    assert sorted(found - held() - set(ELSEWHERE)) == []
    assert len(found) > 50


def test_what_is_held_is_there() -> None:
    """A constant that was renamed takes its test along, and a test that is named is there."""
    assert sorted((held() | set(ELSEWHERE)) - set(limits())) == []
    assert sorted(held() & set(ELSEWHERE)) == []
    named = {path for reason in ELSEWHERE.values() for path in re.findall(r"tests/[\w./-]+", reason)}
    assert [path for path in sorted(named) if not (ROOT / path).exists()] == []
