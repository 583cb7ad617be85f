"""A caption on its way to WebVTT, and what was changed in it."""

from dataclasses import dataclass, replace

Parts = tuple[tuple[str, str], ...]
"""Each speaker, or an empty name, with what she says: text of WebVTT, line breaks kept."""


@dataclass(frozen=True, slots=True)
class Caption:
    """What is shown from one moment to another."""

    start: float
    """Seconds from the beginning of the film."""
    end: float
    """Seconds from the beginning of the film."""
    parts: Parts
    """Its words, by who says them."""
    line: int
    """Line of its times in the author's file, counted from 1."""
    before: tuple[str, ...] = ()
    """Notes of WebVTT that stand above it, and its identifier."""
    settings: str = ""
    """Where it stands in the picture, as WebVTT writes it."""

    @property
    def words(self) -> str:
        """What is shown, without names of speakers."""
        return "\n".join(text for _, text in self.parts)

    def until(self, end: float) -> "Caption":
        """The same with another end."""
        return replace(self, end=end)


@dataclass(frozen=True, slots=True)
class Change:
    """One thing that is otherwise than in the author's file."""

    line: int
    """In the author's file, counted from 1."""
    words: str
    """What was done."""


def clock(seconds: float) -> str:
    """A time as WebVTT writes it: `00:01:02.500`."""
    thousandths = round(seconds * 1000)
    hours, rest = divmod(thousandths, 3_600_000)
    return f"{hours:02}:{rest // 60_000:02}:{rest // 1000 % 60:02}.{rest % 1000:03}"
