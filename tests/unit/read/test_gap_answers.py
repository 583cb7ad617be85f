"""What a gap accepts, from what an author wrote between its brackets."""

import pytest

from builder.model.assessment import TextEntryInteraction
from tests.limits.pairs import course_of, module


@pytest.mark.parametrize(
    ("written", "accepted"),
    [
        ("**support**", ("support",)),
        ("*trust* | __time__", ("trust", "time")),
        ("5*4*3", ("5*4*3",)),
        ("snake_case_name", ("snake_case_name",)),
        ("**", ("**",)),
    ],
)
def test_a_learner_need_not_type_stars(written: str, accepted: tuple[str, ...]) -> None:
    """Bold and italic words in a gap are read as anywhere else."""
    course = course_of(module(f"## Fill: Complete it\n\nIt needs [[{written}]]."))
    interaction = course.modules[0].items[0].interaction
    assert isinstance(interaction, TextEntryInteraction)
    assert [gap.accepted for gap in interaction.gaps] == [accepted]
