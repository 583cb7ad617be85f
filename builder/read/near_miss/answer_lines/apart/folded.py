"""Answers in a part that opens, as chat assistants write them: `<details><summary>Show answer</summary>`."""

from builder.model.rare_pattern import rare_pattern
from builder.read.markdown.lines import Line, Node
from builder.read.near_miss.answer_lines.labels import Key, key_of

_NAMED = rare_pattern(
    r"\b(?:answers?|solutions?|correct|explanation|ateb(?:ion)?|odpowied\w+|відповід\w+|ответ\w*|réponses?|antwort\w*|lösung\w*|respuestas?|rispost\w+|rozwiązani\w+)\b|إجابة|الجواب|الحل",
    2,
)
"""The name of a part that holds the answer; 2 is re.IGNORECASE."""


def folded_key(node: Node) -> Key | None:
    """What a part that opens names as the right answer; None for any other block."""
    if node.kind != "box" or not node.folded or not node.lines or not _NAMED.search(node.lines[0].text):
        return None
    line = next((line for child in node.children for line in _lines(child) if not line.blank), None)
    if line is None:
        return None
    found = key_of(line, anywhere=True)
    return Key(line, 0, found.named if found else line.text.strip(" *_."), folded=True)


def _lines(node: Node) -> list[Line]:
    return node.lines if node.kind == "paragraph" else [line for child in node.children for line in _lines(child)]
