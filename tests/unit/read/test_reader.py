"""Markdown becomes the HTML that an author means."""

from pathlib import Path

import pytest
from markdown_it import MarkdownIt

from builder.kinds import KINDS
from builder.model.content import Link
from builder.model.course import Module
from builder.model.diagnostics import Diagnostic
from builder.read import read_course
from builder.read.typography import typeset
from builder.render.course import render_page
from builder.render.page.environment import templates_folder
from tests.cases import for_each
from tests.unit.content_factory import as_html

JUDGE = MarkdownIt("commonmark")
NEW_TAB = as_html((Link("", (), new_tab=True),)).partition(">")[2].removesuffix("</a>")


def read(folder: Path, body: str, more: str = "") -> tuple[Module, tuple[Diagnostic, ...]]:
    """Read a module with this body in the smallest course."""
    (folder / "01-welcome.md").write_text(f"---\ntitle: Welcome\n{more}---\n{body}\n", encoding="utf-8")
    course, report = read_course(folder, KINDS)
    return course.modules[0], report.diagnostics


def html(folder: Path, body: str) -> str:
    """The HTML of the prose of such a module; it must have no fault."""
    module, diagnostics = read(folder, body)
    assert not diagnostics
    return "\n".join(as_html(block.content) for block in module.blocks)  # type: ignore[union-attr]


@pytest.mark.parametrize(
    "text",
    [
        "plain words",
        "*one* **two** _four_ __five__",
        "snake_case_word and 2 * 3 * 4",
        "`code` and ``a ` b``",
        "a backslash\\\nbreak",
        "two spaces  \nbreak",
        "one\nparagraph",
        "\\*not emphasis\\* \\# \\_",
        "a < b, c > d & e &amp; f",
        "**bold *and* both** after",
        "`<b>` is a tag",
    ],
)
def test_inline_markdown_is_that_of_commonmark(text: str, course_folder: Path) -> None:
    """Emphasis, code, breaks, escapes and entities."""
    expected = JUDGE.render(text).strip().replace("<br />\n", "<br>").replace("&quot;", '"')
    assert html(course_folder, text) == expected


@pytest.mark.parametrize(
    ("source", "expected"),
    [
        ("He said \"it's 'fine'\".", "<p>He said “it’s ‘fine’”.</p>"),
        ("2019--2023 --- and so on...", "<p>2019–2023 — and so on…</p>"),
        ("`don't`", "<p><code>don't</code></p>"),
        ("*children*'s words", "<p><em>children</em>’s words</p>"),
        ("Croeso i bawb. {lang=cy}", '<p lang="cy">Croeso i bawb.</p>'),
        ("Say [croeso]{lang=cy}.", '<p>Say <span lang="cy">croeso</span>.</p>'),
        ("The ESRC pays.\n\n*[ESRC]: Council", '<p>The <abbr title="Council">ESRC</abbr> pays.</p>'),
        ("Stage\n: One of six", "<dl>\n<dt>Stage</dt>\n<dd>One of six</dd>\n</dl>"),
        ("~~Old *and* tired~~ new.", "<p><del>Old <em>and</em> tired</del> new.</p>"),
        (r"Wait ~5 minutes~, ~~ so ~~ or `~~x~~` or \~~x~~.", "<p>Wait ~5 minutes~, ~~ so ~~ or <code>~~x~~</code> or ~~x~~.</p>"),
        ("An aside <!-- for editors --> here.", "<p>An aside  here.</p>"),
        ("![](images/team.png){decorative}", '<p class="picture"><img alt="" height="4" loading="lazy" src="images/team.png" width="4"></p>'),
        (
            '![A team](images/team.png "Five people")',
            '<figure class="picture"><img alt="A team" height="4" loading="lazy" src="images/team.png" width="4">'
            "<figcaption>Five people</figcaption></figure>",
        ),
        (
            "<img src='images/team.png' alt='Five *stars* [of $5 and $6]' title='The \"plan\" \\' width=9>",
            '<figure class="picture"><img alt="Five *stars* [of $5 and $6]" height="4" loading="lazy" src="images/team.png" width="4">'
            "<figcaption>The &quot;plan&quot; \\</figcaption></figure>",
        ),
        (
            '![Pump](images/team.png "Ein tîm") {lang=cy}\n\nDescription: Five.',
            '<figure class="picture"><img alt="Pump" height="4" lang="cy" loading="lazy" src="images/team.png" width="4"><figcaption lang="cy">Ein tîm</figcaption>'
            '<details class="picture__description"><summary>Description of the picture</summary><p>Five.</p></details></figure>',
        ),
        (r"![R\&amp;D &amp; &lt;us>](images/team.png)", '<p class="picture"><img alt="R&amp;amp;D &amp; &lt;us&gt;" height="4" loading="lazy" src="images/team.png" width="4"></p>'),
        ("See [the top](01-welcome.md).", '<p>See <a href="#welcome">the top</a>.</p>'),
        ("[the study][s]\n\n[s]: https://e.org/?a=1&b=2", '<p><a href="https://e.org/?a=1&amp;b=2" rel="noopener noreferrer" target="_blank">the study' + NEW_TAB + "</a></p>"),
    ],
)  # fmt: skip
def test_what_the_format_adds(source: str, expected: str, course_folder: Path) -> None:
    """Typography, languages, abbreviations, pictures, links inside the course."""
    assert html(course_folder, source) == expected


def test_a_title_is_noted_where_it_is_written(course_folder: Path) -> None:
    """That of a reference at the reference alone, though the text has the same words."""
    body = 'The review: [this][r] or [that](https://e.org/b "review").\n\n[r]: https://e.org/a "review"'
    module, diagnostics = read(course_folder, body)
    assert not diagnostics
    noted = [(one.text, one.line, one.column) for one in module.facts.passages if one.kind == "tooltip"]
    assert sorted(noted) == [("review", 4, 50), ("review", 6, 23)]


def test_a_table_can_be_heard_and_scrolled(course_folder: Path) -> None:
    """Column headings with scope, a caption that names the region, alignment by class: the page forbids style attributes."""
    found = html(course_folder, "Table: Interviews\n| Stage | Number |\n|---|--:|\n| Growing | 5 |")
    assert '<div class="table" role="region" tabindex="0" aria-labelledby="welcome--table-interviews">' in found
    assert '<caption id="welcome--table-interviews">Interviews</caption>' in found
    assert '<th scope="col">Stage</th><th scope="col" class="align-right">Number</th>' in found
    assert '<td class="align-right">5</td>' in found
    assert "style=" not in found


def test_footnotes_go_there_and_back(course_folder: Path) -> None:
    """Each note once, numbered as it is met, with a way back."""
    module, diagnostics = read(
        course_folder, "One.[^a] Two.[^b] One again.[^a]\n\n[^b]: Second.\n[^a]: First, *with* care."
    )
    assert not diagnostics
    prose = as_html(module.blocks[0].content)  # type: ignore[union-attr]
    assert prose.count('href="#welcome--note-1"') == 2 and prose.count('id="welcome--noted-1"') == 1
    assert [as_html(note) for note in module.notes] == ["First, <em>with</em> care.", "Second."]
    page = render_page(read_course(course_folder, KINDS)[0], templates_folder())
    assert '<li id="welcome--note-2">Second. <a href="#welcome--noted-2" class="note-back">' in page


def test_links_and_pictures_know_their_place(course_folder: Path) -> None:
    """The second of two equal links is found at its own place."""
    body = "See [one](https://e.org/) and [two](https://e.org/).\n\n- In a list:\n  ![A team](images/team.png)"
    module, _ = read(course_folder, body)
    assert [(link.span.line, link.span.column) for link in module.facts.links] == [(4, 11), (4, 37)]
    assert [(picture.span.line, picture.span.column) for picture in module.facts.pictures] == [(7, 13)]


@for_each(
    ("text", "language", "expected"),
    [
        ("'Twas the '90s: Rock 'n' roll, and 'tis 5'10\" tall.", "en-GB", "’Twas the ’90s: Rock ’n’ roll, and ’tis 5′10″ tall."),
        ("Dogs' tails, O'Brien's 'so \"and\" so', give 'em.", "en-GB", "Dogs’ tails, O’Brien’s ‘so “and” so’, give ’em."),
        ("Il dit \"l'ami\".", "fr", "Il dit «\u202fl’ami\u202f»."),
        ("Er sagte \"so\", wie geht's?", "de", "Er sagte „so“, wie geht’s?"),
        ("Він каже \"об'єкт\".", "uk", "Він каже «об’єкт»."),
        ("Dywedodd \"mae'n 'dda'\".", "cy", "Dywedodd “mae’n ‘dda’”."),
        ("\"ja\" 'so' -- x...", "xx", "\"ja\" 'so' – x…"),
    ],
)  # fmt: skip
def test_quotes_are_those_of_the_language(text: str, language: str, expected: str) -> None:
    """As a printer of that language sets them; left alone where they are not known."""
    assert typeset(text, language) == expected


@for_each(
    ("text", "before", "expected"),
    [
        ("Say \"--all\" or --all/--none.", "", "Say “--all” or --all/--none."),
        ("npm run build -- --watch", "", "npm run build -- --watch"),
        (" --force", "m", " --force"),
        ("And --verbose?", "", "And --verbose?"),
        ("i--", "", "i--"),
        ("a man --and a child-- rang", "", "a man –and a child– rang"),
        ("--and so on", "d", "–and so on"),
        ("words -- more, pages 5--7", "", "words – more, pages 5–7"),
        ("12\" x 8\", 7½\" or 5' 10\"", "", "12″ x 8″, 7½″ or 5′ 10″"),
        ("50° 30' 15\"", "", "50° 30′ 15″"),
        ("He said \"in 1990\".", "", "He said “in 1990”."),
        (" in 1990\".", "d", " in 1990”."),
    ],
)  # fmt: skip
def test_hyphens_of_options_and_signs_of_measures_are_kept(text: str, before: str, expected: str) -> None:
    """Wherever they stand among other signs; behind other pieces of a sentence a number may end a quotation."""
    assert typeset(text, "en", before) == expected


def test_words_in_another_language_have_its_quotes(course_folder: Path) -> None:
    """In a paragraph and in a few words of an English text."""
    assert html(course_folder, 'Il dit "oui". {lang=fr}') == '<p lang="fr">Il dit «\u202foui\u202f».</p>'
    assert html(course_folder, 'Say [il dit "oui"]{lang=fr}, "so".') == (
        '<p>Say <span lang="fr">il dit «\u202foui\u202f»</span>, “so”.</p>'
    )


def test_a_footnote_keeps_its_paragraphs(course_folder: Path) -> None:
    """Of two paragraphs each stays one; a single one is the words of its entry."""
    module, _ = read(course_folder, "One.[^1] Two.[^2]\n\n[^1]: First.\n\n    Second.\n\n[^2]: Alone.")
    assert [as_html(note) for note in module.notes] == ["<p>First.</p>\n<p>Second.</p>", "Alone."]
