"""Variables: words that course.yml says once and a text names as `{{name}}`."""

import re
from collections.abc import Mapping

from builder.did_you_mean import did_you_mean
from builder.model.content import language_of
from builder.model.diagnostics import Diagnostic
from builder.model.rare_pattern import rare_pattern
from builder.read.files.source import Source
from builder.read.settings.yaml_spans import Path, Settings

NAMED = r"\{\{([^{}\n]*)\}\}"
"""Pattern of a variable in a text."""

ALMOST = r"(?<![{\x03])\{\s*([A-Za-z][\w-]*)\s*\}(?!\})"
"""Pattern of what is one when its name is known: braces that are not doubled. Behind U+0003 one is escaped."""

LOPSIDED = r"(?<![{\x03])(?:\{\{\s*([A-Za-z][\w-]*)(?:\s*\}(?!\})|(?![\w-]|\s*\}))|\{\s*([A-Za-z][\w-]*)\s*\}\}(?!\}))"
"""Pattern of what is meant as one and lacks a brace, or both at its end. Behind U+0003 one is escaped."""

_NAMED = rare_pattern(rf"(?<!\\){NAMED}")
_SINGLE = rare_pattern(r"(?<![{\\])\{\s*([A-Za-z][\w-]*)\s*\}(?!\})")
_LOPSIDED = rare_pattern(LOPSIDED.replace("\\x03", "\\\\"))
_FIGURES = rare_pattern(r"[-+−]?\d+(?:[.,]\d+)*|[A-Za-z]")
"""What means in a formula what it means outside."""
_SPECIAL = rare_pattern(r"([%&#_${}])")
_MARKDOWN = frozenset({"about"})
"""Settings that are markdown: variables go in where it is read, so that their words stay words."""


class Variables:
    """The variables of a course, and which of them were used."""

    def __init__(self, words: Mapping[str, str] | None = None, known: bool = True) -> None:
        """`words` gives what each name stands for; `known` is False when course.yml could not say which there are."""
        self.words = dict(words or {})
        self.known = known
        self.used: set[str] = set()

    def value(self, inside: str) -> str | None:
        """What a name between double braces stands for; None when there is no such variable."""
        name = inside.strip()
        if name in self.words:
            self.used.add(name)
        return self.words.get(name)

    def filled(self, text: str) -> str:
        """Plain text with its variables put in; unknown ones stay as they are."""
        if "{{" not in text:
            return text
        return _NAMED.sub(lambda match: self.value(match[1]) or match[0], text)

    def filled_in_tex(self, tex: str) -> str:
        """A formula with its variables put in: a number or a letter as it is, all else as words."""
        return _NAMED.sub(lambda match: _in_tex(self.value(match[1])) or match[0], tex)

    def unknown(self, text: str) -> list[str]:
        """The doubled braces of a plain text that name no variable, as written."""
        return [match[0] for match in _NAMED.finditer(text) if self.known and self.value(match[1]) is None]

    def means(self, raw: str) -> bool:
        """Whether braces of which one is missing were meant as a variable: `{{name}` always, others by their name."""
        if not self.known or (raw.startswith("{{") and raw.endswith("}")):
            return self.known
        return self._near(raw.strip("{} ")) != ""

    def fix(self, raw: str) -> tuple[str, str] | None:
        """The braces, and those of the variable that they were meant to name; None when there is none that is near."""
        near = self._near(raw.strip("{} "))
        return (raw, f"{{{{{near}}}}}") if near else None

    def _near(self, name: str) -> str:
        return did_you_mean(name.lower(), self.words)

    def problem(self, raw: str) -> tuple[str, str]:
        """What to say of braces, doubled or not, that name no variable: message and hint."""
        name = raw.strip("{} ")
        near = self._near(name)
        if not (raw.startswith("{{") and raw.endswith("}}")):
            new = "" if near else f" and add {name} to `variables` in course.yml, or \\{raw} for the braces themselves"
            return (
                f"a variable stands between double braces, and this is {raw}",
                f"Write {{{{{near or name}}}}}{new}.",
            )
        if re.match(r"[>#/]|include\b|_|.+\.md$", name):
            fragment = next(iter(re.findall(r"_[\w.-]+\.md", name)), "_name.md")
            hint = f"To include a fragment, write [what it says]({fragment}) alone on its line."
        elif re.fullmatch(r"\d+(?:-\d+)?(?: .*)?", name):
            hint = f"In LiaScript it shows words later. Delete it: all words are shown. For the braces themselves, write \\{raw}"
        elif near:
            hint = f"Did you mean {{{{{near}}}}}?"
        elif re.match(r"[<%] *(?:rel)?ref\b", name):
            hint = f"Name the file of a module: [words](02-next.md). For the braces themselves, write \\{raw}"
        elif re.match(r"[<%]|[\w-]+\.\w", name):
            hint = (
                f"Write what it would show: nothing is worked out in a course. For the braces themselves, write \\{raw}"
            )
        elif re.fullmatch(r"[A-Za-z][\w -]*", name) and name != (plain := re.sub(r"[\W_]+", "-", name.lower())):
            hint = f"Names have small letters, digits and hyphens: add {plain} to `variables` in course.yml, and write {{{{{plain}}}}}."
        else:
            hint = f"Add it to `variables` in course.yml, or write \\{raw} for the braces themselves."
        return f"there is no variable {name or 'without a name'} in course.yml", hint

    def fill(self, settings: Settings, source: Source) -> list[Diagnostic]:
        """Put the variables into settings; gives a fault for each unknown one. `variables` itself is left alone."""
        faults: list[Diagnostic] = []
        for key, value in settings.values.items():
            if key != "variables":
                settings.values[key] = self._fill(value, (key,), settings, source, faults)
        return faults

    def _fill(self, value: object, path: Path, settings: Settings, source: Source, faults: list[Diagnostic]) -> object:
        if isinstance(value, dict):
            return {key: self._fill(entry, (*path, key), settings, source, faults) for key, entry in value.items()}
        if isinstance(value, list):
            return [self._fill(entry, (*path, number), settings, source, faults) for number, entry in enumerate(value)]
        if not isinstance(value, str) or "{" not in value or not self.known or path[-1] in _MARKDOWN:
            return value
        found = self.unknown(value)
        found += [match[0] for match in _SINGLE.finditer(value)]
        found += [match[0] for match in _LOPSIDED.finditer(value) if self.means(match[0])]
        for raw in found:
            line, column = _place(raw, settings.place(path), source)
            faults.append(source.fault("VAR-001", line, column, *self.problem(raw), len(raw), self.fix(raw)))
        alone = _NAMED.fullmatch(value.strip())
        if alone and (language := language_of(words := self.value(alone[1]))):
            return f"{words} {{lang={language}}}"
        return self.filled(value).replace("\\{", "{")

    def unused(self, settings: Settings, source: Source) -> list[Diagnostic]:
        """Told once everything is read: every variable that nothing names."""
        faults = []
        for name in self.words:
            if name not in self.used:
                line, column = settings.place(("variables", name), of_key=True)
                hint = f"Write {{{{{name}}}}} where its words belong, or delete it."
                faults.append(
                    source.fault("VAR-002", line, column, f"no text uses the variable {name}", hint, len(name))
                )
        return faults


def _in_tex(words: str | None) -> str:
    if not words:
        return ""
    if _FIGURES.fullmatch(words.strip()):
        return f"{{{words.strip()}}}"
    pieces = _SPECIAL.split(
        words.replace("\\", " ")
    )  # a sign of TeX is none among words: they stand on both sides of it
    return "".join(f"\\{one}" if at % 2 else f"\\text{{{one}}}" if one else "" for at, one in enumerate(pieces))


def _place(raw: str, value: tuple[int, int], source: Source) -> tuple[int, int]:
    """Where braces stand in a value, which may go on for lines; the value's own place when they are not as written."""
    line, column = value
    for number, text in enumerate(source.lines[line - 1 :], line):
        at = text.find(raw, column - 1 if number == line else 0)
        if at >= 0:
            return number, at + 1
    return value
