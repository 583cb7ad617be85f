"""Boxes, parts that open, quotations with a source, and blocks of named parts."""

from pathlib import Path

from builder.kinds import KINDS
from builder.model.blocks import File, Parts, Prose
from builder.model.content import Figure, Table, inline_words, words
from builder.pipeline import check
from builder.read import read_course
from builder.render.html.blocks import HtmlWriter
from builder.render.interface.catalogues import load_strings
from builder.render.page.environment import templates_folder
from tests.cases import for_each
from tests.limits.pairs import course_of, module, report_of

STRINGS = load_strings(templates_folder(), "en")


def page_of(text: str) -> str:
    """The first block of a text as HTML."""
    block = course_of(module(text)).modules[0].blocks[0]
    assert isinstance(block, Prose) and report_of(module(text)) == ()
    return HtmlWriter(STRINGS).blocks(block.content)


NOTE = '<div class="callout callout--{kind}">\n<p class="callout__title">{title}</p>\n<p>Ring first.</p>\n</div>'


@for_each(
    ("written", "kind", "title"),
    [
        ("> [!NOTE]\n> Ring first.", "note", "Note"),
        ("> [!tip]\n> Ring first.", "tip", "Tip"),
        ("> [!CAUTION] At night\n>\n> Ring first.", "caution", '<span class="callout__kind">Caution</span> At night'),
        ("> [!EXAMPLE]\n> Ring first.", "note", "Example"),
        ("> [!WARNING]:\n> Ring first.", "warning", "Warning"),
        ("> [!tip]: At dusk\n> Ring first.", "tip", '<span class="callout__kind">Tip</span> At dusk'),
        ("> [!warning|red wide]\n> Ring first.", "warning", "Warning"),
        ("> [!ملاحظة]\n> Ring first.", "note", "ملاحظة"),
        ("> [!УВАГА]\n> Ring first.", "note", "Увага"),
        ("!!! warning\n    Ring first.", "warning", "Warning"),
        ('!!! note "At *night*"\n\n    Ring first.', "note", "At <em>night</em>"),
        ("::: note\nRing first.\n:::", "note", "Note"),
        ("::: {.callout-tip}\nRing first.\n:::", "tip", "Tip"),
        (":::note[At night]\nRing first.\n:::", "note", "At night"),
        (":::{admonition} At night\n:class: tip\nRing first.\n:::", "note", "At night"),
        ("```{important}\nRing first.\n```", "important", "Important"),
        ("> [! NOTE ]\n> Ring first.", "note", "Note"),
        ("> [!Key points]\n> Ring first.", "note", "Key points"),
        ("!!! tip 'Tip'\n    Ring first.", "tip", '<span class="callout__kind">Tip</span> Tip'),
        ('!!! "At night"\n    Ring first.', "note", "At night"),
        ("/// note\nRing first.\n///", "note", "Note"),
        (
            "//// admonition | At night\n    type: caution\n\nRing first.\n////",
            "caution",
            '<span class="callout__kind">Caution</span> At night',
        ),
        ("::::: challenge\n\n## At night?\n\nRing first.\n\n:::::", "note", "At night?"),
    ],
)
def test_a_box_is_read_however_it_is_written(written: str, kind: str, title: str) -> None:
    """As forges, MkDocs, Docusaurus, Quarto, MyST and the Carpentries write them."""
    assert page_of(written) == NOTE.format(kind=kind, title=title)


@for_each(
    ("written", "shown"),
    [
        (
            "> [!NOTE]- More\n> So.",
            '<details class="callout callout--note"><summary>More</summary>\n<p>So.</p>\n</details>',
        ),
        (
            "> [!NOTE]+ More\n> So.",
            '<details class="callout callout--note" open><summary>More</summary>\n<p>So.</p>\n</details>',
        ),
        (
            '??? note "More"\n    So.',
            '<details class="callout callout--note"><summary>More</summary>\n<p>So.</p>\n</details>',
        ),
        ("::: solution\nSo.\n:::", '<details class="details"><summary>Solution</summary>\n<p>So.</p>\n</details>'),
        (
            "<details open><summary>More</summary>\n\nSo.\n\n</details>",
            '<details class="details" open><summary>More</summary>\n<p>So.</p>\n</details>',
        ),
    ],
)
def test_what_is_folded_is_a_native_part_that_opens(written: str, shown: str) -> None:
    """It needs no script."""
    assert page_of(written) == shown


def test_boxes_stand_in_one_another_and_in_lists() -> None:
    """With colons of another number, and indented under an entry."""
    shown = page_of(":::: note\n\n::: tip\nA\n:::\n\n::::\n\n- One\n\n  > [!TIP]\n  > B")
    assert shown.count("callout--tip") == 2 and shown.index("callout--note") < shown.index("callout--tip")
    assert "<li>" in shown and "STR-031" not in {d.rule for d in report_of(module("::: note\n`:::`\n:::"))}


def test_sources_row_heads_and_long_descriptions() -> None:
    """Each is said by a label or by braces; without them pages are as before."""
    assert page_of("> So it is.\n>\n> Source: A mother, 2023") == (
        '<figure class="quote"><blockquote>\n<p>So it is.</p>\n</blockquote><figcaption>A mother, 2023</figcaption></figure>'
    )
    heads = "Table: Who {#who row-heads}\n\n| A | B |\n| --- | --- |\n| a | b |"
    assert '<tr><th scope="row">a</th><td>b</td></tr>' in page_of(heads)
    assert "row" not in page_of(heads.replace(" {#who row-heads}", "")).partition("<tbody>")[2]
    for braces in ("{row-heads #who}", "{#who} {row-heads}", "{row-heads} {#who}", "{#who}{row-heads}"):
        assert page_of(heads.replace("{#who row-heads}", braces)) == page_of(heads)
    both = (page_of(f"![](images/team.png){braces}") for braces in ("{#us}{decorative}", "{decorative}{#us}"))
    assert len({*both, page_of("![](images/team.png){#us}{decorative}")}) == 1
    (prose,) = course_of(module("![Six](images/team.png)\n\nDescription: One.\n\nDescription: Two.")).modules[0].blocks
    assert isinstance(prose, Prose) and isinstance(prose.content[0], Figure)
    assert inline_words(prose.content[0].description) == "One." and words(prose.content[0].more) == "Two."
    assert "<p>One.</p><p>Two.</p></details>" in HtmlWriter(STRINGS).blocks(prose.content)


def test_parts_are_read_from_bold_names_and_from_lists() -> None:
    """A name alone, or at the beginning of each entry; what stands above the first is about all."""
    for text in (
        "## Cards: Words {#words}\n\nSay them.\n\n**One**\n\nA back.\n\n**Two**\n\n- B",
        "## Cards: Words {#words}\n\nSay them.\n\n- **One:** A back.\n- **Two**\n  - B",
    ):
        assert report_of(module(text)) == ()
        (block,) = course_of(module(text)).modules[0].blocks
        assert isinstance(block, Parts) and block.id == "words" and words(block.before) == "Say them."
        assert [(part.name.text, words(part.content)) for part in block.parts] == [("One", "A back."), ("Two", "B")]
        assert [part.id for part in block.parts] == ["words-one", "words-two"]


def test_lists_below_names_belong_to_them() -> None:
    """Also where each entry begins with bold words: such a list is parts only where there are no names."""
    text = "## Columns: Two {#two}\n\n**Before**\n\n- **Read** it\n- **Ring** them\n\n**Then**\n\n- **Knock**\n\nWait."
    assert report_of(module(text)) == ()
    (block,) = course_of(module(text)).modules[0].blocks
    assert isinstance(block, Parts)
    assert [(part.name.text, words(part.content).split()) for part in block.parts] == [
        ("Before", ["Read", "it", "Ring", "them"]),
        ("Then", ["Knock", "Wait."]),
    ]


def test_what_stands_below_a_list_of_parts_is_text() -> None:
    """Between two lists it belongs to the entry above it."""
    text = "## Timeline: When {#when}\n\n- **1989:** An act.\n\nIt was new.\n\n1. **2004:** Another.\n\n> So it is.\n\nAnd so on."
    assert report_of(module(text)) == ()
    block, below = course_of(module(text)).modules[0].blocks
    assert isinstance(block, Parts) and isinstance(below, Prose)
    assert [words(part.content).split() for part in block.parts] == [["An", "act.", "It", "was", "new."], ["Another."]]
    assert words(below.content).split() == ["So", "it", "is.", "And", "so", "on."] and below.span.line == 13


def test_a_part_may_have_an_id_of_its_own() -> None:
    """Behind its name, and links reach it; the same id twice is a fault at the second."""
    text = "## Layers: Around {#around}\n\n**One** {#first}\n\nWords.\n\n**Two**\n\nSee [it](#first)."
    assert report_of(module(text)) == ()
    (block,) = course_of(module(text)).modules[0].blocks
    assert isinstance(block, Parts)
    assert [(part.id, part.name.text) for part in block.parts] == [("first", "One"), ("around-two", "Two")]
    (twice,) = report_of(module(text.replace("**Two**", "**Two** {#first}")))
    assert (twice.severity, twice.span.line) == ("error", 11)


@for_each(
    "text",
    [
        *(
            "## Timeline: a history\n\nWords.",
            "## Details: what to bring\n\n- A coat",
            "## Columns: of the hall\n\nWords.",
        ),
        *(
            "## File: a note\n\nSee [it](images/team.png).",
            "## Detail: so\n\nWords.",
            "Timeline: of old.\n\n- **1989** The Act",
        ),
        "## Files: two\n\n- **One** and two",
    ],
)
def test_headings_of_older_courses_stay(text: str) -> None:
    """Where the body does not fit, and where the word is another, all is read as before."""
    assert all(isinstance(block, Prose) for block in course_of(module(text)).modules[0].blocks)
    assert {d.rule for d in report_of(module(text))} <= {"STR-048"}


def test_a_file_has_its_kind_and_size() -> None:
    """And what it is for; a file that is not there is reported where its name stands."""
    text = "## File: The team {#team}\n\n[The picture](images/team.png)\n\nTo print."
    (block,) = course_of(module(text)).modules[0].blocks
    assert isinstance(block, File) and (block.link_text, words(block.about)) == ("The picture", "To print.")
    assert block.asset.size == 74 and block.asset.name == "images/team.png"
    (found,) = report_of(module(text.replace("team.png", "none.png")))
    assert (found.rule, found.span.line) == ("A16", 7)


def test_a_table_is_as_before_without_braces() -> None:
    """No cell of it became a head."""
    (prose,) = course_of(module("| A |\n| --- |\n| a |")).modules[0].blocks
    assert isinstance(prose, Prose) and isinstance(prose.content[0], Table) and not prose.content[0].row_heads


WORDS_OF_BOXES = {
    "note": ["", "note", "info", "seealso", "admonition", "callout", "callout-note"],
    "tip": ["", "tip", "callout-tip"],
    "important": ["", "important", "callout-important"],
    "warning": ["", "warning", "attention", "callout-warning"],
    "caution": ["", "caution", "danger", "error", "callout-caution"],
}
"""Kind -> the words that give it and no title."""
TITLES = {
    **{word: word.capitalize() for word in ("challenge", "discussion", "prerequisites", "objectives", "questions")},
    **{word: word.capitalize() for word in ("testimonial", "checklist", "abstract", "summary", "example", "question")},
    **{word: word.capitalize() for word in ("success", "exercise", "remember")},
    **{"keypoints": "Key points", "prereq": "Prerequisites"},
}
FOLDED = ("details", "solution", "hint", "spoiler", "dropdown", "collapse", "toggle")


def test_every_word_of_a_box_is_known() -> None:
    """Between colons; a word that is laid out or run is none."""
    written = {word: kind for kind, words_of in WORDS_OF_BOXES.items() for word in words_of if word}
    for word, kind in written.items():
        title = kind.capitalize()
        assert page_of(f"::: {word}\nRing first.\n:::") == NOTE.format(kind=kind, title=title), word
    for word, title in TITLES.items():
        assert page_of(f"::: {word}\nRing first.\n:::") == NOTE.format(kind="note", title=title), word
    for word in FOLDED:
        assert page_of(f"::: {word}\nSo.\n:::").startswith('<details class="details"><summary>'), word
    for word in ("panel-tabset", "columns", "grid", "instructor", "nonsense"):
        assert {d.rule for d in report_of(module(f"::: {word}\nSo.\n:::"))} == {"STR-031"}, word


def test_a_picture_to_take_is_no_picture_without_its_sign(course_folder: Path) -> None:
    """W31 is for links in text: `!` before a file that learners take would show it in place of the link."""
    text = "## File: The team\n\n[The team](images/team.png)\n\nPut it on your wall.\n"
    (course_folder / "01-welcome.md").write_text(f"---\ntitle: T\n---\n\n{text}", encoding="utf-8")
    assert [one.rule for one in check(course_folder).report.diagnostics] == []
    (course_folder / "01-welcome.md").write_text(
        f"---\ntitle: T\n---\n\n{text}\n---\n\n[The team](images/team.png)\n", encoding="utf-8"
    )
    assert [one.rule for one in check(course_folder).report.diagnostics] == ["W31"]


def test_a_dash_behind_a_name_is_no_word(course_folder: Path) -> None:
    """`- **1989** – words` is an entry as `- **1989:** words` is; a dash without spaces stays."""
    text = "## Timeline: Law\n\n- **1989** – The Act.\n- **2004** — Agencies.\n- **2014**-ish, rights.\n"
    (course_folder / "01-welcome.md").write_text(f"---\ntitle: T\n---\n\n{text}", encoding="utf-8")
    (block,) = read_course(course_folder, KINDS)[0].modules[0].blocks
    assert [words(part.content) for part in block.parts] == ["The Act.", "Agencies.", "-ish, rights."]


@for_each(
    ("written", "name"),
    [
        ("> [!hint]-\n> Ring first.", "Hint"),
        ("> [!hint]+\n> Ring first.", "Hint"),
        ("::: hint\nRing first.\n:::", "Hint"),
        ("??? hint\n    Ring first.", "Hint"),
        ("::: spoiler\nRing first.\n:::", "Spoiler"),
        ("```{dropdown}\nRing first.\n```", "Dropdown"),
    ],
)
def test_what_opens_always_has_a_name(written: str, name: str) -> None:
    """A control without one is a triangle that nobody can call."""
    assert f"<summary>{name}</summary>" in page_of(written)


@for_each(
    ("word", "meant"),
    [
        *[("warnng", "warning"), ("wraning", "warning"), ("warnings", "warning"), ("waarning", "warning")],
        *[("imporant", "important"), ("imprtnt", "important"), ("attenion", "attention"), ("cautoin", "caution")],
        *[
            ("dnger", "danger"),
            ("eror", "error"),
            ("ntoe", "note"),
            ("notee", "note"),
            ("tpi", "tip"),
            ("detials", "details"),
        ],
        *[("solutoin", "solution"), ("spoilr", "spoiler"), ("quotaton", "quotation"), ("colapse", "collapse")],
    ],
)
def test_a_misspelt_box_is_reported(word: str, meant: str) -> None:
    """It would be a note."""
    (found,) = report_of(module(f"> [!{word.upper()}]\n> Ring first."))
    assert found.rule == "STR-011" and f"[!{meant.upper()}]" in found.hint


@for_each(
    "word",
    [
        *["warming", "wanting", "warding", "importance", "intention", "solutions", "collage", "spoilers", "detail"],
        *[
            "recipe",
            "notes",
            "todo",
            "top",
            "none",
            "not",
            "tap",
            "hit",
            "hits",
            "example",
            "question",
            "abstract",
            "bug",
        ],
        *["success", "summary", "fire", "idea", "story", "nota", "erratum", "cause", "dance"],
    ],
)
def test_a_word_of_her_own_for_a_box_is_none(word: str) -> None:
    """A note with that word as its title."""
    assert report_of(module(f"> [!{word}]\n> Ring first.")) == ()
