"""One example of each kind of question: shown in the format, written by `satchel new --examples`, and driven by the tests.

Each lies beside its component, in `templates/components/NAME/examples/`, as an author would write it.
"""

import re
from dataclasses import dataclass

from builder.errors import Defect
from builder.render.page.environment import templates_folder

KINDS = (
    "choice/one",
    "choice/several",
    "choice/true-false",
    "order/order",
    "match/match",
    "match/sort",
    "fill/fill",
    "number/number",
    "scale/scale",
    "reflect/reflect",
)
"""Component and file of each, in the order of the format."""

_ID = re.compile(r"\{#([\w-]+)")


@dataclass(frozen=True, slots=True)
class Example:
    """One question."""

    name: str
    """Of its file, such as `true-false`."""
    id: str
    """Of the question."""
    text: str
    """Its markdown, from the heading on; lines end with a line feed."""


def read_examples() -> tuple[Example, ...]:
    """All of them, in the order of `KINDS`."""
    return tuple(map(_read, KINDS))


def _read(kind: str) -> Example:
    component, name = kind.split("/")
    path = templates_folder() / "components" / component / "examples" / f"{name}.md"
    try:
        text = path.read_text(encoding="utf-8")
    except OSError as problem:
        raise Defect(f"The example {path} cannot be read: {problem.strerror}") from problem
    written = _ID.search(text)
    if not written:
        raise Defect(f"The example {path} has no id")
    return Example(name, written[1], text)
