"""What Python-Markdown made of a run of text -> inline content, with every link, picture and note at its place."""

import re
import xml.etree.ElementTree as etree
from collections.abc import Iterator
from dataclasses import replace

from builder.model import content as values
from builder.model.content import (
    Abbreviation,
    Code,
    Element,
    Emphasis,
    Inline,
    Inlines,
    LineBreak,
    NoteReference,
    Span,
    Strong,
    Text,
    inline_words,
    inner_content,
)
from builder.model.content.dollars import bare
from builder.model.diagnostics import Fix
from builder.model.rare_pattern import rare_pattern
from builder.model.source_facts import Link, Passage, Picture
from builder.read.files.place import Place
from builder.read.markdown.attributes import Attributes
from builder.read.markdown.context import Context
from builder.read.markdown.figures import NEAR_DECORATIVE
from builder.read.markdown.inline.gap_marks import GAP_MARK
from builder.read.markdown.inline.locator import Locator
from builder.read.markdown.inline_parser.html_tags import Tag, nested, read_tag, without_entities
from builder.read.typography import typeset

_BEHIND_NOTE = rare_pattern(r"\([^\s()]+\)")
"""An address behind the mark of a footnote."""
_COLON_APART = rare_pattern(r"[ \t]+:[ \t]*")
_ID = re.compile(r"\{[ \t]*#([^\s{}]+)[ \t]*\}")
_DECORATIVE = rare_pattern(r"^\{\s*decorative\s*\}")


class InlineValues:
    """Makes the values of one run of text; what the rules will ask about is noted in the context."""

    def __init__(self, context: Context, locate: Locator) -> None:
        self.context = context
        self.locate = locate

    def content(self, element: etree.Element) -> Inlines:
        """What an element holds, in document order: addresses resolved, quotes set, abbreviations marked."""
        items: list[Inline | Tag] = []
        if element.text:
            self._add_words(typeset(element.text, self.context.language), items)
        for child in element:
            if (made := self._inline(child)) is not None:
                items.append(made)
            if child.tail:
                self._add_words(typeset(child.tail, self.context.language, _last_sign(made)), items)
        return nested(items)

    def _inline(self, element: etree.Element) -> Inline | None:
        match element.tag:
            case "em":
                return Emphasis(self.content(element))
            case "strong":
                return Strong(self.content(element))
            case "del" | "mark" | "sub":
                return Element(element.tag, self.content(element))
            case "code":
                return Code(element.text or "")
            case "br":
                return LineBreak()
            case "a":
                return self._link(element, self.content(element))
            case "img":
                return self._picture(element)
            case "sup":
                return self._note(element) if element.get("label") else Element("sup", self.content(element))
        language = element.get("lang") or ""
        with self.context.speaking(Attributes(options={"lang": language}) if language else None):
            return Span(self.content(element), language)

    def _add_words(self, words: str, items: list[Inline | Tag]) -> None:
        """Add words with their tags, and with the abbreviations that the module explains."""
        abbreviations = self.context.abbreviations
        if not abbreviations and "\x02" not in words and "\uffff" not in words:
            items.append(Text(words))
            return
        for number, piece in enumerate(abbreviations.split(words) if abbreviations else [words]):
            if number % 2:
                items.append(Abbreviation((Text(piece),), self.context.definitions.abbreviations[piece]))
            else:
                items += self._with_tags(piece)

    def _with_tags(self, text: str) -> Iterator[Inline | Tag]:
        for number, piece in enumerate(self.context.engine.split(text)):
            if number % 2 == 0 or piece.startswith("&"):
                yield from self._with_gaps(without_entities(piece) if number % 2 else piece)
            elif piece.startswith("$"):
                yield self._maths(piece)
            elif tag := read_tag(piece):
                yield self._filled(tag)

    def _maths(self, raw: str) -> Inline:
        place = self.locate(raw)
        return self.context.formula(raw, bare(raw), place, large=raw.startswith("$$"))

    def _filled(self, tag: Tag) -> Tag:
        """A tag with the variables of its values put in: after it was read, so that no value can end its attribute."""
        filled = self.context.engine.variables.filled
        return replace(tag, attributes=tuple((name, filled(value)) for name, value in tag.attributes))

    def _with_gaps(self, text: str) -> Iterator[Inline]:
        for number, piece in enumerate(GAP_MARK.split(text)):
            if number % 2:
                self.context.gaps.append(int(piece))
                yield values.Gap(len(self.context.gaps) - 1)
            elif piece:
                yield Text(piece)

    def _link(self, element: etree.Element, words: Inlines) -> Inline:
        address, title = element.get("written") or "", element.get("title") or ""
        place = self.locate(address)
        self._note_plain("tooltip", title, place, element)
        resolved = self.context.addresses.link(element.get("href") or "")
        if resolved.problem:
            fix = place.swap(address, resolved.meant) if resolved.meant else None
            if address.startswith("lang="):
                fix = place.moved(-1).swap(f"({address})", f"{{{address}}}")
            self._unresolved(resolved.problem, place, address, fix)
            return values.Link("#" + self.context.module, words, title)
        if resolved.remark:
            self._unresolved(resolved.remark, place, address, None)
        text = inline_words(words)
        self.context.links.append(Link(resolved.target, text, place.span(len(address)), place.excerpt, resolved.module))
        return values.Link(resolved.target, words, title, resolved.external, resolved.module)

    def _picture(self, element: etree.Element) -> Inline:
        address = element.get("written") or ""
        place = self.locate(address)
        alternative, caption = self._alternative(element), element.get("title") or ""
        self._note_plain("caption", caption, place, element)
        identifier = self._place_of_picture(element, place)
        decorative = bool(element.tail and _DECORATIVE.match(element.tail))
        if not decorative and element.tail and (near := NEAR_DECORATIVE.match(element.tail)):
            message = f"{near[0].strip()} means nothing here"
            hint = "Write {decorative} directly after the picture."
            behind = place.excerpt.find(f"){near[0]}", place.column - 1)
            fix = place.in_line(behind + 2).swap(near[0], "{decorative}") if behind >= 0 else None
            self.context.fault("PIC-002", place, message, hint, len(address), fix)
            decorative = True
        elif decorative and (alternative or caption):
            message = "this picture is marked as decorative, but has words, which nobody would hear"
            hint = "Delete the words: ![](file){decorative}, or delete {decorative}."
            self.context.fault("PIC-002", place, message, hint, len(address))
        if decorative:
            element.tail = _DECORATIVE.sub("", element.tail or "")
            identifier = identifier or self._place_of_picture(element, place)
        resolved = self.context.addresses.picture(element.get("href") or "")
        if resolved.problem or resolved.asset is None:
            if resolved.problem:
                fix = place.swap(address, resolved.meant) if resolved.meant else None
                self._unresolved(resolved.problem, place, address, fix)
            return values.Picture(address, alternative, caption=caption, id=identifier)
        asset, alternative = resolved.asset, typeset(alternative, self.context.language)
        span, said = place.span(len(address)), typeset(caption, self.context.language)
        self.context.pictures.append(Picture(asset, alternative, decorative, span, place.excerpt, said))
        width, height = (asset.width, asset.height) if asset.width and asset.height else (0, 0)
        return values.Picture(asset.name, "" if decorative else alternative, width, height, caption, identifier)

    def _note_plain(self, kind: str, said: str, place: Place, element: etree.Element) -> None:
        """Note what stands behind an address, which is plain words, for the rules; of a reference, `Context` notes it."""
        here = said and element.get("elsewhere") is None
        at = place.excerpt.find(said, place.typed_column) if here else -1
        if at >= 0:
            self.context.passages.append(Passage(kind, said, place.source.path, place.line, at + 1, place.line))

    def _place_of_picture(self, element: etree.Element, place: Place) -> str:
        """The id directly behind a picture; empty for none."""
        found = _ID.match(element.tail or "")
        if found is None:
            return ""
        element.tail = (element.tail or "")[found.end() :]
        behind = place.excerpt.find(found[0], place.column - 1)
        return self.context.own_id(found[1], place.in_line(behind + found.start(1) + 1))

    def _alternative(self, element: etree.Element) -> str:
        """The plain words between the brackets of a picture."""
        words = [self._plain(element.text)]
        for child in element:
            words += [child.text or "" if child.tag == "code" else self._alternative(child), self._plain(child.tail)]
        return "".join(words)

    def _plain(self, text: str | None) -> str:
        pieces = self.context.engine.split(text or "")
        pieces[1::2] = map(self._sign, pieces[1::2])
        return "".join(pieces)

    def _sign(self, piece: str) -> str:
        """Of tags and entities between words what can be read out: a letter, or a formula in plain signs."""
        if piece.startswith("$"):
            formula = self._maths(piece)
            return formula.said if isinstance(formula, values.Maths) else piece
        return without_entities(piece) if piece.startswith("&") else ""

    def _note(self, element: etree.Element) -> Inline | None:
        label = element.get("label") or ""
        if behind := _BEHIND_NOTE.match(element.tail or ""):
            element.tail = (element.tail or "")[behind.end() :]
            written = f"[^{label}]{behind[0]}"
            message = f"a footnote has no address, so learners would see {behind[0]} behind its number"
            hint = f"For a footnote write [^{label}] alone, for a link [{label}]{behind[0]}"
            self.context.fault("LNK-002", self.locate(written), message, hint, len(written))
            if label in self.context.definitions.footnotes:
                self.context.number_of_note(label)  # it is referred to, however wrongly
            return None
        if label not in self.context.definitions.footnotes:
            self._refuse_note(f"[^{label}]")
            return None
        number, first = self.context.number_of_note(label)
        return NoteReference(number, self.context.module, first)

    def _refuse_note(self, raw: str) -> None:
        place = self.locate(raw)
        for source in (place.source, self.context.source):
            if found := self.context.line_of_note(source, raw):
                number, line = found  # each reference gives the same fault, which is reported once
                message = f"the words of a note stand after {raw} and a colon"
                apart = line[len(raw) :]
                colon = _COLON_APART.match(apart)
                begins = raw + (colon[0] if colon else "")
                words = line[len(begins) :].strip()
                hint = f"Write: {raw}: {words[:60]}"
                fix = (begins, f"{raw}: " if colon and words else f"{raw}:")
                self.context.fault("LNK-002", Place(source, number, 1), message, hint, len(raw), fix)
                return
        hint = f"Add a line `{raw}: words of the note` at the end of the file."
        self.context.fault("LNK-002", place, f"there is no footnote {raw}", hint, len(raw))

    def _unresolved(self, problem: tuple[str, str, str], place: Place, address: str, fix: Fix) -> None:
        if "{{" in address and self.context.engine.current.variables:
            return  # it follows from the braces, which are reported
        rule, message, hint = problem
        self.context.fault(rule, place, message, hint, len(address), fix)


def _last_sign(node: Inline | None) -> str:
    """What quotes see before them, behind a piece of content."""
    match node:
        case Text(words=words) | values.TermLink(words=words) | Code(text=words) | values.Picture(alternative=words):
            return words[-1:] or " "
        case NoteReference(number=number):
            return str(number)
        case values.Maths():
            return node.said[-1:] or " "
        case values.Link(new_tab=True) | values.Gap():
            return "\x03"
        case None:
            return " "
    inner = inner_content(node)
    return _last_sign(inner[-1]) if inner else " "
