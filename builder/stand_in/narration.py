"""Turns sentences into speech and captions. espeak-ng speaks each whole, so that a sentence keeps its melody."""

import wave
from dataclasses import dataclass
from pathlib import Path

from builder.errors import BuilderError
from builder.model.media import Cue
from builder.programs import espeak_ng, run
from builder.stand_in.captions import caption_texts, share, too_fast

SAMPLE_RATE = 22050
"""Samples a second of espeak-ng's voices; 16 bits, one channel."""
VOICE = "en-gb"
LOUDNESS = 80
PACES = (160, 145, 130, 115, 100)
"""Words a minute. A sentence of long words whose captions would run too fast is spoken more slowly."""
BEFORE, BETWEEN, AFTER = 0.7, 0.5, 0.7
"""Seconds of silence before the first sentence of a slide, between sentences, and after the last."""
LINGER = 0.4
"""Seconds that the last caption of a sentence stays in the silence after it; less than BETWEEN and AFTER."""


@dataclass(frozen=True, slots=True)
class Speech:
    """Speech and its captions."""

    sound: bytes
    """Samples: 16 bits, one channel, SAMPLE_RATE."""
    cues: tuple[Cue, ...]
    """Captions, in seconds from the beginning of the sound."""

    @property
    def seconds(self) -> float:
        """How long it lasts."""
        return len(self.sound) / 2 / SAMPLE_RATE


def narrate(sentences: tuple[str, ...], scratch: Path) -> Speech:
    """Speak sentences one after another, with silence around them. `scratch` is a folder for what passes.

    Raises MissingTool and BuilderError.
    """
    sound, cues = silence(BEFORE), list[Cue]()
    for number, sentence in enumerate(sentences):
        if number:
            sound += silence(BETWEEN)
        spoken = _speak_legibly(sentence, scratch)
        start = len(sound) / 2 / SAMPLE_RATE
        cues += (Cue(start + cue.start, start + cue.end, cue.text) for cue in spoken.cues)
        sound += spoken.sound
    return Speech(sound + silence(AFTER), tuple(cues))


def silence(seconds: float) -> bytes:
    """Samples of silence."""
    return bytes(2 * round(seconds * SAMPLE_RATE))


def _speak_legibly(sentence: str, scratch: Path) -> Speech:
    """One sentence with its captions, as slowly as they need."""
    for pace in PACES:
        speech = _speak(sentence, pace, scratch)
        if not any(map(too_fast, speech.cues)):
            break
    return speech


def _speak(sentence: str, pace: int, scratch: Path) -> Speech:
    """One sentence. Its first cue begins and its last ends with it; cues inside share its time."""
    sound = _synthesise(sentence, pace, scratch)
    texts = caption_texts(sentence)
    # How long a piece takes alone is its share of the whole: at a clause this is right to some milliseconds.
    pieces = [text.replace("\n", " ") for text in texts]
    weights = [len(_synthesise(piece, pace, scratch)) for piece in pieces] if len(pieces) > 1 else [1]
    end = len(sound) / 2 / SAMPLE_RATE
    cues = share(0.0, end, texts, weights)
    return Speech(sound, (*cues[:-1], Cue(cues[-1].start, end + LINGER, cues[-1].text)))


def _synthesise(text: str, pace: int, scratch: Path) -> bytes:
    """Samples of a text; the pause after it is kept where a clause ends and the sentence goes on."""
    pause = [] if text[-1] in ",:;" else ["-z"]
    options = ["-v", VOICE, "-s", str(pace), "-a", str(LOUDNESS), *pause]
    run([espeak_ng(), "--stdin", "-b", "1", *options, "-w", "speech.wav"], scratch, text)
    with wave.open(str(scratch / "speech.wav"), "rb") as file:
        if (file.getframerate(), file.getsampwidth(), file.getnchannels()) != (SAMPLE_RATE, 2, 1):
            raise BuilderError(f"espeak-ng did not write {SAMPLE_RATE} samples a second, 16 bits, one channel")
        return file.readframes(file.getnframes())
