"""W13, W14 and QUE-021: options that point at other options, feedback that explains nothing or has no sign."""

import re
from collections.abc import Iterator, Sequence
from functools import partial
from itertools import pairwise

from builder.check.places import passage_of, remark
from builder.model.assessment import AssessmentItem, MatchInteraction, SimpleChoice
from builder.model.content import Link, NoteReference, Paragraph, Text, TextBlocks, words
from builder.model.content.words import every_inline
from builder.model.course import Course, Module
from builder.model.diagnostics import Diagnostic, Span
from builder.model.rare_pattern import rare_pattern
from builder.model.rules import fault, swap
from builder.remembered import Remembered

_ABOVE = rare_pattern(
    r"\b(?:all|none|both|neither|any|some|two|either|one) (?:of )?the above\b"
    r"|\b(?:y cyfan|pob un|dim un|dim) o[’']r uchod\b",
    re.IGNORECASE,
)
"""What points at other options wherever it stands in one."""
_POINTS = re.compile(
    r"(?:all|none|both|neither) (?:of )?the (?:other )?(?:answers|options|statements)(?: (?:is|are) \w+)?$"
    r"|(?:all|none|both|neither) of (?:these|those)(?: (?:answers|options|statements))?$"
    r"|(?:all|both|no|neither)(?: (?:answers?|options?|statements?))? (?:is|are) (?:all |both )?(?:right|correct|true|wrong|false|incorrect)$"
    r"|(?:both |only |neither |all of )?(?:options? |answers? )?\(?(?:[a-h]|[1-9])[).]?(?:,? ?(?:and|&|or|nor|,) ?\(?(?:[a-h]|[1-9])[).]?)+(?: only| alone| are (?:right|correct|true))?$"
    r"|(?:the )?(?:first|last) (?:two|three)(?: (?:answers|options|statements))?$"
    r"|(?:усе|всі|все|жодн\w+|жоден|обидв\w+|ні одне) (?:з )?(?:перелічен\w+|вищезазначен\w+|наведен\w+|вказан\w+|перечисленн\w+)"
    r"|(?:toutes les réponses|aucune des réponses|alle oben genannten|keine der oben genannten|todas las anteriores|ninguna de las anteriores|wszystkie powyższe|żadne z powyższych)",
    re.IGNORECASE,
)
_REPLY = rare_pattern(
    r"(?<=[\w.!?)\]”’\"'])[ \t]+>[ \t]+((?:.*[^\W\d_]{2}.*[.!]|(?:yes|no|right|wrong|correct|incorrect|well done|good|exactly|sorry|not quite|try again|that[’']s|ie|na|da iawn|так|ні)\b.*))[ \t]*$",
    re.IGNORECASE,
)
"""What reads as feedback behind a sign: a sentence, or words that begin a reply. A path in a menu is none."""
_BEGINS = frozenset(
    [
        *("all", "none", "both", "neither", "no", "any", "some", "two", "either", "one", "only"),
        *("option", "options", "answer", "answers", "y", "pob", "dim", "the", "first", "last", *"abcdefgh123456789"),
        *(f"{letter})" for letter in "abcdefgh123456789"),
        *(f"({letter})" for letter in "abcdefgh123456789"),
        *("усе", "всі", "все", "жодна", "жодне", "жоден", "жодний", "обидва", "обидві", "ні"),
        *("toutes", "aucune", "alle", "keine", "todas", "ninguna", "wszystkie", "żadne"),
    ]
)
"""What such an option begins with: few others do."""
_BARE = re.compile(
    r"^(?:(?:yes|no|sorry|well done|that(?:’s| is)|this is|it(?:’s| is)|you(?:’re| are)|not)[,.!]? )*"
    r"(?:right|wrong|correct|incorrect|true|false|yes|no|not (?:right|correct|quite)|well done|good|try again|sorry)"
    r"(?: answer)?[.!]*$",
    re.IGNORECASE,
)
_COUNTED = rare_pattern(
    r"[(\[](\d{1,2})[ \t\u00a0]*(?:points?|pts?\.?|marks?|pwynt|marc|балів|бали|бал|pkt\.?|punkt(?:y|ów)?|punkte?|points?|puntos?|punti"
    r"|pontos?|نقاط|نقطة|درجات|درجة)[)\]][ \t]*$",
    re.IGNORECASE,
)
"""Points behind a title."""
_BLANK = rare_pattern(r"_{3,}|\.{5,}|…[.…]+")
"""A line to write on, as on paper."""
_CURT = 42
"""Characters of the longest feedback that explains nothing."""
_ANSWERS = rare_pattern(
    r"(?:yes|no|right|wrong|correct|incorrect|true|false|well done|not quite|exactly)\b", re.IGNORECASE
)
_NARROW = 60
"""Characters: an option that goes on below a shorter line was not broken to fit a window."""
_HELP = rare_pattern(r"\s*(?:hint|worked answer):", re.IGNORECASE)
"""Help that is glued to an option: QUE-013 reports it where it is read."""
_ITEM = rare_pattern(r" *(?:[-+*]|\d+[.)]) +")


def check_questions(course: Course, kept: Remembered | None = None) -> Iterator[Diagnostic]:
    """Every question with choices; with `kept`, only in modules that have changed."""
    for module in course.modules:
        look = partial(_in_module, module, course.shuffle)
        yield from kept.get("questions", module, course.shuffle, look) if kept else look()


def _in_module(module: Module, shuffle: str) -> tuple[Diagnostic, ...]:
    found: list[Diagnostic] = []
    for item in module.items:
        if item.kind.mixed == "asked":
            found += _options(module, item, shuffle)
        if item.scored and any(isinstance(choice, SimpleChoice) for choice in item.choices):
            feedback = [choice.feedback for choice in item.choices]
            found += _feedback(module, item, [*feedback, item.modal_feedback])
        found += [*_counted(module, item), *_blanks(module, item), *_notes(module, item)]
    return (*found, *_on_its_line(module), *_unmarked(module))


def _notes(module: Module, item: AssessmentItem) -> Iterator[Diagnostic]:
    """LNK-002: a footnote or a link in what is chosen from a list, which holds words alone."""
    targets = item.interaction.targets if isinstance(item.interaction, MatchInteraction) else ()
    for target in targets:
        inside = list(every_inline(target.content.content))
        if link := next((one for one in inside if isinstance(one, Link)), None):
            message = f"a learner chooses these words from a list, so nobody can follow their link to {link.target}"
            hint = "Write the words alone here, and put the link into the words of the question above."
            yield _at(module, item, target.content.text, "LNK-001", message, hint)
        note = next((one for one in inside if isinstance(one, NoteReference)), None)
        if note and (passage := passage_of(module, target.content.text, item.span)):
            message = "a learner chooses these words from a list, which holds no footnotes"
            hint = "Put the footnote behind the words of the question, or behind those that are on the page."
            yield remark("LNK-002", module, passage, target.content.text, message, hint)


def _counted(module: Module, item: AssessmentItem) -> Iterator[Diagnostic]:
    """STR-048: a title that says how many points a question has, which it does not count."""
    match = _COUNTED.search(item.title.text) if item.scored and item.weight == 1 else None
    if match and match[1] != "1":
        message = f"“{match[0].strip()}” says how much this question counts, and it counts 1"
        hint = f"Write {{weight={match[1]}}} at the end of the heading; the words before it may stay."
        yield fault("STR-048", item.span, message, hint)


def _blanks(module: Module, item: AssessmentItem) -> Iterator[Diagnostic]:
    """STR-048: an answer with a line to write on, which is a line on a screen."""
    for choice in item.choices:
        said = choice.content.text
        match = _BLANK.search(said) if "__" in said or ".." in said or "…" in said else None
        if match and not item.kind.text(item.interaction):
            message = f"nothing can be written into “{match[0]}” of this answer"
            words = said[: match.start()].strip(" :") or said
            hint = f"Write: {words} . For words of their own, write a `## Reflect: ...` below the question."
            yield _at(module, item, said, "STR-048", message, hint)


def _options(module: Module, item: AssessmentItem, shuffle: str) -> Iterator[Diagnostic]:
    # What the author keeps at the end may be about what stands above it.
    kept = item.choices[-1:] if (item.shuffle or shuffle) == "all-but-last" else ()
    for choice in item.choices[: len(item.choices) - len(kept)]:
        said = choice.content.text.strip().rstrip(".")
        if _points(said):
            message = f"the option “{said}” is about other options, which a learner may see in another order"
            hint = "Write what it stands for into the option itself, or let learners tick several: put an x into each of them."
            yield _at(module, item, choice.content.text, "W13", message, hint)


def _points(said: str) -> bool:
    """Whether an option points at other options."""
    begins = said.split(" ", 1)[0].lower().rstrip(",") in _BEGINS
    if not begins and "above" not in said:
        return False
    plain = said.lower()
    return bool(_POINTS.match(said) or (("above" in plain or "uchod" in plain) and _ABOVE.search(said)))


def _feedback(module: Module, item: AssessmentItem, feedback: list[TextBlocks]) -> Iterator[Diagnostic]:
    for written in feedback:
        said = "" if _is_long(written) else words(written)
        if said and len(said) <= _CURT and _BARE.match(said):
            message = f"the feedback “{said}” does not say why"
            hint = "Add the reason in one sentence: > Yes. The framework begins with mobilising."
            yield _at(module, item, said, "W14", message, hint)


def _is_long(written: TextBlocks) -> bool:
    """Whether feedback begins with more words than are curt; nearly all does."""
    first = written[0].content[:1] if written and isinstance(written[0], Paragraph) else ()
    return bool(first) and isinstance(first[0], Text) and len(first[0].words) > 2 * _CURT


def _on_its_line(module: Module) -> Iterator[Diagnostic]:
    """QUE-021: feedback on the line of its option, behind its sign."""
    options = {
        choice.content.text: item for item in module.items for choice in item.choices if " > " in choice.content.text
    }
    for passage in module.facts.passages if options else ():
        if passage.kind != "words" or passage.text not in options or passage.path != module.span.path:
            continue
        line = module.facts.sources[passage.path][passage.line - 1]
        match, item = _REPLY.search(line, passage.column - 1), _ITEM.match(line)
        if match:
            message = "this feedback stands on the line of its option, so a learner would read it as part of the option"
            hint = f"Put it on the next line, under the first letter of the option: > {match[1][:60]}"
            span = Span(passage.path, passage.line, match.start() + 1, len(match[0].rstrip()))
            fix = (line[match.start() :], f"\n{' ' * len(item[0])}> {match[1]}") if item else None
            yield fault("QUE-021", span, message, hint, line, fix)


def _unmarked(module: Module) -> Iterator[Diagnostic]:
    """QUE-021: an option that goes on in a further line, which reads as feedback."""
    long = [p for p in module.facts.passages if p.last > p.line and p.kind == "words" and p.path == module.span.path]
    if not long:
        return
    options = {choice.content.text for item in module.items for choice in item.choices}
    lines = module.facts.sources[module.span.path]
    for passage in long:
        number = _feedback_line(lines, passage.line, passage.last) if passage.text in options else 0
        if number and not _HELP.match(lines[number - 1]):
            line = lines[number - 1]
            reply = line.strip()
            message = "this line is part of the option above it, and reads as feedback"
            hint = f"Put > in front, under the first letter of the option: > {reply}"
            span = Span(passage.path, number, len(line) - len(line.lstrip()) + 1, len(reply))
            item = _ITEM.match(lines[passage.line - 1])
            fix = swap(Span(passage.path, number), line, line, f"{' ' * len(item[0])}> {reply}") if item else None
            yield fault("QUE-021", span, message, hint, line, fix)


def _feedback_line(lines: Sequence[str], first: int, last: int) -> int:
    for number, (above, line) in enumerate(pairwise(lines[first - 1 : last]), first + 1):
        words, before = line.strip(), above.strip()
        ended = before.endswith((".", "!", "?", ":")) or len(above) < _NARROW
        if _ANSWERS.match(words) or (ended and words.lstrip("\"'“‘*_")[:1].isupper()):
            return number
    return 0


def _at(module: Module, item: AssessmentItem, words: str, rule: str, message: str, hint: str) -> Diagnostic:
    passage = passage_of(module, words, item.span)
    return remark(rule, module, passage, words, message, hint) if passage else fault(rule, item.span, message, hint)
