"""The whole course, of its settings and all that was read."""

from pathlib import Path

from builder.model.assessment import Bank
from builder.model.course import Completion, Course, Module, Person, Standard
from builder.model.diagnostics import Span
from builder.model.glossary import Glossary
from builder.model.look.cover import CoverPicture
from builder.model.look.theme import Accent, Theme
from builder.model.media import StreamPlayer
from builder.model.record import RecordPage
from builder.model.source_facts import SourceFacts
from builder.read.files.assets import Assets
from builder.read.markdown.includes import Fragments
from builder.read.settings.values import CourseSettings
from builder.read.typography import typeset_setting


def course_of(
    settings: CourseSettings,
    folder: Path,
    *,
    people: tuple[Person, ...],
    completion: Completion,
    banks: tuple[Bank, ...],
    modules: tuple[Module, ...],
    assets: Assets,
    glossary: Glossary | None,
    fragments: Fragments,
    accent: Accent | None,
    stream_player: StreamPlayer | None,
    theme: Theme | None,
    cover: CoverPicture | None,
    record: RecordPage | None,
    language_place: tuple[Span, str] | None,
    languages_place: tuple[Span, str] | None,
    facts: SourceFacts,
) -> Course:
    """Join the settings, the modules and the rest."""
    language = settings.language
    return Course(
        id=settings.id,
        title=typeset_setting(settings.title, language),
        language=language,
        version=settings.version,
        summary=typeset_setting(settings.summary, language),
        minutes=settings.time,
        publisher=typeset_setting(settings.publisher, language),
        rights=typeset_setting(settings.rights, language),
        owner=typeset_setting(settings.owner, language),
        contact=settings.contact,
        enforcement=typeset_setting(settings.enforcement, language),
        keywords=tuple(settings.keywords),
        standards=tuple(Standard(name, tuple(entries)) for name, entries in settings.standards.items()),
        people=people,
        completion=completion,
        banks=banks,
        privacy=settings.privacy,
        attempts=settings.attempts,
        feedback=settings.feedback,
        shows_answers=settings.show_answers == "yes",
        shuffle=settings.shuffle,
        reports=settings.reports,
        modules=modules,
        assets=tuple(sorted(assets.found.values(), key=lambda asset: asset.name)),
        folder=folder,
        glossary=glossary,
        includes={name: tuple(places) for name, places in fragments.included.items()},
        accent=accent,
        stream_player=stream_player,
        theme=theme,
        cover=cover,
        record=record,
        notes=settings.notes == "yes",
        language_place=language_place,
        languages=settings.languages if languages_place else (),
        languages_place=languages_place,
        facts=facts,
    )
