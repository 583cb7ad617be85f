"""Limits of what is read and not reported: captions that roll, names of stages."""

from builder.model.blocks import Stages
from builder.model.content.rolling_captions import without_repeats
from builder.model.media import Cue
from tests.cases import for_each
from tests.limits.pairs import course_of, module


def said(*texts: str) -> str:
    """All that a transcript would say of captions, one after the other."""
    cues = [Cue(2.0 * at, 2.0 * at + 2, text, at) for at, text in enumerate(texts)]
    return " ".join(" ".join(cue.text.split()) for cue in without_repeats(cues))


def test_three_words_in_a_row_are_carried_on() -> None:
    """model.content.rolling_captions._FEWEST: two may be said twice; they too are carried on if they are a whole line."""
    assert said("now we all begin here", "all begin here with trust") == "now we all begin here with trust"
    assert said("now we all begin here", "begin here with trust") == "now we all begin here begin here with trust"
    assert said("now we all\nbegin here", "begin here\nwith trust") == "now we all begin here with trust"
    assert said("begin here", "begin here with trust") == "begin here with trust"


def test_one_in_three_captions_goes_on_with_another_if_they_roll() -> None:
    """model.content.rolling_captions._SHARE: of fewer all is kept, since a speaker may say a thing twice."""
    rolls = ["now we all begin", "we all begin with trust"]
    assert said(*rolls, "so it is", "and more") == "now we all begin with trust so it is and more"
    assert said(*rolls, "so it is", "and more", "to come") == " ".join([*rolls, "so it is", "and more", "to come"])


@for_each(("length", "is_wrapped"), [(59, False), (60, True)])
def test_a_long_line_of_a_stage_goes_on_with_its_name(length: int, is_wrapped: bool) -> None:
    """kinds.stages._WRAPPED: a shorter one is the name, and the line below it describes the stage."""
    name = "w" * length
    (stages,) = (
        block
        for block in course_of(module(f"## Stages: Which?\n\n1. {name}\n   of the team\n2. Two")).modules[0].blocks
        if isinstance(block, Stages)
    )
    stage = stages.stages[0]
    assert (stage.name.text, len(stage.detail)) == (
        f"{name} of the team" if is_wrapped else name,
        0 if is_wrapped else 1,
    )
