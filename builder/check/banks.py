"""QUE-025: questions are drawn from banks that both the settings and the questions know."""

import re
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence

from builder.did_you_mean import NAME, did_you_mean
from builder.model.course import Course
from builder.model.diagnostics import Diagnostic
from builder.model.rules import fault


def check_banks(course: Course) -> Iterator[Diagnostic]:
    """Each bank has more questions than are drawn, and each question a bank that is drawn from."""
    names = [bank.name for bank in course.banks]
    counts = Counter(item.bank for item in course.items if item.bank)
    for bank in course.banks:
        if counts[bank.name] <= bank.draw and _written(course, bank.name) == counts[bank.name]:
            message = f"{bank.draw} questions are drawn from the bank “{bank.name}”, which has {counts[bank.name]}"
            hint = f"Write {{bank={bank.name}}} behind the headings of more questions"
            hint += (
                ", or draw fewer."
                if counts[bank.name] > 1
                else ", or take the bank out of course.yml and of its questions."
            )
            yield fault("QUE-025", bank.span, message, hint, bank.excerpt)
    for module in course.modules:
        for item in module.items:
            if item.bank and item.bank not in names:
                near = did_you_mean(item.bank, names, NAME)
                hint = f"Did you mean {{bank={near}}}?" if near else _new_bank(item.bank, counts, names)
                yield fault("QUE-025", item.span, f"course.yml draws nothing from the bank “{item.bank}”", hint)
            elif item.bank and (module.draw or course.handed_in(module)):
                what = "draws questions of its own" if module.draw else "is handed in as a whole"
                message = f"this question is drawn from a bank, and its module {what}"
                yield fault(
                    "QUE-025",
                    item.span,
                    message,
                    "Take the bank out of the heading, or move the question to another module.",
                )


def _new_bank(name: str, counts: Mapping[str, int], names: Sequence[str]) -> str:
    """What to write for questions of a bank that the settings do not have."""
    add = f"to `banks` in course.yml: {name}: 1" if names else f"to course.yml: banks: {{{name}: 1}}"
    if counts[name] > 1:
        return f"Add {add}"
    return f"Delete {{bank={name}}}. To draw from a bank, write it behind the headings of two questions or more, and add {add}"


def _written(course: Course, bank: str) -> int:
    """Headings that put a question into a bank; one that cannot be read is reported where it stands, and is not missing."""
    named = re.compile(
        rf"^ {{0,3}}#{{1,6}}[ \t].*\{{[^{{}}]*\bbank=[\"']?{re.escape(bank)}[\"']?(?=[\s}}])", re.MULTILINE
    )
    files = {path: lines for module in course.modules for path, lines in module.facts.sources.items()}
    return sum(len(named.findall("\n".join(lines))) for lines in files.values())
