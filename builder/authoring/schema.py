"""JSON Schema (draft 2020-12) of `course.yml`, of front matter and of a form, from the table of keys that the checks use."""

import json
from collections.abc import Iterable, Mapping
from types import MappingProxyType

from builder.read.settings.keys import COURSE_KEYS, FORM_KEYS, MODULE_KEYS, Key

SCHEMAS = MappingProxyType(
    {
        "course": (COURSE_KEYS, "course.yml"),
        "module": (MODULE_KEYS, "The front matter of a module"),
        "record": (FORM_KEYS, "The form in the record of learning"),
    }
)
"""Name of each schema -> its keys and what it describes."""


def schema_of(name: str) -> Mapping[str, object]:
    """The schema `course`, `module` or `record`."""
    keys, title = SCHEMAS[name]
    return {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "title": f"{title} of a Satchel course",
        **_mapping(keys),
    }


def schema_text(name: str) -> str:
    """The schema as the text of a file."""
    return json.dumps(schema_of(name), ensure_ascii=False, indent=2) + "\n"


def _mapping(keys: Iterable[Key]) -> dict[str, object]:
    listed = list(keys)
    return {
        "type": "object",
        "properties": {key.name: _value(key) for key in listed},
        "required": [key.name for key in listed if key.needed],
        "additionalProperties": False,
    }


def _value(key: Key) -> dict[str, object]:
    shape = dict(key.schema)
    if key.entries or key.fields:
        shape = {"type": "array", "items": _mapping(key.entries)} if key.entries else _mapping(key.fields)
    about = {"description": key.description}
    if key.default not in (None, "", (), {}):
        about["default"] = str(key.default)
    if key.needed:
        return {**about, **shape}
    # A key without a value (`summary:`) counts as missing.
    return {**about, "anyOf": [shape, {"type": "null"}]}
