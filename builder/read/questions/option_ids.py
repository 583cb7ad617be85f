"""Ids of options, steps, labels, partners and groups: made from their words or written behind them, unique in their question."""

from collections import Counter
from collections.abc import Iterable, Sequence

from builder.model.content import Fragment, telling_words
from builder.model.content.spelling import alike, as_it_looks, units
from builder.model.source_facts import OptionId
from builder.read.blocks.own_ids import Entry
from builder.read.files.place import Place
from builder.read.markdown.block_reader import Reader
from builder.read.words_to_ids import exact_id_of, id_of

_LENGTHS = (30, 60, 120, 200)
"""Characters of the Latin words in an id, which may begin like those of another; SCORM 2004 has room for 250."""


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
    met: dict[tuple[str, ...], int] = {}
    for option, place, length in options:
        told = telling_words(option)
        words = (alike(told), *units(told))
        line = met.get(words) or met.get((as_it_looks(told),))
        if words[0] and line:
            reader.fault(rule, place, what.format(line=line), hint, length)
        met.setdefault(words, place.line)
        met.setdefault((as_it_looks(told),), place.line)
