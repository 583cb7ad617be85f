"""`Checklist`: things to do, which a learner ticks. `Declare`: a sentence that she confirms."""

import re

from builder.model.assessment import AssessmentItem, ChoiceInteraction, SimpleChoice
from builder.model.content import Fragment, telling_words
from builder.model.content.spelling import hashed
from builder.model.kind import LongestAnswer, QuestionKind, Shape
from builder.model.source_facts import OptionId
from builder.read.blocks.sections import Section
from builder.read.blocks.shapes import tick_boxes
from builder.read.markdown.block_reader import Reader
from builder.read.questions.common import BOX, assessment_item, complain, first_words
from builder.read.questions.entries import read_entries
from builder.read.questions.option_ids import ids_of_entries

_OF_WORDS = re.compile(r"d-[a-z0-9]{8}")
"""An id that was made from words."""
_MINUTES = 7
"""Characters of the time at which a sentence was confirmed, in minutes and base 36."""


def read_checklist(section: Section, identifier: str, title: Fragment, reader: Reader) -> AssessmentItem | None:
    """A list with empty boxes, in any order of doing."""
    found = read_entries(section, reader)
    if found is None:
        return None
    contents, entries, first, overall = found
    before = reader.errors
    names = ids_of_entries(contents, entries, "entry", reader)
    if reader.errors > before:
        return None
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
    sends="checklist",
    longest=lambda one: LongestAnswer(chosen=tuple((choice.id,) for choice in one.choices)),
    choices=lambda one: one.choices,
    choice_noun="entry",
    worked="",
)


def read_declare(section: Section, identifier: str, title: Fragment, reader: Reader) -> AssessmentItem | None:
    """One entry with an empty box; the words above it say what it is about."""
    items = [item for node in section.body if node.kind == "list" for item in node.children]
    if len(items) > 1:
        words = first_words(items[0])
        first = BOX.sub("", words.lines[0].text).strip() if words else "..."
        message = "a declaration is one sentence, and these are several"
        hint = f"Keep one of them, such as `- [ ] {first}`, and give each other one a heading `## Declare: ...` of its own."
        complain(section, reader, "QUE-022", message, hint)
        return None
    found = read_entries(section, reader)
    if found is None:
        return None
    contents, entries, first_list, overall = found
    # Whoever confirms one sentence has not confirmed another: the id is that of its very words. In a translation it is
    # that of the words of the source, which `satchel translate` writes behind it.
    id, entry = f"d-{hashed(telling_words(contents[0]))}", entries[0]
    if entry.own and not _OF_WORDS.fullmatch(entry.own):
        message = "a sentence that learners confirm has no id of its own"
        reader.fault("QUE-022", entry.own_place or entry.place, message, "Delete it: other words are another sentence.")
        return None
    at = entry.place
    reader.option_ids.append(OptionId(entry.own or id, at.source.path, at.line, at.column, bool(entry.own)))
    choice = SimpleChoice(entry.own or id, contents[0])
    interaction = ChoiceInteraction((choice,), multiple=True)
    return assessment_item(section, identifier, title, section.body[:first_list], interaction, overall, reader)


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
    sends="declaration",
    confirmed=True,
    longest=lambda one: LongestAnswer(written=(len(one.choices[0].id), _MINUTES)),
    choices=lambda one: one.choices,
    choice_noun="sentence",
    worked="",
)
