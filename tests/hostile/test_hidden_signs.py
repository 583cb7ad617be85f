"""Spaces of other kinds and signs without a width, put beside every sign of the format, as pastes leave them there.

A course means the same with them, or each is reported: no option, feedback, gap or table is lost without a message.
"""

import dataclasses
import re
from functools import cache
from typing import Any

from builder.model.content import Text, inline_words
from builder.model.course import Course
from builder.model.diagnostics import Span
from builder.model.source_facts import SourceFacts
from tests.cases import for_each, sample
from tests.limits.pairs import Files, read_files
from tests.rules.corpus import MODULE

WORDS = """---
title: Welcome
id: welcome
---

Some words here.

## Quiz: Which one? {#which}

Choose one.

- [x] Ask first
  > Yes, because asking is quick.
- [ ] Wait a day
  > No, a day is too long.

> Think of both.

## Match: Pairs go together {#pairs}

| Fruit | Colour |
| --- | --- |
| Apple | red |
| Banana | yellow |

## Order: In order {#order}

1. One thing
2. Two thing

## Fill: A gap {#gap attempts=2}

The sky is [[blue|azure]] today.

## Number: How many? {#num}

How many?

= 5..7 kg

## Reflect: Your words {#mine}

What do you think?

## Scale: How sure? {#sure}

How sure?

- 1: Not at all
- 2: Quite

## Heading two {#two}

Some **strong** words, the [study of all](#two) and [cymru]{lang=cy}.

- a bullet
- another
  - nested one

1. first
2. second

| Head A | Head B |
| --- | :---: |
| cell c | cell d |

> A quote stands.

::: note
Box words here.
:::

Term
: Its meaning.

![A plan](images/team.png "So it is")

A note.[^1]

[^1]: The note is short.
"""
SPACES = {"no-break": "\u00a0", "ideographic": "\u3000", "narrow": "\u202f", "figure": "\u2007"}
UNSEEN = {
    "zero width": "\u200b",
    "joiner of words": "\u2060",
    "byte order": "\ufeff",
    "hyphen": "\u00ad",
    "left to right": "\u200e",
}
LINES = [(number, line) for number, line in enumerate(WORDS.splitlines()) if line]


def meaning(value: Any) -> Any:
    """All that a course is, without its places and how its words are spaced."""
    if isinstance(value, Span | SourceFacts):
        return None
    if dataclasses.is_dataclass(value):
        return type(value), [meaning(getattr(value, one.name)) for one in dataclasses.fields(value)]
    if isinstance(value, tuple | list):
        return [meant for meant in map(meaning, value) if meant != (Text, [""])]
    return re.sub(r"[\s\u200b\u2060\ufeff\u00ad\u200e]+", "", value) if isinstance(value, str) else repr(value)


def read(line: int, text: str) -> tuple[Course, list[str]]:
    """The course with another line, and the rules that are broken in it."""
    lines = WORDS.splitlines()
    lines[line] = text
    files: Files = {MODULE: "\n".join(lines) + "\n"}
    course, report = read_files(files)
    return course, [one.rule for one in report.diagnostics]


def turns(name: str, signs: dict[str, str]) -> list[tuple[int, str]]:
    """The lines in which one of the signs is tried: all in `make check`; every day they take turns, so that each line has one."""
    if sample(6) == 6:
        return LINES
    return LINES[list(signs).index(name) :: len(signs)]


@cache
def plain() -> str:
    """What it means as it was typed."""
    course, rules = read(*LINES[0])
    assert not rules
    return repr(meaning(course.modules))


@for_each("space", SPACES, one_in=3)
def test_a_space_of_another_kind_is_read_as_one_or_reported(space: str) -> None:
    """In the place of every single space of the course."""
    changed = []
    for number, line in turns(space, SPACES):
        for at in (match.start() for match in re.finditer(" ", line)):
            text = line[:at] + SPACES[space] + line[at + 1 :]
            course, rules = read(number, text)
            if not rules and repr(meaning(course.modules)) != plain():
                changed.append(text)
    assert not changed


@for_each("sign", UNSEEN, one_in=3)
def test_a_sign_without_a_width_is_read_over_or_reported(sign: str) -> None:
    """Before every line, and behind and in front of every sign of the format."""
    changed = []
    for number, line in turns(sign, UNSEEN):
        for at in {0, *(at for match in re.finditer(r"[^\w\s,.?'-]+|^[-:]|^\d\.", line) for at in match.span())}:
            text = line[:at] + UNSEEN[sign] + line[at:]
            course, rules = read(number, text)
            if not rules and repr(meaning(course.modules)) != plain():
                changed.append(text)
    assert not changed


@for_each("rows", ["- [x] One\n{}> Yes, so it is.\n- [ ] Two\n{}> No, it never was so.", "> {}- one\n> {}- two"])
@for_each("margin", ["\u00a0\u00a0", " \u00a0", "\u00a0 ", "\u2003\u2003"])
def test_a_margin_of_other_spaces_is_a_margin(margin: str, rows: str) -> None:
    """A paste from a page indents with no-break spaces: feedback would be shown with its option, before any answer."""
    body = "---\ntitle: Welcome\n---\n\n## Quiz: Which?\n\n" if "[x]" in rows else "---\ntitle: Welcome\n---\n\n"
    wanted, _ = read_files({MODULE: body + rows.replace("{}", "  ") + "\n"})
    found, report = read_files({MODULE: body + rows.replace("{}", margin) + "\n"})
    assert not report.diagnostics
    assert repr(meaning(found.modules)) == repr(meaning(wanted.modules))


@for_each(
    "words",
    [
        "\u3000A paragraph begins with a wide space.",
        "Il dit\u00a0: oui, et puis non.",
        "Am\n3.\u00a0Oktober ist frei.",
        "\u200fשלום",
        "A soft\u00adened word, a❤\ufe0f and می\u200cشود.",
        "\u00a0– so she said, and left.",
    ],
)
def test_ordinary_words_keep_their_spaces(words: str) -> None:
    """Nothing is reported of them, and no word is changed."""
    course, report = read_files({MODULE: f"---\ntitle: Welcome\n---\n\n{words}\n"})
    assert not report.diagnostics
    assert words.split() == inline_words(course.modules[0].blocks[0].content[0].content).split()  # type: ignore[union-attr]
