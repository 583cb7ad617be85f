"""`Scale`: a place on a scale; there is no right answer."""

from builder.model.kind import LongestAnswer, QuestionKind, Shape
from builder.read.near_miss.block_shape import dashed_list
from builder.read.questions.scale import read_scale

SCALE = QuestionKind(
    word="Scale",
    name="scale",
    component="scale",
    read=read_scale,
    shape=Shape(shows=dashed_list, plain_list=True, entry="-"),
    examples=("scale",),
    scorm12="likert",
    scorm2004="likert",
    longest=lambda scale: LongestAnswer(chosen=(tuple(choice.id for choice in scale.choices),)),
    choices=lambda scale: scale.choices,
    choice_noun="label",
    worked="",
)
