"""Finds captions that do not begin when the words do, and sound without captions, by where a film is silent."""

from collections.abc import Sequence
from dataclasses import dataclass

from builder.model.media import Cue

NEAR = 1.05
"""Seconds allowed between a caption and its sound: one, and the inaccuracy of ffmpeg."""

_FAR = 5.0
"""Seconds beyond which a caption does not belong to a sound."""
_PAUSE = 0.25
"""Seconds between two captions from which on the second one is taken to begin after a pause."""
UNCAPTIONED = 0.2
"""Share of what is heard that may be without captions."""
_SPARE = 1.0
"""Seconds of sound before and behind a caption that count as its own: a breath, a word that fades."""
_NOT_SPOKEN = ("[", "(", "♪", "*")


@dataclass(frozen=True, slots=True)
class Sound:
    """The sound of a film: its length and its silences."""

    silences: tuple[tuple[float, float], ...]
    """Begin and end of each silence, in seconds, in order."""
    seconds: float
    """Length of the sound."""

    @property
    def beginnings(self) -> tuple[float, ...]:
        """Where sound begins after silence; the end of the film is no such place."""
        return tuple(end for _, end in self.silences if end < self.seconds - 0.25)

    @property
    def heard(self) -> tuple[tuple[float, float], ...]:
        """Begin and end of each stretch that is not silent."""
        edges = [0.0, *(edge for silence in self.silences for edge in silence), self.seconds]
        return tuple((begin, end) for begin, end in zip(edges[::2], edges[1::2], strict=True) if end > begin)

    def silent_at(self, second: float) -> bool:
        """Whether nothing is heard."""
        return any(begin <= second < end for begin, end in self.silences)


def find_strays(cues: Sequence[Cue], sound: Sound) -> tuple[tuple[Cue, float], ...]:
    """Captions that begin far from any sound that begins, each with the beginning that is nearest to it.

    A caption in the middle of running speech cannot be judged. So only those count that follow a pause or stand in a
    pause. One in a pause is astray; one over other sound only when a sound near it begins without any caption: there
    may be music below the words, or a noise in a pause.
    """
    beginnings = sound.beginnings
    starts = [cue.start for cue in cues]
    free = [begin for begin in beginnings if not any(abs(begin - start) <= NEAR for start in starts)]
    strays = []
    for number, cue in enumerate(cues):
        silent = sound.silent_at(cue.start)
        paused = number == 0 or cue.start - cues[number - 1].end >= _PAUSE
        if cue.text.startswith(_NOT_SPOKEN) or not (silent or paused) or _is_near(cue.start, sound):
            continue
        distances = [(abs(begin - cue.start), begin) for begin in (beginnings if silent else free)]
        distance, begin = min(distances, default=(_FAR + 1, 0.0))
        if distance <= _FAR:
            strays.append((cue, begin))
    return tuple(strays)


def find_uncaptioned(cues: Sequence[Cue], sound: Sound) -> tuple[float, tuple[tuple[float, float], ...]]:
    """Share of the sound that has no caption, 0 to 1, and each such stretch. Sound may be music: captions say so too."""
    bare = []
    for begin, end in sound.heard:
        for cue in sorted(cues, key=lambda cue: cue.start):
            if cue.start - _SPARE > begin:
                bare.append((begin, min(end, cue.start - _SPARE)))
            begin = max(begin, cue.end + _SPARE)
            if begin >= end:
                break
        if begin < end:
            bare.append((begin, end))
    stretches = tuple((begin, end) for begin, end in bare if end > begin)
    heard = sum(end - begin for begin, end in sound.heard)
    return sum(end - begin for begin, end in stretches) / heard if heard else 0.0, stretches


def _is_near(start: float, sound: Sound) -> bool:
    at_once = not sound.silent_at(0)  # a film may begin with its first word
    return (at_once and start <= NEAR) or any(abs(begin - start) <= NEAR for begin in sound.beginnings)
