"""What `satchel translate` does: writes a file for translators, reads it back as a course, and says how far it is."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from builder.check import check_course
from builder.errors import UnreadableSource, UnwritableTarget
from builder.kinds import KINDS
from builder.model.diagnostics import Report
from builder.package import replaced_file, scratch_folder
from builder.read import read_course
from builder.read.language_tags import is_language, near_language
from builder.translate.extract.texts import CourseText, read_texts
from builder.translate.formats import po, xliff
from builder.translate.master import master_file, same_language, stored_in, units_in
from builder.translate.stored import Found, Matching, matched, merged
from builder.translate.writing.blaming import blamed, without_own
from builder.translate.writing.checking import TranslationFault, fault_at, faults_of, twice
from builder.translate.writing.files import Translation, translated_files
from builder.translate.writing.folder import Copying, changed_by_hand, try_folder, used_files, write_folder
from builder.translate.writing.rereading import Rereader
from builder.translate.writing.same_ids import Identity, other_ids

FORMATS = ("xliff", "po")
"""Forms of a translation file."""
_TAG = re.compile(r"[A-Za-z]{2,3}(?:-[A-Za-z0-9]{1,8})*")

_NOTHING, _NOTHING_WRONG, _NO_COPIES = Matching(()), Report(), Copying((), ())


@dataclass(frozen=True, slots=True)
class Outcome:
    """What became of one language."""

    language: str
    """The language that the course is translated into."""
    matching: Matching = _NOTHING
    """Every segment, with what is known of it."""
    report: Report = _NOTHING_WRONG
    """What is wrong in the course itself; with an error nothing was done."""
    written: tuple[Path, ...] = ()
    """Files written, or the folder of the translated course."""
    faults: tuple[TranslationFault, ...] = ()
    """What is wrong in the translation; with one nothing was written."""
    other_ids: tuple[tuple[Identity, Identity], ...] = ()
    """Ids that the translated course would not have; with one nothing was written."""
    copying: Copying = _NO_COPIES
    """What became of pictures and films."""
    least: str = "translated"
    """The least state of a segment that is used."""
    joined: bool = False
    """Whether the language is one of those that the source names for its package."""

    @property
    def sound(self) -> bool:
        """Whether nothing stood in the way."""
        return not (self.report.errors or self.faults or self.other_ids)

    @property
    def left(self) -> tuple[Found, ...]:
        """Segments without a translation that holds."""
        return tuple(one for one in self.matching.found if not one.translation(self.least))

    @property
    def stale(self) -> tuple[Found, ...]:
        """Segments whose source changed since they were translated."""
        return tuple(one for one in self.matching.found if one.stale)


def language_tag(words: str) -> str:
    """The tag of a language, as it is written. Raises ValueError."""
    written = words.strip().replace("_", "-")
    meant = near_language(written)
    tag = meant if meant.lower() == written.lower() else written  # `AR` and `cy_GB` are slips of the hand
    if not is_language(tag):
        raise ValueError(f"{words!r} is not the tag of a language. Write for example cy for Welsh, or ar for Arabic.")
    return tag


def export(folder: Path, language: str, form: str = "xliff") -> Outcome:
    """Write the translation file of a language, or bring it up to date; what is translated stays.

    It is `LANGUAGE.xlf` in the course folder; with the form `po` also `LANGUAGE.po`. A file that would be the same is left alone.
    """
    text = read_texts(folder)
    if text.report.errors:
        return Outcome(language, report=text.report)
    _refuse_own_language(text, language)
    matching = matched(units_in(text, language), stored_in(master_file(folder, language), language))
    source = text.course.language
    files = {master_file(folder, language): xliff.written(matching, source, language)}
    if form == "po":
        files[folder / f"{language}.po"] = po.written(matching, language)
    return Outcome(language, matching, text.report, tuple(path for path, data in files.items() if _write(path, data)))


def take_in(folder: Path, file: Path, language: str = "", least: str = "translated") -> Outcome:
    """Write the translated course that a translation file gives into the folder LANGUAGE, and take the translations into `LANGUAGE.xlf`.

    Nothing is written when a translation has a fault, when the translated course would not have the ids of its source,
    or when somebody changed its files by hand (UnwritableTarget).
    """
    said, stored = po.read(file) if file.suffix.lower() == ".po" else xliff.read(file)
    if not language and not said:
        raise UnreadableSource(file, "it does not say which language it translates into. Name it: --to cy")
    text = read_texts(folder)
    language = language_tag(language) if language else _known_as(language_tag(said), folder, file, text)
    if text.report.errors:
        return Outcome(language, report=text.report, least=least)
    _refuse_own_language(text, language)
    units = units_in(text, language)
    master = master_file(folder, language)
    if master.resolve() == file.resolve():
        matching = matched(units, stored)
    else:
        own = matched(units, stored_in(master, language))
        matching = merged(own, matched(units, (replace(one, origin=file.name) for one in stored)))
    faults = (*twice(stored, file.name), *_faults(Translation.of(text, matching, language, least), least))
    joined = language.lower() in map(str.lower, text.course.languages)
    outcome = Outcome(language, matching, text.report, faults=faults, least=least, joined=joined)
    return outcome if faults else _write_course(outcome, text)


def _known_as(tag: str, folder: Path, file: Path, text: CourseText) -> str:
    """The tag by which a course knows a language: tools add a country to what was written for `uk`, and take it away."""
    named = [file.stem] if _TAG.fullmatch(file.stem) and is_language(file.stem) else []
    kept = dict.fromkeys((*text.course.languages[1:], *languages(folder)))
    known = dict.fromkeys((*kept, *named))
    alike = [one for one in known if same_language(one, tag)]
    if file.stem in kept and file.stem not in alike:
        names = f"its name says {file.stem}, and it says itself that it translates into {tag}"
        raise UnreadableSource(file, f"{names}. Name the language that it is in: --to {file.stem}, or --to {tag}")
    exact = [one for one in alike if one.lower() == tag.lower()]
    return (exact or alike if len(alike) == 1 or exact else [tag])[0]


def status(folder: Path, language: str) -> Outcome:
    """How far the translation of a language is; nothing is written."""
    text = read_texts(folder)
    if text.report.errors:
        return Outcome(language, report=text.report)
    master = master_file(folder, language)
    if not master.is_file():
        raise UnreadableSource(
            master, f"there is no such file. To begin: satchel translate {folder.as_posix()} --to {language}"
        )
    return Outcome(language, matched(units_in(text, language), stored_in(master, language)), text.report)


def languages(folder: Path) -> list[str]:
    """Languages that have a translation file in a course folder."""
    found = []
    for path in sorted(folder.glob("*.xlf")):
        if _TAG.fullmatch(path.stem) and is_language(path.stem):
            found.append(path.stem)
    return found


def _refuse_own_language(text: CourseText, language: str) -> None:
    if language.lower() == text.course.language.lower():
        raise UnreadableSource(
            text.folder, f"the course is in {language} already. Name the language to translate into: --to cy"
        )


def _write(path: Path, data: bytes) -> bool:
    """Write a file unless it is the same already."""
    try:
        if path.is_file() and path.read_bytes() == data:
            return False
        with replaced_file(path) as stream:
            stream.write(data)
    except OSError as problem:
        raise UnwritableTarget(path, problem.strerror or str(problem)) from problem
    return True


def _write_course(outcome: Outcome, text: CourseText) -> Outcome:
    translation = Translation.of(text, outcome.matching, outcome.language, outcome.least)
    files = dict(translated_files(translation))
    target = text.folder / outcome.language
    _refuse_changed(target, files)
    names = [asset.source for asset in text.course.assets if asset.source not in translation.names()]
    copies = [name for name in used_files(text.folder, names) if name not in files]
    outcome = _tried(outcome, translation, target, files, copies)
    if not outcome.sound:
        return outcome
    copying = write_folder(target, text.folder, files, copies, translation.names(), outcome.least)
    master = master_file(text.folder, outcome.language)
    written = (
        (target, master)
        if _write(master, xliff.written(outcome.matching, text.course.language, outcome.language))
        else (target,)
    )
    return replace(outcome, written=written, copying=copying)


def _faults(translation: Translation, least: str) -> Iterator[TranslationFault]:
    """What translators broke, and what could not be written so that it is read as they meant it."""
    rereader, master = Rereader(), f"{translation.language}.xlf"
    for found in translation.matching.found:
        words = found.translation(least)
        faults = list(faults_of(found, words, master)) if words else []
        if words and not faults and (problem := rereader.problem(found.unit.segment, translation.chosen)):
            faults.append(fault_at(found, master, *problem))
        yield from faults


def _refuse_changed(target: Path, files: dict[str, bytes]) -> None:
    if changed := changed_by_hand(target, files):
        names = ", ".join(changed[:5])
        reason = f"these files were changed by hand: {names}. Put the change into the translation file, then delete them here"
        raise UnwritableTarget(target, reason)


def _tried(
    outcome: Outcome, translation: Translation, target: Path, files: dict[str, bytes], copies: Sequence[str]
) -> Outcome:
    """Read the translated course before it is written, and hold its ids against those of the source."""
    text = translation.text
    try:
        with scratch_folder(text.folder) as scratch:
            try_folder(scratch, text.folder, target, files, copies)
            course, report = read_course(scratch, KINDS, alone=True)
            checked = () if report.errors else check_course(course, report)[1].errors
    except OSError as problem:
        raise UnwritableTarget(problem.filename or target, problem.strerror or str(problem)) from problem
    faults = tuple(blamed(fault, outcome.matching, translation) for fault in report.errors)
    if checked:
        own = check_course(text.course, text.report)[1].errors
        faults = tuple(without_own(checked, own, outcome.matching, translation))
    ids = () if faults else tuple(other_ids(text.course, course, text.anchors))
    return replace(outcome, faults=faults, other_ids=ids)
