"""What there is to say of two packages beside their differences: which is which, and what nobody compared."""

import re

from builder.compare.change import Comparison
from builder.compare.changes.files import names_alone
from builder.compare.changes.languages import unknown_wordings

_NAMES_ALONE = (
    "One of the packages was made before it was kept which files a module shows: "
    "files were compared where both packages have the name, and films on other hosts were not compared."
)
_RELEASE = re.compile(r"\d+(?:\.\d+)*")


def remarks(comparison: Comparison) -> tuple[str, ...]:
    """What an administrator should know of the two packages, beside what is different."""
    unknown = unknown_wordings(comparison.old, comparison.new)
    told = (
        f"One of the packages was made before words of other languages were kept in it: {', '.join(unknown)} was not compared."
        if unknown
        else ""
    )
    named = _NAMES_ALONE if names_alone(comparison.old, comparison.new) else ""
    return tuple(filter(None, (_of_versions(comparison), told, named)))


def _of_versions(comparison: Comparison) -> str:
    """What the numbers say, as a sentence or two; empty when there is nothing to say."""
    old, new = comparison.old.version, comparison.new.version
    if comparison.changes and old == new:
        return f"Both say that they are version {new}: a higher `version` in course.yml tells them apart."
    if _is_older(new, old):
        return (
            f"The new package says that it is version {new}, older than {old} of the one that it would replace. "
            "If you named the two in the wrong order, name the one in the LMS first; otherwise raise `version` in course.yml."
        )
    return ""


def _is_older(one: str, other: str) -> bool:
    """Whether the first version comes before the second; False for what is not made of numbers alone."""
    numbers = [_numbers(version) for version in (one, other)]
    return bool(numbers[0] and numbers[1] and numbers[0] < numbers[1])


def _numbers(version: str) -> list[int]:
    """`1.10.0` -> 1, 10, with zeros at the end left out; nothing when there is more in it than numbers."""
    numbers = [int(part) for part in version.split(".")] if _RELEASE.fullmatch(version) else []
    while len(numbers) > 1 and not numbers[-1]:
        numbers.pop()
    return numbers
