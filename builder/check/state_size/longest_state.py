"""SCO-001 and SCO-002: the learner's state fits what an LMS can hold, when everything was answered.

Counts what `codec.js` of the run-time writes, in the forms to which `ladder.js` reduces it. A test holds the
count against the codec. It is of this version of the course: what an earlier version left comes on top.
"""

from bisect import bisect_right
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from functools import partial
from itertools import islice, pairwise
from operator import itemgetter
from typing import TypeVar

from builder.check.state_size.keys import choice_keys, course_keys, seen_key
from builder.model.assessment import AssessmentItem
from builder.model.contract import (
    EDITIONS,
    LARGEST_SEED,
    LAST_BASIS,
    MOST_ATTEMPTS,
    MOST_NUMBERED_ATTEMPTS,
    READING,
    STATE_LIMITS,
)
from builder.model.course import Course, Module
from builder.model.diagnostics import Diagnostic
from builder.model.package import StateRoom
from builder.model.rules import fault
from builder.remembered import Remembered

_FORM = len("X1.0") + 6 + len(".")
"""Characters around the payload: the form, the step and the checksum."""
_HEAD = 1 + 3 + 4 + 1 + 1
"""Bytes of schema, fingerprint, counter (2^28 saves), flags and score."""
_PLACE, _SECONDS, _SEEN = 2, 2, 4
"""Bytes of an interaction's place in the LMS, of a film's place (up to 22 hours), and of what was watched of it."""
_CODE_POINT = 3


@dataclass(frozen=True, slots=True)
class _Mark:
    """That a module was read to its end, or a film watched: kept as an answer is."""

    id: str


_Part = TypeVar("_Part", Module, AssessmentItem | _Mark)


def room_of(course: Course, kept: Remembered | None = None) -> StateRoom:
    """How many characters the state of a course may take in suspend data; `kept` has answers that were counted before."""
    modules = course.modules
    head, films = _HEAD + _seed(course) + _current(modules), _films(course)
    opened = head + _sorted(modules, _opened)
    one_film = _last_film(course)
    standing = opened + _asked(course, lambda gap, item: _varint(gap) + _standing(item, course))
    return StateRoom(
        whole=_characters(
            opened
            + _asked(course, lambda gap, item: _whole(gap, item, course, kept))
            + _varint(2 * len(films))
            + sum(films)
            + _reading()
        ),
        standing=_characters(standing + one_film),
        modules=_characters(opened + _varint(0) + one_film),
    )


def check_room(course: Course, room: StateRoom, destinations: Sequence[str]) -> Iterator[Diagnostic]:
    """What completion needs has room in every LMS; where it needs no answers, a warning when they have none."""
    counts = course.completion.rule != "all-modules" or bool(_marks(course))
    for destination in destinations:
        limit = STATE_LIMITS.get(destination)
        if limit is None or room.standing <= limit:
            continue
        if counts or room.modules > limit:
            yield _too_much("SCO-001", course, room.standing if counts else room.modules, destination)
        else:
            yield _too_much("SCO-002", course, room.standing, destination)


def _too_much(rule: str, course: Course, needed: int, destination: str) -> Diagnostic:
    limit, name = STATE_LIMITS[destination], EDITIONS[destination]
    item = _first_without_room(course, limit)
    what = f"the question “{item.title.text}”" if item else f"the module “{course.modules[-1].title}”"
    message = f"{what} has no room in {name}: the saved state needs {needed:,} characters, and there are {limit:,}"
    others = [other for other in STATE_LIMITS if STATE_LIMITS[other] >= needed]
    instead = f", or build for another destination: satchel build --to {','.join([*others, 'web'])}"
    hint = f"Make two courses of it{instead}"
    return fault(rule, item.span if item else course.modules[-1].span, message, hint)


def _first_without_room(course: Course, limit: int) -> AssessmentItem | None:
    """The question, in the order of the course, that tips the state over; None when the modules alone do."""
    keys = course_keys([item.id for item in course.items])
    stands = [_standing(item, course) for item in course.items]

    def needed(first: int) -> int:
        """Characters with so many questions: each has its key and how it stands."""
        gaps = pairwise([0, *sorted(keys[:first])])
        return _characters(
            opened + _varint(first) + sum(_varint(key - before) for before, key in gaps) + sum(stands[:first])
        )

    opened = _HEAD + _seed(course) + _current(course.modules)
    opened += _sorted(course.modules, _opened) + _last_film(course)
    fit = bisect_right(range(len(keys) + 1), limit, key=needed) - 1
    return course.items[fit] if fit >= 0 and fit < len(keys) else None


def _sorted(parts: Sequence[_Part], size: Callable[[int, _Part], int]) -> int:
    """Bytes of modules or questions: their number, and each with the difference of its key to the one before."""
    keys = course_keys([part.id for part in parts])
    total, before = _varint(len(parts)), 0
    for key, part in sorted(zip(keys, parts, strict=True), key=itemgetter(0)):
        total += size(key - before, part)
        before = key
    return total


def _asked(course: Course, size: Callable[[int, AssessmentItem | _Mark], int]) -> int:
    """Bytes of the questions that one learner is asked, and of marks: where some are drawn, of the longest that can be.

    Those that are drawn are counted with their whole keys, since it is not known which come before them.
    """
    drawing = [module for module in course.modules if module.draw]
    if not drawing:
        parts: list[AssessmentItem | _Mark] = [*course.items, *_marks(course)]
        return _sorted(parts, size)
    places = {item.id: key for item, key in zip(course.items, course_keys([i.id for i in course.items]), strict=True)}
    banked = {item.id for module in drawing for item in module.scored}
    kept: list[AssessmentItem | _Mark] = [item for item in course.items if item.id not in banked]
    total = _sorted([*kept, *_marks(course)], size) + 1
    for module in drawing:
        total += sum(sorted((size(places[item.id], item) for item in module.scored), reverse=True)[: module.draw])
    return total


def _opened(gap: int, module: Module) -> int:
    """Bytes of a module: its key, and whether it is done."""
    return _varint(gap * 2 + 1)


def _standing(item: AssessmentItem | _Mark, course: Course) -> int:
    """Bytes of how a question stands, beside its key: a head, and attempts that are numbered."""
    if isinstance(item, _Mark):
        return 1
    numbered = item.scored and (item.attempts or course.attempts)
    return 1 + (_varint(MOST_NUMBERED_ATTEMPTS) if numbered else 0) + _credit(item, course)


def _credit(item: AssessmentItem, course: Course) -> int:
    """Bytes of what an answer is worth that is partly right."""
    return 1 if course.completion.partial and item.kind.in_parts(item.interaction) else 0


def _seed(course: Course) -> int:
    """Bytes of what a learner's own order is made from; also a course in which parts count has a place for it."""
    return _varint(LARGEST_SEED) if course.mixed else int(course.completion.partial)


def _reading() -> int:
    """Bytes of how the learner has the page look: three bits for each list (`state/reading.js`)."""
    return _varint(sum(len(choices) - 1 << 3 * place for place, choices in enumerate(READING.values())))


def _whole(gap: int, item: AssessmentItem | _Mark, course: Course, kept: Remembered | None) -> int:
    """Bytes of a question with all that is known of it: key, head, basis, and an answer."""
    if isinstance(item, _Mark):
        return _varint(gap) + 2
    head = _varint(gap) + 1 + _credit(item, course)
    if item.privacy:
        return head + 1
    basis = _varint(LAST_BASIS) if item.scored or item.wordings else 1
    answer = kept.get("longest answer", item, (), partial(_answer, item)) if kept else _answer(item)
    return head + basis + _varint(MOST_ATTEMPTS) + _PLACE + answer


def _answer(item: AssessmentItem) -> int:
    """Bytes of the longest answer; no part of it is left out, so its number comes first."""
    longest = item.kind.longest(item.interaction)
    sizes = iter([_varint(key) for key in choice_keys([id for row in longest.chosen for id in row])])
    chosen = sum(max(islice(sizes, len(row)), default=0) for row in longest.chosen)
    written = sum(1 + length * _CODE_POINT for length in longest.written)
    return _varint(len(longest.chosen) + len(longest.written)) + chosen + written


def _current(modules: Sequence[Module]) -> int:
    """Bytes of the bookmark."""
    return max((_varint(key + 1) for key in course_keys([module.id for module in modules])), default=1)


def _marks(course: Course) -> list[_Mark]:
    """Of the modules that are to be read to their end, and the films that are to be watched."""
    ends = [_Mark(f"{module.id}--end") for module in course.modules if course.completion.read]
    return ends + [_Mark(film.id) for film in course.films if course.to_watch(film)]


def _films(course: Course) -> list[int]:
    """Bytes of each film: of the place in it, and of what was watched of it."""
    keys = course_keys([film.id for film in course.films])
    return [_varint(key) + _SECONDS + _varint(seen_key(key)) + _SEEN for key in keys]


def _last_film(course: Course) -> int:
    """Bytes of the film that was played last, where the others are left out; two entries, where there is one."""
    return _varint(2) + max(_films(course), default=0)


def _varint(number: int) -> int:
    """Bytes of a LEB128 varint: seven bits in each."""
    return max(1, -(-number.bit_length() // 7))


def _characters(bytes_: int) -> int:
    """Characters of so many bytes in base64url without padding (RFC 4648, 5)."""
    return _FORM + -(-bytes_ * 4 // 3)
