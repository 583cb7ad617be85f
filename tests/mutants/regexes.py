"""Changes of regular expressions: another quantifier, an anchor less."""

import re
from collections.abc import Iterator

OTHER = {"+": "*", "*": "+"}


def changed_patterns(pattern: str) -> Iterator[str]:
    """The pattern with one quantifier or anchor changed, once for each; signs in classes and after `\\` are left."""
    inside = False
    index = 0
    while index < len(pattern):
        sign = pattern[index]
        if sign == "\\":
            index += 2
            continue
        if inside:
            inside = sign != "]"
        elif sign == "[":
            inside = True
            index += len(re.match(r"\[\^?\]?", pattern[index:])[0])  # type: ignore[index]
            continue
        elif sign in OTHER and index:
            yield pattern[:index] + OTHER[sign] + pattern[index + 1 :]
        elif (sign == "?" and index and pattern[index - 1] not in "(+*?}") or sign in "^$":
            yield pattern[:index] + pattern[index + 1 :]
        index += 1
