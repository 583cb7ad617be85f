"""How long a course takes, in the words of its author."""

import re

import pytest

from builder.read.settings.times import PATTERN, as_minutes, how_to_write_minutes, near_minutes
from tests.cases import for_each

READ = {
    20: ["20", "20 min", "20 mins", "20 mins.", "20m", "20 minutes", "About 20 minutes", "approx. 20 minutes", "~20 min",
         "20 munud", "tua 20 munud", "20 o funudau", "20 minutes long", "circa 20 minutes", "20 minutes (approx.)",
         "20 minut", "20 хвилин", "20 دقيقة", "٢٠ دقيقة", "20 Minuten", "PT20M", " 20  minutes. ", "020 minutes"],
    90: ["1h 30", "1h30", "1 h 30 min", "1hr 30mins", "1 hour 30 minutes", "1 hour and 30 minutes", "1 hour, 30 minutes",
         "1.5 hours", "1,5 heures", "1½ hours", "1 ½ hours", "1 1/2 hours", "an hour and a half", "one and a half hours",
         "awr a hanner", "1 awr 30 munud", "1 awr a 30 munud", "90 minutes", "PT1H30M", "about 1.5 hrs"],
    30: ["half an hour", "Half an hour", "hanner awr", "0.5 hours", ".5 h", "½ hour", "about half an hour"],
    60: ["1 hour", "an hour", "one hour", "1h", "1 hr", "awr", "1 awr", "PT1H", "1 година", "1 ساعة", "1 godzina", "about an hour"],
    75: ["1¼ hours", "1.25 hours", "1 hour 15"],
    720: ["12 hours", "12 oriau"],
}  # fmt: skip
"""Minutes -> what says so."""

UNREAD = [
    "", "long", "12:30", "0", "0 minutes", "0h", "0.0 hours", "20-30 minutes", "20 to 30 minutes", "2 days", "a while", "20 hamsters",
    "1.5", "1h 75", "-20 minutes", "1,500 minutes", "20 minutes 30 seconds", "0:45", "20 seconds", "PT", "hours", "about", "2 awr a hanner 3",
    "1.30 hours", "2,15 h", "0.45 hours",
]  # fmt: skip


@for_each(("minutes", "said"), [(minutes, said) for minutes, all_ in READ.items() for said in all_])
def test_a_time_is_read_as_authors_write_it(minutes: int, said: str) -> None:
    """In minutes and hours, with or without “about”, in several languages; an editor's schema agrees."""
    assert as_minutes(said) == minutes
    assert re.fullmatch(PATTERN, said)


@for_each("said", UNREAD)
def test_what_could_be_two_lengths_or_none_is_refused(said: str) -> None:
    """A clock, a range, seconds, days: nobody can tell which number of minutes is meant."""
    with pytest.raises(ValueError):
        as_minutes(said)
    assert not re.fullmatch(PATTERN, said)


@for_each(("said", "meant"), [("40 minuets", "40 minutes"), ("2 huors", "2 hours"), ("40 monkeys", "")])
def test_a_slip_in_the_unit_keeps_the_number(said: str, meant: str) -> None:
    """No remedy has somebody else's number in it."""
    assert near_minutes(said) == meant


@for_each(
    ("said", "both"),
    [
        ("12:30", ("12 hours 30", "12 minutes")),
        ("5:00", ("5 hours", "5 minutes")),
        ("20-30 minutes", ("30 minutes", "20 minutes")),
        ("1.30 hours", ("1 hour 30", "78 minutes")),
    ],
)
def test_what_could_be_two_lengths_is_shown_both_ways(said: str, both: tuple[str, str]) -> None:
    """The author chooses; both can be read."""
    hint = how_to_write_minutes(said)
    assert all(f"time: {one}" in hint and as_minutes(one) for one in both)


@for_each(("said", "meant"), [("1:30", "1 hour 30"), ("0:45", "45 minutes"), ("4:00", "4 hours")])
def test_a_short_clock_is_shown_one_way(said: str, meant: str) -> None:
    """Nobody writes a course of one minute and a half."""
    assert how_to_write_minutes(said) == f"Write: time: {meant}"
