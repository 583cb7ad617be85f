"""The columns of a tutor's report: the same question in the same place, whoever answers in whatever order."""

from collections.abc import Callable

import pytest
from playwright.sync_api import Browser, expect

from builder.pipeline import Outcome, build
from tests.lms.host import Enrolment
from tests.lms.test_journey import is_normal

pytestmark = pytest.mark.browser

QUESTION = "## {word}: {title} {{#{id}}}\n\n- [x] Yes\n- [ ] No\n\n"
ORDERS = (["late", "early"], ["scale", "late"], ["early"])
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
