"""`Order`: steps to put in order."""

from collections.abc import Sequence

from builder.model.assessment import AssessmentItem, OrderInteraction, SimpleChoice
from builder.model.content import Fragment
from builder.model.kind import LongestAnswer, QuestionKind, Shape
from builder.model.rare_pattern import rare_pattern
from builder.read.blocks.own_ids import Entry, entry_of
from builder.read.blocks.sections import Section
from builder.read.blocks.shapes import numbered_list
from builder.read.markdown.block_reader import Reader
from builder.read.markdown.lines import Node
from builder.read.near_miss.answer_lines.elsewhere import AGAIN, entries, places
from builder.read.near_miss.answer_lines.words.letters import is_lettered
from builder.read.questions.common import complain, feedback_of, first_words, wordless
from builder.read.questions.options import check_alike, identified, item_of, sort_options

_BEHIND = rare_pattern(r"[ \t]*[(\[](\d{1,2})[)\]][ \t.]*$")
"""A number in brackets behind the words of a step."""


def read_order(section: Section, identifier: str, title: Fragment, reader: Reader) -> AssessmentItem | None:
    """`Order`: a numbered list in the right order."""
    before = reader.errors
    parts = sort_options(section, reader, ordered=True)
    steps = [step for node in parts.options if (step := _step(node, reader))]
    choices = [choice for choice, _ in steps]
    if reader.errors == before:
        if len(choices) < 2:
            complain(
                section,
                reader,
                "QUE-004",
                "this question has nothing to put in order",
                "Add a numbered list of steps in their right order.",
            )
        check_alike(choices, [node.place() for node in parts.options], reader)
        _check_numbers(parts.options, reader)
    if reader.errors > before:
        return None
    interaction = OrderInteraction(identified(steps, reader))
    if reader.errors > before:
        return None
    return item_of(section, identifier, title, parts, interaction, reader)


def _check_numbers(steps: Sequence[Node], reader: Reader) -> None:
    """QUE-018: steps whose numbers, or the numbers in brackets behind their words, say another order than their lines."""
    lines = [words.lines[-1] for item in steps if (words := first_words(item))]
    behind = [match for line in lines if (match := _BEHIND.search(line.text))]
    for numbers in ([int(item.info[:-1]) for item in steps], [int(match[1]) for match in behind]):
        order = sorted(range(len(numbers)), key=numbers.__getitem__)
        counted = sorted(numbers) == list(range(min(numbers, default=0), min(numbers, default=0) + len(steps)))
        if not counted or order == list(range(len(steps))):
            continue
        said = ", ".join(map(str, numbers))
        by_number = "; ".join(f"{n}. {_BEHIND.sub('', lines[place].text)[:40]}" for n, place in enumerate(order, 1))
        message = f"these steps are numbered {said}, and the order of their lines is what counts"
        hint = f"Write {by_number} if the numbers are right. If the lines are, number them 1, 2, 3."
        reader.fault("QUE-018", steps[0].place(), message, hint)
        return


def _step(item: Node, reader: Reader) -> tuple[SimpleChoice, Entry] | None:
    words = first_words(item)
    if words is None:
        wordless(item, reader, "QUE-004", "this step has no words", "Write a few words after the number.")
        return None
    entry = entry_of(words.lines, reader)
    return SimpleChoice("", reader.fragment(entry.lines), True, feedback_of(item, reader)), entry


def _keyed(body: Sequence[Node], named: str) -> str:
    """The steps in the order that an answer line gives."""
    steps = entries(body, ordered=True)
    order = places(named, steps)
    if len(order) < 2 or sorted(order) != list(range(len(steps))):
        return "Write the steps in their right order" if is_lettered(named) else ""
    written = " , ".join(f"{number}. {steps[place][:40]}" for number, place in enumerate(order, 1))
    return AGAIN if order == sorted(order) else f"Write {written}"


def _ids(order: OrderInteraction) -> list[str]:
    return [choice.id for choice in order.choices]


ORDER = QuestionKind(
    word="Order",
    makes="steps to put in order",
    name="order",
    component="order",
    read=read_order,
    shape=Shape(shows=numbered_list, plain_list=True, entry="1."),
    examples=("order",),
    scorm12="sequencing",
    scorm2004="sequencing",
    sends="order",
    right=_ids,
    right_is="the order of the list",
    keyed=_keyed,
    fingerprint="OrderInteraction",
    longest=lambda order: LongestAnswer(chosen=tuple((id,) for id in _ids(order))),
    choices=lambda order: order.choices,
    choice_noun="step",
    in_parts=lambda order: True,
    mixed="always",
)
