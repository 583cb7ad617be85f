"""What IBM Equal Access and HTML_CodeSniffer complain of, without what the accessibility tree says is a false alarm."""

from collections.abc import Callable, Iterator
from typing import Any

from builder.evidence.engines.false_alarms import FALSE_ALARMS, GOOD_PRACTICE, rows_of, set_aside
from builder.evidence.engines.installed import HTMLCS, IBM, Engine, source_of
from builder.evidence.engines.tree import tree_nodes
from builder.evidence.finding import PRACTICE, Fault
from builder.evidence.scene import Scene

_NO_LONGER = ("4.1.1", "")
"""WCAG 2.2 has 4.1.1 no longer; an engine that names none speaks of good practice."""


def installed(engine: Engine) -> Callable[[Scene], bool]:
    """Whether there is an engine to ask: one that is not there has not looked."""
    return lambda scene: bool(source_of(engine))


def ibm_faults(scene: Scene) -> Iterator[Fault]:
    """What IBM Equal Access says is wrong with a page as it is now."""
    yield from _faults(scene, IBM, "ibm")


def htmlcs_faults(scene: Scene) -> Iterator[Fault]:
    """What HTML_CodeSniffer says is wrong with a page as it is now."""
    yield from _faults(scene, HTMLCS, "htmlcs")


def _faults(scene: Scene, engine: Engine, short: str) -> Iterator[Fault]:
    frame = scene.launch.frame
    with scene.for_engine():
        if not frame.evaluate("name => name in (window.engineOf ?? {})", engine.sets):
            frame.evaluate(source_of(engine))
        said: list[dict[str, Any]] = scene.ask(f"engines.{short}")
        try:
            false = _false_alarms(scene, short, said)
        finally:
            scene.ask("engines.unmark")
    for place, one in enumerate(said):
        if place not in false:
            criterion = (
                PRACTICE
                if one["criterion"] in _NO_LONGER or (short, one["rule"]) in GOOD_PRACTICE
                else one["criterion"]
            )
            yield Fault(one["place"], _plain(one["words"]), criterion, one["rule"])


def _false_alarms(scene: Scene, short: str, said: list[dict[str, Any]]) -> set[int]:
    """Places in the list of what the tree says otherwise of."""
    doubtful = {place: rows for place, one in enumerate(said) if (rows := rows_of(short, one["rule"], FALSE_ALARMS))}
    nodes = tree_nodes(scene, {said[place]["number"] for place in doubtful})
    return {
        place for place, rows in doubtful.items() if any(set_aside(row, nodes[said[place]["number"]]) for row in rows)
    }


def _plain(words: str) -> str:
    """In lower case and without a full stop, as all words of faults are."""
    line = " ".join(words.split()).rstrip(".")
    return line[:1].lower() + line[1:]
