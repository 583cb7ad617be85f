"""Sentences that set one option against another: `It is Fear, not Trust`, `Not Trust but Fear`, `It is Fear.`"""

import re
from collections.abc import Iterator, Sequence

from builder.model.content.spelling import seen
from builder.model.rare_pattern import rare_pattern
from builder.read.near_miss.answer_lines.options import Option

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
_WORD = rare_pattern(r"[^\W\d_]{4,}")
_AROUND = " *_.,;:!?“”\"'‘’()"
_ABOUT = frozenset(["that", "which", "this", "they", "here", "really", "always"])
"""Longer words that a sentence may have beside the options and the words of the question."""


def set_against(said: str, options: Sequence[Option], asked: str) -> Iterator[tuple[int, bool]]:
    """The options that a sentence calls right (True) or wrong; every other word of it is one of the question, `asked`."""
    said = said.strip()
    if match := _AGAINST.match(said):
        yield from _both(match["right"], match["rest"], True, options, asked)
    if match := _INSTEAD.match(said):
        yield from _both(match["wrong"], match["rest"], False, options, asked)
    match = _IT_IS.match(said)
    if match and (found := _option_at_start(match["rest"], options)) and not found[1].strip(_AROUND):
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
    text = seen(words).casefold().lstrip(_AROUND)
    best: tuple[int, str] | None = None
    for number, option in enumerate(options):
        name = seen(option.words).casefold().strip(_AROUND)
        follows = text[len(name) :]
        if name and text.startswith(name) and not follows[:1].isalnum() and (not best or len(follows) < len(best[1])):
            best = number, follows
    return best


def _is_asked(words: str, asked: str) -> bool:
    """Whether each longer word stands in the question too."""
    known = {*_WORD.findall(asked.casefold()), *_ABOUT}
    return all(word in known for word in _WORD.findall(words.casefold()))
