"""Probes of films and recordings that were played: keys start and stop each, one is heard at a time, and none after its page."""

from collections.abc import Iterator

from builder.evidence.finding import PRACTICE, Fault, Probe
from builder.evidence.walk.films import Showing


def _by_keys(showing: Showing) -> Iterator[Fault]:
    if not showing.started:
        yield Fault(showing.place, "no key starts this")
    elif not showing.stopped:
        yield Fault(showing.place, "plays on when the key that started it is pressed again", "2.2.2")


def _alone(showing: Showing) -> Iterator[Fault]:
    if showing.heard:
        yield Fault(showing.place, "plays on when another is started, and two voices are heard")


def _left(showing: Showing) -> Iterator[Fault]:
    if showing.heard:
        yield Fault(showing.place, "plays on when its page is left, and nothing there stops it")


PROBES = (
    Probe(
        "film-by-keys", ("2.1.1", "2.2.2"), "Keys start each film and recording, and stop it: it stands still then.",
        _by_keys, lambda showing: showing.doing == "played",
    ),
    # WCAG speaks of what plays by itself: whoever starts two has asked for both.
    Probe(
        "one-voice", (PRACTICE,), "A film or recording that is started stops the one that plays.", _alone,
        lambda showing: showing.doing == "another started",
    ),
    Probe(
        "film-left", ("1.4.2",), "A film or recording stops when its page is left.", _left,
        lambda showing: showing.doing == "left",
    ),
)  # fmt: skip
"""Each is asked of every film and recording that the browser can play."""
