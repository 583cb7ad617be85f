"""The words of the page itself: in the language of the course where there are words in it, else in English.

They come from `strings/` of the templates, and from a file `strings.json` of a component: each of its texts in every
language, with a note. A course adds its own, or puts them in the place of ours, in a folder `strings` of its own:
`strings/cy.json`. Those of the source serve every language of its package; a file in the folder of a language comes before.
"""

import json
import tomllib
from collections.abc import Iterable, Iterator, Mapping
from functools import lru_cache
from pathlib import Path
from typing import Any

from builder.errors import Defect
from builder.model.course import Course
from builder.model.interface import BEGIN, END, ENGLISH_ALONE, FALLBACK, Interface, OwnStrings, stem_of
from builder.render.interface.cldr import is_english, plural_forms, script_of


def interface_of(course: Course, folder: Path) -> Interface:
    """The words of the interface for a course: from the templates in `folder`, and from its own files over them."""
    return words_for(course.language, course.strings, folder)


def interfaces_of(course: Course, folder: Path) -> dict[str, Interface]:
    """The same for each other language of the course, by the name of its folder."""
    return {one.folder: interface_of(one.course, folder) for one in course.translations}


def words_for(tag: str, own: Iterable[OwnStrings], folder: Path) -> Interface:
    """The words of the interface in the language `tag` (BCP 47).

    Where there are none at all, they are English as a whole, and say so. Raises Defect when a file of ours is broken.
    """
    english = catalogue(folder, FALLBACK)
    wanted = lookup(tag)
    named = [file for name in reversed(wanted) for file in own if file.language.lower() == name]
    used = tuple(sorted(named, key=lambda file: not file.lent))
    shipped = next((name for name in wanted if name in catalogue_names(folder)), "")
    texts = dict(catalogue(folder, shipped)) if shipped else {}
    for file in used:
        texts |= {key: text for key, text in file.texts.items() if knows(english, key)}
    if not texts:
        return Interface(FALLBACK, english, english)
    if is_english(tag):
        return Interface(tag, {**english, **texts}, english, used=used)
    missing = missing_from(texts, english, tag)
    strings = {**_filled(texts, english), **texts} if missing else texts
    return Interface(tag, strings, english, missing, shipped in unread_languages(folder), used)


def lookup(tag: str) -> tuple[str, ...]:
    """The names of catalogues that serve a tag, the nearest first, in small letters (RFC 4647, 3.4).

    A tag with a script finds words in that script alone.
    """
    parts = tag.replace("_", "-").lower().split("-")
    names = ["-".join(parts[:length]) for length in range(len(parts), 0, -1)]
    scripts = [part for part in parts[1:] if len(part) == 4 and part.isalpha()]
    if not scripts or script_of(parts[0]).lower() == scripts[0]:
        return tuple(names)
    return tuple(name for name in names if scripts[0] in name.split("-"))


def missing_from(texts: Mapping[str, str], english: Mapping[str, str], tag: str) -> tuple[str, ...]:
    """The keys that a language should have and has not, with its own plural forms, in the order of the English."""
    return tuple(key for key in wanted_keys(english, tag) if key not in texts)


def wanted_keys(english: Mapping[str, str], tag: str) -> Iterator[str]:
    """Every key that a language should have: of a text with plural forms, those that it has for whole numbers."""
    done = set()
    for key in english:
        stem = stem_of(key)
        if ENGLISH_ALONE.fullmatch(key) or stem in done:
            continue
        done.add(stem)
        if stem == key or f"{stem}.one" not in english:
            yield key
        else:
            yield from (f"{stem}.{form}" for form in plural_forms(tag))


def knows(english: Mapping[str, str], key: str) -> bool:
    """Whether there is such a text, or such a plural form of one."""
    stem = stem_of(key)
    return key in english or (stem != key and f"{stem}.other" in english)


def english_of(english: Mapping[str, str], key: str) -> str:
    """The English for a key; for a plural form that English lacks, the one for all other numbers."""
    return english.get(key) or english[f"{stem_of(key)}.other"]


def _filled(texts: Mapping[str, str], english: Mapping[str, str]) -> dict[str, str]:
    """What is missing, in English between its marks. A text with plural forms is missing until it has the last of them."""
    found = {}
    for key, text in english.items():
        stem = stem_of(key)
        if (key if stem == key else f"{stem}.other") not in texts and not ENGLISH_ALONE.fullmatch(key):
            found[key] = f"{BEGIN}{text}{END}"
    return found


@lru_cache(maxsize=8)
def catalogue_names(folder: Path) -> frozenset[str]:
    """Names of the catalogues in a folder of templates, in small letters."""
    return frozenset(path.stem.lower() for path in (folder / "strings").glob("*.json"))


@lru_cache(maxsize=16)
def catalogue(folder: Path, name: str) -> Mapping[str, str]:
    """The texts of one catalogue, with those of the components, in the order of their keys. Raises Defect when one cannot be read."""
    found = {str(key): str(text) for key, text in _read(folder / "strings" / f"{name}.json").items()}
    own = {key: text[name] for key, text in _of_components(folder).items() if name in text}
    return dict(sorted((found | own).items()))


@lru_cache(maxsize=4)
def _of_components(folder: Path) -> Mapping[str, Mapping[str, str]]:
    """The texts that components bring: key -> the text in each language, and its `note`."""
    paths = sorted((folder / "components").glob("*/strings.json"))
    return {f"{path.parent.name}.{key}": text for path in paths for key, text in _read(path).items()}


def _read(path: Path) -> Any:
    try:
        return json.loads(path.read_text(encoding="utf-8"))
    except (OSError, ValueError) as fault:
        raise Defect(f"The strings {path.parent.name}/{path.name} cannot be read: {fault}") from fault


@lru_cache(maxsize=4)
def notes(folder: Path) -> Mapping[str, str]:
    """For whoever translates: key without its plural form -> where that text stands."""
    found = tomllib.loads((folder / "strings" / "notes.toml").read_text(encoding="utf-8"))
    ours = {f"{group}.{name}": note for group, texts in found.items() for name, note in texts.items()}
    own = {stem_of(key): text["note"] for key, text in _of_components(folder).items() if "note" in text}
    return ours | own


@lru_cache(maxsize=4)
def unread_languages(folder: Path) -> frozenset[str]:
    """Languages of the templates whose texts no native reader has read yet."""
    path = folder / "strings" / "languages.toml"
    found = tomllib.loads(path.read_text(encoding="utf-8")) if path.is_file() else {}
    return frozenset(name for name, about in found.items() if not about["read-by"])


def load_strings(folder: Path, tag: str) -> Mapping[str, str]:
    """The words of the interface for a course in the language `tag` that has none of its own."""
    return words_for(tag, (), folder).strings
