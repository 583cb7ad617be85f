"""Blocks that hold no other block: headings, dividers, code (CommonMark 4.1 to 4.5)."""

import re

from builder.model.content.control_characters import UNSEEN
from builder.model.content.dollars import FORMULA
from builder.model.rare_pattern import rare_pattern
from builder.read.markdown.attributes import trailing_attributes
from builder.read.markdown.block_parser.html_blocks import html_end
from builder.read.markdown.lines import Line, Node

_ATX = re.compile(r"^ {0,3}(#{1,6})(?:[ \t]+(.*?))??(?:[ \t]+#+)?[ \t]*$")
_HIDDEN = rare_pattern(rf"[\s{UNSEEN}]*([A-Za-z]+)[{UNSEEN}]*:")
"""A word with its colon, which may begin a block, and what stands around it and is not seen."""
UNDERLINE = re.compile(r"^ {0,3}(=+|-+)[ \t]*$")
"""What stands below the words of a heading (CommonMark 4.3, setext)."""
RULE = re.compile(r"^ {0,3}(?:(?:\*[ \t]*){3,}|(?:-[ \t]*){3,}|(?:_[ \t]*){3,})$")
"""A divider."""
_FENCE = re.compile(r"^ {0,3}(`{3,}(?=[^`]*$)|~{3,})[ \t]*(.*?)[ \t]*$")
_OWN_DOLLARS = rare_pattern(r"\\\$|(?<=\{)[^{}$]*\$[^{}$]*\$(?=[^{}$]*\})")
"""Dollars inside of a formula: `\\$`, and those of a formula among its words."""
_SIGN = rare_pattern(r"\\[A-Za-z]|[\^_=]")
MOST_LINES = 50
"""Lines of a formula; behind a sign that is never closed no more of them are looked at."""
QUOTE = re.compile(r"^ {0,3}>")
"""How a line of a quotation begins."""
ITEM = re.compile(r"^( {0,3})([-+*]|[0-9]{1,9}[.)])(?=[ \t]|$)")
"""How an entry of a list begins (CommonMark 5.2): figures of other scripts begin none, and are reported."""


def read_heading(lines: list[Line], at: int) -> tuple[Node, int] | None:
    """A heading that begins with number signs."""
    match = _ATX.match(lines[at].text)
    if not match:
        return None
    line = lines[at]
    node = Node("heading", line.source, line.number, line.column + line.indent, level=len(match[1]))
    if match[2]:
        words, hidden = match[2], 0
        if not words.isascii() and (word := _HIDDEN.match(words)):
            words = f"{word[1]}:{words[word.end() :]}"
            hidden = len(match[2]) - len(words)
        node.lines = [line.part(match.start(2) + hidden, words)]
    return node, at + 1


def read_rule(lines: list[Line], at: int) -> tuple[Node, int] | None:
    """A divider."""
    line = lines[at]
    if not RULE.match(line.text):
        return None
    return Node("rule", line.source, line.number, line.column + line.indent), at + 1


def read_fence(lines: list[Line], at: int) -> tuple[Node, int] | None:
    """Code between two fences, or from one to the end."""
    opening = lines[at]
    match = _FENCE.match(opening.text)
    if not match:
        return None
    mark, width = match[1], opening.indent
    node = Node("code", opening.source, opening.number, opening.column + width, info=match[2], closed=False)
    closing = re.compile(rf" {{0,3}}{re.escape(mark[0])}{{{len(mark)},}}[ \t]*$")
    at += 1
    while at < len(lines):
        if closing.match(lines[at].text):
            node.closed = True
            at += 1
            break
        node.lines.append(lines[at].cut(min(width, lines[at].indent)))
        at += 1
    return node, at


def read_maths(lines: list[Line], at: int) -> tuple[Node, int] | None:
    """A formula between two lines `$$`, or on lines that begin and end with them; a blank line ends none."""
    opening = lines[at]
    if opening.indent > 3 or not opening.text.startswith("$$", opening.indent):
        return None
    node = Node("maths", opening.source, opening.number, opening.column + opening.indent)
    for following in range(at, min(at + MOST_LINES, len(lines))):
        line = lines[following].stripped()
        if line.blank:
            return None
        node.lines.append(line)
        closed = trailing_attributes(line.text.rstrip())[0]
        if closed.endswith("$$") and (following > at or len(closed) > 4):
            whole = "\n".join([*(line.text for line in node.lines[:-1]), closed]).strip()
            several = following > at and (node.lines[0].text.rstrip() == "$$" or _SIGN.search(whole))
            alone = several or FORMULA.fullmatch(whole)
            inside = _OWN_DOLLARS.sub("", whole[2:-2])
            return (node, following + 1) if alone and "$" not in inside and inside.strip() else None
    return None


def read_indented(lines: list[Line], at: int) -> tuple[Node, int]:
    """Code that is indented by four spaces."""
    node = Node("code", lines[at].source, lines[at].number, lines[at].column + 4)
    while at < len(lines) and (lines[at].blank or lines[at].indent >= 4):
        node.lines.append(lines[at].cut(min(4, len(lines[at].text))))
        at += 1
    while node.lines[-1].blank:
        node.lines.pop()
        at -= 1
    return node, at


def interrupts(line: Line) -> bool:
    """Whether a line ends the paragraph above it (CommonMark 4.8 and the rules of each block)."""
    text = line.text
    if line.indent >= 4:
        return False
    if _ATX.match(text) or RULE.match(text) or _FENCE.match(text) or QUOTE.match(text):
        return True
    if match := ITEM.match(text):
        filled = bool(text[match.end() :].strip())
        return filled and (not match[2][0].isdigit() or match[2][:-1] == "1")
    return html_end(text, interrupting=True) is not None
