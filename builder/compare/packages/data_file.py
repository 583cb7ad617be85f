"""`satchel.json`, read back: what the builder wrote into the package for `satchel compare`."""

import json
from collections.abc import Iterator
from dataclasses import replace
from typing import Any

from builder.compare.packages.finished import (
    Asked,
    Film,
    Finished,
    KindFacts,
    Makeup,
    Module,
    Option,
    Package,
    Passage,
    Question,
    Right,
    Shown,
    Terms,
)
from builder.model.assessment import Pair

_FORM = 1


def read_data(content: bytes, package: Package) -> Finished | None:
    """The course that the file tells of; None when it was not written by Satchel, was changed by hand, or has a form that is not known yet."""
    try:
        data = json.loads(content)
        return _finished(data, package) if data["form"] == _FORM else None
    except (ValueError, KeyError, TypeError, AttributeError, OverflowError, RecursionError):
        return None


def _finished(data: Any, package: Package) -> Finished:
    source = _source(data, package)
    return replace(source, wordings={tag: _in_words(source, said) for tag, said in data.get("wordings", {}).items()})


def _in_words(source: Finished, data: Any) -> Finished:
    """The course as it reads in another language: its own words, on the terms of the source."""
    modules = {module["id"]: module for module in data}
    questions = {one["id"]: one for module in data for one in module["questions"]}
    return replace(
        source,
        modules=tuple(_module_said(module, modules.get(module.id)) for module in source.modules),
        questions=tuple(_question_said(question, questions.get(question.id)) for question in source.questions),
    )


def _module_said(module: Module, data: Any) -> Module:
    if data is None:
        return module
    parts = _passages(data["parts"]) if "parts" in data else None
    said = replace(module, title=_text(data["title"]), passages=_passages(data["passages"]), parts=parts)
    return replace(said, shown=_shown(data), files=_files(data), makeup=_makeup(data), order=_order(data))


def _question_said(question: Question, data: Any) -> Question:
    """Its options have no fingerprint: that of the source is kept with answers, in whichever language they are given."""
    if data is None:
        return question
    said = _question(data, question.facts, question.module)
    return replace(
        question,
        title=said.title,
        wording=said.wording,
        options=tuple(replace(option, wording=0) for option in said.options),
        right=said.right,
        passages=said.passages,
        beside=said.beside,
        look=said.look,
    )


def _source(data: Any, package: Package) -> Finished:
    kinds = {name: _facts(facts) for name, facts in data["kinds"].items()}
    completion, mark = data["completion"], data["completion"]["passMark"]
    return Finished(
        package,
        id=_text(data["id"]),
        title=_text(data["title"]),
        version=_text(data["version"]),
        language=_text(data["language"]),
        languages=tuple(map(_text, data.get("languages", ()))),
        rule=_text(completion["rule"]),
        partial=completion["partial"] is True,
        read=completion.get("read") is True,
        confirmed=completion.get("confirmed") is True,
        pass_mark=None if mark is None else int(mark),
        privacy=_text(data["privacy"]),
        keeps_wordings=data.get("keepsWordings") is True,
        keeps_files=data.get("keepsFiles") is True,
        state_schema=int(data["stateSchema"]),
        satchel=_text(data.get("satchel", "")),
        about={_text(what): _text(said) for what, said in data["about"].items()} if "about" in data else None,
        terms=_terms(data["terms"]) if "terms" in data else None,
        modules=tuple(_module(module) for module in data["modules"]),
        questions=tuple(
            _question(one, kinds[one["kind"]], module["id"])
            for module in data["modules"]
            for one in module["questions"]
        ),
    )


def _terms(data: Any) -> Terms:
    asked = {
        _text(id): Asked(_text(one["ask"]), _text(one["kind"]), tuple(map(_text, one["options"])))
        for id, one in data["asked"].items()
    }
    return Terms(
        shows_answers=data["showsAnswers"] is True,
        stays_open=data["staysOpen"] is True,
        reports=_text(data["reports"]),
        notes=data["notes"] is True,
        record=data["record"] is True,
        certificate=data["certificate"] is True,
        asked=asked,
        banks={_text(name): int(draw) for name, draw in data["banks"].items()},
    )


def _module(data: Any) -> Module:
    films = (film for film in data.get("films", ()) if film["watched"])
    return Module(
        _text(data["id"]),
        _text(data["title"]),
        int(data["draw"]),
        data["handedIn"] is True,
        needs=tuple(map(_text, data.get("needs", ()))),
        passages=_passages(data["passages"]) if "passages" in data else None,
        parts=_passages(data["parts"]) if "parts" in data else None,
        films=tuple(map(_film, films)),
        shown=_shown(data),
        files=_files(data),
        makeup=_makeup(data),
        order=_order(data),
    )


def _film(data: Any) -> Film:
    elsewhere = data.get("elsewhere")
    return Film(
        _text(data["id"]), _text(data["title"]), int(data["watched"]), None if elsewhere is None else elsewhere is True
    )


def _shown(data: Any) -> tuple[Shown, ...]:
    return tuple(
        Shown(_text(one["id"]), _text(one["title"]), _text(one["noun"]), _text(one["file"]), one["away"] is True)
        for one in data.get("shown", ())
    )


def _files(data: Any) -> tuple[str, ...]:
    return tuple(map(_text, data.get("files", ())))


def _makeup(data: Any) -> tuple[Makeup, ...] | None:
    rows = data.get("makeup")
    return None if rows is None else tuple((_text(a), _text(b), _text(c), _text(d)) for a, b, c, d in rows)


def _order(data: Any) -> tuple[str, ...]:
    return tuple(map(_text, data.get("order", ())))


def _passages(data: Any) -> tuple[Passage, ...]:
    return tuple((_text(number), _text(first)) for number, first in data)


def _facts(data: Any) -> KindFacts:
    return KindFacts(
        word=_text(data["word"]),
        noun=_text(data["noun"]),
        scored=data["scored"] is True,
        written=data["written"] is True,
        lettered=data["lettered"] is True,
        placed=data.get("placed") is True,
        ordered=data["ordered"] is True,
    )


def _question(data: Any, facts: KindFacts, module: str) -> Question:
    attempts, units, several = data.get("attempts"), data.get("units"), data.get("several")
    return Question(
        id=_text(data["id"]),
        kind=_text(data["kind"]),
        facts=facts,
        module=module,
        title=_text(data["title"]),
        wording=_text(data["wording"]),
        options=(*_options(data["options"]), *_options(data.get("targets", ()), target=True)),
        right=tuple(map(_right, data.get("right", ()))),
        passages=_passages(data.get("passages", ())),
        beside=_passages(data.get("beside", ())),
        look=_text(data.get("look", "")),
        shape=_text(data.get("shape", "")),
        asked=data.get("asked") is True,
        bank=_text(data.get("bank", "")),
        privacy=_text(data.get("privacy", "")),
        unreported=data.get("unreported") is True,
        weight=int(data.get("weight", 1)),
        attempts=None if attempts is None else int(attempts),
        several=None if several is None else several is True,
        units=None if units is None else tuple(map(_text, units)),
    )


def _options(data: Any, target: bool = False) -> Iterator[Option]:
    return (
        Option(_text(option["id"]), _text(option["words"]), target, int(option.get("wording", 0))) for option in data
    )


def _right(data: Any) -> Right:
    return _text(data) if isinstance(data, str) else Pair(*map(_text, data))


def _text(value: object) -> str:
    if not isinstance(value, str):
        raise TypeError(f"{value!r} is no text")
    return value
