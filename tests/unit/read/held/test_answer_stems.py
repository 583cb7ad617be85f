"""Every word by which a line names the answer has a stem, so that no line is passed over."""

import itertools
from collections.abc import Iterator
from re import _parser  # type: ignore[attr-defined]
from typing import Any

import pytest

from builder.read.files.source import Source
from builder.read.markdown.lines import Line
from builder.read.near_miss.answer_lines import labels
from builder.read.near_miss.answer_lines.labels import keys_of
from builder.read.near_miss.answer_lines.words.stems import STEMS, may_name_an_answer


def texts(pattern: Any) -> Iterator[str]:
    """All texts that a pattern of letters, choices and parts that may be missing can match."""
    return map("".join, itertools.product(*(list(part(*one)) for one in pattern)))


def part(kind: Any, value: Any) -> Iterator[str]:
    """The texts of one part of it."""
    match str(kind):
        case "LITERAL":
            yield chr(value)
        case "IN":
            yield from (chr(letter) for _, letter in value)
        case "BRANCH":
            yield from itertools.chain.from_iterable(map(texts, value[1]))
        case "SUBPATTERN":
            yield from texts(value[3])
        case "MAX_REPEAT":
            assert value[:2] == (0, 1)
            yield ""
            yield from texts(value[2])
        case _:
            raise AssertionError(f"this test does not know {kind}")


def line(text: str) -> Line:
    """A line of a file."""
    return Line(Source("01-a.md", (text,)), 1, 1, text)


@pytest.mark.parametrize("name", ["_NOUNS", "_RIGHT"])
def test_every_word_for_the_answer_has_a_stem(name: str) -> None:
    """In small letters and in capitals."""
    every = list(texts(_parser.parse(vars(labels)[name])))
    assert len(every) > 50
    for words in every:
        for said in (words, words.upper(), words.title()):
            assert may_name_an_answer([line(said)]), said


def test_each_stem_is_the_stem_of_a_word() -> None:
    """None that nothing needs: each costs every question."""
    every = {
        words.casefold().replace("ı", "i")
        for name in ("_NOUNS", "_RIGHT")
        for words in texts(_parser.parse(vars(labels)[name]))
    }
    for stem in STEMS:
        assert any(stem in words for words in every), stem


@pytest.mark.parametrize("text", ["Answer: b", "Yanıt: B", "B yw'r ateb cywir", "Réponse : a", "答案：A"])
def test_a_line_that_names_the_answer_is_found(text: str) -> None:
    """Amid lines that do not."""
    assert [key.line.text for key in keys_of([line("Words"), line(text), line("More")])] == [text]
