"""Words as the run-time compares them with an answer; `templates/runtime/question/plain-words.js` comes to the same."""

import unicodedata

from builder.model.content.spelling import seen
from builder.model.rare_pattern import rare_pattern

_SHAPES = str.maketrans(
    {
        **dict.fromkeys("‘’‚‛ʻʼ׳´`′‹›", "'"),
        **dict.fromkeys("“”„״″«»", '"'),
        **dict.fromkeys("־‐‑‒–—―−", "-"),
        **dict.fromkeys("\u200c\u200d\u0640\u2061\u2062\u2063\u2064\u2065"),
    }
)
_KEYBOARDS = str.maketrans("یکہşţ", "يكهșț")
"""Letters of one keyboard that look as those of another do."""
_SHAPED = rare_pattern("[\u2103\ufb00-\ufdfb\ufe70-\ufefc\uff01-\uff9f]+")
"""Letters and signs as wide as others in East Asia or half as wide, joined ones of Arabic, two letters in one sign."""
_SPACE = rare_pattern(r"(.) (?=(.))")


def plain_words(text: str) -> str:
    """Capitals, what cannot be seen, shapes of quotes and dashes, and spaces beside a sign or a number do not count."""
    even = _SHAPED.sub(lambda found: unicodedata.normalize("NFKC", found[0]), text)
    even = "".join(str(unicodedata.digit(sign)) if sign.isdecimal() else sign for sign in even)
    shaped = seen(even.translate(_SHAPES))
    close = _SPACE.sub(lambda found: found[0] if _is_apart(found[1], found[2]) else found[1], shaped)
    # The capital of ß has no capital; the Turkish capital İ leaves a dot.
    plain = unicodedata.normalize("NFC", close.lower().upper().lower().replace("i\u0307", "i"))
    return plain.translate(_KEYBOARDS).replace("เเ", "แ")


def _is_apart(before: str, after: str) -> bool:
    """Whether a space parts two words, or two numbers."""
    kinds = [unicodedata.category(sign)[0].replace("M", "L") for sign in (before, after)]
    return kinds[0] == kinds[1] and kinds[0] in "LN"
