"""axe-core, from the package that brings it."""

from collections.abc import Iterator
from functools import lru_cache
from importlib.util import find_spec
from pathlib import Path

from builder.errors import MissingTool, how_to_install
from builder.evidence.finding import PRACTICE, Fault
from builder.evidence.scene import Scene

_TAGS = ["wcag2a", "wcag2aa", "wcag2aaa", "wcag21a", "wcag21aa", "wcag22a", "wcag22aa", "best-practice"]
_COLOURS = ["color-contrast", "color-contrast-enhanced", "link-in-text-block"]
"""The rules that may be broken in the dark alone: nothing but colours differs there."""

_RUN = """([tags, only]) => axe.run(document, {
  runOnly: only.length ? { type: "rule", values: only } : { type: "tag", values: tags },
  rules: only.length ? {} : { "color-contrast-enhanced": { enabled: true }, "target-size": { enabled: true } },
  resultTypes: ["violations"],
}).then(({ violations }) => violations.map(({ id, tags, help, nodes }) => ({
  id, tags, help, places: nodes.map(({ target, html }) => [target.flat().join(" "), html.slice(0, 160)]),
})))"""


@lru_cache
def axe_source() -> str:
    """The text of axe-core, from the package that brings it; raises MissingTool."""
    spec = find_spec("axe_playwright_python")
    for place in spec.submodule_search_locations or () if spec else ():
        file = Path(place) / "axe.min.js"
        if file.is_file():
            return file.read_text(encoding="utf-8")
    raise MissingTool("axe-playwright-python", f"Run {how_to_install('verify')} .")


def axe_version() -> str:
    """Such as `4.11.0`."""
    return axe_source()[:60].partition("axe v")[2].split()[0]


def axe_faults(scene: Scene, only_colours: bool = False) -> Iterator[Fault]:
    """What axe finds in a page as it is now."""
    frame = scene.launch.frame
    frame.evaluate("() => window.scrollTo(0, 0)")
    with scene.for_engine():
        if not frame.evaluate("() => 'axe' in window"):
            frame.evaluate(axe_source() + "; 0")
        violations = frame.evaluate(_RUN, [_TAGS, _COLOURS if only_colours else []])
    for violation in violations:
        criterion = criterion_of(violation["tags"]) or PRACTICE
        for place, html in violation["places"]:
            yield Fault(f"{place}: {html}", violation["help"].lower(), criterion, violation["id"])


def criterion_of(tags: list[str]) -> str:
    """The number of the success criterion that axe's tags name, such as `1.4.3` for `wcag143`."""
    for tag in tags:
        digits = tag.removeprefix("wcag")
        if tag.startswith("wcag") and digits.isdecimal() and len(digits) >= 3:
            return f"{digits[0]}.{digits[1]}.{digits[2:]}"
    return ""
