"""Questions of other tools."""

from builder.check.foreign.sign import Sign, sign

_QUIZ = "A question is a heading `## Quiz: ...`, with a line for each option below it: - [{ticked}] {words}"
_WORDS = r"[ \t]+(?P<words>\S[^\n]{0,60})"

QUESTIONS: tuple[Sign, ...] = (
    sign(
        "LiaScript",
        "[(",
        rf"^(?:[-*+] )?\[\([xX]\)\]{_WORDS}",
        "is a right answer",
        _QUIZ.replace("{ticked}", "x"),
        sure=True,
        code=True,
    ),
    sign(
        "LiaScript",
        "[(",
        rf"^(?:[-*+] )?\[\([^()\n]{{0,12}}\)\]{_WORDS}",
        "is an answer",
        _QUIZ.replace("{ticked}", " ") + ". A scale is `## Scale: ...`",
        sure=True,
        code=True,
    ),
    sign(
        "LiaScript",
        "[[",
        rf"^(?:[-*+] )?\[\[[xX]\]\]{_WORDS}",
        "is a right answer",
        _QUIZ.replace("{ticked}", "x"),
        sure=True,
        code=True,
    ),
    sign(
        "LiaScript",
        "[[",
        rf"^(?:[-*+] )?\[\[ ?\]\]{_WORDS}",
        "is a wrong answer",
        _QUIZ.replace("{ticked}", " "),
        sure=True,
        code=True,
    ),
    sign(
        "LiaScript",
        "[[",
        rf"^\[\[\?\]\]{_WORDS}",
        "is a hint",
        "In a question, write a paragraph of its own: Hint: {words}",
        sure=True,
        code=True,
    ),
    sign(
        "LiaScript",
        "[[",
        r"^\[\[_+(?:[ \d_]*)\]\]|^\[\[!\]\]",
        "asks for words",
        "A question to write about is a heading such as `## Reflect: ...`",
        sure=True,
        code=True,
    ),
    sign(
        "Anki",
        "{{c",
        r"\{\{c\d+::(?P<words>[^{}:\n]+)(?:::[^{}\n]*)?\}\}",
        "is a gap",
        "Write [[{words}]] in a block that begins `## Fill: ...`",
        sure=True,
    ),
    sign(
        "Moodle",
        "{",
        r"\{\d*:(?:SHORTANSWER|SA|MW|MULTICHOICE|MC|MCH|MCV|NUMERICAL|NM)[A-Z_]*:[~]?=?(?P<words>[^{}~#\n]+)[^{}\n]*\}",
        "is a gap",
        "Write [[{words}]] in a block that begins `## Fill: ...`",
        sure=True,
    ),
    sign(
        "GIFT",
        "{",
        r"\{[ \t]*[=~][^{}\n]*(?:[ \t][~=]|->)[^{}\n]*\}",
        "holds the answers",
        "A question is a heading `## Quiz: ...`, with a line for each option below it: - [x] for a right one, - [ ] for others",
        sure=True,
    ),
    sign(
        "Aiken",
        "ANSWER:",
        r"^ANSWER: [A-Z]$",
        "says which answer is right",
        "A question is a heading `## Quiz: ...`, with a line for each option below it: - [x] for a right one, - [ ] for others",
        sure=True,
    ),
)
