"""Spaces of other kinds in front of and behind the signs that begin a block, as word processors paste them: they are read as plain ones.

Markdown takes `-` and a no-break space for the words of a paragraph (CommonMark 0.31, 2.1), so a list that looks right
would run together, a question lose its options, or an option show its feedback.
"""

from collections.abc import Sequence

from builder.model.content.control_characters import ODD_SPACES
from builder.model.rare_pattern import rare_pattern

_MARGIN = rf"[ >{ODD_SPACES}]*"
_DASHED = rare_pattern(
    rf"{_MARGIN}(?:(?:[-+]|\*(?![^*]*\*))[{ODD_SPACES} ]*[{ODD_SPACES}][{ODD_SPACES} ]*(?=\S)|[-+*] +(?=\S)"
    rf"|:[{ODD_SPACES} ]+(?=\S)|(?=[>|]|#{{1,6}}[ {ODD_SPACES}]|```|~~~|:::|= ?\d|!\[|\[\^))"
)
_BOX = rare_pattern(rf"\[[{ODD_SPACES} ]*[xX]?[{ODD_SPACES} ]*\][{ODD_SPACES} ]*")
_NUMBERED = rare_pattern(rf"{_MARGIN}(\d{{1,3}})[.)][{ODD_SPACES} ]+(?=\S)")
_PLAIN = dict.fromkeys((160, *range(8192, 8203), 8239, 8287, 12288), " ")


def with_plain_spaces(texts: Sequence[str]) -> Sequence[str]:
    """The lines, each as long as before. A number alone may be a date, `3. Oktober`: it takes the one before or after it."""
    if all(text.isascii() for text in texts):
        return texts
    return [text if text.isascii() else _line(texts, place) for place, text in enumerate(texts)]


def _line(texts: Sequence[str], place: int) -> str:
    text = texts[place]
    if sign := _DASHED.match(text):
        box = _BOX.match(text, sign.end())
        end = box.end() if box else sign.end()
        return text[:end].translate(_PLAIN) + text[end:]
    if (sign := _NUMBERED.match(text)) and _counted_on(texts, place, int(sign[1])):
        return text[: sign.end()].translate(_PLAIN) + text[sign.end() :]
    return text


def _counted_on(texts: Sequence[str], place: int, number: int) -> bool:
    """Whether the line before or after, past an empty one, has the number before or after."""
    around = [(place + step, number + (1 if step > 0 else -1)) for step in (-2, -1, 1, 2)]
    near = ((texts[at], wanted) for at, wanted in around if 0 <= at < len(texts))
    return any((found := _NUMBERED.match(text)) and int(found[1]) == wanted for text, wanted in near)
