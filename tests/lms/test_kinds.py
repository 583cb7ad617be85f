"""What an LMS receives of Match, Sort, Fill, Number and Scale, and what it gives back on another device."""

import shutil
from collections.abc import Callable
from pathlib import Path

import pytest
from playwright.sync_api import Browser, BrowserContext, expect

from builder.pipeline import Outcome, build
from tests.learner.driver.every_kind import (
    FAMILIES,
    GIVEN,
    KINDS,
    KNOWING,
    ROOM,
    SORTED,
    TITLE,
    Given,
    button,
    fill_in,
    question,
    shown,
)
from tests.lms.host import Call, Enrolment, Launch, Lms
from tests.lms.test_journey import is_normal

pytestmark = pytest.mark.browser

VERDICTS = ("right", "partly", "wrong")
CASES = [
    [given for given in GIVEN if given.state in states]
    for states in ({"correct", "answered"}, {"partly-correct"}, {"incorrect"})
]

WANTED = {
    "people-correct": ("matching", "a.1,b.2,c.3", "social_worker[.]{1}[,]manager[.]{2}[,]young_person[.]{3}"),
    "people-partly-correct": ("matching", "a.1,b.3,c.3", "social_worker[.]{1}[,]manager[.]{3}[,]young_person[.]{3}"),
    "people-incorrect": ("matching", "a.2,b.1,c.2", "social_worker[.]{2}[,]manager[.]{1}[,]young_person[.]{2}"),
    "helps-hinders-correct": ("matching", "a.1,b.1,c.2,d.2", "{a}enablers[,]{b}enablers[,]{c}barriers[,]{d}barriers"),
    "helps-hinders-partly-correct": (
        "matching",
        "a.2,b.1,c.2,d.2",
        "{a}barriers[,]{b}enablers[,]{c}barriers[,]{d}barriers",
    ),
    "helps-hinders-incorrect": ("matching", "a.2,b.2,c.1,d.1", "{a}barriers[,]{b}barriers[,]{c}enablers[,]{d}enablers"),
    "sentence-correct": ("fill-in", "CONFIDENCE; managers' support; try", "CONFIDENCE[,]managers' support[,]try"),
    "sentence-partly-correct": ("fill-in", "trust; {money; Ŵ 😀", "trust[,]{lang=en-GB} {money[,]Ŵ 😀"),
    "sentence-incorrect": ("fill-in", "try; trust; support", "try[,]trust[,]support"),
    "minutes-correct": ("numeric", "22", "22"),
    "minutes-incorrect": ("numeric", "22.1", "22.1"),
    "sure-answered": ("likert", "4", "s4"),
}
"""Type, the answer in SCORM 1.2 and in SCORM 2004; braces with a figure or letter are filled from `NAMES`."""

NAMES = {
    "{1}": "relationships_with_families",
    "{2}": "room_to_try_things",
    "{3}": "knowing_what_it_is_like",
    "{a}": "trust[.]",
    "{b}": "time_to_learn[.]",
    "{c}": "fear_of_blame[.]",
    "{d}": "targets_that_change_each_month[.]",
}

PATTERNS = {
    "people": ("a.1,b.2,c.3", WANTED["people-correct"][2]),
    "helps-hinders": ("a.1,b.1,c.2,d.2", WANTED["helps-hinders-correct"][2]),
    "sentence": ("trust; managers’ support; try", "trust[,]managers’ support[,]try"),
    "minutes": ("20", "18[:]22"),
}
"""What is right, in SCORM 1.2 and in SCORM 2004; a scale has nothing that is."""


@pytest.fixture(scope="session")
def every_kind(tmp_path_factory: pytest.TempPathFactory) -> Outcome:
    """The course with every kind of question."""
    outcome = build(KINDS, tmp_path_factory.mktemp("every-kind"))
    assert outcome.packages, outcome.report.diagnostics
    return outcome


def answer(launch: Launch, given: Given) -> None:
    """Answer a question and wait until the LMS has it."""
    before = len(launch.calls) - 1
    fill_in(launch.course, given)
    button(launch.course, given).click()
    expect(question(launch.course, given)).to_have_attribute("data-state", given.state)
    result = launch.wait_for(lambda call: call.name == "set" and call.element.endswith(".result"), before)
    launch.wait_for(lambda call: call.name == "commit" and call.result == "true", result.number)


def in_words_of(edition: str, in12: str, in2004: str) -> str:
    """One of the two, with its names filled in."""
    words = in12 if edition == "scorm12" else in2004
    for mark, name in NAMES.items():
        words = words.replace(mark, name)
    return words


def fields_of(calls: list[Call], id_: str) -> dict[str, str]:
    """What the interaction with this id was set to, by field."""
    place = next(
        call.element.removesuffix(".id") for call in calls if call.element.endswith(".id") and call.value == id_
    )
    return {
        call.element.removeprefix(place + "."): call.value
        for call in calls
        if call.name == "set" and call.element.startswith(place + ".")
    }


@pytest.mark.slow
@pytest.mark.parametrize("case", CASES, ids=list(VERDICTS))
def test_each_kind_arrives_in_the_words_of_the_edition(
    enrol: Callable[..., Enrolment], every_kind: Outcome, context: BrowserContext, edition: str, case: list[Given]
) -> None:
    """Type, answer, what is right and result of each question are as the standard has them, and no call is refused."""
    launch = enrol(every_kind).launch(context)
    launch.course.get_by_role("link", name="Start", exact=True).click()
    for given in case:
        answer(launch, given)
    launch.close()
    assert not [str(call) for call in launch.calls if call.error != "0" and not is_normal(call, launch.calls)]
    for given in {given.question: given for given in case}.values():
        told = fields_of(launch.calls, given.question.replace("-", "_"))
        type_, in12, in2004 = WANTED[str(given)]
        response = "student_response" if edition == "scorm12" else "learner_response"
        assert told["type"] == type_
        assert told[response] == in_words_of(edition, in12, in2004)
        pattern = in_words_of(edition, *PATTERNS[given.question]) if given.question in PATTERNS else None
        assert told.get("correct_responses.0.pattern") == pattern
        wrong = "wrong" if edition == "scorm12" else "incorrect"
        assert told["result"] == {"correct": "correct", "answered": "neutral"}.get(given.state, wrong)


IN_WORDS = {
    "people": f"Social worker: {FAMILIES}; Manager: {ROOM}; Young person: {KNOWING}",
    "helps-hinders": "; ".join(f"{item}: {group}" for item, group in SORTED.items()),
    "sentence": "CONFIDENCE; managers' support; try",
    "minutes": "22",
    "sure": "Very sure",
}
"""The right answer to each question, as a report of SCORM 1.2 has it with `reports: words`."""


@pytest.mark.slow
def test_answers_arrive_in_words_where_the_author_asks(lms: Lms, browser: Browser, tmp_path: Path) -> None:
    """A tutor reads a report of SCORM 1.2 without the key; result and type stay as they are, and no call is refused."""
    folder = tmp_path / "worded"
    shutil.copytree(KINDS, folder)
    with (folder / "course.yml").open("a", encoding="utf-8") as settings:
        settings.write("reports: words\n")
    (package,) = build(folder, tmp_path / "out", ("scorm12",)).packages
    context = browser.new_context()
    launch = lms.enrol(package.path).launch(context)
    launch.course.get_by_role("link", name="Start", exact=True).click()
    for given in CASES[0]:
        answer(launch, given)
    launch.close()
    context.close()
    assert not [str(call) for call in launch.calls if call.error != "0" and not is_normal(call, launch.calls)]
    for given in CASES[0]:
        told = fields_of(launch.calls, given.question.replace("-", "_"))
        assert told["student_response"] == IN_WORDS[given.question]
        assert told["type"] == WANTED[str(given)][0]
        if given.question in ("people", "helps-hinders"):
            assert told["correct_responses.0.pattern"] == IN_WORDS[given.question]


@pytest.mark.slow
@pytest.mark.parametrize("case", CASES, ids=list(VERDICTS))
def test_answers_come_back_on_another_device(
    enrol: Callable[..., Enrolment], every_kind: Outcome, browser: Browser, case: list[Given]
) -> None:
    """What was chosen and what was written is in the LMS: a browser that knows nothing shows it with its verdict."""
    enrolment = enrol(every_kind)
    for sitting in range(2):
        context = browser.new_context()
        launch = enrolment.launch(context)
        if sitting == 0:
            launch.course.get_by_role("link", name="Start", exact=True).click()
            for given in case:
                answer(launch, given)
        expect(launch.course.get_by_role("heading", level=1)).to_have_text(TITLE)
        for given in {given.question: given for given in case}.values():
            expect(question(launch.course, given).locator("[data-feedback]")).to_contain_text(given.verdict)
            assert {label: text.strip() for label, text in shown(launch.course, given).items()} == {
                label: text.strip() for label, text in given.fields.items()
            }
        launch.close()
        context.close()
