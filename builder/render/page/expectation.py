"""What a learner is to expect, in one line: "Three films, four questions to think about, about 45 minutes"."""

from collections.abc import Mapping

from builder.model.assessment import ExtendedTextInteraction
from builder.model.course import Course
from builder.render.page.filters import fill


def what_to_expect(course: Course, strings: Mapping[str, str]) -> str:
    """The line, computed from the content; empty when there is nothing to count."""
    recordings = sum(film.audio for film in course.films)
    scored = sum(module.draw or len(module.scored) for module in course.modules)
    thought = sum(isinstance(item.interaction, ExtendedTextInteraction) for item in course.items)
    asked = sum(not item.scored for item in course.items) - thought
    counts = (
        ("cover.films", len(course.films) - recordings),
        ("cover.recordings", recordings),
        ("cover.questions", scored + asked),
        ("cover.reflections", thought),
        ("cover.minutes", course.minutes or 0),
    )
    parts = [_counted(strings, key, count) for key, count in counts if count]
    line = strings["list.comma"].join(parts)
    return line[:1].upper() + line[1:]


def names(people: tuple[str, ...], strings: Mapping[str, str]) -> str:
    """Names as people say them: "A", "A and B", "A, B and C"."""
    if len(people) < 2:
        return "".join(people)
    return strings["list.comma"].join(people[:-1]) + strings["list.and"] + people[-1]


def _counted(strings: Mapping[str, str], key: str, count: int) -> str:
    word = strings.get(f"number.{count}", str(count))
    return fill(strings[f"{key}.one" if count == 1 else f"{key}.other"], count=word)
