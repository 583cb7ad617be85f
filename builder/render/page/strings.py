"""The words of the page itself: the interface, in the language of the course where there are words in it."""

import json
from functools import lru_cache
from pathlib import Path

from builder.errors import Defect
from builder.render.page.environment import templates_folder
from builder.render.page.filters import PLACE

FALLBACK = "en"
"""Language of the catalogue that has every key."""
_FORMS = ("zero", "one", "two", "few", "many", "other")
"""Plural forms of CLDR: a language may have some that English lacks."""


def catalogue_language(folder: Path, language: str) -> str:
    """Language of the catalogue for a course in `language` (BCP 47): its primary tag if that one is whole, else English.

    A catalogue with gaps would put English words among others, all marked as the same language.
    """
    primary = language.partition("-")[0].lower()
    return primary if primary in interface_languages(folder) else FALLBACK


def interface_language(folder: Path, language: str) -> str:
    """The tag by which the interface of a course in `language` is marked: that of the course, or `en`."""
    return language if catalogue_language(folder, language) == language.partition("-")[0].lower() else FALLBACK


@lru_cache(maxsize=16)
def interface_languages(folder: Path | None = None) -> frozenset[str]:
    """Primary tags of the languages that have every word of the interface."""
    folder = folder or templates_folder()
    wanted = _read(folder, FALLBACK).keys()
    found = [path.stem for path in (folder / "strings").glob("*.json")]
    return frozenset(language for language in found if wanted <= _read(folder, language).keys())


@lru_cache(maxsize=16)
def load_strings(folder: Path, language: str) -> dict[str, str]:
    """Every string for a course in `language`; all in English when its own catalogue has gaps.

    Raises Defect when a translation has other keys or placeholders than the English one.
    """
    strings = _read(folder, FALLBACK)
    primary = language.partition("-")[0].lower()
    if primary == FALLBACK or not (folder / "strings" / f"{primary}.json").is_file():
        return strings
    translated = _read(folder, primary)
    for key, text in translated.items():
        _hold_against(_english(strings, key), primary, key, text)
    return translated if catalogue_language(folder, language) == primary else strings


def _english(strings: dict[str, str], key: str) -> str | None:
    """The English words for a key; for a plural form that English lacks, those for all other numbers."""
    stem, _, form = key.rpartition(".")
    return strings.get(key, strings.get(f"{stem}.other") if form in _FORMS else None)


def _read(folder: Path, language: str) -> dict[str, str]:
    path = folder / "strings" / f"{language}.json"
    try:
        found = json.loads(path.read_text(encoding="utf-8"))
    except (OSError, ValueError) as fault:
        raise Defect(f"The strings {path.name} cannot be read: {fault}") from fault
    return {str(key): str(text) for key, text in found.items()}


def _hold_against(english: str | None, language: str, key: str, text: str) -> None:
    if english is None:
        raise Defect(f"strings/{language}.json has the key {key}, which English lacks")
    if set(PLACE.findall(english)) != set(PLACE.findall(text)):
        raise Defect(f"strings/{language}.json: the placeholders of {key} differ from the English ones")
