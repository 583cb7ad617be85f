"""A package of any tool, walked by roles and names: what it opens, answers, and presses to go on."""

import re
from collections.abc import Iterator, Mapping
from contextlib import suppress
from typing import TYPE_CHECKING, Any

from builder.evidence.lms.launch import Launch
from builder.evidence.scene import END_MOTION
from builder.evidence.walk.press import Answered, Kill, Press
from builder.evidence.walk.words import speaks_of_score, words_of_end

if TYPE_CHECKING:
    from playwright.sync_api import Frame

MOST_SCREENS = 40
_LAST = re.compile(r"(complete|finish)\b", re.IGNORECASE)
_TRIES = 3
_PATIENCE = 10_000
"""Milliseconds after which a link counts as leading nowhere."""
_HAS_WORDS = "() => (document.body?.innerText ?? '').trim().length >= 20"
REST = 1500
"""Milliseconds in which a page has done what a press asks for."""


class NamedCourse:
    """The screens of a launch, as they come."""

    def __init__(self, launch: Launch) -> None:
        self.launch = launch
        self.home = launch.frame
        self.answered = 0
        self.met: set[str] = set()
        """Marks of the screens that were met, and addresses that were gone to."""
        self.given: dict[str, Answered] = {}
        """Answers by the mark of their screen."""
        self.first_kill: Kill | None = None
        """As soon as the first screen with answers was left for another."""
        self.scores = ""
        """Words of the last screen that spoke of a score."""
        self.ending = ""
        """Why all counts as done, as a clause; empty where nothing says so."""
        self.untried: list[str] = []
        """What leads to more, and was not gone."""

    def ask(self, name: str, *words: Any) -> Any:
        """Ask a function of `page/named.js`, in the frame that has the words."""
        return self.evaluate("([name, words]) => window.named[name](...words)", [name, list(words)])

    def evaluate(self, script: str, argument: Any = None) -> Any:
        """Run a script in the frame that has the words; again, when the page changed under it."""
        from playwright.sync_api import Error

        for _ in range(_TRIES):
            try:
                return self.launch.frame.evaluate(script, argument)
            except Error as problem:
                if "context was destroyed" not in str(problem) and "detached" not in str(problem):
                    raise
                self.launch.frame = self._fullest()
                self.launch.frame.wait_for_load_state()
        return self.launch.frame.evaluate(script, argument)

    def settle(self) -> list[str]:
        """Let all that is on its way arrive; gives what was heard."""
        from playwright.sync_api import Error

        try:
            self.launch.forward(REST)
            self.launch.page.wait_for_load_state("load")
            self.launch.frame = self._fullest()
            self.launch.frame.wait_for_load_state()
            self._be_answered()
            self.evaluate(END_MOTION)
            said: list[str] = self.evaluate("() => (window.heard ?? []).splice(0)")
        except Error:
            return []
        return said

    def _be_answered(self) -> None:
        """Wait until requests of the page's scripts are over, and let the page show what came."""
        asked = 0
        self.evaluate("() => window.ownTime?.drawn()")
        for _ in range(_TRIES):
            under_way = self.evaluate("() => window.underWay ?? { count: 0, ever: 0 }")
            if under_way["ever"] == asked and not under_way["count"]:
                return
            asked = under_way["ever"]
            self.launch.frame.wait_for_function("() => !window.underWay?.count", timeout=_PATIENCE)
            self.launch.forward(REST)

    def arrived(self) -> str:
        """All words of the screen, once all is loaded and there are some; a page that stays empty is waited for in vain."""
        from playwright.sync_api import Error

        self.settle()
        with suppress(Error):
            self.launch.page.wait_for_load_state("networkidle", timeout=_PATIENCE)
        with suppress(Error):
            self.launch.frame.wait_for_function(_HAS_WORDS, timeout=_PATIENCE)
        self.settle()
        return self.words()

    def _fullest(self) -> "Frame":
        """The frame with most words, among that of the course and those in it."""
        frames = [frame for frame in self.launch.page.frames if frame == self.home or _inside(frame, self.home)]
        return max(frames, key=_words_in, default=self.home)

    def words(self) -> str:
        """All words of the screen."""
        found: str = self.ask("words")
        return found

    def name(self) -> str:
        """What a report calls the screen: its heading, else its title."""
        heads = self.ask("heads")
        return ": ".join(dict.fromkeys(" ".join(str(head).split())[:60] for head in heads)) or "a screen without a name"

    def press(self, way: dict[str, Any], screen: str) -> Press:
        """Press Enter on a control, or click it where no key reaches it."""
        before, calls = self.words(), len(self.launch.calls)
        self.settle()
        if self.ask("focusOn", way["way"]):
            self.launch.page.keyboard.press("Enter")
        else:
            self.ask("press", way["way"])
        self._arrive(way)
        heard = tuple(self.settle())
        focus = self.evaluate("() => window.structure.focused()")
        words = self.evaluate("() => (document.activeElement?.innerText ?? '').slice(0, 400)")
        return Press(
            screen, way["words"], way["reachable"], before, self.words(), heard, focus["lost"], words,
            tuple(self.launch.calls[calls:]), self.launch.in_lms,
        )  # fmt: skip

    def give(self, turn: int, screen: str) -> tuple[int, Press]:
        """Answer what has fields; gives how many, and what came of it: some pages check an answer as it is given."""
        before, calls = self.words(), len(self.launch.calls)
        self.settle()
        answered = self.ask("answer", turn)
        heard = tuple(self.settle())
        words = self.evaluate("() => (document.activeElement?.innerText ?? '').slice(0, 400)")
        return answered, Press(
            screen, "an answer", True, before, self.words(), heard, False, words,
            tuple(self.launch.calls[calls:]), self.launch.in_lms,
        )  # fmt: skip

    def _arrive(self, way: dict[str, Any]) -> None:
        """Wait until a link has led where it says; a script may have led elsewhere, or nowhere."""
        from playwright.sync_api import Error

        if way.get("link") and way.get("target", "").split("#")[0] != self.launch.frame.url.split("#")[0]:
            try:
                self.launch.frame.wait_for_url(way["target"], timeout=_PATIENCE)
            except Error:
                return

    def keep(self, mark: str, empty: Mapping[str, str]) -> None:
        """Remember what a screen has in its fields now, beside what it had."""
        self.met.add(self.mark())
        values = self.ask("values")
        given = {name: value for name, value in values.items() if value != empty.get(name)}
        if given:
            self.given[mark] = Answered(given, empty)

    def kill(self) -> Kill | None:
        """What a kill would leave; nothing where nothing was answered."""
        return Kill(self.launch.record, dict(self.given)) if self.given else None

    def hear(self, known: bool = False) -> None:
        """Remember what a screen says of scores and of the end; `known`, when it is one that was met and says more now."""
        if known:
            self.met.add(self.mark())
        words = self.words()
        self.scores = words if speaks_of_score(words) else self.scores
        if said := words_of_end(words):
            self.ending = f"the page says “{said}”"

    def handed_in(self, control: str) -> None:
        """Remember that a button has ended the course, when it says so and leaves nothing to do."""
        if _LAST.match(control) and self.ask("nothingLeft"):
            self.ending = f"“{control}” was pressed and nothing is left to do"

    def screens(self) -> Iterator[str]:
        """Go through the package; gives the name of each screen that was not met before, while it is shown."""
        queue: list[str] = []
        self.arrived()
        for _ in range(MOST_SCREENS):
            self.settle()
            if (mark := self.mark()) not in self.met:
                self.met.add(mark)
                self.first_kill = self.first_kill or self.kill()
                self.hear()
                self.untried += [name for name in self.ask("untried") if name not in self.untried]
                yield self.name()
            if self.mark() in self.met and not self._on(queue):  # an answer may have led on
                return
        self.untried.append("more screens")

    def back_to(self, mark: str, address: str) -> bool:
        """Be on a screen again that was left while it was looked at, as far as its address leads there."""
        from playwright.sync_api import Error

        frame = self.launch.frame
        if self.mark() != mark and frame.url != address:
            with suppress(Error):
                if frame.url.split("#")[0] == address.split("#")[0]:
                    frame.evaluate("address => { location.hash = new URL(address).hash; }", address)
                else:
                    frame.goto(address)
                self.settle()
        return self.mark() == mark

    def mark(self) -> str:
        """What a screen is known again by."""
        found: str = self.ask("mark")
        return found

    def _on(self, queue: list[str]) -> bool:
        """Go to a screen that was not met: by the way on, else by a link. Gives whether there was one."""
        ways = self.ask("ways")
        for way in ways["onward"]:
            self.press(way, "")
            if self.mark() not in self.met:
                return True
        queue.extend(link["target"] for link in self.ask("ways")["links"] if link["target"] not in queue)
        for target in [one for one in queue if one not in self.met]:
            self.met.add(target)
            self._follow(target)
            if self.mark() in self.met:
                self.settle()  # what a page is made of may have come late
            if self.mark() not in self.met:
                return True
        return False

    def _follow(self, target: str) -> None:
        from playwright.sync_api import Error

        for link in self.ask("ways")["links"]:
            if link["target"] == target:
                self.press(link, "")
                return
        with suppress(Error):  # what is downloaded is no screen
            self.launch.frame.goto(target)
        self.settle()


def _inside(frame: "Frame", home: "Frame") -> bool:
    here: Frame | None = frame
    while here is not None:
        if here == home:
            return True
        here = here.parent_frame
    return False


def _words_in(frame: "Frame") -> int:
    from playwright.sync_api import Error

    try:
        return int(frame.evaluate("() => (document.body?.innerText ?? '').trim().length"))
    except Error:
        return -1
