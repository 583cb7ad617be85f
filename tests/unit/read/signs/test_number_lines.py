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


FORMS = {
    **dict.fromkeys(
        [
            *(f"{word} 3 {to} 5" for word, to in (("between", "and"), ("from", "to"), ("rhwng", "a"), ("rhwng", "ac"), ("entre", "et"), ("zwischen", "und"))),
            *(f"{word} 3 {to} 5" for word, to in (("von", "bis"), ("między", "i"), ("od", "do"), ("від", "до"), ("між", "та"), ("між", "і"), ("от", "до"))),
            *(f"{word} 3 {to} 5" for word, to in (("между", "и"), ("de", "à"), ("de", "a"), ("entre", "y"), ("entre", "e"), ("tra", "e"), ("da", "a"))),
            *(f"{word} 3 {to} 5" for word, to in (("entre", "o"), ("بين", "و"), ("من", "إلى"))),
            *("3 ≤ x ≤ 5", "3 <= n <= 5"),
        ],
        "3..5",
    ),
    **dict.fromkeys(("20 plus or minus 2", "20 plus/minus 2", "20 plus-minus 2", "20 -/+ 2", "20 ∓ 2"), "20 ± 2"),
    **{"#7": "7", "#=7:0": "7", "#7.5:0.25": "7.5 ± 0.25", "between 3 and 5 mg": "3..5 mg", "from -2 to 1.5 °C": "-2..1.5 °C"},
    **{"2 m ± 5 cm": "2 m ± 0.05 m", "1 l or 250 ml": "1 l or 0.25 l", "3 kg..3500 g": "3 kg..3.5 kg", "90 min or 2 h": "90 min or 120 min"},
    **{"20 mg ± 2 µg": "20 mg ± 0.002 mg", "500 micrograms ± 0.1 mg": "500 micrograms ± 100 micrograms", "4 m ± 5 %": "4 m ± 0.2 m"},
    **{"2 m ± 5 per cent": "2 m ± 0.1 m", "2 m ± 5 percent": "2 m ± 0.1 m", "101 ± 1 %": "101 ± 1.01"},
}  # fmt: skip
UNSURE = {
    **dict.fromkeys(("> 3", ">3", "more than 3", "over 3", "above 3 mg"), "the least number that is right"),
    **dict.fromkeys(("< 3", "less than 3", "under 3", "below 3"), "the greatest number that is right"),
    **dict.fromkeys(
        [
            f"{word} 3"
            for word in (
                *("~", "≈", "≅", "about", "around", "circa", "c.", "ca.", "approx", "approx.", "approximately", "roughly"),
                *("tua", "oddeutu", "environ", "etwa", "ungefähr", "około", "близько", "около", "حوالي"),
            )
        ],
        "Write = 3 ± and behind it how far",
    ),
    **{"1 h ± 5 min": "Work out how much 5 min is in h", "37 °C ± 1 °F": "Work out how much 1 °F is in °C"},
    **{"20 ± 10 %": "or = 20 % ± 10 %", "100 ± 1 %": "or = 100 % ± 1 %", "5 m ± 2 s": "Work out how much 2 s is in m"},
}  # fmt: skip


@for_each("written", FORMS)
def test_a_range_a_tolerance_or_a_unit_said_in_another_way_is_the_same_value(written: str) -> None:
    """The number is turned too, never its unit alone."""
    (found,) = report_of(module(f"## Number: How many?\n\n= {written}"))
    (edit,) = found.fix
    line = f"= {written}"
    assert f"{line[: edit.column - 1]}{edit.text}{line[edit.end_column - 1 :]}" == f"= {FORMS[written]}"
    assert not list(report_of(module(f"## Number: How many?\n\n= {FORMS[written]}")))


@for_each("written", UNSURE)
def test_what_may_mean_two_values_is_left_to_the_author(written: str) -> None:
    """Each is named; none is written in."""
    (found,) = report_of(module(f"## Number: How many?\n\n= {written}"))
    assert found.fix == () and UNSURE[written] in found.hint, found.hint


STOPPED = [
    *("5 mg.", "5 °C.", "50 %.", "5..10 ml.", "5 tablets.", "5 мг.", "5 tablet.", "5 kg.", "5 %.", "5 ملغ."),
    "5 litres.",
]
SHORTENED = [
    *("5 in.", "5 ft.", "5 mi.", "5 lb.", "5 oz.", "5 s.", "5 min.", "5 h.", "5 d.", "5 i.u.", "5 c.c.", "5 m.p.h."),
    *("5 Std.", "5 godz.", "5 хв.", "5 tabl.", "5 Tab."),
]  # fmt: skip
CAPITALS = [
    "5 MG",
    "5 Mg",
    "5 ML",
    "5 Ml",
    "5 MCG",
    "5 CM",
    "5 LB",
    "5 Oz",
    "5 G",
    "5 МГ",
    "5 Кг",
    "5 Gbp",
    "5 or 6 MG",
    "5 MG ± 1 MG",
]
OWN_CAPITALS = [
    *("5 KG", "5 Km", "5 mL", "5 dL", "5 L", "5 IU", "5 GBP", "5 °C", "5 C", "5 D", "5 S", "5 kPa", "5 MBq", "5 Gy", "5 mmol/L"),
    *("5 MG|mg", "5 MMOL/L", "5 A", "5 V", "5 W", "5 Hz", "5 dB", "5 Pa", "5 MPa"),
]  # fmt: skip


@for_each("written", STOPPED)
def test_a_full_stop_behind_a_unit_is_reported(written: str) -> None:
    """The field would ask for it."""
    (found,) = report_of(module(f"## Number: How many?\n\n= {written}"))
    (edit,) = found.fix
    line = f"= {written}"
    assert f"{line[: edit.column - 1]}{edit.text}{line[edit.end_column - 1 :]}" == line[:-1]


@for_each("written", [*SHORTENED, *OWN_CAPITALS])
def test_what_is_written_so_is_no_fault(written: str) -> None:
    """Words that are cut short, and capitals of the unit itself."""
    assert not list(report_of(module(f"## Number: How many?\n\n= {written}")))


@for_each("written", CAPITALS)
def test_capitals_that_make_another_unit_are_reported(written: str) -> None:
    """Only the author knows which unit it is: nothing is written in."""
    for found in report_of(module(f"## Number: How many?\n\n= {written}")):
        assert found.rule == "QUE-010" and found.fix == () and "if that is the unit" in found.hint
    assert list(report_of(module(f"## Number: How many?\n\n= {written}")))


@for_each("written", ["50%", "50 ٪", "٥٠٪", "50％", "٥..١٠٪"])
def test_percent_is_a_unit_in_any_script(written: str) -> None:
    """As it is typed."""
    assert not list(report_of(module(f"## Number: How many?\n\n= {written}")))
