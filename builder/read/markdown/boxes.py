"""Boxes, folded parts and quotations with a source -> values."""

import re
from collections.abc import Sequence
from typing import TYPE_CHECKING

from builder.did_you_mean import is_slip
from builder.model.content import Callout, Details, Inlines, Quote, Span, Text, TextBlocks
from builder.model.rare_pattern import rare_pattern
from builder.read.files.place import Place
from builder.read.markdown.block_parser.boxes import FOLDED
from builder.read.markdown.block_parser.details import UNNAMED
from builder.read.markdown.labels import near_label
from builder.read.markdown.lines import Line, Node

if TYPE_CHECKING:
    from builder.read.markdown.block_reader import Reader

_KINDS = {
    **dict.fromkeys(["note", "info", "seealso"], "note"),
    **dict.fromkeys(["tip", "hint"], "tip"),
    "important": "important",
    **dict.fromkeys(["warning", "attention"], "warning"),
    **dict.fromkeys(["caution", "danger", "error"], "caution"),
}
"""What a box is called -> its kind. Any other is a note with its word as the title."""
_UNNAMED = frozenset({*_KINDS, "admonition", "callout", "box", "div"})
"""Words that say no more than the kind does."""
_WORDS = {"keypoints": "Key points", "prereq": "Prerequisites", "seealso": "See also", "faq": "FAQ", "tldr": "In short"}
"""Words that are not written as they are said."""
_NO_SLIPS = frozenset({"warming", "wanting", "warding", "importance", "solutions", "collage", "spoilers", "detail"})
"""Words that are nearly one of these, and say something else."""
_SHORT = 5
"""Letters from which on one of them may be left out or another."""
SOURCE = rare_pattern(r"Source:[ \t]*(?=\S)", re.IGNORECASE)
_EMPTY_SOURCE = rare_pattern(r"Source:[ \t]*$", re.IGNORECASE)
_QUOTED = frozenset({"quote", "cite", "quotation", "blockquote"})
"""What a box is called that holds what somebody said."""
_SOURCE_WORDS = {
    "Source": frozenset(
        ["sources", "source of this", "ffynhonnell", "źródło", "джерело", "quelle", "fuente", "fonte", "المصدر", "مصدر"]
    )
}
"""What authors write in place of `Source:`."""


def box_of(node: Node, reader: "Reader") -> Callout | Details | Quote:
    """A box, or a folded part, from its block of markdown; one that is called a quotation, with its source, is one."""
    word = node.info
    if is_quotation(node):
        return quote_of(node, reader)
    if word == UNNAMED:
        reader.raw_html("<details>", node.place(), UNNAMED)
        node.info = "details"
    _note_misspelt(node, reader)
    title = _title(node, reader)
    inner = _inside(node.children, reader)
    if word != UNNAMED and not node.children and (node.folded or not node.lines):
        what = "part that opens" if node.folded else "box"
        hint = "Write its text on the next line, with > before it as before this one. Or delete it."
        if not node.typed.lstrip().startswith(">"):
            hint = "Write its text between its beginning and its end. Or delete both."
        reader.fault("STR-050", node.place(), f"there is nothing in this {what}", hint)
    if word in FOLDED and node.folded:
        return Details(title, inner, node.folded == "open")
    return Callout(_KINDS.get(word, "note"), inner, title, node.folded)


def _note_misspelt(node: Node, reader: "Reader") -> None:
    """STR-011: a word that was meant to be that of another kind of box: `> [!WARNNG]` would be a note."""
    word = node.info
    sign = f"[!{word}]"
    at = node.typed.lower().find(sign)
    known = (*_KINDS, *FOLDED, *_QUOTED)
    if at < 0 or word in known or word in _NO_SLIPS or _KINDS.get(word.removesuffix("s")) == "note":
        return
    if meant := next((one for one in known if _is_misspelt(word, one)), ""):
        typed = node.typed[at : at + len(sign)]
        kind = meant.upper() if typed[2:-1].isupper() else meant
        message = f"“{typed}” is no kind of box, so this would be a note"
        note = "a note, write [!NOTE]" if node.lines else f"a title of your own, write > [!NOTE] {word.capitalize()}"
        hint = f"Did you mean [!{kind}]? For {note}"
        place = Place(node.source, node.line, at + 1)
        reader.fault("STR-011", place, message, hint, len(typed), (typed, f"[!{kind}]"))


def _is_misspelt(word: str, meant: str) -> bool:
    """Whether a word is another one with a slip of the hand; in a short word two letters change places, or one is there twice."""
    if word[:1] != meant[:1]:
        return False
    if len(meant) < _SHORT:
        return sorted(word) == sorted(meant) or re.sub(r"(.)\1", r"\1", word) == meant
    return is_slip(word, meant, 8)


def _title(node: Node, reader: "Reader") -> Inlines:
    """The words of its title, in their language; what its word says where it has none."""
    lines, attributes = reader.braces(node.lines)
    with reader.speaking(attributes):
        words = reader.inlines(lines) if lines else _word(node.info, bool(node.folded))
    language = reader.language_of(attributes)
    if language and not lines:
        message = "these braces give a language to a title, and there are no words before them"
        hint = "Write a title before them. Or put {lang=" + language + "} at the end of each paragraph in the box."
        reader.fault("STR-018", attributes.place, message, hint)  # type: ignore[union-attr]
    return (Span(words, language),) if language and lines else words


def _word(word: str, folded: bool) -> Inlines:
    """What a box is called by its word alone. A part that opens has no sign of its kind, so it always has a name."""
    if word in _UNNAMED and not (folded and word in FOLDED):
        return ()
    return (Text(_WORDS.get(word, word.replace("-", " ").capitalize())),)


def _inside(nodes: Sequence[Node], reader: "Reader") -> TextBlocks:
    """The blocks in a box or a quotation."""
    before, reader.boxed = reader.boxed, True
    made = reader.blocks(nodes)
    reader.boxed = before
    return made


def is_quotation(box: Node) -> bool:
    """Whether a box is a quotation with its source: it is called one, and has no title of its own."""
    return box.info in _QUOTED and not (box.lines or box.folded) and _source_of(box) is not None


def _source_of(node: Node) -> re.Match[str] | None:
    """How the last paragraph of a quotation begins, where it says whose words they are."""
    last = node.children[-1] if len(node.children) > 1 else None
    found: re.Match[str] | None = SOURCE.match(last.lines[0].text) if last and last.kind == "paragraph" else None
    return found


def _note_near_source(lines: list[Line], apart: bool, reader: "Reader") -> None:
    """Report the last paragraph of a quotation that was meant as its source, names none, or has it in its last line.

    `apart`: other blocks stand above it.
    """
    line, alone = lines[-1], len(lines) == 1
    if not alone and SOURCE.match(line.text):
        quoted = line.typed[: line.column - 1].rstrip()
        fix = line.in_line(1).swap("", f"{quoted}\n") if quoted.endswith(">") else None
        message = "the source of a quotation is a paragraph of its own, and this goes on with the words above it"
        reader.fault("STR-048", line.place(), message, "Put a line with > alone above it.", len("Source:"), fix)
    if not (alone and apart):
        return
    if _EMPTY_SOURCE.match(line.text):
        message, hint = (
            "this quotation names no source",
            "Write whose words they are behind Source:, or delete the line.",
        )
        reader.fault("STR-050", line.place(), message, hint, len(line.text.rstrip()))
        return
    name, width = near_label(line.text, _SOURCE_WORDS)
    words = line.text[width:].strip()
    if name and words:
        label = line.text[:width].rstrip()
        message = f"the source of a quotation begins with Source:, and this with {label}"
        reader.fault("STR-048", line.place(), message, f"Write: Source: {words[:60]}", len(label))


def _begun_with_three(end: Node) -> tuple[int, str] | None:
    """Where the box begins that ends with `>>>`, and what stands there behind its signs; None for a quotation."""
    for number in range(end.line - 1, 0, -1):
        line = end.source.line(number).strip()
        if line.startswith(">>>"):
            return (number, line[3:].strip()) if line[3:].lstrip().startswith("[!") else None
    return None


def quote_of(node: Node, reader: "Reader") -> Quote:
    """A quotation; its last paragraph may begin with `Source:`."""
    if not node.children:
        message, hint = "there is nothing in this quotation", "Write the words behind the >, or delete it."
        if node.typed.strip() == ">>>":
            message = "three signs alone begin or end a quotation in GitLab, and hold nothing here"
            hint = "Delete them, and write > before each line of the quotation."
            if begun := _begun_with_three(node):
                message = "three signs end a box in GitLab, and hold nothing here"
                hint = f"Delete this line. Write > {begun[1]} on line {begun[0]}, and > before each line between."
        reader.fault("STR-050", node.place(), message, hint)
    last, found = node.children[-1:], _source_of(node)
    if found is None:
        if last and last[0].kind == "paragraph":
            _note_near_source(last[0].lines, len(node.children) > 1, reader)
        return Quote(_inside(node.children, reader))
    lines: list[Line] = [last[0].lines[0].cut(found.end()), *last[0].lines[1:]]
    content = _inside(node.children[:-1], reader)
    words, attributes = reader.braces(lines)
    with reader.speaking(attributes):
        source = reader.inlines(words)
    language = reader.language_of(attributes)
    return Quote(content, (Span(source, language),) if language else source)
