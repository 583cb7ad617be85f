"""What stands around a block: its role follows from it."""

from dataclasses import dataclass

from builder.model.kind import Kind
from builder.read.blocks.shapes import equals


@dataclass(frozen=True, slots=True)
class Where:
    """What stands around a block."""

    kind: Kind | None = None
    context: str = ""
    role: str = "paragraph"


def has_gaps(where: Where) -> bool:
    """Whether a block may have gaps to fill in."""
    return (
        where.kind is not None
        and where.kind.shape is not None
        and where.kind.shape.running_text
        and where.role in {"paragraph", "entry of a list"}
    )


def asks_for_a_number(where: Where) -> bool:
    """Whether a number is the answer."""
    return where.kind is not None and where.kind.shape is not None and where.kind.shape.shows is equals


def has_entries(where: Where) -> bool:
    """Whether a list is the parts of a block, each with its name."""
    return bool(where.kind and where.kind.shape and where.kind.shape.entry)


def of_a_list(role: str) -> str:
    """What an entry of a list is."""
    return "entry of a list" if role == "paragraph" else role
