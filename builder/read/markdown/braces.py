"""Braces at the end of a block: taken off it, and reported when they hold what cannot stand there."""

import re

from builder.did_you_mean import did_you_mean
from builder.model.content import Said, language_of
from builder.model.rare_pattern import rare_pattern
from builder.read.ids import number_of_gift
from builder.read.language_tags import is_language
from builder.read.markdown.attributes import BARE, Attributes, parse_attributes, trailing_attributes
from builder.read.markdown.context import in_braces
from builder.read.markdown.inline.reader import InlineReader
from builder.read.markdown.lines import Line, label_of
from builder.read.settings.keys.key import said

_BRACKETS = rare_pattern(r"(?<![\]!])\[(?!\^)([^\[\]]+)\]$")
_OPENED = rare_pattern(r"(?<!\\)\[(?!\^)[^\[\]]*$")

_TRUTH = frozenset({"t", "f", "true", "false"})
_TRUTH_HINT = "Write a heading `## Quiz: ...` with the sentence, and below it - [x] True and - [ ] False, with the x at the right one."
_TAG = rare_pattern(r"[a-z]{2}(?:-[a-z]{2,4})?")
"""The tag of a language, in small letters."""


class BracesReader(InlineReader):
    """Reads inline content, and the braces behind it."""

    def page_heading(self, lines: list[Line]) -> str:
        """The words of a heading that is the title of its page; they may say their language, as those of any heading."""
        last = lines[-1].ended()
        words = said(last.text)
        if language := language_of(words):
            return Said(self.fragment([*lines[:-1], last.part(0, words)]).text, language)
        return self.fragment(lines).text

    def braces(self, lines: list[Line]) -> tuple[list[Line], Attributes | None]:
        """Take `{...}` off the end of a block."""
        if not lines or not lines[-1].text.endswith("}"):
            return lines, None
        last = lines[-1]
        text, attributes = trailing_attributes(last.text)
        if attributes is None:
            return lines, None
        if "lang" in attributes.options:
            if text.endswith("]"):
                self._refuse_space(last, text, attributes)
            self._refuse_open([*lines[:-1], last.part(0, text)], last.text[attributes.offset :])
        if attributes.problem:
            comma = attributes.problem.startswith(",")
            braces = last.text[attributes.offset :]
            meant = _meant(braces)
            self.fault(
                "STR-018",
                last.place(attributes.offset),
                "these braces have a comma where a space belongs"
                if comma
                else f"these braces cannot be read from {attributes.problem} on",
                f"Write {meant}" if meant else "Write {#my-id}, {lang=fr} or {key=value}, with a space between them.",
                len(braces),
                (braces, meant) if meant else None,
            )
        kept = [*lines[:-1], last.part(0, text)] if text else lines[:-1]
        return kept, attributes.placed(last.place(attributes.offset))

    def without_idle_braces(self, line: Line) -> Line:
        """A caption whose braces mean nothing, without them; they are reported. A language has a sign of its own."""
        text, attributes = trailing_attributes(line.text)
        if attributes is None or not text or any(key == "lang" or _TAG.fullmatch(key) for key in attributes.options):
            return line
        kept, placed = self.braces([line])
        if placed and not placed.problem:
            self.language_of(placed, ("id", "row-heads"))
        return kept[0]

    def _refuse_space(self, line: Line, text: str, attributes: Attributes) -> None:
        """`[words] {lang=cy}`: the brackets would be shown, and the whole paragraph would be in that language."""
        words = _BRACKETS.search(text)
        if words and label_of(words[1]) not in self.definitions.references:
            message = "there is a space between these words and their language, so the language would count for the whole paragraph"
            braces = line.text[attributes.offset :].strip()
            hint = f"Write {words[0]}{braces}, or delete the square brackets."
            fix = (line.text[words.start() :], words[0] + braces)
            self.fault("LNG-001", line.place(words.start()), message, hint, len(words[0]), fix)

    def _refuse_open(self, lines: list[Line], braces: str) -> None:
        """`[words {lang=cy}`: the bracket would be shown, and all of the paragraph would be in that language."""
        opened = _OPENED.search("\n".join(line.text for line in lines)) if any("[" in x.text for x in lines) else None
        if opened is None:
            return
        line = lines[-1 - opened[0].count("\n")]
        message = "this bracket is never closed, so the language would count for the whole paragraph"
        hint = f"Write {' '.join(opened[0].split())}]{braces.strip()}"
        place = line.place(line.text.rindex("["))
        written = line.typed
        written = written[written.rfind(opened[0]) :]
        fix = (written, f"{opened[0]}]{braces.strip()}") if written.endswith(braces) else None
        self.fault("LNG-001", place, message, hint, len(opened[0].split(chr(10))[0]), fix)

    def language_of(self, attributes: Attributes | None, allowed: tuple[str, ...] = ()) -> str:
        """The `lang` that braces give; a fault for everything in them that is not allowed here."""
        if attributes is None:
            return ""
        if attributes.id and "id" not in allowed:
            message = "an id cannot be given to this"
            hint = f"Put {{#{attributes.id}}} at the end of a heading or of a table's caption, or directly behind a picture."
            if re.fullmatch(r"[=~]?-?\d[\d.,:]*", attributes.id):
                number = number_of_gift(attributes.id) or attributes.id.lstrip("=~")
                message = "these braces hold a number, as in GIFT, and an id begins with a letter"
                hint = f"For a question with a number as its answer, write `## Number: ...` and below it: = {number}"
            self.fault("STR-018", attributes.place, message, hint)
        for key in attributes.options:
            if key == "id" and "id" in allowed and attributes.options[key]:  # silent, it would name the block otherwise
                hint = f"Write {{#{attributes.options[key]}}}."
                self.fault("STR-018", attributes.place, "an id begins with # between the braces", hint)
            elif key != "lang" and (key not in allowed or key == "id"):
                message = f'"{key}" is not an option here'
                hint, meant = self._nearest(key, attributes, allowed)
                if key in _TRUTH and not attributes.options[key]:
                    message, hint, meant = "these braces say whether a sentence is true, as in GIFT", _TRUTH_HINT, ""
                fix = in_braces(attributes.place, rf"(?<![\w-]){re.escape(key)}(?![\w-])", meant)
                self.fault("STR-018", attributes.place, message, hint, fix=fix)
        if not {"lang", *allowed}.issuperset(attributes.options):
            return attributes.options.get("lang", "")
        return self.known_language(attributes, attributes.place)

    def _nearest(self, key: str, attributes: Attributes, allowed: tuple[str, ...]) -> tuple[str, str]:
        """The hint on an option that is not known here, and what to write in its place; empty when that is not sure."""
        if key in self.engine.variables.words:
            return f"Did you mean {{{{{key}}}}}?", f"{{{key}}}" if len(attributes.options) == 1 else ""
        if key == "decorative":
            return "Put {decorative} directly after the picture, without a space.", ""
        known = ["lang", *(name for name in allowed if name != "id")]
        if is_language(key) and len(key) == 2 and not attributes.options.get("lang"):
            return f"Did you mean {{lang={key}}}?", "" if "lang" in attributes.options else f"lang={key}"
        free = [name for name in known if name not in attributes.options]
        if not attributes.options[key]:
            free = [name for name in free if name in BARE]  # an option that needs a value was hardly meant
        near = did_you_mean(key, free)
        if not near and "id" in allowed and not attributes.options[key] and not attributes.id:
            return f"For an id, write {{#{key}}}.", f"#{key}"
        if not near and key in _MACROS:
            return f"In Confluence it begins or ends a part of the page: delete it. {_MACROS[key]}", ""
        return (f"Did you mean {near}?", near) if near else (f"Known here: {', '.join(known)}.", "")


_BOX = "For a box, write > [!NOTE] on a line of its own, and > before each line of the text."
_MACROS = {
    **dict.fromkeys(["info", "tip", "note", "warning", "panel"], _BOX),
    "expand": "For parts that open, write ## Details: ... , and the name of each in bold.",
    "toc": "Every course has a list of its contents.",
    **dict.fromkeys(["code", "noformat"], "Put code between two lines of ```."),
    "quote": "For a quotation, write > before each line.",
}
"""What stands alone in braces in Confluence -> what to write here."""


def _meant(braces: str) -> str:
    """What to write in place of braces that cannot be read; empty when nobody can tell."""
    meant = re.sub(r"\s*[:=]\s*", "=", re.sub(r"\s*,\s*(?=\w)", " ", braces.strip()))
    readable = meant != braces.strip() and parse_attributes(meant[1:-1]).problem == ""
    return meant if readable else ""
