"""`Match`: a partner to choose for each thing."""

from builder.model.assessment import MatchInteraction
from builder.model.kind import LongestAnswer, QuestionKind, Shape
from builder.read.near_miss.block_shape import two_columns
from builder.read.questions.match import read_match


def _right(match: MatchInteraction) -> list[str]:
    return sorted(f"{source}.{target}" for source, target in match.right)


def _longest(match: MatchInteraction) -> LongestAnswer:
    rows = (tuple(f"{source.id}.{target.id}" for target in match.targets) for source in match.sources)
    return LongestAnswer(chosen=tuple(rows))


MATCH = QuestionKind(
    word="Match",
    name="match",
    component="match",
    read=read_match,
    shape=Shape(shows=two_columns),
    examples=("match",),
    scorm12="matching",
    scorm2004="matching",
    right=_right,
    fingerprint="MatchInteraction",
    reported=lambda match: sorted(match.right),
    longest=_longest,
    choices=lambda match: match.sources,
    targets=lambda match: match.targets,
    choice_noun="entry",
    in_parts=lambda match: True,
    mixed="always",
)
