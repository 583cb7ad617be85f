"""A page in a state, as probes are asked of it."""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from typing import Any

from builder.evidence.lms.launch import Launch

_LAID_OUT = 400
"""Milliseconds in which a page that waits for the end of a change has laid itself out."""
END_MOTION = """() => document.getAnimations().forEach(one => {
  if (one.effect?.getComputedTiming().endTime !== Infinity && one.playState === "running") one.finish();
})"""
"""What fades in is looked at when it is there; what moves for ever is not held up."""


@dataclass(frozen=True)
class Scene:
    """What is shown now."""

    launch: Launch
    page: str
    """What the page is called."""
    state: str
    """What has happened to it: `as opened`, `wrong`, ..."""
    fresh: bool = True
    """Whether this page was not met in another state before: what cannot differ between states is asked once."""

    kinds: frozenset[str] = frozenset()
    """What is on it: `film`, `picture`, `field`, ..."""

    def ask(self, question: str, *arguments: Any) -> Any:
        """Ask a function of the scripts in `page/`, such as `structure.headings`."""
        group, name = question.split(".")
        return self.launch.frame.evaluate(
            "([group, name, words]) => window[group][name](...words)", [group, name, list(arguments)]
        )

    @contextmanager
    def for_engine(self) -> Iterator[None]:
        """While an engine looks, timers are the browser's own, and pages of ours that are not shown are set aside.

        They are most of a course's document.
        """
        self.launch.frame.evaluate("() => window.ownTime?.lend()")
        if self.launch.package.hooked:
            self.ask("aside.put")
        try:
            yield
        finally:
            if self.launch.package.hooked:
                self.ask("aside.back")
            self.launch.frame.evaluate("() => window.ownTime?.end()")

    def rest(self, milliseconds: int) -> None:
        """Let the page do what it does after a while, where its clock is held; else the browser draws once."""
        if self.launch.frame.evaluate("() => '__pwClock' in globalThis"):
            self.launch.forward(milliseconds)
        else:
            self.launch.frame.evaluate(
                "() => new Promise(done => requestAnimationFrame(() => requestAnimationFrame(done)))"
            )

    def come_to_rest(self) -> None:
        """Let a page of another tool lay itself out after a change of the window; ours needs no script and no time for it."""
        if not self.launch.package.hooked:
            # A script hears of another width when the browser draws, whatever the clock of the page says.
            self.launch.frame.evaluate("() => window.ownTime?.drawn()")
            self.rest(_LAID_OUT)
            self.launch.frame.evaluate(END_MOTION)

    def size(self, width: int, height: int) -> None:
        """Give the window another size."""
        self.launch.page.set_viewport_size({"width": width, "height": height})

    def picture(self) -> bytes:
        """A PNG of the window as it is."""
        return self.launch.page.screenshot(animations="disabled")
