"""Rules on films, captions and other files."""

from builder.model.diagnostics import Severity
from builder.model.rules.rule import Rule

_E = Severity.ERROR
_W = Severity.WARNING

RULES = (
    Rule(
        "MED-001", _E, "A Watch block begins with a link to a film, alone on its line.",
        "There would be nothing to watch.",
        "## Watch: The stages\nSee media/stages.mp4",
        "## Watch: The stages\n[The stages](media/stages.mp4)\n- captions: media/stages.en.vtt\n- descriptions: not needed (all that is shown is said)",
    ),
    Rule(
        "MED-002", _E, "What belongs to a film is written one a line as - key: value, with keys that are known.",
        "A misspelt key would leave the film without its captions.",
        "- caption: media/stages.en.vtt",
        "- captions: media/stages.en.vtt",
    ),
    Rule(
        "MED-003", _E, "A film is a file that every browser plays: MP4 or WebM.",
        "Some learners would see a black box.",
        "[The stages](media/stages.avi)",
        "[The stages](media/stages.mp4)",
    ),
    Rule(
        "A06", _E, "Every film has captions.",
        "Without them a learner who cannot hear, or sits in an open-plan office, is shut out.",
        "[The stages](media/stages.mp4)\n- descriptions: not needed (all that is shown is said)",
        "[The stages](media/stages.mp4)\n- captions: media/stages.en.vtt\n- descriptions: not needed (all that is shown is said)",
        "WCAG 2.2 1.2.2",
    ),
    Rule(
        "A07", _E, "Captions are WebVTT, with times that can be read, in order.",
        "Browsers pass over what they cannot read, without a word.",
        "00:00:01,000 --> 00:00:04,000",
        "00:00:01.000 --> 00:00:04.000",
        "WebVTT, section 4",
    ),
    Rule(
        "A09", _E, "Every film has a transcript, its own or one made from its captions.",
        "Some learners read in place of watching, and some can do nothing else.",
        "- transcript: media/stages.docx",
        "- transcript: media/stages.md",
        "WCAG 2.2 1.2.3",
    ),
    Rule(
        "A16", _E, "Every file that the course points to is in its folder, and what is shown as a picture is one.",
        "The learner would find a gap, and an LMS would show an empty frame.",
        "![A team](images/taem.png)",
        "![A team](images/team.png)",
    ),
    Rule(
        "W04", _W, "Every film has audio description, or a reason why it needs none.",
        "What is only shown is lost to a learner who cannot see it.",
        "[The stages](media/stages.mp4)\n- captions: media/stages.en.vtt",
        "[The stages](media/stages.mp4)\n- captions: media/stages.en.vtt\n- descriptions: not needed (all that is shown is said)",
        "WCAG 2.2 1.2.5",
    ),
)  # fmt: skip
