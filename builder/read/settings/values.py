"""Settings that are as they should be: the values of `course.yml`, front matter and forms."""

from collections.abc import Mapping
from dataclasses import dataclass, field


@dataclass(frozen=True, slots=True)
class PersonSettings:
    """Somebody named in the course."""

    id: str
    """Key used in front matter."""
    name: str
    """Name in full."""
    role: str
    """Role, as one line; may be empty."""
    about: str
    """Markdown of a few sentences; may be empty."""


@dataclass(frozen=True, slots=True)
class FontSettings:
    """One font, as `FONT_KEYS` describes it."""

    file: str
    licence: str
    use: str
    weight: str
    style: str


@dataclass(frozen=True, slots=True)
class ThemeSettings:
    """The look of an organisation, as `THEME_KEYS` describes it."""

    name: str = ""
    logo: str = ""
    logo_text: str = ""
    logo_dark: str = ""
    colours: Mapping[str, str] = field(default_factory=dict)
    contrast: str = "exact"
    fonts: tuple[FontSettings, ...] = ()


@dataclass(frozen=True, slots=True)
class CoverSettings:
    """The picture of a cover, as `COVER_KEYS` describes it."""

    picture: str
    picture_text: str
    decorative: str


@dataclass(frozen=True, slots=True)
class CourseSettings:
    """`course.yml`, as `COURSE_KEYS` describes it."""

    id: str = "course"
    title: str = "Course"
    language: str = "en"
    version: str = "1.0.0"
    summary: str = ""
    time: int | None = None
    publisher: str = ""
    rights: str = ""
    owner: str = ""
    contact: str = ""
    enforcement: str = ""
    keywords: tuple[str, ...] = ()
    standards: Mapping[str, list[str]] = field(default_factory=dict)
    people: tuple[PersonSettings, ...] = ()
    variables: Mapping[str, str] = field(default_factory=dict)
    banks: Mapping[str, int] = field(default_factory=dict)
    completion: tuple[str, ...] = ("all-modules",)
    pass_mark: int | None = None
    failed: str = "reported"
    attempts: int | None = None
    scoring: str = "whole"
    feedback: str = "at-once"
    show_answers: str = "yes"
    shuffle: str = "no"
    privacy: str = "device"
    reports: str = "codes"
    accent: str = ""
    theme: ThemeSettings | None = None
    cover: CoverSettings | None = None
    record: str = ""
    certificate: str = "no"
    stream_player: str = ""
    notes: str = "yes"
    languages: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class FormQuestionSettings:
    """One question of a form, as `FORM_QUESTION_KEYS` describes it."""

    id: str
    ask: str
    kind: str
    help: str
    options: tuple[str, ...]
    framework: str


@dataclass(frozen=True, slots=True)
class FormSettings:
    """A form, as `FORM_KEYS` describes it."""

    title: str
    about: str
    questions: tuple[FormQuestionSettings, ...]


@dataclass(frozen=True, slots=True)
class ModuleSettings:
    """Front matter, as `MODULE_KEYS` describes it."""

    id: str = ""
    title: str = ""
    summary: str = ""
    presenters: tuple[str, ...] = ()
    language: str = ""
    draw: int | None = None
    feedback: str = ""
    needs: tuple[str, ...] = ()
