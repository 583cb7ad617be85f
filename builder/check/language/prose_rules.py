"""All rules on the words of a course: they are counted once, and each rule looks closer only where it must."""

from collections.abc import Iterator

from builder.check.language.abbreviations import check_abbreviations, gather_abbreviations
from builder.check.language.bare_addresses import check_addresses, check_mail
from builder.check.language.capitals_and_ascii_art import check_signs
from builder.check.language.foreign_passages import check_languages
from builder.check.language.italics import check_italics
from builder.check.language.reading_age import check_reading
from builder.check.language.sensory_words import check_wording
from builder.check.language.vocabulary import vocabulary
from builder.model.course import Course, Module
from builder.model.diagnostics import Diagnostic


def check_prose(course: Course) -> Iterator[Diagnostic]:
    """A11 of bare addresses, W03, W07, W08, W09, W18, W19 and W20."""
    capitals: dict[str, Module] = {}
    for module in course.pages:
        words = vocabulary(course, module)
        yield from check_wording(words)
        yield from check_addresses(words)
        yield from check_mail(words)
        yield from check_languages(words)
        yield from check_reading(words)
        yield from check_signs(words)
        yield from check_italics(module) if module.facts.italics else ()
        gather_abbreviations(words, capitals)
    yield from check_abbreviations(course, capitals)
