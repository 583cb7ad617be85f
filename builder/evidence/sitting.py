"""A whole sitting at a course, as a value: what was shown and what the LMS kept."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from builder.evidence.lms.launch import Call
from builder.evidence.walk.hooked import Shown


@dataclass(frozen=True)
class Sitting:
    """From the launch to the end, however it ended."""

    edition: str
    about: str
    """What was tried: `by keyboard`, `killed`, `cut state`, `late API`, `session ended`, `from disk`, ..."""
    stuck: str = ""
    """Where the learner did not get on; empty when she came to the end."""
    ready: bool = True
    """Whether the course came to life."""
    before: Mapping[str, Shown] = field(default_factory=dict)
    """Each question as it was left."""
    after: Mapping[str, Shown] = field(default_factory=dict)
    """Each question as it was found again."""
    record: Mapping[str, str] = field(default_factory=dict)
    """The data model as the LMS last kept it."""
    calls: tuple[Call, ...] = ()
    requests: tuple[str, ...] = ()
    errors: tuple[str, ...] = ()
    progress: tuple[str, ...] = ()
    """What the page says of how far the learner is."""
    trouble: bool = False
    """Whether the page says that work may be in danger."""
    said: str = ""
    """The page's line that says where the work is kept."""
    wanted: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    """Page -> passages that are to be found again."""
    words: str = ""
    """All words of the page in which they are to be found."""
    torn: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    """Page -> what two sheets of paper may share of it, though one has room for it."""
    questions: int = 0
    """How many questions have a right answer."""
    answered: int = 0
    """How many fields were answered, in a package of another tool."""
    came: str = ""
    """Words that came to the page while nobody touched it."""
    went: str = ""
    """Words that went from it, or from its fields."""
    lost: tuple[str, ...] = ()
    """A screen, and what of its answers is not found again; nothing when they are."""
