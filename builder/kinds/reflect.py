"""`Reflect`: something to write about, in words of one's own."""

from builder.model.kind import QuestionKind
from builder.read.questions.choice import read_reflect

REFLECT = QuestionKind(
    word="Reflect",
    name="reflect",
    component="reflect",
    read=read_reflect,
    also=("reflection", "reflections"),
    options=("words", "privacy"),
    examples=("reflect",),
    scorm12="fill-in",
    scorm2004="long-fill-in",
    worked="Example",
    privacy=lambda reflection: str(reflection.privacy),
)
