"""Courses and rendered files made by hand, and the manifests of their packages."""

from dataclasses import replace
from pathlib import Path
from typing import Any

from lxml import etree

from builder.kinds.quiz import QUIZ
from builder.model.assessment import AssessmentItem, ChoiceInteraction, SimpleChoice
from builder.model.blocks import Watch
from builder.model.course import Completion, Course, Module, Person, Standard
from builder.model.diagnostics import Span
from builder.model.media import Asset, Track
from builder.model.package import RenderedCourse, RenderedFile
from builder.package import plan_package
from tests.unit.content_factory import fragment, paragraphs

ROOT = Path(__file__).parents[2]

NAMESPACES = {
    "scorm12": {
        "cp": "http://www.imsproject.org/xsd/imscp_rootv1p1p2",
        "adlcp": "http://www.adlnet.org/xsd/adlcp_rootv1p2",
        "lom": "http://www.imsglobal.org/xsd/imsmd_rootv1p2p1",
        "xml": "http://www.w3.org/XML/1998/namespace",
    },
    "scorm2004": {
        "cp": "http://www.imsglobal.org/xsd/imscp_v1p1",
        "adlcp": "http://www.adlnet.org/xsd/adlcp_v1p3",
        "adlseq": "http://www.adlnet.org/xsd/adlseq_v1p3",
        "adlnav": "http://www.adlnet.org/xsd/adlnav_v1p3",
        "imsss": "http://www.imsglobal.org/xsd/imsss",
        "lom": "http://ltsc.ieee.org/xsd/LOM",
        "xml": "http://www.w3.org/XML/1998/namespace",
    },
}
EDITIONS = tuple(NAMESPACES)

HERE = Span("course.yml")


def film(**changes: Any) -> Watch:
    """Give a film with captions, chapters and a transcript; `changes` replace fields."""
    asset = Asset(source="media/Film.mp4", name="media/film.mp4", size=4)
    captions = Asset(source="media/film.vtt", name="media/film.vtt", size=7)
    track = Track(kind="captions", asset=captions, language="en", label="English", webvtt="WEBVTT\n", cues=())
    whole = Watch(
        id="film",
        title=fragment("Film"),
        media=asset,
        link_text="Film",
        prose=(),
        captions=(track,),
        chapters=None,
        descriptions=None,
        described_because="",
        described=None,
        sign=None,
        poster=None,
        transcript=paragraphs("Words"),
        original="",
        watched=None,
        span=HERE,
    )
    return replace(whole, **changes)


def module(*blocks: Watch | AssessmentItem) -> Module:
    """Give a module with these blocks."""
    return Module(
        id="first",
        title="First",
        summary="",
        presenters=(),
        language="",
        blocks=blocks,
        notes=(),
        span=HERE,
    )


def question() -> AssessmentItem:
    """Give a question that is scored."""
    choices = (
        SimpleChoice("yes", fragment("Yes"), correct=True),
        SimpleChoice("no", fragment("No")),
    )
    return AssessmentItem(
        id="question",
        kind=QUIZ,
        title=fragment("Is it?"),
        prompt=(),
        interaction=ChoiceInteraction(choices=choices, multiple=False),
        modal_feedback=(),
        span=HERE,
    )


def course(**changes: Any) -> Course:
    """Give a course with all its metadata; `changes` replace fields."""
    whole = Course(
        id="ethical-innovation",
        title="What is ethical innovation?",
        language="en-GB",
        version="1.0.0",
        summary="Innovation that is supported by ethical standards.",
        minutes=45,
        publisher="Example Council; Learning",
        rights="All rights reserved.",
        keywords=("innovation", "ethics"),
        standards=(Standard("PCF", ("Values and ethics", "Contexts and organisations")),),
        people=(Person("sian", "Siân Ŵyn-Jones", "Researcher", ""),),
        completion=Completion("all-modules", None),
        privacy="device",
        modules=(module(film(), question()),),
        assets=(),
        folder=Path(),
    )
    return replace(whole, **changes)


def rendered(*files: RenderedFile) -> RenderedCourse:
    """Give what the render stage gives: a page, a style sheet, a script for each destination, and `files`."""
    shared = (
        RenderedFile("index.html", b"<!doctype html><title>Course</title>" + b"<p>words</p>" * 400),
        RenderedFile("satchel.css", b"p { margin: 0 }"),
    )
    scripts = {
        name: RenderedFile("satchel.js", b'start("%b")' % name.encode()) for name in ("scorm12", "scorm2004", "web")
    }
    return RenderedCourse(launch="index.html", files=(*shared, *files), scripts=scripts)


def manifest_of(edition: str, of: Course | None = None, *files: RenderedFile) -> etree._Element:
    """Give the manifest of a package, read as an LMS would read it."""
    return etree.fromstring(content_of(plan_package(of or course(), rendered(*files), edition), "imsmanifest.xml"))


def content_of(files: tuple[RenderedFile, ...], name: str) -> bytes:
    """Give the bytes of the one planned file with this name."""
    (content,) = [file.content for file in files if file.name == name]
    assert isinstance(content, bytes)
    return content


def schema_locations(manifest: etree._Element) -> dict[str, str]:
    """Give the control document of each namespace, as the manifest names it."""
    words = manifest.get("{http://www.w3.org/2001/XMLSchema-instance}schemaLocation", "").split()
    return dict(zip(words[::2], words[1::2], strict=True))
