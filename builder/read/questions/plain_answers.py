"""Words as the run-time compares them with an answer; `templates/runtime/question/plain-words.js` comes to the same."""

import unicodedata

from builder.model.content.spelling import seen
from builder.model.rare_pattern import rare_pattern

_SHAPES = str.maketrans(
    {
        **dict.fromkeys("‘’‚‛ʼ´`′‹›", "'"),
        **dict.fromkeys("“”„″«»", '"'),
        **dict.fromkeys("‐‑‒–—―−", "-"),
    }
)
_SPACE = rare_pattern(r"(.) (?=(.))")


def plain_words(text: str) -> str:
    """Capitals, what cannot be seen, shapes of quotes and dashes, and spaces beside a sign or a number do not count."""
    close = _SPACE.sub(
        lambda found: found[0] if _is_apart(found[1], found[2]) else found[1], seen(text).translate(_SHAPES)
    )
    return unicodedata.normalize("NFC", close.upper().lower())


def _is_apart(before: str, after: str) -> bool:
    """Whether a space parts two words, or two numbers."""
    kinds = [unicodedata.category(sign)[0].replace("M", "L") for sign in (before, after)]
    return kinds[0] == kinds[1] and kinds[0] in "LN"
