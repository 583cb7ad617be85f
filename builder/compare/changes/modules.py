"""Changes of modules."""

from collections.abc import Iterator, Mapping, Sequence

from builder.compare.change import TEXT, Change
from builder.compare.changes.files import file_changes, film_changes
from builder.compare.changes.makeup import module_makeup, moved
from builder.compare.changes.replaced import other_modules, renamed_modules
from builder.compare.changes.terms import GIVEN
from builder.compare.packages.finished import Film, Finished, Module, Passage

_KEPT = "Completion that was reached is never taken away."


def module_changes(old: Finished, new: Finished) -> Iterator[Change]:
    """Modules added, removed, renamed or in another order."""
    before = {module.id: module for module in old.modules}
    after = {module.id: module for module in new.modules}
    if before and not before.keys() & after.keys():
        what = "No module of the old version is left: all have another id."
        effect = "Learners have every module still to do, and find answers only where a question has kept its id. If these are the same modules, give them their old ids."
        yield Change("modules-replaced", "", "", what, effect, grave=True)
        for id, was in renamed_modules(old, new).items():
            yield _renamed(was, after[id])
        return
    others, renamed = other_modules(old, new), renamed_modules(old, new)
    for module in old.modules:
        if module.id not in after and module.id not in renamed.values():
            effect = f"It is not asked for any more, and answers in it are not shown. {_KEPT}"
            yield _module("module-removed", module, "This module is gone.", effect)
    elsewhere = moved([one.id for one in old.modules], [one.id for one in new.modules])
    names = {module.id: module.title for module in new.modules}
    texts_before, texts_now = _passages(old, new), _passages(new, old)
    in_order = _questions_in_order(old, new)
    films, files = film_changes(old, new), file_changes(old, new)
    for module in new.modules:
        yield from films.get(module.id, ())
        if module.id in others:
            yield _replaced(others[module.id], module)
        elif module.id in renamed:
            yield _renamed(renamed[module.id], module)
        else:
            yield from _changes(module, before.get(module.id), elsewhere, names)
            yield from _texts(module, texts_before.get(module.id), texts_now[module.id])
            if module.id in before:
                yield from module_makeup(before[module.id], module, in_order, old, new)
            yield from files.get(module.id, ())
    yield from files.get("", ())


def _questions_in_order(old: Finished, new: Finished) -> dict[str, str]:
    """Words of the questions that have not moved among themselves: of the others it is said where they are listed."""
    elsewhere = moved([one.id for one in old.questions], [one.id for one in new.questions])
    return {one.id: one.title for one in new.questions if one.id not in elsewhere}


def _renamed(was: str, module: Module) -> Change:
    what = f"It has another id than before: {module.id}, no longer {was}."
    effect = f"It looks like the same module: write `id: {was}` into its front matter. As it is, learners have it still to do. {_KEPT}"
    return _module("module-id", module, what, effect)


def _replaced(was: Module, module: Module) -> Change:
    what = f"Another module stands under the id {module.id}. Before, it was “{was.title}”."
    effect = f"Learners who have opened “{was.title}” would count as having opened this one. Give it an id of its own."
    return Change("module-replaced", module.id, module.title, what, effect, grave=True)


def _changes(
    module: Module, before: Module | None, elsewhere: frozenset[str], names: Mapping[str, str]
) -> Iterator[Change]:
    if before is None:
        effect = f"Learners in progress have this module still to do. {_KEPT}"
        yield _module("module-added", module, "This module is new.", effect)
        return
    if before.draw != module.draw:
        given = f"{module.draw} of its questions" if module.draw else "all of its questions"
        before_that = f"{before.draw} of them" if before.draw else "all of them"
        yield _module("module-draw", module, f"Each learner is given {given}; before, it was {before_that}.", GIVEN)
    if before.handed_in != module.handed_in:
        what = (
            "Its questions are judged when all of them are handed in."
            if module.handed_in
            else "Its questions are judged one by one."
        )
        effect = "Verdicts that were given stay. Answers that were given and not handed in wait for a second look."
        yield _module("module-feedback", module, what, effect)
    yield from _asked(module, before, names)
    if before.title != module.title:
        what = f"This module was called “{before.title}”."
        yield _module("module-renamed", module, what, "Learners in progress go on in it.")
    if module.id in elsewhere:
        yield _module(
            "module-moved", module, "This module stands in another place.", "Learners in progress go on in it."
        )


def _asked(module: Module, before: Module, names: Mapping[str, str]) -> Iterator[Change]:
    """What must be done before the module opens, and which of its films are to be watched."""
    if set(before.needs) != set(module.needs):
        first = ", ".join(f"“{names.get(id, id)}”" for id in module.needs)
        what = (
            f"It opens only when these modules are done: {first}." if first else "It does not wait for other modules."
        )
        effect = "Learners who have opened it already go on in it. For others it is so from now on."
        yield _module("module-needs", module, what, effect)
    was = {film.id: film for film in before.films}
    for film in module.films:
        earlier = was.get(film.id)
        if earlier:
            yield from _elsewhere(module, earlier, film)
        if earlier is None or earlier.watched != film.watched:
            what = f"Completion asks that {film.watched} % of the film “{film.title}” are watched."
            effect = f"Learners in progress have it still to do, unless they have seen it. {_KEPT}"
            yield _module("film-watched", module, what, effect)
    now = {film.id for film in module.films}
    for film in before.films:
        if film.id not in now:
            what = f"Completion does not ask any more that the film “{film.title}” is watched."
            yield _module("film-watched", module, what, "Learners in progress have one thing less to do.")


def _elsewhere(module: Module, was: Film, now: Film) -> Iterator[Change]:
    """Whether a learner may say that she has watched a film elsewhere."""
    if None in (was.elsewhere, now.elsewhere) or was.elsewhere == now.elsewhere:
        return
    what = f"Learners may say that they have watched the film “{now.title}” elsewhere."
    effect = "It counts as watched then."
    if was.elsewhere:
        what = f"It does not count any more that a learner says she has watched the film “{now.title}” elsewhere."
        effect = "Who has said so already has it done. All others watch it in the course."
    yield _module("film-elsewhere", module, what, effect)


def _passages(one: Finished, other: Finished) -> dict[str, list[Passage] | None]:
    """The text of each module, and what is said to answers of those questions that the other has too; None where it is not known."""
    texts = {module.id: None if module.passages is None else list(module.passages) for module in one.modules}
    kept_there = {module.id for module in other.modules if module.parts is not None}
    parts = {module.id: module.parts for module in one.modules if module.parts is not None and module.id in kept_there}
    common = {question.id for question in other.questions}
    for question in one.questions:
        text = texts.get(question.module)
        if text is not None and question.id in common:
            text += (*question.passages, *(question.beside if question.module in parts else ()))
    for id, said in parts.items():
        if (text := texts[id]) is not None:
            text += said
    return texts


def _texts(module: Module, before: Sequence[Passage] | None, now: Sequence[Passage] | None) -> Iterator[Change]:
    """Sentences that are other ones than before: how many passages, and how the first of them begins."""
    if before is None or now is None:
        return
    new, gone = _beyond(now, before), _beyond(before, now)
    told = [
        f"{_count(len(some))} {what}, “{some[0]}”{' and others' if len(some) > 1 else ''}"
        for some, what in ((new, "new or worded anew"), (gone, "gone or worded anew"))
        if some
    ]
    if told:
        effect = "Learners in progress read the new words when they come to this module, or come back to it."
        yield _module(TEXT, module, f"Its text has changed: {'; '.join(told)}.", effect)


def _beyond(these: Sequence[Passage], others: Sequence[Passage]) -> list[str]:
    """First words of the passages that the others lack."""
    known = {number for number, _ in others}
    return [first for number, first in these if number not in known]


def _count(passages: int) -> str:
    return f"{passages} passage{'s' if passages > 1 else ''}"


def _module(kind: str, module: Module, what: str, effect: str) -> Change:
    return Change(kind, module.id, module.title, what, effect)
