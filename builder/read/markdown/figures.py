"""Pictures that stand alone: their caption, and their long description."""

import re

from builder.read.markdown.blocks import Line, Node
from builder.read.markdown.labels import near_label

DESCRIPTION = "<!--description-->"
"""Stands where the summary of a description belongs, in the page's language."""

ALONE = re.compile(r"<img [^<>]*>$")
"""HTML that is a picture and nothing else."""

LABEL = re.compile(r"^description:[ \t]*", re.IGNORECASE)
"""What a description begins with."""

NEAR_DECORATIVE = re.compile(r"^[ \t]*\{[ \t]*decor\w*[ \t]*\}", re.IGNORECASE)
"""What was meant as `{decorative}`."""

_NAMES = {
    "Description": frozenset(
        [
            *("long description", "full description", "detailed description", "picture description", "a description"),
            *("alt", "alt text", "alternative", "alternative text"),
        ]
    )
}
_FIGURE = re.compile(r'^<(?:p|figure) class="picture">(<img .*?)</(?:p|figure)>$', re.DOTALL)
_TITLE = re.compile(r' title="([^"]*)"')


def near_description(text: str) -> int:
    """The width of the label that a description begins with, or was meant to; 0 for ordinary words."""
    return near_label(text, _NAMES)[1]


def picture(image: str) -> str:
    """A picture that stands alone: with its caption, when it has one."""
    if not (title := _TITLE.search(image)):
        return f'<p class="picture">{image}</p>'
    return f'<figure class="picture">{image.replace(title[0], "")}<figcaption>{title[1]}</figcaption></figure>'


def described(figure: str, words: str, language: str) -> str:
    """A picture with a long description that is closed until somebody opens it; `language` is its attribute or empty."""
    match = _FIGURE.match(figure)
    assert match
    details = (
        f'<details class="picture__description"><summary>{DESCRIPTION}</summary><p{language}>{words}</p></details>'
    )
    return f'<figure class="picture">{match[1]}{details}</figure>'


def is_picture(html: str) -> bool:
    """Whether HTML of a block is a picture that stands alone and has no description yet."""
    return html.startswith(('<p class="picture">', '<figure class="picture">')) and "<details" not in html


def parted(node: Node) -> list[Node]:
    """A paragraph whose second line begins a description, as two."""
    lines = node.lines
    if len(lines) < 2 or not lines[0].text.startswith("![") or not near_description(lines[1].text):
        return [node]
    first = Line(lines[0].number, lines[0].column, lines[0].text.rstrip())
    return [
        Node("paragraph", node.line, node.column, [first]),
        Node("paragraph", lines[1].number, lines[1].column, lines[1:]),
    ]
