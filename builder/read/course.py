"""A folder -> a course, with everything that is wrong in it."""

from collections.abc import Iterable, Sequence
from dataclasses import replace
from functools import partial
from pathlib import Path

from builder.errors import UnreadableSource
from builder.model.course import Course, Module
from builder.model.diagnostics import Diagnostic, Report, Span
from builder.model.glossary import Glossary
from builder.model.hidden import hides_text
from builder.model.kind import Kind
from builder.model.media import Asset
from builder.model.rules import fault
from builder.model.source_facts import SourceFacts
from builder.read.again.memory import Memory, Shared, Stale
from builder.read.blocks.sections import Kinds
from builder.read.blocks.stream_player import read_stream_player
from builder.read.files.assets import Assets
from builder.read.files.ignored_files import likely_modules, note_left_out, settings_by_another_name
from builder.read.files.interface_strings import read_strings
from builder.read.files.names_on_disk import composed, listed
from builder.read.files.source import Source, read_source
from builder.read.glossary import GLOSSARY, read_glossary
from builder.read.heading_links import with_heading_links
from builder.read.ids import Ids
from builder.read.joined_course import course_of
from builder.read.languages import Renew, course_in_languages, read_translations
from builder.read.links import Addresses
from builder.read.markdown.includes import Fragments
from builder.read.markdown.inline_parser.engine import InlineEngine
from builder.read.markdown.variables import Variables
from builder.read.module import Opening, name_modules, open_module, read_module
from builder.read.people import read_people
from builder.read.settings.completion import banks_of, completion_of
from builder.read.settings.dedented_keys import at_margin
from builder.read.settings.keys.key import said
from builder.read.settings.needs import check_needs
from builder.read.settings.passages import said_in_course, said_in_form
from builder.read.settings.record_form import read_own_form, read_record
from builder.read.settings.validate import course_settings
from builder.read.settings.values import CourseSettings
from builder.read.settings.yaml_spans import Settings, read_yaml
from builder.read.theme import read_look
from builder.read.words_to_ids import anchor_of

_GLOSSARY_FILE = f"{GLOSSARY}.md"
_NOT_MODULES = frozenset({"readme.md", _GLOSSARY_FILE})


def read_course(
    folder: Path,
    kinds: Iterable[Kind],
    memory: Memory | None = None,
    alone: bool = False,
    renew: Renew | None = None,
) -> tuple[Course, Report]:
    """Read a course folder, with the table of the kinds of block that there are.

    Gives the course as far as it could be read, and every fault found. The course may be packaged only when the
    report has no error. With `memory`, modules that have not changed since it was filled are not read again; `alone`
    leaves out its other languages; `renew` brings one up to date whose source has changed since. Raises `UnreadableSource` when there is no such folder.
    """
    if not folder.is_dir():
        raise UnreadableSource(folder, "there is no such folder")
    if alone:
        return _course_in(folder, kinds, None)
    if memory is None:
        return _with_languages(*_course_in(folder, kinds, None), kinds, renew)
    memory.begin(folder, is_module)
    try:
        return _with_languages(*_course_in(folder, kinds, memory), kinds, renew)
    except Stale:
        memory.forget()
        return _with_languages(*_course_in(folder, kinds, memory), kinds, renew)


def _with_languages(
    course: Course, report: Report, kinds: Iterable[Kind], renew: Renew | None
) -> tuple[Course, Report]:
    """The same with the course in its other languages; each lies in a folder of its own."""
    if not course.languages:
        return course, report
    translations, found = read_translations(course, lambda one: _course_in(one, kinds, None, course.assets), renew)
    return course_in_languages(course, translations), Report.of(report.diagnostics, found)


def _course_in(
    folder: Path, kinds: Iterable[Kind], memory: Memory | None, beside: Sequence[Asset] | None = None
) -> tuple[Course, Report]:
    """`beside`: of a course in another language, the files of its source."""
    settings, source, diagnostics = _settings(folder)
    variables = _variables(settings, source)
    diagnostics += variables.fill(settings, source) if source else ()
    values, faults = course_settings(settings, source) if source else (None, [])
    diagnostics += faults
    chosen = values or _best_guess(settings)
    ids = Ids()
    shared = Shared(ids, variables)
    openings, unread = _openings(folder, shared, diagnostics, memory)
    if not openings and not any(d.span.path.endswith(".md") for d in diagnostics):
        likely = next((f"Rename {name} to {wanted}." for name, wanted in likely_modules(folder)), "")
        hint = likely or "Add a file such as 01-welcome.md beside course.yml."
        diagnostics.append(fault("STR-002", Span("course.yml"), "there is no module in this folder", hint))
    assets = Assets(folder, beside)
    addresses = Addresses(assets, {opening.source.path: opening.id for opening in openings} | unread)
    engine = InlineEngine(variables)
    people, faults = read_people(chosen, settings, source, engine, addresses, ids) if source else ({}, [])
    diagnostics += faults
    glossary = _glossary(folder, chosen.language, engine, addresses, ids, diagnostics)
    fragments = Fragments.of(folder)
    shared.assets, shared.fragments = assets, fragments
    modules = []
    known = memory.settled(dict(addresses.modules)) if memory else {}
    by_word: Kinds = {kind.word.lower(): kind for kind in kinds}
    for opening in openings:
        read = partial(
            read_module,
            opening,
            by_word,
            chosen.language,
            people if values else None,
            engine,
            addresses,
            ids,
            glossary.terms if glossary else (),
            fragments,
            chosen.privacy,
        )
        key = (opening, known)
        module, found = memory.read("module", opening.source.path, key, shared, read) if memory else read()
        modules.append(module)
        diagnostics += found
    pages = [*modules, glossary.page] if glossary else modules
    anchors = frozenset[str]().union(*(page.facts.anchors for page in pages))
    modules = with_heading_links(modules, anchors, memory.kept if memory else None)
    diagnostics += check_needs(openings)
    diagnostics += fragments.diagnostics
    sources = [*(opening.source for opening in openings), *fragments.sources.values()]
    diagnostics += note_left_out(folder, [opening.source.path for opening in openings], sources)
    diagnostics += _unused(fragments, openings, variables, settings, source, diagnostics) if openings else ()
    record, facts = None, SourceFacts()
    if values:
        record, found = read_record(folder, values, source, settings, any(map(_asks_for_words, modules)))
        diagnostics += found
    if values and source:
        facts = _said(settings, source, read_own_form(folder, values.record))
    accent, theme, cover, found = read_look(chosen, settings, source, addresses)
    diagnostics += found
    stream_player, found = read_stream_player(chosen, settings, source, addresses)
    diagnostics += found
    course = course_of(
        chosen,
        folder,
        people=tuple(people.values()),
        completion=completion_of(chosen, settings, source),
        banks=banks_of(chosen, settings, source),
        modules=tuple(modules),
        assets=assets,
        glossary=glossary,
        fragments=fragments,
        accent=accent,
        stream_player=stream_player,
        theme=theme,
        cover=cover,
        record=record,
        language_place=_place_of("language", settings, source),
        languages_place=_place_of("languages", settings, source) if beside is None else None,
        facts=facts,
    )
    strings, found = read_strings(folder)
    return replace(course, strings=strings), Report.of(diagnostics, found)


def _said(settings: Settings, source: Source, form: tuple[Settings, Source] | None) -> SourceFacts:
    """What the settings, and those of the course's own form of a record, say to learners."""
    said, sources = said_in_course(settings, source), {source.path: source.lines}
    if form:
        said += said_in_form(*form)
        sources[form[1].path] = form[1].lines
    return SourceFacts(passages=said, sources=sources)


def _unused(
    fragments: Fragments,
    openings: Sequence[Opening],
    variables: Variables,
    settings: Settings,
    source: Source | None,
    diagnostics: Sequence[Diagnostic],
) -> list[Diagnostic]:
    """Fragments and variables that nothing names; while a text is hidden, or a name misspelt, nobody can know."""
    found: list[Diagnostic] = []
    if not hides_text(diagnostics, also="INC-001"):
        # If its link went wrong, that is reported at the link.
        lines = [composed(line) for opening in openings for line in opening.source.lines if "(_" in line]
        found += [d for d in fragments.unused() if not any(f"({composed(d.span.path)}" in line for line in lines)]
    if source and not hides_text(diagnostics, also="VAR-001"):
        found += variables.unused(settings, source)
    return found


def _asks_for_words(module: Module) -> bool:
    return any(item.privacy for item in module.items)


def _settings(folder: Path) -> tuple[Settings, Source | None, list[Diagnostic]]:
    if not (folder / "course.yml").exists():
        if wrong := settings_by_another_name(folder):
            message, hint = f"the settings are in {wrong}", "Rename the file to course.yml."
            return Settings(), None, [fault("STR-020", Span("course.yml"), message, hint)]
        hint = "Make a file course.yml with the lines id, title and language."
        return Settings(), None, [fault("STR-001", Span("course.yml"), "there is no course.yml in this folder", hint)]
    source, faults = read_source(folder, "course.yml")
    if source is None:
        return Settings(), None, list(faults)
    settings = read_yaml(source, 1, len(source.lines))
    diagnostics = [*faults, *settings.diagnostics]
    return settings, (None if settings.diagnostics and not settings.values else source), diagnostics


def _best_guess(settings: Settings) -> CourseSettings:
    """Something to go on with, so that the modules are read, and their faults reported too."""
    title, language = settings.values.get("title"), settings.values.get("language")
    return CourseSettings(
        title=title if isinstance(title, str) and title.strip() else "course.yml",
        language=language if isinstance(language, str) else "en",
    )


def _variables(settings: Settings, source: Source | None) -> Variables:
    """The variables of a course; their faults are reported with the other settings."""
    given = settings.values.get("variables")
    words = {name: said(str(words)) for name, words in given.items()} if isinstance(given, dict) else {}
    outside = [name for name, holder in at_margin(settings.values).items() if holder == "variables"]
    words |= {name: str(settings.values[name]) for name in outside}  # reported as unknown keys
    return Variables(words, known=source is not None)


def _openings(
    folder: Path, shared: Shared, diagnostics: list[Diagnostic], memory: Memory | None
) -> tuple[list[Opening], dict[str, str]]:
    """The modules, opened; and the ids of those files that cannot be read, so that links to them are not reported as well."""
    openings = []
    unread = {}
    paths = [name for name in listed(folder) if is_module(name)]
    names = name_modules(paths)
    for path in paths:
        source, faults = memory.source(folder, path) if memory else read_source(folder, path)
        diagnostics += faults
        if source is None:
            unread[path] = names[path] or "module"
            continue
        read = partial(open_module, source, names[path], shared.ids, shared.variables)
        opening, found = memory.read("opening", path, (source, names[path]), shared, read) if memory else read()
        openings.append(opening)
        diagnostics += found
    return openings, unread


def _glossary(
    folder: Path,
    language: str,
    engine: InlineEngine,
    addresses: Addresses,
    ids: Ids,
    diagnostics: list[Diagnostic],
) -> Glossary | None:
    """The glossary, when there is one. It is read before the modules, whose words are linked to it."""
    name = next((name for name in listed(folder) if name.lower() == _GLOSSARY_FILE), "")
    source, faults = read_source(folder, name) if name else (None, ())
    diagnostics += faults
    if source is None:
        return None
    if problem := ids.claim(GLOSSARY, source, 1, 1):
        diagnostics.append(problem)
    addresses.glossary = name
    addresses.modules[name] = GLOSSARY
    glossary, found = read_glossary(source, language, engine, addresses, ids)
    diagnostics += found
    for term in glossary.terms:
        addresses.terms |= {anchor_of(form, "term"): term.id for form in term.forms}
    return glossary


def is_module(name: str) -> bool:
    """Whether a file of this name beside course.yml is a module."""
    return name.lower().endswith(".md") and not name.startswith(("_", ".")) and name.lower() not in _NOT_MODULES


def _place_of(key: str, settings: Settings, source: Source | None) -> tuple[Span, str] | None:
    if source is None or key not in settings.values:
        return None
    line, column = settings.place((key,))
    text = source.lines[line - 1]
    value = settings.values[key]
    length = len(str(value)) if isinstance(value, str) else max(1, len(text) - column + 1)
    return Span(source.path, line, column, length), text
