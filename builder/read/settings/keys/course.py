"""What `course.yml` may say."""

from builder.model.contract import COMPLETION_EXTRAS, COMPLETION_RULES, PRIVACIES, SHUFFLES
from builder.model.course import FEEDBACKS
from builder.read.language_tags import TAG
from builder.read.settings.json_schema import (
    FRAMEWORKS,
    LANGUAGES,
    NUMBERS,
    TEXT,
    TEXTS,
    WORDS,
    matching,
    one_of,
    some_of,
    whole,
)
from builder.read.settings.keys.key import (
    A_LANGUAGE,
    AN_ID,
    ID,
    Key,
    as_frameworks,
    as_id,
    as_keywords,
    as_language,
    as_languages,
    as_line,
    as_numbers,
    as_said,
    as_text,
    as_words,
    fits,
    one_word,
    several_words,
    whole_number,
)
from builder.read.settings.keys.look import LOOK_KEYS
from builder.read.settings.keys.people import PERSON_KEYS
from builder.read.settings.times import PATTERN, as_minutes

SCORINGS = ("whole", "partial")
"""How an answer that is partly right counts."""

FAILED = ("reported", "never")
"""Whether the course reports that a learner has failed for good."""

REPORTS = ("codes", "words")
"""How answers read in the reports of SCORM 1.2."""

_VERSION = r"[0-9A-Za-z][0-9A-Za-z.+-]{0,19}"
_RECORD = r"none|plain|social-work-england|[^/\\]+\.ya?ml"

COURSE_KEYS = (
    Key(
        "id",
        AN_ID,
        as_id,
        needed="id: my-course",
        description="Stays for ever: an LMS finds learners' records by it. Lower case letters, digits and hyphens.",
        schema=matching(ID.pattern),
    ),
    Key(
        "title",
        "text",
        as_said,
        needed="title: My course",
        rule="A17",
        description="The title as learners and administrators read it.",
        schema=TEXT,
    ),
    Key(
        "language",
        A_LANGUAGE,
        as_language,
        needed="language: en-GB",
        rule="A10",
        description="The language that the course is written in: a tag such as `en-GB` or `cy`.",
        schema=matching(TAG),
    ),
    Key(
        "languages",
        "a list of two or more language tags, that of the course first, such as [en-GB, cy]",
        as_languages,
        (),
        description="All languages of one package, that of the course first: `[en-GB, cy]`. Each other one is a folder of that name beside the modules.",
        schema={**LANGUAGES, "items": matching(TAG)},
    ),
    Key(
        "version",
        'a version such as "1.0.0", 20 characters at most',
        fits(_VERSION),
        "1.0.0",
        description="The version of the content; `1.0.0` unless you say.",
        schema=matching(_VERSION, "number"),
    ),
    Key("summary", "text", as_said, "", description="One sentence, on the cover.", schema=TEXT),
    Key(
        "time",
        'a time such as "45 minutes"',
        as_minutes,
        description="About how long the course takes: `45 minutes` or `1 hour 30`.",
        schema=whole(PATTERN, 1, 999),
    ),
    Key("publisher", "text", as_said, "", description="Who publishes it, at the foot of the page.", schema=TEXT),
    Key("rights", "text", as_said, "", description="One line on rights, at the foot of the page.", schema=TEXT),
    Key(
        "owner",
        "text",
        as_said,
        "",
        description="Who answers for the course in its accessibility statement; `publisher` unless you say.",
        schema=TEXT,
    ),
    Key(
        "contact",
        "text",
        as_said,
        "",
        description="Where a learner reports a barrier, at the foot of the page and in the accessibility statement: an e-mail address, a web address or a line of text.",
        schema=TEXT,
    ),
    Key(
        "enforcement",
        "text",
        as_said,
        "",
        description="Who decides when a learner is not content with the answer, in the accessibility statement.",
        schema=TEXT,
    ),
    Key("keywords", "a list of words", as_keywords, (), description="A list of words, for catalogues.", schema=TEXTS),
    Key(
        "standards",
        "names of frameworks, each with a list of its entries",
        as_frameworks,
        {},
        description="Frameworks that the course answers to, each with a list of its entries.",
        schema=FRAMEWORKS,
    ),
    Key(
        "people",
        "a list of people, each with `id` and `name`",
        as_text,
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
        "banks",
        "names of banks in small letters, digits and hyphens, each with a whole number from 1 to 999",
        as_numbers,
        {},
        description="How many questions of each bank a learner is given, over all modules: questions say `{bank=name}`.",
        schema=NUMBERS,
    ),
    Key(
        "completion",
        'one or several of "all-modules", "all-read", "all-films", "all-confirmed", "all-questions" and "pass-mark"',
        several_words(*COMPLETION_RULES, *COMPLETION_EXTRAS),
        ("all-modules",),
        description="When the course counts as done: `all-modules` opened, `all-questions` answered too, or `pass-mark` reached. A list of several asks for all of them: `all-read` for each module read to its end, `all-films` for each film watched, `all-confirmed` for each `Declare` confirmed.",
        schema=some_of(*COMPLETION_RULES, *COMPLETION_EXTRAS),
    ),
    Key(
        "pass-mark",
        "a whole number from 1 to 100",
        whole_number(r"([0-9]{1,3}) ?%?", 1, 100),
        description="Percent of right answers needed, for `completion: pass-mark`.",
        schema=whole(r"\s*(?:0{0,2}[1-9]|0?[1-9][0-9]|100) ?%?\s*", 1, 100),
    ),
    Key(
        "failed",
        '"reported" or "never"',
        one_word(*FAILED),
        "reported",
        description="What the LMS receives when the attempts are used up below the pass mark: that the learner has failed (`reported`), or that she is not finished (`never`), where a failed course would be locked.",
        schema=one_of(*FAILED),
    ),
    Key(
        "attempts",
        "a whole number from 1 to 20",
        whole_number(r"([0-9]{1,2})", 1, 20),
        description="How often each question may be checked; without it as often as a learner likes.",
        schema=whole(r"\s*(?:0?[1-9]|1[0-9]|20)\s*", 1, 20),
    ),
    Key(
        "scoring",
        '"whole" or "partial"',
        one_word(*SCORINGS),
        "whole",
        description="How an answer that is partly right counts, for `completion: pass-mark`: not at all (`whole`), or in part (`partial`).",
        schema=one_of(*SCORINGS),
    ),
    Key(
        "feedback",
        '"at-once" or "at-the-end"',
        one_word(*FEEDBACKS),
        "at-once",
        description="When questions are judged: each `at-once`, or all of a module `at-the-end`, when the learner hands them in. A module may choose for itself.",
        schema=one_of(*FEEDBACKS),
    ),
    Key(
        "show-answers",
        '"yes" or "no"',
        one_word("yes", "no"),
        "yes",
        description="Whether the page shows what is correct when a learner has no attempt left, and prints the answers: `yes` unless you say `no`. A learner whose browser runs no scripts still has the page of answers.",
        schema=one_of("yes", "no"),
    ),
    Key(
        "shuffle",
        '"no", "all" or "all-but-last"',
        one_word(*SHUFFLES),
        "no",
        description="Whether each learner sees the options of a `Quiz` in an order of her own. A question may choose for itself.",
        schema=one_of(*SHUFFLES),
    ),
    Key(
        "privacy",
        '"device", "lms-resume" or "report"',
        one_word(*PRIVACIES),
        "device",
        description="Who keeps what learners write: `device`, their own device alone; `lms-resume`, the LMS too, so that they can go on elsewhere; `report`, the LMS, where tutors read it. A reflection may choose for itself.",
        schema=one_of(*PRIVACIES),
    ),
    Key(
        "reports",
        '"codes" or "words"',
        one_word(*REPORTS),
        "codes",
        description="How answers read in the reports of a SCORM 1.2 LMS: as `codes` (`a,c`), which the key beside the packages explains, or in `words`, where the LMS takes them.",
        schema=one_of(*REPORTS),
    ),
    *LOOK_KEYS,
    Key(
        "record",
        '"none", "plain", "social-work-england" or a form such as "record.yml"',
        fits(_RECORD),
        "",
        description="The page “My record of learning”: `none`, `plain` without a form, or with the form `social-work-england` or one of your own.",
        schema=matching(_RECORD),
    ),
    Key(
        "certificate",
        '"yes" or "no"',
        one_word("yes", "no"),
        "no",
        description="Whether the record has a certificate to print for a learner's own file: `yes`, or `no`. It says what was worked through, and that nobody has checked who did.",
        schema=one_of("yes", "no"),
    ),
    Key(
        "stream-player",
        "a path such as stream-player/hls.min.js",
        as_line,
        "",
        description="The file of hls.js, which plays streams (`.m3u8`) in browsers that cannot: `satchel stream-player` puts it into the course folder.",
        schema=TEXT,
    ),
    Key(
        "notes",
        '"yes" or "no"',
        one_word("yes", "no"),
        "yes",
        description="Whether learners can write notes on modules and highlight passages, kept on their device alone: `yes` unless you say `no`.",
        schema=one_of("yes", "no"),
    ),
)
"""What `course.yml` may say."""
