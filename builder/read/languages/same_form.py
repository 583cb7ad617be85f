"""The form of the record of learning in another language: what a learner chose there is kept in the words of the source."""

from collections.abc import Iterator
from dataclasses import replace
from itertools import zip_longest

from builder.model.course import Course
from builder.model.diagnostics import Diagnostic
from builder.model.record import FormQuestion, RecordForm, RecordPage
from builder.model.rules import fault


def record_beside(
    source: Course, course: Course, changed: frozenset[str]
) -> tuple[RecordPage | None, list[Diagnostic]]:
    """The record of a translated course, and where its form asks something else than that of the source.

    A choice is the same in every language: it is kept as the source words it. Where the translation has no form, or one
    that was written before the source's had `changed`, learners have that of the source.
    """
    if source.record is None:
        return None, []
    ours, theirs = source.record.form, course.record.form if course.record else None
    found = list(_differences(ours, theirs)) if ours and theirs else []
    is_old = any(place[0].path in changed for one in (ours.questions if ours else ()) if (place := one.place))
    if ours and (not theirs or (found and is_old)):
        return RecordPage(_lent(ours, source.language), source.record.certificate), []
    return RecordPage(_on_terms(ours, theirs) if ours and theirs else theirs, source.record.certificate), found


def _lent(form: RecordForm, language: str) -> RecordForm:
    """A form that says its language."""
    questions = tuple(replace(one, own_options=False) for one in form.questions)
    return replace(form, questions=questions, language=form.language or language)


def _on_terms(source: RecordForm, form: RecordForm) -> RecordForm:
    ours = {one.id: one.options for one in source.questions}
    return replace(form, questions=tuple(replace(one, kept=ours.get(one.id, ())) for one in form.questions))


def _differences(source: RecordForm, form: RecordForm) -> Iterator[Diagnostic]:
    ours, theirs = ({one.id: one for one in asked.questions} for asked in (source, form))
    lacking, extra = [id for id in ours if id not in theirs], [id for id in theirs if id not in ours]
    for id, meant in zip_longest(extra, lacking[: len(extra)]):
        which = f"id: {meant}, if it is that one" if meant else "the id of the one that it translates"
        yield from _at(theirs[id], f"the form of the source has no question {id}", f"Give it {which}; or take it out.")
    for id in lacking[len(extra) :]:
        message = f"the question {id} is in the form of the source, and not here"
        yield from _at(form.questions[-1], message, f"Ask it here too, with id: {id}. Answers are kept by ids.")
    for id, one in theirs.items():
        if id not in ours:
            continue
        here, there = _terms(one), _terms(ours[id])
        if here != there:
            message = f"{id} is {here} here, and {there} in the source"
            yield from _at(one, message, "Give it the kind of the source, and the same options in the same order.")


def _terms(question: FormQuestion) -> str:
    """What must be the same in every language."""
    count = len(question.options)
    choices = f" with {count} option{'' if count == 1 else 's'}" if count else ""
    return f"`kind: {question.kind}`{choices}"


def _at(question: FormQuestion, message: str, hint: str) -> Iterator[Diagnostic]:
    if question.place:
        span, line = question.place
        yield fault("LNG-007", span, message, hint, line)
