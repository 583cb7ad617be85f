"""Changes of questions and reflections."""

from collections.abc import Iterator, Sequence

from builder.compare.change import Change
from builder.compare.changes.course import privacy_effect
from builder.compare.changes.makeup import moved, question_look
from builder.compare.changes.meaning import is_correction
from builder.compare.changes.options import LOOK_AGAIN, option_changes
from builder.compare.changes.replaced import is_other_question, renamed_modules
from builder.compare.changes.report_codes import replaced_words
from builder.compare.changes.rewording import reworded, right_now
from builder.compare.changes.terms import ACHIEVED, Attempts, attempts_of_all, question_terms, until_then
from builder.compare.changes.twins import twins
from builder.compare.packages.finished import Finished, Question

_AROUND = 12
"""Words that are quoted before and behind another word."""
_ANSWER_AGAIN = "Learners who answered it are asked to answer it again, and may find a part of their old answer in it."


def question_changes(old: Finished, new: Finished) -> Iterator[Change]:
    """Every question of either version, in the order of the new one; those that are gone come first."""
    before = {question.id: question for question in old.questions}
    after = {question.id for question in new.questions}
    same = twins(old, new)
    renamed = {question.id for question in same.values()}
    for question in old.questions:
        if question.id not in after and question.id not in renamed:
            yield _removed(question, new)
    stays = {one.id for one in new.questions if one.id in before and before[one.id].module == one.module}
    elsewhere = moved([one.id for one in old.questions if one.id in stays], [one.id for one in new.questions])
    modules = renamed_modules(old, new)
    titles = {module.id: module.title for module in new.modules}
    attempts = attempts_of_all(old, new)
    for question in new.questions:
        was = before.get(question.id)
        if was is None:
            twin = same.get(question.id)
            yield _renamed(twin, question, old) if twin else _added(question, new)
            continue
        # What comes of another id of its module is said there.
        if was.module not in (question.module, modules.get(question.module)):
            what = f"It stands in another module: “{titles.get(question.module, question.module)}”."
            yield told("question-moved", question, what, "Answers move with it. Modules that are done stay done.")
        elif question.id in elsewhere:
            yield told("question-moved", question, "It stands in another place.", "Answers move with it.")
        changes = list(_reworked(was, question, old, new, attempts))
        yield from changes or question_look(was, question, old, new)


def _reworked(
    was: Question, now: Question, old: Finished, new: Finished, attempts: Attempts | None
) -> Iterator[Change]:
    if is_other_question(was, now):
        yield _replaced(was, now)
        return
    if was.facts.word != now.facts.word:
        yield _other_kind(was, now, new)
        return
    if was.wording != now.wording:
        stays = "Answers, results and scores stay."
        if is_correction(was.wording, now.wording):
            yield told("question-corrected", now, _rewording(was, now), stays)
        else:
            effect = f"{stays} If it asks something else now, give it another id instead."
            yield told("question-reworded", now, _rewording(was, now), effect)
    if was.shape != now.shape:
        effect = (
            "Learners in the middle of it begin again. Who reached an end stays done; her way is not shown any more."
        )
        yield told("story-ways", now, "Its choices lead elsewhere, or stand in another order.", effect)
    if was.bank != now.bank:
        what = (
            f"It is drawn from the bank “{now.bank}”."
            if now.bank
            else "Everybody is asked it; before, it was drawn from a bank."
        )
        yield told(
            "question-bank", now, what, "Whoever worked on it keeps it. All others may be given other questions."
        )
    yield from _kept_otherwise(was, now, old, new)
    yield from question_terms(was, now, new, attempts)
    yield from option_changes(was, now, old, new)
    if was.right != now.right and right_now(was, reworded(was, now)) != now.right:
        what = f"Something else is right: {_told(now)}. Before: {_told(was)}."
        yield told("right-answer", now, what, f"{LOOK_AGAIN}{until_then(now, new)} {ACHIEVED}")


def _kept_otherwise(was: Question, now: Question, old: Finished, new: Finished) -> Iterator[Change]:
    """Another keeper of what learners choose or write, where that of the course does not say so for all of them."""
    if was.unreported != now.unreported:
        what = "Answers are kept with the learner's progress alone now: tutors see no new ones."
        effect = "Answers that were sent stay in the LMS's reports."
        if was.unreported:
            what = "Answers go to the LMS with the learner's name now, and tutors see them."
            effect = "Answers that were saved before are not sent. One that a learner changes and saves is. Tell learners before they answer."
        yield told("question-reported", now, what, effect)
    whole = (was.privacy, now.privacy) == (old.privacy, new.privacy)
    if was.privacy != now.privacy and was.privacy and now.privacy and not whole:
        what = f"It is kept otherwise: “{now.privacy}”, no longer “{was.privacy}”."
        yield told("question-privacy", now, what, privacy_effect(was.privacy, now.privacy))


def _replaced(was: Question, now: Question) -> Change:
    what = f"Another question stands under the id {now.id}. Before, it was “{was.title}”."
    kept = "What learners wrote there" if was.facts.written else "What learners answered there"
    effect = (
        f"{kept} would be taken for an answer to this one, also in an LMS's reports. "
        "Give this question an id of its own: then the new package can take the place of the old one."
    )
    return Change("question-replaced", now.id, now.title, what, effect, grave=True)


def _other_kind(was: Question, now: Question, new: Finished) -> Change:
    what = f"It is another kind of question: “{now.kind}”, no longer “{was.kind}”."
    unjudged = not was.facts.scored and not now.facts.scored
    if unjudged and {option.key for option in was.options} & {option.key for option in now.options}:
        effect = "Learners who answered it find their answer in it, as if it were one to this. Give this question an id of its own: then the new package can take the place of the old one."
        return told("question-kind", now, what, effect, grave=True)
    effect = f"{_ANSWER_AGAIN}{until_then(now, new)} {ACHIEVED} A question of another kind is better given another id."
    return told("question-kind", now, what, effect)


def _removed(question: Question, new: Finished) -> Change:
    if question.facts.written:
        effect = "What learners wrote stays on their own device, but the course does not show it any more."
        return told("question-removed", question, "This reflection is gone.", effect)
    if _is_drawn(question, new):
        effect = f"Answers to it are kept unseen. Learners who were given it are given another. {ACHIEVED}"
        return told("question-removed", question, "This question is gone from those that are drawn.", effect)
    effect = (
        f"Answers to it are kept unseen, and come back if the question does. {ACHIEVED}{_weight(question, new, 'more')}"
    )
    return told("question-removed", question, "This question is gone.", effect)


def _renamed(was: Question, now: Question, old: Finished) -> Change:
    what = f"It has another id than before: {now.id}, no longer {was.id}."
    if any(change.grave for change in replaced_words(was, now, old)):
        effect = "What learners answered is not shown in it. So it should be: in an LMS's reports their answers would mean something else in this one."
        return told("question-id", now, what, effect)
    kept = "what learners wrote" if was.facts.written else "what learners answered"
    effect = f"It looks like the same question: put {{#{was.id}}} back at the end of its heading. As it is, {kept} is not shown in it."
    return told("question-id", now, what, effect)


def _added(question: Question, new: Finished) -> Change:
    if question.facts.written:
        effect = "Learners who went past it find it when they go back."
        return told("question-added", question, "This reflection is new.", effect)
    if _is_drawn(question, new):
        effect = "It may be drawn for learners who have not opened the course. All others keep the questions that they were given."
        return told("question-added", question, "This question is new among those that are drawn.", effect)
    asks = question.asked or (new.rule != "all-modules" and question.scored)
    effect = (
        "Learners in progress must answer it too before they complete the course. Who has completed it stays completed."
    )
    free = "Learners who went past it find it when they go back; completion does not depend on it."
    effect = (effect if asks else free) + _weight(question, new, "less")
    return told("question-added", question, "This question is new.", effect)


def _is_drawn(question: Question, new: Finished) -> bool:
    """Whether not everybody is given a question."""
    drawn = any(module.draw for module in new.modules if module.id == question.module)
    return question.scored and (drawn or question.bank != "")


def _weight(question: Question, new: Finished, more: str) -> str:
    """A score is the share of what all questions together count."""
    if new.rule != "pass-mark" or not question.scored:
        return ""
    return f" Each of the other questions counts for a little {more} of the score; a score that was reached is never lowered."


def _rewording(was: Question, now: Question) -> str:
    if was.title != now.title:
        return f"It was worded “{was.title}”."
    before, after = was.wording.split("\n"), now.wording.split("\n")
    if gone := next((line for line in before if line not in after), ""):
        return f"What stands below the question was worded “{_near(gone, after)}”."
    added = next((line for line in after if line not in before), "")
    return f"New below the question: “{_near(added, before)}”." if added else "Its lines stand in another order."


def _near(line: str, others: Sequence[str]) -> str:
    """A line as it is quoted: of a long one what is round its first word that no other has."""
    words = line.split()
    known = {word for other in others for word in other.split()}
    first = next((at for at, word in enumerate(words) if word not in known), 0)
    begin = max(0, min(first - _AROUND, len(words) - 2 * _AROUND))
    end = begin + 2 * _AROUND
    return f"{'…' if begin else ''}{' '.join(words[begin:end])}{'…' if end < len(words) else ''}"


def _told(question: Question) -> str:
    return "; ".join(f"“{question.words_of(right)}”" for right in question.right) or "nothing"


def told(kind: str, question: Question, what: str, effect: str, grave: bool = False) -> Change:
    """A change of one question."""
    return Change(kind, question.id, question.title, what, effect, grave)
