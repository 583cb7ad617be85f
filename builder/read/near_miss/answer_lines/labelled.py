"""Lines below a question that other tools give a label: feedback on right or wrong answers alone, points, difficulty."""

import re
from collections.abc import Iterator, Sequence

from builder.model.diagnostics import Edit
from builder.model.rare_pattern import rare_pattern
from builder.read.markdown.context import Context
from builder.read.markdown.lines import Line, Node
from builder.read.near_miss.answer_lines.blocks import without_lines
from builder.read.near_miss.answer_lines.options import Option

_LABEL = rare_pattern(
    r"[*_]{0,2}(?P<name>[^:：\n*_]{2,40}?)[ \t\u00a0]?[*_]{0,2}[:：][*_]{0,2}[ \t]*(?P<words>\S[^\n]*?)[*_]{0,2}$"
)
_FEEDBACK = (
    "feedback adborth rétroaction commentaire rückmeldung retroalimentación comentario retroalimentacion informacja"
    " komentarz відгук зворотний коментар отзыв комментарий обратная commento terugkoppeling ملاحظات تعليق تغذية"
)
_FEEDBACK_WORDS = frozenset(_FEEDBACK.split())
_WHEN = frozenset(["if", "on", "when", "os", "si", "wenn", "bei", "jeśli", "gdy", "якщо", "если", "se", "als", "إذا"])
_WRONG = re.compile(
    r"(?:incorrect|wrong|false|anghywir|niepoprawn|nieprawidłow|błędn|неправильн|невірн|неверн|mauvais|faux|fausse|falsch|sbagliat|errad|fout|خاطئ|خطأ)",
    re.IGNORECASE,
)
_RIGHT = re.compile(
    r"(?:correct|right|cywir|gywir|poprawn|prawidłow|правильн|вірн|верн|bon(?:ne)?$|juste|richtig|corrett|cert[ao]|juist|صحيح)",
    re.IGNORECASE,
)
_COUNTS = {"points": "weight", "point": "weight", "marks": "weight", "weight": "weight", "attempts": "attempts"}
"""Labels of settings that a heading takes."""
_OTHERS = frozenset(
    [
        "difficulty",
        "shuffle",
        "category",
        "tags",
        "tag",
        "level",
        "score",
        "topic",
        "bloom",
        "randomize",
        "randomise",
        "penalty",
        "type",
    ]
)
_OTHER_NAMES = frozenset(
    ["time limit", "question type", "shuffle answers", "shuffle options", "bloom level", "learning objective", "grade"]
)
_ABOVE = frozenset(
    [
        *_COUNTS,
        "time limit",
        "question type",
        "shuffle answers",
        "shuffle options",
        "difficulty",
        "penalty",
        "randomize",
    ]
)
"""Labels that no question has among its own words: a category or a level may be what it is about."""
_NUMBER = re.compile(r"[1-9]\d?(?:[.,]0+)?")
_LONGEST_VALUE = 40
"""Characters of a setting; more of them are a sentence."""


def without_labelled(below: Sequence[Node], options: Sequence[Option], context: Context) -> list[Node]:
    """The blocks below what learners answer with, without such lines; each is reported."""
    told: list[Line] = []
    for line in _lines(below):
        match = _LABEL.fullmatch(line.text.rstrip()) if ":" in line.text or "：" in line.text else None
        name = " ".join(match["name"].casefold().split()) if match else ""
        if match is None or not name:
            continue
        about = _about(name)
        if about is not None:
            _report_feedback(line, match["words"], about, options, context)
        elif not _report_setting(line, name, match["words"], context):
            continue
        told.append(line)
    return [node for node in without_lines(below, told) if node is not None] if told else list(below)


def without_settings(above: Sequence[Node], context: Context) -> list[Node]:
    """The blocks above what learners answer with, without settings of other tools; each is reported."""
    told: list[Line] = []
    for line in _lines(above):
        match = _LABEL.fullmatch(line.text.rstrip()) if ":" in line.text or "：" in line.text else None
        name = " ".join(match["name"].casefold().split()) if match else ""
        if match and name in _ABOVE and _report_setting(line, name, match["words"], context):
            told.append(line)
    return [node for node in without_lines(above, told) if node is not None] if told else list(above)


def _lines(nodes: Sequence[Node]) -> Iterator[Line]:
    for node in nodes:
        if node.kind == "paragraph":
            yield from node.lines


def _about(name: str) -> bool | None:
    """Whether a label says that its words are about right answers, or wrong ones; None for any other label."""
    words = [word.removeprefix("ال") for word in re.findall(r"[^\W\d_]+", name)]
    of_feedback = any(word in _FEEDBACK_WORDS for word in words)
    if not of_feedback and not (words and words[0] in _WHEN and (_WRONG.match(words[-1]) or _RIGHT.match(words[-1]))):
        return None
    wrong = any(_WRONG.match(word) for word in words)
    right = any(_RIGHT.match(word) for word in words)
    return right if wrong != right else None


def _report_feedback(line: Line, words: str, right: bool, options: Sequence[Option], context: Context) -> None:
    """Feedback that only some learners are to read."""
    what = "right" if right else "wrong"
    message = f"this is feedback on {what} answers alone, and learners would not read it here"
    fix = None
    if options:
        hint = f"Write it below each {what} option, indented by two spaces:   > {words[:60]}"
        fix = _below_options(line, words, right, options)
    else:
        hint = "Feedback here is shown after any answer: write words that fit each of them, and > before them."
    context.fault("QUE-005", line.place(), message, hint, len(line.text.rstrip()), fix)


def _below_options(line: Line, words: str, right: bool, options: Sequence[Option]) -> list[Edit] | None:
    """Put the words under each option that they are about; None where that is not plain."""
    ticked = {number for number, option in enumerate(options) if option.ticked}
    if not ticked or any(option.below or not option.boxed for option in options):
        return None
    edits = []
    for number, option in enumerate(options):
        last = [option.line, *option.more][-1]
        if (number in ticked) is not right:
            continue
        if not last.typed.startswith("- ") or last.source is not line.source or last.number >= line.number - 1:
            return None
        end = len(last.typed) + 1
        edits.append(Edit(last.source.path, last.number, end, last.number, end, f"\n  > {words}"))
    above = line.number - 1
    edits.append(Edit(line.source.path, above, len(line.source.line(above)) + 1, line.number, len(line.typed) + 1, ""))
    return edits if len(edits) > 1 else None


def _report_setting(line: Line, name: str, value: str, context: Context) -> bool:
    """A setting of a question in another tool; whether it is one."""
    if len(value) > _LONGEST_VALUE:
        return False
    number = _NUMBER.match(value)
    if name in _COUNTS and number and len(value.split()) <= 2:
        said = f"{{{_COUNTS[name]}={int(number[0].split('.')[0].split(',')[0])}}}"
        hint = f"Write {said} at the end of the heading, and delete this line."
    elif name in _OTHERS or name in _OTHER_NAMES:
        hint = f"Delete this line, or make a comment of it: <!-- {line.text.strip()[:60]} -->"
    else:
        return False
    message = f"“{name.capitalize()}” is a setting of questions in other tools, and learners would read this line"
    context.fault("QUE-005", line.place(), message, hint, len(line.text.rstrip()))
    return True
