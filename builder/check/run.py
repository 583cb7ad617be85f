"""All checks, in the order of their modules."""

from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence
from types import MappingProxyType

from builder.check.banks import check_banks
from builder.check.completion import check_asked_for, check_completion
from builder.check.film.alternatives import check_films
from builder.check.film.pauses import check_pauses
from builder.check.film.streams import check_stream_player
from builder.check.foreign.findings import check_foreign, without_what_follows
from builder.check.foreign.headings import check_foreign_headings, without_names
from builder.check.glossary import check_glossary
from builder.check.includes import name_includers
from builder.check.language.interface import check_interface
from builder.check.language.prose_rules import check_prose
from builder.check.leftover_markup.signs import check_remains
from builder.check.page.accent import check_accent
from builder.check.page.accessibility import check_headings, check_links, check_pictures, check_titles
from builder.check.page.layout import check_layout
from builder.check.page.link_targets import check_shown, check_targets
from builder.check.page.link_text import check_links_apart
from builder.check.page.open_tags import check_open_tags
from builder.check.page.theme_colours import check_colours
from builder.check.question_size import check_question_size
from builder.check.questions import check_questions
from builder.check.state_size.longest_state import check_room, room_of
from builder.check.suppression import suppress
from builder.check.translation import check_translation
from builder.model.course import CheckedCourse, Course, Translation
from builder.model.diagnostics import Diagnostic, Report
from builder.model.interface import Interface
from builder.model.package import DESTINATIONS
from builder.model.rare_pattern import rare_pattern
from builder.remembered import Remembered

CHECKS: tuple[Callable[[Course], Iterator[Diagnostic]], ...] = (
    check_titles,
    check_headings,
    check_links,
    check_pictures,
    check_films,
    check_stream_player,
    check_links_apart,
    check_layout,
    check_shown,
    check_completion,
    check_banks,
    check_accent,
    check_colours,
)


def check_course(
    course: Course,
    read: Report,
    destinations: Sequence[str] = DESTINATIONS,
    films: Iterable[Diagnostic] | None = None,
    interface: Interface | None = None,
    kept: Remembered | None = None,
    others: Mapping[str, Interface] = MappingProxyType({}),
) -> tuple[CheckedCourse | None, Report]:
    """Hold a course against the rules.

    `read` is what reading it found, `destinations` what it is to be built for, `films` what a look into its films found;
    None when nobody looked; `interface` the words that its learners get, None when
    that is not asked, and `others` the words in each of its other languages. With `kept`, rules on words look only at modules that have changed. Gives the checked course, or None
    when an error is left anywhere, and the whole report.
    """
    told = frozenset((d.span.path, d.span.line) for d in read.errors)
    too_large = tuple(check_question_size(course))
    room = None if too_large else room_of(course, kept)  # its answers grow with the square of its parts
    variables = frozenset(
        (d.span.path, d.span.line, d.span.column) for d in read.errors if d.rule in {"VAR-001", "QUE-026"}
    )
    choices = frozenset((d.span.path, d.span.line) for d in read.errors if d.rule == "QUE-024")
    foreign = tuple(
        d
        for d in check_foreign(course, kept)
        if (d.rule != "STR-048" or (d.span.path, d.span.line, d.span.column) not in variables)
        and (d.rule != "STR-031" or (d.span.path, d.span.line) not in choices)
    )
    headings = tuple(check_foreign_headings(course, told))
    found = Report.of(
        read.diagnostics,
        *(check(course) for check in CHECKS),
        check_questions(course, kept),
        check_prose(course, kept),
        check_asked_for(course, read),
        check_targets(course, read),
        check_open_tags(course, read),
        check_pauses(course, read),
        check_glossary(course, read),
        check_remains(course, read, kept),
        headings,
        too_large,
        check_room(course, room, destinations) if room else (),
        films or (),
        check_interface(course, interface, others, read) if interface else (),
    )
    found = without_names(course, found, headings) if headings else found
    found = _without_signs_of(found, choices) if choices else found
    found = _without_boxes_below(course, found)
    found = Report.of(foreign, without_what_follows(found, foreign).diagnostics)
    report = suppress(course, found, films is not None, kept)
    if course.includes:
        told_of = [name_includers(course, diagnostic) for diagnostic in report.diagnostics]
        report = Report.of(told_of, suppressed=report.suppressed)
    report = Report.of(
        report.diagnostics,
        *(check_translation(one, _alone(one, destinations)) for one in course.translations),
        suppressed=report.suppressed,
    )
    return (None if report.errors else CheckedCourse(course, room)), report


def _without_boxes_below(course: Course, report: Report) -> Report:
    """A report without QUE-002 of tick boxes that belong to a question whose heading is reported."""
    told = {(d.span.path, d.span.line) for d in report.diagnostics if d.rule in {"STR-012", "STR-048"}}
    boxes = {(d.span.path, d.span.line) for d in report.diagnostics if d.rule == "QUE-002"}
    if not told or not boxes:
        return report
    lines = {path: one for module in course.pages for path, one in module.facts.sources.items()}
    below = {(path, line) for path, line in boxes if (path, _heading_above(lines.get(path, ()), line)) in told}
    return Report.of(d for d in report.diagnostics if d.rule != "QUE-002" or (d.span.path, d.span.line) not in below)


def _heading_above(lines: Sequence[str], line: int) -> int:
    """The line of the last heading above a line; 0 for none."""
    return next((at for at in range(min(line, len(lines)), 0, -1) if _HEADING.match(lines[at - 1])), 0)


_HEADING = rare_pattern(r"[ \t>]*(?:[-*+][ \t]+)?#{1,6}[ \t]")
_OF_CHOICES = frozenset({"A12", "A16", "LNK-007", "QUE-002", "STR-018", "STR-031", "STR-048", "W01"})
"""What is said of signs and bold words that QUE-024 reports as a choice without a link."""


def _without_signs_of(report: Report, lines: Collection[tuple[str, int]]) -> Report:
    """A report without what else is said of choices that are reported on these lines."""
    kept = (d for d in report.diagnostics if d.rule not in _OF_CHOICES or (d.span.path, d.span.line) not in lines)
    return Report.of(kept)


def _alone(translation: Translation, destinations: Sequence[str]) -> Report:
    """What is wrong in a course in another language, by itself; its interface is that of the package."""
    return check_course(translation.course, translation.found, destinations)[1]
