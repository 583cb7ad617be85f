"""The stylesheets, joined into one."""

import re
from pathlib import Path

from builder.errors import Defect
from builder.model.colour import DARK_PAPERS, FOR_EVERYBODY, LIGHT_PAPERS, shade_for

ORDER = (
    "styles/tokens.css",
    "styles/base.css",
    "styles/layout.css",
    "components/masthead/masthead.css",
    "components/contents/contents.css",
    "components/notice/notice.css",
    "components/cover/cover.css",
    "components/module/module.css",
    "components/prose/prose.css",
    "components/film/film.css",
    "components/stages/stages.css",
    "components/question/question.css",
    "components/choice/choice.css",
    "components/order/order.css",
    "components/match/match.css",
    "components/fill/fill.css",
    "components/number/number.css",
    "components/scale/scale.css",
    "components/reflect/reflect.css",
    "components/hand-in/hand-in.css",
    "components/outcomes/outcomes.css",
    "components/result/result.css",
    "components/glossary/glossary.css",
    "components/record/record.css",
    "components/answers/answers.css",
    "components/save-status/save-status.css",
    "components/carry/carry.css",
    "styles/print.css",
)
"""Later sheets win: tokens and elements first, components next, paper last."""

COMMENT = re.compile(r"""("(?:\\.|[^"\\])*"|'(?:\\.|[^'\\])*')|/\*.*?\*/""", re.DOTALL)
BLANK_LINES = re.compile(r"\n\s*\n")


def join_styles(folder: Path, title: str, accent: str = "") -> str:
    """One stylesheet for the course called `title`, from the sheets of a templates folder, without comments.

    `accent` is the colour that the author chose, such as `#7a1f5c`; empty for the one of `tokens.css`.
    """
    joined = "\n".join(_read(folder / name) for name in ORDER)
    bare = BLANK_LINES.sub("\n", COMMENT.sub(r"\1", joined)).strip()
    return f"{bare}\n{running_title(title)}\n{accent_rules(accent) if accent else ''}"


def accent_rules(colour: str) -> str:
    """The author's colour in the light scheme, a lighter shade of it in the dark one; deeper for who asks for contrast.

    On screens alone: paper stays black on white. Forced colours are the system's own anyway.
    """
    deep, light = shade_for(colour, LIGHT_PAPERS, FOR_EVERYBODY), shade_for(colour, DARK_PAPERS, FOR_EVERYBODY)
    return (
        f"@media screen {{ :root {{ --accent: {colour}; }} }}\n"
        f"@media screen and (prefers-contrast: more) {{ :root {{ --accent: {deep}; }} }}\n"
        f"@media screen and (prefers-color-scheme: dark) {{ :root {{ --accent: {light}; }} }}\n"
    )


def running_title(title: str) -> str:
    """The rule that prints `title` and the page number in the margin of each sheet (CSS Paged Media 3, 4.2)."""
    return f"@page {{ @top-left {{ content: {_css_string(title)}; }} }}"


def _css_string(text: str) -> str:
    """A CSS string: everything but plain letters and digits is escaped by its code point."""
    return '"' + "".join(c if c.isalnum() or c == " " else f"\\{ord(c):x} " for c in text) + '"'


def _read(path: Path) -> str:
    try:
        return path.read_text(encoding="utf-8")
    except OSError as fault:
        raise Defect(f"The stylesheet {path.name} cannot be read: {fault.strerror}") from fault
