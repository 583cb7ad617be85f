"""What FORMAT.md says of a sign is what a learner gets."""

from pathlib import Path

import pytest

from tests.effects.course import one, page_of, spoken, words

TABLE = "| Who | What |\n| --- | --- |\n"


@pytest.mark.parametrize(
    ("text", "path", "shown"),
    [
        (r"A \*star\*, a \[bracket], a \{brace}.", "//main//p[contains(., 'star')]", "A *star*, a [bracket], a {brace}."),
        ("Table\\: not a caption.", "//main//p[contains(., 'caption')]", "Table: not a caption."),
        ("## Order\\: a history\n\nIt began.", "//main//h2[contains(., 'history')]", "Order: a history"),
        (f"{TABLE}| a | b \\| c |", "//main//td[2]", "b | c"),
        (f"Table: Who does what\n{TABLE}| a | b |", "//main//caption", "Who does what"),
        (f"{TABLE}| [Croeso]{{lang=cy}} | b |", "//main//td//*[@lang='cy']", "Croeso"),
        (f"Table: Say [croeso]{{lang=cy}}\n{TABLE}| a | b |", "//main//caption//*[@lang='cy']", "croeso"),
        ("## Quiz: Which?\n\n- [x] [Ie]{lang=cy}\n- [ ] No", "//form//*[@lang='cy']", "Ie"),
        ("## Croeso {lang=cy}\n\nHelo.", "//main//h2//*[@lang='cy'] | //main//h2[@lang='cy']", "Croeso"),
        ("Довіра. {lang=uk}", "//main//p[@lang='uk']", "Довіра."),
        ("متمانە {lang=ckb}", "//main//p[@lang='ckb']", "متمانە"),
        ("信任 {lang=zh-Hant}", "//main//p[@lang='zh-Hant']", "信任"),
        (
            "## Match: Who?\n\n| Who | Does |\n| --- | --- |\n| Ann | asks \\| listens |\n| Ben | waits |",
            "(//form//select)[1]/option[contains(., 'listens')]",
            "asks | listens",
        ),
        ("## Fill: Which?\n\nA \\[gap\\] is [[this]].", "//form//p[contains(., 'gap')]", "A [gap] is Gap."),
        (
            "## Stages: How\n\n1. Ask\n\n   And listen.\n2. Act",
            "//main//ol/li[contains(., 'Ask')]",
            "AskAnd listen.",
        ),
    ],
)  # fmt: skip
def test_a_sign_does_what_the_format_says(course_folder: Path, text: str, path: str, shown: str) -> None:
    """Words of it, where they belong."""
    found = page_of(course_folder, body=text).xpath(path)
    assert shown in [words(element) for element in found]


def test_a_block_ends_at_a_heading_or_a_line(course_folder: Path) -> None:
    """What follows is ordinary text."""
    question = "## Reflect: What helps?\n\nThink.\n\n"
    for end in ("---\n\nAfterwards.", "## More\n\nAfterwards."):
        page = page_of(course_folder, body=question + end)
        assert "Think." in words(one(page, "//*[@data-item]"))
        assert "Afterwards." not in words(one(page, "//*[@data-item]"))
        assert len(page.xpath("//*[@data-module]//p[.='Afterwards.']")) == 1


def test_a_gap_holds_80_characters_and_a_scale_stands_lowest_first(course_folder: Path) -> None:
    """As the author wrote them; every gap is as wide as the others."""
    page = page_of(
        course_folder,
        body="## Fill: Which?\n\nUse one word.\n\nIt needs [[trust]] and [[a very long answer]].\n\n"
        "## Scale: How sure?\n\n- Not at all\n- A little\n- Very\n",
    )
    gaps = page.xpath("//form//input[@type='text']")
    assert [gap.get("maxlength") for gap in gaps] == ["80", "80"]
    assert [words(label) for label in page.xpath("//form[@data-kind='scale']//label")] == [
        "Not at all",
        "A little",
        "Very",
    ]
    fill = one(page, "//form[@data-kind='fill']")
    assert words(one(fill, ".//*[@class='question__prompt']")) == "Use one word."


def test_a_worked_answer_goes_on_to_the_end_of_its_block(course_folder: Path) -> None:
    """Paragraphs, lists and pictures, on the page of answers."""
    page = page_of(
        course_folder,
        body="## Number: How many?\n\n= 6\n\nHint: Count.\n\nWorked answer: Count them.\n\n- One\n- Two\n\n"
        "![Five people](images/team.png)\n\n## More\n\nAfterwards.",
    )
    worked = one(page, "//*[@data-answer]//*[@data-worked]")
    assert words(worked) == "Count them. One Two" and worked.xpath(".//li") and worked.xpath(".//img")
    assert "Count them." not in words(one(page, "//form"))


def test_a_glossary_has_a_title_a_language_and_words_above_its_terms(course_folder: Path) -> None:
    """In alphabetical order; a link of one's own leads to a term."""
    (course_folder / "glossary.md").write_text(
        "---\ntitle: Geirfa\nlanguage: cy\n---\n\nGeiriau pwysig.\n\nYmddiriedaeth\n: Trust.\n\nAmser | amserau\n: Time.\n"
    )
    page = page_of(
        course_folder, body="Mae [ystyr amser](glossary.md#amser) ac ymddiriedaeth.", module="language: cy\n"
    )
    glossary = one(page, "//*[@id='glossary']")
    assert (words(one(glossary, ".//h1")), spoken(one(glossary, ".//h1"))) == ("Geirfa", "cy")
    assert "Geiriau pwysig." in words(glossary)
    assert [words(term) for term in glossary.xpath(".//dt")] == ["Amser, amserau", "Ymddiriedaeth"]
    (link,) = page.xpath("//a[.='ystyr amser']/@href")
    assert link == f"#{glossary.xpath('.//dt/@id')[0]}"


def test_a_fragment_names_its_pictures_from_the_course_folder(course_folder: Path) -> None:
    """Whichever module includes it."""
    (course_folder / "_team.md").write_text("![Five people](images/team.png)\n")
    page = page_of(course_folder, body="[The team](_team.md)")
    assert page.xpath("//main//img/@src") == ["images/team.png"]
