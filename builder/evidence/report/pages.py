"""The reports that people read: evidence, conformance report, statement. Each is one file that needs nothing else."""

from base64 import b64encode
from functools import lru_cache
from pathlib import Path

from jinja2 import Environment, FileSystemLoader, StrictUndefined

from builder import __version__
from builder.evidence.criteria.standing import Level
from builder.evidence.finding import PRACTICE
from builder.evidence.report.acr import ADHERENCE, methods, notes_of, remark
from builder.evidence.report.matter import Matter
from builder.evidence.report.statement import statement_matter
from builder.evidence.telling import in_languages

_WORDS = {
    "SUPPORTS": "Supports",
    "PEOPLE": "No fault found; people are still to judge",
    "FAILS": "Does not support",
    "ABSENT": "Nothing of the kind in this course",
    "UNSEEN": "Not looked at by a probe",
}
_HELD = _WORDS | {"SUPPORTS": "Holds", "FAILS": "Does not hold", "UNSEEN": "Not looked at"}
"""The same of our own claims."""
_DESTINATIONS = {"scorm12": "SCORM 1.2", "scorm2004": "SCORM 2004", "web": "a web course without an LMS"}
_TERMS = {level: term.replace("-", " ").title() for level, term in ADHERENCE.items()}


@lru_cache
def _environment() -> Environment:
    loader = FileSystemLoader(Path(__file__).parent / "templates")
    made = Environment(loader=loader, autoescape=True, undefined=StrictUndefined, trim_blocks=True, lstrip_blocks=True)
    made.filters["base64"] = lambda picture: b64encode(picture).decode("ascii")
    made.filters["thousands"] = lambda number: f"{number:,}"
    return made


def statement_text(matter: Matter, language: str) -> str:
    """The accessibility statement as HTML, in one of its languages (`languages_of`)."""
    return page_text("statement", matter, **statement_matter(matter, language))


def page_text(name: str, matter: Matter, **more: object) -> str:
    """A report as HTML: `evidence` or `conformance`; the statement with its words as `more`."""
    failing = [one for one in matter.standings if one.level is Level.FAILS and one.findings]
    text = _environment().get_template(f"{name}.html").render(
        matter=matter, proof=matter.proof, people=matter.people, date=matter.date, troubles=matter.troubles,
        words=_WORDS, languages=in_languages(matter.proof),
        held=_HELD,
        levels=tuple(Level), terms=_TERMS, destination=_DESTINATIONS[matter.proof.edition], satchel=__version__,
        counted=_counted, named=_named, notes=notes_of, failing=failing,
        **{"methods": methods(matter), "remark": remark(matter)} | more,
    )  # fmt: skip
    return text + "\n"


def _counted(number: int, word: str) -> str:
    return f"{number:,} {word}{'s' * (number != 1)}"


def _named(criterion: str) -> str:
    if criterion == PRACTICE:
        return "Good practice"
    return criterion if criterion.startswith("LMS") else f"WCAG 2.2, {criterion}"
