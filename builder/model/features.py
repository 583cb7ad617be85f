"""What catalogues ask of a course: its accessibility features (W3C accessibility vocabulary 1.1), and its languages.

Page, manifest and lists of courses state the same, so all take it from here.
"""

from builder.model.course import Course


def accessibility_features(course: Course) -> tuple[str, ...]:
    """Terms of `accessibilityFeature`, sorted; one that belongs to films is claimed only when every film has it."""
    films = course.films
    seen = [film for film in films if not film.audio]
    features = ["displayTransformability", "readingOrder", "structuralNavigation", "tableOfContents"]
    if has_informative_pictures(course):
        features.append("alternativeText")
    offers: dict[str, list[object]] = {
        "audioDescription": [film.described for film in seen],
        "captions": [film.captions for film in seen],
        "signLanguage": [film.sign for film in seen],
        "transcript": [film.transcript for film in films],
    }
    return tuple(sorted([*features, *(feature for feature, offered in offers.items() if offered and all(offered))]))


def has_informative_pictures(course: Course) -> bool:
    """Whether any picture says something."""
    return any(not picture.decorative for module in course.pages for picture in module.facts.pictures)


def spoken_languages(course: Course) -> tuple[str, ...]:
    """Tags of every language in which learners can read it, its own first; then those of single modules. None stands twice."""
    tags = (*course.tags, *(module.language for module in course.modules if module.language))
    return tuple({tag.lower(): tag for tag in reversed(tags)}[low] for low in dict.fromkeys(map(str.lower, tags)))
