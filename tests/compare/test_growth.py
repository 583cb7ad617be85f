"""Comparing two packages takes work that grows with the course, not with its square."""

from collections.abc import Iterator
from dataclasses import replace

from builder.compare import Finished, compare
from tests.compare.test_effects import finished
from tests.unit.course_factory import course, film, module, option, prose, quiz


class Counted(tuple[object, ...]):
    """A tuple that knows how often somebody went through it."""

    passes = 0

    def __iter__(self) -> Iterator[object]:
        Counted.passes += 1
        return super().__iter__()


def of(modules: int) -> Finished:
    """A course with a question and a film in each module."""
    pages = (
        module(
            f"m{one}",
            f"Module {one}",
            prose(f"Words of {one}."),
            film(f"f{one}", f"Film {one}", f"media/f{one}"),
            quiz(f"q{one}", "Which?", option("a", "A", True), option("b", "B")),
        )
        for one in range(modules)
    )
    read = finished(course(*pages))
    return replace(read, modules=Counted(read.modules), questions=Counted(read.questions))


def passes(modules: int) -> int:
    """How often all modules and all questions are gone through."""
    old, new = of(modules), of(modules)
    Counted.passes = 0
    assert compare(old, new).changes == ()
    return Counted.passes


def passes_of_attempts(modules: int) -> int:
    """The same where each question may be checked another number of times."""
    old, new = of(modules), of(modules)
    other = Counted(replace(one, attempts=1 + place % 2) for place, one in enumerate(new.questions))  # type: ignore[type-var]
    Counted.passes = 0
    assert len(compare(old, replace(new, questions=other)).changes) == modules  # type: ignore[arg-type]
    return Counted.passes


def test_more_modules_are_not_gone_through_more_often() -> None:
    assert passes(30) == passes(3)
    assert passes_of_attempts(30) == passes_of_attempts(3)
