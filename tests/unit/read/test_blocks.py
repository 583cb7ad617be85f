"""Blocks of markdown are what every preview shows, each at its line.

markdown-it-py, an implementation of CommonMark that knows its lines, is the judge.
"""

import re
from collections.abc import Iterator
from typing import Any

import pytest
from hypothesis import assume, example, given, settings
from hypothesis import strategies as st
from markdown_it import MarkdownIt
from markdown_it.token import Token

from builder.read.files.source import Source
from builder.read.markdown.block_parser.parser import parse_blocks
from builder.read.markdown.lines import Line, Node
from tests.cases import sample
from tests.conftest import ROOT
from tests.unit.read.held.lines_of_markdown import HTML, LEAVES

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
            "list": lambda node=node: [
                node.start,
                *([item.line, ours(item.children, node.tight)] for item in node.children),
            ],
            "code": lambda node=node: [node.info.split(" ")[0], *typed("\n".join(line.text for line in node.lines))],
            "heading": lambda node=node: [" ".join(line.text.split()) for line in node.lines],
            "paragraph": lambda node=node: [" ".join(line.text.split()) for line in node.lines],
            "table": lambda node=node: [
                node.align,
                *(" ".join(cell.text.split()) for row in node.rows for cell in row),
            ],
            "html": lambda node=node: typed("\n".join(line.text for line in node.lines)),
        }
        tree.append([name.get(node.kind, node.kind), node.line, inside.get(node.kind, list)()])
    return tree


def typed(code: str) -> list[str]:
    """Lines of code: a tab between words is as good as a space, and empty lines at the end are nothing."""
    return [re.sub(r"(?<=\S)\s+", " ", line) for line in code.rstrip().split("\n")]


def worded(inline: Token) -> list[str]:
    """The lines of words of a paragraph or heading."""
    return [" ".join(line.split()) for line in inline.content.split("\n")] if inline.content else []


def theirs(tokens: list[Token]) -> list[Any]:
    """The same tree from the judge's tokens."""
    tree: list[Any] = []
    open_lists = [tree]
    for position, token in enumerate(tokens):
        line = token.map[0] + 1 if token.map else 0
        match token.type:
            case "heading_open":
                open_lists[-1].append([token.tag, line, worded(tokens[position + 1])])
            case "paragraph_open":
                open_lists[-1].append(["text" if token.hidden else "p", line, worded(tokens[position + 1])])
            case "fence" | "code_block":
                open_lists[-1].append(["code", line, [token.info.strip().split(" ")[0], *typed(token.content)]])
            case "hr":
                open_lists[-1].append(["rule", line, []])
            case "html_block":
                open_lists[-1].append(["html", line, typed(token.content)])
            case "blockquote_open" | "bullet_list_open" | "ordered_list_open":
                inside: list[Any] = [token.attrGet("start") or 1] if token.tag != "blockquote" else []
                inside = [0] if token.attrGet("start") == 0 else inside
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
                inside_tokens = tokens[position:end]
                align = [
                    str(one.attrGet("style") or "").removeprefix("text-align:")
                    for one in inside_tokens
                    if one.type == "th_open"
                ]
                cells = [" ".join(one.content.split()) for one in inside_tokens if one.type == "inline"]
                open_lists[-1].append(["table", line, [tuple(align), *cells]])
    return tree


@settings(max_examples=sample(1500))
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
    check(*lines)


SPECIFICATION = ROOT / "node_modules" / "commonmark-spec" / "spec.txt"
SAME_LINE = {193, 195, 196, 198, 202, 208, 217, 317, 541}
"""Examples of the specification that are read otherwise: what a link refers to is defined on a line of its own."""


def check(*lines: str) -> None:
    """That these are the blocks that the judge finds, and that each is where it says."""
    nodes, definitions = parse_blocks(Source("a.md", lines))
    assert ours(nodes) == theirs(JUDGE.parse("\n".join(lines))), lines
    if not any("\t" in line or "\\|" in line for line in lines):
        assert not list(misplaced([*nodes, *definitions.footnotes.values()], lines)), lines


def misplaced(nodes: list[Node], lines: tuple[str, ...]) -> Iterator[Node | Line]:
    """Blocks and lines of them that do not stand where they say they do."""
    for node in nodes:
        before, words = lines[node.line - 1][: node.column - 1], lines[node.line - 1][node.column - 1 :]
        fenced = node.kind == "code" and words.startswith(("```", "~~~"))
        if node.kind == "code" and not fenced:
            if not before.endswith("    ") or not words.startswith(node.lines[0].text):
                yield node
        elif not words.strip() or words[0] == " " or (before and before[-1].isalnum()):
            yield node
        for line in (*node.lines, *(cell for row in node.rows for cell in row)):
            if not lines[line.number - 1][line.column - 1 :].startswith(line.text):
                yield line
        yield from misplaced(node.children, lines)


def test_the_blocks_of_the_specification_are_read_as_it_says() -> None:
    """Each of its examples; those that are listed as different are."""
    text = SPECIFICATION.read_text(encoding="utf-8").replace("→", "\t")
    found = re.findall(r"^`{32} example\n(.*?)^\.\n", text, re.MULTILINE | re.DOTALL)
    assert len(found) == 652
    for number, markdown in enumerate(found, 1):
        if number in SAME_LINE:
            with pytest.raises(AssertionError):
                check(*markdown.removesuffix("\n").split("\n"))
        else:
            check(*markdown.removesuffix("\n").split("\n"))


def test_a_line_is_the_block_that_it_is_in_commonmark() -> None:
    """By itself, more or less indented, below a paragraph, above and below lines of tables, and inside containers."""
    for line in LEAVES:
        for indent in range(5):
            check(" " * indent + line, "b")
            check("a", " " * indent + line, "b", "", "c")
        for above in (
            "| a | b |",
            "- a",
            "> a",
            "1. a",
            "```",
            "~~~ a",
            "  ```",
            "> - a",
            "    a",
            "-|-",
            "",
            "# a",
            "<!-- a",
        ):
            check(above, line, "b")
        check("| a | b |", "|---|---|", line, "c | d")
        check(line, "|-|-|", "a", "")
        check("> " + line, "> b", "c")
        check("- " + line, "  b", "", "   c", "- d")


@pytest.mark.parametrize("indent", [0, 3, 4])
def test_html_begins_and_ends_as_in_commonmark(indent: int) -> None:
    """At the beginning of a text and behind a paragraph, up to its own end or to an empty line."""
    for html in HTML:
        begun = " " * indent + html
        check(begun, "b", "", "c")
        check("a", begun, "b", "", "c")
        check(begun, "", "?>x ]]> --> </pre> </Script >", "> c")
    for end in ("</pre>", "x </SCRIPT> y", "</style >", "</textarea>", "-->", "->", "?>", "?", "]]>", "]>", ">"):
        for begun in ("<pre>", "<!-- a", "<? a", "<!A", "<![CDATA[ a"):
            check(" " * indent + begun, "", end, "b")


@settings(max_examples=sample(300))
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
    definition = parse_blocks(Source("a.md", ("Term", "  : what", "    it means")))[0][0].children[1]
    assert (definition.line, definition.column, definition.children[0].column) == (2, 3, 5)


def test_deep_nesting_is_cut_off_and_not_followed() -> None:
    """A hostile file cannot exhaust the stack."""
    nodes, _ = parse_blocks(Source("a.md", (">" * 5000 + " x", "- " * 3000 + "x")))
    assert nodes
