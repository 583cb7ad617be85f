"""Ids of options, steps, labels, partners and groups: made from their words or written behind them, unique in their question."""

import re
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from builder.model.content import Fragment, telling_words
from builder.model.content.spelling import alike
from builder.model.rare_pattern import rare_pattern
from builder.model.source_facts import OptionId
from builder.read.files.place import Place
from builder.read.markdown.block_reader import Reader
from builder.read.markdown.lines import Line
from builder.read.words_to_ids import exact_id_of, id_of, slug

_LENGTHS = (30, 60, 120, 200)
"""Characters of the Latin words in an id, which may begin like those of another; SCORM 2004 has room for 250."""


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


def ids_of_entries(options: Sequence[Fragment], entries: Sequence[Entry], otherwise: str, reader: Reader) -> list[str]:
    """The id of each option: its own, or one from its words; noted with its place. No two may have the same."""
    made = zip(ids_of(options, otherwise), entries, strict=True)
    ids = [entry.own or id for id, entry in made]
    first: dict[str, Entry] = {}
    for id, entry in zip(ids, entries, strict=True):
        at = entry.place
        reader.option_ids.append(OptionId(id, at.source.path, at.line, at.column, bool(entry.own)))
        other = first.setdefault(id, entry)
        if other is not entry and (entry.own or other.own):
            wrong = entry if entry.own else other
            message = (
                f'the id "{id}" is that of the option on line {(other if wrong is entry else entry).place.line} too'
            )
            place = wrong.own_place or wrong.place
            reader.fault("A15", place, message, f"Give it another one, for example {{#{id}-2}}.", len(id))
    return ids


def ids_of(options: Sequence[Fragment], otherwise: str) -> list[str]:
    """An id for each option from its words, so that answers survive another order of the options.

    Those that would have the same id all get another, as long as it takes to tell them apart: first more of their
    words, then a hash. None keeps the short one, since in a later version it could be that of the other. `otherwise` is what
    the id of an option without Latin words begins with.
    """
    words = [telling_words(option) for option in options]
    ids = [id_of(one, otherwise, _LENGTHS[0]) for one in words]
    for longer in _LENGTHS[1:]:
        ids = _apart(ids, (id_of(one, otherwise, longer) for one in words))
    for every in (False, True):
        ids = _apart(ids, (exact_id_of(one, otherwise, _LENGTHS[0], every) for one in words))
    return ids


def _apart(ids: list[str], others: Iterable[str]) -> list[str]:
    """The same ids, with another in place of each that is there twice."""
    if len(set(ids)) == len(ids):
        return ids
    uses = Counter(ids)
    return [other if uses[id] > 1 else id for id, other in zip(ids, others, strict=True)]


def refuse_same(
    options: Iterable[tuple[Fragment, Place, int]], rule: str, what: str, hint: str, reader: Reader
) -> None:
    """A fault for each option that nobody could tell from one above it; `what` is the message, with `{line}` for the line of that one.

    With each option come its place and its length.
    """
    met: dict[str, int] = {}
    for option, place, length in options:
        words = alike(telling_words(option))
        if words and words in met:
            reader.fault(rule, place, what.format(line=met[words]), hint, length)
        met.setdefault(words, place.line)
