"""`Reflect`: something to write about, in words of one's own."""

from builder.model.assessment import AssessmentItem, ExtendedTextInteraction
from builder.model.content import Fragment
from builder.model.contract import PRIVACIES
from builder.model.kind import QuestionKind
from builder.read.blocks.sections import Section
from builder.read.markdown.block_reader import Reader
from builder.read.questions.attributes import suggested_words
from builder.read.questions.common import assessment_item


def read_reflect(section: Section, identifier: str, title: Fragment, reader: Reader) -> AssessmentItem | None:
    """`Reflect`: a prompt to write about; never scored."""
    interaction = ExtendedTextInteraction(_privacy(section, reader), suggested_words(section, reader))
    return assessment_item(section, identifier, title, section.body, interaction, (), reader)


def _privacy(section: Section, reader: Reader) -> str:
    """What `{privacy=...}` says, else what the course does."""
    attributes = section.attributes
    given = attributes.options.get("privacy") if attributes else None
    if attributes is None or given is None:
        return reader.privacy
    if given not in PRIVACIES:
        choices = ", ".join(PRIVACIES)
        message = f'"privacy" must be one of {choices}, and is "{given}"'
        hint = "Write {privacy=device} to keep the words on the learner's device, {privacy=lms-resume} or {privacy=report}."
        reader.fault("STR-018", attributes.place, message, hint)
        return reader.privacy
    return given


REFLECT = QuestionKind(
    word="Reflect",
    makes="a question to write about",
    name="reflect",
    component="reflect",
    read=read_reflect,
    also=("reflection", "reflections"),
    options=("words", "privacy"),
    examples=("reflect",),
    scorm12="fill-in",
    scorm2004="long-fill-in",
    sends="reflection",
    worked="Example",
    privacy=lambda reflection: str(reflection.privacy),
)
