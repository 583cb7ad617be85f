"""Question blocks -> assessment items: `Quiz`, `Order`, `Reflect`."""

import re
from dataclasses import dataclass, field

from builder.model.assessment import (
    AssessmentItem,
    ChoiceInteraction,
    ExtendedTextInteraction,
    Fragment,
    Interaction,
    OrderInteraction,
    SimpleChoice,
)
from builder.read.blocks import Line, Node
from builder.read.ids import slug
from builder.read.sections import Section
from builder.read.writer import Writer

_BOX = re.compile(r"^\[([ xX])\](?:[ \t]+|$)")
_NEAR_BOX = re.compile(r"^(?:\[[^\[\]]{0,2}\]|\([ xX]?\)|\{[ xX]?\}|\[[xX ](?!\w)|[☐☑☒✓✔])")
_NEAR_LINE = re.compile(r"^[-*+–—•]?[ \t]*(?:\[[ xX]?\]|\([xX ]?\))")
_TRUE_FALSE = ({"true", "false"}, {"gwir", "gau"}, {"gwir", "anghywir"})


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
    words = {choice.content.text.lower().rstrip(".") for choice in choices}
    interaction = ChoiceInteraction(_identified(choices), right > 1, len(choices) == 2 and words in _TRUE_FALSE)
    return _item(section, identifier, title, parts, interaction, writer)


def read_order(section: Section, identifier: str, title: Fragment, writer: Writer) -> AssessmentItem | None:
    """`Order`: a numbered list in the right order."""
    before = len(writer.diagnostics)
    parts = _sort(section, writer, ordered=True)
    choices = [choice for node in parts.options if (choice := _step(node, writer))]
    if len(writer.diagnostics) == before:
        if len(choices) < 2:
            _complain(
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
    return _item(section, identifier, title, parts, ExtendedTextInteraction("device"), writer)


def _item(
    section: Section, identifier: str, title: Fragment, parts: _Parts, interaction: Interaction, writer: Writer
) -> AssessmentItem:
    assert section.heading is not None
    overall = "\n".join(writer.html(node.children) for node in parts.feedback)
    span = writer.span(section.heading.line, section.heading.column)
    return AssessmentItem(identifier, title, writer.html(parts.prompt), interaction, overall, span)


def _sort(section: Section, writer: Writer, ordered: bool) -> _Parts:
    """Prompt above the options, feedback below them; everything else is a fault."""
    parts = _Parts()
    for index, node in enumerate(section.body):
        if node.kind == "list" and (node.ordered == ordered or _any_box(node)):
            if node.ordered != ordered:
                _wrong_list(node, writer, ordered)
            parts.options.extend(node.children)
        elif not parts.options:
            _near_lines(node, writer)
            parts.prompt.append(node)
        elif node.kind == "quote":
            more = any(following.kind == "list" for following in section.body[index + 1 :])
            if more or not node.blank_before:
                _misplaced_feedback(node, more, writer)
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
            _near_lines(node, writer)
            writer.fault(
                "QUE-005",
                node.line,
                node.column,
                "these words stand below the options, where a learner would not look for them",
                "Put them above the options, or begin them with > to show them as feedback. To go on with the text, put --- or a heading first.",
            )
    if ordered and not parts.options and (wrong := next((n for n in parts.prompt if n.kind == "list"), None)):
        writer.fault(
            "QUE-004",
            wrong.line,
            wrong.column,
            "the steps of an Order are numbered",
            "Write 1. 2. 3. in their right order.",
        )
    return parts


def _any_box(node: Node) -> bool:
    return any(_BOX.match(child.children[0].lines[0].text) for child in node.children if _words(child))


def _words(item: Node) -> Node | None:
    """The paragraph that a list item begins with."""
    first = item.children[0] if item.children else None
    return first if first is not None and first.kind == "paragraph" and first.lines else None


def _wrong_list(node: Node, writer: Writer, ordered: bool) -> None:
    if ordered:
        writer.fault(
            "QUE-004",
            node.line,
            node.column,
            "the steps of an Order have no tick boxes",
            "Write 1. 2. 3. in their right order.",
        )
    else:
        writer.fault(
            "QUE-001", node.line, node.column, "options are not numbered", "Begin each with a dash: - [ ] words"
        )


def _misplaced_feedback(node: Node, more: bool, writer: Writer) -> None:
    where = "between two options" if more else "directly under the options"
    writer.fault(
        "QUE-003",
        node.line,
        node.column,
        f"this feedback stands at the margin {where}, so nobody can tell which answer it belongs to",
        "Indent it by two spaces to put it under its option, or leave a blank line before it, below the last option, to show it after any answer.",
    )


def _near_lines(node: Node, writer: Writer) -> None:
    """Lines that were meant as options and are not: `-[x] words`, `[ ] words`."""
    if node.kind != "paragraph":
        return
    for line in node.lines:
        if _NEAR_LINE.match(line.text):
            _near_box(line, writer)


def _near_box(line: Line, writer: Writer) -> None:
    ticked = "x" if re.match(r"^\W*[xX✓✔☑]", line.text) else " "
    words = re.sub(r"^[-*+–—•]?\s*(?:\[[^\]]{0,2}\]?|\(.?\)|\{.?\}|[☐☑☒✓✔])\s*", "", line.text)
    writer.fault(
        "QUE-001",
        line.number,
        line.column,
        "this looks like an option, but its tick box cannot be read",
        f"Write: - [{ticked}] {words[:60]}",
        min(len(line.text), 5),
    )


def _option(item: Node, writer: Writer) -> SimpleChoice | None:
    words = _words(item)
    if words is None or not (match := _BOX.match(words.lines[0].text)):
        _no_box(item, words, writer)
        return None
    for line in words.lines[1:]:
        if _NEAR_LINE.match(line.text):
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
    return SimpleChoice("", content, match[1] in "xX", _feedback(item, writer))


def _no_box(item: Node, words: Node | None, writer: Writer) -> None:
    if words is not None and _NEAR_BOX.match(words.lines[0].text):
        _near_box(words.lines[0], writer)
        return
    message = "this option has no tick box"
    hint = "Write - [x] before a right answer and - [ ] before a wrong one."
    writer.fault("QUE-001", item.line, item.column, message, hint)


def _step(item: Node, writer: Writer) -> SimpleChoice | None:
    words = _words(item)
    if words is None:
        writer.fault("QUE-004", item.line, item.column, "this step says nothing", "Write a few words after the number.")
        return None
    return SimpleChoice("", writer.fragment(words.lines), True, _feedback(item, writer))


def _feedback(item: Node, writer: Writer) -> str:
    """The quote under an option; anything else there is a fault."""
    quotes: list[Node] = []
    for child in item.children[1:]:
        if child.kind == "quote" and child.children:
            quotes.append(child)
        elif child.kind == "quote":
            writer.fault(
                "A13", child.line, child.column, "this feedback is empty", "Write a sentence after the >, or delete it."
            )
        elif child.kind == "list" and _any_box(child):
            message = "this option is indented, so it belongs to the option above it"
            writer.fault("QUE-006", child.line, child.column, message, "Begin all options in the same column.")
        else:
            message = "an option is one paragraph, and may have feedback below it"
            writer.fault(
                "QUE-005",
                child.line,
                child.column,
                message,
                "Begin feedback with > ; put everything else above the options.",
            )
    return "\n".join(writer.html(quote.children) for quote in quotes)


def _check_choices(section: Section, choices: list[SimpleChoice], lines: list[int], writer: Writer) -> None:
    if not choices:
        _complain(
            section,
            writer,
            "A13",
            "this question has no options",
            "Add at least two lines such as `- [ ] words`, and put an x into the right ones.",
        )
    elif len(choices) < 2:
        _complain(
            section,
            writer,
            "A13",
            "this question has only one option",
            "Add at least one more line such as `- [ ] words`.",
        )
    elif not any(choice.correct for choice in choices):
        _complain(
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
            message = f"this option says the same as the one on line {seen[words]}"
            writer.fault("A13", line, 1, message, "Change one of them, or delete it.")
        seen.setdefault(words, line)


def _complain(section: Section, writer: Writer, rule: str, message: str, hint: str) -> None:
    assert section.heading is not None
    place = section.heading.lines[0] if section.heading.lines else None
    column = place.column if place else section.heading.column
    writer.fault(rule, section.heading.line, column, message, hint, len(section.kind) + 1)


def _identified(choices: list[SimpleChoice]) -> tuple[SimpleChoice, ...]:
    """Give each choice an id from its words, so that answers survive another order of the options."""
    taken: set[str] = set()
    result = []
    for number, choice in enumerate(choices, 1):
        wanted = slug(choice.content.text, 30) or f"option-{number}"
        candidate, again = wanted, 1
        while candidate in taken:
            again += 1
            candidate = f"{wanted}-{again}"
        taken.add(candidate)
        result.append(SimpleChoice(candidate, choice.content, choice.correct, choice.feedback))
    return tuple(result)
