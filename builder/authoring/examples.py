"""Examples of each kind of block, for the format, `satchel new --examples` and the tests.

Each lies beside its component, in `templates/components/NAME/examples/`, as an author would write it.
"""

import re
from dataclasses import dataclass

from builder.errors import Defect
from builder.kinds import KINDS
from builder.model.kind import Kind
from builder.render.page.environment import templates_folder

_ID = re.compile(r"\{#([\w-]+)")


@dataclass(frozen=True, slots=True)
class Example:
    """One block."""

    name: str
    """Name of its file, such as `true-false`."""
    id: str
    """Id of the block."""
    text: str
    """Its markdown, from the heading on; lines end with a line feed."""
    kind: Kind
    """The kind that it is an example of."""


def read_examples() -> tuple[Example, ...]:
    """Read every example, in the order of the format."""
    return tuple(_read(kind, name) for kind in KINDS for name in kind.examples)


def _read(kind: Kind, name: str) -> Example:
    path = templates_folder() / "components" / kind.component / "examples" / f"{name}.md"
    try:
        text = path.read_text(encoding="utf-8")
    except OSError as problem:
        raise Defect(f"The example {path} cannot be read: {problem.strerror}") from problem
    written = _ID.search(text)
    if not written:
        raise Defect(f"The example {path} has no id")
    return Example(name, written[1], text, kind)
