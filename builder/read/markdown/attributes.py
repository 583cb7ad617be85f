"""Braces at the end of a heading or paragraph: `{#id}`, `{lang=cy}`, `{decorative}`, `{key=value}`."""

import re
from dataclasses import dataclass, field

from builder.did_you_mean import is_slip
from builder.model.content.control_characters import UNSEEN
from builder.read.files.place import NOWHERE, Place
from builder.read.markdown.lines import Node

_TRAILING = re.compile(r"(?:^|(?<=\s))\{([^{}\n]*)\}[ \t]*$")
_PART = re.compile(
    r"""#(?P<id>(?:[^\s#}"'=,]|,(?!\s*(?:weight|attempts|words|privacy|shuffle|lang)\b))+)|(?P<key>[A-Za-z][\w-]*)"""
    r"""(?:=(?:["“”'‘’](?P<quoted>[^"“”'‘’}]*)["“”'‘’]|(?P<value>[^\s"“”'‘’}]*)))?(?=\s|$)"""
)


_SPACE = re.compile(rf"[\s{UNSEEN}]+")
_MEANT = re.compile(
    rf"[\s{UNSEEN}]*(#|\w[\w-]*\s*=|\w[\w-]*\s*$|(?:weight|attempts|words|privacy|shuffle|lang|id)\s*:|lang\b)"
)
_COMMENT = re.compile(r"#-?\s.*#")
"""A comment of Jinja between its braces, which holds no id."""
BARE = frozenset({"shuffle"})
"""Options that need no value, so that one behind an id is no part of it."""
_NUMBERED = frozenset({"attempts", "weight"})
"""Options whose number was forgotten: taken for a part of the id, they would change it, and cut off learners' answers."""


@dataclass(frozen=True, slots=True)
class Attributes:
    """What braces say."""

    id: str = ""
    """From `#id`."""
    options: dict[str, str] = field(default_factory=dict)
    """From `key=value`; a bare word has an empty value."""
    problem: str = ""
    """What cannot be read in them."""
    offset: int = 0
    """Where the opening brace stands in the text, from 0."""
    place: Place = NOWHERE
    """Where it stands in the file, of braces at the end of a block."""

    def placed(self, place: Place) -> "Attributes":
        """The same at a place."""
        return Attributes(self.id, self.options, self.problem, self.offset, place)


def trailing_attributes(text: str) -> tuple[str, Attributes | None]:
    """Take braces off the end of a line: the text before them, and what they say (None when there are none).

    Words in braces that cannot be attributes (`{sic, and so on}`) stay words.
    """
    match = _TRAILING.match(text, text.rfind("{")) if "{" in text else None
    if not match or not _MEANT.match(match[1]) or _COMMENT.fullmatch(match[1]):
        return text, None
    attributes = parse_attributes(match[1], match.start())
    return text[: match.start()].rstrip(), attributes


def attributes_of_fence(node: Node) -> Attributes | None:
    """The language that stands behind the name of a fence; other programs have their own words in such braces."""
    attributes = trailing_attributes(node.info)[1]
    return attributes.placed(node.place()) if attributes and list(attributes.options) == ["lang"] else None


def _is_bare(word: str) -> bool:
    """Whether a word is an option without a value, or one misspelt, which is reported as an unknown option."""
    return any(is_slip(word, option) for option in BARE)


def _is_cut(inside: str, match: re.Match[str]) -> bool:
    """Whether a word behind an id is an option: one that needs no value or lacks it, or one with a space before its sign."""
    word = match["key"].lower()
    return _is_bare(word) or word in _NUMBERED or inside[match.end() :].lstrip()[:1] in {"=", ":"}


def parse_attributes(inside: str, offset: int = 0) -> Attributes:
    """Read what stands between the braces."""
    identifier, problem, at = "", "", 0
    options: dict[str, str] = {}
    while at < len(inside):
        if space := _SPACE.match(inside, at):
            at = space.end()
            continue
        match = _PART.match(inside, at)
        if not match:
            problem = inside[at:].split()[0]
            if problem[0] in "=:" and options:
                options.popitem()  # its value is what cannot be read
            break
        if (match["id"] and identifier) or (match["key"] or "").lower() in options:
            problem = match[0]  # a second one: nobody can tell which was meant
            break
        if match["id"]:
            identifier = match["id"]
        elif identifier and not options and "=" not in match[0] and not _is_cut(inside, match):
            identifier += f" {match['key']}"  # {#my steps}: reported as a wrong id, with the right one
        else:
            options[match["key"].lower()] = match["quoted"] or match["value"] or ""
        at = match.end()
    return Attributes(identifier, options, problem, offset)
