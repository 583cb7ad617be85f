"""Whatever happens to a module of the first course: it is reported, or nothing of it shows."""

import re
import shutil
from html import unescape
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from builder.authoring.examples import read_examples
from builder.check import check_course, check_words
from builder.kinds import KINDS
from builder.read import read_course
from builder.render.course import render_page
from builder.render.page.environment import templates_folder
from tests.cases import sample
from tests.conftest import COURSE
from tests.rules.corpus import BASE

MODULES = sorted(path.name for path in COURSE.glob("0*.md"))
TEXTS = {name: (COURSE / name).read_text(encoding="utf-8") for name in MODULES}
EVERY = "07-every-block.md"
TEXTS[EVERY] = """---
title: Every block
summary: "What the format can say: all of it"
---

Read [the welcome](01-welcome.md) and **what follows** it.[^1] The NEF is *new*. <!-- ask Jo -->

| Stage | Number |
| --- | --- |
| Growing | 5 |
| Integrating | 6 |

[^1]: A note with [a link](https://www.example.org/study).

*[NEF]: New European Framework

## Fill: Complete the sentences {#every-fill}

Think of the film.

Innovation needs [[trust|confidence]] and [[support]].

> The film begins with these words.

## Match: What does each person bring? {#every-match}

| Person | What they bring |
| --- | --- |
| Social worker | Relationships |
| Manager | Room to try things |

## Sort: What helps? {#every-sort}

**Enablers**

- Trust
  > Said more than once in the film.
- Time to learn

**Barriers**

- Fear of blame

## Number: How many minutes is the film? {#every-number}

To the nearest minute.

= 20 ± 2

## Scale: How sure are you? {#every-scale}

- Not at all sure
  > What would have to be in place first?
- Very sure

## Quiz: Which is a fruit? {#every-quiz}

- [x] An apple
  > It grows on a tree.
- [ ] A stone

> Both can be found in a garden.

Hint: Think of a tree.

Worked answer: An apple grows on a tree.

## Reflect: What helps? {#every-reflect words=100}

Example: We asked first.

---

![Five people around a table](images/team.png)

Description: They talk.

Table: The stages

| Stage | Number |
| --- | --- |
| Growing | 5 |

One says [bore da]{lang=cy} in Welsh.

## The end {#every-end}

Term
: Its meaning.
"""
EXAMPLES = "08-examples.md"
TEXTS[EXAMPLES] = "\n".join(
    [
        "---\ntitle: An example of each kind\n---\n",
        *(one.text.replace("{#", "{#shown-").replace("(#", "(#shown-") for one in read_examples()),
    ]
)
MODULES = [*MODULES, EVERY, EXAMPLES]
SIGNS = "#-*>[](){}:`=|_x \t\n1.\"'“”\\"
SHOWN = re.compile(r"(?<![\w\\])\[[ xX]\](?!\w)|\{#|\{lang|\{words|:::|(?:^|\n)##|\[\[|\]\]|\]\(|<!--|\|\s*-{2,}\s*\|")
NOT_READ = re.compile(r"<(script|style|pre|code|template)\b.*?</\1>|<!--.*?-->", re.DOTALL)

SLIPS = {
    "colon": [(": ", " "), (": ", " : "), (": ", "："), (":", "")],
    "feedback": [("  > ", "  "), ("  > ", ""), ("  > ", " > ")],
    "box": [
        ("- [", "-["),
        ("- [", "• ["),
        ("[ ]", "[]"),
        ("[x]", "(x)"),
        ("[x] ", "[x]"),
        ("- [x] ", "- "),
        ("- [", " - ["),
    ],
    "gap": [("[[", "["), ("]]", "]"), ("[[", "{{")],
    "table": [("| --- ", ""), ("|---", ""), ("---|\n", ""), ("\n| --- | --- |", "")],
    "link": [("](", "] ("), ("](", "("), ("](", "]"), ("![", "["), (".md", ""), (")", "")],
    "sign": [
        ("**", ""),
        ("*[", "["),
        ("## ", "##"),
        ("## ", "    ## "),
        ("{#", "(#"),
        ("}", ""),
        ("{#", "{"),
        ("{#", "{# "),
    ],
    "comment": [("-->", ""), ("<!--", "<!-"), (". ", ". <!-- note "), ("\n\n", "\n\n<!-- note\n\n")],
    "setting": [
        ("title: ", "title:"),
        ("title: ", " title: "),
        ("title: ", 'title: "'),
        ("title: ", "title: # "),
        ("title: ", "title: [New] "),
    ],
    "word": [
        ("Quiz", "Quizz"),
        ("Reflect", "Reflection"),
        ("Order", "order"),
        ("Watch", "Film"),
        ("Stages:", "Stages"),
    ],
    "label": [
        ("Hint: ", "Hint "),
        ("Worked answer: ", "Answer: "),
        ("Example: ", "Exmaple: "),
        ("Description: ", "Description "),
        ("Table: ", "Tabel: "),
    ],
    "brace": [
        ("{#", "["),
        ("words=100", "words:100"),
        ("{lang=cy}", " {lang=cy}"),
        ("]{", "{"),
        ("lang=cy", "lang=cyy"),
    ],
    "fence": [("\n\n", "\n\n```\n"), ("\n\n", "\n\n:::\n"), ("\n\n", "\n---\n")],
}
"""What hands do to the signs of the format: what is written, and what is there in its place."""

damage = st.lists(
    st.tuples(
        st.sampled_from(
            [
                *["delete", "double", "swap", "insert", "drop line", "double line", "swap lines", "indent", "join"],
                *SLIPS,
            ]
        ),
        st.integers(0, 10_000),
        st.sampled_from(SIGNS.replace("\\", "")),
    ),
    min_size=1,
    max_size=4,
)


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A copy of the first course, whose modules are damaged one after another."""
    made = tmp_path_factory.mktemp("fuzz") / "course"
    shutil.copytree(COURSE, made)
    for own in (EVERY, EXAMPLES):
        (made / own).write_text(TEXTS[own], encoding="utf-8")
    (made / "images").mkdir(exist_ok=True)
    shutil.copy(BASE / "images" / "team.png", made / "images" / "team.png")
    return made


def test_what_is_damaged_was_whole(folder: Path) -> None:
    """Otherwise the test below would look at nothing."""
    assert check_course(*read_course(folder, KINDS))[1].clean


def slipped(text: str, written: str, instead: str, where: int) -> str:
    """The text with one of the places of a sign written otherwise."""
    places = [match.start() for match in re.finditer(re.escape(written), text)]
    if not places:
        return text
    at = places[where // 7 % len(places)]
    return text[:at] + instead + text[at + len(written) :]


def damaged(text: str, how: str, where: int, sign: str) -> str:
    """One slip of the hand."""
    if how in SLIPS:
        return slipped(text, *SLIPS[how][where % len(SLIPS[how])], where)
    if how in {"delete", "double", "swap", "insert"}:
        at = where % len(text)
        one, two = text[at : at + 1], text[at + 1 : at + 2]
        put = {"delete": two, "double": one + one + two, "swap": two + one, "insert": one + sign + two}[how]
        return text[:at] + put + text[at + 2 :]
    lines = text.split("\n")
    at = where % max(1, len(lines) - 1)
    below = lines[at + 1 : at + 2]
    put_lines = {
        "drop line": below,
        "double line": [lines[at], lines[at], *below],
        "swap lines": [*below, lines[at]],
        "indent": [" " * (where % 7 + 1) + lines[at], *below],
        "join": [lines[at] + " " + "".join(below)],
    }[how]
    return "\n".join([*lines[:at], *put_lines, *lines[at + 2 :]]) or "\n"


def read_out(page: str) -> str:
    """The page's text, a line for each element."""
    return unescape(re.sub(r"<[^>]*>", "\n", NOT_READ.sub("", page)))


@settings(max_examples=sample(120), suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(name=st.sampled_from(MODULES), slips=damage)
def test_damage_is_told_of_or_does_not_show(folder: Path, name: str, slips: list[tuple[str, int, str]]) -> None:
    """No traceback, no endless reading; a learner never sees a tick box, an id or a heading's signs."""
    text = TEXTS[name]
    for how, where, sign in slips:
        text = damaged(text, how, where, sign)
    (folder / name).write_text(text, encoding="utf-8", newline="\n")
    try:
        checked, report = check_course(*read_course(folder, KINDS))
        length = len(text.split("\n"))
        for diagnostic in report.diagnostics:
            inside = diagnostic.span.path != name or 1 <= diagnostic.span.line <= length + 1
            assert inside and diagnostic.span.column >= 1, diagnostic
        if checked is not None and report.clean:
            page = render_page(checked.course, templates_folder())
            shown = SHOWN.search(read_out(page))
            assert shown is None, f"a learner sees {shown}: {text!r}"
            assert list(check_words(checked.course, page.encode())) == []
    finally:
        (folder / name).write_text(TEXTS[name], encoding="utf-8", newline="\n")
