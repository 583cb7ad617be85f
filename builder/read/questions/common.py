"""What all readers of question blocks share: the words of an option, its feedback, the item around it."""

import re
from collections.abc import Iterator, Sequence
from typing import Any

from builder.model.assessment import AssessmentItem
from builder.model.content import Fragment, TextBlocks
from builder.model.diagnostics import Edit
from builder.model.kind import QuestionKind
from builder.model.rare_pattern import rare_pattern
from builder.read.blocks.sections import Section
from builder.read.files.place import Place
from builder.read.list_signs import BULLETS, DASHES
from builder.read.markdown.block_reader import Reader
from builder.read.markdown.lines import Line, Node

BOX = re.compile(r"^\[([ xX])\](?:[ \t]+|$)")
"""A tick box at the beginning of an option."""

_ITEM = rare_pattern(r"^\s*(?:[-+*]|\d+[.)])\s+")
_NEAR_QUOTE = rare_pattern(r"^(?:[»›＞<]|&gt;)[ \t]*(?=[^\W\d_])")
"""What was meant as the sign of feedback."""
_OPENING = rare_pattern(r"[«‹]")
_UNREAD = frozenset(["STR-041", "STR-045"])
"""Rules whose breach makes words of a list or a table."""
_HINT = rare_pattern(
    r"\b(?:hints?|clues?|tips?|awgrym(?:iadau)?|підказк\w+|подсказк\w+|wskazówk\w+|podpowied\w+|indices?|hinweis\w*|pistas?)\b|تلميح",
    re.IGNORECASE,
)
_ANSWER = rare_pattern(
    r"\b(?:answers?|solutions?|explanations?|ateb(?:ion)?|відповід\w+|пояснення|ответ\w*|odpowied\w+|wyjaśnieni\w+|réponses?|lösung\w*|antwort\w*|respuestas?)\b|إجابة|الحل",
    re.IGNORECASE,
)
"""Names of parts that open, below options: help with the question."""
_BEGUN = {"quote": "a quotation", "list": "another list", "heading": "a heading"}
_BEGINS = rare_pattern(r"(\d{1,9}|)([>+*#.)-])#{0,5}[ \t]*(?=\S)")
"""Signs at the beginning of an entry that begin something else there."""
_COUNTED = {2: "two", 3: "three", 4: "four"}

NEAR_LINE = rare_pattern(
    rf"^(?:\\?[-*+{DASHES}{BULLETS}]|[o§][ \t]+)?\s*(?:\\?\[ {{0,3}}[xX✓✔]? {{0,3}}\\?\]|\([xX ]?\)|[☐☑☒✓✔✗✘](?=\s))"
)
"""What was meant as one."""


def assessment_item(
    section: Section,
    identifier: str,
    title: Fragment,
    prompt: Sequence[Node],
    interaction: Any,
    overall: TextBlocks,
    reader: Reader,
) -> AssessmentItem:
    """A question from its parts; `overall` is the feedback on any answer."""
    assert section.heading is not None and isinstance(section.kind, QuestionKind)
    span = section.heading.place().span()
    return AssessmentItem(identifier, section.kind, title, reader.blocks(prompt), interaction, overall, span)


def complain(section: Section, reader: Reader, rule: str, message: str, hint: str) -> None:
    """A fault of the whole block: it stands at the kind word of its heading."""
    assert section.heading is not None and section.kind is not None
    if any(node.kind == "code" and not node.closed for node in section.body):
        return  # what is missing is in the code, which is reported where it begins
    if told_inside(section, reader) or _told_indented(section, reader):
        return
    place = section.heading.lines[0] if section.heading.lines else None
    column = place.column if place else section.heading.column
    reader.fault(
        rule, section.heading.in_line(column), message, f"{hint}{section.or_ordinary}", len(section.kind.word) + 1
    )


def told_inside(section: Section, reader: Reader) -> bool:
    """Whether a broken list or table in the block was reported: what is missing is there."""
    if not section.body:
        return False
    first, last = section.body[0], section.body[-1]
    return first.source is last.source and any(
        d.rule in _UNREAD and d.span.path == first.source.path and first.line <= d.span.line <= last.last_line
        for d in reader.diagnostics
    )


def _told_indented(section: Section, reader: Reader) -> bool:
    """Report options that are indented so far that they are code; gives whether there are any."""
    for node in section.body:
        line = next((line for line in node.lines if _ITEM.match(line.text)), None) if node.kind == "code" else None
        if line and not node.typed.lstrip(" >").startswith(("```", "~~~")):
            message = "this is indented by four spaces or more, which makes it code"
            reader.fault("STR-032", line.place(), message, "Begin it at the margin.", len(line.text))
            return True
    return False


def first_words(item: Node) -> Node | None:
    """The paragraph that a list item begins with."""
    first = item.children[0] if item.children else None
    return first if first is not None and first.kind == "paragraph" and first.lines else None


def wordless(item: Node, reader: Reader, rule: str, message: str, hint: str) -> None:
    """Report an entry without words: `- > 65` and `- 10. worst` begin a quotation or a list, where a sign was meant."""
    inner = item.children[0] if item.children else None
    sign = _BEGINS.match(inner.typed[inner.column - 1 :]) if inner and inner.kind in _BEGUN else None
    if inner is None or sign is None:
        reader.fault(rule, item.place(), message, hint)
        return
    lead = item.typed[item.column - 1 : inner.column - 1].strip()
    meant = f"{sign[1]}\\{sign[2]}{sign[0][len(sign[1]) + len(sign[2]) :]}"
    begun = f"“{sign[0].strip()}” begins {_BEGUN[inner.kind]} here, so these words would not be read"
    words = f"{meant}{inner.typed[inner.column - 1 + sign.end() :].strip()[:60]}"
    place = inner.in_line(inner.column)
    reader.fault(rule, place, begun, f"Write: {lead} {words}", len(sign[0].rstrip()), place.swap(sign[0], meant))


def boxed_line(item: Node) -> Line | None:
    """The line of a list item's words that begins with a tick box, or with what was meant as one."""
    words = first_words(item)
    return next((line for line in words.lines if NEAR_LINE.match(line.text)), None) if words else None


def any_box(node: Node) -> bool:
    """Whether an item of a list has a tick box."""
    return any(BOX.match(words.lines[0].text) for child in node.children if (words := first_words(child)))


def feedback_of(item: Node, reader: Reader) -> TextBlocks:
    """The quote under an option; anything else there is a fault."""
    quotes: list[Node] = []
    if words := first_words(item):
        _near_feedback(words.lines, reader)
    for child in item.children[1:]:
        if child.kind == "quote" and child.children:
            quotes.append(child)
        elif child.kind == "quote":
            _empty_feedback(child, reader)
        elif child.kind == "list" and any_box(child):
            message = "this option is indented, so it belongs to the option above it"
            reader.fault("QUE-006", child.place(), message, "Begin all options in the same column.")
        elif child.kind == "box":
            message = "a box is no feedback, and stands below an option"
            hint = (
                "Delete the line with [! ] and keep the words behind > as feedback, or put the box above the options."
            )
            reader.fault("QUE-005", child.place(), message, hint)
        else:
            message = "an option is one paragraph, and may have feedback below it"
            hint = "Begin feedback with > ; put everything else above the options."
            reader.fault("QUE-005", child.place(), message, hint)
    return quoted(quotes, reader)


def _near_feedback(lines: Sequence[Line], reader: Reader) -> None:
    """QUE-005: lines of an option that begin with nearly the sign of feedback.

    A sign of mathematics is one only before a capital, with which a sentence begins.
    """
    if len(lines) < 2 or any(_OPENING.search(line.text) for line in lines):
        return  # otherwise the sign may close a quotation
    for line in lines[1:]:
        sign = _NEAR_QUOTE.match(line.text)
        if sign and (sign[0][0] not in "<&" or line.text[sign.end()].isupper()):
            message = f"“{sign[0].strip()}” does not begin feedback, so this line became part of the option"
            hint = f"Write: > {line.text[sign.end() :].strip()[:60]}"
            reader.fault("QUE-005", line.place(), message, hint, len(sign[0].rstrip()), (sign[0], "> "))


def overall_feedback(below: Sequence[Node], reader: Reader, listed: bool = False) -> TextBlocks:
    """What stands below the options: quotes with a blank line above them; anything else is a fault.

    `listed`: each option may have feedback of its own.
    """
    quotes: list[Node] = []
    for node in below:
        if node.kind != "quote":
            misplaced_words(node, reader)
        elif listed and not node.blank_before:
            misplaced_feedback(node, False, reader)
        elif not node.blank_before:
            message = "this feedback stands directly under the answer, as if it were part of it"
            fix = blank_above(node)
            reader.fault("QUE-003", node.place(), message, "Leave a blank line above it.", fix=fix)
        elif not node.children:
            _empty_feedback(node, reader)
        else:
            quotes.append(node)
    return quoted(quotes, reader)


def quoted(quotes: Sequence[Node], reader: Reader) -> TextBlocks:
    """What quotes say, one after the other."""
    return tuple(block for quote in quotes for block in reader.blocks(quote.children))


def blank_above(above: Line | Node) -> Edit | None:
    """Put a blank line above one that stands at the margin; inside a list or a quote that would take more than one change."""
    return None if above.typed[:1].isspace() else above.in_line(1).swap("", "\n")


def without_box(line: Line, reader: Reader) -> tuple[str, Edit | None]:
    """What to write in place of an entry with a tick box: the hint, and the change."""
    box = NEAR_LINE.match(line.text)
    assert box
    words = line.text[box.end() :].strip()
    return f"Write: - {words[:60]}", line.place().swap(line.text, words)


def misplaced_words(node: Node, reader: Reader) -> None:
    """QUE-005: words below the options."""
    if node.kind == "box":
        message = "this box stands below the options, where it is no part of the question"
        if label := _label_of(node):
            hint = f"Write at the margin, with a blank line above it: {label}: {_first_of(node)[:60]}"
            reader.fault("QUE-005", node.place(), message, hint)
            return
        hint = "Put it above the options. For feedback, delete the line with [! ] and keep the words behind > . To go on with the text, put --- or a heading before it."
        reader.fault("QUE-005", node.place(), message, hint)
        return
    message = "these words stand below the options, where a learner would not look for them"
    hint = "Put them above the options, or begin them with > to show them as feedback. To go on with the text, put --- or a heading first."
    reader.fault("QUE-005", node.place(), message, hint)


def _label_of(node: Node) -> str:
    """The label of help that a part which opens was meant as; empty for any other box."""
    name = " ".join(line.text for line in node.lines) if node.folded else ""
    return "Hint" if _HINT.search(name) else "Worked answer" if _ANSWER.search(name) else ""


def _first_of(node: Node) -> str:
    lines = [line.text for child in node.children if child.kind == "paragraph" for line in child.lines]
    return " ".join(lines).strip() or "..."


def misplaced_feedback(node: Node, between: bool, reader: Reader) -> None:
    """QUE-003: a quote at the margin that belongs to nothing."""
    where = "between two options" if between else "directly under the options"
    stands = "stands at the margin" if node.column == 1 else "is not indented far enough"
    above = ((place, _ITEM.match(place.excerpt)) for place in _lines_above(node))
    option, sign = next(((place, item[0]) for place, item in above if item), (node.place(), "- "))
    spaces = len(sign.expandtabs(4))
    if node.column > 1 and "\t" in sign.strip(" "):
        _tab(option, reader)
        return
    reader.fault(
        "QUE-003",
        node.place(),
        f"this feedback {stands} {where}, so nobody can tell which answer it belongs to",
        f"Indent it by {_COUNTED.get(spaces, spaces)} spaces to put it under its option, or leave a blank line before it, below the last option, to show it after any answer.",
    )


def _lines_above(node: Node) -> Iterator[Place]:
    return (Place(node.source, number, 1) for number in range(node.line - 1, 0, -1))


def _tab(option: Place, reader: Reader) -> None:
    """QUE-003: a tab behind the sign of an option, which moves its words so far in that feedback does not reach them."""
    text = option.excerpt
    message = "there is a tab after the sign of this option, so feedback indented by two spaces does not belong to it"
    hint = f"Write one space in place of the tab: {' '.join(text.split())[:60]}"
    sign = text.split()[0]
    fix = (text[text.index(sign) : text.index(sign) + len(sign) + 1], f"{sign} ")
    reader.fault("QUE-003", option.moved(len(text) - len(text.lstrip())), message, hint, fix=fix)


def _empty_feedback(node: Node, reader: Reader) -> None:
    hint = "Write a sentence after the >, or delete it."
    reader.fault("A13", node.place(), "this feedback is empty", hint)
