"""A course made with Satchel, walked by the hooks that its components document."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from builder.evidence.lms.launch import Call, Launch
from builder.evidence.walk.answers import Given, Question, questions_of

REST = 1000
"""Milliseconds after which nothing is on its way to a live region any more."""


@dataclass(frozen=True, slots=True)
class Place:
    """A page of the course."""

    id: str
    title: str
    waits: bool = False
    """Whether other pages must be done first."""


@dataclass(frozen=True, slots=True)
class Shown:
    """What a learner sees of a question."""

    state: str
    fields: tuple[str, ...]
    feedback: str
    problem: str
    spent: bool


@dataclass(frozen=True)
class Action:
    """Something that a learner did, and what came of it."""

    page: str
    item: str
    kind: str
    doing: str
    """`without an answer`, `wrong`, `partly`, `right`."""
    given: Given
    after: Shown
    heard: tuple[str, ...]
    focus: dict[str, Any]
    """Where the focus is afterwards: its name, whether it is lost."""
    title: str
    calls: tuple[Call, ...] = ()
    """What the course said to the LMS."""
    question: Question | None = None
    edition: str = "web"
    own_button: bool = True
    """Whether the question has a button of its own."""


class HookedCourse:
    """The pages and questions of a launch."""

    def __init__(self, launch: Launch) -> None:
        self.launch = launch
        self.questions = questions_of(launch.package.content)

    def ask(self, name: str, *words: Any) -> Any:
        """Ask a function of `page/hooked.js`."""
        return self.launch.frame.evaluate("([name, words]) => window.hooked[name](...words)", [name, list(words)])

    def ready(self) -> None:
        """Wait until the course has come to life."""
        self.launch.frame.wait_for_function("() => 'ready' in document.documentElement.dataset")
        self._drawn()

    def pages(self) -> list[Place]:
        """Every page, in order."""
        return [Place(**page) for page in self.ask("pages")]

    def turn_to(self, page: str) -> None:
        """Go to a page by its address."""
        self.ask("turnTo", page)
        self.arrive(page)

    def arrive(self, page: str) -> None:
        """Wait until a page is shown."""
        self.launch.frame.wait_for_function("id => window.hooked.isAt(id)", arg=page)
        self._drawn()
        self.settle()

    def _drawn(self) -> None:
        """Let the browser do what it does when it draws: it takes the focus to where an address leads, and says what is in sight."""
        self.launch.frame.evaluate("() => window.ownTime.drawn()")

    def settle(self) -> list[str]:
        """Let all that is on its way arrive; gives what was heard since this was asked last."""
        self.launch.forward(REST)
        said: list[str] = self.launch.frame.evaluate("() => window.heard.splice(0)")
        return said

    def items(self) -> list[dict[str, Any]]:
        """The questions of the page that is shown: id, kind, whether it is judged with others, whether it has a button."""
        found: list[dict[str, Any]] = self.ask("items")
        return found

    def seen(self, item: str) -> Shown:
        """What a learner sees of a question now."""
        said = self.ask("seen", item)
        return Shown(said["state"], tuple(said["fields"]), said["feedback"], said["problem"], said["spent"])

    def give(self, item: dict[str, Any], answer: Given) -> None:
        """Choose or write an answer, and leave it unchecked."""
        self.ask("give", item["id"], item["kind"], list(answer))

    def check(self, page: str, item: dict[str, Any], doing: str, given: Given = ()) -> Action:
        """Press Enter on the button of a question; gives what came of it."""
        before = len(self.launch.calls)
        self.settle()
        if self.ask("focusCheck", item["id"]):
            self.launch.page.keyboard.press("Enter")
            self._be_sure(item["id"])
        heard = tuple(self.settle())
        # The LMS is told after a second and a half at most, and then in portions.
        self.launch.forward(4 * REST)
        scene = self.launch.frame.evaluate("() => [window.structure.focused(), document.title]")
        return Action(
            page, item["id"], item["kind"], doing, given, self.seen(item["id"]), heard, scene[0], scene[1],
            tuple(self.launch.calls[before:]), self.questions.get(item["id"]), self.launch.package.edition, item["button"],
        )  # fmt: skip

    def _be_sure(self, item: str) -> None:
        """Where there is one attempt alone, the page asks first. What is heard of that is not of the verdict."""
        self.launch.forward(REST)
        if self.ask("focusSure", item):
            self.settle()
            self.launch.page.keyboard.press("Enter")

    def hand_in(self) -> bool:
        """Press the button that hands in a module, where there is one."""
        if not self.ask("focusHandIn"):
            return False
        self.launch.page.keyboard.press("Enter")
        self.settle()
        self.launch.forward(4 * REST)
        return True

    def standing(self) -> dict[str, Any]:
        """What the page says of the work as a whole."""
        said: dict[str, Any] = self.ask("standing")
        return said

    def all_items(self) -> Iterator[tuple[str, dict[str, Any]]]:
        """Go through the course; gives each page and question, while that page is shown."""
        for place in self.pages():
            if not place.waits:
                self.turn_to(place.id)
                for item in self.items():
                    yield place.id, item
