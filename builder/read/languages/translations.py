"""Reads the course in each of its other languages, and lays each beside the source: same ids, same terms, other words."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import replace

from builder.model.assessment import AssessmentItem, Gap
from builder.model.content import Said
from builder.model.course import Course, Module, Translation
from builder.model.diagnostics import Diagnostic, Report, Span
from builder.model.look.cover import CoverPicture
from builder.model.look.theme import Theme
from builder.model.rules import fault
from builder.read.files.source import read_instead
from builder.read.languages.beside import Aligned, beside_source
from builder.read.languages.changed import Renew, changed_since, left_over, modules_of
from builder.read.languages.same_form import record_beside

Reader = Callable[..., tuple[Course, Report]]
"""Folder of a translated course -> the course, and what is wrong in it."""


def read_translations(
    source: Course, read: Reader, renew: Renew | None = None
) -> tuple[tuple[Translation, ...], list[Diagnostic]]:
    """The course in each language that its settings name beside its own, and what is wrong with the setting itself.

    `renew` brings one up to date whose source has changed since. Without it, modules that have changed are the source's.
    """
    first, *others = source.languages
    if first.lower() != source.language.lower():
        message = f"the first language here is {first}, and the course is in {source.language}"
        hint = f"Write {source.language} first, or correct `language`."
        return (), [_at_setting(source, message, hint)]
    found: list[Diagnostic] = []
    translations = []
    for tag in others:
        if not (source.folder / tag).is_dir():
            message = f"there is no folder {tag} beside course.yml with the course in that language"
            near = next((one.name for one in sorted(source.folder.iterdir()) if one.name.lower() == tag.lower()), "")
            hint = f"Write it with `satchel translate --to {tag}`, or take {tag} out of the list."
            hint = (
                f"Call the folder {near} {tag}: on a server small letters and capitals are two names." if near else hint
            )
            found.append(_at_setting(source, message, hint))
            continue
        translation = _translation(source, tag, read, renew)
        course = translation.course
        if course.language_place and course.language.lower() != tag.lower():
            message = f"{tag}/course.yml says that it is in {course.language}"
            found.append(_at_setting(source, message, f"Write `language: {tag}` there, or name the folder otherwise."))
        translations.append(translation)
    return tuple(translations), found


def _translation(source: Course, tag: str, read: Reader, renew: Renew | None) -> Translation:
    """The course in one language. What has changed since it was translated is in the words of the source."""
    folder = source.folder / tag
    changed = changed_since(source, folder)
    left = frozenset(left_over(source, folder))
    if changed and renew and (renewal := renew(source, tag, changed)):
        with read_instead(renewal.files):
            course, report = read(folder)
        found = _beside(source, course, report, tag, frozenset())
        if not found.found.errors:
            # Lines count in what was read, not in what is on the disk: they are reported once it is written.
            read_so = frozenset(path.relative_to(folder.resolve()).as_posix() for path in renewal.files)
            above = [replace(one, span=replace(one.span, path=f"../{one.span.path}")) for one in renewal.found]
            return replace(found, found=Report.of(found.found.diagnostics, above), lent=found.lent | read_so | left)
    course, report = read(folder)
    found = _beside(source, _with_own_terms(course, source, changed), report, tag, changed)
    others = changed - modules_of(source, changed) - set(source.includes)
    outdated = [_outdated(path, tag) for path in sorted(others)]
    return replace(found, found=Report.of(found.found.diagnostics, outdated), lent=found.lent | left)


def _with_own_terms(course: Course, source: Course, changed: frozenset[str]) -> Course:
    """Without a glossary that has changed since: the source's stands in its place."""
    glossary = source.glossary
    if glossary is None or glossary.page.span.path not in changed:
        return course
    return replace(course, glossary=replace(glossary, page=replace(glossary.page, language=source.language)))


def _outdated(path: str, tag: str) -> Diagnostic:
    message = (
        f"this file has changed since {tag}/ was written, so learners in that language may read what is out of date"
    )
    hint = f"Run `satchel translate --to {tag}`, and `satchel translate --read {tag}.xlf` when it is translated."
    return fault("LNG-008", Span(f"../{path}", 1), message, hint)


def _beside(source: Course, course: Course, report: Report, tag: str, changed: frozenset[str]) -> Translation:
    aligned: Aligned = beside_source(source, course, tag, report, modules_of(source, changed))
    record, unlike = record_beside(source, course, changed)
    course = replace(
        course,
        id=source.id,
        version=source.version,
        minutes=source.minutes,
        completion=source.completion,
        privacy=source.privacy,
        attempts=source.attempts,
        feedback=source.feedback,
        shows_answers=source.shows_answers,
        shuffle=source.shuffle,
        reports=source.reports,
        notes=source.notes,
        accent=source.accent,
        theme=(course.theme or _named_in(source.theme, source.language)) if source.theme else None,
        cover=(course.cover or _said_in(source.cover, source.language)) if source.cover else None,
        record=record,
        modules=aligned.modules,
        strings=(*(replace(file, lent=True) for file in source.strings), *course.strings),
    )
    return Translation(tag, course, Report.of(report.diagnostics, (*aligned.found, *unlike)), aligned.lent)


def _named_in(theme: Theme, language: str) -> Theme:
    """A theme whose words say their language."""
    logo = replace(theme.logo, words=Said(theme.logo.words, language)) if theme.logo else None
    return replace(theme, name=Said(theme.name, language) if theme.name else "", logo=logo)


def _said_in(cover: CoverPicture, language: str) -> CoverPicture:
    """A picture of the cover whose words say their language."""
    return replace(cover, words=Said(cover.words, language) if cover.words else "")


def course_in_languages(source: Course, translations: Sequence[Translation]) -> Course:
    """The source with its translations. What is right in one language is right in each: words in a gap, names of a unit."""
    answers = {source.language: _gaps(source)} | {one.folder: _gaps(one.course) for one in translations}
    if any(answers.values()):
        translations = [replace(one, course=_with_answers(one.course, one.folder, answers)) for one in translations]
        source = _with_answers(source, source.language, answers)
    units: dict[str, tuple[str, ...]] = {}
    for item in (item for course in (source, *(one.course for one in translations)) for item in course.items):
        if own := _units_of(item):
            units[item.id] = tuple(dict.fromkeys((*units.get(item.id, ()), *own)))
    if units:
        translations = [replace(one, course=_with_units(one.course, units)) for one in translations]
        source = _with_units(source, units)
    # One player serves the streams of all languages.
    shown = (replace(one, course=replace(one.course, stream_player=source.stream_player)) for one in translations)
    return replace(source, translations=tuple(shown))


def _with_answers(course: Course, own: str, answers: Mapping[str, Mapping[str, tuple[Gap, ...]]]) -> Course:
    def with_answers(item: AssessmentItem) -> AssessmentItem:
        gaps = _gaps_of(item)
        others = [
            (tag, theirs)
            for tag, found in answers.items()
            if tag != own and len(theirs := found.get(item.id, ())) == len(gaps)
        ]
        if not gaps or not others:
            return item
        wider = tuple(_wider(gap, [(tag, theirs[place]) for tag, theirs in others]) for place, gap in enumerate(gaps))
        return replace(item, interaction=replace(item.interaction, gaps=wider))

    return replace(course, modules=tuple(_with_items(module, with_answers) for module in course.modules))


def _with_units(course: Course, units: Mapping[str, tuple[str, ...]]) -> Course:
    def with_units(item: AssessmentItem) -> AssessmentItem:
        own = _units_of(item)
        also = tuple(name for name in units.get(item.id, ()) if name not in own) if own else ()
        return replace(item, interaction=replace(item.interaction, also=also)) if also else item

    return replace(course, modules=tuple(_with_items(module, with_units) for module in course.modules))


def _units_of(item: AssessmentItem) -> tuple[str, ...]:
    return getattr(item.interaction, "units", ())


def _wider(gap: Gap, others: Iterable[tuple[str, Gap]]) -> Gap:
    """A gap that takes what others take, each in its language."""
    return replace(gap, also=tuple((tag, words) for tag, other in others for words in other.accepted))


def _with_items(module: Module, change: Callable[[AssessmentItem], AssessmentItem]) -> Module:
    """A module with other items in its blocks."""
    blocks = tuple(change(block) if isinstance(block, AssessmentItem) else block for block in module.blocks)
    return replace(module, blocks=blocks)


def _gaps(course: Course) -> dict[str, tuple[Gap, ...]]:
    return {item.id: gaps for item in course.items if (gaps := _gaps_of(item))}


def _gaps_of(item: AssessmentItem) -> tuple[Gap, ...]:
    return getattr(item.interaction, "gaps", ())


def _at_setting(source: Course, message: str, hint: str) -> Diagnostic:
    span, line = source.languages_place or (Span("course.yml"), "")
    return fault("LNG-006", span, message, hint, line)
