"""The keys that `course.yml` and front matter may have: one table, which checks, messages, schema and handbook share."""

import re
from collections.abc import Callable
from dataclasses import dataclass, field

from builder.model.assessment import PRIVACIES, SHUFFLES
from builder.model.course import FEEDBACKS
from builder.read.language_tags import TAG, is_language
from builder.read.settings.json_schema import (
    ANY_TEXT,
    FRAMEWORKS,
    TEXT,
    TEXTS,
    WORDS,
    Shape,
    list_of,
    matching,
    one_of,
    whole,
)

ID = re.compile(r"[a-z](?:[a-z0-9-]{0,58}[a-z0-9])")
"""Ids: 2 to 60 characters, so that Moodle takes them as interaction ids and every file system as names."""

COLOUR = r"#(?:[0-9A-Fa-f]{3}|[0-9A-Fa-f]{6})"
"""Colours as CSS writes them, without transparency."""

COMPLETION_RULES = ("all-modules", "all-questions", "pass-mark")
"""When a course counts as done."""

SCORINGS = ("whole", "partial")
"""How an answer that is partly right counts."""

FORM_KINDS = ("line", "text", "date", "one", "several")
"""How a question of a form is answered."""


@dataclass(frozen=True, slots=True)
class Key:
    """One key of a settings file."""

    name: str
    """As the author writes it."""
    expected: str
    """What its value must be, to go on from `must be`."""
    parse: Callable[[object], object]
    """The author's value -> ours; ValueError when it is not as expected."""
    default: object = None
    """Value when the key is not there, or has no value."""
    needed: str = ""
    """A line to paste when it is missing and must not be; empty when it may be."""
    rule: str = "STR-009"
    """The rule that a missing key breaks."""
    entries: tuple["Key", ...] = ()
    """Keys of each entry, when the value is a list of mappings."""
    description: str = ""
    """What it is for, as one sentence: an editor shows it, and the handbook."""
    schema: Shape = field(default_factory=dict)
    """JSON Schema of the value; of a list of mappings the entries give it."""


def _line(value: object) -> str:
    words = " ".join(value.split()) if isinstance(value, str) else ""
    if not words:
        raise ValueError
    return words


def _text(value: object) -> str:
    if not isinstance(value, str):
        raise ValueError
    return value


def _matching(pattern: str) -> Callable[[object], str]:
    compiled = re.compile(pattern)

    def parse(value: object) -> str:
        if not isinstance(value, str) or not compiled.fullmatch(value):
            raise ValueError
        return value

    return parse


def _one_of(*words: str) -> Callable[[object], str]:
    return _matching("|".join(map(re.escape, words)))


def _whole(pattern: str, smallest: int, largest: int) -> Callable[[object], int]:
    def parse(value: object) -> int:
        match = re.fullmatch(pattern, value.strip()) if isinstance(value, str) else None
        if not match or not smallest <= int(match[1]) <= largest:
            raise ValueError
        return int(match[1])

    return parse


def as_lines(value: object) -> list[str]:
    """A list of single lines; one line stands for a list of one. ValueError otherwise."""
    return [_line(entry) for entry in (value if isinstance(value, list) else [value])]


def as_ids(value: object) -> list[str]:
    """A list of ids; one id stands for a list of one. ValueError otherwise."""
    return [as_id(entry) for entry in (value if isinstance(value, list) else [value])]


def _frameworks(value: object) -> dict[str, list[str]]:
    if not isinstance(value, dict):
        raise ValueError
    return {_line(name): as_lines(entries) for name, entries in value.items()}


def as_words(value: object) -> dict[str, str]:
    """Names, each with words on one line and without variables in them. ValueError otherwise."""
    if not isinstance(value, dict):
        raise ValueError
    for name, words in value.items():
        if not _NAME.fullmatch(name) or not isinstance(words, str) or "\n" in words or "{{" in words:
            raise ValueError
    return {name: _line(words) for name, words in value.items()}


_NAME = re.compile(r"[a-z](?:[a-z0-9-]*[a-z0-9])?")


def as_colour(value: object) -> str:
    """A colour with six digits, in lower case; ValueError for anything else."""
    digits = _matching(COLOUR)(value)[1:].lower()
    return "#" + (digits if len(digits) == 6 else "".join(digit * 2 for digit in digits))


as_id = _matching(ID.pattern)
_VERSION = r"[0-9A-Za-z][0-9A-Za-z.+-]{0,19}"


def as_language(value: object) -> str:
    """A tag of a language; ValueError for anything else."""
    if not isinstance(value, str) or not is_language(value):
        raise ValueError
    return value


_RECORD = r"none|plain|social-work-england|[^/\\]+\.ya?ml"
_AN_ID = "2 to 60 lower case letters, digits and hyphens, beginning with a letter"
_A_LANGUAGE = 'a language tag such as "en-GB" or "cy"'

PERSON_KEYS = (
    Key(
        "id",
        _AN_ID,
        as_id,
        needed="id: sam-example",
        description="What `presenters` in front matter calls this person.",
        schema=matching(ID.pattern),
    ),
    Key("name", "text", _line, needed="name: Sam Example", description="The name in full.", schema=TEXT),
    Key("role", "text", _line, "", description="What this person does, in one line.", schema=TEXT),
    Key("about", "text", _text, "", description="A few sentences, in markdown.", schema=ANY_TEXT),
)
"""What each entry of `people` may say."""

COURSE_KEYS = (
    Key(
        "id",
        _AN_ID,
        as_id,
        needed="id: my-course",
        description="Stays for ever: learners' records hang on it. Lower case letters, digits and hyphens.",
        schema=matching(ID.pattern),
    ),
    Key(
        "title",
        "text",
        _line,
        needed="title: My course",
        rule="A17",
        description="The title as learners and administrators read it.",
        schema=TEXT,
    ),
    Key(
        "language",
        _A_LANGUAGE,
        as_language,
        needed="language: en-GB",
        rule="A10",
        description="The language that the course is written in: a tag such as `en-GB` or `cy`.",
        schema=matching(TAG),
    ),
    Key(
        "version",
        'a version such as "1.0.0", 20 characters at most',
        _matching(_VERSION),
        "1.0.0",
        description="The version of the content; `1.0.0` unless you say.",
        schema=matching(_VERSION, "number"),
    ),
    Key("summary", "text", _line, "", description="One sentence, on the cover.", schema=TEXT),
    Key(
        "time",
        'a time such as "45 minutes"',
        _whole(r"(?:about )?([0-9]{1,3}) ?(?:min|minutes?)?", 1, 999),
        description="About how long the course takes: `45 minutes`.",
        schema=whole(r"\s*(?:about )?(?!0+(?![0-9]))[0-9]{1,3} ?(?:min|minutes?)?\s*", 1, 999),
    ),
    Key("publisher", "text", _line, "", description="Who publishes it, at the foot of the page.", schema=TEXT),
    Key("rights", "text", _line, "", description="One line on rights, at the foot of the page.", schema=TEXT),
    Key("keywords", "a list of words", as_lines, (), description="A list of words, for catalogues.", schema=TEXTS),
    Key(
        "standards",
        "names of frameworks, each with a list of its entries",
        _frameworks,
        {},
        description="Frameworks that the course answers to, each with a list of its entries.",
        schema=FRAMEWORKS,
    ),
    Key(
        "people",
        "a list of people, each with `id` and `name`",
        _text,
        (),
        entries=PERSON_KEYS,
        description="Everybody whom the course names: each with `id` and `name`, and if you like `role` and `about`.",
    ),
    Key(
        "variables",
        "names in small letters, digits and hyphens, each with words on one line",
        as_words,
        {},
        description="Words that a text names as `{{name}}`, each with its name.",
        schema=WORDS,
    ),
    Key(
        "completion",
        '"all-modules", "all-questions" or "pass-mark"',
        _one_of(*COMPLETION_RULES),
        "all-modules",
        description="When the course counts as done: `all-modules` opened, `all-questions` answered too, or `pass-mark` reached.",
        schema=one_of(*COMPLETION_RULES),
    ),
    Key(
        "pass-mark",
        "a whole number from 1 to 100",
        _whole(r"([0-9]{1,3}) ?%?", 1, 100),
        description="Percent of right answers needed, for `completion: pass-mark`.",
        schema=whole(r"\s*(?:0{0,2}[1-9]|0?[1-9][0-9]|100) ?%?\s*", 1, 100),
    ),
    Key(
        "attempts",
        "a whole number from 1 to 20",
        _whole(r"([0-9]{1,2})", 1, 20),
        description="How often each question may be checked; without it as often as a learner likes.",
        schema=whole(r"\s*(?:0?[1-9]|1[0-9]|20)\s*", 1, 20),
    ),
    Key(
        "scoring",
        '"whole" or "partial"',
        _one_of(*SCORINGS),
        "whole",
        description="How an answer that is partly right counts, for `completion: pass-mark`: not at all (`whole`), or in part (`partial`).",
        schema=one_of(*SCORINGS),
    ),
    Key(
        "feedback",
        '"at-once" or "at-the-end"',
        _one_of(*FEEDBACKS),
        "at-once",
        description="When questions are judged: each `at-once`, or all of a module `at-the-end`, when the learner hands them in. A module may choose for itself.",
        schema=one_of(*FEEDBACKS),
    ),
    Key(
        "shuffle",
        '"no", "all" or "all-but-last"',
        _one_of(*SHUFFLES),
        "no",
        description="Whether each learner meets the options of a `Quiz` in an order of her own. A question may choose for itself.",
        schema=one_of(*SHUFFLES),
    ),
    Key(
        "privacy",
        '"device", "lms-resume" or "report"',
        _one_of(*PRIVACIES),
        "device",
        description="Who keeps what learners write: `device`, their own device alone; `lms-resume`, the LMS too, so that they can go on elsewhere; `report`, the LMS, where tutors read it. A reflection may choose for itself.",
        schema=one_of(*PRIVACIES),
    ),
    Key(
        "accent",
        'a colour in quotation marks such as "#7a1f5c"',
        as_colour,
        "",
        description='The colour of links, buttons and lines: `"#7a1f5c"`, with the quotation marks.',
        schema=matching(COLOUR),
    ),
    Key(
        "record",
        '"none", "plain", "social-work-england" or a form such as "record.yml"',
        _matching(_RECORD),
        "",
        description="The page “My record of learning”: `none`, `plain` without a form, or with the form `social-work-england` or one of your own.",
        schema=matching(_RECORD),
    ),
)
"""What `course.yml` may say."""

FORM_QUESTION_KEYS = (
    Key(
        "id",
        _AN_ID,
        as_id,
        needed="id: learnt",
        description="Stays when you change the words: the learner's answer is kept by it.",
        schema=matching(ID.pattern),
    ),
    Key("ask", "text", _line, needed="ask: What did you learn?", description="The question.", schema=TEXT),
    Key(
        "kind",
        '"line", "text", "date", "one" or "several"',
        _one_of(*FORM_KINDS),
        "text",
        description="How it is answered: a `line`, a longer `text`, a `date`, `one` option or `several`.",
        schema=one_of(*FORM_KINDS),
    ),
    Key("help", "text", _line, "", description="One sentence under the question.", schema=TEXT),
    Key("options", "a list of words", as_lines, (), description="What there is to choose from.", schema=TEXTS),
    Key(
        "framework",
        "text",
        _line,
        "",
        description="In place of `options`: the entries of this framework among the `standards` of course.yml.",
        schema=TEXT,
    ),
)
"""What each question of a form may say."""

FORM_KEYS = (
    Key("title", "text", _line, needed="title: My learning", description="What the form is called.", schema=TEXT),
    Key("about", "text", _line, "", description="Where its questions come from, and of when they are.", schema=TEXT),
    Key(
        "questions",
        "a list of questions, each with `id` and `ask`",
        _text,
        (),
        entries=FORM_QUESTION_KEYS,
        description="What is asked, in order: each with `id` and `ask`, and if you like `kind`, `help` and `options`.",
    ),
)
"""What the form of a record of learning may say."""

MODULE_KEYS = (
    Key(
        "id",
        _AN_ID,
        as_id,
        "",
        description="Stays for ever: learners' records hang on it. Without it, the file name without its number.",
        schema=matching(ID.pattern),
    ),
    Key("title", "text", _line, "", description="The title of the page.", schema=TEXT),
    Key("summary", "text", _line, "", description="One sentence under the title.", schema=TEXT),
    Key(
        "presenters",
        "a list of ids of people in course.yml",
        as_ids,
        (),
        description="Who presents it: a list of ids of people in `course.yml`.",
        schema=list_of(ID.pattern),
    ),
    Key(
        "language",
        _A_LANGUAGE,
        as_language,
        "",
        description="The language of this module, when it is another than that of the course.",
        schema=matching(TAG),
    ),
    Key(
        "draw",
        "a whole number from 1 to 999",
        _whole(r"([0-9]{1,3})", 1, 999),
        description="How many of the questions in it each learner is given; all of them unless you say.",
        schema=whole(r"\s*0*[1-9][0-9]{0,2}\s*", 1, 999),
    ),
    Key(
        "feedback",
        '"at-once" or "at-the-end"',
        _one_of(*FEEDBACKS),
        "",
        description="When its questions are judged: each `at-once`, or all of them `at-the-end`, when the learner hands them in.",
        schema=one_of(*FEEDBACKS),
    ),
)
"""What front matter may say."""
