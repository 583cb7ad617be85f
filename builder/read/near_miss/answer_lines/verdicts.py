"""Feedback and comments that say the opposite of the tick: `> Incorrect.` under an option that is ticked, `<!-- Answer: B -->`."""

import re
from collections.abc import Iterator, Sequence

from builder.model.rare_pattern import rare_pattern
from builder.read.markdown.context import Context
from builder.read.markdown.lines import Line, Node
from builder.read.near_miss.answer_lines.claims import claims_in, set_against
from builder.read.near_miss.answer_lines.labels import keys_of
from builder.read.near_miss.answer_lines.marks import says_right, says_wrong
from builder.read.near_miss.answer_lines.options import Option, right_options
from builder.read.near_miss.answer_lines.telling import report_comment

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
_COMMENT = re.compile(r"<!--[ \t]*(?P<words>(?:(?!-->)[^\n])*?)[ \t]*-->")
_QUESTION_ENDS = rare_pattern(r" {0,3}(?:#{1,6}[ \t]|(?:-[ \t]*){3,}$)")
_LONGEST = 200
"""Characters of a comment that is looked at."""


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


def check_comments(heading: Node, options: Sequence[Option], context: Context) -> None:
    """QUE-018: a comment that names other options as right than the ticks do. Learners do not see it; one of the two is wrong."""
    ticked = {number for number, option in enumerate(options) if option.ticked}
    for line in _comments(heading):
        beside = [number for number, option in enumerate(options) if option.line.number == line.number]
        beside = beside if options and options[0].line.source is line.source else []
        for number in beside:
            if says_right(line.text) if not options[number].ticked else says_wrong(line.text):
                report_comment(line, {number}, ticked, says_right(line.text), options, context)
                break
        else:
            named = _named(line, heading, options)
            if named and named != ticked:
                report_comment(line, named, ticked, True, options, context)


def _comments(heading: Node) -> Iterator[Line]:
    """The words of each comment of one line, from the heading to the end of the question."""
    lines = heading.source.lines
    for number in range(heading.line, len(lines) + 1):
        text = lines[number - 1]
        if number > heading.line and _QUESTION_ENDS.match(text):
            return
        for match in _COMMENT.finditer(text) if "<!--" in text else ():
            if match["words"] and len(match["words"]) <= _LONGEST:
                yield Line(heading.source, number, match.start("words") + 1, match["words"])


def _named(line: Line, heading: Node, options: Sequence[Option]) -> set[int]:
    """The options that a comment calls right; none when it is about something else."""
    for key in keys_of([line]):
        if answer := right_options(key, options):
            return answer[0]
    for claim in claims_in([line], options):
        return set(claim.named) if claim.right else set()
    return {number for number, right in set_against(line.text, options, heading.lines[0].text) if right}
