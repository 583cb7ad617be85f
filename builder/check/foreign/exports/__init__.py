"""Questions as other tools export them, or take them in, and tags of note books."""

from dataclasses import replace

from builder.check.foreign.sign import Sign, sign

_TAG = r"#[^\W\d_][\w/-]{1,30}"

EXPORTS: tuple[Sign, ...] = (
    replace(
        sign(
            "Articulate",
            "",
            r"^(?:MC|MR|TF|FIB|MG|SEQ|WB|NUM|HS|SURVEY|LIKERT)[ \t]*$",
            "begins a question",
            "Delete it, and the number below it. A question is a heading `## Quiz: ...`, with - [x] for a right option and - [ ] for others",
            others=("MC", "MR", "TF", "FIB", "MG", "SEQ", "WB", "NUM", "HS", "SURVEY", "LIKERT"),
        ),
        mark="\0",
        kinds=frozenset({"paragraph"}),
    ),
    sign(
        "Moodle",
        "{=",
        r"(?<![{`])\{=[ \t]*(?!html|latex|tex|docx|openxml)(?P<words>[^\W\d_][^{}=~\n]{0,60}?)[ \t]*\}(?!\})",
        "is the answer to a question",
        "Write [[{words}]] in a block that begins `## Fill: ...`",
        sure=True,
    ),
    replace(
        sign(
            "many tools",
            "( )",
            r"^\( ?\)(?=[ \t]*\|)(?:[ \t|]*\( ?\))*",
            "is a grid of answers",
            "In a Survey each row is a question in bold, alone on its line, with the names of the columns as a list below it",
            others=("()",),
        ),
        unless=r"\( ?\)[ \t]*\|[ \t]*$",
    ),
    sign(
        "Moodle",
        "{=",
        r"(?<![{`])\{=[ \t]*(?P<words>[-−]?\d[\d.]*)[ \t]*\}(?!\})",
        "is the answer to a question",
        "Write `## Number: ...`, and below it: `= {words}`",
        sure=True,
    ),
    sign(
        "Moodle",
        "{=",
        r"(?<![{`])\{=[ \t]*(?P<words>[-−]?\d[\d.]*):(?P<name>\d[\d.]*)[ \t]*\}(?!\})",
        "is the answer to a question",
        "Write `## Number: ...`, and below it: `= {words} ± {name}`",
        sure=True,
    ),
    replace(
        sign(
            "Obsidian and Bear",
            "#",
            rf"(?<=[.!?:)…][ \t])(?<!\\){_TAG}(?:[ \t]+{_TAG})*[ \t]*$|(?:^|(?<=\S[ \t])){_TAG}(?:[ \t]+{_TAG})+[ \t]*$",
            "is a tag",
            "Delete it: a course has no tags, and its readers search for words",
        ),
        kinds=frozenset({"paragraph"}),
    ),
    sign(
        "Quarto and Pandoc",
        ":::",
        r"^:{3,} *(?:\{\.?)?(?:speaker-?)?notes\b[^\n]*",
        "begins notes for whoever speaks",
        "Delete them, or put them into a comment: <!-- before them and --> behind them, each on a line of its own",
        sure=True,
    ),
)
