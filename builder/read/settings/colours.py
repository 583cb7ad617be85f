"""Colours in settings that were written another way than `"#7a1f5c"`: what was meant."""

import re

from builder.model.diagnostics import Diagnostic
from builder.model.look.colour import FOR_WORDS, LIGHT_PAPERS, least_contrast
from builder.model.rare_pattern import rare_pattern
from builder.read.files.source import Source
from builder.read.settings.keys import as_colour
from builder.read.settings.yaml_spans import Path, Settings

_HEX = rare_pattern(r"\W*(?:([0-9a-f]{6})(?:[0-9a-f]{2})?|([0-9a-f]{3}))\W*", re.IGNORECASE)
"""Three digits, or six with those of transparency behind them (css-color-4, 5.2)."""
_RGB = rare_pattern(r"rgba?\( ?(\d{1,3})[ ,]+(\d{1,3})[ ,]+(\d{1,3})\b", re.IGNORECASE)
EXAMPLE = 'Write # and six digits between quotation marks, for example: accent: "#7a1f5c"'
"""The hint where nobody can tell which colour was meant."""
_COMMENT = rare_pattern(r":\s*(#[0-9A-Fa-f]{3,8})(?!\w)")


def _is_empty(values: object, path: Path) -> bool:
    """Whether a key has no value."""
    for name in path:
        values = values.get(name, "") if isinstance(values, dict) else ""
    return values is None


def near_colour(text: str) -> str:
    """The colour that was meant by `7a1f5c`, `#7a1f5cff`, or `rgb(122, 31, 92)`; empty when nobody can tell."""
    if match := _RGB.search(text):
        return "#" + "".join(f"{min(255, int(channel)):02x}" for channel in match.groups())
    match = _HEX.fullmatch(text)
    return f"#{(match[1] or match[2]).lower()}" if match else ""


def is_dark(colour: str) -> bool:
    """Whether a colour, written with six digits or three, stands out from the paper of the page."""
    return bool(colour) and least_contrast(as_colour(colour), LIGHT_PAPERS) >= FOR_WORDS


def taken_for_a_comment(settings: Settings, source: Source, path: Path) -> list[Diagnostic]:
    """A colour without quotation marks, of which YAML sees nothing (YAML 1.2, 6.6)."""
    if path not in settings.keys or not _is_empty(settings.values, path):
        return []
    key = path[-1]
    line, _ = settings.place(path, of_key=True)
    match = _COMMENT.search(source.lines[line - 1])
    if not match:
        return []
    message = f'YAML takes what begins with # for a comment unless it is in quotation marks, so "{key}" has no value'
    meant = near_colour(match[1])
    hint = f'Write: {key}: "{meant}"' if meant else EXAMPLE
    fix = (match[1], f'"{meant}"') if is_dark(meant) else None
    return [source.fault("STR-008", line, match.start(1) + 1, message, hint, len(match[1]), fix)]
