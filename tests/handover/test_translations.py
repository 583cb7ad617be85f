"""The pages in Welsh, Polish, Ukrainian and Arabic are held to the English, sentence by sentence and page by page."""

import json
import re
from collections.abc import Iterator, Mapping
from functools import lru_cache

import pytest
from lxml import html

from builder.render import administrators
from builder.render.answer_key.key import key_of
from builder.render.answer_key.page import render_key
from builder.render.handover import render_handover
from builder.render.interface.catalogues import load_strings
from builder.render.page import environment, translated
from builder.render.page.environment import templates_folder
from tests.cases import for_each
from tests.handover.variants import WORDS, Variant, variants

TRANSLATED = ("ar", "cy", "pl", "uk")
LAYOUTS = templates_folder() / "layouts"
SIGNS = {", ", "; "}
"""Keys that are no sentences: what stands between entries of a list."""
ALIKE = {"SCORM 1.2.", *(f"{name} {{{{ documented }}}}" for name in ("Totara", "Open edX", "Canvas", "Blackboard", "Cornerstone",
         "SAP SuccessFactors")), "scormhost {{ tried }}"}  # fmt: skip
"""Messages without a word of English."""
FILES = r"\S*(?:example\.org|youtube\S*\.com|\.mp4|\.zip|\.html|\.csv|\.js|zyx|a-course)\S*"
"""What is a name of a file, a host or the course."""
QUOTE = re.compile("“([^“”{]+)”")
OURS = {"LMS", "your learning site", "Save and leave", "Continue here", "What is recorded"}
"""What the page quotes of the course and of itself; all else is what an LMS or a command says."""
NAMES = {"SCORM", "LMS", "Moodle", "SHA", "Satchel", "zip", "xsd", "scormhost", "Totara", "Open", "edX", "Canvas",
         "Blackboard", "Cornerstone", "SAP", "SuccessFactors", "Ultra", "Chromium", "Chrome", "Edge", "Firefox", "Safari",
         "https", "YouTube"}  # fmt: skip
"""Words in Latin letters that every language has as they are."""


@lru_cache
def english() -> tuple[str, ...]:
    """Every message of the pages."""
    texts = ((LAYOUTS / f"{name}.html").read_text(encoding="utf-8") for name in ("administrators", "handover", "key"))
    return tuple(dict.fromkeys(one for text in texts for one in translated.messages(text)))


@lru_cache
def words(language: str) -> Mapping[str, str]:
    """Those of a language."""
    found: dict[str, str] = json.loads((LAYOUTS / "translated" / f"{language}.json").read_text(encoding="utf-8"))
    return found


def filled(message: str) -> list[str]:
    """What is put into a message."""
    return sorted(re.findall(r"\{\{.*?\}\}", message))


def tags(message: str) -> list[str]:
    """The elements in a message, but for those that keep a language or a direction apart."""
    return sorted(tag for tag in re.findall("<[^>]*>", message) if not tag.strip("</").startswith("bdi"))


def shown(message: str) -> str:
    """What of a message is read."""
    return re.sub(r"<[^>]*>", "", message)


def in_english(message: str) -> set[str]:
    """What of a message says that it is in English."""
    return set(re.findall('<bdi lang="en">(.*?)</bdi>', message))


@for_each("language", TRANSLATED)
def test_every_language_has_every_sentence(language: str) -> None:
    """And none that the pages have no more, with the same values, elements and links in it."""
    assert {path.stem for path in (LAYOUTS / "translated").glob("*.json")} == set(TRANSLATED)
    found = words(language)
    assert set(found) - SIGNS == set(english())
    assert [one for one in english() if filled(one) != filled(found[one])] == []
    assert [one for one in english() if tags(one) != tags(found[one])] == []
    assert {one for one in english() if found[one] == one} - ALIKE == (
        {"“{{ quote(words, thing) }}”"} & {found[one] for one in english()}
    )
    # A sentence ends as it ends in English: none is cut off.
    ends = {".": ".", ":": ":"}
    assert [one for one in english() if ends.get(shown(one)[-1]) not in (None, shown(found[one])[-1])] == []


@for_each("language", TRANSLATED)
def test_what_an_lms_calls_a_setting_stays_in_its_words(language: str) -> None:
    """Marked as English: to translate it would be a guess. So does what a command says."""
    for message in english():
        quoted = {one for one in QUOTE.findall(message) if one not in OURS}
        marked = in_english(words(language)[message])
        assert quoted <= marked, message
        assert all(one in shown(message) for one in marked), message
    said = words(language)["Settings are named as the English LMS shows them."]
    for variant in ("plain scorm12", "plain web"):
        page = page_in(language, variants(language)[variant])
        assert (said in page) == (variant != "plain web")
    assert "Settings are named" not in page_in("en", variants("en-GB")["plain scorm12"])


@for_each("language", TRANSLATED)
def test_what_the_page_quotes_is_what_learners_and_readers_see(language: str) -> None:
    """The buttons of the course in that language, and the headings of the page itself."""
    strings, found = load_strings(templates_folder(), language), words(language)
    quoted = {"Save and leave": strings["save.leave"], "Continue here": strings["notice.continue-here"],
              "What is recorded": found["What is recorded"]}  # fmt: skip
    for message in english():
        for name in QUOTE.findall(message):
            assert quoted.get(name, "") in found[message], message
    headings = {re.sub("<[^>]*>", "", one): shown(found[one]) for one in english() if one.startswith('<a href="#')}
    assert {found[head] for head in headings} == set(headings.values()) and len(headings) == 9


def page_in(language: str, variant: Variant) -> str:
    """The handover, and the key where there is one."""
    links = (("en", "a.en.html", "English"),) if language != "en" else ()
    page = render_handover(
        variant.course, variant.packages, variant.room, variant.files, variant.apart, language, links
    )
    editions = [one for one in variant.built if one != "web"]
    entries = key_of(variant.course)
    if not editions or not entries:
        return page
    return page + render_key(variant.course, entries, editions, "a-key.csv", language, links)


def body(pages: str) -> html.HtmlElement:
    """What is read of pages in one language: without what says that it is in another, and without code."""
    tree = html.fromstring(f"<div>{pages}</div>")
    for part in tree.xpath("//*[@lang='en' or @lang='fr'] | //code | //style"):
        part.drop_tree()
    return tree


@lru_cache
def pieces() -> frozenset[str]:
    """The pieces of English sentences between what is put into them, as they are read."""
    parts = (re.split(r"\{\{.*?\}\}|<[^>]*>", one) for one in english())
    found = {" ".join(part.split()).strip(" ,.:;()") for several in parts for part in several}
    return frozenset(
        piece
        for piece in found
        if len(piece) > 8 and piece not in {"SCORM 1.2", "SAP SuccessFactors", "Blackboard", "Cornerstone", "scormhost"}
    )


def left_in_english(language: str, pages: str) -> set[str]:
    """What of a page is English without saying so."""
    tree = body(pages)
    said = " ".join(tree.text_content().split())
    said += " ".join(tree.xpath("//@aria-label | //@title | //@alt"))
    found = {piece for piece in pieces() if piece in said}
    if language in ("ar", "uk"):
        plain = re.sub(FILES, "", said)
        found |= set(re.findall("[A-Za-z]{3,}", plain)) - NAMES
    return found


@for_each("language", TRANSLATED)
def test_nothing_of_a_page_is_left_in_english(language: str) -> None:
    """In every variant: outside what says that it is English, there is none."""
    for name, variant in variants(language).items():
        assert left_in_english(language, page_in(language, variant)) == set(), name


@pytest.fixture
def other_words(monkeypatch: pytest.MonkeyPatch) -> Iterator[dict[str, str]]:
    """A language that we have no words for, with words of the test's own: Esperanto."""
    found: dict[str, str] = {}
    for module in (translated, administrators):
        monkeypatch.setattr(module, "translations", lambda *_: found)
    monkeypatch.setattr(environment, "_Compiled", lambda *_: None)
    environment.environment.cache_clear()
    yield found
    environment.environment.cache_clear()


BACK = ("Do not begin a new attempt at each launch: learners come back more than once.", "Place and progress",
        "Learners can save their work to a file.", "This page in other languages", "Stands for")  # fmt: skip
"""Sentences, headings, a name that is only heard, and the head of a column."""


@for_each("language", ["cy", "ar"])
def test_one_sentence_put_back_into_english_is_found(language: str, other_words: dict[str, str]) -> None:
    """The test above would say so."""
    listed = [variants(language)[name] for name in ("plain scorm12", "scored scorm12 scorm2004")]
    for message in ("", *BACK):
        environment.environment.cache_clear()
        other_words.update(words(language))
        if message:
            other_words[message] = message
        found = [left_in_english(language, page_in("eo", one)) for one in listed]
        assert any(found) == bool(message), message


def test_the_variants_show_every_sentence_and_nothing_comes_from_elsewhere(other_words: dict[str, str]) -> None:
    """With each message replaced by its number, every number is seen, and no word is left that could be one of ours."""
    for number, message in enumerate(english()):
        values = "".join(f" {value}" for value in filled(message) if f'"{value}"' not in message)
        others = "".join(re.findall(r'<[^>]*"\{\{[^>]*></?\w*>', message))
        other_words[message] = f"№{number}№{values}{others}"
    seen: set[str] = set()
    for name, variant in variants("uk").items():
        said = page_in("eo", variant)
        seen |= set(re.findall("№(\\d+)№", said))
        left = re.sub(rf"№\d+№|{FILES}", " ", body(said).text_content())
        assert set(re.findall(r"[^\W\d_]{3,}", left)) - {WORDS["uk"]} <= {"SCORM", "YouTube", "English"}, name
    assert [message for number, message in enumerate(english()) if str(number) not in seen] == []
