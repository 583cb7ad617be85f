"""What stands for each answer in reports: letters and numbers in SCORM 1.2, names in SCORM 2004.

The run-time writes them (`templates/runtime/lms/response-12.js` and `response-2004.js`); `tests/question_states` plays each kind
and reads what an LMS receives by this key.
"""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from builder.model.assessment import AssessmentItem
from builder.model.content import telling_words
from builder.render.answer_key.identifiers import choice_shape, identifiers_of

_LETTERS = "abcdefghijklmnopqrstuvwxyz0123456789"
_PLACES = "123456789abcdefghijklmnopqrstuvwxyz0"
_TRUE = ("true", "gwir")
"""Ids of the words for true: its option is called `true` whatever it says (`templates/components/choice/choice.js`)."""


@dataclass(frozen=True, slots=True)
class Code:
    """What stands for one option, entry, group or label."""

    id: str
    """What the run-time calls it; a group or partner begins with a dot."""
    scorm12: str
    """A letter or a number."""
    scorm2004: str
    """A name."""
    words: str
    """What the learner reads."""
    right: str = ""
    """`yes` for a right option, the place of a step, the code and words of a partner; empty when nothing is to be said."""


def codes_of(item: AssessmentItem) -> tuple[Code, ...]:
    """The key to one question; empty where answers are words or numbers, and say themselves what they are."""
    make = _CODES.get(item.kind.scorm12)
    return make(item) if make else ()


def _choice(item: AssessmentItem) -> tuple[Code, ...]:
    names = _names(item.choices)
    right = set(_right(item))
    return tuple(
        Code(one.id, _letter(place, one.id), names[one.id], _words(one), "yes" if one.id in right else "")
        for place, one in enumerate(item.choices)
    )


def _true_false(item: AssessmentItem) -> tuple[Code, ...]:
    right = set(_right(item))
    alone = item.choices[0].id if len(item.choices) == 1 else ""  # a sentence that was confirmed is true
    true = next((one.id for one in item.choices if one.id in _TRUE), alone)
    named = [(one, "true" if one.id == true else "false") for one in item.choices]
    return tuple(Code(name, name[0], name, _words(one), "yes" if one.id in right else "") for one, name in named)


def _sequence(item: AssessmentItem) -> tuple[Code, ...]:
    names = _names(item.choices)
    right = {id: place for place, id in enumerate(_right(item), 1)}
    return tuple(
        Code(one.id, _letter(place, one.id), names[one.id], _words(one), str(right.get(one.id, "")))
        for place, one in enumerate(item.choices)
    )


def _matching(item: AssessmentItem) -> tuple[Code, ...]:
    kind, one = item.kind, item.interaction
    targets = kind.targets(one)
    names, partners = _names(item.choices), _names(targets)
    numbers = {target.id: _numeral(place, target.id) for place, target in enumerate(targets)}
    words = {target.id: _words(target) for target in targets}
    right = {source: f"{numbers[target]}: {words[target]}" for source, target in (kind.reported or _right)(one)}
    sources = (
        Code(entry.id, _letter(place, entry.id), names[entry.id], _words(entry), right.get(entry.id, ""))
        for place, entry in enumerate(item.choices)
    )
    return (*sources, *(Code(f".{id}", numbers[id], partners[id], words[id]) for id in words))


def _likert(item: AssessmentItem) -> tuple[Code, ...]:
    return tuple(
        Code(one.id, _numeral(place, one.id), f"s{place + 1}", _words(one)) for place, one in enumerate(item.choices)
    )


_CODES: Mapping[str, Callable[[AssessmentItem], tuple[Code, ...]]] = {
    "choice": _choice,
    "true-false": _true_false,
    "sequencing": _sequence,
    "matching": _matching,
    "likert": _likert,
}
"""By the type of interaction in SCORM 1.2."""


def _right(item: AssessmentItem) -> Sequence[Any]:
    return item.kind.right(item.interaction) if item.kind.right else ()


def _names(options: Sequence[Any]) -> Mapping[str, str]:
    return identifiers_of([one.id for one in options], choice_shape)


def _letter(place: int, id: str) -> str:
    return _LETTERS[place] if place < len(_LETTERS) else choice_shape(id)


def _numeral(place: int, id: str) -> str:
    return _PLACES[place] if place < len(_PLACES) else choice_shape(id)


def _words(option: Any) -> str:
    """What a learner reads: of a formula its plain signs, of a picture alone its name."""
    return " ".join((option.content.text or telling_words(option.content)).split())
