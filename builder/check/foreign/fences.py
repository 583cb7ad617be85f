"""Code that other tools run, draw or show as a box: blocks of it, and code among words."""

from dataclasses import replace

from builder.check.foreign.masking import COVERED
from builder.check.foreign.sign import Sign, sign

_CODE = "For code, write the three backticks alone, or the name of a language behind them"
_BOX = "Write it as a box: > [!NOTE] on a line of its own, and > before each line of the text"

_NAME = r"(?<![\w-])(?:title|filename|file|caption|name|lst-cap|label)"

_LANGUAGE = (
    r"(?:\{[ \t]*(?:#[\w-]+[ \t]+)?\.)?(?P<name>(?!(?:linenos|linenums|title|hl_lines)\b)[A-Za-z][\w+#-]*)(?=[ \t:{}])"
)
"""The name of a language before what else stands there."""

FENCES: tuple[Sign, ...] = (
    sign(
        "Mermaid and PlantUML",
        "",
        r"^(?P<name>mermaid|plantuml|puml|graphviz|dot|ditaa|vega|vega-lite|chart|markmap)\b",
        "is drawn",
        "Put the drawing in as a picture, with a Description: below it",
    ),
    sign(
        "Obsidian",
        "",
        r"^(?:tabs|accordion|columns?|cards?|multi-column-start|start-multi-column)$",
        "sets parts apart",
        "Write `## Details: ...` for parts that open, `## Columns: ...` or `## Cards: ...`, and the name of each part in bold",
    ),
    sign("several tools", "", r"^(?:latex-math|katex)\b", "is a formula", "Write math behind the backticks"),
    sign(
        "MyST",
        "",
        r"^\{(?P<name>grid|tab-set|margin|sidebar|topic)\}[^\n]*",
        "is a box",
        _BOX,
    ),
    sign("MyST", "", r"^\{(?:figure|image)\} *(?P<words>\S+)", "shows a picture", "Write ![what one sees]({words})"),
    sign(
        "MyST, R Markdown and Quarto",
        "",
        r"^\{[a-z][^}\n]*\}[^\n]*",
        "is run or laid out",
        f"Delete it, and write what it would show. {_CODE}",
    ),
    sign(
        "Obsidian",
        "",
        r"^(?:dataview|dataviewjs|tasks|query)\b",
        "looks for notes",
        "Write the list itself, each entry with a dash",
    ),
    sign("Markua and Obsidian", "", r"^ad-\w+\b", "is a box", _BOX),
    sign("mdBook", "", r"^admonish\b[^\n]*", "is a box", _BOX),
    *(
        replace(
            sign("several tools", "", rf"^(?!\{{[a-z]){language}[^\n]*?{pattern}[^\n]*", does, write + more),
            is_left_out=True,
        )
        for pattern, does, more in (
            *(
                (pattern, "names the code", ", and write on a line above the code: `{words}`")
                for pattern in (
                    rf"{_NAME}=\"(?P<words>[^\"\n]+)\"",
                    rf"{_NAME}='(?P<words>[^'\n]+)'",
                    rf"{_NAME}=(?P<words>[^\s\"'{{}}]+)",
                    r"(?<=[\w+#-])(?::|[ \t]+)(?P<words>[\w./-]+\.[A-Za-z]\w{0,4})$",
                )
            ),
            (
                r"(?:(?<![\w-])(?:hl_lines|highlight|emphasize-lines|mark|ins|del)=|\{[ \t]*\d[\d, -]*\})",
                "marks lines of the code",
                ", and say in the text which lines matter",
            ),
            (
                r"(?i:\blinenum(?:ber)?s?\b|\blinenos\b|\bshowLineNumbers\b|\blineNumbers\b|\bline-numbers\b|\.number-?lines\b|\bstartFrom=)",
                "numbers the lines of the code",
                ": lines of code have no numbers here",
            ),
        )
        for language, write in ((_LANGUAGE, "Write {name} alone behind the backticks"), ("", "Delete it"))
    ),
)
"""What may stand behind the backticks that begin code; a learner would see the code."""

_PUTS_IN = "is worked out"
_SHOWN = "Write what it would show"
_VARIABLE = f"{_SHOWN}. If several places need it, add it to `variables` in course.yml, and write {{{{{{{{name}}}}}}}}"

ENGINES: tuple[Sign, ...] = (
    sign(
        "R Markdown and Quarto",
        COVERED,
        r"`!?r (?=[^`\n]*[(\[$_.:]|\d+ *[-+*/^]|[A-Za-z]\w*`)[^`\n]+`",
        _PUTS_IN,
        _SHOWN,
        is_code=True,
    ),
    sign(
        "Quarto and knitr",
        COVERED,
        r"`\{(?:r|R|python|py|julia|ojs|observable|sql|bash|sh|js|javascript|node|stata|octave|perl|ruby)\}[^`\n]+`",
        _PUTS_IN,
        _SHOWN,
        sure=True,
        is_code=True,
    ),
    sign(
        "other notebooks",
        COVERED,
        r"`(?:python|py|julia|jl|ojs) (?=[^`\n]*[(\[])[\w.]+[^`\n]*`",
        _PUTS_IN,
        _SHOWN,
        is_code=True,
    ),
    sign(
        "Obsidian",
        COVERED,
        r"`(?:\$= *[^`\n]+|= *(?=[^`\n]*(?:this\.|\w\())[^`\n]+)`",
        _PUTS_IN,
        _SHOWN,
        sure=True,
        is_code=True,
    ),
    sign(
        "Pandoc",
        COVERED,
        r"`[^`\n]+`\{=\w+\}",
        "is passed on to one format",
        "Write it in markdown",
        sure=True,
        is_code=True,
    ),
    sign(
        "Jinja, Twig and Nunjucks",
        "{#",
        r"\{#-?[ \t]+(?P<words>[^{}\n]*?)[ \t]*-?#\}",
        "is a comment",
        "Write <!-- {words} -->",
        "<!-- {words} -->",
        sure=True,
    ),
    sign("ERB and EJS", "<%", r"<%[-=#_]?[^\n]{0,300}?%>", _PUTS_IN, _VARIABLE, sure=True),
    sign("Template Toolkit", "[%", r"\[%-? [^\n]{0,300}? -?%\]", _PUTS_IN, _VARIABLE, sure=True),
    sign("Sweave", "Sexpr", r"\\Sexpr\{[^{}\n]*\}", _PUTS_IN, _SHOWN, sure=True),
    sign("Observable and JavaScript", "${", r"\$\{(?!toc\})[^{}\n]{1,200}\}", _PUTS_IN, _VARIABLE),
    sign("Smarty and Latte", "{$", r"\{\$[A-Za-z][\w.>|-]*\}", _PUTS_IN, _VARIABLE, sure=True),
    sign("Twig and Blade", "{!", r"\{!!? *\$?[\w.>-]+ *!!?\}", _PUTS_IN, _VARIABLE, sure=True),
    sign("mail merge", "|", r"\*\|[A-Z][\w:]*\|\*", _PUTS_IN, _VARIABLE, sure=True),
    sign("mail merge", "@@", r"(?<![\w@])@@(?!PLUGINFILE)\w+@@(?![\w@])", _PUTS_IN, _VARIABLE),
)
"""What other tools put into a text when it is built: a learner would see how it is made."""
