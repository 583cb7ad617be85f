"""What stands below the link of a film: its files, its words, and a button that shows the described film."""

import shutil
from dataclasses import replace
from pathlib import Path

import pytest
from lxml import html
from lxml.html import HtmlElement
from playwright.sync_api import Page, expect

from builder.render.course import render_page
from builder.render.interface.catalogues import load_strings
from builder.render.page.environment import templates_folder
from tests.conftest import COURSE, ROOT
from tests.effects.course import one, page_of, words
from tests.unit import course_factory

VTT = "WEBVTT\n\n00:00:00.000 --> 00:00:12.000\n"
FILM = "## Watch: A film\n\n[A film](media/film.mp4)\n\n- captions: media/film.en.vtt\n"


def film_with(folder: Path, *keys: str) -> HtmlElement:
    """The film with further keys; every file that one may name is there."""
    media = folder / "media"
    for name in ("described.mp4", "signed.mp4"):
        shutil.copy(media / "film.mp4", media / name)
    (media / "chapters.vtt").write_text(f"{VTT}The beginning\n")
    (media / "seen.vtt").write_text(f"{VTT}Two people shake hands.\n")
    (media / "film.md").write_text((media / "film.en.vtt").read_text().split("\n\n")[1].split("\n", 1)[1])
    shutil.copy(folder / "images" / "team.png", media / "poster.png")
    body = FILM + "".join(f"- {key}\n" for key in keys)
    return one(page_of(folder, body=body), "//figure[@data-film]")


SPOKEN = "descriptions: not needed (only the speaker is shown)"


@pytest.mark.parametrize(
    ("keys", "path", "shown"),
    [
        ([SPOKEN], ".//ul//a[contains(., 'Captions')]/@href", "media/film.en.vtt"),
        ([SPOKEN], ".//track[@kind='captions']/@srclang", "en"),
        ([SPOKEN, "poster: media/poster.png"], ".//img[@data-film-poster][@loading='lazy']/@src", "media/poster.png"),
        ([SPOKEN, "sign: media/signed.mp4"], ".//a[contains(., 'Film with sign language')]/@href", "media/signed.mp4"),
        (["described: media/described.mp4"], ".//a[contains(., 'audio description')]/@href", "media/described.mp4"),
        (["described: media/described.mp4"], ".//button/@data-described-src", "media/described.mp4"),
        ([SPOKEN, "chapters: media/chapters.vtt"], ".//track[@kind='chapters']/@srclang", "en-GB"),
        (["descriptions: media/seen.vtt"], ".//track[@kind='descriptions']/@srclang", "en-GB"),
    ],
    ids=["captions", "track", "poster", "sign", "described", "button", "chapters", "descriptions"],
)
def test_a_file_of_the_film_is_on_the_page(course_folder: Path, keys: list[str], path: str, shown: str) -> None:
    """To download, or for the player."""
    assert film_with(course_folder, *keys).xpath(path) == [shown]


@pytest.mark.parametrize(
    ("keys", "shown"),
    [
        ([SPOKEN], "No audio description is needed: only the speaker is shown."),
        (["descriptions: media/seen.vtt"], "What is shown: Two people shake hands."),
        ([SPOKEN, "chapters: media/chapters.vtt"], "Chapters 0:00 The beginning"),
        ([SPOKEN, "original: 7 minutes"], "Original film: 7 minutes."),
    ],
    ids=["not needed", "descriptions", "chapters", "original"],
)
def test_words_of_the_film_are_on_the_page(course_folder: Path, keys: list[str], shown: str) -> None:
    """For whoever reads in place of watching."""
    assert shown in words(film_with(course_folder, *keys))


def test_a_transcript_is_the_authors_or_made_from_the_captions(course_folder: Path) -> None:
    """Their words, without their times."""
    said = one(film_with(course_folder, SPOKEN), ".//*[contains(@class, 'film__transcript')]")
    spoken = [line for line in (course_folder / "media" / "film.en.vtt").read_text().split("\n") if line.isascii()]
    assert words(said) and all(line in words(said) for line in spoken[1:] if line and "-->" not in line)
    assert "-->" not in words(said)
    film_with(course_folder, SPOKEN)
    text = course_folder / "media" / "film.md"
    text.write_text(f"**Ann:** {text.read_text()}")
    own = page_of(course_folder, body=f"{FILM}- {SPOKEN}\n- transcript: media/film.md\n")
    assert words(one(own, "//*[contains(@class, 'film__transcript')]")).startswith("Ann:")


def test_each_transcript_to_take_along_is_that_of_its_film(course_folder: Path) -> None:
    """Also where two blocks show one film, a recording has the name of a film, or an author's file has that of a transcript."""
    media = course_folder / "media"
    shutil.copy(ROOT / "tests" / "courses" / "films" / "12-seconds.mp3", media / "film.mp3")
    for name, said in (("film.cy.vtt", "Croeso i’r ffilm."), ("sound.vtt", "What is heard.")):
        (media / name).write_text(f"WEBVTT\n\n00:00:03.000 --> 00:00:09.000\n{said}\n", encoding="utf-8")
    (media / "film.transcript.txt").write_text("Notes of the author.\n")
    keys = f"\n- {SPOKEN}\n"
    body = (
        FILM.rstrip() + keys,
        f"## Watch: In Welsh\n\n[A film](media/film.mp4)\n\n- captions: media/film.cy.vtt{keys}",
        "## Listen: The sound\n\n[The sound](media/film.mp3)\n\n- captions: media/sound.vtt\n",
        "[Notes](media/film.transcript.txt) (TXT, 1 KB)",
    )
    page = page_of(course_folder, body="\n".join(body))
    built = next((course_folder.parent / "dist").glob("*-web"))
    texts = [(built / link.get("href")).read_text(encoding="utf-8") for link in page.xpath("//a[@data-film-text]")]
    assert [text.split("\n")[0] for text in texts] == ["A film", "In Welsh", "The sound"]
    for text, said in zip(texts, ("Welcome", "Croeso i’r ffilm.", "What is heard."), strict=True):
        assert said in text
    assert (built / "media" / "film.transcript.txt").read_text() == "Notes of the author.\n"


@pytest.mark.browser
def test_the_button_shows_the_film_with_audio_description(course_folder: Path, page: Page) -> None:
    """And the first one again; it says which of them is on."""
    # One that can be played: what cannot has no button.
    for ending in ("mp4", "en.vtt"):
        shutil.copy(COURSE / "media" / f"ethical-innovation.{ending}", course_folder / "media" / f"film.{ending}")
    film_with(course_folder, "described: media/described.mp4")
    launch = next((course_folder.parent / "dist").glob("*-web/index.html"))
    page.goto(f"{launch.as_uri()}#welcome")
    button, film = page.get_by_role("button", name="Described version"), page.locator("video")
    for file, pressed in (("film", "false"), ("described", "true"), ("film", "false")):
        expect(button).to_have_attribute("aria-pressed", pressed)
        expect(film).to_have_attribute("src", f"media/{file}.mp4")
        button.click()


@pytest.mark.browser
def test_a_film_that_cannot_be_played_says_so(course_folder: Path, page: Page) -> None:
    """In words below it: what is no film, by its ending alone."""
    (course_folder / "media" / "film.mp4").write_bytes(b"no film")
    film_with(course_folder, SPOKEN)
    launch = next((course_folder.parent / "dist").glob("*-web/index.html"))
    page.goto(f"{launch.as_uri()}#welcome")
    expect(page.locator("[data-film-failed]")).to_contain_text("This film could not be played here.")


def test_a_film_without_a_transcript_can_be_left_unwatched() -> None:
    """It says how much of it counts, and its button promises no transcript."""
    english = load_strings(templates_folder(), "en-GB")
    mute = replace(course_factory.film("f", "A film"), transcript=(), watched=80)
    page = render_page(course_factory.course(course_factory.module("m", "M", mute)), templates_folder())
    note = one(html.document_fromstring(page), "//p[contains(@class, 'film__needed')]")
    assert words(one(note, "./span")) == english["film.needed-alone"].format(percent=80)
    assert words(one(note, "./button")) == english["film.cannot"]
