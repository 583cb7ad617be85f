"""Blocks of markdown are what every preview shows, each at its line.

markdown-it-py, an implementation of CommonMark that knows its lines, is the judge.
"""

from typing import Any

from hypothesis import assume, example, given, settings
from hypothesis import strategies as st
from markdown_it import MarkdownIt
from markdown_it.token import Token

from builder.read.files.source import Source
from builder.read.markdown.block_parser.parser import parse_blocks
from builder.read.markdown.lines import Node
from tests.cases import sample

JUDGE = MarkdownIt("commonmark").enable("table")

LINES = [
    "- a",
    "* b",
    "+ p",
    "1. c",
    "2. d",
    "1) e",
    "10. x",
    "-",
    "- ",
    "1.",
    "  - n",
    "    - m",
    "   - k",
    " - s",
    "-   wide",
    "-    five",
    "para",
    "para two",
    "text\\",
    "> q",
    "> - ql",
    ">     code",
    ">",
    "  > q2",
    "- > q",
    "- ```",
    "- # h",
    "```",
    "~~~",
    "  ```",
    "    code",
    "      deep",
    "   cont",
    "  cont",
    "# H",
    "## H2",
    "### H3 ###",
    "---",
    "***",
    "===",
    "<div>",
    "</div>",
    "<!-- c -->",
    "<b>x</b>",
    "**b** and `c`",
    "",
    "",
    "",
    "",
]
ROWS = ["| a | b |", "|---|---|", "| 1 | 2 |", "|:-:|--:|", "| a \\| b | c |", "a | b"]

documents = st.lists(st.sampled_from([*LINES, *ROWS]), min_size=1, max_size=10)


def ours(nodes: list[Node], tight: bool = False) -> list[Any]:
    """A tree of what each block is and the line where it begins."""
    tree: list[Any] = []
    for node in nodes:
        name = {
            "heading": f"h{node.level}",
            "paragraph": "text" if tight else "p",
            "list": "ol" if node.ordered else "ul",
        }
        inside = {
            "quote": lambda node=node: ours(node.children),
            "list": lambda node=node: [[item.line, ours(item.children, node.tight)] for item in node.children],
            "code": lambda node=node: " ".join(" ".join(line.text for line in node.lines).split()),
            "table": lambda node=node: (len(node.rows), len(node.rows[0])),
        }
        tree.append([name.get(node.kind, node.kind), node.line, inside.get(node.kind, list)()])
    return tree


def theirs(tokens: list[Token]) -> list[Any]:
    """The same tree from the judge's tokens."""
    tree: list[Any] = []
    open_lists = [tree]
    for position, token in enumerate(tokens):
        line = token.map[0] + 1 if token.map else 0
        match token.type:
            case "heading_open":
                open_lists[-1].append([token.tag, line, []])
            case "paragraph_open":
                open_lists[-1].append(["text" if token.hidden else "p", line, []])
            case "fence" | "code_block":
                open_lists[-1].append(["code", line, " ".join(token.content.split())])
            case "hr":
                open_lists[-1].append(["rule", line, []])
            case "html_block":
                open_lists[-1].append(["html", line, []])
            case "blockquote_open" | "bullet_list_open" | "ordered_list_open":
                inside: list[Any] = []
                open_lists[-1].append(["quote" if token.tag == "blockquote" else token.tag, line, inside])
                open_lists.append(inside)
            case "list_item_open":
                inside = []
                open_lists[-1].append([line, inside])
                open_lists.append(inside)
            case "blockquote_close" | "bullet_list_close" | "ordered_list_close" | "list_item_close":
                open_lists.pop()
            case "table_open":
                end = next(n for n in range(position, len(tokens)) if tokens[n].type == "table_close")
                inside_tokens = [token.type for token in tokens[position:end]]
                open_lists[-1].append(["table", line, (inside_tokens.count("tr_open"), inside_tokens.count("th_open"))])
    return tree


@settings(max_examples=sample(1500), deadline=None)
@given(documents)
@example(["para", "- a", "- b"])
@example(["- a", "", "  para", "", "- b"])
@example(["1. c", "   - n", "   - n", "2. d"])
@example(["- a", "para"])
@example(["> q", "para", "> q"])
def test_blocks_are_those_of_commonmark(lines: list[str]) -> None:
    """The same blocks, nested in the same way, beginning on the same lines."""
    # The judge begins a new list where CommonMark goes on: after an item that is empty, with two blank lines below it.
    assume(not any(line.strip() in {"-", "1."} and lines[n + 1 : n + 3] == ["", ""] for n, line in enumerate(lines)))
    assert ours(parse_blocks(Source("a.md", tuple(lines)))[0]) == theirs(JUDGE.parse("\n".join(lines)))


@settings(max_examples=sample(300), deadline=None)
@given(st.text(alphabet=st.sampled_from("#->*+_`~[](){}<>!|:\\ \t\n1.ax"), max_size=200))
def test_no_text_stops_the_parser(text: str) -> None:
    """Whatever an author types becomes blocks; each line of it belongs to one at most."""
    lines = tuple(text.split("\n"))
    nodes, _ = parse_blocks(Source("a.md", lines))
    starts = [node.line for node in nodes]
    assert starts == sorted(starts)
    assert all(1 <= start <= len(lines) for start in starts)


def test_columns_point_into_the_source() -> None:
    """Inside quotes and lists, a block and its words begin where an editor shows them."""
    source = ("> - one", ">   two", "", "   10. three", "", "       four")
    nodes, _ = parse_blocks(Source("a.md", source))
    paragraph = nodes[0].children[0].children[0].children[0]
    assert [(line.number, line.column, line.text) for line in paragraph.lines] == [(1, 5, "one"), (2, 5, "two")]
    item = nodes[1].children[0]
    assert (item.line, item.column) == (4, 4)
    assert [(child.line, child.column) for child in item.children] == [(4, 8), (6, 8)]


def test_deep_nesting_is_cut_off_and_not_followed() -> None:
    """A hostile file cannot exhaust the stack."""
    nodes, _ = parse_blocks(Source("a.md", (">" * 5000 + " x", "- " * 3000 + "x")))
    assert nodes
