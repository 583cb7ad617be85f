"""Links to headings as previews name them, and ids of tables and pictures."""

from pathlib import Path

import pytest
from lxml import html

from builder.model.diagnostics import Diagnostic
from builder.pipeline import build

HEADINGS = """
## What helps?

So.

## Beth nesaf?

So. {lang=cy}

## الثقة والوقت {lang=ar}

So.

## Довіра {lang=uk}

So.

## What helps?

Again.

## The *big* idea: plan & do

So.

## Quiz: Which comes first? {#first}

- [x] Trust
- [ ] Speed
"""
NAMED = {
    "#what-helps": "welcome-what-helps",
    "#what-helps-1": "welcome-what-helps-2",
    "#What%20helps%3F": "welcome-what-helps",
    "#user-content-what-helps": "welcome-what-helps",
    "01-welcome.md#what-helps": "welcome-what-helps",
    "./01-welcome.md#user-content-what-helps-1": "welcome-what-helps-2",
    "#beth-nesaf": "welcome-beth-nesaf",
    "#الثقة-والوقت": "welcome-الثقة-والوقت",
    "#%D0%B4%D0%BE%D0%B2%D1%96%D1%80%D0%B0": "welcome-довіра",
    "#the-big-idea-plan--do": "welcome-the-big-idea-plan-do",
    "#quiz-which-comes-first": "first",
    "#which-comes-first": "first",
    "#first": "first",
    "#welcome-what-helps": "welcome-what-helps",
}
"""What an author writes -> the id that it leads to."""


def built(folder: Path, text: str, second: str = "") -> tuple[tuple[Diagnostic, ...], html.HtmlElement | None]:
    """What is reported of a course with such a module, and its page."""
    (folder / "01-welcome.md").write_text(f"---\ntitle: Welcome\n---\n\n{text}\n", encoding="utf-8")
    if second:
        (folder / "02-next.md").write_text(f"---\ntitle: Next\n---\n\n{second}\n", encoding="utf-8")
    outcome = build(folder, folder / "out", ["web"])
    return outcome.report.diagnostics, html.parse(str(outcome.written[0])).getroot() if outcome.written else None


@pytest.mark.parametrize("written", NAMED)
def test_a_link_to_a_heading_leads_there_as_in_a_preview(written: str, course_folder: Path) -> None:
    """In every script, for the second of two alike, in the module itself and from another."""
    found, page = built(course_folder, f"See [what helps most]({written}).\n{HEADINGS}")
    assert not found and page is not None
    (link,) = page.xpath("//a[normalize-space()='what helps most']")
    assert link.get("href") == f"#{NAMED[written]}"
    assert len(page.xpath(f"//*[@id='{NAMED[written]}']")) == 1


def test_a_link_from_another_module_names_the_file(course_folder: Path) -> None:
    """Each leads to the heading of the file that it names, also where both have one of the same words."""
    both = "See [their aims](01-welcome.md#aims) and [our own aims](02-next.md#aims)."
    found, page = built(course_folder, "## Aims\n\nSo.", f"## Aims\n\n{both}")
    assert not found and page is not None
    assert [link.get("href") for link in page.xpath("//a[contains(., 'aims')]")] == ["#welcome-aims", "#next-aims"]


def test_a_name_that_no_heading_has_is_reported(course_folder: Path) -> None:
    """With what was meant."""
    (fault,), _ = built(course_folder, f"See [what helps most](#what-halps).\n{HEADINGS}")
    assert fault.rule == "A15" and "#welcome-what-helps" in fault.hint


def test_tables_and_pictures_have_ids(course_folder: Path) -> None:
    """A link leads to the caption, and to the picture."""
    assert (course_folder / "images" / "team.png").exists()
    text = (
        "See [the table of stages](#stages) and [the picture of the team](#team).\n\nTable: Stages {#stages}\n\n| A | B |\n| --- | --- |\n| a | b |\n\n"
        "![Five people at a table](images/team.png){#team}\n"
    )
    found, page = built(course_folder, text)
    assert not found and page is not None
    assert page.xpath("//*[@id='stages']")[0].tag == "caption" and page.xpath("//*[@id='stages']")[0].text == "Stages"
    assert page.xpath("//*[@id='team']")[0].tag == "img"
    (again, *_), _ = built(course_folder, text + "\n## Another {#team}\n\nSo.")
    assert again.rule == "A15" and "already used" in again.message
