"""Boxes and folded parts, as forges and other tools write them: `> [!NOTE]`, `!!! note`, `::: note`, `/// note`.

Only what is plain is read: a box whose end is missing, or whose word says that it is laid out or run, is left and
reported.
"""

import re
from typing import TYPE_CHECKING

from builder.model.content.dollars import FORMULA
from builder.model.rare_pattern import rare_pattern
from builder.read.markdown.block_parser.details import read_details
from builder.read.markdown.inline_parser.html_tags import without_entities
from builder.read.markdown.lines import Line, Node

if TYPE_CHECKING:
    from builder.read.markdown.block_parser.parser import BlockParser

_ALERT = rare_pattern(r"\[![ \t]*([^\W\d_][\w-]*(?: [\w-]+){0,3})[ \t]*(?:\|[^\[\]]*)?\]([-+]?)[ \t]*:?[ \t]*")
"""What stands behind a bar is about looks in Obsidian."""
_ADMONITION = rare_pattern(
    r"(!!!|\?\?\?)(\+?)[ \t]*(?=\S)(?:([A-Za-z][\w-]*)[ \t]*(?:inline(?: end)?[ \t]*)?)?"
    r"(?:[\"“]([^\"”]*)[\"”][ \t]*|['‘]([^'’]*)['’][ \t]*)?$"
)
_COLONS = rare_pattern(
    r"(:{3,})[ \t]*(?:\{([^{}]*)\}|([A-Za-z][\w-]*))[ \t]*(?:\[([^\]]*)\]|([^:{}\[\]]*))[ \t]*:*[ \t]*$"
)
_PART = r"(?:#[\w:.-]+|[A-Za-z][\w-]*=(?:\"[^\"]*\"|'[^']*'|[^\s\"'{}]+))"
_IN_BRACES = rare_pattern(rf"[ \t]*(?:{_PART}[ \t]+)*\.?(?P<word>[A-Za-z][\w-]*)(?:[ \t]+{_PART})*[ \t]*$")
"""One word that says what the box is, and in any order around it an id and what is set: of looks, or its title."""
_COLONS_END = re.compile(r"(:{3,})[ \t]*$")
_SLASHES = rare_pattern(r"/{3,}[ \t]*([A-Za-z][\w-]*)[ \t]*(?:\|[ \t]*(.*?))?[ \t]*$")
_SLASHES_END = re.compile(r"/{3,}[ \t]*$")
_SET = rare_pattern(r"(?: {4}|\t)[ \t]*([a-z]+):[ \t]*([\w-]*)")
"""A setting of a box between slashes, directly below its beginning."""
_DIRECTIVE = rare_pattern(r"\{([A-Za-z][\w-]*)\}[ \t]*(.*?)[ \t]*$")
_TITLE = rare_pattern(r"title=(?:\"([^\"]*)\"|(\S+))")
_OPTION = re.compile(r":[a-z-]+:(?:[ \t]|$)")
IMG = rare_pattern(r" {0,3}<img\b([^<>]*?)/?>([ \t]*\{[^{}]*\})?[ \t]*$", re.IGNORECASE)
"""A picture that stands alone as a tag: its attributes, and the braces behind it."""
_VALUE = rare_pattern(r"([a-z-]+)=(?:\"([^\"]*)\"|'([^']*)')", re.IGNORECASE)
_SIGN = re.compile(r"[\\`*_\[\]~^=$!\"]")
"""Signs that mean something among the words of a picture, or end its title."""

FOLDED = frozenset({"details", "solution", "hint", "spoiler", "dropdown", "collapse", "toggle"})
"""Words between colons that begin what is folded."""
_BETWEEN_COLONS = FOLDED | frozenset(
    {
        *("note", "info", "tip", "important", "warning", "attention", "caution", "danger", "error", "admonition"),
        *("callout", "callout-note", "callout-tip", "callout-important", "callout-warning", "callout-caution"),
        *("challenge", "discussion", "prereq", "prerequisites", "objectives", "keypoints", "questions", "testimonial"),
        *("checklist", "abstract", "summary", "example", "question", "success", "exercise", "seealso", "remember"),
    }
)
"""Words between colons that are plain: Docusaurus, VitePress, MyST, Quarto, Pandoc, the Carpentries."""


def as_alert(quote: Node) -> Node:
    """A quotation that begins with `[!NOTE]` as a box; any other as it is."""
    first = quote.children[0] if quote.children else None
    if first is None or first.kind != "paragraph" or not (match := _ALERT.match(first.lines[0].text)):
        return quote
    box = _box(quote, match[1], {"-": "closed", "+": "open"}.get(match[2], ""))
    box.lines = _title(first.lines[0].cut(match.end()))
    box.children = quote.children[1:]
    if rest := first.lines[1:]:
        below = Node("paragraph", rest[0].source, rest[0].number, rest[0].column, rest)
        box.children = [below, *box.children]
    return box


def read_admonition(lines: list[Line], at: int, depth: int, parser: "BlockParser") -> tuple[Node, int] | None:
    """`!!! note "Title"` with indented lines below; `???` is folded (MkDocs)."""
    first = lines[at]
    match = _ADMONITION.match(first.text.rstrip())
    if not match:
        return None
    end = at + 1
    while end < len(lines) and (lines[end].blank or lines[end].indent >= 4):
        end += 1
    while lines[end - 1].blank:
        end -= 1
    if end == at + 1:
        return None
    folded = ("open" if match[2] else "closed") if match[1] == "???" else ""
    box = _box(Node("box", first.source, first.number, first.column), match[3] or "note", folded)
    if match[4] or match[5]:
        group = 4 if match[4] else 5
        box.lines = [first.part(match.start(group), match[group])]
    inner = [line.cut(min(4, len(line.text))) for line in lines[at + 1 : end]]
    box.children = parser.blocks(inner, depth + 1)
    return box, end


def read_colons(lines: list[Line], at: int, depth: int, parser: "BlockParser") -> tuple[Node, int] | None:
    """`::: note` up to the colons that end it."""
    first = lines[at]
    match = _COLONS.match(first.text.rstrip())
    if not match:
        return None
    named = _IN_BRACES.match(match[2]) if match[2] else None
    word = (named["word"] if named else match[3] or "").lower()
    end = parser.paired(lines, _pairs_of_colons).get(at) if word in _BETWEEN_COLONS else None
    if end is None:
        return None
    title = _TITLE.search(match[2] or "")
    if title:
        group = 1 if title[1] is not None else 2
        titled = [first.part(match.start(2) + title.start(group), title[group])]
    else:
        group = 4 if match[4] else 5
        titled = _title(first.part(match.start(group), match[group])) if match[group] else []
    is_folded = word in FOLDED or 'collapse="true"' in first.text or "collapse=true" in first.text
    box = _box(
        Node("box", first.source, first.number, first.column), word.removeprefix("callout-"), "closed" * is_folded
    )
    box.children = parser.blocks(_without_options(lines[at + 1 : end], box), depth + 1)
    if not titled and box.children and box.children[0].kind == "heading" and box.children[0].lines:
        titled = box.children.pop(0).lines
    box.lines = titled
    return box, end + 1


def read_slashes(lines: list[Line], at: int, depth: int, parser: "BlockParser") -> tuple[Node, int] | None:
    """`/// note | Title` up to the slashes that end it (blocks of PyMdown Extensions)."""
    first = lines[at]
    match = _SLASHES.match(first.text.rstrip())
    word = match[1].lower() if match else ""
    end = parser.paired(lines, _pairs_of_slashes).get(at) if word in _BETWEEN_COLONS else None
    if not match or end is None:
        return None
    begin = at + 1
    given: dict[str, str] = {}
    while begin < end and (setting := _SET.match(lines[begin].text)):
        given[setting[1]] = setting[2].lower()
        begin += 1
    kind = given.get("type", "")
    folded = ("open" if given.get("open") == "true" else "closed") if word in FOLDED else ""
    box = _box(
        Node("box", first.source, first.number, first.column), kind if kind and word not in FOLDED else word, folded
    )
    box.lines = _title(first.part(match.start(2), match[2])) if match[2] else []
    box.children = parser.blocks(lines[begin:end], depth + 1)
    return box, end + 1


def _pairs_of_slashes(lines: list[Line]) -> dict[int, int]:
    """Each line that begins what slashes hold -> the line of those that end it."""
    return _pairs(lines, "///", _SLASHES_END)


def _pairs_of_colons(lines: list[Line]) -> dict[int, int]:
    """Each line that begins what colons hold -> the line of those that end it."""
    return _pairs(lines, ":::", _COLONS_END)


def _pairs(lines: list[Line], sign: str, ending: re.Pattern[str]) -> dict[int, int]:
    pairs: dict[int, int] = {}
    opened: list[int] = []
    fence = ""
    for index, line in enumerate(lines):
        text = line.text.strip() if sign in line.text or "```" in line.text or "~~~" in line.text else ""
        if text.startswith(("```", "~~~")):
            fence = "" if fence and text.startswith(fence) else fence or text[:3]
        elif not fence and text.startswith(sign):
            if not ending.match(text):
                opened.append(index)
            elif opened:
                pairs[opened.pop()] = index
    return pairs


def as_directive(fence: Node, depth: int, parser: "BlockParser") -> Node:
    """A fence that begins `{note}` (MyST) as a box; any other as it is."""
    match = _DIRECTIVE.match(fence.info)
    if not match or match[1].lower() not in _BETWEEN_COLONS or not fence.closed:
        return fence
    box = _box(fence, match[1], "closed" if match[1].lower() in FOLDED else "")
    if match[2]:
        first = Line(fence.source, fence.line, 1, fence.typed)
        at = fence.typed.rindex(match[2])
        box.lines = [first.part(at, match[2])]
    box.children = parser.blocks(_without_options(fence.lines, box), depth + 1)
    return box


def _without_options(lines: list[Line], box: Node) -> list[Line]:
    """The lines of a box without those that say how MyST sets it: `:class: dropdown` folds it, all others are looks."""
    first = next((at for at, line in enumerate(lines) if not _OPTION.match(line.text)), len(lines))
    if any("dropdown" in line.text for line in lines[:first]):
        box.folded = "closed"
    return lines[first:]


def read_img(lines: list[Line], at: int, depth: int, parser: "BlockParser") -> tuple[Node, int] | None:
    """`<img src="..." alt="...">` alone on its line as a picture; its looks are left out. Without words it is reported."""
    line = lines[at]
    picture = picture_of(line.text)
    if not picture:
        return None
    text = line.part(line.indent, picture)
    return Node("paragraph", line.source, line.number, text.column, [text]), at + 1


def picture_of(tag: str) -> str:
    """The picture that a tag with the braces behind it shows, in markdown; empty when it lacks its file or its words."""
    match = IMG.match(tag)
    named = {name.lower(): one or other for name, one, other in _VALUE.findall(match[1])} if match else {}
    if not match or not named.get("src") or not named.get("alt"):
        return ""
    # The words of an attribute are plain: no sign among them means what it means in markdown (HTML 13.1.2.3).
    words, title = _escaped(named["alt"]), _SIGN.sub(r"\\\g<0>", named.get("title", ""))
    behind = f' "{title}"' if title else ""
    return f"![{words}](<{named['src']}>{behind}){match[2] or ''}"


def _escaped(words: str) -> str:
    """Words in which no sign means anything but a formula, `$y$`: who hears the words would hear its dollars."""
    pieces, done = [], 0
    for formula in FORMULA.finditer(words):
        pieces += [_SIGN.sub(r"\\\g<0>", words[done : formula.start()]), without_entities(formula[0])]
        done = formula.end()
    return "".join([*pieces, _SIGN.sub(r"\\\g<0>", words[done:])])


def read_tag(lines: list[Line], at: int, depth: int, parser: "BlockParser") -> tuple[Node, int] | None:
    """A part that opens and closes, or a picture, in the tags of HTML."""
    return read_details(lines, at, depth, parser) or read_img(lines, at, depth, parser)


def _box(node: Node, word: str, folded: str) -> Node:
    return Node("box", node.source, node.line, node.column, info=word.lower(), folded=folded)


def _title(line: Line) -> list[Line]:
    line = line.stripped().ended()
    return [] if line.blank else [line]
