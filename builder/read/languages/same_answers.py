"""What must be the same in a question in every language, so that an answer means the same."""

from collections.abc import Iterator
from itertools import zip_longest
from typing import Any

from builder.model.assessment import AssessmentItem


def differences(original: AssessmentItem, item: AssessmentItem) -> Iterator[tuple[str, str]]:
    """How a translated question differs from its source where answers hang on it: what is wrong, and what to do."""
    if original.kind.word != item.kind.word:
        message = f"{item.id} is a {item.kind.word} here, and a {original.kind.word} in the source"
        yield message, f"Begin its heading with the word {original.kind.word} and a colon."
        return
    options = list(_options(original, item))
    yield from options
    if not options and item.kind.rests_on(original.interaction) != item.kind.rests_on(item.interaction):
        yield (
            f"the choices in {item.id} lead elsewhere here, or stand in another order, than in the source",
            "Let each choice lead where it does in the source, in the same order: a way is kept by its choices.",
        )
    gaps, theirs = _count(original), _count(item)
    if gaps != theirs:
        yield (
            f"{item.id} has {_so_many(theirs, 'gap')} here, and {_so_many(gaps, 'gap')} in the source",
            "Put as many words between double brackets as the source does, in the same order.",
        )
    elif not gaps and not options and item.kind.right and not _alike(original, item):
        hint = "Mark the same options as right, in the same order, or mend the source."
        if item.kind.alike:
            hint = f"Make {item.kind.right_is} say the same as in the source, or mend the source."
        yield f"what is right in {item.id} is not the same as in the source", hint


def _options(original: AssessmentItem, item: AssessmentItem) -> Iterator[tuple[str, str]]:
    for ours, theirs in ((original.choices, item.choices), (_targets(original), _targets(item))):
        here, there = [one.id for one in theirs], [one.id for one in ours]
        noun = item.kind.choice_noun
        lacking, extra = [id for id in there if id not in here], [id for id in here if id not in there]
        for id, meant in zip_longest(extra, lacking[: len(extra)]):
            which = f"with {{#{meant}}} behind it, if it is that one" if meant else "if it is one of them"
            yield (
                f"the source has no {noun} {id} in {item.id}",
                f"Give it the id that it has in the source, {which}; or take it out.",
            )
        for id in lacking[len(extra) :]:
            yield (
                f"the {noun} {id} of {item.id} is in the source, and not here",
                f"Write it here too, with {{#{id}}} behind it.",
            )


def _targets(item: AssessmentItem) -> Any:
    return item.kind.targets(item.interaction)


def _alike(original: AssessmentItem, item: AssessmentItem) -> bool:
    if item.kind.alike:
        return item.kind.alike(original.interaction, item.interaction)
    return _right(original) == _right(item)


def _right(item: AssessmentItem) -> list[Any]:
    """What is right, in an order of its own where that does not matter."""
    right = list(item.kind.right(item.interaction)) if item.kind.right else []
    return right if item.kind.mixed == "always" and not _targets(item) else sorted(map(str, right))


def _count(item: AssessmentItem) -> int:
    return len(getattr(item.interaction, "gaps", ()))


def _so_many(count: int, noun: str) -> str:
    return f"{count} {noun}" if count == 1 else f"{count} {noun}s"
