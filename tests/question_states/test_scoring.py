"""Scoring held against a model of its own, written from the author's format and not from the run-time."""

import json
import subprocess
import unicodedata
from collections.abc import Iterator
from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from tests.node import node_command


class Scoring:
    """The run-time's scoring, in a Node that stays."""

    def __init__(self) -> None:
        self.process = subprocess.Popen(
            [*node_command(), str(Path(__file__).with_name("scoring.mjs"))],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            encoding="utf-8",
        )

    def __call__(self, name: str, *words: object) -> Any:
        """Call a function of it."""
        assert self.process.stdin and self.process.stdout
        print(json.dumps([name, *words]), file=self.process.stdin, flush=True)
        return json.loads(self.process.stdout.readline())

    def close(self) -> None:
        """End it."""
        self.process.communicate()


@pytest.fixture(scope="module")
def score() -> Iterator[Scoring]:
    """One Node for all."""
    scoring = Scoring()
    yield scoring
    scoring.close()


OPTIONS = [f"option-{number}" for number in range(8)]
GROUPS = ["enablers", "barriers", "neither"]


def verdict(right: int, total: int, extra: int = 0) -> str:
    """The three verdicts, as the format says them."""
    if right == total and not extra:
        return "correct"
    return "partly-correct" if right else "incorrect"


def held(result: dict[str, Any], right: int, total: int, extra: int = 0) -> None:
    """The run-time says what the model says."""
    assert (result["state"], result["right"], result["total"], result["extra"]) == (
        verdict(right, total, extra),
        *(right, total, extra),
    )


def note(kind: str, state: str, choices: list[str], response: list[str], correct: list[str], **more: Any) -> dict:  # type: ignore[type-arg]
    """What the run-time hands to an LMS."""
    given_ = {"kind": kind, "choices": choices, "response": response, "correct": correct, "language": "en-GB"}
    return {**given_, "right": state == "correct", **more}


def told_alike(score: Scoring, handed: dict[str, Any]) -> None:
    """Both editions receive the verdict, and whoever compares the answer with the right one comes to the same."""
    told = score("told", handed)
    assert told["results"] == (["correct", "correct"] if handed["right"] else ["wrong", "incorrect"])
    for response, pattern in zip(told["responses"], told["patterns"], strict=True):
        assert (response == pattern) == handed["right"]


chosen_from = st.sets(st.sampled_from(OPTIONS), min_size=1)


@given(chosen=chosen_from, correct=chosen_from)
def test_options(score: Scoring, chosen: set[str], correct: set[str]) -> None:
    """Radio buttons and tick boxes: all that belong and none that does not, in whatever order they were pressed."""
    result = score("scoreChoice", list(chosen), sorted(correct))
    held(result, len(chosen & correct), len(correct), len(chosen - correct))
    told_alike(score, note("choice", result["state"], OPTIONS, sorted(chosen), sorted(correct)))


@given(order=st.permutations(OPTIONS[:5]))
def test_orders(score: Scoring, order: list[str]) -> None:
    """A step counts when it stands in its own place."""
    correct = OPTIONS[:5]
    result = score("scoreOrder", order, correct)
    held(result, sum(one == other for one, other in zip(order, correct, strict=True)), 5)
    told_alike(score, note("sequencing", result["state"], correct, order, correct))


@given(data=st.data(), things=st.integers(1, 6))
def test_pairs_and_groups(score: Scoring, data: st.DataObject, things: int) -> None:
    """A thing counts when it has its own partner, whoever else has the same one."""
    groups = st.lists(st.sampled_from(GROUPS), min_size=things, max_size=things)
    wanted, given_ = data.draw(groups), data.draw(groups)
    names = OPTIONS[:things]
    correct = [f"{name}.{group}" for name, group in zip(names, wanted, strict=True)]
    response = [f"{name}.{group}" for name, group in zip(names, given_, strict=True)]
    result = score("scorePairs", data.draw(st.permutations(response)), correct)
    held(result, sum(one == other for one, other in zip(wanted, given_, strict=True)), things)
    targets = list(dict.fromkeys(wanted)) + [group for group in GROUPS if group not in wanted]
    told_alike(score, note("matching", result["state"], names, response, correct, targets=targets))


ALIKE = {"’": "'", "‘": "'", "ʼ": "'", "`": "'", "“": '"', "”": '"', "–": "-", "—": "-", "‑": "-", "−": "-"}
words = st.text(alphabet="abzXéŵŷßÉ'’\"“-–  \u00a0\t\u0302", max_size=8)


def same(text: str) -> str:
    """Words without what does not count: capitals, spaces, the shapes of apostrophes, quotes and dashes."""
    plain = "".join(ALIKE.get(letter, letter) for letter in unicodedata.normalize("NFC", text))
    return unicodedata.normalize("NFC", " ".join(plain.split()).upper().lower())


@given(gaps=st.lists(st.tuples(words, st.lists(words, min_size=1, max_size=3)), min_size=1, max_size=4))
def test_gaps(score: Scoring, gaps: list[tuple[str, list[str]]]) -> None:
    """A gap counts when it holds one of its own answers, and never when it is empty."""
    result = score("scoreGaps", [written for written, _ in gaps], [accepted for _, accepted in gaps])
    right = sum(bool(same(written)) and same(written) in map(same, accepted) for written, accepted in gaps)
    held(result, right, len(gaps))


@given(answer=words.filter(lambda text: bool(same(text))), before=st.sampled_from(["", " ", "\t"]), loud=st.booleans())
@example(answer="ß\u0302", before="", loud=True)
def test_a_gap_takes_its_answer_however_it_is_written(score: Scoring, answer: str, before: str, loud: bool) -> None:
    """In capitals, with spaces around it, with straight or curly signs, composed or decomposed."""
    straight = "".join(ALIKE.get(letter, letter) for letter in answer)
    for shape in (answer, straight, unicodedata.normalize("NFD", answer)):
        written = f"{before}{shape.upper() if loud else shape} "
        assert score("scoreGaps", [written], [[answer]])["state"] == "correct"


def meanings(text: str) -> set[Decimal]:
    """The numbers that somebody may mean: a comma parts decimals, or thousands."""
    plain = "".join(unicodedata.normalize("NFKC", text).split()).replace("'", "").replace("−", "-").removesuffix("%")
    sign = -1 if plain.startswith("-") else 1
    body = plain[1:] if plain[:1] in {"+", "-"} else plain
    found = set()
    whole, *parts = body.replace(",", ".").split(".")
    if len(parts) <= 1 and (digits := whole + "".join(parts)).isdecimal() and digits:
        found.add(sign * Decimal(f"{whole or 0}.{parts[0] if parts and parts[0] else 0}"))
    thousands, point, fraction = body.partition(".")
    first, *groups = thousands.split(",")
    grouped = groups and 1 <= len(first) <= 3 and all(len(group) == 3 for group in groups)
    if grouped and (first + "".join(groups)).isdecimal() and (fraction.isdecimal() if point else True):
        found.add(sign * Decimal(f"{first}{''.join(groups)}.{fraction or 0}"))
    return found


numbers = st.decimals(-2000, 2000, places=2)


@given(text=st.text(alphabet="0123456789.,-+−% '12", max_size=10))
def test_what_is_a_number(score: Scoring, text: str) -> None:
    """Everything that can be typed is understood as the model understands it, or not at all."""
    assert {Decimal(number) for number in score("readNumbers", text)} == meanings(text)


@given(
    value=numbers, tolerance=st.decimals(0, 50, places=2), near=st.decimals(-60, 60, places=2), style=st.integers(0, 5)
)
def test_numbers(score: Scoring, value: Decimal, tolerance: Decimal, near: Decimal, style: int) -> None:
    """Both ends of the tolerance are right, nothing beyond them is, however the number is written."""
    low, high, answer = value - tolerance, value + tolerance, value + near
    styles = (f"{answer}", f"{answer}".replace(".", ","), f"{answer:,}", f" {answer}00 ", f"{answer}%", f"{answer:+}")
    text = styles[style].replace("-", "−")
    result = score("scoreNumber", text, [[f"{low:f}", f"{high:f}"]])
    held({**result}, int(any(low <= meant <= high for meant in meanings(text))), 1)
    assert Decimal(result["told"]) in meanings(text)


@given(total=st.integers(1, 5000), right=st.integers(0, 5000))
def test_percent(score: Scoring, total: int, right: int) -> None:
    """Whole percent, never rounded up; all is 100, nothing is 0, and another point never makes it less."""
    right = min(right, total)
    percent = score("percentRight", right, total)
    assert percent == 100 * right // total
    assert (percent == 100) == (right == total)
    assert score("percentRight", min(right + 1, total), total) >= percent
