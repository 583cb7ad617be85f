"""Ids that the author did not write: what they are, and where they would be written."""

from builder.model.source_facts import GeneratedId
from builder.read.files.source import Source
from builder.read.markdown.attributes import Attributes
from builder.read.markdown.lines import Node
from builder.read.settings.yaml_spans import Settings


def made_for_module(identifier: str, source: Source, yaml: Settings, body: int) -> GeneratedId:
    """The id of a module, to be written as the first key of its front matter; `body` is the first line below that."""
    setting = f"id: {identifier}" if identifier != "null" else 'id: "null"'
    if body == 1:
        remedy = f"it has no front matter; begin the file with the lines --- , title: ... , {setting} and ---"
        return GeneratedId(identifier, "Module", source.path, 1, obstacle=remedy)
    if body > len(source.lines) + 1:
        remedy = f"its front matter is never closed; write {setting} into it, and --- below"
        return GeneratedId(identifier, "Module", source.path, 1, obstacle=remedy)
    if ("id",) in yaml.keys:
        line, _ = yaml.keys[("id",)]
        return GeneratedId(identifier, "Module", source.path, line, obstacle=f"its id has no value; write {setting}")
    line, column = min((place for path, place in yaml.keys.items() if len(path) == 1), default=(body - 1, 1))
    excerpt = source.lines[line - 1]
    indent = excerpt[: column - 1]
    if indent.strip():
        remedy = f"its front matter is not written one key a line; write {setting} into it"
        return GeneratedId(identifier, "Module", source.path, line, obstacle=remedy)
    return GeneratedId(identifier, "Module", source.path, line, 1, indent + setting, True, excerpt=excerpt)


def made_for_block(
    identifier: str, kind: str, source: Source, line: int, heading: Node, attributes: Attributes | None
) -> GeneratedId:
    """The id of a block that begins on a line of a source, to be written into the braces of its heading, or behind its last word."""
    excerpt = source.lines[line - 1]
    if heading.info == "setext":
        remedy = f"it is underlined; write it as ## {kind}: ... {{#{identifier}}}"
        return GeneratedId(identifier, kind, source.path, line, obstacle=remedy)
    words = heading.lines[-1]
    # Tabs before the heading were widened when it was read, so columns are counted from its first #.
    widened = heading.column - 1 - excerpt.index("#")
    if attributes is not None:
        at, inserted = attributes.place.column + 1, f"#{identifier} "
    else:
        at, inserted = words.column + len(words.text), f" {{#{identifier}}}"
    return GeneratedId(identifier, kind, source.path, line, at - widened, inserted, excerpt=excerpt)
