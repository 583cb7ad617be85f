"""`Order`: steps to put in order."""

from builder.model.assessment import OrderInteraction
from builder.model.kind import LongestAnswer, QuestionKind, Shape
from builder.read.near_miss.block_shape import numbered_list
from builder.read.questions.choice import read_order


def _ids(order: OrderInteraction) -> list[str]:
    return [choice.id for choice in order.choices]


ORDER = QuestionKind(
    word="Order",
    name="order",
    component="order",
    read=read_order,
    shape=Shape(shows=numbered_list, plain_list=True, entry="1."),
    examples=("order",),
    scorm12="sequencing",
    scorm2004="sequencing",
    right=_ids,
    fingerprint="OrderInteraction",
    longest=lambda order: LongestAnswer(chosen=tuple((id,) for id in _ids(order))),
    choices=lambda order: order.choices,
    choice_noun="step",
    in_parts=lambda order: True,
    mixed="always",
)
