"""HTML comments are not part of a course: taken out before its blocks are read."""

import re

from builder.model.rare_pattern import rare_pattern
from builder.read.markdown.lines import Node

_COMMENTS = rare_pattern(r"\s*(?:<!--(?:(?!-->).)*-->\s*)+", re.DOTALL)
"""A comment ends at its first arrow: a pattern that may look for another one has too many ways to try."""
_COMMENT = re.compile(r"<!--.*?-->", re.DOTALL)


def text_without_comments(text: str) -> str:
    """Text without its closed comments; one that is never closed stays."""
    closed, arrow, rest = text.rpartition("-->")  # no comment is looked for behind the last arrow
    return _COMMENT.sub("", closed + arrow) + rest


def without_comments(nodes: list[Node]) -> list[Node]:
    """The same blocks without those that are nothing but comments, at every depth.

    A blank line above a comment counts for the block below it.
    """
    kept: list[Node] = []
    blank = False
    for node in nodes:
        if node.kind == "html" and _COMMENTS.fullmatch("\n".join(line.text for line in node.lines)):
            blank = blank or node.blank_before
            continue
        node.blank_before = node.blank_before or blank
        node.children = without_comments(node.children)
        kept.append(node)
        blank = False
    return kept
