"""Words and codes of a translation -> the characters of the file: signs that mean something are escaped."""

import json
import re
from collections.abc import Callable, Collection

from builder.model.content.dollars import FORMULA
from builder.translate.segment import Segment, Tokens

Chosen = Callable[[Segment], Tokens]
"""What stands in place of a segment: its translation, or its own words."""

_SIGNS = re.compile(r"[\\`*\[\]]|(?<!\w)_|_(?!\w)|<(?=[A-Za-z/!?])|&(?=#?\w+;)|[~^$]|=(?==)|\{|!(?=\[)")
_LEADING = re.compile(r"^([-+>#=:|~]|\d{1,9}(?=[.)](?:\s|$)))")
# In every language such words may be, or seem to be, a label: `Hint:`, `Awgrym:`. With a backslash they are words.
_LABEL = re.compile(r"^([\w’' -]{1,30})(?=:)")
_PASSAGE_END = re.compile(r"[^\s}](?=\s*\Z|[ \t]*\n[ \t]*(?:\n|[-*+] |\d+[.)] ))")
_ESCAPED = re.compile(r"\\([!-/:-@\[-`{-~])")
_CODE = re.compile(r"(`+)(?!`).*?(?<!`)\1(?!`)", re.DOTALL)
"""Code among words, in which a backslash stands for itself."""
_NEW_LINE = re.compile(r"[ \t]*\n\s*")
_BETWEEN_WORDS = {"\\": "}\\backslash\\text{"}
"""Signs that words of a formula cannot hold stand between two pieces of them."""
_CUE = {"&": "&amp;", "<": "&lt;", ">": "&gt;"}
_NAMED = {**_CUE, "\\": "&#92;"}


def rendered(segment: Segment, chosen: Chosen, prefix: str = "", first: bool = True, language: str = "") -> str:
    """The characters of a segment in its style. `prefix` begins each further line; `first`: a block begins with it.

    `language`: that of a setting, where it is to say it. Otherwise a segment that keeps its words is written as the
    source has it, to the byte.
    """
    if not language and all(chosen(one) == one.tokens for one in segment.every()) and not _readdressed(segment):
        return segment.raw
    text = _assembled(segment, chosen, prefix, first)
    if segment.style in {"yaml", "yaml-markdown"}:
        return json.dumps(_said_in(language, text) if language else text, ensure_ascii=False)
    if segment.style == "title":
        formulas = {
            "".join(part if isinstance(part, str) else rendered(part, chosen) for part in code.before)
            for code in segment.codes
            if code.kind == "formula"
        }
        return _quoted(text, segment.raw, formulas)
    return text


def _quoted(words: str, raw: str, formulas: Collection[str]) -> str:
    """Words as the value of an attribute or the title of a link: between quotes of which they have none, the source's first."""
    words = " ".join(words.split("\n"))
    pieces, done = [], 0
    # Of a picture that is a tag a formula among the words is read; one that the source lacks is words.
    for formula in FORMULA.finditer(words):
        pieces += [_named(words[done : formula.start()])]
        pieces += [
            re.sub("[<>]", lambda sign: _CUE[sign[0]], formula[0])
            if formula[0] in formulas
            else _named(formula[0]).replace("$", "&#36;")
        ]
        done = formula.end()
    text = "".join([*pieces, _named(words[done:])])
    for sign in ("'" if raw.startswith("'") else '"', '"', "'"):
        if sign not in text:
            return f"{sign}{text}{sign}"
    return '"{}"'.format(text.replace('"', "&quot;"))


def _named(words: str) -> str:
    return re.sub(r"[<>\\]|&(?=#?\w+;)", lambda match: _NAMED[match[0]], words)


def _said_in(language: str, text: str) -> str:
    """Words of a setting, each paragraph and each entry of a list with the mark of their language behind it."""
    return _PASSAGE_END.sub(rf"\g<0> {{lang={language}}}", text)


def _readdressed(segment: Segment) -> bool:
    """Whether an address in it is written otherwise in the translated course."""
    return any(
        isinstance(part, str) and part not in segment.raw and code.kind in {"link", "picture"}
        for one in segment.every()
        for code in one.codes
        for part in (*code.before, *code.after)
        if not (isinstance(part, str) and part.startswith("]["))
    )


def _assembled(segment: Segment, chosen: Chosen, prefix: str, first: bool) -> str:
    made: list[str] = []
    gaps = 0
    for token in _tight(chosen(segment), segment):
        if token.kind == "words":
            begins = first and not made
            made.append(token.words if gaps else _escaped(token.words, segment, begins))
            continue
        code = segment.codes[token.number - 1]
        if code.kind == "gap":
            gaps += {"open": 1, "close": -1}.get(token.kind, 0)
        if code.kind == "break":
            made.append("\\\n" + prefix if segment.style == "markdown" else "<br>")
            continue
        for part in code.after if token.kind == "close" else code.before:
            written = part if isinstance(part, str) else rendered(part, chosen, first=False)
            written = written if code.kind == "paragraph" else written.replace("\n", " ")
            made.append(written.replace("|", "\\|") if segment.style == "cell" else written)
    return "".join(made)


def _tight(tokens: Tokens, segment: Segment) -> Tokens:
    """The same with the spaces at the ends of emphasis outside of it, where its signs can be read (CommonMark 6.2)."""
    made = list(tokens)
    for at, token in enumerate(made):
        if token.kind == "words" or segment.codes[token.number - 1].kind not in _EMPHASIS:
            continue
        step = 1 if token.kind == "open" else -1
        inner = made[at + step] if 0 <= at + step < len(made) else token
        if inner.kind == "words" and (spaces := _spaces(inner.words, step)):
            made[at + step] = inner._replace(
                words=inner.words.strip()
                if inner.words.isspace()
                else inner.words[spaces:]
                if step > 0
                else inner.words[:-spaces]
            )
            outer = at - step
            if 0 <= outer < len(made) and made[outer].kind == "words":
                words = made[outer].words
                made[outer] = made[outer]._replace(words=f"{words.rstrip()} " if step > 0 else f" {words.lstrip()}")
    return tuple(made)


_EMPHASIS = frozenset({"bold", "italic", "struck"})


def _spaces(words: str, step: int) -> int:
    return len(words) - len(words.lstrip() if step > 0 else words.rstrip())


def _escaped(words: str, segment: Segment, begins: bool) -> str:
    style = segment.style
    if style != "cue" and not any("\n" in token.words for token in segment.tokens):
        words = _NEW_LINE.sub(" ", words)  # which would end what stands on one line in the source
    match style:
        case "cue":
            return re.sub(r"\n\s*\n", "\n", re.sub(r"[&<>]", lambda match: _CUE[match[0]], words))
        case "formula":
            return re.sub(r"[\\{}$%]", lambda match: _BETWEEN_WORDS.get(match[0], "}\\" + match[0] + "\\text{"), words)
        case "plain":
            return words.strip("\u200e\u200f")  # before a unit such a mark would be a part of its number
        case "yaml" | "title":
            return words.replace("{{", "\\{{") if style == "yaml" else words
    text = _SIGNS.sub(lambda match: f"\\{match[0]}", " ".join(words.split("\n")))
    for sign in set(_ESCAPED.findall(_CODE.sub("", segment.raw))):
        text = re.sub(rf"(?<!\\){re.escape(sign)}", lambda match: f"\\{match[0]}", text)  # as the source has it
    if style == "cell":
        return text.replace("|", "\\|")
    if begins:
        text = _LEADING.sub(lambda m: f"{m[1]}\\" if m[1].isdigit() else f"\\{m[1]}", text)
    if begins and style != "yaml-markdown":
        text = _LABEL.sub(lambda match: f"{match[1]}\\", text)
    return text
