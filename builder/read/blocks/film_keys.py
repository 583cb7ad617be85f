"""The list below a film's link: one thing that belongs to it a line, as `- key: value`."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, field

from builder.did_you_mean import did_you_mean
from builder.model.rare_pattern import rare_pattern
from builder.read.blocks.film_pauses import FORM, begins_pause
from builder.read.files.place import Place
from builder.read.list_signs import BULLET
from builder.read.markdown.context import Context
from builder.read.markdown.lines import Line, Node

KEYS = (
    "captions", "transcript", "descriptions", "described", "chapters", "sign", "poster", "original", "watched", "frame",
)  # fmt: skip
"""What a film may have."""

_MEANT = {
    **dict.fromkeys(("subtitles", "subtitle", "closed captions", "cc", "capsiynau", "isdeitlau", "napisy"), "captions"),
    **dict.fromkeys(("audio description", "audio-description", "ad", "audiodescription"), "described"),
    **dict.fromkeys(("sign language", "sign-language", "signed", "bsl"), "sign"),
    **dict.fromkeys(("thumbnail", "still", "cover", "image"), "poster"),
    **dict.fromkeys(("trawsgrifiad", "text"), "transcript"),
    "penodau": "chapters",
}
"""What authors call a key by another word."""
_LATEST = 200
"""Diagnostics that may be about the same film."""
_VALUE = rare_pattern(r":[ \t]*(?:<?\S+\.\w{2,4}>?|not[ -]needed\b.*|\d+ ?%.*)[ \t]*$", re.IGNORECASE)
"""What stands behind a key that is meant: a file, a share, or that none is needed."""
NO_FILE = rare_pattern(
    r"(?:none|nil|no(?:t (?:required|necessary|applicable|available))?|n/?a|unnecessary|tb[ac]|to ?do|dim|немає|[-–—?]+)(?: needed| required)?(?![\w./-])",
    re.IGNORECASE,
)
"""What authors write where there is no file."""
HEARD = ("captions", "transcript", "chapters", "watched")
"""What a recording may have, which is heard alone."""

_LINKED = rare_pattern(r"!?\[[^\[\]]*\]\(<?([^()<>]+?)>?\)")
"""A file in a link of markdown, as the film itself is named."""
_KEY = re.compile(r"^([A-Za-z][\w -]*?)\s*:\s*(.*)$")


@dataclass(slots=True)
class FilmValue:
    """What stands behind a key, and where."""

    text: str
    place: Place


@dataclass(slots=True)
class FilmKeys:
    """The values of each key; only captions may have several."""

    values: dict[str, list[FilmValue]] = field(default_factory=dict)
    pauses: list[Line] = field(default_factory=list)
    """Lines that name a time in place of a key."""

    def first(self, key: str) -> FilmValue | None:
        """The value of a key; None when the film has none."""
        return self.values[key][0] if key in self.values else None


def take_loose_keys(link: Node | None, context: Context) -> list[Line]:
    """Take lines such as `captions: media/film.vtt` off the link above them: they lack their dash, and are read as if they had it."""
    keys = [line for line in (link.lines[1:] if link else ()) if _is_key(_bare(line))]
    for line in keys:
        _no_dash(line, context)
    if link:
        link.lines = [line for line in link.lines if line not in keys]
    return [_bare(line) for line in keys]


def loose_list(node: Node) -> list[Line]:
    """The lines of a paragraph all of which are keys without a dash; none for other words, also such as `Captions: they help`."""
    lines = node.lines if node.kind == "paragraph" else []
    return lines if all(_is_key(_bare(line)) for line in lines) and any(map(_is_meant, lines)) else []


def take_list(node: Node, context: Context) -> list[Line]:
    """The lines of a loose list without their signs; each is reported."""
    for line in node.lines:
        _no_dash(line, context)
    return [_bare(line) for line in node.lines]


def _no_dash(line: Line, context: Context) -> None:
    """Report a key without its dash, unless the lists of prose did."""
    place = line.place().span()
    latest = context.diagnostics[-_LATEST:]
    if any(d.rule == "STR-045" and (d.span.path, d.span.line) == (place.path, place.line) for d in latest):
        return
    bare = _bare(line).text
    message, hint = "each line of a film's list begins with a dash", f"Write: - {bare}"
    context.fault("MED-002", line.place(), message, hint, len(line.text), (line.text, f"- {bare}"))


def _is_meant(line: Line) -> bool:
    """Whether a line has the sign of a list, or says what a key of a film says."""
    return bool(BULLET[False].match(line.text)) or bool(_VALUE.search(line.text))


def _is_key(line: Line) -> bool:
    key = _KEY.match(line.text)
    paused = begins_pause(line.text) and any(map(str.isdigit, line.text))
    return paused or (key is not None and key[1].lower() in KEYS)


def _bare(line: Line) -> Line:
    """A line without a sign of a word processor before it: the lists of prose report it."""
    sign = BULLET[False].match(line.text)
    return line.cut(sign.end()) if sign else line


def read_keys(rows: Node | None, loose: Sequence[Line], noun: str, context: Context) -> FilmKeys:
    """What belongs to a film or a recording (`noun`), of the list below its link and of lines that lack their dash."""
    keys = FilmKeys()
    for item in rows.children if rows else []:
        for number, child in enumerate(item.children):
            if number == 0 and child.kind == "paragraph":
                for line in child.lines:
                    _key(_bare(line), keys, noun, context)
            else:
                message = f"this is indented under a line of the {noun}'s list, where it would not be shown"
                context.fault("MED-002", child.place(), message, "Begin it at the margin.")
    for line in loose:
        _key(line, keys, noun, context)
    return keys


def _key(line: Line, keys: FilmKeys, noun: str, context: Context) -> None:
    known = HEARD if noun == "recording" else KEYS
    match = _KEY.match(line.text)
    if begins_pause(line.text):
        keys.pauses.append(line)
        return
    if not match:
        message, hint = (
            "this line has no key",
            f"Write - key: value. Keys are {', '.join(known)}; a pause for thought is {FORM}.",
        )
        if _LINKED.fullmatch(line.text.strip()):
            message = f"the list of a {noun} says what belongs to it, and this is a link"
            hint = f"Write the link of the {noun} alone on its line below the heading, without a dash. Give each {noun} a heading of its own."
        context.fault("MED-002", line.place(), message, hint, len(line.text))
        return
    key = match[1].lower()
    if key not in known:
        near = _MEANT.get(key, "") if _MEANT.get(key) in known else did_you_mean(key, known)
        hint = f'Did you mean "{near}"?' if near else f"Known here: {', '.join(known)}, at."
        fix = (match[1], near) if near and near not in keys.values else None
        message = f'"{match[1]}" is not a key of a {noun}'
        context.fault("MED-002", line.place(), message, hint, len(match[1]), fix)
        if not near or near in keys.values:
            return
        key = near  # read as it was meant, so that the film is not told to lack it
    value = FilmValue(match[2].strip(), line.place(match.start(2)))
    if key != "original" and (linked := _LINKED.fullmatch(value.text)):
        message, hint = f'"{key}" names a file by itself, not in a link', f"Write: - {key}: {linked[1]}"
        context.fault("MED-002", value.place, message, hint, len(value.text), (value.text, linked[1]))
        value.text = linked[1]
    if not value.text:
        context.fault(
            "MED-002",
            line.place(),
            f'"{key}" has no value',
            f"Write it after the colon: - {key}: ...",
            len(key),
        )
        return
    if key in keys.values and key != "captions":
        first = keys.values[key][0].place.line
        context.fault(
            "MED-002",
            line.place(),
            f'"{key}" is written twice; the first is on line {first}',
            "Keep one of them.",
            len(key),
        )
        return
    keys.values.setdefault(key, []).append(value)


def note_near_reason(value: FilmValue, end: int, context: Context) -> None:
    """MED-002: words such as `none` in place of `not needed` and a reason."""
    reason = value.text[end:].strip(' :,;()–—-"“”')
    message = f'"{value.text[:end].strip()}" is no file of audio description'
    hint = f"Write: - descriptions: not needed ({reason or 'only the speaker is shown'})"
    hint += "" if reason else " , if that is so, or name a .vtt file."
    fix = (value.text, f"not needed ({reason})") if reason else None
    context.fault("MED-002", value.place, message, hint, len(value.text), fix)


def is_no_file(value: FilmValue, context: Context) -> bool:
    """Report a value such as `none`, which names no file; gives whether it is one."""
    told = bool(NO_FILE.fullmatch(value.text))
    if told:
        message, hint = f'"{value.text}" names no file', "Name the file, or delete this line."
        context.fault("MED-002", value.place, message, hint, len(value.text))
    return told
