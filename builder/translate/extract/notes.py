"""What a translator reads beside a segment."""

from dataclasses import replace

from builder.translate.segment import Segment

NOTES = {
    "gap": "What stands in a gap is what a learner has to write. A bar separates answers that are all right; there may be more or fewer. Gaps stay in their order.",
    "unit": "Learners may write the unit beside the number. Bars separate its names; there may be more or fewer. The first one is shown.",
    "term": "Bars separate the forms of the term. Write all that the text uses.",
}
"""Kinds of words -> what a translator has to know of them."""


def noted(segment: Segment) -> Segment:
    """A segment with the note on gaps, when it has some."""
    has_gaps = any(code.kind == "gap" for code in segment.codes)
    return replace(segment, note=NOTES["gap"]) if has_gaps else segment
