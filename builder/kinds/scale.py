"""`Scale`: labels from the lowest to the highest; there is no right answer."""

from builder.model.assessment import AssessmentItem, LikertInteraction, SimpleChoice
from builder.model.content import Fragment
from builder.model.kind import LongestAnswer, QuestionKind, Shape
from builder.read.blocks.own_ids import entry_of
from builder.read.blocks.sections import Section
from builder.read.blocks.shapes import dashed_list
from builder.read.markdown.block_reader import Reader
from builder.read.markdown.lines import Node
from builder.read.questions.common import (
    assessment_item,
    boxed_line,
    complain,
    feedback_of,
    first_words,
    misplaced_feedback,
    overall_feedback,
    without_box,
    wordless,
)
from builder.read.questions.option_ids import ids_of_entries, refuse_same

_EXAMPLE = "Write each label on a line of its own, lowest first: - Not at all"


def read_scale(section: Section, identifier: str, title: Fragment, reader: Reader) -> AssessmentItem | None:
    """A list of labels with dashes, lowest first; a quote under a label is shown to whoever chose it."""
    before = reader.errors
    lists = [index for index, node in enumerate(section.body) if node.kind == "list"]
    first, last = (lists[0], lists[-1]) if lists else (len(section.body), len(section.body))
    labels = [item for index in lists for item in _labels(section.body[index], reader)]
    below: list[Node] = []
    for index, node in enumerate(section.body[first:], first):
        if node.kind == "quote" and index < last:
            misplaced_feedback(node, True, reader)
        elif node.kind != "list":
            below.append(node)
    if reader.errors == before:
        _check_labels(section, labels, reader)
    if reader.errors > before:
        return None
    interaction = LikertInteraction(_choices(labels, reader))
    overall = overall_feedback(below, reader, listed=True)
    if reader.errors > before:
        return None
    return assessment_item(section, identifier, title, section.body[:first], interaction, overall, reader)


def _labels(node: Node, reader: Reader) -> list[Node]:
    if node.ordered:
        message = "the labels of a Scale have no numbers: their order is their place on the scale"
        reader.fault("QUE-011", node.place(), message, "Begin each with a dash: - words")
        return []
    for item in node.children:
        if first_words(item) is None:
            wordless(item, reader, "QUE-011", "this label has no words", "Write a few words after the dash.")
        elif box := boxed_line(item):
            message = "a Scale has no right answer, so its labels have no tick boxes"
            hint, fix = without_box(box, reader)
            hint += " . For a question with a right answer, begin the heading with Quiz:"
            reader.fault("QUE-011", box.place(), message, hint, 3, fix)
    return node.children


def _check_labels(section: Section, labels: list[Node], reader: Reader) -> None:
    if len(labels) < 2:
        found = "only one label" if labels else "no labels"
        complain(section, reader, "QUE-011", f"this scale has {found}", _EXAMPLE)


def _choices(labels: list[Node], reader: Reader) -> tuple[SimpleChoice, ...]:
    entries = [entry_of(words.lines, reader) for item in labels if (words := first_words(item))]
    lines = [entry.lines for entry in entries]
    contents = [reader.fragment(words) for words in lines]
    what, hint = "this label says the same as the one on line {line}", "Change one of them, or delete it."
    placed = [(content, words[0].place(), len(words[0].text)) for content, words in zip(contents, lines, strict=True)]
    refuse_same(placed, "QUE-011", what, hint, reader)
    names = ids_of_entries(contents, entries, "label", reader)
    return tuple(
        SimpleChoice(name, content, False, feedback_of(item, reader))
        for name, content, item in zip(names, contents, labels, strict=True)
    )


SCALE = QuestionKind(
    word="Scale",
    makes="a scale without a right answer",
    name="scale",
    component="scale",
    read=read_scale,
    shape=Shape(shows=dashed_list, plain_list=True, entry="-"),
    examples=("scale",),
    scorm12="likert",
    scorm2004="likert",
    sends="scale",
    longest=lambda scale: LongestAnswer(chosen=(tuple(choice.id for choice in scale.choices),)),
    choices=lambda scale: scale.choices,
    choice_noun="label",
    worked="",
)
