"""Match, Sort, Fill, Number and Scale: what is read from the author's words, and what the page makes of it."""

from collections import Counter
from decimal import Decimal
from pathlib import Path

import pytest
from lxml import html
from lxml.html import HtmlElement

from builder.authoring.examples import Example, read_examples
from builder.kinds import KINDS
from builder.model.assessment import (
    AssessmentItem,
    ChoiceInteraction,
    LikertInteraction,
    MatchInteraction,
    NumericEntryInteraction,
    TextEntryInteraction,
)
from builder.model.blocks import Stages
from builder.model.content import words as plain_words
from builder.model.course import Course
from builder.read import read_course
from builder.render.course import render_page
from builder.render.handover import render_handover
from builder.render.html.blocks import HtmlWriter
from builder.render.interface.catalogues import load_strings
from builder.render.page.environment import templates_folder
from tests.unit.content_factory import as_html

ENGLISH = load_strings(templates_folder(), "en-GB")
HEAD = "---\ntitle: Welcome\n---\n\n"


@pytest.fixture
def folder(course_folder: Path) -> Path:
    """A course to write a question into."""
    return course_folder


def course_with(folder: Path, question: str) -> Course:
    """The course with one question, read without a fault."""
    (folder / "01-welcome.md").write_text(HEAD + question, encoding="utf-8")
    course, report = read_course(folder, KINDS)
    assert report.diagnostics == ()
    return course


def item_of(folder: Path, question: str) -> AssessmentItem:
    """The question as it was read."""
    (item,) = course_with(folder, question).items
    return item


def page_of(folder: Path, question: str) -> HtmlElement:
    """The page with the question, parsed; every id in it is there once, and every reference has its target."""
    page = html.document_fromstring(render_page(course_with(folder, question), templates_folder()))
    ids = Counter(page.xpath("//@id"))
    assert [name for name, count in ids.items() if count > 1] == []
    named = " ".join(page.xpath("//@aria-labelledby | //@aria-describedby | //@for")).split()
    linked = [address[1:] for address in page.xpath("//@href") if address.startswith("#")]
    assert {*named, *linked} - set(ids) == set()
    return page


def words(element: HtmlElement) -> str:
    """Its text, with single spaces."""
    return " ".join(element.text_content().split())


@pytest.mark.parametrize("example", read_examples(), ids=lambda example: example.name)
def test_the_example_of_each_kind_is_read_and_shown(folder: Path, example: Example) -> None:
    """Whatever kinds there are: its form is of its kind, and an answer to look up is there exactly where one is right."""
    items = course_with(folder, example.text).items
    page = page_of(folder, example.text)
    shown = page.xpath("//*[@data-item]")
    assert [element.get("data-item") for element in shown] == [item.id for item in items]
    for item, element in zip(items, shown, strict=True):
        assert element.get("data-kind", item.kind.name) == item.kind.name
        assert words(element.xpath(".//h2|.//h3")[0]) == item.title.text
        assert (element.get("data-basis") is not None) == item.scored
        right = "@data-correct or @data-choice or @data-gap or @data-low"
        assert page.xpath(f"//*[@id='answer-{item.id}']//*[{right}]") or not item.scored
        assert not element.xpath(".//@data-correct")


MATCH = """## Match: Who does what? {#who}

| Who | Does what |
| --- | --- |
| **Social** worker | Listens & asks |
| Manager | Makes room |
| Family | listens  &  asks |
| Young person | Decides |
"""


def test_two_things_may_have_the_same_partner(folder: Path) -> None:
    """The partner is offered once, and is right for both."""
    interaction = item_of(folder, MATCH).interaction
    assert isinstance(interaction, MatchInteraction) and not interaction.grouped
    assert [target.id for target in interaction.targets] == ["listens-asks", "makes-room", "decides"]
    assert [(source.id, source.partner) for source in interaction.sources] == [
        ("social-worker", "listens-asks"),
        ("manager", "makes-room"),
        ("family", "listens-asks"),
        ("young-person", "decides"),
    ]


def test_a_match_is_a_labelled_select_for_each_thing(folder: Path) -> None:
    """Native selects that begin with "Choose"; the partners stand in another order than the things."""
    form = page_of(folder, MATCH).xpath("//form")[0]
    assert form.get("data-kind") == "match"
    assert [words(label) for label in form.xpath(".//label")] == ["Social worker", "Manager", "Family", "Young person"]
    for select in form.xpath(".//select"):
        options = [words(option) for option in select]
        assert options[0] == "Choose" and select[0].get("value") == ""
        assert sorted(options[1:]) == ["Decides", "Listens & asks", "Makes room"]
        assert options[1:] != ["Listens & asks", "Makes room", "Decides"]
    assert not form.xpath(".//*[@draggable]")


def test_partners_too_long_for_a_select_can_be_read_above_it(folder: Path) -> None:
    """On a phone a closed select cuts a sentence off: then the list of partners is on the screen too."""
    long = MATCH.replace("Decides", "Decides what is tried first, and says when it is time to stop")
    assert page_of(folder, MATCH).find_class("pairs__bank--paper")
    assert not page_of(folder, long).find_class("pairs__bank--paper")


SORT = """## Sort: Which helps? {#which}

**Helps:**
- Trust
  > Said twice.
- Time

__Hinders__

- Fear
"""


def test_a_sort_keeps_the_groups_and_mixes_the_items(folder: Path) -> None:
    """Groups stand in the author's order; the items in one that gives nothing away."""
    item = item_of(folder, SORT)
    assert isinstance(item.interaction, MatchInteraction) and item.interaction.grouped
    assert [target.content.text for target in item.interaction.targets] == ["Helps", "Hinders"]
    form = page_of(folder, SORT).xpath("//form")[0]
    shown = [words(label) for label in form.xpath(".//label")]
    assert sorted(shown) == ["Fear", "Time", "Trust"] and shown != ["Trust", "Time", "Fear"]
    assert [words(option) for option in form.xpath(".//select")[0]] == ["Choose", "Helps", "Hinders"]


def test_the_answer_to_a_sort_stands_by_group(folder: Path) -> None:
    """Each group with what belongs to it and what the author says of it."""
    answer = page_of(folder, SORT).get_element_by_id("answer-which")
    assert [words(group) for group in answer.xpath("./dl/div")] == ["Helps Trust Said twice. Time", "Hinders Fear"]
    assert answer.xpath(".//@data-choice") == ["trust.helps", "time.helps", "fear.hinders"]


FILL = """## Fill: Complete the text {#text}

Use *these* words: time.[^note]

It needs **[[trust| confidence ]]**, the team's [[people's time]] and `[[not this]]`.

- More of [[it]]!
- [The study](https://www.example.org)

> Well.

[^note]: A note.
"""


def test_gaps_are_read_with_all_their_answers(folder: Path) -> None:
    """What stands above the first gap is the prompt; the gaps stand where they were written."""
    item = item_of(folder, FILL)
    assert isinstance(item.interaction, TextEntryInteraction)
    assert [gap.accepted for gap in item.interaction.gaps] == [("trust", "confidence"), ("people’s time",), ("it",)]
    assert as_html(item.prompt).startswith("<p>Use <em>these</em> words: time.")
    assert as_html(item.modal_feedback) == "<p>Well.</p>"
    whole = HtmlWriter(ENGLISH).with_gaps(lambda number, closing: f"▢{closing}").write(item.interaction.text)
    assert whole.startswith("<p>It needs <strong>▢</strong>, the team’s ▢ and <code>[[not this]]</code>.</p>")
    assert "<li>More of ▢!</li>" in whole and "\uffff" not in whole


def test_a_field_tells_nothing_of_its_answer(folder: Path) -> None:
    """All fields of a question have one width, and no answer stands in the form."""
    page = page_of(folder, FILL)
    form = page.xpath("//form")[0]
    assert [words(label) for label in form.xpath(".//label")] == ["Gap 1 of 3", "Gap 2 of 3", "Gap 3 of 3"]
    assert {label.get("class") for label in form.xpath(".//label")} == {"visually-hidden"}
    fields = [dict(field.attrib) for field in form.xpath(".//input")]
    different = {"id", "name"}
    assert len({tuple(sorted((k, v) for k, v in field.items() if k not in different)) for field in fields}) == 1
    source = html.tostring(form, encoding="unicode")
    assert "trust" not in source and "confidence" not in source and "people’s" not in source
    assert "gaps--m" in source


def test_the_answers_to_gaps_are_the_text_made_whole(folder: Path) -> None:
    """Who has no script, or paper, reads the sentence with its words, and what else is right."""
    answer = page_of(folder, FILL).get_element_by_id("answer-text")
    assert words(answer).startswith(
        "Complete the text It needs trust or confidence, the team’s people’s time and [[not this]]."
    )
    accepted = [gap.xpath(".//*[@data-accepted]/text()") for gap in answer.xpath(".//*[@data-gap]")]
    assert accepted == [["trust", "confidence"], ["people’s time"], ["it"]]


@pytest.mark.parametrize(
    ("text", "marked"),
    [
        ("[[a]]. Then", "{a.} Then"),
        ("[[a]], and", "{a,} and"),
        ("[[a]]’s team", "{a’s} team"),
        ("“[[a]]!”", "“{a!”}"),
        ("**[[a]]**.", "<strong>{a}</strong>."),
        ("[[a]] (and", "{a} (and"),
        ("[[a]][[a]]; so", "{a}{a;} so"),
    ],
)
def test_a_full_stop_stays_with_its_gap(folder: Path, text: str, marked: str) -> None:
    """A line never begins with the mark that ends the one before."""
    interaction = item_of(folder, f"## Fill: Which? {{#which}}\n\n{text}\n").interaction
    assert isinstance(interaction, TextEntryInteraction)
    written = HtmlWriter(ENGLISH).with_gaps(lambda number, closing: f"{{a{closing}}}").write(interaction.text)
    assert written == f"<p>{marked}</p>"


@pytest.mark.parametrize(
    ("line", "low", "high"),
    [
        ("= 20", "20", "20"),
        ("=20 ± 2", "18", "22"),
        ("= 0.3 +- 0.1", "0.2", "0.4"),
        ("= −5 +/- 0.5", "-5.5", "-4.5"),
        ("In minutes.\n= +7.50", "7.50", "7.50"),
    ],
)
def test_a_number_has_two_exact_ends(folder: Path, line: str, low: str, high: str) -> None:
    """0.3 and 0.1 are 0.4, as on paper."""
    interaction = item_of(folder, f"## Number: How many? {{#many}}\n\n{line}\n").interaction
    assert isinstance(interaction, NumericEntryInteraction)
    (one,) = interaction.ranges
    assert (one.low, one.high) == (Decimal(low), Decimal(high))


def test_a_number_is_in_the_answers_and_not_in_the_form(folder: Path) -> None:
    """The field takes words too, so that a comma can be typed on every keyboard."""
    page = page_of(folder, "## Number: How many? {#many}\n\n= 417 ± 2\n")
    form, answer = page.xpath("//form")[0], page.get_element_by_id("answer-many")
    field = form.xpath(".//input")[0]
    assert (field.get("type"), field.get("inputmode"), words(form.xpath(".//label")[0])) == (
        "text",
        "decimal",
        "Your answer",
    )
    assert "417" not in html.tostring(form, encoding="unicode")
    assert words(answer) == "How many? 417 (anything from 415 to 419)"
    assert dict(answer.xpath(".//data")[0].attrib) == {"value": "417", "data-low": "415", "data-high": "419"}


def test_a_number_with_a_unit_says_it_beside_the_field_and_in_the_answers(folder: Path) -> None:
    """The answer keeps its unit whole on the page; whoever hears the field hears the unit."""
    page = page_of(
        folder, "## Number: How much? {#much}\n\n= 5..10 mg|milligrams or 12 mg|milligrams ± 1 or 20 mg|milligrams..\n"
    )
    form, answer = page.xpath("//form")[0], page.get_element_by_id("answer-much")
    assert words(form.xpath(".//label")[0]) == "Your answer (mg)"
    said = "How much? from 5 to 10 mg or 12 mg (anything from 11 to 13 mg) or 20 mg or more"
    assert words(answer).replace("\u00a0", " ") == said
    assert answer.xpath(".//data/@data-low") == ["5", "11", "20"]
    assert answer.xpath(".//data/@data-high") == ["10", "13"]
    cheap = page_of(folder, "## Number: How much? {#much}\n\n= ..£2.50\n")
    assert words(cheap.get_element_by_id("answer-much")) == "How much? £2.50 or less"


@pytest.mark.parametrize(
    "line, told",
    [("= 20", ["20"]), ("= 20 ± 2", ["20"]), ("= 5 or 7 ± 1", ["5", "7"]), ("= 5..10", [""]), ("= 18..", [""]), ("= ..3", [""]),
     ("= 5..10 mg or 20 mg", ["", ""])],
)  # fmt: skip
def test_an_lms_without_ranges_is_told_the_authors_numbers_or_none(folder: Path, line: str, told: list[str]) -> None:
    """Of SCORM 1.2 a tutor reads no end of a range as if it alone were right."""
    answer = page_of(folder, f"## Number: How much? {{#much}}\n\n{line}\n").get_element_by_id("answer-much")
    assert answer.xpath(".//data/@value") == told


def test_a_tiny_number_has_no_exponent(folder: Path) -> None:
    """Neither learners nor LMSs read 1E-7."""
    answer = page_of(folder, "## Number: How much? {#much}\n\n= 0.0000001\n").get_element_by_id("answer-much")
    assert words(answer) == "How much? 0.0000001"
    assert answer.xpath(".//@data-low") == ["0.0000001"]


SCALE = "## Scale: How sure? {#sure}\n\n- Not at all\n- Very\n"


def test_a_scale_has_no_answer_to_look_up(folder: Path) -> None:
    """There is none; only what the author says to a label is found there."""
    item = item_of(folder, SCALE)
    assert isinstance(item.interaction, LikertInteraction) and not item.scored
    plain = page_of(folder, SCALE)
    assert not plain.xpath("//*[@id='answers']") and not plain.xpath("//a[@href='#answer-sure']")
    said = page_of(folder, SCALE.replace("all\n", "all\n  > Ask first.\n"))
    answer = said.get_element_by_id("answer-sure")
    assert [words(label) for label in answer.xpath(".//li")] == ["Not at all Ask first.", "Very"]
    assert not answer.xpath(".//@data-correct") and said.xpath("//a[@href='#answer-sure']")
    assert "There is no right or wrong answer." in words(said.xpath("//form")[0])
    assert words(said.xpath("//form//button")[0]) == "Save answer"


def test_a_scale_is_no_reflection_to_an_administrator(folder: Path) -> None:
    """A place on a scale goes to the LMS: the page for administrators must not say that it stays on the device."""
    assert "stays on their own device" not in render_handover(course_with(folder, SCALE), [])
    assert "stays on their own device" in render_handover(
        course_with(folder, "## Reflect: What now? {#now}\n\nThink.\n"), []
    )


def test_the_handover_tells_what_is_drawn_and_what_is_handed_in(folder: Path) -> None:
    """An administrator who compares two learners' reports must know; a course with neither says nothing of it."""
    plain = render_handover(course_with(folder, SCALE), [])
    assert "drawn" not in plain and "handed in" not in plain
    numbers = "\n".join(f"## Number: How many are {n} and one?\n\n= {n + 1}\n" for n in range(1, 4))
    head = "---\ntitle: A test\ndraw: 2\nfeedback: at-the-end\n---\n\n"
    (folder / "02-test.md").write_text(head + numbers, encoding="utf-8")
    told = " ".join(html.document_fromstring(render_handover(course_with(folder, SCALE), [])).text_content().split())
    assert "2 of 3 in “A test”." in told
    assert "In “A test” answers are kept as they are given, and are judged, recorded and counted when" in told


def test_options_that_begin_alike_keep_their_ids_in_another_order(folder: Path) -> None:
    """Their first thirty characters are the same, and a number would go to whichever stands second."""
    lines = [
        "- [x] The social worker should first visit the family",
        "- [ ] The social worker should first call the school",
        "- [ ] The social worker should wait",
    ]
    ids = []
    for order in (lines, lines[::-1]):
        interaction = item_of(folder, "## Quiz: What comes first?\n\n" + "\n".join(order)).interaction
        assert isinstance(interaction, ChoiceInteraction)
        ids.append({choice.content.text: choice.id for choice in interaction.choices})
    assert ids[0] == ids[1]
    assert set(ids[0].values()) == {
        "the-social-worker-should-first-visit-the-family",
        "the-social-worker-should-first-call-the-school",
        "the-social-worker-should-wait",
    }


def test_text_under_a_stage_without_a_blank_line_describes_it(folder: Path) -> None:
    """As in an entry of a list; a long line that an editor wrapped goes on with the name."""
    long = "A name of a stage that is as long as a line in an editor may be,"
    question = f"## Stages: The way\n\n1. **Mobilising**\n   Getting people together.\n2. Designing\nWith families.\n3. {long}\n   and goes on\n"
    (stages,) = course_with(folder, question).modules[0].blocks
    assert isinstance(stages, Stages)
    assert [" ".join(stage.name.text.split()) for stage in stages.stages] == [
        "Mobilising",
        "Designing",
        f"{long} and goes on",
    ]
    assert [plain_words(stage.detail) for stage in stages.stages] == ["Getting people together.", "With families.", ""]
