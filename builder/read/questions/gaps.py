"""Gaps in a line of text: found, judged, and replaced by marks that markdown leaves alone."""

from dataclasses import dataclass

from builder.model.assessment import Gap
from builder.model.contract import LONGEST_GAP
from builder.model.rare_pattern import rare_pattern
from builder.read.files.place import Place, typed_column
from builder.read.markdown.context import Context
from builder.read.markdown.inline.gap_marks import gap_mark
from builder.read.markdown.lines import Line
from builder.read.questions.plain_answers import plain_words
from builder.read.typography import typeset

_CODE = rare_pattern(r"(?<!`)(`+)(?!`).*?(?<!`)\1(?!`)")
_STARRED = rare_pattern(r"(?<![\w*])(\*{1,3}|_{1,3})(?=[^\s*_])(.+?)(?<=[^\s*_])\1(?![\w*])")
"""Bold or italic words: nobody types the stars into a gap."""
_TOKEN = rare_pattern(r"\\.|\[\[|\]\]|[\[\]]")
_TABLE = rare_pattern(
    r"\[\[[^\[\]]*\](?:[ \t]*(?:\[[^\[\]]*\]|\([^()]*\)))+[ \t]*\]|\[[ \t]*(?:(?:\([ xX]?\)|\[[ xX]?\])[ \t]*){2,}\]"
)
"""A row of a table of choices, as LiaScript writes it."""
_BARRED = rare_pattern(r"\[\[[^\[\]|]+(?:\|[^\[\]|]+)+\]\]")
"""A gap with several answers, in a line whose bars part cells."""
_BAR = rare_pattern(r"(?<!\\)\|")
_SIGNS = ("[", "]", "{{", "___", "\\_\\_", "....", "……", ". . .", "----", "————", "––––", "(blank", "(Blank")
"""What makes a line worth a look."""
Token = tuple[int, str]
"""Where a sign stands, and what it is."""
_Span = tuple[int, int, int]
"""Number of a gap, where it begins, and where it ends."""


@dataclass(frozen=True, slots=True)
class LeftOver:
    """A line that was looked at for gaps, and what in it is none: it may have been meant as one."""

    line: Line
    """The line."""
    code: list[tuple[int, int]]
    """Where code begins and ends in it."""
    brackets: list[tuple[int, int, str]]
    """Single brackets: where one opens, where the next sign stands, and that sign, `]` or `]]`."""


class GapReader:
    """Takes the gaps out of one line after the other."""

    def __init__(self, context: Context) -> None:
        self.context = context
        self.gaps: list[Gap] = []
        self.places: list[Place] = []
        self.left_over: list[LeftOver] = []

    def replaced(self, line: Line) -> Line:
        """The line with a mark of the same length for each gap, so that columns stay what they are."""
        if not any(sign in line.text for sign in _SIGNS):
            return line
        if table := _TABLE.match(line.text):
            message = (
                f"“{table[0][:40]}” is part of a table of choices in LiaScript; here a learner would see it as it is"
            )
            hint = "For pairs, write `## Match: ...` over a table of two columns."
            self.context.fault("STR-031", line.place(), message, hint, len(table[0]))
            return line
        text = line.text
        for number, start, end in self._spans(line):
            text = text[:start] + gap_mark(number, end - start) + text[end:]
        return line.part(0, text)

    def _spans(self, line: Line) -> list[_Span]:
        """The gaps of the line; each sound one is noted, each other is a fault."""
        hidden = [match.span() for match in _CODE.finditer(line.text)]
        tokens = [
            (match.start(), match[0])
            for match in _TOKEN.finditer(line.text)
            if not match[0].startswith("\\") and not any(a <= match.start() < b for a, b in hidden)
        ]
        spans: list[_Span] = []
        left_over = LeftOver(line, hidden, [])
        self.left_over.append(left_over)
        at = single = 0
        while at < len(tokens):
            start, sign = tokens[at]
            at += 1
            if sign in "[]":
                single += 1 if sign == "[" else -1
                if sign == "[" and single == 1 and tokens[at:] and tokens[at][1] in {"]", "]]"}:
                    left_over.brackets.append((start, *tokens[at]))
            elif sign == "]]" and single > 1:
                single -= 2
            elif sign == "]]" and single == 1:
                single = 0
            elif sign == "]]":
                self._fault(line, start, "this closes a gap that was never opened", "Write [[ where the gap begins.")
            else:
                at, span = self._gap(line, start, tokens, at)
                spans += span
        return spans

    def _gap(self, line: Line, start: int, tokens: list[Token], at: int) -> tuple[int, list[_Span]]:
        """Judge the gap that opens at `start`: the next token to look at, and its span when it is sound."""
        rest = [sign for _, sign in tokens[at:]]
        if rest[:1] == ["]"]:
            inside = line.text[start + 2 : tokens[at][0]]
            message, fix = "this gap is closed by one bracket in place of two", (f"[[{inside}]", f"[[{inside}]]")
            gap_fault(line, start, message, f"Write [[{inside}]]", self.context, fix)
            return at + 1, []
        if "]]" not in rest:
            if barred := _BARRED.match(line.typed, typed_column(line.typed, line.column) - 1 + start):
                mended = _BAR.sub(r"\\|", barred[0])
                message, fix = "the bar in this gap ends the cell of the table", (barred[0], mended)
                gap_fault(line, start, message, f"Write {mended}", self.context, fix)
                return len(tokens), []
            hint = "Write ]] where it ends, on the same line."
            self._fault(line, start, "this gap is never closed", hint)
            return len(tokens), []
        close = at + rest.index("]]")
        inner = tokens[at:close]
        if inner:
            return self._nested(line, start, tokens, at, close), []
        end = tokens[close][0] + 2
        answers = self._answers(line, start + 2, line.text[start + 2 : end - 2])
        if not answers:
            return close + 1, []
        self.gaps.append(Gap(answers))
        self.places.append(line.place(start))
        return close + 1, [(len(self.gaps) - 1, start, end)]

    def _nested(self, line: Line, start: int, tokens: list[Token], at: int, close: int) -> int:
        """Brackets inside a gap: the next token to look at."""
        place, sign = tokens[at]
        after = [later for _, later in tokens[close + 1 :]]
        if sign == "[[" and after[:1] != ["]]"]:
            hint = "Write ]] where it ends, before the next gap."
            self._fault(line, start, "this gap is not closed before the next one begins", hint)
            return at
        self._fault(line, place, "there are brackets inside this gap", "Delete the inner brackets.")
        return close + 2 if sign == "[[" else close + 1

    def _answers(self, line: Line, offset: int, inside: str) -> tuple[str, ...]:
        """The accepted answers; none when one of them is at fault."""
        answers: list[str] = []
        met: set[str] = set()
        for raw in inside.split("|"):
            words = " ".join((_STARRED.sub(r"\2", raw) if "*" in raw or "_" in raw else raw).split())
            if not words:
                empty = "this gap is empty" if "|" not in inside else "there is an empty answer in this gap"
                hint = "Write what is right between the brackets: [[trust]], or [[trust|confidence]]."
                self._fault(line, offset if "|" in inside else offset - 2, empty, hint)
                return ()
            if len(words) > LONGEST_GAP:
                message = f"this answer has {len(words)} characters, more than the {LONGEST_GAP} that a gap holds"
                self._fault(line, offset, message, "Leave out only a word or two.")
                return ()
            answer = typeset(self.context.engine.variables.filled(words), self.context.language)
            plain = plain_words(answer)
            if plain in met:
                message = "this answer stands in the gap already; capitals and spaces do not count"
                self._fault(line, offset + len(raw) - len(raw.lstrip()), message, "Delete one of the two.")
                return ()
            met.add(plain)
            answers.append(answer)
            offset += len(raw) + 1
        return tuple(answers)

    def _fault(self, line: Line, offset: int, message: str, hint: str) -> None:
        gap_fault(line, offset, message, hint, self.context)


def gap_fault(
    line: Line, offset: int, message: str, hint: str, context: Context, fix: tuple[str, str] | None = None
) -> None:
    """QUE-009 at a place of a line."""
    context.fault("QUE-009", line.place(offset), message, hint, 2, fix)
