"""JSON Schema of the values that settings may have, for editors.

An editor reads YAML's numbers and truth values as such where we keep the author's words (`title: 2024`, `time: 45`),
so each shape takes both.
"""

from collections.abc import Mapping

Shape = Mapping[str, object]

TEXT: Shape = {"type": ["string", "number", "boolean"], "pattern": "\\S"}
"""Words, on one line when they are shown."""

TEXTS: Shape = {"anyOf": [TEXT, {"type": "array", "items": TEXT}]}
"""A list of words, or one of them alone."""

ANY_TEXT: Shape = {"type": ["string", "number", "boolean"]}
"""Words, or none."""

FRAMEWORKS: Shape = {"type": "object", "propertyNames": {"pattern": "\\S"}, "additionalProperties": TEXTS}
"""Names, each with a list of entries."""


WORDS: Shape = {
    "type": "object",
    "propertyNames": {"pattern": "^[a-z](?:[a-z0-9-]*[a-z0-9])?$"},
    "additionalProperties": {"type": ["string", "number", "boolean"], "pattern": "^(?!.*\\{\\{)[^\\n]*\\S[^\\n]*$"},
}
"""Names, each with words on one line."""


LANGUAGES: Shape = {"type": "array", "minItems": 2, "uniqueItems": True}
"""Two entries or more, each another."""

NUMBERS: Shape = {
    "type": "object",
    "minProperties": 1,
    "propertyNames": {"pattern": "^[a-z](?:[a-z0-9-]*[a-z0-9])?$"},
    "additionalProperties": {
        "type": ["integer", "string"],
        "minimum": 1,
        "maximum": 999,
        "pattern": "^\\s*0*[1-9][0-9]{0,2}\\s*$",
    },
}
"""Names, each with a whole number from 1 to 999."""


def matching(pattern: str, *also: str) -> Shape:
    """Text that is as a whole like the pattern; `also` names further types of YAML that may stand for it."""
    return {"type": ["string", *also] if also else "string", "pattern": f"^(?:{pattern})$"}


def list_of(pattern: str) -> Shape:
    """A list of such texts, or one line of them with commas or semicolons between."""
    return {
        "anyOf": [
            matching(rf"\s*(?:{pattern})(?:\s*[,;]\s*(?:{pattern}))*\s*"),
            {"type": "array", "items": matching(pattern)},
        ]
    }


def one_of(*words: str) -> Shape:
    """One of a few words."""
    return {"enum": list(words)}


def some_of(*words: str) -> Shape:
    """A list of a few words, or one of them alone."""
    return {"anyOf": [one_of(*words), {"type": "array", "minItems": 1, "items": one_of(*words)}]}


def whole(pattern: str, smallest: int, largest: int) -> Shape:
    """A whole number, or text in which it stands."""
    number = {"type": "integer", "minimum": smallest, "maximum": largest}
    return {"anyOf": [number, matching(pattern)]}
