"""Names of speakers, put into the captions that learners see."""

import re

_VOICE = re.compile(r"<v(?:\.[^\s>]*)?[ \t]+([^>]*)>")
"""Where a speaker begins (W3C WebVTT, 4.2.2)."""


def named_voices(webvtt: str) -> str:
    """A caption file that says in words who speaks, wherever that changes: browsers do not show `<v Ann>` (WCAG 2.2, 1.2.2).

    A file with one speaker stays as it is, and so does a caption that begins with its name already.
    """
    if len({_name(found) for found in _VOICE.finditer(webvtt)}) < 2:
        return webvtt
    shown, before = [], ""
    for block in webvtt.split("\n\n"):
        pieces, end = [], 0
        for voice in _VOICE.finditer(block):
            name = _name(voice)
            pieces.append(block[end : voice.end()])
            if name != before and not block.startswith(f"{name}:", voice.end()):
                pieces.append(f"{name}: ")
            before, end = name, voice.end()
        if not pieces and "-->" in block:
            before = ""  # nobody knows who says this, so whoever speaks next is named
        shown.append("".join([*pieces, block[end:]]))
    return "\n\n".join(shown)


def _name(voice: re.Match[str]) -> str:
    return " ".join(voice[1].split())
