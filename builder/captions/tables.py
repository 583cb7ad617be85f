"""Captions that are no text with times above the words: tables and JSON of Whisper, TTML, and YouTube's XML."""

import html
import json
import re
from collections.abc import Iterator, Sequence
from typing import Any

from builder.captions.caption import Caption
from builder.captions.reading import Written
from builder.captions.tags import escaped

_TABLE = re.compile(r"^start\t+end\t+(?:speaker\t+)?text\s*$", re.IGNORECASE)
_PARAGRAPH = re.compile(r"<(?:\w+:)?p\b([^>]*)>(.*?)</(?:\w+:)?p>", re.DOTALL | re.IGNORECASE)
_ATTRIBUTE = re.compile(r"""([\w:]+)\s*=\s*["']([^"']*)["']""")
_BREAK = re.compile(r"<(?:\w+:)?br\s*/?>", re.IGNORECASE)
_OFFSET = re.compile(r"(\d+(?:\.\d+)?)(h|m|s|ms|t|f)?$")
_CLOCK = re.compile(r"(\d+):(\d\d):(\d\d)(?:([.,])(\d+)|:(\d+))?$")
_UNITS = {"h": 3600.0, "m": 60.0, "s": 1.0, "": 1.0, "ms": 0.001}
_LATEST = 1e6
"""Seconds: no film is as long, and a file may say that a number is none or has no end."""
_FRAMES = 25
"""Frames a second, where a file counts in frames and does not say how many there are."""


def read_table(lines: Sequence[str]) -> Written | None:
    """The captions of a file that is a table, JSON or XML; None for any other file."""
    begins = next((line.lstrip("\ufeff \t") for line in lines if line.strip()), "")
    read, kind = (
        (_tabs, "a table")
        if _TABLE.match(begins)
        else (_json, "a JSON file")
        if begins.startswith(("{", "["))
        else (_xml, "an XML file")
        if begins.startswith("<")
        else (None, "")
    )
    written = Written()
    written.captions = [one for one in read(lines, written) if one.parts and 0 <= one.start < _LATEST] if read else []
    if not written.captions:
        return None
    written.heard = read is not _xml
    written.note(1, f"it was {kind} and is WebVTT now")
    return written


def _caption(start: float, end: float, text: str, line: int, name: str = "") -> Caption:
    end = end if end < _LATEST else start  # it is shown for as long as it takes to read
    words = "\n".join(" ".join(part.split()) for part in text.strip().split("\n") if part.strip())
    return Caption(round(start, 3), round(end, 3), ((name, escaped(words)),) if words else (), line)


def _tabs(lines: Sequence[str], written: Written) -> Iterator[Caption]:
    """Whisper's `.tsv`: thousandths of a second. Other programs write seconds with a point."""
    rows = [(number, line.split("\t")) for number, line in enumerate(lines, 1) if "\t" in line][1:]
    unit = 1.0 if any("." in cell for _, row in rows for cell in row[:2]) else 0.001
    for number, row in rows:
        try:
            start, end = float(row[0]) * unit, float(row[1]) * unit
        except ValueError:
            continue
        yield _caption(start, end, row[-1], number, row[2].strip() if len(row) > 3 else "")


def _json(lines: Sequence[str], written: Written) -> Iterator[Caption]:
    """Whisper, faster-whisper and WhisperX (`segments`), whisper.cpp (`transcription`), YouTube (`events`)."""
    try:
        value = json.loads("\n".join(lines))
    except (ValueError, RecursionError):
        return
    whole: dict[str, Any] = value if isinstance(value, dict) else {"segments": value}
    language = (
        whole.get("language") or (whole.get("result") or {}).get("language")
        if isinstance(whole.get("result", {}), dict)
        else ""
    )
    written.language = language if isinstance(language, str) and len(language) == 2 else ""
    rows = next(
        (rows for key in ("segments", "transcription", "events") if isinstance(rows := whole.get(key), list)), []
    )
    for number, row in enumerate(rows, 1):
        if isinstance(row, dict) and (times := _times(row)):
            text = row.get("text") or "".join(
                one.get("utf8", "") for one in row.get("segs") or () if isinstance(one, dict)
            )
            name = row.get("speaker")
            yield _caption(*times, text if isinstance(text, str) else "", number, name if isinstance(name, str) else "")


def _times(row: dict[str, Any]) -> tuple[float, float] | None:
    offsets = row.get("offsets")
    try:
        if isinstance(offsets, dict):
            return float(offsets["from"]) / 1000, float(offsets["to"]) / 1000
        if "tStartMs" in row:
            start = float(row["tStartMs"]) / 1000
            return start, start + float(row.get("dDurationMs", 0)) / 1000
        return float(row["start"]), float(row["end"])
    except (KeyError, TypeError, ValueError):
        return None


def _xml(lines: Sequence[str], written: Written) -> Iterator[Caption]:
    """TTML (W3C TTML 1, also called DFXP), and what YouTube keeps: a paragraph for each caption."""
    text = "\n".join(lines)
    if found := re.search(r"""xml:lang=["']([A-Za-z-]+)["']""", text):
        written.language = found[1]
    rate = re.search(r"""(?:\w+:)?frameRate=["'](\d+)["']""", text)
    ticks = re.search(r"""(?:\w+:)?tickRate=["'](\d+)["']""", text)
    units = {**_UNITS, "f": 1 / int(rate[1] if rate else _FRAMES), "t": 1 / int(ticks[1] if ticks else 10_000_000)}
    for match in _PARAGRAPH.finditer(text):
        given = {name.rpartition(":")[2]: value for name, value in _ATTRIBUTE.findall(match[1])}
        line = text.count("\n", 0, match.start()) + 1
        said = html.unescape(re.sub(r"<[^>]*>", "", _BREAK.sub("\0", " ".join(match[2].split())))).replace("\0", "\n")
        if "t" in given and given["t"].isdigit():
            start = int(given["t"]) / 1000
            yield _caption(start, start + int(given.get("d", "0")) / 1000, said, line)
        elif (start_at := _moment(given.get("begin", ""), units)) is not None:
            end = _moment(given.get("end", ""), units)
            lasts = _moment(given.get("dur", ""), units) or 0.0
            yield _caption(start_at, start_at + lasts if end is None else end, said, line)


def _moment(text: str, units: dict[str, float]) -> float | None:
    if found := _CLOCK.match(text):
        whole = int(found[1]) * 3600 + int(found[2]) * 60 + int(found[3])
        return whole + (float(f"0.{found[5]}") if found[5] else 0.0) + int(found[6] or 0) * units["f"]
    if found := _OFFSET.match(text):
        return float(found[1]) * units[found[2] or ""]
    return None
