"""The answer key as a spreadsheet reads it, for every kind of question: `key_table.csv`.

Tutors read reports of an LMS by it. `SNAPSHOTS=write` writes it afresh. Read what it wrote.
"""

import csv
import io
from dataclasses import replace
from pathlib import Path

from builder.render.answer_key.key import key_of
from builder.render.answer_key.table import key_table
from tests.examples import example_items
from tests.rules.corpus import REREAD, WRITING
from tests.unit.course_factory import course, module

HELD = Path(__file__).with_name("key_table.csv")


def test_the_key_of_every_kind_is_what_was_read_and_approved() -> None:
    """With its columns, a row for each thing that can be answered."""
    made = key_table(key_of(course(module("all", "All", *example_items()))))
    if WRITING:
        HELD.write_bytes(made)
    assert made == HELD.read_bytes(), REREAD
    assert made.startswith(b"\xef\xbb\xbf") and made.count(b"\r\n") == made.count(b"\n")


def test_the_251st_question_has_no_place_of_its_own() -> None:
    """render.answer_key.key.MOST_PLACES: as the run-time gives none."""
    (first, *_) = example_items()
    items = [replace(first, id=f"q{number}") for number in range(251)]
    places = [entry.place for entry in key_of(course(module("all", "All", *items)))]
    assert places == [*range(250), None]


def test_no_cell_is_a_formula() -> None:
    """However it begins, in the letters of wide scripts too."""
    (first, *_) = example_items()
    for sign in "=+-@\t\r＝＋－＠":
        entries = key_of(course(module("all", f"{sign}1+1", first)))
        row = list(csv.reader(io.StringIO(key_table(entries).decode("utf-8-sig"), newline="")))[1]
        assert row[2] == f"'{sign}1+1", ascii(sign)
    for sign in "=+-@＝":
        # Where a comma is the decimal sign, a semicolon begins the next cell.
        entries = key_of(course(module("all", f"One;{sign}1+1", first)))
        row = list(csv.reader(io.StringIO(key_table(entries).decode("utf-8-sig"), newline="")))[1]
        assert row[2] == f"One;'{sign}1+1", ascii(sign)
    entries = key_of(course(module("all", "1+1=2; -1 is less", first)))
    assert "'" not in list(csv.reader(io.StringIO(key_table(entries).decode("utf-8-sig"))))[1][2]
