"""`Number`: a line such as `= 20`, `= 20 ± 2`, `= 5..10 mg` or `= 5 or 7` says what is right."""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from decimal import Decimal

from builder.kinds.number.right_numbers import hint_on, meant_number, read_right_numbers, reads_as_one
from builder.kinds.number.unit_names import CURRENCIES, is_another, plain_spellings
from builder.model.assessment import AssessmentItem, NumericEntryInteraction, NumericRange
from builder.model.content import Fragment, Said
from builder.model.contract import LONGEST_NUMBER
from builder.model.diagnostics import Edit
from builder.model.kind import LongestAnswer, QuestionKind, Shape
from builder.model.rare_pattern import rare_pattern
from builder.read.blocks.sections import Section
from builder.read.blocks.shapes import equals
from builder.read.markdown.block_reader import Reader
from builder.read.markdown.lines import Line, Node
from builder.read.near_miss.answer_lines.elsewhere import AGAIN
from builder.read.near_miss.answer_lines.labels import Key, is_label, key_of
from builder.read.near_miss.numbers import PLAIN
from builder.read.questions.common import assessment_item, complain, overall_feedback

_FIGURE = rare_pattern(r"\d|[¼-¾⅐-⅞]")
_VALUE = rare_pattern(r"^=\s*([^\s±]+)\s*(?:(?:±|\+-|\+/-).*)?$")


def _told_answer_line(section: Section, reader: Reader) -> bool:
    """Report a line such as `Answer: 5 mg`; gives whether there is one that names a number."""
    for node in section.body:
        label: Line | None = None
        for line, quoted in _answer_lines([node]):
            key = key_of(line, anywhere=True) or (Key(line, 0, line.text.strip("*_. "), label) if label else None)
            label = line if is_label(line.text) else None
            if key is None or not _FIGURE.search(key.named):
                continue
            message, meant = "the right number stands behind an equals sign", meant_number(key.named)
            if not meant:
                hint = f"Write a line that begins with = and has the number in digits, with its unit, as “{line.text.strip()[:60]}” means it."
                if told := hint_on(key.named):
                    bare = told.startswith("Ask") or "Write = " in told
                    hint = told if bare else f"Write a line that begins with = , the number and its unit. {told}"
                reader.fault("QUE-010", line.place(), message, hint, len(line.text))
                return True
            plain = node.kind == "paragraph" and not key.start and not quoted
            fix = _in_its_place(key, meant) if plain else None
            hint = f"Write: = {meant}" if plain else f"Write on a line of its own, at the margin: = {meant}"
            reader.fault("QUE-010", line.place(key.start), message, hint, len(line.text) - key.start, fix)
            return True
    return False


def _in_its_place(key: Key, meant: str) -> Edit:
    """Write the number in place of the line, and of the label above it."""
    first, last = key.first, key.line
    return Edit(
        first.source.path, first.number, first.place().typed_column, last.number, len(last.typed) + 1, f"= {meant}"
    )


def _answer_lines(nodes: Sequence[Node], quoted: bool = False) -> Iterator[tuple[Line, bool]]:
    """Lines of text, also in lists and in feedback."""
    for node in nodes:
        if node.kind == "paragraph":
            yield from ((line, quoted) for line in node.lines)
        elif node.kind in {"list", "item", "quote"}:
            yield from _answer_lines(node.children, True)


def _keyed(body: Sequence[Node], named: str) -> str:
    """The number that an answer line gives, where another line gives one too."""
    lines = [line for node in body if node.kind == "paragraph" for line in node.lines if line.text.startswith("=")]
    if not lines or len(named.split()) > 2 or not named.lstrip(f"+-− {CURRENCIES}")[:1].isdecimal():
        return ""
    match = _VALUE.match(lines[0].text)
    if match and PLAIN.match(named) and PLAIN.match(match[1]):
        given, said = (Decimal(number.replace("−", "-")) for number in (match[1], named))
        return AGAIN if given == said else f"Write = {named} if this line is true"
    return "Write what is right behind the = , as a number alone"


def read_number(section: Section, identifier: str, title: Fragment, reader: Reader) -> AssessmentItem | None:
    """The question, then a line that begins with `=`."""
    before = reader.errors
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
    _report_more(line, [second for _, second in answers[1:]], reader)
    prompt = _above(section.body[at], line, reader)
    (bare, *_), attributes = reader.braces([line])
    interaction = _filled(bare, reader)
    if interaction and (language := reader.language_of(attributes)):
        interaction = replace(interaction, units=tuple(Said(name, language) for name in interaction.units))
    given = {index for index, _ in answers}
    overall = overall_feedback([node for i, node in enumerate(section.body) if i > at and i not in given], reader)
    if interaction is None or reader.errors > before:
        return None
    nodes = [*section.body[:at], *prompt]
    return assessment_item(section, identifier, title, nodes, interaction, overall, reader)


def _filled(line: Line, reader: Reader) -> NumericEntryInteraction | None:
    """What is right by a line, once the words of its variables are in it."""
    variables = reader.engine.variables
    if "{{" not in line.text:
        return read_right_numbers(line, reader)
    unknown = variables.unknown(line.text)
    for raw in unknown:
        place = line.place(line.text.find(raw))
        reader.fault("VAR-001", place, *variables.problem(raw), len(raw), variables.fix(raw))
    if unknown or not variables.known:
        return None
    found = len(reader.diagnostics)
    interaction = read_right_numbers(line.part(0, variables.filled(line.text)), reader)
    # What is wrong is in the words of the variable, which stand elsewhere: the line itself is shown, and not changed.
    reader.diagnostics[found:] = [
        replace(one, span=line.place().span(len(line.text)), fix=()) for one in reader.diagnostics[found:]
    ]
    return interaction


def _report_more(first: Line, others: Sequence[Line], reader: Reader) -> None:
    """QUE-010: more than one line with a right number."""
    given = [line.text[1:].strip() for line in (first, *others)]
    several = list(dict.fromkeys(given))
    for second in others:
        message = f"line {first.number} already gives the right number"
        hint, fix = "Keep one of them.", None
        if len(several) == 1 and second.number == first.number + 1:
            end = len(first.typed) + 1
            fix = Edit(first.source.path, first.number, end, second.number, len(second.typed) + 1, "")
        elif len(several) > 1 and reads_as_one(several):
            hint = f"Write = {' or '.join(several)} in one line if each of them is right. If not, keep one of them."
        elif len(several) > 1:
            hint = "Keep one of them; or write them in one line and one unit, with or between them, such as = 3 or 4"
        reader.fault("QUE-010", second.place(), message, hint, len(second.text), fix)


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


def _right(number: NumericEntryInteraction) -> list[str]:
    """The ends of each range, then the unit; an end that is open is empty."""
    ends = [end for one in number.ranges for end in (one.low, one.high)]
    return ["" if end is None else f"{end:f}" for end in ends] + [f"unit {unit}" for unit in number.units[:1]]


def _reported(number: NumericEntryInteraction) -> list[str]:
    """What is right as people read it: `5 to 10 mg`."""
    return [" or ".join(_range_in_words(one, number) for one in number.ranges)]


def _range_in_words(one: NumericRange, number: NumericEntryInteraction) -> str:
    if one.low is None or one.high is None:
        return f"{number.measured(one.example)} or {'more' if one.high is None else 'less'}"
    if one.low == one.high:
        return number.measured(one.low)
    return f"{one.low:f} to {number.measured(one.high)}"


def _units(number: NumericEntryInteraction) -> list[str]:
    """All that a learner may write beside the number: the names of the author, then other spellings of the same unit."""
    names = (*number.units, *number.also)
    return [*dict.fromkeys((*number.units, *(one for name in names for one in plain_spellings(name))))]


def _alike(one: NumericEntryInteraction, other: NumericEntryInteraction) -> bool:
    """Whether the numbers are the same, and the unit may be: it is called otherwise in another language."""
    if _right(replace(one, units=())) != _right(replace(other, units=())) or bool(one.units) != bool(other.units):
        return False
    return not one.units or not is_another(one.units[0], other.units[0])


NUMBER = QuestionKind(
    word="Number",
    makes="a question whose answer is a number",
    name="number",
    component="number",
    read=read_number,
    shape=Shape(shows=equals, telling="there is a line with = and a number below this heading"),
    examples=("number", "dose"),
    scorm12="numeric",
    scorm2004="numeric",
    sends="number",
    right=_right,
    alike=_alike,
    right_is="the line that begins with =",
    keyed=_keyed,
    fingerprint="NumericEntryInteraction",
    reported=_reported,
    units=_units,
    longest=lambda _: LongestAnswer(written=(LONGEST_NUMBER,)),
)
