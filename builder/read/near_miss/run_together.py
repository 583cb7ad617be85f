"""Lines that were meant as a list in the middle of other words: `a.` and `b.` below an entry, `•` below a sentence."""

import re
from collections.abc import Iterator, Sequence
from string import ascii_letters, digits

from builder.model.diagnostics import Fix
from builder.model.rare_pattern import rare_pattern
from builder.read.list_signs import BULLETS, DASHES, is_letter, is_speech
from builder.read.markdown.context import Context
from builder.read.markdown.lines import Line, Node
from builder.read.near_miss.counted_lines import counted_runs
from builder.read.near_miss.list_items import MOST_AT_ONCE, as_speech

_NUMBERS = tuple(map(str, range(1, 100)))
_EMPTY_BOXES = "☐❏❑"
"""Boxes of forms, on which nothing is ticked."""
_BOXES = f"{_EMPTY_BOXES}☑☒"
_PARTS = "(?:Art|Sec|Reg|Ch|Para|Cl|Sch|Article|Section|Regulation|Chapter|Paragraph|Clause|Schedule|Rule|Part)\\.?"
"""Words before the number of a part of a law; a line that begins with one may be a sentence, which has a full stop."""
_VERDICT = rare_pattern(r"(?=([✓✔✕✖✗✘☓✅❌❎])\ufe0f?[ \t]+\S)")
_OUTLINE = rare_pattern(r"(?=(\d{1,2}(?:\.\d{1,2}){1,4})[.)]?[ \t]+[^\W\d_])")
"""Numbers of an outline, `1.2.1`: a run of them begins where a dose would not, `1.1`, and goes on by one."""
_SIGNS = (
    (rare_pattern(r"\(?([a-z])[.)][ \t]+(?=\S)"), "abcdefghijklmnop", True),
    (rare_pattern(r"\(?([A-Z])[.)][ \t]+(?=\S)"), "ABCDEFGHIJKLMNOP", True),
    (rare_pattern(r"\(?([IVX]{1,4})[.)][ \t]+(?=\S)"), ("I", "II", "III", "IV", "V", "VI", "VII", "VIII", "IX"), True),
    (
        rare_pattern(r"\(?([ivx]{1,4})[.)][ \t]+(?=\S)"),
        ("i", "ii", "iii", "iv", "v", "vi", "vii", "viii", "ix", "x"),
        True,
    ),
    (rare_pattern(r"\((\d{1,2})\)[ \t]+(?=\S)"), _NUMBERS, True),
    (rare_pattern(r"(\d{1,2})[.)][ \t]+(?=\S)"), _NUMBERS[1:], None),
    (rare_pattern(r"(?=(Q ?\d{1,2})[.:)][ \t]+\S)"), (), False),
    (rare_pattern(rf"(?=({_PARTS}[ \u00a0]\d{{1,3}}[A-Z]?)(?:[ \t.:–—-].{{0,60}})?(?<![.!?;,])$)"), (), False),
    (rare_pattern(rf"([{_BOXES}])[ \t]*(?=\S)"), (), False),
    (
        rare_pattern(
            "(?=(?![\u2610\u274f\u2751])([\u2600-\u2712\u2716-\u27bf\u2b1b\u2b1c\u2b50\U0001f300-\U0001faff]\ufe0f?)(?:\u200d\\S)*[ \\t]+\\S)"
        ),
        (),
        False,
    ),
    (rare_pattern(r"(\d{1,2})\\[.)][ \t]+(?=\S)"), _NUMBERS, True),
    (rare_pattern(r"\\([-+*•])[ \t]+(?=\S)"), (), False),
    (rare_pattern(rf"([{BULLETS}])\s*(?=\S)"), (), False),
    (rare_pattern(rf"([{DASHES}])\s+(?=[^\W_])"), (), False),
    (rare_pattern(r"([o§])(?:\t|[ \u00a0]{3,})\s*(?=[^\W\d_])"), (), False),
)
"""How an entry begins in word processors, what comes first and next, and whether they are counted; None for
numbers that begin a list, though not below words (CommonMark 5.3)."""
_SELDOM = (
    (rare_pattern(r"(\d)\ufe0f?\u20e3[ \t]*(?=\S)"), _NUMBERS, True),
    (rare_pattern(r"\*(?=[^\W_][^*\n]*$)()"), (), False),
)
"""Digits of keys, and a star without its space: tried where a line begins with such a sign."""
_O = ((rare_pattern(r"(o)[ \u00a0]{1,2}(?=[^\W\d_])"), (), False),)
"""The letter with a space, where it is no word."""
_BULLETS = frozenset("•▪●◦‣\uf0b7")
"""Signs that begin no line but an entry's, so that one alone is enough."""
_STARTS = frozenset(f"\\(*§{BULLETS}{DASHES}{ascii_letters}{digits}")
"""What such a line begins with, if not with a sign of another script."""

_FIRST = rare_pattern(r"(?:\(a\)|a\)|\(а\)|а\)|\(i\)|i\))[ \t]+(?=\S)")
"""How the first entry begins where one alone is enough."""


def _may_begin(line: Line) -> bool:
    return line.text[:1] in _STARTS or not line.text[:1].isascii()


def note_run_together(body: Sequence[Node], context: Context, listed: bool = False) -> None:
    """Report runs of two lines or more that were meant as entries, in the words of prose and of the entries in it.

    In an entry (`listed`) the first letter alone is enough.
    """
    _apart(body, context)
    for index, node in enumerate(body):
        if node.kind == "paragraph":
            _paragraph(node, context)
            if listed and index == 0 and len(node.lines) > 1:
                _one_alone(node.lines, context)
        elif node.kind in {"list", "item", "quote"}:
            note_run_together(node.children, context, node.kind == "item")


def note_lists_in_answers(body: Sequence[Node], context: Context) -> None:
    """Report entries of a list in what learners answer with, where all of its lines run together."""
    items = [item for node in body if node.kind == "list" for item in node.children]
    for item in items:
        words = item.children[0] if item.children else None
        if words is None or words.kind != "paragraph" or len(words.lines) < 3:
            continue
        for run, sign in _runs(words.lines[1:]):
            if sign == "1." and len(run) > 1:
                line, match = run[0]
                message = f"“{match[0].strip()}” does not begin an entry of a list here, so these lines run together"
                hint = "Make one sentence of it: what learners answer with has no list in it. Or put the list above, into the question."
                context.fault("STR-045", line.place(), message, hint, len(match[0].rstrip()))


def _one_alone(lines: Sequence[Line], context: Context) -> None:
    """Report `a)` in an entry, where no `b)` follows it."""
    found = [(line, match) for line in lines[1:] if (match := _FIRST.match(line.text))]
    told = {(d.span.path, d.span.line) for d in context.diagnostics if d.rule == "STR-045"} if found else set()
    for line, match in found:
        if (line.source.path, line.number) not in told:
            margin = " " * max(0, lines[0].column - line.column)
            message = (
                f"“{match[0].strip()}” does not begin an entry of a list, so this line became part of the one above"
            )
            hint = f"Write: - {line.text.strip()[:60]}"
            fix = line.place().swap(match[0], f"{margin}- {match[0]}")
            context.fault("STR-045", line.place(), message, hint, len(match[0].rstrip()), fix)


def _apart(body: Sequence[Node], context: Context) -> None:
    """Report paragraphs of one line that follow one another and were meant as a list below an entry, or as one of numbers.

    Elsewhere a clause (a) stands as well in a paragraph of its own.
    """
    single = [node.kind == "paragraph" and len(node.lines) == 1 for node in body]
    at = 0
    while at < len(body):
        end = at
        while end < len(body) and single[end] and _may_begin(body[end].lines[0]):
            end += 1
        if end - at > 1:
            for run, sign in _runs([node.lines[0] for node in body[at:end]]):
                above = body[at - 1] if at and run[0][0] is body[at].lines[0] else None
                below_list = above is not None and above.kind == "list"
                if sign == "1." and len(run) > 1 and (below_list or run[0][0].text.startswith(f"{run[0][1][1]}\\")):
                    _told_apart(run, above, context)
        at = max(end, at + 1)


def _told_apart(run: Sequence[tuple[Line, re.Match[str]]], above: Node | None, context: Context) -> None:
    """Report them; `above` is the block directly above: below an entry of a list they belong to that entry."""
    words = above.children[-1].children[:1] if above is not None and above.kind == "list" else []
    margin = " " * max(0, words[0].column - run[0][0].column) if words else ""
    fix: Fix = None
    if len(run) <= MOST_AT_ONCE:
        rows = [(line, match, _written("1.", match, number)) for number, (line, match) in enumerate(run, 1)]
        fix = [line.place().swap(match[0], f"{margin}{written}") for line, match, written in rows]
    for number, (line, match) in enumerate(run, 1):
        message = f"“{match[0].strip()}” does not begin an entry of a list, so this line is not in a list"
        hint = f"Write: {_written('1.', match, number)}{line.text[match.end() :].strip()[:60]}"
        context.fault("STR-045", line.place(), message, hint, len(match[0].rstrip()), fix)


def _paragraph(node: Node, context: Context) -> None:
    if len(node.lines) < 2 or not any(map(_may_begin, node.lines[1:])):
        return
    told = {(d.span.path, d.span.line) for d in context.diagnostics if d.rule == "STR-045"}
    first = [*_outlines(node.lines), *_verdicts(node.lines)]
    sure = {place for run, _ in first for place in _places(run)}
    others = [(run, sign) for run, sign in _runs(node.lines, context.o_begins) if sure.isdisjoint(_places(run))]
    for run, sign in [*first, *others]:
        if not told.isdisjoint(_places(run)) or _is_sentence(node.lines, run):
            continue
        some_ticked = len({match[1] for _, match in run} & {*_BOXES}) > 1
        signs = [_written(sign, match, number, some_ticked) for number, (_, match) in enumerate(run, 1)]
        deeper = len(run) > 1  # one alone goes on with the list that it stands in
        margins = [" " * max(0, node.lines[0].column - line.column) * deeper for line, _ in run]
        fix: Fix = None
        speech = run[0][1][1] in DASHES and is_speech([line.text[match.end() :] for line, match in run])
        if len(run) <= MOST_AT_ONCE and not speech:
            rows = zip(run, margins, signs, strict=True)
            fix = [line.place().swap(match[0], f"{margin}{written}") for (line, match), margin, written in rows]
        if not sign:
            line, match = run[0]
            message = f"“{match[0].strip()}” goes on with the words above it, so these lines run together"
            hint = "Put a blank line above it, or begin the list with 1."
            context.fault("STR-045", line.place(), message, hint, len(match[0].rstrip()))
            continue
        for (line, match), written in zip(run, signs, strict=True):
            shown = match[0].strip() or (match[1] if " " in match[1] else line.text.split()[0])
            message = f"“{shown}” does not begin an entry of a list, so these lines run together"
            hint = f"Write: {written}{line.text[match.end() :].strip()[:60]}"
            hint += as_speech(line, line is run[-1][0]) if speech else ""
            context.fault("STR-045", line.place(), message, hint, len(shown), fix)


_GOES_ON = rare_pattern(r"(?:[,;،]|[,;،] ?\w{1,4})$")
"""How a clause ends after which the sentence goes on, with `and` or without."""
_ENDS = rare_pattern(r"[.!?…؟]['\"’”»)\]]*$")


def _is_sentence(lines: Sequence[Line], run: Sequence[tuple[Line, re.Match[str]]]) -> bool:
    """Whether clauses (a) and (b) go on with the words above them and are one sentence, which reads as well in one line."""
    (first, match), (last, _) = run[0], run[-1]
    at = next(place for place, line in enumerate(lines) if line is first)
    if at == 0 or not match[1].isalpha() or len(match[1]) > 4 or lines[at - 1].text.rstrip().endswith((":", "：")):
        return False
    small = all(line.text[one.end() : one.end() + 1].islower() for line, one in run)
    goes_on = all(_GOES_ON.search(line.text.rstrip()) for line, _ in run[:-1])
    return len(run) > 1 and small and goes_on and _ENDS.search(last.text.rstrip()) is not None


def _written(sign: str, match: re.Match[str], number: int, some_ticked: bool = False) -> str:
    """What an entry begins with in markdown, space and all: a number, a dash, or an empty box where one was drawn.

    Where some of the boxes are ticked, each stays as it was drawn.
    """
    if sign != "-":
        room = " " if match[0][-1:].isspace() else ""
        return f"- {match[0].strip()}{room}" if is_letter(match) else f"{number}. "
    if some_ticked and match[0][:1] in [*_BOXES]:
        return f"- {match[1]} "
    return "- [ ] " if match[0][:1] in [*_EMPTY_BOXES] else "- "


def _runs(lines: Sequence[Line], o_begins: bool = False) -> Iterator[tuple[list[tuple[Line, re.Match[str]]], str]]:
    """Runs of lines that begin alike, and the sign that they were meant to begin with."""
    seldom = any(line.text[:1] == "*" or not line.text[:3].isascii() for line in lines)
    signs = (*_SIGNS, *(_SELDOM if seldom else ()), *(_O if o_begins else ()))
    for pattern, counted, numbered in signs:
        run: list[tuple[Line, re.Match[str]]] = []
        for line in [*lines, None]:
            match = pattern.match(line.text) if line else None
            wanted = not counted or (len(run) < len(counted) and match and match[1] == counted[len(run)])
            if line and match and wanted and not _is_broken(run):
                run.append((line, match))
                continue
            alone = run and (pattern is _O[0][0] or (run[0][0] is not lines[0] and run[0][1][1] in _BULLETS))
            if len(run) > 1 or alone:
                yield run, "" if numbered is None else "1." if numbered else "-"
            run = [(line, match)] if line and match and counted and match[1] == counted[0] else []
    yield from ((run, "1.") for run in counted_runs(lines))


def _places(run: Sequence[tuple[Line, re.Match[str]]]) -> list[tuple[str, int]]:
    return [(line.source.path, line.number) for line, _ in run]


def _verdicts(lines: Sequence[Line]) -> Iterator[tuple[list[tuple[Line, re.Match[str]]], str]]:
    """All lines, where each begins with a tick or a cross and not all with the same: the signs are kept."""
    run = [(line, match) for line in lines if (match := _VERDICT.match(line.text))]
    if len(run) == len(lines) and len({match[1] for _, match in run}) > 1 and not any(map(_ends, lines)):
        yield run, "-"


def _outlines(lines: Sequence[Line]) -> Iterator[tuple[list[tuple[Line, re.Match[str]]], str]]:
    """Runs of lines with the numbers of an outline; the first is of three parts, or ends with 1."""
    run: list[tuple[Line, re.Match[str]]] = []
    for line in [*lines, None]:
        match = _OUTLINE.match(line.text) if line else None
        if line and match and run and not _is_broken(run) and _follows(run[-1][1][1], match[1], len(run) > 1):
            run.append((line, match))
            continue
        if len(run) > 1:
            yield run, "-"
        begins = match and (match[1].count(".") > 1 or match[1].endswith(".1"))
        run = [(line, match)] if line and match and begins else []


def _follows(above: str, below: str, deep: bool) -> bool:
    """Whether a number of an outline comes next: a first one within the last, or one more in any of its places.

    `deep`: also where first ones stand within that, `2.1` behind `1.3`.
    """
    before, after = above.split("."), below.split(".")
    if after == [*before, "1"]:
        return True
    same = next((at for at, (old, new) in enumerate(zip(before, after, strict=False)) if old != new), len(before))
    if same >= min(len(before), len(after)) or int(after[same]) != int(before[same]) + 1:
        return False
    rest = after[same + 1 :]
    return not rest or (deep and set(rest) == {"1"})


def _is_broken(run: Sequence[tuple[Line, re.Match[str]]]) -> bool:
    """Whether the author ends the line above with a break of her own."""
    return bool(run) and _ends(run[-1][0])


def _ends(line: Line) -> bool:
    return line.text.endswith(("  ", "\\"))
