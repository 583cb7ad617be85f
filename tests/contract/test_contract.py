"""The builder comes to what `vectors.json` says, and has words for all that the contract names."""

import json
from pathlib import Path
from typing import Any

from builder.check.state_size.keys import choice_keys, course_keys
from builder.compare.changes.course import RULES
from builder.kinds.number.unit_names import UNITS, compared, plain_spellings, same_unit
from builder.model.contract import COMPLETION_RULES, CONTRACT, FIRST_BASIS, LAST_BASIS, POLICY
from builder.model.contract.hash32 import hash32
from builder.model.course import Completion
from builder.model.package import DESTINATIONS
from builder.read.questions.plain_answers import plain_words
from builder.render.handover import render_handover
from builder.render.interface.places import fill
from tests.cases import for_each
from tests.unit.course_factory import course

VECTORS: dict[str, Any] = json.loads(Path(__file__).with_name("vectors.json").read_text(encoding="utf-8"))


@for_each(("text", "seed", "number"), VECTORS["hash"])
def test_a_text_has_the_number_that_learners_states_hold(text: str, seed: int, number: int) -> None:
    """Letters of every script, and half of a pair of code units."""
    assert hash32(text, seed) == number


def test_ids_have_the_keys_that_learners_states_hold() -> None:
    """Two of them meet in the short key, and both have the long one."""
    for keys, (ids, expected) in ((course_keys, VECTORS["courseKeys"]), (choice_keys, VECTORS["choiceKeys"])):
        assert keys(ids) == expected


@for_each(("text", "values", "filled"), VECTORS["filled"])
def test_words_are_filled(text: str, values: dict[str, object], filled: str) -> None:
    """What stands in braces and is no name stays."""
    assert fill(text, **values) == filled


@for_each(("text", "plain"), VECTORS["answers"])
def test_answers_are_compared_without_what_does_not_count(text: str, plain: str) -> None:
    """What cannot be seen, capitals, shapes, and spaces beside a sign or a number."""
    assert plain_words(text) == plain


def test_every_completion_rule_has_its_sentences() -> None:
    """On the page for administrators, and in a comparison."""
    assert set(RULES) == set(COMPLETION_RULES)
    told = {render_handover(course(completion=Completion(rule, 80)), []) for rule in COMPLETION_RULES}
    assert len(told) == len(COMPLETION_RULES)


def test_every_edition_is_a_destination() -> None:
    """In the order in which packages are listed; the web course is none."""
    assert DESTINATIONS == ("scorm12", "scorm2004", "web")


def test_a_fingerprint_is_no_mark_of_another_meaning() -> None:
    """What says that nothing is known, or that the question has changed, is never that of a right answer."""
    meanings = [CONTRACT["basis"][name] for name in ("unknown", "outdated")]
    assert len(set(meanings)) == 2 and max(meanings) < FIRST_BASIS < LAST_BASIS


def test_the_policy_lets_nothing_in_from_elsewhere() -> None:
    """Whole, directive by directive: the page and the verifier both take it from the contract."""
    assert {name: " ".join(sources) for name, *sources in (part.split() for part in POLICY.split(";"))} == {
        "default-src": "'none'",
        "script-src": "'self'",
        "style-src": "'self'",
        "img-src": "'self' data:",
        "media-src": "'self' blob: data:",
        "font-src": "'self'",
        "connect-src": "'self'",
        "frame-src": "'none'",
        "form-action": "'none'",
        "base-uri": "'none'",
    }


def test_a_unit_has_the_spellings_that_learners_may_write() -> None:
    """What they write is held against these names in `tests/runtime/question/scoring.test.mjs`."""
    units = json.loads(Path(__file__).with_name("units.json").read_text(encoding="utf-8"))
    for row in units:
        assert list(plain_spellings(row["unit"])) == row["names"]


def test_no_name_stands_for_two_units() -> None:
    """As the run-time compares them: nothing in one magnitude counts in another."""
    lines = {frozenset(compared(name) for one in line.split() for name in plain_spellings(one)) for line in UNITS}
    assert len(lines) == len(UNITS)
    for one in lines:
        assert [other for other in lines if other is not one and one & other] == []
    for one, other in (
        ("mg", "Mg"),
        ("m", "M"),
        ("ml", "ML"),
        ("m²", "m³"),
        ("mg/kg", "g/kg"),
        ("°C", "°F"),
        ("min", "m"),
    ):
        assert not same_unit(one, other)
