"""Words as the run-time compares them with an answer; `templates/runtime/question/plain-words.js` comes to the same."""

import unicodedata

from builder.model.rare_pattern import rare_pattern

_SHAPES = str.maketrans(
    {**dict.fromkeys("‘’‚‛ʻʼ׳´`′‹›", "'"), **dict.fromkeys("“”„״″«»", '"'), **dict.fromkeys("−ー", "-")}
)
_KEYBOARDS = str.maketrans("یکہşţº٫٬", "يكهșț°.,")
"""Letters and signs of one keyboard that look as those of another do, and the points and commas between Arabic figures."""
_SHAPED = rare_pattern("[^\u00a8-\u00be\u2033-\u2037\u2070-\u209f\u2150-\u218b]+")
"""Letters and signs that keyboards and files shape otherwise, such as wide ones and two in one; no power and no fraction."""
_DRAWN = "\u0640\ufe0e\ufe0f"
"""Arabic tatweel, and how an emoji is drawn."""
_SPACE = rare_pattern(r"(.) (?=(.))")


def plain_words(text: str) -> str:
    """Capitals, what cannot be seen, shapes of quotes and dashes, and spaces beside a sign or a number do not count."""
    even = "".join(str(unicodedata.digit(sign)) if sign.isdecimal() else sign for sign in text)
    if not even.isascii():
        shaped = _SHAPED.sub(lambda found: unicodedata.normalize("NFKC", found[0]), even)
        even = "".join(map(_plain, shaped)).translate(_SHAPES)
    shaped = " ".join(even.split())
    close = _SPACE.sub(lambda found: found[0] if _is_apart(found[1], found[2]) else found[1], shaped)
    # The capital of ß has no capital; the Turkish capital İ leaves a dot.
    plain = unicodedata.normalize("NFC", close.lower().upper().lower().replace("i\u0307", "i"))
    return plain.translate(_KEYBOARDS).replace("เเ", "แ").replace("ৎ", "ত্")


def _plain(sign: str) -> str:
    """A sign as it is compared: every dash is a hyphen, and what cannot be seen is nothing."""
    category = unicodedata.category(sign)
    return "" if category == "Cf" or sign in _DRAWN else "-" if category == "Pd" else sign


def _is_apart(before: str, after: str) -> bool:
    """Whether a space parts two words, or two numbers."""
    kinds = [unicodedata.category(sign)[0].replace("M", "L") for sign in (before, after)]
    return kinds[0] == kinds[1] and kinds[0] in "LN"
