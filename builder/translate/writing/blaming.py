"""Which segment of a translation makes an error of the translated course: its folder is made anew, and nobody should look there."""

import re
from collections.abc import Iterable, Iterator

from builder.model.diagnostics import Diagnostic
from builder.translate.segment import Segment
from builder.translate.stored import Found, Matching
from builder.translate.writing.checking import TranslationFault, fault_at
from builder.translate.writing.files import Translation
from builder.translate.writing.rendering import rendered

_SIGNS = re.compile(r"[][{}<>&*_`$^~=#|\\]")


def without_own(
    errors: Iterable[Diagnostic], own: Iterable[Diagnostic], matching: Matching, translation: Translation
) -> Iterator[TranslationFault]:
    """The faults that errors of the translated course are, but for those that its source has too: they are its author's to mend."""
    known = {(place, one.message) for one in own for place in _places(one, matching)}
    messages = {message for _, message in known}
    for error in errors:
        fault = blamed(error, matching, translation)
        if (fault.place, error.message) not in known and (fault.key or error.message not in messages):
            yield fault


def _places(fault: Diagnostic, matching: Matching) -> Iterator[str]:
    """The line of an error of the source, and the first one of the passage that it stands in: a passage may have several."""
    path, line = fault.span.path, fault.span.line
    segments = [one.unit.segment for one in matching.found]
    starts = [one.line for one in segments if one.file == path and one.line <= line]
    yield from (f"{path}:{number}" for number in {line, max(starts, default=line)})


def blamed(fault: Diagnostic, matching: Matching, translation: Translation) -> TranslationFault:
    """An error of the translated course, at the segment whose translation makes it."""
    master = f"{translation.language}.xlf"
    best = _culprit(fault, matching, translation)
    message, hint = f"{fault.message} ({fault.rule})", fault.hint
    if best is None:
        place = f"{translation.language}/{fault.span.path}:{fault.span.line}"
        return TranslationFault(master, 0, "", place, message, hint)
    return fault_at(best, master, message, hint)


def _culprit(fault: Diagnostic, matching: Matching, translation: Translation) -> Found | None:
    """The smallest translation in whose words the fault stands, a title rather than its sentence; else the longest of its line.

    What is written in one line and shown by another, such as the title of a link, is known by signs that the message names.
    """
    names = {other: path for path, other in translation.names().items()}
    path = names.get(fault.span.path, fault.span.path)
    best, likeness = None, (0, 0, 0)
    for one in matching.found:
        segment = one.unit.segment
        if segment.file != path or translation.chosen(segment) == segment.tokens:
            continue
        near = max((_likeness(fault, written) for written in _written(segment, translation)), default=(0, 0))
        if near == (0, 0):
            near = 0, _named(fault, segment, translation)
        if near > (0, 0) and (best is None or (*near, -abs(segment.line - fault.span.line)) > likeness):
            best, likeness = one, (*near, -abs(segment.line - fault.span.line))
    return best


def _written(segment: Segment, translation: Translation) -> Iterator[str]:
    """The longest line of a translation in its file: by itself, and among the signs of another segment."""
    for first in (True, False):
        yield max(rendered(segment, translation.chosen, first=first).splitlines() or [""], key=len)


def _likeness(fault: Diagnostic, written: str) -> tuple[int, int]:
    """How well words fit the line of a fault: 2 where the fault stands in them, 1 where the line holds them."""
    if not written or written not in fault.excerpt:
        return 0, 0
    start = fault.excerpt.find(written)
    while start >= 0:
        if start < fault.span.column <= start + len(written):
            return 2, -len(written)
        start = fault.excerpt.find(written, start + 1)
    return 1, len(written)


def _named(fault: Diagnostic, segment: Segment, translation: Translation) -> int:
    """How many of the signs that a message or its hint names are in a translation and not in its source."""
    said = " ".join(token.words for token in translation.chosen(segment)).split()
    told = f"{fault.message} {fault.hint}"
    return sum(1 for one in said if _SIGNS.search(one) and one in told and one not in segment.raw)
