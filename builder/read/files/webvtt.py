"""WebVTT files: their cues, and what is wrong in them (W3C WebVTT, section 4)."""

import html
import re
from collections.abc import Iterator

from builder.model.diagnostics import Diagnostic, as_argument
from builder.model.media import Cue
from builder.model.rare_pattern import rare_pattern
from builder.read.files.source import Source

_TIMING = re.compile(r"^\s*(\S+)\s+-->\s+(\S+)(?:\s+.*)?$")
_SUBRIP = re.compile(r"^\s*\d{1,2}:\d\d:\d\d,\d{1,3}\s+-->")
"""Times as SubRip (SRT) writes them."""
_OTHER_ARROW = rare_pattern(
    r"(?P<start>(?:\d{1,2}:)?\d\d?:\d\d[.,]\d{1,3})(?P<arrow>\s*(?:[-–—−=~]+[>›»]?|[→⇒➔➜➡]\ufe0f?|to)\s*)(?P<end>(?:\d{1,2}:)?\d\d?:\d\d[.,]\d{1,3})(?=\s|$)"
)
"""Two times with another sign between them than `-->`, as an editor or a word processor makes of it."""
_NO_CAPTION = re.compile(r"(?:NOTE|STYLE|REGION)(?:\s|$)")
"""How a block begins that is no caption (W3C WebVTT, 4.1)."""
_LANG = rare_pattern(r"<lang ([\w-]+)>.*?</lang>", re.DOTALL)
_VOICE = re.compile(r"<v(?:\.[^\s>]*)?[ \t]+([^>]*)>")
_TIME = re.compile(r"^(?:(\d{2,}):)?([0-5]\d):([0-5]\d)\.(\d{3})$")


def parse_webvtt(source: Source, kind: str = "") -> tuple[tuple[Cue, ...], list[Diagnostic]]:
    """Read a WebVTT file: its cues in order, and every fault at its line. `kind` is that of its track."""
    faults: list[Diagnostic] = []
    if not re.match(r"WEBVTT(?:[ \t]|$)", source.lines[0]):
        hint = "Make the first line WEBVTT, followed by a blank line. Times have a point, not a comma: 00:00:01.000"
        what = "this is not a WebVTT file: its first line is not WEBVTT"
        if any(_SUBRIP.match(line) for line in source.lines[:4]):
            what = "this is a SubRip (SRT) file, not a WebVTT file"
            hint = "Write WEBVTT and a blank line above the first line, and a point for the comma in each time: 00:00:01.000"
            if kind == "captions":
                hint = f"Run satchel media --captions {as_argument(source.path)} to make WebVTT of it."
        return (), [source.fault("A07", 1, 1, what, hint)]
    noun = (kind or "captions").removesuffix("s")
    cues: list[Cue] = []
    number = 1
    while number < len(source.lines):
        line = source.lines[number]
        if "-->" not in line:
            begins = bool(line) and not source.lines[number - 1]
            faults += _passed_over(source, number, noun) if begins else ()
            number += 1
            continue
        start, end, fault = _times(source, number, noun)
        begun = number + 1
        text, number = _payload(source, number + 1)
        if fault:
            faults.append(fault)
            continue
        if cues and start < cues[-1].start:
            hint, message = f"Put the {noun}s in order of time.", f"this {noun} begins before the one above it"
            faults.append(source.fault("A07", number - len(text), 1, message, hint))
        payload = "\n".join(text)
        cues.append(Cue(start, end, _plain(payload), begun, _said(payload), _language(payload)))
    if not cues and not faults:
        message = f"there is no {noun} in this file"
        faults.append(source.fault("A07", 1, 1, message, "Add at least one, with its times above it."))
    return tuple(cues), faults


def _passed_over(source: Source, index: int, noun: str) -> Iterator[Diagnostic]:
    """Report words that players pass over, since no times stand above them (W3C WebVTT, 6.1); a block begins at `index`."""
    end = next((n for n in range(index, len(source.lines)) if not source.lines[n]), len(source.lines))
    block = source.lines[index:end]
    if _NO_CAPTION.match(block[0]) or any("-->" in line for line in block):
        return
    joined = [(number, match) for number, line in enumerate(block, index + 1) if (match := _OTHER_ARROW.match(line))]
    for number, match in joined:
        message = f"“{match['arrow'].strip()}” does not join the times of a {noun}, so players pass over this one"
        mended = " --> ".join(match[end].replace(",", ".") for end in ("start", "end"))
        fix = (match[0], mended) if all(_seconds(time) is not None for time in mended.split(" --> ")) else None
        yield source.fault("A07", number, 1, message, f"Write: {mended}", len(match[0]), fix)
    if not joined and any(any(map(str.isalpha, line)) for line in block):
        message = "no times stand directly above these words, so players pass over them"
        hint = "Delete the empty line above them, or write times there. What is for you alone begins with NOTE."
        yield source.fault("A07", index + 1, 1, message, hint, len(block[0]))


def _times(source: Source, index: int, noun: str) -> tuple[float, float, Diagnostic | None]:
    line = source.lines[index]
    match = _TIMING.match(line)
    times = [_seconds(part) for part in match.groups()] if match else []
    if not match or None in times:
        column = 1
        wrong = line.strip()
        if match:
            group = 1 if times[0] is None else 2
            column, wrong = match.start(group) + 1, match[group]
        mended = re.sub(r"(\d{2}),(\d{3})", r"\1.\2", wrong)
        known = _seconds(mended) is not None
        hint = f"Write it as {mended}." if known else "Write both times, such as 00:00:01.000 --> 00:00:04.000"
        message, fix = f"{wrong[:40]} is not a time as WebVTT writes it", (wrong, mended) if known else None
        return 0, 0, source.fault("A07", index + 1, column, message, hint, len(wrong), fix)
    start, end = times
    assert start is not None and end is not None
    if end <= start:
        return (
            start,
            end,
            source.fault(
                "A07", index + 1, 1, f"this {noun} ends before it begins", "Correct its second time.", len(line)
            ),
        )
    return start, end, None


def _seconds(text: str) -> float | None:
    match = _TIME.match(text)
    if not match:
        return None
    hours, minutes, seconds, thousandths = match.groups()
    return int(hours or 0) * 3600 + int(minutes) * 60 + int(seconds) + int(thousandths) / 1000


def _payload(source: Source, index: int) -> tuple[list[str], int]:
    """The words of a cue; the times of another end them, also without an empty line between (WebVTT 6.1).

    A line of spaces is not empty: YouTube writes one above the words.
    """
    text: list[str] = []
    while index < len(source.lines) and source.lines[index] and "-->" not in source.lines[index]:
        text.append(source.lines[index])
        index += 1
    return text, index


def _said(text: str) -> tuple[tuple[str, str], ...]:
    """Each speaker with her words (W3C WebVTT, 4.2.2, voice spans); empty where no speaker is named."""
    before, *spans = _VOICE.split(text)
    parts = [("", before), *zip(map(html.unescape, spans[::2]), spans[1::2], strict=True)]
    return tuple((" ".join(name.split()), words) for name, part in parts if (words := _plain(part))) if spans else ()


def _language(text: str) -> str:
    """The language that all words of a cue are marked with (W3C WebVTT, 4.2.2, language spans); empty for none."""
    marked = _LANG.search(text) if "<lang " in text else None
    return marked[1] if marked and not _plain(_LANG.sub("", text)) else ""


def _plain(text: str) -> str:
    return html.unescape(re.sub(r"<[^>]*>", "", text)).strip()
