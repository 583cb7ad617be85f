"""What an LMS's reports have for an answer, where the same code stands for other words in the new version.

Of an answer that is right or wrong a report says which. Of a declaration, a survey, a scale or a checklist the words are
all that it says: with other words behind its code, somebody has said what she never said. So it is with words that only
change their places, where the code is a place.
"""

from collections.abc import Iterator, Mapping

from builder.compare.change import Change
from builder.compare.changes.meaning import is_correction
from builder.compare.packages.finished import Finished, Key, Option, Question
from builder.model.content.spelling import meant

_WORDLESS = "Nothing in it is right or wrong: what such an answer stands for is all that a report says."
_IN_WORDS = "Reports have the words, and nothing changes in them. Only an LMS that refuses words has letters there: "
_OWN_ID = "Give this question an id of its own: then the new package can take the place of the old one."


def replaced_words(was: Question, now: Question, old: Finished) -> Iterator[Change]:
    """Words that another code stands for now, in a question without a right answer that tutors see."""
    destination, in_words = old.package.destination, _in_words(old)
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
        read = f"whoever answered “{earlier.words}” would be read as having answered “{option.words}”."
        if in_words:
            what = f"The letter of the {now.facts.noun} “{option.words}” was that of “{earlier.words}”."
            yield Change("answer-letters", now.id, now.title, what, f"{_IN_WORDS}{read}")
            continue
        effect = f"{read[0].upper()}{read[1:]} {_WORDLESS} {_OWN_ID}"
        yield Change("answer-replaced", now.id, now.title, what, effect, grave=True)


def letter_changes(was: Question, now: Question, names: Mapping[Key, Key], old: Finished) -> Iterator[Change]:
    """Letters of SCORM 1.2 that another option has now, or the same one in other words; `names`: options worded anew.

    A report has the verdict beside the letter: that stays true, and what the letter stands for does not.
    """
    if old.package.destination != "scorm12" or _in_words(old) or not (_has_letters(was) and _has_letters(now)):
        return
    what = ""
    for side in (False, True):
        before, after = ([one for one in each.options if one.target is side] for each in (was, now))
        places = {names.get(one.key, one.key): place for place, one in enumerate(before)}
        if any(places.get(one.key, place) != place for place, one in enumerate(after)):
            what = "Options stand in other places, so that SCORM 1.2 reports give them other letters."
            break
        if any(not _same(one, other) for one, other in zip(before, after, strict=False)):
            what = "SCORM 1.2 reports have letters for options, and some of these stand for other words now."
    if what:
        effect = "In the LMS's reports, answers from before keep the letter that the option had then. The verdict beside it stays true."
        yield Change("option-letters", now.id, now.title, what, effect)


def _has_letters(question: Question) -> bool:
    """Whether a report of SCORM 1.2 has the letter of an answer beside its verdict."""
    return question.facts.lettered and question.facts.scored


def _in_words(old: Finished) -> bool:
    """Whether reports of SCORM 1.2 have the words of answers, where the LMS takes them."""
    return old.package.destination == "scorm12" and old.terms is not None and old.terms.reports == "words"


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
