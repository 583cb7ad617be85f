"""Ids that an author writes behind words: `{#id}` behind an option, a stage or the name of a part."""

import re
from dataclasses import dataclass

from builder.model.rare_pattern import rare_pattern
from builder.read.files.place import Place
from builder.read.markdown.block_reader import Reader
from builder.read.markdown.lines import Line
from builder.read.words_to_ids import slug

_OWN = rare_pattern(r"(?:^|(?<=\S)[ \t]+)\{#([^\s{}]*)\}[ \t]*$")
_FIT = re.compile(r"[a-z](?:-?[a-z0-9])*")
_LONGEST_OWN = 240
"""Characters of an id that an author gives an option: ids made from words have up to 210, and SCORM 2004 has room for 250."""


@dataclass(frozen=True, slots=True)
class Entry:
    """The words of an option, and the id behind them."""

    lines: list[Line]
    """Its words, without the id."""
    place: Place
    """Where the words begin."""
    own: str = ""
    """The id that the author gave it; empty for none."""
    own_place: Place | None = None
    """Where that stands."""


def entry_of(lines: list[Line], reader: Reader) -> Entry:
    """Take `{#id}` off the end of an option's words; a fault when it can be no id."""
    last = lines[-1]
    match = _OWN.search(last.text) if "{#" in last.text else None
    if match is None:
        return Entry(lines, lines[0].place())
    words = last.part(0, last.text[: match.start()])
    kept = [*lines[:-1], words] if words.text or len(lines) == 1 else lines[:-1]
    place = last.place(match.start(1))
    if _FIT.fullmatch(match[1]) and len(match[1]) <= _LONGEST_OWN:
        return Entry(kept, lines[0].place(), match[1], place)
    near = slug(match[1])
    hint = f"Write {{#{near}}}." if near else "Write for example {#my-option}."
    message = f'"{match[1]}" cannot be an id: ids are small letters, digits and hyphens, and begin with a letter'
    reader.fault("STR-018", place, message, hint, len(match[1]), (match[1], near) if near and match[1] else None)
    return Entry(kept, lines[0].place())
