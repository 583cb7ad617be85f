"""Changes of what an answer is worth, of what learners may still do, and of what is kept and reported of it."""

from collections.abc import Iterator

from builder.compare.change import Change
from builder.compare.packages.finished import Asked, Finished, Question, Terms

GIVEN = (
    "Questions that a learner has worked on stay hers. Others are added for her, or taken away, until there are enough."
)
"""What comes of another number of questions that are drawn."""
ACHIEVED = "Who has completed or passed the course stays so, and no score goes down."
"""What no change of questions takes away."""
Attempts = tuple[int | None, int | None]
"""How often a question may be checked, before and now; None for as often as a learner likes."""
_UNSEEN = "What learners wrote there stays on their own device, but the course does not show it any more."


def course_terms(old: Finished, new: Finished) -> Iterator[Change]:
    """What is settled for the whole course; of packages from before it was kept, the attempts alone."""
    if pair := attempts_of_all(old, new):
        was, now = pair
        yield _course(
            "attempts", f"Each question may be checked {_times(now)}; before, it was {_times(was)}.", _left(*pair, new)
        )
    if old.terms and new.terms:
        yield from _judged(old.terms, new.terms, new)
        yield from _reports(old.terms, new.terms, new)
        yield from _kept(old.terms, new.terms)
        yield from _banks(old.terms, new.terms)


def question_terms(was: Question, now: Question, new: Finished, told: Attempts | None) -> Iterator[Change]:
    """What is settled for one question; `told`: attempts before and now of which the course as a whole speaks."""
    if was.weight != now.weight:
        what = f"It counts {_times(now.weight)} in the score; before, it was {_times(was.weight)}."
        effect = "The course sends no score. Reports name the new weight with answers that are checked from now on."
        if new.rule == "pass-mark":
            effect = "The score is worked out anew, also of answers that were given. A score that was reached is never lowered."
        yield _question("question-weight", now, what, effect)
    pair = (was.attempts, now.attempts)
    if was.attempts != now.attempts and pair != told:
        what = f"It may be checked {_times(now.attempts)}; before, it was {_times(was.attempts)}."
        yield _question("question-attempts", now, what, _left(*pair, new))
    if was.kind != now.kind and was.several and now.several is False:
        what = "One answer can be chosen, where several could."
        effect = (
            "Learners who chose several find the last of them chosen. Reports have all of them until she answers again."
        )
        yield _question("question-one", now, what, effect)
    gone = [unit for unit in was.units or () if unit not in (now.units or was.units or ())]
    if gone and was.right == now.right:
        what = f"It does not take the unit {' or '.join(f'“{unit}”' for unit in gone)} any more."
        again = "Learners who wrote it are asked to look at their answer again."
        effect = f"{again}{until_then(now, new)} Others notice nothing."
        yield _question("question-unit", now, what, effect)


def attempts_of_all(old: Finished, new: Finished) -> Attempts | None:
    """The numbers of attempts before and now, where they are others in the same way for every question of both versions; else None."""
    before = {question.id: question for question in old.questions if question.scored}
    pairs = {
        (before[question.id].attempts, question.attempts)
        for question in new.questions
        if question.scored and question.id in before
    }
    shared = sum(question.id in before for question in new.questions if question.scored)
    pair = pairs.pop() if len(pairs) == 1 and shared > 1 else (None, None)
    return pair if pair[0] != pair[1] else None


def until_then(question: Question, new: Finished) -> str:
    """What stands behind a sentence that asks for another answer: a learner in progress may have had the marks already."""
    marks = new.rule == "pass-mark" and question.scored
    return " Until then it counts for nothing towards the pass mark." if marks else ""


def _left(was: int | None, now: int | None, new: Finished) -> str:
    """What another number of attempts leaves a learner."""
    if was is not None and (now is None or now > was):
        return f"Learners who had no attempt left may try again. {ACHIEVED}"
    effect = "Learners who have checked an answer that often already cannot change it any more."
    if new.rule != "pass-mark" or (new.terms and new.terms.stays_open):
        return effect
    return (
        f"{effect} The LMS receives that a learner has failed once all is answered and the pass mark cannot be reached."
    )


def _judged(was: Terms, now: Terms, new: Finished) -> Iterator[Change]:
    if was.shows_answers != now.shows_answers:
        what = "The page shows what is right when no attempt is left."
        if not now.shows_answers:
            what = "The page does not show what is right any more when no attempt is left."
        yield _course("answers-shown", what, "It is so from the next visit, also of answers that were checked before.")
    if was.stays_open != now.stays_open and new.rule == "pass-mark":
        what = "The LMS receives that a learner has failed, when no attempt is left below the pass mark."
        effect = "It is so from the next visit, also of learners who have no attempt left already."
        if now.stays_open:
            what = "The LMS does not receive any more that a learner has failed."
            effect = "Who has failed already stays so in the LMS until she passes."
        yield _course("failed", what, effect)


def _reports(was: Terms, now: Terms, new: Finished) -> Iterator[Change]:
    if was.reports != now.reports and new.package.destination == "scorm12":
        what = f"Reports of SCORM 1.2 have answers in {now.reports} now, and had them in {was.reports}."
        effect = "Answers that were sent before stay as they are in the LMS's reports."
        yield _course("reports", what, effect)


def _kept(was: Terms, now: Terms) -> Iterator[Change]:
    """What learners wrote for themselves, on pages that are gone or ask something else."""
    if was.notes and not now.notes:
        yield _course("notes-gone", "Learners can write no notes any more, and highlight nothing.", _UNSEEN)
    if was.record and not now.record:
        yield _course("record-gone", "The page “My record of learning” is gone.", _UNSEEN)
        return
    if was.certificate and not now.certificate:
        effect = "Learners in progress cannot print one from now on."
        yield _course("certificate-gone", "The record has no certificate to print any more.", effect)
    for id, asked in was.asked.items():
        if id not in now.asked:
            yield _course("record-form", f"The record does not ask “{asked.ask}” any more.", _UNSEEN)
        else:
            yield from _asked(asked, now.asked[id])


def _asked(was: Asked, now: Asked) -> Iterator[Change]:
    if was.ask != now.ask:
        effect = "What learners wrote stands below the new question. If it asks something else now, give it another id instead."
        yield _course("record-form", f"The record asks “{now.ask}” where it asked “{was.ask}”.", effect)
    if was.kind != now.kind:
        effect = "What learners wrote stays on their own device, and may not be shown in it."
        yield _course("record-form", f"“{now.ask}” in the record is answered in another way.", effect)
    elif gone := [option for option in was.options if option not in now.options]:
        what = f"“{now.ask}” in the record does not offer {', '.join(f'“{option}”' for option in gone)} any more."
        yield _course("record-form", what, "Learners who had chosen it find it chosen no more.")


def _banks(was: Terms, now: Terms) -> Iterator[Change]:
    for name, draw in now.banks.items():
        if (before := was.banks.get(name, draw)) != draw:
            what = f"Each learner is given {draw} of the questions of the bank “{name}”; before, it was {before}."
            yield _course("bank-draw", what, GIVEN)


def _times(number: int | None) -> str:
    if number is None:
        return "as often as a learner likes"
    return {1: "once", 2: "twice"}.get(number, f"{number} times")


def _course(kind: str, what: str, effect: str) -> Change:
    return Change(kind, "", "", what, effect)


def _question(kind: str, question: Question, what: str, effect: str) -> Change:
    return Change(kind, question.id, question.title, what, effect)
