"""What `satchel compare` says when one setting is changed: a row for each setting that the format has.

A row is an edit, and the kinds of change that are listed then. An empty list says that learners in the middle lose and
gain nothing by it: what they answered, what it is worth and what they may still do are the same.
"""

from collections.abc import Mapping, Sequence
from typing import NamedTuple

SETTINGS = """\
id: settings
title: Settings
language: en-GB
version: 1.0.0
summary: All of them.
time: 40 minutes
publisher: A publisher
rights: Some rights
owner: An owner
contact: help@example.org
enforcement: An office
keywords: [one, two]
standards:
  PCF: [Values, Rights]
people:
  - id: ann
    name: Ann Example
    role: Nurse
    about: She works here.
variables:
  town: Aberystwyth
banks:
  sums: 1
completion: pass-mark
pass-mark: 60
failed: reported
attempts: 4
scoring: whole
feedback: at-once
show-answers: yes
shuffle: no
privacy: device
reports: codes
accent: "#7a1f5c"
theme:
  name: An organisation
cover:
  picture: images/team.png
  picture-text: A team around a table
record: record.yml
certificate: yes
notes: yes
"""
FORM = """\
title: My form
about: Of today.
questions:
  - id: learnt
    ask: What did you learn?
    kind: text
    help: A few words.
  - id: place
    ask: Where was it?
    kind: one
    options: [At home, At work]
  - id: value
    ask: Which entry was it?
    kind: one
    framework: PCF
"""
FIRST = """\
---
id: one
title: The first
summary: A summary.
presenters: [ann]
draw: 2
feedback: at-once
needs: [two]
---

We met in {{town}}.

## Quiz: Which is it? {#which}

- [x] This one
- [ ] That one
- [ ] Another one

## Number: How many? {#many}

= 5 mg|milligrams

## Number: And then? {#then}

= 7
"""
SECOND = """\
---
id: two
title: The second
---

## Watch: The street {#street}

[The street](media/film.mp4)

- captions: media/film.en.vtt
- descriptions: not needed (only the speaker is shown)
- original: 7 minutes
- watched: 80% or elsewhere

## Match: Which go together? {#pairs bank=sums}

| Who | What |
| --- | --- |
| Ann | Tea |
| Ben | Milk |

## Number: And more? {#more bank=sums}

= 9
"""
FILES = {"course.yml": SETTINGS, "record.yml": FORM, "01-one.md": FIRST, "02-two.md": SECOND}


class Row(NamedTuple):
    """One setting, changed."""

    before: str
    """Text of one of the files, which stands there once."""
    after: str
    """What takes its place."""
    wanted: Sequence[str] = ()
    """The kinds of change that are listed."""


SAFE = "module-text"
FILES_ALONE = "module-files"
LOOK = "module-look"
ROWS: Mapping[str, Row] = {
    "course.id": Row("id: settings\n", "id: settings-two\n", ["course-id"]),
    "course.title": Row("title: Settings\n", "title: Our settings\n", [LOOK]),
    "course.language": Row("language: en-GB", "language: en", ["language"]),
    "course.version": Row("version: 1.0.0", "version: 1.1.0"),
    "course.summary": Row("summary: All of them.", "summary: All.", [LOOK]),
    "course.time": Row("time: 40 minutes", "time: 50 minutes", [LOOK]),
    "course.publisher": Row("publisher: A publisher", "publisher: Another", [LOOK]),
    "course.rights": Row("rights: Some rights", "rights: All rights", [LOOK]),
    "course.owner": Row("owner: An owner", "owner: Another", [LOOK]),
    "course.contact": Row("contact: help@example.org", "contact: info@example.org", [LOOK]),
    "course.enforcement": Row("enforcement: An office", "enforcement: A court", [LOOK]),
    "course.keywords": Row("[one, two]", "[one, three]"),
    "course.standards": Row("[Values, Rights]", "[Values]", ["record-form", LOOK]),
    "course.people": Row("name: Ann Example", "name: Ann Other", [LOOK]),
    "course.variables": Row("town: Aberystwyth", "town: Bangor", [SAFE]),
    "course.banks": Row("sums: 1", "sums: 2", ["bank-draw"]),
    "course.completion": Row("completion: pass-mark\n", "completion: [pass-mark, all-read]\n", ["completion"]),
    "course.pass-mark": Row("pass-mark: 60", "pass-mark: 80", ["completion"]),
    "course.failed": Row("failed: reported", "failed: never", ["failed"]),
    "course.attempts": Row("attempts: 4", "attempts: 2", ["attempts"]),
    "course.scoring": Row("scoring: whole", "scoring: partial", ["scoring"]),
    "course.feedback": Row("feedback: at-once\nshow", "feedback: at-the-end\nshow", ["module-feedback"]),
    "course.show-answers": Row("show-answers: yes", "show-answers: no", ["answers-shown"]),
    "course.shuffle": Row("shuffle: no", "shuffle: all"),
    "course.privacy": Row("privacy: device", "privacy: report", ["privacy"]),
    "course.reports": Row("reports: codes", "reports: words", ["reports"]),
    "course.accent": Row('accent: "#7a1f5c"', 'accent: "#1f3a7a"'),
    "course.theme": Row("name: An organisation", "name: Another"),
    "course.cover": Row("picture-text: A team around a table", "picture-text: Five people"),
    "course.record": Row("record: record.yml", "record: plain", ["record-form", "record-form", "record-form", LOOK]),
    "course.certificate": Row("certificate: yes", "certificate: no", ["certificate-gone"]),
    "course.notes": Row("notes: yes", "notes: no", ["notes-gone"]),
    "module.id": Row("id: one\n", "id: first\n", ["module-id"]),
    "module.title": Row("title: The second", "title: Number two", ["module-renamed"]),
    "module.summary": Row("summary: A summary.", "summary: Another.", [SAFE]),
    "module.presenters": Row("presenters: [ann]\n", ""),
    "module.language": Row("title: The second", "title: The second\nlanguage: en"),
    "module.draw": Row("draw: 2", "draw: 1", ["module-draw"]),
    "module.feedback": Row("draw: 2\nfeedback: at-once", "draw: 2\nfeedback: at-the-end", ["module-feedback"]),
    "module.needs": Row("needs: [two]\n", "", ["module-needs"]),
    "person.name": Row("name: Ann Example", "name: Ann Other", [LOOK]),
    "person.role": Row("role: Nurse", "role: Sister", [LOOK]),
    "person.about": Row("She works here.", "She worked here.", [LOOK]),
    "form.title": Row("title: My form", "title: Our form", [LOOK]),
    "form.about": Row("about: Of today.", "about: Of yesterday.", [LOOK]),
    "form.questions": Row(
        "  - id: value\n    ask: Which entry was it?\n    kind: one\n    framework: PCF\n", "", ["record-form", LOOK]
    ),
    "asked.id": Row("id: learnt", "id: learned", ["record-form"]),
    "asked.ask": Row("ask: What did you learn?", "ask: Who was there?", ["record-form", LOOK]),
    "asked.kind": Row("kind: text", "kind: date", ["record-form"]),
    "asked.help": Row("help: A few words.", "help: Many words.", [LOOK]),
    "asked.options": Row("[At home, At work]", "[At home]\n    help: So", ["record-form", LOOK]),
    "asked.framework": Row("    framework: PCF", "    options: [Values, Others]", ["record-form"]),
    "film.watched": Row("watched: 80% or elsewhere", "watched: 90% or elsewhere", ["film-watched"]),
    "film.original": Row("original: 7 minutes", "original: 9 minutes", [LOOK]),
    "film.captions": Row("captions: media/film.en.vtt", "captions: media/other.en.vtt", [FILES_ALONE]),
    "film.descriptions": Row("not needed (only the speaker is shown)", "media/other.en.vtt", [LOOK, FILES_ALONE]),
    **{
        f"film.{key}": Row("- original", f"- {key}: {file}\n- original", [FILES_ALONE])
        for key, file in (
            ("chapters", "media/other.en.vtt"),
            ("described", "media/other.mp4"),
            ("poster", "images/team.png"),
            ("sign", "media/other.mp4"),
        )
    },
}
"""Setting -> its row."""

NO_EDIT: Mapping[str, Sequence[str]] = {
    "Languages that come and go are played in tests/compare/replaced/languages.test.mjs.": ["course.languages"],
    "What a browser plays a stream with changes nothing that a learner did.": ["course.stream-player", "film.frame"],
    "Only `presenters` names it.": ["person.id"],
    "Words of it are text of the module: tests/compare/test_effects.py.": ["film.transcript"],
}
"""Why a setting has no row -> those settings."""

OPTIONS: Mapping[str, Mapping[str, tuple[str, str, Sequence[str]]]] = {
    "attempts": {"": ("{#own attempts=3}", "{#own attempts=2}", ["question-attempts"])},
    "weight": {"": ("{#own weight=3}", "{#own}", ["question-weight"])},
    "bank": {"": ("{#own}", "{#own bank=sums}", ["question-bank"])},
    "shuffle": {
        "": ("{#own shuffle=all}", "{#own}", []),
        "Quiz": ("{#own shuffle=all}", "{#own}", ["question-look"]),
    },
    "words": {"": ("{#own words=100}", "{#own words=200}", ["question-look"])},
    "privacy": {
        "": ("{#own privacy=device}", "{#own privacy=report}", ["question-privacy"]),
        "Survey": ("{#own}", "{#own privacy=report}", ["question-reported"] * 2),
    },
    "id": {
        "": ("{#own}", "{#other}", ["question-id"]),
        **dict.fromkeys(
            ("Survey", "Stages", "Details", "Cards", "Columns", "Layers", "Timeline"), ("{#own}", "{#other}", [])
        ),
        **dict.fromkeys(("Picture", "File", "Watch", "Listen"), ("{#own}", "{#other}", [])),
    },
}
"""Option of a heading -> its braces before and after, and the kinds of change; by word of the kind, or for all others."""

_PARTS = "\n\n**One**\n\nSome words.\n\n**Two**\n\nOthers.\n"
WORDS: Mapping[str, tuple[str, tuple[str, str], Sequence[str]]] = {
    **{
        word: (f"## {word}: Parts{_PARTS}", ("Others.", "Others again."), [SAFE])
        for word in ("Details", "Cards", "Columns")
    },
    **{word: (f"## {word}: Parts{_PARTS}", ("**Two**", "**Three**"), [SAFE]) for word in ("Layers", "Timeline")},
    "Stages": ("## Stages: Steps\n\n1. **First**: Ask.\n2. **Then**: Do.\n", ("**Then**", "**Next**"), [SAFE]),
    "Picture": (
        "## Picture: A room\n\n![A room](images/team.png)\n\n1. **Door** (10, 20): Open it.\n",
        ("Open it.", "Shut it."),
        [SAFE],
    ),
    "File": ("## File: A form\n\n[A form](media/film.mp4)\n\nFill it in.\n", ("Fill it in.", "Read it."), [SAFE]),
    "Survey": (
        "## Survey: How was it?\n\nSay so.\n\n**Clear?** {#clear}\n\n- No\n- Yes\n\n**Long?** {#long}\n\n- No\n- Yes\n",
        ("Say so.", "Tell us."),
        [SAFE],
    ),
    "Match": (
        "## Match: Which now?\n\n| Who | What |\n| --- | --- |\n| Ann | Tea |\n| Ben | Milk |\n",
        ("What", "Drink"),
        [SAFE],
    ),
    "Scene": (
        "## Scene: A door {#door}\n\nYou wait.\n\n- [Ring](#end)\n- [Knock](#end)\n\n## Scene: The end {#end}\n\nIt opens.\n",
        ("Knock", "Bang"),
        [SAFE],
    ),
    "Quiz": ("## Quiz: Which now?\n\n- [x] One\n  > Well done.\n- [ ] Two\n", ("Well done.", "Quite so."), [SAFE]),
    "Order": ("## Order: First?\n\n1. One\n2. Two\n\nHint: Count.\n", ("Count.", "Look."), [SAFE]),
    "Sort": (
        "## Sort: Where?\n\n**Up**\n\n- Bird\n\n**Down**\n\n- Stone\n\n> So it is.\n",
        ("So it is.", "Indeed."),
        [SAFE],
    ),
    "Fill": ("## Fill: Which now?\n\nIt is [[one]].\n", ("It is", "It was"), ["question-reworded"]),
    "Number": ("## Number: Which now?\n\n= 5 kg|bags\n", ("|bags", ""), ["question-unit"]),
    "Reflect": ("## Reflect: What now?\n\nThink.\n\nExample: I shall ask.\n", ("I shall ask.", "I do."), [SAFE]),
    "Checklist": (
        "## Checklist: To do\n\n- [ ] Call them\n- [ ] Write\n",
        ("- [ ] Write", "- [ ] Write\n- [ ] Read"),
        ["option-added"],
    ),
    **{
        word: (
            f"## {word}: A talk\n\n[A talk](media/{file})\n\n- captions: media/film.en.vtt\n{more}\nListen.\n",
            ("Listen.", "Hear."),
            [SAFE],
        )
        for word, file, more in (
            ("Watch", "film.mp4", "- descriptions: not needed (only the speaker is shown)\n"),
            ("Listen", "talk.mp3", ""),
        )
    },
}
"""Word of each kind that has other words than a question has -> a block, what is edited in it, and the kinds of change."""
