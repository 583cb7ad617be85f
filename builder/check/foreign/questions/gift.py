"""Questions in GIFT, the markup of Moodle: answers between braces, pairs, numbers."""

from dataclasses import replace

from builder.check.foreign.sign import Sign, sign

SHAPE = "A question is a heading `## Quiz: ...`, with a line for each option below it: - [x] for a right one, - [ ] for others"
QUIZ = "A question is a heading `## Quiz: ...`, with a line for each option below it: - [{ticked}] {words}"
TRUE = "Write a heading `## Quiz: ...` with the sentence, and below it - [x] True and - [ ] False, with the x at the right one"
_ANSWER = r"[^{}~=>%#\n]+?"
_NUMBER = r"-?\d[\d.]*"
_MATCH = "Pairs are a table of two columns below a heading `## Match: ...`, with a row for each: | {words} | {name} |"
_GAP = "Write it in a block that begins `## Fill: ...`, with the answer where its words belong: "
_MEASURE = "For a question with a number as its answer, write `## Number: ...` and below it: = "

GIFT: tuple[Sign, ...] = (
    sign(
        "GIFT",
        "->",
        rf"\{{[ \t]*=(?P<words>{_ANSWER})[ \t]*->[ \t]*(?P<name>{_ANSWER})[ \t]*(?:=[^{{}}\n]*)?\}}",
        "holds pairs",
        _MATCH,
        sure=True,
    ),
    *(
        sign("GIFT", "{", rf"\{{[ \t]*=(?:%100%)?{pattern}[ \t]*\}}", "holds the answer", f"{_GAP}{gap}", sure=True)
        for pattern, gap in (
            (rf"(?P<words>{_ANSWER})[ \t]*=(?:%100%)?(?P<name>{_ANSWER})", "[[{words}|{name}]]"),
            (
                rf"(?P<words>{_ANSWER})[ \t]*=(?:%100%)?(?P<name>{_ANSWER})[ \t]*=(?:%100%)?(?P<title>{_ANSWER})",
                "[[{words}|{name}|{title}]]",
            ),
            (
                rf"(?P<words>{_ANSWER})(?:[ \t]*=(?:%100%)?{_ANSWER}){{3,}}",
                "two brackets on either side, and a bar between all that are right",
            ),
        )
    ),
    *(
        sign(
            "GIFT",
            "{#",
            rf"(?<=[^\s{{]) ?\{{#[=~]?(?P<words>{_NUMBER}){more}\}}",
            "holds a number",
            f"{_MEASURE}{write}",
            sure=True,
        )
        for more, write in (
            (r":(?P<name>[\d.]*[1-9][\d.]*)", "{words} ± {name}"),
            (rf"\.\.(?P<name>{_NUMBER})", "{words}..{name}"),
            (r"(?::0+)?(?<=[\d0])", "{words}"),
        )
    ),
    sign("GIFT", "{", r"\{[ \t]*[=~][^{}\n]*(?:[ \t][~=]|->)[^{}\n]*\}", "holds the answers", SHAPE, sure=True),
    replace(
        sign(
            "GIFT",
            "{}",
            r"(?<=[?.!] )\{\}$",
            "asks for words",
            "A question to write about is a heading such as `## Reflect: ...`",
            sure=True,
        ),
        kinds=frozenset({"paragraph"}),
    ),
    sign("GIFT", "// ", r"^// (?=\S)[^\n]*", "is a comment", "Write <!-- the comment -->, or delete it"),
    sign(
        "GIFT",
        "[",
        r"^\[(?:html|moodle|plain|markdown)\](?=\S)",
        "says what its text is made of",
        "Delete it",
        sure=True,
    ),
    sign("GIFT", "{", r"(?<=[?.:!\w]) ?\{[ \t]*$|^\}$", "begins or ends the answers", f"Delete it. {SHAPE}", sure=True),
    sign(
        "GIFT",
        "->",
        r"^=(?P<words>[A-Za-z][^\n=]{0,60}?)[ \t]*->[ \t]*(?P<name>[^\n]{1,60})$",
        "is a pair",
        "Pairs are a table of two columns below a heading `## Match: ...`: | {words} | {name} |",
        sure=True,
    ),
    sign(
        "GIFT",
        "=",
        r"^=(?:%\d+%)?(?=[A-Za-z])(?P<words>[^\n=(]{1,60})$",
        "is a right answer",
        QUIZ.replace("{ticked}", "x"),
        sure=True,
    ),
    sign(
        "GIFT",
        "~",
        r"^~(?=[A-Za-z%])(?:%-?\d+(?:\.\d+)?%)?(?P<words>[^\n~]{1,60})$",
        "is a wrong answer",
        QUIZ.replace("{ticked}", " "),
        sure=True,
    ),
    sign(
        "GIFT",
        "$CATEGORY",
        r"^\$CATEGORY: *[^\n]*",
        "puts the questions below it into a category",
        "Delete it: questions stand in the order of the module",
        sure=True,
    ),
    sign(
        "GIFT",
        "::",
        r"^::(?!(?:left|right|default|top|bottom)::$)[^:\n]{1,80}::",
        "names a question",
        "Delete it. A question is a heading, and may have an id at its end: {{#my-id}}",
        sure=True,
    ),
    sign("GIFT", "{", r"\{(?:T|F|TRUE|FALSE)(?:#[^{}\n]*)?\}", "says whether it is true", TRUE, sure=True),
)
