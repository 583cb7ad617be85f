"""A text is searched for patterns in one pass, and what comes out is what the library finds one by one."""

import xml.etree.ElementTree as etree

from hypothesis import given, settings
from hypothesis import strategies as st
from markdown.treeprocessors import InlineProcessor

from builder.read.markdown.inline_parser.engine import InlineEngine
from tests.cases import sample

SIGNS = [
    *("a", "b c", " ", "  \n", "\n", "*", "**", "_", "~~", "==", "~2~", "^2^", "[a](b)", "[", "]", "(", ")", "![a](b.png)", "[^1]", "[a]{lang=cy}"),
    *("\\[", "\\*", "\\\n", "&amp;", "&x;", "`a`", "``", "<b>", "</b>", "<!-- a -->", "<https://a.org>", "{{a}}", "{", "1"),
]  # fmt: skip
ONE, OTHER = InlineEngine(), InlineEngine()
OTHER.markdown.treeprocessors.register(InlineProcessor(OTHER.markdown), "inline", 20)


@settings(max_examples=sample(150), deadline=None)
@given(st.lists(st.sampled_from(SIGNS), max_size=14))
def test_it_finds_what_the_library_finds(pieces: list[str]) -> None:
    """In any mixture of signs, nested or left open."""
    text = "".join(pieces)
    found, expected = ONE.parse(text), OTHER.parse(text)
    assert etree.tostring(found.root) == etree.tostring(expected.root), repr(text)
    assert (found.tags, found.variables, found.languages) == (expected.tags, expected.variables, expected.languages)


def test_the_text_is_not_made_anew_for_each_sign() -> None:
    """Each escaped sign is looked at in one and the same text: otherwise 20,000 of them take the square."""
    verbatim = ONE.markdown.inlinePatterns["verbatim"]
    seen: list[str] = []
    before = verbatim.handleMatch
    verbatim.handleMatch = lambda m, data: seen.append(data) or before(m, data)  # type: ignore[func-returns-value]
    try:
        assert ONE.parse("\\[x\\] " * 30).root.text == "[x] " * 30
    finally:
        del verbatim.handleMatch
    assert len(seen) == 60 and all(data is seen[0] for data in seen)
