"""A test for the tests of the mutation run, which knows one thing of what is mutated; no run collects it by its name."""

from builder.did_you_mean import is_slip


def test_one_letter() -> None:
    assert is_slip("quizz", "quiz")
    assert not is_slip("quiz", "match")
