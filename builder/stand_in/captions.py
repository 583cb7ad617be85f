"""Turns sentences into WebVTT cues (https://www.w3.org/TR/webvtt1/). Needs no program."""

import re
from collections.abc import Iterable
from itertools import pairwise

from builder.model.media import Cue

LINE = 42
"""Characters in a line of a caption, at most; a cue has two lines at most."""
RATE = 20.0
"""Characters a second, at most."""

_OPENING = re.compile(
    "about|after|and|as|at|because|before|between|but|by|during|for|from|how|if|in|including|into|of|on|or|that"
    "|than|through|to|under|what|when|where|which|while|who|with|within|without"
)
"""Words that a phrase begins with: a cut is better before them than after."""
_CLINGING = re.compile(
    "an?|are|be|been|can|could|had|has|have|her|his|is|its|may|my|no|not|our|should|the|their|this|was|were|will"
    "|would|your|.*(['\u2019]s|s['\u2019])"
)
"""Words that must stay with the next word."""


def caption_texts(sentence: str) -> tuple[str, ...]:
    """A sentence as the texts of its cues: the same words, at most two lines of 42 characters each.

    Cut at clauses where it can be. A single word longer than a line stands alone, whole.
    """
    words = sentence.split()
    best: list[tuple[float, tuple[str, ...]]] = [(0.0, ())]
    for end in range(1, len(words) + 1):
        best.append(min(_ways(words, best, end)))
    return best[-1][1]


def share(start: float, end: float, texts: tuple[str, ...], weights: Iterable[float]) -> tuple[Cue, ...]:
    """Cues that follow one another from start to end (seconds), each as long as its weight."""
    weighed = list(weights)
    edges = [start]
    for weight in weighed:
        edges.append(edges[-1] + (end - start) * weight / sum(weighed))
    edges[-1] = end
    return tuple(Cue(*times, text) for times, text in zip(pairwise(edges), texts, strict=True))


def too_fast(cue: Cue) -> bool:
    """Whether a cue must be read faster than 20 characters a second."""
    return len(cue.text) > RATE * (cue.end - cue.start)


def webvtt(cues: Iterable[Cue]) -> str:
    """A WebVTT file: LF line ends, hours always, milliseconds in three digits."""
    return "WEBVTT\n" + "".join(
        f"\n{_timestamp(cue.start)} --> {_timestamp(cue.end)}\n{_escaped(cue.text)}\n" for cue in cues
    )


def _ways(
    words: list[str], best: list[tuple[float, tuple[str, ...]]], end: int
) -> Iterable[tuple[float, tuple[str, ...]]]:
    """Every way to make the last cue of the words before `end`, with its cost."""
    for begin in range(end - 1, -1, -1):
        if not (settings := list(_settings(words[begin:end]))):
            return
        before, texts = best[begin]
        cost, text = min(settings)
        yield before + _cut(words, end) + cost + _scrap(text), (*texts, text)


def _settings(words: list[str]) -> Iterable[tuple[float, str]]:
    """Every way to set words in a cue, with its cost: on one line, or on two that are about as long."""
    whole = " ".join(words)
    if len(whole) <= LINE or len(words) == 1:
        yield 0.0, whole
        return
    for at in range(1, len(words)):
        first, second = " ".join(words[:at]), " ".join(words[at:])
        if max(len(first), len(second)) <= LINE:
            yield _cut(words, at) / 2 + abs(len(first) - len(second)) / 8, f"{first}\n{second}"


def _cut(words: list[str], at: int) -> float:
    """What it costs to cut before word `at`: least after a clause, most after a word that leads on."""
    last, following = words[at - 1].lower(), words[at].lower() if at < len(words) else ""
    if not following or last[-1] in ".!?:;":
        return 0.0
    if last[-1] in ",)\u2013\u2014":
        return 2.0
    if _OPENING.fullmatch(last) or _CLINGING.fullmatch(last):
        return 14.0
    return 6.0 if _OPENING.fullmatch(following) else 10.0


def _scrap(text: str) -> float:
    """Every cue costs something, a short one more: few cues, and no word left over alone."""
    return 4.0 + max(0, LINE // 2 - len(text)) / 2


def _timestamp(seconds: float) -> str:
    whole, thousandths = divmod(round(seconds * 1000), 1000)
    return f"{whole // 3600:02}:{whole // 60 % 60:02}:{whole % 60:02}.{thousandths:03}"


def _escaped(text: str) -> str:
    return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")
