"""What front matter may say."""

from builder.model.course import FEEDBACKS
from builder.read.language_tags import TAG
from builder.read.settings.json_schema import TEXT, list_of, matching, one_of, whole
from builder.read.settings.keys.key import (
    A_LANGUAGE,
    AN_ID,
    ID,
    MODULE,
    Key,
    as_id,
    as_ids,
    as_language,
    as_modules,
    as_said,
    one_word,
    whole_number,
)

MODULE_KEYS = (
    Key(
        "id",
        AN_ID,
        as_id,
        "",
        description="Stays for ever: an LMS finds learners' records by it. Without it, one made from the file name without its number.",
        schema=matching(ID.pattern),
    ),
    Key("title", "text", as_said, "", description="The title of the page.", schema=TEXT),
    Key("summary", "text", as_said, "", description="One sentence under the title.", schema=TEXT),
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
        A_LANGUAGE,
        as_language,
        "",
        description="The language of this module, when the course has another one.",
        schema=matching(TAG),
    ),
    Key(
        "draw",
        "a whole number from 1 to 999",
        whole_number(r"([0-9]{1,3})", 1, 999),
        description="How many of the questions in it each learner is given; all of them unless you say.",
        schema=whole(r"\s*0*[1-9][0-9]{0,2}\s*", 1, 999),
    ),
    Key(
        "feedback",
        '"at-once" or "at-the-end"',
        one_word(*FEEDBACKS),
        "",
        description="When its questions are judged: each `at-once`, or all of them `at-the-end`, when the learner hands them in.",
        schema=one_of(*FEEDBACKS),
    ),
    Key(
        "needs",
        "a list of ids of other modules",
        as_modules,
        (),
        description="Which modules a learner must have done before this one opens: a list of their ids.",
        schema=list_of(MODULE.pattern),
    ),
)
"""What front matter may say."""
