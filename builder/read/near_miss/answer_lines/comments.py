"""Comments in a question that name another answer than the ticks: `- [ ] Fear <!-- correct -->`, `<!-- Answer: B -->`."""

import re
from collections.abc import Iterator, Sequence

from builder.model.rare_pattern import rare_pattern
from builder.read.markdown.context import Context
from builder.read.markdown.lines import Line, Node
from builder.read.near_miss.answer_lines.claims import claims_in
from builder.read.near_miss.answer_lines.contrasts import set_against
from builder.read.near_miss.answer_lines.labels import keys_of
from builder.read.near_miss.answer_lines.marks import says_right, says_wrong
from builder.read.near_miss.answer_lines.options import Option, right_options
from builder.read.near_miss.answer_lines.telling import report_comment

_COMMENT = re.compile(r"<!--[ \t]*(?P<words>(?:(?!-->)[^\n])*?)[ \t]*-->")
_ENDS = rare_pattern(r" {0,3}(?:#{1,6}[ \t]|(?:-[ \t]*){3,}$)")
_LONGEST = 200
"""Characters of a comment that is looked at."""


def check_comments(heading: Node, options: Sequence[Option], context: Context) -> None:
    """QUE-018: a comment that names other options as right than the ticks do. Learners do not see it; one of the two is wrong."""
    ticked = {number for number, option in enumerate(options) if option.ticked}
    for line in _comments(heading):
        beside = [number for number, option in enumerate(options) if option.line.number == line.number]
        beside = beside if options and options[0].line.source is line.source else []
        for number in beside:
            if says_right(line.text) if not options[number].ticked else says_wrong(line.text):
                report_comment(line, {number}, ticked, says_right(line.text), options, context)
                break
        else:
            named = _named(line, heading, options)
            if named and named != ticked:
                report_comment(line, named, ticked, True, options, context)


def _comments(heading: Node) -> Iterator[Line]:
    """The words of each comment of one line, from the heading to the end of the question."""
    lines = heading.source.lines
    for number in range(heading.line, len(lines) + 1):
        text = lines[number - 1]
        if number > heading.line and _ENDS.match(text):
            return
        for match in _COMMENT.finditer(text) if "<!--" in text else ():
            if match["words"] and len(match["words"]) <= _LONGEST:
                yield Line(heading.source, number, match.start("words") + 1, match["words"])


def _named(line: Line, heading: Node, options: Sequence[Option]) -> set[int]:
    """The options that a comment calls right; none when it is about something else."""
    for key in keys_of([line]):
        if answer := right_options(key, options):
            return answer[0]
    for claim in claims_in([line], options):
        return set(claim.named) if claim.right else set()
    return {number for number, right in set_against(line.text, options, heading.lines[0].text) if right}
