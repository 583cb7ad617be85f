"""Courses of which one setting is changed: what an answer is worth, what learners may still do, and what is kept of it."""

from collections.abc import Mapping

from tests.compare.replaced.pairs import FILM, FOURS, LAST, PASS, SURVEY, TWO, Pair, course

FORM = """\
title: My form
questions:
  - id: learnt
    ask: What did you learn today?
  - id: when
    ask: When was it?
    kind: line
  - id: place
    ask: Where was it?
    kind: one
    options: [At home, At work]
  - id: gone
    ask: Who was there?
"""


def tries(before: str, after: str, completion: str = PASS, more: str = "") -> Pair:
    """A course with other attempts at its first question."""
    text = TWO.replace("{#one-a}", f"{{#one-a {before}}}")
    return Pair(course(completion, f"one: The first | {text}", more=more), [(before, after)])


def settled(before: str, after: str, text: str = TWO, completion: str = PASS) -> Pair:
    """A course with another setting in `course.yml`."""
    return Pair(
        course(completion, f"one: The first | {text}", more=f"{before}\n"), [(before, after)], ("scorm12", "scorm2004")
    )


CODES = (
    "\n## Checklist: Before you go {#before}\n\n- [ ] Ring the family\n- [ ] Read the file\n"
    + "\n## Quiz: What do you bring? {#bring}\n\n- [x] Time\n- [ ] Bread\n- [ ] Salt\n"
)
"""What a report has letters for: with a verdict beside them, and with none."""

TERMS: Mapping[str, Pair] = {
    "weight": tries("weight=1", "weight=3"),
    "lighter": tries("weight=3", "weight=1"),
    "weight-unscored": tries("weight=1", "weight=3", "all-questions"),
    "attempts-more": tries("attempts=1", "attempts=2"),
    "attempts-fewer": tries("attempts=3", "attempts=2"),
    "attempts-of-all": settled("attempts: 3", "attempts: 1"),
    "answers-shown": settled("attempts: 1\nshow-answers: no", "attempts: 1\nshow-answers: yes"),
    "answers-kept-back": settled("attempts: 1\nshow-answers: yes", "attempts: 1\nshow-answers: no"),
    "failed": settled("attempts: 1\nfailed: never", "attempts: 1\nfailed: reported"),
    "failed-never": settled("attempts: 1\nfailed: reported", "attempts: 2\nfailed: never"),
    "reports": settled("reports: codes", "reports: words"),
    "bank-draw": Pair(
        course(
            "all-questions",
            "one: The first |" + "".join(FOURS).replace("}\n", " bank=sums}\n"),
            more="banks:\n  sums: 2\n",
        ),
        [("sums: 2", "sums: 3")],
    ),
    "notes-gone": settled("notes: yes", "notes: no"),
    "record-gone": settled("record: plain\ncertificate: yes", "record: none"),
    "certificate-gone": settled("record: plain\ncertificate: yes", "record: plain\ncertificate: no"),
    "record-form": Pair(
        {**course("all-modules", "one: The first | Words.", more="record: record.yml\n"), "record.yml": FORM},
        [
            ("What did you learn today?", "Who taught you?"),
            ("kind: line", "kind: one\n    options: [Today, Yesterday]"),
            ("[At home, At work]", "[At home, On the way]"),
            ("  - id: gone\n    ask: Who was there?\n", ""),
        ],
    ),
    "elsewhere": Pair(
        course("all-modules", f"one: The first | {FILM}- watched: 80%\n"),
        [("watched: 80%", "watched: 80% or elsewhere")],
    ),
    "elsewhere-gone": Pair(
        course("all-modules", f"one: The first | {FILM}- watched: 80% or elsewhere\n", "two: The second | Words."),
        [("watched: 80% or elsewhere", "watched: 80%")],
    ),
    "unit": Pair(
        course(PASS, "one: The first |\n## Number: How much? {#dose}\n\n= 5 mg|tablets\n" + LAST),
        [("= 5 mg|tablets", "= 5 mg")],
    ),
    "ticks": Pair(
        course(
            "all-modules",
            "one: The first |\n## Declare: The policy {#policy}\n\n- [ ] I have read the policy.\n"
            "\n## Checklist: To do {#to-do}\n\n- [ ] Call them\n- [ ] Write it down\n"
            "\n## Scale: How sure are you? {#sure}\n\n- Not at all\n- A little\n- Very\n" + SURVEY,
        ),
        [
            ("I have read the policy.", "I have read the policy, and have understood all of it."),
            ("- [ ] Call them\n", ""),
            ("- A little\n", ""),
            ("- Not clear\n- Very clear", "- [ ] Not clear\n- [ ] Very clear"),
        ],
    ),
    **{
        name: Pair(
            course("all-modules", "one: The first |" + CODES, more=more),
            [("- [ ] Ring", "- [ ] Take a map\n- [ ] Ring"), ("- [ ] Bread", "- [ ] Water\n- [ ] Bread")],
            ("scorm12",),
        )
        for name, more in (("codes", ""), ("codes-in-words", "reports: words\n"))
    },
    "looks": Pair(
        course("all-modules", "one: The first | See [the form](https://a.example/1).\n" + LAST),
        [("/1)", "/2)"), ("- [x] Four\n- [ ] Five", "- [ ] Five\n- [x] Four"), ("title: Replaced", "title: Renamed")],
    ),
    "several": Pair(
        course(
            "all-modules",
            "one: The first |"
            + SURVEY.replace("{#how}", "{#how privacy=report}").replace(
                "- Not clear\n- Very clear", "- [ ] Not clear\n- [ ] Very clear"
            ),
        ),
        [("- [ ] Not clear\n- [ ] Very clear", "- Not clear\n- Very clear")],
    ),
}
"""Name -> what is played in `terms.test.mjs`."""
