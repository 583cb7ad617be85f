"""`Survey`: several questions without right answers, saved together. Each is a question of its own in reports."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import ClassVar

from builder.kinds.survey.near_questions import asks_in_entries, note_near_questions
from builder.model.assessment import AssessmentItem, ChoiceInteraction, LikertInteraction, SimpleChoice
from builder.model.content import Fragment, TextBlocks
from builder.model.contract import LONGEST_ID
from builder.model.diagnostics import Span
from builder.model.kind import Kind, LongestAnswer, QuestionKind, Shape
from builder.model.source_facts import OptionId
from builder.read.blocks.own_ids import entry_of
from builder.read.blocks.parts import without_stars
from builder.read.blocks.sections import Section
from builder.read.blocks.shapes import is_name
from builder.read.markdown.block_reader import Reader
from builder.read.markdown.lines import Node
from builder.read.questions.common import BOX, complain, first_words, wordless
from builder.read.questions.entries import DRAWN_BUTTON
from builder.read.questions.option_ids import ids_of_entries, refuse_same
from builder.read.settings.keys import ID
from builder.read.words_to_ids import anchor_of, exact_id_of

_RULE = "QUE-026"
_EXAMPLE = "Write **How clear was it?** alone on its line, and below it a list: - Not clear"
_KEEPERS = ("lms-resume", "report")
"""Who can keep the answers to a survey: what is chosen, not written, is no part of what stays on a device alone."""


@dataclass(frozen=True, slots=True)
class Survey:
    """The head of a survey; its questions follow it in the module, and behind them a `SurveyEnd`."""

    component: ClassVar[str] = "survey"

    id: str
    """Stable and unique in the course."""
    title: Fragment
    """What its heading says."""
    before: TextBlocks
    """What stands above the first question; may be empty."""
    questions: tuple[str, ...]
    """Ids of its questions."""
    span: Span
    """Where the author wrote it."""


@dataclass(frozen=True, slots=True)
class SurveyEnd:
    """Where the answers are saved together."""

    component: ClassVar[str] = "survey"

    survey: str
    """Id of the survey."""
    questions: tuple[str, ...]
    """Ids of its questions."""


def _shows(body: Sequence[Node], alone: bool) -> bool:
    """A list below a name in bold that is alone on its line; also where both are entries of a list, which is reported."""
    names = [at for at, node in enumerate(body) if is_name(node)]
    if not names:
        return any(map(asks_in_entries, body))
    return any(node.kind == "list" for node in body[names[0] :])


def read_survey(
    section: Section, identifier: str, title: Fragment, reader: Reader
) -> tuple[Survey | AssessmentItem | SurveyEnd, ...] | None:
    """Each name in bold is a question; a list with empty boxes below it takes several answers, another list one."""
    assert section.heading is not None
    before = reader.errors
    unreported = _keeper(section, reader) != "report"
    near = note_near_questions(section.body, reader)
    body = [node for at, node in enumerate(section.body) if at not in near]
    if listed := [node for node in section.body if asks_in_entries(node)]:
        message = "the questions of this survey are entries of a list, and belong alone on their lines"
        hint = (
            "Begin each question at the margin, in bold: **Was it clear?** , a blank line, and below it its own list."
        )
        reader.fault(_RULE, listed[0].place(), message, hint)
        return None
    first = next(index for index, node in enumerate(body) if is_name(node))
    above = reader.blocks(body[:first])
    items = [item for part in _parted(body[first:]) if (item := _question(part, identifier, unreported, reader))]
    if reader.errors > before:
        return None
    if len(items) < 2:
        hint = "Write another question in bold, alone on its line, with its own list below it."
        if not any(isinstance(item.interaction, ChoiceInteraction) for item in items):
            hint += "".join(
                f" Or ask this one alone: ## Scale: {item.title.text} , with its list below." for item in items
            )
        complain(section, reader, _RULE, "a survey has two questions or more, and this has one", hint)
        return None
    ids = tuple(item.id for item in items)
    head = Survey(identifier, title, above, ids, section.heading.place().span())
    return (head, *items, SurveyEnd(identifier, ids))


def _keeper(section: Section, reader: Reader) -> str:
    given = section.attributes.options.get("privacy") if section.attributes else None
    if section.attributes is None or given is None:
        return "lms-resume"
    if given not in _KEEPERS:
        message = f'"privacy" of a survey must be one of {", ".join(_KEEPERS)}, and is "{given}"'
        hint = "Write {privacy=report} for tutors to see the answers. Without it they go with the learner's progress alone."
        reader.fault("STR-018", section.attributes.place, message, hint)
    return given


def _parted(body: Sequence[Node]) -> Iterator[Sequence[Node]]:
    """The questions: each with its name, and all up to the next."""
    starts = [index for index, node in enumerate(body) if is_name(node)]
    for start, end in zip(starts, [*starts[1:], len(body)], strict=True):
        yield body[start:end]


def _question(part: Sequence[Node], survey: str, unreported: bool, reader: Reader) -> AssessmentItem | None:
    name, *below = part
    at = next((index for index, node in enumerate(below) if node.kind == "list"), None)
    if at is None:
        message = "there is no list below this question of a survey"
        hint = "Write each answer on a line of its own: - words. For words of their own, write ## Reflect: below the survey."
        reader.fault(_RULE, name.place(), message, hint, len(name.lines[0].text))
        return None
    for node in below[at + 1 :]:
        message = "these words stand below the answers, where a learner would not look for them"
        hint = (
            "Put them above the list. To go on with the text, put a line --- with a blank line above it, or a heading."
        )
        reader.fault("QUE-005", node.place(), message, hint)
    entry = entry_of(name.lines[:1], reader)
    words = reader.fragment([without_stars(line) for line in entry.lines])
    identifier = entry.own or _id_of(words.text, survey)
    place = entry.place
    made = "" if entry.own else "these words"
    if problem := reader.ids.claim(identifier, place.source, place.line, place.column, made=made):
        reader.diagnostics.append(problem)
        return None
    reader.anchors.append(identifier)
    reader.option_ids.append(OptionId(identifier, place.source.path, place.line, place.column, bool(entry.own)))
    items = below[at].children
    several = any(BOX.match(first.lines[0].text) for item in items if (first := first_words(item)))
    choices = _choices(items, several, reader)
    kind = SEVERAL_OF_SURVEY if several else ONE_OF_SURVEY
    interaction = ChoiceInteraction(choices, multiple=True) if several else LikertInteraction(choices)
    prompt, span = reader.blocks(below[:at]), name.place().span()
    return AssessmentItem(identifier, kind, words, prompt, interaction, (), span, unreported=unreported)


def _id_of(words: str, survey: str) -> str:
    """The id of a question from its words; in other letters, or too long for an id, it ends with a hash of them."""
    plain = f"{survey}-{anchor_of(words, 'question')}"
    if ID.fullmatch(plain):
        return plain
    longest = LONGEST_ID - len(exact_id_of(words, "", 0)) - 1
    return exact_id_of(words, survey[:longest].rstrip("-"), 0)


def _choices(items: Sequence[Node], several: bool, reader: Reader) -> tuple[SimpleChoice, ...]:
    entries = []
    for item in items:
        words = first_words(item)
        box = BOX.match(words.lines[0].text) if words else None
        if words is None:
            wordless(item, reader, _RULE, "this answer has no words", "Write a few words behind the dash.")
        elif (drawn := DRAWN_BUTTON.match(words.lines[0].text)) and not several:
            line = words.lines[0]
            message = f"“{drawn[0].strip()}” is a button of other tools, and a survey draws its own"
            plain = line.place().swap(drawn[0], "")
            reader.fault(
                _RULE, line.place(), message, f"Write: - {line.text[drawn.end() :][:60]}", len(drawn[0].strip()), plain
            )
        elif bool(box) != several or (box and box[1] in "xX") or len(item.children) > 1:
            ticked = words.lines[0] if words and box and box[1] in "xX" and several else None
            fix = (box[0][:3], "[ ]") if ticked and box else None
            place = ticked.place() if ticked else item.place()
            reader.fault(_RULE, place, *_fault_of(item, several and not box), fix=fix)
        else:
            lines = [words.lines[0].cut(box.end()), *words.lines[1:]] if box else words.lines
            entries.append(entry_of(lines, reader))
    contents = [reader.fragment(entry.lines) for entry in entries]
    placed = [(content, one.place, len(one.lines[0].text)) for content, one in zip(contents, entries, strict=True)]
    refuse_same(placed, _RULE, "this answer says the same as the one on line {line}", "Change one of them.", reader)
    if len(items) < 2:
        reader.fault(_RULE, items[0].place(), "there is only one answer to choose", "Write another one below it.")
    names = ids_of_entries(contents, entries, "answer", reader)
    return tuple(SimpleChoice(name, content) for name, content in zip(names, contents, strict=True))


def _fault_of(item: Node, lacks_box: bool) -> tuple[str, str]:
    if len(item.children) > 1:
        return (
            "an answer in a survey is one paragraph",
            "A survey says nothing to an answer: delete what stands below it.",
        )
    if lacks_box:
        return "this answer has no box, and others have one", "Begin it with an empty box: - [ ] words"
    return "this box is ticked, and nothing is right in a survey", "Write an empty box: - [ ]"


SURVEY = Kind(
    word="Survey",
    makes="several questions without right answers, saved together",
    component="survey",
    read=read_survey,
    shape=Shape(shows=_shows),
    only_if_shown=True,
    noun="a survey",
    options=("privacy",),
    examples=("survey",),
)
ONE_OF_SURVEY = QuestionKind(
    word="Survey",
    makes="a question of a survey with one answer",
    name="survey-one",
    component="survey",
    read=read_survey,
    noun="a question of a survey",
    scorm12="likert",
    scorm2004="likert",
    sends="survey",
    longest=lambda one: LongestAnswer(chosen=(tuple(choice.id for choice in one.choices),)),
    choices=lambda one: one.choices,
    choice_noun="answer",
    worked="",
)
SEVERAL_OF_SURVEY = QuestionKind(
    word="Survey",
    makes="a question of a survey with several answers",
    name="survey-several",
    component="survey",
    read=read_survey,
    noun="a question of a survey",
    scorm12="choice",
    scorm2004="choice",
    sends="survey",
    longest=lambda one: LongestAnswer(chosen=tuple((choice.id,) for choice in one.choices)),
    choices=lambda one: one.choices,
    choice_noun="answer",
    worked="",
)
