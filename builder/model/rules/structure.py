"""Rules on the form of the course folder, its settings and its markdown."""

from builder.model.diagnostics import Severity
from builder.model.rules.rule import Rule

_E = Severity.ERROR
_W = Severity.WARNING

RULES = (
    Rule(
        "STR-001", _E, "A course folder has a file course.yml.",
        "Without it the course has no name, no language and no id, and an LMS could not list it.",
        "my-course/01-welcome.md",
        "my-course/course.yml with:\nid: my-course\ntitle: My course\nlanguage: en-GB",
    ),
    Rule(
        "STR-002", _E, "A course has at least one module.",
        "A learner would open an empty page.",
        "a folder with course.yml alone",
        "course.yml and 01-welcome.md",
    ),
    Rule(
        "STR-003", _E, "Every text file is UTF-8.",
        "In any other encoding letters with accents, quotation marks and dashes would reach the learner as rubbish.",
        "a file saved as Windows-1252",
        'the same file, saved with the encoding "UTF-8"',
    ),
    Rule(
        "STR-004", _E, "No text file is over 4 MB, and no line has more than 20,000 characters.",
        "Such a file or line is almost always a picture or a log pasted by mistake, and would freeze the page of the learner.",
        "![](data:image/png;base64,iVBORw0K... and two million characters more)",
        "![A team around a table](images/team.png)",
    ),
    Rule(
        "STR-005", _E, "Settings are valid YAML.",
        "What cannot be read cannot be used: the title, the language or the id would be lost.",
        "title: Innovation: what helps?",
        'title: "Innovation: what helps?"',
        "YAML 1.2",
    ),
    Rule(
        "STR-006", _E, "No key is written twice.",
        "Only one of the two could count, and nobody could tell which.",
        "title: One\ntitle: Two",
        "title: One",
        "YAML 1.2, 3.2.1.3",
    ),
    Rule(
        "STR-007", _E, "Every key is one that is known.",
        "A misspelt key would be passed over, and what it says would never reach the learner.",
        "sumary: Three films",
        "summary: Three films",
    ),
    Rule(
        "STR-008", _E, "Every value is of its kind.",
        "A value that cannot be understood would be guessed at.",
        "pass-mark: most",
        "pass-mark: 80",
    ),
    Rule(
        "STR-009", _E, "Every course and every person has what it needs.",
        "Learners' records hang on the id: it must be chosen by you, and stay.",
        "title: My course\nlanguage: en-GB",
        "id: my-course\ntitle: My course\nlanguage: en-GB",
    ),
    Rule(
        "STR-010", _E, "Front matter begins on the first line, and ends, with a line of three dashes.",
        "Without them settings would be read as text, or the whole module as settings.",
        "---\ntitle: Welcome\n\nHello.",
        "---\ntitle: Welcome\n---\n\nHello.",
    ),
    Rule(
        "STR-011", _E, "A heading with a colon begins with a kind word that is known, or is an ordinary heading.",
        "A misspelt kind word would leave the learner with a list of brackets in place of a question.",
        "## Quizz: Which is right?\n- [x] This\n- [ ] That\n\n## Quizzes: a history",
        "## Quiz: Which is right?\n- [x] This\n- [ ] That\n\n## Quizzes\\: a history",
    ),
    Rule(
        "STR-012", _E, "A question's heading begins with its kind word and a colon.",
        "Without them what stands below it would reach the learner as brackets, signs or an ordinary list.",
        "## Quiz Which is right?\n- [x] This\n- [ ] That",
        "## Quiz: Which is right?\n- [x] This\n- [ ] That",
    ),
    Rule(
        "STR-013", _E, "A code block is closed.",
        "Everything below it, questions too, would be shown as code.",
        "```\nsome code",
        "```\nsome code\n```",
        "CommonMark 4.5",
    ),
    Rule(
        "STR-014", _E, "A line of dashes or equals signs has a blank line above it.",
        "Directly under text it turns that text into a heading, in every markdown tool.",
        "The last sentence.\n---",
        "The last sentence.\n\n---",
        "CommonMark 4.3",
    ),
    Rule(
        "STR-015", _E, "A module has one title, in its front matter.",
        "A page with two titles tells a screen reader that it is two pages.",
        "---\ntitle: Welcome\n---\n# Hello",
        "---\ntitle: Welcome\n---\n## Hello",
        "WCAG 2.2 1.3.1",
    ),
    Rule(
        "STR-016", _E, "A heading has a space after its #.",
        "Without it the line is ordinary text that begins with a #.",
        "##Next steps",
        "## Next steps",
        "CommonMark 4.2",
    ),
    Rule(
        "STR-018", _E, "Braces hold an id, a language or an option that is known.",
        "What cannot be read would be shown to the learner, or lost.",
        "## Reflect: What helps? {# my question}",
        "## Reflect: What helps? {#my-question}",
    ),
    Rule(
        "STR-019", _E, "A module has content.",
        "A learner would open an empty page.",
        "---\ntitle: Next steps\n---",
        "---\ntitle: Next steps\n---\n\nTalk with your team.",
    ),
    Rule(
        "STR-020", _E, "The settings file is called course.yml.",
        "Under another name it would be passed over.",
        "course.yaml",
        "course.yml",
    ),
    Rule(
        "STR-021", _E, "Every file of a course lies inside its folder.",
        "A file from elsewhere would be missing as soon as the folder is moved or handed on.",
        "![Plan](../../Desktop/plan.png)",
        "![Plan](images/plan.png)",
    ),
    Rule(
        "STR-022", _E, "Every file can be opened.",
        "What cannot be read cannot reach the learner.",
        "a file that another user owns",
        "a file that you may read",
    ),
    Rule(
        "STR-024", _E, "Text holds no invisible control characters.",
        "The package of a course with one is refused by every LMS: XML cannot hold it.",
        "a word with U+0008 in it",
        "the word alone",
        "XML 1.0, 2.2",
    ),
    Rule(
        "STR-025", _E, "A block of stages has a numbered list, each stage with a name.",
        "There would be nothing to show.",
        "## Stages: How it goes\n- First\n- Second",
        "## Stages: How it goes\n1. First\n2. Second",
    ),
    Rule(
        "STR-026", _E, "Every presenter is one of the people in course.yml.",
        "The learner would read an id in place of a name.",
        "presenters: [m-lefevre]",
        "presenters: [michelle-lefevre]",
    ),
    Rule(
        "STR-027", _E, "Completion by pass mark has a pass mark, and something to score.",
        "Without both, no learner could ever complete the course.",
        "completion: pass-mark",
        "completion: pass-mark\npass-mark: 80",
    ),
    Rule(
        "STR-041", _E, "A table has a line of dashes under its head, with as many columns.",
        "Without it the learner would see bars in a paragraph in place of a table.",
        "| Stage | Number |\n| Growing | 5 |",
        "| Stage | Number |\n| --- | --- |\n| Growing | 5 |",
        "GFM 4.10",
    ),
    Rule(
        "STR-044", _E, "The caption of a table is one line that begins with Table:, directly above it.",
        "Otherwise it is a paragraph: a screen reader would not say it with the table.",
        "Table Six stages\n\n| Stage | Number |\n| --- | --- |\n| Growing | 5 |",
        "Table: Six stages\n\n| Stage | Number |\n| --- | --- |\n| Growing | 5 |",
        "WCAG 2.2 1.3.1",
    ),
    Rule(
        "STR-045", _E, "An entry of a list begins with a dash, or a number with a point, and a space; a definition with a colon and a space.",
        "Without it the entries run together in one paragraph.",
        "-Trust\n-Time to learn",
        "- Trust\n- Time to learn",
        "CommonMark 5.2",
    ),
    Rule(
        "STR-046", _W, "The name of a module ends in .md, and that of the glossary is glossary.md.",
        "A file with another name is passed over, and no learner would find what is in it.",
        "02-next-steps.md.txt",
        "02-next-steps.md",
    ),
    Rule(
        "STR-042", _E, "A comment is closed.",
        "What you wrote for yourself would be read by every learner.",
        "The film shows it. <!-- ask Jo whether it does",
        "The film shows it. <!-- ask Jo whether it does -->",
        "CommonMark 6.6",
    ),
    Rule(
        "LNK-001", _E, "Every link has an address that a browser can follow.",
        "The learner would press it and nothing would happen.",
        "[the study](www.example.org/study)",
        "[the study](https://www.example.org/study)",
    ),
    Rule(
        "LNK-002", _E, "Every footnote that is referred to exists.",
        "The learner would see brackets in place of the note.",
        "A finding.[^study]",
        "A finding.[^study]\n\n[^study]: Hampson and others, 2021.",
    ),
    Rule(
        "LNK-003", _E, "Every footnote, and every link that is defined, is referred to.",
        "A note or link that nothing points to would not be in the page.",
        "A finding.\n\n[^study]: Hampson and others, 2021.",
        "A finding.[^study]\n\n[^study]: Hampson and others, 2021.",
    ),
)  # fmt: skip
