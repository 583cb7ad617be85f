"""Signs among words: formulas, words that stand out, references, emoji."""

from builder.check.foreign.sign import Sign, sign
from builder.model.content.maths import FORMULA, PRICE
from builder.model.content.signs import SIGNED

_FORMULA = "Write ${words}$"
_UNCLOSED = "Write $$ behind the formula as well, without a blank line in it"
_WITHIN_ROUND = r"(?:(?!\\\))[^\n]){0,200}"
_WITHIN_SQUARE = r"(?:(?!\\\])[^\n]){0,200}"
_NOTE = "A footnote is [^1] in the text, and a line [^1]: with its words at the end"
_REFERENCE = (
    "Write the author and the year, or a footnote: [^1] in the text, and a line [^1]: with its words at the end"
)

_SIGNS = "nbsp|zwsp|wj|apos|quot|lsquo|rsquo|ldquo|rdquo|deg|plus|brvbar|vbar|amp|lt|gt|sp|empty|blank|startsb|endsb|caret|asterisk|tilde|backslash|backtick|cpp|pp"
"""Names of AsciiDoc for characters."""

WORDS: tuple[Sign, ...] = (
    sign("LaTeX", "$", FORMULA.pattern, "is a formula", "", text=False),
    sign("MkDocs and Pandoc", "==", SIGNED["mark"], "marks words", "", sure=True, text=False),
    sign("Pandoc", "~", SIGNED["sub"], "sets words low", "", sure=True, text=False),
    sign("Pandoc", "^", SIGNED["sup"], "sets words high", "", sure=True, text=False),
    sign("LaTeX", "$$", r"^\$\$", "begins a formula", _UNCLOSED, sure=True),
    sign(
        "LaTeX",
        "$",
        rf"(?<![\w$\\])\$(?![ \t]*{PRICE})[ \t]*(?P<words>[^$\n]{{0,200}}(?:\\[a-z]{{2}}|[\^_])[^$\n]{{0,200}}?)[ \t]*\$(?![\w$])",
        "is a formula",
        _FORMULA,
        "${words}$",
    ),
    sign(
        "LaTeX",
        "(",
        rf"(?<!\\)\\\((?={_WITHIN_ROUND}(?:[\^=+<>{{}}]|\\[a-z]{{2}}|\b[A-Za-z]_\w)|[A-Za-z]\\\))(?P<words>{_WITHIN_ROUND})\\\)",
        "is a formula",
        _FORMULA,
        "${words}$",
    ),
    sign(
        "LaTeX",
        "[",
        rf"(?<!\\)\\\[(?={_WITHIN_SQUARE}(?:[\^=+{{}}]|\\[a-z]{{2}}|\b[A-Za-z]_\w))(?P<words>{_WITHIN_SQUARE})\\\]",
        "is a formula",
        _FORMULA,
        "${words}$",
    ),
    sign(
        "mdBook",
        "\\",
        "\\\\\uffff[(\\[][ \\t]*(?P<words>[^\\n]{0,200}?)[ \\t]*\\\\\uffff[)\\]]",
        "is a formula",
        _FORMULA,
        sure=True,
    ),
    sign(
        "LiaScript",
        "}{",
        r"(?<![\w}\\])\{(?:\d+(?:-\d+)?|\|>)\}\{(?P<words>[^{}\n]+)\}",
        "shows words later",
        "Write the words alone",
        sure=True,
    ),
    sign(
        "MkDocs",
        "^^",
        r"(?<![\w^])\^\^(?P<words>[^\s^](?:[^^\n]*[^\s^])?)\^\^(?![\w^])",
        "underlines words",
        "Write **{words}**: what is underlined looks like a link",
        sure=True,
    ),
    sign(
        "MkDocs",
        "++",
        r"(?<![\w+{])\+\+(?!\w\b(?!\+))(?P<words>[^\s+](?:(?:[^+\n]|\+(?!\+))*[^\s+])?)\+\+(?![\w+}])",
        "marks keys or inserted words",
        "For a key write <kbd>{words}</kbd>, for words that came in later <ins>{words}</ins>",
        sure=True,
    ),
    sign(
        "CriticMarkup",
        "{>>",
        r"\{>>[ \t]*(?P<words>[^{}\n]*?)[ \t]*<<\}",
        "is a comment",
        "Write <!-- {words} -->",
        "<!-- {words} -->",
        sure=True,
    ),
    sign(
        "CriticMarkup",
        "{++",
        r"\{\+\+(?P<words>[^{}\n]*)\+\+\}",
        "adds words",
        "Write the words alone: {words}",
        "{words}",
        sure=True,
    ),
    sign("CriticMarkup", "{-", r"\{--(?P<words>[^{}\n]*)--\}", "takes words out", "Delete them", sure=True),
    sign("CriticMarkup", "{–", r"\{--(?P<words>[^{}\n]*)--\}", "takes words out", "Delete them", sure=True),
    sign(
        "CriticMarkup",
        "{",
        r"\{~~(?P<words>[^{}\n]*?)~>(?P<name>[^{}\n]*?)~~\}",
        "replaces words",
        "Write what stays: {name}",
        sure=True,
    ),
    sign(
        "CriticMarkup",
        "{==",
        r"\{==(?P<words>[^{}\n]*)==\}",
        "marks words",
        "Write <mark>{words}</mark>",
        "<mark>{words}</mark>",
        sure=True,
    ),
    sign(
        "AsciiDoc",
        ":",
        r"^:!?(?P<words>(?!material-|fontawesome-|octicons-|simple-)[a-z]+(?:-[a-z\d]+)+)!?:(?:[ \t]+[^\n]*)?$",
        "is a setting",
        "Delete it. For words that stand in one place, add {words} to `variables` in course.yml, and write {{{{{words}}}}}",
        sure=True,
    ),
    sign(
        "AsciiDoc and chats",
        ":",
        r"^:!?(?P<words>[a-z][a-z\d]+)!?:[ \t]+(?=\S)",
        "is a setting or an emoji",
        "Type an emoji itself. For words that stand in one place, add {words} to `variables` in course.yml, and write {{{{{words}}}}}",
    ),
    sign(
        "many tools",
        ":",
        r"(?<![\w:/\\])(?::[a-z][a-z0-9]*(?:[_-][a-z0-9]+)*:|:[+-]1:)(?![\w:/\ufffc])",
        "is an emoji",
        "Type the emoji itself, or leave it out",
    ),
    sign(
        "Sphinx",
        ":",
        "(?<!\\w):[a-z][\\w:+-]*:\ufffc+",
        "is a role",
        "Delete the word between the colons. A link is [words](address)",
        sure=True,
    ),
    sign(
        "MyST",
        "{",
        "\\{[a-z][\\w:+-]*\\}\ufffc+",
        "is a role",
        "Delete the braces. A link is [words](address)",
        sure=True,
    ),
    sign("reStructuredText", "::", r"(?<=[\w)])::$", "begins code", "Write one colon", ":"),
    sign("reStructuredText", "_", "(?<!\\ufffc)\ufffc+__?(?![\\w_])", "is a link", "Write [words](address)"),
    sign(
        "markdown for slides and sites",
        "]",
        r"(?<![\w:]):(?P<name>[a-z][a-z-]*)\[(?P<words>[^\[\]\n]*)\](?:\{[^{}\n]*\})?(?!\()",
        "is an instruction",
        "Write the words alone: {words}",
        "{words}",
        sure=True,
    ),
    sign(
        "LiaScript",
        "?",
        r"(?<![\w!?])[!?]?\?(?=\[[^\[\]\n]*\]\()",
        "shows a film or a sound",
        "A film is a heading `## Watch: ...`, with a line [Title](media/film.mp4) below it",
        sure=True,
    ),
    sign(
        "several tools",
        "@",
        r"(?<!\w)@(?=\[[^\[\]\n]*\]\()",
        "shows a film or a sound",
        "A film is a heading `## Watch: ...`, with a line [Title](media/film.mp4) below it",
        sure=True,
    ),
    sign(
        "Obsidian",
        "![[",
        r"!\[\[(?P<words>[^\[\]\n|]+)(?:\|[^\[\]\n]*)?\]\]",
        "shows another file",
        "A picture is ![what one sees](images/team.png)",
        sure=True,
    ),
    sign(
        "MediaWiki",
        "[",
        r"(?<![\w\]])\[(?P<name>https?://[^\s\[\]]+) (?P<words>[^\[\]\n]+)\](?![(\[])",
        "is a link",
        "Write [{words}]({name})",
        "[{words}]({name})",
        sure=True,
    ),
    sign(
        "MediaWiki",
        "''",
        r"(?<!')'''(?P<words>[^'\n]+)'''(?!')",
        "makes words bold",
        "Write **{words}**",
        "**{words}**",
        sure=True,
    ),
    sign(
        "Pandoc",
        "[",
        r"\[(?:[^\[\]\n]* )?-?@[\w:.#$%&+?<>~/-]+[^\[\]\n]*\](?![(\[:])",
        "is a reference",
        _REFERENCE,
        sure=True,
    ),
    sign(
        "Quarto",
        "@",
        r"(?<![\w@.])@(?:fig|tbl|sec|eq|lst)-[\w-]+",
        "is a reference",
        "Name the thing, or link to it: [words](#my-id)",
        sure=True,
    ),
    sign("Pandoc", "@", r"(?<![\w@./])@[a-z]+\d{4}[a-z]?(?!\w)", "is a reference", _REFERENCE, sure=True),
    sign(
        "Obsidian",
        " ^",
        r"(?<=\S) \^[A-Za-z][\w-]*$",
        "names a place",
        "Delete it. An id stands at the end of a heading: {{#my-id}}",
        sure=True,
    ),
    sign(
        "Pandoc",
        "|",
        r"^\| (?=[^|\n]*[^|\s][^|\n]*$)",
        "keeps lines apart",
        "Delete the bar, and end each line but the last with a backslash",
    ),
    sign("Pandoc", "^[", r"(?<![\\\]\[(])\^\[(?P<words>[^\[\]\n]+)\]", "is a footnote", _NOTE, sure=True),
    sign("Pandoc", "#.", r"^#\. (?=\S)", "is an entry of a numbered list", "Write 1. and so on", sure=True),
    sign(
        "Pandoc", "(@", r"^\(@[\w-]*\)[ \t]+(?=\S)", "is an entry of a numbered list", "Write 1. and so on", sure=True
    ),
    sign("AsciiDoc", "==", r"^={2,5} (?P<words>[^\s=][^=\n]*)$", "is a heading", "Write ## {words}", sure=True),
    sign(
        "MediaWiki", "==", r"^={2,5} *(?P<words>[^\s=][^=\n]*?) *={2,5}$", "is a heading", "Write ## {words}", sure=True
    ),
    sign(
        "Textile",
        "h1. ",
        r"^h[1-6]\. (?P<words>[A-Z\d][^\n]*)$",
        "is a heading",
        "Write ## {words}",
        sure=True,
        others=("h2. ", "h3. ", "h4. ", "h5. ", "h6. "),
    ),
    sign(
        "AsciiDoc and other templates",
        "{",
        rf"(?<![\\{{])\{{(?:{_SIGNS})\}}(?!\}})"
        r"|(?<![\w\\{\]\)$\[|\uffff])\{(?!decorative|shuffle|row-heads|lang)(?P<words>[A-Za-z][a-z\d]*(?:[-_][A-Za-z\d]+)+|[A-Za-z][a-z]{2,24}(?: [A-Za-z][a-z]{2,24}){0,2})\}(?![\w}\ufffc])",
        "stands for other words",
        "Write these words. If several places need them, add them to `variables` in course.yml, and write {{{{name}}}}",
    ),
)
