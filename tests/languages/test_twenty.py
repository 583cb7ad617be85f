"""No text of a page, and nothing that is spoken of it, is in another language than the nearest `lang` says, in 22 languages."""

import json
import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from lxml import html

from builder.model.interface import BEGIN, END, stem_of
from builder.model.interface.language_names import LANGUAGE_NAMES
from builder.pipeline import build
from builder.render.html.direction import direction
from builder.render.interface.catalogues import catalogue
from tests.conftest import ROOT
from tests.languages.course import RIGHT_TO_LEFT, WORDS, Sample, write_course

SPOKEN = ("aria-label", "aria-description", "aria-roledescription", "aria-valuetext", "title", "alt", "placeholder")
HIDDEN = {"script", "style", "template", "textarea"}
COURSES = tuple(WORDS)
EVERYDAY = ("cy", "ckb")
"""One that has words of the interface, and one that has not, each with a module in another script."""
NAMES = {*LANGUAGE_NAMES.values(), *WORDS}
"""What captions are called: a language by its own name, or by its tag."""
NEUTRAL = re.compile(r"[A-Z]|Aa|[A-Z0-9]{2,4}|\W{0,3}(?:[\d.,]+\W?[kKM]B|[kKM]B\W{0,2}[\d.,]+)\)")
"""Keys of the keyboard, kinds of file, and sizes with units that are written so in many languages."""
AND = re.compile(r"(?<=\d) (?:iyo |ו)")
"""How CLDR ends a list in Somali and in Hebrew."""
ENGLISH = catalogue(ROOT / "templates", "en")
PARTLY = {"contents.title": "Tusmo", "cover.start": "Bilow", "skip.title": "Ka bood", "todo.open.other": "fur {count}"}


def languages_in(text: str, interface: str) -> set[str]:
    """The languages of some words: those whose sign is in them, and that of the interface where there are other letters."""
    rest, found = text.lower(), set()
    for tag, sign in WORDS.items():
        if sign in rest:
            found.add(tag)
            rest = rest.replace(sign, "")
    return found | {interface} if any(map(str.isalpha, rest)) else found


def said(page: html.HtmlElement) -> Iterator[tuple[str, html.HtmlElement]]:
    """Each text of a page and each spoken attribute, with its element."""
    for element in page.iter():
        if not isinstance(element.tag, str) or element.xpath(
            "ancestor-or-self::*[self::script or self::style or self::template or self::textarea]"
        ):
            continue
        yield from ((element.get(name), element) for name in SPOKEN if element.get(name))
        yield from ((text, element) for text in element.xpath("text()"))


def false_languages(page: html.HtmlElement, interface: str) -> tuple[list[str], int]:
    """What is marked wrongly, and how much was looked at."""
    wrong, seen = [], 0
    for text, element in said(page):
        text = AND.sub(" ", text)
        if text.strip() in NAMES or NEUTRAL.fullmatch(text.strip()) or not (found := languages_in(text, interface)):
            continue
        seen += 1
        named, way = (element.xpath(f"ancestor-or-self::*[@{name}][1]/@{name}") for name in ("lang", "dir"))
        # A form that comes with the builder, and the names of captions, are in English or are tags.
        if found != {named[0]} and not (found == {interface} and named[0].split("-")[0] == interface.split("-")[0]):
            wrong.append(f"{sorted(found)} marked as {named[0]}: {text.strip()[:60]}")
        if (
            found <= set(WORDS)
            and element.tag not in {"title", "option", "summary"}
            and (way[0] if way else "ltr") not in {direction(named[0]), "auto"}
            and found != {interface}
        ):
            wrong.append(f"{sorted(found)} runs {way}: {text.strip()[:60]}")
    return wrong, seen


@pytest.fixture
def made(tmp_path: Path, request: pytest.FixtureRequest) -> tuple[html.HtmlElement, Sample]:
    own = request.param
    place = COURSES.index(own)
    sample = Sample(own, COURSES[(place + 7) % len(COURSES)], COURSES[(place + 3) % len(COURSES)])
    write_course(tmp_path, sample)
    outcome = build(tmp_path, tmp_path / "dist", ["web"])
    assert outcome.packages, outcome.report.diagnostics
    return html.fromstring(next(path for path in outcome.written if path.name == "index.html").read_bytes()), sample


def in_languages(*tags: str) -> pytest.MarkDecorator:
    return pytest.mark.parametrize("made", tags, indirect=True)


@in_languages(*EVERYDAY)
def test_each_text_is_in_the_language_that_is_named(made: tuple[html.HtmlElement, Sample]) -> None:
    page, sample = made
    wrong, seen = false_languages(page, sample.interface)
    assert wrong == []
    assert seen > 300
    assert page.get("dir", "ltr") == ("rtl" if sample.course in RIGHT_TO_LEFT else "ltr")


@pytest.mark.slow
@in_languages(*(tag for tag in COURSES if tag not in EVERYDAY))
def test_each_text_is_in_the_language_that_is_named_in_others(made: tuple[html.HtmlElement, Sample]) -> None:
    """The same in twenty more."""
    test_each_text_is_in_the_language_that_is_named(made)


def test_a_false_mark_is_found(tmp_path: Path) -> None:
    page = html.fromstring(
        '<html lang="cy"><body><p>ŵgairŵ</p><p lang="fr">ŵgairŵ</p><nav aria-label="motœ"></nav></body></html>'
    )
    assert len(false_languages(page, "cy")[0]) == 2


@pytest.mark.parametrize("tag", ["so", "he"])
def test_a_language_that_is_partly_there_says_which_words_are_english(tmp_path: Path, tag: str) -> None:
    """Twice as much is to be marked there: each English text amid others, and what is spoken of it."""
    write_course(tmp_path, Sample(tag, "fr", "cy"))
    (tmp_path / "strings").mkdir()
    own = {key: f"{WORDS[tag]} {text}" if "{" in text else WORDS[tag] for key, text in PARTLY.items()}
    (tmp_path / "strings" / f"{tag}.json").write_text(json.dumps(own, ensure_ascii=False), encoding="utf-8")
    outcome = build(tmp_path, tmp_path / "dist", ["web"])
    page = html.fromstring(next(path for path in outcome.written if path.name == "index.html").read_bytes())
    wrong, seen = false_languages(page, "en")
    assert wrong == []
    assert seen > 300 and page.find("body").get("lang") is None
    data = json.loads(page.get_element_by_id("satchel-course").text)["strings"]
    lacking = {key for key in data if key in ENGLISH and data[key].startswith(BEGIN) and data[key].endswith(END)}
    assert {stem_of(key) for key in ENGLISH} - {stem_of(key) for key in lacking | set(own)} <= {
        stem for stem in map(stem_of, ENGLISH) if re.fullmatch(r"number\.\d+|list\.and|languages\.\w+", stem)
    }
