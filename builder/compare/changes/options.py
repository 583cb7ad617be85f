"""Changes of what can be chosen in a question."""

from collections.abc import Iterator, Sequence

from builder.compare.change import Change
from builder.compare.changes.rewording import reworded
from builder.compare.packages.finished import Key, Option, Question, keys_of

LOOK_AGAIN = "Learners who answered it keep their answer, and are asked to look at it again."
_CHOSEN = (
    "Learners who had chosen it keep the rest of their answer and are asked to look at it again; others notice nothing."
)
_FIRST_WORDS = "An option is known by its first 30 characters: answers stay when only what follows is worded anew."


def option_changes(was: Question, now: Question, destination: str) -> Iterator[Change]:
    """Options added, removed or reworded; for SCORM 1.2 also their order, which gives them their letters."""
    names = reworded(was, now)
    before = {names.get(option.key, option.key): option for option in was.options}
    after = {option.key for option in now.options}
    noun = now.facts.noun
    new = [option for option in now.options if option.key not in before]
    for key, option in before.items():
        if key not in after:
            effect = f"{_CHOSEN} {_FIRST_WORDS}" if new else _CHOSEN
            yield _change("option-removed", now, f"The {noun} “{option.words}” is gone.", effect)
    for option in new:
        yield _change("option-added", now, f"The {noun} “{option.words}” is new.", _of_new(was, now))
    for option in now.options:
        if option.key in before and before[option.key].words != option.words:
            what = f"The {noun} “{before[option.key].words}” is worded “{option.words}” now."
            yield _change("option-reworded", now, what, _of_reworded(was, now, option, before[option.key]))
    if destination == "scorm12" and now.facts.lettered and _relettered(list(before), now):
        what = "Options stand in other places, so that SCORM 1.2 reports give them other letters."
        effect = "In the LMS's reports, answers from before keep the letter that the option had then."
        yield _change("option-letters", now, what, effect)


def _of_new(was: Question, now: Question) -> str:
    if was.right == now.right:
        return "Answers and results stay as they are."
    return "What it means for answers is said below, with what is right now."


def _of_reworded(was: Question, now: Question, option: Option, before: Option) -> str:
    """What comes of other words: nothing, unless the first of them are others, by which the option is known."""
    if option.id == before.id:
        return "Answers and results stay as they are."
    counts = was.right != now.right and any(option.key in keys_of(right) for right in now.right)
    return f"{LOOK_AGAIN if counts else _CHOSEN} {_FIRST_WORDS}"


def _relettered(before: Sequence[Key], now: Question) -> bool:
    """Whether an option that is in both has another letter."""
    places = {key: place for place, key in enumerate(before)}
    return any(places.get(option.key, place) != place for place, option in enumerate(now.options))


def _change(kind: str, question: Question, what: str, effect: str) -> Change:
    return Change(kind, question.id, question.title, what, effect)
