"""What a learner is to expect, in one line: "Three films, four questions to think about, about 45 minutes"."""

from builder.model.assessment import ExtendedTextInteraction
from builder.model.course import Course
from builder.render.interface.words import Words


def what_to_expect(course: Course, words: Words) -> str:
    """The line, computed from the content; empty when there is nothing to count."""
    recordings = sum(film.audio for film in course.films)
    scored = sum(module.draw or sum(not item.bank for item in module.scored) for module in course.modules)
    scored += sum(bank.draw for bank in course.banks)
    thought = sum(isinstance(item.interaction, ExtendedTextInteraction) for item in course.items)
    stories = sum(item.kind.always_asked for item in course.items)
    asked = sum(not item.scored for item in course.items) - thought - stories
    counts = (
        ("cover.films", len(course.films) - recordings),
        ("cover.recordings", recordings),
        ("cover.questions", scored + asked),
        ("cover.stories", stories),
        ("cover.reflections", thought),
        ("cover.minutes", course.minutes or 0),
    )
    parts = [words.plural(key, count, count=words.spelled(count)) for key, count in counts if count]
    line = words.strings["list.comma"].join(parts)
    first = next((place for place, sign in enumerate(line) if sign.isalnum()), 0)
    return line[:first] + line[first : first + 1].upper() + line[first + 1 :]
