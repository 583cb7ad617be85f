"""Why a film needs no audio description, in the author's words."""

import re

from builder.read.blocks.film_keys import NO_FILE, FilmKeys, FilmValue, note_near_reason
from builder.read.markdown.block_reader import Reader
from builder.read.settings.keys.key import said

_NOT_NEEDED = re.compile(r"^not[ -]needed\b", re.IGNORECASE)
_WORD = re.compile(r"[^\W_]+")
_EMPTY = """
    a all also already am an and any anything are as at audio aloud be been but by can content described description
    descriptions do does else every everything explained explains extra film for from have heard has here in important
    information is it its itself just key mentioned need needed needs no none not nothing of on only or out part parts
    presented read relevant required said say says screen see seen shown shows so sound speech spoken that the them
    there therefore they thing things this to track video visible visual visuals voice watched we what whatever which
    with words you
"""
_SAYS_NOTHING = frozenset(_EMPTY.split())
"""Words that name nothing which a film shows: a reason of these alone would fit every film."""


def descriptions_of(keys: FilmKeys, reader: Reader) -> tuple[FilmValue | None, str]:
    """The file of text descriptions, or the reason why there is none."""
    given = keys.first("descriptions")
    if given and (excused := _NOT_NEEDED.match(given.text)):
        return None, _reason(given, excused.end(), reader)
    if given and (none := NO_FILE.match(given.text)):
        note_near_reason(given, none.end(), reader)
        return None, given.text
    return given, ""


def _reason(value: FilmValue, end: int, reader: Reader) -> str:
    reason = value.text[end:].strip(' :,()"“”')
    if not reason:
        message = "no reason is given why this film needs no audio description"
        hint = "Name what is shown, in round brackets: - descriptions: not needed (only the speaker is shown)"
        reader.fault("MED-002", value.place, message, hint, len(value.text))
    elif names_nothing(reason):
        message = f'the reason "{reason}" does not name what the film shows'
        hint = "Name it, such as: - descriptions: not needed (the slides are read aloud). What is shown and not said needs a description."
        reader.fault("W04", value.place, message, hint, len(value.text))
    return said(reader.engine.variables.filled(reason))


def names_nothing(reason: str) -> bool:
    """Whether a reason has no word that says what is shown; another script than ours is not judged."""
    words = _WORD.findall(reason.lower())
    return all(word in _SAYS_NOTHING for word in words)
