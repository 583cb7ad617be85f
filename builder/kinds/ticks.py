"""`Checklist`: things to do, which a learner ticks. `Declare`: a sentence that she confirms."""

from builder.model.assessment import AssessmentItem, ChoiceInteraction, SimpleChoice
from builder.model.content import Fragment, telling_words
from builder.model.content.spelling import hashed
from builder.model.kind import LongestAnswer, QuestionKind, Shape
from builder.read.blocks.sections import Section
from builder.read.blocks.shapes import tick_boxes
from builder.read.markdown.block_reader import Reader
from builder.read.questions.common import assessment_item, complain
from builder.read.questions.entries import read_entries
from builder.read.questions.option_ids import ids_of

_MINUTES = 7
"""Characters of the time at which a sentence was confirmed, in minutes and base 36."""
_EXAMPLE = "Write it as - [ ] I have read the policy."


def read_checklist(section: Section, identifier: str, title: Fragment, reader: Reader) -> AssessmentItem | None:
    """A list with empty boxes, in any order of doing."""
    found = read_entries(section, reader)
    if found is None:
        return None
    contents, first, overall = found
    names = ids_of(contents, "entry")
    choices = tuple(SimpleChoice(name, content) for name, content in zip(names, contents, strict=True))
    interaction = ChoiceInteraction(choices, multiple=True)
    return assessment_item(section, identifier, title, section.body[:first], interaction, overall, reader)


CHECKLIST = QuestionKind(
    word="Checklist",
    makes="things to do, which a learner ticks",
    name="checklist",
    component="checklist",
    read=read_checklist,
    shape=Shape(shows=tick_boxes, entry="- [ ]"),
    only_if_shown=True,
    examples=("checklist",),
    scorm12="choice",
    scorm2004="choice",
    longest=lambda one: LongestAnswer(chosen=tuple((choice.id,) for choice in one.choices)),
    choices=lambda one: one.choices,
    choice_noun="entry",
    worked="",
)


def read_declare(section: Section, identifier: str, title: Fragment, reader: Reader) -> AssessmentItem | None:
    """One entry with an empty box; the words above it say what it is about."""
    found = read_entries(section, reader)
    if found is None:
        return None
    contents, first, overall = found
    if len(contents) > 1:
        complain(section, reader, "QUE-022", "a declaration is one sentence, and these are several", _EXAMPLE)
        return None
    # Whoever confirms one sentence has not confirmed another: the id is that of its very words.
    choice = SimpleChoice(f"d-{hashed(telling_words(contents[0]))}", contents[0])
    interaction = ChoiceInteraction((choice,), multiple=True)
    return assessment_item(section, identifier, title, section.body[:first], interaction, overall, reader)


DECLARE = QuestionKind(
    word="Declare",
    makes="a sentence that a learner confirms, kept with its time",
    name="declare",
    component="declare",
    read=read_declare,
    shape=Shape(shows=tick_boxes, entry="- [ ]"),
    only_if_shown=True,
    examples=("declare",),
    scorm12="true-false",
    scorm2004="true-false",
    longest=lambda one: LongestAnswer(written=(len(one.choices[0].id), _MINUTES)),
    choices=lambda one: one.choices,
    choice_noun="sentence",
    worked="",
)
