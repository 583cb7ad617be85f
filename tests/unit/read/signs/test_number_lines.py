"""The line of a `Number` that says what is right, with signs of formulas and of markdown in it."""

import pytest

from builder.kinds.number.plain_line import in_plain_signs
from tests.cases import for_each
from tests.limits.pairs import module, report_of

WRITTEN = [
    ("5 $m^2$", "5 m²"),
    ("5 m$^2$", "5 m²"),
    ("5 $kg/m^3$", "5 kg/m³"),
    ("5 m^{2}", "5 m²"),
    ("3 × 10^3", "3000"),
    ("3 x 10^3 mg", "3000 mg"),
    ("3*10^3^", "3000"),
    ("-3 · 10³ ± 5", "-3000 ± 5"),
    ("1,5 × 10^2 or 2 × 10⁻²", "150 or 0.02"),
    ("10^3 .. 10^4", "1000 .. 10000"),
    ("2^10", "1024"),
    ("$3$", "3"),
    ("\\$5", "$5"),
    ("$\\frac{1}{4}$ kg", "0.25 kg"),
    ("3 \\times 10^3", "3000"),
    ("$5 \\pm 2$", "5 ± 2"),
    ("5\\,\\mathrm{mg}", "5 mg"),
    ("5 \\text{ mg}", "5 mg"),
    ("5 $\\mu$g", "5 µg"),
    ("40\\%", "40%"),
    ("**5**", "5"),
    ("__5__ kg", "5 kg"),
    ("==5==", "5"),
    ("`5`", "5"),
    ("<b>5</b> m<sup>2</sup>", "5 m²"),
]


@for_each(("written", "meant"), WRITTEN)
def test_signs_of_formulas_are_reported_with_the_line_to_write(written: str, meant: str) -> None:
    """The line of the hint is right, and says the same number."""
    head = "## Number: How much is it?\n\n= "
    (found,) = report_of(module(head + written))
    assert (found.rule, found.hint) == ("QUE-010", f"Write: = {meant}")
    assert report_of(module(head + meant)) == ()


@for_each("written", ["6.02 × 10^23", "10^-9 m", "3^-2"])
def test_a_number_with_too_many_digits_has_no_such_line(written: str) -> None:
    """The hint names what fits."""
    (found,) = report_of(module(f"## Number: How much is it?\n\n= {written}"))
    assert found.rule == "QUE-010" and "at most 15 of them" in found.hint and not found.fix


@for_each("written", ["1.500 × 10^3", "-2.000 · 10²"])
def test_a_number_that_can_be_read_in_two_ways_has_no_remedy(written: str) -> None:
    """A point may part thousands: which number was meant, only its author knows."""
    (found,) = report_of(module(f"## Number: How much is it?\n\n= {written}"))
    assert found.rule == "QUE-010" and not found.fix


@pytest.mark.parametrize("plain", ["20 ± 2", "5 m²", "5..10 mg", "$5", "5 m⁻¹", "5 kg/m³"])
def test_plain_lines_stay(plain: str) -> None:
    """Also with small figures of a unit, and a currency."""
    assert in_plain_signs(plain) == plain
    assert report_of(module(f"## Number: How much is it?\n\n= {plain}")) == ()
