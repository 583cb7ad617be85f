"""What may never change once learners have begun, as rows that can be compared; and whose work is lost when it does."""

import json
from collections.abc import Iterable, Sequence
from dataclasses import astuple, dataclass
from pathlib import Path

LOSS = {
    "course id": "learners' devices keep work under it: all who have begun would find an empty course.",
    "module": "learners who have opened it would find it not started, and lose their place.",
    "question": "learners who answered it before an upgrade would lose their answer.",
    "reflection": "learners who wrote in it before an upgrade would lose their words.",
    "option": "learners who chose it before an upgrade would lose their answer.",
    "step": "learners who put it in an order before an upgrade would lose their answer.",
    "row": "learners who chose something for it before an upgrade would lose their answer.",
    "partner": "learners who chose it before an upgrade would lose their answer.",
    "fingerprint": "learners who answered it before an upgrade would lose their verdict, and read that the question has changed.",
    "film": "learners who have begun it would lose their place in it.",
    "form question": "learners who answered it in their record of learning would lose what they wrote.",
    "anchor": "links and bookmarks that lead there would lead nowhere.",
    "manifest identifier": "an LMS would take the new package for another course: learners who have begun would start again.",
    "state key": "the work that an LMS keeps for it would not be found: every learner would lose what she did there.",
    "stored answer": "an answer that an LMS keeps would be read as another, or not at all.",
    "interaction id": "a tutor's report would show one question as two, and lose the answers given before an upgrade.",
    "interaction type": "a tutor's report could not set answers given before an upgrade beside those given after it.",
    "objective id": "an LMS would not connect a module with what it keeps of it: its score and status would be lost.",
    "storage key": "what a device keeps would not be found: its learner would lose her reflections, drafts and record.",
}
"""By what a row is of: the end of the sentence that is said when its value is another."""

WITH_AN_ID = ("module", "question", "reflection", "option", "step", "row", "partner", "film", "form question")
"""What a row is of, where its value is the id of that thing."""


@dataclass(frozen=True, order=True)
class Pin:
    """One value that learners' work hangs on."""

    what: str
    """A key of `LOSS`."""
    where: str
    """The question it belongs to, in its own words; else the package or the kind of session; may be empty."""
    name: str
    """What the thing says to people, so that a failure can name it when its value changes."""
    value: str

    def __str__(self) -> str:
        """The thing, for a sentence: `id of the option "Trust" of the question "What helps?"`."""
        if self.what in WITH_AN_ID:
            return f'id of the {self.what} "{self.name}"' + (f' of the question "{self.where}"' if self.where else "")
        return f'{self.what} of "{self.name}"' + (f" in {self.where}" if self.where else "")


def losses(before: Iterable[Pin], now: Iterable[Pin]) -> list[str]:
    """A sentence for each value that is another now, or is gone. What is new loses nobody anything."""
    found = {(pin.what, pin.where, pin.name): pin.value for pin in now}
    told = (_loss(pin, found.get((pin.what, pin.where, pin.name))) for pin in before)
    return [sentence for sentence in told if sentence]


def _loss(pin: Pin, value: str | None) -> str:
    """What is lost, "" when nothing is."""
    if value == pin.value:
        return ""
    changed = f"was {pin.value!r} and is gone" if value is None else f"changed from {pin.value!r} to {value!r}"
    return f"The {pin} {changed}: {LOSS[pin.what]}"


def read_pins(file: Path) -> list[Pin]:
    """The rows of a file."""
    return [Pin(*row) for row in json.loads(file.read_text(encoding="utf-8"))]


def pins_as_json(pins: Sequence[Pin]) -> str:
    """The same, one row on a line, in an order of their own."""
    rows = [json.dumps(astuple(pin), ensure_ascii=False) for pin in sorted(pins)]
    return "[\n" + ",\n".join(rows) + "\n]\n"
