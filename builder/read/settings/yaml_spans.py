"""YAML with places: every key and value knows its line and column.

Scalars stay the words that the author wrote (`language: no` is Norwegian, `version: 1.10` is not 1.1): what each of
them must be is for the settings to say.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass, field

import yaml

from builder.model.content.control_characters import NOTHING, message_of, refused
from builder.model.diagnostics import Diagnostic
from builder.model.rare_pattern import rare_pattern
from builder.read.files.source import Source
from builder.read.settings.keys.key import Quoted
from builder.read.settings.yaml_errors import NO_ENTRY, OTHER_ENTRY, YamlFault, find_fault, quoted

Path = tuple[str | int, ...]
"""Way to a value, such as `("people", 0, "name")`."""

_LOADER = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
_DEEPEST = 20
_ONE_LINE = dict.fromkeys(map(ord, "\x85\u2028\u2029"), " ")
"""YAML would end the line at these, which are reported for the file."""


_HIDDEN = rare_pattern(rf"(?<=[\s\[\]{{}},:\"'|>-])[{NOTHING}]+|[{NOTHING}]+(?=[\s\[\]{{}},:\"'#])")
"""What is nothing beside a sign of YAML, and hides it; inside of words it may say where a line breaks."""


def without_hidden(line: str) -> str:
    """A line of settings without what hides its signs."""
    return line if line.isascii() else _HIDDEN.sub("", line)


@dataclass(slots=True)
class Settings:
    """A mapping with the places of what is in it."""

    values: dict[str, object] = field(default_factory=dict)
    """Strings, lists and mappings; None for a key without a value."""
    keys: dict[Path, tuple[int, int]] = field(default_factory=dict)
    """Line and column of each key (of each entry, in a list)."""
    places: dict[Path, tuple[int, int]] = field(default_factory=dict)
    """Line and column of each value."""
    diagnostics: list[Diagnostic] = field(default_factory=list)
    """Faults of the YAML itself."""
    unread: set[Path] = field(default_factory=set)
    """Ways to values that such a fault is in: nothing further is reported in them."""

    def place(self, path: Path, of_key: bool = False) -> tuple[int, int]:
        """The place of a value or a key; the nearest known one above it otherwise."""
        table = self.keys if of_key else self.places
        while path:
            if path in table:
                return table[path]
            path = path[:-1]
        return (1, 1)


def read_yaml(source: Source, first: int, last: int) -> Settings:
    """Read the lines `first` to `last` (counted from 1, both included) of a source as one YAML mapping."""
    source = Source(source.path, tuple(map(without_hidden, source.lines)))
    reader = _Reader(source, first)
    lines = source.lines[first - 1 : last]
    try:
        node = yaml.compose("\n".join(lines).translate(_ONE_LINE) + "\n", Loader=_LOADER)
    except yaml.MarkedYAMLError as problem:
        reader.syntax(problem, lines)
        return reader.settings
    except (yaml.YAMLError, RecursionError) as problem:
        if any(map(refused, lines)):
            return reader.settings  # reported for the file
        above = "\n".join(lines)[: getattr(problem, "position", 0)].count("\n")
        reader.settings.diagnostics.append(
            source.fault(
                "STR-005",
                first + above,
                1,
                f"this cannot be read as YAML: {getattr(problem, 'reason', 'it is nested too deeply')}",
                "Check the lines of this file one by one.",
            )
        )
        return reader.settings
    if node is None:
        return reader.settings
    if not isinstance(node, yaml.MappingNode):
        if found := find_fault(lines):
            reader.note(found)
            return reader.settings
        line, column = reader.place(node)
        reader.settings.diagnostics.append(
            source.fault(
                "STR-005",
                line,
                column,
                "settings are written one a line as `key: value`",
                "For example: title: My course",
            )
        )
        return reader.settings
    value = reader.value(node, ())
    assert isinstance(value, dict)
    reader.settings.values = value
    return reader.settings


class _Reader:
    def __init__(self, source: Source, first: int) -> None:
        self.source = source
        self.first = first
        self.settings = Settings()
        self.met: set[int] = set()

    def place(self, node: yaml.Node) -> tuple[int, int]:
        return node.start_mark.line + self.first, node.start_mark.column + 1

    def value(self, node: yaml.Node, path: Path) -> object:
        self.settings.places[path] = self.place(node)
        if len(path) > _DEEPEST:
            self.complain(node, "this is nested too deeply", "Write it out plainly.")
            return None
        if isinstance(node, yaml.CollectionNode):
            # The same node twice is an alias (`*name`): followed, a few lines of them would fill the memory.
            if id(node) in self.met:
                self.complain(
                    node, "a list or mapping cannot be referred to with * here", "Write it out a second time."
                )
                return None
            self.met.add(id(node))
        if isinstance(node, yaml.MappingNode):
            return self.mapping(node, path)
        if isinstance(node, yaml.SequenceNode):
            for number, entry in enumerate(node.value):
                self.settings.keys[(*path, number)] = self.place(entry)
            return [self.value(entry, (*path, number)) for number, entry in enumerate(node.value)]
        assert isinstance(node, yaml.ScalarNode)
        if not node.style and node.value in {"", "~", "null"}:
            self.marked(node, path)
            return None
        self.entries(node, path)
        self.joined(node)
        self.control(node)
        self.marked(node, path)
        return Quoted(node.value) if node.style in ("'", '"') else str(node.value)

    def marked(self, node: yaml.ScalarNode, path: Path) -> None:
        """Words that YAML takes for a mark: `&Me and you` would be `and you`, and `!Go now` would be `now`."""
        line, column = self.place(node)
        text = self.source.lines[line - 1] if line <= len(self.source.lines) else ""
        value = text[column - 1 :].strip()
        if path and isinstance(path[-1], int):
            value = re.split(r"[,\]}]", value)[0]
        before = re.match(r".*:\s+(?=([&!]\S*))", text[: column - 1] + " " + value) if value[:1] not in "&!" else None
        raw = value if value[:1] in "&!" else text[before.end() - 1 :] if before and before.end() <= column else ""
        mark = re.match(r"&(\S*)|!\S*", raw)
        if mark is None or not path or (mark[1] and any(f"*{mark[1]}" in other for other in self.source.lines)):
            return
        start = text.index(raw) + 1
        key = f"{path[-1]}: " if isinstance(path[-1], str) else ""
        message = "this value begins with a character that means something else in YAML"
        hint, fix = f"Write: {key}{quoted(raw)}", (raw, quoted(raw))
        self.settings.diagnostics.append(self.source.fault("STR-005", line, start, message, hint, len(raw), fix))
        self.settings.unread.add(path)

    def control(self, node: yaml.ScalarNode) -> None:
        """A control character written as `\\u202e` or the like; one that stands there is reported for the file."""
        line, column = self.place(node)
        written = self.source.lines[line - 1 : node.end_mark.line + self.first]
        if (found := refused(node.value)) and not any(map(refused, written)):
            message, hint = message_of(found[0])
            self.settings.diagnostics.append(self.source.fault("STR-024", line, column, message, hint))

    def mapping(self, node: yaml.MappingNode, path: Path) -> dict[str, object]:
        result: dict[str, object] = {}
        for key, value in node.value:
            if not isinstance(key, yaml.ScalarNode):
                self.no_key(node, key, path)
                continue
            self.control(key)
            name = str(key.value)
            here = (*path, name)
            if name in result:
                line, _ = self.settings.keys[here]
                self.settings.diagnostics.append(
                    self.source.fault(
                        "STR-006",
                        *self.place(key),
                        f'"{name}" is written twice; the first is on line {line}',
                        "Keep one of them.",
                        len(name),
                    )
                )
                continue
            self.settings.keys[here] = self.place(key)
            result[name] = self.value(value, here)
        return result

    def no_key(self, node: yaml.Node, key: yaml.Node, path: Path) -> None:
        """A key that is no word; in most cases a variable without quotes, `title: {{team}}`, which is a mapping in a mapping."""
        if not isinstance(key, yaml.MappingNode) or not path:
            self.complain(key, "a key must be one word", "For example: title: My course")
            return
        line, column = self.place(node)
        raw = self.source.lines[line - 1][column - 1 :].split(" #")[0].strip()
        if isinstance(path[-1], int):
            raw = raw[: raw.find("}}") + 2]
        hint = f"Write: {path[-1]}: {quoted(raw)}" if isinstance(path[-1], str) else f"Write: {quoted(raw)}"
        message, fix = "a value that begins with a brace needs quotes round it", (raw, quoted(raw))
        self.settings.diagnostics.append(self.source.fault("STR-005", line, column, message, hint, len(raw), fix))
        self.settings.unread.add(path)

    def entries(self, node: yaml.ScalarNode, path: Path) -> None:
        """Lines below a key, or below an entry, that were meant as entries of a list and are one text to YAML."""
        first, last = node.start_mark.line + self.first, node.end_mark.line + self.first
        key = self.settings.keys.get(path, (0, 0))[0]
        below = range(first + isinstance(path[-1] if path else "", int), min(last, len(self.source.lines)) + 1)
        found = [(n, sign) for n in below if (sign := OTHER_ENTRY.match(self.source.line(n)))]
        if node.style or not found or first == key:
            return
        lines = [(n, sign, self.source.line(n)) for n, sign in found]
        fix = [self.source.swap(n, 1, line[: sign.end()], f"{_lead(line)}- ") for n, sign, line in lines]
        for n, sign, line in lines:
            hint = f"Write: - {line[sign.end() :].strip()[:80]}"
            column, length = len(_lead(line)) + 1, sign.end() - len(_lead(line))
            self.settings.diagnostics.append(self.source.fault("STR-005", n, column, NO_ENTRY, hint, length, fix))
        self.settings.unread.add(path)

    def joined(self, node: yaml.ScalarNode) -> None:
        # YAML reads "- a" followed by a deeper "- b" as the one text "a - b"; no author means that.
        if node.style or node.end_mark.line == node.start_mark.line:
            return
        for number in range(node.start_mark.line + self.first + 1, node.end_mark.line + self.first + 1):
            text = self.source.lines[number - 1] if number <= len(self.source.lines) else ""
            if text.lstrip().startswith("- "):
                self.settings.diagnostics.append(
                    self.source.fault(
                        "STR-005",
                        number,
                        len(text) - len(text.lstrip()) + 1,
                        "this entry is indented more than the one above it, so it became part of it",
                        "Begin both entries in the same column.",
                    )
                )
                return

    def complain(self, node: yaml.Node, message: str, hint: str) -> None:
        self.settings.diagnostics.append(self.source.fault("STR-005", *self.place(node), message, hint))

    def syntax(self, problem: yaml.MarkedYAMLError, lines: Sequence[str]) -> None:
        """What the parser could not read, where the author wrote it."""
        if found := find_fault(lines):
            self.note(found)
            return
        mark = problem.problem_mark or problem.context_mark
        line = (mark.line if mark else 0) + self.first
        column = (mark.column if mark else 0) + 1
        line = min(line, len(self.source.lines))
        text = self.source.lines[line - 1]
        message, hint = _explain(problem.problem or "", text)
        self.settings.diagnostics.append(self.source.fault("STR-005", line, min(column, len(text) + 1), message, hint))

    def note(self, found: YamlFault) -> None:
        line = found.line + self.first
        fix = self.source.swap(line, found.start + 1, found.old, found.new) if found.new else None
        fault = self.source.fault("STR-005", line, found.column + 1, found.message, found.hint, fix=fix)
        self.settings.diagnostics.append(fault)


def _lead(line: str) -> str:
    return line[: len(line) - len(line.lstrip())]


def _explain(problem: str, text: str) -> tuple[str, str]:
    """The parser's complaint in the words of an author."""
    if "mapping values are not allowed" in problem:
        return "this line is indented in a way that YAML cannot read", "Begin it in the same column as the line above."
    if "\\t" in problem or "\t" in text:
        return "YAML does not allow tabs at the start of a line", "Use spaces instead of the tab."
    if "nesting depth" in problem:
        return "this is nested too deeply", "Write it out plainly."
    if "could not find expected ':'" in problem:
        return "there is no colon after the key", "Write each setting as `key: value`."
    if "quoted scalar" in problem or "unexpected end of stream" in problem:
        return "a quotation mark is opened and not closed", "Close it at the end of the value."
    if "found undefined alias" in problem or "found character" in problem:
        return (
            "this value begins with a character that means something else in YAML",
            "Put quotes round the whole value.",
        )
    return f"this cannot be read as YAML ({problem})", "Check the line, and the one above it: `key: value`, one a line."
