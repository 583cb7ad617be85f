"""Finds captions that do not begin when the words do, by where sound begins after silence."""

from collections.abc import Sequence
from dataclasses import dataclass

from builder.model.media import Cue

NEAR = 1.05
"""Seconds allowed between a caption and its sound: one, and the inaccuracy of ffmpeg."""

_FAR = 5.0
"""Seconds beyond which a caption does not belong to a sound."""
_PAUSE = 0.25
"""Seconds between two captions from which on the second one is taken to begin after a pause."""
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


def _is_near(start: float, sound: Sound) -> bool:
    at_once = not sound.silent_at(0)  # a film may begin with its first word
    return (at_once and start <= NEAR) or any(abs(begin - start) <= NEAR for begin in sound.beginnings)
