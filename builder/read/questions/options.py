"""A list of options or steps: parted from the prompt above it and the feedback below it."""

from dataclasses import dataclass, field
from itertools import zip_longest
from typing import Any

from builder.model.assessment import (
    AssessmentItem,
    SimpleChoice,
)
from builder.model.content import Fragment
from builder.model.diagnostics import Edit, Fix
from builder.model.rare_pattern import rare_pattern
from builder.read.blocks.own_ids import Entry
from builder.read.blocks.sections import Section
from builder.read.files.place import Place
from builder.read.list_signs import BULLETS, DASHES
from builder.read.markdown.block_reader import Reader
from builder.read.markdown.lines import Line, Node
from builder.read.questions.common import (
    NEAR_LINE,
    any_box,
    assessment_item,
    first_words,
    misplaced_feedback,
    misplaced_words,
    quoted,
)
from builder.read.questions.option_ids import ids_of_entries, refuse_same

_SIGN = rf"(?:[-*+{DASHES}{BULLETS}]|[o§](?=[ \t]))"
_MEANT_BOX = rare_pattern(
    rf"\\?{_SIGN}?\s*(?P<box>(?:\\?\[ {{0,3}}[xX✓✔]? {{0,3}}\\?\]|\[[^\]]{{0,2}}\]?|\(.?\)|\{{.?\}}|[☐☑☒✓✔✗✘])(?:[xX✓✔]?(?=\s|$))?)\s*|{_SIGN}\s*"
)
_LETTERED = rare_pattern(
    r"(?:\*\*|__)?\(?(?:[A-Ha-hА-Да-д]|\d{1,2})(?:[.)]|\ufe0f?\u20e3)(?:\*\*|__)?\s*(?=[^\W_])|[=~](?=[^\W\d_])|[A-H]:[ \t]+(?=\S)"
)
"""How an option begins in other tools."""
_TICKED = "xXхХχΧｘＸ✓✔☑"
"""What a tick box of a right answer holds: an x, a letter that looks like one, or a tick."""
_BLANK = rare_pattern(r"[\s_☐\u200b]*")
"""What an empty one holds."""
_FILLED = frozenset("●◉⦿■▣⬛")
"""Buttons that forms fill where an answer is chosen, and word processors before each entry."""
_COUNTED = rare_pattern(r"(?:[Qq](?:uestion)?[ \t]*)?\d{1,3}[.):][ \t]+")
_MORE_BOXES = rare_pattern(r"(?<=\s)(?:\[[ xX]?\]|☐|☑)[ \t]+")
"""Further boxes on the line of one."""
_FRAME = rare_pattern(r"[\[\](){}\\]")


@dataclass(slots=True)
class OptionParts:
    """A question's body, sorted."""

    prompt: list[Node] = field(default_factory=list)
    """What stands above the options."""
    options: list[Node] = field(default_factory=list)
    """Entries of its lists."""
    feedback: list[Node] = field(default_factory=list)
    """Quotes below them."""


def item_of(
    section: Section, identifier: str, title: Fragment, parts: OptionParts, interaction: Any, reader: Reader
) -> AssessmentItem:
    """The question from the parts of its body."""
    overall = quoted(parts.feedback, reader)
    return assessment_item(section, identifier, title, parts.prompt, interaction, overall, reader)


def sort_options(section: Section, reader: Reader, ordered: bool) -> OptionParts:
    """Prompt above the options, feedback below them; everything else is a fault."""
    parts = OptionParts()
    for index, node in enumerate(section.body):
        if node.kind == "list" and (node.ordered == ordered or any_box(node)):
            if node.ordered != ordered or (ordered and any_box(node)):
                _wrong_list(node, reader, ordered)
            parts.options.extend(node.children)
        elif not parts.options:
            _near_lines(node, reader)
            parts.prompt.append(node)
        elif node.kind == "quote":
            more = any(following.kind == "list" for following in section.body[index + 1 :])
            if more or not node.blank_before:
                misplaced_feedback(node, more, reader)
            elif not node.children:
                reader.fault(
                    "A13",
                    node.place(),
                    "this feedback is empty",
                    "Write a sentence after the >, or delete it.",
                )
            else:
                parts.feedback.append(node)
        else:
            below = section.body[index + 1] if index + 1 < len(section.body) else None
            if not _near_lines(node, reader) and not (below and _another_question(node, below, section, reader)):
                misplaced_words(node, reader)
    if not ordered and not parts.options:
        _unboxed(parts, reader)
    if ordered and not parts.options and (wrong := next((n for n in parts.prompt if n.kind == "list"), None)):
        reader.fault(
            "QUE-004",
            wrong.place(),
            "the steps of an Order are numbered",
            "Write 1. 2. 3. in their right order.",
        )
    return parts


def _another_question(node: Node, below: Node, section: Section, reader: Reader) -> bool:
    """QUE-005: words below the options that ask another question, with options of its own; whether they do."""
    if node.kind != "paragraph" or len(node.lines) > 1 or below.kind != "list" or not any_box(below):
        return False
    assert section.kind is not None and section.heading is not None
    line = node.lines[0]
    words = _COUNTED.sub("", line.text.strip().strip("*_").strip(), count=1)
    meant = f"{'#' * section.heading.level} {section.kind.word}: {words}"
    message = "another question begins here, and each has a heading of its own"
    reader.fault(
        "QUE-005", line.place(), message, f"Write: {meant}", len(line.text), line.place().swap(line.text, meant)
    )
    return True


def _unboxed(parts: OptionParts, reader: Reader) -> None:
    """QUE-001: entries with numbers, and lines with letters, that were meant as the options; which is right the author must say."""
    listed = next((one for one in parts.prompt if one.kind == "list" and len(one.children) > 1), None)
    found = [words.lines[0] for item in listed.children if (words := first_words(item))] if listed else []
    texts = [one for one in parts.prompt if one.kind == "paragraph"]
    lines = [line for one in texts for line in one.lines if _LETTERED.match(line.text)]
    told = {(d.span.path, d.span.line) for d in reader.diagnostics if d.rule in {"STR-045", "QUE-018"}}
    if listed is None and (len(lines) < 2 or any((line.source.path, line.number) in told for line in lines)):
        return
    for line in found or lines:
        sign = None if listed else _LETTERED.match(line.text)
        began = "has a number, and no tick box" if listed else "begins with another sign than a tick box"
        said = line.text[sign.end() if sign else 0 :].strip(" *_")[:60]
        told_right = sign is not None and sign[0][0] in "=~"
        hint = f"Write: - [{'x' if sign and sign[0][0] == '=' else ' '}] {said}"
        hint += "" if told_right else " , with an x in the box if it is right"
        reader.fault("QUE-001", line.in_line(1), f"this option {began}", hint, len(line.typed.rstrip()))
    parts.prompt = [one for one in parts.prompt if one is not listed]


def _wrong_list(node: Node, reader: Reader, ordered: bool) -> None:
    for item in node.children if ordered else ():
        if words := first_words(item):
            line = words.lines[0]
            message, hint = "the steps of an Order have no tick boxes", "Write 1. 2. 3. in their right order."
            reader.fault("QUE-004", line.place(), message, hint, 3)
    if not ordered:
        first = first_words(node.children[0])
        box, said = _box(first.lines[0]) if first else (" ", "words")
        hint = f"Begin each with a dash: - [{box or ' '}] {said[:60]}"
        reader.fault("QUE-001", node.place(), "options are not numbered", hint)


def _near_lines(node: Node, reader: Reader) -> bool:
    """Report lines that were meant as options and are not: `-[x] words`, `[ ] words`. Gives whether there are any."""
    near = [line for line in node.lines if NEAR_LINE.match(line.text) or line.text.startswith(tuple(BULLETS))]
    # All at once: one alone would make an option of the lines below it. Which one is right the author must say.
    signs = [_box(line)[0] for line in near]
    ticked = "x" in signs and "" not in signs
    fix = [_boxed(line, reader) for line in near] if ticked else None
    for line in near if node.kind == "paragraph" else ():
        _note_box(line, reader, fix)
    return node.kind == "paragraph" and bool(near)


def near_box(line: Line, reader: Reader) -> None:
    """QUE-001: a line that was meant as an option, and whose tick box cannot be read."""
    _note_box(line, reader, _boxed(line, reader))


def _note_box(line: Line, reader: Reader, fix: Fix) -> None:
    sign, words = _box(line)
    message = "this looks like an option, but its tick box cannot be read"
    hint = f"Write: - [{sign}] {words[:60] or 'words'}"
    more = [one for one in _MORE_BOXES.finditer(words) if sign]
    if more:  # `[ ] Yes [x] No`
        cuts = [(sign, words[: more[0].start()])]
        cuts += [
            ("x" if "x" in one[0].lower() else " ", words[one.end() : later.start() if later else len(words)])
            for one, later in zip_longest(more, more[1:])
        ]
        hint = f"Write each on a line of its own: {' , '.join(f'- [{box}] {said.strip()[:40]}' for box, said in cuts)}"
        fix = None
    if not sign:
        hint, fix = f"Write: - [x] {words[:60]} where it is right, and - [ ] where it is wrong", None
    reader.fault("QUE-001", line.place(), message, hint, min(len(line.text), 5), fix)


def _box(line: Line) -> tuple[str, str]:
    """What stands in the tick box that was meant at the beginning of a line, `x` or a space, and the words behind it.

    The first is empty where nobody can tell: some tick with a cross, a `y` or a `+`, and others cross out with it.
    """
    match = _MEANT_BOX.match(line.text)
    inside = _FRAME.sub("", match["box"] or "") if match else ""
    if line.text[:1] in _FILLED:
        return "", line.text[1:].lstrip()
    sign = "x" if any(one in _TICKED for one in inside) else " " if _BLANK.fullmatch(inside) else ""
    return sign, line.text[match.end() if match else 0 :]


def _boxed(line: Line, reader: Reader) -> Edit | None:
    """Write the tick box as it is read; None where nobody can tell what it says, without words, or in a numbered list."""
    box, words = _box(line)
    before = line.typed[: line.column - 1].rstrip()
    if not box or not words or before.endswith((".", ")")):
        return None
    sign = "" if before.endswith(("-", "+", "*")) else "- "
    return line.place().swap(line.text, f"{sign}[{box}] {words}")


def check_alike(choices: list[SimpleChoice], places: list[Place], reader: Reader) -> None:
    """A13: options that say the same; `places` is where each begins."""
    placed = [(choice.content, place.in_line(1), 1) for choice, place in zip(choices, places, strict=False)]
    what, hint = "this option says the same as the one on line {line}", "Change one of them, or delete it."
    refuse_same(placed, "A13", what, hint, reader)


def identified(options: list[tuple[SimpleChoice, Entry]], reader: Reader) -> tuple[SimpleChoice, ...]:
    """The options with an id for each: the author's, or one made from its words."""
    choices, entries = [choice for choice, _ in options], [entry for _, entry in options]
    ids = ids_of_entries([choice.content for choice in choices], entries, "option", reader)
    named = zip(ids, choices, strict=True)
    return tuple(SimpleChoice(name, choice.content, choice.correct, choice.feedback) for name, choice in named)
