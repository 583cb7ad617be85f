"""A story that another block parts in two: scenes of one story follow each other."""

import re

from builder.model.rare_pattern import rare_pattern
from builder.read.files.source import Source
from builder.read.markdown.lines import Node
from builder.read.words_to_ids import slug

_SCENE = rare_pattern(
    r" {0,3}#{1,6}[ \t]+Scene:[ \t]*(?P<title>[^{}]*?)[ \t]*(?:\{#(?P<id>[\w-]+)[^{}]*\})?[ \t#]*$", re.IGNORECASE
)
_CHOICE = rare_pattern(r" {0,3}(?:[-*+]|\d+[.)])[ \t]+.*\]\(<?#(?P<id>[\w-]+)>?\)")


def scene_elsewhere(source: Source, id: str) -> int:
    """The line of the heading of a scene in a file, by its id or the words of its title; 0 for none."""
    for number, line in enumerate(source.lines, 1):
        match = _SCENE.match(line)
        if match and id in {match["id"], slug(match["title"])}:
            return number
    return 0


def is_led_to_from_above(heading: Node, id: str) -> bool:
    """Whether a choice of a scene further up in the file leads to this one."""
    in_scene = False
    for line in heading.source.lines[: heading.line - 1]:
        if line.lstrip().startswith("#"):
            in_scene = bool(_SCENE.match(line))
        elif in_scene and (match := _CHOICE.match(line)) and match["id"] == id:
            return True
    return False
