"""STR-048: a number alone between two dollars, `$5$ a day`, which is a formula here and was meant as money."""

import re
from collections.abc import Iterator

from builder.check.foreign.masking import masked
from builder.check.language.vocabulary import Vocabulary
from builder.model.content.dollars import FORMULA, bare
from builder.model.diagnostics import Diagnostic, Span
from builder.model.rare_pattern import rare_pattern
from builder.model.rules import fault

_NUMBER = rare_pattern(r"\d[\d.,]*")
_BEHIND = rare_pattern(
    r"[ \t]+(?:per|each|dollars?|off|in cash|(?:an?|every)[ \t](?:day|night|week|month|year|hour|head|person|child|visit|session|ticket)"
    r"|yr un|y pen|yr awr|y dydd|yr wythnos|y mis|y flwyddyn|dziennie|miesięcznie|na osobę|на день|на місяць|за годину)(?!\w)",
    re.IGNORECASE,
)
"""What follows an amount of money."""
_BEFORE = rare_pattern(
    r"(?<!\w)(?:costs?|prices?|priced at|pays?|paid|fees?|fares?|rent|spends?|spent|charges?|charged|owes?|owed|earns?|earned"
    r"|wages?|salary|budget|saves?|saved|buy|bought|sells?|sold|deposit|refund|bill|cost(?:io|iodd)|pris|talu|kosztuje|cena|коштує|ціна)"
    r"(?:[ \t]+\w+){0,3}:?[ \t]+$",
    re.IGNORECASE,
)
"""What stands before one, with up to three words between."""


def check_prices(words: Vocabulary) -> Iterator[Diagnostic]:
    """Numbers between dollars beside words of money, in a module that has no other formula."""
    sources = words.module.facts.sources
    lines = {
        (passage.path, number)
        for passage in words.passages
        for number in range(passage.line, passage.last + 1)
        if "$" in sources.get(passage.path, ("",) * number)[number - 1]
    }
    typed = {place: masked(sources[place[0]][place[1] - 1], formulas=False) for place in lines}
    found = [(place, formula) for place in sorted(typed) for formula in FORMULA.finditer(typed[place])]
    if not all(_NUMBER.fullmatch(bare(formula[0])) for _, formula in found):
        return  # a text with formulas may have one that is a number
    for (path, number), formula in found:
        text = typed[path, number]
        if _BEHIND.match(text, formula.end()) or _BEFORE.search(text[: formula.start()]):
            amount = bare(formula[0])
            message = f"{formula[0]} is a formula, and the words beside it are about money"
            hint = f"For money write \\${amount} , and for the number alone {amount}"
            span = Span(path, number, formula.start() + 1, len(formula[0]))
            yield fault("STR-048", span, message, hint, sources[path][number - 1])
