"""Whom a course names: what `course.yml` says of each person, with the faults in its markdown."""

from collections.abc import Mapping
from dataclasses import replace

from builder.did_you_mean import NAME, did_you_mean
from builder.model.content import TextBlocks
from builder.model.course import Person
from builder.model.diagnostics import Diagnostic
from builder.read.files.source import Source
from builder.read.ids import Ids
from builder.read.links import Addresses
from builder.read.markdown.block_parser.parser import parse_blocks
from builder.read.markdown.block_reader import Reader
from builder.read.markdown.inline_parser.engine import InlineEngine
from builder.read.settings.values import CourseSettings, ModuleSettings
from builder.read.settings.yaml_spans import Settings
from builder.read.typography import typeset_setting


def read_people(
    settings: CourseSettings, yaml: Settings, source: Source, engine: InlineEngine, addresses: Addresses, ids: Ids
) -> tuple[dict[str, Person], list[Diagnostic]]:
    """The people of a course by their ids."""
    people: dict[str, Person] = {}
    faults: list[Diagnostic] = []
    for number, person in enumerate(settings.people):
        about: TextBlocks = ()
        if person.about:
            line, column = _begins(source, *yaml.place(("people", number, "about")))
            nodes, definitions = parse_blocks(source, line, tuple(person.about.strip().split("\n")))
            reader = Reader(source, "people", settings.language, engine, addresses, ids, definitions)
            about = reader.blocks(nodes)
            told = reader.diagnostics
            faults += [replace(d, span=replace(d.span, column=d.span.column + column - 1)) for d in told]
        name, role = typeset_setting(person.name, settings.language), typeset_setting(person.role, settings.language)
        people[person.id] = Person(person.id, name, role, about)
    return people, faults


def _begins(source: Source, line: int, column: int) -> tuple[int, int]:
    """Where the words of a value begin: behind a quotation mark, or on the line below a | or >."""
    first = source.lines[line - 1][column - 1 : column]
    if first not in {"|", ">"}:
        return line, column + (first in {'"', "'"})
    below = source.lines[line] if line < len(source.lines) else ""
    return line + 1, len(below) - len(below.lstrip()) + 1


def presenters_of(
    settings: ModuleSettings, yaml: Settings, people: Mapping[str, Person] | None, reader: Reader
) -> tuple[Person, ...]:
    """Those whom the front matter of a module names; None: course.yml could not say whom there is."""
    found: list[Person] = []
    if people is None:
        return ()
    for number, name in enumerate(settings.presenters):
        if name in people:
            found.append(people[name])
            continue
        line, column = yaml.place(("presenters", number))
        near = did_you_mean(name, people, NAME)
        hint = f'Did you mean "{near}"?' if near else "Add the person to `people` in course.yml, with `id` and `name`."
        message, fix = f'nobody in course.yml has the id "{name}"', (name, near) if near else None
        reader.fault("STR-026", reader.here(line, column), message, hint, len(name), fix)
    return tuple(found)
