"""Changes of what can be chosen in a question."""

from collections.abc import Iterator

from builder.compare.change import Change
from builder.compare.changes.meaning import is_correction
from builder.compare.changes.report_codes import letter_changes, replaced_words
from builder.compare.changes.rewording import reworded
from builder.compare.changes.terms import until_then
from builder.compare.packages.finished import Finished, Option, Question, keys_of
from builder.model.content.spelling import is_another, meant, spelled

LOOK_AGAIN = "Learners who answered it keep their answer, and are asked to look at it again."
STAYS = "Answers and results stay as they are."
_CONFIRMED = "Learners who had confirmed it are asked to read it and to confirm it again; others notice nothing."


def option_changes(was: Question, now: Question, old: Finished, new: Finished) -> Iterator[Change]:
    """Options added, removed, reworded or known by another id; for SCORM 1.2 also their order, which gives them their letters."""
    names = reworded(was, now)
    before = {names.get(option.key, option.key): option for option in was.options}
    after = {option.key for option in now.options}
    noun = now.facts.noun
    added = [option for option in now.options if option.key not in before]
    for key, option in before.items():
        if key not in after:
            effect = f"{_chosen(was, new)} {_by_words(noun)}" if added else _chosen(was, new)
            yield _change("option-removed", now, f"The {noun} “{option.words}” is gone.", effect)
    replaced = tuple(replaced_words(was, now, old))
    for option in added:
        effect = "What it means for answers is said below." if replaced else _of_new(was, now)
        yield _change("option-added", now, f"The {noun} “{option.words}” is new.", effect)
    for option in now.options:
        if option.key in before:
            yield from _same_option(was, now, before[option.key], option, old, new)
    yield from replaced
    yield from letter_changes(was, now, names, old)


def _chosen(was: Question, new: Finished) -> str:
    """What comes of an option that is gone or worded anew; a sentence to confirm has no other beside it."""
    if len(was.options) == 1 and not was.facts.scored:
        return _CONFIRMED
    kept = "Learners who had chosen it keep the rest of their answer and are asked to look at it again."
    return f"{kept}{until_then(was, new)} Others notice nothing."


def _by_words(noun: str) -> str:
    article = "An" if noun[0] in "aeiou" else "A"
    return f"{article} {noun} is known by its words: only capitals, punctuation and spaces may change without it."


def _of_new(was: Question, now: Question) -> str:
    if was.right == now.right:
        return STAYS
    return "What it means for answers is said below, with what is right now."


def _same_option(
    was: Question, now: Question, before: Option, option: Option, old: Finished, new: Finished
) -> Iterator[Change]:
    """An option that is in both."""
    noun = now.facts.noun
    if option.id != before.id:
        same = spelled(before.words) == spelled(option.words)
        what = (
            f"The {noun} “{option.words}” is known by another id: {option.id}, no longer {before.id}."
            if same
            else f"The {noun} “{before.words}” is worded “{option.words}” now."
        )
        counts = was.right != now.right and any(option.key in keys_of(right) for right in now.right)
        effect = f"{LOOK_AGAIN}{until_then(now, new)}" if counts else _chosen(was, new)
        yield _change(
            "option-id" if same else "option-reworded", now, what, effect if same else f"{effect} {_by_words(noun)}"
        )
    elif before.words != option.words:
        what = f"The {noun} “{before.words}” is worded “{option.words}” now."
        same = meant(before.words) == meant(option.words)
        if same and is_another(before.words, option.words):
            yield _replaced(now, before, option)
        elif same:
            yield _change("option-reworded", now, what, STAYS)
        elif was.right != now.right or (old.keeps_wordings and new.keeps_wordings and before.wording):
            # Learners' answers say which words they chose, where the id does not.
            yield _change("option-reworded", now, what, f"{_chosen(was, new)} {_by_words(noun)}")
        elif is_correction(before.words, option.words):
            yield _change("option-reworded", now, what, STAYS)
        else:
            yield _replaced(now, before, option)


def _replaced(now: Question, before: Option, option: Option) -> Change:
    """An id that stood for other words: the course cannot know which of the two a learner chose."""
    noun = now.facts.noun
    what = f"The {noun} “{option.words}” has the id {option.id}, and in the old package that is the id of “{before.words}”."
    effect = f"Learners who chose “{before.words}” would be shown “{option.words}” as their answer, with the verdict on the other."
    return Change("option-replaced", now.id, now.title, what, effect, grave=True)


def _change(kind: str, question: Question, what: str, effect: str) -> Change:
    return Change(kind, question.id, question.title, what, effect)
