"""What was seen, in EARL (W3C Evaluation and Report Language 1.0) as JSON-LD."""

import json
from collections.abc import Iterator
from typing import Any

from builder import __version__
from builder.evidence.criteria.standing import Level, Standing
from builder.evidence.report.matter import Matter

_CONTEXT = {
    "earl": "http://www.w3.org/ns/earl#",
    "dct": "http://purl.org/dc/terms/",
    "doap": "http://usefulinc.com/ns/doap#",
    "@language": "en",
}
_OUTCOMES = {
    Level.SUPPORTS: "earl:passed",
    Level.PEOPLE: "earl:cantTell",
    Level.FAILS: "earl:failed",
    Level.ABSENT: "earl:inapplicable",
    Level.UNSEEN: "earl:untested",
}


def earl_text(matter: Matter) -> str:
    """The report as JSON-LD."""
    proof = matter.proof
    subject = {
        "@id": f"urn:sha256:{proof.sha256}",
        "@type": "earl:TestSubject",
        "dct:title": proof.title,
        "dct:source": proof.name,
        "dct:hasVersion": proof.version,
    }
    assertor = {
        "@id": "#satchel",
        "@type": ["earl:Assertor", "earl:Software"],
        "doap:name": "Satchel",
        "doap:release": __version__,
        "dct:description": ", ".join(
            [proof.browser, *(f"{name} {version}" for name, version in proof.engines.items())]
        ),
    }
    graph = [subject, assertor, *_assertions(matter)]
    return json.dumps({"@context": _CONTEXT, "@graph": graph}, ensure_ascii=False, indent=1) + "\n"


def _assertions(matter: Matter) -> Iterator[dict[str, Any]]:
    for standing in (*matter.standings, *matter.claims):
        yield _assertion(matter, standing, _OUTCOMES[standing.level], _said(standing))
        for finding in standing.findings:
            words = f"{finding.place}: {finding.words}"
            pointer = {"dct:title": finding.page, "dct:description": finding.state}
            yield _assertion(matter, standing, "earl:failed", words, pointer, finding.probe)


def _assertion(
    matter: Matter, standing: Standing, outcome: str, words: str, pointer: dict[str, str] | None = None, probe: str = ""
) -> dict[str, Any]:
    judged = standing.judged is not None and not standing.findings
    result: dict[str, Any] = {"@type": "earl:TestResult", "earl:outcome": {"@id": outcome}, "dct:description": words}
    if pointer:
        result["earl:pointer"] = pointer
    test = {
        "@id": standing.criterion.address or f"#{standing.criterion.number}",
        "@type": "earl:TestRequirement",
        "dct:title": f"{standing.criterion.number} {standing.criterion.name}",
    }
    if probe:
        test["dct:isPartOf"] = probe
    return {
        "@type": "earl:Assertion",
        "earl:assertedBy": {"@id": "#satchel"},
        "earl:subject": {"@id": f"urn:sha256:{matter.proof.sha256}"},
        "earl:mode": {"@id": "earl:semiAuto" if judged else "earl:automatic"},
        "earl:test": test,
        "earl:result": result,
    }


def _said(standing: Standing) -> str:
    if standing.judged:
        return f"Judged by {standing.judged.by} on {standing.judged.date}. {standing.judged.notes}".strip()
    if not standing.sightings:
        return "No probe looked at it."
    by = ", ".join(probe.id for probe in standing.probes)
    left = f" Left for people: {standing.criterion.people}" if standing.criterion.people else ""
    return f"Looked at {standing.sightings} times by {by}, {standing.reach}.{left}"
