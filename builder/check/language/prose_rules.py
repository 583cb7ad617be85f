"""All rules on the words of a course: they are counted once, and each rule looks closer only where it must."""

from collections.abc import Iterator
from functools import partial

from builder.check.language.abbreviations import abbreviations_in, check_abbreviations
from builder.check.language.bare_addresses import check_addresses, check_mail
from builder.check.language.capitals_and_ascii_art import check_signs
from builder.check.language.foreign_passages import check_languages
from builder.check.language.italics import check_italics
from builder.check.language.low_lines import check_low_lines
from builder.check.language.prices import check_prices
from builder.check.language.reading_age import check_reading
from builder.check.language.sensory_words import check_wording
from builder.check.language.sums import check_sums
from builder.check.language.vocabulary import vocabulary
from builder.model.course import Course, Module
from builder.model.diagnostics import Diagnostic
from builder.remembered import Remembered


def check_prose(course: Course, kept: Remembered | None = None) -> Iterator[Diagnostic]:
    """A11 of bare addresses, STR-031 of stars, W03, W07, W08, W09, W18, W19 and W20; with `kept`, only of modules that have changed."""
    capitals: dict[str, Module] = {}  # abbreviation -> the first module that uses it
    for module in course.pages:
        look = partial(_in_module, course, module)
        shorts, found = kept.get("prose", module, course.language, look) if kept else look()
        yield from found
        for short in shorts:
            capitals.setdefault(short, module)
    yield from check_abbreviations(course, capitals)


def _in_module(course: Course, module: Module) -> tuple[tuple[str, ...], tuple[Diagnostic, ...]]:
    """The abbreviations of a module, and what is wrong in its words."""
    words = vocabulary(course, module)
    found = (
        *check_wording(words),
        *check_addresses(words),
        *check_mail(words),
        *check_languages(words),
        *check_reading(words),
        *check_signs(words),
        *check_prices(words),
        *check_sums(module),
        *check_low_lines(module),
        *(check_italics(module) if module.facts.italics else ()),
    )
    return abbreviations_in(words), found
