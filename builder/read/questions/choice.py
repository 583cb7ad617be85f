"""Question blocks -> assessment items: `Quiz`, `Order`, `Reflect`."""

import re
from dataclasses import dataclass, field
from typing import Any

from builder.model.assessment import (
    PRIVACIES,
    AssessmentItem,
    ChoiceInteraction,
    ExtendedTextInteraction,
    Fragment,
    OrderInteraction,
    SimpleChoice,
)
from builder.read.blocks.sections import Section
from builder.read.markdown.block_writer import Writer
from builder.read.markdown.blocks import Line, Node
from builder.read.questions.attributes import suggested_words
from builder.read.questions.common import (
    BOX,
    NEAR_LINE,
    any_box,
    assessment_item,
    complain,
    feedback_of,
    first_words,
    ids_of,
    misplaced_feedback,
    misplaced_words,
)

_NEAR_BOX = re.compile(r"^(?:\[[^\[\]]{0,2}\]|\([ xX]?\)|\{[ xX]?\}|\[[xX ](?!\w)|[☐☑☒✓✔])")
_MEANT_BOX = re.compile(r"[-*+–—•]?\s*(?:\[[^\]]{0,2}\]?|\(.?\)|\{.?\}|[☐☑☒✓✔])(?:[xX✓✔]?(?=\s|$))?\s*|[-*+–—•]\s*")
_TICKED = re.compile(r"[xX✓✔☑]")


@dataclass(slots=True)
class _Parts:
    """A question's body, sorted."""

    prompt: list[Node] = field(default_factory=list)
    options: list[Node] = field(default_factory=list)
    feedback: list[Node] = field(default_factory=list)


def read_quiz(section: Section, identifier: str, title: Fragment, writer: Writer) -> AssessmentItem | None:
    """`Quiz`: a task list; one `[x]` gives radio buttons, several give tick boxes."""
    before = len(writer.diagnostics)
    parts = _sort(section, writer, ordered=False)
    choices = [choice for node in parts.options if (choice := _option(node, writer))]
    if len(writer.diagnostics) == before:
        _check_choices(section, choices, [node.line for node in parts.options], writer)
    if len(writer.diagnostics) > before:
        return None
    right = sum(choice.correct for choice in choices)
    interaction = ChoiceInteraction(_identified(choices), right > 1)
    return _item(section, identifier, title, parts, interaction, writer)


def read_order(section: Section, identifier: str, title: Fragment, writer: Writer) -> AssessmentItem | None:
    """`Order`: a numbered list in the right order."""
    before = len(writer.diagnostics)
    parts = _sort(section, writer, ordered=True)
    choices = [choice for node in parts.options if (choice := _step(node, writer))]
    if len(writer.diagnostics) == before:
        if len(choices) < 2:
            complain(
                section,
                writer,
                "QUE-004",
                "this question has nothing to put in order",
                "Add a numbered list of steps in their right order.",
            )
        _check_alike(choices, [node.line for node in parts.options], writer)
    if len(writer.diagnostics) > before:
        return None
    return _item(section, identifier, title, parts, OrderInteraction(_identified(choices)), writer)


def read_reflect(section: Section, identifier: str, title: Fragment, writer: Writer) -> AssessmentItem | None:
    """`Reflect`: a prompt to write about; never scored."""
    parts = _Parts(prompt=section.body)
    interaction = ExtendedTextInteraction(_privacy(section, writer), suggested_words(section, writer))
    return _item(section, identifier, title, parts, interaction, writer)


def _privacy(section: Section, writer: Writer) -> str:
    """What `{privacy=...}` says, else what the course does."""
    attributes = section.attributes
    given = attributes.options.get("privacy") if attributes else None
    if attributes is None or given is None:
        return writer.privacy
    if given not in PRIVACIES:
        assert section.heading is not None
        line, choices = section.heading.last_line, ", ".join(PRIVACIES)
        message = f'"privacy" must be one of {choices}, and is "{given}"'
        hint = "Write {privacy=device} to keep the words on the learner's device, {privacy=lms-resume} or {privacy=report}."
        writer.fault("STR-018", line, attributes.offset, message, hint)
        return writer.privacy
    return given


def _item(
    section: Section, identifier: str, title: Fragment, parts: _Parts, interaction: Any, writer: Writer
) -> AssessmentItem:
    overall = "\n".join(writer.html(node.children) for node in parts.feedback)
    return assessment_item(section, identifier, title, parts.prompt, interaction, overall, writer)


def _sort(section: Section, writer: Writer, ordered: bool) -> _Parts:
    """Prompt above the options, feedback below them; everything else is a fault."""
    parts = _Parts()
    for index, node in enumerate(section.body):
        if node.kind == "list" and (node.ordered == ordered or any_box(node)):
            if node.ordered != ordered or (ordered and any_box(node)):
                _wrong_list(node, writer, ordered)
            parts.options.extend(node.children)
        elif not parts.options:
            _near_lines(node, writer)
            parts.prompt.append(node)
        elif node.kind == "quote":
            more = any(following.kind == "list" for following in section.body[index + 1 :])
            if more or not node.blank_before:
                misplaced_feedback(node, more, writer)
            elif not node.children:
                writer.fault(
                    "A13",
                    node.line,
                    node.column,
                    "this feedback is empty",
                    "Write a sentence after the >, or delete it.",
                )
            else:
                parts.feedback.append(node)
        else:
            if not _near_lines(node, writer):
                misplaced_words(node, writer)
    if ordered and not parts.options and (wrong := next((n for n in parts.prompt if n.kind == "list"), None)):
        writer.fault(
            "QUE-004",
            wrong.line,
            wrong.column,
            "the steps of an Order are numbered",
            "Write 1. 2. 3. in their right order.",
        )
    return parts


def _wrong_list(node: Node, writer: Writer, ordered: bool) -> None:
    for item in node.children if ordered else ():
        if words := first_words(item):
            line = words.lines[0]
            message, hint = "the steps of an Order have no tick boxes", "Write 1. 2. 3. in their right order."
            writer.fault("QUE-004", line.number, line.column, message, hint, 3)
    if not ordered:
        writer.fault(
            "QUE-001", node.line, node.column, "options are not numbered", "Begin each with a dash: - [ ] words"
        )


def _near_lines(node: Node, writer: Writer) -> bool:
    """Tell of lines that were meant as options and are not: `-[x] words`, `[ ] words`. Gives whether there are any."""
    near = [line for line in node.lines if NEAR_LINE.match(line.text) or line.text.startswith("•")]
    for line in near if node.kind == "paragraph" else ():
        _near_box(line, writer)
    return node.kind == "paragraph" and bool(near)


def _near_box(line: Line, writer: Writer) -> None:
    match = _MEANT_BOX.match(line.text)
    ticked = "x" if match and _TICKED.search(match[0]) else " "
    words = line.text[match.end() if match else 0 :]
    writer.fault(
        "QUE-001",
        line.number,
        line.column,
        "this looks like an option, but its tick box cannot be read",
        f"Write: - [{ticked}] {words[:60] or 'words'}",
        min(len(line.text), 5),
    )


def _option(item: Node, writer: Writer) -> SimpleChoice | None:
    words = first_words(item)
    if words is None or not (match := BOX.match(words.lines[0].text)):
        _no_box(item, words, writer)
        return None
    for line in words.lines[1:]:
        if NEAR_LINE.match(line.text):
            _near_box(line, writer)
            return None
    first = words.lines[0]
    content = writer.fragment([first.cut(match.end()), *words.lines[1:]])
    if not content.text and "<img" not in content.html:
        writer.fault(
            "A13",
            first.number,
            first.column,
            "this option says nothing",
            "Write what the learner can choose after the tick box.",
        )
        return None
    return SimpleChoice("", content, match[1] in "xX", feedback_of(item, writer))


def _no_box(item: Node, words: Node | None, writer: Writer) -> None:
    if words is not None and _NEAR_BOX.match(words.lines[0].text):
        for line in words.lines:
            if line is words.lines[0] or NEAR_LINE.match(line.text):
                _near_box(line, writer)
        return
    message = "this option has no tick box"
    hint = "Write - [x] before a right answer and - [ ] before a wrong one."
    writer.fault("QUE-001", item.line, item.column, message, hint)


def _step(item: Node, writer: Writer) -> SimpleChoice | None:
    words = first_words(item)
    if words is None:
        writer.fault("QUE-004", item.line, item.column, "this step says nothing", "Write a few words after the number.")
        return None
    return SimpleChoice("", writer.fragment(words.lines), True, feedback_of(item, writer))


def _check_choices(section: Section, choices: list[SimpleChoice], lines: list[int], writer: Writer) -> None:
    if not choices:
        complain(
            section,
            writer,
            "A13",
            "this question has no options",
            "Add at least two lines such as `- [ ] words`, and put an x into the right ones.",
        )
    elif len(choices) < 2:
        complain(
            section,
            writer,
            "A13",
            "this question has only one option",
            "Add at least one more line such as `- [ ] words`.",
        )
    elif not any(choice.correct for choice in choices):
        complain(
            section,
            writer,
            "A13",
            "no option of this question is ticked as right",
            "Put an x into the box of each right answer: - [x] words",
        )
    _check_alike(choices, lines, writer)


def _check_alike(choices: list[SimpleChoice], lines: list[int], writer: Writer) -> None:
    seen: dict[str, int] = {}
    for choice, line in zip(choices, lines, strict=False):
        words = choice.content.text.lower()
        if words and words in seen:
            message = f"this option says the same as the one on line {writer.at(seen[words])[1]}"
            writer.fault("A13", line, 1, message, "Change one of them, or delete it.")
        seen.setdefault(words, line)


def _identified(choices: list[SimpleChoice]) -> tuple[SimpleChoice, ...]:
    named = zip(ids_of([choice.content for choice in choices], "option"), choices, strict=True)
    return tuple(SimpleChoice(name, choice.content, choice.correct, choice.feedback) for name, choice in named)
