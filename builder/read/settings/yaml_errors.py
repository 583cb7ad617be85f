"""Faults of YAML in the words of an author, at the line where they are.

The parser tells where it gave up, which is often below the fault; and it knows nothing of what authors mean. So, once
it gave up, the lines are looked at one by one.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from builder.model.rare_pattern import rare_pattern
from builder.read.list_signs import BULLETS, DASHES
from builder.read.settings.keys import COURSE_KEYS, FORM_KEYS, FORM_QUESTION_KEYS, MODULE_KEYS, PERSON_KEYS

# The patterns are compiled once there is a fault.
_KEY = r"^(?P<lead>\s*(?:- +)*)(?P<key>[A-Za-z][\w -]*?)\s*:(?P<value>.*)$"
_ENTRY = r"^(?P<lead>\s*- +)(?P<value>.*)$"
_NO_COLON = r"^(?P<key>[A-Za-z][\w-]*)\s*(?:[=：;；]+|[-–—>]+(?=\s))?\s*(?P<value>.*)$"
_BLOCK = r"^[|>][-+\d]{0,2}\s*(?:#.*)?$"
_WHOLE = {
    '"': r'^"(?:[^"\\]|\\.)*"\s*(?:#.*)?$',
    "'": r"^'(?:[^']|'')*'\s*(?:#.*)?$",
    "[": r"^\[[^\[\]]*\]\s*(?:#.*)?$",
    "{": r"^\{[^{}]*\}\s*(?:#.*)?$",
}
_CLOSING = {'"': '"', "'": "'", "[": "]", "{": "}"}
_OTHER_USE = "*&!%@`|>"
_OTHER_STARTS = rare_pattern(r"[-?](?=[ \t])|[,\]}]")
"""Further beginnings of a value that mean something else."""
_ESCAPE = rare_pattern(
    r'(?<!\\)(?:\\\\)*\\(?![0abtnvfre "/\\N_LP]|x[0-9a-fA-F]{2}|u(?![dD][89a-fA-F])[0-9a-fA-F]{4}|U[0-9a-fA-F]{8}|$)'
)
"""A backslash between double quotes that begins no character (YAML 1.2, 5.7)."""
_ODD_SPACE = rare_pattern(r"[\u00a0\u2000-\u200b\u202f\u3000]+\s*")
_LONGEST = 80
"""Characters of a value that a hint repeats."""
OTHER_ENTRY = re.compile(rf"\s*(?:[{DASHES}{BULLETS}]\s*|-(?=[^\W\d_]))(?=\w)")
"""A line that was meant as an entry of a list."""
NO_ENTRY = "an entry of a list begins with a dash and a space"
_KNOWN = frozenset(key.name for key in (*COURSE_KEYS, *MODULE_KEYS, *PERSON_KEYS, *FORM_KEYS, *FORM_QUESTION_KEYS))
_TAKE_LISTS = frozenset({"keywords", "people", "questions", "options", "presenters", "needs", "fonts", "completion"})
"""Keys that take a list."""
_COLON = "a value with a colon in it needs quotes round it"


@dataclass(frozen=True, slots=True)
class YamlFault:
    """A line that cannot be read, and why."""

    line: int
    """Index of the line, from 0."""
    column: int
    """Index of the character, from 0."""
    message: str
    """What is wrong."""
    hint: str
    """What to write instead."""
    start: int = 0
    """Index of the first character that is to be replaced, from 0."""
    old: str = ""
    """What is written there."""
    new: str = ""
    """What to write there; empty when the author must choose."""


def find_fault(lines: Sequence[str]) -> YamlFault | None:
    """The first line that is no `key: value` as an author means it; None when each of them looks well."""
    inside = -1
    above = ""
    seen: set[str] = set()
    for number, line in enumerate(lines):
        body = line.strip()
        if not body or body.startswith("#"):
            continue
        indent = len(line) - len(line.lstrip())
        if inside >= 0 and indent > inside:
            continue
        inside = -1
        if fault := _fault(number, line, above, seen):
            return fault
        match = re.match(_KEY, line)
        seen |= {match["key"].lower()} if match else set()
        if match and re.match(_BLOCK, match["value"].strip()):
            inside = indent
        above = line
    return None


def _fault(number: int, line: str, above: str, seen: set[str]) -> YamlFault | None:
    lead = line[: len(line) - len(line.lstrip())]
    if "\t" in lead:
        return YamlFault(number, 0, "YAML does not allow tabs at the start of a line", "Use spaces instead of the tab.")
    key_above = re.match(_KEY, above)
    listed = OTHER_ENTRY.match(above) or re.match(_ENTRY, above) or (key_above and not key_above["value"].strip())
    if listed and (sign := OTHER_ENTRY.match(line)):
        hint = f"Write: - {line[sign.end() :].strip()[:_LONGEST]}"
        return YamlFault(number, len(lead), NO_ENTRY, hint, len(lead), line[len(lead) : sign.end()], "- ")
    match = re.match(_KEY, line)
    if match is None:
        if entry := re.match(_ENTRY, line):
            return _value(number, line, entry.start("value"), entry["lead"].strip() + " ")
        if bare := re.match(_NO_COLON, line):
            at, message = bare.end("key"), "there is no colon after the key"
            if bare["key"].lower() in seen or (bare["key"].lower() not in _KNOWN and re.match(_KEY, above)):
                hint = f"Write each setting as `key: value`. Words that go on with the line above begin with two spaces:   {line[:_LONGEST]}"
                return YamlFault(number, at, message, hint)
            if bare["key"].lower() not in _KNOWN:
                return YamlFault(number, at, message, "Write each setting as `key: value`.")
            value = as_value(bare["value"])
            return YamlFault(number, at, message, f"Write: {bare['key']}: {value}", at, line[at:], f": {value}")
        return None
    key, value = match["key"], match["value"]
    if odd := _ODD_SPACE.match(value):
        mended, at = as_value(value[odd.end() :]), match.end("key")
        message, hint = (
            "the space behind this colon is a no-break space",
            f"Delete it and type it again: {key}: {mended}",
        )
        return YamlFault(number, match.start("value"), message, hint, at, line[at:], f": {mended}")
    if value and not value[0].isspace() and not value.startswith("//"):
        mended, at = as_value(value), match.end("key")
        hint, new = f"Write: {key}: {mended}", f": {mended}" if lead or key in _KNOWN else ""
        return YamlFault(number, at, "there is no space after this colon", hint, at, line[at:], new)
    over = re.match(_KEY, above) if lead and "-" not in match["lead"] else None
    if over and over["value"].strip() and len(over["lead"]) < len(lead):
        hint = f"Begin it in the same column as the line above: {line.strip()}"
        return YamlFault(number, len(lead), "this line is indented more than the one above it", hint)
    start = match.start("value") + len(value) - len(value.lstrip())
    return _value(number, line, start, f"{key}: ")


def _value(number: int, line: str, start: int, before: str) -> YamlFault | None:
    """A value that begins or ends as it must not, or has a colon in it."""
    value = line[start:].rstrip()
    first = value[:1]
    mended = as_value(value) if not value.startswith("[[") else f"[{value.strip('[] ')}]"
    shown = mended if len(mended) <= _LONGEST else f"{mended[:_LONGEST]}…"
    write = f"Write: {before}{shown}"
    if value.startswith(("[[[", "{{{")):
        return YamlFault(
            number, start, "this is nested too deeply", "Write a list with one entry a line, each with a dash."
        )

    def fault(index: int, message: str) -> YamlFault:
        return YamlFault(number, index, message, write, start, value, mended)

    if first == "[" and (empty := re.search(r"(?<=[\[,])\s*,", value)):
        kept = re.sub(r",(?:\s*,)+", ",", re.sub(r"^\[\s*,+", "[", value))
        hint = f"Delete the comma, or write the entry: {before}{kept}"
        return YamlFault(number, start + empty.end() - 1, "an entry of this list is empty", hint)
    if value.startswith("- ") and before.rstrip(": ") in _TAKE_LISTS:
        entry = re.sub(r"[ \t]+-[ \t]+", ", ", value[2:].strip())
        return YamlFault(
            number,
            start,
            "an entry of a list stands on a line of its own, below its key",
            f"Write: {before}[{entry}] , or put each entry on a line of its own:   - {entry.partition(', ')[0]}",
        )
    if first and first in _WHOLE:
        if re.match(_WHOLE[first], value):
            wrong = _ESCAPE.search(value) if first == '"' else None
            return _escape(number, value, start, before, wrong) if wrong else None
        if value.startswith("{{"):
            return fault(start, "a value that begins with a brace needs quotes round it")
        end = value.find(_CLOSING[first], 1)
        if first in "\"'":
            message = "a quotation mark is opened and not closed"
            if end > 0:
                message = "this quotation mark ends the value, and there are words after it"
        elif end < 0:
            return None  # a list may go on in the next line
        else:
            message = f"a value that begins with {first} ends with {_CLOSING[first]}"
        return fault(start + max(0, end), message)
    other = _OTHER_STARTS.match(value) if before.endswith(": ") else None
    if other or (first and first in _OTHER_USE and not re.match(_BLOCK, value)):
        return fault(start, "this value begins with a character that means something else in YAML")
    colon = re.search(r":(?=\s|$)", value.split(" #")[0])
    return fault(start + colon.start(), _COLON) if colon else None


def _escape(number: int, value: str, start: int, before: str, wrong: re.Match[str]) -> YamlFault:
    """A backslash between double quotes that begins no character."""
    at = start + wrong.end() - 1
    if re.match(r"\\[uUx]", value[wrong.end() - 1 :]):
        message, hint = "this code stands for no character", "Type the character itself in its place."
        return YamlFault(number, at, message, hint)
    words = value[1 : value.rindex('"')]
    message = "between double quotes a backslash begins a special character, and this one begins none"
    single = "'" + words.replace("'", "''") + "'"
    fix = single if "\\" not in re.sub(r"\\(?=[A-Za-z])", "", words) else ""
    return YamlFault(number, at, message, f"Write: {before}{single}", start, value, fix)


def as_value(text: str) -> str:
    """What was meant as a value, in quotes where YAML needs them; a comment behind it stays one."""
    words, space, comment = text.strip().partition(" #")
    if words[:1] in _WHOLE and re.match(_WHOLE[words[0]], text.strip()):
        return text.strip()
    return (quoted(words) if _needs_quotes(words) else words) + (f" {space.strip()}{comment}" if space else "")


def _needs_quotes(words: str) -> bool:
    special = words[:1] in _WHOLE or words[:1] in {*_OTHER_USE, "#"} or _OTHER_STARTS.match(words)
    return bool(words) and (bool(special) or bool(re.search(r":(?=\s|$)", words)))


def quoted(value: str) -> str:
    """A value with quotes round it, so that YAML takes it as it stands (YAML 1.2, 7.3)."""
    words = value.strip()
    if words[:1] in {'"', "'"}:
        mark = words[0]
        inner = words[1:-1] if words.endswith(mark) and len(words) > 1 else words[1:]
        words = inner if mark not in inner or (mark == "'" and not re.search(r"'(?!\w)", inner)) else words
    if '"' not in words and "\\" not in words:
        return f'"{words}"'
    return "'" + words.replace("'", "''") + "'"
