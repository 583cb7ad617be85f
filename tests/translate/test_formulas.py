"""Words in formulas are translated as all others are; what is around them stays as it is."""

import re
from collections.abc import Iterator
from dataclasses import fields, is_dataclass
from pathlib import Path

import pytest
from lxml import html

from builder.model.content.maths import MathNode
from builder.render.course import render_page
from builder.render.page.environment import templates_folder
from builder.translate.extract.texts import read_texts
from builder.translate.segment import Token, Tokens
from tests.cases import for_each
from tests.translate.pretend import MARK, read, same, translate, unmarked
from tests.translate.test_round_trip import check_joined, check_round_trip
from tests.translate.test_words_in_signs import course_of

BODIES = {
    "among words": "So $\\text{dose} = \\frac{\\text{weight in }\\mathrm{kg}}{2}\\,\\text{mg}$ it is, and $\\mbox{rate per minute}$.\n",
    "on lines of its own": "$$\n\\text{dose} = \\begin{cases} 5 & \\text{if young} \\\\ 10\\,\\text{ml} & \\text{otherwise} \\end{cases}\n$$\n",
    "on one line": "Words.\n\n$$\\textbf{Total} = 2\\,\\text{mg/kg}$$\n",
    "in a heading, a cell and an entry": "## Of $\\text{risk}$\n\n| A | B |\n| --- | --- |\n| $\\text{benefit}$ | $x$ |\n\n- An entry $\\text{cost}_1$\n",
    "in a fence": "Words.\n\n```math\n\\text{dose} = 2\n```\n\n- Entry\n\n  ~~~ math\n  \\text{rate}\n  ~~~\n",
    "in a question": "## Quiz: Which $\\text{share}$ is it? {#which}\n\n- [x] $\\text{half of it}$\n- [ ] $\\text{ all}$\n  > No, $\\text{less}$.\n",
    "in no language": "So $\\text{m}$, $\\text{µg}$, $\\text{ 5 kg}$ and $x_{\\text{A}}$.\n",
    "in other scripts": "So $\\text{доза}$, $\\text{الجرعة}$, $\\text{剂量}$.\n",
}


UNITS = {"kg", "mg", "ml", "mg/kg", "m", "µg", "5\u00a0kg", "A"}
"""What needs no translator."""


def words_in(value: object) -> Iterator[str]:
    """What formulas of a course say in words."""
    if isinstance(value, MathNode) and value.name == "mtext":
        yield value.words
    if is_dataclass(value):
        value = [getattr(value, field.name) for field in fields(value)]
    if isinstance(value, list | tuple):
        for one in value:
            yield from words_in(one)


@for_each("name", BODIES)
def test_words_of_a_formula_come_back(name: str, tmp_path: Path) -> None:
    """Each once and at its place, but for symbols of units."""
    folder = course_of(tmp_path, BODIES[name])
    before = list(words_in(read(folder).modules))
    check_round_trip(folder)
    found = list(words_in(read(folder / "cy").modules))
    assert before and [one.replace(MARK, "") for one in found] == before
    units = {one for one in found if MARK not in one}
    assert {one.strip() for one in units} <= UNITS
    check_joined(folder)


AWKWARD = r" 5 % {so} \ $3 [a] *b* `c` | _d_ & <e> #f ~g~ ^h^"


def awkward(tokens: Tokens) -> Tokens:
    """Words of a translator who types every sign that means something anywhere."""
    return (Token("words", tokens[0].words + AWKWARD),)


@pytest.mark.parametrize("name", ["among words", "on lines of its own", "in a heading, a cell and an entry"])
def test_what_a_translator_types_into_a_formula_is_words(name: str, tmp_path: Path) -> None:
    """None of it ends the words or the formula."""
    folder = course_of(tmp_path, BODIES[name])
    done = translate(folder, awkward, only=lambda _, one: one.unit.segment.style == "formula", others=same)
    assert done.sound, done.faults

    words = [one for one in words_in(read(folder).modules) if one.strip() not in UNITS]
    shown = re.sub(r"[\s\u2061-\u2064]", "", all_words(read(folder / "cy").modules)).replace("\\\\", "\\")
    assert words and shown.count(AWKWARD.replace(" ", "")) == len(words), shown


def all_words(value: object) -> str:
    """All that formulas say, signs as well."""
    if isinstance(value, MathNode):
        return value.words + all_words(value.inside)
    if is_dataclass(value):
        value = [getattr(value, field.name) for field in fields(value)]
    return "".join(map(all_words, value)) if isinstance(value, list | tuple) else ""


def test_words_of_a_formula_that_wait_leave_it_whole(tmp_path: Path) -> None:
    """A sentence that is translated keeps the source's words in its formula until they are."""
    folder = course_of(tmp_path, BODIES["among words"])
    done = translate(folder, only=lambda _, one: one.unit.segment.style != "formula")
    assert done.sound, done.faults
    assert list(words_in(read(folder / "cy").modules)) == list(words_in(read(folder).modules))


BY_ITSELF = {
    "between dollars": "$$\n\\text{dose} = 2\\,\\text{tablets}\n$$\n",
    "on one line": "Words.\n\n$$\\text{dose} = 2\\,\\text{tablets}$$\n\nMore.\n",
    "in a quotation": "> $$\n> \\text{dose} = \n> 2\\,\\text{tablets}\n> $$\n",
    "in a fence": "````math\n\\text{dose} = 2\\,\\text{tablets}\n````\n",
}


@for_each("name", BY_ITSELF)
@pytest.mark.parametrize("left", [0, 1])
def test_a_formula_that_is_translated_in_part_stays_in_one_language_and_says_it(
    name: str, left: int, tmp_path: Path
) -> None:
    """One mark says the language of a formula: words that wait keep the others waiting."""
    folder = course_of(tmp_path, BY_ITSELF[name])
    words = ("dose", "tablets")[left]
    assert translate(folder, only=lambda _, one: one.unit.segment.flat != words).sound
    text = render_page(read(folder / "cy"), templates_folder())
    (formula,) = html.fromstring(text).xpath("//math")
    assert formula.xpath("ancestor::*[@lang][1]/@lang") == ["en-GB"]
    assert [one.text for one in formula.iter("mtext")][:1] == ["dose"] and MARK not in formula.get("alttext")

    assert translate(folder).sound
    text = render_page(read(folder / "cy"), templates_folder())
    (formula,) = html.fromstring(text).xpath("//math")
    assert formula.xpath("ancestor::*[@lang][1]/@lang") == ["cy"]
    assert formula.get("alttext").count(MARK) == 2


def test_words_from_right_to_left_run_so_in_a_formula(tmp_path: Path) -> None:
    """The formula itself runs from left to right."""
    folder = course_of(tmp_path, "So $\\text{الجرعة (1)} = 2\\,\\text{mg}$.\n")
    (formula,) = html.fromstring(render_page(read(folder), templates_folder())).xpath("//math")
    assert [one.get("dir") for one in formula.iter("mtext")][:1] == ["rtl"]
    assert [one.get("dir") for one in formula.iter("mn", "mi")] == [None] * len([*formula.iter("mn", "mi")])


ALTERNATIVES = {
    "of a picture": 'Words.\n\n![Of $\\text{reach}$](images/team.png)\n\n- ![$\\text{span}$ too](images/team.png "Ours")\n',
    "of a tag": "<img src='images/team.png' alt=\"Of $\\text{reach} &lt; \\text{span}$, 'so'\" title='Ours'>\n",
    "of a step": "## Order: A day {#day}\n\n1. <img src='images/team.png' alt='At $\\text{noon} = \\text{sun}$'>\n2. ![$\\text{night}$](images/team.png)\n",
}


@for_each("name", ALTERNATIVES)
def test_words_of_a_formula_in_an_alternative_come_back(name: str, tmp_path: Path) -> None:
    """They are heard with the picture, as words: none is left in the language of the source."""
    folder = course_of(tmp_path, ALTERNATIVES[name])
    check_round_trip(folder)
    before, after = (alternatives(one) for one in (folder, folder / "cy"))
    assert [one.replace(MARK, "") for one in after] == before
    assert unmarked(after) == [] and not any(sign in one for one in after for sign in "\\${}")


def alternatives(folder: Path) -> list[str]:
    """What a learner hears of the pictures of a course."""
    return html.fromstring(render_page(read(folder), templates_folder())).xpath("//section[@data-module]//img/@alt")


@for_each("name", ALTERNATIVES)
def test_words_of_a_formula_name_their_line(name: str, tmp_path: Path) -> None:
    """However deep they stand: a translator looks them up there."""
    folder = course_of(tmp_path, ALTERNATIVES[name])
    lines = (folder / "01-welcome.md").read_text("utf-8").splitlines()
    words = [unit.segment for unit in read_texts(folder).units if unit.segment.style == "formula"]
    assert words
    assert [one.flat for one in words if one.flat not in lines[one.line - 1]] == []
