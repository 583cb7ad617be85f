"""Whether a translated course has the ids of its source: learners' answers are kept by them."""

from collections.abc import Iterator, Mapping
from dataclasses import replace
from itertools import zip_longest

from builder.model.assessment import AssessmentItem
from builder.model.course import Course

Identity = tuple[str, str]
"""What has an id, and the id."""


def other_ids(source: Course, translated: Course, anchors: Mapping[str, str]) -> list[tuple[Identity, Identity]]:
    """Ids of the source that the translated course has not, each with what is there instead.

    `anchors` are ids of headings that the translated course writes otherwise.
    """
    nothing = ("nothing", "")
    pairs = zip_longest(identities(source, anchors), identities(translated, {}), fillvalue=nothing)
    return [(one, other) for one, other in pairs if one != other]


def identities(course: Course, anchors: Mapping[str, str]) -> Iterator[Identity]:
    """Every id of a course, in order, and what of each question a stored answer is judged by."""
    yield "course", course.id
    for module in course.modules:
        yield f"module {module.span.path}", module.id
        for heading in module.facts.headings:
            yield f"heading in {module.span.path}", anchors.get(heading.id, heading.id)
        for item in module.items:
            yield from _of_question(item)
        for option in module.facts.option_ids:
            yield f"option in {option.path}", anchors.get(option.id, option.id)
    for term in sorted(anchors.get(term.id, term.id) for term in course.glossary.terms) if course.glossary else ():
        yield "term", term


def _of_question(item: AssessmentItem) -> Iterator[Identity]:
    yield f"{item.kind.name}", item.id
    for option in (*item.choices, *item.kind.targets(item.interaction)):
        yield f"{item.kind.choice_noun} of {item.id}", option.id
    gaps = getattr(item.interaction, "gaps", ())
    if gaps:
        yield f"gaps of {item.id}", str(len(gaps))
    elif item.kind.right:
        # A unit is called otherwise in another language.
        measured = getattr(item.interaction, "units", ())
        interaction = replace(item.interaction, units=()) if measured else item.interaction
        yield f"what is right in {item.id}", ",".join(item.kind.right(interaction))
