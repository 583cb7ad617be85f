"""`Details`, `Cards`, `Columns`, `Timeline`, `Layers`: named parts, each shown in its own way."""

from functools import partial

from builder.model.kind import Kind, Shape
from builder.read.blocks.parts import read_parts
from builder.read.blocks.shapes import named_parts


def _kind(word: str, makes: str) -> Kind:
    return Kind(
        word=word,
        makes=makes,
        component=word.lower(),
        read=partial(read_parts, word.lower()),
        shape=Shape(shows=named_parts),
        only_if_shown=True,
        noun="a block of parts",
        examples=(word.lower(),),
    )


DETAILS = _kind("Details", "parts that a learner opens")
CARDS = _kind("Cards", "cards that a learner turns")
COLUMNS = _kind("Columns", "parts side by side")
TIMELINE = _kind("Timeline", "what happened when, along a line")
LAYERS = _kind("Layers", "parts that stand one inside the other")
