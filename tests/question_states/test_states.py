"""Every kind of question in every state: axe, what a screen reader meets and hears, where the focus is, and a picture.

Each cell of the table is reached with the keyboard alone.
"""

import re
from collections.abc import Callable
from itertools import count, product
from pathlib import Path

import pytest
from playwright.sync_api import Browser, expect

from tests.learner.driver.looking import ask, violations
from tests.question_states import pictures, snapshots
from tests.question_states.kinds import BY_DAY, FEW, TABLE, Answer, Kind
from tests.question_states.sitting import LATER, Sitting, device, sitting

pytestmark = pytest.mark.browser

IN_FIELDS = ("fill", "one", "several", "dose")
"""Kinds with fields in which Enter checks the answer."""

SPENT = "No attempts left. This answer is the one that counts."


def start(s: Sitting) -> None:
    """Opened for the first time: the first field is reached, and nothing is said."""
    s.keyboard.reach(s.fields().first)
    expect(s.fields().first).to_be_focused()
    expect(s.question).to_have_attribute("data-state", "unanswered")
    assert s.heard() == []


def empty(s: Sitting) -> None:
    """Handed in without an answer: the focus goes to the error at its head, whose link leads to the first field, described by what is missing."""
    s.check()
    problem = s.question.locator("[data-problem]")
    expect(problem).to_be_focused()
    expect(problem.get_by_role("link")).to_have_text(s.kind.missing)
    line = s.question.locator("[data-error]").bounding_box()
    assert line and line["height"] <= 1, "what is missing is shown in one place, the head"
    s.keyboard.press(problem.get_by_role("link"))
    first = s.fields().first
    expect(first).to_be_focused()
    expect(first).to_have_accessible_description(s.kind.missing)
    chosen = first.evaluate("field => ['radio', 'checkbox'].includes(field.type)")
    assert (first.get_attribute("aria-invalid") == "true") != chosen, (
        "of options it is the question that lacks an answer"
    )
    expect(s.page).to_have_title(f"Error: {s.title} - Every kind in every state")
    expect(s.question).to_have_attribute("data-state", "unanswered")
    assert s.heard() == [], "it is said as the description of the field; said twice it is noise"


def answered(s: Sitting, answer: Answer | None) -> None:
    """Checked: the verdict is said once, the focus stays on the button, and the answer stays in the fields."""
    assert answer
    s.give(answer)
    s.heard()
    s.check()
    expect(s.question).to_have_attribute("data-state", answer.state)
    assert s.shown() == {label: value.strip() for label, value in answer.fields.items()} or s.shown() == answer.fields
    if s.keeps_at_once:
        expect(s.question.locator("[data-saved]")).to_have_text("Saved on this device at 14:02")
        expect(s.question.get_by_label("Come back to this later")).to_be_focused()
        assert s.heard() == []
        return
    expect(s.button).to_be_focused()
    said = s.heard()
    assert len(said) == 1 and said[0].startswith(answer.verdict), said
    assert ("1 attempt left." in said[0]) == (answer.state in ("incorrect", "partly-correct"))


def spent(s: Sitting) -> None:
    """No attempt is left: nothing else can be chosen, the second answer stands beside what is correct, and that is said once."""
    assert s.kind.wrong and s.kind.right
    s.check(s.kind.right if s.kind.partly is None else s.kind.partly)
    s.check(s.kind.wrong)
    assert SPENT in s.heard()[-1]
    for field in s.fields().all():
        expect(field).to_be_disabled()
    expect(s.question.get_by_text("The correct answer:")).to_be_visible()
    s.check()
    expect(s.button).to_be_focused()
    expect(s.button).to_have_accessible_description(SPENT)
    expect(s.question).to_have_attribute("data-state", "incorrect")
    assert s.shown() == s.kind.wrong.fields
    assert s.heard() == [SPENT]


def resumed(s: Sitting) -> None:
    """Opened again tomorrow: all of it is there, and nothing of it is announced, not even when a field has the focus."""
    s.check(s.kind.last)
    s.come_back()
    expect(s.page.get_by_role("heading", level=1)).to_be_focused()
    found(s)
    # What was confirmed is not asked again.
    s.keyboard.reach(s.button if s.fields().first.is_disabled() else s.fields().first)
    assert s.heard() == []


def found(s: Sitting) -> None:
    """The last answer with its verdict."""
    expect(s.question).to_have_attribute("data-state", s.kind.last.state)
    assert s.shown() == s.kind.last.fields
    if s.kind.last.verdict:
        expect(s.question.locator("[data-feedback]")).to_contain_text(s.kind.last.verdict)


def printed(s: Sitting) -> None:
    """The whole course on paper: the answer and its verdict, what is right on the page of answers, and nothing to press."""
    s.check(s.kind.last)
    s.heard()
    s.page.evaluate("() => { document.documentElement.dataset.print = 'course'; }")
    s.page.evaluate("() => dispatchEvent(new Event('beforeprint'))")
    s.page.emulate_media(media="print")
    found(s)
    expect(s.question.get_by_text("Think of last week.")).to_be_visible()
    for control in s.page.get_by_role("button").all():
        expect(control).to_be_hidden()
    expect(s.answer).to_be_visible()
    assert s.heard() == []


def no_script(s: Sitting) -> None:
    """Without script: the fields can be tried out, and a link leads to what is right."""
    if s.kind.needs_script:
        expect(s.fields().first).to_be_hidden()
    else:
        s.give(s.kind.last)
    for control in s.question.get_by_role("button").all():
        expect(control).to_be_hidden()
    hint = s.question.get_by_text("Hint", exact=True)
    s.keyboard.press(hint)
    expect(s.question.get_by_text("Think of last week.")).to_be_visible()
    s.keyboard.press(s.question.get_by_role("link", name="See"))
    expect(s.answer).to_be_in_viewport()
    s.page.keyboard.press("Tab")
    expect(s.answer.get_by_role("link").first).to_be_focused()


STATES: dict[str, Callable[[Sitting], None]] = {
    "start": start,
    "empty": empty,
    "wrong": lambda s: answered(s, s.kind.wrong),
    "partly": lambda s: answered(s, s.kind.partly),
    "right": lambda s: answered(s, s.kind.right),
    "spent": spent,
    "resumed": resumed,
    "review": lambda s: found(s),
    "print": printed,
    "no-script": no_script,
}
"""What brings a learner into each state, and what must be so there."""

CELLS = [(kind, state) for kind, state in product(TABLE, STATES) if state not in kind.without]


def everyday(place: int, kind: Kind) -> str:
    """The state that a kind is driven into every day: that at its own place in the table, or the next that it can be in."""
    names = list(STATES)
    return next(state for at in count(place) if (state := names[at % len(names)]) not in kind.without)


DIAGONAL = {state: kind.name for place, kind in enumerate(TABLE) for state in [everyday(place, kind)]}
"""Each state once, in a kind of its own: the everyday run. The tests in Node show every kind."""


def test_the_table_is_whole() -> None:
    """Every kind is there in every state, or it is said why not; and what was written down belongs to it."""
    assert tuple(STATES) == snapshots.ORDER
    assert set(DIAGONAL) == set(STATES)
    for kind in TABLE:
        assert set(kind.without) < set(STATES) and all(kind.without.values())
        assert snapshots.written(kind.name) == {state for other, state in CELLS if other is kind}


@pytest.mark.parametrize(
    ("kind", "state"),
    [
        pytest.param(kind, state, marks=() if DIAGONAL[state] == kind.name else pytest.mark.slow)
        for kind, state in CELLS
    ],
    ids=str,
)
def test_a_question_is_sound_in_every_state(browser: Browser, pages: dict[str, Path], kind: Kind, state: str) -> None:
    """Reached by keyboard; heard once; the focus is where it belongs; axe finds nothing; a screen reader meets what was approved."""
    if state == "review":
        review(browser, pages, kind)
        return
    script = state != "no-script"
    with device(browser, script) as context, sitting(context, pages["web"], kind, script=script) as s:
        STATES[state](s)
        look(s, state)


def test_pressing_twice_takes_one_attempt(browser: Browser, pages: dict[str, Path]) -> None:
    """A hand that trembles presses the button twice: one verdict is said, and an attempt is left. A right answer asks for no other."""
    kind = next(kind for kind in TABLE if kind.name == "match")
    assert kind.wrong and kind.right
    with device(browser) as context, sitting(context, pages["web"], kind) as s:
        # From here on time stands still but for `run_for`, however slow the machine is.
        s.page.clock.pause_at(LATER)
        s.check(kind.wrong)
        s.page.clock.run_for(300)
        s.page.keyboard.press("Enter")
        assert [said.count("Not correct") for said in s.heard()] == [1]
        s.page.keyboard.press("Enter")
        assert [said.count("Not correct") for said in s.heard()] == [1], "who asks again later hears it again"
        expect(s.button).to_have_accessible_description("1 attempt left.")
        s.page.reload()
        expect(s.button).to_have_accessible_description("1 attempt left.")
        s.check(kind.right)
        expect(s.button).to_have_accessible_description(SPENT)


@pytest.mark.parametrize("name", ["number", *(pytest.param(name, marks=pytest.mark.slow) for name in IN_FIELDS)])
def test_the_last_attempt_may_be_checked_with_enter_in_a_field(
    browser: Browser, pages: dict[str, Path], name: str
) -> None:
    """The fields are then disabled: the focus is on the button, as when it is pressed, and the next key goes on from there."""
    [kind] = [kind for kind in TABLE if kind.name == name]
    assert kind.wrong and kind.right
    with device(browser) as context, sitting(context, pages["web"], kind) as s:
        for answer in (kind.right, kind.wrong):
            s.give(answer)
            s.heard()
            s.page.keyboard.press("Enter")
            expect(s.question).to_have_attribute("data-state", answer.state)
        assert SPENT in s.heard()[-1]
        expect(s.button).to_be_focused()
        s.page.keyboard.press("Enter")
        assert s.heard() == [SPENT]


@pytest.mark.parametrize(
    "kind",
    [
        pytest.param(kind, marks=() if kind.name in FEW else pytest.mark.slow, id=str(kind))
        for kind in TABLE
        if not kind.row.privacy
    ],
)
def test_each_action_is_said_once(browser: Browser, pages: dict[str, Path], kind: Kind) -> None:
    """Every kind of the table: pressed without an answer, with each, twice, after the last attempt, and opened again."""
    assert kind.right
    with device(browser) as context, sitting(context, pages["web"], kind) as s:
        s.check()
        assert s.heard() == [], "the focus went to the error, which says it"
        expect(s.question.locator("[data-problem]")).to_be_focused()
        for answer in filter(None, (kind.wrong, kind.partly)):
            s.give(answer)
            s.heard()
            for _ in range(2):
                s.check()
                said = s.heard()
                assert len(said) == 1 and said[0].startswith(answer.verdict), said
            break
        s.give(kind.right)
        s.heard()
        s.check()
        said = s.heard()
        assert len(said) == 1 and said[0].startswith(kind.right.verdict), said
        s.check()
        assert len(s.heard()) == 1
        s.come_back()
        expect(s.page.get_by_role("heading", level=1)).to_be_focused()
        assert s.heard() == []


@pytest.mark.slow
def test_without_script_axe_finds_nothing(browser: Browser, pages: dict[str, Path]) -> None:
    """axe is a script: it looks at the page in a browser that runs scripts, but is not given the page's own."""
    context = browser.new_context(viewport={"width": 640, "height": 800})
    context.route("**/*.js", lambda route: route.abort())
    page = context.new_page()
    page.goto(pages["web"].as_uri())
    expect(page.locator("html")).not_to_have_attribute("data-js", "")
    assert violations(page) == []
    context.close()


@pytest.mark.parametrize("kind", [param for param in BY_DAY if not param.values[0].row.privacy])
@pytest.mark.parametrize("edition", ["scorm12", "scorm2004"])
def test_an_lms_is_told_in_the_words_of_its_edition(
    browser: Browser, pages: dict[str, Path], kind: Kind, edition: str
) -> None:
    """Type, answer and what is right, as they are written down beside the example."""
    assert kind.right
    with device(browser) as context, sitting(context, pages[edition], kind, {"edition": edition}) as s:
        s.check(kind.right)
        expect(s.question).to_have_attribute("data-state", kind.right.state)
        s.heard()
        said = dict(line.split(" = ", 1) for line in s.page.evaluate("() => window.said"))
    # Its place is that of the question in the course; those before it are kept free.
    place = next(name.removesuffix("result") for name in said if re.fullmatch(r"cmi\.interactions\.\d+\.result", name))
    told = {name.removeprefix(place): value for name, value in said.items()}
    response = "student_response" if edition == "scorm12" else "learner_response"
    wanted = ((kind.pattern or kind.right.told)[edition] or None) if kind.scored else None
    assert told["type"] == getattr(kind.row, edition) in TYPES[edition]
    assert told[response] == kind.right.told[edition]
    assert told.get("correct_responses.0.pattern") == wanted
    assert told["result"] == ("correct" if kind.scored else "neutral")


TYPES = {
    "scorm12": {"true-false", "choice", "fill-in", "matching", "sequencing", "likert", "numeric"},
    "scorm2004": {"true-false", "choice", "fill-in", "long-fill-in", "matching", "sequencing", "likert", "numeric"},
}
"""Types of interactions that the standards have, and the run-time can write an answer in."""

RESULTS = {"correct": "correct", "partly-correct": "wrong", "incorrect": "wrong", "answered": "neutral"}
"""What a verdict is called in SCORM 1.2; 2004 has `incorrect` for `wrong`."""


@pytest.mark.slow
@pytest.mark.parametrize("name", ["wrong", "partly", "right"])
def test_an_answer_is_worth_the_same_everywhere(
    browser: Browser, pages: dict[str, Path], name: str, subtests: pytest.Subtests
) -> None:
    """In an LMS of either edition and by double click: one verdict, in one set of words, for the LMS too."""
    kinds = [kind for kind in TABLE if not kind.row.privacy and getattr(kind, name)]
    heard: dict[str, set[str]] = {kind.name: set() for kind in kinds}
    for destination, address in pages.items():
        with device(browser) as context, sitting(context, address, kinds[0], {"edition": destination}) as s:
            for kind in kinds:
                with subtests.test(f"{kind.name}, {destination}"):
                    heard[kind.name].add(verdict_on(s, kind, getattr(kind, name), destination))
    assert {name: len(verdicts) for name, verdicts in heard.items()} == dict.fromkeys(heard, 1), heard


def verdict_on(s: Sitting, kind: Kind, answer: Answer, destination: str) -> str:
    """What is said when this answer is checked; the LMS has one outcome more, and the same."""
    s.turn_to(kind)
    before = outcomes(s)
    s.check(answer)
    expect(s.question).to_have_attribute("data-state", answer.state)
    [verdict] = [said for said in s.heard() if said.startswith(answer.verdict)]
    name = RESULTS[answer.state].replace("wrong", "wrong" if destination == "scorm12" else "incorrect")
    assert outcomes(s)[len(before) :] == ([] if destination == "web" else [name])
    return re.sub(r"\b\d{1,2}:\d\d\b", "TIME", verdict)  # a declaration says when


def outcomes(s: Sitting) -> list[str]:
    """Of the questions that were reported, in order."""
    said = s.page.evaluate("() => window.said")
    return [line.partition(".result = ")[2] for line in said if ".result = " in line]


def review(browser: Browser, pages: dict[str, Path], kind: Kind) -> None:
    """Opened again in an LMS only to look at it: all is there, the page says so, and the LMS receives nothing."""
    edition = {"edition": "scorm12", "cmi.core.lesson_mode": "normal"}
    with device(browser) as context:
        with sitting(context, pages["scorm12"], kind, edition) as s:
            s.check(kind.last)
            s.heard()
            kept = s.page.evaluate("() => window.kept")
        with sitting(context, pages["scorm12"], kind, kept | {"cmi.core.lesson_mode": "review"}) as s:
            STATES["review"](s)
            expect(s.page.locator("[data-save-status]")).to_contain_text(
                "nothing new is recorded on your learning site"
            )
            assert not any(kind.last.verdict and kind.last.verdict in said for said in s.heard())
            expect(s.question).not_to_contain_text("attempt")
            look(s, "review")
            assert s.page.evaluate("() => window.said") == []


@pytest.mark.slow
def test_what_is_looked_back_at_cannot_be_changed(
    browser: Browser, pages: dict[str, Path], subtests: pytest.Subtests
) -> None:
    """A field that takes words and then forgets them would be a trap."""
    edition = {"edition": "scorm12", "cmi.core.lesson_mode": "review"}
    with device(browser) as context, sitting(context, pages["scorm12"], TABLE[0], edition) as s:
        still = "fields => fields.every(field => field.matches(':disabled') || field.readOnly)"
        s.page.wait_for_function("() => document.documentElement.dataset.ready === ''")
        for kind in TABLE:
            with subtests.test(kind.name):
                s.turn_to(kind)
                assert s.fields().count() and s.fields().evaluate_all(still)


def look(s: Sitting, state: str) -> None:
    """What is so in every state."""
    parts = [s.question, s.answer] if state in ("print", "no-script") else [s.question]
    if state != "no-script":
        assert violations(s.page) == []
    for width in (320, 640):
        s.page.set_viewport_size({"width": width, "height": 800})
        assert ask(s.page, "clipped") == []
    snapshots.compare(s.kind.name, state, "\n".join(part.aria_snapshot() for part in parts))
    for part, name in zip(parts, (state, f"{state}-answer"), strict=False):
        pictures.take(part, f"{s.kind.name}-{name}")
    if state in ("partly", "answered") or (s.kind.partly is None and state == ("wrong" if s.kind.wrong else "right")):
        pictures.take_every_look(s.page, s.question, f"{s.kind.name}-{state}")
