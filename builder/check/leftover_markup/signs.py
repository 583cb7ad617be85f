"""STR-031 and STR-032: signs of the author's format that a learner would see."""

import re
from collections.abc import Iterator
from dataclasses import replace
from functools import partial
from itertools import islice

from builder.check.foreign.masking import PLAIN
from builder.check.foreign.questions.boxes_to_tick import box_remedy, box_with_dash
from builder.check.indented_words import check_indented
from builder.check.leftover_markup.stars import stars_beside_marks
from builder.check.places import excerpt_of, find_sign
from builder.model.blocks import Watch
from builder.model.content.control_characters import ODD_SPACES, UNSEEN
from builder.model.course import Course, Module
from builder.model.diagnostics import Diagnostic, Edit, Report, Span
from builder.model.rare_pattern import rare_pattern
from builder.model.rules import fault, swap
from builder.model.source_facts import Passage
from builder.remembered import Remembered

MOST = 20
"""Signs of one passage that are looked at: a page full of them is reported in a few."""

_HIDDEN = f"{ODD_SPACES}{UNSEEN}"
_TITLE = r"(?:\s+[\"“”'‘’][^()\[\]]*)?"
"""What may stand behind the address of a picture: its caption."""
_ADDRESS = rf"(?:https?:|mailto:|www\.|#[A-Za-z]|[^\s()]+\.[A-Za-z]\w{{1,4}}(?:#[\w-]*)?{_TITLE}\))"
_REMAINS = re.compile(
    r"(?<!\])\[[ xX]?\](?!\w)|\{\{|\{#|\{lang=|\{(?:decorative|row-heads)\b|:::|\]\(|(?:(?<=\s)|^)#{2,6}(?=\s|$)|^#{2,6}"
    rf"|\][ {_HIDDEN}]+\((?={_ADDRESS})|\[[^\[\]()]*\((?={_ADDRESS}[^\]]*(?:\[|$))"
    r"|\[\[|\]\]|(?:(?<=\s)|^)\[[A-Z][A-Z0-9&]{2,}s?\]:(?=\s)"
    r"|(?<![*\d\s])\*\*(?!\*)|(?<!\*)\*\*(?![*\s\d]|(?<=\.\d\*\*)[).,;]|(?<=\.\d\d\*\*)[).,;]|(?<=\.\d{3}\*\*)[).,;])"
    rf"|\)\[(?=[^\s()\[\]:]+\.[A-Za-z]\w{{1,4}}(?:#[\w-]*)?{_TITLE}\])"
    r"|(?:(?<=\s)|^)\*\* (?=[^\W\d_]{2}[^*]{0,100}\*\*(?![*\w]))"
    r"|(?<![\w\])])\[[^\[\]\n]{1,80}\]\[(?!\^)[^\[\]\n]{0,60}\](?![(\[])"
    r"|<!-?(?!\w)|`(?=\S)|(?:(?<=\s)|^)\*\[[A-Z][\w&]+\](?=\s)"
)
_MEANT = {
    "[[": "A gap is [[words]] in a block that begins `## Fill: ...`, and a link is [words](address)",
    "]]": "A gap is [[words]] in a block that begins `## Fill: ...`",
    "[": "An option is a line such as `- [x] words` below a heading `## Quiz: ...`",
    "{": "Put {#my-id} at the end of a heading, and {lang=cy} at the end of a paragraph; a variable is {{name}}",
    ":": "A block is a heading such as `## Quiz: ...`; it needs no other sign",
    ")": "A link is [words](address), with its words between square brackets",
    "]": "A link is [words](address), without a space between, and closed",
    "#": "A heading stands alone on its line, with `## ` at its beginning",
    ">": "Feedback begins with > under the first letter of its option, two spaces from the margin",
    "<": "A comment begins with <!-- and ends with -->",
    "`": "Code stands between two backticks",
    "*": "Bold words have two stars on either side: **words**",
}
_LANGUAGE = rare_pattern(r"(\{lang=[\w-]*)(\})?")
_MORE_THAN_LANGUAGE = rare_pattern(r"\{lang=[\s=]*(?P<tag>[A-Za-z][\w-]*)(?P<rest>[^{}]*)\}")
"""Braces that are closed, and hold more than the language."""
_ENTRY = rare_pattern(
    r"\s*(?:>\s?)*(?:(?:[-*+]|\d{1,9}[.)])\s+)?(?:\[[ xX]?\]\s+)?(?:(?:Hint|Table|Description|Example|Worked answer):\s*)?"
)
"""What stands before the words of a line."""
_JOINED = rare_pattern(r"(?<=[^\s{}#])\{[ \t]*(?:#[^\s{}]+|row-heads)[^{}]*\}[ \t]*$")
"""An id or a setting at the end of a heading or of a caption, which lacks the space before it."""
_NAMED = rare_pattern(r"[\s>]*(?:#{1,6}[ \t]|Table:)")
_QUOTE = rare_pattern(r"[\s>]*>(?= )")
_PICTURE = rare_pattern(rf"!(?:\s*\[([^\[\]]*)\][\s{_HIDDEN}]+\(([^()]+)\)|\s*\(([^()]+)\)\s*\[([^\[\]]+)\])")
"""A picture whose brackets stand apart, or are in each other's place."""
_APART = rare_pattern(rf"![\s{_HIDDEN}]+(\[[^\[\]]*\]\([^()]+\.(?:png|jpe?g|gif|webp|svg)\b[^()]*\))", re.IGNORECASE)
"""A picture whose exclamation mark stands apart, so that it is a link."""
_SPACED = rare_pattern(r"(?<!\S)\*\*(?: +([^*]*[^*\s]) *|([^*\s](?:[^*]*[^*\s])?) +)\*\*(?![*\w])")


def first_sign(words: str) -> str:
    """The first sign of the format that would be left in words without markup; "" when there is none."""
    match = _REMAINS.search(words)
    return match[0] if match else ""


def check_remains(course: Course, read: Report, kept: Remembered | None = None) -> Iterator[Diagnostic]:
    """Every sign of markdown that is left; none at the place of an error that reading reported (`read`).

    With `kept`, modules that have not changed are not looked through.
    """
    told: dict[tuple[str, int], list[range]] = {}
    for error in read.errors:
        span = error.span
        place = range(span.column, span.column + max(span.length, 1))
        told.setdefault((span.path, span.line), []).append(place)
    for found in _remains(course, kept):
        places = told.get((found.span.path, found.span.line), ())
        end = found.span.column + max(found.span.length, 1)
        if not any(found.span.column < place.stop and place.start < end for place in places):
            yield found


def _remains(course: Course, kept: Remembered | None) -> Iterator[Diagnostic]:
    for passage in course.facts.passages:
        if passage.kind == "setting":
            yield from _left(course.facts.sources.get(passage.path, ()), passage)
    for module in course.pages:
        look = partial(_of_module, module)
        yield from kept.get("remains", module, (), look) if kept else look()


def _of_module(module: Module) -> tuple[Diagnostic, ...]:
    return tuple(_in_module(module))


def _in_module(module: Module) -> Iterator[Diagnostic]:
    astray: set[Passage] = set()
    places: set[Span] = set()
    for passage in module.facts.passages:
        if passage.kind == "indented":
            yield from check_indented(module, passage)
        elif passage.kind not in {"code", *PLAIN}:
            for found in stars_beside_marks(module.facts.sources.get(passage.path, ()), passage):
                astray.add(passage)
                if found.span not in places:  # a row of a table is the line of each of its cells
                    places.add(found.span)
                    yield found
        if passage.text[:1] == "!" and passage.kind not in {"code", "indented"}:
            yield from _apart(module.facts.sources.get(passage.path, ()), passage)
    text = "\n".join([passage.text for passage in module.facts.passages])
    if (
        "[" in text
        or "{" in text
        or "#" in text
        or "*" in text
        or ":::" in text
        or ">" in text
        or "`" in text
        or "<!" in text
    ):
        for passage in module.facts.passages:
            if passage.kind not in {"code", "indented"}:
                yield from _left(module.facts.sources.get(passage.path, ()), passage, passage in astray)
    for block in module.blocks:
        if isinstance(block, Watch):
            yield from _film(module, block)


def _apart(lines: tuple[str, ...], passage: Passage) -> Iterator[Diagnostic]:
    """A passage that begins with a picture whose exclamation mark stands apart."""
    line = lines[passage.line - 1]
    if found := _APART.match(line, passage.column - 1):
        message = "the exclamation mark of this picture stands apart from it, so a learner would see a link"
        span = Span(passage.path, passage.line, passage.column)
        yield fault("STR-031", span, message, f"Write: !{found[1]}", line, (found[0], f"!{found[1]}"))


def _left(lines: tuple[str, ...], passage: Passage, astray: bool = False) -> Iterator[Diagnostic]:
    """The signs left in a passage; one that the author escaped with a backslash is meant.

    `astray`: stars that end nothing are reported already.
    """
    for number in range(passage.line + 1, passage.last + 1 if passage.kind not in PLAIN else 0):
        # Below the first line of its container, only a > that is indented too far is still there.
        line = lines[number - 1]
        lead = _QUOTE.match(line)
        if lead and len(lead[0]) >= passage.column:
            yield _fault(Span(passage.path, number, lead.end()), ">", line)
            return
    place = (passage.line, passage.column - 1)
    opened: set[str] = set()
    for match in islice(_REMAINS.finditer(passage.text), MOST):
        sign = match[0].strip()
        if (sign == "**" and (astray or (sign in opened and not _SPACED.match(passage.text, match.start())))) or (
            sign == "]]" and "[[" in opened
        ):
            continue  # the other end of what was reported
        if found := find_sign(lines, passage, match, place, passage.kind in PLAIN):
            opened.add(sign)
            number, column = place = found
            span, excerpt = Span(passage.path, number, column, len(match[0])), lines[number - 1]
            if passage.kind in PLAIN:
                yield _in_setting(span, match[0], excerpt, passage.kind)
            else:
                yield _fault(span, match[0], excerpt)


def _film(module: Module, film: Watch) -> Iterator[Diagnostic]:
    for words in (film.link_text, film.original, film.described_because):
        if match := _REMAINS.search(words):
            yield _fault(film.span, match[0], excerpt_of(module, film.span))
            return


def _language(span: Span, sign: str, excerpt: str) -> str:
    """What to write where the language of a word is not behind brackets, or its braces are not closed."""
    found = _LANGUAGE.match(excerpt, span.column - 1) if sign == "{lang=" else None
    if found is None:
        return ""
    if more := _MORE_THAN_LANGUAGE.match(excerpt, span.column - 1) if not found[2] else None:
        return f"Only the language stands between these braces: write {{lang={more['tag']}}}"
    if not found[2]:
        return f"The closing }} is missing: write {found[1]}}}"
    if whole := _before_language(excerpt, span.column - 1):
        return f"Write [{whole}]{found[0]}: here a language stands directly behind square brackets"
    words = re.search(r"\[?([^\s\[\]{}]+)\]?$", excerpt[: span.column - 1])
    return f"Write [{words[1]}]{found[0]}, with all of the words between the brackets" if words else ""


def _before_language(excerpt: str, at: int) -> str:
    """The words of an option, a label or a cell before a space and braces; empty for other places."""
    before = excerpt[:at]
    words = before[_ENTRY.match(before).end() :].rpartition("|")[2].strip()  # type: ignore[union-attr]
    return words if before[-1:].isspace() and words and not set(words) & set("[]{}") else ""


def _picture(span: Span, sign: str, excerpt: str) -> tuple[str, Edit | None]:
    """How to write a picture whose brackets a sign stands between, and that change; empty for other signs."""
    if sign[:1] not in {"]", ")"}:
        return "", None
    found = next((match for match in _PICTURE.finditer(excerpt) if match.start() < span.column <= match.end()), None)
    if found is None:
        return "", None
    words, address = (found[1], found[2]) if found[2] else (found[3], found[4])
    mended = f"![{words}]({address})"
    return mended, swap(replace(span, column=found.start() + 1), excerpt, found[0], mended)


def _spaced(sign: str, excerpt: str, column: int) -> str:
    """How to write bold words that stand apart from their stars; empty for other signs."""
    found = _SPACED.match(excerpt, column - 1) if sign.strip() == "**" else None
    return f"Bold words stand directly between their stars: **{found[1] or found[2]}**" if found else ""


def _joined(span: Span, excerpt: str) -> str:
    """What to write where braces at the end of a heading or a caption lack the space before them; empty elsewhere."""
    found = _JOINED.match(excerpt, span.column - 1) if _NAMED.match(excerpt) else None
    return f"Write a space before it: {found[0].rstrip()}" if found else ""


def _meaning(sign: str) -> str:
    if sign == "{row-heads":
        return "It stands at the end of the line above a table: Table: the name of the table {row-heads}"
    if "][" in sign:
        name = sign.rpartition("][")[2].rstrip("]") or sign[1 : sign.index("]")]
        return f"A link with a name needs a line [{name}]: address in the same file; otherwise write [words](address)"
    if sign.endswith("]:"):
        return f"An abbreviation begins with a star: *{sign} what it stands for"
    if sign.startswith("*["):
        return f"An abbreviation has a colon: {sign}: what it stands for"
    if sign.endswith("("):
        return _MEANT["]"]
    return _MEANT.get(sign) or _MEANT[sign[0]]


def _fault(span: Span, sign: str, excerpt: str) -> Diagnostic:
    mended, change = _picture(span, sign, excerpt)
    if mended:
        message = "a learner would see these signs in place of the picture"
        return fault("STR-031", span, message, f"Write: {mended}", excerpt, change)
    itself = "write \\`" if sign == "`" else "put it between backticks"
    remedy = (
        _joined(span, excerpt)
        or _language(span, sign, excerpt)
        or _spaced(sign, excerpt, span.column)
        or _meaning(sign)
    )
    remedy = box_remedy(span, sign, excerpt) or remedy
    hint = f"{remedy}. To show the sign itself, {itself}."
    shown = re.sub(f"[{UNSEEN}]", "", sign).strip()
    message = f"a learner would see “{shown}” here"
    return fault("STR-031", span, message, hint, excerpt, _mended(span, sign, excerpt))


def _mended(span: Span, sign: str, excerpt: str) -> tuple[str, str] | Edit | None:
    """What is written at a sign, and what to write instead, where that is sure."""
    if len(sign) > 2 and sign[0] == "]" and sign[-1] == "(" and sign[1] != "[":
        return sign, "]("
    if sign.endswith("]:"):
        return sign, f"*{sign}"
    if sign.startswith("*["):
        return sign, f"{sign}:"
    if _joined(span, excerpt):
        return sign, f" {sign}"
    if sign.strip() == "**" and (spaced := _SPACED.match(excerpt, span.column - 1)):
        return spaced[0], f"**{spaced[1] or spaced[2]}**"
    if box := box_with_dash(span, sign, excerpt):
        return box
    if sign == "{lang=" and (braces := _LANGUAGE.match(excerpt, span.column - 1)) and braces[2]:
        words = _before_language(excerpt, span.column - 1)
        start = excerpt.rfind(words, 0, span.column - 1) if words else -1
        written = excerpt[start : braces.end()]
        return swap(replace(span, column=start + 1), excerpt, written, f"[{words}]{braces[0]}") if start >= 0 else None
    if sign == "{lang=" and (open_ := _LANGUAGE.match(excerpt, span.column - 1)) and not open_[2]:
        if more := _MORE_THAN_LANGUAGE.match(excerpt, span.column - 1):
            return (more[0], f"{{lang={more['tag']}}}") if not more["rest"].strip() else None
        return open_[1], f"{open_[1]}}}"
    return None


def _in_setting(span: Span, sign: str, excerpt: str, kind: str) -> Diagnostic:
    hint = f"{PLAIN[kind]} plain words, without signs of markdown: delete the sign."
    if sign == "{lang=" and kind == "setting":
        hint = "Here the language of all words stands behind them, as in: title: Bore da {lang=cy}"
    return fault("STR-031", span, f"a learner would see “{sign}” here", hint, excerpt)
