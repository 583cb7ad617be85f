"""`Match`: a two-column table, what is matched on the left and its partner on the right."""

import re
from collections.abc import Sequence

from builder.model.assessment import AssessmentItem, MatchInteraction, SimpleAssociableChoice
from builder.model.content import Fragment, telling_words
from builder.model.content.spelling import alike
from builder.model.kind import LongestAnswer, QuestionKind, Shape
from builder.model.rare_pattern import rare_pattern
from builder.read.blocks.own_ids import Entry, entry_of
from builder.read.blocks.sections import Section
from builder.read.blocks.shapes import two_columns
from builder.read.markdown.block_parser.tables import cells
from builder.read.markdown.block_reader import Reader
from builder.read.markdown.lines import Line, Node
from builder.read.markdown.lists_and_tables import note_words_below
from builder.read.near_miss.answer_lines.elsewhere import AGAIN, IS, places
from builder.read.near_miss.answer_lines.words.letters import is_lettered
from builder.read.near_miss.tables import rows_without_head
from builder.read.questions.common import assessment_item, complain, first_words, overall_feedback
from builder.read.questions.option_ids import ids_of_entries, refuse_same

_EXAMPLE = "Write a table: | Word | Meaning | , below it | --- | --- | , then a row for each pair."

_MOST = 6
"""Rows that a hint repeats."""
_GIFT = rare_pattern(r"\{\s*((?:=[^{}=]+->[^{}=]+)+)\}")
_IN_GIFT = rare_pattern(r"\s*=")
_PAIRED = rare_pattern(r"[ \t]*(?:->|→|⇒|=>|↔|<->)[ \t]*|[ \t]+(?:=|–|—|-)[ \t]+|:[ \t]+|:(?=\*\*)")
"""What stands between the two of a pair."""

_Row = tuple[Line, Line]


def read_match(section: Section, identifier: str, title: Fragment, reader: Reader) -> AssessmentItem | None:
    """Each row of the table is a pair; its head names the columns."""
    before = reader.errors
    tables = [index for index, node in enumerate(section.body) if node.kind == "table"]
    if not tables:
        _no_table(section, reader)
        return None
    at = tables[0]
    table = section.body[at]
    for index in tables[1:]:
        second = section.body[index]
        hint = "Put all pairs into one table, or begin the second one with a heading of its own."
        reader.fault("QUE-007", second.place(), "a Match has one table", hint)
    rows = _rows(table, reader)
    if reader.errors > before:
        return None
    overall = overall_feedback(section.body[at + 1 :], reader)
    before = reader.errors
    interaction = _interaction(table, rows, reader)
    _check_pairs(section, interaction, rows, reader)
    if reader.errors > before:
        return None
    return assessment_item(section, identifier, title, section.body[:at], interaction, overall, reader)


def _no_table(section: Section, reader: Reader) -> None:
    if any(node.kind == "paragraph" and rows_without_head(node) for node in section.body):
        return  # a table without its line of dashes is reported where it stands
    wrong = next((node for node in section.body if node.kind == "list"), None)
    if found := _pairs_in_lines(section.body):
        where, pairs = found
        rows = " , ".join(f"| {left} | {right} |" for left, right in pairs[:_MOST])
        hint = f"Write below | Word | Meaning | and | --- | --- | : {rows}{' and so on' * (len(pairs) > _MOST)}"
        reader.fault("QUE-007", where.place(), "the pairs of a Match stand in a table", hint)
    elif wrong:
        message = "the pairs of a Match stand in a table, not in a list"
        reader.fault("QUE-007", wrong.place(), message, _EXAMPLE)
    else:
        complain(section, reader, "QUE-007", "there is no table of pairs below this question", _EXAMPLE)


def _pairs_in_lines(body: Sequence[Node]) -> tuple[Node, list[tuple[str, str]]] | None:
    """Pairs as other tools and people write them: `dog -> bark`, each on a line, in an entry, or between the braces of GIFT."""
    for node in body:
        words = [first for item in node.children if (first := first_words(item))] if node.kind == "list" else [node]
        lines = [line.text.strip() for one in words for line in one.lines]
        braces = _GIFT.search("\n".join(lines))
        parts = _IN_GIFT.split(braces[1])[1:] if braces else lines
        pairs = [_PAIRED.split(part.strip(), 1) for part in parts if part.strip()]
        if len(pairs) > 1 and all(len(pair) == 2 and all(pair) for pair in pairs):
            return node, [(left.strip(" *_"), right.strip()) for left, right in pairs]
    return None


def _rows(table: Node, reader: Reader) -> list[_Row]:
    """The rows below the head; a fault for each that is not two cells with words in them."""
    if len(table.rows[0]) != 2:
        message = f"the table of a Match has two columns, and this one has {len(table.rows[0])}"
        reader.fault("QUE-007", table.place(), message, _EXAMPLE)
        return []
    if not all(head.text for head in table.rows[0]):
        message = "a column of this table has no name, which learners read above the pairs"
        reader.fault(
            "QUE-007", table.place(), message, "Write what stands on each side into the first row: | Word | Meaning |"
        )
    rows: list[_Row] = []
    told = note_words_below(table, reader, asked=True)
    for line, row in zip(table.lines, table.rows[1:], strict=True):
        if line.number in told:
            continue
        found = cells(line)
        if len(found) > 2:
            message = f"this row has {len(found)} cells in a table of two columns"
            hint = "Delete the bar; a bar that belongs to the words is written \\|."
            reader.fault("QUE-007", found[2].place(), message, hint)
        for side, cell in zip(("left", "right"), row, strict=True):
            if not cell.text:
                place = cell.place() if len(found) == 2 else line.place(len(line.text))
                hint = "Write both sides of the pair, or delete the row."
                reader.fault("QUE-007", place, f"the {side} side of this pair is empty", hint)
        rows.append((row[0], row[1]))
    return rows


def _check_pairs(section: Section, match: MatchInteraction, rows: list[_Row], reader: Reader) -> None:
    if len(match.targets) < 2:
        message = "this question has fewer than two partners to choose from"
        complain(section, reader, "QUE-007", message, "Write two or more rows with different words on the right.")
    lefts = [
        (source.content, left.place(), len(left.text)) for source, (left, _) in zip(match.sources, rows, strict=True)
    ]
    what = "this says the same as the left side on line {line}, so nobody could tell them apart"
    refuse_same(lefts, "QUE-007", what, "Change one of them, or delete the row.", reader)


def _interaction(table: Node, rows: list[_Row], reader: Reader) -> MatchInteraction:
    heads = tuple(reader.fragment([cell]) for cell in table.rows[0])
    left_entries = [entry_of([left], reader) for left, _ in rows]
    lefts = [reader.fragment(entry.lines) for entry in left_entries]
    right_entries = [entry_of([right], reader) for _, right in rows]
    partners = _partners(right_entries, reader)
    unlike: dict[str, Fragment] = {}
    named: dict[str, Entry] = {}
    for partner, entry in zip(partners, right_entries, strict=True):
        unlike.setdefault(alike(telling_words(partner)), partner)
        named.setdefault(alike(telling_words(partner)), entry)
    ids = ids_of_entries(list(unlike.values()), list(named.values()), "partner", reader)
    names = dict(zip(unlike, ids, strict=True))
    sources = tuple(
        SimpleAssociableChoice(name, content, names[alike(telling_words(partner))])
        for name, content, partner in zip(
            ids_of_entries(lefts, left_entries, "item", reader), lefts, partners, strict=True
        )
    )
    targets = tuple(SimpleAssociableChoice(names[words], content) for words, content in unlike.items())
    headings = (heads[0], heads[1]) if any(head.text for head in heads) else None
    return MatchInteraction(sources, targets, grouped=False, headings=headings)


def _partners(entries: Sequence[Entry], reader: Reader) -> list[Fragment]:
    """The partner of each row; rows that say the same, in capitals or not, have the same one."""
    found: dict[str, Fragment] = {}
    rights = [entry.lines[0] for entry in entries]
    for right in rights:
        if alike(right.text) not in found:
            found[alike(right.text)] = reader.fragment([right])
    return [found[alike(right.text)] for right in rights]


def _keyed(body: Sequence[Node], named: str) -> str:
    """The rows with the partners that an answer line gives: `B, A`, or `1-B, 2-A`."""
    rows = next((node.rows[1:] for node in body if node.kind == "table" and len(node.rows[0]) == 2), [])
    lefts, rights = [row[0].text for row in rows], [row[1].text for row in rows]
    pairs = [IS.sub("\0", part.strip(" .()"), count=1).split("\0") for part in re.split(r"[ \t]*[,;][ \t]*", named)]
    if all(len(pair) == 2 for pair in pairs):
        found = [(places(left, lefts), places(right, rights)) for left, right in pairs]
        partners = {left[0]: right[0] for left, right in found if len(left) == len(right) == 1}
        partners = partners if len(partners) == len(pairs) else {}
    else:
        partners = dict(enumerate(placed)) if len(placed := places(named, rights)) == len(rows) > 1 else {}
    if not partners:
        return "Write each pair into a row of its own" if is_lettered(named) else ""
    if all(rights[right] == rights[left] for left, right in partners.items()):
        return AGAIN
    return f"Write {' , '.join(f'| {lefts[left]} | {rights[right]} |' for left, right in sorted(partners.items()))}"


def _right(match: MatchInteraction) -> list[str]:
    return sorted(f"{source}.{target}" for source, target in match.right)


def _longest(match: MatchInteraction) -> LongestAnswer:
    rows = (tuple(f"{source.id}.{target.id}" for target in match.targets) for source in match.sources)
    return LongestAnswer(chosen=tuple(rows))


MATCH = QuestionKind(
    word="Match",
    makes="pairs to find",
    name="match",
    component="match",
    read=read_match,
    shape=Shape(shows=two_columns),
    examples=("match",),
    scorm12="matching",
    scorm2004="matching",
    sends="pairs",
    right=_right,
    right_is="each row of the table",
    keyed=_keyed,
    fingerprint="MatchInteraction",
    reported=lambda match: sorted(match.right),
    longest=_longest,
    choices=lambda match: match.sources,
    targets=lambda match: match.targets,
    beside=lambda match: match.headings or (),
    choice_noun="entry",
    in_parts=lambda match: True,
    mixed="always",
)
