"""Captions as paragraphs below the film: what rolls is said once, what is said twice stays."""

import pytest

from builder.model.content.rolling_captions import without_repeats
from builder.model.media import Asset, Cue, Track
from builder.read.blocks.transcript import passages_of
from builder.read.files.source import Source
from builder.read.files.webvtt import parse_webvtt


def cues(*texts: str) -> list[Cue]:
    """A caption every two seconds."""
    return [Cue(2.0 * at, 2.0 * at + 2, text, at) for at, text in enumerate(texts)]


def said(*texts: str) -> str:
    """All that a transcript would say."""
    return " ".join(" ".join(cue.text.split()) for cue in without_repeats(cues(*texts)))


@pytest.mark.parametrize(
    "texts",
    [
        ["We begin\nwith trust.", "with trust.\nThen we plan", "Then we plan\ntogether."],
        [
            "We begin",
            "We begin\nwith trust.",
            "We begin\nwith trust.\nThen we plan",
            "with trust.\nThen we plan\ntogether.",
        ],
        [
            "We begin",
            "We begin with trust.",
            "We begin with trust. Then we",
            "We begin with trust. Then we plan together.",
        ],
        [
            "We begin\nwith trust.",
            "with trust.",
            "with trust.\nThen we plan",
            "Then we plan",
            "Then we plan\ntogether.",
        ],
    ],
    ids=["two lines", "three lines", "word by word", "with the line alone between"],
)
def test_captions_that_roll_are_said_once(texts: list[str]) -> None:
    """As live captioning and YouTube write them."""
    assert said(*texts) == "We begin with trust. Then we plan together."


def test_captions_that_roll_in_arabic_are_said_once() -> None:
    """Words are words in every script."""
    assert said("نبدأ\nبالثقة", "بالثقة\nثم نخطط", "ثم نخطط\nمعا") == "نبدأ بالثقة ثم نخطط معا"


@pytest.mark.parametrize(
    "texts", [["Stop.", "Stop.", "Please stop."], ["No.", "No.", "I said no."], ["We plan.", "We plan it well.", "And so on.", "Then more.", "And more."]]
)  # fmt: skip
def test_what_a_speaker_says_twice_stays(texts: list[str]) -> None:
    """One caption like the one before it does not make them roll."""
    assert said(*texts) == " ".join(texts)


def read(text: str) -> tuple[Cue, ...]:
    """The captions of a sound file."""
    found, faults = parse_webvtt(Source("film.en.vtt", tuple(text.split("\n"))))
    assert faults == []
    return found


def test_a_line_of_spaces_is_a_part_of_a_caption() -> None:
    """YouTube writes one above the words, and browsers show those; an empty line alone ends a caption."""
    assert [cue.text for cue in read("WEBVTT\n\n00:01.000 --> 00:03.000\n \nWe begin\n\nNOTE no caption")] == [
        "We begin"
    ]


def test_a_name_that_is_shown_too_is_said_once() -> None:
    """Captions show it where the speaker changes; the transcript has it before her words."""
    text = "WEBVTT\n\n00:01.000 --> 00:03.000\n<v Ann>Ann: We begin.\n\n00:03.000 --> 00:05.000\n<v Ann>Ann says so."
    track = Track("captions", Asset("film.en.vtt", "film.en.vtt", 0), "en", "English", text, read(text))
    (passage,) = passages_of(track, None, "en")
    assert (passage.speaker, [one.words for one in passage.sentences]) == ("Ann", ["We begin.", "Ann says so."])
