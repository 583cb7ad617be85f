"""What Moodle 4.5 does with the record of a learner: as it was measured on a running site, and nothing else."""

import re
from collections.abc import Iterable
from typing import Any

Json = dict[str, Any]
Identifiers = Iterable[tuple[str, str]]
"""What the manifest calls itself, its organization and its item."""

DONE = ("passed", "completed", "failed")

ENDED = dict.fromkeys(("get", "set", "commit", "terminate"), "no-session")
"""A login session that has ended: every call fails for good in that page, also after a login in another tab."""


def status(record: Json, edition: str) -> str:
    """The status that counts: of SCORM 2004 that of completion alone."""
    cmi = record.get("cmi", {})
    found = cmi.get("core", {}).get("lesson_status") if edition == "scorm12" else cmi.get("completion_status")
    return str(found or "not attempted")


def mode(record: Json, edition: str) -> str:
    """How the next launch of the same attempt opens."""
    return "review" if status(record, edition) in DONE else "normal"


def raw_score(record: Json, edition: str) -> float | None:
    """The only score that is graded."""
    cmi = record.get("cmi", {})
    score = cmi.get("core", {}).get("score", {}) if edition == "scorm12" else cmi.get("score", {})
    return float(score["raw"]) if score.get("raw") not in (None, "") else None


def grade(record: Json, edition: str, method: str) -> float | None:
    """What stands in the gradebook; None for nothing. Completion without a score is a grade of 0, but for “Learning objects”."""
    if method == "Learning objects":
        return 1.0 if status(record, edition) in ("passed", "completed") else None
    score = raw_score(record, edition)
    return 0.0 if score is None and status(record, edition) in DONE else score


def grade_after_upload(record: Json, edition: str, method: str) -> float:
    """An upload grades everybody anew: who had no grade gets 0.00, whatever the method."""
    return grade(record, edition, method) or 0.0


def keeps(record: Json, old: Identifiers, new: Identifiers) -> bool:
    """Whether an upload keeps a record: Moodle deletes it when the name of its item is gone, whatever else stays or changes."""
    items = [{value for name, value in one if name == "item"} for one in (old, new)]
    return bool(record) and not items[0] - items[1]


def meets(record: Json, edition: str, requirement: str) -> bool:
    """Whether the activity is complete, by the status that “Add requirements” names."""
    success = record["cmi"].get("success_status", "") if edition == "scorm2004" else ""
    return requirement.lower() in (status(record, edition), success)


def stored_as(element: str, edition: str) -> str:
    """The name under which an element stands in Moodle's tables."""
    return re.sub(r"^(cmi\.\w+)\.(\d+)\.", r"\1_\2.", element) if edition == "scorm12" else element


def report_columns(stored: list[str]) -> list[int]:
    """Columns of the interactions report, by place: it counts names such as `cmi.interactions_3.id`."""
    found = (re.match(r"cmi\.interactions_(\d+)\.", name) for name in stored)
    return sorted({int(match[1]) for match in found if match})
