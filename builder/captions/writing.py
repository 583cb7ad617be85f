"""Writes captions as WebVTT (W3C WebVTT, 4)."""

from collections.abc import Sequence

from builder.captions.caption import Caption, clock
from builder.captions.layout import shown_name
from builder.captions.reading import Written

DRAFT = "NOTE Draft: check every line"
"""Stands above captions that a machine heard. The author takes it out."""


def as_webvtt(captions: Sequence[Caption], written: Written) -> str:
    """The whole file: what stood above the captions, each caption, what stood below them."""
    title = f"WEBVTT - {written.title}" if written.title else "WEBVTT"
    blocks = [title, *written.head]
    several = len({name for caption in captions for name, _ in caption.parts if name}) > 1
    speaker = ""
    for caption in captions:
        notes = [line for line in caption.before if line.startswith("NOTE")]
        names = [line for line in caption.before if not line.startswith("NOTE")]
        times = f"{clock(caption.start)} --> {clock(caption.end)} {caption.settings}".rstrip()
        words = []
        for name, text in caption.parts:
            words.append(_spoken(name, text, several and name not in ("", speaker)))
            speaker = name or speaker
        blocks += [*notes, "\n".join([*names[-1:], times, *words])]
    return "\n\n".join([*blocks, *written.tail]) + "\n"


def _spoken(name: str, text: str, shown: bool) -> str:
    """Words in the voice of their speaker. Her name stands before them where another spoke before: browsers do not show voices."""
    return f"<v {name}>{shown_name(name) if shown else ''}{text}" if name else text
