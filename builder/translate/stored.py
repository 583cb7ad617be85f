"""What a translation file holds, and how it is matched with the course as it is now."""

from collections import defaultdict, deque
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from difflib import SequenceMatcher
from typing import Literal

from builder.model.content.spelling import meant
from builder.translate.segment import Tokens, Unit, flat, reflowed, trimmed

STATES = ("initial", "translated", "reviewed", "final")
"""States of a segment, the least first (XLIFF 2.0, 4.3.1.25). Without one, words count as translated, unless they are those that stood there."""

_ALIKE = 0.5
"""From which likeness on a segment is taken for an earlier one with other words."""


_SENTENCE = 4
"""Words from which on a text that is the same in both languages is no name, and nobody has translated it."""


def _has_letter(word: str) -> bool:
    return any(map(str.isalpha, word))


@dataclass(frozen=True, slots=True)
class Stored:
    """A segment of a translation file."""

    key: str
    file: str
    role: str
    source: Tokens
    """What was translated."""
    target: Tokens = ()
    """Its translation; empty for none."""
    state: str = ""
    """One of `STATES`; empty when the file does not say."""
    line: int = 0
    """Line of the translation file; 0 when it is not known."""
    before: tuple[str, ...] = ()
    """What its source and its translation were, since the source changed; empty when the translation is of these words."""
    origin: str = ""
    """Name of the translation file, where it is not the course's own `LANGUAGE.xlf`."""

    def usable(self, least: str = "translated") -> bool:
        """Whether it is translated, and its state at least one of them."""
        state = self.state or ("initial" if self._is_untouched else "translated")
        return bool(self.target) and STATES.index(state) >= STATES.index(least)

    @property
    def _is_untouched(self) -> bool:
        """Whether it is the translation of earlier words, or a sentence of the source that a tool copied."""
        words = said(self.target)
        if self.before:
            return words == self.before[1]
        return words == said(self.source) and sum(map(_has_letter, words.split())) >= _SENTENCE

    @property
    def outdated(self) -> bool:
        """Whether its translation is of other words than its source, and nobody has translated it anew."""
        return bool(self.before) and not self.usable()


def said(tokens: Tokens) -> str:
    """Words without their codes."""
    return "".join(token.words for token in tokens)


def _codes(tokens: Tokens) -> list[tuple[str, int]]:
    return sorted((token.kind, token.number) for token in tokens if token.kind != "words")


@dataclass(frozen=True, slots=True)
class Found:
    """A segment of the course, with what a translation file says of it."""

    unit: Unit
    how: Literal["same", "changed", "new"]
    """Whether the file has it with these words, with others, or not at all."""
    stored: Stored | None = None
    """The segment of the file."""

    @property
    def stale(self) -> bool:
        """Whether its source changed since it was translated, and nobody has translated it anew."""
        if self.stored is None or not self.stored.target:
            return False
        # A draft was no translation yet: it stays one.
        return self.stored.outdated or (self.how == "changed" and self.stored.usable())

    @property
    def before(self) -> tuple[str, ...]:
        """What the source and the translation of a stale segment were."""
        if not self.stale or self.stored is None:
            return ()
        # A source that changed twice: what was translated is the first.
        return self.stored.before if self.stored.outdated else (said(self.stored.source), said(self.stored.target))

    @property
    def corrected(self) -> bool:
        """Whether the source of a stale segment changed in signs, capitals and spaces alone: its translation still says the same."""
        if not self.before or self.stored is None or not self.stored.target:
            return False
        ours = self.unit.segment.tokens
        return meant(self.before[0]) == meant(said(ours)) and _codes(self.stored.target) == _codes(ours)

    def translation(self, least: str = "translated") -> Tokens:
        """The words to be used; empty when there are none, or none that hold."""
        holds = self.how == "same" and self.stored is not None and self.stored.usable(least)
        # Nobody has read the correction, so it is not reviewed.
        holds = holds or (least == "translated" and self.corrected)
        return trimmed(self.stored.target) if holds and self.stored else ()


@dataclass(frozen=True, slots=True)
class Matching:
    """A course and a translation file, side by side."""

    found: tuple[Found, ...]
    """Every segment of the course, in order."""
    gone: tuple[Stored, ...] = ()
    """Segments of the file that the course has no more."""

    def by_key(self) -> Mapping[str, Found]:
        """The same by the keys of the course."""
        return {one.unit.key: one for one in self.found}


@dataclass(slots=True)
class _Left:
    """What is not matched yet."""

    units: dict[str, Unit]
    stored: dict[str, Stored]
    found: dict[str, Found] = field(default_factory=dict)

    def take(self, unit: Unit, stored: Stored, how: Literal["same", "changed"]) -> None:
        self.found[unit.key] = Found(unit, how, stored)
        del self.units[unit.key], self.stored[stored.key]


def matched(units: Sequence[Unit], stored: Iterable[Stored]) -> Matching:
    """Match a course with a translation file: by key, then by the same words elsewhere, then by words that are alike.

    A segment whose words changed is `changed`: its old translation is kept, and never used for the new words.
    """
    # A tool may leave out the keys: then words, role and file say which segment it is.
    named = (one if one.key else replace(one, key=f"n{number}") for number, one in enumerate(stored, 1))
    left = _Left({unit.key: unit for unit in units}, {one.key: one for one in named})
    for unit in units:
        same = left.stored.get(unit.key)
        if same and flat(same.source) == unit.segment.flat:
            left.take(unit, same, "same")
        elif same and flat(reflowed(same.source)) == flat(reflowed(unit.segment.tokens)):
            left.stored[unit.key] = replace(same, source=unit.segment.tokens, target=reflowed(same.target))
            left.take(unit, left.stored[unit.key], "same")
    _take_moved(left)
    _take_changed(left)
    return Matching(
        tuple(left.found.get(unit.key) or Found(unit, "new") for unit in units), tuple(left.stored.values())
    )


def _take_moved(left: _Left) -> None:
    """The same words in the same role, in another place or file."""
    elsewhere: dict[tuple[str, str], deque[Stored]] = defaultdict(deque)
    for one in left.stored.values():
        elsewhere[one.role, flat(one.source)].append(one)
    for unit in list(left.units.values()):
        if waiting := elsewhere.get((unit.segment.role, unit.segment.flat)):
            left.take(unit, waiting.popleft(), "same")


def _take_changed(left: _Left) -> None:
    """Words that are alike, in the same role and file."""
    for unit in list(left.units.values()):
        words = unit.segment.flat
        matcher = SequenceMatcher(None, "", words, autojunk=False)
        best, likeness = None, _ALIKE
        for one in left.stored.values():
            if (one.file, one.role) != (unit.segment.file, unit.segment.role):
                continue
            matcher.set_seq1(flat(one.source))
            if (
                matcher.real_quick_ratio() > likeness
                and matcher.quick_ratio() > likeness
                and matcher.ratio() > likeness
            ):
                best, likeness = one, matcher.ratio()
        if best:
            left.take(unit, best, "changed")


def merged(matching: Matching, other: Matching) -> Matching:
    """The translations of two files for one course: `other` counts where it has one that holds, or the only one."""
    second = other.by_key()
    found = tuple(_better(one, second[one.unit.key]) for one in matching.found)
    keys = {one.key for one in other.gone}
    return Matching(found, (*(one for one in matching.gone if one.key not in keys), *other.gone))


def _better(first: Found, second: Found) -> Found:
    if second.stored is None or not second.stored.target:
        return first
    if first.stored is None or not first.stored.target or second.how == "same" != first.how:
        return second
    if second.how != "same":
        return first
    if first.stored.target != second.stored.target:
        return second
    higher = max((first, second), key=lambda one: STATES.index((one.stored and one.stored.state) or "initial"))
    return higher if higher.stored and higher.stored.usable() else second
