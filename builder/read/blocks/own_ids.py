"""Ids that an author writes behind words: `{#id}` behind an option, a stage or the name of a part."""

import re
from dataclasses import dataclass

from builder.model.rare_pattern import rare_pattern
from builder.read.files.place import Place
from builder.read.markdown.attributes import trailing_attributes
from builder.read.markdown.block_reader import Reader
from builder.read.markdown.lines import Line
from builder.read.words_to_ids import slug

_OWN = rare_pattern(r"(?:^|(?<=\S)[ \t]+)\{#([^\s{}]*)\}[ \t]*$")
_BOLD = rare_pattern(r"(\*\*|__)(?=\S)(.+?)(?<=\S)\1(:?)")
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
    """Take `{#id}` off the end of an option's words; a fault when it can be no id, or stands with a language."""
    last = lines[-1]
    if "lang=" in last.text and (spoken := _spoken(lines, reader)):
        return spoken
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


def _spoken(lines: list[Line], reader: Reader) -> Entry | None:
    """Words with a language behind them: reported where it stands with an id, or behind a bold name; None for others.

    Behind all other words `check/leftover_markup` reports it, when it is left in them.
    """
    last = lines[-1]
    words, attributes = trailing_attributes(last.text.rstrip())
    language = attributes.options.get("lang") if attributes else None
    name = _BOLD.fullmatch(words)
    if attributes is None or not language or not words or not (attributes.id or name):
        return None
    inner = name[2] if name else words
    bare = not set(inner) & set("[]{}")
    marked = f"[{inner}]{{lang={language}}}" if bare else "[words]{lang=" + language + "}"
    meant = f"{name[1]}{marked}{name[1]}{name[3]}" if name else marked
    meant += f" {{#{attributes.id}}}" if attributes.id else ""
    message = "these braces hold an id and a language, and a language stands directly behind square brackets"
    if not attributes.id:
        message = "the language of a bold name stands inside of it, directly behind square brackets"
    sure = bare and len(lines) == 1 and set(attributes.options) == {"lang"} and not attributes.problem
    braces = last.text[attributes.offset :].rstrip()
    fix = last.place().swap(f"{last.text.rstrip()}", meant) if sure else None
    reader.fault("STR-018", last.place(attributes.offset), message, f"Write: {meant}", len(braces), fix)
    return Entry([*lines[:-1], last.part(0, words)], lines[0].place())
