"""What the braces of a question's heading say: `{weight=2 attempts=3}`, of a reflection `{words=150}`."""

import re

from builder.model.assessment import AssessmentItem
from builder.model.contract import SHUFFLES
from builder.model.diagnostics import Edit
from builder.model.kind import Kind, QuestionKind
from builder.read.blocks.sections import Section
from builder.read.markdown.attributes import Attributes
from builder.read.markdown.context import Context

LARGEST = {"weight": 100, "attempts": 20}
"""Each option, and the largest number that it may be."""

WORDS = 5000
"""The most words that a reflection may suggest."""

_FEWEST = 3
"""Options of which all but the last can be mixed."""

OPTIONS = ("id", *LARGEST, "words", "shuffle", "bank")
"""What the heading of a block may say beside its language; on other blocks than questions it is reported."""


def allowed_options(kind: Kind) -> tuple[str, ...]:
    """What the heading of a kind may say, and what has a message of its own when it may not."""
    return (*OPTIONS, *(option for option in kind.options if option not in OPTIONS))


def _named(kind: Kind) -> str:
    """A kind of block with its article: `a Quiz`, `an Order`."""
    return f"{'an' if kind.word[0] in 'AEIOU' else 'a'} {kind.word}"


def question_options(section: Section, kind: QuestionKind, context: Context) -> tuple[int, int | None]:
    """How much a question counts, and how often it may be answered; None for as often as a learner likes."""
    given = section.attributes
    if given and "words" in given.options and "words" not in kind.options:
        message = f'{_named(kind)} does not ask for a text, so it has no "words"'
        _fault("words", section, given, message, context)
    weight = _number("weight", section, kind, given, context)
    return weight or 1, _number("attempts", section, kind, given, context)


def suggested_words(section: Section, context: Context) -> int | None:
    """About how many words a reflection asks for; None when it does not say."""
    given = section.attributes
    text = given.options.get("words") if given else None
    if given is None or text is None:
        return None
    if not text.isdecimal() or not 1 <= int(text) <= WORDS:
        shown = f', and is "{text}"' if text else ", and has no value"
        _fault("words", section, given, f'"words" must be a whole number from 1 to {WORDS}{shown}', context)
        return None
    return int(text)


def refuse_options(section: Section, kind: Kind, context: Context) -> None:
    """A block that asks nothing has none of them."""
    for name in (*LARGEST, "words", "shuffle", "bank"):
        if section.attributes and name in section.attributes.options:
            _fault(name, section, section.attributes, f'{_named(kind)} has no "{name}"', context)


def read_shuffle(section: Section, item: AssessmentItem, context: Context) -> str:
    """Which options of a choice are mixed: one of `SHUFFLES`, empty when the heading does not say. `{shuffle}` is all."""
    given = section.attributes
    if given is None or "shuffle" not in given.options:
        return ""
    words = given.options["shuffle"]
    if item.kind.mixed != "asked":
        reason = "its parts are always mixed" if item.kind.mixed else "its parts stay in their order"
        _fault("shuffle", section, given, f'{_named(item.kind)} has no "shuffle": {reason}', context, "QUE-016")
    elif words not in ("", *SHUFFLES):
        message = f'"shuffle" must be "all", "all-but-last" or "no", and is "{words}"'
        _fault("shuffle", section, given, message, context, "QUE-016", "Write {shuffle} or {shuffle=all-but-last}.")
    elif words == "all-but-last" and len(item.choices) < _FEWEST:
        message = "with the last option fixed only one is left, so there is nothing to mix"
        _fault("shuffle", section, given, message, context, "QUE-016", "Write {shuffle}, or add an option.")
    else:
        return words or "all"
    return ""


def read_bank(section: Section, kind: QuestionKind, context: Context) -> str:
    """The bank that a question belongs to; empty when its heading names none."""
    given = section.attributes
    if given is None or "bank" not in given.options:
        return ""
    name = given.options["bank"]
    if not kind.scored:
        _fault("bank", section, given, f'{_named(kind)} has no right answer, so it has no "bank"', context)
    elif not name:
        _fault("bank", section, given, '"bank" has no value', context, remedy="Write the name: {bank=safety}")
    else:
        return name
    return ""


def _number(name: str, section: Section, kind: QuestionKind, given: Attributes | None, context: Context) -> int | None:
    if given is None or name not in given.options:
        return None
    text = given.options[name]
    if not kind.scored:
        _fault(name, section, given, f'{_named(kind)} has no right answer, so it has no "{name}"', context)
    elif not text.isdecimal() or not 1 <= int(text) <= LARGEST[name]:
        shown = f', and is "{text}"' if text else ", and has no value"
        _fault(name, section, given, f'"{name}" must be a whole number from 1 to {LARGEST[name]}{shown}', context)
    else:
        return int(text)
    return None


def _fault(
    name: str,
    section: Section,
    given: Attributes,
    message: str,
    context: Context,
    rule: str = "QUE-012",
    remedy: str = "Delete it.",
) -> None:
    braces = given.place
    column = braces.excerpt.lower().find(name, braces.column) + 1 or braces.column
    hint, fix = remedy, None
    if "must be a whole" in message:
        number = re.sub(r"(?<=\d)[.,'’ ](?=\d{3}\b)", "", given.options[name])
        whole = number.isascii() and number.isdecimal() and 1 <= int(number) <= {**LARGEST, "words": WORDS}[name]
        hint = f"Write {{{name}={number}}}."
        if not whole:
            more = " Without it, `attempts` in course.yml counts, or there is no limit." if name == "attempts" else ""
            hint = f"Write for example {{{name}={150 if name == 'words' else 2}}}.{more}"
    elif remedy == "Delete it.":
        fix = _without(name, given)
    context.fault(rule, braces.in_line(column), message, hint, len(name), fix)


def _without(name: str, given: Attributes) -> Edit | None:
    """The braces without one option; none at all when nothing else is in them."""
    place = given.place
    text, column = place.excerpt, place.column
    braces = text[column - 1 :].rstrip()
    option = re.search(rf"\s*(?<![\w-]){name}(?![\w-])(?:=[^\s}}]*)?", braces, re.IGNORECASE)
    if not option:
        return None
    rest = re.sub(r"\{\s+", "{", braces[: option.start()] + braces[option.end() :])
    if rest != "{}":
        return place.swap(braces, rest)
    kept = text[: column - 1].rstrip()
    return place.in_line(len(kept) + 1).swap(text[len(kept) :], "")
