"""Paragraphs that were meant as the heading of a block: `Quiz: Which is right?` without `##` in front."""

from collections.abc import Mapping, Sequence

from builder.did_you_mean import is_slip
from builder.model.kind import Kind
from builder.model.rare_pattern import rare_pattern
from builder.read.blocks.shapes import shows
from builder.read.markdown.context import Context
from builder.read.markdown.lines import Node

_START = rare_pattern(r"^(?:(#{1,6})[\u00a0\u2000-\u200b\u202f\u3000\ufeff]*)?([*_]{0,3})(\w+)(?:\2:|:\2|:)\s*(?=\S)")
MEANT = "meant"
"""`info` of a heading that was none."""

_WIDEST = 20
"""Characters in which a kind word and its colon fit, with signs round them."""
_ENDS = frozenset({"heading", "rule"})


def with_headings(nodes: Sequence[Node], kinds: Mapping[str, Kind], context: Context) -> Sequence[Node]:
    """The same blocks; each paragraph that was meant as the heading of a block is reported and becomes one."""
    found = {
        index: kind
        for index, node in enumerate(nodes)
        if node.kind == "paragraph"
        and ":" in node.lines[0].text[:_WIDEST]
        and (kind := _kind(nodes, index, node, kinds))
    }
    if not found:
        return nodes
    headed: list[Node] = []
    for index, node in enumerate(nodes):
        headed += _heading(node, found[index], context) if index in found else [node]
    return headed


def _kind(nodes: Sequence[Node], index: int, node: Node, kinds: Mapping[str, Kind]) -> Kind | None:
    """The kind of block that a paragraph was meant to begin; None for one of words."""
    match = _START.match(node.lines[0].text)
    if not match:
        return None
    word, rest = match[3].lower(), node.lines[0].text[match.end() :]
    telling = {key: kind for key, kind in kinds.items() if kind.shape and kind.shape.telling}
    kind = kinds.get(word) or next((kind for key, kind in telling.items() if is_slip(word, key)), None)
    return kind if kind and _is_meant(kind, match[3], rest, _below(nodes, index, node)) else None


def _is_meant(kind: Kind, word: str, title: str, below: list[Node]) -> bool:
    """Whether the body, or for lack of one the title, is that of such a block."""
    shape = kind.shape
    if shape and shape.telling:
        return shows(kind, below)
    asks = title.rstrip("*_ ").endswith("?") or "? {" in title
    if word != kind.word:
        return False
    if shape is None:
        return asks
    if shape.plain_list:
        below = [node for node in below if node.kind != "paragraph"][:1]
    # Nothing is as common as a list with dashes: only a question speaks for a kind that has no more.
    says = title[:1].isupper() and not (shape.plain_list and shape.entry == "-")
    return shows(kind, below) and (asks or says)


def _below(nodes: Sequence[Node], index: int, node: Node) -> list[Node]:
    """What would be the body: the further lines of the paragraph, and all up to the next heading."""
    end = index + 1
    while end < len(nodes) and nodes[end].kind not in _ENDS:
        end += 1
    return [*_rest(node), *nodes[index + 1 : end]]


def _rest(node: Node) -> list[Node]:
    lines = node.lines[1:]
    return [Node("paragraph", lines[0].source, lines[0].number, lines[0].column, lines)] if lines else []


def _heading(node: Node, kind: Kind, context: Context) -> list[Node]:
    line = node.lines[0]
    match = _START.match(line.text)
    assert match
    hashes, signs = match[1] or "", match[2]
    title = line.text[match.end() :].rstrip()
    title = title.removesuffix(signs) if signs else title
    if not hashes:  # with them, the missing space behind them is reported
        hint = f"Put ## in front: ## {kind.word}: {title} . For ordinary words, write {match[3]}\\:"
        message = f'"{match[3]}:" begins a block in a heading only'
        fix = (line.text.rstrip(), f"## {kind.word}: {title}")
        context.fault("STR-012", line.place(), message, hint, match.end(), fix)
    text = line.part(match.end() - len(kind.word) - 2, f"{kind.word}: {title}")
    return [Node("heading", node.source, node.line, node.column, [text], level=2, info=MEANT), *_rest(node)]
