"""Numbers as people write them: what was meant, and nothing else."""

import re
from collections.abc import Iterable
from decimal import Decimal
from pathlib import Path

from hypothesis import given
from hypothesis import strategies as st

from builder.evidence.walk.answers import Question, answers_to
from builder.kinds import KINDS
from builder.kinds.number import NUMBER
from builder.kinds.number.unit_names import plain_spellings, same_unit
from builder.model.assessment import NumericEntryInteraction
from builder.model.diagnostics import Diagnostic
from builder.read import read_course
from builder.read.near_miss.numbers import EXAMPLE, PLAIN, near_number, share
from tests.cases import for_each
from tests.limits.pairs import module, report_of

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
    "5-7": "5..7",
    "5 to 7": "5..7",
    "5–7": "5..7",
    "1,5 to 2,5": "1.5..2.5",
    "-5 to 5": "-5..5",
    "25 000–30 000": "25000..30000",
}
"""What is written, and what it can only mean."""

READ = {
    "20": "20..20",
    "20 ± 2": "18..22",
    "5..10": "5..10",
    "5…10": "5..10",
    "-5..-2.5": "-5..-2.5",
    "5 or 7": "5..5 7..7",
    "5 or 7 ± 1 or 20..30": "5..5 6..8 20..30",
    "18..": "18..",
    "..10": "..10",
    "5 mg": "5..5 mg",
    "5..10 mg": "5..10 mg",
    "5 mg..10 mg": "5..10 mg",
    "5 or 7 mg": "5..5 7..7 mg",
    "20 minutes ± 2": "18..22 minutes",
    "90 minutes|min": "90..90 minutes|min",
    "18 years..": "18.. years",
    "..10 mg": "..10 mg",
    "£5": "5..5 £",
    "₾5": "5..5 ₾",
    "₪5..₪10": "5..10 ₪",
    "$5 or $7": "5..5 7..7 $",
    "฿20 ± 2": "18..22 ฿",
    "2.50 €": "2.50..2.50 €",
    "20%": "20..20 %",
    "21 °C": "21..21 °C",
    "5 m²": "5..5 m²",
    "7 km/h": "7..7 km/h",
}
"""What is written behind the `=`, and the ends that are right with the names of the unit."""

REPORTED = {
    "25 000 kr": ("Write 25000 without it.", "25000 kr"),
    "1'500 CHF": ("Write 1500 without it.", "1500 CHF"),
    "2½ hours": ("Write 2.5", "2.5 hours"),
    "5 to 7 minutes": ("Write 5..7", "5..7 minutes"),
    "at least 18": ("Write 18..", "18.."),
    "18 years or more": ("Write 18 years..", "18 years.."),
    "up to 5 mg": ("Write ..5 mg", "..5 mg"),
    "7+": ("Write 7..", "7.."),
    "10..5": ("Write 5..10", "5..10"),
    "7 ± 10%": ("Write 0.7", "7 ± 0.7"),
    "5 mg or 7 g": ("Write 7000 mg in place of 7 g", "5 mg or 7000 mg"),
    "1,500 mg": ("Write 1500 without the comma. If the comma is the decimal point, write 1.5", ""),
    "CHF 5": ("Write: = 5 CHF", "5 CHF"),
    "EUR 5..10": ("Write: = 5 EUR", "5 EUR..10"),
    "-₾5": ("Write: = -5 ₾", "-5 ₾"),
    "kr 50 ± 2": ("Write: = 50 kr", "50 kr ± 2"),
    "R$5": ("Write the number alone, 5 , and name R$ in the question.", ""),
    "5 ¢": ("Write the number alone, 5 , and name ¢ in the question.", ""),
    "1.500 mg": ("Write 1500 if the point separates thousands, or 1.5000 if it is the decimal point.", ""),
}
"""What is reported of a line, and the line as it is meant; empty where nobody but the author knows."""

LISTED = {
    name: [line.strip() for line in " ".join(body.split("\n")).split(",")]
    for name, body in re.findall(
        r"^# (.*)\n((?:.+\n)+)",
        (Path(__file__).parents[1] / "limits" / "number_words.txt").read_text("utf-8"),
        re.MULTILINE,
    )
}
"""What words beside a number make of it -> lines, one at least for each word that the code knows."""
DATES = [
    *(
        "3 March",
        "3 Mawrth",
        "3 o Fawrth",
        "3 mars",
        "3 marca",
        "3 березня",
        "3 Μαρτίου",
        "3 de marzo",
        "3 مارس",
        "3 במרץ",
    ),
    *("3月", "3월", "3 मार्च", "March 3", "3rd March", "3 March 2024", "5 May 2024", "3. Mai"),
]
NAMES = ["2 Corinthians", "10 Downing Street", "3 Samuel", "16 Monday", "12 Angry Men", "2 Коринтян"]

UNKNOWN = [
    *("IV", "XIV", "seven", "two dozen", "about 5", "ca. 5", "> 5", "<5", "≥ 5", "~5", "7+", "7 or more", "at least 7"),
    *("5 or 6", "5, 6", "5;6", "5 and 6", "1 2 3", "1,2,3", "12 34", "7.5.2"),
    *("05-12", "1h30", "7 minutes, 30 seconds", "5 ft 10"),
    *("10²", "2x10", "2½ hours", "10 (ten)", "2/0", "7-5", "10-3", "5 + 2"),
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
    assert all(PLAIN.match(part) for part in meant.split(".."))


def lines_read(folder: Path, lines: Iterable[str]) -> dict[str, list[Diagnostic] | NumericEntryInteraction]:
    """A course with a question for each line: what was read of it, or what is reported."""
    told = list(lines)
    head = "---\ntitle: Doses\n---\n"
    asked = [f"## Number: Question {place}? {{#q-{place}}}\n= {line}\n\n" for place, line in enumerate(told)]
    (folder / "01-welcome.md").write_text(head + "".join(asked), encoding="utf-8")
    course, report = read_course(folder, KINDS)
    read = {item.id: item.interaction for item in course.items}
    return {
        line: read.get(f"q-{place}") or [one for one in report.diagnostics if one.span.line == 3 * place + 5]
        for place, line in enumerate(told)
    }


def test_words_that_make_something_else_of_a_number_are_no_unit(course_folder: Path) -> None:
    """A day, a place in an order, a name, a thousand of it: each is reported with what to write, in any script; a measure is read."""
    kinds = {
        "a time of day or a date is not a number": [*DATES, *LISTED["moments"]],
        "is a place in an order, and not a number": LISTED["places"],
        "is written as a name is": NAMES,
        "changes the number before it": LISTED["changed"],
        "is two numbers": LISTED["shares"],
    }
    told = lines_read(course_folder, [line for lines in kinds.values() for line in lines] + LISTED["measures"])
    for message, lines in kinds.items():
        for line in lines:
            found = told[line]
            assert isinstance(found, list) and [one.rule for one in found] == ["QUE-010"], (line, found)
            assert message in found[0].message, (line, found[0].message)
            assert not found[0].fix
            if line in DATES:
                assert f"[[{line}]]" in found[0].hint
            if line in LISTED["shares"]:
                assert found[0].hint == "Write the one that is right: = 7 , or = 70 %"
    for line in LISTED["measures"]:
        assert isinstance(told[line], NumericEntryInteraction), (line, told[line])
    assert near_number("2 von 3").hint.endswith(": = 2")


def test_in_a_language_of_capitals_a_noun_is_a_unit(course_folder: Path) -> None:
    """German writes every noun with one; its months are no units there either."""
    settings = (course_folder / "course.yml").read_text(encoding="utf-8")
    (course_folder / "course.yml").write_text(re.sub("language: .*", "language: de", settings), encoding="utf-8")
    told = lines_read(course_folder, ["20 Stunden", "3 Kinder", "3 Mai"])
    assert [isinstance(found, NumericEntryInteraction) for found in told.values()] == [True, True, False]


def test_two_numbers_with_a_stroke_may_be_a_blood_pressure() -> None:
    """120/80 is not 1.5; 3/2 is."""
    near = near_number("120/80")
    assert not near.meant and "1.5" not in near.hint and "[[120/80]]" in near.hint
    assert near_number("3/2").meant == "1.5"


def test_each_form_of_the_line_is_read(course_folder: Path) -> None:
    """A value, a range, several, with a unit or without."""
    said = {}
    for line, read in lines_read(course_folder, READ).items():
        assert isinstance(read, NumericEntryInteraction), (line, read)
        ends = [f"{'' if one.low is None else one.low}..{'' if one.high is None else one.high}" for one in read.ranges]
        said[line] = " ".join([*ends, *filter(None, ["|".join(read.units)])])
    assert said == READ


def test_a_remedy_keeps_the_number_and_its_unit(course_folder: Path) -> None:
    """A dose of 1,500 mg is neither 1 mg nor, unasked, 1.5."""
    said = {}
    for line, read in lines_read(course_folder, REPORTED).items():
        assert isinstance(read, list), line
        (one,) = read
        edits = one.fix
        start = edits[0].column - 3 if edits else 0
        mended = line[:start] + edits[0].text + line[edits[0].end_column - 3 :] if edits else ""
        said[line] = (one.hint, mended)
    assert said == REPORTED


@for_each("name", ["kr", "Kr", "kr.", "Rs", "Rs.", "Fr", "zł", "Kč", "Ft", "RM", "Sh", "lei", "din", "PLN", "UAH"])
def test_a_currency_before_its_number_goes_behind_it(name: str, tmp_path: Path) -> None:
    """No remedy leaves it out."""
    (read,) = lines_read(tmp_path, [f"{name} 50"]).values()
    assert isinstance(read, list)
    assert [one.hint for one in read] == [f"Write: = 50 {name}"]


def test_every_way_to_name_one_end_is_reported_with_two_points(course_folder: Path) -> None:
    """Before the number or behind it, with a unit and without; and an ordinal is no unit."""
    above = [
        *(f"{word} 7" for word in ("at least", "from", "≥", ">=")),
        *(f"7 {word}" for word in ("+", "or more", "or above", "or over")),
    ]
    below = [f"{word} 7" for word in ("at most", "up to", "no more than", "≤", "<=")]
    below += [f"7 {word}" for word in ("or less", "or fewer", "or below", "or under")]
    read = lines_read(course_folder, [*above, *below])
    hints = {line: [one.hint for one in found] for line, found in read.items() if isinstance(found, list)}
    assert hints == {line: ["Write 7.."] if line in above else ["Write ..7"] for line in (*above, *below)}
    others = lines_read(
        course_folder,
        ["1st", "2nd", "3rd", "4th", "more than 7", "7 or eight", "7 $", "$7", "7 €", "7 ¥", "¥7", "€7", "11 st"],
    )
    assert [line for line, found in others.items() if isinstance(found, list)] == [
        "1st",
        "2nd",
        "3rd",
        "4th",
        "more than 7",
        "7 or eight",
    ]


def test_a_package_is_tried_with_numbers_that_are_right_and_wrong(course_folder: Path) -> None:
    """What `verify` writes is read off the words of a report, whatever the form of the line and its unit."""
    for line, read in lines_read(course_folder, [*READ, "..5 or 10.."]).items():
        assert isinstance(read, NumericEntryInteraction) and NUMBER.reported
        said = tuple(NUMBER.reported(read))
        given = answers_to(Question("q", "number", True, (), (), said, {}))
        (right,) = given["right"]
        assert _is_right(Decimal(right), read), (line, right)
        assert not any(_is_right(Decimal(wrong), read) for wrong in given.get("wrong", ())), line
        assert ("wrong" in given) == (line != "..5 or 10..")


def _is_right(number: Decimal, read: NumericEntryInteraction) -> bool:
    return any(
        (one.low is None or number >= one.low) and (one.high is None or number <= one.high) for one in read.ranges
    )


def test_a_sentence_is_no_unit(course_folder: Path) -> None:
    """A remark behind the number is not what learners are to write."""
    units = ["milligrams per kilogram", "milligrams per kilogram b", "a" * 24, "a" * 25, "a b c", "a b c d"]
    read = lines_read(course_folder, [f"20 {unit}" for unit in units])
    assert [not isinstance(one, list) for one in read.values()] == [True, False, True, False, True, False]


def test_another_name_of_the_unit_outdates_no_answer(course_folder: Path) -> None:
    """The fingerprint has the unit that is shown; a line as it was before units has the one that it had."""
    read = lines_read(course_folder, ["20 ± 2", "18..22", "20 mg", "20 mg|milligrams", "20 g"])
    ways = {
        line: NUMBER.right(one)
        for line, one in read.items()
        if isinstance(one, NumericEntryInteraction) and NUMBER.right
    }
    assert ways["20 ± 2"] == ways["18..22"] == ["18", "22"]
    assert ways["20 mg"] == ways["20 mg|milligrams"] != ways["20 g"]


@for_each("written", UNKNOWN)
def test_what_may_be_any_number_is_not_guessed(written: str) -> None:
    """Not the first digits of it, above all."""
    near = near_number(written)
    assert (near.hint, near.meant) == (EXAMPLE, "")


@for_each("written", ["12/05/2024", "2024-05-12", "31.12.2024", "10:30", "10.30 am", "9 PM", "8.15 p.m.", "10.30 Uhr"])
def test_a_time_of_day_or_a_date_is_asked_for_as_words(written: str) -> None:
    """Its figures alone would be another number."""
    near = near_number(written)
    assert (near.hint, near.meant) == (
        f"Ask for it in a text with a gap: `## Fill: ...`, and [[{written}]] in a sentence below it.",
        "",
    )


def test_a_fraction_without_end_is_written_with_what_is_left_out() -> None:
    """A third is not 0.333."""
    assert near_number("1/3").hint.startswith("Write 0.333 in place of 1/3 , or 0.333 ± 0.001 in its place")
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


@given(st.integers(1000, 10**12))
def test_a_number_parted_by_commas_is_told_with_all_its_digits(number: int) -> None:
    """1,500 is never called 1."""
    assert str(number) in near_number(f"{number:,}").hint


@given(st.text("0123456789.,'  -–/½²%", min_size=1, max_size=12))
def test_no_text_is_read_as_a_number_that_lacks_some_of_its_digits(written: str) -> None:
    """What is meant by single signs has all digits of the text, unless it is a sum: a fraction, a range."""
    near = near_number(written)
    assert not near.meant or PLAIN.match(near.meant.split("..")[0])
    if near.meant and not set(written) & set("/½²%") and ".." not in near.meant:
        assert _digits(near.meant) == _digits(written)


def _digits(text: str) -> str:
    return "".join(filter(str.isdigit, text)).lstrip("0")


@for_each(
    ("written", "hint"),
    [
        ("5 mg neu 20 mg", "Write 5 or 20 where either is right, and 5..20 where all between them are."),
        ("5 мг або 20 мг", "Write 5 or 20 where either is right, and 5..20 where all between them are."),
        ("5 mg, 10 mg", "Write 5 or 10 where either is right, and 5..10 where all between them are."),
        (
            "36,5 °C oder 37 °C",
            "Write 36.5 or 37 where either is right, and 36.5..37 where all between them are.",
        ),
        ("٣٫٥ ملغ أو ٤ ملغ", "Write 3.5 or 4 where either is right, and 3.5..4 where all between them are."),
        ("1,500 mg, 2,000 mg", EXAMPLE),
        ("3 m^2^", "Write 3 m²"),
        ("3 m^-2 ", "Write 3 m⁻²"),
    ],
)
def test_two_numbers_and_small_figures_have_a_hint_of_their_own(written: str, hint: str) -> None:
    """Also with the word for “or” in another language; what is one number keeps its own hint."""
    (fault,) = report_of(module(f"## Number: How much? {{#much}}\n\n= {written}"))
    assert (fault.rule, fault.hint) == ("QUE-010", hint)
    remedy = hint.removeprefix("Write ").partition(" where")[0]
    assert hint == EXAMPLE or not report_of(module(f"## Number: How much? {{#much}}\n\n= {remedy}")), (
        "it can be written"
    )
    (other,) = report_of(module("## Number: How much? {#much}\n\n= 1 hour 30 minutes"))
    assert "or 30" not in other.hint


def test_a_unit_is_one_however_its_letters_are_coded() -> None:
    """The sign of micro and the Greek letter look alike, and the run-time takes them as one."""
    assert report_of(module("## Number: How much? {#much}\n\n= 5 \u00b5g or 6 \u03bcg")) == ()


@for_each(("written", "typed"), [("מ״ג", 'מ"ג'), ("ס״מ", "ס”מ"), ('מ"ל', "מ״ל"), ("ק׳", "ק'")])
def test_marks_in_a_unit_may_be_those_of_any_keyboard(written: str, typed: str) -> None:
    """Learners type the marks that their keyboards have."""
    assert same_unit(written, typed) and typed in plain_spellings(written)


def test_small_figures_of_a_unit_are_told_however_they_are_typed() -> None:
    """`3 m2` is no range and no two numbers; and one unit in two spellings is one."""
    for text in ("1e3", "2x3", "5 B2"):
        assert not any(
            "small figures" in fault.message for fault in report_of(module(f"## Number: How much?\n\n= {text}\n"))
        )
    for text in ("3 m2", "3 m^2", "3 m^2^"):
        (fault,) = report_of(module(f"## Number: How much?\n\n= {text}\n"))
        assert fault.hint == "Write 3 m²", text
    assert not report_of(module("## Number: How much?\n\n= 5 mg or 7 milligrams\n"))


@for_each(
    ("text", "meant"),
    [
        ("10^3", "1000"),
        ("10^-3", "0.001"),
        ("6.02 × 10^2", "602"),
        ("2**10", "1024"),
        ("10^6 cells", "1000000"),
    ],
)
def test_a_power_is_written_out(text: str, meant: str) -> None:
    """Its hint is a number, not the small figures of a unit."""
    (fault,) = report_of(module(f"## Number: How much?\n\n= {text}\n"))
    assert fault.hint == f"Write: = {text.replace(text.removesuffix(' cells'), meant)}"


@for_each("text", ["m^2", "x10^9/l"])
def test_a_unit_alone_is_no_number(text: str) -> None:
    """No remedy is offered that would be another error."""
    (fault,) = report_of(module(f"## Number: How much?\n\n= {text}\n"))
    assert fault.fix == ()
