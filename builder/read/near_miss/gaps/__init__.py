"""Gaps as other tools write them, or with a bracket too few: reported, with what to write instead."""

import re
from collections.abc import Iterable, Sequence
from html import unescape
from itertools import zip_longest

from builder.did_you_mean import did_you_mean
from builder.model.assessment import Gap
from builder.model.rare_pattern import rare_pattern
from builder.read.files.place import Place
from builder.read.markdown.context import Context
from builder.read.markdown.lines import Line, Node, label_of
from builder.read.near_miss.answer_lines.labels import key_of
from builder.read.near_miss.gaps.blanks import IN_WORDS, Blank, answers_beside, blanks_of, stands_for_an_answer
from builder.read.questions.gaps import LeftOver, gap_fault

_OTHER = rare_pattern(r"(?<!\\)\{\{\s*([^{}]*?)\s*\}\}")
_BRACKETS = "For plain brackets, write \\[ and \\]."
_ALERT = rare_pattern(r"!(\w+)")
"""What begins a box in the markdown of some other tools: `> [!WARNING]`."""
_EDITORIAL = rare_pattern(r"[\W\d_]*|sic\W*|\W*(?:emphasis|translation) .*", re.IGNORECASE)
"""What stands in single brackets in any text: a number, a sign, a remark of whoever quotes."""
_CARD = rare_pattern(r"^c\d{1,2}::(.*?)(?:::.*)?$")
"""A gap of Anki: its number, its words, and a hint."""
_NAME = rare_pattern(r"[a-z][a-z0-9-]*")


_OR = rare_pattern(
    r"(?<=\w)(?:[ \t]*[;/~=][ \t]*|,[ \t]+|[ \t]+\|{0,2}(?:or|neu|oder|ou|o|lub|albo|або|чи|أو)[ \t]+)(?=\w)",
    re.IGNORECASE,
)
"""What other tools, and people, put between answers of which each is right."""
_WORD = rare_pattern(r"[^\W\d_]{2,}(?:[ '’-][^\W\d_]+)*")
_PHRASES = frozenset(
    [
        *("and/or", "he/she", "his/her", "him/her", "she/he", "her/his", "they/them", "she/her", "he/him", "km/h"),
        *("sooner or later", "more or less", "yes or no", "one or two", "now or never", "trial or error"),
        *("either or", "true or false", "day or night", "rain or shine"),
    ]
)
"""Words that belong together."""
_AROUND = rare_pattern(r"[\"“”„«»(\[{/='‘’]+(?P<words>\w[^\"“”„«»(){}/=]+?)[\"“”»)\]}/'’]+")
_GIFT = rare_pattern(r"=([^=~]+)(?=.*[=~]|$)")
"""Right answers in GIFT, where a wrong one follows `~`."""
_NUMBERED = rare_pattern(r"\d*:[A-Z_]+:=?(?P<words>[^\W\d_][^=~]+)")
"""An answer as Moodle writes it in a text."""
_TIP = rare_pattern(r"(?P<words>[^\W\d_]{2,}[^:]*):{1,2} ?(?P<tip>[^\W\d_].*)")
"""An answer with a tip behind it, as in H5P."""
_MARKED = rare_pattern(
    r"~~(?=\S)(?P<struck>[^~]+)~~|(?<=\S)~(?P<low>[^~\s]{1,12})~|\^(?P<high>[^^\s]{1,12})\^|`+(?P<code>[^`]+)`+"
    r"|</?[A-Za-z][^<>]*>|\\(?P<plain>[!-/:-@\[-`{-~])"
)
"""Signs of markdown and HTML around letters. A gap takes its words as they stand."""
_IN_POWER = rare_pattern(r"\^(?:\{([^{}]+)\}|(.))")
"""A power in a formula: `^{-3}`, `^3`."""
_POWER = rare_pattern(r"[-−+]?\d+|[a-z]|[-−+]|\d[-−+]")
"""Other letters set high are an ending of a word: `4^th^`."""
_HIGH = str.maketrans("0123456789+-−in", "⁰¹²³⁴⁵⁶⁷⁸⁹⁺⁻⁻ⁱⁿ")
_LOW = str.maketrans("0123456789+-−", "₀₁₂₃₄₅₆₇₈₉₊₋₋")
_ENTITY = rare_pattern(r"&(?:[A-Za-z]{2,8}|#\d{2,6});")
_FORMULA = rare_pattern(r"\$(?=\S)[^$]*[^$\d.,\s][^$]*(?<=\S)\$(?!\d)")
_LOW_LINES = rare_pattern(r"\[\[(_{1,2})[^\W_](?:[^\[\]|]*[^\W_])?\1(?=[|\]])")
_AFTER = rare_pattern(r"(?P<words>[^\W\d_]{3,}(?: [^\W\d_]+)*)[.!?;:,*]")


def note_joined_answers(gaps: Sequence[Gap], places: Sequence[Place], context: Context) -> None:
    """QUE-023: a gap with several answers in it that nothing parts, or with signs around its answer."""
    for gap, place in zip(gaps, places, strict=True):
        for answer in gap.accepted:
            if meant := _meant(answer):
                message = f"a learner must write all of “{answer}” here, as one answer"
                context.fault("QUE-023", place, message, meant, 2)
        if low := _LOW_LINES.match(place.excerpt, place.column - 1):
            inner = low[0].strip("[_")
            if gap.accepted[0] == inner:
                message = f"low lines around words make them italic or bold, so a learner must write “{inner}”"
                around = "\\_" * len(low[1])
                hint = f"Write {around}[[{inner}]]{around} if the lines belong to it, or [[{inner}]] if they do not."
                context.fault("QUE-023", place, message, hint, 2)


def _meant(answer: str) -> str:
    """What to write if an answer was meant as other tools write it, or with signs; empty for one that was not."""
    if answer.endswith("\\"):
        return "There can be no | in an answer, and no sign before it: write the answers with | alone between them"
    if _FORMULA.search(answer):
        typed = _typed(_IN_POWER.sub(r"^\1\2^", answer.replace("$", "")))
        ways = "10³|10^3" if re.search(r"[\\{}_]", typed) else typed
        return f"A gap has no formulas. Write what a learner types, in each way that is right, such as [[{ways}]]"
    if (plain := _typed(answer)) != answer and (_MARKED.search(answer) or _ENTITY.search(answer)):
        return f"A gap takes its words as they stand, without signs of markdown: write [[{plain}]]"
    if answer[:1] in ("=", "~") and (right := [part.strip() for part in _GIFT.findall(answer)]):
        return f"If only the words behind = are right, write [[{'|'.join(right)}]]"
    parts = _OR.split(answer)
    if len(parts) > 1 and answer.casefold() not in _PHRASES and all(map(_WORD.fullmatch, parts)):
        return f"If each of them is right, write [[{'|'.join(parts)}]]"
    if match := _TIP.fullmatch(answer):
        return f"If the last words are a hint, write [[{match['words']}]], and a paragraph of its own: Hint: {match['tip']}"
    match = _NUMBERED.fullmatch(answer) or _AROUND.fullmatch(answer) or _AFTER.fullmatch(answer)
    return f"If the words are right without these signs, write [[{match['words']}]]" if match else ""


def _typed(answer: str) -> str:
    """An answer without such signs, in each way in which learners type it: `10³|10^3`, `H₂O|H2O`. 103 is another number."""
    ways = [unescape(_MARKED.sub(write, answer)) for write in (_set_small, _on_the_line)]
    return "|".join(dict.fromkeys(ways))


def _set_small(found: re.Match[str]) -> str:
    """What stands between such signs; powers and low figures as Unicode has them."""
    if found["high"] and _POWER.fullmatch(found["high"]):
        small = found["high"].translate(_HIGH)
        return small if small != found["high"] else f"^{small}"
    return found["low"].translate(_LOW) if found["low"] else _letters(found)


def _on_the_line(found: re.Match[str]) -> str:
    """The same as it is typed on most keyboards."""
    return f"^{found['high']}" if found["high"] and _POWER.fullmatch(found["high"]) else _letters(found)


def _letters(found: re.Match[str]) -> str:
    return next((letters for letters in found.groups() if letters), "")


def note_near_gaps(left_over: Iterable[LeftOver], body: Sequence[Node], gaps: int, context: Context) -> None:
    """Report what was meant as a gap, among what is left over of the lines in which so many gaps were read."""
    found = [(left, _blanks(left, not gaps, context)) for left in left_over]
    blanks = [blank for _, of_line in found for blank in of_line]
    answers = answers_beside(blanks, body) if blanks else []
    for blank, answer in zip_longest(blanks, answers, fillvalue=""):
        if isinstance(blank, Blank):
            message = f"{blank.text[:40]} is not how a gap is written"
            gap_fault(blank.line, blank.start, message, f"Write [[{answer}]]" if answer else IN_WORDS, context)
    for left, of_line in found:
        taken = [(blank.start, blank.start + len(blank.text)) for blank in of_line]
        _note_other_signs(left.line, [*left.code, *taken], context)
        for start, end, sign in left.brackets:
            if not any(a <= start < b for a, b in taken):
                _note_one_bracket(left.line, start, end, sign, not gaps, context)


def _blanks(left: LeftOver, alone: bool, context: Context) -> list[Blank]:
    """The places left to be filled in of a line; `alone`: no gap stands in the text, so that signs alone are such places too."""
    text = left.line.text
    of_brackets = [
        Blank(left.line, start, text[start : end + len(sign)])
        for start, end, sign in left.brackets
        if stands_for_an_answer(text[start + 1 : end])
        and (alone or re.search(r"\w", text[start + 1 : end]))
        and not _is_linked(left.line, start, end, sign, context)
    ]
    known = context.engine.variables
    of_brackets += [
        Blank(left.line, match.start(), match[0])
        for match in _OTHER.finditer(text)
        if known.known and match[1] not in known.words and match[1] and stands_for_an_answer(match[1])
        if not any(a <= match.start() < b for a, b in left.code)
    ]
    taken = [(blank.start, blank.start + len(blank.text)) for blank in of_brackets]
    return sorted([*of_brackets, *blanks_of(left.line, [*left.code, *taken], alone)], key=lambda blank: blank.start)


def _note_other_signs(line: Line, hidden: Sequence[tuple[int, int]], context: Context) -> None:
    """`{{answer}}`; what stands at `hidden` is code. Braces with the name of a variable, or nearly, are one."""
    variables = context.engine.variables
    for match in _OTHER.finditer(line.text):
        start, name = match.start(), match[1]
        if any(a <= start < b for a, b in hidden) or name in variables.words or not variables.known:
            continue
        inside = line.text[:start].rfind("[[") > line.text[:start].rfind("]]")
        if inside or did_you_mean(name.lower(), variables.words):
            context.fault("VAR-001", line.place(start), *variables.problem(match[0]), len(match[0]))
            continue
        gap_fault(line, start, f"{match[0][:40]} is not how a gap is written", _write(name, variables.known), context)


def _note_one_bracket(line: Line, start: int, end: int, sign: str, alone: bool, context: Context) -> None:
    """A single bracket that was meant to open a gap; links, notes and marked words have theirs."""
    inside = line.text[start + 1 : end]
    message = "this gap is opened by one bracket in place of two"
    if sign == "]]":
        gap_fault(line, start, message, f"Write [[{inside}]]", context, (f"[{inside}]]", f"[[{inside}]]"))
    elif _is_linked(line, start, end, sign, context) or (start == 0 and key_of(line)):
        return
    elif alert := _ALERT.fullmatch(inside):
        words = f"**{alert[1].capitalize()}**"
        message, fix = f"a learner would see “[{inside}]” here", (f"[{inside}]", words)
        hint = f"A box stands in a quotation, with > before it. Otherwise write the word in bold: {words}"
        context.fault("STR-031", line.place(start), message, hint, len(inside) + 2, fix)
    elif _EDITORIAL.fullmatch(inside) and not (alone and any(map(str.isdecimal, inside))):
        message = "these single brackets look like a gap"
        meant = f"\\[{inside}\\]"
        gap_fault(line, start, message, f"Write {meant}", context, (f"[{inside}]", meant))
    else:
        gap_fault(line, start, message, f"Write [[{inside}]]. {_BRACKETS}", context)


def _is_linked(line: Line, start: int, end: int, sign: str, context: Context) -> bool:
    """Whether brackets are those of a link, of a note or of marked words."""
    inside, follows = line.text[start + 1 : end], line.text[end + len(sign) : end + len(sign) + 1]
    linked = bool(follows) and follows in "([{"
    return linked or inside.startswith("^") or label_of(inside) in context.definitions.references


def _write(inside: str, known: bool) -> str:
    """The hint on braces or a line in place of a gap; a single word in braces may be a variable as well."""
    inside = _CARD.sub(r"\1", inside)
    if stands_for_an_answer(inside):
        return IN_WORDS
    if not known or not _NAME.fullmatch(inside):
        return f"Write [[{inside}]], if a learner is to write these words."
    return f"If a learner is to write it, write [[{inside}]]. If it is a variable, add {inside} to `variables` in course.yml."
