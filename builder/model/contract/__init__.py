"""What the builder and the run-time must both know: the values of `contract.json`, which both read.

Learners' work hangs on most of them: what was saved under one value cannot be read under another. The run-time reads the
same file in `templates/runtime/contract.js`; templates of pages find it as `contract`. This is all that the model reads.
"""

import json
from pathlib import Path
from typing import Any, Final

CONTRACT: Final[dict[str, Any]] = json.loads(Path(__file__).with_name("contract.json").read_text(encoding="utf-8"))

EDITIONS: Final[dict[str, str]] = {edition: about["name"] for edition, about in CONTRACT["editions"].items()}
"""Destination that is an LMS -> its edition of SCORM as people call it."""

STATE_LIMITS: Final[dict[str, int]] = {edition: about["stateLimit"] for edition, about in CONTRACT["editions"].items()}
"""Characters of suspend data that every LMS must hold (SCORM 1.2 RTE 3.4.4, SCORM 2004 4th Edition RTE 4.2.24)."""

COMPLETION_RULES: Final[tuple[str, ...]] = tuple(CONTRACT["completionRules"])
"""When a course counts as done."""

COMPLETION_EXTRAS: Final[tuple[str, ...]] = tuple(CONTRACT["completionExtras"])
"""What completion may ask for beside: each module read to its end, each film watched."""

PRIVACIES: Final[tuple[str, ...]] = tuple(CONTRACT["privacies"])
"""Who keeps a learner's words: the device alone; the LMS too, to go on elsewhere; the LMS, for tutors to read."""

SHUFFLES: Final[tuple[str, ...]] = tuple(CONTRACT["shuffles"])
"""Which options of a choice each learner meets in an order of her own."""

READING: Final[dict[str, list[str]]] = CONTRACT["reading"]
"""How a learner may have the page look: the choices of each list, as the author left it first. Saved states number them:
a new choice goes to the end of its list, a new list to the end of all, and no list has more than eight."""

PLACEHOLDER: Final[str] = CONTRACT["placeholder"]
"""Pattern of a place in the page's words where a value goes, such as `{count}`: group 1 is its name."""

LONGEST_ID: Final[int] = CONTRACT["longest"]["id"]
"""Characters of an id, so that Moodle takes it as that of an interaction and every file system as a name."""

LONGEST_GAP: Final[int] = CONTRACT["longest"]["gap"]
"""Characters: what a gap's field takes, and what the learner's saved state holds of it."""

LONGEST_NUMBER: Final[int] = CONTRACT["longest"]["number"]
"""Characters that the field of a number takes."""

STATE_SCHEMA: Final[int] = max(CONTRACT["state"]["schemas"].values())
"""The newest form of the saved state that the run-time reads (`state/suspend-data/codec.js`); `satchel compare` looks at it."""

LARGEST_SEED: Final[int] = CONTRACT["state"]["largestSeed"]
"""What a learner's own order is made from is 1 to this; 0 when it is not known."""

MOST_ATTEMPTS: Final[int] = CONTRACT["state"]["mostAttempts"]
"""How often an answer was checked is counted up to this in the saved state."""

MOST_NUMBERED_ATTEMPTS: Final[int] = CONTRACT["state"]["mostNumberedAttempts"]
"""The same where a learner's attempts are numbered."""

FIRST_BASIS: Final[int] = CONTRACT["basis"]["first"]
"""The smallest fingerprint of a right answer. Those below it have meanings of their own in the saved state."""

LAST_BASIS: Final[int] = CONTRACT["basis"]["last"]
"""The largest one: more would take a third byte in the saved state."""

PAGE: Final[str] = CONTRACT["files"]["page"]
"""The one document of a course."""

STYLES: Final[str] = CONTRACT["files"]["styles"]
"""Its style sheet; the run-time asks for it to see whether the server answers."""

SCRIPT: Final[str] = CONTRACT["files"]["script"]
"""Its script: the one file that differs from destination to destination."""

RECORD_SCRIPT: Final[str] = CONTRACT["files"]["recordScript"]
"""The script of the record of learning; the page loads it when it is ready."""

COMPARISON: Final[str] = CONTRACT["files"]["comparison"]
"""What `satchel compare` reads; no learner loads it."""

FILES: Final[frozenset[str]] = frozenset(CONTRACT["files"].values())
"""Names at the root of a package that are the builder's own, beside those of SCORM."""

POLICY: Final[str] = CONTRACT["policy"]
"""The Content-Security-Policy of a course's page: it works on file:// and over http in all three engines."""

PREVIEW: Final[str] = CONTRACT["preview"]
"""Address below which the preview has its own files: no portable name of a course has a tilde."""
