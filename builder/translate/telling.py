"""What `satchel translate` says: text for people, and for tools as JSON."""

import re
from collections import Counter
from collections.abc import Callable, Iterator, Mapping
from pathlib import Path

from builder.translate.stored import Found, said
from builder.translate.work import Outcome

Paint = Callable[[str, str], str]
"""Gives a text the colour of a role."""

_WIDTH = 90
"""Characters of a segment that are shown."""
_WORD = re.compile(r"[^\W\d_]{2,}")
_SENTENCE = 4
"""Words that are hardly the same in two languages."""
_MOST = 20
"""Segments of a kind that are listed, unless all are asked for."""


def exported_text(outcome: Outcome, folder: Path, paint: Paint) -> str:
    """What was written for translators, and what they have to do."""
    file = f"{folder.as_posix()}/{outcome.language}.xlf"
    wrote = [f"Wrote {path.as_posix()}" for path in outcome.written] or [f"{file} is up to date."]
    lines = [*wrote, *_counts(outcome), *_stale(outcome, folder, paint, False)]
    if outcome.left:
        lines += [
            "",
            "Next: have it translated. Then write the course in that language:",
            f"  satchel translate {folder.as_posix()} --read {file}",
        ]
    return "\n".join(lines)


def read_text(outcome: Outcome, folder: Path, paint: Paint, verbose: bool = False) -> str:
    """What became of the translated course."""
    if not outcome.sound:
        return "\n".join(
            [
                *_faults(outcome, paint),
                "",
                "Nothing was written. Mend what is listed in the translation file, and try again.",
            ]
        )
    course = f"{folder.as_posix()}/{outcome.language}"
    lines = [*(f"Wrote {path.as_posix()}" for path in outcome.written), *_counts(outcome)]
    if outcome.copying.kept:
        lines.append(f"Left as they are in {course}: {', '.join(outcome.copying.kept)}")
    lines += _stale(outcome, folder, paint, verbose)
    lines += _left(outcome, folder, verbose)
    lines += _same(outcome, folder, verbose)
    return "\n".join([*lines, "", f"Next: satchel build {folder.as_posix() if outcome.joined else course}"])


def status_text(outcome: Outcome, folder: Path, paint: Paint, verbose: bool = False) -> str:
    """How far a translation is: what is stale, and what is missing."""
    lines = [paint(f"{folder.as_posix()}/{outcome.language}.xlf", "strong"), *_counts(outcome)]
    return "\n".join(
        [
            *lines,
            *_stale(outcome, folder, paint, verbose),
            *_left(outcome, folder, verbose),
            *_same(outcome, folder, verbose),
        ]
    )


def _counts(outcome: Outcome) -> Iterator[str]:
    """How many segments are in each state."""
    total = len(outcome.matching.found)
    done = total - len(outcome.left)
    states = Counter(
        (one.stored.state or "translated") for one in outcome.matching.found if one.translation() and one.stored
    )
    more = ", ".join(f"{count} {state}" for state, count in sorted(states.items()) if state != "translated")
    yield f"{done} of {total} segments are translated{f' ({more})' if more else ''}."
    if gone := sum(bool(one.target) for one in outcome.matching.gone):
        yield f"{gone} translated segment{'s are' if gone != 1 else ' is'} no longer in the course; the file keeps {'them' if gone != 1 else 'it'}."


def _stale(outcome: Outcome, folder: Path, paint: Paint, verbose: bool) -> Iterator[str]:
    """Segments whose source changed since they were translated."""
    changed = [one for one in outcome.stale if not one.translation(outcome.least)]
    corrected = [one for one in outcome.stale if one.translation(outcome.least)]
    yield from _listed(
        "Changed since they were translated; the old translation is not used:", changed, folder, paint, verbose
    )
    yield from _listed(
        "Changed in signs or capitals alone; the translation is still used:", corrected, folder, paint, verbose
    )


def _listed(head: str, stale: list[Found], folder: Path, paint: Paint, verbose: bool) -> Iterator[str]:
    if stale:
        yield ""
        yield head
    for one in stale if verbose else stale[:_MOST]:
        yield f"  {_place(one, folder)}: {paint(one.unit.segment.role, 'quiet')}: {_short(one)}"
        if one.before:
            yield f"    it was: {_shortened(one.before[0])}"
    if len(stale) > _MOST and not verbose:
        yield f"  and {len(stale) - _MOST} more (--verbose lists all)"


def _left(outcome: Outcome, folder: Path, verbose: bool) -> Iterator[str]:
    """Segments that are not translated, and stay in the language of the source."""
    left = [one for one in outcome.left if not one.stale]
    if left:
        yield ""
        yield "Not translated; the words of the source stand in their place, marked as such:"
    for one in left if verbose else left[:_MOST]:
        why = f" ({one.stored.state})" if one.stored and one.stored.target and one.stored.state else ""
        yield f"  {_place(one, folder)}: {one.unit.segment.role}{why}: {_short(one)}"
    if len(left) > _MOST and not verbose:
        yield f"  and {len(left) - _MOST} more (--verbose lists all)"


def _same(outcome: Outcome, folder: Path, verbose: bool) -> Iterator[str]:
    """Translations that are their source, word by word: some tools fill in what nobody has translated."""
    same = [one for one in outcome.matching.found if one.translation(outcome.least) and _is_source(one)]
    if same:
        yield ""
        yield f"The same as in the source; screen readers read them as {outcome.language}. Leave empty what is not translated:"
    for one in same if verbose else same[:_MOST]:
        yield f"  {_place(one, folder)}: {one.unit.segment.role}: {_short(one)}"
    if len(same) > _MOST and not verbose:
        yield f"  and {len(same) - _MOST} more (--verbose lists all)"


def _is_source(found: Found) -> bool:
    """Whether the words of a translation are those of its source, and too many to be a name or a word that two languages share."""
    words = said(found.unit.segment.tokens)
    return found.stored is not None and said(found.stored.target) == words and len(_WORD.findall(words)) >= _SENTENCE


def _faults(outcome: Outcome, paint: Paint) -> Iterator[str]:
    for fault in outcome.faults:
        at = f"{fault.file}:{fault.line}" if fault.line else fault.file
        segment = f", segment {fault.key}" if fault.key else ""
        yield f"{at}: {paint('error', 'error')} {fault.message}"
        yield f"  it translates {fault.place}{segment}"
        yield f"  hint: {fault.hint}"
    for (what, id), (instead, other) in outcome.other_ids[:_MOST]:
        yield f"{paint('error', 'error')} {what} has the id {id}, and would have {other or 'none'}{f' ({instead})' if instead != what else ''}"
        yield "  hint: Two options that are translated with the same words become one. Give them words of their own."


def _place(found: Found, folder: Path) -> str:
    return f"{folder.as_posix()}/{found.unit.segment.file}:{found.unit.segment.line}"


def _short(found: Found) -> str:
    return _shortened("".join(token.words for token in found.unit.segment.tokens))


def _shortened(text: str) -> str:
    words = " ".join(text.split())
    return words if len(words) <= _WIDTH else f"{words[: _WIDTH - 1]}…"


def outcome_json(outcome: Outcome) -> Mapping[str, object]:
    """The same for tools. Lines count from 1."""
    return {
        "language": outcome.language,
        "written": [path.as_posix() for path in outcome.written],
        "segments": [
            {
                "key": one.unit.key,
                "path": one.unit.segment.file,
                "line": one.unit.segment.line,
                "role": one.unit.segment.role,
                "translated": bool(one.translation(outcome.least)),
                "stale": one.stale,
                "state": (one.stored.state if one.stored else "") or "",
            }
            for one in outcome.matching.found
        ],
        "faults": [
            {"file": f.file, "line": f.line, "key": f.key, "place": f.place, "message": f.message, "hint": f.hint}
            for f in outcome.faults
        ],
        "otherIds": [{"id": id, "would": other} for (_, id), (_, other) in outcome.other_ids],
    }
