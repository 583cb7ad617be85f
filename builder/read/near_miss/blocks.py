"""Faults of a module's markdown that no block reader would see: what looks like one thing and is another."""

import re
from collections.abc import Iterator, Sequence

from builder.model.content.control_characters import UNSEEN
from builder.model.diagnostics import Diagnostic, Fix
from builder.model.rare_pattern import rare_pattern
from builder.read.files.place import Place
from builder.read.markdown.block_parser.leaves import ITEM, QUOTE
from builder.read.markdown.context import Context
from builder.read.markdown.lines import DEEPEST, Line, Node
from builder.read.near_miss.attributes import note_near_braces
from builder.read.near_miss.tables import (
    note_names_below,
    note_near_table,
    note_parted_tables,
    note_spaced_tables,
    note_tabs,
)

_NO_SPACE = rare_pattern(r"^(#{1,6})(?=[^\s#\d!])")
_TAGS = rare_pattern(r"(?:#[^\W\d_][\w/-]*[ \t]*){2,}$")
"""A line of tags, as note books have them."""
_TAGGED = rare_pattern(
    r"#(?:[^\W\d_][a-z]+[A-Z]\w*(?![^\s,.;:!?])|[^\W\d_]\w+,?[ \t].*(?:[.…]['\"”’)]*[ \t]*$|(?<=\s)#[^\W\d_]))"
)
"""A sentence that begins with a tag, such as `#MeToo`: learners read it as it is."""
_HASHES = rare_pattern(r" {0,3}#{1,6}[ \t]+\S")
_ODD_SPACE = rare_pattern(r"^(#{1,6})[\u00a0\u2000-\u200b\u202f\u3000\ufeff]\s*(?=[^\s\d#])")
_ENTRY = rare_pattern(r"([-+•·–—]|\d{1,2}[.)])(?=[^\W\d_])")
_NUMBER = rare_pattern(r"\d{1,2}[.)](?= +[^\W\d_])")
_LISTED = frozenset("-+•·–—0123456789")
_BEHIND_UNSEEN = rare_pattern(
    rf"(?=[^{UNSEEN}]{{0,9}}[{UNSEEN}])[{UNSEEN} ]*"
    rf"(?:(?:#{{1,6}}|[-*+:=>]|\d{{1,3}}[{UNSEEN}]*[.)])[{UNSEEN}]*[ \t]|(?<=[{UNSEEN} ])(?:\*\*|\||`{{3}}|:{{3}}|!\[))"
)
"""Signs without a width, which come with text from the web, in front of a sign of markdown or directly behind it."""
_UNSEEN = rare_pattern(f"[{UNSEEN}]+")
_SIGNS = frozenset("#:") | _LISTED
"""First characters of lines of a paragraph that may have been meant as something else."""
_MEANING = rare_pattern(r":[^\W\d_][\w-]*(?![\w:-])")
_SETTING = rare_pattern(r"(?:id|title|summary|presenters|language)\s*:", re.IGNORECASE)
_LABEL = rare_pattern(r"^(?: {4,}|\t+)((?:Example|Hint|Worked answer|Description|Table):)(?=\s)")
_WORDS = rare_pattern(r"[\w*\[(“\"‘'`¿¡]")
"""What words of a heading begin with; behind anything else nobody can tell what was typed."""
_BOX = rare_pattern(r"\[(?:NOTE|TIP|WARNING|CAUTION|IMPORTANT)\]")
"""How a box begins in AsciiDoc, which has lines of equals signs above and below its text."""
_MARKED = frozenset({"list", "item", "quote", "box", "footnote", "definition", "definitions"})


def note_structure(nodes: Sequence[Node], title_from_body: bool, context: Context) -> None:
    """Report unclosed fences, underlined headings, a second title, headings without a space, tables without a head."""
    parted: set[int] = set()
    boxed = False
    for index, (node, listed) in enumerate(_all(nodes, parted, context)):
        if node.kind == "code" and not node.closed:
            message = "this code block is never closed, so everything below it became code"
            fence = node.typed.strip()[:3]
            context.fault("STR-013", node.place(), message, f"Put a line {fence} where the code ends.", 3)
        elif node.kind == "code" and node.lines and (match := _LABEL.match(node.typed)):
            hint = (
                f"Write at the margin, with a blank line above it: {match[1]} {node.typed[match.end() :].strip()[:60]}"
            )
            message = f"{match[1]} is indented, so it is shown as code"
            text = node.typed
            fix = node.in_line(1).swap(text, text.lstrip()) if len(node.lines) == 1 else None
            context.fault("QUE-013", node.place(), message, hint, len(match[1]), fix)
        elif node.kind == "heading" and _is_underlined(node) and (boxed or _begins_box(node)):
            if not boxed:
                _box(node.lines[0], context)
            boxed = not boxed
        elif node.kind == "heading":
            _heading(node, title_from_body and index == 0, listed, context)
        elif node.kind == "paragraph":
            _paragraph(node, listed, id(node) in parted, title_from_body and index == 0, context)


def _all(nodes: Sequence[Node], parted: set[int], context: Context) -> Iterator[tuple[Node, bool]]:
    """The blocks and those inside them, in the order of the source, and whether an entry of a list holds them.

    Notes in `parted` the ids of blocks that are rows of a table with blank lines in it, which are reported together.
    """
    parted |= {id(nodes[index]) for index in note_parted_tables(nodes, context)}
    note_names_below(nodes, context)
    note_spaced_tables(nodes, context)
    waiting = [(node, False) for node in reversed(nodes)]
    while waiting:
        node, listed = waiting.pop()
        yield node, listed
        if node.kind in _MARKED:
            parted |= {id(node.children[index]) for index in note_parted_tables(node.children, context)}
            waiting.extend((child, node.kind == "item") for child in reversed(node.children))


def _begins_box(node: Node) -> bool:
    return len(node.lines) == 1 and _BOX.fullmatch(node.lines[0].text) is not None


def _is_underlined(node: Node) -> bool:
    """Whether a line of equals signs makes a heading."""
    below = Place(node.source, node.lines[-1].number + 1, 1).excerpt.strip() if node.info == "setext" else ""
    return below.startswith("====")


def _box(line: Line, context: Context) -> None:
    name = line.text.strip("[]")
    message = f"“{line.text}” begins a box in AsciiDoc; here it would be a heading"
    hint = f"Write > [!{name}] in its place, and > before each line of the text. Delete the lines of equals signs."
    context.fault("STR-031", line.place(), message, hint, len(line.text))


def is_near_title(node: Node) -> bool:
    """Whether a module begins with its title, but for the space behind the sign: `#Welcome`."""
    text = node.lines[0].text if node.kind == "paragraph" else ""
    return not _is_tagged(text) and any(
        (match := pattern.match(text)) is not None and match[1] == "#" for pattern in (_NO_SPACE, _ODD_SPACE)
    )


def titles_reported_once(diagnostics: Sequence[Diagnostic]) -> list[Diagnostic]:
    """All but titles in the entries of a question, which says itself that its words would not be read."""
    places = {d.span for d in diagnostics if d.rule != "STR-015"}
    return [d for d in diagnostics if d.rule != "STR-015" or d.span not in places]


def _heading(node: Node, is_title: bool, listed: bool, context: Context) -> None:
    if node.info == "setext":
        below = Place(node.source, node.lines[-1].number + 1, 1)
        mark = below.excerpt.strip()
        fix: Fix = None
        if lacks_first_dashes(node):
            fix = below.source.swap(1, 1, "", "---\n")
            message = "these settings have no line of dashes above them, which makes them text"
            hint = "Begin the file with a line --- above the first setting."
        elif mark.startswith("-"):
            message = "this line of dashes stands directly under text, which makes that text a heading"
            hint = "Put a blank line above it to end the block, or write the heading as ## Heading."
        else:
            message = "this line of equals signs makes the text above it a heading"
            hint = "Write headings as ## Heading; the title of the module stands in the front matter."
        context.fault("STR-014", below, message, hint, len(mark), fix)
    elif node.level == 1 and not is_title:
        hint = "Write ## for a heading inside a module. The title stands in the front matter: title: ..."
        message = "a module has one title, and it is in the front matter"
        fix = None if not node.lines or not _WORDS.match(node.lines[0].text) else ("#", "##")
        if node.lines and listed:
            fix, words = ("#", "\\#"), node.lines[0].text.strip()[:60]
            hint = f"Write \\# {words} to show the sign. A heading stands at the margin: ## {words}"
        elif node.lines and _is_list_of_textile(node):
            fix, words = None, node.lines[0].text.strip()[:60]
            hint = f"Write ## {words} for a heading inside a module. If it is an entry of a numbered list, as in Textile, write 1. {words}"
        context.fault("STR-015", node.place(), message, hint, fix=fix)
    elif not node.lines:
        context.fault(
            "A04",
            node.place(),
            "this heading has no words",
            "Write its words after the #, or delete it.",
            node.level,
        )
    else:
        note_near_braces(node.lines[-1], True, context)


def _is_list_of_textile(node: Node) -> bool:
    """Whether a heading stands directly above or below another one of its level, with nothing but headings between."""
    for step in (-1, 1):
        at = node.line + step
        while _HASHES.match(node.source.line(at)):
            if node.source.line(at).lstrip().startswith("# "):
                return True
            at += step
    return False


def lacks_first_dashes(node: Node) -> bool:
    """Whether a file begins with settings and their closing dashes, which made a heading of them."""
    return node.line == 1 and node.info == "setext" and bool(_SETTING.match(node.lines[0].text))


def _no_space(sign: str) -> str:
    if sign in "•·–—":
        return "an entry of a list begins with a dash and a space"
    return f"an entry of a list needs a space after its {'number' if sign[0].isdigit() else sign}"


def _in_an_entry(lines: Sequence[Line], first: Line, context: Context) -> None:
    """Lines that were meant as the next entry of a list, and became words of the one above."""
    for line in lines:
        if line is first or line.text[0] not in _LISTED:
            continue
        fix = None
        if match := _ENTRY.match(line.text):
            message = _no_space(match[1])
            fix = (match[1], f"{_sign(match)} ")
            hint = f"Write: {_sign(match)} {line.text[match.end() :][:60]}"
        elif match := _NUMBER.match(line.text):
            message = "this line is part of the entry above it"
            hint = f"Begin it as far left as the other entries: {line.text[:60]}"
        else:
            continue
        context.fault("STR-045", line.place(), message, hint, match.end(), fix)


def _is_tagged(text: str) -> bool:
    """Whether a line begins with a tag and not with a heading."""
    return bool(_TAGS.match(text) or _TAGGED.match(text))


def _sign(match: re.Match[str]) -> str:
    """The sign that an entry was meant to begin with."""
    return "-" if match[1] in "•·–—" else match[1]


def _entries(lines: Sequence[Line], first: Line, context: Context) -> None:
    """Lines that were meant as entries of a list, or as a definition, and lack the space behind their sign."""
    found = [(line, match) for line in lines if line.text[0] in _LISTED and (match := _ENTRY.match(line.text))]
    # One alone would make an entry of the lines below it.
    fix = [line.place().swap(match[1], f"{_sign(match)} ") for line, match in found]
    for line, match in found if len(found) > 1 else ():
        message = _no_space(match[1])
        hint = f"Write: {_sign(match)} {line.text[match.end() :][:60]}"
        context.fault("STR-045", line.place(), message, hint, match.end(), fix)
    for line in lines if context.module != "glossary" else ():  # there a rule of its own reports it
        if line is not first and line.text[0] == ":" and _MEANING.match(line.text):
            message = "a definition needs a space after its colon"
            context.fault("STR-045", line.place(), message, f"Write: : {line.text[1:61]}", fix=(":", ": "))


def _paragraph(node: Node, listed: bool, parted: bool, is_title: bool, context: Context) -> None:
    first, last = node.lines[0], node.lines[-1]
    if QUOTE.match(first.text) or (
        first.text.lstrip()[:1].isascii() and ITEM.match(first.text)
    ):  # anywhere else it would have begun a block
        message = f"quotations, lists or boxes stand more than {DEEPEST} deep in each other here"
        hint = "Begin this at the margin, or under a heading of its own."
        context.fault("STR-004", first.place(), message, hint)
    if "{" in last.text or "lang" in last.text:
        note_near_braces(last, False, context)
    if not parted and any("|" in line.text for line in node.lines):
        note_near_table(node, context)
    elif "\t" in node.lines[0].text:
        note_tabs(node, context)
    signed = [line for line in node.lines if line.text[:1] in _SIGNS]
    if signed:
        (_in_an_entry if listed else _entries)(signed, node.lines[0], context)
    for line in node.lines:
        if not line.text.isascii() and (match := _BEHIND_UNSEEN.match(line.text)):
            plain = _UNSEEN.sub("", match[0])
            rest = plain + line.text[match.end() :]
            message = "a sign that nobody sees stands at the beginning of this line, so its signs are words"
            hint = f"Delete the line, and type it again: {rest.strip()[:60]}"
            delete = (match[0], plain)
            context.fault("STR-016" if "#" in plain else "STR-045", line.place(), message, hint, 1, delete)
    for line in signed:
        if line.text[0] == "#" and not _is_tagged(line.text) and (match := _NO_SPACE.match(line.text)):
            words = line.text[match.end() :]
            hashes = (
                "##" if match[1] == "#" and not (is_title and line is first) else match[1]
            )  # the title stands above
            message = "a heading needs a space after its #"
            hint = f"Write: {hashes} {words[:60]}"
            if hashes != match[1] and " " not in words.strip():
                hint += " . If it is a tag, delete it: a course has none"
            fix = (match[1], f"{hashes} ") if _WORDS.match(words) else None
            context.fault("STR-016", line.place(), message, hint, match.end(), fix)
        elif line.text[0] == "#" and (match := _ODD_SPACE.match(line.text)):
            message = "the space after this # is a no-break space, so this line is not a heading"
            hashes = "##" if match[1] == "#" and not (is_title and line is first) else match[1]
            hint = f"Delete that space and type it again: {hashes} {line.text[match.end() :][:60]}"
            context.fault("STR-016", line.place(), message, hint, match.end(), (match[0], f"{hashes} "))
