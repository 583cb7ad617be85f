"""Lines of a block -> inline content, noted for the rules."""

import re
import xml.etree.ElementTree as etree
from collections.abc import Iterable

from builder.model import content
from builder.model.content import Fragment, Inline, Inlines, Text, inline_words, inner_content
from builder.model.diagnostics import Fix
from builder.model.rules import fault
from builder.model.source_facts import Passage, Picture
from builder.read.files.place import Place
from builder.read.language_tags import meant_language
from builder.read.markdown.attributes import Attributes
from builder.read.markdown.context import LANGUAGE_HINT, Context
from builder.read.markdown.inline.italics import is_slanted
from builder.read.markdown.inline.locator import Locator
from builder.read.markdown.inline.values import InlineValues
from builder.read.markdown.inline_parser.engine import ParsedText
from builder.read.markdown.lines import DEEPEST, Line
from builder.read.typography import typeset

_LOOKS = "Delete the braces: Satchel gives each part its looks. Behind words they name a language, such as {lang=cy}."
CODE = "\ufffc"
"""Stands for a piece of code in a passage: the rules are about words."""
_MARKED = re.compile(r"\.(?:mark|highlight|hl)\b")
"""A class that marks words."""
_REVIEWED = re.compile(r"\.(?:comment|paragraph)-|\.deletion\b")
"""What Pandoc makes of comments and of words that were taken out: they are not for learners."""
_SPECIAL = re.compile(r"[\\`*_\[\]<>&!{}$^\uffff]|==")
"""Signs that make a run of text more than words; three others stand at two places."""
_LOW = re.compile(r"~[^\s~]{0,8}~")


class InlineReader(Context):
    """Reads inline content."""

    def inlines(self, lines: list[Line]) -> Inlines:
        """Lines of a block -> inline content."""
        return self.fragment(lines).content

    def fragment(self, lines: list[Line], kind: str = "words") -> Fragment:
        """Lines of a block -> inline content and plain words, noted for the rules as a passage of that kind."""
        text = lines[0].text if len(lines) == 1 else "\n".join([line.text for line in lines])
        linker = self.terms if self.linking and kind == "paragraph" else None
        if linker and not linker.finds(typeset(text, self.language)):
            linker = None
        if (
            not linker
            and not _SPECIAL.search(text)
            and not ("~" in text and _LOW.search(text))
            and "  \n" not in text
            and not (self.abbreviations and self.abbreviations.search(text))
        ):
            words = typeset(text, self.language)
            uneven = "\n" in words or "  " in words or "\t" in words or "\xa0" in words
            plain = " ".join(words.split()) if uneven else words.strip()
            self.note_passage(kind, plain, lines)
            return Fragment((Text(words),) if words else (), plain)
        pictures = len(self.pictures)
        made = self._made(text, lines)
        if linker:
            made = linker.link(made)
        if len(self.pictures) > pictures and not (kind == "paragraph" and is_picture_alone(made)):
            self._refuse_captions(self.pictures[pictures:])
        plain = inline_words(made)
        said = inline_words(made, CODE) if "`" in text or "\uffff" in text or "$" in text else plain
        self.note_passage(kind, said, lines)
        if said and lines and is_slanted(made):
            self.italics.append(self.passages[-1])
        return Fragment(made, plain)

    def _made(self, text: str, lines: list[Line]) -> Inlines:
        """The content of a text that is more than words; its words alone when it is nested too deeply."""
        try:
            parsed = self.engine.parse(text)
            locate = Locator(lines)
            self._refuse(parsed, locate)
            self._refuse_braces(parsed, locate)
            if "<!--" in text and "\\<!--" not in text and _shows_comment(parsed.root):
                self.open_comment(locate("<!--"))
            made = InlineValues(self, locate).content(parsed.root)
        except RecursionError:
            made = None
        if made is not None and (len(text) < DEEPEST or is_flat(made)):
            return made
        message = f"tags or signs are nested more than {DEEPEST} deep here"
        hint = "Close each tag and each pair of stars before the next one begins."
        self.fault("STR-004", lines[0].place(), message, hint)
        return (Text(" ".join(text.split())),)

    def _refuse_braces(self, parsed: ParsedText, locate: Locator) -> None:
        """Braces behind `[words]` that say something else than a language."""
        for raw, attributes in parsed.braces:
            place = locate(raw)
            if attributes.problem or attributes.id or set(attributes.options) != {"lang"}:
                hint, fix = _instead_of(raw, place)
                self.fault("STR-018", place, f"{raw} means nothing here", hint, len(raw), fix)
            else:
                self.known_language(attributes, place)

    def _refuse(self, read: ParsedText, locate: Locator) -> None:
        """HTML that cannot be used, languages in it that do not exist, and variables that are not known."""
        for tag in read.tags:
            if not tag.startswith("</"):
                self.raw_html(tag, locate(tag))
        for raw, tag in read.languages:
            self.known_language(Attributes(options={"lang": tag}), locate(raw))
        for raw in read.variables:
            whole = raw.startswith("{{") and raw.endswith("}}")
            place = locate(raw) if whole else locate.alone(raw)
            message, hint = self.engine.variables.problem(raw)
            self.fault("VAR-001", place, message, hint, len(raw), self.engine.variables.fix(raw))

    def _refuse_captions(self, pictures: Iterable[Picture]) -> None:
        """Pictures in a sentence, a heading or a cell."""
        for picture in pictures:
            if picture.caption:
                message = "only a picture that stands alone has a caption: here it could be seen only with a mouse"
                hint = "Put the picture into a paragraph of its own, or write the words of the caption into the text."
                self.diagnostics.append(fault("PIC-001", picture.span, message, hint, picture.excerpt))

    def note_passage(self, kind: str, text: str, lines: list[Line]) -> None:
        """Note words for the rules."""
        if text and lines:
            first = lines[0]
            column = first.place().typed_column
            self.passages.append(Passage(kind, text, first.source.path, first.number, column, lines[-1].number))


def is_flat(inlines: Inlines) -> bool:
    """Whether nothing in some content is nested more than 40 deep: what reads and writes it goes into it step by step."""
    level: list[Inline] = list(inlines)
    for _ in range(DEEPEST):
        level = [inner for node in level for inner in inner_content(node)]
        if not level:
            return True
    return False


def is_picture_alone(inlines: Inlines) -> bool:
    """Whether content is a picture and nothing else."""
    return len(inlines) == 1 and isinstance(inlines[0], content.Picture)


def _instead_of(raw: str, place: Place) -> tuple[str, Fix]:
    """What to write in place of braces behind `[words]`, and that change where it is sure."""
    if meant := meant_language(raw):
        return f"Write {{lang={meant}}}.", (raw, f"{{lang={meant}}}")
    if "lang" in raw or not re.search(r"[{ ][.#][\w-]|=", raw):
        return LANGUAGE_HINT, None
    if _REVIEWED.search(raw):
        return "Delete it with the words between its brackets: a comment, or words that were taken out.", None
    words = _bracketed(place.excerpt, place.typed_column - 1)
    if not words:
        return _LOOKS, None
    instead = f"=={words}==" if _MARKED.search(raw) and "=" not in words else words
    fix = place.moved(-len(words) - 2).swap(f"[{words}]{raw}", instead)
    return f"Write {instead} alone: Satchel gives each part its looks.", fix


def _bracketed(excerpt: str, at: int) -> str:
    """The words between the brackets that end at a place of a line; empty where other brackets stand in them."""
    opening = excerpt.rfind("[", 0, at)
    words = excerpt[opening + 1 : at - 1] if opening >= 0 and excerpt[at - 1 : at] == "]" else ""
    behind = excerpt[opening - 1 : opening] if opening else ""
    return "" if "]" in words or behind.isalnum() or not words.strip() else words


def _shows_comment(root: etree.Element) -> bool:
    """Whether the beginning of a comment is left in the words, code not counted."""
    own = ((element.text if element.tag != "code" else "", element.tail) for element in root.iter())
    return any("<!--" in (text or "") for texts in own for text in texts)
