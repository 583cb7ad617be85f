"""`Quiz`: options with tick boxes."""

from dataclasses import replace

from builder.model.assessment import AssessmentItem, ChoiceInteraction, SimpleChoice
from builder.model.content import Fragment, pictures
from builder.model.kind import LongestAnswer, QuestionKind, Shape
from builder.model.rare_pattern import rare_pattern
from builder.read.blocks.own_ids import Entry, entry_of
from builder.read.blocks.sections import Section
from builder.read.blocks.shapes import tick_boxes
from builder.read.files.place import Place
from builder.read.markdown.block_reader import Reader
from builder.read.markdown.lines import Node
from builder.read.questions.common import BOX, NEAR_LINE, complain, feedback_of, first_words
from builder.read.questions.options import check_alike, identified, item_of, near_box, sort_options

_NEAR_BOX = rare_pattern(
    r"^(?:\[[^\[\]]{0,2}\]|\\?\[ {0,3}[xX✓✔]? {0,3}\\?\]|\([ xX]?\)|\{[ xX]?\}|\[[xX ](?!\w)|[☐☑☒✓✔✗✘])"
)
# By ids, so that options in any language may have them: Prawda {#true}, Fałsz {#false}.
_TRUE_FALSE = ({"true", "false"}, {"gwir", "gau"}, {"gwir", "anghywir"})


def read_quiz(section: Section, identifier: str, title: Fragment, reader: Reader) -> AssessmentItem | None:
    """`Quiz`: a task list; one `[x]` gives radio buttons, several give tick boxes."""
    before = reader.errors
    parts = sort_options(section, reader, ordered=False)
    options = [option for node in parts.options if (option := _option(node, reader))]
    choices = [choice for choice, _ in options]
    if reader.errors == before:
        _check_choices(section, choices, [node.place() for node in parts.options], reader)
    if reader.errors > before:
        return None
    right = sum(choice.correct for choice in choices)
    interaction = ChoiceInteraction(identified(options, reader), right > 1)
    if reader.errors > before:
        return None
    item = item_of(section, identifier, title, parts, interaction, reader)
    if len(choices) == 2 and {choice.id for choice in interaction.choices} in _TRUE_FALSE:
        return replace(item, kind=TRUE_FALSE)
    return item


def _option(item: Node, reader: Reader) -> tuple[SimpleChoice, Entry] | None:
    words = first_words(item)
    if words is None or not (match := BOX.match(words.lines[0].text)):
        _no_box(item, words, reader)
        return None
    if near := [line for line in words.lines[1:] if NEAR_LINE.match(line.text)]:
        for line in near:
            near_box(line, reader)
        return None
    first = words.lines[0]
    entry = entry_of([first.cut(match.end()), *words.lines[1:]], reader)
    content = reader.fragment(entry.lines)
    if not content.text and not any(pictures(content.content)):
        reader.fault(
            "A13",
            first.place(),
            "this option has no words",
            "Write what the learner can choose after the tick box.",
        )
        return None
    return SimpleChoice("", content, match[1] in "xX", feedback_of(item, reader)), entry


def _no_box(item: Node, words: Node | None, reader: Reader) -> None:
    if words is not None and _NEAR_BOX.match(words.lines[0].text):
        for line in words.lines:
            if line is words.lines[0] or NEAR_LINE.match(line.text):
                near_box(line, reader)
        return
    message = "this option has no tick box"
    hint = "Write - [x] before a right answer and - [ ] before a wrong one."
    reader.fault("QUE-001", item.place(), message, hint)


def _check_choices(section: Section, choices: list[SimpleChoice], places: list[Place], reader: Reader) -> None:
    if not choices:
        complain(
            section,
            reader,
            "A13",
            "this question has no options",
            "Add at least two lines such as `- [ ] words`, and put an x into the right ones.",
        )
    elif len(choices) < 2:
        complain(
            section,
            reader,
            "A13",
            "this question has only one option",
            "Add at least one more line such as `- [ ] words`.",
        )
    elif not any(choice.correct for choice in choices):
        complain(
            section,
            reader,
            "A13",
            "no option of this question is ticked as right",
            "Put an x into the box of each right answer: - [x] words",
        )
    check_alike(choices, places, reader)


def _right(quiz: ChoiceInteraction) -> list[str]:
    return sorted(choice.id for choice in quiz.choices if choice.correct)


def _longest(quiz: ChoiceInteraction) -> LongestAnswer:
    ids = tuple(choice.id for choice in quiz.choices)
    return LongestAnswer(chosen=tuple((one,) for one in ids) if quiz.multiple else (ids,))


QUIZ = QuestionKind(
    word="Quiz",
    makes="a question with one or several right answers",
    name="choice",
    component="choice",
    read=read_quiz,
    shape=Shape(shows=tick_boxes, telling="there are tick boxes below this heading", entry="- [ ]"),
    examples=("one", "several", "true-false"),
    scorm12="choice",
    scorm2004="choice",
    sends="choice",
    right=_right,
    fingerprint="ChoiceInteraction",
    longest=_longest,
    choices=lambda quiz: quiz.choices,
    in_parts=lambda quiz: bool(quiz.multiple),
    mixed="asked",
)

TRUE_FALSE = replace(QUIZ, name="true-false", scorm12="true-false", scorm2004="true-false", own_order=True)
"""A quiz whose two options are the words for true and false."""
