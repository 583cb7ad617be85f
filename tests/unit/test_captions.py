"""Captions as paragraphs below the film: what rolls is said once, what is said twice stays."""

import pytest

from builder.model.media import Cue
from builder.read.files.rolling_captions import without_repeats


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
