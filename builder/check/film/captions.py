"""A08, MED-006, STR-031, W05 and W22: captions that fit the film, that can be read in the time they are shown, and that leave nothing out."""

import re
from collections.abc import Callable, Iterator, Sequence

from builder.check.foreign.pasted import garbled
from builder.model.blocks import Watch
from builder.model.content.line_width import NO_SPACES, line_width
from builder.model.content.rolling_captions import without_repeats
from builder.model.diagnostics import Diagnostic, Span, as_argument
from builder.model.media import Cue, Track
from builder.model.rare_pattern import rare_pattern
from builder.model.rules import fault

WIDEST = 42
"""Characters of a line; a sign of Chinese or Japanese is as wide as two."""
LINES = 2
"""Lines of a caption."""
FASTEST = 20
"""Characters a second."""
SHORTEST, LONGEST = 0.7, 7.0
"""Seconds that a caption stands."""

UNSAID = 10.0
"""Seconds that may pass without a caption: behind a longer pause nobody knows whether captions are missing."""

_SOUND = rare_pattern(r"\[[^\[\]]*\]|\([^()]*\)|♪[^♪]*♪?")
"""A caption that says what is heard in place of words."""
_DRAFT = re.compile(r"NOTE\s+draft\b", re.IGNORECASE)
"""As `satchel media --draft` writes it."""
_SLACK = 0.0005
"""Times are written in thousandths."""
_PAST_THE_END = 1.0
"""Seconds: players and tools round the length of a film differently."""


def _wide(cue: Cue) -> str:
    line = max(cue.text.split("\n"), key=line_width)
    fit = WIDEST // 2 if NO_SPACES.search(line) else WIDEST
    return f"a line of this caption has {len(line)} characters; {fit} fit" if line_width(line) > WIDEST else ""


def _tall(cue: Cue) -> str:
    count = len(cue.text.split("\n"))
    return f"this caption has {count} lines; {LINES} fit" if count > LINES else ""


def _hurried(cue: Cue) -> str:
    rate = line_width(" ".join(cue.text.split())) / (cue.end - cue.start + _SLACK)
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
    """The tracks of a film; each kind of fault once a track, at the first cue that has it."""
    for track in film.captions:
        yield from _draft(track)
        yield from _garbled(track)
        if track.cues:
            longer = list(_past_the_end(film, track))
            yield from longer or _left_out(film, track)
            yield from _rolling(track) or _badly_shown(track)
    for other in (film.chapters, film.descriptions):
        if other and other.cues:
            yield from _garbled(other)
            yield from _past_the_end(film, other)


def _rolling(track: Track) -> list[Diagnostic]:
    """One finding for all: each cue is too short, too long or twice there, for one reason."""
    if without_repeats(track.cues) == track.cues:
        return []
    message = "these captions roll: each shows words of the one before it again, so people read them twice"
    hint = (
        f"Run satchel media --captions {as_argument(track.asset.source)}: it makes a caption of each piece, said once."
    )
    return [_at(track, track.cues[0], "W05", message, hint)]


def _badly_shown(track: Track) -> Iterator[Diagnostic]:
    yield from _overlapping(track)
    for look, hint in _LOOKS:
        yield from _first(track, [(cue, found) for cue in track.cues if cue.text and (found := look(cue))], hint)


def _draft(track: Track) -> Iterator[Diagnostic]:
    for number, line in enumerate(track.webvtt.split("\n"), 1):
        if _DRAFT.match(line):
            message, hint = (
                "a machine wrote these captions",
                "Check every line against the film, then delete this note.",
            )
            yield fault("MED-006", Span(track.asset.source, number, 1, len(line)), message, hint, line)


def _garbled(track: Track) -> Iterator[Diagnostic]:
    """Once a track: a file that was read in the wrong encoding has such letters throughout."""
    for number, line in enumerate(track.webvtt.split("\n"), 1):
        if sign := garbled(line):
            message = f"“{sign}” is a garbled letter or sign in a file that was read in the wrong encoding"
            hint = "Save the file as UTF-8 in the program that it came from, and take that one."
            place = Span(track.asset.source, number, line.index(sign) + 1, len(sign))
            yield fault("STR-031", place, message, hint, line)
            return


def _first(track: Track, found: Sequence[tuple[Cue, str]], hint: str) -> Iterator[Diagnostic]:
    if found:
        cue, message = found[0]
        more = f", and {len(found) - 1} more are like it" if len(found) > 1 else ""
        yield _at(track, cue, "W05", message + more, hint)


def _overlapping(track: Track) -> Iterator[Diagnostic]:
    """Two captions at a time: the picture is covered, and nobody knows which to read first."""
    found, end = [], 0.0
    for cue in sorted((cue for cue in track.cues if cue.text), key=lambda cue: cue.start):
        if cue.start < end - _SLACK:
            found.append((cue, f"this caption begins {end - cue.start:.1f} seconds before another one ends"))
        end = max(end, cue.end)
    yield from _first(
        track,
        found,
        "Let the other one end first. If two people speak at once, put both into one caption, a line for each.",
    )


def _past_the_end(film: Watch, track: Track) -> Iterator[Diagnostic]:
    length, last = film.media.seconds, max(track.cues, key=lambda cue: cue.end)
    if length and last.end > length + _PAST_THE_END:
        what = {"captions": "caption", "chapters": "chapter"}.get(track.kind, "description")
        message = f"this {what} ends at {last.end:.1f} seconds, and the {film.noun} lasts {length:.1f}"
        hint = f"Are these the {track.kind} of another {film.noun}, or of a longer cut of it?"
        yield _at(track, last, "A08", message, hint)


def _left_out(film: Watch, track: Track) -> Iterator[Diagnostic]:
    """Half a film without captions is an error; a shorter stretch may be a pause."""
    cues = [cue for cue in track.cues if cue.text] or list(track.cues)
    length, last = film.media.seconds, max(cues, key=lambda cue: cue.end)
    hint = "Caption the rest too; write [music] or [no speech] where nobody speaks."
    if length and last.end < length / 2:
        message = f"the captions end at {last.end:.1f} seconds, before the middle of the {film.noun}, which lasts {length:.1f}"
        yield _at(track, last, "A08", message, hint)
        return
    if length and (gap := _gap(cues, length / 2)):
        cue, since = gap
        message = (
            f"there is no caption from {since:.1f} to {cue.start:.1f} seconds, which is half of the {film.noun} or more"
        )
        yield _at(track, cue, "A08", message, hint)
        return
    hint = "Caption what is said there; where nobody speaks, write what is heard: [music], [rain] or [no speech]."
    if gap := _gap(cues, UNSAID):
        cue, since = gap
        yield _at(track, cue, "W22", f"there is no caption from {since:.1f} to {cue.start:.1f} seconds", hint)
    if length - last.end > UNSAID:
        message = f"there is no caption from {last.end:.1f} seconds to the end of the {film.noun} at {length:.1f}"
        yield _at(track, last, "W22", message, hint)


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
