"""A learner's answers to the example of each kind, and the words that the page then shows: read from beside each example."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from functools import lru_cache
from typing import Any

import pytest
import yaml

from builder.authoring.examples import Example, read_examples
from builder.model.kind import QuestionKind
from tests.conftest import ROOT
from tests.examples import example_items

ATTEMPTS = 2
STATES = {"wrong": "incorrect", "partly": "partly-correct", "right": "correct"}
"""How an answer is called in the file of its example -> the state that the question is in then."""


@dataclass(frozen=True)
class Answer:
    """What is given, by keyboard."""

    fields: dict[str, str]
    """Label of a field -> what is chosen or written in it; of an option, the label alone. Of an order, its steps."""
    state: str
    verdict: str
    """How the feedback begins."""
    told: dict[str, str] = field(default_factory=dict)
    """Edition of SCORM -> the answer in its words."""


@dataclass(frozen=True)
class Kind:
    """The example of one kind of question."""

    name: str
    """Of its file."""
    item: str
    """Id of its question."""
    row: QuestionKind
    """Its row in the builder's table."""
    needs_script: bool = False
    """Whether its fields are hidden without script."""
    missing: str = ""
    """What is said when nothing was answered; nothing where every state of the fields is an answer."""
    wrong: Answer | None = None
    partly: Answer | None = None
    right: Answer | None = None
    """Where nothing is right or wrong: an answer."""
    pattern: dict[str, str] = field(default_factory=dict)
    """Edition of SCORM -> what is right in its words, when that is not the right answer as it is given."""
    without: dict[str, str] = field(default_factory=dict)
    """Each state that it cannot be in -> why."""

    @property
    def scored(self) -> bool:
        """Whether there is a right answer."""
        return self.row.scored

    @property
    def last(self) -> Answer:
        """The answer that shows most of what can be shown: partly right, else not right, else any."""
        answer = self.partly or self.wrong or self.right
        assert answer
        return answer

    def __str__(self) -> str:
        """Its name in the test's report."""
        return self.name


def _kind(example: Example, row: QuestionKind) -> Kind:
    beside = ROOT / "templates" / "components" / row.component / "examples" / f"{example.name}.yml"
    # Without types of YAML's own: an option may be called True.
    said = yaml.load(beside.read_text(encoding="utf-8"), yaml.BaseLoader)
    answers = {name: _answer(said.pop(name), name, row) for name in STATES if name in said}
    needs_script = said.pop("needs-script", "no") == "yes"
    return Kind(example.name, example.id, row, needs_script, **answers, **said)


def _answer(said: Mapping[str, Any], name: str, row: QuestionKind) -> Answer:
    given = said["give"]
    told = {edition: said[edition] for edition in ("scorm12", "scorm2004") if edition in said}
    state = STATES[name] if row.scored else "answered"
    return Answer(given if isinstance(given, dict) else dict.fromkeys(given, ""), state, said.get("says", ""), told)


@lru_cache(maxsize=1)
def _table() -> tuple[Kind, ...]:
    # Its item knows its row best: a quiz of true and false has one of its own.
    rows = {item.id: item.kind for item in example_items()}
    return tuple(_kind(example, rows[example.id]) for example in read_examples() if _is_checked(example, rows))


def _is_checked(example: Example, rows: Mapping[str, QuestionKind]) -> bool:
    """Whether it is answered in fields and by one button; stories are walked in tests/lms/scenes and tests/page/parts."""
    return example.id in rows and not rows[example.id].runs_on


TABLE = _table()
"""Every kind of question, in the order of the format."""

SEVERAL_ALIKE = {"several", "true-false", "sort", "fill", "scale", "checklist", "declare", "dose"}
"""Kinds that are kept as another is: a choice, several fields, or words in a field."""

BY_DAY = [
    pytest.param(kind, marks=pytest.mark.slow if kind.name in SEVERAL_ALIKE else (), id=str(kind)) for kind in TABLE
]
"""Every kind, for tests of what is kept; of those that are kept alike, one a day is enough."""

FEW = ("one", "order")
"""Kinds for tests of what happens to answers in general: every day a choice and an order."""


def together(table: Sequence[Kind]) -> list[Any]:
    """Kinds that one learner meets one after the other: a few of them every day, the others in the slow run."""
    every, rest = ([kind for kind in table if (kind.name in FEW) == few] for few in (True, False))
    return [pytest.param(every, id="few"), pytest.param(rest, id="rest", marks=pytest.mark.slow)]
