"""The list below a film's link: one thing that belongs to it a line, as `- key: value`."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, field

from builder.did_you_mean import did_you_mean
from builder.read.files.place import Place
from builder.read.markdown.context import Context
from builder.read.markdown.lines import Line, Node

KEYS = ("captions", "transcript", "descriptions", "described", "chapters", "sign", "poster", "original", "watched")
"""What a film may have."""

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

    def first(self, key: str) -> FilmValue | None:
        """The value of a key; None when the film has none."""
        return self.values[key][0] if key in self.values else None


def take_loose_keys(link: Node | None, context: Context) -> list[Line]:
    """Take lines such as `captions: media/film.vtt` off the link above them: they lack their dash, and are read as if they had it."""
    keys = [
        line for line in (link.lines[1:] if link else ()) if (key := _KEY.match(line.text)) and key[1].lower() in KEYS
    ]
    for line in keys:
        message = "each line of a film's list begins with a dash"
        hint, fix = f"Write: - {line.text}", (line.text, f"- {line.text}")
        context.fault("MED-002", line.place(), message, hint, len(line.text), fix)
    if link:
        link.lines = [line for line in link.lines if line not in keys]
    return keys


def read_keys(rows: Node | None, loose: Sequence[Line], context: Context) -> FilmKeys:
    """What belongs to a film, of the list below its link and of lines that lack their dash."""
    keys = FilmKeys()
    for item in rows.children if rows else []:
        for number, child in enumerate(item.children):
            if number == 0 and child.kind == "paragraph":
                for line in child.lines:
                    _key(line, keys, context)
            else:
                message = "this is indented under a line of the film's list, where it would not be shown"
                context.fault("MED-002", child.place(), message, "Begin it at the margin.")
    for line in loose:
        _key(line, keys, context)
    return keys


def _key(line: Line, keys: FilmKeys, context: Context) -> None:
    match = _KEY.match(line.text)
    if not match:
        hint = f"Write - key: value. Keys are {', '.join(KEYS)}."
        context.fault("MED-002", line.place(), "this line has no key", hint, len(line.text))
        return
    key = match[1].lower()
    if key not in KEYS:
        near = did_you_mean(key, KEYS)
        hint = f'Did you mean "{near}"?' if near else f"Known here: {', '.join(KEYS)}."
        fix = (match[1], near) if near and near not in keys.values else None
        message = f'"{match[1]}" is not a key of a film'
        context.fault("MED-002", line.place(), message, hint, len(match[1]), fix)
        if not near or near in keys.values:
            return
        key = near  # read as it was meant, so that the film is not told to lack it
    value = FilmValue(match[2].strip(), line.place(match.start(2)))
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
