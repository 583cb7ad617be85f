"""Rules on questions."""

from builder.model.diagnostics import Severity
from builder.model.rules.rule import Rule

_E = Severity.ERROR

RULES = (
    Rule(
        "QUE-001", _E, "An option begins with a dash, a space and a tick box: [ ] or [x].",
        "Anything else would reach the learner as brackets, or be glued to the option above it.",
        "- [] Partnership\n-[x] Learning",
        "- [ ] Partnership\n- [x] Learning",
    ),
    Rule(
        "QUE-002", _E, "Tick boxes stand below a question.",
        "In ordinary text they would reach the learner as brackets.",
        "Remember to:\n- [ ] Ask the family",
        "Remember to:\n- Ask the family",
    ),
    Rule(
        "QUE-003", _E, "Feedback is indented under its option, or stands after a blank line below the last one.",
        "At the margin between two options, nobody could tell which answer it belongs to.",
        "- [x] Yes\n> Well read.\n- [ ] No",
        "- [x] Yes\n  > Well read.\n- [ ] No",
    ),
    Rule(
        "QUE-004", _E, "An Order has a numbered list of two or more steps, in their right order.",
        "There would be nothing to put in order.",
        "## Order: Which comes first?\n- Designing\n- Mobilising",
        "## Order: Which comes first?\n1. Mobilising\n2. Designing",
    ),
    Rule(
        "QUE-005", _E, "A question is words, then options, then feedback.",
        "Words anywhere else would be lost, or read at the wrong moment.",
        "- [x] Yes\n- [ ] No\n\nThink of the film.",
        "Think of the film.\n\n- [x] Yes\n- [ ] No",
    ),
    Rule(
        "QUE-006", _E, "All options of a question begin in the same column.",
        "An indented option is part of the one above it, and could not be chosen.",
        "- [ ] No\n    - [x] Yes",
        "- [ ] No\n- [x] Yes",
    ),
    Rule(
        "QUE-007", _E, "A Match has one table of two columns, and each row is a pair.",
        "A pair with a side missing, or the same word twice on the left, could not be matched rightly.",
        "## Match: Who does what?\n| Who | What |\n| --- | --- |\n| Social worker | |",
        "## Match: Who does what?\n| Who | What |\n| --- | --- |\n| Social worker | Listens |\n| Manager | Makes room |",
    ),
    Rule(
        "QUE-008", _E, "A Sort has two or more groups: a bold name, then a list, for each.",
        "What stands in no group has no right place, and what stands in two has none either.",
        "## Sort: Which helps?\n- Trust\n- Fear",
        "## Sort: Which helps?\n\n**Helps**\n\n- Trust\n\n**Hinders**\n\n- Fear",
    ),
    Rule(
        "QUE-009", _E, "A Fill has gaps between double brackets, each with an answer in it and closed on its line.",
        "The learner would see brackets, or a gap that nothing is right for.",
        "Innovation needs [[trust].",
        "Innovation needs [[trust|confidence]].",
    ),
    Rule(
        "QUE-010", _E, "A Number has one line that begins with = and says which number is right.",
        "What cannot be read as a number cannot be compared with the learner's.",
        "= 3,5 ± -1",
        "= 3.5 ± 1",
    ),
    Rule(
        "QUE-011", _E, "A Scale has a list of two or more different labels, lowest first, without tick boxes.",
        "A learner could not say where she stands, or would look for a right answer where there is none.",
        "## Scale: How sure are you?\n- [ ] Not at all\n- [x] Very",
        "## Scale: How sure are you?\n- Not at all\n- Somewhat\n- Very",
    ),
    Rule(
        "QUE-012", _E, "Weight and attempts are whole numbers, of a question with a right answer; words are one, of a reflection.",
        "A score could not be worked out, or a learner would be told of attempts that mean nothing.",
        "## Quiz: Which is right? {weight=high}\n- [x] This\n- [ ] That",
        "## Quiz: Which is right? {weight=2 attempts=3}\n- [x] This\n- [ ] That",
    ),
    Rule(
        "QUE-013", _E, "A hint is a paragraph that begins with Hint:; a worked answer is the end of a scored question, an example that of a reflection.",
        "Anything else would be read as an option, as feedback or as the question itself, or before its time.",
        "## Quiz: Which is right?\n- [x] This\n- [ ] That\nHint: it is near.",
        "## Quiz: Which is right?\n- [x] This\n- [ ] That\n\nHint: it is near.\n\nWorked answer: this is nearer than that.",
    ),
    Rule(
        "QUE-014", _E, "A module that draws has more questions with a right answer than it draws.",
        "Nothing would be left to chance, or learners would be given fewer questions than were meant.",
        "---\ntitle: Test\ndraw: 2\n---\n## Number: How many stages are there?\n= 6\n\n## Number: How many videos?\n= 3",
        "---\ntitle: Test\ndraw: 1\n---\n## Number: How many stages are there?\n= 6\n\n## Number: How many videos?\n= 3",
    ),
    Rule(
        "QUE-015", _E, "A module with `feedback: at-the-end` has a question with a right answer.",
        "Learners would find nothing to hand in.",
        "---\ntitle: Test\nfeedback: at-the-end\n---\nThink of your team.",
        "---\ntitle: Test\nfeedback: at-the-end\n---\n## Number: How many stages are there?\n= 6",
    ),
    Rule(
        "QUE-016", _E, "`shuffle` stands at a Quiz, and is `all`, `all-but-last` or `no`.",
        "Options would stand in another order than was meant; what an Order, a Match or a Sort mixes is mixed without it.",
        "## Quiz: Which is right? {shuffle=last}\n- [x] This\n- [ ] That\n- [ ] Neither",
        "## Quiz: Which is right? {shuffle=all-but-last}\n- [x] This\n- [ ] That\n- [ ] Neither",
    ),
    Rule(
        "A13", _E, "A question has words, two or more different options, a right answer, and no empty feedback.",
        "Nobody could answer it, or nobody could answer it rightly.",
        "## Quiz: Which is right?\n- [ ] This\n- [ ] That",
        "## Quiz: Which is right?\n- [x] This\n- [ ] That",
        "WCAG 2.2 3.3.2",
    ),
)  # fmt: skip
