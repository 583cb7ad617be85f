"""Identifiers of the manifest: made from the course id alone.

Moodle keys learner records by `item/@identifier` and deletes them when it changes; other LMSs match an update
by `manifest/@identifier`. So neither version, title nor content may enter here, and the scheme itself must
never change.
"""

import hashlib
import re
from dataclasses import dataclass

PLAIN_ID = re.compile(r"[A-Za-z0-9]+(-[A-Za-z0-9]+)*")
LONGEST = 40


@dataclass(frozen=True, slots=True)
class Identifiers:
    """Names of the parts of one manifest, unique in it (`xs:ID`, so each is an NCName)."""

    manifest: str
    """`manifest/@identifier`."""
    organization: str
    """`organization/@identifier`."""
    item: str
    """`item/@identifier`: the key of the learner's record."""
    resource: str
    """`resource/@identifier` of the SCO."""
    objective: str
    """`primaryObjective/@objectiveID` (SCORM 2004)."""


def identifiers_of(course_id: str) -> Identifiers:
    """Give the identifiers for a course id: letters, digits and underscores, at most 60 characters."""
    token = _token(course_id)
    return Identifiers(
        manifest=f"course_{token}",
        organization=f"organization_{token}",
        item=f"item_{token}",
        resource=f"resource_{token}",
        objective=f"objective_{token}",
    )


def _token(course_id: str) -> str:
    """Write the id without hyphens, which some LMSs refuse in ids; no two ids give the same token."""
    if len(course_id) <= LONGEST and PLAIN_ID.fullmatch(course_id):
        return course_id.replace("-", "_")
    digest = hashlib.sha256(course_id.encode()).hexdigest()[:8]
    readable = re.sub(r"[^A-Za-z0-9]+", "_", course_id)[: LONGEST - len(digest) - 1].strip("_")
    return f"{readable}_{digest}" if readable else digest
