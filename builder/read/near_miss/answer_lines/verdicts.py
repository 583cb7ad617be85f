"""Feedback whose first word says the opposite of the tick: `> Incorrect.` under an option that is ticked."""

import re
from collections.abc import Sequence

from builder.model.rare_pattern import rare_pattern
from builder.read.markdown.context import Context
from builder.read.markdown.lines import Line
from builder.read.near_miss.answer_lines.options import Option

_RIGHT = (
    r"(?:that(?:[’']s| is) |yes, (?:that(?:[’']s| is) )?)?(?:correct|right)(?: answer)?|(?:yr )?(?:ateb )?cywir|правильно|вірно|верно"
    r"|(?:bonne réponse|correct|exact)|richtig|genau|¡?correcto|poprawnie|esatto|corretto"
    r"|(?:yes, )?(?:you(?:[’']re| are) (?:correct|right)|exactly(?: right)?|spot on|well done|absolutely(?: right)?)|da iawn"
)
_WRONG = (
    r"(?:that(?:[’']s| is| was) |no, (?:that(?:[’']s| is) )?)?(?:incorrect|wrong|not (?:quite )?(?:correct|right))(?: answer)?|anghywir|неправильно|невірно|неверно"
    r"|(?:mauvaise réponse|incorrect|faux)|falsch|leider (?:nicht|falsch)|incorrecto|niepoprawnie|sbagliato"
    r"|(?:sorry, )?(?:not quite|(?:that|this) isn[’']t (?:quite )?(?:correct|right))|unfortunately,? (?:not|no)|try again"
    r"|ddim yn (?:gywir|hollol)|pas tout à fait|nicht ganz|не зовсім|не совсем"
)
_GOES_ON = r"but|though|although|yet|however|and|if|in|so|then|ond|aber|mais|pero|але|но"
"""Words behind a comma with which a verdict is taken back, or was none."""
_VERDICT = rare_pattern(
    rf"[*_]{{0,2}}(?:(?:(?P<right>{_RIGHT})|(?P<wrong>{_WRONG}))[*_]{{0,2}}(?:[.!:]|,(?![ \t]+(?:{_GOES_ON})\b)|[ \t]*[–—]|[ \t]+-|$)"
    r"|(?P<tick>[✅✔✓]\ufe0f?)|(?P<cross>[❌✗✘]\ufe0f?))",
    re.IGNORECASE,
)
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
        if line is None or match is None or bool(match["right"] or match["tick"]) == option.ticked:
            continue
        said = match[0].strip("*_ \t-–—:,")
        if said.rstrip(".!").casefold() in option.words.casefold() or asks_for_what_is_wrong(asked):
            continue  # the feedback takes up the words of the option, or is about what the question calls wrong
        state = "is ticked" if option.ticked else "is not ticked"
        message = f"this feedback says “{said}”, and its option {state}"
        hint = "Put the x where it belongs, or write the feedback that belongs to this option."
        context.fault("QUE-018", line.place(), message, hint, len(match[0]))


def asks_for_what_is_wrong(asked: str) -> bool:
    """Whether the right answer to a question is something wrong: `Which of these is a myth?`"""
    return bool(_ASKS_FOR_WRONG.search(asked))


def _first_line(option: Option) -> Line | None:
    quote = option.below[0] if option.below else None
    first = quote.children[0] if quote and quote.children else None
    return first.lines[0] if first is not None and first.kind == "paragraph" and first.lines else None
