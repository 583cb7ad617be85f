"""A finding stands where a learner meets the words, and not where code, a formula or an address holds the same ones."""

from tests.cases import for_each
from tests.limits.pairs import module, report_of
from tests.rules.corpus import MODULE

TWICE = [
    ("The sum `3*4*5` is code, and 3*4*5 is not.", "3*4*5"),
    ("A formula $3*4*5$ and 3*4*5 in words.", "3*4*5"),
    ("See [it](https://example.org/me@example.org) or write to me@example.org now.", "me@example.org"),
    ("`me@example.org` or me@example.org now.", "me@example.org"),
    ("Use `__init__` first, then __init__ in words.", "__init__"),
    ("See `www.example.org` and www.example.org now.", "www.example.org"),
    ("Write `[[y]]` or [[y]] here.", "[["),
    ("Code `READ ALL OF THIS NOW` and READ ALL OF THIS NOW please.", "READ ALL OF THIS NOW"),
]


@for_each(("text", "words"), TWICE)
def test_what_is_shown_is_reported(text: str, words: str) -> None:
    """The second of two; a remedy changes nothing else."""
    found = [d for d in report_of(module(text)) if text[d.span.column - 1 :].startswith(words)]
    assert found and {d.span.column - 1 for d in found} == {text.rindex(words)}
    for diagnostic in found:
        for edit in diagnostic.fix:
            mended = edit.applied(module(text)[MODULE]).split("\n")[diagnostic.span.line - 1]
            assert mended.startswith(text[: text.rindex(words)])


@for_each("text", [r"Escaped \[\[no\]\] and [[yes]].", r"\[\[a\]\] \{\{b\}\} [[yes]]"])
def test_brackets_with_backslashes_are_meant(text: str) -> None:
    """In a text with gaps as well."""
    assert not report_of(module(f"## Fill: Which? {{#which}}\n\n{text}"))


MEANT = {
    "10^3^": "10³|10^3",
    "5×10^9^/L": "5×10⁹/L|5×10^9/L",
    "m^2^": "m²|m^2",
    "10^-3^": "10⁻³|10^-3",
    "Ca^2+^": "Ca²⁺|Ca^2+",
    "H~2~O": "H₂O|H2O",
    "2^x^": "2^x",
    "4^th^": "4th",
    "M^me^": "Mme",
    "$10^3$": "10³|10^3",
    "$10^{-3}$": "10⁻³|10^-3",
}


@for_each("answer", MEANT)
def test_a_gap_with_signs_keeps_its_value(answer: str) -> None:
    """A power is never joined to its number: 10³ is not 103. The hint, taken at its word, finds nothing new."""
    (found,) = report_of(module(f"## Fill: Which? {{#which}}\n\nIt is [[{answer}]]."))
    assert found.rule == "QUE-023" and f"[[{MEANT[answer]}]]" in found.hint
    assert not report_of(module(f"## Fill: Which? {{#which}}\n\nIt is [[{MEANT[answer]}]]."))


def test_a_bar_in_a_gap_in_a_table_has_its_remedy() -> None:
    """It would end the cell."""
    text = "## Fill: Which? {#which}\n\n| A | B |\n| --- | --- |\n| is [[three]] | [[four|4|iv]] |\n"
    (found,) = report_of(module(text))
    assert found.rule == "QUE-009" and "ends the cell" in found.message
    (edit,) = found.fix
    assert not report_of({MODULE: edit.applied(module(text)[MODULE])})
