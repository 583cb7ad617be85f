"""The unit of a number in a package of several languages: each shows its own word, and all of them are right in each."""

import re
from pathlib import Path

import pytest
from lxml import html

from builder.check import check_course
from builder.kinds import KINDS
from builder.kinds.number.unit_names import is_symbol
from builder.model.course import Course
from builder.model.diagnostics import Report
from builder.read import read_course
from builder.render.course import render_page
from builder.render.page.environment import templates_folder
from builder.translate.segment import Token, Tokens
from tests.cases import for_each
from tests.translate.pretend import MARK, read, translate
from tests.translate.test_round_trip import check_joined, check_round_trip

QUESTION = "---\ntitle: One\n---\n\n## Number: {} {{#how-much}}\n\n{}\n"


def course(folder: Path, tags: str, *lines: str) -> tuple[Course, Report]:
    """A course of one question in these languages, with the line that says what is right in each."""
    names = tags.split(", ")
    for place, (tag, line) in enumerate(zip(names, lines, strict=True)):
        below = folder / tag if place else folder
        below.mkdir(parents=True, exist_ok=True)
        more = "" if place or len(names) == 1 else f"languages: [{tags}]\n"
        (below / "course.yml").write_text(f"id: units\ntitle: 1\nlanguage: {tag}\n{more}", "utf-8")
        (below / "01-one.md").write_text(QUESTION.format("?" if place else "How much?", line), "utf-8")
    found, report = read_course(folder, KINDS)
    return found, check_course(found, report)[1]


def shown(source: Course) -> list[tuple[str, set[str], str]]:
    """Of each language: the label of the field, the units that it takes, and the answer."""
    parts = re.split(r'<div [^<>]*data-language="[^"]*">', render_page(source, templates_folder()))
    found = []
    for part in parts:
        page = html.fromstring(f"<div>{part}</div>")
        field = page.xpath("//input[@name='number']")[0]
        label = page.xpath("//*[@class='number__label']")[0].text_content()
        answer = page.xpath("//*[@data-right-answer]")[0].text_content()
        found.append((label, set(field.get("data-units", "").split("|")), " ".join(answer.split())))
    return found


def test_each_language_shows_its_own_unit_and_takes_those_of_all(tmp_path: Path) -> None:
    """A learner may write a word and then switch the language."""
    source, report = course(tmp_path, "en-GB, uk, ar", "= 2..3 sachets|packets", "= 2..3 пакетики|саше", "= 2..3 أكياس")
    assert report.errors == ()
    pages = shown(source)
    for (label, units, answer), own in zip(pages, ("sachets", "пакетики", "أكياس"), strict=True):
        assert f"({own})" in label and own in answer
        assert {"sachets", "packets", "пакетики", "саше", "أكياس"} <= units
    assert "sachets" not in pages[1][0] + pages[1][2]


def test_ids_and_what_is_right_do_not_change_with_a_language(tmp_path: Path) -> None:
    """What was judged before a language came is judged so after it."""
    alone, _ = course(tmp_path / "alone", "en-GB", "= 40 minutes")
    joined, _ = course(tmp_path / "joined", "en-GB, so", "= 40 minutes", "= 40 daqiiqo")
    hooks = [
        re.findall(r' data-(?:item|basis|wording)="[^"]*"', part)
        for one in (alone, joined)
        for part in re.split(r'<div [^<>]*data-language="', render_page(one, templates_folder()))
    ]
    assert hooks[0] and hooks == [hooks[0]] * 3


@for_each(
    ("first", "second", "sound"),
    [
        ("= 6 hours", "= 6 oriau|awr", True),
        ("= 6 glasses of water|glasses", "= 6 gwydraid", True),
        ("= 5 mg", "= 5 мг", True),
        ("= 5 mg", "= 5 g", False),
        ("= 5 mg/kg", "= 5 g/kg", False),
        ("= 5 mmol", "= 5 mol", True),
        ("= 6 hours", "= 6 munud", False),
        ("= 6 hours", "= 7 oriau", False),
        ("= 6 hours", "= 6", False),
        ("= 6", "= 6 oriau", False),
        ("= £5", "= €5", False),
        ("= 4..6 beds or 9 beds", "= 4..6 gwely or 9 gwely", True),
        ("= 4..6 beds or 9 beds", "= 4..6 gwely", False),
    ],
)
def test_another_number_or_another_measure_is_not_the_same_answer(
    tmp_path: Path, first: str, second: str, sound: bool
) -> None:
    """A word for the unit may be any; a unit that is known to be another one is refused, with what to look at."""
    _, report = course(tmp_path, "en-GB, cy", first, second)
    found = [(one.rule, "the line that begins with =" in one.hint) for one in report.errors]
    assert found == ([] if sound else [("LNG-007", True)])


LINES = {
    "= 12 volunteers": ["volunteers"],
    "= 3 doses a day|daily": ["doses a day|daily"],
    "= 45 ± 5 minutes": ["minutes"],
    "= 2..4 cups": ["cups"],
    "= 7 nights or 14 nights": ["nights"],
    "= ..30 days": ["days"],
    "= 10 mg per week": ["mg per week"],
    "= 8 людей": ["людей"],
    "= 37.5 °C": [],
    "= 12 mg/kg": [],
    "= £20": [],
    "= 60 %": [],
    "= 4 kWh|kW·h": [],
    "= 6": [],
}


@for_each("line", LINES)
def test_words_of_a_unit_are_a_segment_and_symbols_stay(tmp_path: Path, line: str) -> None:
    """One for a unit that stands twice; what a translator writes comes back, with the same numbers."""
    folder = tmp_path / "course"
    source, _ = course(folder, "en-GB", line)
    before = source.items[0].interaction
    check_round_trip(folder)
    after = read(folder / "cy").items[0].interaction
    names = "|".join(after.units)  # type: ignore[union-attr]
    found = [names.replace(MARK, "")] if MARK in names else []
    assert found == LINES[line]
    assert after.ranges == before.ranges  # type: ignore[union-attr]
    check_joined(folder)


@for_each("line", [line for line, segments in LINES.items() if segments])
def test_a_unit_that_waits_for_a_translator_says_its_language(tmp_path: Path, line: str) -> None:
    """In the folder of the language, in the label of the field, and in every answer that names it; and no more once it is translated."""
    source, _ = course(tmp_path, "en-GB", line)
    words = source.items[0].interaction.units[0]  # type: ignore[union-attr]
    assert translate(tmp_path, only=lambda _, one: one.unit.segment.role != "unit of a number").sound
    alone = checked(tmp_path / "cy")
    assert languages_of(render_page(alone, templates_folder()), words) == {"en-GB"}

    settings = tmp_path / "course.yml"
    settings.write_text(settings.read_text("utf-8") + "languages: [en-GB, cy]\n", "utf-8")
    below = render_page(checked(tmp_path), templates_folder()).split("data-language=")[1]
    assert languages_of(f"<html><body {below}", words) == {"en-GB"}

    assert translate(tmp_path).sound
    assert "lang=" not in (tmp_path / "cy" / "01-one.md").read_text("utf-8")


def checked(folder: Path) -> Course:
    found, report = check_course(*read_course(folder, KINDS))
    assert found, report.errors
    return found.course


def languages_of(page: str, words: str) -> set[str]:
    """What says the language of some words, wherever they stand."""
    tree = html.fromstring(page)
    for script in tree.xpath("//script"):
        script.drop_tree()
    places = [one for one in tree.iter() if words in (one.text or "") + (one.tail or "")]
    assert len(places) > 1
    return {named[0] if (named := one.xpath("ancestor-or-self::*[@lang][1]/@lang")) else "" for one in places}


@for_each("line", ["= 5 sesiwn {lang=cy}", "= 4..5 gwely|gwelyau  {lang=cy}", "= 7 or 9 sesiwn {lang=cy}"])
def test_a_unit_in_another_language_can_be_marked_by_hand(tmp_path: Path, line: str) -> None:
    """As a paragraph is, behind the line. It is a unit as before: the same answers are right."""
    marked, report = course(tmp_path / "marked", "en-GB", line)
    plain, _ = course(tmp_path / "plain", "en-GB", line.partition("{")[0])
    assert report.diagnostics == ()
    asked, also = marked.items[0].interaction, plain.items[0].interaction
    assert asked == also
    page = render_page(marked, templates_folder())
    assert languages_of(page, asked.units[0]) == {"cy"}  # type: ignore[union-attr]


@pytest.mark.parametrize("words", ["fesul diwrnod ym mhob tŷ", "2 waith", "awr neu ddwy | "])
def test_a_unit_that_cannot_be_read_is_refused_at_its_segment(tmp_path: Path, words: str) -> None:
    """Before anything is written, with the line of the translation file."""
    course(tmp_path / "course", "en-GB", "= 5 shifts")

    def translator(tokens: Tokens) -> Tokens:
        return (Token("words", words),) if tokens[0].words == "shifts" else tokens

    done = translate(tmp_path / "course", translator)
    (fault,) = done.faults
    assert fault.file == "cy.xlf" and fault.line and fault.place == "01-one.md:7"
    assert not (tmp_path / "course" / "cy").exists()


@for_each(
    ("name", "same"),
    [
        ("mmHg", True),
        ("kg", True),
        ("Hz", True),
        ("m²", True),
        ("‰", True),
        ("years", False),
        ("мл", False),
        ("mins", False),
    ],
)
def test_symbols_are_those_that_every_language_writes_so(name: str, same: bool) -> None:
    assert is_symbol(name) is same
