"""Entries of lists that begin with another sign than a list's, and so run on into what stands above them.

`2 Ring the family`, `b. Ring the family`, `– Telephone`: markdown knows none of these signs.
"""

import re
from collections.abc import Iterator, Sequence
from functools import partial
from itertools import groupby, pairwise, zip_longest

from builder.model.diagnostics import Fix
from builder.model.kind import Kind, QuestionKind
from builder.model.rare_pattern import rare_pattern
from builder.read.list_signs import (
    BULLET,
    BULLETS,
    DASHES,
    PASTED,
    STARTS,
    is_speech,
    is_sure,
    kept_letter,
    levels_of,
    tells_apart,
)
from builder.read.markdown.context import Context
from builder.read.markdown.lines import Line, Node
from builder.read.questions.common import NEAR_LINE, any_box, first_words

_LETTER = rare_pattern(r"\(?([a-hA-H])[.)][ \t]+(?=[^\W\d_])")
_NUMBER = rare_pattern(r"(?:\((\d{1,2})\)|(\d{1,2})(?:[ \t]*[-–—:,\]]|[ \t]+[.)]|[．。、])?)[ \t]+(?=[^\W\d_])")
_STARTS = STARTS | frozenset("(0123456789abcdefghABCDEFGH")
_SHORT = 50
"""Characters of a line after which nobody needs a new one: what follows it is not wrapped."""
_WRAPPED = 76
"""Characters of a line at which an editor may have wrapped it."""
MOST_AT_ONCE = 100
"""Lines that one change mends; each of so many faults carries all of it."""
_COUNTS = ((_LETTER, tuple("abcdefgh")), (_NUMBER, tuple(map(str, range(1, 100)))))
"""Signs that authors use, and those that follow one another."""


def note_run_on(body: Sequence[Node], kind: Kind | None, context: Context) -> None:
    """Report lines in the entries of lists and in paragraphs of a section; `kind` is None for prose.

    Inside an entry a line may well begin with a dash: it is reported where more than the dash speaks for an entry.
    """
    listed = any(node.kind == "list" for node in body)
    for node, following in zip_longest(body, body[1:]):
        _entries(node, kind is not None, context)
        if node.kind == "paragraph" and len(node.lines) > 1:
            _paragraph(node, kind, listed, context)
        if node.kind == "paragraph" and following is not None and following.kind == "list":
            _above(node, following, context)
    if not kind or not isinstance(kind, QuestionKind):
        _apart(body, context)
        for node in body:
            _inside(node, context)


def _entries(node: Node, asked: bool, context: Context) -> None:
    """Report lines in the entries of a list, and in those of the lists in it."""
    for index, item in enumerate(_items(node)):
        words = first_words(item)
        if words is not None and len(words.lines) > 1:
            after = node.children[index + 1] if index + 1 < len(node.children) else None
            _entry(node, item, words.lines, after, asked, context)
        for child in item.children[1:]:
            _entries(child, False, context)
    for child in node.children if node.kind == "quote" else ():
        _entries(child, False, context)


def _above(node: Node, below: Node, context: Context) -> None:
    """Report the last line of a paragraph that was meant as the first entry of the list directly below it."""
    line = node.lines[-1]
    match = BULLET[context.o_begins].match(line.text)
    if not match or NEAR_LINE.match(line.text) or below.blank_before or line.column != below.column or below.ordered:
        return
    if len(node.lines) > 1 and BULLET[context.o_begins].match(node.lines[-2].text):
        return  # reported with the lines above it
    sign = "- [ ]" if any_box(below) else "-"
    fix = line.place().swap(match[0], f"{sign} ")
    _fault(line, match, sign, "so this line is not in the list below it", "", context, fix)


def _paragraph(node: Node, kind: Kind | None, listed: bool, context: Context) -> None:
    """A paragraph all of whose lines, but for words above them that end with a colon, were meant as entries.

    `listed` says whether there is a list beside it, which holds what learners choose from.
    """
    entry = kind.shape.entry if kind and kind.shape else ""
    lines = node.lines
    if opened := next((at for at, line in enumerate(lines, 1) if line.text.rstrip().endswith(":")), 0):
        lines = lines[opened:]
    broken = any(line.text.endswith(("  ", "\\")) for line in node.lines)
    if len(lines) < 2 or broken or any(line.text[:1] not in _STARTS or _is_option(line, entry) for line in lines):
        return
    bullet = BULLET[context.o_begins]
    for pattern, counts in ((bullet, ()), *_COUNTS):
        found = [match for line in lines if (match := pattern.match(line.text))]
        signs = tuple(_sign(match) for match in found)
        plain = pattern is _NUMBER and not kind  # in prose `2 days` may begin a line
        if plain and not all(match.string[match.end()].isupper() for match in found):
            continue
        if len(found) == len(lines) and (not counts or signs == counts[: len(signs)]):
            numbered = entry == "1." or (counts and not entry)
            dashed = "-" if listed else entry or "-"
            lettered = pattern is _LETTER and entry != "1." and numbered
            deep = levels_of(signs) if pattern is bullet and not kind else [0] * len(lines)
            meant = (
                [kept_letter(match) for match in found]
                if lettered
                else [f"- {sign}" for sign in signs]
                if dashed == "-" and tells_apart(signs)
                else [
                    f"{number}." if numbered else f"{'  ' * depth}{dashed}"
                    for (number, _), depth in zip(enumerate(lines, 1), deep, strict=True)
                ]
            )
            # All at once: one alone would make an entry of the lines below it.
            fix: Fix = None
            untold = dashed == "- [ ]"  # which one is right the author must say
            speech = (
                not kind
                and signs[0] in DASHES
                and is_speech([line.text[m.end() :] for line, m in zip(lines, found, strict=True)])
            )
            if len(found) <= MOST_AT_ONCE and not untold and not speech:
                rows = zip(lines, found, meant, strict=True)
                fix = [line.place().swap(match[0], f"{sign} ") for line, match, sign in rows]
            for line, match, sign in zip(lines, found, meant, strict=True):
                more = " , with an x in the box if it is right" * untold
                if speech:
                    more = as_speech(line, line is lines[-1])
                _fault(line, match, sign, "so these lines run together", more, context, fix)
            return


def as_speech(line: Line, last: bool) -> str:
    """The other remedy for a line that begins with a dash, where somebody may say it: it is kept apart from the next one."""
    return f" , or if somebody says it: {line.text.strip()[:60]}{'' if last else chr(92)}"


def _inside(node: Node, context: Context) -> None:
    """The same paragraphs in a quotation, and below the words of an entry."""
    for body in [node.children] if node.kind == "quote" else [item.children[1:] for item in _items(node)]:
        for child in body:
            if child.kind == "paragraph" and len(child.lines) > 1:
                _paragraph(child, None, False, context)
            _inside(child, context)
        _apart(body, context)


def _items(node: Node) -> Sequence[Node]:
    return node.children if node.kind == "list" else ()


def _apart(body: Sequence[Node], context: Context) -> None:
    """Paragraphs of one line that follow one another or a list and begin with a bullet, as a word processor pastes them."""
    pattern = PASTED[context.o_begins]
    pasted = partial(_is_pasted, pattern)
    if not any(map(pasted, body)):
        return
    groups = [(alike, list(nodes)) for alike, nodes in groupby(body, pasted)]
    for before, (alike, entries), after in zip(
        [(False, body), *groups], groups, [*groups[1:], (False, body)], strict=False
    ):
        listed = after[1] is not body and after[1][0].kind == "list"
        last = before[1] is not body and before[1][-1].kind == "list" and not entries[0].lines[-1].text.endswith(".")
        above = before[1][-1] if last and len(entries) == 1 else None
        depths = levels_of([node.lines[0].text for node in entries]) if alike else []
        rows = [(node.lines[0], pattern.match(node.lines[0].text)) for node in entries] if alike else []
        found = [(line, match) for line, match in rows if match] if len(entries) > 1 or listed or last else []
        signs = [f"{len(above.children) + above.start}." if above is not None and above.ordered else "-"] * len(found)
        depths = levels_of([line.text for line, _ in found])
        marks = [f"{'  ' * depth}{sign} " for depth, sign in zip(depths, signs, strict=True)]
        each = [line.place().swap(match[0], mark) for (line, match), mark in zip(found, marks, strict=True)]
        for (line, match), mark, fix in zip(found, marks, each, strict=True):
            nested = any(depths) and len(found) <= MOST_AT_ONCE  # an inner entry alone would be code
            _fault(line, match, mark[:-1], "so this line is not in a list", "", context, each if nested else fix)


def _is_pasted(pattern: re.Pattern[str], node: Node) -> bool:
    return node.kind == "paragraph" and len(node.lines) == 1 and bool(pattern.match(node.lines[0].text))


def _is_option(line: Line, entry: str) -> bool:
    """Whether a line is reported as an option whose tick box cannot be read; `entry` is how one begins."""
    return bool(NEAR_LINE.match(line.text)) or (entry == "- [ ]" and line.text.startswith(tuple(BULLETS)))


def _sign(match: re.Match[str]) -> str:
    return str(next(filter(None, match.groups()))).lower()


def _entry(node: Node, item: Node, lines: Sequence[Line], after: Node | None, asked: bool, context: Context) -> None:
    number = int(item.info[:-1]) if node.ordered else 0
    told = int(after.info[:-1]) if after is not None and node.ordered else 0
    for above, line in pairwise(lines):
        if line.text[:1] not in _STARTS or NEAR_LINE.match(line.text):
            continue
        match = _NUMBER.match(line.text) if node.ordered else None
        if match:
            left_out = told > number + 1
            meant = int(_sign(match)) == number + 1 and (left_out or (asked and line.text[match.end()].isupper()))
        elif match := BULLET[context.o_begins].match(line.text):
            meant = is_sure(match[0]) or sum(_evidence(item, above, line, match, asked)) >= 2
        else:
            match = _LETTER.match(line.text) if asked else None
            meant = match is not None and sum(_evidence(item, above, line, match, asked)) >= 2
        if match and meant:
            inner = levels_of(["-", _sign(match)])[1] > 0  # the bullet of a word processor's inner list
            below = not asked and (line.column > item.column or inner or (node.ordered and told <= number + 1))
            number += not below
            sign = "-" if below else f"{number}." if node.ordered else "- [ ]" if any_box(node) else "-"
            _report_entry(item, line, match, sign, lines[0].column if below else item.column, context)


def _report_entry(item: Node, line: Line, match: re.Match[str], sign: str, column: int, context: Context) -> None:
    """Report a line that was meant as an entry which begins in a column with a sign."""
    more = " . If it is part of the entry above, write it on that line."
    before, first = line.typed[: line.column - 1], item.typed
    lead = before if line.column >= column else " " * (column - 1)
    if column == item.column:
        lead = first[: len(first) - len(first.lstrip())]
    fix = line.in_line(1).swap(f"{before}{match[0]}", f"{lead}{sign} ") if not before.strip() else None
    sign = f"{lead}{sign}" if line.column < column else sign
    _fault(line, match, sign, "so this line became part of the one above", more, context, fix)


def _evidence(item: Node, above: Line, line: Line, match: re.Match[str], asked: bool) -> Iterator[bool]:
    """What speaks for an entry of its own: its capital, its place, and that the line above could have held more."""
    yield line.text[match.end()].isupper()
    yield line.column <= item.column
    yield len(above.typed.rstrip()) < _SHORT
    paired = any(f" {dash} " in above.text for dash in DASHES)  # an aside between two dashes
    yield asked and line.column <= item.column and len(above.typed.rstrip()) < _WRAPPED and not paired


def _fault(line: Line, match: re.Match[str], sign: str, outcome: str, more: str, context: Context, fix: Fix) -> None:
    message = f"“{match[0].strip()}” does not begin an entry of a list, {outcome}"
    hint = f"Write: {sign} {line.text[match.end() :].strip()[:60]}{more}"
    context.fault("STR-045", line.place(), message, hint, len(match[0].rstrip()), fix)
