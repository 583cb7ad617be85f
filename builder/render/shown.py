"""Which files a module shows or gives, as `satchel compare` holds two versions against each other."""

from collections.abc import Mapping
from dataclasses import fields, is_dataclass
from functools import cache
from typing import Any

from builder.model.blocks import Watch
from builder.model.content import Link, Picture, Text
from builder.model.course import Module
from builder.model.diagnostics import Span
from builder.model.kind import QuestionKind
from builder.model.media import Asset, Pause, Remote, Track

_LEAVES = frozenset([str, int, float, bool, Text, Span, Pause, QuestionKind, type(None)])
"""What holds no file. Most of a course are words."""


def films_of(module: Module) -> list[Mapping[str, object]]:
    """Each film and recording of a module, with its file or address."""
    return [_film(block) for block in module.blocks if isinstance(block, Watch)]


def files_of(module: Module) -> list[str]:
    """Pictures, files, captions and second films of a module, each once: its name in the package, or its address."""
    found: list[str] = []
    _collect((module.blocks, module.notes), found)
    return list(dict.fromkeys(found))


def _film(film: Watch) -> Mapping[str, object]:
    title = " ".join(film.title.text.split())
    return {"id": film.id, "title": title, "noun": film.noun, "file": film.media.name, "away": film.away}


def _collect(value: Any, found: list[str]) -> None:
    parts = value
    if not isinstance(value, tuple):
        found += _named(value)
        parts = _parts(value)
    for part in parts:
        if type(part) not in _LEAVES:
            _collect(part, found)


def _named(value: Any) -> tuple[str, ...]:
    """The file that a value itself stands for."""
    if isinstance(value, Picture):
        return (value.file,)
    if isinstance(value, (Asset, Remote)):
        return (value.name,)
    is_file = isinstance(value, Link) and ":" not in value.target and not value.target.startswith("#")
    return (value.target,) if is_file else ()


def _parts(value: Any) -> tuple[Any, ...]:
    """What stands in a value, but for what is no file of its own."""
    if isinstance(value, Track):
        return (value.asset,)
    if isinstance(value, Watch):
        second = tuple(film for _, film in value.second_films)
        tracks = (value.captions, value.chapters, value.descriptions)
        return (*second, *tracks, value.poster, value.prose, value.transcript)
    kind: Any = type(value)
    return tuple([getattr(value, name) for name in _fields(kind)])


@cache
def _fields(of: Any) -> tuple[str, ...]:
    return tuple(field.name for field in fields(of) if field.type not in _LEAVES) if is_dataclass(of) else ()
