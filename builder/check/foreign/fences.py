"""Blocks of code that other tools run, draw or show as a box."""

from builder.check.foreign.sign import Sign, sign

_CODE = "For code, write the three backticks alone, or the name of a language behind them"
_BOX = "Write it as a box: > [!NOTE] on a line of its own, and > before each line of the text"

FENCES: tuple[Sign, ...] = (
    sign(
        "Mermaid and PlantUML",
        "",
        r"^(?P<name>mermaid|plantuml|puml|graphviz|dot|ditaa|vega|vega-lite|chart|markmap)\b",
        "is drawn",
        "Put the drawing in as a picture, with a Description: below it",
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
)
"""What may stand behind the backticks that begin code; a learner would see the code."""
