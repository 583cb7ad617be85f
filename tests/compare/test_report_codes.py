"""A report has a code for an answer: with other words behind it, somebody has said what she never said."""

import csv
from pathlib import Path

import pytest
from click.testing import CliRunner

from builder.cli import main
from builder.pipeline import build

DECLARE = "## Declare: The policy {#pol}\n\n- [ ] I have read the policy of 2024.\n"
SURVEY = (
    "## Survey: How was it? {#sv privacy=report}\n\n**Clear?** {#clear}\n\n- Not clear\n- Very clear\n\n"
    "**What did you use?** {#used}\n\n- [ ] The films\n- [ ] The transcripts\n"
)
SCALE = "## Scale: How sure are you? {#sure}\n\n- Not sure\n- Quite sure\n- Very sure\n"
CHECKLIST = "## Checklist: To do {#todo}\n\n- [ ] Ring the family\n- [ ] Read the file\n"


def compared(tmp_path: Path, before: str, after: str, destination: str) -> tuple[int, str]:
    """Exit status and words of `satchel compare` for a course with the one and with the other."""
    zips = []
    for version, body in enumerate((before, after), 1):
        folder = tmp_path / f"v{version}"
        folder.mkdir()
        (folder / "course.yml").write_text(
            f"id: compared\ntitle: C\nlanguage: en-GB\nversion: {version}.0.0\n", "utf-8"
        )
        (folder / "01-one.md").write_text(f"---\ntitle: One\n---\nSome words.\n\n{body}", "utf-8")
        made = build(folder, folder / "dist", [destination]).packages
        zips.append(str(folder / "dist" / made[0].path.name))
    done = CliRunner().invoke(main, ["compare", *zips])
    return done.exit_code, " ".join(done.output.split())


@pytest.mark.parametrize("destination", ["scorm12", "scorm2004"])
@pytest.mark.parametrize(
    ("body", "words", "others"),
    [
        pytest.param(DECLARE, "the policy of 2024", "the code of conduct", id="a declaration"),
        pytest.param(SURVEY, "Not clear", "Confusing", id="an answer of a survey"),
        pytest.param(SCALE, "Quite sure", "In two minds", id="a label of a scale"),
    ],
)
def test_other_words_behind_the_code_of_a_report_are_another_question(
    tmp_path: Path, body: str, words: str, others: str, destination: str
) -> None:
    status, said = compared(tmp_path, body, body.replace(words, others), destination)
    assert status == 3 and "Give this question an id of its own" in said
    assert words in said and others in said


@pytest.mark.parametrize(
    ("body", "one", "other", "destination"),
    [
        pytest.param(SCALE, "Not sure", "Very sure", "scorm2004", id="labels of a scale"),
        pytest.param(SURVEY, "Not clear", "Very clear", "scorm12", id="answers of a survey"),
        pytest.param(SURVEY, "The films", "The transcripts", "scorm12", id="boxes of a survey, which have letters"),
        pytest.param(CHECKLIST, "Ring the family", "Read the file", "scorm12", id="entries that have letters"),
        pytest.param(SCALE, "- Quite sure\n- Very sure", "- Very sure\n- Quite sure", "scorm12", id="the last two"),
    ],
)
def test_the_same_words_in_other_places_are_other_answers_where_a_report_has_places(
    tmp_path: Path, body: str, one: str, other: str, destination: str
) -> None:
    swapped = body.replace(one, "…").replace(other, one).replace("…", other)
    status, said = compared(tmp_path, body, swapped, destination)
    assert status == 3 and "would be read as having answered" in said


def test_one_that_is_put_in_front_takes_the_code_of_the_next(tmp_path: Path) -> None:
    status, said = compared(tmp_path, SCALE, SCALE.replace("- Not sure", "- Not at all sure\n- Not sure"), "scorm12")
    assert status == 3 and "has the same for the label “Not sure” as before for “Quite sure”" in said
    assert "“Not at all sure” is new. What it means for answers is said below." in said


@pytest.mark.parametrize("body", [SURVEY, CHECKLIST])
def test_an_entry_with_a_name_of_its_own_may_stand_anywhere(tmp_path: Path, body: str) -> None:
    first, second = ("The films", "The transcripts") if body == SURVEY else ("Ring the family", "Read the file")
    swapped = body.replace(first, "…").replace(second, first).replace("…", second)
    assert compared(tmp_path, body, swapped, "scorm2004")[0] in {0, 1}


@pytest.mark.parametrize(
    ("body", "one", "other"), [(SCALE, "Not sure", "Very sure"), (CHECKLIST, "Ring the family", "Read the file")]
)
def test_who_follows_the_advice_is_not_sent_back(tmp_path: Path, body: str, one: str, other: str) -> None:
    """Another id was asked for: the next comparison does not ask for the old one."""
    swapped = body.replace(one, "…").replace(other, one).replace("…", other)
    named = swapped.replace("{#sure}", "{#sure-2}").replace("{#todo}", "{#todo-2}")
    status, said = compared(tmp_path, body, named, "scorm12")
    assert status == 1 and "back at the end of its heading" not in said and "So it should be" in said


@pytest.mark.parametrize("destination", ["scorm12", "scorm2004"])
def test_a_survey_that_lets_choose_several_is_reported_in_another_way(tmp_path: Path, destination: str) -> None:
    several = SURVEY.replace("- Not clear\n- Very clear", "- [ ] Not clear\n- [ ] Very clear")
    status, said = compared(tmp_path, SURVEY, several, destination)
    assert status == 3 and "reported in another way" in said


def test_with_another_id_it_is_another_declaration_and_nobody_is_sent_back(tmp_path: Path) -> None:
    other = DECLARE.replace("of 2024", "of 2026").replace("#pol", "#pol-2026")
    status, said = compared(tmp_path, DECLARE, other, "scorm2004")
    assert status == 1 and "back at the end of its heading" not in said


@pytest.mark.parametrize(
    ("body", "words", "others", "destination"),
    [
        pytest.param(DECLARE, "the policy of 2024.", "the Policy of 2024", "scorm2004", id="capitals and a full stop"),
        pytest.param(
            SURVEY.replace(" privacy=report", ""), "Not clear", "Confusing", "scorm12", id="nobody is sent it"
        ),
        pytest.param(
            CHECKLIST, "Ring the family", "Ask a colleague", "scorm2004", id="an entry with a name of its own"
        ),
        pytest.param(SCALE, "Very sure\n", "Very sure\n- Entirely sure\n", "scorm12", id="one more at the end"),
    ],
)
def test_where_no_code_stands_for_other_words_it_may_take_the_place(
    tmp_path: Path, body: str, words: str, others: str, destination: str
) -> None:
    assert compared(tmp_path, body, body.replace(words, others), destination)[0] in {0, 1}


def test_a_letter_of_scorm_1_2_stands_for_other_words(tmp_path: Path) -> None:
    assert compared(tmp_path, CHECKLIST, CHECKLIST.replace("Ring the family", "Ask a colleague"), "scorm12")[0] == 3


@pytest.mark.parametrize(("destination", "field"), [("scorm12", "SCORM 1.2"), ("scorm2004", "SCORM 2004")])
def test_one_answer_that_becomes_several_has_codes_of_another_form(
    tmp_path: Path, destination: str, field: str
) -> None:
    boxes = SURVEY.replace("- Not clear\n- Very clear", "- [ ] Not clear\n- [ ] Very clear")
    status, said = compared(tmp_path, SURVEY, boxes, destination)
    assert status == 3 and "the new key does not list what reports have from before" in said
    before, after = (
        {
            row[field]
            for row in csv.DictReader(file.read_text("utf-8-sig").splitlines())
            if row["Interaction"] == "clear"
        }
        for file in sorted(tmp_path.glob("v*/dist/*-key.csv"))
    )
    assert before and after and not before & after
