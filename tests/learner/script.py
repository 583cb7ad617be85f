"""What the learner of the tests answers: worked out from the course itself, so that a changed sentence breaks no test."""

from collections.abc import Iterator
from dataclasses import dataclass

from playwright.sync_api import FrameLocator, Locator, Page

from builder.model.assessment import AssessmentItem, ChoiceInteraction, OrderInteraction, SimpleChoice
from builder.model.course import Course, Module
from tests.learner.keyboard import Keyboard


@dataclass(frozen=True)
class Answer:
    """What is given as an answer to one question."""

    item: AssessmentItem
    choices: tuple[SimpleChoice, ...]
    """The options chosen; of an order, all steps as they are put."""

    @property
    def state(self) -> str:
        """`correct`, `partly-correct` or `incorrect`, by the words of the contract."""
        interaction = self.item.interaction
        if isinstance(interaction, OrderInteraction):
            right = sum(given is wanted for given, wanted in zip(self.choices, interaction.choices, strict=True))
            whole = right == len(interaction.choices)
        else:
            right = sum(choice.correct for choice in self.choices)
            whole = {choice.id for choice in self.choices} == {
                choice.id for choice in options_of(self.item) if choice.correct
            }
        return "correct" if whole else "partly-correct" if right else "incorrect"


def options_of(item: AssessmentItem) -> tuple[SimpleChoice, ...]:
    """The options of a question, in the author's order."""
    assert isinstance(item.interaction, ChoiceInteraction | OrderInteraction)
    return item.interaction.choices


def answers_to(item: AssessmentItem) -> dict[str, Answer]:
    """An answer for each state that this question can be in."""
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


def mixed_answers(course: Course) -> dict[str, Answer]:
    """An answer to each question of a course: some right, some partly right, some not."""

    def in_turn() -> Iterator[Answer]:
        seen: dict[str, int] = {}
        for item in course.items:
            if item.scored:
                can_be = [state for state in ("incorrect", "partly-correct", "correct") if state in answers_to(item)]
                kind = kind_of(item)
                yield answers_to(item)[can_be[seen.get(kind, 0) % len(can_be)]]
                seen[kind] = seen.get(kind, 0) + 1

    answers = {answer.item.id: answer for answer in in_turn()}
    assert {answer.state for answer in answers.values()} == {"incorrect", "partly-correct", "correct"}
    return answers


def kind_of(item: AssessmentItem) -> str:
    """`single`, `multiple`, `true-false`, `order` or `reflect`."""
    match item.interaction:
        case ChoiceInteraction(true_false=True):
            return "true-false"
        case ChoiceInteraction(multiple=True):
            return "multiple"
        case ChoiceInteraction():
            return "single"
        case OrderInteraction():
            return "order"
    return "reflect"


def every_kind(course: Course) -> list[Module]:
    """As few modules as it takes to meet a question of each kind."""
    wanted = {kind_of(item) for item in course.items if item.scored}
    assert wanted == {"single", "multiple", "true-false", "order"}
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
    else:
        keyboard.choose([option_of(question, choice) for choice in answer.choices])


def check(keyboard: Keyboard, item: AssessmentItem) -> None:
    """Press "Check answer" of a question."""
    keyboard.press(question_of(keyboard.course, item).get_by_role("button", name="Check answer"))
