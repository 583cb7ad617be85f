"""What is done in a package of any tool, as values: a press, answers, and what a kill would leave of them."""

from collections.abc import Mapping
from dataclasses import dataclass

from builder.evidence.lms.launch import Call
from builder.evidence.walk.words import added


@dataclass(frozen=True)
class Answered:
    """What was given on a screen."""

    given: Mapping[str, str]
    """Field -> its value, of those that are no longer as they were."""
    empty: Mapping[str, str]
    """Every field as it was found."""


@dataclass(frozen=True)
class Kill:
    """What the LMS would have, were the browser killed now."""

    record: Mapping[str, str]
    given: Mapping[str, Answered]
    """Answers so far, by the mark of their screen."""


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
