"""The translation file of a course in one language, `cy.xlf`: where it is, what it holds, and what belongs in it."""

from pathlib import Path

from builder.errors import UnreadableSource
from builder.model.blocks import Watch
from builder.translate.extract.texts import CourseText
from builder.translate.formats import xliff
from builder.translate.segment import Unit
from builder.translate.stored import Stored


def master_file(folder: Path, language: str) -> Path:
    """Where it is."""
    return folder / f"{language}.xlf"


def stored_in(path: Path, language: str) -> list[Stored]:
    """What it holds; nothing where there is no file. Raises UnreadableSource for one of another language.

    A tool may have added a country: a file for `uk` that says `uk-UA`.
    """
    if not path.is_file():
        return []
    said, stored = xliff.read(path)
    if said and not same_language(said.replace("_", "-"), language):
        raise UnreadableSource(path, f"it translates into {said}, not {language}")
    return stored


def units_in(text: CourseText, language: str) -> tuple[Unit, ...]:
    """What is to be translated: everything, but for files that are in the language already and tracks that have one."""
    done = {file.path for file in text.files if file.language and same_language(file.language, language)}
    for block in (block for module in text.course.modules for block in module.blocks if isinstance(block, Watch)):
        has_one = any(same_language(track.language, language) for track in block.captions)
        done |= {track.asset.source for track in block.captions[0 if has_one else 1 :]}
    return tuple(unit for unit in text.units if unit.segment.file not in done)


def same_language(tag: str, other: str) -> bool:
    """Whether two tags name one language, spoken in whatever country; not where they name two scripts."""
    scripts = {part.lower() for one in (tag, other) for part in one.split("-")[1:] if len(part) == 4}
    return tag.partition("-")[0].lower() == other.partition("-")[0].lower() and len(scripts) < 2
