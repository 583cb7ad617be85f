"""The options of a question as they were written, and which of them a line names."""

import re
from collections.abc import Collection, Sequence
from dataclasses import dataclass, field

from builder.model.content.spelling import seen
from builder.model.rare_pattern import rare_pattern
from builder.read.markdown.block_parser.comments import text_without_comments
from builder.read.markdown.lines import Line, Node
from builder.read.near_miss.answer_lines.labels import Key
from builder.read.near_miss.answer_lines.words.letters import ORDINALS, WHOLE, is_lettered, names_in
from builder.read.questions.common import BOX, NEAR_LINE, first_words

_NAMED = rare_pattern(
    r"(?P<name>\(?(?:[^\W\d_]|\d{1,2})(?:[.)]|[ \t]*[:–—-]|,(?=[ \t]*(?:because|since|as|for)\b)|(?=[ \t]+[(\[“\"])))[ \t]+(?P<rest>\S.*)"
)
"""The letter of an option, and its words or a reason behind it."""
_MARKER = rare_pattern(
    r"(?P<mark>[*✓✔✅]\ufe0f?[ \t]*)?(?:[*_]{2})?\(?(?P<name>[^\W\d_]|\d{1,2})(?:[.)]{1,2}|(?<=[A-F]):)(?:[*_]{2})?[ \t]+(?=\S)"
)
"""What an option begins with; in some tools with a sign that says that it is right."""
_DRAWN = rare_pattern(
    r"(?P<sign>[○◯⚪〇◦⚬☐❏❑□▢⬜◻●◉⦿⚫◎🔘☑■▣⬛◼]\ufe0f?|[(][ \t\u00a0]?[xXoO•●◉*✓✔]?[ \t\u00a0]?[)])[ \t\u00a0]+(?=\S)"
)
"""A button or a box before an option, as forms draw it."""
_BRACKETED = rare_pattern(r"(?P<sign>\[[ xX✓✔]?\])[ \t]+(?=\S)")
_DRAWS = frozenset("(○◯⚪〇◦⚬☐❏❑□▢⬜◻●◉⦿⚫◎🔘☑■▣⬛◼")
"""First letters of it."""
_FILLED = frozenset("●◉⦿⚫◎🔘☑■▣⬛◼xXoO•*✓✔")
"""What is drawn into the one of a right answer."""
_FIRST = frozenset("aа1αأا١")
"""The first letter of an alphabet, Latin, Cyrillic, Greek or Arabic, and the first number."""
_OF_OTHERS = rare_pattern(r"(?:^|[\s,;])\d{1,2}[ \t]*[.):=–-][ \t]*[(]?[^\W\d_](?![^\W\d_])")
_AND = rare_pattern(r"[ \t]*[,;][ \t]*|[ \t]+(?:and|ac?|і|та|и|et|und|y)[ \t]+|[ \t]*[&+][ \t]*")
_TICK = rare_pattern(r"[xX✓✔☑]")
_PLACES = ("abcdefghijklmnop", "аб-гд", "أبجدهو", "αβγδεζηθ")
"""Letters for options without one, by their place; a hyphen for `в`, which looks like the Latin B."""


@dataclass(slots=True)
class Option:
    """An option, as it was written."""

    line: Line
    """The line with its first words, from its letter or its tick box on."""
    width: int
    """Characters before its words."""
    name: str
    """Its letter or number, in small letters; empty when it has none."""
    ticked: bool = False
    boxed: bool = False
    """Whether it has a tick box."""
    more: list[Line] = field(default_factory=list)
    """Lines that go on with it."""
    below: list[Node] = field(default_factory=list)
    """Its feedback."""
    marked: str = ""
    """A sign before its letter that says that it is right."""
    drawn: str = ""
    """A button or a box before it, as forms draw it, filled or empty."""

    @property
    def filled(self) -> bool:
        """Whether the button or the box before it is filled."""
        return any(sign in _FILLED for sign in self.drawn)

    @property
    def words(self) -> str:
        """Its words on its first line, without comments."""
        words = self.line.text[self.width :]
        return (text_without_comments(words) if "<!--" in words else words).strip()


@dataclass(slots=True)
class Question:
    """What an answer line is about."""

    stem: list[Line]
    """What is asked, where it stands in one block with the options."""
    options: list[Option]
    """Two or more."""
    blocks: int
    """Blocks that hold it."""


def last_line(node: Node) -> Line | None:
    """The last line of a paragraph or of a list."""
    last = node
    while last.kind in {"list", "item"} and last.children:
        last = last.children[-1]
    return last.lines[-1] if last.kind == "paragraph" and last.lines else None


def question_above(made: Sequence[Node], node: Node, key: Line) -> Question | None:
    """The options above an answer line, which ends `node`, and what is asked if that stands with them."""
    if node.kind == "list":
        return _in_list(node, key, 0)
    if len(node.lines) > 1:
        return options_in_lines(node.lines, [key], 0)
    above = made[-1] if made else None
    if above is not None and above.kind == "list":
        return _in_list(above, key, 1)
    if above is not None and above.kind == "paragraph" and len(above.lines) > 1:
        return options_in_lines(above.lines, [key], 1)
    count = 0
    while count < len(made) and is_lettered_paragraph(made[-1 - count]):
        count += 1
    return options_in_lines([line for one in made[len(made) - count :] for line in one.lines], [key], count)


def _in_list(node: Node, key: Line, blocks: int) -> Question | None:
    options = options_of_list(node, [key])
    if len(options) > 1:
        return Question([], options, blocks)
    lines = words.lines if len(node.children) == 1 and (words := first_words(node.children[0])) else []
    return options_in_lines(lines, [key], blocks)


def is_lettered_paragraph(node: Node) -> bool:
    """Whether a paragraph begins as an option does, with a letter, a number, or a button as forms draw it."""
    first = node.lines[0].text if node.kind == "paragraph" and node.lines else ""
    return bool(first and (_MARKER.match(first) or (first[0] in _DRAWS and _DRAWN.match(first))))


def options_of_list(node: Node, keys: Collection[Line] = (), prose: bool = False) -> list[Option]:
    """Options of a list, without the lines that say which is right; none when an entry of it is something else.

    In `prose` boxes that are drawn before them are signs alone; below a heading of ours they are read as boxes.
    """
    options = []
    for number, item in enumerate(node.children, 1):
        words = first_words(item)
        if words is not None and words.lines[0] in keys:
            continue
        if words is None or any(child.kind != "quote" for child in item.children[1:]):
            return []
        options.append(_option(node, item, words.lines, number, keys))
    return _as_drawn(options, prose)


def _as_drawn(options: list[Option], prose: bool, bracketed: bool = False) -> list[Option]:
    """Options without the buttons before their words, where each has one; boxes that are read as boxes stay."""
    found = [_drawn(one.line.text, bracketed) for one in options]
    if not found or None in found or not (prose or any(map(_is_no_box, options))):
        return options
    for option, match in zip(options, found, strict=True):
        if match:
            option.drawn, option.width, option.name, option.boxed = match["sign"], match.end(), "", False
            option.ticked = False
    return options


def _option(node: Node, item: Node, lines: Sequence[Line], number: int, keys: Collection[Line]) -> Option:
    first, *more = lines
    name, width = (str(number) if node.ordered else ""), 0
    near = NEAR_LINE.match(first.text)
    box = BOX.match(first.text)
    if box:
        width = box.end()
    marker = _MARKER.match(first.text[width:])
    if marker and box and marker[0].strip() in {"(x)", "(X)"}:
        marker = None  # a second tick, not a letter
    if marker:
        name, width = marker["name"].casefold(), width + marker.end()
    if node.ordered and width == 0:
        width = first.column - item.column
        first = Line(first.source, first.number, item.column, item.info.ljust(width) + first.text)
    sign = box or near
    ticked = bool(sign and _TICK.search(sign[0]))
    more = [line for line in more if line not in keys]
    mark = (marker["mark"] or "").strip() if marker else ""
    return Option(first, width, name, ticked, bool(sign), more, item.children[1:], mark)


def _drawn(text: str, bracketed: bool) -> re.Match[str] | None:
    """A button or a box before words; with `bracketed` also `[ ]` and `[x]`."""
    if bracketed and text[:1] == "[":
        return _BRACKETED.match(text)
    return _DRAWN.match(text) if text[:1] in _DRAWS else None


def _is_no_box(option: Option) -> bool:
    return not NEAR_LINE.match(option.line.text)


def options_in_lines(
    lines: Sequence[Line], keys: Collection[Line], blocks: int, prose: bool = False
) -> Question | None:
    """Options that are lines of text, each with its letter, and what is asked above them."""
    stem: list[Line] = []
    options: list[Option] = []
    if drawn := _drawn_lines(lines, keys, blocks, prose):
        return drawn
    for line in lines:
        marker = _MARKER.match(line.text)
        if line in keys:
            continue
        if marker and (options or marker["name"].casefold() in _FIRST):
            mark = (marker["mark"] or "").strip()
            options.append(Option(line, marker.end(), marker["name"].casefold(), marked=mark))
        elif options:
            options[-1].more.append(line)
        else:
            stem.append(line)
    if (
        len(options) > 2
        and options[0].name.isdecimal()
        and options[1].name in _FIRST
        and not options[1].name.isdecimal()
    ):
        stem, options = [*stem, options[0].line, *options[0].more], options[1:]  # `1. What is it?` above `A. This`
    names = [option.name for option in options]
    return Question(stem, options, blocks) if len(set(names)) == len(names) > 1 else None


def _drawn_lines(lines: Sequence[Line], keys: Collection[Line], blocks: int, prose: bool) -> Question | None:
    """Options that are lines of text, each with a button as forms draw it, and what is asked above them."""
    rows = [line for line in lines if line not in keys]
    first = next((at for at, line in enumerate(rows) if _drawn(line.text, prose)), None)
    if first is None:
        return None
    options = _as_drawn([Option(line, 0, "") for line in rows[first:]], prose, bracketed=prose)
    return Question(rows[:first], options, blocks) if len(options) > 1 and options[0].drawn else None


def right_options(key: Key, options: Sequence[Option]) -> tuple[set[int], str] | None:
    """Which options a line names, and the reason that it gives; None when it names none, an empty set when it names two for one."""
    plain = key.named.strip(" *_.")
    if same := named_by_words(plain, options):
        by_name = _by_name(plain, options)
        return (same if by_name in (None, same) else set()), ""  # `A` may be the option A, or the one that says A
    if spelled := _by_place(plain, options):
        return spelled, ""
    reason = ""
    if match := _NAMED.fullmatch(plain):
        plain, reason = match["name"].strip(" :–—-,"), match["rest"]
        if _OF_OTHERS.search(reason):
            return None  # `1. A, 2. B` are the answers to two questions
    wanted = names_in(plain)
    lettered = _names_of(options, "".join(wanted))
    if not wanted or any(one not in lettered for one in wanted):
        return None
    right = {lettered.index(one) for one in wanted}
    said = named_by_words(reason.strip("()[]“”\"' "), options)
    if said and said != right:
        return set(), ""
    return right, "" if said else reason


def _by_name(said: str, options: Sequence[Option]) -> set[int] | None:
    """The options whose own letters or numbers are said; None where they have none, or others are said."""
    named = [option.name for option in options]
    wanted = names_in(said)
    if not all(named) or not wanted or any(one not in named for one in wanted):
        return None
    return {named.index(one) for one in wanted}


def _names_of(options: Sequence[Option], named: str) -> list[str]:
    """The letter of each option: its own, or that of its place in the alphabet of the one that is named."""
    lettered = [option.name for option in options]
    letters = named.casefold()
    figures = any(sign.isdecimal() for sign in named)
    numbered = all(name.isdecimal() for name in lettered)
    latin = lettered == list(_PLACES[0][: len(options)])
    others = latin and any(sign in row for row in _PLACES[1:] for sign in letters)
    counted = latin and figures and not any(sign.isdecimal() for option in options for sign in option.words)
    if any(lettered) and not others and not counted and not (numbered and not figures):
        return lettered
    if figures:
        return [str(number) for number in range(1, len(options) + 1)]
    return list(next((row for row in _PLACES if any(sign in row for sign in letters)), _PLACES[0])[: len(options)])


def named_by_words(said: str, options: Sequence[Option]) -> set[int]:
    """The options whose words are said, alone or one after the other: `Trust and Hope`."""
    known = {_bare(option.words): number for number, option in enumerate(options)}
    for parts in ([said], _AND.split(said)):
        found = [known.get(_bare(part)) for part in parts]
        if said and all(number is not None for number in found):
            return {number for number in found if number is not None}
    return set()


def _by_place(said: str, options: Sequence[Option]) -> set[int]:
    """The options that words such as `the second one` or `both` mean."""
    words = re.findall(r"[^\W_]+", said.casefold())
    if any(len(word) == 1 for word in words) or not is_lettered(said):
        return set()
    if any(word in WHOLE for word in words):
        return set(range(len(options)))
    found = {ORDINALS[word] for word in words if word in ORDINALS}
    return found if all(number < len(options) for number in found) else set()


def _bare(words: str) -> str:
    return seen(words).casefold().strip(" *_.,!?“”\"'‘’")
