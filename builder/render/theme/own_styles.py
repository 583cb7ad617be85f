"""THM-007: a style of the course's own is whole, loads nothing, leaves colours to course.yml and keeps the focus in sight."""

import re
from collections.abc import Iterator

from builder.model.diagnostics import Diagnostic, Span
from builder.model.look.palette import LIGHT
from builder.model.look.theme import OwnFile
from builder.model.rare_pattern import rare_pattern
from builder.model.rules import fault
from builder.render.theme.colour_words import COLOUR_WORDS

_TOKEN = rare_pattern(
    r"""(?P<comment>/\*.*?(?:\*/|\Z))|(?P<string>"(?:\\.|[^"\\\n])*(?:"|\Z|(?=\n))|'(?:\\.|[^'\\\n])*(?:'|\Z|(?=\n)))"""
    r"""|(?P<url>url\(\s*[^"')\s]*\s*\))|(?P<brace>[{}])""",
    re.DOTALL | re.IGNORECASE,
)
_LOADS = rare_pattern(r"@import\b|(?:-webkit-)?image-set\(|\bsrc\(|@font-face\b", re.IGNORECASE)
_ESCAPED = rare_pattern(r"\\(?:0{0,4}(?:[46][1-9a-f]|[57][0-9a]|2d)|[g-z])", re.IGNORECASE)
"""A letter or a hyphen written as an escape, behind which a name such as `url` would not be seen."""
_URL = rare_pattern(r"url\(\s*[\"']?\s*(?!#|data:image/|[\"']?\s*\))", re.IGNORECASE)
_DECLARATION = rare_pattern(r"(?<![\w-])(--)?([a-zA-Z][\w-]*)\s*:\s*([^;{}]*)(?=[;}]|\Z)")
_LITERAL = rare_pattern(
    r"#[0-9a-f]{3,8}\b|\b(?:rgba?|hsla?|hwb|lab|lch|oklab|oklch|color|color-mix|light-dark|device-cmyk)\(",
    re.IGNORECASE,
)
_COLOURED = rare_pattern(
    r"colou?r|^background|^border|^outline|^fill$|^stroke$|shadow$|^column-rule|^text-decoration|^caret"
)
_WEAKENS = frozenset({"opacity", "filter", "backdrop-filter", "mix-blend-mode", "forced-color-adjust"})
_TOKENS = frozenset({*LIGHT, "ring"})


def faults_of_style(own: OwnFile, ours: str = "") -> Iterator[Diagnostic]:
    """What is wrong with a style sheet; what stands word for word in `ours`, the sheet that it is added to, is right."""
    whole = list(_unclosed(own))
    yield from whole
    if whole:
        return
    plain = _TOKEN.sub(_blank, own.text)
    for found in _ESCAPED.finditer(plain):
        yield _fault(own, found.start(), found[0], f"{found[0]} stands for a letter", "Write the letter itself.")
    for found in _LOADS.finditer(plain):
        what = "fonts are named in course.yml, with their licence" if "font" in found[0] else "a style loads nothing"
        yield _fault(own, found.start(), found[0], f"{found[0]} cannot stand here: {what}", "Take it out.")
    for found in _URL.finditer(_TOKEN.sub(lambda m: _blank(m) if m["comment"] else m[0], own.text)):
        message = "this style loads a file, which the package does not have"
        yield _fault(
            own, found.start(), "url(", message, "Put the picture into the page, with its words, or leave it out."
        )
    known = {(where, found[0].strip()) for where, found in _declarations(_TOKEN.sub(_blank, ours))} if ours else set()
    for where, found in _declarations(plain):
        if (where, found[0].strip()) not in known:
            yield from _declared(own, found)


def _declarations(plain: str) -> Iterator[tuple[tuple[str, ...], re.Match[str]]]:
    """Each declaration of a sheet without comments and texts, and what stands before the braces that hold it."""
    where: list[str] = []
    begun = 0
    for brace in re.finditer(r"[{}]|\Z", plain):
        for found in _DECLARATION.finditer(plain, begun, brace.start()) if brace[0] != "{" else ():
            yield tuple(where), found
        if brace[0] == "{":
            before = plain[begun : brace.start()].rpartition(";")
            for found in _DECLARATION.finditer(plain, begun, begun + len(before[0])) if before[1] else ():
                yield tuple(where), found
            where.append(" ".join(before[2].split()))
        elif where:
            where.pop()
        begun = brace.end()


def _declared(own: OwnFile, found: re.Match[str]) -> Iterator[Diagnostic]:
    name, value, at = found[2].lower(), found[3], found.start(3)
    if found[1]:
        if found[2] in _TOKENS:
            message = f"the colour --{found[2]} is worked out from those in course.yml"
            yield _fault(
                own, found.start(), f"--{found[2]}", message, "Choose `accent`, `band`, `paper` or `ink` there."
            )
            return
        name = "color"  # what a name of the author's own is for, nobody knows
    if name in _WEAKENS and value.strip() not in {"1", "none", "auto", "normal"}:
        message = f"{name} changes colours in a way that nobody has checked"
        yield _fault(own, found.start(), name, message, "Take it out, or use another of the page's colours.")
    elif name in {"outline", "outline-style", "outline-width"} and re.match(r"\s*(?:none|0)", value):
        message = "without an outline nobody who uses the keyboard sees where they are"
        yield _fault(own, found.start(), name, message, "Take it out.")
    elif literal := _literal(name, value):
        message = f"{literal[1].rstrip('(')} is a colour that nobody has checked"
        hint = "Write one of the page's own, such as var(--accent), and choose that in course.yml."
        yield _fault(own, at + literal[0], literal[1], message, hint)


def _literal(name: str, value: str) -> tuple[int, str] | None:
    """Where a colour is written out in a value, and how; None when none is."""
    if found := _LITERAL.search(value):
        return found.start(), found[0]
    if not _COLOURED.search(name):
        return None
    words = (word for word in re.finditer(r"(?<![\w-])[a-zA-Z]+(?![\w(-])", value))
    return next(((word.start(), word[0]) for word in words if word[0].lower() in COLOUR_WORDS), None)


def _unclosed(own: OwnFile) -> Iterator[Diagnostic]:
    """Comments, texts and braces that are not closed: the rest of the sheet would be lost."""
    open_braces: list[int] = []
    for found in _TOKEN.finditer(own.text):
        text = found[0]
        if found["comment"] and not (text.endswith("*/") and len(text) > 3):
            yield _fault(own, found.start(), "/*", "this comment is never closed", "Write */ behind it.")
        elif found["string"] and (len(text) < 2 or text[-1] != text[0]):
            yield _fault(
                own, found.start(), text[0], "this quotation mark is never closed", f"Write {text[0]} behind the words."
            )
        elif text == "{":
            open_braces.append(found.start())
        elif text == "}" and not open_braces:
            yield _fault(own, found.start(), "}", "this } closes nothing", "Delete it.")
            return
        elif text == "}":
            open_braces.pop()
    if open_braces:
        yield _fault(own, open_braces[-1], "{", "this { is never closed", "Write } behind its last line.")


def _blank(found: re.Match[str]) -> str:
    """As many spaces, on as many lines; braces stay."""
    return found[0] if found["brace"] else re.sub(r"[^\n]", " ", found[0])


def _fault(own: OwnFile, at: int, written: str, message: str, hint: str) -> Diagnostic:
    before = own.text[:at]
    line = before.count("\n") + 1
    column = at - (before.rfind("\n") + 1) + 1
    excerpt = own.text.split("\n")[line - 1]
    return fault("THM-007", Span(own.path, line, column, len(written)), message, hint, excerpt)
