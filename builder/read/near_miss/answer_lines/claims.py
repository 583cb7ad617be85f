"""Sentences that say which option is right by its words: `No. The right answer is Fear.`, `Fear is correct`, `False.`"""

import re
from collections.abc import Collection, Iterable, Iterator, Sequence
from functools import lru_cache
from typing import NamedTuple

from builder.model.content.spelling import seen
from builder.model.rare_pattern import rare_pattern
from builder.read.markdown.lines import Line
from builder.read.near_miss.answer_lines.labels import labelled, verdict_of
from builder.read.near_miss.answer_lines.options import Option, named_by_words
from builder.read.near_miss.answer_lines.words.stems import may_name_an_answer

_SENTENCE = rare_pattern(r"[^.!?؟。]+(?:[.!?؟。](?!\s)[^.!?؟。]+)*[.!?؟。]*\s*")
_OPENING = rare_pattern(r"^[^\W\d_]+(?: [^\W\d_]+){0,2}[,:;–—-]\s+")
"""What may come before the claim itself: `Sorry, `, `Not quite: `."""
_AROUND = " *_.!\"“”‘’'"
_REASON = rare_pattern(
    r"\s*(?:[,;:(–—]|\s-\s).*|\s+(?:because|since|as|here|and not|not|rather than|oherwydd|gan|weil|da|parce|car|porque|ya que"
    r"|perché|bo|ponieważ|gdyż|бо|тому|адже|оскільки|потому|لأن)\s.*"
)
"""What follows the words of an option in a claim."""
_WRONG = ("wrong", "false")
"""Words without which nothing is called wrong, beside those of right answers."""
_LONGEST = 300
"""Characters of a line in which a claim is looked for."""
_TRUE = frozenset(["true", "gwir", "правда", "prawda", "vrai", "wahr", "verdadero", "vero", "waar"])
_FALSE = frozenset(
    ["false", "gau", "anghywir", "неправда", "fałsz", "faux", "falsch", "unwahr", "falso", "onwaar", "خطأ"]
)
"""Words of statements that are true or false; those that praise an answer as well, such as `correct`, are left out."""
_TRUTH = rare_pattern(
    r"[\W_]*(?:(?:(?:no|yes|sorry)[,.] )?(?:(?:this|that|the)(?: (?:statement|sentence|claim))?|it)(?:[’']s| is) )?(?P<word>[^\W\d_]+)[*_]*(?:[.!:;–—]| -|,? (?:because|since)\b|, |$)(?!but\b|though\b)"
)

_AT_END = rare_pattern(
    r"(?<=[?!.:…؟])[*_]*\s+(?:[(\[]|[*_]{1,3}(?=\S)|[–—]\s|->\s|→\s|=\s)[*_]*(?P<named>[^()\[\]*_\n]{1,60})[)\]*_]*\s*(?:\{[^{}]*\}\s*)?$"
)
"""Words set apart at the end of what is asked: `Which helps? (Trust)`."""
_OPENS = (
    r"(?:(?:no|sorry|yes|actually|remember|na|nage|ні|нет|non|nein|nie)[,.:;!]?[ ]+)?"
    r"(?:(?:it|this|that)(?:[’']s| is| was)[ ]+|(?:choose|pick|tick|select|take)[ ]+|you should have (?:chosen|ticked|picked)[ ]+"
    r"|c[’']est[ ]+|(?:es|das) ist[ ]+|(?:to )?jest to[ ]+|to[ ]+|це[ ]+|это[ ]+|es[ ]+|è[ ]+|é[ ]+)?"
)
_ARTICLE = r"(?:(?:the|an?|la|le|les|el|die|der|das|y|yr)[ ]+|l[’'])?"
_NOT = (
    r"(?:[,;:–—-]?[ ]*(?:and |but |et |und |y |e |i )?(?:not|rather than|instead of|nid|ddim|yn hytrach na|а не|не|et non|non|pas|plutôt que"
    r"|nicht|statt|no|en lugar de|a nie|nie|zamiast|и не|وليس|لا|ma aha)|[ ]*≠)[ ]+"
)
_AGAINST = rare_pattern(rf"^{_OPENS}{_ARTICLE}(?P<right>.+?){_NOT}{_ARTICLE}(?P<rest>.+)$", re.IGNORECASE)
"""`It is Fear, not Trust`, and what may follow."""
_BUT = (
    r"[,;:–—-]?[ ]+(?:but|ond|але|а|но|mais|sondern|sino|ma|ale|lecz|بل)[ ]+|[,;:.–—-]+[ ]*(?:it(?:[’']s| is| was)[ ]+)"
)
_INSTEAD = rare_pattern(
    rf"^(?:{_OPENS}(?:not|nid|ne pas|pas|nicht|no|non|nie|не|ليس)|it (?:isn[’']t|wasn[’']t)|это не|це не|ce n[’']est pas)[ ]+"
    rf"{_ARTICLE}(?P<wrong>.+?)(?:{_BUT}){_ARTICLE}(?P<rest>.+)$",
    re.IGNORECASE,
)
"""`Not Trust but Fear`, `It isn’t Trust, it’s Fear`."""
_IT_IS = rare_pattern(
    rf"^(?:(?:no|sorry)[,.:;]?[ ]+)?(?:it(?:[’']s| is| was)|c[’']est|es ist|це|это)[ ]+{_ARTICLE}(?P<rest>.+)$",
    re.IGNORECASE,
)
_LONG_WORD = rare_pattern(r"[^\W\d_]{4,}")
_BESIDE = " *_.,;:!?“”\"'‘’()"
_ABOUT = frozenset(["that", "which", "this", "they", "here", "really", "always"])
"""Longer words that a sentence may have beside the options and the words of the question."""


class Claim(NamedTuple):
    """What a line says about the options."""

    line: Line
    """The line."""
    start: int
    """Where the sentence begins in it."""
    length: int
    """Its characters."""
    named: frozenset[int]
    """The options that it is about."""
    right: bool = True
    """Whether it calls them right, and not wrong."""

    def fits(self, ticked: Collection[int]) -> bool:
        """Whether the ticks say the same."""
        return all((number in ticked) == self.right for number in self.named)


def claims_in(lines: Iterable[Line], options: Sequence[Option]) -> Iterator[Claim]:
    """Sentences of some lines that call options right or wrong by their words; the first one of each line."""
    lines = list(lines)
    for line in (
        lines if may_name_an_answer(lines) or any(word in line.text for line in lines for word in _WRONG) else ()
    ):
        if len(line.text) <= _LONGEST and (claim := _claim_in(line, options)):
            yield claim


def contrasts_in(lines: Iterable[Line], options: Sequence[Option], asked: str) -> Iterator[Claim]:
    """Sentences that set one option against another, `It is Fear, not Trust`; `asked` is what the question asks."""
    for line in lines:
        for sentence in _SENTENCE.finditer(line.text) if len(line.text) <= _LONGEST else ():
            said = sentence[0].lstrip(" \t*_>")
            start = sentence.end() - len(said)
            for number, right in set_against(said, options, asked):
                yield Claim(line, start, len(said.rstrip(" \t*_")), frozenset([number]), right)


def _claim_in(line: Line, options: Sequence[Option]) -> Claim | None:
    for sentence in _SENTENCE.finditer(line.text):
        said = sentence[0].strip(" \t*_>")
        for text in dict.fromkeys((said, _OPENING.sub("", said, count=1))):
            for words, right in ((labelled(text), True), verdict_of(text)):
                if named := _named(words, options):
                    start = sentence.start() + len(sentence[0]) - len(sentence[0].lstrip(" \t*_"))
                    return Claim(line, start, len(sentence[0].strip(" \t*_")), frozenset(named), right)
    return None


def _named(words: str, options: Sequence[Option]) -> set[int]:
    return named_by_words(words, options) or named_by_words(_REASON.sub("", words).strip(_AROUND), options)


def options_at_end(lines: Iterable[Line], options: Sequence[Option]) -> Iterator[Claim]:
    """An option that stands, set apart, behind what is asked: `Which helps? (Trust)`."""
    for line in lines:
        match = _AT_END.search(line.text) if len(line.text) <= _LONGEST else None
        if match and len(named := named_by_words(match["named"], options)) == 1:
            start = match.end() - len(match[0].lstrip("*_ \t"))
            yield Claim(line, start, len(line.text.rstrip()) - start, frozenset(named))


def answers_named(line: Line) -> Iterator[tuple[Line, str]]:
    """Each sentence that says what the answer is, as a line, and what it names, with and without a reason behind it."""
    for sentence in _SENTENCE.finditer(line.text) if len(line.text) <= _LONGEST else ():
        said = sentence[0].strip(" \t*_>")
        for text in dict.fromkeys((said, _OPENING.sub("", said, count=1))):
            if named := labelled(text):
                part = line.part(line.text.index(text, sentence.start()), text)
                yield from ((part, words) for words in dict.fromkeys((named, _REASON.sub("", named).strip(_AROUND))))


def truth_claim(line: Line, options: Sequence[Option]) -> Claim | None:
    """The option of a statement that is true or false which the first word of a line names: `False. It takes years.`"""
    words = [option.words.casefold().strip(" .*_") for option in options]
    if len(words) != 2 or not _TRUE.intersection(words) or not _FALSE.intersection(words):
        return None
    match = _TRUTH.match(line.text.casefold())
    if match is None or match["word"] not in words:
        return None
    return Claim(line, match.start("word"), len(match["word"]), frozenset([words.index(match["word"])]))


def set_against(said: str, options: Sequence[Option], asked: str) -> Iterator[tuple[int, bool]]:
    """The options that a sentence calls right (True) or wrong; every other word of it is one of the question, `asked`."""
    said = said.strip()
    text = seen(said).casefold()
    if not any((name := _name(option.words)) and name in text for option in options):
        return  # nearly always, and the patterns take their time
    if match := _AGAINST.match(said):
        yield from _both(match["right"], match["rest"], True, options, asked)
    if match := _INSTEAD.match(said):
        yield from _both(match["wrong"], match["rest"], False, options, asked)
    match = _IT_IS.match(said)
    if match and (found := _option_at_start(match["rest"], options)) and not found[1].strip(_BESIDE):
        yield found[0], True


def _both(
    first: str, rest: str, first_is_right: bool, options: Sequence[Option], asked: str
) -> Iterator[tuple[int, bool]]:
    one, other = _option_at_start(first, options), _option_at_start(rest, options)
    if one and other and one[0] != other[0] and _is_asked(f"{one[1]} {other[1]}", asked):
        yield one[0], first_is_right
        yield other[0], not first_is_right


def _option_at_start(words: str, options: Sequence[Option]) -> tuple[int, str] | None:
    """The option whose words come first, the longest such one, and what follows them."""
    text = seen(words).casefold().lstrip(_BESIDE)
    best: tuple[int, str] | None = None
    for number, option in enumerate(options):
        name = _name(option.words)
        follows = text[len(name) :]
        if name and text.startswith(name) and not follows[:1].isalnum() and (not best or len(follows) < len(best[1])):
            best = number, follows
    return best


@lru_cache(maxsize=100)
def _name(words: str) -> str:
    """The words of an option, as a sentence may have them."""
    return seen(words).casefold().strip(_BESIDE)


def _is_asked(words: str, asked: str) -> bool:
    """Whether each longer word stands in the question too."""
    known = {*_LONG_WORD.findall(asked.casefold()), *_ABOUT}
    return all(word in known for word in _LONG_WORD.findall(words.casefold()))
