"""STR-048: headings that begin a block in other tools, over a list, and are ordinary headings here."""

import re
from collections.abc import Iterator

from builder.model.course import Course
from builder.model.diagnostics import Diagnostic
from builder.model.rare_pattern import rare_pattern
from builder.model.rules import fault
from builder.model.source_facts import Heading

_OPTIONS = "Learners would only read this list. For options to choose from, write `## Quiz: {title}`, with - [x] for each right one"
_SCENES = "Learners would only read this list. For decisions, write `## Scene: {title}`, and each choice as a link to another scene"
_OPINION = "Learners would only read this list. For answers that are neither right nor wrong, write `## Scale: {title}`, or `## Reflect: {title}` for words of their own"
_SURVEY = "Learners would only read this list. In a Survey each question stands in bold, alone on its line, with the list of its answers below it. For one question, write `## Scale: {title}`"
_FILM = "Write `## Watch: {title}`, with a line [Title](media/film.mp4) below it"
_SOUND = "Write `## Listen: {title}`, with a line [Title](media/talk.mp3) below it"
_WRITTEN = "Learners would only read this list. For a question to write about, write `## Reflect: {title}`"

WORDS = {
    **dict.fromkeys(["poll", "vote", "rating", "likert"], _OPINION),
    **dict.fromkeys(["survey", "questionnaire", "evaluation"], _SURVEY),
    **dict.fromkeys(
        ["question", "mcq", "multiple choice", "single choice", "true or false", "true/false", "test", "exam"],
        _OPTIONS,
    ),
    **dict.fromkeys(["knowledge check", "check your understanding", "hotspot"], _OPTIONS),
    **dict.fromkeys(["audio", "podcast", "sound", "recording"], _SOUND),
    **dict.fromkeys(["video", "film"], _FILM),
    **dict.fromkeys(["scenario", "branching", "branching scenario", "simulation"], _SCENES),
    **dict.fromkeys(["essay", "open question", "short answer", "journal", "diary", "assignment"], _WRITTEN),
    **dict.fromkeys(
        ["drag and drop", "matching", "pairs"],
        "Learners would only read this list. Write `## Match: {title}` over a table of two columns, or `## Sort: {title}`",
    ),
    **dict.fromkeys(
        ["cloze", "fill in the blanks", "fill in the gaps", "gap fill"],
        "Learners would only read this list. Write `## Fill: {title}`, and [[words]] for each gap",
    ),
    **dict.fromkeys(
        ["accordion", "tabs", "reveal", "details", "faq"],
        "For parts that a learner opens, write `## Details: {title}`, and the name of each part in bold",
    ),
    **dict.fromkeys(
        ["cards", "flashcards", "flashcard", "dialog cards"],
        "For cards to turn, write `## Cards: {title}`, and the front of each in bold, with its back below",
    ),
    **dict.fromkeys(["carousel", "slider"], "Nothing slides here: write a heading for each part"),
    **dict.fromkeys(
        ["timeline", "columns"], "Write `## {word}: {title}`, and begin each entry with bold words: - **1989:** words"
    ),
    **dict.fromkeys(
        ["ranking", "sequence", "sequencing"],
        "Learners would only read this list. Write `## Order: {title}` over a numbered list in the right order",
    ),
}
"""What a heading may begin with in other tools, in small letters -> what to write here."""

_LABELLED = re.compile(
    r"^#{1,6}[ \t]+[*_]*([A-Za-z][\w /-]{2,30}?)[*_]*[ \t]*:[*_]*[ \t]*(.*?)(?:[ \t]*\{[^{}]*\})?[ \t#]*$"
)
_ENTRY = rare_pattern(r"^ {0,3}(?:[-*+]|\d+[.)])[ \t]+\S")
_FILE = rare_pattern(r"^\[[^\[\]]*\]\([^()]+\)[ \t]*$|^<?https?://\S+>?[ \t]*$")


def check_foreign_headings(course: Course, told: frozenset[tuple[str, int]]) -> Iterator[Diagnostic]:
    """Headings such as `## Poll: Which day suits you?` with a list below them; none on a line of which an error is `told`."""
    for module in course.pages:
        blocks = {getattr(block, "id", "") for block in module.blocks}
        for heading in module.facts.headings:
            if heading.id in blocks or ":" not in heading.excerpt or (heading.span.path, heading.span.line) in told:
                continue
            lines = module.facts.sources.get(heading.span.path, ())
            if (match := _LABELLED.match(heading.excerpt)) and (write := WORDS.get(match[1].strip().lower())):
                below = next((line for line in lines[heading.span.line :] if line.strip()), "")
                if _ENTRY.match(below) or (write in (_FILM, _SOUND) and _FILE.match(below)):
                    yield _fault(heading, match, write)


def _fault(heading: Heading, match: re.Match[str], write: str) -> Diagnostic:
    word = match[1].strip()
    message = f"“{word}:” begins no block here, so this is an ordinary heading"
    hint = f"{write.format(title=match[2] or '...', word=word.capitalize())}. For an ordinary heading, write {word}\\:"
    return fault("STR-048", heading.span, message, hint, heading.excerpt)
