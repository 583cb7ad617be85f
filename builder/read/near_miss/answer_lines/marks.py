"""Signs on an option that say that it is right: a star, a tick, `(correct)`; and an option all in bold."""

from collections.abc import Iterable, Sequence
from typing import NamedTuple

from builder.model.rare_pattern import rare_pattern
from builder.read.near_miss.answer_lines.options import Option
from builder.read.questions.common import NEAR_LINE

_RIGHT = (
    r"(?i:correct(?: answer| option| choice)?|(?:the )?(?:right|correct|best) (?:one|answer|choice|option)|true|(?:yr )?ateb cywir|cywir|gywir"
    r"|правильно|правильн[аи]й(?: (?:ответ|варіант))?|правильна(?: відповідь)?|вірно|вірна(?: відповідь)?|верно|верный ответ"
    r"|richtig(?:e antwort)?|korrekt|(?:la )?bonne réponse|juste|correcte?|(?:respuesta )?correct[ao]|(?:risposta )?(?:corrett[ao]|esatt[ao])|(?:resposta )?cert[ao]"
    r"|poprawn[aey](?: odpowiedź)?|poprawnie|prawidłow[aey](?: odpowiedź)?|juist(?:e antwoord)?|doğru(?: cevap)?|corect|ceart|teisingas|saxda?"
    r"|صحيحة?|(?:ال)?[إا]جابة (?:ال)?صحيحة|درست|正确(?:答案)?|[✓✔✅x])"
)
_BEHIND = rare_pattern(
    rf"(?<=[^\s\\])(?:(?:[ \t]+|(?<=[^\WA-Z\d_])|(?<=[.!?)”]))(?:\*(?!\*)(?<!\*\*)|[✓✔✅☑]\ufe0f?)|[ \t]*[*_]{{0,3}}[(\[][*_]{{0,3}}(?:{_RIGHT})[.!]?[*_]{{0,3}}[)\]][*_]{{0,3}}|[ \t]+(?:[←⬅◄◀👈]\ufe0f?|<-+|⇐)[ \t]*(?:{_RIGHT}|answer|this(?: one)?|)|[ \t]+[–—-]+[ \t]*(?i:correct|right)(?: answer)?|[ \t]*#(?:right|correct)|[ \t]*\{{[.:]?(?:correct|right)\}}|[ \t]*<!--[ \t]*(?:{_RIGHT}|answer)[ \t]*-->)[ \t.]*$"
)
_SAYS_RIGHT = rare_pattern(
    rf"(?<=\S)[ \t]*(?:[✓✔✅☑]\ufe0f?|[*_]{{0,3}}[(\[][*_]{{0,3}}(?:{_RIGHT}|(?i:right|t|r|yes)|100[ \t]?%|\+?[1-9]\d? ?(?i:points?|pts?|marks?)?)[*_]{{0,3}}[)\]][*_]{{0,3}}|#(?:right|correct)|(?:←|<-+|⇐)[ \t]*(?:{_RIGHT}|(?i:right)))[ \t.]*$"
    r"|^[✓✔✅☑]\ufe0f?[ \t]*"
)
"""What says that an option is right where each of the others has a sign that says that it is wrong."""
_BEFORE = rare_pattern(r"(?:\*(?=[^\s*])|[✓✔✅☑]\ufe0f?[ \t]*|(?:→|=>|➔)[ \t]+|\[\*\][ \t]*|[(\[][xX✓✔][)\]][ \t]+)")
_WRONG = (
    r"(?i:incorrect(?: answer| option)?|(?:the )?wrong(?: one| answer)?|false|anghywir|falsch(?:e antwort)?|faux|fausse|mauvaise réponse|incorrect[oae]|incorrecta"
    r"|неправильно|неправильна(?: відповідь)?|неправильный(?: ответ)?|невірно|неверно|niepoprawn[aey](?: odpowiedź)?|błędn[aey](?: odpowiedź)?|źle"
    r"|sbagliat[ao]|errad[ao]|fout|yanlış|خاطئة?|خطأ|غلط|错误)"
)
_AS_WRONG = rare_pattern(
    rf"(?<=\S)[ \t]*(?:[✗✘❌]\ufe0f?|[*_]{{0,3}}[(\[][*_]{{0,3}}(?:{_WRONG})[*_]{{0,3}}[)\]][*_]{{0,3}}|#(?:wrong|incorrect))[ \t.]*$"
)
_SAYS_WRONG = rare_pattern(
    rf"(?<=\S)[ \t]*(?:[✗✘❌]\ufe0f?|[*_]{{0,3}}[(\[][*_]{{0,3}}(?:{_WRONG}|(?i:f|n|no)|[-−]?0(?:[ \t]?%| ?(?i:points?|pts?|marks?))?)[*_]{{0,3}}[)\]][*_]{{0,3}}|#(?:wrong|incorrect)|(?:←|<-+|⇐)[ \t]*{_WRONG})[ \t.]*$"
    r"|^[✗✘❌]\ufe0f?[ \t]*"
)
_COMMENT_RIGHT = rare_pattern(
    rf"(?i:this is (?:the )?)?(?:{_RIGHT}|answer|the answer|this one)[.!]?(?:[ \t]*[:,;–—-].*)?"
)
_COMMENT_WRONG = rare_pattern(
    r"(?i:(?:this is |not )?(?:incorrect|wrong|false|not (?:correct|right|the answer)|anghywir|falsch|faux|incorrect[oa]|неправильно|невірно|✗|✘|❌))[.!]?(?:[ \t]*[:,;–—-].*)?"
)
_FIRST = frozenset("(*✓✔✅☑→➔[=✗✘❌")
_LAST = frozenset("*_✓✔✅☑🗸✗✘❌)]}←⇐->.\ufe0f")
_ROUND = frozenset("○◯⚪〇◦⚬●◉⦿⚫◎🔘(")
_ARROWS = ("←", "<-", "⇐", "⬅", "◄", "◀", "👈")
_POINTING = frozenset({"→", "=>", "➔"})
_ELSEWHERE = rare_pattern(r"\s*[←↑↓↔-⇑⇓-⇿⬅-⬇➘-➚]")
_WORD = rare_pattern(r"[^\W_]")
_WORDS = ("correct", "right", "answer", "wrong", "incorrect")
"""What an option must begin or end with, or an arrow in it, for a closer look."""
_BOLD = rare_pattern(
    r"(?P<before>\s*)(?:(?P<sign>\*\*|__|==)|<(?P<tag>u|b|strong|mark)>)(?=\S)(?P<words>[^*_=<>\n]+)(?<=\S)(?:(?P=sign)|</(?P=tag)>)(?P<after>[.]?\s*)$"
)


class Mark(NamedTuple):
    """A sign on an option."""

    sign: str
    """What is written, without spaces around it; empty for bold."""
    cuts: tuple[tuple[int, int], ...]
    """What it takes of the line of the option, spaces included: where each part begins and ends."""

    @property
    def start(self) -> int:
        """Where it begins in the line of the option."""
        return self.cuts[0][0]

    @property
    def hidden(self) -> bool:
        """Whether learners do not see it, as it is a comment."""
        return self.sign.startswith("<!--")

    def alone(self, text: str) -> "Mark":
        """The same without what it takes of bold around the words."""
        return Mark(self.sign, tuple(cut for cut in self.cuts if text[slice(*cut)].strip() == self.sign)[:1])

    def without(self, text: str, width: int) -> str:
        """The words of its option, which begin behind `width` characters, without it."""
        for start, end in reversed(self.cuts):
            text = text[:start] + text[end:] if start >= width else text
        return text[width:].strip()


def marks_of(options: Sequence[Option], others: Iterable[str]) -> dict[int, Mark]:
    """The options that have a sign, by number; none where all have it, where a star refers to a note, or where others point elsewhere.

    `others` are the other lines of the question.
    """
    found = {number: mark for number, option in enumerate(options) if (mark := _mark(option))}
    if not found or len(found) == len(options):
        return {}
    if any(mark.sign in _POINTING for mark in found.values()) and any(_points(option) for option in options):
        return {}
    stars = any("*" in mark.sign for mark in found.values())
    return {} if stars and any(_has_odd_star(text) for text in others) else found


def _has_clue(words: str) -> bool:
    if words[:1] in _FIRST or words[-1:] in _LAST or words.casefold().endswith(_WORDS):
        return True
    return any(arrow in words for arrow in _ARROWS)


def wrong_mark(option: Option) -> str:
    """The sign behind an option that says that it is wrong; empty for none."""
    match = _AS_WRONG.search(option.words) if _has_clue(option.words) else None
    return match[0].strip() if match else ""


def sign_of(option: Option) -> str:
    """The sign that says that an option is right; empty for none."""
    mark = _mark(option)
    return mark.sign if mark else ""


def says_right(comment: str) -> bool:
    """Whether a comment on the line of an option calls it right: `correct`, `answer: it comes first`."""
    return bool(_COMMENT_RIGHT.fullmatch(comment))


def says_wrong(comment: str) -> bool:
    """Whether it calls it wrong."""
    return bool(_COMMENT_WRONG.fullmatch(comment))


def bold_options(options: Sequence[Option]) -> dict[int, Mark]:
    """The options that are bold from end to end; none where all are."""
    found = {}
    for number, option in enumerate(options):
        text = option.line.text
        whole = None if option.more else _BOLD.match(text, option.width) or _BOLD.match(text)
        if whole:
            cuts = ((whole.end("before"), whole.start("words")), (whole.end("words"), whole.start("after")))
            found[number] = Mark("", cuts)
    return found if len(found) < len(options) else {}


def _points(option: Option) -> bool:
    """Whether it begins with an arrow into another direction: then arrows are what is asked about."""
    return bool(_ELSEWHERE.match(option.words))


def _has_odd_star(text: str) -> bool:
    return text.replace("**", "").count("*") % 2 == 1


def _mark(option: Option) -> Mark | None:
    if option.marked:
        start = option.line.text.index(option.marked)
        return Mark(option.marked, ((start, start + len(option.marked)),))
    words = option.line.text[option.width :].strip()
    if (
        (option.width == 0 and NEAR_LINE.match(words))
        or not _has_clue(words)
        or (option.more and not _BEFORE.match(words))
    ):
        return None
    start = option.line.text.index(words, option.width)
    match = _BEFORE.match(words) or _BEHIND.search(words)
    rest = words[: match.start()] + words[match.end() :] if match else ""
    if match is None or not _WORD.search(rest):
        return None  # an option may be nothing but signs
    cuts = [(match.start(), match.end())]
    if bold := _BOLD.fullmatch(rest):  # `**Two** ✓`: its letters say so too
        moved = 0 if match.start() else match.end()
        cuts += [
            (moved + bold.end("before"), moved + bold.start("words")),
            (moved + bold.end("words"), moved + bold.start("after")),
        ]
    elif "*" in rest:
        return None
    return Mark(match[0].strip(), tuple((start + one, start + end) for one, end in sorted(cuts)))


def signs_of_all(options: Sequence[Option]) -> tuple[dict[int, Mark], dict[int, Mark]]:
    """Signs of a list in which each option has one, for right or for wrong: both by number; none of any other list."""
    right: dict[int, Mark] = {}
    wrong: dict[int, Mark] = {}
    if options and all(option.drawn for option in options):
        return _drawn(options)
    for number, option in enumerate(options):
        words = option.line.text[option.width :].strip()
        if option.more or not words:
            return {}, {}
        start = option.line.text.index(words, option.width)
        found = _SAYS_WRONG.search(words)
        match = found or _SAYS_RIGHT.search(words)
        if match is None or not _WORD.search(words[: match.start()] + words[match.end() :]):
            return {}, {}
        of_it = wrong if found else right
        of_it[number] = Mark(match[0].strip(), ((start + match.start(), start + match.end()),))
    return (right, wrong) if right and wrong else ({}, {})


def _drawn(options: Sequence[Option]) -> tuple[dict[int, Mark], dict[int, Mark]]:
    """Options with buttons or boxes as forms draw them: those that are filled, and the empty ones; none where nobody can tell.

    Of round buttons one alone is filled: several are the points of a rating.
    """
    filled = [option.filled for option in options]
    round_ones = any(option.drawn[0] in _ROUND for option in options)
    if not any(filled) or all(filled) or (round_ones and sum(filled) > 1):
        return {}, {}
    marks: tuple[dict[int, Mark], dict[int, Mark]] = ({}, {})
    for number, option in enumerate(options):
        start = option.line.text.index(option.drawn)
        marks[not option.filled][number] = Mark(option.drawn, ((start, start + len(option.drawn)),))
    return marks
