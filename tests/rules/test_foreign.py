"""Signs of other tools: every row of the table is tried in the corpus, and ordinary prose is left alone."""

import re
import shutil
from dataclasses import replace
from pathlib import Path

from builder.check import check_course
from builder.check.foreign import SIGNS
from builder.check.foreign.fences import FENCES
from builder.check.foreign.masking import masked
from builder.check.foreign.settings import SETTINGS
from builder.check.foreign.sign import Sign
from builder.kinds import KINDS, SCALE
from builder.model.kind import Kind
from builder.read import read_course
from tests.cases import for_each
from tests.limits.pairs import module, report_of
from tests.rules.corpus import CASES, COURSES

ROWS = COURSES / "foreign-signs.txt"

PROSE = """
It costs $5 and $10, or $5/$10 a head, US$5 to A$6, $1,000-$2,000, and 5$ or 10$ abroad. They pay $$ to $$$ for it.
It takes ~5 minutes~ or so, ~3 to ~4 weeks, and is about ~£20.
2^10 is 1,024, 10^3 a thousand, and x^2 a square; O^o is a face, and ^ a hat.
The visit is at 10:30:15, from 9:00 to 10:00; the ratio is 1:2:3, and see Mark 1:16-20 or std::vector::size.
We say: ring first. Note: never alone. Warning: this may upset you. Tip: sit down.
If a == b, then b == a; a === b too. ++i and i++ are the same in C++ and G++, and A+++ is best.
Open C:\\Users\\new\\textbf\\begin or `\\\\server\\share\\item`, and go to ~/Documents/~backup~.
Write to <jo.smith+x@example.org> or @jo, #team and #123; the hash #+1 and the sum 1+1.
100% of 50%, 5%% or so, and %d%% in code. He said [sic], [a] or [b], [p. 4], [Smith 2020] and [...].
The set {a, b}, {x: 1}, {1..3}, {} and {n} are braces; so is section{s}. ::: is not here.
(a) first, (b) second (c) third. A/B, and/or, he/she/they, 24/7, w/o.
Yes!!! Really??? What?! No... Wow!!
-> means leads to, <- comes back, => follows, >= is at least, <= at most; a < b > c.
An import from abroad, an export to there. Item one. Section 47. See section{s} 17 and 20.
Use ::1 and ::2, ::before and ::after, or a::b::c; the values 1,,2,,3 and a,,b,,c; „Wort“ and ,,Wort“. Stop!! Now!! (!!)
It is 5 ~10~ mg, ~5~10 or a ~b; in ` x` // and /// so. [Photo: Jane Smith], [Laughs], press [Next], the [button] is red.
A smile :) or :-) or ;-) or :( or :D or :P, from time:to:time.
""".strip().split("\n")
"""What authors write and mean, a line each."""


def found_in(text: str) -> list[str]:
    """What is reported of a paragraph as a foreign sign."""
    reports = report_of(module(text))
    return [d.message for d in reports if d.rule == "STR-048" or (d.rule == "STR-031" and " in " in d.message)]


@for_each("line", PROSE)
def test_ordinary_prose_has_no_foreign_sign(line: str) -> None:
    """A warning that is wrong teaches authors to read none."""
    assert found_in(line) == []


@for_each("row", [*SIGNS, *FENCES], ids=lambda row: f"{row.tool}: {row.pattern}"[:60])
def test_every_row_has_a_case(row: Sign) -> None:
    """In `tests/courses/foreign-signs.txt`; a row that no source fits is none."""
    damaged = [
        content.decode()
        for case in CASES
        if case.file == ROWS
        for content in case.files["damaged"].values()
        if content is not None
    ]
    lines = [
        line.lstrip("> ").removeprefix("title: ")
        for text in damaged
        for formulas in (True, False)
        for line in masked(text, formulas).split("\n")
    ]
    if row in SETTINGS or row.is_code or row.typed:  # looked for as it was typed
        lines = [line for text in damaged for line in text.split("\n")]
    fences = [line.lstrip("`") for text in damaged for line in text.split("\n") if line.startswith("```")]
    assert any(re.search(row.pattern, line) for line in (fences if row in FENCES else lines))


def test_a_word_of_other_tools_that_is_a_kind_here_begins_its_block(tmp_path: Path) -> None:
    """Also with faults in it; elsewhere the word is that of another tool."""
    vote = replace(SCALE, word="Vote", only_if_shown=True)
    shutil.copy(COURSES / "base" / "course.yml", tmp_path)

    def rules(body: str, *kinds: Kind) -> list[str]:
        (tmp_path / "01-a.md").write_text(f"---\ntitle: A\n---\n\n## Vote: Which day?\n\n{body}\n")
        course, report = read_course(tmp_path, (*KINDS, *kinds))
        return [d.rule for d in check_course(course, report)[1].diagnostics]

    assert rules("- Monday\n- Friday") == ["STR-048"]
    assert rules("- Monday\n- Friday", vote) == []
    assert rules("- Monday\n- [ ] Friday", vote) == ["QUE-011"]


def test_a_long_sign_is_cut_in_the_message() -> None:
    """At 40 characters: the line stands below it."""
    assert found_in("{{< " + "x" * 32 + " >}}") == [
        "“{{< " + "x" * 32 + " >}}” is an instruction in Hugo; here a learner would see it as it is"
    ]
    (message,) = found_in("{{< " + "x" * 35 + " >}}")
    assert message.startswith("“{{< " + "x" * 35 + "…” ")


def test_every_line_of_a_paragraph_is_looked_at() -> None:
    """Several signs in one paragraph are reported at once, up to 20 of Satchel's own."""
    text = "One ++two++ and :smile:\nthree ^[note] and [[four]]\nor [five](https://example.org and {#six} too."
    places = {(d.span.line, d.rule) for d in report_of(module(text)) if d.rule.startswith("STR-0")}
    assert len(places) >= 4
    many = "\n".join(f"one [[word{number}]]" for number in range(30))
    assert len([d for d in report_of(module(many)) if d.rule == "STR-031"]) == 20 / 2


def test_a_title_takes_no_markdown(tmp_path: Path) -> None:
    """In settings markdown is not read, so the remedy is another."""
    (found,) = [
        d for d in report_of({"01-welcome.md": "---\ntitle: What is CO~2~?\n---\n\nA gas.\n"}) if d.rule == "STR-031"
    ]
    assert found.hint.startswith("Titles and other settings are plain words") and not found.fix


def test_a_link_of_a_wiki_to_a_module_is_written_as_ours() -> None:
    """By the title, the name of the file or the id, with other words or without; signs in a title are words there."""
    files = {"02-b.md": "---\ntitle: Our [new] home\nid: home\n---\n\nSo.\n"}

    def hints(text: str) -> list[str]:
        source = {**files, **module(text)}
        return [
            d.hint.removesuffix(" To show the sign itself, put it between backticks.")
            for d in report_of(source)
            if d.rule == "STR-031"
        ]

    for name in ("02-b", "02-b.md", "b", "B", "b.md", "home", "./home", "home#part"):
        assert hints(f"See [[{name}]] here.") == ["Write [Our \\[new\\] home](02-b.md)."], name
        assert hints(f"See [[{name}|the way]] here.") == ["Write [the way](02-b.md)."], name
