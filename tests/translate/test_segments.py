"""What a translator sees of each text: words, and signs that stay as they are."""

from pathlib import Path

from builder.read.markdown.inline_parser.engine import InlineEngine
from builder.translate import work
from builder.translate.extract.inline import InlineSegments
from tests.cases import for_each

TEXTS = {
    "Read **this *now***, please.": ("Read <g1>this <g2>now</g2></g1>, please.", ["bold", "italic"]),
    "See [the *plan*](02-b.md#x) and `code *x*`.": ("See <g1>the <g2>plan</g2></g1> and <x3/>.", ["link", "italic", "code"]),
    "[words][site], [site] and [none].": ("<g1>words</g1>, <g2>site</g2> and [none].", ["link", "link"]),
    "2 \\* 3 &amp; 4 * 5 caf&eacute; a_b_c": ("2 * 3 &amp; 4 * 5 café a_b_c", []),
    "and\\==d== or ==d\\==": ("and==d== or ==d==", []),
    "{{team}} and \\{{team}}": ("<x1/> and {{team}}", ["variable"]),
    "one  \ntwo\\\nthree\nfour": ("one<x1/>two<x2/>three four", ["break", "break"]),
    "H~2~O ==now== x^2^ $x^2_a$ costs $5": ("H<g1>2</g1>O <g2>now</g2> x<g3>2</g3> <x4/> costs $5", ["low", "marked", "high", "formula"]),
    "<sup>2</sup> <https://a.org/b_c_> ~~old~~ [^1]": ("<g1>2</g1> <x2/> <g3>old</g3> <x4/>", ["html", "address", "struck", "footnote"]),
    "[bore da]{lang=cy} <!-- a11y-ok W04: x -->": ("<g1>bore da</g1> <x2/>", ["language", "comment"]),
    "![A *box*](a.png \"Boxes\"){decorative}": ("<x1/>", ["picture"]),
}  # fmt: skip


@for_each("text", TEXTS)
def test_words_are_apart_from_signs(text: str) -> None:
    """Escaped signs and entities are the signs that learners see; all else that is no word is a code."""
    engine = InlineEngine()
    engine.define({"site": ("https://example.org", "")})
    segment = InlineSegments(engine, "01-a.md", {}).segment(text, 1, 1, "paragraph")
    assert (segment.flat, [code.kind for code in segment.codes]) == TEXTS[text]


MODULE = """\
---
title: Welcome
---
## Fill: What do we *need*? {#need}
Write one word.

We need [[trust|confidence]].

> Ask [a friend](https://example.org "Ask").

Hint: Look above.

## Quiz: Who comes? {#who}

- [x] All
  > Yes.
- [ ] Nobody

Worked answer: All do.

- Even you.

## Number: How many? {#many}
Count.
= 5

## Watch: A film {#film}
[A film](media/film.mp4)
- descriptions: not needed (the *slides* are read aloud)
- original: 7 minutes
- captions: media/film.en.vtt

![A box](a.svg "Boxes")

Description: It is red.

Table: Who {#who-table}

| Name | Role |
| --- | --- |
| Ann \\| Bob | lead |

Term
: Meaning.

*[PCF]: Framework
"""
SEGMENTS = [
    "title of the page: Welcome",
    "question: What do we <g1>need</g1>?",
    "paragraph: Write one word.",
    "paragraph: We need <g1>trust|confidence</g1>.",
    "feedback: Ask <g1>a friend</g1>.",
    "title of a link: Ask",
    "hint: Look above.",
    "question: Who comes?",
    "option: All",
    "feedback: Yes.",
    "option: Nobody",
    "worked answer: All do.",
    "worked answer: Even you.",
    "question: How many?",
    "paragraph: Count.",
    "heading: A film",
    "name of a film: <g1>A film</g1>",
    "why a film needs no description: the *slides* are read aloud",
    "length of the original film: 7 minutes",
    "what a picture shows: A box",
    "caption of a picture: Boxes",
    "description of a picture: It is red.",
    "caption of a table: Who",
    "heading of a column: Name",
    "heading of a column: Role",
    "cell of a table: Ann | Bob",
    "cell of a table: lead",
    "term: Term",
    "definition: Meaning.",
    "abbreviation: PCF",
    "what an abbreviation stands for: Framework",
]


def test_each_block_is_a_segment_with_its_role(course_folder: Path) -> None:
    """Words of the grammar are in none: kinds of block, labels, tick boxes, ids, keys, the right number."""
    (course_folder / "a.svg").write_text(
        '<svg xmlns="http://www.w3.org/2000/svg" width="9" height="9"/>', encoding="utf-8"
    )
    (course_folder / "media").mkdir(exist_ok=True)
    base = Path(__file__).parents[1] / "courses"
    (course_folder / "media" / "film.mp4").write_bytes((base / "films" / "12-seconds.mp4").read_bytes())
    cues = (
        "WEBVTT\n\n00:00.000 --> 00:09.000\n<v Ann>Hello <i>you</i> &amp; me\n\n00:09.500 --> 00:12.000\n<v Ann>Bye\n"
    )
    (course_folder / "media" / "film.en.vtt").write_text(cues, encoding="utf-8")
    (course_folder / "01-welcome.md").write_text(MODULE, encoding="utf-8")
    outcome = work.export(course_folder, "cy")
    assert not outcome.report.errors, outcome.report.errors
    found = [one.unit.segment for one in outcome.matching.found]
    assert [f"{one.role}: {one.flat}" for one in found if one.file == "01-welcome.md"] == SEGMENTS
    assert [f"{one.role}: {one.flat}" for one in found if one.file.endswith(".vtt")] == [
        "caption of a film: <x1/>Hello <g2>you</g2> &amp; me",
        "name of a speaker: Ann",
        "caption of a film: <x1/>Bye",
    ]
    places = {one.flat: (one.line, one.column) for one in found}
    assert places["All"] == (15, 7) and places["Ask <g1>a friend</g1>."] == (9, 3)
