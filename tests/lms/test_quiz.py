"""Tests and banks of questions: what an LMS receives, what it gives back on another device, and the columns of a tutor's report."""

import re
from collections.abc import Callable

import pytest
from playwright.sync_api import Browser, FrameLocator, expect

from builder.pipeline import Outcome, build
from tests.learner.test_quiz import DRAWN, QUIZ, RIGHT
from tests.lms.host import Enrolment, Launch
from tests.lms.test_journey import is_normal

pytestmark = pytest.mark.browser


@pytest.fixture(scope="session")
def tested(tmp_path_factory: pytest.TempPathFactory) -> Outcome:
    """The course with a test."""
    outcome = build(QUIZ, tmp_path_factory.mktemp("tested"))
    assert outcome.packages, outcome.report.diagnostics
    return outcome


def given_to_her(course: FrameLocator) -> list[str]:
    """Ids of the questions that are shown."""
    expect(course.locator("[data-held]:visible")).to_have_count(DRAWN)
    return [str(one.get_attribute("data-item")) for one in course.locator("[data-held]:visible").all()]


def answer(course: FrameLocator, name: str) -> None:
    """Answer a question rightly."""
    question = course.locator(f'[data-item="{name}"]')
    for place, words in enumerate(RIGHT[name]):
        if name == "first":
            question.get_by_label(words, exact=True).check()
        elif name == "in-order":
            question.get_by_label(f"Position of {words}", exact=True).select_option(str(place + 1))
        elif name == "people":
            question.locator("select").nth(place).select_option(label=words)
        else:
            question.locator("input").nth(place).fill(words)


def interactions(launch: Launch) -> list[str]:
    """Ids of the interactions that were given an outcome: the others only keep the places of their questions."""
    calls = [call for call in launch.calls if call.name == "set" and call.element.startswith("cmi.interactions.")]
    ids = {call.element.removesuffix(".id"): call.value for call in calls if re.fullmatch(r".*\.\d+\.id", call.element)}
    return [ids[call.element.removesuffix(".result")] for call in calls if call.element.endswith(".result")]


@pytest.mark.slow
def test_a_test_goes_on_elsewhere_and_arrives_at_once(
    enrol: Callable[..., Enrolment], tested: Outcome, browser: Browser, edition: str
) -> None:
    """Another device has the same questions and the answers that wait; then one save sends all, each with its module."""
    enrolment = enrol(tested)
    contexts = [browser.new_context() for _ in range(2)]
    launch = enrolment.launch(contexts[0])
    launch.course.locator('a[href="#test"]').first.evaluate("link => link.click()")
    mine = given_to_her(launch.course)
    for name in mine[:2]:
        answer(launch.course, name)
    launch.close()
    assert interactions(launch) == []

    again = enrolment.launch(contexts[1])
    assert given_to_her(again.course) == mine
    expect(again.course.locator('#test [data-state="answered"]:visible').locator("svg")).to_have_count(2)
    answer(again.course, mine[2])
    before = len(again.calls) - 1
    again.course.get_by_role("button", name="Hand in").click()
    expect(again.course.get_by_role("region", name="Your answers").locator("[data-status]")).to_contain_text(
        "3 of 3 answers correct"
    )
    again.wait_for(lambda call: call.name == "commit" and call.result == "true", before)
    last = [call for call in again.calls if call.element.endswith(".result")][-1]
    again.wait_for(lambda call: call.name == "commit" and call.result == "true", last.number)
    told = again.calls[before + 1 : last.number]
    assert [call for call in told if call.name == "commit"] == []
    again.close()
    assert sorted(interactions(again)) == sorted(name.replace("-", "_") for name in mine)
    links = [c.value for c in again.calls if c.name == "set" and ".objectives.0.id" in c.element]
    assert links == ["obj_test"] * DRAWN
    objectives = enrolment.record["cmi"]["objectives"]
    (objective,) = objectives.values() if isinstance(objectives, dict) else objectives
    assert objective["id"] == "obj_test"
    if edition == "scorm12":
        assert objective["status"] == "passed" and objective["score"]["raw"] == "100"
    else:
        assert (objective["completion_status"], objective["success_status"]) == ("completed", "passed")
        assert objective["progress_measure"] == "1" and objective["description"] == "What have you learnt?"
    refused = [str(call) for call in again.calls if call.name == "set" and call.error != "0"]
    assert refused == []
    for context in contexts:
        context.close()


QUESTION = "## {word}: {title} {{#{id}}}\n\n- [x] Yes\n- [ ] No\n\n"
ORDERS = (pytest.param(["late", "early"], marks=pytest.mark.slow), ["scale", "late"], ["early"])
IN_COURSE = ["early", "bank_one", "bank_two", "bank_three", "scale", "late"]


@pytest.fixture(scope="session")
def asking(tmp_path_factory: pytest.TempPathFactory) -> Outcome:
    """A course with a question, a bank of which one is drawn, a private reflection, a scale and a question."""
    folder = tmp_path_factory.mktemp("asking")
    ask = lambda id_, title: QUESTION.format(word="Quiz", id=id_, title=title)  # noqa: E731
    bank = "".join(ask(f"bank-{one}", f"Is it {one}?") for one in ("one", "two", "three"))
    (folder / "course.yml").write_text("id: asking\ntitle: Asking\nlanguage: en\nversion: 1.0.0\n")
    (folder / "01-first.md").write_text("---\ntitle: First\n---\n\n" + ask("early", "Is this first?"))
    (folder / "02-bank.md").write_text(f"---\ntitle: Bank\ndraw: 1\n---\n\n{bank}")
    (folder / "03-last.md").write_text(
        "---\ntitle: Last\n---\n\n## Reflect: What do you think? {#think}\n\nWrite.\n\n"
        "## Scale: How sure are you? {#scale}\n\n- Not at all\n- Very\n\n" + ask("late", "Is this last?")
    )
    outcome = build(folder, tmp_path_factory.mktemp("asked"))
    assert outcome.packages, outcome.report.diagnostics
    return outcome


def columns(enrolment: Enrolment) -> dict[int, tuple[str, str]]:
    """Question and outcome by the place of the interaction."""
    recorded = enrolment.record["cmi"]["interactions"]
    rows = recorded.items() if isinstance(recorded, dict) else enumerate(recorded)
    return {int(place): (row["id"], row.get("result", "")) for place, row in rows}


@pytest.mark.slow
@pytest.mark.parametrize("order", ORDERS, ids=" ".join)
def test_a_question_is_in_the_same_column_for_every_learner(
    enrol: Callable[..., Enrolment], asking: Outcome, browser: Browser, order: list[str]
) -> None:
    """In two launches, in whatever order she answers; no call is refused, and what she has not answered has no outcome."""
    enrolment = enrol(asking)
    context = browser.new_context()
    for name in order:
        launch = enrolment.launch(context)
        expect(launch.course.locator("html")).to_have_attribute("data-ready", "")
        question = launch.course.locator(f'[data-item="{name}"]')
        question.evaluate("form => location.hash = '#' + form.closest('[data-module]').id")
        question.get_by_label("Very" if name == "scale" else "Yes", exact=True).check()
        question.get_by_role("button").first.click()
        launch.wait_for(lambda call: call.name == "set" and call.element.endswith(".result"))
        launch.close()
        assert not [str(call) for call in launch.calls if call.error != "0" and not is_normal(call, launch.calls)]
    context.close()
    found = columns(enrolment)
    assert [id_ for id_, _ in found.values()] == IN_COURSE[: len(found)]
    assert {id_ for id_, result in found.values() if result} == set(order)
    assert len(found) == 1 + max(IN_COURSE.index(name) for name in order)
