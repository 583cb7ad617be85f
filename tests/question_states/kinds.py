"""What a learner answers to the example of each kind, and what she is told."""

from dataclasses import dataclass

from builder.authoring.examples import read_examples

ATTEMPTS = 2


@dataclass(frozen=True)
class Answer:
    """What is given, by keyboard."""

    fields: dict[str, str]
    """Label of a field -> what is chosen or written in it; of an option, the label alone. Of an order, its steps."""
    state: str
    verdict: str
    """How the feedback begins."""


@dataclass(frozen=True)
class Kind:
    """One kind of question."""

    name: str
    """Of its example."""
    missing: str = ""
    """What is said when nothing was answered; nothing where every state of the fields is an answer."""
    wrong: Answer | None = None
    partly: Answer | None = None
    right: Answer | None = None
    """Where nothing is right or wrong: an answer."""

    @property
    def scored(self) -> bool:
        """Whether there is a right answer."""
        return self.wrong is not None

    @property
    def last(self) -> Answer:
        """The answer that shows most of what can be shown: partly right, else not right, else any."""
        answer = self.partly or self.wrong or self.right
        assert answer
        return answer

    def __str__(self) -> str:
        """Its name in the test's report."""
        return self.name


def right(*labels: str, **fields: str) -> Answer:
    """All of it right."""
    return Answer({**dict.fromkeys(labels, ""), **fields}, "correct", "Correct.")


def chosen(state: str, verdict: str, *labels: str) -> Answer:
    """Options, or steps in an order."""
    return Answer(dict.fromkeys(labels, ""), state, verdict)


WRONG, PARTLY = "incorrect", "partly-correct"
FAMILIES, ROOM = "Relationships with families", "Room to try things"
GAPS = ("Gap 1 of 2", "Gap 2 of 2")


def sorted_into(state: str, verdict: str, trust: str, time: str, fear: str) -> Answer:
    """Things in groups."""
    return Answer({"Trust": trust, "Time to learn": time, "Fear of blame": fear}, state, verdict)


TABLE = (
    Kind(
        "one",
        "Choose an answer.",
        chosen(WRONG, "Not quite.", "Designing"),
        right=right("Mobilising"),
    ),
    Kind(
        "several",
        "Choose one or more answers.",
        chosen(WRONG, "Not quite.", "Keeping power where it is"),
        chosen(PARTLY, "Partly right: one of the two.", "Keeping power where it is", "Learning and reflexivity"),
        right("Partnership and participation", "Learning and reflexivity"),
    ),
    Kind("true-false", "Choose an answer.", chosen(WRONG, "Not quite.", "True"), right=right("False")),
    Kind(
        "order",
        "",
        chosen(
            WRONG,
            "Not quite: none of the four is in its right place.",
            *("Growing", "Integrating", "Designing", "Mobilising"),
        ),
        chosen(
            PARTLY,
            "Partly right: two of the four in the right place.",
            *("Designing", "Mobilising", "Integrating", "Growing"),
        ),
        right("Mobilising", "Designing", "Integrating", "Growing"),
    ),
    Kind(
        "match",
        "Choose an answer in every row: two are still open.",
        Answer({"Social worker": ROOM, "Manager": FAMILIES}, WRONG, "Not quite."),
        Answer({"Social worker": FAMILIES, "Manager": FAMILIES}, PARTLY, "Partly right: one of the two."),
        Answer({"Social worker": FAMILIES, "Manager": ROOM}, "correct", "Correct."),
    ),
    Kind(
        "sort",
        "Choose an answer in every row: three are still open.",
        sorted_into(WRONG, "Not quite.", "Barriers", "Barriers", "Enablers"),
        sorted_into(PARTLY, "Partly right: two of the three.", "Barriers", "Enablers", "Barriers"),
        sorted_into("correct", "Correct.", "Enablers", "Enablers", "Barriers"),
    ),
    Kind(
        "fill",
        "Fill in every gap: two are still empty.",
        Answer(dict(zip(GAPS, ("money", "haste"), strict=True)), WRONG, "Not quite."),
        Answer(dict(zip(GAPS, ("Confidence", "haste"), strict=True)), PARTLY, "Partly right: one of the two."),
        Answer(dict(zip(GAPS, ("trust", " Support"), strict=True)), "correct", "Correct."),
    ),
    Kind(
        "number",
        "Write a number.",
        Answer({"Your answer": "23"}, WRONG, "Not quite."),
        right=Answer({"Your answer": "22,0"}, "correct", "Correct."),
    ),
    Kind(
        "scale",
        "Choose an answer.",
        right=chosen("answered", "Your answer: Not at all sure.", "Not at all sure"),
    ),
    Kind(
        "reflect",
        right=Answer(
            {"What enables innovation in your local context?": "We asked twice.\nThen we listened."}, "answered", ""
        ),
    ),
)

WITHOUT = {
    ("one", "partly"): "one option is right, or it is not",
    ("true-false", "partly"): "one option is right, or it is not",
    ("number", "partly"): "one number is right, or it is not",
    ("order", "empty"): "every order is an answer",
    ("scale", "wrong"): "no place on a scale is wrong",
    ("scale", "partly"): "no place on a scale is wrong",
    ("scale", "spent"): "who has changed her mind may say so",
    ("reflect", "empty"): "nothing is handed in",
    ("reflect", "wrong"): "no words are wrong",
    ("reflect", "partly"): "no words are wrong",
    ("reflect", "spent"): "words may be changed for ever",
}
"""Kind and state that do not go together, and why."""

ITEMS = {example.name: example.id for example in read_examples()}
"""Id of each kind's question."""
