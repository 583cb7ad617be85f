"""What `course.yml` and front matter may say. The JSON Schema for editors comes from these classes."""

import difflib
import re
from typing import Annotated, Literal, TypeVar

from pydantic import BaseModel, BeforeValidator, ConfigDict, Field, ValidationError
from pydantic.fields import FieldInfo
from pydantic_core import ErrorDetails

from builder.model.diagnostics import Diagnostic
from builder.read.source import Source
from builder.read.yaml_places import Path, Settings

ID = r"^[a-z](?:[a-z0-9-]{0,58}[a-z0-9])$"
"""Ids: 2 to 60 characters, so that Moodle takes them as interaction ids (scorm.md) and every file system as names."""


def _one_line(value: object) -> object:
    return " ".join(value.split()) if isinstance(value, str) else value


def _minutes(value: object) -> object:
    if isinstance(value, str) and (match := re.fullmatch(r"(?:about )?(\d{1,3}) ?(?:min|minutes?)?", value.strip())):
        return int(match[1])
    return value


def _percent(value: object) -> object:
    return value.removesuffix("%").strip() if isinstance(value, str) else value


def _listed(value: object) -> object:
    return [value] if isinstance(value, str) else value


Line = Annotated[str, BeforeValidator(_one_line), Field(min_length=1, description="text")]
Id = Annotated[str, Field(pattern=ID, description="2 to 60 lower case letters, digits and hyphens, beginning with a letter")]
Language = Annotated[
    str,
    Field(pattern=r"^[a-z]{2,3}(?:-[A-Z]{2}|-[A-Z][a-z]{3}|-\d{3})?$", description='a language tag such as "en-GB" or "cy"'),
]


class _Strict(BaseModel):
    model_config = ConfigDict(extra="forbid", alias_generator=lambda name: name.replace("_", "-"))


class PersonSettings(_Strict):
    """Somebody named in the course."""

    id: Id
    name: Line
    role: Line | None = Field(None, description="text")
    about: str | None = Field(None, description="text")


class CourseSettings(_Strict):
    """`course.yml`."""

    id: Id
    title: Line
    language: Language
    version: Annotated[
        str, Field(pattern=r"^[0-9A-Za-z][0-9A-Za-z.+-]{0,19}$", description='a version such as "1.0.0", 20 characters at most')
    ] = "1.0.0"
    summary: Line | None = Field(None, description="text")
    time: Annotated[int | None, BeforeValidator(_minutes), Field(ge=1, le=999, description='a time such as "45 minutes"')] = None
    publisher: Line | None = Field(None, description="text")
    rights: Line | None = Field(None, description="text")
    keywords: Annotated[list[Line], BeforeValidator(_listed), Field(description="a list of words")] = []
    standards: dict[str, Annotated[list[Line], BeforeValidator(_listed)]] = Field(
        {}, description="framework names, each with a list of its entries"
    )
    people: list[PersonSettings] = Field([], description="a list of people, each with `id` and `name`")
    completion: Literal["all-modules", "all-questions", "pass-mark"] = Field(
        "all-modules", description='"all-modules", "all-questions" or "pass-mark"'
    )
    pass_mark: Annotated[
        int | None, BeforeValidator(_percent), Field(ge=1, le=100, description="a whole number from 1 to 100")
    ] = None
    privacy: Literal["device"] = Field("device", description='"device"; "lms-resume" and "report" come in a later version')


class ModuleSettings(_Strict):
    """Front matter of a module."""

    id: Id | None = None
    title: Line | None = Field(None, description="text")
    summary: Line | None = Field(None, description="text")
    presenters: Annotated[list[Id], BeforeValidator(_listed), Field(description="a list of ids of people in course.yml")] = []
    language: Language | None = None


Model = TypeVar("Model", bound=BaseModel)


def validate(model: type[Model], settings: Settings, source: Source) -> tuple[Model | None, list[Diagnostic]]:
    """Hold settings against a model: the settings as values, or None, and every fault at its place."""
    try:
        return model.model_validate(settings.values), []
    except ValidationError as problems:
        return None, [_diagnose(model, error, settings, source) for error in problems.errors(include_url=False)]


def _diagnose(model: type[BaseModel], error: ErrorDetails, settings: Settings, source: Source) -> Diagnostic:
    path: Path = tuple(part for part in error["loc"] if part != "[key]")
    name = str(path[-1])
    if error["type"] == "missing":
        return _missing(path, name, settings, source)
    field_of, known = _field(model, path)
    if error["type"] == "extra_forbidden":
        line, column = settings.place(path, of_key=True)
        near = difflib.get_close_matches(name, known, 1, 0.6)
        hint = f'Did you mean "{near[0]}"?' if near else f"Known here: {', '.join(known)}."
        return source.fault("STR-007", line, column, f'"{name}" is not a key that is known here', hint, len(name))
    line, column = settings.place(path)
    key = next((str(part) for part in reversed(path) if isinstance(part, str)), name)
    expected = (field_of.description if field_of else None) or "text"
    given = error["input"]
    shown = f', and is "{given}"' if isinstance(given, str) else ", and has no value" if given is None else ""
    return source.fault(
        "STR-008",
        line,
        column,
        f'"{key}" must be {expected}{shown}',
        _repair(key, given, expected),
        len(given) if isinstance(given, str) and "\n" not in given else 1,
    )


def _missing(path: Path, name: str, settings: Settings, source: Source) -> Diagnostic:
    above = path[:-1]
    line, column = settings.place(above, of_key=True) if above else (1, 1)
    rule = {"title": "A17", "language": "A10"}.get(name, "STR-009") if not above else "STR-009"
    example = {"id": "id: my-course", "title": "title: My course", "language": "language: en-GB", "name": "name: Sam Example"}
    return source.fault(rule, line, column, f'"{name}" is missing', f"Add a line such as `{example.get(name, name + ': ...')}`.")


def _field(model: type[BaseModel], path: Path) -> tuple[FieldInfo | None, list[str]]:
    """The field that a path leads to, and the keys that are known where it stands."""
    current: type[BaseModel] | None = model
    found: FieldInfo | None = None
    known: list[str] = []
    for part in path:
        if isinstance(part, int) or current is None:
            continue
        by_key = {field.alias or name: field for name, field in current.model_fields.items()}
        known = list(by_key)
        found = by_key.get(part)
        current = PersonSettings if part == "people" else None
    return found, known


def _repair(key: str, given: object, expected: str) -> str:
    if key in {"id", "presenters"} and isinstance(given, str):
        slug = re.sub(r"[^a-z0-9]+", "-", given.lower()).strip("-")
        if re.match(ID, slug):
            return f"Write: {key}: {slug}"
    if key == "language" and isinstance(given, str):
        return "Write the tag of the language: `en-GB` for British English, `cy` for Welsh."
    if '"' in expected and isinstance(given, str):
        allowed = re.findall(r'"([^"]+)"', expected)
        near = [word for word in allowed if word.startswith(given.lower())] or difflib.get_close_matches(
            given.lower(), allowed, 1, 0.5
        )
        if near:
            return f"Write: {key}: {near[0]}"
    return f"Write {key} as {expected}."
