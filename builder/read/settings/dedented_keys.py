"""Keys of course.yml that stand at the margin and were meant to stand under the key above them."""

from collections.abc import Mapping

from builder.did_you_mean import did_you_mean
from builder.read.settings.keys import COURSE_KEYS, COVER_KEYS, THEME_KEYS

_HOLDERS = ("variables", "standards")
"""Keys that hold names of the author's own."""
_FIELDS = {"theme": {key.name for key in THEME_KEYS}, "cover": {key.name for key in COVER_KEYS}}
"""Keys that hold keys of ours -> those."""
_KNOWN = tuple(key.name for key in COURSE_KEYS)


def at_margin(values: Mapping[str, object]) -> dict[str, str]:
    """Each key that was meant so, in the settings of a course -> the key that it belongs under."""
    found: dict[str, str] = {}
    holder = ""
    for name, value in values.items():
        if name in _KNOWN:
            holder = name if name in (*_HOLDERS, *_FIELDS) and (value is None or isinstance(value, dict)) else ""
        elif holder in _FIELDS:
            found |= {name: holder} if name in _FIELDS[holder] else {}
        elif holder and (values[holder] is None or not did_you_mean(name, _KNOWN)):
            found[name] = holder
    return found
