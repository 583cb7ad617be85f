"""What an LMS's reports have for an answer, where the same code stands for other words in the new version.

Of an answer that is right or wrong a report says which. Of a declaration, a survey, a scale or a checklist the words are
all that it says: with other words behind its code, somebody has said what she never said. So it is with words that only
change their places, where the code is a place.
"""

from collections.abc import Iterator, Mapping

from builder.compare.change import Change
from builder.compare.changes.meaning import is_correction
from builder.compare.packages.finished import Option, Question
from builder.model.content.spelling import meant

_OWN_ID = "Give this question an id of its own: then the new package can take the place of the old one."


def replaced_words(was: Question, now: Question, destination: str) -> Iterator[Change]:
    """Words that another code stands for now, in a question without a right answer that tutors see."""
    if now.facts.scored or was.unreported or now.unreported or destination == "web" or was.facts.word != now.facts.word:
        return
    if was.kind != now.kind:
        what = (
            "Its answers are reported in another way, so that the new key does not list what reports have from before."
        )
        yield Change("answer-form", now.id, now.title, what, _OWN_ID, grave=True)
        return
    before, after = _codes(was, destination), _codes(now, destination)
    for code, option in after.items():
        earlier = before.get(code)
        if earlier is None or _same(earlier, option):
            continue
        what = (
            f"An LMS's report has the same for the {now.facts.noun} “{option.words}” as before for “{earlier.words}”."
        )
        effect = f"Whoever answered “{earlier.words}” would be read as having answered “{option.words}”. {_OWN_ID}"
        yield Change("answer-replaced", now.id, now.title, what, effect, grave=True)


def _codes(question: Question, destination: str) -> Mapping[str | int, Option]:
    """By place where a report has places, or `true` of a sentence alone; else by their ids."""
    facts = question.facts
    if facts.placed or (destination == "scorm12" and facts.lettered):
        return dict(enumerate(question.options))
    if len(question.options) == 1 and not facts.lettered:
        return {"true": question.options[0]}
    return {option.id: option for option in question.options}


def _same(one: Option, other: Option) -> bool:
    return meant(one.words) == meant(other.words) or is_correction(one.words, other.words)
