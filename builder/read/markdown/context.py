"""What reading a file of the course needs to know, and what it finds on its way."""

import re
from collections.abc import Iterator
from contextlib import contextmanager

from builder.model.content import Maths
from builder.model.diagnostics import Diagnostic, Edit, Fix, Severity
from builder.model.rare_pattern import rare_pattern
from builder.model.source_facts import GeneratedId, Heading, Link, OptionId, Passage, Picture, Table
from builder.read.files.place import Place
from builder.read.files.source import Source
from builder.read.ids import Ids
from builder.read.language_tags import is_language, near_language
from builder.read.links import Addresses
from builder.read.markdown.attributes import Attributes
from builder.read.markdown.glossary_links import TermLinker
from builder.read.markdown.html_hints import hint_for, of_details
from builder.read.markdown.inline_parser.brackets import plain
from builder.read.markdown.inline_parser.engine import InlineEngine
from builder.read.markdown.lines import Definitions, Line

_LONGEST_TAG = 60
"""Characters of a tag that a message repeats."""
LANGUAGE_HINT = "Write the tag of the language: {lang=cy} for Welsh, {lang=fr} for French."
"""When nobody can tell which language was meant."""
_NOTED = rare_pattern(r"\[\^[^\]\s]+\](?= )")


class Context:
    """One file that is read: what is known around it, and all that is found in it."""

    privacy = "device"
    """Who keeps the words of a reflection that says nothing of it."""
    boxed = False
    """Whether a box or a quotation is read, in which no block begins."""
    o_begins = False
    """Whether `o` and a space begin entries of a list in the section that is read, as a word processor has them."""

    def __init__(
        self,
        source: Source,
        module: str,
        language: str,
        engine: InlineEngine,
        addresses: Addresses,
        ids: Ids,
        definitions: Definitions,
    ) -> None:
        self.source = source
        self.module = module
        self.language = language
        self.engine = engine
        self.addresses = addresses
        self.ids = ids
        self.definitions = definitions
        self.diagnostics: list[Diagnostic] = []
        self._counted = self._errors = 0
        self.headings: list[Heading] = []
        self.links: list[Link] = []
        self.pictures: list[Picture] = []
        self.tables: list[Table] = []
        self.passages: list[Passage] = []
        self.italics: list[Passage] = []
        self.sources = {source.path: source.lines}
        self.anchors: list[str] = []
        self.generated_ids: list[GeneratedId] = []
        self.option_ids: list[OptionId] = []
        self.notes: list[str] = []
        self._numbers_of_notes: dict[str, int] = {}
        self.gaps: list[int] = []
        self._lines_of_notes: dict[str, dict[str, tuple[int, str]]] = {}
        self.terms: TermLinker | None = None
        self.linking = False
        words = sorted(definitions.abbreviations, key=len, reverse=True)
        self.abbreviations = re.compile(r"(?<!\w)(" + "|".join(map(re.escape, words)) + r")(?!\w)") if words else None
        engine.define(definitions.references)
        for label, line in definitions.places.items():
            # As learners read it: entities stand for signs here, as they do in the title of any link.
            self._note_plain(plain(definitions.references[label][1]), line)
        for short, line in definitions.explained.items():
            self._note_plain(definitions.abbreviations[short], line)
            definitions.abbreviations[short] = self._filled(definitions.abbreviations[short], line)

    def _note_plain(self, said: str, line: Line) -> None:
        """Note words at the end of a line that are shown as they are, for the rules."""
        at = line.text.rfind(said) if said else -1
        if at >= 0:
            column = line.place(at).typed_column
            self.passages.append(Passage("tooltip", said, line.source.path, line.number, column, line.number))

    @property
    def errors(self) -> int:
        """How many errors are noted so far: with one more, a block cannot be read. A warning takes nothing away."""
        new = self.diagnostics[self._counted :]
        self._counted += len(new)
        self._errors += sum(one.severity is Severity.ERROR for one in new)
        return self._errors

    def own_id(self, identifier: str, place: Place) -> str:
        """Claim an id that an author wrote at a place; empty, with a fault, where it cannot be had."""
        if problem := self.ids.claim(identifier, place.source, place.line, place.column):
            self.diagnostics.append(problem)
            return ""
        self.anchors.append(identifier)
        return identifier

    def formula(self, tex: str, bare: str, place: Place, large: bool) -> Maths:
        """A formula, with a fault where it cannot be read; `tex` has its dollars, `bare` has not."""
        # Only here: most courses have no formula.
        from builder.read.markdown.inline_parser.tex import read_formula
        from builder.read.markdown.inline_parser.tex_parts import Unread

        made = read_formula(self._with_variables(bare, tex, place), large)
        if not isinstance(made, Unread):
            return Maths(tex, made, large)
        at = max(tex.find(made.raw), 0) if "\n" not in tex else 0
        self.fault("STR-049", place.moved(at), made.message, made.hint, len(made.raw) or len(tex.split("\n")[0]))
        return Maths(tex, (), large)

    def _with_variables(self, bare: str, tex: str, place: Place) -> str:
        """A formula with the words of its variables; a fault for a name that is nearly one. Other doubled braces are TeX."""
        variables = self.engine.variables
        if "{{" not in bare or not variables.words:
            return bare
        for raw in variables.unknown(bare):
            if near := variables.fix(raw):
                self.fault("VAR-001", place.moved(max(tex.find(raw), 0)), *variables.problem(raw), len(raw), near)
        return variables.filled_in_tex(bare)

    def fault(self, rule: str, place: Place, message: str, hint: str, length: int = 1, fix: Fix = None) -> None:
        """Note a fault; `fix` as `builder.model.rules.fault` takes it."""
        self.diagnostics.append(place.source.fault(rule, place.line, place.typed_column, message, hint, length, fix))

    @contextmanager
    def speaking(self, attributes: Attributes | None) -> Iterator[None]:
        """While words are read that braces mark as another language: quotes are set as that language sets them."""
        before = self.language
        self.language = (attributes.options.get("lang") if attributes else "") or before
        yield
        self.language = before

    def here(self, line: int, column: int = 1) -> Place:
        """A place of the file itself."""
        return Place(self.source, line, column)

    def number_of_note(self, label: str) -> tuple[int, bool]:
        """The number of a footnote, and whether it is referred to for the first time."""
        first = label not in self._numbers_of_notes
        if first:
            self.notes.append(label)
            self._numbers_of_notes[label] = len(self.notes)
        return self._numbers_of_notes[label], first

    def line_of_note(self, source: Source, raw: str) -> tuple[int, str] | None:
        """The first line of a file that begins with `raw`, a footnote's mark, and a space, with its number."""
        if source.path not in self._lines_of_notes:
            known: dict[str, tuple[int, str]] = {}
            for number, line in enumerate(source.lines, 1):
                if line.startswith("[^") and (mark := _NOTED.match(line)):
                    known.setdefault(mark[0], (number, line))
            self._lines_of_notes[source.path] = known
        return self._lines_of_notes[source.path].get(raw)

    def open_comment(self, place: Place) -> None:
        """A comment that begins here and does not end."""
        hint = "Put --> where the comment ends."
        self.fault("STR-042", place, "this comment is never closed, so learners would read it", hint, 4)

    def known_language(self, attributes: Attributes, place: Place) -> str:
        """The `lang` of braces; a fault when it is no tag of a language."""
        given = attributes.options.get("lang", "")
        if "lang" in attributes.options and not attributes.problem and not is_language(given):
            near = near_language(given)
            hint = f"Write {{lang={near}}}." if near else LANGUAGE_HINT
            fix = in_braces(place, rf"(?<=[=\s\"'“”‘’]){re.escape(given)}(?![\w-])", near)
            self.fault("STR-018", place, f'"{given}" is not the tag of a language', hint, fix=fix)
        return given

    def _filled(self, words: str, line: Line) -> str:
        """Plain words of a line with their variables put in; a fault for each that is not known."""
        variables = self.engine.variables
        for raw in variables.unknown(words):
            place = line.place(line.text.find(raw))
            self.fault("VAR-001", place, *variables.problem(raw), len(raw), variables.fix(raw))
        return variables.filled(words)

    def raw_html(self, raw: str, place: Place, meant: str = "") -> None:
        """HTML that cannot be used; `meant` says what a block of it was to be, where that is known."""
        name = re.match(r"</?([a-zA-Z][\w-]*)", raw)
        tag, first = name[1].lower() if name else "", raw.split("\n")[0]
        first = whole[0] if (whole := re.match(r"</?[a-zA-Z](?:\"[^\"]*\"|'[^']*'|[^<>\"'])*>", first)) else first
        if tag in {"script", "style", "iframe", "object", "embed"}:
            message = f"<{tag}> cannot stand in a course: it would not run, and a page of the course loads nothing from elsewhere"
        else:
            shown = first if len(first) <= _LONGEST_TAG else f"{first[:_LONGEST_TAG].rstrip()}…"
            message = f"the HTML tag {shown} cannot be used here"
        hint = hint_for(tag)
        if not name and not raw.startswith("<"):
            message = "these words stand behind a comment on its line, and learners would not see them"
            hint = "Put the comment on a line of its own, with a blank line below it."
        latest = self.diagnostics[-1] if self.diagnostics else None
        if tag == "summary" and latest and (latest.rule, latest.span.line) == ("A12", place.line):
            return  # it belongs to what is reported on this line
        if tag in {"details", "summary"}:
            message, hint = of_details(raw, meant)
        self.fault("A12", place, message, hint, len(first))


def in_braces(place: Place, written: str, meant: str) -> Edit | None:
    """Replace what matches the pattern `written` in the braces at a place; None without `meant` or another text there."""
    start = place.typed_column - 1
    braces = re.match(r"\{[^{}]*\}", place.excerpt[start:])
    found = re.search(written, braces[0], re.IGNORECASE) if braces and meant else None
    return place.source.swap(place.line, start + found.start() + 1, found[0], meant) if found else None
