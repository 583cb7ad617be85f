"""Lines that were meant to stand under each other, and run together: an address, labels with values, terms with meanings."""

import unicodedata
from collections.abc import Sequence
from itertools import pairwise

from builder.model.rare_pattern import rare_pattern
from builder.read.markdown.context import Context
from builder.read.markdown.lines import Line, Node

_WORDS = r"(?=[^\W\d_])(?:[\w’' ()/&-]|[^\x00-\u02ff\s\u060c\u061b\u061f\u06d4\u0964\u0965\u2000-\u206f\u3000-\u303f\uff00-\uff0f\uff1a-\uff20])"
"""A character of a label: also a mark that belongs to a letter of Arabic, Hindi or Thai."""
_LABEL = rare_pattern(
    rf"(?:\*{{1,3}}|_{{1,3}})?{_WORDS}{{2,24}}(?:\*{{1,3}}|_{{1,3}})?(?:：(?:\*{{1,3}}|_{{1,3}})?\s*|:(?:\*{{1,3}}|_{{1,3}})?[ \t]+)\S.{{0,80}}"
)
"""A line such as `Cost: £20 a day`."""
_TERM = rare_pattern(rf"(?:\*\*|__)?{_WORDS}{{2,30}}(?:\*\*|__)? [–—-] \S.{{0,80}}")
"""A line such as `consent – saying yes, freely`."""
_MARK = rare_pattern(
    r"\d{1,2}(?:[:.h]\d\d(?:[ ]?[ap]\.?m\.?)?|[ ]?[ap]\.?m\.?)(?:[ ]?[–—-][ ]?\d[\d:.]*(?:[ ]?[ap]\.?m\.?)?)?:?[ \t]+[^\W\d]"
    r"|\d{1,4}[ ]?(?:[–—:=-]|::)[ \t]+\S"
    r"|\([^\W_]{1,4}\)[^\W_]{2}"
    r"|(?P<letter>[^\W\d_])[.):][ \t]+\S"
)
"""How a line of a programme, a key or a statute begins: `09:30 Coffee`, `1 = never`, `(a)are`, `c. gamma`."""
_COUNTED = rare_pattern(r"([^\d\n]{0,20}?)(\d{1,2}|[⁰¹²³⁴-⁹]{1,2})(?![\d.,/:-]*\d)(?=.*[^\W\d_])")
"""A line with a number near its beginning: `[1] Ring`, `No. 1: Ring`, `1단계: 전화`."""
_AMOUNT = rare_pattern(r"\d+ [A-Za-z\u00c0-\u058f]")
"""A number that may begin a sentence: `1 May`, `2 days`."""
_STARRED = rare_pattern(r"\*[^\W_][^*\n]*$")
_ASKED = rare_pattern(r"(?:\*\*|__)?[QA](?:\d{1,2})?[:.](?:\*\*|__)? ?\S.*")
"""A line such as `Q: Who rings?`, and its answer."""
_FAREWELL = rare_pattern(r"[^\W\d_][\w’' ]{2,28},")
"""The first line of `Kind regards,` and a name."""
_NAME = rare_pattern(r"(?:[^\W\d_][\w.’'-]*[ ]?){1,4}")
_SENTENCES = rare_pattern(r"[^\W\d_]{3}[.!?][\"”’)]?[ \t]+[^\W\d_]|[^\W\d_]{3}[。！？؟۔]")
"""The end of a sentence and the beginning of the next."""
_NEXT = 4
"""Places in Unicode between two letters of a list: Arabic and Hebrew lists pass over some."""
_STOPS = tuple(".!?。！？؟۔।")
_SHORT = 45
"""Characters of a line after which nobody needs a new one."""
_LATEST = 200
"""Diagnostics that may be about the same section: a look at all of them would take a square of their time."""
_LEAST = 3
"""Lines of an address, or of options."""


def note_lines_apart(body: Sequence[Node], context: Context) -> None:
    """Report them in the paragraphs of prose, unless something else is reported there."""
    found = [
        node
        for node in body
        if node.kind == "paragraph" and len(node.lines) > 1 and _is_apart(node.lines) and not _right_one(node.lines)
    ]
    told = {(d.span.path, d.span.line) for d in context.diagnostics[-_LATEST:]} if found else set()
    for node in found:
        if any((line.source.path, line.number) in told for line in node.lines):
            continue
        first = node.lines[0]
        message = "these lines stand under each other here, and run together in the course"
        hint = "End each line but the last with a backslash: \\ , or begin each with a dash and a space."
        fix = [line.place(len(line.text.rstrip())).swap("", "\\") for line in node.lines[:-1]]
        context.fault("W21", first.place(), message, hint, len(first.text.rstrip()), fix)
    for node in body:
        if node.kind == "paragraph" and len(node.lines) > 1:
            _starred(node.lines, context)
        elif node.kind == "list" and not node.ordered:
            words = [item.children[0] for item in node.children if item.children]
            if len(words) == len(node.children) and all(
                one.kind == "paragraph" and len(one.lines) == 1 for one in words
            ):
                _starred([one.lines[0] for one in words], context)
        if node.kind == "quote":
            note_lines_apart(node.children, context)


def _right_one(lines: Sequence[Line]) -> Line | None:
    """The one of some short lines that begins with a star, as H5P and others mark the right option; None without one."""
    starred = [line for line in lines if _STARRED.match(line.text)]
    if len(lines) < _LEAST or len(starred) != 1 or sum(line.text.count("*") for line in lines) != 1:
        return None
    short = all(len(line.text) < _SHORT and line.text.rstrip()[-1:] not in ".,;:" for line in lines)
    return starred[0] if short and all(line.text[:1].isalnum() or line is starred[0] for line in lines) else None


def _starred(lines: Sequence[Line], context: Context) -> None:
    """Report options of which a star marks the right one."""
    if (right := _right_one(lines)) is not None:
        options = [f"- [{'x' if line is right else ' '}] {line.text.lstrip('*').strip()}" for line in lines]
        message = f"“{right.text.strip()[:40]}” is a right answer in H5P; here a learner would see its star, and these lines run together"
        hint = f"Write a heading `## Quiz: ...` with the question, and below it {' , '.join(options[:6])}"
        context.fault("STR-031", right.place(), message, hint, len(right.text.rstrip()))


def _is_apart(lines: Sequence[Line]) -> bool:
    texts = [line.text.rstrip() for line in lines]
    if any(line.text.endswith(("  ", "\\")) or "|" in line.text or "\t" in line.text for line in lines):
        return False
    sentences = all(text.endswith(_STOPS) for text in texts)
    if not sentences and (all(map(_LABEL.fullmatch, texts)) or all(map(_TERM.fullmatch, texts))):
        return True
    if _are_marked(texts) or (not sentences and _are_counted(texts)) or _is_dialogue(texts) or _is_farewell(texts):
        return True
    if texts[-1].endswith(_STOPS) or any(map(_SENTENCES.search, texts)):
        return False  # sentences, in short lines
    return len(texts) >= _LEAST and all(_ends(above, below) for above, below in pairwise(texts))


def _is_dialogue(texts: Sequence[str]) -> bool:
    """Whether each line is a question or an answer, the first one a question."""
    return texts[0].lstrip("*_").startswith("Q") and all(map(_ASKED.fullmatch, texts))


def _is_farewell(texts: Sequence[str]) -> bool:
    """Whether a letter ends here: `Kind regards,` and a name below."""
    first, *names = texts
    return (
        len(names) == 1
        and _FAREWELL.fullmatch(first) is not None
        and _NAME.fullmatch(names[0]) is not None
        and all(word[0].isupper() for word in names[0].split())
        and names[0][-1] != "."
    )


def _are_marked(texts: Sequence[str]) -> bool:
    """Whether each line begins with a time, a number or a letter, of letters one that follows the last."""
    marks = [_MARK.match(text) for text in texts]
    if not all(marks):
        return False
    letters = [mark["letter"] for mark in marks if mark and mark["letter"]]
    if not letters:
        return True
    names = letters[0].isupper() and texts[0].endswith(",")  # `J. Smith wrote it,` goes on
    return (
        len(letters) == len(texts)
        and not names
        and all(0 < ord(two) - ord(one) <= _NEXT for one, two in pairwise(letters))
    )


def _are_counted(texts: Sequence[str]) -> bool:
    """Whether they count from 1 on, behind the same words."""
    found = [_COUNTED.match(text) for text in texts]
    words = found[0][1] if found[0] else ""
    if any(map(_SENTENCES.search, texts)) or (not words and all(map(_AMOUNT.match, texts))):
        return False
    return all(
        match and match[1] == words and int(unicodedata.normalize("NFKC", match[2])) == number
        for number, match in enumerate(found, 1)
    )


def _ends(above: str, below: str) -> bool:
    """Whether a line is no sentence that goes on in the next one."""
    begins = below.lstrip("*_“‘(")[:1]
    return (
        len(above) < _SHORT and (above[-1].isalnum() or above[-1] in ",):") and (begins.isupper() or begins.isdigit())
    )
