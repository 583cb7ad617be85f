"""Braces of other dialects: classes that make a box, languages of code, comments, names that stand for words."""

from tests.cases import for_each
from tests.limits.pairs import module, report_of

BOXES = [
    *("note", "info", "tip", "hint", "important", "warning", "attention", "caution", "danger", "error", "callout", "challenge"),
    *("discussion", "prereq", "objectives", "keypoints", "testimonial", "checklist", "notice", "success", "example"),
    *("question", "quote", "highlight"),
]  # fmt: skip
PREFIXES = (
    "prompt-",
    "notice--",
    "notice-",
    "alert-",
    "callout-",
    "admonition-",
    "is-",
    "box-",
    "message-",
    "bs-callout-",
)
HOLDERS = ("alert", "admonition", "callout", "message", "box", "notification")
FOLDED = ("solution", "spoiler", "details", "dropdown", "collapse", "toggle")
FENCES = {
    **{'{.python .numberLines startFrom="5"}': "Write python alone", "{#code .python .number-lines}": "Write python alone"},
    **{'py linenums="1"': "Write py alone", "python {linenos=true}": "Write python alone", "js showLineNumbers": "Write js alone"},
    **{"js lineNumbers": "Write js alone", "r line-numbers": "Write r alone", "c linenumber=1": "Write c alone"},
    **{'py hl_lines="2 3"': "Write py alone", "js {1,3-4}": "Write js alone", "js highlight=2": "Write js alone"},
    **{"js emphasize-lines=2": "Write js alone", "diff ins=2": "Write diff alone", "diff del=2": "Write diff alone"},
    **{"js mark=2": "Write js alone", 'py title="a.py"': "Write py alone", "js filename=a.js": "`a.js`", "js file=a.js": "`a.js`"},
    **{"js caption='So it is'": "`So it is`", "js name=a.js": "`a.js`", "js lst-cap=so": "`so`", "js label=so": "`so`"},
    **{"js:src/a.js": "Write js alone", "js src/a.js": "Write js alone", 'title="a.py"': "Delete it"},
    **{"linenums=1": "Delete it", "{.numberLines}": "Delete it", "hl_lines=2": "Delete it"},
}  # fmt: skip
ORDINARY = [
    *("A style such as {color: red} is inline.", "In a style sheet a { color: red } is red.", "Write {name} where the name belongs."),
    *("The pattern ^[A-Z]$ is one letter.", "Use ^[0-9a-f]+$ for a number.", "It was ^[aeiou]* then.", "Try ^[\\w-]+ once."),
    *("Replace the placeholder {first_name} with her name.", "The field {manager_name} is filled later.", "So {sic} it was."),
    *("Put {name} here, and type {manager-name} there.", "Enter {name}.", "The variables {first_name} and {last_name} stay."),
    *("Use {name} or {first name}.", "A button called {my-name}.", "Between braces {my-name} is read.", "We :) and {: laughed."),
    *("Rhowch {fy-enw} yma.", "Wpisz {moje-imie} tutaj.", "Schreiben Sie {mein-name} hier.", "Écrivez {mon-nom} ici."),
    *("Escriba {mi-nombre} ahora.", "Scrivere {mio-nome} qui.", "Teipiwch {fy-enw} yma.", "Defnyddiwch {fy-enw} yma."),
    *("Użyj {moje-imie} tutaj.", "Tippen Sie {mein-name} ein.", "Ersetzen Sie {mein-name} dort.", "Remplacez {mon-nom} ici."),
    "Words in brackets {my-name} and their replacing {my-name}.",
]  # fmt: skip
STAND_FOR = [
    *("Dear {name}, welcome.", "We met {manager_name} there.", "Ring {first_name} first.", "It is 5{nbsp}mg, she said.", "A {plus} sign."),
    *("We say hello to {manager_name}.", "Write soon, and often, to whom you like: {manager_name}."),
]  # fmt: skip


def said(text: str) -> list[str]:
    """The hints on signs of other tools in a text."""
    return [d.hint for d in report_of(module(text)) if d.rule in {"STR-031", "STR-048"}]


@for_each("name", BOXES, one_in=3)
def test_a_class_that_makes_a_box_is_answered_by_a_box(name: str) -> None:
    """In Kramdown and in Pandoc, before a text and behind it, with a prefix and with a title."""
    written = [
        f"{{: .{name} }}",
        f"{{: .{name}-title}}",
        f"{{.{name}}}",
    ]
    written += [f"{{: .{prefix}{name}}}" for prefix in PREFIXES]
    written += [f"{{.{holder} .{name}}}" for holder in HOLDERS]
    for braces in written:
        (hint,) = said(f"Ring the family.\n{braces}")
        assert f"> [!{name}] above its text" in hint, braces
    assert report_of(module(f"> [!{name}]\n> Ring the family.")) == ()


@for_each("name", FOLDED)
def test_a_class_that_folds_is_answered_by_a_folded_box(name: str) -> None:
    """The dash behind it folds it."""
    (hint,) = said(f"> Ring the family.\n{{: .{name}}}")
    assert f"> [!{name}]- above its text" in hint
    assert report_of(module(f"> [!{name}]- So\n> Ring the family.")) == ()


@for_each(
    ("braces", "answer"),
    [
        *[
            ("{:toc}", "list of its contents"),
            ("{: .no_toc }", "list of its contents"),
            ("{: .toc}", "list of its contents"),
        ],
        *[
            ('{: lang="cy"}', "{lang=cy}"),
            ("{: .language-python}", "write python directly"),
            ("{:.lang-js}", "write js directly"),
        ],
        *[("{: .red}", "gives each part its looks"), ("{: .fs-6 .text-center}", "gives each part its looks")],
        ("{.notes}", "gives each part its looks"),
    ],
)
def test_other_attributes_are_answered_by_what_there_is(braces: str, answer: str) -> None:
    """A language is a language, and looks are looks."""
    (hint,) = said(f"Ring the family.\n{braces}")
    assert answer in hint


@for_each("written", FENCES)
def test_the_language_of_code_is_kept(written: str) -> None:
    """Whatever else stands behind the backticks."""
    (hint,) = said(f"```{written}\nx = 1\n```")
    assert FENCES[written] in hint


@for_each("text", ORDINARY)
def test_ordinary_braces_and_patterns_are_none(text: str) -> None:
    """Sentences that are about braces, or have some."""
    assert said(text) == []


@for_each("text", STAND_FOR)
def test_a_name_that_was_never_replaced_is_reported(text: str) -> None:
    """A learner would read it."""
    assert len(said(text)) == 1


@for_each(
    "text",
    [
        "Words {# for us #} here.",
        "{# for us #}",
        "## Heading {#- for us -#}",
        "- Entry {# for us #}",
        "| A |\n| --- |\n| b {# for us #} |",
    ],
)
def test_a_comment_of_jinja_becomes_a_comment(text: str) -> None:
    """Wherever it stands."""
    (hint,) = said(text)
    assert "<!-- for us -->" in hint


@for_each(
    "text",
    [
        *[
            "Use __main__ there.",
            "In Python, __name__ is set.",
            "if __file__ == 1:",
            "See __init__.py first.",
            "The __dict__ of it.",
        ],
        *[
            "Both __repr__ and that.",
            "So __str__ is.",
            "Its __len__ is 3.",
            "It has __eq__ now.",
            "It has __hash__ now.",
        ],
        *["It has __iter__ now.", "It has __getattr__ now.", "It has __setattr__ now.", "It has __getitem__ now."],
        *[
            "It has __setitem__ now.",
            "It has __slots__ now.",
            "The __pycache__ folder.",
            "In Python __all__ is a list.",
        ],
        *["In Python __doc__ is a text.", "def __call__ is.", "Python has __class__ too.", "Python has __new__ too."],
        *[
            "Python has __del__ too.",
            "Python has __next__ too.",
            "Python has __add__ too.",
            "Python has __enter__ too.",
        ],
        *[
            "Python has __exit__ too.",
            "Python has __version__ too.",
            "import __future__ first.",
            "Python has __builtins__.",
        ],
        "Python has __import__ too.",
    ],
)
def test_names_of_python_keep_their_low_lines(text: str) -> None:
    """The report says how: they would be bold."""
    (hint,) = said(text)
    assert hint.startswith("Put it between backticks: `__")


@for_each(
    "text",
    [
        "Ask __all__ of them.",
        "A __new__ form.",
        "Use `__main__` there.",
        "The __file__ is shut.",
        "It is \\_\\_main\\_\\_.",
    ],
)
def test_bold_words_between_low_lines_are_bold(text: str) -> None:
    """As anywhere."""
    assert said(text) == []


@for_each(
    "word",
    [
        "and",
        "or",
        "but",
        "if",
        "when",
        "where",
        "with",
        "then",
        "und",
        "oder",
        "et",
        "ou",
        "oraz",
        "lub",
        "neu",
        "або",
        "та",
        "أو",
    ],
)
def test_a_word_between_two_formulas_is_no_part_of_them(word: str) -> None:
    """It would be a product of its letters."""
    (found,) = report_of(module(f"So $x^2 {word} y^2$ it is."))
    assert found.rule == "STR-049" and f"$x^2$ {word} $y^2$" in found.hint


@for_each(
    "text",
    [
        *[
            "$x^2 \\text{ and } y^2$",
            "$x^2 \\mbox{ or } y^2$",
            "$\\operatorname{a and b} x$",
            "$\\mathrm{x or y}_1$",
            "$x^2 \\land y$",
        ],
        *["$a_{if}$", "$x^2$ and $y^2$", "$\\hbox{ so and so }_1$"],
    ],
)
def test_words_that_are_set_as_words_stay(text: str) -> None:
    """And letters that are none."""
    assert report_of(module(f"So {text} it is.")) == ()


@for_each(
    "text",
    [
        "- 5 °C",
        "Keep it at\n- 5 °C or below.",
        "It is\n\n+ 8 °C\n\ntoday.",
        "-  18° is cold.",
        "- 5 degrees",
        "- 5 ℃",
        "- 40 °F",
        "- 5 °С",
    ],
)
def test_a_sign_before_a_temperature_is_no_sign_of_a_list(text: str) -> None:
    """A learner would read a temperature above zero."""
    (hint,) = said(text)
    assert hint.startswith(("Write: −", "Write: +"))


@for_each(
    "text",
    [
        *[
            "Keep it at:\n\n- 5 °C",
            "- 18 °C in the freezer\n- 4 °C in the fridge",
            "* 5 °C",
            "1. 5 °C",
            "- 5 people came.",
            "- 5 mg",
        ],
        *["−5 °C", "\\- 5 °C", "- Under 5 °C", "+8 °C"],
    ],
)
def test_lists_and_numbers_with_their_sign_are_as_meant(text: str) -> None:
    """One entry with a colon above it, or several."""
    assert said(text) == []
