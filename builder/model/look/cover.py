"""The picture that an author gives for the cover of a course."""

from dataclasses import dataclass

from builder.model.diagnostics import Span
from builder.model.media import Asset


@dataclass(frozen=True, slots=True)
class CoverPicture:
    """A picture that stands in the place of the drawn rings."""

    picture: Asset
    """Its file."""
    words: str
    """What it shows, for who does not see it; empty when it only adorns."""
    span: Span
    """Where these words are, or the name of the file when there are none."""
    excerpt: str
    """The source line."""
