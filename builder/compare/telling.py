"""A comparison as text for administrators and as JSON for tools."""

import textwrap
from collections.abc import Mapping
from itertools import groupby

from builder.compare.advice import advice
from builder.compare.change import FILM, Change, Comparison, Verdict
from builder.compare.changes.versions import remarks
from builder.compare.packages.finished import Finished
from builder.report import Paint, plain

_VERDICTS = {
    Verdict.SAFE: ("Safe to replace", "info"),
    Verdict.EFFECTS: ("Safe, with these effects on learners in progress", "warning"),
    Verdict.NEW_ACTIVITY: ("Publish as a new activity", "error"),
}
_ASKS = {
    frozenset({"question-reworded"}): "Only if every question below still asks the same",
    frozenset({FILM}): "Only if every film below is still the same one",
    frozenset({"question-reworded", FILM}): "Only if every question and film below is still the same one",
}
"""Changes of which only people can say whether what learners did before still fits."""
_NOTHING = "Modules, questions, completion and all that records hang on are the same: learners go on where they were."


def comparison_text(comparison: Comparison, width: int = 100, paint: Paint = plain) -> str:
    """The verdict, every change with its effect, and what to do next."""
    old, new = comparison.old, comparison.new
    words, role = _VERDICTS[comparison.verdict]
    if comparison.verdict is Verdict.EFFECTS:
        asks = frozenset(change.kind for change in comparison.changes) & {"question-reworded", FILM}
        words = _ASKS.get(asks, words)
    parts = [
        f"{paint(f'{new.title} {new.version}', 'strong')}\nin place of {old.package.name}, version {old.version}",
        paint(f"{words}.", role),
    ]
    parts += [
        _group(subject, list(changes), width, paint) for subject, changes in groupby(comparison.changes, _subject)
    ]
    if not comparison.changes:
        parts.append(textwrap.fill(_NOTHING, width))
    parts += [textwrap.fill(note, width) for note in remarks(comparison)]
    steps = [_wrapped(step, width, f"  {number}. ") for number, step in enumerate(advice(comparison), 1)]
    return "\n\n".join([*parts, "\n".join([paint("Next", "strong"), *steps])])


def comparison_json(comparison: Comparison) -> Mapping[str, object]:
    """The object that `--json` prints."""
    return {
        "verdict": comparison.verdict.value,
        "old": _about(comparison.old),
        "new": _about(comparison.new),
        "changes": [
            {
                "kind": change.kind,
                "id": change.id,
                "subject": change.subject,
                "what": change.what,
                "effect": change.effect,
                "grave": change.grave,
                **({"language": change.language} if change.language else {}),
            }
            for change in comparison.changes
        ],
        "remark": " ".join(remarks(comparison)),
        "next": list(advice(comparison)),
    }


def _about(one: Finished) -> Mapping[str, object]:
    return {"file": one.package.name, "destination": one.package.destination, "course": one.id, "version": one.version}


def _subject(change: Change) -> tuple[str, str, str]:
    of_module = change.kind.startswith(("module-", "film-"))
    about = "module" if of_module else "question"
    return about if change.subject else "", change.id, change.subject


def _group(subject: tuple[str, str, str], changes: list[Change], width: int, paint: Paint) -> str:
    _, id, words = subject
    head = paint(words, "strong") + paint(f"  ({id})", "quiet") if words else paint("The course", "strong")
    rows = []
    for change in changes:
        mark = paint("!", "error") if change.grave else "-"
        rows += [_wrapped(change.what, width, "  - ").replace("-", mark, 1), _wrapped(change.effect, width, "    ")]
    return "\n".join([head, *rows])


def _wrapped(text: str, width: int, begin: str) -> str:
    indent = " " * len(begin)
    return textwrap.fill(
        text,
        max(40, width),
        initial_indent=begin,
        subsequent_indent=indent,
        break_long_words=False,
        break_on_hyphens=False,
    )
