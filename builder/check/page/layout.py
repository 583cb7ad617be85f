"""W01, W12 and W17, and the second half of W02: what looks like one thing and is another."""

import re
from collections.abc import Iterator, Mapping, Sequence

from builder.check.places import remark
from builder.model.course import Course, Module
from builder.model.diagnostics import Diagnostic
from builder.model.rare_pattern import rare_pattern
from builder.model.rules import fault
from builder.model.source_facts import Heading

WIDEST = 5
"""Columns that fit on a phone."""
LONGEST_ALTERNATIVE = 150
"""Characters that can be listened to in one go."""

_BOLD = rare_pattern(r"^(\*\*|__)(?=\S)((?:(?!\1).)+)\1$")
_NAMED = rare_pattern(r"#{2,6}[ \t]+[*_]*(\w+)[ \t]*[*_]*[ \t]*[:：]")
_RIGHT = rare_pattern(
    r"(?:the )?(?:correct|right) (?:answers?|options?|choices?|responses?)|answer key|ateb(?:ion)? cywir"
    r"|правильн[аі] відповід[ьі]|правильны[йе] ответы?|الإجابة الصحيحة|الجواب الصحيح|(?:poprawna|prawidłowa) odpowiedź"
    r"|bonne réponse|richtige antwort(?:en)?|respuesta correcta|resposta correta|risposta (?:corretta|esatta)",
    re.IGNORECASE,
)
"""What a column of right answers is called."""
_ASKED = rare_pattern(
    r"questions?|options?|choices?|statements?|answers?|[A-E]|(?:option|choice|answer) [A-E1-5]", re.IGNORECASE
)
"""What the column beside it is called."""
_RULE = rare_pattern(r" {0,3}(?:(?:-[ \t]*){3,}|(?:\*[ \t]*){3,}|(?:_[ \t]*){3,})$")
_OF_TEXT = re.compile(r"(?:^|[-_ /])(?:slides?|screen-?(?:shot|grab|cap)|scan|poster)(?=[-_ .\d])", re.IGNORECASE)


def check_layout(course: Course) -> Iterator[Diagnostic]:
    """Bold lines, wide tables, pictures of text."""
    for module in course.pages:
        yield from _bold(module)
        for table in module.facts.tables:
            if table.columns > WIDEST:
                message = f"this table has {table.columns} columns, more than fit on a phone or at large print"
                hint = "Split it in two, or make the rows columns."
                yield fault("W17", table.span, message, hint, table.excerpt)
            if right := _right_answers(table.excerpt):
                message = f"the column “{right}” says which answers are right, and learners read it at once"
                hint = (
                    "For a question, write `## Quiz: ...`, with - [x] before a right answer and - [ ] before others. "
                    "For pairs, write `## Match: ...` over a table of two columns. To show the answers, call the column otherwise."
                )
                yield fault("STR-048", table.span, message, hint, table.excerpt)
        yield from _pictures(module)


def _right_answers(head: str) -> str:
    """The cell in the head of a table of questions that names a column of right answers; empty for another table."""
    cells = [cell.strip(" *_:\t") for cell in head.strip().strip("|").split("|")]
    sure = next((cell for cell in cells if _RIGHT.fullmatch(cell)), "")
    if sure and len(cells) > 1:
        return sure
    perhaps = next((cell for cell in cells if cell.casefold() in {"correct", "correct?", "right?", "is correct"}), "")
    asked = any(_ASKED.fullmatch(cell) for cell in cells)
    return perhaps if perhaps and asked else ""


def _bold(module: Module) -> Iterator[Diagnostic]:
    for path, lines in module.facts.sources.items():
        if path == module.span.path or path.startswith("_"):
            yield from _bold_in(module, path, lines)


def _bold_in(module: Module, path: str, lines: tuple[str, ...]) -> Iterator[Diagnostic]:
    wanted = {number for number, line in enumerate(lines, 1) if line.startswith(("**", "__"))}
    if not wanted:
        return
    passages = module.facts.passages
    alone = [p for p in passages if p.kind == "paragraph" and p.line == p.last and p.line in wanted and p.path == path]
    if not alone:
        return
    starts = {one.span.line: _begins_block(one) for one in module.facts.headings if one.span.path == path}
    elsewhere = any(p.path != path for p in passages)
    last = max((p.line for p in passages), default=0)
    below = {table.span.line - space for table in module.facts.tables if table.span.path == path for space in (1, 2)}
    for passage in alone:
        line = lines[passage.line - 1].rstrip()
        match = _BOLD.match(line)
        if not match or match[2].endswith((".", "!", "?", ",", ";")) or _in_block(passage.line, starts, lines):
            continue
        if len(match[2].split()) <= 10 and (elsewhere or last > passage.line):
            words = match[2].rstrip(":")
            if passage.line in below:
                message = "this line is bold and stands above a table, so it looks like its name but is not one"
                hint = (
                    f"Write directly above the table, without a blank line: Table: {words} . For a heading: ## {words}"
                )
                yield remark("W01", module, passage, match[0], message, hint)
                continue
            message = "this line is bold and stands alone, so it looks like a heading but is not one"
            hint, fix = f"Write ## {words} or the level that fits.", (line, f"## {words}")
            yield remark("W01", module, passage, match[0], message, hint, fix)


def _begins_block(heading: Heading) -> bool:
    """Whether a heading begins a block: its kind is no part of the title."""
    named = _NAMED.match(heading.excerpt)
    return named is not None and not heading.text.casefold().startswith(named[1].casefold())


def _in_block(line: int, starts: Mapping[int, bool], lines: Sequence[str]) -> bool:
    """Whether a line stands in a block: a heading there would end it, and take its answers or choices with it."""
    above = max((start for start in starts if start < line), default=0)
    return starts.get(above, False) and not any(_RULE.match(one) for one in lines[above : line - 1])


def _pictures(module: Module) -> Iterator[Diagnostic]:
    for picture in module.facts.pictures:
        alt = picture.alt.strip()
        if picture.decorative or not alt:
            continue
        if len(alt) > LONGEST_ALTERNATIVE:
            message = f"the words in place of this picture have {len(alt)} characters, which a screen reader reads out in one go"
            hint = f"Say it in {LONGEST_ALTERNATIVE} characters or fewer, and the rest below it: Description: ..."
            yield fault("W02", picture.span, message, hint, picture.excerpt)
        if picture.caption and alt.casefold().rstrip(".") == picture.caption.strip().casefold().rstrip("."):
            message = "the words in place of this picture are those of its caption, and would be heard twice"
            hint = "Say between the square brackets what one would see."
            yield fault("W02", picture.span, message, hint, picture.excerpt)
        if _OF_TEXT.search(picture.asset.source):
            message = (
                f"{picture.asset.source} sounds like a picture of text, which cannot be enlarged, searched or read out"
            )
            hint = "Write its words as text. If it is not a picture of text, give the file another name."
            yield fault("W12", picture.span, message, hint, picture.excerpt)
