"""What stands in another place, leads elsewhere or looks otherwise, in the same words."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from difflib import SequenceMatcher

from builder.compare.change import LOOK, QUESTION_LOOK, Change
from builder.compare.packages.finished import Finished, Module, Question

_MET = "Learners in progress meet it so when they come to this module, or come back to it."
_NEXT_VISIT = "Learners in progress find it so from their next visit. Answers, results and completion stay as they are."
_MOST = 5
"""Differences of a module that are named."""


def moved(before: Sequence[str], after: Sequence[str]) -> frozenset[str]:
    """Of what is in both, the few that have to be taken out so that the rest stands in the same order."""
    common = set(before) & set(after)
    old = [id for id in before if id in common]
    new = [id for id in after if id in common]
    blocks = SequenceMatcher(None, old, new, autojunk=False).get_matching_blocks()
    return frozenset(common - {id for block in blocks for id in old[block.a : block.a + block.size]})


def course_makeup(old: Finished, new: Finished) -> Iterator[Change]:
    """What the course says as a whole: its title, its people, its glossary."""
    if old.about is None or new.about is None:
        return
    other = [what for what in {**new.about, **old.about} if old.about.get(what) != new.about.get(what)]
    if other:
        yield Change(LOOK, "", "", f"What the course says as a whole has changed: {_listed(other)}.", _NEXT_VISIT)


def module_makeup(
    was: Module, now: Module, questions: Mapping[str, str], old: Finished, new: Finished
) -> Iterator[Change]:
    """What of a module is shown otherwise in the same words; `questions`: id -> words, of those that have not moved among themselves."""
    if was.makeup is None or now.makeup is None:
        return
    told = [*_order(was, now, questions), *_rows(was, now, looks=old.satchel == new.satchel)]
    if told:
        yield Change(LOOK, now.id, now.title, f"{'. '.join(_named(told))}.", _MET)


def question_look(was: Question, now: Question, old: Finished, new: Finished) -> Iterator[Change]:
    """That a question is set otherwise, or offers the same in another order: listed where nothing else of it is."""
    before, after = was.look.split(), now.look.split()
    if old.satchel != new.satchel or len(before) != len(after) or before == after:
        return
    form, words, _ = (one == other for one, other in zip(before, after, strict=True))
    if not form or words:
        what = "It is shown in another form, or offers the same in another order."
        yield Change(QUESTION_LOOK, now.id, now.title, what, "Answers and results stay as they are.")


def _order(was: Module, now: Module, questions: Mapping[str, str]) -> Iterator[str]:
    """What stands before or behind something else than it did."""
    names = dict((*(now.passages or ()), *(now.parts or ()), *questions.items()))
    places = moved(list(dict.fromkeys(was.order)), list(dict.fromkeys(now.order)))
    found = [names[place] for place in dict.fromkeys(now.order) if place in places and place in names]
    if found:
        more = f" and {len(found) - 1} more" if len(found) > 1 else ""
        yield f"“{found[0]}”{more} {'stand' if more else 'stands'} in another place"


def _rows(was: Module, now: Module, looks: bool) -> Iterator[str]:
    """Rows whose words are in both; how something looks is known alike to packages of one Satchel alone."""
    before, after = _by_words(was), _by_words(now)
    for key, (name, values) in after.items():
        earlier = before.get(key, (name, values))[1]
        if earlier == values or (key[0] == "look" and not looks):
            continue
        if key[0] == "place":
            yield f"The place of “{name}” in the picture has moved: {_listed(values)}, no longer {_listed(earlier)}"
        elif key[0] == "link":
            yield f"The link “{name}” leads elsewhere: {_listed(values)}, no longer {_listed(earlier)}"
        else:
            yield f"“{name}” is shown in another form or order, in the same words"


def _by_words(module: Module) -> dict[tuple[str, str], tuple[str, tuple[str, ...]]]:
    found: dict[tuple[str, str], tuple[str, tuple[str, ...]]] = {}
    for kind, key, name, value in module.makeup or ():
        known = found.get((kind, key), (name, ()))[1]
        found[kind, key] = (name, (*known, value))
    return found


def _named(told: Sequence[str]) -> list[str]:
    told = list(dict.fromkeys(told))
    more = len(told) - _MOST
    return [*told[:_MOST], *([f"So it is in {more} more {'places' if more > 1 else 'place'}"] if more > 0 else [])]


def _listed(some: Iterable[str]) -> str:
    return ", ".join(some)
