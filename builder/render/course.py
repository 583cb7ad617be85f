"""The story of the stage: strings, page, stylesheet, scripts, and the author's own files."""

import json
from collections.abc import Iterable, Iterator, Mapping
from functools import partial
from io import BytesIO
from pathlib import Path

from markupsafe import Markup

from builder import __version__
from builder.errors import TemplateFault
from builder.model.assessment import AssessmentItem
from builder.model.blocks import Watch
from builder.model.content import language_of
from builder.model.contract import COMPARISON, PAGE, RECORD_SCRIPT, SCRIPT, STYLES
from builder.model.course import CheckedCourse, Completion, Course, Module
from builder.model.diagnostics import Diagnostic
from builder.model.interface import BEGIN, END, FALLBACK, FORMS, Interface
from builder.model.package import DESTINATIONS, RenderedCourse, RenderedFile
from builder.remembered import Remembered
from builder.render.answer_key.codes import codes_of
from builder.render.assets.bundles import FILM, RECORD, course_scripts
from builder.render.assets.styles import join_styles
from builder.render.comparison import comparison_json
from builder.render.html.blocks import HtmlWriter
from builder.render.html.passages import polyglot
from builder.render.interface.catalogues import interface_of
from builder.render.interface.cldr import dates_of
from builder.render.interface.missing import with_marks
from builder.render.interface.words import Words
from builder.render.page.environment import page_template_pieces, templates_folder
from builder.render.page.expectation import what_to_expect
from builder.render.page.languages import PageLanguages
from builder.render.page.metadata import course_metadata
from builder.render.page.module_pages import ModulePages
from builder.render.page.other_languages import below, language_name, languages_in, lent_by
from builder.render.page.policy import policy_of
from builder.render.page.print_order import mixed, shuffled
from builder.render.page.verdict_fingerprint import basis_of, wording_of
from builder.render.theme import fault_in_own_template, overrides_of
from builder.render.transcripts import transcript_file, transcript_files, transcript_names


def render_course(checked: CheckedCourse, kept: Remembered | None = None) -> RenderedCourse:
    """Render a checked course; with `kept`, modules that have not changed are not rendered again. Raises TemplateFault or Defect when the templates are at fault."""
    course, folder = checked.course, templates_folder()
    languages = languages_of(course, folder)
    every = [course, *(one.course for one in course.translations)]
    others = [(one.title, languages_of(one, folder)) for one in every[1:]]
    leftward = any(one.leftward for one in (languages, *(other for _, other in others)))
    scripts = course_scripts(folder)
    accent = course.accent.colour if course.accent else ""
    turned = languages if leftward else None
    styles = join_styles(folder, course.title, accent, turned, course.theme, others, bool(course.cover))
    own = [
        RenderedFile(PAGE, _encoded(page_pieces(course, folder, kept))),
        RenderedFile(COMPARISON, comparison_json(course, kept).encode()),
        RenderedFile(STYLES, styles.encode()),
    ]
    if course.record:
        own.append(RenderedFile(RECORD_SCRIPT, scripts[RECORD].encode()))
    if course.films:
        own += transcript_files(course)
    for other in course.translations:
        own += transcript_files(other.course, other.folder)
    # A file that languages share has one name.
    authors = {
        asset.name: RenderedFile(asset.name, one.folder / asset.source)
        for one in reversed(every)
        for asset in one.assets
    }
    return RenderedCourse(
        launch=PAGE,
        files=tuple(sorted((*own, *authors.values()), key=lambda file: file.name)),
        scripts={to: RenderedFile(SCRIPT, _script(scripts, to, course).encode()) for to in DESTINATIONS},
    )


def _script(scripts: Mapping[str, str], destination: str, course: Course) -> str:
    """The script of a destination; where the course has films, with what plays them, so that it is one file to fetch."""
    return scripts[destination] + (scripts[FILM] if course.films else "")


def render_course_or_fault(checked: CheckedCourse, kept: Remembered | None = None) -> RenderedCourse | Diagnostic:
    """The same; what is wrong in a template of the course's own is a diagnostic."""
    try:
        return render_course(checked, kept)
    except TemplateFault as problem:
        if found := fault_in_own_template(checked.course, problem):
            return found
        raise


def render_page(course: Course, folder: Path) -> str:
    """The one HTML document of a course, from the templates in `folder`."""
    return "".join(page_pieces(course, folder))


def page_pieces(course: Course, folder: Path, kept: Remembered | None = None) -> Iterator[str]:
    """The same piece by piece: of 1,000 modules it takes 30 MiB as one text, and 8 as bytes."""
    others = (piece for place in range(1, len(course.translations) + 1) for piece in _body_below(course, folder, place))
    return _pieces("layouts/course.html", course, folder, kept, others=others)


def _body_below(source: Course, folder: Path, place: int) -> Iterator[Markup]:
    """The body of the course in another language."""
    course = source.translations[place - 1].course
    ui = languages_of(course, folder).ui()
    pieces = _pieces("layouts/body.html", course, folder, None, source=source, place=place)
    return below(place, source, ui, pieces)


def _pieces(
    layout: str,
    course: Course,
    folder: Path,
    kept: Remembered | None,
    source: Course | None = None,
    place: int = 0,
    **more: object,
) -> Iterator[str]:
    """A layout filled with a course. `source`, and which of its languages it is, for one that is not in its own."""
    source = source or course
    interface = interface_of(course, folder)
    words = Words(interface)
    strings = interface.strings
    languages = PageLanguages(course, interface.language, words)
    transcripts = transcript_names(course, source.translations[place - 1].folder if place else "")
    writer = HtmlWriter(strings, languages.interface, languages.foreign, languages.leftward)
    # What was judged in one language holds in the others: it rests on the source.
    originals: dict[str, AssessmentItem] = {item.id: item for item in source.items} if place else {}

    def original(item: AssessmentItem) -> AssessmentItem:
        return originals.get(item.id, item)

    pieces = page_template_pieces(
        folder,
        layout,
        components_of(course),
        overrides_of(source.theme),
        course=course,
        pages=ModulePages(course, languages, kept, transcripts, folds=not source.translations),
        t=strings,
        writer=writer,
        satchel=__version__,
        expectation=what_to_expect(course, words),
        answered=[item for item in course.items if explained(item)],
        explained=explained,
        items={item.id: item for item in course.items},
        term_uses=term_uses(course),
        page_data=_json(page_data(course, interface, source)),
        metadata=_json(course_metadata(course, *words_for_catalogues(interface))),
        basis=lambda item: basis_of(original(item)),
        wording=lambda item: wording_of(original(item)),
        held=held_items(course),
        shuffled=shuffled,
        mixed=mixed,
        lang=languages.lang,
        ui=languages.ui,
        inside=languages.inside,
        polyglot=lambda words: polyglot(words.content),
        passage=lambda tag: Markup(writer.language(tag)),
        among=languages.among,
        written=languages.written,
        facing=languages.facing,
        quote=languages.quote,
        aside=languages.aside,
        say=languages.say,
        measured=languages.measured,
        people=languages.people,
        transcript_file=partial(transcript_file, names=transcripts),
        policy=policy_of(course),
        word=lambda film, key: word_of(film, key, strings),
        words=words,
        languages=languages_in(source, place),
        lent=lent_by(source, course),
        source_language=source.language,
        source_name=language_name(source.language),
        **more,
    )
    return with_marks(pieces, interface.language) if interface.missing else pieces


def words_for_catalogues(interface: Interface) -> tuple[Mapping[str, str], str]:
    """The words that catalogues read of a course, and their language: all in one."""
    whole = not any(key.startswith("access.") for key in interface.missing)
    return (interface.strings, interface.language) if whole else (interface.english, FALLBACK)


def _encoded(pieces: Iterable[str]) -> bytes:
    page = BytesIO()
    for piece in pieces:
        page.write(piece.encode())
    return page.getvalue()


def languages_of(course: Course, folder: Path) -> PageLanguages:
    """The languages of the page of a course, with the words that the templates in `folder` have for its interface."""
    interface = interface_of(course, folder)
    return PageLanguages(course, interface.language, Words(interface))


def components_of(course: Course) -> frozenset[str]:
    """Names of the components that show the blocks of a course."""
    return frozenset(block.component for module in course.modules for block in module.blocks)


def word_of(film: Watch, key: str, strings: Mapping[str, str]) -> str:
    """Words of the interface about a film; those for a recording where it is one."""
    return strings[f"listen.{key}" if film.audio else f"film.{key}"]


def explained(item: AssessmentItem) -> bool:
    """Whether the page of answers has something to say about a question: what is right, or the author's words."""
    said = item.worked or item.modal_feedback or any(choice.feedback for choice in item.choices)
    return item.scored or bool(said)


def held_items(course: Course) -> frozenset[str]:
    """Ids of the questions that are judged only when all of their module are handed in."""
    return frozenset(item.id for module in course.modules if course.handed_in(module) for item in module.scored)


def term_uses(course: Course) -> dict[str, list[Module]]:
    """The modules whose text leads to each term of the glossary, in order."""
    uses: dict[str, list[Module]] = {term.id: [] for term in course.glossary.terms} if course.glossary else {}
    for module in course.modules:
        for term in module.terms:
            uses[term].append(module)
    return uses


def page_data(course: Course, interface: Interface, source: Course) -> dict[str, object]:
    """What the run-time cannot read from the document itself; `source`: the course in its own language."""
    strings = interface.strings
    if source.translations:
        # What was highlighted in one language is not lost in another.
        strings = {**strings, "my-notes.lost": strings["languages.lost"]}
    else:
        strings = {key: text for key, text in strings.items() if not key.startswith("languages.")}
    return {
        "id": course.id,
        "version": course.version,
        "title": course.title,
        "language": language_of(course.title) or course.language,
        "completion": _completion(course.completion),
        "privacy": course.privacy,
        "mixed": course.mixed,
        **({"banks": {bank.name: bank.draw for bank in course.banks}} if course.banks else {}),
        "kinds": kinds_of(source),
        **({"words": words_of(source)} if course.reports == "words" else {}),
        "strings": {
            **strings,
            **(_heard(strings) if any(film.audio for film in course.films) else {}),
            **dates_of(interface.language),
        },
        **({"missing": True} if interface.missing else {}),
    }


def _heard(strings: Mapping[str, str]) -> dict[str, str]:
    """What is left to do, where some of it is heard alone."""
    forms = [form for form in FORMS if f"todo.hear.{form}" in strings]
    return {f"todo.watch.{form}": strings[f"todo.hear.{form}"] for form in forms}


def kinds_of(course: Course) -> dict[str, dict[str, object]]:
    """What the run-time must know of each kind of question in a course."""
    kinds = {item.kind.name: item.kind for item in course.items}
    return {
        name: {"scored": kind.scored, "scorm12": kind.scorm12, "scorm2004": kind.scorm2004}
        for name, kind in sorted(kinds.items())
    }


def words_of(course: Course) -> dict[str, dict[str, str]]:
    """What the options of each question say, for reports in words."""
    codes = {item.id: codes_of(item) for item in course.items}
    return {id: {code.id: code.words for code in found} for id, found in codes.items() if found}


def _completion(completion: Completion) -> dict[str, object]:
    asked: dict[str, object] = {
        "rule": completion.rule,
        "passMark": completion.pass_mark,
        "partial": completion.partial,
    }
    asked |= {"read": True} if completion.read else {}
    return asked | ({"staysOpen": True} if completion.stays_open else {})


def _json(value: object) -> str:
    """JSON that may stand in a script element: no `<`, so nothing in it can end the element (HTML 4.12.1.3)."""
    text = json.dumps(value, ensure_ascii=False, sort_keys=False).replace("<", "\\u003c")
    for mark in (BEGIN, END):
        text = text.replace(mark, f"\\u{ord(mark):04x}")
    return text
