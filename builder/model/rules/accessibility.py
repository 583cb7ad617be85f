"""Rules that keep the page open to everybody."""

from builder.model.diagnostics import Severity
from builder.model.rules.rule import Rule

_E = Severity.ERROR

RULES = (
    Rule(
        "A01", _E, "Every picture has words in its place, or is said to be decorative.",
        "A learner who cannot see it would hear the name of a file, or nothing.",
        "![](images/team.png)",
        "![Five people around a table](images/team.png)\n\n![](images/line.png){decorative}",
        "WCAG 2.2 1.1.1",
    ),
    Rule(
        "A02", _E, "The words in place of a picture say what it shows.",
        "A file name or the word image tells a learner nothing.",
        "![team.png](images/team.png)",
        "![Five people around a table](images/team.png)",
        "WCAG 2.2 1.1.1",
    ),
    Rule(
        "A03", _E, "Headings go down one level at a time.",
        "A learner who moves by headings would look for the one that is missing.",
        "## Partnership\n#### With families",
        "## Partnership\n### With families",
        "WCAG 2.2 1.3.1",
    ),
    Rule(
        "A04", _E, "Every heading and every link has words.",
        "A screen reader would say heading, or link, and nothing else.",
        "[](https://www.example.org)",
        "[The study](https://www.example.org)",
        "WCAG 2.2 2.4.4, 2.4.6",
    ),
    Rule(
        "A05", _E, "Every table has column headings.",
        "With each cell a screen reader says the heading of its column.",
        "| | |\n|---|---|\n| Growing | 5 |",
        "| Stage | Number |\n|---|---|\n| Growing | 5 |",
        "WCAG 2.2 1.3.1",
    ),
    Rule(
        "A10", _E, "A course says which language it is written in.",
        "A screen reader would read it with the wrong voice.",
        "title: My course",
        "title: My course\nlanguage: en-GB",
        "WCAG 2.2 3.1.1",
    ),
    Rule(
        "A11", _E, "The words of a link say where it leads; no address stands bare.",
        "A screen reader can list all links of a page: ten times click here helps nobody, nor do addresses, letter by letter.",
        "[click here](https://www.example.org/study)",
        "[the study of 2021](https://www.example.org/study)",
        "WCAG 2.2 2.4.4",
    ),
    Rule(
        "A12", _E, "A course is written in markdown; HTML is for what markdown has no sign for.",
        "Scripts, frames and styles would not work in the package, and break what the page promises to everybody.",
        "<script>alert('hello')</script>",
        "H<sub>2</sub>O",
        "ATAG 2.0 B.1.1",
    ),
    Rule(
        "A14", _E, "The colour that a course chooses can be read on the paper of the page.",
        "Links, buttons and the line round what has the focus would be too pale to be seen by many.",
        'accent: "#ffcc00"',
        'accent: "#846a00"',
        "WCAG 2.2 1.4.3, 1.4.11",
    ),
    Rule(
        "A15", _E, "Every id is used once, and every link inside the course leads somewhere.",
        "Two questions with one id would overwrite each other's answers; a link to nowhere strands the learner.",
        "## Reflect: What helps? {#what}\n\n## Reflect: What hinders? {#what}",
        "## Reflect: What helps? {#what}\n\n## Reflect: What hinders? {#what-hinders}",
        "WCAG 2.2 2.4.1, 4.1.2",
    ),
    Rule(
        "A17", _E, "Every course and every module has a title of its own.",
        "The title is what a browser's tab, a bookmark and a screen reader say first.",
        "---\nsummary: Three films\n---\n\nHello.",
        "---\ntitle: What is ethical innovation?\nsummary: Three films\n---\n\nHello.",
        "WCAG 2.2 2.4.2",
    ),
)  # fmt: skip
