"""Numbers as people write them: what was meant, and nothing else."""

from decimal import Decimal

from hypothesis import given
from hypothesis import strategies as st

from builder.read.near_miss.numbers import EXAMPLE, PLAIN, near_number, share
from tests.cases import for_each

SURE = {
    "25 000": "25000",
    "25\u00a0000": "25000",
    "1\u202f500": "1500",
    "1'500": "1500",
    "1’500": "1500",
    "1_000": "1000",
    "2 000 000": "2000000",
    "1.234.567": "1234567",
    "1,234,567": "1234567",
    "1,50,000": "150000",
    "1.500,25": "1500.25",
    "1,500.25": "1500.25",
    "1 234 567,89": "1234567.89",
    "1'500.5": "1500.5",
    "7,5": "7.5",
    "0,500": "0.500",
    "-1,5": "-1.5",
    "–5": "-5",
    "− 5": "-5",
    ".5": "0.5",
    ",25": "0.25",
    "5.": "5",
    "1/2": "0.5",
    "3 1/2": "3.5",
    "½": "0.5",
    "1½": "1.5",
    "1e6": "1000000",
    "1.5e3": "1500",
    "٢٥٫٥": "25.5",
    "٢٥٬٠٠٠": "25000",
    "5-7": "6 ± 1",
    "5 to 7": "6 ± 1",
    "5–7": "6 ± 1",
    "5..7": "6 ± 1",
    "1,5 to 2,5": "2 ± 0.5",
    "-5 to 5": "0 ± 5",
    "25 000–30 000": "27500 ± 2500",
}
"""What is written, and what it can only mean."""

WITH_A_UNIT = {
    "25 000 kr": "25000",
    "7 minutes": "7",
    "7.5 mg": "7.5",
    "1'500 CHF": "1500",
    "20%": "20",
    "20 per cent": "20",
    "£5": "5",
    "€ 2,50": "2.50",
    "5 m²": "5",
    "7 km/h": "7",
    "21 °C": "21",
    "1st": "1",
}
"""The number has a unit, which belongs into the question."""

EITHER = {
    "1,500": ("1500", "1.500"),
    "1,500 mg": ("1500", "1.500"),
    "1.500 kr": ("1500", "1.500"),
    "£1,500": ("1500", "1.500"),
    "12,345 people": ("12345", "12.345"),
}
"""Two numbers, and nobody but the author knows which."""

UNKNOWN = [
    *("IV", "XIV", "seven", "two dozen", "about 5", "ca. 5", "> 5", "<5", "≥ 5", "~5", "7+", "7 or more", "at least 7"),
    *("5 or 6", "5, 6", "5;6", "5 and 6", "1 2 3", "1,2,3", "12 34", "7.5.2"),
    *("12/05/2024", "2024-05-12", "5 May 2024", "05-12", "10:30", "1h30", "7 minutes, 30 seconds", "5 ft 10"),
    *("10^6", "10²", "2x10", "2½ hours", "10 (ten)", "2/0", "7-5", "10-3", "5 + 2"),
    *("5 million", "3k", "10 M", "£10m", "2 dozen", "5 hundred", "5 mille", "5 tausend"),
    *("1,500-2,000", "5 to 7 million", "10 000 or 20 000", "100,000,000,000,000,000"),
]
"""What may be any number, or none: the hint says how one is written, and names none as if it were meant."""


@for_each(("written", "meant"), SURE.items())
def test_what_can_mean_one_number_is_written_as_it(written: str, meant: str) -> None:
    """The change can be applied as it stands."""
    near = near_number(written)
    assert near.meant == meant
    assert meant in near.hint
    assert all(PLAIN.match(part) for part in meant.split(" ± "))


@for_each(("written", "meant"), WITH_A_UNIT.items())
def test_a_unit_goes_into_the_question(written: str, meant: str) -> None:
    """The author must say there what is counted, so nothing is applied."""
    near = near_number(written)
    assert near.hint == f"Write {meant} alone, and name the unit in the question."
    assert near.meant == ""


@for_each(("written", "meant"), EITHER.items())
def test_what_can_mean_two_numbers_is_asked(written: str, meant: tuple[str, str]) -> None:
    """A dose of 1,500 mg is neither 1 mg nor, unasked, 1.5."""
    near = near_number(written)
    assert all(f" {number} " in f"{near.hint} " for number in meant)
    assert near.meant == ""
    assert "alone" not in near.hint


@for_each("written", UNKNOWN)
def test_what_may_be_any_number_is_not_guessed(written: str) -> None:
    """Not the first digits of it, above all."""
    near = near_number(written)
    assert (near.hint, near.meant) == (EXAMPLE, "")


def test_a_fraction_without_end_is_written_with_what_is_left_out() -> None:
    """A third is not 0.333."""
    assert near_number("1/3").hint == "Write it with three decimals, and ± for the rest: = 0.333 ± 0.001"
    assert near_number("1/3").meant == ""
    assert near_number("1/30000").hint == EXAMPLE


def test_a_share_is_counted_from_the_value() -> None:
    """10% of 7 is not 10."""
    assert share("10%", Decimal(7)) == "0.7"
    assert share("2,5 %", Decimal(-20)) == "0.5"
    assert share("10 percent", Decimal("2.5")) == "0.25"
    assert share("10 minutes", Decimal(7)) == ""


@given(st.decimals(-(10**9), 10**9, places=2), st.sampled_from([("\u00a0", ","), ("'", "."), (" ", "."), (" ", ",")]))
def test_a_grouped_number_keeps_its_value(number: Decimal, signs: tuple[str, str]) -> None:
    """Whatever people part thousands and decimals with."""
    thousands, point = signs
    written = f"{number:,.2f}".replace(",", "T").replace(".", point).replace("T", thousands)
    if PLAIN.match(written):
        return
    assert Decimal(near_number(written).meant) == number


@given(st.text("0123456789.,'  -–/½²%", min_size=1, max_size=12))
def test_no_text_is_read_as_a_number_that_lacks_some_of_its_digits(written: str) -> None:
    """What is meant by single signs has all digits of the text, unless it is a sum: a fraction, a range."""
    near = near_number(written)
    assert not near.meant or PLAIN.match(near.meant.split(" ± ")[0])
    if near.meant and not set(written) & set("/½²%") and "±" not in near.meant:
        assert _digits(near.meant) == _digits(written)


def _digits(text: str) -> str:
    return "".join(filter(str.isdigit, text)).lstrip("0")
