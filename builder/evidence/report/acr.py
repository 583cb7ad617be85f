"""The conformance report in OpenACR, by the catalogue of the VPAT 2.5 edition for WCAG 2.2."""

from typing import Any

import yaml

from builder import __version__
from builder.evidence.criteria.standing import Level, Standing
from builder.evidence.report.matter import Matter
from builder.evidence.telling import in_languages

CATALOGUE = "2.5-edition-wcag-2.2-en"
ADHERENCE = {
    Level.SUPPORTS: "supports",
    Level.PEOPLE: "not-evaluated",
    Level.FAILS: "does-not-support",
    Level.ABSENT: "not-applicable",
    Level.UNSEEN: "not-evaluated",
}
"""Our words -> the terms of the catalogue. What people have still to judge is not said to be supported."""
_CHAPTERS = {"A": "success_criteria_level_a", "AA": "success_criteria_level_aa", "AAA": "success_criteria_level_aaa"}


def acr_text(matter: Matter) -> str:
    """The report as YAML."""
    return yaml.safe_dump(acr(matter), sort_keys=False, allow_unicode=True, width=100)


def acr(matter: Matter) -> dict[str, Any]:
    """The report as a value."""
    proof, people = matter.proof, matter.people
    contact = {"name": people.owner or "Not said", "email": people.contact or "not-said@example.invalid"}
    return {
        "title": f"{proof.title} Accessibility Conformance Report",
        "product": {
            "name": proof.title,
            "version": proof.version,
            "description": f"{proof.name}, SHA-256 {proof.sha256}",
        },
        "author": contact,
        "vendor": {"company_name": people.owner or "Not said", "email": contact["email"]},
        "report_date": matter.date,
        "last_modified_date": matter.date,
        "version": 1,
        "notes": remark(matter),
        "evaluation_methods_used": methods(matter),
        "license": "CC-BY-4.0",
        "catalog": CATALOGUE,
        "chapters": {
            name: {"criteria": [_criterion(one) for one in matter.of(level)]} for level, name in _CHAPTERS.items()
        },
    }


def _criterion(standing: Standing) -> dict[str, Any]:
    adherence = {"level": ADHERENCE[standing.level], "notes": notes_of(standing)}
    return {"num": standing.criterion.number, "components": [{"name": "web", "adherence": adherence}]}


def notes_of(standing: Standing) -> str:
    """What proved it, on how much, and what is left for people."""
    if standing.findings:
        first = standing.findings[0]
        return f"{len(standing.findings)} findings. First: {first.words} ({first.page}, {first.state})."
    parts = []
    if standing.judged:
        parts.append(f"Judged by {standing.judged.by} on {standing.judged.date}. {standing.judged.notes}".strip())
    if standing.criterion.removed:
        return "WCAG 2.2 has this criterion no longer."
    if standing.level is Level.ABSENT:
        return f"No page has any {standing.criterion.needs}."
    if standing.sightings:
        by = ", ".join(probe.id for probe in standing.probes)
        parts.append(f"No fault found by {by}, {standing.reach}.")
    else:
        parts.append("No probe looks at it.")
    if standing.criterion.people and not standing.judged:
        parts.append(f"Left for people: {standing.criterion.people}")
    return " ".join(parts)


def remark(matter: Matter) -> str:
    """What a reader has to know before the tables."""
    untested = matter.people.untested
    tested = "; ".join(f"{one.what} {one.version} ({one.date})" for one in matter.people.tested)
    first = f"Tested by people with {tested}. " if tested else ""
    return first + (f"Not tested with {', '.join(untested)}." if untested else "")


def methods(matter: Matter) -> str:
    """How it was evaluated."""
    proof = matter.proof
    asked = f"{len(matter.probes)} probes were asked {len(proof.sightings):,} times"
    engines = ", ".join(f"{name} {version}" for name, version in proof.engines.items())
    return (
        f"Satchel {__version__} played the finished package in {proof.browser} as a learner would: {asked}, on "
        f"{len(proof.pages)} pages, {engines} among them.{in_languages(proof)}"
    )
