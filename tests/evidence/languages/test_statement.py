"""The accessibility statement in the languages of a course: whole, in its own direction, and true in each."""

import json
import re
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from string import Formatter

import pytest
from lxml import html
from playwright.sync_api import Browser

from builder.evidence.finding import Finding, Seen
from builder.evidence.lms.launch import Launch, profile
from builder.evidence.report import matter
from builder.evidence.report.matter import People, matter_of
from builder.evidence.report.pages import statement_text
from builder.evidence.report.statement import languages_of
from builder.evidence.report.write import write_evidence
from builder.evidence.run import Proof
from builder.evidence.scene import Scene
from builder.evidence.work import ask_page
from tests.cases import for_each
from tests.conftest import ROOT
from tests.evidence.test_pages import NOTHING
from tests.evidence.test_reports import DATE, PROOF

FOLDER = ROOT / "builder" / "evidence" / "report" / "statements"
TRANSLATED = ("ar", "cy", "pl", "uk")
PEOPLE = People(
    (matter.Tested("NVDA", "2025.3", "2026-02-01"),),
    owner="Plant <b>",
    contact="help@example.org",
    enforcement="Yr Ombwdsmon",
)
DAYS = {"ar": "2 مارس 2026", "cy": "2 Mawrth 2026", "pl": "2 marca 2026", "uk": "2 березня 2026"}
TITLES = {
    "ar": "بيان إمكانية الوصول",
    "cy": "Datganiad hygyrchedd",
    "pl": "Deklaracja dostępności",
    "uk": "Заява про доступність",
}


def proof_in(*tags: str, faulty: bool = False) -> Proof:
    """What was seen of a course in these languages."""
    fault = Finding("axe", "1.1.1", "Two", "wrong", "p", "pictures need words", "", b"")
    seen = replace(PROOF.seen, findings=(fault,)) if faulty else PROOF.seen
    return replace(PROOF, title="Cwrs bach", language=tags[0], languages=tags if len(tags) > 1 else (), seen=seen)


def texts(language: str) -> dict[str, str]:
    """The words of a language, by their keys."""

    found: dict[str, str] = json.loads((FOLDER / f"{language}.json").read_text(encoding="utf-8"))
    return found


def test_every_language_has_every_sentence() -> None:
    """With the same values in it, however they are ordered."""
    english = texts("en")

    def values(text: str) -> set[str]:
        return {name for _, name, _, _ in Formatter().parse(text) if name}

    assert {path.stem for path in FOLDER.glob("*.json")} == {"en", *TRANSLATED}
    for language in TRANSLATED:
        words = texts(language)
        assert {key: values(text) for key, text in words.items()} == {
            key: values(text) for key, text in english.items()
        }
        same = [key for key, text in words.items() if text == english[key]]
        assert same == [], language


@for_each("language", TRANSLATED)
def test_a_statement_is_in_the_language_of_its_course(language: str) -> None:
    """With its direction and its dates; all that is English in it says so."""
    page = statement_text(matter_of(proof_in(language, faulty=True), DATE, PEOPLE), language)
    tree = html.document_fromstring(page)
    assert tree.get("lang") == language
    assert tree.get("dir") == ("rtl" if language == "ar" else None)
    assert tree.findtext(".//title") == f"{TITLES[language]} - Cwrs bach"
    assert DAYS[language] in page
    assert "help@example.org" in page
    assert "Plant &lt;b&gt;" in page
    english = " ".join(part.text_content() for part in tree.xpath("//*[@lang='en']"))
    assert "Pictures need words" in english
    for part in tree.xpath("//*[@lang='en'] | //code | //style | //h1"):
        part.drop_tree()
    shown = " ".join(tree.find(".//body").text_content().split())
    # Every piece of an English sentence between its values; names and short words are alike in some languages.
    pieces = {piece.strip() for text in texts("en").values() for piece in re.split(r"\{.*?\}", text)}
    assert [piece for piece in pieces if len(piece) > 8 and piece in shown] == []
    if language in ("ar", "uk"):
        known = {"WCAG", "Satchel", "Ombwdsmon", "Plant", "help", "example", "org"}
        assert set(re.findall(r"[A-Za-z]{3,}", shown)) <= known


@for_each("language", TRANSLATED)
def test_nothing_found_says_with_what_it_was_tested(language: str) -> None:
    """And with what nobody has."""
    page = statement_text(matter_of(proof_in(language), DATE, PEOPLE), language)
    assert "NVDA 2025.3 (2026-02-01)" in page
    assert "JAWS" in page
    assert texts(language)["voice-control"] in page
    assert texts(language)["compliant"] in page
    assert texts(language)["failing"] not in page


@for_each(
    ("language", "names"),
    [("cy", "Cymraeg: "), ("ar", "العربية: "), ("en", "In Welsh every state"), ("pl", "walijski: ")],
)
def test_it_says_how_much_was_seen_in_which_language(language: str, names: str) -> None:
    """By its name, not by its tag."""
    first = "ar" if language == "ar" else "cy"
    page = html.document_fromstring(
        statement_text(matter_of(proof_in(first, language, "en-GB"), DATE, PEOPLE), language)
    )
    words = " ".join(page.text_content().split())
    assert names in words
    assert " cy " not in words


def test_each_language_has_a_file_that_leads_to_the_others(tmp_path: Path) -> None:
    """Those that there are words for; the first is that of the source."""
    written = {path.name for path in write_evidence(proof_in("cy", "en-GB", "fr", "ar"), tmp_path)}
    statements = {name for name in written if name.startswith("statement")}
    assert statements == {"statement.html", "statement.en.html", "statement.ar.html"}
    for name in statements:
        tree = html.document_fromstring((tmp_path / name).read_text(encoding="utf-8"))
        links = {link.get("href"): link.get("hreflang") for link in tree.xpath("//header//a")}
        assert set(links) == statements - {name}
        assert all((tmp_path / link).exists() for link in links)
    assert 'lang="cy"' in (tmp_path / "statement.html").read_text(encoding="utf-8")


@for_each(
    ("tags", "languages"),
    [
        (("cy-GB",), ("cy",)),
        (("ar-Latn",), ("en",)),
        (("uk-Cyrl-UA",), ("uk",)),
        (("fr",), ("en",)),
        (("",), ("en",)),
        (("fr", "pl"), ("pl",)),
        (("en-US", "en-GB"), ("en",)),
    ],
)
def test_a_language_without_words_comes_in_english(tags: tuple[str, ...], languages: tuple[str, ...]) -> None:
    """So does one in another script."""
    assert languages_of(proof_in(*tags)) == languages


@pytest.fixture
def scene(browser: Browser) -> Iterator[Scene]:
    """A page that is judged as any other is."""
    with profile(browser) as context:
        opened = context.new_page()
        yield Scene(Launch(NOTHING, opened, opened.main_frame, False), "Statement", "as opened")


@pytest.mark.slow
@pytest.mark.browser
@pytest.mark.parametrize("language", TRANSLATED)
def test_a_statement_is_judged_by_itself(scene: Scene, language: str, tmp_path: Path) -> None:
    """Every probe of pages is asked of it, and finds nothing."""
    proof = replace(proof_in(language, "en-GB", faulty=True), seen=Seen(PROOF.sightings, kinds=PROOF.seen.kinds))
    page = tmp_path / "statement.html"
    page.write_text(statement_text(matter_of(proof, DATE, PEOPLE), language), encoding="utf-8")
    scene.launch.page.goto(page.as_uri())
    assert [(one.probe, one.place, one.words) for one in ask_page(scene).findings] == []
