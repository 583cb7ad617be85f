"""HTML that cannot stand in a course: what to write in its place."""

from builder.read.markdown.block_parser.details import UNCLOSED, UNNAMED

_FILM = "Delete it. A film is a heading `## Watch: ...`, with a line [Title](media/film.mp4) below it"
_BOX = "Delete the tag. For a box, write > [!NOTE] on a line of its own, and > before each line"
_LOOKS = "Delete the tag: Satchel gives each part its looks"
_TABLE = "Write a table with bars: | Stage | Number | and below it | --- | --- |"
_FIELD = "Delete it. A question is a heading such as `## Quiz: ...`, and `## Reflect: ...` asks for words"

_COMPONENTS: dict[str, str] = {
    **dict.fromkeys(
        [
            *("tabs", "tab", "tabitem", "tablist", "tabpanel", "accordion", "accordiongroup", "accordionitem"),
            *("expandable", "collapse", "collapsible", "disclosure", "toggle", "spoiler"),
        ],
        "Delete the tag. For parts that open, write `## Details: ...`, and the name of each part in bold",
    ),
    **dict.fromkeys(
        [
            "aside",
            "callout",
            "admonition",
            "alert",
            "note",
            "info",
            "tip",
            "hint",
            "warning",
            "caution",
            "danger",
            "important",
        ],
        "Delete the tag, and write its words as a box: > [!NOTE] on a line of its own, and > before each line",
    ),
    **dict.fromkeys(
        ["columns", "column", "row", "grid"],
        "Delete the tag. Parts side by side are `## Columns: ...`, with the name of each part in bold",
    ),
    **dict.fromkeys(
        ["card", "cards", "cardgroup", "cardgrid"],
        "Delete the tag, and keep its words. Cards to turn are `## Cards: ...`, with the front of each in bold",
    ),
    **dict.fromkeys(
        ["step", "steps", "stepper"],
        "Delete the tag, and keep its words. Steps are a numbered list; drawn as a picture they are below `## Stages: ...`",
    ),
    **dict.fromkeys(
        ["codegroup", "codeblock", "codetabs"], "Delete the tag. Code stands between two lines of three backticks"
    ),
    **dict.fromkeys(["youtube", "vimeo", "reactplayer", "lite-youtube", "videoplayer"], _FILM),
    "image": "Write a picture as ![what one sees](images/team.png)",
    "quiz": _FIELD,
    "timeline": "Delete the tag. It is a heading `## Timeline: ...`, and below it a list such as - **1989:** words",
    **dict.fromkeys(
        ["download", "file"], "Write `## File: ...`, and below it a link alone on its line: [its name](files/form.pdf)"
    ),
}
"""Parts that pages in MDX are made of, and what there is here."""
HINTS = {
    **dict.fromkeys(["iframe", "object", "embed", "video", "source", "track"], _FILM),
    "audio": "Delete it. A recording is a heading `## Listen: ...`, with a line [Title](media/talk.mp3) below it",
    **dict.fromkeys(["script", "style", "link", "meta"], "Delete it"),
    **dict.fromkeys(["div", "section", "article", "header", "footer", "main", "nav"], _BOX),
    **dict.fromkeys(["center", "font", "big", "hr", "figure", "figcaption", "picture"], _LOOKS),
    "img": "Write a picture as ![what one sees](images/team.png), and one that says nothing as ![](images/team.png){decorative}",
    "a": "Write a link as [words](address). An id stands at the end of a heading: {#my-id}",
    "p": "Delete the tag. A blank line parts two paragraphs",
    **{f"h{level}": f"Write a heading as {'#' * max(2, level)} and its words" for level in range(1, 7)},
    **dict.fromkeys(["ul", "li", "menu"], "Write each entry of a list with a dash and a space: - words"),
    "ol": "Write each entry of a list with its number: 1. words",
    **dict.fromkeys(["dl", "dt", "dd"], "Write the term on a line, and below it a colon, a space and what it means"),
    **dict.fromkeys(["table", "thead", "tbody", "tr", "td", "th", "caption", "colgroup", "col"], _TABLE),
    "blockquote": "Write a quotation with > before each line",
    **dict.fromkeys(["pre", "tt"], "Put code between two backticks, or between two lines of three"),
    **dict.fromkeys(["form", "input", "button", "select", "option", "textarea", "label", "fieldset", "legend"], _FIELD),
    **_COMPONENTS,
    **dict.fromkeys(["v-click", "v-clicks", "fragment"], "Delete the tag: all of a page is there at once"),
    "strike": "Write struck words as ~~words~~",
    "acronym": "Write *[PCF]: and what it stands for on a line at the end",
}
"""Name of a tag, in small letters -> what to write in its place, without a full stop."""
OTHERWISE = "Write it in markdown; to show a tag as it is, put it between backticks."
"""For a tag that nobody can know."""


def hint_for(name: str) -> str:
    """What to do about a tag."""
    return f"{HINTS[name]}." if name in HINTS else OTHERWISE


_OTHER_WAY = "For parts that open you can also write `## Details: ...`, and the name of each part in bold."


def of_details(raw: str, meant: str) -> tuple[str, str]:
    """Message and hint for a tag of a part that opens, where none is read; `meant` is what the parser says of it."""
    if meant == UNCLOSED:
        return (
            "this <details> is never closed",
            f"Put </details> on a line of its own where the part ends. {_OTHER_WAY}",
        )
    if meant == UNNAMED:
        hint = f"Write its name on the next line: <summary>What is in it</summary> . {_OTHER_WAY}"
        return "this <details> has no name: a <summary> with words, at its beginning", hint
    tag = raw.split(">")[0].lower()
    if tag.startswith("</details"):
        return (
            "this </details> closes nothing",
            "Delete it, or write <details> and <summary>its name</summary> above it.",
        )
    if "summary" in tag:
        hint = f"Put <details> on the line above it, and </details> where the part ends. {_OTHER_WAY}"
        return "a <summary> is the name of a part, and no <details> stands directly above this one", hint
    return (
        "a part that opens cannot begin inside of a line",
        f"Begin a line with <details>, with a blank line above it. {_OTHER_WAY}",
    )
