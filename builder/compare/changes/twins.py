"""Questions that look like the same one under another id: what learners answered would not be found any more."""

from builder.compare.packages.finished import Finished, Question


def twins(old: Finished, new: Finished) -> dict[str, Question]:
    """Id of each new question that looks like one that is gone -> the one that is gone; each is named once."""
    before, after = {one.id for one in old.questions}, {one.id for one in new.questions}
    gone = [one for one in old.questions if one.id not in after]
    found: dict[str, Question] = {}
    for question in new.questions:
        twin = None if question.id in before else next((one for one in gone if _alike(one, question)), None)
        if twin is not None:
            found[question.id] = twin
            gone.remove(twin)
    return found


def _alike(one: Question, other: Question) -> bool:
    """Whether both ask in the same words, or offer the same words to choose from."""
    if one.facts.word != other.facts.word:
        return False
    words, now = (sorted(_plain(option.words) for option in each.options) for each in (one, other))
    if _plain(one.title) == _plain(other.title):
        # Where nothing is right, other words to choose from are a reason for another id.
        return one.facts.scored or words == now
    return len(words) > 2 and words == now


def _plain(words: str) -> str:
    return " ".join(words.casefold().split()).rstrip("?.!: ")
