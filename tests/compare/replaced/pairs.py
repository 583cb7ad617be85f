"""Courses in two versions, of which the second takes the place of the first."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

Files = Mapping[str, str]
Edits = Sequence[tuple[str, str]]

SETTINGS = "id: replaced\ntitle: Replaced\nlanguage: en-GB\nversion: 1.0.0\ncompletion: {}\n"


@dataclass(frozen=True)
class Pair:
    """A course, and what is edited in it: each text is replaced once by the other, in the first file that has it. Or the files of the other."""

    old: Files
    edits: Edits | Files
    destinations: Sequence[str] = ("scorm2004",)

    @property
    def new(self) -> Files:
        """The files of the second version."""
        if isinstance(self.edits, Mapping):
            return self.edits
        files = dict(self.old)
        for before, after in self.edits:
            name = next(name for name, text in files.items() if before in text)
            files[name] = files[name].replace(before, after, 1)
        return {name: text for name, text in files.items() if text}


def course(completion: str, *modules: str, more: str = "") -> Files:
    """The files of a course; each module has its id in front of its text: `one: Title | text`."""
    files = {"course.yml": SETTINGS.format(completion) + more}
    for number, module in enumerate(modules, 1):
        head, _, text = module.partition("|")
        id, _, title = head.partition(":")
        front, _, title = title.strip().rpartition(";")
        lines = "".join(f"{line.strip()}\n" for line in front.split(";") if line.strip())
        files[f"{number:02}-{id}.md"] = (
            f"---\nid: {id}\ntitle: {title.strip()}\n{lines}---\n\nSome words first.\n\n{text.strip()}\n"
        )
    return files


def quiz(id: str, title: str, *options: str) -> str:
    """A quiz, of which the first option is right."""
    first, *rest = options
    return "\n".join([f"\n## Quiz: {title} {{#{id}}}\n", f"- [x] {first}", *(f"- [ ] {one}" for one in rest), ""])


SURVEY = """
## Survey: How was it? {#how}

**How clear was it?** {#clear}

- Not clear
- Very clear

**How long was it?** {#long}

- Too short
- Too long

## Reflect: What now? {#now privacy=device}
"""

QUESTIONS = course(
    "pass-mark\npass-mark: 60",
    "one: The first |"
    + quiz("wrong-gone", "Which helps most?", "Trust in the team", "Fear of blame", "Haste")
    + quiz("more", "What do you need?", "A plan", "A car")
    + quiz("reworded", "Who decides?", "Those who live there", "Wait until they call you")
    + quiz("right", "Which gets in the way?", "Targets that change", "Time to learn")
    + quiz("kind", "Which comes first?", "Knock", "Greet", "Listen")
    + quiz("slip", "Which works with childrenn?", "Patience", "Shouting")
    + quiz("anew", "Which works in a family?", "Listening", "Talking")
    + quiz("gone", "Which was it then?", "That one there", "This one here")
    + quiz("first-id", "Who opens the door to you?", "A child", "A neighbour")
    + quiz("letters", "Which letter is it?", "Alpha beta", "Gamma delta")
    + quiz("other", "Has a hand twenty-seven bones?", "Yes", "No")
    + quiz("moves-up", "Which moves up?", "The lift", "The stone")
    + quiz("moves-on", "Which moves on?", "The bus", "The house")
    + "\n## Fill: Complete it {#fill}\n\nYou need [[trust|confidence]].\n"
    + "\n## Scale: How sure are you? {#scale}\n\n- Not at all\n- A little\n- Very\n"
    + "\n## Reflect: What now? {#now}\n\n## Reflect: What then? {#first-then}\n",
    "two: The second | Words.",
    "three: The third | Words.",
)
QUESTION_EDITS = [
    ("- [ ] Haste\n", ""),
    ("- [ ] A car\n", "- [ ] A car\n- [ ] A second car\n"),
    ("Wait until they call you", "Stay until they call you"),
    ("- [x] Targets that change\n- [ ] Time", "- [ ] Targets that change\n- [x] Time"),
    (
        quiz("kind", "Which comes first?", "Knock", "Greet", "Listen"),
        "\n## Order: Which comes first? {#kind}\n\n1. Knock\n2. Greet\n3. Listen\n",
    ),
    ("Which works with childrenn?", "Which works with children?"),
    ("Which works in a family?", "Which works best in such a family?"),
    (quiz("gone", "Which was it then?", "That one there", "This one here"), ""),
    ("{#first-id}", "{#second-id}"),
    ("- [x] Alpha beta\n- [ ] Gamma delta", "- [ ] Gamma delta\n- [x] Alpha beta"),
    (
        quiz("other", "Has a hand twenty-seven bones?", "Yes", "No"),
        quiz("other", "May we film the child?", "Yes", "No"),
    ),
    (quiz("moves-on", "Which moves on?", "The bus", "The house"), ""),
    ("---\n\nSome words first.\n\nWords.\n", "---\n\n" + quiz("moves-on", "Which moves on?", "The bus", "The house")),
    ("[[trust|confidence]]", "[[trust]]"),
    ("- Not at all\n- A little\n- Very", "- A little\n- Not at all\n- Very"),
    ("\n## Reflect: What now? {#now}\n", ""),
    ("{#first-then}", "{#second-then}"),
]

LAST = quiz("one-b", "Two and two?", "Four", "Five")
TWO = quiz("one-a", "One and one?", "Two", "Three") + LAST
MORE = quiz("two-a", "Three and three?", "Six", "Seven")
FOURS = [
    quiz(f"q{number}", f"What is {number} and {number}?", f"{2 * number}", f"{2 * number + 1}")
    for number in (11, 12, 13, 14)
]
NEW_ONE = quiz("q15", "What is 15 and 15?", "30", "31")
SCENES = """
## Scene: Nobody opens {#nobody}
You ring.

- [You ring again](#opens)
- [You leave](#office)

## Scene: The door opens {#opens}
Somebody looks out.

- [You greet](#inside)
- [You shout](#office)

## Scene: You are inside {#inside}
That was well done.

## Scene: Back at the office {#office}
Nobody knows.
"""
FILM = """
## Watch: The street {#street}
[The street](media/film.mp4)
- captions: media/film.en.vtt
- descriptions: not needed (only the speaker is shown)
"""

PASS = "pass-mark\npass-mark: 60"
LABELS = "\n## Scale: How sure are you? {#sure}\n\n- Not at all\n- A little\n"

SAMPLE = Path(__file__).parents[2] / "courses" / "three-languages"
LANGUAGES = {str(path.relative_to(SAMPLE)): path.read_text(encoding="utf-8") for path in sorted(SAMPLE.rglob("*.*"))}
ALL, TWO_OF_THEM = "languages: [en-GB, cy, ar]\n", "languages: [en-GB, ar]\n"
FEWER = {name: text.replace(ALL, TWO_OF_THEM) for name, text in LANGUAGES.items() if not name.startswith("cy/")}
ENGLISH = {name: text.replace(ALL, "") for name, text in LANGUAGES.items() if "/" not in name}
IN_WELSH = {
    **{name.removeprefix("cy/"): text for name, text in LANGUAGES.items() if name.startswith("cy/0")},
    "course.yml": ENGLISH["course.yml"].replace("language: en-GB", "language: cy"),
}

PAIRS = {
    "questions": Pair(QUESTIONS, QUESTION_EDITS, ("scorm12", "scorm2004")),
    "moved": Pair(
        course("all-modules", f"one: The first | {TWO}{MORE}"),
        [(LAST, ""), (MORE.strip(), MORE.strip() + "\n" + LAST)],
    ),
    "asked": Pair(
        course("all-questions", f"one: The first | {TWO}", "two: The second | Words."),
        [("Words.\n", f"{MORE}\n\n## Reflect: What else? {{#else}}\n"), ("version: 1.0.0", "version: 1.1.0")],
    ),
    "not-asked": Pair(course("all-modules", f"one: The first | {TWO}"), [(TWO.strip(), TWO.strip() + "\n" + MORE)]),
    "fewer": Pair(
        course("pass-mark\npass-mark: 90", "one: The first |" + "".join(FOURS)), [(FOURS[0].strip() + "\n", "")]
    ),
    "more": Pair(
        course("pass-mark\npass-mark: 90", "one: The first |" + "".join(FOURS)),
        [(FOURS[0].strip(), FOURS[0].strip() + "\n" + NEW_ONE)],
    ),
    "drawn": Pair(
        course("all-questions", "one: draw: 2; The first |" + "".join(FOURS)),
        [("draw: 2", "draw: 3"), (FOURS[3].strip(), NEW_ONE.strip())],
    ),
    "bank": Pair(
        course("all-questions", f"one: The first | {TWO}{MORE}"),
        [
            ("completion: all-questions\n", "completion: all-questions\nbanks:\n  sums: 1\n"),
            ("{#one-a}", "{#one-a bank=sums}"),
            ("{#two-a}", "{#two-a bank=sums}"),
        ],
    ),
    "handed-in": Pair(
        course(
            "all-questions",
            f"one: The first | {TWO}",
            f"two: feedback: at-the-end; The second | {MORE}" + quiz("two-b", "Four and four?", "Eight", "Nine"),
        ),
        [("\nfeedback: at-the-end\n", "\n"), ("title: The first\n", "title: The first\nfeedback: at-the-end\n")],
    ),
    "rule": Pair(
        course("all-modules", f"one: The first | {TWO}", "two: The second | Words."),
        [("completion: all-modules", "completion: pass-mark\npass-mark: 100")],
    ),
    "no-score": Pair(
        course("pass-mark\npass-mark: 100", f"one: The first | {TWO}"),
        [("completion: pass-mark\npass-mark: 100", "completion: all-questions")],
    ),
    "partial": Pair(
        course(
            "pass-mark\npass-mark: 90",
            "one: The first |\n## Quiz: Which two? {#both}\n\n- [x] Ann\n- [x] Ben\n- [ ] Cem\n" + MORE,
        ),
        [("pass-mark: 90\n", "pass-mark: 90\nscoring: partial\n")],
    ),
    "privacy": Pair(
        course("all-modules", "one: The first |\n## Reflect: What now? {#now}\n", more="privacy: device\n"),
        [("privacy: device", "privacy: report")],
    ),
    "privacy-resume": Pair(
        course("all-modules", "one: The first |\n## Reflect: What now? {#now}\n", more="privacy: device\n"),
        [("privacy: device", "privacy: lms-resume")],
    ),
    "privacy-tutors": Pair(
        course("all-modules", "one: The first |\n## Reflect: What now? {#now}\n", more="privacy: report\n"),
        [("privacy: report", "privacy: lms-resume")],
    ),
    "privacy-device": Pair(
        course("all-modules", "one: The first |\n## Reflect: What now? {#now}\n", more="privacy: lms-resume\n"),
        [("privacy: lms-resume", "privacy: device")],
    ),
    "privacy-report": Pair(
        course("all-modules", "one: The first |\n## Reflect: What now? {#now}\n", more="privacy: lms-resume\n"),
        [("privacy: lms-resume", "privacy: report")],
    ),
    "survey": Pair(
        course("all-modules", f"one: The first |{SURVEY}"),
        [("{#how}", "{#how privacy=report}"), ("{#now privacy=device}", "{#now privacy=report}")],
    ),
    "survey-kept": Pair(
        course("all-modules", f"one: The first |{SURVEY.replace('{#how}', '{#how privacy=report}')}"),
        [("{#how privacy=report}", "{#how}")],
    ),
    "modules": Pair(
        course(
            "all-modules",
            f"one: The first | {TWO}",
            "two: The second | More words.",
            "three: The third | Words.",
            "four: The fourth | Other words.",
        ),
        [
            ("title: The second", "title: Another name"),
            ("Some words first.\n\nMore words.", "Some words first.\n\nMore words here."),
            ("id: three", "id: third"),
            (f"---\nid: one\ntitle: The first\n---\n\nSome words first.\n\n{TWO.strip()}\n", ""),
            ("id: four\ntitle: The fourth", "id: five\ntitle: The fifth"),
        ],
    ),
    "places": Pair(
        course("all-modules", "one: The first | Words.", "two: The second | Words two."),
        [
            ("id: one\ntitle: The first", "id: two-\ntitle: -"),
            ("id: two\ntitle: The second", "id: one\ntitle: The first"),
            ("id: two-\ntitle: -", "id: two\ntitle: The second"),
        ],
    ),
    "other-module": Pair(
        course("all-modules", f"one: Visiting a family | {TWO}", "two: The second | Words."),
        [("title: Visiting a family", "title: Keeping records"), (TWO.strip(), MORE.strip())],
    ),
    "waits": Pair(
        course(
            "all-questions", f"one: The first | {TWO}", "two: The second | Words.", "three: The third | Words three."
        ),
        [
            ("title: The second", "title: The second\nneeds: [one]"),
            ("title: The third", "title: The third\nneeds: [one]"),
        ],
    ),
    "watched": Pair(
        course("all-modules", f"one: The first | {FILM}", "two: The second | Words."),
        [("(only the speaker is shown)\n", "(only the speaker is shown)\n- watched: 90\n")],
    ),
    "watched-no-more": Pair(
        course("all-modules", f"one: The first | {FILM}- watched: 90\n"), [("- watched: 90\n", "")]
    ),
    "ways": Pair(
        course("all-modules", f"one: The first | {SCENES}"),
        [("- [You greet](#inside)\n- [You shout](#office)", "- [You shout](#office)\n- [You greet](#inside)")],
    ),
    "other-id": Pair(course("all-modules", f"one: The first | {TWO}"), [("id: replaced", "id: replaced-again")]),
    "other-modules": Pair(course("all-modules", f"one: The first | {TWO}"), [("id: one\n", "id: uno\n")]),
    "language-added": Pair(FEWER, LANGUAGES),
    "language-removed": Pair(LANGUAGES, FEWER),
    "language": Pair(ENGLISH, IN_WELSH),
    "swapped": Pair(
        LANGUAGES,
        [
            ("Eich enw, ac o ble rydych chi’n dod {#name}", "Bod rhywbeth {#name}"),
            ("Bod cwyn wedi dod i law {#complaint}", "Eich enw, ac o ble rydych chi’n dod {#complaint}"),
            ("Bod rhywbeth {#name}", "Bod cwyn wedi dod i law {#name}"),
        ],
    ),
    "one-word-more": Pair(LANGUAGES, [("[[ganiatâd|gydsyniad]]", "[[ganiatâd|gydsyniad|caniatâd]]")]),
    "language-tag": Pair(course("all-questions", f"one: The first | {TWO}"), [("language: en-GB", "language: en")]),
    "other-word": Pair(LANGUAGES, [("[[ganiatâd|gydsyniad]]", "[[gydsyniad]]")]),
    "labels": Pair(
        course(
            PASS,
            f"one: The first |{LABELS}{LABELS.replace('sure', 'calm')}"
            + quiz("omega", "Which is last?", "Omega", "Alpha"),
        ),
        [
            ("## Scale: How sure", "## Quiz: How sure"),
            ("- Not at all\n- A little\n", "- [x] Not at all\n- [ ] A little\n"),
            ("## Scale: How calm", "## Checklist: How calm"),
            ("- Not at all\n- A little\n", "- [ ] Not at all\n- [ ] A little\n"),
            ("- [ ] Alpha\n", "- [ ] Epsilon\n"),
        ],
        ("scorm12", "scorm2004"),
    ),
    "same": Pair(course("all-questions", f"one: The first | {TWO}"), []),
}
"""Name -> what is played."""
