"""A translation whose source has changed, brought up to date in memory, as `satchel translate --read` would write it now."""

from collections.abc import Iterable, Iterator
from dataclasses import replace
from hashlib import sha256
from pathlib import Path

from builder.errors import BuilderError
from builder.model.course import Course
from builder.model.diagnostics import Diagnostic, Span
from builder.model.rules import fault
from builder.read.languages.changed import Renewal
from builder.translate.extract.texts import CourseText, read_texts
from builder.translate.master import master_file, stored_in, units_in
from builder.translate.stored import Found, matched
from builder.translate.writing.checking import faults_of
from builder.translate.writing.files import Translation, translated_files
from builder.translate.writing.folder import Ledger

_MOST = 8
"""Lines that are named."""


def renewed(source: Course, tag: str, changed: frozenset[str]) -> Renewal | None:
    """Bring the folder of a language up to date with a source in which some files have changed; nothing is written.

    A sentence that changed since it was translated is in the words of the source, marked as such: a translation that is
    no longer true is not shown. None where the translation file is gone, or cannot be used as it is.
    """
    if not master_file(source.folder, tag).is_file():
        return None
    try:
        text = read_texts(source.folder)
        matching = matched(units_in(text, tag), stored_in(master_file(source.folder, tag), tag))
    except BuilderError:
        return None
    target = source.folder / tag
    ledger = Ledger.of(target)
    translation = replace(Translation.of(text, matching, tag, ledger.least), kept_names=ledger.names)
    if text.report.errors or any(_is_broken(one, ledger.least) for one in matching.found):
        return None
    files = {
        (target / name).resolve(): data
        for name, data in translated_files(translation)
        if _is_as_written(target / name, ledger.files.get(name, ""))
    }
    there = [one for one in matching.found if one.unit.segment.file in changed]
    return Renewal(files, tuple(_told(text, tag, there, ledger.least)))


def _is_broken(found: Found, least: str) -> bool:
    words = found.translation(least)
    return bool(words) and any(True for _ in faults_of(found, words, ""))


def _is_as_written(path: Path, digest: str) -> bool:
    """Whether nobody has edited a file since Satchel wrote it."""
    try:
        return sha256(path.read_bytes()).hexdigest() == digest
    except OSError:
        return False


def _told(text: CourseText, tag: str, found: Iterable[Found], least: str) -> Iterator[Diagnostic]:
    """What learners in that language read in the words of the source, file by file."""
    kinds: dict[tuple[str, str], list[Found]] = {}
    for one in found:
        kind = ("corrected" if one.stale else "") if one.translation(least) else "changed" if one.stale else "new"
        if kind:
            kinds.setdefault((one.unit.segment.file, kind), []).append(one)
    for (path, kind), several in kinds.items():
        file = next(file for file in text.files if file.path == path)
        lines = sorted({one.unit.segment.line for one in several})
        message = _MESSAGES[kind].format(count=_passages(len(several)), tag=tag, lines=_listed(lines))
        excerpt = file.lines[lines[0] - 1] if lines[0] <= len(file.lines) else ""
        yield fault("LNG-008", Span(path, lines[0]), message, _HINTS[kind].format(tag=tag), excerpt)


_MESSAGES = {
    "changed": "{count} changed since the translation into {tag} ({lines}), so learners in that language read the source there",
    "new": "not in {tag} yet: {count} ({lines}), so learners in that language read the source there",
    "corrected": "{count} changed in signs or capitals alone since the translation into {tag} ({lines}), which stays",
}
_AGAIN = "Run `satchel translate --to {tag}`, and `satchel translate --read {tag}.xlf` when it is translated."
_HINTS = {
    "changed": _AGAIN,
    "new": _AGAIN,
    "corrected": "If it says the same as before, `satchel translate --read {tag}.xlf` takes note of it.",
}


def _passages(count: int) -> str:
    return f"{count:,} passages" if count != 1 else "a passage"


def _listed(lines: list[int]) -> str:
    named = ", ".join(map(str, lines[:_MOST]))
    more = f" and {len(lines) - _MOST:,} more" if len(lines) > _MOST else ""
    return f"line{'s' if len(lines) != 1 else ''} {named}{more}"
