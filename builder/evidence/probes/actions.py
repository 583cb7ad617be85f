"""Probes of what comes of an action: heard once, focus kept, told in words, and told to the LMS as it was shown."""

import re
from collections.abc import Iterator

from builder.evidence.finding import Fault, Probe
from builder.evidence.walk.answers import STATES, alike, responses, result_words
from builder.evidence.walk.hooked import Action

_NOTHING = "without an answer"


def _announced(action: Action) -> Iterator[Fault]:
    if not action.heard:
        yield Fault(action.item, "nothing is announced when the answer is checked")
    elif len(action.heard) > 1:
        yield Fault(action.item, f"the answer is announced {len(action.heard)} times: {' | '.join(action.heard)[:160]}")


def _focus(action: Action) -> Iterator[Fault]:
    if action.focus["lost"]:
        yield Fault(action.item, "the focus is lost when the answer is checked")


def _in_words(action: Action) -> Iterator[Fault]:
    if not re.search(r"\w{3}", action.after.feedback):
        yield Fault(action.item, "the page shows no words when the answer is checked")


def _missing(action: Action) -> Iterator[Fault]:
    if not action.after.problem:
        yield Fault(action.item, "nothing says in words that an answer is missing")
    elif not action.focus["name"] and not action.heard:
        yield Fault(action.item, "what is missing is neither heard nor has the focus", "4.1.3")


def _error_once(action: Action) -> Iterator[Fault]:
    if len(action.heard) > 1:
        yield Fault(action.item, f"one error is announced {len(action.heard)} times: {' | '.join(action.heard)[:160]}")


def _kept(action: Action) -> Iterator[Fault]:
    wanted = sorted(one.strip() for one in action.given)
    if sorted(one.strip() for one in action.after.fields) != wanted:
        yield Fault(action.item, "the answer that was given is no longer in its fields")


def _verdict(action: Action) -> Iterator[Fault]:
    wanted = STATES[action.doing] if action.question and action.question.scored else "answered"
    if action.after.state != wanted:
        yield Fault(action.item, f"an answer that is {action.doing} is shown as {action.after.state}")


def _told(action: Action) -> Iterator[Fault]:
    assert action.question
    if action.question.private:
        yield from _untold(action)
    elif action.own_button:
        yield from _told_as_shown(action)


def _told_as_shown(action: Action) -> Iterator[Fault]:
    said = _interaction(action)
    if not said:
        yield Fault(action.item, "the LMS receives nothing of this answer")
        return
    wanted = result_words(action.after.state, action.edition)
    if said.get("result") != wanted:
        yield Fault(
            action.item, f"the page shows {action.after.state}, the LMS receives {said.get('result', 'no result')}"
        )
    response = said.get("student_response", said.get("learner_response", ""))
    assert action.question
    if not any(alike(response, one, action.kind) for one in responses(action.question, action.given, action.edition)):
        yield Fault(action.item, f"the page shows {', '.join(action.given)}; the LMS receives “{response}”")


def _untold(action: Action) -> Iterator[Fault]:
    """Words that stay on the device must not reach the LMS."""
    words = " ".join(action.given)
    for call in action.calls:
        if call.name == "set" and words and words in call.value:
            yield Fault(action.item, f"words that stay on the device are sent as {call.element}", "LMS-5")


def _interaction(action: Action) -> dict[str, str]:
    """What the LMS was told of the interaction whose result was set last."""
    places = [
        found[1]
        for call in action.calls
        if call.name == "set" and (found := re.fullmatch(r"cmi\.interactions\.(\d+)\.result", call.element))
    ]
    start = f"cmi.interactions.{places[-1]}." if places else "-"
    return {
        call.element.removeprefix(start): call.value
        for call in action.calls
        if call.name == "set" and call.element.startswith(start)
    }


def _taken(action: Action) -> Iterator[Fault]:
    for call in action.calls:
        if call.name in ("set", "commit") and call.result != "true":
            yield Fault(
                action.item,
                f"a strict LMS refuses {call.element or call.name} = “{call.value[:60]}” (error {call.error})",
            )


def _checked(action: Action) -> bool:
    return action.doing != _NOTHING and action.own_button


def _left_empty(action: Action) -> bool:
    return action.doing == _NOTHING and action.own_button


def _in_lms(action: Action) -> bool:
    return action.edition != "web"


PROBES = (
    Probe("announced-once", ("4.1.3",), "What comes of an answer is announced exactly once.", _announced, _checked),
    Probe("error-announced", ("4.1.3",), "What is missing is announced no more than once.", _error_once, _left_empty),
    Probe(
        "focus-kept", ("2.4.3", "3.2.2"), "The focus is never lost when an answer is checked.", _focus,
        lambda action: action.own_button,
    ),
    Probe("verdict-in-words", ("1.4.1", "3.3.1"), "What comes of an answer is shown in words.", _in_words, _checked),
    Probe(
        "error-in-words", ("3.3.1", "3.3.3", "4.1.3"), "An answer that is missing is said in words, where the learner is.",
        _missing, lambda action: _left_empty(action) and action.kind != "order",
    ),
    Probe(
        "answer-stays", ("3.2.2", "3.3.4"), "A checked answer stays in its fields.", _kept,
        lambda action: action.doing != _NOTHING and action.kind not in ("fill", "number", "reflect"),
    ),
    Probe("verdict-right", ("LMS-1",), "A right answer is shown as right, a wrong one as wrong.", _verdict, _checked),
    Probe(
        "lms-as-shown", ("LMS-1", "LMS-5"), "The LMS receives each answer and verdict as the page shows it.", _told,
        lambda action: _in_lms(action) and action.doing != _NOTHING and action.question is not None,
    ),
    Probe("lms-takes", ("LMS-2",), "A strict LMS takes every value that the course sends.", _taken, _in_lms),
)  # fmt: skip
"""Each is asked of every action that concerns it."""
