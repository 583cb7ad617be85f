"""Words that other tools, and people, write in place of a value: `true` for `yes`, `3 times` for 3."""

import re

from builder.model.rare_pattern import rare_pattern

_YES, _NO = "true on always y 1 oes ie", "false off never none n 0 na"
_WORDS = {
    "notes": {"yes": _YES, "no": _NO},
    "show-answers": {"yes": _YES, "no": _NO},
    "shuffle": {"all": f"{_YES} yes", "no": _NO},
    "feedback": {
        "at-once": "immediate immediately instant instantly direct directly now per-question",
        "at-the-end": "deferred end later after delayed final finish",
    },
    "record": {"none": f"{_NO} no"},
    "failed": {"never": "false no off"},
    "scoring": {"partial": "partially part partial-credit", "whole": "all-or-nothing full all"},
}
_VALUES = {
    key: {word: value for value, words in values.items() for word in words.split()} for key, values in _WORDS.items()
}
_NUMBERS = dict(
    zip(["one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten"], range(1, 11), strict=True)
)
_TIMES = rare_pattern(r"(?P<number>\d{1,2}|[a-z]{3,5})(?: ?(?:x|times|attempts?|tries|goes))?")
_PERCENT = rare_pattern(r"(\d{1,3}) ?(?:%|per ?cent|pct\.?|percent)")
_VERSION = rare_pattern(r"(?:version|ver\.?|v\.?) ?(\d[0-9A-Za-z.+-]{0,19})", re.IGNORECASE)
_SHARE = rare_pattern(r"0?[.,](\d{1,2})|(\d{1,3}) ?/ ?(10|20|50|100)")


def other_value(key: str, given: str) -> str:
    """What a value of a key was surely meant to be; empty when nobody can tell."""
    word = given.strip().lower()
    if value := _VALUES.get(key, {}).get(word.replace(" ", "-").replace("_", "-"), ""):
        return value
    if key in ("attempts", "draw") and (match := _TIMES.fullmatch(word)):
        number = match["number"]
        return number if number.isdecimal() else str(_NUMBERS.get(number, ""))
    if key == "pass-mark" and (match := _PERCENT.fullmatch(word)):
        return str(match[1])
    if key == "version" and (match := _VERSION.fullmatch(given.strip())):
        return str(match[1])
    return ""


def share(given: str) -> str:
    """The percentage of `0.8` or `8/10`; empty for anything else."""
    match = _SHARE.fullmatch(given.strip())
    if match is None:
        return ""
    percent = int(match[1].ljust(2, "0")) if match[1] else round(100 * int(match[2]) / int(match[3]))
    return str(percent) if 1 <= percent <= 100 else ""
