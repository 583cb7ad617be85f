"""What `satchel compare` reads of a package: `satchel.json`, a file beside the page that no learner loads."""

import json
from collections.abc import Iterator, Mapping
from typing import Any

from builder import __version__
from builder.model.assessment import AssessmentItem
from builder.model.blocks import Watch
from builder.model.content import telling_words, words
from builder.model.contract import STATE_SCHEMA
from builder.model.course import Course, Module
from builder.model.kind import QuestionKind
from builder.remembered import Remembered
from builder.render.makeup import about_course, look_of, makeup_of, order_of
from builder.render.page.verdict_fingerprint import basis_of
from builder.render.passages import passages_about, passages_beside, passages_of, passages_of_parts
from builder.render.shown import files_of, films_of

FORM = 1
"""Form of the file. A later one gets the next number, and `compare` goes on reading the earlier ones."""


def comparison_json(course: Course, kept: Remembered | None = None) -> str:
    """The file of a course: its modules and questions, what is right in them, and how it is completed."""
    modules = ", ".join(_remembered(course, module, kept) for module in course.modules)
    return f'{_json(_about(course))[:-1]}, "modules": [{modules}]}}\n'


def comparison_data(course: Course) -> Mapping[str, object]:
    """The same as a value."""
    return {**_about(course), "modules": [_module(course, module) for module in course.modules]}


def _json(value: object) -> str:
    return json.dumps(value, ensure_ascii=False, check_circular=False)


def _about(course: Course) -> Mapping[str, object]:
    completion = course.completion
    return {
        "form": FORM,
        "satchel": __version__,
        "id": course.id,
        "version": course.version,
        "title": course.title,
        "language": course.language,
        **({"languages": [one.folder for one in course.translations]} if course.translations else {}),
        **({"wordings": _wordings(course)} if course.translations else {}),
        "completion": {
            "rule": completion.rule,
            "passMark": completion.pass_mark,
            "partial": completion.partial,
            "read": completion.read,
            **({"confirmed": True} if completion.confirmed else {}),
        },
        "privacy": course.privacy,
        **({"statement": course.statement} if course.statement else {}),
        "keepsWordings": True,
        "keepsFiles": True,
        "stateSchema": STATE_SCHEMA,
        "terms": _terms(course),
        "about": about_course(course),
        "kinds": {item.kind.name: _facts(item.kind) for item in course.items},
    }


def _terms(course: Course) -> Mapping[str, object]:
    """Settings of the whole course that decide what learners may do, and what of it is kept and reported."""
    form = course.record.form if course.record else None
    return {
        "showsAnswers": course.shows_answers,
        "staysOpen": course.completion.stays_open,
        "reports": course.reports,
        "notes": course.notes,
        "record": course.record is not None,
        "certificate": course.record is not None and course.record.certificate,
        "asked": {
            one.id: {"ask": one.ask, "kind": one.kind, "options": list(one.options)}
            for one in (form.questions if form else ())
        },
        "banks": {bank.name: bank.draw for bank in course.banks},
    }


_SAID = ("id", "kind", "title", "wording", "look", "options", "targets", "right", "passages", "beside")
"""What of a question is said in each language; all else is that of the source."""


def _wordings(course: Course) -> Mapping[str, object]:
    """What modules and questions say in each other language."""
    return {one.folder: [_said(one.course, module) for module in one.course.modules] for one in course.translations}


def _said(course: Course, module: Module) -> Mapping[str, object]:
    questions = (_question(course, item) for item in module.items)
    said = [{key: question[key] for key in _SAID if key in question} for question in questions]
    return {"id": module.id, "title": module.title, **_said_by(module), "questions": said}


def _remembered(course: Course, module: Module, kept: Remembered | None) -> str:
    """A module as JSON."""
    if kept is None:
        return _json(_module(course, module))
    settings = (
        course.feedback,
        course.completion.films,
        course.completion.confirmed,
        course.attempts,
        course.shuffle,
        course.privacy,
    )
    return kept.get("compared", module, settings, lambda: _json(_module(course, module)).encode()).decode()


def _module(course: Course, module: Module) -> Mapping[str, object]:
    return {
        "id": module.id,
        "title": module.title,
        "draw": module.draw or 0,
        "handedIn": course.handed_in(module),
        "needs": list(module.needs),
        "films": [_film(course, block) for block in module.blocks if isinstance(block, Watch)],
        **_said_by(module),
        "questions": [_question(course, item) for item in module.items],
    }


def _said_by(module: Module) -> Mapping[str, object]:
    """Its words and files: a language may have its own."""
    shown = {name: found for name, found in (("shown", films_of(module)), ("files", files_of(module))) if found}
    said = {"passages": passages_of(module), "parts": passages_of_parts(module)}
    return {**said, "makeup": makeup_of(module), "order": order_of(module), **shown}


def _film(course: Course, film: Watch) -> Mapping[str, object]:
    title, watched = _plain(film.title.text), course.to_watch(film)
    return {"id": film.id, "title": title, "watched": watched, "elsewhere": film.elsewhere or film.away}


def _facts(kind: QuestionKind) -> Mapping[str, object]:
    """What a comparison must know of a kind."""
    return {
        "word": kind.word,
        "noun": kind.choice_noun,
        "scored": kind.scored,
        "written": kind.privacy is not None,
        # Reports of SCORM 1.2 name an option by the letter of its place, those of both editions a label by its number.
        "lettered": kind.scorm12 in ("choice", "matching", "sequencing"),
        "placed": kind.scorm2004 == "likert",
        "ordered": kind.scorm12 == "sequencing",
    }


def _question(course: Course, item: AssessmentItem) -> Mapping[str, object]:
    kind, one, wordings = item.kind, item.interaction, item.wordings
    question: dict[str, object] = {
        "id": item.id,
        "kind": kind.name,
        "title": _plain(item.title.text),
        "wording": "\n".join(_wording(item)),
        "look": look_of(item),
        "options": [_option(choice, wordings.get(choice.id, 0)) for choice in item.choices],
    }
    if targets := kind.targets(one):
        question["targets"] = [_option(target, wordings.get(f".{target.id}", 0)) for target in targets]
    if kind.right:
        attempts = item.attempts or course.attempts
        right = list((kind.reported or kind.right)(one))
        question |= {"right": right, "basis": basis_of(item), "weight": item.weight, "attempts": attempts}
    if units := kind.units(one):
        question["units"] = list(units)
    if not kind.scored:
        question["several"] = len(kind.longest(one).chosen) > 1
    if shape := item.kind.rests_on(one):
        question["shape"] = shape
    if item.kind.asked(course.completion.confirmed):
        question["asked"] = True
    if item.bank:
        question["bank"] = item.bank
    if item.privacy:
        question["privacy"] = item.privacy
    if item.unreported:
        question["unreported"] = True
    if said := passages_about(item):
        question["passages"] = said
    if beside := passages_beside(item):
        question["beside"] = beside
    return question


def _option(option: Any, wording: int) -> Mapping[str, object]:
    """What can be chosen; with the fingerprint of its words where the id leaves some of them out."""
    said = {"id": option.id, "words": _plain(telling_words(option.content))}
    return said | ({"wording": wording} if wording else {})


def _wording(item: AssessmentItem) -> Iterator[str]:
    """All that a learner reads before answering, but for the options; a line for each part."""
    yield _plain(item.title.text)
    if item.prompt:
        yield _plain(words(item.prompt))
    if text := item.kind.text(item.interaction):
        yield _plain(words(text))


def _plain(text: str) -> str:
    return " ".join(text.split())
