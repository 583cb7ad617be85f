"""Changes in the words of a language that is not the source's: answers are kept by ids, whatever their options say there."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace

from builder.compare.change import FILES, FILM, LOOK, QUESTION_LOOK, TEXT, Change
from builder.compare.changes.modules import module_changes
from builder.compare.changes.options import STAYS
from builder.compare.changes.questions import question_changes
from builder.compare.changes.terms import until_then
from builder.compare.packages.finished import Finished, Option, Question

_EFFECTS = {
    "option-reworded": "",
    "option-replaced": "Learners who chose it in {tag} would be shown the new words as their answer, with the verdict on the old ones. If both say the same, put the old words back.",
    "question-corrected": "",
    "question-reworded": "",
    "question-replaced": "Who answered it in {tag} answered another question. If both ask the same, put the old words back; else give it another id in every language.",
    "right-answer": "Learners whose answer is worth something else now are asked to look at it again.{until} Others notice nothing, and no score is lowered.",
    "module-renamed": "",
    "module-replaced": "Learners who have opened it in {tag} would count as having opened another module. If both say the same, put the old title back.",
    TEXT: "",
    FILM: "",
    FILES: "",
    LOOK: "",
    QUESTION_LOOK: "",
}
"""Kinds of change that words make, and what comes of each; empty for what comes of it in the source as well."""


def language_changes(old: Finished, new: Finished, told: Iterable[Change]) -> Iterator[Change]:
    """What is worded otherwise in each language that both packages have; `told`: what is different in the source."""
    before, after = _by_language(old), _by_language(new)
    names = {module.id: module.title for module in new.modules}
    names |= {question.id: question.title for question in new.questions}
    known = {(change.kind, change.id, change.what) for change in told}
    for tag in after:
        if tag in before and (before[tag] is not old or after[tag] is not new):
            was = _with_the_same_words(before[tag], after[tag], old, new)
            yield from _in(tag, was, _with_own_films(before[tag], after[tag], old, new), names, known)


def unknown_wordings(old: Finished, new: Finished) -> tuple[str, ...]:
    """Tags of languages in both packages, of which one does not say how it is worded."""
    both = [tag for tag in (new.language, *new.languages) if tag in {old.language, *old.languages}]
    return tuple(tag for tag in both if not (tag in _by_language(old) and tag in _by_language(new)))


def _by_language(one: Finished) -> Mapping[str, Finished]:
    return {one.language: one, **one.wordings}


def _with_the_same_words(before: Finished, after: Finished, old: Finished, new: Finished) -> Finished:
    """What was, with the new words where one of the two is the source's: that a text was translated, or has to be, changes no meaning."""
    now, was_source, is_source = ({one.id: one for one in version.questions} for version in (after, old, new))
    questions = tuple(
        _known(one, now[one.id], was_source[one.id], is_source[one.id])
        if one.id in now and one.id in was_source
        else one
        for one in before.questions
    )
    return replace(before, questions=questions)


def _with_own_films(before: Finished, after: Finished, old: Finished, new: Finished) -> Finished:
    """What is now, without the films of the source: of them it is said there."""
    shared = {id for id, _ in _films(before) & _films(old)} & {id for id, _ in _films(after) & _films(new)}
    modules = (replace(one, shown=tuple(film for film in one.shown if film.id not in shared)) for one in after.modules)
    return replace(after, modules=tuple(modules))


def _films(one: Finished) -> set[tuple[str, str]]:
    return {(film.id, film.file) for module in one.modules for film in module.shown}


def _known(was: Question, now: Question, was_source: Question, is_source: Question) -> Question:
    if was.wording == was_source.wording or now.wording == is_source.wording:
        was = replace(was, wording=now.wording, title=now.title)
    new, lent, lends = ({one.key: one.words for one in version.options} for version in (now, was_source, is_source))

    def words(option: Option) -> str:
        is_lent = option.words == lent.get(option.key) or new.get(option.key) == lends.get(option.key)
        return new.get(option.key, option.words) if is_lent else option.words

    return replace(was, options=tuple(replace(option, words=words(option)) for option in was.options))


def _in(
    tag: str, before: Finished, after: Finished, names: Mapping[str, str], known: set[tuple[str, str, str]]
) -> Iterator[Change]:
    for change in (*module_changes(before, after), *question_changes(before, after)):
        if change.kind not in _EFFECTS or (change.kind, change.id, change.what) in known:
            continue
        if change.kind == "option-reworded" and change.effect != STAYS:
            continue  # it has another id: learners are asked again, as is said of the source
        until = next((until_then(one, after) for one in after.questions if one.id == change.id), "")
        effect = _EFFECTS[change.kind].format(tag=tag, until=until) or change.effect
        what = f"In {tag}: {change.what}"
        yield replace(change, subject=names.get(change.id, change.subject), what=what, effect=effect, language=tag)
