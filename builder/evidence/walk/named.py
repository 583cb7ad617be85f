"""A package of any tool, walked by roles and names: what it opens, answers, and presses to go on."""

import re
from collections.abc import Iterator
from contextlib import suppress
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from builder.evidence.lms.launch import Call, Launch
from builder.evidence.walk.words import added

if TYPE_CHECKING:
    from playwright.sync_api import Frame

MOST_SCREENS = 40
_TRIES = 3
_PATIENCE = 10_000
"""Milliseconds after which a link counts as leading nowhere."""
_HEADS = """() => {
  const shown = level => [...document.querySelectorAll(level)].find(one => one.checkVisibility())?.innerText;
  return [shown("h1") || document.title, shown("h2")].filter(Boolean);
}"""
_END_MOTION = """() => document.getAnimations().forEach(one => {
  if (one.effect?.getComputedTiming().endTime !== Infinity && one.playState === "running") one.finish();
})"""
"""What fades in is looked at when it is there; what moves for ever is not held up."""
_HAS_WORDS = "() => (document.body?.innerText ?? '').trim().length >= 20"
REST = 1500
"""Milliseconds in which a page has done what a press asks for."""


@dataclass(frozen=True)
class Press:
    """A button that was pressed, and what came of it."""

    screen: str
    control: str
    """What the button is called."""
    reachable: bool
    """Whether a key reaches it."""
    before: str
    after: str
    """All words of the page, before and after."""
    heard: tuple[str, ...]
    focus_lost: bool
    focus_words: str
    """Words of what has the focus afterwards."""
    calls: tuple[Call, ...] = ()
    in_lms: bool = False

    @property
    def new_words(self) -> str:
        """What is on the page and was not."""
        return added(self.before, self.after)

    @property
    def stayed(self) -> bool:
        """Whether most of the page is as it was: something was added to it, and it was not left."""
        words = self.before.split()
        kept = sum(word in set(self.after.split()) for word in words)
        return bool(words) and kept >= 0.6 * len(words)


class NamedCourse:
    """The screens of a launch, as they come."""

    def __init__(self, launch: Launch) -> None:
        self.launch = launch
        self.home = launch.frame
        self.answered = 0

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
            self.evaluate(_END_MOTION)
            said: list[str] = self.evaluate("() => (window.heard ?? []).splice(0)")
        except Error:
            return []
        return said

    def arrived(self) -> str:
        """All words of the screen, once there are some; a page that stays empty is waited for in vain."""
        from playwright.sync_api import Error

        self.settle()
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
        heads = self.evaluate(_HEADS)
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

    def _arrive(self, way: dict[str, Any]) -> None:
        """Wait until a link has led where it says; a script may have led elsewhere, or nowhere."""
        from playwright.sync_api import Error

        if way.get("link") and way.get("target", "").split("#")[0] != self.launch.frame.url.split("#")[0]:
            try:
                self.launch.frame.wait_for_url(way["target"], timeout=_PATIENCE)
            except Error:
                return

    def screens(self) -> Iterator[str]:
        """Go through the package; gives the name of each screen that was not met before, while it is shown."""
        met: set[str] = set()
        queue: list[str] = []
        for _ in range(MOST_SCREENS):
            self.settle()
            if (mark := self._mark()) not in met:
                met.add(mark)
                yield self.name()
            if not self._on(met, queue):
                return

    def _mark(self) -> str:
        """A screen is known again by its words, whatever was answered on it."""
        return re.sub(r"\d+", "", self.words())[:400]

    def _on(self, met: set[str], queue: list[str]) -> bool:
        """Go to a screen that was not met: by the way on, else by a link. Gives whether there was one."""
        ways = self.ask("ways")
        for way in ways["onward"]:
            self.press(way, "")
            if self._mark() not in met:
                return True
        queue.extend(link["target"] for link in self.ask("ways")["links"] if link["target"] not in queue)
        for target in [one for one in queue if one not in met]:
            met.add(target)
            self._follow(target)
            if self._mark() not in met:
                return True
        return False

    def _follow(self, target: str) -> None:
        for link in self.ask("ways")["links"]:
            if link["target"] == target:
                self.press(link, "")
                return
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
