"""The words of the page itself, in the learner's language."""

import json
from functools import lru_cache
from pathlib import Path

from builder.errors import Defect
from builder.render.page.filters import PLACE

FALLBACK = "en"
"""Language of the catalogue that has every key."""


def catalogue_language(folder: Path, language: str) -> str:
    """Language of the catalogue for a course in `language` (BCP 47): its primary tag, else English."""
    primary = language.partition("-")[0].lower()
    return primary if (folder / "strings" / f"{primary}.json").is_file() else FALLBACK


@lru_cache(maxsize=16)
def load_strings(folder: Path, language: str) -> dict[str, str]:
    """Every string for a course in `language`; keys that its catalogue lacks are in English.

    Raises Defect when a translation has other keys or placeholders than the English one.
    """
    strings = _read(folder, FALLBACK)
    chosen = catalogue_language(folder, language)
    if chosen != FALLBACK:
        for key, text in _read(folder, chosen).items():
            _hold_against(strings.get(key), chosen, key, text)
            strings[key] = text
    return strings


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
