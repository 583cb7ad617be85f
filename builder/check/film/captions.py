"""A08 and W05: captions that fit the film, and that can be read in the time they are shown."""

import re
from collections.abc import Callable, Iterator, Sequence

from builder.model.blocks import Watch
from builder.model.diagnostics import Diagnostic, Span
from builder.model.media import Cue, Track
from builder.model.rules import fault

WIDEST = 42
"""Characters of a line."""
LINES = 2
"""Lines of a caption."""
FASTEST = 20
"""Characters a second."""
SHORTEST, LONGEST = 0.7, 7.0
"""Seconds that a caption stands."""

_SOUND = re.compile(r"\[[^\[\]]*\]|\([^()]*\)|♪[^♪]*♪?")
"""A caption that says what is heard in place of words."""
_SLACK = 0.0005
"""Times are written in thousandths."""
_PAST_THE_END = 1.0
"""Seconds: players and tools round the length of a film differently."""


def _wide(cue: Cue) -> str:
    width = max(map(len, cue.text.split("\n")))
    return f"a line of this caption has {width} characters; {WIDEST} fit" if width > WIDEST else ""


def _tall(cue: Cue) -> str:
    count = len(cue.text.split("\n"))
    return f"this caption has {count} lines; {LINES} fit" if count > LINES else ""


def _hurried(cue: Cue) -> str:
    rate = len(" ".join(cue.text.split())) / (cue.end - cue.start + _SLACK)
    return f"this caption would have to be read at {rate:.0f} characters a second" if rate > FASTEST else ""


def _brief(cue: Cue) -> str:
    shown = cue.end - cue.start
    return f"this caption is shown for {shown:.1f} seconds, too short to be seen" if shown < SHORTEST - _SLACK else ""


def _lasting(cue: Cue) -> str:
    if _SOUND.fullmatch(cue.text.strip()):
        return ""  # music may play for minutes
    shown = cue.end - cue.start
    return (
        f"this caption is shown for {shown:.1f} seconds, so people would read it twice"
        if shown > LONGEST + _SLACK
        else ""
    )


_LOOKS: tuple[tuple[Callable[[Cue], str], str], ...] = (
    (_wide, f"Break the line where a speaker would pause; {WIDEST} characters at most."),
    (_tall, "Make two captions of it."),
    (_hurried, f"Show it for longer, or make two of it: people can follow {FASTEST} characters a second."),
    (_brief, f"Show it for {SHORTEST} seconds or more."),
    (_lasting, f"Make two of it: {LONGEST:.0f} seconds at most."),
)


def check_captions(film: Watch) -> Iterator[Diagnostic]:
    """The caption tracks of a film; each kind of fault once a track, at the first caption that has it."""
    for track in film.captions:
        if track.cues:
            yield from _fit(film, track)
            for look, hint in _LOOKS:
                found = [(cue, message) for cue in track.cues if cue.text and (message := look(cue))]
                if found:
                    cue, message = found[0]
                    more = f", and {len(found) - 1} more are like it" if len(found) > 1 else ""
                    yield _at(track, cue, "W05", message + more, hint)


def _fit(film: Watch, track: Track) -> Iterator[Diagnostic]:
    length, last = film.media.seconds, max(track.cues, key=lambda cue: cue.end)
    if not length:
        return
    if last.end > length + _PAST_THE_END:
        message = f"this caption ends at {last.end:.1f} seconds, and the {film.noun} lasts {length:.1f}"
        yield _at(
            track, last, "A08", message, f"Are these the captions of another {film.noun}, or of a longer cut of it?"
        )
        return
    hint = "Caption the rest too; write [music] or [no speech] where nobody speaks."
    if last.end < length / 2:
        message = f"the captions end at {last.end:.1f} seconds, before the middle of the {film.noun}, which lasts {length:.1f}"
        yield _at(track, last, "A08", message, hint)
    elif gap := _gap(track.cues, length / 2):
        cue, since = gap
        message = (
            f"there is no caption from {since:.1f} to {cue.start:.1f} seconds, which is half of the {film.noun} or more"
        )
        yield _at(track, cue, "A08", message, hint)


def _gap(cues: Sequence[Cue], longest: float) -> tuple[Cue, float] | None:
    """The first caption after a stretch that is too long without any, and when that began."""
    end = 0.0
    for cue in sorted(cues, key=lambda cue: cue.start):
        if cue.start - end > longest:
            return cue, end
        end = max(end, cue.end)
    return None


def _at(track: Track, cue: Cue, rule: str, message: str, hint: str) -> Diagnostic:
    lines = track.webvtt.split("\n")
    excerpt = lines[cue.line - 1] if cue.line <= len(lines) else ""
    return fault(rule, Span(track.asset.source, cue.line, 1, max(1, len(excerpt))), message, hint, excerpt)
