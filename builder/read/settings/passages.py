"""What settings say to learners, as passages: the checks ask of them what they ask of the text of modules."""

from collections.abc import Iterator, Mapping, Sequence

from builder.model.source_facts import Passage
from builder.read.files.source import Source
from builder.read.settings.keys.key import said
from builder.read.settings.yaml_spans import Path, Settings

_COURSE = frozenset(
    ["title", "summary", "publisher", "rights", "people", "name", "role", "about", "cover", "picture-text"]
)
_FORM = frozenset(["title", "about", "questions", "ask", "help", "options"])


def said_in_course(yaml: Settings, source: Source) -> tuple[Passage, ...]:
    """The words of `course.yml` that learners read, with variables put in."""
    return tuple(_said(yaml.values, (), _COURSE, yaml, source))


def said_in_form(yaml: Settings, source: Source) -> tuple[Passage, ...]:
    """The same of the form of a record of learning."""
    return tuple(_said(yaml.values, (), _FORM, yaml, source))


def _said(value: object, path: Path, shown: frozenset[str], yaml: Settings, source: Source) -> Iterator[Passage]:
    if isinstance(value, str):
        line, column = yaml.place(path)
        last = min((at for at, _ in yaml.keys.values() if at > line), default=len(source.lines) + 1) - 1
        yield Passage(
            "markdown" if path[-1] == "about" and shown is _COURSE else "setting",
            said(value),
            source.path,
            line,
            column,
            last,
        )
    entries: Mapping[str, object] | Sequence[object] = value if isinstance(value, dict | list) else ()
    for name, entry in entries.items() if isinstance(entries, Mapping) else enumerate(entries):
        if isinstance(name, int) or name in shown:
            yield from _said(entry, (*path, name), shown, yaml, source)
