"""What the learner of the tests answers: worked out from the course itself, so that a changed sentence breaks no test."""

from collections.abc import Iterator
from dataclasses import dataclass

from playwright.sync_api import FrameLocator, Locator, Page

from builder.model.assessment import (
    AssessmentItem,
    ChoiceInteraction,
    ExtendedTextInteraction,
    LikertInteraction,
    MatchInteraction,
    OrderInteraction,
    SimpleChoice,
    TextEntryInteraction,
)
from builder.model.course import Course, Module
from tests.learner.driver.keyboard import Keyboard


@dataclass(frozen=True)
class Answer:
    """What is given as an answer to one question."""

    item: AssessmentItem
    choices: tuple[SimpleChoice, ...] = ()
    """The options chosen; of an order, all steps as they are put."""
    fields: tuple[tuple[str, str], ...] = ()
    """Of a question with fields: the label of each, and what is chosen or written there."""

    @property
    def state(self) -> str:
        """`correct`, `partly-correct` or `incorrect`, by the words of the contract; `answered` where nothing is right or wrong."""
        interaction = self.item.interaction
        if isinstance(interaction, LikertInteraction):
            return "answered"
        if isinstance(interaction, MatchInteraction | TextEntryInteraction):
            right = sum(given == wanted for given, wanted in zip(self.fields, right_fields(self.item), strict=True))
            whole = right == len(self.fields)
        elif isinstance(interaction, OrderInteraction):
            right = sum(given is wanted for given, wanted in zip(self.choices, interaction.choices, strict=True))
            whole = right == len(interaction.choices)
        else:
            right = sum(choice.correct for choice in self.choices)
            whole = {choice.id for choice in self.choices} == {
                choice.id for choice in options_of(self.item) if choice.correct
            }
        return "correct" if whole else "partly-correct" if right else "incorrect"


def is_reflection(item: AssessmentItem) -> bool:
    """Whether it is answered in the learner's own words."""
    return isinstance(item.interaction, ExtendedTextInteraction)


def right_fields(item: AssessmentItem) -> tuple[tuple[str, str], ...]:
    """The label of each field, and what is right there."""
    if isinstance(item.interaction, MatchInteraction):
        targets = {target.id: target.content.text for target in item.interaction.targets}
        return tuple((source.content.text, targets[source.partner]) for source in item.interaction.sources)
    assert isinstance(item.interaction, TextEntryInteraction)
    gaps = item.interaction.gaps
    return tuple((f"Gap {place} of {len(gaps)}", gap.accepted[0]) for place, gap in enumerate(gaps, 1))


def wrong_fields(item: AssessmentItem) -> tuple[tuple[str, str], ...]:
    """The same with nothing right in it."""
    if isinstance(item.interaction, MatchInteraction):
        targets = [target.content.text for target in item.interaction.targets]
        return tuple(
            (label, next(target for target in targets if target != right)) for label, right in right_fields(item)
        )
    return tuple((label, "something else") for label, _ in right_fields(item))


def options_of(item: AssessmentItem) -> tuple[SimpleChoice, ...]:
    """The options of a question, in the author's order."""
    assert isinstance(item.interaction, ChoiceInteraction | OrderInteraction | LikertInteraction)
    return item.interaction.choices


def answers_to(item: AssessmentItem) -> dict[str, Answer]:
    """An answer for each state that this question can be in."""
    if isinstance(item.interaction, MatchInteraction | TextEntryInteraction):
        right_ones, wrong_ones = right_fields(item), wrong_fields(item)
        given = [right_ones, (wrong_ones[0], *right_ones[1:]), wrong_ones]
        return {answer.state: answer for answer in (Answer(item, fields=fields) for fields in given)}
    if item.choices and not item.scored:
        return {"answered": Answer(item, tuple(item.choices[1:2] or item.choices[:1]))}
    options = options_of(item)
    right = tuple(option for option in options if option.correct)
    wrong = tuple(option for option in options if not option.correct)
    found = [Answer(item, right)]
    if isinstance(item.interaction, OrderInteraction):
        found += [Answer(item, (options[1], options[0], *options[2:])), Answer(item, (*options[1:], options[0]))]
    elif item.interaction.multiple:
        found += [Answer(item, right[:1]), Answer(item, wrong)]
    else:
        found += [Answer(item, wrong[:1])]
    return {answer.state: answer for answer in found if answer.choices}


def best_answer(item: AssessmentItem) -> Answer:
    """The right answer, or the only one that there is."""
    found = answers_to(item)
    return found.get("correct") or found["answered"]


def mixed_answers(course: Course) -> dict[str, Answer]:
    """An answer to each question of a course: some right, some partly right, some not."""

    def in_turn() -> Iterator[Answer]:
        for place, item in enumerate(item for item in course.items if not is_reflection(item)):
            found = answers_to(item)
            states = ("incorrect", "correct", "partly-correct", "answered")
            can_be = [state for state in states if state in found]
            yield found[can_be[place % len(can_be)]]

    answers = {answer.item.id: answer for answer in in_turn()}
    assert {answer.state for answer in answers.values()} == {
        "incorrect",
        "partly-correct",
        "correct",
        "answered",
    }
    return answers


def kind_of(item: AssessmentItem) -> str:
    """`single`, `multiple`, `true-false`, `order`, `match`, `fill`, `scale` or `reflect`."""
    if item.kind.name == "choice":
        return "multiple" if item.interaction.multiple else "single"
    return item.kind.name


def every_kind(course: Course) -> list[Module]:
    """As few modules as it takes to meet a question of each kind."""
    wanted = {kind_of(item) for item in course.items if item.scored}
    assert wanted == {"single", "multiple", "true-false", "order", "sort", "fill"}
    found: list[Module] = []
    for module in sorted(course.modules, key=lambda module: -len({kind_of(item) for item in module.items} & wanted)):
        kinds = {kind_of(item) for item in module.items} & wanted
        if kinds:
            found.append(module)
            wanted -= kinds
    return found


def question_of(course: Page | FrameLocator, item: AssessmentItem) -> Locator:
    """The question or reflection on the page."""
    return course.locator(f'[data-item="{item.id}"]')


def option_of(question: Locator, choice: SimpleChoice) -> Locator:
    """A radio button or tick box, by the words beside it."""
    return question.get_by_label(choice.content.text, exact=True)


def give(keyboard: Keyboard, answer: Answer) -> None:
    """Choose the options of an answer, or put the steps in its order, by keyboard; nothing is checked yet."""
    question = question_of(keyboard.course, answer.item)
    if isinstance(answer.item.interaction, OrderInteraction):
        keyboard.sort(question, [choice.content.text for choice in answer.choices])
    elif answer.fields:
        for label, value in answer.fields:
            keyboard.put(question.get_by_label(label, exact=True), value)
    else:
        keyboard.choose([option_of(question, choice) for choice in answer.choices])


def name_of_check(item: AssessmentItem) -> str:
    """What the button below a question is called."""
    saves = {"checklist": "Save ticks", "declare": "Confirm"}
    return "Check answer" if item.scored else saves.get(item.kind.name, "Save answer")


def check(keyboard: Keyboard, item: AssessmentItem) -> None:
    """Press "Check answer" of a question, or what saves it where nothing is right or wrong."""
    name = name_of_check(item)
    keyboard.press(question_of(keyboard.course, item).get_by_role("button", name=name))
