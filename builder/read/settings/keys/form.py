"""What the form of a record of learning may say."""

from builder.read.settings.json_schema import TEXT, TEXTS, matching, one_of
from builder.read.settings.keys.key import AN_ID, ID, Key, as_id, as_line, as_lines, as_said, as_text, one_word

FORM_KINDS = ("line", "text", "date", "one", "several")
"""How a question of a form is answered."""

FORM_QUESTION_KEYS = (
    Key(
        "id",
        AN_ID,
        as_id,
        needed="id: learnt",
        description="Stays when you change the words: the learner's answer is kept by it.",
        schema=matching(ID.pattern),
    ),
    Key("ask", "text", as_said, needed="ask: What did you learn?", description="The question.", schema=TEXT),
    Key(
        "kind",
        '"line", "text", "date", "one" or "several"',
        one_word(*FORM_KINDS),
        "text",
        description="How it is answered: a `line`, a longer `text`, a `date`, `one` option or `several`.",
        schema=one_of(*FORM_KINDS),
    ),
    Key("help", "text", as_said, "", description="One sentence under the question.", schema=TEXT),
    Key("options", "a list of words", as_lines, (), description="What there is to choose from.", schema=TEXTS),
    Key(
        "framework",
        "text",
        as_line,
        "",
        description="In place of `options`: the entries of this framework among the `standards` of course.yml.",
        schema=TEXT,
    ),
)
"""What each question of a form may say."""

FORM_KEYS = (
    Key("title", "text", as_said, needed="title: My learning", description="What the form is called.", schema=TEXT),
    Key("about", "text", as_said, "", description="Where its questions come from, and their date.", schema=TEXT),
    Key(
        "questions",
        "a list of questions, each with `id` and `ask`",
        as_text,
        (),
        entries=FORM_QUESTION_KEYS,
        description="What is asked, in order: each with `id` and `ask`, and if you like `kind`, `help` and `options`.",
    ),
)
"""What the form of a record of learning may say."""
