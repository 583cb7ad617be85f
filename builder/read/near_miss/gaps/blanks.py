"""Places left to be filled in, as people type them: `____`, `[blank]`, `....`; and the answers that stand beside them."""

import re
import unicodedata
from collections.abc import Iterator, Sequence
from itertools import pairwise
from typing import NamedTuple

from builder.model.contract import LONGEST_GAP
from builder.model.rare_pattern import rare_pattern
from builder.read.markdown.lines import Line, Node
from builder.read.near_miss.answer_lines.labels import is_label, keys_of

IN_WORDS = "In its place write what is right, with two brackets [[ before it and two brackets ]] behind it."
"""What to do where only the author knows the answer: words that stand for it must never become the right answer."""
_WORDS = (
    r"(?:your )?(?:blank|gap|answer|word|number|text|term|name|missing(?: word| number)?|fill(?:[- ]in)?(?: the)?(?: blank| gap)?|input|insert(?: \w+)?|write(?: \w+)?(?: here)?|type(?: \w+)?(?: here)?)s?(?: here)?"
    r"|bwlch|ateb|gair|rhif|luka|odpowied[źz]|słowo|wyraz|liczba|пропуск|відповідь|слово|число|ответ|вставте слово|вставьте слово"
    r"|فراغ|الفراغ|إجابة|الإجابة|كلمة|رقم|blanc|trou|réponse|mot|lücke|antwort|wort|zahl|hueco|espacio|respuesta|palabra|spazio|risposta|parola"
)
_STANDS_FOR_IT = rare_pattern(rf"(?:{_WORDS})[ \t]*[#(]?\d{{0,2}}\)?|[\W_]*", re.IGNORECASE)
"""A word between brackets that stands for the answer, or signs alone."""
_DRAWN = rare_pattern(
    r"\[\[[ \t]*(?:_{2,}|\.{2,}|…+)[ \t]*\]\]|(?<![\w\\])_{2,}[(]?\d{1,2}[)]?_{2,}(?!\w)|(?<![\w\\])(?:_{3,}|(?:\\_){3,})(?!\w)|(?<!\w)\(blank\)",
    re.IGNORECASE,
)
_DOTTED = rare_pattern(r"(?<!\S)(?:\.{4,}|…{2,}|[-–—]{4,}|\.(?: \.){3,})(?=[\s.,;:?!)]|$)")
"""The same in dots or strokes, which may as well be nothing but a pause."""
_AT_END = rare_pattern(r"[.!?…:]?[ \t]+[(\[](?P<named>[^()\[\]\n]{1,60})[)\]][ \t]*[.]?[ \t]*$")
"""An answer in brackets at the end of the sentence with the gap."""
_NO_ANSWER = rare_pattern(
    r"\d+ ?(?:marks?|points?|pts?|words?|letters?|marc|marciau|punkt\w*|бал\w*)\b|(?:noun|verb|adjective|adverb|plural|singular|hint|see|page|p\.)\b|.*[a-z],? \d{4}",
    re.IGNORECASE,
)
_PARTING = rare_pattern(
    r"[ \t]*(?:[,،](?!\d)|[;؛])[ \t]*(?:(?:and|a|ac|i|і|та|و)[ \t]+)?|[ \t]+(?:and|ac|і|та|i|oraz|و)[ \t]+"
)
_SEVERAL = rare_pattern(r"[,،](?!\d)|[;؛]")
_NUMBERED = rare_pattern(r"^\(?\d{1,2}[.):]\)?[ \t]+")
_LONGEST = 4
"""Words of an answer to a gap; more of them are a sentence."""


class Blank(NamedTuple):
    """A place left to be filled in."""

    line: Line
    start: int
    text: str
    """What is written there."""


def stands_for_an_answer(inside: str) -> bool:
    """Whether words between brackets or stars are no answer, but stand for one: `blank`, `your answer`, `___`."""
    return bool(_STANDS_FOR_IT.fullmatch(inside.strip()))


def has_blanks(body: Sequence[Node]) -> bool:
    """Whether places are left to be filled in: then an answer line may be about them."""
    return any(_DRAWN.search(line.text) for line in _lines(body))


def blanks_of(line: Line, hidden: Sequence[tuple[int, int]], dotted: bool) -> list[Blank]:
    """The places left to be filled in of a line, in order; `dotted` says that dots and strokes are such places too."""
    patterns = (_DRAWN, _DOTTED) if dotted else (_DRAWN,)
    found = [(match.start(), match[0]) for pattern in patterns for match in pattern.finditer(line.text)]
    return [Blank(line, *one) for one in sorted(found) if not any(a <= one[0] < b for a, b in hidden)]


def answers_beside(blanks: Sequence[Blank], body: Sequence[Node]) -> list[str]:
    """What is written beside blanks as their answers, one for each; empty where nothing says so plainly."""
    lines = list(_lines(body))
    for key in keys_of(lines):
        if answers := _parted(key.named, blanks):
            return answers
    if answers := _listed(body, blanks):
        return answers
    if len(blanks) == 1 and (found := _AT_END.search(blanks[0].line.text, blanks[0].start + len(blanks[0].text))):
        return [] if _NO_ANSWER.match(found["named"]) else _fitted([found["named"]], blanks)
    return []


def _parted(named: str, blanks: Sequence[Blank]) -> list[str]:
    whole = [named] if len(blanks) == 1 and not _SEVERAL.search(named) else _PARTING.split(named)
    return _fitted([_NUMBERED.sub("", part) for part in whole], blanks)


def _listed(body: Sequence[Node], blanks: Sequence[Blank]) -> list[str]:
    """Answers as the entries of a list below a label: `Answers:`, `1. trust`, `2. time`."""
    for label, node in pairwise(body):
        if label.kind in {"paragraph", "heading"} and node.kind == "list" and is_label(label.lines[-1].text):
            entries = [
                item.children[0].lines[0].text for item in node.children if item.children and item.children[0].lines
            ]
            return _fitted(entries, blanks)
    return []


def _fitted(answers: Sequence[str], blanks: Sequence[Blank]) -> list[str]:
    """Answers without what stands beside the gap already, such as its unit; none where one cannot be an answer."""
    if len(answers) != len(blanks):
        return []
    fitted = [_beside(answer.strip(' *_."“”'), blank) for answer, blank in zip(answers, blanks, strict=True)]
    return fitted if all(map(_is_answer, fitted)) else []


def _beside(answer: str, blank: Blank) -> str:
    """An answer without the words that follow its gap, or the sign before it: of `5 mg` the 5 in `____ mg`."""
    before = blank.line.text[: blank.start].rstrip()
    behind = blank.line.text[blank.start + len(blank.text) :].lstrip()
    if unicodedata.category(answer[:1] or " ") == "Sc" and before.endswith(answer[:1]):
        answer = answer[1:].strip()
    first, _, rest = answer.partition(" ")
    if rest and re.match(rf"{re.escape(rest)}(?!\w)", behind, re.IGNORECASE):
        return first
    unit = re.fullmatch(r"([\d.,]+)([^\W\d_]{1,4}|%)", answer)
    return unit[1] if unit and re.match(rf"{re.escape(unit[2])}(?!\w)", behind) else answer


def _is_answer(words: str) -> bool:
    plain = not stands_for_an_answer(words) and not re.search(r"[\[\]|]", words)
    return plain and len(words.split()) <= _LONGEST and len(words) <= LONGEST_GAP


def _lines(nodes: Sequence[Node]) -> Iterator[Line]:
    for node in nodes:
        if node.kind == "paragraph":
            yield from node.lines
        elif node.kind in {"quote", "list", "item"}:
            yield from _lines(node.children)
