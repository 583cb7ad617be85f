"""Headings that were meant to begin a block and do not: known by their word, and by what stands below them."""

import re
from collections.abc import Sequence
from functools import lru_cache

from builder.did_you_mean import did_you_mean, is_slip
from builder.model.kind import Kind
from builder.model.rare_pattern import rare_pattern
from builder.read.blocks.sections import Kinds, Starts, always, block_starts, body_of, is_escaped, is_ordinary
from builder.read.blocks.shapes import is_checklist, kind_shown, shows
from builder.read.markdown.context import Context
from builder.read.markdown.lines import Line, Node
from builder.read.near_miss.wiki_links import are_wiki_links
from builder.read.questions.survey_headings import told_of_survey

_START = re.compile(r"^[*_]*(\w*)[*_]*(\s*(?:[:：;]|[-–—](?=\s))?)[*_]*\s*")
_ORDERS = frozenset(
    [
        "the",
        "these",
        "those",
        "this",
        "each",
        "all",
        "what",
        "which",
        "how",
        "when",
        "where",
        "who",
        "your",
        "every",
        "them",
    ]
)
"""Words after which `Order`, `Match` and the like ask the learner to do something."""
_SPEAKS_OF = frozenset(["of", "and", "in", "for"])
"""Words before which they name a thing: the title then keeps them."""

_REST_OF_NAME = rare_pattern(r"^(?:in(?: the (?:gap|blank)s?)?|question)?\s*\d*\s*[:：]\s*", re.IGNORECASE)
"""What may stand between a kind word and the colon of its heading: `Fill in:`, `Quiz question 2:`."""

_NO_QUESTION = " For a list of things to do, take the x out of its boxes."
"""What is said of tick boxes below a heading that asks nothing."""
_GOES_ON = " Put a line --- where the text goes on."
"""What is said where words that belong to no question follow."""
_EMPHASIS = rare_pattern(r"[*_]+")
_WORDS_ELSEWHERE = frozenset({"scena", "scenă", "scène", "scenes", "scala", "skala"})
"""Words of other languages, and another number, that ordinary headings begin with: not misspelt."""
_ASKS = ("?", ":", "…", "؟", "？")
_COUNTED = rare_pattern(r"(?:(?:question|q)[ \t]*)?\d{1,3}[.):][ \t]+", re.IGNORECASE)
_MOST = 6
"""Headings that a hint repeats."""
_ID_FIRST = rare_pattern(r"(?P<id>\{#[\w-]+\})\s*[:：]?\s*")
_HOLDERS = frozenset({"list", "item", "quote", "box"})
"""Blocks of markdown in which no block of ours can stand."""
_HELP = re.compile(r"^(hint|worked answer)(?:s?\s*:|\s*\d*\s*$)", re.IGNORECASE)


def meant_starts(nodes: Sequence[Node], exact: Starts, kinds: Kinds, context: Context) -> tuple[Starts, frozenset[int]]:
    """The headings that were meant to start a block, among those that start none as they are written.

    Gives also where blocks end that are known by their shape alone: what stands behind it goes on with the text.
    """
    meant, ends = {}, set()
    plain = always(kinds)
    for index, node in enumerate(nodes):
        if node.kind == "heading" and index not in exact and not is_escaped(node) and not is_ordinary(node, kinds):
            kind, width = _near_kind(nodes, index, plain, kinds, context)
            if kind:
                meant[index] = kind, width
                if not _is_named(node, kind, plain):
                    ends.add(index + 1 + _length(body_of(nodes, index), kind))
    return meant, frozenset(ends)


def note_inner_blocks(nodes: Sequence[Node], kinds: Kinds, context: Context) -> None:
    """STR-048: headings that begin a block at the margin, and stand in a list, a quote or a box, where they begin none."""
    waiting = [node.children for node in nodes if node.kind in _HOLDERS]
    while waiting:
        inner = waiting.pop(0)
        for index, (kind, _) in sorted(block_starts(inner, kinds).items()):
            message = f"“{kind.word}:” begins no block inside of a list, a quote or a box"
            words = " ".join(inner[index].lines[0].text.split())
            hint = f"Write it outside of that, at the margin, with all that belongs to it: ## {words}"
            context.fault("STR-048", inner[index].place(), message, hint, len(kind.word) + 1)
        waiting += [node.children for node in inner if node.kind in _HOLDERS]


def _is_named(heading: Node, kind: Kind, kinds: Kinds) -> bool:
    """Whether the first word of a heading, with or without its colon, names a kind."""
    match = _START.match(heading.lines[0].text)
    word = match[1] if match else ""
    return kinds.get(word.lower()) is kind or _nearest(word, kinds, True) is kind


def _length(body: Sequence[Node], kind: Kind) -> int:
    """How many blocks belong to what was known by its shape: up to the last one of it, with feedback and help below."""
    shown = [number for number, node in enumerate(body, 1) if shows(kind, [node], alone=True)]
    length = max(shown, default=len(body))
    while length < len(body) and (body[length].kind == "quote" or _is_help(body[length])):
        length += 1
    return length


def _is_help(node: Node) -> bool:
    return node.kind == "paragraph" and bool(_HELP.match(node.lines[0].text))


def _near_kind(
    nodes: Sequence[Node], index: int, kinds: Kinds, every: Kinds, context: Context
) -> tuple[Kind | None, int]:
    """The kind that a heading was meant to start, and where its title begins; None for plain headings.

    What was meant is reported. A kind is given only when the body is one: it is then read as it was meant, and its
    lines are not reported one by one.
    """
    node, below = nodes[index], body_of(nodes, index)
    line = node.lines[0] if node.lines else Line(node.source, node.line, node.column, "")
    if node.level >= 2 and (help := _HELP.match(line.text)):
        message = f"the {help[1].lower()} of a question is a paragraph, not a heading"
        words = line.text[help.end() :].strip() or "..."
        hint = f"Write: {help[1].capitalize()}: {words}"
        context.fault("QUE-013", line.place(), message, hint, help.end())
        return None, 0
    match = _START.match(line.text)
    assert match
    word, mark = match[1], match[2].strip()
    colon = mark in {":", "："}
    exact = kinds.get(word.lower())
    near = exact or _nearest(word, kinds, colon)
    if near and not exact and (word.lower() in _WORDS_ELSEWHERE or not shows(near, below)):
        near = _shown_alone(word, below, every) or (near if word.lower() not in _WORDS_ELSEWHERE else None)
    shown = near is not None and shows(near, below)
    width = match.end()
    rest = line.text[width:]
    # A block of words alone is reported whatever stands below.
    if near and not exact and colon and (shown or word.lower() not in near.also or near.shape is None):
        hint = f'Did you mean "{near.word}:"? For an ordinary heading, write "{word}\\:".'
        message = f'"{word}:" is not a kind of block'
        fix = (word, near.word) if shown or not near.shape else None
        context.fault("STR-011", line.place(), message, hint, len(word), fix)
    elif near and ((exact and colon) or _is_meant(near, exact is not None, rest, shown)):
        message = f'"{near.word}" needs its colon directly after it' if exact else f'"{word}" does not begin a block'
        if exact and not mark and (more := _REST_OF_NAME.match(rest)):
            width += more.end()
        elif not mark and rest.split(" ")[0] in _SPEAKS_OF:
            width = 0
        _no_colon(node, line, near, message, width, context)
    elif told_of_survey(nodes, index, context) or is_checklist(below, line.text):
        return None, 0
    elif (
        (found := kind_shown(below, kinds.values()))
        and found.shape
        and not _is_text_with_boxes(line, below, found)
        and not (found.shape.running_text and are_wiki_links(below, context.addresses.modules))
    ):
        if several := _asked_below(below, found):
            _report_several(node, line, several, found, context)
            return None, 0
        near, shown, width = found, True, width if colon else 0
        message = f"{found.shape.telling}, but it does not begin {found.noun}"
        is_list = found.shape.entry == "- [ ]" and not line.text.rstrip("*_ ").endswith("?")
        goes_on = _length(below, found) < len(below)
        remark = (_GOES_ON if goes_on else "") + (_NO_QUESTION if is_list else "")
        _no_colon(node, line, found, message, width, context, remark, sure=not goes_on)
    else:
        return None, 0
    return (near, width) if shown or near.shape is None else (None, 0)


def _shown_alone(word: str, below: Sequence[Node], kinds: Kinds) -> Kind | None:
    """The kind that begins a block only over what fits it, where a misspelt word means it and that stands below: `Fiel:` over a file."""
    others = (kind for kind in kinds.values() if kind.only_if_shown and is_slip(word.lower(), kind.word.lower()))
    return next((kind for kind in others if shows(kind, below)), None)


def _asked_below(below: Sequence[Node], found: Kind) -> list[Line]:
    """The words above each list with tick boxes, where there are several: each asks a question of its own."""
    if found.shape is None or found.shape.entry != "- [ ]":
        return []
    lists = [at for at, node in enumerate(below) if node.kind == "list" and shows(found, [node], alone=True)]
    above = [below[at - 1] for at in lists if at and below[at - 1].kind == "paragraph"]
    if len(lists) < 2 or len(above) < len(lists) or any(len(node.lines) > 1 for node in above):
        return []
    lines = [node.lines[0].ended() for node in above]
    return lines if all(_EMPHASIS.sub("", line.text).endswith(_ASKS) for line in lines) else []


def _report_several(node: Node, line: Line, asked: Sequence[Line], found: Kind, context: Context) -> None:
    """STR-012: questions below one heading, each of which is to have its own."""
    marks = "#" * node.level
    meant = [f"{marks} {found.word}: {_plain_title(one.text)}" for one in asked]
    message = f"there are {len(asked)} questions below this heading, and each has a heading of its own"
    hint = f"Write {' , '.join(meant[:_MOST])}{' and so on' * (len(meant) > _MOST)} in place of their words"
    fix = [one.place().swap(one.text, written) for one, written in zip(asked, meant, strict=True)]
    context.fault("STR-012", line.place(), message, hint, max(1, len(line.text)), fix)


def _plain_title(text: str) -> str:
    """The words of a question without bold around them and without its number."""
    return _COUNTED.sub("", _EMPHASIS.sub("", text).strip(), count=1)


def _is_text_with_boxes(line: Line, below: Sequence[Node], found: Kind) -> bool:
    """Whether tick boxes are one list of several below a heading that asks nothing: their own line is reported."""
    if found.shape is None or found.shape.entry != "- [ ]" or line.text.rstrip("*_ ").endswith("?"):
        return False
    first = next(number for number, node in enumerate(below) if shows(found, [node], alone=True))
    return any(node.kind == "list" for node in below[:first])


def _no_colon(
    node: Node, line: Line, kind: Kind, message: str, width: int, context: Context, more: str = "", sure: bool = True
) -> None:
    """Report a heading whose title begins behind its first `width` characters."""
    rest = _title(line.text, width, kind)
    length = len((line.text.split() or [" "])[0].rstrip(":")) if line.text.endswith(rest) else len(line.text)
    hint = f"Did you mean `{'#' * node.level} {kind.word}: {rest}`?"
    if not (kind.shape and kind.shape.telling):
        hint += " An ordinary heading begins with another word."
    hint += more
    fix = (line.text, f"{kind.word}: {rest}") if rest and sure else None
    context.fault("STR-012", line.place(), message, hint, max(1, length), fix)


_CALLED = rare_pattern(
    r"^(?:knowledge check|check your understanding|multiple (?:choice|response|answers?|select)|single (?:choice|select)"
    r"|true (?:or|/) ?false|true/false|mcq)(?: question)?(?: \d{1,2})?\s*[:：–—-]\s*(?=\S)",
    re.IGNORECASE,
)
"""What other tools call a kind of question, before its words."""


def _title(text: str, width: int, kind: Kind) -> str:
    """The title of a heading behind its first `width` characters, without the signs round it that began before them.

    An id at its beginning goes to its end.
    """
    title = text[width:]
    if width and (opened := _EMPHASIS.match(text)) and opened[0] not in text[opened.end() : width]:
        title = title.replace(opened[0], "", 1)
    if first := _ID_FIRST.match(title):
        title = f"{title[first.end() :]} {first['id']}"
        title = re.sub(rf"^{kind.word}\s*[:：]\s*", "", title, flags=re.IGNORECASE)
    return _CALLED.sub("", title) if width == 0 else title


def _is_meant(kind: Kind, exact: bool, rest: str, shown: bool) -> bool:
    """Whether a heading without a colon was meant to begin a block of this kind; `exact`: it has its very word."""
    asks = rest.endswith("?") or rest[:1].isupper() or rest[:1].isdigit()
    if kind.shape is None:
        return exact and asks
    if kind.shape.telling:
        return shown
    return shown and (asks or rest.split(" ")[0].lower() in _ORDERS or (not rest and not kind.shape.plain_list))


def _nearest(word: str, kinds: Kinds, colon: bool) -> Kind | None:
    """The kind that a word means which is not the kind's own."""
    if colon and (other := next((kind for kind in kinds.values() if word.lower() in kind.also), None)):
        return other
    return kinds.get(_respelt(word.lower(), tuple(kinds)))


@lru_cache(maxsize=1024)
def _respelt(word: str, words: tuple[str, ...]) -> str:
    """The one of some words that a misspelling means: one slip in a short word, two in a longer one; empty for none."""
    near = [one for one in words if is_slip(word, one)]
    return did_you_mean(word, near, 0)
