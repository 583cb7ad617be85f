"""Captions that stray from the sound, from silences and times."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from builder.films.decoding import read_sound
from builder.films.drift import UNCAPTIONED, Sound, find_strays, find_uncaptioned
from builder.model.media import Cue

SPEECH = ((0.7, 3.6), (4.1, 10.0), (11.5, 18.6), (20.0, 26.0))
"""Begin and end of what is said."""
PAUSES = Sound(((0.0, 0.7), (3.6, 4.1), (10.0, 11.5), (18.6, 20.0), (26.0, 27.0)), 27.0)
"""The same as it is heard."""


def captions(*times: tuple[float, float], shift: float = 0.0) -> list[Cue]:
    """Captions at those times, all of them later by so many seconds."""
    return [Cue(max(0, start + shift), end + shift, "Words.") for start, end in times]


def strays(cues: list[Cue], sound: Sound = PAUSES) -> list[float]:
    """Where captions that are astray begin."""
    return [cue.start for cue, _ in find_strays(cues, sound)]


@given(shift=st.floats(-0.65, 1.0))
def test_captions_within_a_second_of_their_words_are_left_in_peace(shift: float) -> None:
    """Many captions stand a little before the words on purpose, and linger behind them."""
    assert strays(captions(*SPEECH, shift=shift)) == []


@pytest.mark.parametrize("shift", [-3.0, -2.0, 1.3, 2.0, 3.0])
def test_captions_of_another_cut_are_found(shift: float) -> None:
    """All of them are later or earlier than the sound."""
    assert strays(captions(*SPEECH, shift=shift))


def test_the_first_that_strays_is_told_with_the_sound_that_is_nearest() -> None:
    """So that the author can look at one place and move the rest."""
    cues = [*captions(*SPEECH[:2]), *captions(*SPEECH[2:], shift=1.6)]
    (cue, begin), *_ = find_strays(cues, PAUSES)
    assert (cue.start, begin) == (pytest.approx(13.1), 11.5)


def test_a_caption_in_silence_is_astray() -> None:
    """Nothing is heard where it begins, nor within a second of it."""
    sound = Sound(((0.0, 3.0),), 8.0)
    assert strays([Cue(0.5, 3.0, "Welcome.")], sound) == [0.5]
    assert strays([Cue(2.2, 5.0, "Welcome.")], sound) == []


def test_captions_in_the_middle_of_a_sentence_are_not_judged() -> None:
    """A long sentence has several, and nobody draws breath between them."""
    assert strays([Cue(4.1, 6.0, "These processes"), Cue(6.0, 8.0, "share power"), Cue(8.1, 10.0, "and more.")]) == []


def test_music_below_the_words_is_no_reason_to_complain() -> None:
    """Sound from beginning to end does not show where the words begin."""
    assert strays(captions(*SPEECH), Sound((), 27.0)) == []
    assert strays(captions(*SPEECH), Sound(((26.0, 27.0),), 27.0)) == []


def test_a_film_that_begins_with_its_first_word_is_sound() -> None:
    """There is no silence before it."""
    assert strays([Cue(0.0, 2.0, "Welcome."), Cue(3.0, 5.0, "Hello.")], Sound(((2.0, 3.0),), 5.0)) == []


def test_a_noise_in_a_pause_is_no_reason_to_complain() -> None:
    """A door, where the captions are right."""
    sound = Sound(((0.0, 0.7), (3.6, 4.1), (10.0, 10.8), (10.9, 11.5), (18.6, 20.0), (26.0, 27.0)), 27.0)
    assert strays(captions(*SPEECH), sound) == []


@pytest.mark.parametrize("text", ["[music]", "(laughter)", "♪ ♪"])
def test_captions_that_are_no_words_are_not_judged(text: str) -> None:
    """They say what is heard all the while, or that nothing is."""
    assert strays([Cue(0.0, 0.6, text), Cue(12.9, 14.0, text)], Sound(((0.0, 11.5),), 27.0)) == []


def test_a_film_that_is_quiet_throughout_is_not_judged() -> None:
    """What cannot be heard cannot be held against anything."""
    assert strays(captions(*SPEECH), Sound(((0.0, 27.0),), 27.0)) == []


def test_what_ffmpeg_says_is_read() -> None:
    """A silence at the very end has no end in older versions; the last time of day is the length."""
    said = (
        "[silencedetect @ 0x5] silence_start: -0.02\r[silencedetect @ 0x5] silence_end: 0.7008 | silence_duration: 0.7008\n"
        "size=N/A time=00:00:10.11 bitrate=N/A\r[silencedetect @ 0x5] silence_start: 61.5\n"
        "size=N/A time=00:01:02.50 bitrate=N/A speed= 500x\n"
    )
    assert read_sound(said) == Sound(((0.0, 0.7008), (61.5, 62.5)), 62.5)
    assert read_sound(said).beginnings == (0.7008,)
    assert read_sound("") == Sound((), 0.0)


def test_all_that_is_heard_is_captioned() -> None:
    """Within a second before and behind the words; silence needs none."""
    assert find_uncaptioned(captions(*SPEECH, shift=0.9), PAUSES) == (0.0, ())


def test_sound_without_a_caption_is_found_with_its_place() -> None:
    """The third stretch has none, which is 7.1 of 22.2 seconds, less the second that belongs to no caption beside it."""
    share, stretches = find_uncaptioned(captions(*SPEECH[:2], SPEECH[3]), PAUSES)
    assert stretches == ((11.5, 18.6),)
    assert share == pytest.approx(7.1 / 21.9) and share > UNCAPTIONED


def test_a_fifth_may_be_without_captions() -> None:
    """A jingle at the end is no lesson."""
    sound = Sound((), 100.0)
    assert find_uncaptioned([Cue(0, 79, "Words.")], sound) == (pytest.approx(0.2), ((80.0, 100.0),))
    assert find_uncaptioned([], sound) == (1.0, ((0.0, 100.0),))
    assert find_uncaptioned([], Sound(((0.0, 9.0),), 9.0)) == (0.0, ())
