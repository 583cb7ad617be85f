"""Which language each part of a page is in.

The page as a whole is in the language of the course (`<html lang>`); its interface is, where there are no words in that
language, in English (`<body lang>`). Whatever an author wrote is marked when its language is not that of the interface.
So a part of the interface needs no mark of its own, wherever it stands, and nothing is marked in a course in English.
"""

from collections.abc import Sequence
from decimal import Decimal

from markupsafe import Markup, escape

from builder.model.assessment import AssessmentItem, NumericEntryInteraction
from builder.model.blocks import Block
from builder.model.content import Fragment, TextBlocks, language_of
from builder.model.course import Course, Module, Person
from builder.model.glossary import Term
from builder.model.record import RecordForm
from builder.render.html.direction import direction
from builder.render.html.passages import multilingual, passage_language
from builder.render.interface.words import Words

_NOTHING = Markup()

Spoken = Course | Module | Block | Term | RecordForm | Person | str
"""What an author wrote, or the tag of a language."""


class PageLanguages:
    """The `lang` and `dir` of every part of the page of a course, and sentences in which two languages meet."""

    def __init__(self, course: Course, interface: str, words: Words | None = None) -> None:
        """`interface`: the tag of the language that `words` are in."""
        self.course = course.language
        self.interface = interface
        self._words = words
        # By identity: a block knows its words and its place, and only the page around it its language.
        self._pages = {id(block): page.language for page in course.pages for block in page.blocks}
        if course.glossary:
            self._pages |= {id(term): course.glossary.page.language for term in course.glossary.terms}
        forms = [course.record.form] if course.record and course.record.form else []
        tags = {course.language, self.title(course), *map(self.of, course.pages), *map(self.of, forms)}
        tags |= {self.title(page) for page in course.pages}
        self.foreign = bool(tags - {interface})
        """Whether anything is in another language than the interface."""
        self.leftward = any(direction(tag) == "rtl" for tag in (*tags, interface))
        """Whether anything is written from right to left."""

    def of(self, thing: Spoken) -> str:
        """The tag of the language that something is in."""
        if isinstance(thing, str):
            own = thing
        elif isinstance(thing, Module | RecordForm):
            own = thing.language
        else:
            own = self._pages.get(id(thing), "")
        return own or self.course

    def lang(self, thing: Spoken, content: Fragment | str = "") -> Markup:
        """The attributes of an element that holds the words of an author, with the space before them.

        `content`: its words, where it can hold no other element; they may be one passage in another language, or a
        setting that says its own.
        """
        own = language_of(content) if isinstance(content, str) else passage_language(content.content)
        if own:
            return _NOTHING if own == self.interface else self._marked(own)
        if not self.foreign and not isinstance(thing, str):  # nearly every course
            return _NOTHING
        return _NOTHING if self._alike(self.interface, thing) else self._marked(self.of(thing))

    def title(self, page: Course | Module) -> str:
        """The tag of the language that the title of a page is in."""
        return language_of(page.title) or self.of(page)

    def ui(self, around: Spoken | None = None) -> Markup:
        """Those of an element that holds words of the interface amid an author's; without `around`, those of `<body>`."""
        if self.of(around or self.course) == self.interface:
            return _NOTHING
        return self._marked(self.interface) if around else Markup(' lang="{}"').format(self.interface)

    def inside(self, around: Spoken, thing: Spoken) -> Markup:
        """Those of an element that stands in one which holds the words of another author, or the title of a page."""
        outer = self.title(around) if isinstance(around, Module) else self.of(around)
        return Markup() if self._alike(outer, thing) else self._marked(self.of(thing))

    def written(self, thing: Spoken | None = None) -> Markup:
        """Those of a field in which learners write, most likely in the language of what they read; or in another script.

        Without `thing` the field names no language. By its placeholder the style sheet of a course with something from
        right to left knows a field that is empty (`assets/styles.py`).
        """
        tag = self.of(thing) if thing else self.interface
        named = Markup() if tag == self.interface else Markup(' lang="{}"').format(tag)
        return named + Markup(' dir="auto" placeholder=" "' if self.leftward else ' dir="auto"')

    def facing(self, page: Course | Module) -> Markup:
        """The direction in which a whole page is laid out, where it is not that of what stands around it."""
        own = direction(self.of(page))
        around = direction(self.course) if isinstance(page, Module) else "ltr"
        return Markup() if own == around else Markup(' dir="{}"').format(own)

    def quote(self, words: object, thing: Spoken, end: str = "") -> Markup:
        """An author's words in a sentence of the interface; `end`: the sign that ends a sentence of their own."""
        attributes = self.lang(thing, words if isinstance(words, str) else "")
        said = Markup("{}{}").format(words, end)
        return Markup("<span{}>{}</span>").format(attributes, said) if attributes else said

    def measured(self, item: AssessmentItem, number: Decimal) -> Markup:
        """A number of a question with its unit, which is an author's word."""
        asked = item.interaction
        assert isinstance(asked, NumericEntryInteraction)
        said = escape(asked.measured(number))
        unit = escape("".join(asked.units[:1]))
        return Markup(str(said).replace(str(unit), str(self.quote(asked.units[0], item)))) if unit else said

    def among(self, content: TextBlocks) -> str:
        """The language of the interface, for its words in a text of which parts say another; empty in any other text."""
        return self.interface if multilingual(content) else ""

    def aside(self, words: object, around: Spoken, content: TextBlocks = ()) -> Markup:
        """Words of the interface amid an author's; `content`: the text that they stand in."""
        tag = self.among(content)
        attributes = self._marked(tag) if tag else self.ui(around)
        return Markup("<span{}>{}</span>").format(attributes, words) if attributes else escape(words)

    def say(self, key: str, **values: object) -> Markup:
        """A sentence of the interface; what `quote` gives may stand in it."""
        assert self._words
        given = {name: escape(value) if type(value) is not int else value for name, value in values.items()}
        return Markup(self._words.filled(str(escape(self._words.strings[key])), **given))

    def people(self, people: Sequence[Person]) -> Markup:
        """Names, as people say them."""
        assert self._words
        return self._words.listed([self.quote(person.name, person) for person in people])

    def _alike(self, tag: str, thing: Spoken) -> bool:
        """Whether something is in the language of a tag; the name of a file says no more than `en`, where a page has `en-GB`."""
        own = self.of(thing)
        return own == tag or (isinstance(thing, str) and own.partition("-")[0] == tag.partition("-")[0])

    def _marked(self, tag: str) -> Markup:
        named, way = Markup(' lang="{}"').format(tag), direction(tag)
        return named + Markup(' dir="{}"').format(way) if self.leftward or way == "rtl" else named
