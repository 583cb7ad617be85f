"""A recording that is heard alone, in the page, in catalogues, and in the handover."""

from dataclasses import replace

from builder.model.course import Completion, Course
from builder.render.course import render_page
from builder.render.handover import render_handover
from builder.render.interface.catalogues import load_strings
from builder.render.page.environment import templates_folder
from builder.render.page.metadata import course_metadata
from tests.unit import course_factory

STRINGS = load_strings(templates_folder(), "en-GB")


def course(films: bool = False, **changes: object) -> Course:
    """One recording, to be heard where completion asks for all films."""
    talk = replace(course_factory.film("talk", "A talk", "media/talk"), audio=True, **changes)  # type: ignore[arg-type]
    whole = course_factory.course(course_factory.module("one", "One", talk))
    return replace(whole, completion=Completion("all-modules", None, films=films))


def test_all_films_asks_for_recordings_too() -> None:
    """Nine tenths of it; administrators read so."""
    asked = course(films=True)
    assert [asked.to_watch(film) for film in asked.films] == [90]
    assert "These recordings must be heard, or their transcripts read: “A talk” (90 %)." in render_handover(asked, [])


def test_the_page_says_recording_where_it_is_one() -> None:
    """And nothing of a film."""
    page = render_page(course(films=True), templates_folder())
    figure = page[page.index("<figure") : page.index("</figure>")]
    assert "Files of this recording" in figure and "<audio" in figure
    assert "this film" not in figure and "<video" not in figure


def test_nobody_is_shut_out_who_cannot_hear() -> None:
    """A button says so, also where there is no transcript to be read."""
    page = render_page(course(films=True, elsewhere=True), templates_folder())
    assert "I have read the transcript" in page and "I have heard this elsewhere" in page
    bare = render_page(course(films=True, transcript=(), passages=()), templates_folder())
    assert "I cannot listen to this recording" in bare
    assert "To complete the course, listen to 90% of this recording." in bare


def test_catalogues_know_that_it_is_heard() -> None:
    """No sight is needed, and a transcript does in its place; nothing can flash."""
    about = course_metadata(course(transcript=course_factory.paragraphs("Words.")), STRINGS)
    assert about["accessMode"] == ["textual", "auditory"]
    assert [one["itemListElement"] for one in about["accessModeSufficient"]] == [["textual"], ["textual", "auditory"]]  # type: ignore[index, union-attr, attr-defined]
    assert about["accessibilityHazard"] == ["none"]
    assert "captions" not in about["accessibilityFeature"] and "transcript" in about["accessibilityFeature"]  # type: ignore[operator]
