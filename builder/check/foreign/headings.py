"""STR-048: headings that begin a block in other tools, and are ordinary headings here, as what stands below them shows."""

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import pairwise, takewhile

from builder.check.foreign.names.advice import (
    ALONE,
    ANSWERED,
    ASKED,
    CARDS,
    CLOZE,
    FILE_ELSEWHERE,
    GAPS,
    NUMBER,
    OVER,
    OWN,
    PARTS,
    SCENES,
    WORDS,
)
from builder.check.foreign.names.near import READS, Near, near_block
from builder.model.course import Course
from builder.model.diagnostics import Diagnostic, Report
from builder.model.rare_pattern import rare_pattern
from builder.model.rules import fault
from builder.model.source_facts import Heading, SourceFacts

_LABELLED = rare_pattern(
    r"^#{1,6}[ \t]+[*_]*([A-Za-z][\w /-]{2,30}?)[*_]*[ \t]*:[*_]*[ \t]*(.*?)(?:[ \t]*\{[^{}]*\})?[ \t#]*$"
)
_FILE = rare_pattern(r"\[[^\[\]]*\]\([^()]+\)[ \t]*$|<?https?://\S+>?[ \t]*$")
_SHAPES = (
    ("boxes", rare_pattern(r" {0,3}[-*+][ \t]+\[ ?\][ \t]+\S")),
    ("choices", rare_pattern(r" {0,3}(?:[-*+]|\d+[.)])[ \t]+\[[^\[\]]*\]\(#")),
    ("entries", rare_pattern(r" {0,3}(?:[-*+]|\d+[.)])[ \t]+(?:\*\*|__)\S")),
    ("list", rare_pattern(r" {0,3}(?:[-*+]|\d+[.)])[ \t]+\S")),
    ("dates", rare_pattern(r" {0,3}\d{3,4}[ \t]*[–—:-][ \t]+\S")),
    ("drawn", rare_pattern(r" {0,3}[☐☑☒❏❑✓✔]\ufe0f?[ \t]*\S")),
    ("table", rare_pattern(r" {0,3}\|.*\|")),
    ("name", rare_pattern(r" {0,3}(?:\*\*|__)[^*_]+(?:\*\*|__)[ \t]*$")),
    ("labels", rare_pattern(r" {0,3}(?:Front|Back|Term|Question|Q|Date|Title|Tab|Card)(?: \d+)?: ?\S", re.IGNORECASE)),
    ("picture", rare_pattern(r" {0,3}!\[")),
    ("file", _FILE),
    ("path", rare_pattern(r" {0,3}[\w./-]+\.\w{2,5}[ \t]*$")),
)
"""What a line begins, by its form; the first that fits."""
_OPENING = rare_pattern(r" {0,3}(?:\*\*[^*\n]+\*\*|__[^_\n]+__)[ \t]*\S")
"""A line that begins with a name in bold, and goes on: of a block in which each name has its words beside it."""
_NAMED = rare_pattern(r" {0,3}(?:\*\*[^*\n]+\*\*|__[^_\n]+__)[ \t]*\{#")
_LINKS = rare_pattern(r"(?<!!)\[[^\[\]]+\]\([^()#][^()]*\)")
_ELSEWHERE = rare_pattern(r"\]\(<?(?:[a-z][a-z0-9+.-]*:|www\.)|https?://", re.IGNORECASE)
_INSIDE = rare_pattern(
    r"(?<!!)\[([^\[\]]+)\]\(<?(?![a-z][a-z0-9+.-]*:|www\.|#)([^()?#\"']*\.(?!md\b)\w{2,5})"
    r"(?:[?#][^()\s]*)?>?(?:[ \t]+[\"“'][^()]*)?\)",
    re.IGNORECASE,
)
_ANSWER = rare_pattern(
    r"(?:(?:Answers?|Ateb|Réponse|Antwort|Respuesta|Відповідь)[ \t]*:[ \t]*|=[ \t]*)?(\S.{0,59}?)[.]?$", re.IGNORECASE
)
_AMOUNT = rare_pattern(
    r"[-−+]?\d+(?:[.,]\d+)?(?:[ \t]*(?:\+/?-|±|\.\.|to|–)[ \t]*\d+(?:[.,]\d+)?)?(?:[ \t]*(?:%|[A-Za-zµ°]{1,8}))?$"
)
_PLUS_MINUS = rare_pattern(r"[ \t]*\+/?-[ \t]*")
_GAP = rare_pattern(r"_{2,}|\.{4,}|…{2,}|\{\{")
_MOST_WORDS = 4
"""Words of an answer; more are a text."""
_TASK = rare_pattern(
    r"(?:write|describe|explain|discuss|answer(?!s?:)|reflect|tell|say)\b|.*\b\d{2,4}(?:[ \t]*[-–][ \t]*\d{2,4})? words\b",
    re.IGNORECASE,
)
_SHORT = frozenset({"short answer", "text entry"})
_OPEN = frozenset({"essay", "open question", "short answer", "long answer", "free text"})
_GO = rare_pattern(
    r" {0,3}(?:[-*+]|\d+[.)])[ \t]+.*(?:(?:-{1,2}>|=>|[→⇒➔➜])[ \t]*[^\W\d_]{3}|\b(?:go|turn|continue|jump) to (?:slide|scene|page|step|part)\b)",
    re.IGNORECASE,
)
_DATED = rare_pattern(
    r" {0,3}(?:[-*+][ \t]+|\|[ \t]*)?(?:(?:1[5-9]|20)\d\d|\d{1,2}[./]\d{1,2}[./]\d{2,4})(?:[.)][ \t]|[ \t]*[:|–—-])"
)
"""A line that begins with a year or a date, and goes on."""
_PLAINLY: Mapping[str, tuple[frozenset[str], re.Pattern[str] | None]] = {
    "cards": (frozenset({"table", "labels", "openings", "headings"}), None),
    "columns": (frozenset({"openings", "headings"}), None),
    "details": (frozenset({"openings", "headings"}), None),
    "timeline": (frozenset({"openings"}), _DATED),
    "layers": (frozenset({"openings"}), rare_pattern(r" {2,8}[-*+][ \t]+\S")),
    "picture": (frozenset(), rare_pattern(r".*\(\d{1,3}[ \t]*%?,[ \t]*\d{1,3}[ \t]*%?\)")),
    "checklist": (frozenset({"boxes", "drawn"}), rare_pattern(r" {0,3}[-*+][ \t]+[☐☑☒❏❑]")),
    "declare": (frozenset({"boxes", "drawn"}), None),
    "file": (frozenset({"file"}), rare_pattern(r" {0,3}[-*+][ \t]+\[[^\[\]]+\]\([^()#]+\)[ \t]*$")),
}
"""The word of a block -> forms, and a line, that are below it and below few ordinary headings."""
_DRAWN = rare_pattern(r" {0,3}(?:[-*+][ \t]+)?(?:[☐☑❏❑□]|\[[ xX]?\]|\([ ]?\))[ \t]*(?P<words>[^\n]{1,100}?)[ \t]*$")
_LISTS = rare_pattern("boxes|choices|entries")
_DEEPER = rare_pattern(r" {0,3}(#{1,6})[ \t]")
_END = rare_pattern(r" {0,3}(?:-{3,}|\*{3,}|_{3,})[ \t]*$")


def check_foreign_headings(course: Course, told: frozenset[tuple[str, int]]) -> Iterator[Diagnostic]:
    """Headings such as `## Poll: Which day suits you?` with a list below them.

    None on a line of which an error is `told`, nor above one in a block of ours, which was meant as it is written.
    """
    for module in course.pages:
        blocks = {getattr(block, "id", "") for block in module.blocks}
        scenes: list[Diagnostic] = []  # one ends a story, and has no choices below it
        of_a_story = False
        for heading, lines in _sections(module.facts):
            if heading.id in blocks or not told.isdisjoint(lines[:1]):
                continue
            below = module.facts.sources.get(heading.span.path, ())[heading.span.line :]
            if near := near_block(heading.excerpt):
                level = len(heading.excerpt.split()[0])
                fits = near.fits(form := _below(below, level), _section(below, level))
                if near.meant == "scene":
                    scenes.append(_near_fault(heading, near, form))
                    of_a_story = of_a_story or fits
                elif fits:
                    yield _near_fault(heading, near, form)
            elif ":" in heading.excerpt and (match := _LABELLED.match(heading.excerpt)):
                word = match[1].strip().lower()
                # That of a block, also of one with faults in it, is what stands behind the word.
                ordinary = heading.text[: len(word)].lower() == word
                if ordinary and word in WORDS and told.isdisjoint(lines if word in OWN else lines[:1]):
                    yield from _of_word(heading, match, below)
        yield from scenes if of_a_story else ()


def _of_word(heading: Heading, match: re.Match[str], below: Sequence[str]) -> Iterator[Diagnostic]:
    """What is said of a heading that begins with a word of the table, with what stands below it."""
    word = match[1].strip().lower()
    write = WORDS[word]
    # `Poll: what people said`; a block has a title, which begins with a capital
    if match[2][:1].islower() and not _is_plain(word, below, len(heading.excerpt.split()[0])):
        return
    if word == "file" and (advice := _for_a_file(_own(below), write)):
        yield _fault(heading, match, advice)
        return
    if word == "declare" and (drawn := next(filter(None, map(_DRAWN.match, _own(below))), None)):
        yield _fault(
            heading,
            match,
            write.replace("I have read the policy", drawn["words"].replace("{", "{{").replace("}", "}}") + " "),
        )
        return
    if advice := _for_an_answer(word, match[2], _own(below)):
        yield _fault(heading, match, advice)
        return
    over = ALONE.get(word) or OVER.get(write, frozenset({"list"}))
    form = _below(below, len(heading.excerpt.split()[0]))
    if form.startswith("words") and (_defines(below) or (write in (CARDS, PARTS) and _opens(below))):
        form = "openings"
    if not over.isdisjoint({form, _LISTS.sub("list", form)}):
        yield _fault(heading, match, write)


def _is_plain(word: str, below: Sequence[str], level: int) -> bool:
    """Whether what stands below a word of ours is plainly meant as its block, also under a title in small letters."""
    forms, sign = _PLAINLY.get(word, (frozenset(), None))
    form, _ = _form(below, level)
    own = _own(below)
    if sign is not None and any(map(sign.match, own)):
        return True
    if form == "words" and word in {"cards", "columns", "details"}:
        return _defines(below)
    return form in forms


def _defines(lines: Sequence[str]) -> bool:
    """Whether some lines begin with a term, and a colon on the line below it."""
    own = [line for line in _own(lines) if line.strip()]
    return len(own) > 1 and own[1].startswith(": ")


def without_names(course: Course, report: Report, headings: Iterable[Diagnostic]) -> Report:
    """A report without W01 and ids in the text below these headings: what is bold there is the name of a part."""
    told = {(heading.span.path, heading.span.line) for heading in headings}
    sections = (lines for module in course.pages for _, lines in _sections(module.facts))
    named = {line for lines in sections if lines[:1] and lines[0] in told for line in lines}
    return Report.of(d for d in report.diagnostics if not _is_of_a_name(d) or (d.span.path, d.span.line) not in named)


def _is_of_a_name(found: Diagnostic) -> bool:
    """Whether a finding is about bold words, or about an id behind them."""
    return found.rule == "W01" or (
        found.rule == "STR-031" and "{#" in found.message and bool(_NAMED.match(found.excerpt))
    )


def _sections(facts: SourceFacts) -> Iterator[tuple[Heading, list[tuple[str, int]]]]:
    """Each heading, and the lines from it to the next."""
    for heading, following in pairwise([*facts.headings, None]):
        assert heading
        path, first = heading.span.path, heading.span.line
        last = (
            following.span.line if following and following.span.path == path else len(facts.sources.get(path, ())) + 1
        )
        yield heading, [(path, line) for line in range(first, last)]


def _opens(lines: Sequence[str]) -> bool:
    """Whether the first of some lines begins with a name in bold, and goes on: a card alone, with its back beside it."""
    first = next(filter(str.strip, lines), "")
    return bool(_OPENING.match(first))


def _section(lines: Sequence[str], level: int) -> list[str]:
    """The lines up to the next heading of that level or above, or to a line of dashes."""
    return list(takewhile(lambda line: not _END.match(line) and not _is_heading(line, level), lines))


def _is_heading(line: str, level: int) -> bool:
    match = _DEEPER.match(line)
    return match is not None and len(match[1]) <= level


def _own(lines: Sequence[str]) -> list[str]:
    """The lines up to the next heading, or to a line of dashes."""
    return list(takewhile(lambda line: not _DEEPER.match(line) and not _END.match(line), lines))


def _for_a_file(lines: Sequence[str], write: str) -> str:
    """What to write where a link stands below `File:` that is no block; empty where none does."""
    if own := next(filter(None, map(_INSIDE.search, lines)), None):
        address = f"<{own[2]}>" if " " in own[2] else own[2]
        return write.replace("[The form](files/form.pdf)", f"[{own[1]}]({address})")
    if any(map(_ELSEWHERE.search, lines)):
        return FILE_ELSEWHERE
    return write if any(map(_LINKS.search, lines)) else ""


def _for_an_answer(word: str, title: str, lines: Sequence[str]) -> str:
    """What to write where an answer, or what is to be written, stands in words below a question; empty where none does."""
    said = [line.strip() for line in lines if line.strip()]
    answer = _ANSWER.match(said[0]) if len(said) == 1 else None
    if WORDS[word] == NUMBER:
        amount = answer and _AMOUNT.match(answer[1])
        return NUMBER.replace("{answer}", _PLUS_MINUS.sub(" ± ", answer[1])) if answer and amount else ""
    if WORDS[word] == SCENES:
        return SCENES if sum(map(bool, map(_GO.match, lines))) > 1 else ""
    if WORDS[word] == CLOZE:
        return GAPS if any(map(_GAP.search, lines)) else ""
    if word not in _OPEN:
        return ""
    asks = title.endswith(("?", "؟"))
    if word in _SHORT and asks and answer and len(answer[1].split()) <= _MOST_WORDS and not _TASK.match(said[0]):
        return ANSWERED.replace("{answer}", answer[1])
    return ASKED if (asks and not said) or any(map(_TASK.match, said[:1])) else ""


def _below(lines: Sequence[str], level: int) -> str:
    """What stands below a heading of a level: its form, or that of what follows one paragraph or picture."""
    first, rest = _form(lines, level)
    if first in {"words", "picture"}:
        second, _ = _form(rest, level)
        return f"{first}, {'list' if second == 'name' and first == 'picture' else second}" if second else first
    return first


def _form(lines: Sequence[str], level: int) -> tuple[str, Sequence[str]]:
    """The form of the first block of some lines, and the lines behind it; empty at the end of the section."""
    begin = next((at for at, line in enumerate(lines) if line.strip()), len(lines))
    end = next((at for at in range(begin, len(lines)) if not lines[at].strip()), len(lines))
    first = lines[begin] if begin < len(lines) else ""
    if deeper := _DEEPER.match(first):
        return ("headings" if len(deeper[1]) > level else ""), lines[end:]
    if not first or _END.match(first):
        return "", ()
    form = next((name for name, form in _SHAPES if form.match(first)), "words")
    opened = form == "words" and _OPENING.match(first) and sum(map(bool, map(_OPENING.match, _own(lines)))) > 1
    return "openings" if opened else form, lines[end:]


def _near_fault(heading: Heading, near: Near, form: str) -> Diagnostic:
    word = near.meant.capitalize()
    behind = ":" if near.sign in {":", "："} else ""
    message = f"“{near.word}{behind}” begins no block here, so this is an ordinary heading"
    write = f"Write `{heading.excerpt.split()[0]} {word}: {near.title}`"
    if near.meant in WORDS and form.removeprefix("words, ") not in READS.get(near.meant, frozenset({form})):
        write = WORDS[near.meant].format(title=near.title, word=word)
    escape = (
        f"For an ordinary heading, write {near.word}\\:"
        if near.sign == ":"
        else "An ordinary heading begins with another word."
    )
    return fault("STR-048", heading.span, message, f"{write}. {escape}", heading.excerpt)


def _fault(heading: Heading, match: re.Match[str], write: str) -> Diagnostic:
    word = match[1].strip()
    message = f"“{word}:” begins no block here, so this is an ordinary heading"
    title = match[2].replace("**", "", 1) if match[2].count("**") % 2 else match[2]
    hint = f"{write.format(title=title or '...', word=word.capitalize())}. For an ordinary heading, write {word}\\:"
    return fault("STR-048", heading.span, message, hint, heading.excerpt)
