"""Probes of films and recordings: captions that load, a transcript, a description, and a learner who presses play."""

from collections.abc import Callable, Iterator

from builder.evidence.finding import Fault, Probe
from builder.evidence.scene import Scene

_READ = 2
"""A track whose cues are there (HTML, readyState LOADED)."""


def _captions(scene: Scene) -> Iterator[Fault]:
    scene.ask("structure.readTracks")
    for one in scene.ask("structure.media"):
        if not one["film"]:
            continue
        if not one["captions"]:
            yield Fault(one["place"], "a film has no captions")
        for track in one["captions"]:
            if track["state"] != _READ or track["cues"] == 0:
                yield Fault(one["place"], f"the captions in {track['language'] or 'no language'} do not load")


def _alternatives(scene: Scene) -> Iterator[Fault]:
    for one in scene.ask("structure.media"):
        if not one["transcript"]:
            yield Fault(one["place"], "there is no transcript", "1.2.3" if one["film"] else "1.2.1")


def _described(scene: Scene) -> Iterator[Fault]:
    for one in scene.ask("structure.media"):
        if one["film"] and not one["described"]:
            yield Fault(one["place"], "nothing describes what the film shows, and no reason is given")


def _started(scene: Scene) -> Iterator[Fault]:
    for one in scene.ask("structure.media"):
        if one["autoplay"]:
            yield Fault(one["place"], "plays by itself")
        if not one["controls"]:
            yield Fault(one["place"], "cannot be stopped: it has no controls", "2.2.2")


def _on(*kinds: str) -> Callable[[Scene], bool]:
    return lambda scene: not scene.kinds.isdisjoint(kinds)


PROBES = (
    Probe("captions", ("1.2.2",), "Every film has captions, and they load.", _captions, _on("film")),
    Probe(
        "transcript", ("1.2.1", "1.2.3", "1.2.8"), "Every film and recording has a transcript beside it.", _alternatives,
        _on("film", "recording"),
    ),
    Probe("description", ("1.2.5",), "Every film is described, or says why it need not be.", _described, _on("film")),
    Probe(
        "plays-on-request", ("1.4.2", "2.2.2"), "No film plays by itself, and each has controls.", _started,
        _on("film", "recording"),
    ),
)  # fmt: skip
"""Each is asked of every page in every state that has a film or a recording."""
