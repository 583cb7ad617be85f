"""What to write for a heading that begins a block in other tools, and what then stands below it."""

OPTIONS = "Learners would only read this list. For options to choose from, write `## Quiz: {title}`, with - [x] for each right one"
SCENES = "Learners would only read this list. For decisions, write `## Scene: {title}`, and each choice as a link to another scene"
OPINION = "Learners would only read this list. For answers that are neither right nor wrong, write `## Scale: {title}`, or `## Reflect: {title}` for words of their own"
SURVEY = "Learners would only read this list. In a Survey each question stands in bold, alone on its line, with the list of its answers below it. For one question, write `## Scale: {title}`"
FILM = "Write `## Watch: {title}`, with a line [Title](media/film.mp4) below it"
SOUND = "Write `## Listen: {title}`, with a line [Title](media/talk.mp3) below it"
DETAILS = "For parts that a learner opens, write `## Details: {title}`, and the name of each part in bold, alone between blank lines"
CARDS = "For cards to turn, write `## Cards: {title}`, and the front of each in bold, alone between blank lines, with its back below"
PARTS = "Write the name of each part in bold, alone between blank lines, below `## {word}: {title}`. Or write a list, and begin each entry with bold words: - **1989:** words"
PICTURE = "Write `## Picture: {title}`, a picture below it, and then each place: 1. **The door** (10, 60): words. It is 10 % from the left and 60 % from the top"
BOXES = "Learners would only read this list. For things that a learner ticks, begin each with an empty box: - [ ] words"
DECLARE = "Write `## Declare: {title}`, and below it the sentence that a learner confirms: - [ ] I have read the policy"
FILE_TO_TAKE = "Write `## File: {title}`, and a link alone in the first paragraph below it: [The form](files/form.pdf)"
FILE_ELSEWHERE = "A file to take lies in the course folder, and this link leads elsewhere. Put the file there, and write a link alone in the first paragraph: [The form](files/form.pdf)"
GAPS = "Learners would only read these words. Write `## Fill: {title}`, and [[words]] for each gap"
GROUPS = "Write `## Sort: {title}`, and for each group its name in bold and a list below it"
WRITTEN = "Learners would only read this list. For a question to write about, write `## Reflect: {title}`"
ANSWERED = "Learners would read the answer. Write `## Fill: {title}`, and the answer between double square brackets: [[{answer}]]"
NUMBER = "Learners would read the answer. Write `## Number: {title}`, and below it the number that is right: = {answer}"
ASKED = "Learners would have no box to write in. Write `## Reflect: {title}`"
CLOZE = "Learners would only read this list. Write `## Fill: {title}`, and [[words]] for each gap"
SEVERAL = ("multiple choice", "multiple response", "multiple answer", "multiple answers", "multiple select")

WORDS = {
    **dict.fromkeys(["poll", "vote", "rating", "likert"], OPINION),
    **dict.fromkeys(["survey", "questionnaire", "evaluation"], SURVEY),
    **dict.fromkeys(
        ["question", "mcq", "single choice", "true or false", "true/false", "test", "exam", "single select", *SEVERAL],
        OPTIONS,
    ),
    **dict.fromkeys(["knowledge check", "check your understanding"], OPTIONS),
    **dict.fromkeys(
        ["picture", "hotspot", "hotspots", "image hotspots", "labeled graphic", "labelled graphic", "image map"],
        PICTURE,
    ),
    "checklist": BOXES,
    **dict.fromkeys(["declare", "declaration", "confirm", "confirmation", "acknowledgement", "attestation"], DECLARE),
    "file": FILE_TO_TAKE,
    **dict.fromkeys(["drag the words", "mark the words"], GAPS),
    **dict.fromkeys(["sorting activity", "sorting", "categorise", "categorize"], GROUPS),
    **dict.fromkeys(["audio", "podcast", "sound", "recording"], SOUND),
    **dict.fromkeys(["video", "film"], FILM),
    **dict.fromkeys(
        ["scenario", "branching", "branching scenario", "simulation", "decision", "decision point"], SCENES
    ),
    **dict.fromkeys(
        ["essay", "open question", "short answer", "long answer", "free text", "journal", "diary", "assignment"],
        WRITTEN,
    ),
    **dict.fromkeys(["numerical", "numeric", "numerical question", "numeric question", "calculated"], NUMBER),
    **dict.fromkeys(
        ["drag and drop", "matching", "pairs"],
        "Learners would only read this list. Write `## Match: {title}` over a table of two columns, or `## Sort: {title}`",
    ),
    **dict.fromkeys(
        ["cloze", "fill in the blank", "fill in the gap", "fill in the blanks", "fill in the gaps", "gap fill"],
        CLOZE,
    ),
    **dict.fromkeys(["accordion", "tabs", "reveal", "details", "faq"], DETAILS),
    **dict.fromkeys(
        ["cards", "flashcards", "flashcard", "flash cards", "flip cards", "flipcards", "dialog cards"], CARDS
    ),
    **dict.fromkeys(["carousel", "slider"], "Nothing slides here: write a heading for each part"),
    **dict.fromkeys(["timeline", "columns", "layers"], PARTS),
    **dict.fromkeys(
        ["ranking", "sequence", "sequencing", "ordering"],
        "Learners would only read this list. Write `## Order: {title}` over a numbered list in the right order",
    ),
}
"""What a heading may begin with in other tools, in small letters -> what to write here."""

_NAMED_PARTS = frozenset({"list", "table", "name", "headings", "labels"})
_OPENED_PARTS = _NAMED_PARTS | {"openings"}
OVER = {
    SURVEY: _NAMED_PARTS | {f"words, {shape}" for shape in _NAMED_PARTS},
    **dict.fromkeys([DETAILS, CARDS], _OPENED_PARTS | {f"words, {shape}" for shape in _OPENED_PARTS}),
    PARTS: _OPENED_PARTS | {f"words, {shape}" for shape in _OPENED_PARTS} | {"dates", "words, dates"},
    **dict.fromkeys([FILM, SOUND], frozenset({"list", "file"})),
    SCENES: frozenset({"list", "choices", "words, choices"}),
    NUMBER: frozenset({"answer"}),
    PICTURE: frozenset({"list", "picture, list"}),
    BOXES: frozenset({"list", "drawn", "words, list", "words, drawn"}),
    DECLARE: frozenset({"list", "boxes", "words, boxes"}),
    FILE_TO_TAKE: frozenset({"list", "path", "words, file"}),
    GROUPS: frozenset({"list", "name"}),
    GAPS: frozenset({"list", "words"}),
}
"""What to write -> what then stands below the heading; otherwise a list."""
OWN = frozenset(
    {"survey", "checklist", "declare", "picture", "file", "details", "cards", "timeline", "columns", "layers"}
)
"""Words of ours that begin a block where its form is below them."""
_SAID = frozenset({"words", "boxes", "drawn", "file"}) | _NAMED_PARTS
ALONE = {
    "faq": frozenset({"list"}),
    **dict.fromkeys(["decision", "decision point"], frozenset({"choices"})),
    **dict.fromkeys(SEVERAL, frozenset({"list", "words, list"})),
    "declare": _SAID | {f"words, {form}" for form in _SAID},
}
"""The same of a word by itself: questions and answers are often ordinary headings, and nobody declares in ordinary ones."""
