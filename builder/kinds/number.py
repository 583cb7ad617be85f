"""`Number`: a line `= 20` or `= 20 ± 2` says what is right."""

import re
from collections.abc import Sequence
from decimal import Decimal

from builder.model.assessment import AssessmentItem, NumericEntryInteraction
from builder.model.content import Fragment
from builder.model.contract import LONGEST_NUMBER
from builder.model.kind import LongestAnswer, QuestionKind, Shape
from builder.model.rare_pattern import rare_pattern
from builder.read.blocks.sections import Section
from builder.read.blocks.shapes import equals
from builder.read.markdown.block_reader import Reader
from builder.read.markdown.lines import Line, Node
from builder.read.near_miss.answer_lines.elsewhere import AGAIN
from builder.read.near_miss.answer_lines.labels import key_of
from builder.read.near_miss.answer_lines.options import last_line
from builder.read.near_miss.numbers import EXAMPLE, PLAIN, NearNumber, near_number, share, two_readings
from builder.read.questions.common import assessment_item, complain, overall_feedback

_ANSWER = rare_pattern(r"^=(?!=)\s*(?P<value>.*?)\s*(?P<sign>(?:±|\+-|\+/-)\s*(?P<tolerance>.*?)\s*)?$")


def _told_answer_line(section: Section, reader: Reader) -> bool:
    """Report a line such as `Answer: 5`; gives whether there is one."""
    for node in section.body:
        line = last_line(node)
        found = key_of(line) if line else None
        if found and PLAIN.match(number := found.named):
            line = found.line
            message, hint = "the right number stands behind an equals sign", f"Write: = {number}"
            reader.fault("QUE-010", line.place(), message, hint, len(line.text), (line.text, f"= {number}"))
            return True
    return False


def _keyed(body: Sequence[Node], named: str) -> str:
    """The number that an answer line gives, where another line gives one too."""
    lines = [line for node in body if node.kind == "paragraph" for line in node.lines if line.text.startswith("=")]
    if not lines or len(named.split()) > 2 or not named.lstrip("+-−£$€ ")[:1].isdecimal():
        return ""
    match = _ANSWER.match(lines[0].text)
    if match and PLAIN.match(named) and PLAIN.match(match["value"]):
        given, said = (Decimal(number.replace("−", "-")) for number in (match["value"], named))
        return AGAIN if given == said else f"Write = {named} if this line is true"
    return "Write what is right behind the = , as a number alone"


def read_number(section: Section, identifier: str, title: Fragment, reader: Reader) -> AssessmentItem | None:
    """The question, then a line that begins with `=`."""
    before = len(reader.diagnostics)
    answers = [
        (index, line)
        for index, node in enumerate(section.body)
        if node.kind == "paragraph"
        for line in node.lines
        if line.text.startswith("=")
    ]
    if not answers and _told_answer_line(section, reader):
        return None
    if not answers:
        hint = "Add a line such as = 20 , or = 20 ± 2 when anything from 18 to 22 is right."
        complain(section, reader, "QUE-010", "there is no line that says which number is right", hint)
        return None
    at, line = answers[0]
    for _, second in answers[1:]:
        message = f"line {line.number} already gives the right number"
        reader.fault("QUE-010", second.place(), message, "Keep one of them.", len(second.text))
    prompt = _above(section.body[at], line, reader)
    interaction = _interaction(line, reader)
    given = {index for index, _ in answers}
    overall = overall_feedback([node for i, node in enumerate(section.body) if i > at and i not in given], reader)
    if interaction is None or len(reader.diagnostics) > before:
        return None
    nodes = [*section.body[:at], *prompt]
    return assessment_item(section, identifier, title, nodes, interaction, overall, reader)


def _above(node: Node, answer: Line, reader: Reader) -> list[Node]:
    """What the paragraph of the answer says before it; words after it are a fault."""
    place = node.lines.index(answer)
    for line in node.lines[place + 1 :][:1]:
        if not line.text.startswith("="):
            message = "these words stand below the number, where a learner would not look for them"
            reader.fault("QUE-005", line.place(), message, "Put them above the line that begins with = .")
    if place == 0:
        return []
    return [Node("paragraph", node.source, node.line, node.column, lines=node.lines[:place])]


def _interaction(line: Line, reader: Reader) -> NumericEntryInteraction | None:
    match = _ANSWER.match(line.text)
    if not match:
        _doubled(line, reader)
        return None
    value = _decimal(line, match["value"], match.start("value"), reader)
    tolerance: Decimal | None = Decimal(0)
    if match["sign"] is not None:
        tolerance = _decimal(line, match["tolerance"], match.start("tolerance"), reader, value)
        if tolerance is not None and tolerance < 0:
            message = "the number after ± is never below zero"
            hint, written = f"Write: = {match['value']} ± {-tolerance}", match["tolerance"]
            column = line.column + match.start("tolerance")
            reader.fault("QUE-010", line.in_line(column), message, hint, len(written), (written, str(-tolerance)))
    return None if value is None or tolerance is None else NumericEntryInteraction(value, tolerance)


def _doubled(line: Line, reader: Reader) -> None:
    """QUE-010: a line that begins with two equals signs."""
    rest = line.text.lstrip("= ")
    known = all(PLAIN.match(number) for number in re.split(r"\s*(?:±|\+-|\+/-)\s*", rest))
    hint, fix = (f"Write: = {rest}", (line.text, f"= {rest}")) if known else (EXAMPLE, None)
    reader.fault("QUE-010", line.place(), "one = is enough", hint, 2, fix)


def _decimal(line: Line, text: str, offset: int, reader: Reader, of: Decimal | None = None) -> Decimal | None:
    """The number that a text is; None with a fault for any other. `of`: the value that it may be added to."""
    if PLAIN.match(text):
        if (two := two_readings(text, reader.language)) is None:
            return Decimal(text.replace("−", "-"))
        reader.fault("QUE-010", line.place(offset), two.message, two.hint, len(text))
        return None
    near = near_number(text, is_value=line.text[:offset].strip() == "=")
    if of is not None and (part := share(text, of)):
        near = NearNumber("the number after ± is a number, not a percentage", f"Write {part}", part)
    fix = (text, near.meant) if near.meant else None
    reader.fault("QUE-010", line.place(offset), near.message, near.hint, max(1, len(text)), fix)
    return None


def _right(number: NumericEntryInteraction) -> list[str]:
    return [f"{number.low:f}", f"{number.high:f}"]


NUMBER = QuestionKind(
    word="Number",
    makes="a question whose answer is a number",
    name="number",
    component="number",
    read=read_number,
    shape=Shape(shows=equals, telling="there is a line with = and a number below this heading"),
    examples=("number",),
    scorm12="numeric",
    scorm2004="numeric",
    right=_right,
    right_is="the line that begins with =",
    keyed=_keyed,
    fingerprint="NumericEntryInteraction",
    reported=lambda number: [" to ".join(dict.fromkeys(_right(number)))],
    longest=lambda _: LongestAnswer(written=(LONGEST_NUMBER,)),
)
