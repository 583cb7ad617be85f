"""Reads WebVTT, SubRip (.srt) and YouTube's .sbv: each caption as it stands, out of order or without words too."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, field, replace

from builder.captions.caption import Caption, Change
from builder.captions.tags import parts_of

_TIME = r"(?:\d{1,3}[:.])?\d{1,2}:\d{1,2}(?:[.,:]\d{1,3})?"
_TIMES = re.compile(rf"^\s*({_TIME})\s*(?:-{{1,2}}>|–>|—>|→)\s*({_TIME})[ \t]*(.*?)\s*$")
_PARTS = re.compile(r"(?:(\d{1,3})[:.])?(\d{1,2}):(\d{1,2})(?:[.,:](\d{1,3}))?")
_FRAMED = re.compile(r"\d{1,3}:\d{1,2}:\d{1,2}:(\d{2})(?!\d)")
"""A time that ends in frames, as cutting programs write it."""
_SBV = re.compile(r"^\s*(\d{1,2}:\d\d:\d\d\.\d{1,3})\s*,\s*(\d{1,2}:\d\d:\d\d\.\d{1,3})()\s*$")
_NUMBER = re.compile(r"^\s*\d+\s*$")
_MACHINE_ID = re.compile(r"^\s*(?:\d+|[0-9a-fA-F]{8}-[0-9a-fA-F-]{20,}\S*)\s*$")
"""A number, or what Teams writes: `1b671a64-40d5-491e-99b0-da01ff1f3341/14-0`."""
_MACHINE_NOTE = re.compile(r"^NOTE\s+(?:confidence|duration|language|recognizability|created)\b", re.IGNORECASE)
_HEADER = re.compile(r"^(?:Kind|Language|X-TIMESTAMP-MAP)\s*[:=]", re.IGNORECASE)
_KEPT = ("NOTE", "STYLE", "REGION")


@dataclass(slots=True)
class Written:
    """A file of captions as it stands."""

    captions: list[Caption] = field(default_factory=list)
    changes: list[Change] = field(default_factory=list)
    head: list[str] = field(default_factory=list)
    """Notes, styles and regions above the first caption, as WebVTT has them."""
    tail: list[str] = field(default_factory=list)
    """Notes below the last caption."""
    title: str = ""
    """What stands behind WEBVTT in the first line."""
    language: str = ""
    """BCP 47 tag, where the file says it."""
    heard: bool = False
    """Whether a machine wrote down what it heard, and nobody has looked at it since."""
    rate: int = 0
    """Frames a second, where its times end in frames; 0 where they end in parts of a second."""

    def note(self, line: int, words: str) -> None:
        """Remember what was changed; `line` counts from 1."""
        self.changes.append(Change(line, words))


def read_captions(lines: Sequence[str]) -> Written:
    """Read the lines of a file; without any caption when it has no times."""
    written = Written()
    _count_frames(lines, written)
    start = _head(lines, written)
    loose: list[tuple[int, str]] = []
    number = start
    while number < len(lines):
        times = _TIMES.match(lines[number]) or _SBV.match(lines[number])
        if times is None:
            loose.append((number, lines[number]))
            number += 1
            continue
        before = _before(loose, written)
        loose = []
        number = _caption(lines, number, times, before, written)
    written.tail = _notes(_blocks(loose), written)
    return written


def _count_frames(lines: Sequence[str], written: Written) -> None:
    """Whether all times end in frames (`00:00:01:12`), and how many a second has: no file says it."""
    timed = [line for line in lines if _TIMES.match(line)]
    frames = [int(number) for line in timed for number in _FRAMED.findall(line)]
    if timed and len(frames) == 2 * len(timed):
        written.rate = next(rate for rate in (25, 30, 60, 100) if max(frames) < rate)
        written.note(
            1, f"its times count frames: they were read at {written.rate} a second, so look at the last captions"
        )


def _head(lines: Sequence[str], written: Written) -> int:
    """Read the first line and what belongs to it; gives the line from which captions may begin."""
    first = next((number for number, line in enumerate(lines) if line.strip()), len(lines))
    if first == len(lines) or not lines[first].lstrip().upper().startswith("WEBVTT"):
        kind = "a file of YouTube (.sbv)" if any(map(_SBV.match, lines)) else "a SubRip file (.srt)"
        if any(map(_TIMES.match, lines)) or any(map(_SBV.match, lines)):
            written.note(1, f"it was {kind} and is WebVTT now: WEBVTT is its first line")
        return 0
    written.title = lines[first].strip()[6:].strip(" \t-")
    number = first + 1
    while number < len(lines) and lines[number].strip() and not _TIMES.match(lines[number]):
        if found := re.match(r"Language\s*:\s*([A-Za-z-]+)", lines[number]):
            written.language = found[1]
        if not _HEADER.match(lines[number]) and number + 1 < len(lines) and _TIMES.match(lines[number + 1]):
            break
        written.note(number + 1, "lines below WEBVTT are gone: only blank ones may stand there")
        number += 1
    return number


def _before(loose: Sequence[tuple[int, str]], written: Written) -> tuple[str, ...]:
    """What stands above the times of a caption: notes, an identifier, words that belong to the one above."""
    blocks = _blocks(loose)
    name = ""
    if loose and loose[-1][1].strip() and not blocks[-1][0][1].startswith(_KEPT):
        *words, (number, last) = blocks.pop()
        if words and not _NUMBER.match(last):
            words.append((number, last))  # the last of several lines is no identifier
        elif not _MACHINE_ID.match(last):
            name = last.strip()
        elif not _NUMBER.match(last):
            written.note(number + 1, "identifiers that a machine gave are gone")
        blocks += [words] if words else []
    notes = _notes(blocks, written)
    if not written.captions:
        written.head = [note for note in notes if "a11y-ok" not in note]
        notes = [note for note in notes if "a11y-ok" in note]
    return (*notes, name) if name else tuple(notes)


def _blocks(loose: Sequence[tuple[int, str]]) -> list[list[tuple[int, str]]]:
    """Lines with their numbers, apart where blank lines stand."""
    blocks: list[list[tuple[int, str]]] = [[]]
    for number, line in loose:
        if line.strip():
            blocks[-1].append((number, line.rstrip()))
        elif blocks[-1]:
            blocks.append([])
    return [block for block in blocks if block]


def _notes(blocks: Sequence[Sequence[tuple[int, str]]], written: Written) -> list[str]:
    """The blocks of WebVTT that are kept, each as one text; words go to the caption above."""
    notes: list[str] = []
    for block in blocks:
        text = "\n".join(line for _, line in block)
        if _MACHINE_NOTE.match(text):
            written.note(block[0][0] + 1, "notes that a machine wrote for machines are gone")
        elif _MACHINE_ID.match(text):
            continue  # the number of a caption, with a blank line between it and the times
        elif text.startswith(_KEPT):
            notes.append(text)
        elif written.captions:
            above = written.captions[-1]
            written.captions[-1] = replace(above, parts=(*above.parts, *parts_of(text)))
            written.note(block[0][0] + 1, "words without a time belong to the caption above them now")
        else:
            written.note(block[0][0] + 1, f"words above the first caption are gone: {text[:60]}")
    return notes


def _caption(lines: Sequence[str], number: int, times: re.Match[str], before: tuple[str, ...], written: Written) -> int:
    """Read a caption from its times on; gives the line behind it."""
    start, end = (_seconds(times[place], written.rate) for place in (1, 2))
    if "," in times[1] + times[2]:
        written.note(number + 1, "times have a point in place of a comma")
    text: list[str] = []
    at = number + 1
    while at < len(lines) and not _ends(lines, at):
        text.append(lines[at].strip())
        at += 1
    raw = "\n".join(text)
    settings = times[3]
    if "align:start position:0%" in settings or re.search(r"\b[XY]\d:", settings):
        written.note(number + 1, "places in the picture that suit one player alone are gone")
        settings = ""
    parts = parts_of(raw)
    if re.search(r"<\d\d:\d\d:[\d.]+><c>", raw):
        written.heard = True
    if "<c" in raw or re.search(r"<\d\d:", raw):
        written.note(number + 2, "times and classes within words are gone")
    if re.search(r"</?font|\{\\", raw):
        written.note(number + 2, "colours and places of SubRip are gone")
    written.captions.append(Caption(start, end, parts, number + 1, before, settings))
    return at


def _ends(lines: Sequence[str], at: int) -> bool:
    """Whether a line is no more of a caption's words: a blank one, or the times of the next caption, or its number.

    YouTube writes a line of one space amid the words, which ends a caption neither there nor in WebVTT.
    """
    if not lines[at].strip():
        return not (lines[at] and at + 1 < len(lines) and lines[at + 1].strip() and not _ends(lines, at + 1))
    if _TIMES.match(lines[at]) or _SBV.match(lines[at]):
        return True
    return bool(_MACHINE_ID.match(lines[at])) and at + 1 < len(lines) and bool(_TIMES.match(lines[at + 1]))


def _seconds(text: str, rate: int) -> float:
    match = _PARTS.fullmatch(text)
    assert match  # _TIMES and _SBV have nothing else
    hours, minutes, seconds, fraction = match.groups()
    whole = int(hours or 0) * 3600 + int(minutes) * 60 + int(seconds)
    return whole + (int(fraction or 0) / rate if rate else int(f"{fraction or 0:<03}"[:3]) / 1000)
