"""Sources of the format in the previews of other tools: all words are there, in their order, and hardly a sign shows raw.

markdown-it-py with tables and `~~` stands for GitHub and VS Code, Python-Markdown with its own extensions for MkDocs.
"""

import re
from collections.abc import Callable

import markdown
from lxml import html
from markdown_it import MarkdownIt

from builder.authoring.examples import read_examples
from tests.cases import for_each
from tests.conftest import ROOT

FORMAT = (ROOT / "builder" / "FORMAT.md").read_text(encoding="utf-8")
FENCED = re.compile(r"^(`{3,4})markdown\n(.*?)^\1$", re.MULTILINE | re.DOTALL)
GITHUB = MarkdownIt("commonmark").enable(["table", "strikethrough"])
PREVIEWS: dict[str, Callable[[str], str]] = {
    "github": GITHUB.render,
    "mkdocs": lambda text: markdown.markdown(text, extensions=["extra", "sane_lists"]),
}
MEANT = (
    (r"\{[^{}]*\}", "braces at the end of a heading or a name, and the language of a word before them"),
    (r"^\s*\[[ xX]\] ", "a tick box, which GitHub draws"),
    (r"\[\[[^\]]*\]\]", "a gap: the right answer between brackets"),
    (r"^= .*", "a right number"),
    (r"^\[!\w+\].*", "the kind of a callout, which forges draw"),
    (r"^\$\$$|^\\text.*|\$[^$]+\$", "a formula, which GitHub draws"),
    (r"\[(bore da)\]", "words in another language"),
    (r"(?<=[\w ]) = (?=\d)", "an equals sign of the author's"),
)
"""Signs that may show, and what they are to a reader."""
RAW = re.compile(r"[*_`#>|~^\\$=\[\]]|(?:^|\s)[-+] |\]\(|:::|!!!")


def sources() -> list[str]:
    """Each example of the format, and the modules of a new course with all examples."""
    listed = [match[2] for match in FENCED.finditer(FORMAT)]
    return [
        re.sub(r"\A---\n.*?\n---\n", "", text, flags=re.DOTALL)
        for text in (*listed, *(one.text for one in read_examples()))
    ]


@for_each(("preview", "source"), [(name, source) for name in PREVIEWS for source in sources()], lambda one: one[:60])
def test_no_sign_puzzles_who_reads_a_preview(preview: str, source: str) -> None:
    """Beside those that are listed, and those in code."""
    tree = html.fromstring(f"<div>{PREVIEWS[preview](source)}</div>")
    for code in tree.xpath(".//code | .//pre"):
        code.clear(keep_tail=True)
    for line in tree.text_content().splitlines():
        rest = line
        for pattern, _ in MEANT:
            rest = re.sub(pattern, "", rest)
        assert not RAW.search(rest), line


@for_each(("preview", "source"), [(name, source) for name in PREVIEWS for source in sources()], lambda one: one[:60])
def test_no_word_is_lost_in_a_preview(preview: str, source: str) -> None:
    """Addresses, names in braces and comments are no words."""
    tree = html.fromstring(f"<div>{PREVIEWS[preview](source)}</div>")
    shown = " ".join([tree.text_content(), *tree.xpath(".//@alt")])
    plain = re.sub(
        r"<!--.*?-->|</?[a-z][^>]*>|\]\([^)]*\)|\{[^{}]*\}|^ {0,3}\[[^\]]+\]: .*$|^\*\[.*$",
        " ",
        source,
        flags=re.DOTALL | re.MULTILINE,
    )
    plain = re.sub(r"^(`{3,}|~~~)\w*", " ", plain, flags=re.MULTILINE)
    words = set(re.findall(r"[^\W\d_]{2,}", plain))
    assert words <= set(re.findall(r"[^\W\d_]{2,}", shown)), words - set(re.findall(r"[^\W\d_]{2,}", shown))


def test_the_list_of_signs_is_no_longer_than_it_must_be() -> None:
    """Each of them stands in an example."""
    lines = [
        line
        for source in sources()
        for line in html.fromstring(f"<div>{GITHUB.render(source)}</div>").text_content().splitlines()
    ]
    assert [sign for sign, _ in MEANT if not any(re.search(sign, line) for line in lines)] == []
