"""Surveys: several questions without right answers, saved together, reported only where the author says so."""

from typing import Any

import pytest
from lxml import html

from builder.kinds.survey import Survey, SurveyEnd
from builder.model.blocks import Prose
from builder.model.course import Course
from builder.read.settings.keys import ID
from builder.render.answer_key.key import key_of
from builder.render.comparison import comparison_data
from builder.render.course import kinds_of, render_page
from builder.render.page.environment import templates_folder
from tests.limits.pairs import course_of, module, read_files, report_of

TEXT = """## Survey: How was it? {#how HEADED}
Leave out what you like.

**How clear was it?** {#clear}

- Not clear
- Very clear

**What did you use?** {#used}

Since last week.

- [ ] Films
- [ ] Exercises
"""
KEPT, REPORTED = TEXT.replace(" HEADED", ""), TEXT.replace("HEADED", "privacy=report")


def survey(text: str) -> Course:
    """A course with one, of which nothing is reported."""
    assert report_of(module(text)) == ()
    return course_of(module(text))


def page(course: Course) -> Any:
    """Its page."""
    return html.document_fromstring(render_page(course, templates_folder()))


def test_each_question_is_one_of_its_own() -> None:
    """In the order of the source, between the head and the end; none has a right answer."""
    head, clear, used, end = survey(KEPT).modules[0].blocks
    assert (
        isinstance(head, Survey) and isinstance(end, SurveyEnd) and head.questions == end.questions == ("clear", "used")
    )
    clear, used = survey(KEPT).items
    assert [choice.id for choice in clear.choices] == ["not-clear", "very-clear"]
    assert [choice.id for choice in used.choices] == ["films", "exercises"]
    assert not clear.scored and not used.scored and survey(KEPT).modules[0].scored == ()


def test_an_lms_knows_the_types_of_its_questions() -> None:
    """One answer is a place on a scale, several are a choice, in both editions."""
    assert kinds_of(survey(REPORTED)) == {
        "survey-one": {"scored": False, "scorm12": "likert", "scorm2004": "likert"},
        "survey-several": {"scored": False, "scorm12": "choice", "scorm2004": "choice"},
    }


@pytest.mark.parametrize(("text", "told", "silent"), [(KEPT, [], 2), (REPORTED, ["clear", "used"], 0)])
def test_answers_are_reported_only_where_the_heading_says_so(text: str, told: list[str], silent: int) -> None:
    """The key for tutors lists those alone, and the page marks the others for the run-time."""
    course = survey(text)
    assert [entry.interaction for entry in key_of(course)] == told
    assert len(page(course).xpath("//*[@data-unreported]")) == silent


@pytest.mark.parametrize(
    ("text", "said"), [(KEPT, "They are not shown to tutors"), (REPORTED, "your tutors can see them")]
)
def test_the_page_says_who_sees_the_answers(text: str, said: str) -> None:
    """Above the questions, and as the description of the button."""
    document = page(survey(text))
    (who,) = document.xpath("//*[@id='how--who']")
    assert said in who.text_content()
    (button,) = document.xpath("//*[@id='how--save']//button")
    assert button.get("aria-describedby") == "how--who"
    order = [id for id in document.xpath("//@id") if id in ("how--who", "clear", "used", "how--save")]
    assert order == ["how--who", "clear", "used", "how--save"]


def test_without_script_all_of_it_can_be_read_and_ticked() -> None:
    """Each question has a legend and real fields; what needs a script is the button alone."""
    document = page(survey(KEPT))
    for id, legend, type_ in (("clear", "How clear was it?", "radio"), ("used", "What did you use?", "checkbox")):
        (field,) = document.xpath(f"//*[@id='{id}']/fieldset")
        assert field.xpath(".//legend//h3")[0].text_content() == legend
        assert [one.get("type") for one in field.xpath(".//label/input")] == [type_, type_]
    assert "data-js-only" in document.xpath("//*[@id='how--save']//button")[0].attrib
    assert not document.xpath("//*[@id='clear' or @id='used']//*[@data-js-only] | //*[@id='answer-clear']")


def test_a_question_without_an_id_has_one_from_its_words() -> None:
    """And of the survey; so two surveys may ask the same."""
    text = KEPT.replace(" {#clear}", "").replace(" {#used}", "")
    assert [item.id for item in survey(text).items] == ["how-how-clear-was-it", "how-what-did-you-use"]


def test_questions_in_any_letters_and_of_any_length_have_an_id() -> None:
    """From all of their words: in Ukrainian, in Arabic, in emoji, and below a survey whose own id leaves no room."""
    asked = "**{}**\n\n- 1\n- 2\n\n**{}**\n\n- 1\n- 2\n"
    for id, first, second, language in (
        ("yak", "Наскільки зрозуміло?", "Що використали?", "uk"),
        ("kayf", "ما مدى الوضوح؟", "ماذا استخدمت؟", "ar"),
        ("a" * 60, "How clear was it?", "What did you use?", "en-GB"),
        ("how", "How clear was all that we said in it? " * 3, "What did you use? " * 9, "en-GB"),
    ):
        text = f"---\ntitle: One\nlanguage: {language}\n---\n\n## Survey: 1 {{#{id}}}\n\n{asked.format(first, second)}"
        course, report = read_files({"01-welcome.md": text})
        assert not [d for d in report.diagnostics if d.rule == "STR-018"]
        ids = [item.id for item in course.items]
        assert len(set(ids)) == 2 and all(ID.fullmatch(one) and one.startswith(id[:50]) for one in ids)
        turned, _ = read_files(
            {"01-welcome.md": text.replace(asked.format(first, second), asked.format(second, first))}
        )
        assert [item.id for item in turned.items] == ids[::-1], "no id comes from a place"


def test_whether_it_is_reported_can_be_compared() -> None:
    """`satchel compare` reads it of the package."""
    asked = comparison_data(survey(KEPT))["modules"][0]["questions"]  # type: ignore[index]
    assert [one.get("unreported") for one in asked] == [True, True]


def test_without_questions_its_word_is_a_heading() -> None:
    """As in courses from before there were surveys."""
    for text in ("## Survey: what families told us\n\nWords.",):
        assert report_of(module(text)) == ()
        assert all(isinstance(block, Prose) for block in course_of(module(text)).modules[0].blocks)


@pytest.mark.parametrize("above", ["## Survey: How was it?\n\nTell us.", "## Your feedback", "## Umfrage: Wie war es?"])
@pytest.mark.parametrize("level", ["##", "###"])
def test_empty_boxes_below_a_heading_of_a_survey_are_no_quiz(above: str, level: str) -> None:
    """Its question is to be put in bold; that is no question with a right answer. Beyond a line of dashes nothing belongs to it."""
    asked = f"{level} Which did you use? {{#used}}\n\n- [ ] Film\n- [ ] Text"
    told = [one for one in report_of(module(f"{above}\n\n{asked}")) if one.rule != "STR-048"]
    assert [one.rule for one in told] == ["STR-012"]
    assert "Write: **Which did you use?** {#used} ," in told[0].hint and "Quiz:" not in told[0].hint
    asked = asked.replace(" {#used}", "")
    for elsewhere in (f"{above}\n\n---\n\n{asked}", f"{above}\n\n{asked.replace('[ ] Text', '[x] Text')}"):
        assert any("Quiz: Which did you use?" in one.hint for one in report_of(module(elsewhere)))


def test_what_is_written_for_headings_of_a_survey_makes_one() -> None:
    """Word for word, with nothing left to report."""
    asked = "{}\n\n- [ ] Film\n- [ ] Text\n\n{}\n\n- [ ] Ring\n- [ ] Write"
    above = "## Survey: How was it?\n\n"
    told = report_of(module(above + asked.format("### Which did you use?", "### What would you do? {#do}")))
    meant = [one.hint.removeprefix("Write: ").partition(" ,")[0] for one in told if one.rule == "STR-012"]
    assert len(meant) == 2 and report_of(module(above + asked.format(*meant))) == ()
