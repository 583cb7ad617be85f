"""The words of the interface for a translator: what a language lacks, in one file that can be filled in."""

import json
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

from builder.errors import UnwritableTarget
from builder.model.interface import FALLBACK, Interface, OwnStrings, stem_of
from builder.read.files.interface_strings import FOLDER, read_strings
from builder.render.interface.catalogues import english_of, notes, wanted_keys, words_for
from builder.render.interface.cldr import is_english, locale_of, plural_forms
from builder.render.page.environment import templates_folder


@dataclass(frozen=True, slots=True)
class Work:
    """What there is to translate into one language, for one course."""

    language: str
    """BCP 47 tag, as it was asked for."""
    name: str
    """What the language is called in English; its tag where nobody knows."""
    path: Path
    """The file in which it is to be written."""
    interface: Interface
    """The words that there are now."""
    wanted: tuple[str, ...]
    """Keys to be translated."""
    changed: tuple[str, ...]
    """Keys of the course's own files whose English has changed since."""
    broken: bool = False
    """Whether the file is there and cannot be read."""


def work_for(folder: Path, tag: str, every: bool = False) -> Work:
    """What is missing in the language `tag` for the course in `folder`; with `every`, all texts, to change what there is."""
    beside, faults = read_strings(folder)
    # In a package of several languages the folder of a language may have some of its own.
    own = (*(replace(file, lent=True) for file in beside), *read_strings(folder / tag)[0])
    interface = words_for(tag, own, templates_folder())
    english, path = interface.english, _file(folder, tag, beside)
    if every:
        wanted = tuple(wanted_keys(english, tag))
    else:
        wanted = tuple(wanted_keys(english, tag)) if interface.language == FALLBACK != tag else interface.missing
        wanted = () if is_english(tag) else wanted
    changed = tuple(
        key
        for file in interface.used
        for key, was in file.english.items()
        if key in english and was != english_of(english, key)
    )
    locale = None if is_english(tag) else locale_of(tag)
    name = (locale.english_name if locale else "English" if is_english(tag) else "") or tag
    broken = any(fault.span.path == f"{FOLDER}/{path.name}" for fault in faults)
    return Work(tag, name, path, interface, wanted, changed, broken)


def _file(folder: Path, tag: str, own: tuple[OwnStrings, ...]) -> Path:
    """The file of a language: the one that is there, else one of its tag."""
    there = (file.path for file in own if file.language.lower() == tag.lower())
    return folder / next(there, f"{FOLDER}/{tag}.json")


def write_work(work: Work) -> int:
    """Write each wanted text into the file, with its English and a note, and leave what is there as it is.

    Gives the number of texts that were added. Raises `UnwritableTarget`.
    """
    try:
        there: dict[str, Any] = json.loads(work.path.read_text(encoding="utf-8-sig")) if work.path.is_file() else {}
        added = [key for key in work.wanted if key not in there]
        if added:
            values = {**there, **{key: _entry(work, key) for key in added}}
            work.path.parent.mkdir(parents=True, exist_ok=True)
            text = json.dumps(dict(sorted(values.items())), ensure_ascii=False, indent=2)
            work.path.write_text(f"{text}\n", encoding="utf-8")
    except OSError as problem:
        raise UnwritableTarget(problem.filename or work.path, problem.strerror or str(problem)) from problem
    return len(added)


def _entry(work: Work, key: str) -> Mapping[str, str]:
    text = work.interface.strings.get(key, "") if not _lacks(work, key) else ""
    return {"english": english_of(work.interface.english, key), "note": note_on(key, work.language), "text": text}


def _lacks(work: Work, key: str) -> bool:
    return key in work.interface.missing or work.interface.language == FALLBACK


def note_on(key: str, tag: str) -> str:
    """Where a text stands, and for which numbers its plural form is, in the language `tag`."""
    stem = stem_of(key)
    found = notes(templates_folder())
    note = found.get(stem) or found.get(key, "")
    numbers = plural_forms(tag).get(key.rpartition(".")[2], ()) if stem != key else ()
    return f"{note} For {_few(numbers)}." if numbers else note


def _few(numbers: tuple[int, ...]) -> str:
    """The first numbers of a plural form."""
    return ", ".join(map(str, numbers[:5])) + (" and so on" if len(numbers) > 5 else "")


def work_text(work: Work, added: int) -> str:
    """What `satchel strings` prints."""
    return "\n".join(_lines(work, added))


def _lines(work: Work, added: int) -> Iterator[str]:
    if work.interface.unread:
        yield f"The words in {work.name} come with Satchel. No native reader has read them yet."
    if work.changed:
        yield f"Changed in English since they were translated ({len(work.changed)}):"
        yield from (f"  {key}: {english_of(work.interface.english, key)}" for key in work.changed)
    if not work.wanted:
        yield f"Every button and message is there in {work.name}. Nothing was written."
        return
    yield f"To translate into {work.name} ({work.language}), {len(work.wanted):,} texts:"
    yield from (f"  {key}: {english_of(work.interface.english, key)}" for key in work.wanted)
    yield ""
    done = f"{added:,} of them added" if added else "all of them stood there already"
    yield f'{work.path.as_posix()}: {done}. Write each translation as "text", and leave the words in braces as they are.'
