"""A learner takes the first course in an LMS with the keyboard alone, leaves midway, comes back and finishes."""

import re
from collections.abc import Iterator

import pytest

from builder.model.assessment import ChoiceInteraction, SimpleChoice
from tests.learner.driver.script import Answer, kind_of, options_of
from tests.lms.host import Call
from tests.lms.journey import Journey

pytestmark = pytest.mark.browser


def test_a_learner_takes_the_course(journey: Journey) -> None:
    """All that is checked below, at once: the journey is long, and the machines that share the tests would each make it again."""
    wrong = []
    for name, check in [(name, check) for name, check in globals().items() if name.startswith("check_")]:
        try:
            check(journey)
        except AssertionError as fault:
            wrong.append(f"{name}: {check.__doc__}\n{fault}")
    assert wrong == []


TYPES = {
    "order": "sequencing",
    "true-false": "true-false",
    "match": "matching",
    "sort": "matching",
    "fill": "fill-in",
    "scale": "likert",
}
"""Kinds of question, as SCORM calls those that are no `choice`."""


def check_what_was_left_is_found_again(journey: Journey) -> None:
    """She comes back to the page that she left, with her answers, her order, the feedback and her own words on it."""
    assert journey.found == journey.left
    _, seen = journey.found
    for item, answer in journey.answers.items():
        wanted = "unanswered" if item == journey.left_open.id else answer.state
        assert seen[item]["state"] == wanted, item
        assert sorted(seen[item]["chosen"] or seen[item]["order"]) == sorted(choice.id for choice in answer.choices), (
            item
        )
        shown = [value for value in seen[item]["fields"] if value]
        assert sorted(shown) == sorted(value for _, value in answer.fields), item
        assert bool(seen[item]["feedback"]) == (item != journey.left_open.id), item
    assert sum(journey.words[item] == seen[item]["words"] for item in journey.words) == len(journey.words) // 2


def check_the_course_ends_as_completed(journey: Journey) -> None:
    """The LMS shows the course as begun when she leaves it midway, and as completed when she has seen all of it; so does the cover."""
    statuses = journey.first.sets(status_of(journey)), journey.second.sets(status_of(journey))
    assert statuses == (["incomplete"], ["completed"])
    assert at(journey.enrolment.record, status_of(journey)) == "completed"
    assert "You have completed this course." in journey.progress


def check_the_lms_knows_at_once_that_the_course_was_begun(journey: Journey) -> None:
    """A learner who opens the course and shuts it again has begun it, and may come back to it."""
    calls = list(until_commit(journey.first.calls))
    written = [(call.element, call.value) for call in calls if call.name == "set"]
    assert written == [(status_of(journey), "incomplete"), (exit_of(journey), "suspend")]
    assert at(journey.first.commits[0], status_of(journey)) == "incomplete"


def check_what_was_done_may_be_gone_on_with(journey: Journey) -> None:
    """The course always leaves by `suspend`: SCORM 2004 gives nothing back after any other exit, completed or not."""
    for launch in (journey.first, journey.second):
        assert set(launch.sets(exit_of(journey))) == {"suspend"}
    assert at(journey.enrolment.record, exit_of(journey)) == "suspend"


def check_the_bookmark_is_the_module(journey: Journey) -> None:
    """An administrator who looks at the record sees where the learner is."""
    element = "cmi.core.lesson_location" if is12(journey) else "cmi.location"
    modules = [module.id for module in journey.course.modules]
    assert at(journey.first.commits[-1], element) == next(
        m.id for m in journey.course.modules if m.title == journey.left[0]
    )
    assert at(journey.enrolment.record, element) == modules[-1]


def check_time_spent_adds_up(journey: Journey) -> None:
    """The LMS adds the time of both sittings; each is sent in the form that the edition asks for."""
    element = "cmi.core.session_time" if is12(journey) else "cmi.session_time"
    form = r"\d{4}:\d\d:\d\d\.\d\d" if is12(journey) else r"PT\d+H\d+M\d+\.\d\dS"
    spent = 0.0
    for launch in (journey.first, journey.second):
        told = launch.sets(element)
        assert all(re.fullmatch(form, value) for value in told)
        assert [seconds(value) for value in told] == sorted(seconds(value) for value in told)
        spent += seconds(told[-1])
    total = at(journey.enrolment.record, "cmi.core.total_time" if is12(journey) else "cmi.total_time")
    assert spent > 1
    assert seconds(total) == pytest.approx(spent, abs=0.1)


def check_the_state_is_small_and_plain(journey: Journey) -> None:
    """No LMS cuts it off, escapes it or loses a character of it."""
    states = journey.first.sets("cmi.suspend_data") + journey.second.sets("cmi.suspend_data")
    assert states
    for state in states:
        assert len(state) <= 4096
        assert re.fullmatch(r"[A-Za-z0-9._-]+", state)


def check_progress_is_told(journey: Journey) -> None:
    """SCORM 2004: the LMS can draw a bar that never goes back, and is full in the end. SCORM 1.2 has no word for it."""
    told = [float(value) for launch in (journey.first, journey.second) for value in launch.sets("cmi.progress_measure")]
    if is12(journey):
        assert not told
    else:
        assert told == sorted(told)
        assert 0 < told[0] < 0.5
        assert told[-1] == 1


def check_a_course_without_a_pass_mark_sends_no_score(journey: Journey) -> None:
    """Nobody sees 0 % for a course in which there is nothing to fail; success stays open too."""
    for launch in (journey.first, journey.second):
        assert not [
            call
            for call in launch.calls
            if call.name == "set" and ("score" in call.element or "success" in call.element)
        ]


def check_each_question_is_one_interaction(journey: Journey) -> None:
    """A report of the LMS shows what was answered to each question, what would have been right, and the outcome."""
    recorded = {entry["id"]: entry for entry in journey.enrolment.record["cmi"]["interactions"].values()}
    asked = [plain(item.id) for item in journey.course.items if item.privacy in ("", "report")]
    assert list(recorded) == asked[: len(recorded)], "each has its place in the course"
    answered = [plain(answer.item.id) for answer in in_order_checked(journey)]
    assert sorted(id_ for id_, entry in recorded.items() if entry["result"]) == sorted(answered)
    for answer in journey.answers.values():
        entry = recorded[plain(answer.item.id)]
        assert entry["type"] == TYPES.get(kind_of(answer.item), "choice")
        assert entry["student_response" if is12(journey) else "learner_response"]
        assert seconds(entry["latency"]) > 0
        if answer.state == "answered":
            assert entry["result"] == "neutral"
            continue
        assert entry["result"] == (
            "correct" if answer.state == "correct" else "wrong" if is12(journey) else "incorrect"
        )
        if answer.fields:
            continue  # test_kinds.py has their vocabulary
        assert entry["student_response" if is12(journey) else "learner_response"] == told(
            journey, answer, answer.choices
        )
        assert entry["correct_responses"]["0"]["pattern"] == told(journey, answer, right(answer))
        if not is12(journey):
            assert entry["description"] == answer.item.title.text
            assert re.fullmatch(r"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.00Z", entry["timestamp"])


def check_the_conversation_is_in_order(journey: Journey) -> None:
    """Each sitting begins and ends once, and nothing is said after the end."""
    for launch in (journey.first, journey.second):
        names = [call.name for call in launch.calls]
        assert names[0] == "initialize"
        assert names[-1] == "terminate"
        assert names.count("initialize") == names.count("terminate") == 1


def check_no_call_is_refused(journey: Journey) -> None:
    """An administrator finds no error in the LMS's log."""
    for launch in (journey.first, journey.second):
        assert not [str(call) for call in launch.calls if call.error != "0" and not is_normal(call, launch.calls)]


def check_each_answer_is_committed_by_itself(journey: Journey) -> None:
    """What was checked is in the LMS before the next question is answered: a crash costs one answer at most."""
    for launch in (journey.first, journey.second):
        answered = {call.element.removesuffix(".result") for call in launch.calls if call.element.endswith(".result")}
        open_since = ""
        for call in launch.calls:
            if call.name == "commit" and call.result == "true":
                open_since = ""
            elif call.name == "set" and call.element.startswith("cmi.interactions"):
                record = ".".join(call.element.split(".")[:3])
                if record not in answered:
                    continue  # it only keeps the place of its question
                assert open_since in ("", record), f"{open_since} was not committed before {call}"
                open_since = record
        assert open_since == ""


def check_reflections_never_leave_the_device(journey: Journey) -> None:
    """What she wrote for herself is in no call, no request and no log; only she can read it."""
    said = [str(call) for launch in (journey.first, journey.second) for call in launch.calls]
    everything = [*said, *journey.requests, *journey.enrolment.lms.bodies, *journey.console]
    assert len(journey.requests) > 20
    assert any("interactions" in body for body in journey.enrolment.lms.bodies)
    for entry in everything:
        assert "Canary" not in entry
        assert "Then we listened" not in entry


def check_the_console_stays_empty(journey: Journey) -> None:
    """A technician who opens the browser's console finds no error and no warning of the course."""
    assert [line for line in journey.console if line.startswith(("error", "warning"))] == []


def is12(journey: Journey) -> bool:
    """Whether this is SCORM 1.2."""
    return journey.enrolment.edition == "scorm12"


def status_of(journey: Journey) -> str:
    return "cmi.core.lesson_status" if is12(journey) else "cmi.completion_status"


def exit_of(journey: Journey) -> str:
    return "cmi.core.exit" if is12(journey) else "cmi.exit"


def at(record: dict[str, object], element: str) -> str:
    """What a record holds at `cmi.core.exit` and the like."""
    found: object = record
    for part in element.split("."):
        assert isinstance(found, dict)
        found = found[part]
    return str(found)


def until_commit(calls: list[Call]) -> Iterator[Call]:
    """The calls before the first commit."""
    for call in calls:
        if call.name == "commit":
            return
        yield call


def seconds(time: str) -> float:
    """A timespan of SCORM 1.2 (`0000:01:30.50`) or a timeinterval of SCORM 2004 (`PT0H1M30.5S`)."""
    if ":" in time:
        hours, minutes, rest = time.split(":")
        return int(hours) * 3600 + int(minutes) * 60 + float(rest)
    found = re.fullmatch(r"PT(?:(\d+)H)?(?:(\d+)M)?(?:([\d.]+)S)?", time)
    assert found
    return sum(float(part or 0) * unit for part, unit in zip(found.groups(), (3600, 60, 1), strict=True))


def plain(id_: str) -> str:
    """An id without what Moodle refuses."""
    return id_.replace("-", "_")


def right(answer: Answer) -> tuple[SimpleChoice, ...]:
    """What would be right: the options to choose, or all steps in their order."""
    return tuple(option for option in options_of(answer.item) if option.correct)


def told(journey: Journey, answer: Answer, choices: tuple[SimpleChoice, ...]) -> str:
    """An answer in the words of the edition: letters by the author's order in 1.2, ids in 2004; a set stands in the page's order."""
    options = options_of(answer.item)
    if isinstance(answer.item.interaction, ChoiceInteraction):
        choices = tuple(option for option in options if option in choices)
    if kind_of(answer.item) == "true-false":
        return choices[0].id[0] if is12(journey) else choices[0].id
    if is12(journey):
        return ",".join("abcdefghij"[options.index(choice)] for choice in choices)
    return "[,]".join(plain(choice.id) for choice in choices)


def in_order_checked(journey: Journey) -> list[Answer]:
    """The answers in the order in which they were checked: the one left open came last."""
    return sorted(journey.answers.values(), key=lambda answer: answer.item is journey.left_open)


def is_normal(call: Call, calls: list[Call]) -> bool:
    """What is no fault: an element that nobody has set yet, and a commit that Chromium stops because the page is going away."""
    if call.name == "get" and call.error == "403":
        return True
    rest = [later.name for later in calls[call.number + 1 :]]
    if call.name == "commit":
        return rest in (["terminate"], ["error", "terminate"])
    return call.name == "error" and rest == ["terminate"]
