"""`Number`: a line `= 20` or `= 20 ± 2` says what is right."""

import re
from decimal import Decimal

from builder.model.assessment import AssessmentItem, NumericEntryInteraction
from builder.model.content import Fragment
from builder.model.contract import LONGEST_NUMBER
from builder.model.kind import LongestAnswer, QuestionKind, Shape
from builder.read.blocks.sections import Section
from builder.read.markdown.block_writer import Writer
from builder.read.markdown.blocks import Line, Node
from builder.read.near_miss.block_shape import equals
from builder.read.questions.common import assessment_item, complain, overall_feedback

_ANSWER = re.compile(r"^=(?!=)\s*(?P<value>.*?)\s*(?P<sign>(?:±|\+-|\+/-)\s*(?P<tolerance>.*?)\s*)?$")
_NUMBER = re.compile(r"^[+\-−]?\d{1,15}(?:\.\d{1,7})?$")
_GROUPED = re.compile(r"^[+\-−]?\d{1,3}(?:,\d{3})+(?:\.\d+)?$")
_COMMA = re.compile(r"^[+\-−]?\d+,\d+$")
_RANGE = re.compile(r"^(\d{1,9}(?:\.\d{1,6})?)\s*(?:-|–|—|−|\.\.\.?|to)\s*(\d{1,9}(?:\.\d{1,6})?)(?:\s*[^\W\d].*)?$")
_EXAMPLE = "Write a line = 20 , or = 20 ± 2 when anything from 18 to 22 is right."


def read_number(section: Section, identifier: str, title: Fragment, writer: Writer) -> AssessmentItem | None:
    """The question, then a line that begins with `=`."""
    before = len(writer.diagnostics)
    answers = [
        (index, line)
        for index, node in enumerate(section.body)
        if node.kind == "paragraph"
        for line in node.lines
        if line.text.startswith("=")
    ]
    if not answers:
        complain(section, writer, "QUE-010", "there is no line that says which number is right", _EXAMPLE)
        return None
    at, line = answers[0]
    for _, second in answers[1:]:
        message = f"the right number was given on line {writer.at(line.number)[1]} already"
        writer.fault("QUE-010", second.number, second.column, message, _EXAMPLE, len(second.text))
    prompt = _above(section.body[at], line, writer)
    interaction = _interaction(line, writer)
    given = {index for index, _ in answers}
    overall = overall_feedback([node for i, node in enumerate(section.body) if i > at and i not in given], writer)
    if interaction is None or len(writer.diagnostics) > before:
        return None
    nodes = [*section.body[:at], *prompt]
    return assessment_item(section, identifier, title, nodes, interaction, overall, writer)


def _above(node: Node, answer: Line, writer: Writer) -> list[Node]:
    """What the paragraph of the answer says before it; words after it are a fault."""
    place = node.lines.index(answer)
    for line in node.lines[place + 1 :][:1]:
        if not line.text.startswith("="):
            message = "these words stand below the number, where a learner would not look for them"
            writer.fault("QUE-005", line.number, line.column, message, "Put them above the line that begins with = .")
    if place == 0:
        return []
    return [Node("paragraph", node.line, node.column, lines=node.lines[:place])]


def _interaction(line: Line, writer: Writer) -> NumericEntryInteraction | None:
    match = _ANSWER.match(line.text)
    if not match:
        writer.fault("QUE-010", line.number, line.column, "one = is enough", _EXAMPLE, 2)
        return None
    value = _decimal(line, match["value"], match.start("value"), writer)
    tolerance: Decimal | None = Decimal(0)
    if match["sign"] is not None:
        tolerance = _decimal(line, match["tolerance"], match.start("tolerance"), writer)
        if tolerance is not None and tolerance < 0:
            message = "what may be added and taken away is never below zero"
            hint = f"Write: = {match['value']} ± {-tolerance}"
            column = line.column + match.start("tolerance")
            writer.fault("QUE-010", line.number, column, message, hint, len(match["tolerance"]))
    return None if value is None or tolerance is None else NumericEntryInteraction(value, tolerance)


def _decimal(line: Line, text: str, offset: int, writer: Writer) -> Decimal | None:
    if _NUMBER.match(text):
        return Decimal(text.replace("−", "-"))
    column, length = line.column + offset, max(1, len(text))
    if _GROUPED.match(text) and not text.startswith("0"):
        message, hint = f"{text} has a comma in it", f"Write {text.replace(',', '')} without the comma."
        hint += f" If the comma is the decimal point, write {text.replace(',', '.')}" if text.count(",") == 1 else ""
    elif _COMMA.match(text):
        message = "decimals are written with a point here; learners may write a comma"
        hint = f"Write {text.replace(',', '.')}"
    elif not text:
        message, hint = "there is no number here", _EXAMPLE
    elif line.text[:offset].strip() == "=" and (ends := _RANGE.match(text)) and Decimal(ends[1]) < Decimal(ends[2]):
        message, hint = f"{text} is a range, and a range is written from its middle", f"Write: {_by_middle(ends)}"
    elif words := re.match(r"^([+\-−]?\d+(?:\.\d+)?)\s*(\D.*)$", text):
        message = f"“{words[2]}” is not part of a number"
        hint = f"Write {words[1]} alone, and say in the question what is counted."
    else:
        message, hint = f"“{text}” is not a number", _EXAMPLE
    writer.fault("QUE-010", line.number, column, message, hint, length)
    return None


def _by_middle(ends: re.Match[str]) -> str:
    """A range as its middle, and what may be added and taken away: 5 to 7 is `= 6 ± 1`."""
    low, high = Decimal(ends[1]), Decimal(ends[2])
    middle, way = ((high + low) / 2).normalize(), ((high - low) / 2).normalize()
    return f"= {middle:f} ± {way:f}"


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
    fingerprint="NumericEntryInteraction",
    reported=lambda number: [" to ".join(dict.fromkeys(_right(number)))],
    longest=lambda _: LongestAnswer(written=(LONGEST_NUMBER,)),
)
