"""Answers to the questions of a package of ours, worked out from what it says of itself."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

RIGHT, PARTLY, WRONG = "right", "partly", "wrong"
STATES = {RIGHT: "correct", PARTLY: "partly-correct", WRONG: "incorrect"}
"""Label of an answer -> the state in which it leaves a question that has a right answer."""
WORDS = "I would speak with my team about this first."
"""What is written where any words will do."""
_LETTERS = "abcdefghijklmnopqrstuvwxyz0123456789"
_PLACES = "123456789abcdefghijklmnopqrstuvwxyz0"
_PAIRED = ("match", "sort")
_ROOM = 255
_HIGH = "987654321"

Given = tuple[str, ...]
"""Ids of options, pairs `row.target`, words of gaps, or one number or text."""


@dataclass(frozen=True)
class Question:
    """A question, as the package says it in `satchel.json`."""

    id: str
    kind: str
    scored: bool
    options: tuple[str, ...]
    targets: tuple[str, ...]
    right: tuple[Any, ...]
    words: Mapping[str, str]
    """Words of options; those of targets have a dot before their id."""
    weight: int = 1
    attempts: int = 0
    """How often it may be checked; 0 is any number."""
    private: bool = False
    """Whether its words stay on the device."""


def questions_of(content: Mapping[str, Any]) -> dict[str, Question]:
    """Every question of a package, by id."""
    kinds = content.get("kinds", {})
    return {
        said["id"]: _question(said, bool(kinds.get(said["kind"], {}).get("scored")))
        for module in content.get("modules", ())
        for said in module.get("questions", ())
    }


def _question(said: Mapping[str, Any], scored: bool) -> Question:
    options, targets = said.get("options", ()), said.get("targets", ())
    words = {one["id"]: one["words"] for one in options} | {f".{one['id']}": one["words"] for one in targets}
    return Question(
        said["id"], said["kind"], scored, tuple(one["id"] for one in options), tuple(one["id"] for one in targets),
        tuple(said.get("right", ())), words, said.get("weight", 1), said.get("attempts") or 0,
        said.get("privacy", "report") == "device",
    )  # fmt: skip


def answers_to(question: Question) -> dict[str, Given]:
    """Label -> an answer; what cannot be is left out. A question without a right answer has one under `right`."""
    if not question.scored:
        return {RIGHT: question.options[1:2] or question.options[:1] or (WORDS,)}
    found = _SOLVERS.get(question.kind, _chosen)(question)
    return {label: answer for label, answer in found.items() if answer}


def _chosen(question: Question) -> dict[str, Given]:
    right = tuple(question.right)
    wrong = tuple(option for option in question.options if option not in right)
    partly = right[:1] if len(right) > 1 else ()
    return {WRONG: wrong[:1], PARTLY: partly, RIGHT: right}


def _ordered(question: Question) -> dict[str, Given]:
    right = tuple(question.right)
    partly = (*right[:-2], right[-1], right[-2]) if len(right) > 2 else ()
    return {WRONG: (*right[1:], right[0]), PARTLY: partly, RIGHT: right}


def _paired(question: Question) -> dict[str, Given]:
    right = dict(question.right)
    other = {row: next((t for t in question.targets if t != right[row]), "") for row in right}
    first = question.options[0]
    partly = {**other, first: right[first]} if len(right) > 1 else {}
    return {label: _pairs(question, chosen) for label, chosen in ((WRONG, other), (PARTLY, partly), (RIGHT, right))}


def _pairs(question: Question, chosen: Mapping[str, str]) -> Given:
    return tuple(f"{row}.{chosen[row]}" for row in question.options if chosen.get(row))


def _filled(question: Question) -> dict[str, Given]:
    right = tuple(str(gap).split(" or ")[0] for gap in question.right)
    wrong = ("zzz",) * len(right)
    return {WRONG: wrong, PARTLY: (right[0], *wrong[1:]) if len(right) > 1 else (), RIGHT: right}


def _counted(question: Question) -> dict[str, Given]:
    """A number that is right, and one that is not: very high, or very low where there is no highest."""
    said = str(question.right[0]) if question.right else ""
    first = re.search(r"-?[\d.,]+", said)
    wrong = _HIGH if "or more" not in said else f"-{_HIGH}" if "or less" not in said else ""
    return {WRONG: (wrong,) if wrong else (), RIGHT: (first[0],) if first else ()}


_SOLVERS = {"order": _ordered, "match": _paired, "sort": _paired, "fill": _filled, "number": _counted}


def responses(question: Question, given: Given, edition: str) -> list[str]:
    """Every way in which this answer may be written for an LMS of that edition.

    What is confirmed is true: `true-false`, whatever the sentence says.
    """
    own = _response12(question, given) if edition == "scorm12" else _response2004(question, given)
    if question.kind in _PAIRED:
        rows = (pair.split(".", 1) for pair in given)
        said = [f"{question.words.get(row, row)}: {question.words.get('.' + target, target)}" for row, target in rows]
    else:
        said = [question.words.get(one, one) for one in given]
    return [own, "; ".join(said)[:_ROOM], "[,]".join(said)]


def _response12(question: Question, given: Given) -> str:
    letter = dict(zip(question.options, _LETTERS, strict=False))
    place = dict(zip(question.targets, _PLACES, strict=False))
    if question.kind == "true-false":
        return "t" if given == ("true",) else "f"
    if question.kind == "declare":
        return "t"
    if question.kind == "scale":
        return _PLACES[question.options.index(given[0])]
    if question.kind in _PAIRED:
        pairs = (pair.split(".", 1) for pair in given)
        return ",".join(f"{letter.get(row, '')}.{place.get(target, '')}" for row, target in pairs)
    return ",".join(letter.get(one, one) for one in given)


def _response2004(question: Question, given: Given) -> str:
    if question.kind == "declare":
        return "true"
    if question.kind == "scale":
        return f"s{question.options.index(given[0]) + 1}"
    if question.kind in _PAIRED:
        return "[,]".join("[.]".join(map(_shape, pair.split(".", 1))) for pair in given)
    return "[,]".join(_shape(one) if question.options else one for one in given)


def _shape(words: str) -> str:
    """An id as SCORM 2004 takes it in a response."""
    return re.sub(r"[^A-Za-z0-9]+", "_", words)


def alike(one: str, other: str, kind: str) -> bool:
    """Whether two responses are one answer: of an order, in the same order; of others, in any."""
    parts = [[part.strip().lower() for part in re.split(r"\[,\]|[,;]", text)] for text in (one, other)]
    return parts[0] == parts[1] if kind == "order" else sorted(parts[0]) == sorted(parts[1])


def result_words(state: str, edition: str) -> str:
    """How a state of the page is called as the result of an interaction."""
    if state == "correct":
        return "correct"
    if state == "answered":
        return "neutral"
    return "wrong" if edition == "scorm12" else "incorrect"


def percent(states: Sequence[tuple[int, str]]) -> int:
    """Score of questions that are right or not: pairs of weight and state."""
    points = sum(weight for weight, _ in states)
    return round(100 * sum(weight for weight, state in states if state == "correct") / points) if points else 0
