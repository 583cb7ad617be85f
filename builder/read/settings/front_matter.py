"""The settings between two lines of dashes at the top of a file."""

import re
from collections.abc import Sequence

from builder.model.diagnostics import Diagnostic, Edit
from builder.model.rare_pattern import rare_pattern
from builder.read.files.source import Source
from builder.read.settings.keys import MODULE_KEYS
from builder.read.settings.yaml_spans import Settings, read_yaml

_DASHES = "---"
_CLOSING = (_DASHES, "...")
_NEAR = re.compile(r"(?!-$|---$)[-–—−]+|={3,}|_{3,}|\*{3,}|- - -")
"""Lines that were meant as three dashes; an editor may have made a long one of them."""
_OF_A_MODULE = rare_pattern(rf"(?:{'|'.join(key.name for key in MODULE_KEYS)})\s*:")
_OF_SETTINGS = re.compile(r"\s*$|\s+\S|[A-Za-z][\w -]*?\s*:|- |#(?!#)")
"""A line as settings have them: one that is empty or indented, a key, an entry, a comment."""


def read_front_matter(source: Source) -> tuple[Settings, int, list[Diagnostic]]:
    """The settings, the number of the first line below them, and what is wrong with them as YAML.

    What is meant as front matter and begins or ends otherwise is reported, and read as it was meant.
    """
    begin, faults = _begin(source)
    if not begin:
        return Settings(), 1, []
    near = _near_end(source.lines, begin)
    end = next((n for n, line in enumerate(source.lines[begin:], begin + 1) if line.rstrip() in _CLOSING), 0)
    if near and (not end or near < end):
        faults.append(_fault(source, near, "is closed by"))
        end = near
    if not end:
        hint = "Put a line --- below the last `key: value`."
        faults.append(source.fault("STR-010", begin, 1, "the front matter is never closed", hint, 3))
        return Settings(), len(source.lines) + 2, faults  # one more than below a closing line that is the last
    settings = read_yaml(source, begin + 1, end - 1)
    if settings.diagnostics and (text := _first_text(source.lines, begin, end)):
        message, hint = "this is not a setting, and the front matter is not closed above it", "Put a line --- above it."
        fix = source.swap(text, 1, "", "---\n")
        faults.append(source.fault("STR-010", text, 1, message, hint, len(source.lines[text - 1]), fix))
        settings = read_yaml(source, begin + 1, text - 1)
        return settings, text, [*faults, *settings.diagnostics]
    return settings, end + 1, [*faults, *settings.diagnostics]


def _begin(source: Source) -> tuple[int, list[Diagnostic]]:
    """The number of the line that opens front matter, 0 when there is none; and what is wrong with it."""
    lines = source.lines
    if lines[0].rstrip() == _DASHES:
        return 1, []
    begin = next((n for n, line in enumerate(lines, 1) if line.strip()), 0)
    mark = lines[begin - 1].strip()
    if not begin or not (mark == _DASHES or _NEAR.fullmatch(mark)) or begin == len(lines):
        return 0, []
    if not _OF_A_MODULE.match(lines[begin]) or not _is_closed(lines, begin):
        return 0, []
    if begin > 1 and mark == _DASHES:
        message = "this empty line stands above the front matter, which makes it text"
        hint, fix = "Delete it: the first line of the file is ---", Edit(source.path, 1, 1, begin, 1, "")
        return begin, [source.fault("STR-010", 1, 1, message, hint, fix=fix)]
    return begin, [_fault(source, begin, "begins with")]


def _fault(source: Source, number: int, how: str) -> Diagnostic:
    line = source.lines[number - 1].rstrip()
    other = "has a space before it" if line.strip() == _DASHES else f"is {line.strip()}"
    message = f"front matter {how} a line of three dashes, and this {other}"
    return source.fault("STR-010", number, 1, message, "Write: ---", len(line), (line, _DASHES))


def _is_closed(lines: Sequence[str], begin: int) -> bool:
    end = next((line.strip() for line in lines[begin:] if not _OF_SETTINGS.match(line) or line.strip() == _DASHES), "")
    return end in _CLOSING or bool(_NEAR.fullmatch(end))


def _near_end(lines: Sequence[str], begin: int) -> int:
    """The number of the first line that is no setting, when it was meant to close them; otherwise 0."""
    for number, line in enumerate(lines[begin:], begin + 1):
        if _NEAR.fullmatch(line.rstrip()) or line.strip() == _DASHES != line.rstrip():
            return number
        if not _OF_SETTINGS.match(line):
            return 0
    return 0


def _first_text(lines: Sequence[str], begin: int, end: int) -> int:
    """The number of the first line below an empty one that is no setting; 0 when there is none."""
    for number in range(begin + 2, end):
        line = lines[number - 1]
        if not _OF_SETTINGS.match(line) and (not lines[number - 2].strip() or line.startswith("##")):
            return number
    return 0
