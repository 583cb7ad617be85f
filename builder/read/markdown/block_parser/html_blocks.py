"""Blocks of HTML (CommonMark 4.6)."""

import re

from builder.model.rare_pattern import rare_pattern
from builder.read.markdown.lines import Line, Node

_HTML_NAMED = rare_pattern(
    r" {0,3}</?(?:address|article|aside|base|basefont|blockquote|body|caption|center|col|colgroup|dd|details|dialog|dir"
    r"|div|dl|dt|fieldset|figcaption|figure|footer|form|frame|frameset|h[1-6]|head|header|hr|html|iframe|legend|li|link"
    r"|main|menu|menuitem|nav|noframes|ol|optgroup|option|p|param|search|section|summary|table|tbody|td|tfoot|th|thead"
    r"|title|tr|track|ul)(?:\s|/?>|$)",
    re.IGNORECASE,
)
_HTML_ANY = rare_pattern(
    r" {0,3}<(?:[a-z][a-z0-9-]*(?:\s+[a-z_:][\w.:-]*(?:\s*=\s*(?:[^\s\"'=<>`]+|'[^']*'|\"[^\"]*\"))?)*\s*/?|/[a-z][a-z0-9-]*\s*)>\s*$",
    re.IGNORECASE,
)
_HTML_PAIRS = (
    (
        rare_pattern(r" {0,3}<(?:script|pre|style|textarea)(?:\s|>|$)", re.I),
        re.compile(r"</(?:script|pre|style|textarea)>", re.I),
    ),
    (re.compile(r" {0,3}<!--"), re.compile(r"-->")),
    (re.compile(r" {0,3}<\?"), re.compile(r"\?>")),
    (re.compile(r" {0,3}<![A-Za-z]"), re.compile(r">")),
    (re.compile(r" {0,3}<!\[CDATA\["), re.compile(r"\]\]>")),
)
_BLANK = re.compile(r"^\s*$")


def read_html(lines: list[Line], at: int) -> tuple[Node, int] | None:
    """The block of HTML that a line begins, and the line behind it; None when it begins none."""
    end = html_end(lines[at].text, interrupting=False)
    if end is None:
        return None
    line = lines[at]
    node = Node("html", line.source, line.number, line.column + line.indent)
    for following in range(at, len(lines)):
        ends = end.search(lines[following].text)
        if ends and end is _BLANK:
            break
        node.lines.append(lines[following])
        if ends:
            break
    return node, at + len(node.lines)


def html_end(text: str, interrupting: bool) -> re.Pattern[str] | None:
    """What ends the HTML block that this line starts (CommonMark 4.6); None when it starts none."""
    for start, end in _HTML_PAIRS:
        if start.match(text):
            return end
    if _HTML_NAMED.match(text) or (not interrupting and _HTML_ANY.match(text)):
        return _BLANK
    return None
