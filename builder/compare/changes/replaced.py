"""What stands under an id that was another thing's: answers would be taken for answers to it."""

from collections.abc import Mapping

from builder.compare.changes.meaning import likeness
from builder.compare.packages.finished import Finished, Module, Question
from builder.model.content.spelling import spelled

_RELATED = 0.35
"""How much two texts must share that may ask the same."""
_NEAR = 0.7
"""The same, where nothing else speaks for it."""
_ENOUGH = 3
"""Options in common that tell a question: two are yes and no in any."""


def is_other_question(was: Question, now: Question) -> bool:
    """Whether a question asks something else under an id that it has from another one."""
    if was.wording == now.wording:
        return False
    alike = max(likeness(was.title, now.title), likeness(was.wording, now.wording))
    before, after = _words(was), _words(now)
    if not before or not after:
        return alike < _RELATED
    kept = len(before & after)
    if kept == 0:
        return alike < _NEAR
    return alike < _RELATED and not (kept >= _ENOUGH and 2 * kept > len(before))


def other_modules(old: Finished, new: Finished) -> Mapping[str, Module]:
    """Id of each module that is another one under it -> the module that it was: a swap, or nothing left of its questions."""
    after = {module.id: module for module in new.modules}
    titles = {spelled(module.title): module.id for module in new.modules}
    found = {}
    for module in old.modules:
        now = after.get(module.id)
        if now is None or spelled(now.title) == spelled(module.title):
            continue
        elsewhere = titles.get(spelled(module.title), module.id) != module.id
        if elsewhere or (likeness(module.title, now.title) < _RELATED and _shares_nothing(module.id, old, new)):
            found[module.id] = module
    return found


def renamed_modules(old: Finished, new: Finished) -> Mapping[str, str]:
    """Id of each new module that has the title of one that is gone -> the id of that."""
    before, after = ({module.id for module in version.modules} for version in (old, new))
    gone = {spelled(module.title): module.id for module in old.modules if module.id not in after}
    added = (module for module in new.modules if module.id not in before)
    return {module.id: gone.pop(spelled(module.title)) for module in added if spelled(module.title) in gone}


def _shares_nothing(id: str, old: Finished, new: Finished) -> bool:
    """Whether both versions of a module ask something, and never the same."""
    before, after = ({one.id for one in version.questions if one.module == id} for version in (old, new))
    return bool(before and after) and not before & after


def _words(question: Question) -> frozenset[str]:
    return frozenset(spelled(option.words) for option in question.options)
