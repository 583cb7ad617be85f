"""Fragments: files `_name.md`, whose text stands wherever a line links to them."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, field
from pathlib import Path
from urllib.parse import unquote

from builder.did_you_mean import NAME, did_you_mean
from builder.model.diagnostics import Diagnostic, Fix, Span
from builder.model.rare_pattern import rare_pattern
from builder.model.rules import fault
from builder.read.files.names_on_disk import composed, listed
from builder.read.files.place import Place
from builder.read.files.source import Source, read_source
from builder.read.markdown.block_parser.comments import without_comments
from builder.read.markdown.block_parser.parser import parse_blocks
from builder.read.markdown.lines import Definitions, Line, Node

MOST = 200
"""Fragments in one module, those in fragments counted too."""

_INCLUDE = rare_pattern(r"^\[(?:[^\[\]\\]|\\.)*\]\(<?(?:\./)?(_[^()<>/\\#]*\.md)>?\)$", re.IGNORECASE)
_NAME_ALONE = rare_pattern(
    r"^\W*?(?:include:?\s+)?[\"'<(\[{]*(?:\./)?(_[^\s()<>\[\]{}\"'/\\#]*\.md)[\"'>)\]}]*$", re.IGNORECASE
)
_LINKED = rare_pattern(r"!?\[[^\[\]]*\]\(")
_SETTING = rare_pattern(r"^[\w-]+:(\s|$)")


@dataclass(slots=True)
class Fragments:
    """The fragments of a course: each is read once, and known by whom it is included."""

    folder: Path
    """The course folder."""
    names: dict[str, str]
    """Files of the folder that are fragments: each name as texts have it, and as the disk does."""
    included: dict[str, list[Span]] = field(default_factory=dict)
    """Where each fragment is included."""
    diagnostics: list[Diagnostic] = field(default_factory=list)
    """What is wrong with fragments and with lines that include them."""
    sources: dict[str, Source | None] = field(default_factory=dict)
    """Those that were read; None for one that cannot be."""

    @classmethod
    def of(cls, folder: Path) -> "Fragments":
        """Those of a course folder; none of them is read yet."""
        names = {composed(n): n for n in listed(folder) if n.startswith("_") and n.lower().endswith(".md")}
        return cls(folder, names)

    def source(self, name: str) -> Source | None:
        """A fragment's text, or None when it cannot be read."""
        if name not in self.sources:
            source, faults = read_source(self.folder, name)
            self.diagnostics += faults
            self.sources[name] = source
            if source is not None:
                self.diagnostics += _unfit(source)
        return self.sources[name]

    def meant(self, name: str) -> str:
        """The name in the form of texts; an editor may have percent-encoded it."""
        return composed(name if composed(name) in self.names else unquote(name))

    def unused(self) -> list[Diagnostic]:
        """Told once all modules are read: every fragment that none of them includes."""
        left = [name for name in self.names.values() if name not in self.included]
        message = "no module includes this fragment"
        return [
            fault("INC-003", Span(name), message, f"Write [what it says]({name}) alone on a line, or delete the file.")
            for name in left
        ]


@dataclass(slots=True)
class Including:
    """Puts the fragments into one module."""

    fragments: Fragments
    """Those of the course."""
    definitions: Definitions
    """What the module defines; what its fragments define is added."""
    parts: list[Source] = field(default_factory=list)
    """The fragments in it, one for each time that one is included."""
    wanted: bool = False
    """Whether a line includes a fragment, also one that is not there."""

    def expand(self, nodes: Sequence[Node], within: tuple[str, ...] = ()) -> list[Node]:
        """The same blocks, with those of a fragment in place of each line that includes it."""
        expanded: list[Node] = []
        for node in nodes:
            wanted = fragments_named(node)
            named = node.kind == "paragraph" and ".md" in node.lines[0].text
            if not wanted and not (named and self._is_name_alone(node)):
                expanded.append(node)
            for line, name in wanted:
                self.wanted = True
                expanded += self._nodes(line, name, within)
        return expanded

    def _is_name_alone(self, node: Node) -> bool:
        """Whether a paragraph is the name of a fragment and nothing else: it was meant to include it, which is reported."""
        line = node.lines[0]
        if len(node.lines) > 1 or "_" not in line.text:
            return False
        match = _NAME_ALONE.match(line.text.rstrip())
        if not match or "`" in line.text or _LINKED.match(line.text):
            return False
        self.wanted = True
        message = "a fragment is included by a link, and this is its name alone"
        hint = f"Write: [what it says]({match[1]})"
        length = len(line.text.rstrip())
        self.fragments.diagnostics.append(line.source.fault("INC-001", line.number, line.column, message, hint, length))
        return True

    def _nodes(self, line: Line, name: str, within: tuple[str, ...]) -> list[Node]:
        place = line.place(line.text.index("](") + 2)
        typed, name = name, self.fragments.meant(name)
        if problem := self._problem(name, within):
            rule, message, hint = problem
            near = self._near(name) if rule == "INC-001" else ""
            fix = (typed, near) if near else None
            self.fragments.diagnostics.append(_fault(rule, place, message, hint, typed, fix))
            return []
        file = self.fragments.names[name]
        self.fragments.included.setdefault(file, []).append(
            Span(place.source.path, place.line, place.column, len(typed))
        )
        fragment = self.fragments.source(file)
        if fragment is None:
            return []
        self.parts.append(fragment)
        nodes, definitions = parse_blocks(fragment)
        self._define(definitions, place, name)
        nodes = without_comments(nodes)
        if nodes:
            nodes[0].blank_before = True
        return self.expand(nodes, (*within, name))

    def _near(self, name: str) -> str:
        """The fragment that a name was meant to be; empty when there is none."""
        return did_you_mean(name, self.fragments.names, NAME)

    def _problem(self, name: str, within: tuple[str, ...]) -> tuple[str, str, str] | None:
        if name not in self.fragments.names:
            near = self._near(name)
            hint = f"Did you mean {near}?" if near else "Put the file beside the modules, or correct its name here."
            return "INC-001", f"there is no fragment {name} in the course folder", hint
        if name in within:
            way = " includes ".join([*within[within.index(name) :], name])
            return "INC-002", f"{way}, so this would never end", "Delete this line."
        if len(self.parts) >= MOST:
            hint = "Split the module, or put the text of small fragments into it."
            return "INC-002", f"this module has more than {MOST} fragments", hint
        return None

    def _define(self, found: Definitions, place: Place, name: str) -> None:
        """Take over what a fragment defines; what the module defines otherwise is a fault."""
        mine = self.definitions
        clashes = [f"[{k}]" for k, v in found.references.items() if mine.references.setdefault(k, v) != v]
        clashes += [f"*[{k}]" for k, v in found.abbreviations.items() if mine.abbreviations.setdefault(k, v) != v]
        for label, node in found.footnotes.items():
            first = mine.footnotes.setdefault(label, node)
            if (first.source.path, first.line) != (node.source.path, node.line):
                clashes.append(f"[^{label}]")
        for clash in clashes:
            message = f"{clash} is defined in {name}, and differently in the text around it"
            hint = "Give one of them another name: a learner would get the same words for both."
            self.fragments.diagnostics.append(_fault("INC-004", place, message, hint, name))


def _fault(rule: str, place: Place, message: str, hint: str, name: str, fix: Fix = None) -> Diagnostic:
    return place.source.fault(rule, place.line, place.column, message, hint, len(name), fix)


def fragments_named(node: Node) -> list[tuple[Line, str]]:
    """The fragments that a paragraph stands for; none for a paragraph of words."""
    if node.kind != "paragraph" or not node.lines[0].text.startswith("["):
        return []
    found = [(line, match[1]) for line in node.lines if (match := _INCLUDE.match(line.text.rstrip()))]
    return found if len(found) == len(node.lines) else []


def _unfit(source: Source) -> list[Diagnostic]:
    lines = source.lines
    if lines[0].rstrip() == "---" and len(lines) > 2 and _SETTING.match(lines[1]) and "---" in lines[2:]:
        message = "a fragment has no front matter: it is part of the module that includes it"
        return [source.fault("INC-004", 1, 1, message, "Delete the lines from --- to ---.", 3)]
    if not any(line.strip() for line in lines):
        message, hint = (
            "there is nothing in this fragment",
            "Write its text, or delete the file and the line that includes it.",
        )
        return [source.fault("INC-004", 1, 1, message, hint)]
    return []
