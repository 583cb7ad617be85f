"""Which pages a build writes in which language, how they lead to each other, and how they stand on a screen."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from lxml import html
from playwright.sync_api import Browser

from builder.evidence.lms.launch import Launch, profile
from builder.evidence.scene import Scene
from builder.evidence.work import ask_page
from builder.pipeline import Outcome, build
from builder.render.administrators import page_files
from builder.render.answer_key.key import key_of
from builder.render.answer_key.page import render_key
from builder.render.handover import render_handover
from tests.cases import for_each
from tests.conftest import ROOT
from tests.evidence.test_pages import NOTHING
from tests.handover.variants import Sample, Variant, passing, several
from tests.unit.course_factory import course

SETTINGS = "id: keyed\ntitle: Un\nlanguage: {}\n"
QUESTION = "---\ntitle: Dau\n---\n\n## Quiz: Beth? {#beth}\n\n- [x] Ie\n- [ ] Na\n"
LINKS = (("en", "a.en.html", "English"), ("pl", "a.pl.html", "Polski"))


def built(folder: Path, language: str, out: str = "out", **choices: object) -> Outcome:
    """A course of one question in a language."""
    (folder / "course").mkdir(exist_ok=True)
    (folder / "course" / "course.yml").write_text(SETTINGS.format(language), encoding="utf-8")
    (folder / "course" / "01-one.md").write_text(QUESTION, encoding="utf-8")
    outcome = build(folder / "course", folder / out, **choices)  # type: ignore[arg-type]
    assert outcome.packages, outcome.report.diagnostics
    return outcome


def beside(outcome: Outcome) -> dict[str, html.HtmlElement]:
    """The pages for administrators and tutors, by the endings of their names."""
    paths = [path for path in outcome.written if "-handover." in path.name or "-key." in path.name]
    stem = f"{outcome.course.id}-{outcome.course.version}-"
    return {
        path.name.removeprefix(stem): html.document_fromstring(path.read_text(encoding="utf-8"))
        for path in paths
        if path.suffix == ".html"
    }


def languages(outcome: Outcome) -> dict[str, tuple[str, str | None]]:
    """Ending of each page -> its language and direction."""
    return {name: (page.get("lang"), page.get("dir")) for name, page in beside(outcome).items()}


@for_each(
    ("language", "first", "direction"),
    [("cy", "cy", None), ("pl-PL", "pl-PL", None), ("uk", "uk", None), ("ar", "ar", "rtl"), ("ar-EG", "ar-EG", "rtl")],
)
def test_pages_are_in_the_language_of_the_course_and_in_english(
    tmp_path: Path, language: str, first: str, direction: str | None
) -> None:
    """The table of the key, which scripts read, is there once; the page in the language of the course is named last."""
    outcome = built(tmp_path, language)
    assert languages(outcome) == {
        "key.html": (first, direction),
        "key.en.html": ("en-GB", None),
        "handover.html": (first, direction),
        "handover.en.html": ("en-GB", None),
    }
    assert outcome.written[-1].name == "keyed-1.0.0-handover.html"
    (table,) = (path for path in outcome.written if path.suffix == ".csv")
    assert table.read_text("utf-8-sig").startswith('"Number","Interaction","Module"')


@for_each("language", ["en-GB", "en-US", "fr", "ar-Latn", "uk-Latn"])
def test_a_course_in_english_or_without_words_has_its_pages_in_english_alone(tmp_path: Path, language: str) -> None:
    """They say so, and have no word of another language."""
    outcome = built(tmp_path, language)
    assert languages(outcome) == {"key.html": ("en-GB", None), "handover.html": ("en-GB", None)}
    assert not any(page.xpath("//nav | //bdi") for page in beside(outcome).values())


def test_each_language_has_a_page_that_leads_to_the_others(tmp_path: Path) -> None:
    """One for each language of a course: native names, that say which language they are in. Words are those of the language."""
    outcome = build(ROOT / "tests" / "courses" / "three-languages", tmp_path)
    names = {"en": "English", "cy": "Cymraeg", "ar": "العربية"}
    for what in ("handover", "key"):
        pages = {"en": f"{what}.html", "cy": f"{what}.cy.html", "ar": f"{what}.ar.html"}
        found = {name: page for name, page in beside(outcome).items() if name.startswith(what)}
        assert set(found) == set(pages.values())
        for language, name in pages.items():
            links = found[name].xpath("//nav[@aria-label]//a")
            assert [link.text for link in links] == [names[one] for one in pages if one != language]
            for link, other in zip(links, (one for one in pages if one != language), strict=True):
                assert (link.get("hreflang"), link.get("lang")) == (other, other)
                assert (tmp_path / link.get("href")).is_file() and link.get("href").endswith(pages[other])
            said = next((one.course for one in outcome.course.translations if one.folder == language), outcome.course)
            assert found[name].findtext(".//h1") == said.title and not found[name].xpath("//h1/@lang")
            assert found[name].findtext(".//title").endswith(f": {said.title}")
            assert not found[name].xpath("//h2/@lang | //h3/@lang"), "all that it quotes is in its language"
        if what == "handover":
            for language, name in pages.items():
                key = found[name].xpath("//a[contains(@href, '-key')]/@href")
                assert [one.partition("-key")[2] for one in key] == [pages[language].replace("handover", ""), ".csv"]


@for_each(
    ("tags", "files"),
    [
        (("fr", "pl"), ["en a.html", "pl a.pl.html"]),
        (("cy", "en", "ar"), ["cy a.html", "en a.en.html", "ar a.ar.html"]),
        (("en", "fr", "uk"), ["en a.html", "uk a.uk.html"]),
        (("en", "en-US"), ["en a.html"]),
    ],
)
def test_the_first_page_is_that_of_the_source(tags: tuple[str, ...], files: list[str]) -> None:
    """In English where there are no words in its language."""
    made = several(Sample("pl"))
    made = course(
        language=tags[0],
        translations=tuple(
            type(made.translations[0])(tag, course(language=tag), made.translations[0].found) for tag in tags[1:]
        ),
    )
    assert [f"{page.language} {page.name}" for page in page_files(made, "a")] == files


def test_a_language_that_the_course_has_no_more_goes(tmp_path: Path) -> None:
    """Its page would say what is no longer so. What others laid beside it stays."""
    built(tmp_path, "cy")
    (tmp_path / "out" / "keyed-1.0.0-handover.notes.html").write_text("mine", encoding="utf-8")
    built(tmp_path, "en-GB")
    found = {path.name.removeprefix("keyed-1.0.0-") for path in (tmp_path / "out").glob("*.html")}
    assert found == {"handover.html", "key.html", "handover.notes.html"}


@for_each("language", ["cy", "pl", "uk", "ar"])
def test_numbers_and_lists_are_those_of_the_language(language: str) -> None:
    """Grouped as it groups, percent as it writes it, and its own comma; code keeps its direction."""
    one = Sample(language)
    films = one.module("m", one.film("f1"), one.film("f2"))
    page = render_handover(
        one.course(films, completion=passing(films=True)), Variant(one.course()).packages, language=language
    )
    number = {"cy": "1,234,567", "ar": "1,234,567"}.get(language, "1\u00a0234\u00a0567")
    assert f"<bdi>{number}</bdi>" in page and "<bdi>80%</bdi>" in page and "80 %" not in page
    comma = "،" if language == "ar" else ","
    open_quote, close = {"pl": "„”", "cy": "“”"}.get(language, "«»")
    assert f"{open_quote}<bdi>{one.word} f1</bdi>{close} (90%){comma} {open_quote}<bdi>" in page
    assert "<code>" not in page and '<code dir="ltr">' in page


def whole(language: str) -> dict[str, str]:
    """Both pages of a course with most of what they can say."""
    one = Sample(language)
    kept = [one.kept(kind, kind) for kind in ("device", "lms-resume", "report")]
    module = one.module("m", one.quiz("q"), one.fill("f"), one.number("n", (18, 22)), one.film("f1"), *kept)
    made = Variant(one.course(module, completion=passing(films=True), attempts=2))
    return {
        "handover": render_handover(made.course, made.packages, made.room, made.files, None, language, LINKS),
        "key": render_key(made.course, key_of(made.course), made.built, "a-key.csv", language, LINKS),
    }


@pytest.fixture
def scene(browser: Browser) -> Iterator[Scene]:
    """A page that is judged as any other is."""
    with profile(browser) as context:
        opened = context.new_page()
        yield Scene(Launch(NOTHING, opened, opened.main_frame, False), "Handover", "as opened")


@pytest.mark.slow
@pytest.mark.browser
@pytest.mark.parametrize("language", ["en", "ar", "cy", "pl", "uk"])
def test_a_page_is_judged_as_a_course_is(scene: Scene, language: str, tmp_path: Path) -> None:
    """Every probe of pages, axe among them, is asked of it in light and dark, and finds nothing; it fits into 320 pixels."""
    for name, text in whole(language).items():
        path = tmp_path / f"{name}.html"
        path.write_text(text, encoding="utf-8")
        page = scene.launch.page
        for scheme in ("light", "dark"):
            page.emulate_media(color_scheme=scheme)  # type: ignore[arg-type]
            page.goto(path.as_uri())
            assert [(one.probe, one.place, one.words) for one in ask_page(scene).findings] == [], (name, scheme)
        page.set_viewport_size({"width": 320, "height": 900})
        assert page.evaluate("document.documentElement.scrollWidth") <= 320, name
