"""Mends captions: order, times, what rolls, who speaks, what overlaps, long lines."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise

from builder.captions.caption import Caption, Change
from builder.captions.decode import decode
from builder.captions.layout import laid_out, read_in_time
from builder.captions.reading import Written, read_captions
from builder.captions.speakers import with_speakers
from builder.captions.tables import read_table
from builder.captions.tags import plain
from builder.captions.writing import DRAFT, as_webvtt
from builder.model.content.rolling_captions import without_repeats
from builder.model.media import Cue

_SHORTEST = 0.7
"""Seconds that a caption stands (W05)."""
_ROUNDS = 5
_HEAD = 300.0
"""Seconds within which something is said in every film."""
_RATE = 15
"""Characters a second that are read with ease: how long a caption without a length is shown."""


@dataclass(frozen=True, slots=True)
class Mended:
    """Captions as WebVTT, and what was changed."""

    text: str
    """The whole file."""
    captions: int
    """How many it has."""
    changes: tuple[Change, ...]
    """By their lines in the author's file."""
    language: str
    """BCP 47 tag, where the file says it."""


def mend(data: bytes, language: str = "") -> Mended:
    """Mend a file of WebVTT, SubRip, YouTube, Whisper or TTML; without captions when it has none.

    Mending twice changes nothing more. `language` is its BCP 47 tag, by which old files without Unicode are read.
    """
    lines, changes = decode(data, language)
    written = read_table(lines) or read_captions(lines)
    if written.heard and DRAFT not in written.head:
        written.head.insert(0, DRAFT)
        written.note(1, "a machine wrote what it heard: a note at the top asks you to check every line")
    captions, more = mended(_from_zero(written))
    changes += [*written.changes, *more]
    changes.sort(key=lambda change: change.line)
    return Mended(as_webvtt(captions, written), len(captions), tuple(changes), written.language)


def _from_zero(written: Written) -> Sequence[Caption]:
    """The captions of a film whose cutting program began to count at one hour, or at ten."""
    first = min((caption.start for caption in written.captions), default=0.0)
    begin = next((hours * 3600 for hours in (1, 10) if 0 <= first - hours * 3600 < _HEAD), 0)
    if not begin:
        return written.captions
    written.note(
        1, f"its times began at {begin // 3600:02}:00:00, as cutting programs count, and begin at 00:00:00 now"
    )
    return [replace(one, start=one.start - begin, end=one.end - begin) for one in written.captions]


def mended(captions: Sequence[Caption]) -> tuple[list[Caption], list[Change]]:
    """The captions of a file in order, one at a time, each with its speaker and short lines.

    What one step puts together or apart may be something for another: all are done until none has anything to do.
    """
    changes: list[Change] = []
    kept = list(captions)
    for _ in range(_ROUNDS):
        more = list(_round(kept))
        changes += [change for _, found in more for change in found]
        kept = more[-1][0]
        if not any(found for _, found in more):
            break
    return kept, changes


def _round(captions: Sequence[Caption]) -> Iterator[tuple[list[Caption], list[Change]]]:
    kept = list(captions)
    for step in (
        _with_words,
        _in_order,
        _with_length,
        _said_once,
        with_speakers,
        _one_at_a_time,
        laid_out,
        read_in_time,
    ):
        kept, changes = step(kept)
        yield kept, changes


def _with_words(captions: Sequence[Caption]) -> tuple[list[Caption], list[Change]]:
    empty = [caption for caption in captions if not caption.words]
    kept = [caption for caption in captions if caption.words]
    return kept, [Change(caption.line, "a caption without words is gone") for caption in empty]


def _in_order(captions: Sequence[Caption]) -> tuple[list[Caption], list[Change]]:
    changes = [
        Change(later.line, "this caption stands in the order of time now")
        for earlier, later in pairwise(captions)
        if later.start < earlier.start
    ]
    return sorted(captions, key=lambda caption: caption.start), changes


def _with_length(captions: Sequence[Caption]) -> tuple[list[Caption], list[Change]]:
    """A caption that ends before it begins is shown for as long as it takes to read, or until the next begins."""
    made, changes = [], []
    for place, caption in enumerate(captions):
        if caption.end <= caption.start:
            following = next((later.start for later in captions[place:] if later.start > caption.start), float("inf"))
            needed = max(_SHORTEST, len(plain(caption.words)) / _RATE)
            caption = caption.until(round(min(following, caption.start + needed), 3))
            changes.append(Change(caption.line, "it ended before it began; now it stands until it is read"))
        made.append(caption)
    return made, changes


def _said_once(captions: Sequence[Caption]) -> tuple[list[Caption], list[Change]]:
    """Of captions that roll only what each adds."""
    cues = [Cue(c.start, c.end, plain(c.words), place) for place, c in enumerate(captions)]
    added = {cue.line: cue.text for cue in without_repeats(cues)}
    made, changes = [], []
    for place, caption in enumerate(captions):
        if place not in added:
            changes.append(Change(caption.line, "a caption that only repeats is gone"))
        elif added[place] == plain(caption.words):
            made.append(caption)
        else:
            made.append(replace(caption, parts=((caption.parts[-1][0], added[place]),)))
            changes.append(Change(caption.line, "words of the caption before it are gone"))
    return made, changes


def _one_at_a_time(captions: Sequence[Caption]) -> tuple[list[Caption], list[Change]]:
    """A caption ends where the next begins; two that begin nearly at once are one."""
    made: list[Caption] = []
    changes: list[Change] = []
    for caption in captions:
        above = made[-1] if made else None
        if above is None or caption.start >= above.end:
            made.append(caption)
        elif caption.parts == above.parts:
            made[-1] = above.until(max(above.end, caption.end))
            changes.append(Change(caption.line, "a caption that only repeats is gone"))
        elif caption.start - above.start >= _SHORTEST:
            made[-1] = above.until(caption.start)
            made.append(caption)
            over = f"{above.end - caption.start:.1f} seconds"
            changes.append(Change(above.line, f"it overlapped the next caption by {over}, and ends where that begins"))
        else:
            parts = (*above.parts, *caption.parts)
            notes = (*above.before, *caption.before)
            made[-1] = replace(above, end=max(above.end, caption.end), parts=parts, before=notes)
            changes.append(Change(caption.line, "it began with the caption above it; both are one now"))
    return made, changes
