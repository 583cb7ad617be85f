"""Two ways to write LOM in XML: IMS Meta-Data 1.2.1 for SCORM 1.2, IEEE 1484.12.3 for SCORM 2004.

Both hold the same categories and words; names, nesting and language attributes differ. A description is a
tree of entries named as IEEE 1484.12.1 names them, which one of the two functions below writes.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from lxml import etree

from builder.package.imsmanifest.imscp import add

IMSMD = "http://www.imsglobal.org/xsd/imsmd_rootv1p2p1"
LOM = "http://ltsc.ieee.org/xsd/LOM"

VOCABULARY = "LOMv1.0"
NO_LANGUAGE = "x-none"
"""Language of codes and numbers."""


@dataclass(frozen=True, slots=True)
class Words:
    """Words in a language (LangString)."""

    text: str
    """Plain text."""
    language: str = NO_LANGUAGE
    """BCP 47 tag."""
    others: Mapping[str, str] = field(default_factory=dict)
    """The same in other languages, by their tags."""

    @property
    def every(self) -> tuple[tuple[str, str], ...]:
        """The tag and the words of each language, its own first."""
        return ((self.language, self.text), *self.others.items())


@dataclass(frozen=True, slots=True)
class Term:
    """A word of the LOM vocabulary."""

    value: str
    """As IEEE 1484.12.1 spells it."""


@dataclass(frozen=True, slots=True)
class Time:
    """A length of time."""

    duration: str
    """ISO 8601, such as `PT45M`."""


@dataclass(frozen=True, slots=True)
class Contributor:
    """Somebody who took part."""

    vcard: str
    """RFC 2426."""


@dataclass(frozen=True, slots=True)
class Entry:
    """One element of LOM."""

    name: str
    """As IEEE 1484.12.1 spells it."""
    value: "str | Words | Term | Time | Contributor | Sequence[Entry]"
    """What it holds; entries in the order of the standard."""


def write_lom_2004(metadata: etree._Element, description: Sequence[Entry]) -> None:
    """Add `lom` to `metadata` as IEEE 1484.12.3 writes it."""
    _fill_2004(add(metadata, f"{{{LOM}}}lom"), description)


def _fill_2004(parent: etree._Element, entries: Sequence[Entry]) -> None:
    for entry in entries:
        match entry.value:
            case str(text):
                add(parent, entry.name, text)
            case Words() as words:
                several = add(parent, entry.name)
                for language, text in words.every:
                    add(several, "string", text, language=language)
            case Term(value):
                term = add(parent, entry.name)
                add(term, "source", VOCABULARY)
                add(term, "value", value)
            case Time(duration):
                add(add(parent, entry.name), "duration", duration)
            case Contributor(vcard):
                add(parent, entry.name).text = vcard
            case children:
                _fill_2004(add(parent, entry.name), children)


XML_LANG = "{http://www.w3.org/XML/1998/namespace}lang"
NAMES_12 = {"identifier": "catalogentry", "metadataSchema": "metadatascheme", "entity": "centity"}
"""Names that differ by more than case."""
LARGEST_12 = 2**31 - 1
"""`size` is an xsd:int."""


def write_lom_12(metadata: etree._Element, description: Sequence[Entry]) -> None:
    """Add `lom` to `metadata` as IMS Meta-Data 1.2.1 writes it."""
    _fill_12(add(metadata, f"{{{IMSMD}}}lom"), description)


def _fill_12(parent: etree._Element, entries: Sequence[Entry]) -> None:
    # `title` stands before `catalogentry`, which IEEE later moved to the top as `identifier`.
    for entry in sorted(entries, key=lambda entry: entry.name != "title"):
        name = NAMES_12.get(entry.name, entry.name.lower())
        match entry.value:
            case str(text) if name == "size" and int(text) > LARGEST_12:
                pass
            case str(text) if name == "entry":
                _add_words_12(parent, name, (NO_LANGUAGE, text))
            case str(text):
                add(parent, name, text)
            case Words() as words:
                _add_words_12(parent, name, *words.every)
            case Term(value):
                term = add(parent, name)
                _add_words_12(term, "source", (NO_LANGUAGE, VOCABULARY))
                _add_words_12(term, "value", (NO_LANGUAGE, value))
            case Time(duration):
                add(add(parent, name), "datetime", duration)
            case Contributor(vcard):
                add(add(parent, name), "vcard").text = vcard
            case children if name == "orcomposite":
                _fill_12(parent, children)
            case children:
                _fill_12(add(parent, name), children)


def _add_words_12(parent: etree._Element, name: str, *every: tuple[str, str]) -> None:
    several = add(parent, name)
    for language, text in every:
        add(several, "langstring", text).set(XML_LANG, language)
