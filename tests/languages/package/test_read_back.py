"""What would stop the build of the translated course is reported when the translation is read, at its line."""

from collections.abc import Collection
from pathlib import Path

from lxml import html

from builder.check import check_course
from builder.kinds import KINDS
from builder.pipeline import build
from builder.read import read_course
from builder.render.course import render_page
from builder.render.page.environment import templates_folder
from builder.translate.segment import Token, Tokens
from builder.translate.work import Outcome
from tests.cases import for_each
from tests.translate.pretend import same, translate
from tests.translate.test_words_in_signs import PICTURE

SETTINGS = """\
id: rounds
title: Morning rounds
language: en-GB
version: 1.0.0
completion: all-modules
privacy: device
summary: Who sees whom first.
"""
BODY = """\
---
title: On the ward
---

Ask "who slept?" first.

## Number: How long is a round? {#round}

= 90 minutes
"""
PLACES = {"On the ward": "01-ward.md:2", "Morning rounds": "course.yml:2", "Who sees whom first.": "course.yml:7"}


def course(folder: Path, body: str = BODY) -> Path:
    (folder / "course.yml").write_text(SETTINGS, "utf-8")
    (folder / "01-ward.md").write_text(body, "utf-8")
    return folder


@for_each(
    "sign", ("# {}", "_{}_", "<em>{}</em>", "`{}`", "**{}**", "[{}](a.md)", "{} &ndash; x", "{} {{#id}}", "==x== {}")
)
@for_each("words", PLACES)
def test_a_sign_of_markup_in_a_title_is_told_at_its_line(tmp_path: Path, words: str, sign: str) -> None:
    """The folder of the translation is made anew: nobody should have to find the place there."""
    folder = course(tmp_path)

    def translator(tokens: Tokens) -> Tokens:
        return (Token("words", sign.format("Ar y ward")),) if tokens[0].words == words else tokens

    done = translate(folder, translator)
    fault, *others = done.faults
    assert all((one.line, one.place) == (fault.line, fault.place) for one in others)
    line = (folder / fault.file).read_text("utf-8").splitlines()[fault.line - 1]
    assert (fault.file, fault.place) == ("cy.xlf", PLACES[words]) and line.lstrip().startswith("<unit")
    assert "STR-031" in fault.message and fault.hint
    assert not (folder / "cy").exists()


@for_each("words", ("Ar y ward – 5 & mwy", "Rhif 1", "A_b", "5 < 6", "“Ar y ward”", "№ 3 – *"))
def test_plain_words_are_taken_and_can_be_built(tmp_path: Path, words: str) -> None:
    """What is read can be built."""
    folder = course(tmp_path)

    def translator(tokens: Tokens) -> Tokens:
        return (Token("words", words),) if tokens[0].words in PLACES else tokens

    assert translate(folder, translator).sound
    assert build(folder / "cy", folder / "dist", ["web"]).packages


def test_what_is_wrong_in_the_source_is_no_fault_of_the_translator(tmp_path: Path) -> None:
    """She keeps a sign that its author left; a check of the source reports it."""
    folder = course(tmp_path, BODY.replace("On the ward", "On the **ward**"))
    assert translate(folder, same).sound


@for_each(
    ("words", "sound"),
    [
        ("munud", True),
        ("minuta", True),
        ("daqiiqo", True),
        ("oriau", False),
        ("h", False),
        ("ساعة|ساعات", False),
        ("دقيقة", True),
    ],
)
def test_another_unit_is_told_when_it_is_read(tmp_path: Path, words: str, sound: bool) -> None:
    """90 hours in place of 90 minutes would be another answer."""
    folder = course(tmp_path)

    def translator(tokens: Tokens) -> Tokens:
        return (Token("words", words),) if tokens[0].words == "minutes" else tokens

    done = translate(folder, translator)
    assert [(one.place, "another unit" in one.message) for one in done.faults] == (
        [] if sound else [("01-ward.md:9", True)]
    )


@for_each("title", ('"Ann &quot;Annie&quot; Ray"', "'Ann &amp; Ray'", "(it&#39;s Ann)"))
def test_an_entity_in_the_title_of_a_link_is_the_sign_that_it_stands_for(tmp_path: Path, title: str) -> None:
    """Also below the text: no learner sees it as it is."""
    folder = course(tmp_path, f"---\ntitle: One\n---\n\nAsk [Ann][a].\n\n[a]: https://example.org/a {title}\n")
    found, report = check_course(*read_course(folder, KINDS))
    assert found and report.errors == ()
    page = html.fromstring(render_page(found.course, templates_folder()))
    (said,) = page.xpath("//a[.='Ann']/@title") or page.xpath("//a[starts-with(., 'Ann')]/@title")
    assert "&" not in said.replace(" & ", "") and ("Annie" in said or said in {"Ann & Ray", "it’s Ann", "it's Ann"})


EVERYWHERE = """\
---
title: On the ward
---

## Who *slept*?

See the [rota](https://example.org/rota "Who works"), [notes][n] and the DHSC.

![Four beds](images/team.png "Beds")

<img src="images/team.png" alt="Five beds" title="More beds">

| Bed | Name |
| --- | --- |
| One | Ann |

## Quiz: Who slept well? {#slept}

- [x] Ann
  > She did.
- [ ] Bill

## Fill: One word {#word}

She [[slept]] well.

[n]: https://example.org/notes "The 'notes'"
*[DHSC]: Department of Health
"""
SIGNS = (
    "[y](z)", "*a*", "_b_", "**c**", "`d`", "<e>", "<b>f</b>", "e|f", r"\g", r"\*", "&amp;", "&", "&ndash;", "~~i~~", "==j==", "x^2^", "$l$",
    r"$\text{m}$", "#", "{{who}}", "{lang=cy}", "[^1]", "![n](o)", '"p"', "'q'", "> r", "- s", "1. t", ":", "Hint: u", "http://v", "[x]", "[[w]]",
    "---", "===", "\u200b", "\u00a0", "---\n\nz",
)  # fmt: skip


@for_each("sign", SIGNS, one_in=3)
def test_what_is_read_can_be_built_and_the_rest_is_told(tmp_path: Path, sign: str) -> None:
    """Every sign that a translator may type, in every place of a course: one of the two holds for each segment."""
    folder = course(tmp_path, EVERYWHERE)
    (folder / "images").mkdir()
    (folder / "images" / "team.png").write_bytes(PICTURE.read_bytes())
    told: set[str] = set()
    while (done := _translated(folder, sign, told)).faults:
        assert all(one.file == "cy.xlf" and one.line and one.hint for one in done.faults)
        found = {one.key for one in done.faults}
        assert found and not found & told, done.faults
        assert not (folder / "cy").exists()
        told |= found
    assert done.sound, done.other_ids
    assert check_course(*read_course(folder / "cy", KINDS))[1].errors == ()


def _translated(folder: Path, sign: str, told: Collection[str]) -> Outcome:
    """What a translator has done who wrote a sign into every segment but those that were reported."""

    def signed(tokens: Tokens) -> Tokens:
        return (*tokens, Token("words", f" {sign}"))

    return translate(folder, signed, only=lambda _, one: one.unit.key not in told, others=same)
