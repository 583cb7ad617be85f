"""What happens to the learner of the lab, from the first launch to the last look."""

from copy import deepcopy
from dataclasses import dataclass, field, replace
from pathlib import Path

from playwright.sync_api import Browser, BrowserContext, ConsoleMessage, WebError

from tests.lms.host import Enrolment, Launch, Lms
from tests.lms_faults.faults import Fault
from tests.lms_faults.learner import (
    AT_ONCE,
    OPTIONS,
    PATIENCE,
    TRAVELLING,
    Course,
    Work,
    begin,
    expect_all,
    first_half,
    missing,
    second_half,
)
from tests.lms_faults.told import IN_LMS, ON_DEVICE, hear, told

SEARCH = 6
"""Seconds after which the page has stopped to look for an API."""


@dataclass
class Outcome:
    """What came of it."""

    told: list[str] = field(default_factory=list)
    """Kind of the save status at the end of each sitting."""
    found: str = ""
    """Where all of it was found after the first sitting."""


class Device:
    """A browser of the learner; every error in it counts, and its clock moves only by command."""

    def __init__(self, browser: Browser) -> None:
        self.context = browser.new_context()
        self.errors: list[str] = []
        watch(self.context, self.errors)

    def later(self, seconds: float) -> None:
        """Let time pass."""
        self.context.clock.run_for(int(seconds * 1000))

    def __enter__(self) -> "Device":
        return self

    def __exit__(self, *_: object) -> None:
        self.context.close()


def watch(context: BrowserContext, errors: list[str]) -> None:
    """Write down what goes wrong in the pages of a browser, and hold its clock."""

    def on_console(message: ConsoleMessage) -> None:
        # That a request has failed is said by the browser itself; it is what some faults are made of.
        if message.type == "error" and not message.text.startswith("Failed to load resource"):
            errors.append(message.text)

    def on_error(problem: WebError) -> None:
        errors.append(str(problem.error))

    context.clock.install()
    context.on("console", on_console)
    context.on("weberror", on_error)


class Lab:
    """One learner, one edition, one fault."""

    def __init__(self, browser: Browser, lms: Lms, package: Path, fault: Fault) -> None:
        self.browser = browser
        self.enrolment = lms.enrol(package)
        self.fault = fault

    def play(self) -> Outcome:
        """All of it; fails when something is lost, a falsehood told, or an error not caught."""
        outcome = Outcome()
        work = Work()
        with Device(self.browser) as device:
            self.first_sitting(device, work, outcome)
            self.look_into_lms(work, outcome)
            self.next_sitting(device, work, outcome)
            assert device.errors == []
        return outcome

    def first_sitting(self, device: Device, work: Work, outcome: Outcome) -> None:
        """She works, the LMS fails, she works on, and leaves."""
        fault = self.fault
        launch = self.launch(device.context, broken=not fault.midway)
        course = course_of(launch)
        begin(course)
        first_half(course, work, fault.length, fault.words)
        device.later(fault.seconds)
        if fault.midway:
            hear(course, "lms")
            self.strike(launch)
        second_half(course, work)
        device.later(fault.seconds)
        hear(course, fault.told)
        outcome.told.append(told(course))
        leave(launch)

    def next_sitting(self, device: Device, work: Work, outcome: Outcome) -> None:
        """She comes back to the same device: all is there, and the LMS gets what it missed."""
        fault = self.fault
        launch = self.launch(device.context, broken=fault.lasts)
        course = course_of(launch)
        begin(course)
        device.later(SEARCH)
        if fault.asks:
            assert missing(course, work, None, AT_ONCE) != [], "shown to whoever comes next"
            course.get_by_role("button", name="Go on with my answers").click()
        expect_all(course, work)
        device.later(fault.seconds)
        hear(course, fault.then)
        outcome.told.append(told(course))
        leave(launch)
        if fault.then in IN_LMS and not fault.lasts:
            lost = lost_elsewhere(self.browser, self.enrolment, work)
            assert lost == [], f"never made good in the LMS: {lost}"
            assert self.reported() == self.given(work), "a tutor's report is not what she answered"
            assert self.score() == ("50" if fault.scored else "")

    def launch(self, context: BrowserContext, broken: bool) -> Launch:
        """Open the course, in the LMS as it is or as it should be."""
        if not broken:
            return self.enrolment.launch(context, stage=self.fault.stage)
        launch = self.enrolment.launch(context, faults=self.fault.plan, stage=self.fault.stage)
        launch.server = self.fault.server
        return launch

    def strike(self, launch: Launch) -> None:
        """The LMS fails."""
        launch.server = self.fault.server
        if self.fault.plan:
            launch.plan(**self.fault.plan)
        elif self.fault.turns:
            launch.player.goto(f"{launch.enrolment.lms.address}/outer#about:blank")
        elif not launch.server:
            launch.player.close()

    def look_into_lms(self, work: Work, outcome: Outcome) -> None:
        """Hold what the page has said against what the LMS has."""
        said = outcome.told[-1]
        assert said in ON_DEVICE
        promised = said in IN_LMS and not self.fault.hidden
        # What is not promised to be there is not waited for.
        waits = promised or self.fault.found != "device"
        lost = lost_elsewhere(self.browser, self.enrolment, work, PATIENCE if waits else AT_ONCE)
        if promised:
            assert lost == [], f"the page said “{said}”, and this is not in the LMS: {lost}"
        outcome.found = "device" if lost else "LMS and device"
        assert self.fault.found == "device" or not lost

    def reported(self) -> dict[str, str]:
        """What a tutor finds: the result of each question, and the words that were for her."""
        recorded = self.enrolment.record["cmi"].get("interactions", {}).values()
        words = "student_response" if self.enrolment.edition == "scorm12" else "learner_response"
        return {entry["id"]: entry[words] if entry["id"] == "shown" else entry["result"] for entry in recorded}

    def score(self) -> str:
        """Percent, as the LMS has it; empty when it has none."""
        cmi = self.enrolment.record["cmi"]
        held = cmi["core"]["score"] if self.enrolment.edition == "scorm12" else cmi["score"]
        return str(held["raw"])

    def given(self, work: Work) -> dict[str, str]:
        """The same, as she gave it."""
        wrong = "wrong" if self.enrolment.edition == "scorm12" else "incorrect"
        results = {item: "correct" if OPTIONS[item][1] == "correct" else wrong for item in work.answers}
        return {**results, "shown": work.words["shown"].replace("\n", " ")}


def lost_elsewhere(browser: Browser, enrolment: Enrolment, work: Work, patience: float = PATIENCE) -> list[str]:
    """What of the work that may travel does not reach another device, by way of an LMS in which all is well.

    The record stays as it is. `patience` is in milliseconds, for each answer.
    """
    if not enrolment.record:
        return list(TRAVELLING)
    copied = replace(enrolment, record=deepcopy(enrolment.record))
    with Device(browser) as other:
        launch = copied.launch(other.context)
        begin(course_of(launch))
        lost = missing(course_of(launch), work, TRAVELLING, patience)
        assert other.errors == []
    return lost


def course_of(launch: Launch) -> Course:
    """The course, wherever it is shown."""
    return launch.page if launch.stage == "opener" else launch.course


def leave(launch: Launch) -> None:
    """She closes the window, and whatever the LMS then sends to its server is waited for."""
    speaks = "player/" in launch.player.url and not launch.player.is_closed()
    with launch.page.expect_event("close"):
        launch.page.close(run_before_unload=True)
    launch.player.close()
    begun = any(call.name == "initialize" and call.result == "true" for call in launch.calls)
    if begun and speaks and "missing" not in launch.faults.values():
        launch.settle()
