"""What a catalogue may know of the course, in the words of schema.org: only what is true of this one."""

from collections.abc import Mapping

from builder.model.blocks import Watch
from builder.model.course import Course
from builder.model.features import accessibility_features, has_informative_pictures, spoken_languages

MOVING_PICTURES = (".gif", ".apng", ".webp", ".svg")
"""Kinds of picture that may move."""


def course_metadata(course: Course, strings: Mapping[str, str], interface: str = "") -> dict[str, object]:
    """The course as JSON-LD, with the accessibility terms of schema.org (W3C vocabulary 1.1).

    `strings` are in the language `interface`; their sentences say so where that is not the course's (JSON-LD 1.1, 4.2.4).
    """
    films, languages = list(course.films), spoken_languages(course)
    summary = _summary(films, strings)
    about: dict[str, object] = {
        "@context": "https://schema.org",
        "@type": "Course",
        "name": course.title,
        "description": course.summary,
        "inLanguage": list(languages) if len(languages) > 1 else course.language,
        "version": course.version,
        "publisher": {"@type": "Organization", "name": course.publisher} if course.publisher else "",
        "copyrightNotice": course.rights,
        "keywords": list(course.keywords),
        "timeRequired": f"PT{course.minutes}M" if course.minutes else "",
        "educationalAlignment": [
            {"@type": "AlignmentObject", "educationalFramework": standard.framework, "targetName": entry}
            for standard in course.standards
            for entry in standard.entries
        ],
        "accessMode": _modes(films, has_informative_pictures(course)),
        "accessModeSufficient": _sufficient(films),
        "accessibilityFeature": list(accessibility_features(course)),
        "accessibilityHazard": ["unknown"] if any(not film.audio for film in films) or _may_move(course) else ["none"],
        "accessibilitySummary": summary if interface in {"", course.language} else _in_language(summary, interface),
    }
    return {key: value for key, value in about.items() if value}


def _in_language(words: str, tag: str) -> dict[str, str]:
    return {"@value": words, "@language": tag}


def _modes(films: list[Watch], pictures: bool) -> list[str]:
    return [
        "textual",
        *(["visual"] if pictures or any(not film.audio for film in films) else []),
        *(["auditory"] if films else []),
    ]


def _sufficient(films: list[Watch]) -> list[object]:
    """Sets of senses with which the whole course can be taken."""
    sets = [["textual"]] if all(film.transcript for film in films) else []
    seen = ["visual"] if any(not film.audio for film in films) else []
    if seen and all(film.captions or (film.audio and film.transcript) for film in films):
        sets.append(["textual", "visual"])
    if films:
        sets.append(["textual", *seen, "auditory"])
    return [{"@type": "ItemList", "itemListElement": one} for one in sets]


def _summary(films: list[Watch], strings: Mapping[str, str]) -> str:
    sentences = [strings["access.text"]]
    if (seen := [film for film in films if not film.audio]) and all(film.captions and film.transcript for film in seen):
        sentences.append(strings["access.films"])
    return " ".join(sentences)


def _may_move(course: Course) -> bool:
    return any(asset.name.endswith(MOVING_PICTURES) for asset in course.assets)
