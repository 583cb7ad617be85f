"""Settings in YAML -> the segments in their values."""

import re
from collections.abc import Iterator
from dataclasses import replace
from typing import Any

import yaml

from builder.model.content import language_of
from builder.read.files.source import Source
from builder.read.settings.keys.key import said
from builder.translate.extract.inline import InlineSegments
from builder.translate.extract.plain_text import settings_tokens
from builder.translate.extract.regions import Region
from builder.translate.segment import Segment

Shown = dict[str, Any]
"""Keys whose values learners read -> what a translator reads of them; `*` is every key, and every entry of a list."""

COURSE: Shown = {
    "title": "title of the course",
    "summary": "summary of the course",
    "publisher": "publisher",
    "rights": "line on rights",
    "owner": "who answers for the course",
    "contact": "where a learner reports a barrier",
    "enforcement": "who decides about a complaint",
    "keywords": "keyword for catalogues",
    "standards": {"*": "entry of a framework", "key": "name of a framework"},
    "people": {"name": "name of a person", "role": "role of a person", "about": "about a person"},
    "variables": {"*": "words that stand in several places"},
    "theme": {"name": "name of the organisation", "logo-text": "what the logo says"},
    "cover": {"picture-text": "what the picture of the cover shows"},
}
MODULE: Shown = {"title": "title of the page", "summary": "summary of the page"}
FORM: Shown = {
    "title": "title of the form",
    "about": "where the form comes from",
    "questions": {"ask": "question of the form", "help": "help with a question", "options": "option of the form"},
}
_ADDRESS = re.compile(r"(?:https?|mailto|tel):\S+|[^\s@]+@[^\s@]+")
"""A contact that is no words."""
_UNMARKED = frozenset({COURSE["keywords"], COURSE["standards"]["key"]})
"""What says no language: catalogues read keywords, and forms name a framework by its words."""
FRAMEWORK = "framework"
"""The key by which a form names a framework of the course."""


class SettingsSegments:
    """Finds the segments of one file, or of its front matter."""

    def __init__(self, source: Source, first: int, last: int, inline: InlineSegments) -> None:
        """`first` and `last` are the lines of the settings, counted from 1."""
        self.source = source
        self.first = first
        self.inline = inline
        text = "\n".join(source.lines[first - 1 : last]) + "\n"
        self.text = text
        self.node = yaml.compose(text, Loader=yaml.SafeLoader)
        self.frameworks: list[Region] = []
        """Values that name a framework."""

    def regions(self, shown: Shown) -> Iterator[Region]:
        """The segments, in order."""
        if isinstance(self.node, yaml.MappingNode):
            yield from self._mapping(self.node, shown, "")

    def place(self, key: str) -> Region | None:
        """The value of a key at the margin, whatever it says."""
        pairs = self.node.value if isinstance(self.node, yaml.MappingNode) else []
        value = next((value for name, value in pairs if name.value == key), None)
        return self._region(value, key, "") if isinstance(value, yaml.ScalarNode) else None

    def _mapping(self, node: yaml.MappingNode, shown: Shown, context: str) -> Iterator[Region]:
        for key, value in node.value:
            role = shown.get(key.value, shown.get("*"))
            if key.value == FRAMEWORK and isinstance(value, yaml.ScalarNode) and "ask" in shown:
                self.frameworks.append(self._region(value, FRAMEWORK, context))
            if role is None:
                continue
            if "key" in shown:
                yield self._region(key, shown["key"], context)
            found = self._value(value, role, context or key.value)
            yield from (replace(one, variable=key.value) for one in found) if shown is COURSE["variables"] else found

    def _value(self, node: yaml.Node, role: Any, context: str) -> Iterator[Region]:
        if isinstance(node, yaml.ScalarNode) and isinstance(role, str) and node.value.strip():
            if role == COURSE["contact"] and _ADDRESS.fullmatch(node.value.strip()):
                return
            yield self._region(node, role, context)
        elif isinstance(node, yaml.MappingNode) and isinstance(role, dict):
            yield from self._mapping(node, role, context)
        elif isinstance(node, yaml.SequenceNode):
            for number, entry in enumerate(node.value, 1):
                yield from self._value(entry, role, f"{context} {number}" if isinstance(role, dict) else context)

    def _region(self, node: yaml.ScalarNode, role: str, context: str) -> Region:
        raw = self.text[node.start_mark.index : node.end_mark.index]
        kept = raw.rstrip()
        line, column = node.start_mark.line + self.first, node.start_mark.column + 1
        last_line = line + kept.count("\n")
        last_column = len(kept) - kept.rfind("\n") if "\n" in kept else column + len(kept)
        value = node.value.strip()
        file = self.source.path
        marked = "setting"
        if role == COURSE["people"]["about"]:
            segment = self.inline.segment(value, line, column, role, "yaml-markdown", context)
        else:
            words = said(value)
            marked = "" if role in _UNMARKED or language_of(words) else marked
            tokens, codes = settings_tokens(words)
            segment = Segment(file, line, column, role, tokens, codes, "yaml", kept, context)
        return Region(segment, (line, column), (last_line, last_column), (line, column), marked=marked)
