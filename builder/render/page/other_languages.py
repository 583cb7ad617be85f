"""The course in its other languages, below the page in its own: read without script, and shown by it when asked for.

Each lies in a `noscript` element. With script that is one text, which costs a browser nothing until the learner asks for
the language; without, it is the whole document. There its ids must not be those of the source, nor may there be two
`main` elements: so a mark stands before each, which the run-time takes away again.
"""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from markupsafe import Markup

from builder.model.contract import PAGE
from builder.model.course import Course
from builder.model.interface.language_names import ENGLISH_NAMES, LANGUAGE_NAMES
from builder.model.rare_pattern import rare_pattern
from builder.render.html.direction import direction
from builder.render.interface.cldr import locale_of

_TAG = rare_pattern(r"<[a-zA-Z][\w-]* (?:[^<>\"]+|\"[^\"]*\")*>")
"""A tag with attributes."""
_NAMES_LETTERS = rare_pattern(r"-[a-zA-Z]{4}(?:-|$)")
"""The script in a tag (BCP 47): `pa-Arab`."""
_POINTERS = rare_pattern(
    r"( (?:id|for|form|list|headers|aria-(?:labelledby|describedby|controls|owns|details))=\")([^\"]*)| href=\"#"
)
"""An attribute that is an id, or names some."""


@dataclass(frozen=True, slots=True)
class Language:
    """One language of a course, as the masthead offers it."""

    tag: str
    """BCP 47."""
    name: str
    """What it calls itself."""
    called: str
    """Its tag and its names in small letters, with strokes between them: an LMS may know a learner's language by any."""
    facing: str
    """`ltr` or `rtl`."""
    address: str
    """Where it begins, without script."""
    current: bool
    """Whether the page around it is in it."""


def languages_in(course: Course, shown: int) -> tuple[Language, ...]:
    """The languages of a course, for the masthead in one of them: the source is 0. Empty where there is one alone."""
    found = []
    names = [language_name(tag) for tag in course.tags]
    for place, tag in enumerate(course.tags):
        # The mark goes before every place of the same document, and these are in another one.
        begin = f"#{mark_of(place) if place and place != shown else ''}/{tag}"
        address = f"{PAGE}{begin}" if shown and place != shown else begin
        name = names[place] if names.count(names[place]) == 1 else _with_country(tag)
        found.append(Language(tag, name, _called(tag, names[place]), direction(tag), address, place == shown))
    return tuple(found) if len(found) > 1 else ()


def _called(tag: str, name: str) -> str:
    """What a language may be called: `cy/cymraeg/welsh`. A name as short as a tag might be that of another language."""
    own = tag.partition("-")[0].lower()
    names = [name.lower(), *(english for english, meant in ENGLISH_NAMES.items() if meant.partition("-")[0] == own)]
    return "/".join(dict.fromkeys([tag.lower(), *(one for one in names if len(one) > 3 and "/" not in one)]))


def language_name(tag: str) -> str:
    """What a language calls itself (CLDR, where our own list has no name); its tag where nobody knows.

    Panjabi in Arabic letters has its name in those: its readers may read no others.
    """
    name = LANGUAGE_NAMES.get(tag.partition("-")[0].lower())
    if name and not _NAMES_LETTERS.search(tag):
        return name  # without a look into CLDR, whose library takes long to load
    locale = locale_of(tag)
    if name and not (locale and locale.script):
        return name
    return str(locale.get_language_name() or tag) if locale else tag


def _with_country(tag: str) -> str:
    """The same, for a course in two kinds of one language: `English (United Kingdom)`."""
    locale = locale_of(tag)
    return str(locale.get_display_name() or tag) if locale else tag


def lent_by(source: Course, course: Course) -> frozenset[str]:
    """Ids of the modules and films of a translation that are those of its source: its page says which language they are in."""
    if course is source:
        return frozenset()
    modules = {module.id for module in course.modules if module.language and module.language == source.language}
    films = {(film.id, film.media.name) for film in source.films}
    return frozenset(modules | {film.id for film in course.films if (film.id, film.media.name) in films})


def mark_of(place: int) -> str:
    """What stands before the ids of a language: no id of a course has a point; and it makes a valid name of an element."""
    return f"l{place}-."


def below(place: int, course: Course, ui: Markup, pieces: Iterable[str]) -> Iterator[Markup]:
    """The body of a course in another language, as it stands at the end of the page. `ui`: the attributes of that body."""
    mark, one = mark_of(place), languages_in(course, place)[place]
    yield Markup('<div lang="{}" dir="{}" data-called="{}" data-language="{}"><article{}><noscript>\n').format(
        one.tag, one.facing, one.called, mark, ui
    )
    yield Markup(marked("".join(pieces), mark))
    yield Markup("</noscript></article></div>\n")


def marked(body: str, mark: str) -> str:
    """The HTML of a body with a mark before each id, before what names one, and before the name of `main`."""

    def pointer(found: re.Match[str]) -> str:
        return found[1] + " ".join(mark + id for id in found[2].split()) if found[1] else f"{found[0]}{mark}"

    # An author who writes the mark itself keeps it.
    kept = body.replace(mark, f"{mark[:-1]}&#46;")
    marked_ids = _TAG.sub(lambda tag: _POINTERS.sub(pointer, tag[0]), kept)
    return marked_ids.replace("<main ", f"<{mark}main ").replace("</main>", f"</{mark}main>")
