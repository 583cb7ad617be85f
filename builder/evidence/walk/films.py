"""Plays the films and recordings of a page with the keyboard, as a learner would, and stops them."""

import re
from collections.abc import Callable, Iterator
from contextlib import suppress
from dataclasses import dataclass

from builder.evidence.scene import Scene

_REST = 200
"""Milliseconds in which a page has done what a press asks for."""
_PATIENCE = {"known": 3000, "began": 3000, "moved": 10_000}
"""Milliseconds, of the browser's own, in which a film is there, is told to play, and moves."""

_OF_PLAYING = re.compile(r"play\(\)|supported source")
"""What a page that does not ask is told of a film that cannot be played here, or is stopped: no fault of its script."""


@dataclass(frozen=True, slots=True)
class Showing:
    """A film or recording that was played, and what came of it."""

    place: str
    doing: str
    """`played`, `another started` or `left`."""
    started: bool = True
    """Whether keys started it."""
    stopped: bool = True
    """Whether the same keys stopped it, and it stood still."""
    heard: bool = False
    """Whether it was heard when another was started, or when its page was left."""


class Films:
    """The films and recordings of a page that is shown."""

    def __init__(self, scene: Scene) -> None:
        self.scene = scene
        self.places: list[dict[str, str]] = scene.ask("films.number")
        self.playable: list[int] = []
        """Numbers of those that this browser plays."""

    def shown(self) -> Iterator[Showing]:
        """Start and stop each, and then each beside the one before it."""
        self.scene.ask("films.stop")
        for number, one in enumerate(self.places):
            if not one["away"] and (showing := self._played(number, one["place"])):
                yield showing
        self.scene.ask("films.stop")
        for number, other in zip(self.playable, self.playable[1:], strict=False):
            if self.start(number) and self.start(other):
                heard = self.scene.ask("films.state", number)["heard"] and self.scene.ask("films.state", other)["heard"]
                yield Showing(self.places[number]["place"], "another started", heard=heard)
            self.scene.ask("films.stop")
        errors = self.scene.launch.errors
        errors[:] = [words for words in errors if not _OF_PLAYING.search(words)]

    def left(self, leave: Callable[[], None]) -> Iterator[Showing]:
        """Start the first that can be played, and leave its page."""
        for number in self.playable[:1]:
            if self.start(number):
                leave()
                yield self.after(number)

    def after(self, number: int) -> Showing:
        """What became of a film when its page was left."""
        state = self.scene.ask("films.state", number)
        self.scene.ask("films.stop")
        heard = bool(state and state["heard"] and state["hidden"])  # a document that is gone plays no more
        return Showing(self.places[number]["place"], "left", heard=heard)

    def start(self, number: int) -> bool:
        """Start one with keys; gives whether it plays."""
        self.scene.ask("films.mark", number)
        self._press(number)
        self._wait("moved", number)
        state = self.scene.ask("films.state", number)
        return bool(state["moved"] and state["plays"])

    def _played(self, number: int, place: str) -> Showing | None:
        """Nothing where it cannot be played."""
        self._wait("known", number)
        self.scene.ask("films.mark", number)
        self._press(number)
        self._wait("began", number)
        if self.scene.ask("films.state", number)["began"]:
            self._wait("moved", number)
            if not self.scene.ask("films.state", number)["moved"]:
                return None
            self.playable.append(number)
            self._press(number)
            return Showing(place, "played", stopped=self.scene.ask("films.standsStill", number))
        return Showing(place, "played", started=False) if self.scene.ask("films.plays", number) else None

    def _press(self, number: int) -> None:
        if key := self.scene.ask("films.focusOn", number):
            self.scene.launch.page.keyboard.press(key)
        self.scene.rest(_REST)

    def _wait(self, what: str, number: int) -> None:
        """Until a film is there, has begun or has moved, or it is known that it cannot."""
        from playwright.sync_api import TimeoutError

        with suppress(TimeoutError):
            self.scene.launch.frame.wait_for_function(
                "([what, number]) => window.films[what](number)", arg=[what, number], timeout=_PATIENCE[what]
            )
