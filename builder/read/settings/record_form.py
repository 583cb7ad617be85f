"""The record of learning: whether the course has one, and the questions of the form in it."""

import re
from collections.abc import Callable, Iterator, Mapping
from dataclasses import replace
from functools import partial
from itertools import count
from pathlib import Path

from builder.did_you_mean import NAME, did_you_mean
from builder.model.diagnostics import Diagnostic, Span
from builder.model.record import FormQuestion, RecordForm, RecordPage
from builder.model.rules import fault
from builder.read.files.source import Source, read_source
from builder.read.settings.validate import form_settings
from builder.read.settings.values import CourseSettings, FormQuestionSettings, FormSettings
from builder.read.settings.yaml_spans import Settings, read_yaml
from builder.read.typography import typeset_setting

FORM = "record.yml"
"""What a form is usually called."""

_SHIPPED = Path(__file__).with_name("forms")
_SHIPPED_LANGUAGE = "en-GB"
_FILE = re.compile(r"\.ya?ml$")


def read_record(
    folder: Path, course: CourseSettings, source: Source | None, yaml: Settings, written: bool
) -> tuple[RecordPage | None, list[Diagnostic]]:
    """The page of a course whose settings are `course`; `written`: whether it asks learners to write something.

    Unless the author says otherwise there is one when there are words to gather, or a certificate to print.
    """
    chosen, certificate = course.record, course.certificate == "yes"
    if not chosen:
        return (RecordPage(None, certificate) if written or certificate else None), list(_forgotten(folder))
    if chosen == "none":
        return None, list(_without_record(source, yaml) if certificate and source else ())
    if not _FILE.search(chosen):
        form = _form(_SHIPPED, f"{chosen}.yml", course, shipped=True)[0] if chosen != "plain" else None
        return RecordPage(form, certificate), []
    if not (folder / chosen).is_file() or source is None:
        line, column = yaml.place(("record",))
        return RecordPage(None, certificate), [_missing(folder, chosen, source, line, column)] if source else []
    form, diagnostics = _form(folder, chosen, course, shipped=False)
    return RecordPage(form, certificate), diagnostics


def read_own_form(folder: Path, chosen: str) -> tuple[Settings, Source] | None:
    """The settings of the course's own form with their places; None when it has none that can be read."""
    source = read_source(folder, chosen)[0] if _FILE.search(chosen) and (folder / chosen).is_file() else None
    yaml = read_yaml(source, 1, len(source.lines)) if source else Settings()
    return (yaml, source) if source and not yaml.diagnostics else None


def _form(folder: Path, name: str, course: CourseSettings, shipped: bool) -> tuple[RecordForm | None, list[Diagnostic]]:
    source, faults = read_source(folder, name)
    if source is None:
        return None, list(faults)
    yaml = read_yaml(source, 1, len(source.lines))
    settings, unfit = form_settings(yaml, source) if not yaml.diagnostics else (None, [])
    diagnostics = [*faults, *yaml.diagnostics, *unfit]
    if settings is None:
        return None, diagnostics
    if not shipped:
        diagnostics += _check(settings, course.standards, yaml, source)
    places = None if shipped else partial(_place, yaml, source)
    return _made(settings, course, _SHIPPED_LANGUAGE if shipped else "", places), diagnostics


def _place(yaml: Settings, source: Source, number: int) -> tuple[Span, str]:
    line, column = yaml.place(("questions", number, "id"))
    return Span(source.path, line, column), source.lines[line - 1]


def _made(
    settings: FormSettings, course: CourseSettings, language: str, places: Callable[[int], tuple[Span, str]] | None
) -> RecordForm:
    # A course in English reads it in its own English.
    other = "" if course.language.startswith("en") else language

    def words(text: str) -> str:
        return typeset_setting(text, other or course.language)

    questions = []
    for number, question in enumerate(settings.questions):
        options = course.standards.get(question.framework, []) if question.framework else question.options
        # The form that comes with the builder asks about frameworks that not every course answers to.
        if options or question.kind not in {"one", "several"}:
            chosen = tuple(words(option) for option in options)
            own = bool(question.framework)
            made = FormQuestion(question.id, words(question.ask), question.kind, words(question.help), chosen, own)
            questions.append(replace(made, place=places(number)) if places else made)
    return RecordForm(words(settings.title), words(settings.about), tuple(questions), other)


def _check(
    form: FormSettings, standards: Mapping[str, list[str]], yaml: Settings, source: Source
) -> Iterator[Diagnostic]:
    if not form.questions:
        line, column = yaml.place(("questions",), of_key=True)
        hint = "Add an entry such as `- id: learnt` with a line `ask: What did you learn?` below it."
        yield source.fault("REC-005", line, column, "this form asks nothing", hint)
    seen: dict[str, int] = {}
    for number, question in enumerate(form.questions):
        line, column = yaml.place(("questions", number, "id"))
        if question.id in seen:
            message = f'the id "{question.id}" is already used on line {seen[question.id]}'
            hint = f"Give one of them an id of its own, for example id: {_free(question.id, form)}"
            yield source.fault("REC-003", line, column, message, hint, len(question.id))
        seen.setdefault(question.id, line)
        yield from _check_options(number, question, standards, yaml, source)


def _free(taken: str, form: FormSettings) -> str:
    """An id that no question of the form has: the one that is taken, with a number behind it."""
    ids = {question.id for question in form.questions}
    return next(other for number in count(2) if (other := f"{taken}-{number}") not in ids)


def _check_options(
    number: int, question: FormQuestionSettings, standards: Mapping[str, list[str]], yaml: Settings, source: Source
) -> Iterator[Diagnostic]:
    here = ("questions", number)
    chosen = question.kind in {"one", "several"}
    offered = "options" if question.options else "framework"
    if chosen and not question.options and not question.framework:
        message = f'a question of the kind "{question.kind}" needs something to choose from'
        hint = "Add a line such as `options: [Yes, No]`, or `framework: PCF` for entries of your standards."
        yield source.fault("REC-002", *yaml.place((*here, "kind")), message, hint, len(question.kind))
    elif not chosen and (question.options or question.framework):
        message = f'a question of the kind "{question.kind}" has nothing to choose from'
        hint = "Add a line `kind: several` or `kind: one`, or delete this one."
        yield source.fault("REC-002", *yaml.place((*here, offered), of_key=True), message, hint, len(offered))
    elif question.options and question.framework:
        message = "this question has both options and a framework"
        place = yaml.place((*here, "framework"), of_key=True)
        yield source.fault("REC-002", *place, message, "Delete one of the two.", len("framework"))
    elif question.framework and question.framework not in standards:
        near = did_you_mean(question.framework, standards, NAME)
        hint = f'Did you mean "{near}"?' if near else f"Add {question.framework} to `standards` in course.yml."
        message = f'course.yml has no standards called "{question.framework}"'
        place = yaml.place((*here, "framework"))
        fix = (question.framework, near) if near else None
        yield source.fault("REC-004", *place, message, hint, len(question.framework), fix)
    for index, option in enumerate(question.options):
        # An answer is kept by its words: two that are alike would both be chosen when the learner comes back.
        if option in question.options[:index]:
            message = f'the option "{option}" is there twice'
            at = yaml.place((*here, "options", index))
            yield source.fault("REC-002", *at, message, "Change one of them, or delete it.", len(option))


def _missing(folder: Path, name: str, source: Source, line: int, column: int) -> Diagnostic:
    others = sorted(path.name for path in folder.glob("*.y*ml") if path.name != "course.yml")
    near = did_you_mean(name, others, NAME)
    hint = (
        f"Did you mean {near}?"
        if near
        else "Make the file beside course.yml, or write `record: plain` for a record without a form."
    )
    message, fix = f"there is no form {name} in the course folder", (name, near) if near else None
    return source.fault("REC-001", line, column, message, hint, len(name), fix)


def _without_record(source: Source, yaml: Settings) -> Iterator[Diagnostic]:
    message = "the certificate is a part of the record of learning, and this course has none"
    hint = "Delete the line `record: none`, or the line `certificate: yes`."
    yield source.fault("REC-007", *yaml.place(("certificate",)), message, hint, len("yes"))


def _forgotten(folder: Path) -> Iterator[Diagnostic]:
    if (folder / FORM).is_file():
        message = "course.yml does not name this form, so no learner will see its questions"
        yield fault(
            "REC-006", Span(FORM), message, "Add the line `record: record.yml` to course.yml, or delete the file."
        )
