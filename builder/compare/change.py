"""What is different in a new version, and what comes of it for learners who have begun the old one."""

from dataclasses import dataclass
from enum import StrEnum

from builder.compare.packages.finished import Finished

TEXT = "module-text"
"""A change of sentences alone, on which no record hangs."""
FILES = "module-files"
"""A change of pictures, captions and files to take, on which no record hangs either."""
LOOK = "module-look"
"""The same words in another order or look, or a link that leads elsewhere."""
QUESTION_LOOK = "question-look"
"""The same of what a question offers, where answers stay what they were."""
_SAFE = frozenset({TEXT, FILES, LOOK, QUESTION_LOOK})
FILM = "film-replaced"
"""Another film or recording under an id: only people can say whether it is the same one cut anew."""


class Verdict(StrEnum):
    """Whether the new package may take the place of the old one."""

    SAFE = "safe"
    EFFECTS = "effects"
    NEW_ACTIVITY = "new-activity"


@dataclass(frozen=True, slots=True)
class Change:
    """One difference that learners or administrators meet."""

    kind: str
    """A name for tools, e.g. `question-removed`."""
    id: str
    """Id of the module or question; empty for the course."""
    subject: str
    """The question's or module's words; empty for the course."""
    what: str
    """What is different, in one sentence."""
    effect: str
    """What comes of it for learners in progress, in one or two sentences."""
    grave: bool = False
    """Whether records would be lost or mixed up, so that the old package must stay."""
    language: str = ""
    """Tag of the language in which it is different; empty for that of the source, or all."""


@dataclass(frozen=True, slots=True)
class Comparison:
    """Two packages, held against each other."""

    old: Finished
    """The package that learners have begun."""
    new: Finished
    """The package that may take its place."""
    changes: tuple[Change, ...]
    """What is different: of the course, of its modules, of its questions in their order."""

    @property
    def verdict(self) -> Verdict:
        """What all changes come to."""
        if any(change.grave for change in self.changes):
            return Verdict.NEW_ACTIVITY
        return Verdict.EFFECTS if any(change.kind not in _SAFE for change in self.changes) else Verdict.SAFE
