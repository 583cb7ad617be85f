"""The line that says which option of a question is right, and the options above it."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, field

from builder.model.rare_pattern import rare_pattern
from builder.read.markdown.lines import Line, Node
from builder.read.questions.common import BOX, first_words

_LABELS = (
    r"(?:the )?(?:correct|right) (?:options?|choices?)(?: (?:is|are))?|(?:the )?(?:correct |right )?(?:answers?|ans|key|solutions?)(?: (?:is|are))?"
    r"|(?:yr )?ateb(?:ion)?(?: (?:cywir|gywir))?|(?:правильн[аі] )?відповід[ьі]|(?:правильный )?ответы?"
    r"|(?:la |les )?(?:bonnes? )?réponses?(?: correctes?)?|(?:richtige )?antwort(?:en)?|lösung|respuestas?(?: correctas?)?"
    r"|(?:poprawn[ae] )?odpowied[źz]i?|risposta|resposta|răspuns|freagra|atsakymas|cevap|jawaab|الإجابة|الجواب|答案"
)
_KEY = re.compile(
    rf"[*_]{{0,3}}(?:{_LABELS})[*_]{{0,3}}[ \t]*(?:[:：=]|(?<=is)|(?<=are)|[–—-])[*_]{{0,3}}[ \t]*(?P<named>[^\n]*?)[*_.]{{0,3}}[ \t]*",
    re.IGNORECASE,
)
"""A line that names the right options."""
_EMPHASIS = rare_pattern(r"(?<!\w)[*_]{1,3}|[*_]{1,3}(?!\w)")
NAMES = rare_pattern(
    r"\(?(?:[^\W\d_]|\d{1,2})[.)]?(?:(?:[ \t]*[,;&+/][ \t]*(?:(?:and|a|ac|і|та|и|et|und|y)[ \t]+)?|[ \t]+(?:and|ac|і|та|и|et|und|y)[ \t]+)\(?(?:[^\W\d_]|\d{1,2})[.)]?)*"
)
"""Letters or numbers of options, with commas or `and` between them."""
_NAMED = rare_pattern(r"(?P<name>\(?(?:[^\W\d_]|\d{1,2})(?:[.)]|[ \t]*[:–—-]))[ \t]+(?P<rest>\S.*)")
"""The letter of an option, and its words or a reason behind it."""
_MARKER = rare_pattern(r"(?:[*_]{2})?\(?(?P<name>[^\W\d_]|\d{1,2})[.)]{1,2}(?:[*_]{2})?[ \t]+(?=\S)")
"""What an option begins with."""
_FIRST = frozenset("aа1")
"""The first letter of an alphabet, Latin or Cyrillic, and the first number."""


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
    more: list[Line] = field(default_factory=list)
    """Lines that go on with it."""
    below: list[Node] = field(default_factory=list)
    """Its feedback."""

    @property
    def words(self) -> str:
        """Its words on its first line."""
        return self.line.text[self.width :].strip()


@dataclass(slots=True)
class Question:
    """What stands above an answer line."""

    stem: list[Line]
    """What is asked, where it stands in one block with the options."""
    options: list[Option]
    """Two or more."""
    blocks: int
    """Blocks above the answer line that hold it."""


def key_line(node: Node) -> tuple[Line, re.Match[str]] | None:
    """The line of a block that says which option is right: the last one of a paragraph or of a list."""
    last = node
    while last.kind in {"list", "item"} and last.children:
        last = last.children[-1]
    if last.kind != "paragraph" or not last.lines:
        return None
    line = last.lines[-1]
    text = line.text if "*" not in line.text and "_" not in line.text else _EMPHASIS.sub("", line.text)
    match = _KEY.fullmatch(text.strip())
    return (line, match) if match and match["named"] else None


def question_above(made: Sequence[Node], node: Node, key: Line) -> Question | None:
    """The options above an answer line, which ends `node`, and what is asked if that stands with them."""
    if node.kind == "list":
        options = _of_list(node, key)
        if len(options) > 1:
            return Question([], options, 0)
        lines = words.lines if len(node.children) == 1 and (words := first_words(node.children[0])) else []
        return _of_lines(lines, key, 0)
    if len(node.lines) > 1:
        return _of_lines(node.lines, key, 0)
    above = made[-1] if made else None
    if above is not None and above.kind == "list":
        options = _of_list(above, key)
        if len(options) > 1:
            return Question([], options, 1)
        lines = words.lines if len(above.children) == 1 and (words := first_words(above.children[0])) else []
        return _of_lines(lines, key, 1)
    if above is not None and above.kind == "paragraph" and len(above.lines) > 1:
        return _of_lines(above.lines, key, 1)
    count = 0
    while count < len(made) and made[-1 - count].kind == "paragraph" and _MARKER.match(made[-1 - count].lines[0].text):
        count += 1
    return _of_lines([line for one in made[len(made) - count :] for line in one.lines], key, count)


def _of_list(node: Node, key: Line) -> list[Option]:
    """Options of a list; none when an entry of it is something else."""
    options = []
    for number, item in enumerate(node.children, 1):
        words = first_words(item)
        if words is None or any(child.kind != "quote" for child in item.children[1:]):
            return []
        first, *more = words.lines
        name, width, ticked = (str(number) if node.ordered else ""), 0, False
        if box := BOX.match(first.text):
            width, ticked = box.end(), box[1] in "xX"
        if marker := _MARKER.match(first.text[width:]):
            name, width = marker["name"].casefold(), width + marker.end()
        if node.ordered and width == 0:
            width = first.column - item.column
            first = Line(first.source, first.number, item.column, item.info.ljust(width) + first.text)
        options.append(
            Option(first, width, name, ticked, [line for line in more if line is not key], item.children[1:])
        )
    return options


def _of_lines(lines: Sequence[Line], key: Line, blocks: int) -> Question | None:
    """Options that are lines of text, each with its letter, and what is asked above them."""
    stem: list[Line] = []
    options: list[Option] = []
    for line in lines:
        marker = _MARKER.match(line.text)
        if line is key:
            break
        if marker and (options or marker["name"].casefold() in _FIRST):
            options.append(Option(line, marker.end(), marker["name"].casefold()))
        elif options:
            options[-1].more.append(line)
        else:
            stem.append(line)
    names = [option.name for option in options]
    return Question(stem, options, blocks) if len(set(names)) == len(names) > 1 else None


def right_options(named: str, options: Sequence[Option]) -> tuple[set[int], str] | None:
    """Which options a line names, and the reason that it gives; None when it names none of them."""
    reason = ""
    plain = named.strip(" *_.")
    same = [number for number, option in enumerate(options) if option.words.casefold() == plain.casefold()]
    if same:
        return set(same), ""
    if match := _NAMED.fullmatch(plain):
        plain, reason = match["name"].strip(" :–—-"), match["rest"]
    if not NAMES.fullmatch(plain):
        return None
    lettered = [option.name for option in options]
    if not any(lettered):
        lettered = [chr(ord("a") + number) for number in range(len(options))]
    wanted = [one.casefold() for one in re.findall(r"(?<![^\W\d_])(?:[^\W\d_](?![^\W\d_])|\d{1,2})", plain)]
    if len(wanted) > 1 and len(plain.split()) > 1:
        wanted = [one for one in wanted if one in lettered or one not in {"a", "y", "і", "и"}]
    if not wanted or any(one not in lettered for one in wanted):
        return None
    right = {lettered.index(one) for one in wanted}
    if reason and any(
        options[number].words.casefold().rstrip(".") == reason.casefold().rstrip(".") for number in right
    ):
        reason = ""
    return right, reason
