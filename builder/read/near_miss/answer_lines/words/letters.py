"""Letters, numbers and words by which a line names options: `b`, `1 and 3`, `the second one`, `both`."""

import re

from builder.model.rare_pattern import rare_pattern

_NAME = r"\(?(?:[^\W\d_]|\d{1,2})[.)]?"
_AND = r"and|a|ac|і|та|и|et|und|y|e|oraz|ir|ve|و|和"
_JOIN = rf"(?:[ \t]*[,;&+/、،][ \t]*(?:(?:{_AND})[ \t]+)?|[ \t]+(?:{_AND})[ \t]+)"
_NAMES = rare_pattern(rf"{_NAME}(?:{_JOIN}{_NAME})*")
_EACH = rare_pattern(rf"(?:^|{_JOIN})({_NAME})(?=$|{_JOIN})")
_PLACES = (
    "first 1st cyntaf première premier erste primera primero перший перша первый первая",
    "second 2nd ail deuxième zweite segunda segundo другий друга второй вторая",
    "third 3rd trydydd trydedd troisième dritte tercera tercero третій третя третий третья",
    "fourth 4th pedwerydd quatrième vierte cuarta cuarto четвертий четверта",
    "fifth 5th pumed cinquième fünfte quinta quinto",
    "sixth 6th chweched sixième sechste sexta sexto",
)
ORDINALS = {word: number for number, words in enumerate(_PLACES) for word in words.split()}
"""Words for the place of an option, counted from 0."""
_ALL = "all both tous toutes beide alle ambas ambos todas обидва обидві всі оба все"
WHOLE = frozenset(_ALL.split())
"""Words for all options."""
_LETTER = rare_pattern(r"[a-l]|[^\Wa-z\d_]|\d{1,2}")
"""A letter by which an option may be named, or its number."""
_BETWEEN = (
    "the option options answer answers choice one ones of above these them and or not only either neither but then ac neu nid"
    " і та або не и или et ou ni pas und oder nicht nur y o no solo"
)
_AMONG = frozenset(_BETWEEN.split())
"""Words that may stand beside them."""


def names_in(named: str) -> list[str]:
    """Letters or numbers of options, in small letters, with commas or `and` between them; none for anything else.

    What stands for `and` is no name: `b a d` is B and D in Welsh, though A is an option too.
    """
    return [one.strip("().").casefold() for one in _EACH.findall(named)] if _NAMES.fullmatch(named) else []


def is_lettered(named: str) -> bool:
    """Whether nothing is named but letters and numbers, however they are joined."""
    words = re.findall(r"[^\W_]+", named.casefold())
    names = [word for word in words if _LETTER.fullmatch(word) or word in ORDINALS or word in WHOLE]
    return bool(names) and all(word in names or word in _AMONG for word in words)
