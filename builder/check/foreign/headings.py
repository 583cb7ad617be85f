"""STR-048: headings that begin a block in other tools, and are ordinary headings here, as what stands below them shows."""

import re
from collections.abc import Iterable, Iterator, Sequence
from itertools import pairwise, takewhile

from builder.model.course import Course
from builder.model.diagnostics import Diagnostic, Report
from builder.model.rare_pattern import rare_pattern
from builder.model.rules import fault
from builder.model.source_facts import Heading, SourceFacts

_OPTIONS = "Learners would only read this list. For options to choose from, write `## Quiz: {title}`, with - [x] for each right one"
_SCENES = "Learners would only read this list. For decisions, write `## Scene: {title}`, and each choice as a link to another scene"
_OPINION = "Learners would only read this list. For answers that are neither right nor wrong, write `## Scale: {title}`, or `## Reflect: {title}` for words of their own"
_SURVEY = "Learners would only read this list. In a Survey each question stands in bold, alone on its line, with the list of its answers below it. For one question, write `## Scale: {title}`"
_FILM = "Write `## Watch: {title}`, with a line [Title](media/film.mp4) below it"
_SOUND = "Write `## Listen: {title}`, with a line [Title](media/talk.mp3) below it"
_DETAILS = "For parts that a learner opens, write `## Details: {title}`, and the name of each part in bold, alone between blank lines"
_CARDS = "For cards to turn, write `## Cards: {title}`, and the front of each in bold, alone between blank lines, with its back below"
_PARTS = "Write the name of each part in bold, alone between blank lines, below `## {word}: {title}`. Or write a list, and begin each entry with bold words: - **1989:** words"
_PICTURE = "Write `## Picture: {title}`, a picture below it, and then each place: 1. **The door** (10, 60): words. It is 10 % from the left and 60 % from the top"
_BOXES = (
    "Learners would only read this list. For things that a learner ticks, begin each with an empty box: - [ ] words"
)
_DECLARE = (
    "Write `## Declare: {title}`, and below it the sentence that a learner confirms: - [ ] I have read the policy"
)
_FILE_TO_TAKE = "Write `## File: {title}`, and a link alone in the first paragraph below it: [The form](files/form.pdf)"
_FILE_ELSEWHERE = "A file to take lies in the course folder, and this link leads elsewhere. Put the file there, and write a link alone in the first paragraph: [The form](files/form.pdf)"
_GAPS = "Learners would only read these words. Write `## Fill: {title}`, and [[words]] for each gap"
_GROUPS = "Write `## Sort: {title}`, and for each group its name in bold and a list below it"
_WRITTEN = "Learners would only read this list. For a question to write about, write `## Reflect: {title}`"
_ANSWERED = "Learners would read the answer. Write `## Fill: {title}`, and the answer between double square brackets: [[{answer}]]"
_NUMBER = (
    "Learners would read the answer. Write `## Number: {title}`, and below it the number that is right: = {answer}"
)
_ASKED = "Learners would have no box to write in. Write `## Reflect: {title}`"
_CLOZE = "Learners would only read this list. Write `## Fill: {title}`, and [[words]] for each gap"
_SEVERAL = ("multiple choice", "multiple response", "multiple answer", "multiple answers", "multiple select")

WORDS = {
    **dict.fromkeys(["poll", "vote", "rating", "likert"], _OPINION),
    **dict.fromkeys(["survey", "questionnaire", "evaluation"], _SURVEY),
    **dict.fromkeys(
        ["question", "mcq", "single choice", "true or false", "true/false", "test", "exam", "single select", *_SEVERAL],
        _OPTIONS,
    ),
    **dict.fromkeys(["knowledge check", "check your understanding"], _OPTIONS),
    **dict.fromkeys(
        ["picture", "hotspot", "hotspots", "image hotspots", "labeled graphic", "labelled graphic", "image map"],
        _PICTURE,
    ),
    "checklist": _BOXES,
    **dict.fromkeys(["declare", "declaration", "confirm", "confirmation", "acknowledgement", "attestation"], _DECLARE),
    "file": _FILE_TO_TAKE,
    **dict.fromkeys(["drag the words", "mark the words"], _GAPS),
    **dict.fromkeys(["sorting activity", "sorting", "categorise", "categorize"], _GROUPS),
    **dict.fromkeys(["audio", "podcast", "sound", "recording"], _SOUND),
    **dict.fromkeys(["video", "film"], _FILM),
    **dict.fromkeys(
        ["scenario", "branching", "branching scenario", "simulation", "decision", "decision point"], _SCENES
    ),
    **dict.fromkeys(
        ["essay", "open question", "short answer", "long answer", "free text", "journal", "diary", "assignment"],
        _WRITTEN,
    ),
    **dict.fromkeys(["numerical", "numeric", "numerical question", "numeric question", "calculated"], _NUMBER),
    **dict.fromkeys(
        ["drag and drop", "matching", "pairs"],
        "Learners would only read this list. Write `## Match: {title}` over a table of two columns, or `## Sort: {title}`",
    ),
    **dict.fromkeys(
        ["cloze", "fill in the blank", "fill in the gap", "fill in the blanks", "fill in the gaps", "gap fill"],
        _CLOZE,
    ),
    **dict.fromkeys(["accordion", "tabs", "reveal", "details", "faq"], _DETAILS),
    **dict.fromkeys(
        ["cards", "flashcards", "flashcard", "flash cards", "flip cards", "flipcards", "dialog cards"], _CARDS
    ),
    **dict.fromkeys(["carousel", "slider"], "Nothing slides here: write a heading for each part"),
    **dict.fromkeys(["timeline", "columns", "layers"], _PARTS),
    **dict.fromkeys(
        ["ranking", "sequence", "sequencing", "ordering"],
        "Learners would only read this list. Write `## Order: {title}` over a numbered list in the right order",
    ),
}
"""What a heading may begin with in other tools, in small letters -> what to write here."""

_NAMED_PARTS = frozenset({"list", "table", "name", "headings", "labels"})
_OPENED_PARTS = _NAMED_PARTS | {"openings"}
OVER = {
    _SURVEY: _NAMED_PARTS | {f"words, {shape}" for shape in _NAMED_PARTS},
    **dict.fromkeys([_DETAILS, _CARDS, _PARTS], _OPENED_PARTS | {f"words, {shape}" for shape in _OPENED_PARTS}),
    **dict.fromkeys([_FILM, _SOUND], frozenset({"list", "file"})),
    _SCENES: frozenset({"list", "choices", "words, choices"}),
    _NUMBER: frozenset({"answer"}),
    _PICTURE: frozenset({"list", "picture, list"}),
    _DECLARE: frozenset({"list", "boxes", "words, boxes"}),
    _FILE_TO_TAKE: frozenset({"list", "path", "words, file"}),
    _GROUPS: frozenset({"list", "name"}),
    _GAPS: frozenset({"list", "words"}),
}
"""What to write -> what then stands below the heading; otherwise a list."""
_OWN = frozenset(
    {"survey", "checklist", "declare", "picture", "file", "details", "cards", "timeline", "columns", "layers"}
)
"""Words of ours that begin a block where its form is below them."""
_SAID = frozenset({"words", "boxes", "file"}) | _NAMED_PARTS
_ALONE = {
    "faq": frozenset({"list"}),
    **dict.fromkeys(["decision", "decision point"], frozenset({"choices"})),
    **dict.fromkeys(_SEVERAL, frozenset({"list", "words, list"})),
    "declare": _SAID | {f"words, {form}" for form in _SAID},
}
"""The same of a word by itself: questions and answers are often ordinary headings, and nobody declares in ordinary ones."""

_LABELLED = rare_pattern(
    r"^#{1,6}[ \t]+[*_]*([A-Za-z][\w /-]{2,30}?)[*_]*[ \t]*:[*_]*[ \t]*(.*?)(?:[ \t]*\{[^{}]*\})?[ \t#]*$"
)
_FILE = rare_pattern(r"\[[^\[\]]*\]\([^()]+\)[ \t]*$|<?https?://\S+>?[ \t]*$")
_SHAPES = (
    ("boxes", rare_pattern(r" {0,3}[-*+][ \t]+\[ ?\][ \t]+\S")),
    ("choices", rare_pattern(r" {0,3}(?:[-*+]|\d+[.)])[ \t]+\[[^\[\]]*\]\(#")),
    ("list", rare_pattern(r" {0,3}(?:[-*+]|\d+[.)])[ \t]+\S")),
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
_LISTS = rare_pattern("boxes|choices")
_DEEPER = rare_pattern(r" {0,3}(#{1,6})[ \t]")
_END = rare_pattern(r" {0,3}(?:-{3,}|\*{3,}|_{3,})[ \t]*$")


def check_foreign_headings(course: Course, told: frozenset[tuple[str, int]]) -> Iterator[Diagnostic]:
    """Headings such as `## Poll: Which day suits you?` with a list below them.

    None on a line of which an error is `told`, nor above one in a block of ours, which was meant as it is written.
    """
    for module in course.pages:
        blocks = {getattr(block, "id", "") for block in module.blocks}
        for heading, lines in _sections(module.facts):
            if heading.id in blocks or ":" not in heading.excerpt:
                continue
            match = _LABELLED.match(heading.excerpt)
            word = match[1].strip().lower() if match else ""
            if match and (write := WORDS.get(word)) and told.isdisjoint(lines if word in _OWN else lines[:1]):
                below = module.facts.sources.get(heading.span.path, ())[heading.span.line :]
                if match[2][:1].islower():  # `Poll: what people said`; a block has a title, which begins with a capital
                    continue
                if word == "file" and (advice := _for_a_file(_own(below), write)):
                    yield _fault(heading, match, advice)
                    continue
                if advice := _for_an_answer(word, match[2], _own(below)):
                    yield _fault(heading, match, advice)
                    continue
                over = _ALONE.get(word) or OVER.get(write, frozenset({"list"}))
                form = _below(below, len(heading.excerpt.split()[0]))
                if write in (_CARDS, _PARTS) and form == "words" and _opens(below):
                    form = "openings"
                if not over.isdisjoint({form, _LISTS.sub("list", form)}):
                    yield _fault(heading, match, write)


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


def _own(lines: Sequence[str]) -> list[str]:
    """The lines up to the next heading, or to a line of dashes."""
    return list(takewhile(lambda line: not _DEEPER.match(line) and not _END.match(line), lines))


def _for_a_file(lines: Sequence[str], write: str) -> str:
    """What to write where a link stands below `File:` that is no block; empty where none does."""
    if own := next(filter(None, map(_INSIDE.search, lines)), None):
        return write.replace("[The form](files/form.pdf)", f"[{own[1]}]({own[2]})")
    if any(map(_ELSEWHERE.search, lines)):
        return _FILE_ELSEWHERE
    return write if any(map(_LINKS.search, lines)) else ""


def _for_an_answer(word: str, title: str, lines: Sequence[str]) -> str:
    """What to write where an answer, or what is to be written, stands in words below a question; empty where none does."""
    said = [line.strip() for line in lines if line.strip()]
    answer = _ANSWER.match(said[0]) if len(said) == 1 else None
    if WORDS[word] == _NUMBER:
        amount = answer and _AMOUNT.match(answer[1])
        return _NUMBER.replace("{answer}", _PLUS_MINUS.sub(" ± ", answer[1])) if answer and amount else ""
    if WORDS[word] == _SCENES:
        return _SCENES if sum(map(bool, map(_GO.match, lines))) > 1 else ""
    if WORDS[word] == _CLOZE:
        return _GAPS if any(map(_GAP.search, lines)) else ""
    if word not in _OPEN:
        return ""
    asks = title.endswith(("?", "؟"))
    if word in _SHORT and asks and answer and len(answer[1].split()) <= _MOST_WORDS and not _TASK.match(said[0]):
        return _ANSWERED.replace("{answer}", answer[1])
    return _ASKED if (asks and not said) or any(map(_TASK.match, said[:1])) else ""


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


def _fault(heading: Heading, match: re.Match[str], write: str) -> Diagnostic:
    word = match[1].strip()
    message = f"“{word}:” begins no block here, so this is an ordinary heading"
    hint = f"{write.format(title=match[2] or '...', word=word.capitalize())}. For an ordinary heading, write {word}\\:"
    return fault("STR-048", heading.span, message, hint, heading.excerpt)
