"""STR-012: questions of a survey whose words are headings, with empty tick boxes below: nothing is right in them."""

import re
from collections.abc import Sequence

from builder.model.rare_pattern import rare_pattern
from builder.read.blocks.sections import body_of
from builder.read.markdown.context import Context
from builder.read.markdown.lines import Node
from builder.read.questions.common import BOX, first_words

_NAMED = rare_pattern(
    r"\b(?:survey|poll|questionnaire|evaluation|feedback|arolwg|holiadur|sondage|enquête|umfrage|fragebogen|encuesta"
    r"|опитування|анкета|опрос|ankieta|sondaggio|enquête|anket|استبيان|استطلاع)\b",
    re.IGNORECASE,
)
_ASKS = ("?", "؟", "？")
_WORD = rare_pattern(r"^\w+[ \t]*:[ \t]*")
_BRACES = rare_pattern(r"[ \t]+\{[^{}]*\}[ \t]*$")


def told_of_survey(nodes: Sequence[Node], index: int, context: Context) -> bool:
    """Report the heading at this place as a question of a survey; whether it is one."""
    heading = nodes[index]
    if not heading.lines:
        return False
    line = heading.lines[0]
    braces = _BRACES.search(line.text)
    own = braces[0].rstrip() if braces else ""
    words = line.text[: braces.start()] if braces else line.text
    if not words.rstrip("*_ ").endswith(_ASKS):
        return False  # a list of things to do
    boxes = [box for node in body_of(nodes, index) for item in node.children if (box := _box(item))]
    survey = _survey_above(nodes, index) if boxes and not any(box in "xX" for box in boxes) else None
    if survey is None:
        return False
    title = survey.lines[0].text.strip()
    whole = f" Begin the survey with a heading: `## Survey: {_WORD.sub('', title)}`."
    whole = "" if title.startswith("Survey:") else f"{whole} If an answer is right, put an x into its box."
    message = "this question of a survey is a heading, and belongs in bold, alone on its line"
    hint = f"Write: **{words.strip('*_ ')}**{own} , so for each question of it, with its own list below.{whole}"
    context.fault("STR-012", line.place(), message, hint, len(line.text))
    return True


def _box(item: Node) -> str:
    words = first_words(item) if item.kind == "item" else None
    box = BOX.match(words.lines[0].text) if words else None
    return box[1] if box else ""


def _survey_above(nodes: Sequence[Node], index: int) -> Node | None:
    """The heading of the survey to which a heading belongs: above it or, with nothing to answer in its own part, beside it."""
    level = nodes[index].level
    for place in range(index - 1, -1, -1):
        one = nodes[place]
        if one.kind == "rule":
            return None
        if one.kind != "heading" or not one.lines or one.level > level:
            continue
        answered = any(node.kind == "list" for node in body_of(nodes, place))
        if _NAMED.search(one.lines[0].text) and (one.level < level or not answered):
            return one
        if one.level < level or not answered:
            return None
    return None
