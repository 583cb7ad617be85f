"""Feedback whose first word says the opposite of the tick: `> Incorrect.` under an option that is ticked."""

import re
from collections.abc import Sequence

from builder.model.rare_pattern import rare_pattern
from builder.read.markdown.context import Context
from builder.read.markdown.lines import Line
from builder.read.near_miss.answer_lines.options import Option

_RIGHT = (
    r"(?:that(?:[’']s| is) |yes, (?:that(?:[’']s| is) )?)?(?:correct|right)(?: answer)?|(?:yr )?(?:ateb )?cywir|правильно|вірно"
    r"|(?:bonne réponse|correct|exact)|richtig|¡?correcto|poprawnie|esatto|corretto"
)
_WRONG = (
    r"(?:that(?:[’']s| is) |no, (?:that(?:[’']s| is) )?)?(?:incorrect|wrong|not correct|not right)(?: answer)?|anghywir|неправильно|невірно"
    r"|(?:mauvaise réponse|incorrect|faux)|falsch|incorrecto|niepoprawnie|sbagliato"
)
_VERDICT = rare_pattern(rf"[*_]{{0,2}}(?:(?P<right>{_RIGHT})|(?P<wrong>{_WRONG}))[*_]{{0,2}}(?:[.!]|$)", re.IGNORECASE)
_ASKS_FOR_WRONG = rare_pattern(
    r"\b(?:wrong|incorrect|false|not|never|myths?|errors?|mistakes?|anghywir|faux|falsch|incorrect[ao]?)\b|неправ|невірн|n[’']t\b",
    re.IGNORECASE,
)
"""A question of which the right answer is something wrong."""


def check_verdicts(options: Sequence[Option], asked: str, context: Context) -> None:
    """QUE-018: feedback that calls a ticked option wrong, or another one right; `asked` is the heading."""
    for option in options:
        line = _first_line(option)
        match = _VERDICT.match(line.text) if line else None
        if line is None or match is None or bool(match["right"]) == option.ticked:
            continue
        if option.ticked and _ASKS_FOR_WRONG.search(asked):
            continue
        said = match[0].strip("*_")
        state = "is ticked" if option.ticked else "is not ticked"
        message = f"this feedback says “{said}”, and its option {state}"
        hint = "Put the x where it belongs, or write the feedback that belongs to this option."
        context.fault("QUE-018", line.place(), message, hint, len(match[0]))


def _first_line(option: Option) -> Line | None:
    quote = option.below[0] if option.below else None
    first = quote.children[0] if quote and quote.children else None
    return first.lines[0] if first is not None and first.kind == "paragraph" and first.lines else None
