"""What stands behind the words of an option and says that it is right or wrong: `(Correct! It comes first.)`, `– Wrong: later.`"""

from typing import NamedTuple

from builder.model.rare_pattern import rare_pattern

_RIGHT = (
    r"(?:that(?:[’']s| is) )?correct|(?:the )?(?:right|correct|best) answer|(?:yr )?ateb cywir|cywir|правильно|правильна відповідь|вірно|верно"
    r"|richtig|korrekt|bonne réponse|exact|correct[oa]|corretto|esatto|certo|poprawnie|prawidłowo|juist|doğru|صحيحة?|正确"
)
_WRONG = (
    r"(?:that(?:[’']s| is) )?(?:incorrect|wrong)|not (?:quite )?(?:correct|right)|(?:the )?wrong answer|anghywir|неправильно|невірно|неверно"
    r"|falsch|mauvaise réponse|faux|incorrect[oa]|incorreto|sbagliato|errado|niepoprawnie|błędnie|źle|onjuist|fout|yanlış|خاطئة?|خطأ|错误"
)
_SAID = rf"(?i:(?P<right>{_RIGHT})|(?P<wrong>{_WRONG}))"
_COMMENT = r",[ \t]+(?=(?i:as|because|since|well|but|it|this|that|you|yes|good|бо|оскільки|адже|це|так)\b)"
"""A comma behind which words are about the option; behind others a list may go on: `correct, current and complete`."""
_IN_BRACKETS = rare_pattern(
    rf"[ \t]*[(\[（](?:{_SAID}(?:[.!！。]*(?=[)\]）])|[ \u00a0\u202f]?[.!:！：。]+[ \t]*|[ \t]*[–—;]+[ \t]*|[ \t]+-+[ \t]+|{_COMMENT}|(?P<weak>,[ \t]+))"
    r"|(?i:(?P<yes>right|true)|(?P<no>false))[.!]+)(?P<why>[^()\[\]（）]*)[)\]）][ \t.]*$"
)
_BEHIND_SIGN = rare_pattern(
    rf"(?:(?<=\S)[ \t]+[–—-]+|[ \t]*[→⇒←]|[ \t]+(?:-{{1,2}}>|=>|<-{{1,2}})|(?<=\w):)[ \t]+{_SAID}(?:[.!！。]*$|[ \u00a0\u202f]?[.!:！：。]+[ \t]+|(?P<weak>,|[ \t]*[–—;]|[ \t]+-+)[ \t]+)(?P<why>.*)$"
)
_SIGNS = ("(", "[", "（", "–", "—", "-", ":", "→", "⇒", "=>", "←")
_WORD = rare_pattern(r"[^\W_]")


class Said(NamedTuple):
    """Words behind an option that judge it."""

    right: bool
    start: int
    """Where they begin in the words of the option, with the space before them."""
    why: str
    """What they say besides; may be empty."""


def said_behind(words: str) -> Said | None:
    """What the end of an option says of it; None where it says nothing, or is all that the option says."""
    if not any(sign in words for sign in _SIGNS):
        return None
    inside = _IN_BRACKETS.search(words)
    match = inside or _BEHIND_SIGN.search(words)
    if match is None:
        return None
    right = match["right"] or (inside and inside["yes"]) or ""
    if match["weak"] and not (right or match["wrong"] or "").strip()[:1].isupper():
        return None  # `Records are: correct, current`: without a capital it may be what the option is about
    if not _WORD.search(words[: match.start()]):
        return None
    return Said(bool(right), match.start(), match["why"].strip())
