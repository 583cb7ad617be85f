"""Variables: words that course.yml says once and a text names as `{{name}}`."""

import difflib
import re
from collections.abc import Mapping

from builder.model.diagnostics import Diagnostic
from builder.read.source import Source
from builder.read.yaml_places import Path, Settings

NAMED = r"\{\{([^{}\n]*)\}\}"
"""Pattern of a variable in a text."""

ALMOST = r"(?<![{\x03])\{\s*([A-Za-z][\w-]*)\s*\}(?!\})"
"""Pattern of what is one when its name is known: braces that are not doubled. Behind U+0003 one is escaped."""

_NAMED = re.compile(NAMED)


class Variables:
    """The variables of a course, and which of them were used."""

    def __init__(self, words: Mapping[str, str] | None = None) -> None:
        """`words` gives what each name stands for."""
        self.words = dict(words or {})
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

    def problem(self, raw: str) -> tuple[str, str]:
        """What to say of braces, doubled or not, that name no variable: message and hint."""
        name = raw.strip("{} ")
        near = difflib.get_close_matches(name.lower(), self.words, 1, 0.6)
        if not raw.startswith("{{"):
            return f"a variable has double braces, and this is {raw}", f"Write {{{{{near[0] if near else name}}}}}."
        if re.match(r"[>#/]|include\b|_|.*\.md$", name):
            hint = "To include a fragment, write [what it says](_name.md) alone on its line."
        elif near:
            hint = f"Did you mean {{{{{near[0]}}}}}?"
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
        if not isinstance(value, str) or "{{" not in value:
            return value
        for match in _NAMED.finditer(value):
            if self.value(match[1]) is None:
                line, column = settings.place(path)
                message, hint = self.problem(match[0])
                faults.append(source.fault("VAR-001", line, column, message, hint, len(value.split("\n")[0])))
        return self.filled(value)

    def unused(self, settings: Settings, source: Source) -> list[Diagnostic]:
        """Told once everything is read: every variable that nothing names."""
        faults = []
        for name in self.words:
            if name not in self.used:
                line, column = settings.place(("variables", name), of_key=True)
                hint = f"Write {{{{{name}}}}} where its words belong, or delete it."
                faults.append(
                    source.fault("VAR-002", line, column, f"nothing names the variable {name}", hint, len(name))
                )
        return faults
