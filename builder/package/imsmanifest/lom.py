"""Learning Object Metadata of the course (IEEE 1484.12.1), for catalogues.

Nothing is guessed: no date, no price, no audience that the author did not give.
"""

from collections.abc import Callable, Iterable, Sequence

from builder.model.course import Course, Standard
from builder.model.features import accessibility_features, spoken_languages
from builder.model.package import RenderedFile
from builder.package.content import size_of
from builder.package.imsmanifest.imscp import href
from builder.package.imsmanifest.lom_binding import Contributor, Entry, Term, Time, Words
from builder.package.imsmanifest.titles import plain
from builder.package.media_types import media_type

CATALOG = "Satchel"
"""Where the identifier is unique: course ids are the author's, and no URI scheme of theirs is known."""
ACCESSIBILITY_TERMS = "schema.org/accessibilityFeature"


def describe(course: Course, launch: str, files: Sequence[RenderedFile], schemes: Iterable[str]) -> list[Entry]:
    """Give the LOM of a package of these files; `schemes` are the metadata schemes that it follows."""
    language = string_language(course.language)
    return [
        Entry("general", _general(course, language)),
        Entry("lifeCycle", _life_cycle(course)),
        Entry("metaMetadata", _meta_metadata(schemes, language)),
        Entry("technical", _technical(launch, files)),
        Entry("educational", _educational(course)),
        *_rights(course, language),
        *(Entry("classification", _competency(standard, language)) for standard in course.standards),
        Entry("classification", _accessibility(course)),
    ]


def string_language(tag: str) -> str:
    """Cut a BCP 47 tag to what the patterns of LMSs take: a language and at most one subtag."""
    return "-".join(tag.split("-")[:2])


def _general(course: Course, language: str) -> list[Entry]:
    return [
        Entry("identifier", [Entry("catalog", CATALOG), Entry("entry", course.id)]),
        Entry("title", _in_each(course, language, lambda one: one.title)),
        *(Entry("language", tag) for tag in spoken_languages(course)),
        # ADL's profile asks for a description; without a summary the title is the one that we have.
        Entry("description", _in_each(course, language, lambda one: one.summary or one.title)),
        *_keywords(course, language),
    ]


def _in_each(course: Course, language: str, of: Callable[[Course], str]) -> Words:
    """Words of the course in each of its languages; those that nobody has translated are in its own alone."""
    said = {string_language(one.folder): of(one.course) for one in course.translations}
    first = of(course)
    return Words(
        first, language, {tag: words for tag, words in said.items() if words not in {"", first} and tag != language}
    )


def _keywords(course: Course, language: str) -> list[Entry]:
    """A keyword with its translations is one entry. A language with another number of them has entries of its own."""
    others = [(string_language(one.folder), one.course.keywords) for one in course.translations]
    paired = {tag: words for tag, words in others if len(words) == len(course.keywords) and tag != language}
    entries = [
        Words(word, language, {tag: words[place] for tag, words in paired.items() if words[place] != word})
        for place, word in enumerate(course.keywords)
    ]
    untold = [
        (tag, word) for tag, words in others if tag not in paired for word in words if word not in course.keywords
    ]
    return [Entry("keyword", words) for words in (*entries, *(Words(word, tag) for tag, word in untold))]


def _life_cycle(course: Course) -> list[Entry]:
    contributors = [("content provider", vcard(person.name)) for person in course.people]
    if course.publisher:
        contributors.append(("publisher", vcard(course.publisher, organization=True)))
    return [
        Entry("version", Words(course.version)),
        Entry("status", Term("final")),
        *(
            Entry("contribute", [Entry("role", Term(role)), Entry("entity", Contributor(card))])
            for role, card in contributors
        ),
    ]


def vcard(name: str, organization: bool = False) -> str:
    """Write a name as a vCard (RFC 2426), which wants N and FN of everybody."""
    escaped = plain(name)
    for character in ("\\", ";", ","):
        escaped = escaped.replace(character, "\\" + character)
    works_for = [f"ORG:{escaped}"] if organization else []
    return "\n".join(["BEGIN:VCARD", "VERSION:3.0", f"FN:{escaped}", f"N:{escaped};;;;", *works_for, "END:VCARD"])


def _meta_metadata(schemes: Iterable[str], language: str) -> list[Entry]:
    return [*(Entry("metadataSchema", scheme) for scheme in schemes), Entry("language", language)]


def _technical(launch: str, files: Sequence[RenderedFile]) -> list[Entry]:
    browser = [Entry("type", Term("browser")), Entry("name", Term("any"))]
    return [
        *(Entry("format", kind) for kind in sorted({media_type(file.name) for file in files})),
        Entry("size", str(sum(size_of(file) for file in files))),
        Entry("location", href(launch)),
        Entry("requirement", [Entry("orComposite", browser)]),
    ]


def _educational(course: Course) -> list[Entry]:
    kinds = ["narrative text", *(["self assessment"] if any(item.scored for item in course.items) else [])]
    return [
        Entry("interactivityType", Term("mixed")),
        *(Entry("learningResourceType", Term(kind)) for kind in kinds),
        Entry("intendedEndUserRole", Term("learner")),
        *([Entry("typicalLearningTime", Time(iso_duration(course.minutes)))] if course.minutes else []),
        *(Entry("language", tag) for tag in spoken_languages(course)),
    ]


def iso_duration(minutes: int) -> str:
    """Write whole minutes as ISO 8601 does: `PT1H30M`."""
    hours, rest = divmod(minutes, 60)
    return "PT" + (f"{hours}H" if hours else "") + (f"{rest}M" if rest or not hours else "")


def _rights(course: Course, language: str) -> list[Entry]:
    if not course.rights:
        return []
    restricted = Entry("copyrightAndOtherRestrictions", Term("yes"))
    return [Entry("rights", [restricted, Entry("description", _in_each(course, language, lambda one: one.rights))])]


def _competency(standard: Standard, language: str) -> list[Entry]:
    entries = [Words(entry, language) for entry in standard.entries]
    return [
        Entry("purpose", Term("competency")),
        *_taxon_paths(Words(standard.framework, language), entries),
        Entry("description", Words(f"{standard.framework}: {'; '.join(standard.entries)}", language)),
        *(Entry("keyword", entry) for entry in entries),
    ]


def _accessibility(course: Course) -> list[Entry]:
    features = accessibility_features(course)
    entries = [Words(feature) for feature in features]
    return [
        Entry("purpose", Term("accessibility restrictions")),
        *_taxon_paths(Words(ACCESSIBILITY_TERMS), entries),
        Entry("description", Words(", ".join(features))),
        *(Entry("keyword", entry) for entry in entries),
    ]


def _taxon_paths(source: Words, taxons: Iterable[Words]) -> list[Entry]:
    """Give each taxon a path of its own: within one path each taxon would narrow the one before."""
    return [Entry("taxonPath", [Entry("source", source), Entry("taxon", [Entry("entry", taxon)])]) for taxon in taxons]
