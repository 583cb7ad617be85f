"""Changes of the course as a whole: what records hang on, completion, privacy."""

from collections.abc import Iterator

from builder.compare.change import Change
from builder.compare.packages.finished import Finished
from builder.model.contract import EDITIONS

NAMES = {**EDITIONS, "web": "a web course"}
RULES = {
    "all-modules": "when every module was opened",
    "all-questions": "when every module was opened and every knowledge check answered",
    "pass-mark": "when every module was opened and every knowledge check answered, with {mark} % right",
}
_OTHER_NAMES = "Moodle keeps records under the name of the item. Other LMSs may keep them under this one."
_TELL = "Tell learners before they write more."
_STAY = f"Words that are written already stay where they are. {_TELL}"
_STILL = (
    f"Words that are written already stay where they are until the learner changes them, and the page says so. {_TELL}"
)
_STAYS = "Learners who have completed the course stay completed."


def course_changes(old: Finished, new: Finished) -> Iterator[Change]:
    """Everything but modules and questions."""
    yield from _identifiers(old, new)
    if new.state_schema < old.state_schema:
        what = "The new package was made with an earlier Satchel, which cannot read what the old one saved."
        effect = "Learners in progress would begin anew. Build the new version with the Satchel that made the old one, or a later one."
        yield _course("state-schema", what, effect, grave=True)
    yield from _completion(old, new)
    if old.partial != new.partial:
        counts = "counts in part" if new.partial else "does not count any more"
        effect = "It is so for what is checked from now on. A score that was reached is never lowered."
        yield _course("scoring", f"An answer that is partly right {counts}.", effect)
    if old.privacy != new.privacy:
        what = f"Reflections are kept otherwise: “{new.privacy}”, no longer “{old.privacy}”."
        yield _course("privacy", what, privacy_effect(old.privacy, new.privacy))
    yield from _languages(old, new)


def privacy_effect(old: str, new: str) -> str:
    """What comes of another `privacy`, of the course or of one reflection."""
    return _STILL if "device" in {old, new} else _STAY


def _languages(old: Finished, new: Finished) -> Iterator[Change]:
    if old.language != new.language:
        what = f"The course is in another language: {new.language}, no longer {old.language}."
        if new.language in old.languages:
            what = f"The language of the source is {new.language} now, and was {old.language}."
        effect = "Learners in progress find the course in the other language. Answers stay, but for what is said of each question below."
        yield _course("language", what, effect)
    before, after = {old.language, *old.languages}, {new.language, *new.languages}
    if not old.languages and not new.languages:
        return
    if came := [tag for tag in (new.language, *new.languages) if tag not in before]:
        what = f"The course is also in {', '.join(came)} now."
        effect = "Answers stay. Learners whose browser or LMS asks for it find the course in it, and can switch back on every page."
        yield _course("language-added", what, effect)
    if went := [tag for tag in (old.language, *old.languages) if tag not in after]:
        what = f"The course is no longer in {', '.join(went)}."
        effect = f"Answers stay, in whichever language they were given. Learners who chose it find the course in {new.language}. A word in a gap that was right in that language alone is to be looked at again; no score is lowered."
        yield _course("language-removed", what, effect)


def other_course(old: Finished, new: Finished) -> Iterator[Change]:
    """What makes any further comparison useless: another course, or another kind of package."""
    if old.id != new.id:
        what = f"These are two courses: “{old.id}” and “{new.id}”. The `id` in course.yml is another one."
        effect = "Nothing that learners did in the old course would be found in the new one, and an LMS may delete their records."
        yield _course("course-id", what, effect, grave=True)
    if old.package.destination != new.package.destination:
        what = f"The old package is {NAMES[old.package.destination]}, the new one is {NAMES[new.package.destination]}."
        effect = f"Status and score of one are not read by the other. Compare with the new package for {NAMES[old.package.destination]}."
        yield _course("destination", what, effect, grave=True)


def _identifiers(old: Finished, new: Finished) -> Iterator[Change]:
    for name in dict.fromkeys(name for name, _ in old.package.identifiers):
        before, after = ([value for other, value in one.package.identifiers if other == name] for one in (old, new))
        if before != after:
            what = f"The manifest's {name} is called {_listed(after)}, no longer {_listed(before)}."
            effect = "Moodle deletes records, without a warning, when it changes." if name == "item" else _OTHER_NAMES
            yield _course("identifier", what, effect, grave=True)


def _completion(old: Finished, new: Finished) -> Iterator[Change]:
    if all(getattr(old, name) == getattr(new, name) for name in ("rule", "pass_mark", "read", "confirmed")):
        return
    what = f"The course is complete {_rule(new)}; before, it was {_rule(old)}."
    effect = f"{_STAYS} All others complete it by the new rule; answers that they have given count."
    yield _course("completion", what, effect)
    if (old.rule == "pass-mark") != (new.rule == "pass-mark"):
        scored = new.rule == "pass-mark"
        what = "The course sends a score now." if scored else "The course sends no score any more."
        method = "Highest grade" if scored else "Learning objects"
        effect = f"Set the LMS's grading to fit. Moodle: “Grading method: {method}”."
        yield _course("score", what, effect)


def _rule(one: Finished) -> str:
    more = [
        *([", and each module read to its end"] if one.read else []),
        *([", and each declaration confirmed"] if one.confirmed else []),
    ]
    return RULES.get(one.rule, one.rule).format(mark=one.pass_mark) + "".join(more)


def _listed(identifiers: list[str]) -> str:
    return ", ".join(identifiers) or "nothing"


def _course(kind: str, what: str, effect: str, grave: bool = False) -> Change:
    return Change(kind, "", "", what, effect, grave)
