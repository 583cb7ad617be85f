"""What a key of a settings file is, and how its value is understood."""

import re
from collections.abc import Callable
from dataclasses import dataclass, field

from builder.model.content import Said
from builder.model.contract import LONGEST_ID
from builder.model.rare_pattern import rare_pattern
from builder.read.language_tags import is_language
from builder.read.settings.json_schema import Shape

ID = re.compile(rf"[a-z](?:[a-z0-9-]{{0,{LONGEST_ID - 2}}}[a-z0-9])")
"""Ids of courses, modules, questions and people."""

COLOUR = r"#(?:[0-9A-Fa-f]{3}|[0-9A-Fa-f]{6})"
"""Colours as CSS writes them, without transparency."""


@dataclass(frozen=True, slots=True)
class Key:
    """One key of a settings file."""

    name: str
    """As the author writes it."""
    expected: str
    """What its value must be, to go on from `must be`."""
    parse: Callable[[object], object]
    """The author's value -> ours; ValueError when it is not as expected."""
    default: object = None
    """Value when the key is not there, or has no value."""
    needed: str = ""
    """A line to paste when it is missing and must not be; empty when it may be."""
    rule: str = "STR-009"
    """The rule that a missing key breaks."""
    entries: tuple["Key", ...] = ()
    """Keys of each entry, when the value is a list of mappings."""
    fields: tuple["Key", ...] = ()
    """Keys of the value, when it is one mapping."""
    description: str = ""
    """What it is for, as one sentence: an editor shows it, and the handbook."""
    schema: Shape = field(default_factory=dict)
    """JSON Schema of the value; of a list of mappings the entries give it."""


def as_line(value: object) -> str:
    """Words as one line, with single spaces. ValueError for anything else, and for no words."""
    words = " ".join(value.split()) if isinstance(value, str) else ""
    if not words:
        raise ValueError
    return words


_SAID = rare_pattern(r"(.*\S)\s*\{lang=([\w-]+)\}")


def as_said(value: object) -> str:
    """Words as one line that may say their language behind them: `Visits {lang=en-GB}`. ValueError as for a line."""
    return said(as_line(value))


def said(words: str) -> str:
    """Words without the mark of their language behind them; as they are without one, or when it names no language."""
    marked = _SAID.fullmatch(words) if words.endswith("}") else None
    return Said(marked[1], marked[2]) if marked and is_language(marked[2]) else words


def as_text(value: object) -> str:
    """Words as they are. ValueError for anything else."""
    if not isinstance(value, str):
        raise ValueError
    return value


def fits(pattern: str) -> Callable[[object], str]:
    """Takes text that a pattern fits from its beginning to its end. ValueError for anything else."""
    compiled = re.compile(pattern)

    def parse(value: object) -> str:
        if not isinstance(value, str) or not compiled.fullmatch(value):
            raise ValueError
        return value

    return parse


def one_word(*words: str) -> Callable[[object], str]:
    """Takes one of these words. ValueError for anything else."""
    return fits("|".join(map(re.escape, words)))


def several_words(*words: str) -> Callable[[object], tuple[str, ...]]:
    """Takes a list of these words; one of them stands for a list of one. ValueError for anything else, and for none."""
    one = one_word(*words)

    def parse(value: object) -> tuple[str, ...]:
        entries = value if isinstance(value, list) else [value]
        if not entries:
            raise ValueError
        return tuple(dict.fromkeys(map(one, entries)))

    return parse


def whole_number(pattern: str, smallest: int, largest: int) -> Callable[[object], int]:
    """Takes a whole number, written as the group of a pattern, within both limits. ValueError for anything else."""

    def parse(value: object) -> int:
        match = re.fullmatch(pattern, value.strip()) if isinstance(value, str) else None
        if not match or not smallest <= int(match[1]) <= largest:
            raise ValueError
        return int(match[1])

    return parse


class Quoted(str):
    """Words between quotation marks: a comma in them parts nothing."""


def as_lines(value: object) -> list[str]:
    """A list of single lines; one line stands for a list of one. ValueError otherwise."""
    return [as_said(entry) for entry in (value if isinstance(value, list) else [value])]


def as_keywords(value: object) -> list[str]:
    """A list of single lines; one line with commas or semicolons stands for several, unless it is in quotes. ValueError otherwise."""
    if isinstance(value, str) and not isinstance(value, Quoted):
        return [line for part in re.split(r"[,;،；]", as_line(value)) if (line := part.strip())]
    return as_lines(value)


MODULE = re.compile(r"[^\n\[\]{}:,;]{0,60}[A-Za-z][^\n\[\]{}:,;]{0,60}")
"""What names a module: its id, its file or its title."""


def as_ids(value: object) -> list[str]:
    """A list of ids; one line of them with commas stands for a list. ValueError otherwise."""
    entries = re.split(r"\s*[,;]\s*", value.strip()) if isinstance(value, str) else value
    return [as_id(entry) for entry in (entries if isinstance(entries, list) else [entries])]


def as_modules(value: object) -> list[str]:
    """Ids of modules, or names of their files, which `check_needs` holds against those that are there. ValueError for anything else."""
    if isinstance(value, str):
        value = re.split(r"\s*[,;]\s*", re.sub(r"^\[(.*)\]$", r"\1", value.strip()))
    entries = value if isinstance(value, list) else [value]
    if not all(isinstance(entry, str) and MODULE.fullmatch(entry.strip()) for entry in entries):
        raise ValueError
    return [str(entry).strip() for entry in entries]


def as_frameworks(value: object) -> dict[str, list[str]]:
    """Names of frameworks, each with a list of its entries. ValueError for anything else."""
    if not isinstance(value, dict):
        raise ValueError
    return {as_line(name): as_lines(entries) for name, entries in value.items()}


def as_words(value: object) -> dict[str, str]:
    """Names, each with words on one line and without variables in them. ValueError otherwise."""
    if not isinstance(value, dict):
        raise ValueError
    for name, words in value.items():
        if not _NAME.fullmatch(name) or not isinstance(words, str) or "\n" in words or "{{" in words:
            raise ValueError
    return {name: as_said(words) for name, words in value.items()}


def as_numbers(value: object) -> dict[str, int]:
    """Names, each with a whole number from 1 to 999. ValueError otherwise."""
    if not isinstance(value, dict) or not value or not all(map(_NAME.fullmatch, value)):
        raise ValueError
    return {name: whole_number(r"([0-9]{1,3})", 1, 999)(number) for name, number in value.items()}


_NAME = rare_pattern(r"[a-z](?:[a-z0-9-]*[a-z0-9])?")


def as_colour(value: object) -> str:
    """A colour with six digits, in lower case; ValueError for anything else."""
    digits = fits(COLOUR)(value)[1:].lower()
    return "#" + (digits if len(digits) == 6 else "".join(digit * 2 for digit in digits))


as_id = fits(ID.pattern)


def as_language(value: object) -> str:
    """A tag of a language; ValueError for anything else."""
    if not isinstance(value, str) or not is_language(value):
        raise ValueError
    return value


def as_languages(value: object) -> tuple[str, ...]:
    """Two tags of languages or more; one line of them with commas stands for a list. ValueError otherwise."""
    entries = re.split(r"\s*[,;]\s*", value.strip()) if isinstance(value, str) else value
    tags = tuple(map(as_language, entries)) if isinstance(entries, list) else ()
    if len(tags) < 2 or len({tag.lower() for tag in tags}) < len(tags):
        raise ValueError
    return tags


AN_ID = f"2 to {LONGEST_ID} lower case letters, digits and hyphens, beginning with a letter"
A_LANGUAGE = 'a language tag such as "en-GB" or "cy"'
