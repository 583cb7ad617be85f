"""What was seen, as text for people and as JSON for tools."""

from collections import Counter
from collections.abc import Iterator, Mapping

from builder.evidence.finding import PRACTICE, Finding
from builder.evidence.run import Proof
from builder.report import Paint, plain

_SHOWN = 5
"""Places of one fault that are listed; the evidence has them all."""


def proof_text(proof: Proof, paint: Paint = plain) -> str:
    """Every fault once, with the places where it was found; then what was asked of what."""
    lines = [*_findings(proof, paint), *(f"Note: {note}" for note in (*proof.seen.notes, *proof.unasked))]
    return "\n".join([*lines, _summary(proof, paint)])


def _findings(proof: Proof, paint: Paint) -> Iterator[str]:
    for (probe, criterion, words), found in grouped(proof.findings).items():
        yield f"{paint(found[0].place[:120], 'strong')}: {paint('finding', 'error')} {probe} {_named(criterion)}: {words}"
        where = [f"{one.page}, {one.state}" for one in found]
        more = f", and {len(where) - _SHOWN} more" if len(where) > _SHOWN else ""
        yield f"  in: {'; '.join(dict.fromkeys(where[:_SHOWN]))}{more}\n"


def grouped(findings: tuple[Finding, ...]) -> dict[tuple[str, str, str], list[Finding]]:
    """Findings that are one fault in several states or places, by probe, criterion and words."""
    groups: dict[tuple[str, str, str], list[Finding]] = {}
    for finding in findings:
        groups.setdefault((finding.probe, finding.criterion, finding.words), []).append(finding)
    return groups


def _named(criterion: str) -> str:
    if criterion == PRACTICE:
        return "good practice"
    return criterion if criterion.startswith("LMS") else f"WCAG {criterion}"


def _summary(proof: Proof, paint: Paint) -> str:
    asked = Counter(sighting.probe for sighting in proof.sightings)
    states = {(sighting.page, sighting.state) for sighting in proof.sightings}
    faults = len(grouped(proof.findings))
    found = f"{faults} fault{'s' * (faults != 1)} found" if faults else "nothing found"
    return (
        f"{paint(proof.name, 'strong')}: {found}. {len(asked)} probes, {sum(asked.values()):,} times, "
        f"on {len(proof.pages)} pages in {len(states)} states; {proof.browser}.{in_languages(proof)}"
    )


def in_languages(proof: Proof) -> str:
    """How much of the course was seen in which of its languages, as a sentence with a space before it; empty for one."""
    if not proof.languages:
        return ""
    first, *others = proof.languages
    return (
        f" In {first} every state of every question was seen, and the whole course by keyboard;"
        f" in {', '.join(others)} each page as opened, all open, and answered rightly."
    )


def proof_json(proof: Proof) -> Mapping[str, object]:
    """The object that `--json` prints."""
    asked = Counter(sighting.probe for sighting in proof.sightings)
    return {
        "package": proof.name,
        "sha256": proof.sha256,
        "destination": proof.edition,
        "title": proof.title,
        **({"languages": list(proof.languages)} if proof.languages else {}),
        "browser": proof.browser,
        "engines": proof.engines,
        "unasked": list(proof.unasked),
        "pages": list(proof.pages),
        "asked": dict(sorted(asked.items())),
        "findings": [
            {
                "probe": one.probe,
                "criterion": one.criterion,
                "page": one.page,
                "state": one.state,
                "place": one.place,
                "words": one.words,
                "rule": one.rule,
            }
            for one in proof.findings
        ],
        "notes": list(proof.seen.notes),
    }
