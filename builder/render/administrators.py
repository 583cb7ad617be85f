"""The pages for administrators and tutors: in the language of the course where there are words in it, and in English.

The templates are in English. Welsh, Polish, Ukrainian and Arabic are in `templates/layouts/translated`, and no native reader
has read those yet. What an LMS calls its settings stays in the words of the English LMS, and so does the table of the key.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import partial

from markupsafe import Markup

from builder.model.course import Course
from builder.model.interface.language_names import LANGUAGE_NAMES
from builder.render.html.direction import direction
from builder.render.interface.catalogues import lookup
from builder.render.interface.cldr import figure, is_english, locale_of
from builder.render.look import look_of
from builder.render.page.environment import render_translated, templates_folder
from builder.render.page.languages import PageLanguages, Spoken
from builder.render.page.translated import translated_languages, translations

ENGLISH = "en"
_ENGLISH_TAG = "en-GB"
Links = Sequence[tuple[str, str, str]]
"""The same page in other languages: tag, file, and what the language calls itself."""


@dataclass(frozen=True, slots=True)
class PageFile:
    """One page in one language."""

    language: str
    """The language of its sentences: `en`, or one that the templates are translated into."""
    name: str
    """Name of its file."""


def page_files(course: Course, stem: str) -> tuple[PageFile, ...]:
    """The pages of a course that lie in one place: `stem.html` in its own language, `stem.en.html` in English beside it.

    One for each further language of the course follows. Where there are no words in its own language, the first is in English.
    """
    first, *others = (spoken(tag) for tag in course.tags)
    languages = dict.fromkeys([first or ENGLISH, ENGLISH, *filter(None, others)])
    return tuple(
        PageFile(language, f"{stem}.html" if place == 0 else f"{stem}.{language}.html")
        for place, language in enumerate(languages)
    )


def other_names(stem: str) -> Iterator[str]:
    """Every name that such a page may have beside that of the first."""
    return (f"{stem}.{language}.html" for language in sorted({ENGLISH, *translated_languages(templates_folder())}))


def spoken(tag: str) -> str:
    """The language of these pages for a BCP 47 tag; empty where there are no words in it, or only in another script."""
    if is_english(tag):
        return ENGLISH
    known = translated_languages(templates_folder())
    return next((name for name in lookup(tag) if name in known), "")


def course_in(course: Course, language: str) -> Course:
    """A course with its title and its modules as they are in a language; as they are in its own where it has no other."""
    others = (one.course for one in course.translations)
    said = next((one for one in (course, *others) if spoken(one.language) == language), course)
    return course if said is course else replace(course, title=said.title, language=said.language, modules=said.modules)


def render_page_in(language: str, name: str, course: Course, said: Course, others: Links, **values: object) -> str:
    """Fill a layout for administrators. `said`: the course whose words it quotes; `others`: the same page in other languages."""
    own = spoken(said.language) == language
    tag = _ENGLISH_TAG if language == ENGLISH else said.language if own else language
    languages = PageLanguages(said, tag)
    return render_translated(
        templates_folder(),
        name,
        "" if language == ENGLISH else language,
        tag=tag,
        leftward=direction(tag) == "rtl",
        translated=language != ENGLISH,
        others=others,
        lang=languages.lang,
        # The title of a window is in one language.
        foreign=not own,
        look=look_of(course),
        course=course,
        said=said,
        # What the settings say is in the language of the source.
        settings=course if said is course else course.language,
        **_signs(language, languages),
        **values,
    )


def links_to_others(pages: tuple[PageFile, ...], language: str) -> Links:
    """The pages in other languages than one."""
    return tuple(
        (page.language, page.name, LANGUAGE_NAMES[page.language]) for page in pages if page.language != language
    )


def _signs(language: str, languages: PageLanguages) -> Mapping[str, object]:
    """How a language writes numbers and lists, and keeps words of another script apart."""
    if language == ENGLISH:
        return {
            "figure": "{:,}".format,
            "percent": "{} %".format,
            "comma": ", ",
            "semicolon": "; ",
            "quote": languages.quote,
            "measured": languages.measured,
            "isolated": lambda value: value,
        }
    words = translations(templates_folder(), language)
    return {
        "figure": partial(figure, language),
        "percent": partial(_percent, language),
        "comma": words.get(", ", ", "),
        "semicolon": words.get("; ", "; "),
        "quote": partial(_quoted, languages),
        "measured": lambda *question: Markup("<bdi>{}</bdi>").format(languages.measured(*question)),
        "isolated": partial(_isolated, language),
    }


def _percent(language: str, number: int) -> str:
    from babel.numbers import format_percent  # only here: most pages are in English

    return format_percent(number / 100, locale=locale_of(language))


def _quoted(languages: PageLanguages, words: object, thing: Spoken) -> Markup:
    """Words of the course in a sentence, which keep their own direction and language."""
    attributes = languages.lang(thing, words if isinstance(words, str) else "")
    return Markup("<bdi{}>{}</bdi>").format(attributes, words)


def _isolated(language: str, value: object) -> object:
    """What stands in a sentence: a number in the digits of the language, a text that keeps its own direction."""
    if isinstance(value, Markup):
        return value
    return figure(language, value) if isinstance(value, int) else Markup("<bdi>{}</bdi>").format(value)
