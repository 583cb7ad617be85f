"""Signs that mean something to a reader of markdown or to us, to be written thousands of times, and large courses."""

from collections.abc import Callable, Mapping

PAIRS = (
    "[[", "]]", "{{", "}}", "> ", "* ", "- ", "| ", "# ", "::", ":::", "![", "[^", "**", "__", "``", "```", "~~", "||", "$$",
    "[a](", "[a]", "](", "[a][", "[x](y)", "![a](b)", "[^a]", "*[", "<a ", "<b>", "</b>", "<b", "<!--", "-->", "<a@", "<http:",
    "&#", "&a;", "&amp;", "a*", "*a", "a_", "_a ", "**a", "*(", "`a`", "{#", "{a}", "{{a", "[a]{", "(a", "“", "'a", '"a', "a'",
    "...", "--", "- a ", "1. ", "+ ", "1", "a-", "a ", "A ", "Ab. ", "#a", "a\\", "\\[", "[\\", "http://", "www.a.", "a@b.c ",
    "a <!--", "a <?", "a <![CDATA[", '[a](b "',
)  # fmt: skip
FOREIGN = (
    "$x$ ",
    "$x_",
    "$5(x ",
    "\\text{$",
    "a~b",
    "a^b",
    "> [!NOTE]",
    "<details>",
    "::: note",
    "!!! note",
    "\\(",
    "{{<",
    "{%",
    "[a b=",
    "==",
    ":a",
    "[@",
    "{>>",
    "%%",
    "'''",
    "\\[x\\] ",
    "a &amp; ",
)
"""Of other dialects."""
UNSEEN = ("\t", "  ", "\u00a0", "\u0301", "e\u0301", "\u200d", "\u200b", "👨‍👩‍👧", "é", "中", "ا", "\u00ad")
SIGNS = tuple(dict.fromkeys((*map(chr, range(0x20, 0x7F)), *PAIRS, *FOREIGN, *UNSEEN)))
"""Every ASCII sign, signs of the format in pairs and halves, those of other dialects, and what nobody sees."""

FORMS: Mapping[str, Callable[[str, int], str]] = {
    "on one line": lambda sign, times: sign * times,
    "on lines": lambda sign, times: f"{sign}\n" * times,
    "in paragraphs": lambda sign, times: f"{sign}a\n\n" * times,
    "in a long paragraph": lambda sign, times: f"{sign * 20}\n" * (times // 20),
}
"""How a sign is written so many times."""


def numbered(line: str) -> Callable[[int], str]:
    """So many lines, each with its number in it."""
    return lambda count: "".join(line.replace("%", str(number)) for number in range(1, count + 1))


def below(head: str, line: str) -> Callable[[int], str]:
    """The same below a heading."""
    return lambda count: f"{head}\n\n{numbered(line)(count)}\n"


SHAPES: Mapping[str, Callable[[int], str]] = {
    "lines of text": numbered("This is a line of some words that go on.\n"),
    "paragraphs": numbered("This is line % of the words.\n\n"),
    "entries of a list": numbered("- entry %\n"),
    "headings": numbered("## A heading %\n\nSo.\n\n"),
    "headings alike": numbered("## A heading\n\nSo.\n\n"),
    "nested quotes": lambda count: "> " * count + "a",
    "boxes without an end": numbered("::: note\n\n<details>\n\n$$ x_%\n\n"),
    "formulas without an end": numbered("$$ x_%\n"),
    "nested boxes": lambda count: "::: note\n" * count + ":::\n" * count,
    "parts with a name": below("## Details: Which?", "**G%**\n\na%\n\n"),
    "layers": below("## Layers: Which?", "**G%**\n\na%\n\n"),
    "comments on an answer": below("## Quiz: Which?\n\n- [x] a\n- [ ] b", "<!-- Answer: b -->\n"),
    "sentences that set options apart": below("## Quiz: Which?\n\n- [x] aa\n- [ ] bb", "> It is bb, not aa.\n"),
    "nested lists": lambda count: "\n".join("  " * min(depth, 200) + "- a" for depth in range(count)),
    "nested lists on one line": lambda count: "- " * count + "a",
    "nested tags": lambda count: "<b>" * count + "a" + "</b>" * count,
    "nested emphasis": lambda count: "*a **b " * count + "c** d*" * count,
    "nested brackets": lambda count: "[" * count + "a" + "]{lang=cy}" * count,
    "rows of a table": lambda count: "| A | B |\n| --- | --- |\n" + "| a | b |\n" * count,
    "columns of a table": lambda count: "\n".join(f"|{cell * count}" for cell in (" A |", " --- |", " a |")),
    "footnotes": lambda count: numbered("A.[^%]\n\n")(count) + numbered("[^%]: note\n")(count),
    "unknown footnotes": numbered("A.[^%]\n\n"),
    "the same unknown footnote": numbered("A.[^a]\n\n"),
    "links by reference": lambda count: (
        numbered("[a%]\n\n")(count) + numbered("[a%]: https://www.example.org/%\n")(count)
    ),
    "abbreviations": lambda count: "A1 is.\n\n" + numbered("*[A%]: long\n")(count),
    "links that lead nowhere": numbered("[a](#nowher-%)\n\n"),
    "links to ids nearly spelt": lambda count: (
        numbered("[a](#nowher-%)\n\n")(count) + numbered("## Nowhere %\n\na\n\n")(count)
    ),
    "unknown modules": numbered("[a](nothere-%.md)\n\n"),
    "unknown variables": numbered("{{name-%}}\n\n"),
    "unknown fragments": numbered("[a](_a%.md)\n\n"),
    "questions": numbered("## Quiz: Which is %?\n\n- [x] a\n- [ ] b\n\n"),
    "questions alike": numbered("## Quiz: Which?\n\n- [x] a\n- [ ] b\n\n"),
    "reflections": numbered("## Reflect: What is %?\n\n"),
    "options": below("## Quiz: Which?", "- [x] option %\n"),
    "options alike": below("## Quiz: Which?", "- [ ] option\n"),
    "labels": below("## Scale: How?", "- label %\n"),
    "steps": below("## Order: In which order?", "%. step %\n"),
    "pairs": below("## Match: Which?", "| a% | b% |\n"),
    "pairs with a head": lambda count: (
        "## Match: Which?\n\n| A | B |\n| --- | --- |\n" + numbered("| a% | b% |\n")(count)
    ),
    "groups": below("## Sort: Which?", "**G%**\n\n- a%\n\n"),
    "things in a group": lambda count: "## Sort: Which?\n\n**A**\n\n" + numbered("- a%\n")(count) + "\n**B**\n\n- b\n",
    "footnotes without a colon": lambda count: numbered("A.[^%]\n")(count) + "\n" + numbered("[^%] note\n\n")(count),
    "footnotes in footnotes": lambda count: (
        "A.[^1]\n\n" + "".join(f"[^{at}]: note[^{at + 1}]\n" for at in range(1, count)) + f"[^{count}]: note\n"
    ),
    "unused references": numbered("[a%]: https://www.example.org/%\n"),
    "links in one paragraph": numbered("[a](https://www.example.org/%)\n"),
    "lines that begin with a bullet": numbered("• a\n"),
    "bold lines": numbered("**Bold %**\n\n"),
    "comments before a word": lambda count: "<!-- a -->" * min(count, 1_000) + " x",
    "comments that never end": lambda count: ("a <!--" * 20 + "\n") * (count // 20),
    "gaps": below("## Fill: Which?", "It is [[word%]].\n"),
    "answers to a gap": lambda count: "## Fill: Which?\n\nIt is [[" + numbered("w%|")(count) + "w]].\n",
    "stages": below("## Stages: The way", "%. **Stage %** so.\n"),
    "settings of a block": lambda count: "## Quiz: Which? {" + numbered("a% ")(count) + "}\n\n- [x] a\n- [ ] b\n",
}
"""Courses of so many parts."""
