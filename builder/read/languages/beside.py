"""A translated course beside its source: what answers hang on must be the same, and terms are those of the source."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import zip_longest
from typing import Any

from builder.model.assessment import AssessmentItem
from builder.model.blocks import Watch
from builder.model.course import Course, Module
from builder.model.diagnostics import Diagnostic, Report, Span
from builder.model.rules import fault
from builder.read.languages.changed import digest_of, left_over
from builder.read.languages.same_answers import differences

_TERMS = ("privacy", "multiple", "grouped")
"""What an interaction says beside words and options."""
_OPTIONS = ("choices", "sources", "targets")
"""Where an interaction keeps what can be chosen, each with an id."""


@dataclass(frozen=True, slots=True)
class Aligned:
    """The modules of a translation in the order of the source, and what came of laying them side by side."""

    modules: tuple[Module, ...]
    found: tuple[Diagnostic, ...]
    """By paths in the folder of the translation; those that begin with `../` are in the source."""
    lent: frozenset[str]
    """Paths of the modules that the source lends."""


def beside_source(source: Course, course: Course, tag: str, report: Report, changed: frozenset[str]) -> Aligned:
    """Lay a translated course beside its source; `changed`: paths of modules that have changed since they were translated.

    A file that is left over from a module of another name is the translation of what it was written from, and of no more.
    """
    left = left_over(source, course.folder)
    own = {module.id: module for module in course.modules}
    found: list[Diagnostic] = []
    modules, lent = [], []
    unread = {fault.span.path for fault in report.errors}
    for module in source.modules:
        other = own.pop(module.id, None)
        origin = left.get(other.span.path, "") if other else ""
        is_other = origin not in {"", digest_of(source.folder / module.span.path)}
        if other and module.span.path not in changed and not is_other:
            if other.span.path not in unread:
                found += _differences(module, other)
            modules.append(_on_terms(module, other))
        else:
            if module.span.path not in unread:
                found.append(_lent(module, tag, other is not None))
            # Who presents it is named as everywhere in this language.
            people = {person.id: person for person in course.people}
            presenters = tuple(people.get(one.id, one) for one in module.presenters)
            modules.append(replace(module, language=module.language or source.language, presenters=presenters))
            lent.append(module.span.path)
    found += [_extra(other) for other in own.values() if other.span.path not in left]
    return Aligned(tuple(modules), tuple(found), frozenset(lent))


def _lent(module: Module, tag: str, changed: bool) -> Diagnostic:
    if changed:
        message = (
            f"this module has changed since {tag}/{module.span.path} was written, so learners read it as it is here"
        )
        hint = f"Run `satchel translate --to {tag}`, and `satchel translate --read {tag}.xlf` when it is translated."
    else:
        message = f"this module is not in {tag}/, so learners in that language read it as it is here"
        hint = f"Translate it: `satchel translate --to {tag}`, or write {tag}/{module.span.path}."
    span = Span(f"../{module.span.path}", module.span.line)
    return fault("LNG-008", span, message, hint, _line(module, module.span))


def _extra(module: Module) -> Diagnostic:
    message = f"the source has no module {module.id}"
    hint = "Give it the id of the module that it translates, or take it out: answers are kept by ids."
    return fault("LNG-007", module.span, message, hint, _line(module, module.span))


def _differences(module: Module, other: Module) -> Iterator[Diagnostic]:
    ours, theirs = _asked(module), _asked(other)
    lacking, extra = [id for id in ours if id not in theirs], [id for id in theirs if id not in ours]
    for id, meant in zip_longest(extra, lacking[: len(extra)]):
        message = f"the source has no question, reflection or film {id} in this module"
        of = f"the one that it translates, perhaps {{#{meant}}}" if meant else "the one that it translates"
        block = theirs[id]
        yield fault(
            "LNG-007", block.span, message, f"Give it the id of {of}; or take it out.", _line(other, block.span)
        )
    for id in lacking[len(extra) :]:
        message = f"{_what(ours[id])} {id} is in the source ({_place(ours[id])}), and not here"
        hint = f"Write it here too, with {{#{id}}} behind its heading: answers are kept by ids."
        yield fault("LNG-007", other.span, message, hint, _line(other, other.span))
    shared = [id for id in theirs if id in ours]
    if moved := next(
        (one for one, other in zip(shared, (id for id in ours if id in theirs), strict=True) if one != other), ""
    ):
        message = f"{moved} stands in another place here than in the source ({_place(ours[moved])})"
        hint = "Put questions, reflections and films in the order of the source: reports list them by it."
        yield fault("LNG-007", theirs[moved].span, message, hint, _line(other, theirs[moved].span))
    for id, block in theirs.items():
        original = ours.get(id)
        if isinstance(block, AssessmentItem) and isinstance(original, AssessmentItem):
            for message, hint in differences(original, block):
                told = f"{message} ({_place(original)})"
                yield fault("LNG-007", block.span, told, hint, _line(other, block.span))


def _asked(module: Module) -> dict[str, AssessmentItem | Watch]:
    """What a learner's state is kept by in a module."""
    return {block.id: block for block in module.blocks if isinstance(block, AssessmentItem | Watch)}


def _what(block: AssessmentItem | Watch) -> str:
    return "the film" if isinstance(block, Watch) else block.kind.noun.replace("a ", "the ", 1)


def _place(block: AssessmentItem | Watch) -> str:
    return f"{block.span.path}:{block.span.line}"


def _line(module: Module, span: Span) -> str:
    lines = module.facts.sources.get(span.path, ())
    return lines[span.line - 1] if 0 < span.line <= len(lines) else ""


def _on_terms(module: Module, other: Module) -> Module:
    """A translated module with everything of its source that is no words: how often, how much, when, in what order."""
    ours = _asked(module)

    def with_terms(block: Any) -> Any:
        original = ours.get(getattr(block, "id", ""))
        if isinstance(block, Watch) and isinstance(original, Watch):
            return replace(block, watched=original.watched, elsewhere=original.elsewhere)
        if isinstance(block, AssessmentItem) and isinstance(original, AssessmentItem):
            return _item_on_terms(original, block)
        return block

    blocks = tuple(map(with_terms, other.blocks))
    return replace(other, blocks=blocks, draw=module.draw, feedback=module.feedback, needs=module.needs)


def _item_on_terms(original: AssessmentItem, item: AssessmentItem) -> AssessmentItem:
    if original.kind.word != item.kind.word:
        return item
    one, ours = item.interaction, original.interaction
    changes = {name: getattr(ours, name) for name in _TERMS if hasattr(ours, name)}
    changes |= {name: in_order(getattr(ours, name), getattr(one, name)) for name in _OPTIONS if hasattr(ours, name)}
    return replace(
        item,
        kind=original.kind,
        interaction=replace(one, **changes),
        weight=original.weight,
        attempts=original.attempts,
        shuffle=original.shuffle,
        unreported=original.unreported,
    )


def in_order(ours: Sequence[Any], theirs: Sequence[Any]) -> tuple[Any, ...]:
    """Options in the order of the source, by their ids: reports name them by their places."""
    places = {option.id: place for place, option in enumerate(ours)}
    return tuple(sorted(theirs, key=lambda option: places.get(option.id, len(places))))
