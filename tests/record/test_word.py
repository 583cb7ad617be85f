"""The Word document that the page makes: python-docx and LibreOffice find all of it, and find their way in it."""

import json
import random
import shutil
import subprocess
import zipfile
from pathlib import Path

import docx
import pytest
from docx.document import Document
from docx.enum.text import WD_TAB_ALIGNMENT

from tests.conftest import ROOT
from tests.node import node_command

WORDS = [
    "trust",
    "time",
    "learning",
    "culture",
    "families",
    "children",
    "partnership",
    "reflexive",
    "<power>",
    "&",
    "“voice”",
    "Gŵyl",
    "ŵyneb",
]
QUESTIONS = ("How could you use it?", "What enables it?", "What would tell you?", "How do you find out?")


def reflection(seed: int) -> list[str]:
    """500 words in five paragraphs, the same at every run."""
    chance = random.Random(seed)
    return [" ".join(f"{chance.choice(WORDS)}{seed}{number}" for number in range(100)) for _ in range(5)]


REFLECTIONS = [reflection(number) for number in range(len(QUESTIONS))]

LOOKED_AT = ROOT / "tests" / "artefacts" / "record"
"""Where the PDF is put for people to look at."""

PAPER = {
    "title": "My record of learning",
    "language": "en-GB",
    "blocks": [
        {"kind": "words", "words": "From the course “Sample”.", "quiet": True},
        {"kind": "heading", "level": 1, "words": "My reflections"},
        *(
            block
            for question, words in zip(QUESTIONS, REFLECTIONS, strict=True)
            for block in (
                {"kind": "heading", "level": 2, "words": question},
                {"kind": "words", "words": "\r\n".join(words)},
            )
        ),
        {"kind": "heading", "level": 2, "words": {"words": "Beth sy'n helpu?", "language": "cy"}},
        {"kind": "words", "words": "A bell\u0007 and half a pair \ud83c, pasted from elsewhere."},
        {"kind": "heading", "level": 1, "words": "What I worked through"},
        {"kind": "table", "head": ["Module", "Time"], "rows": [["Welcome", "2 minutes"], ["Next", "9 minutes"]]},
    ],
}


def made(kind: str) -> bytes:
    """What the run-time makes of the paper."""
    command = [*node_command(), str(ROOT / "tests" / "record" / "make.mjs"), kind]
    return subprocess.run(command, input=json.dumps(PAPER).encode(), capture_output=True, check=True).stdout


@pytest.fixture(scope="module")
def file(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The document on the disk."""
    path = tmp_path_factory.mktemp("record") / "record.docx"
    path.write_bytes(made("docx"))
    return path


@pytest.fixture(scope="module")
def document(file: Path) -> Document:
    """The document as python-docx reads it."""
    return docx.Document(str(file))


def test_every_word_of_four_long_reflections_is_there(document: Document) -> None:
    """Four times five hundred words, each paragraph as it was written, below its question."""
    paragraphs = [paragraph.text for paragraph in document.paragraphs]
    at = 0
    for question, words in zip(QUESTIONS, REFLECTIONS, strict=True):
        at = paragraphs.index(question, at)
        assert paragraphs[at + 1 : at + 6] == words
    assert sum(len(" ".join(words).split()) for words in REFLECTIONS) == 2000


def test_headings_are_headings(document: Document) -> None:
    """Word's navigation and a screen reader's list of headings show the outline of the record."""
    styles = {paragraph.text: paragraph.style.name for paragraph in document.paragraphs if paragraph.style}
    assert styles["My record of learning"] == "Title"
    assert styles["My reflections"] == styles["What I worked through"] == "Heading 1"
    assert {styles[question] for question in QUESTIONS} == {"Heading 2"}
    assert styles[REFLECTIONS[0][0]] == "Normal"


def test_title_and_language_are_told(document: Document, file: Path) -> None:
    """What Word's accessibility check asks for first; a heading in Welsh is marked as Welsh."""
    assert document.core_properties.title == "My record of learning"
    assert document.core_properties.language == "en-GB"
    with zipfile.ZipFile(file) as parts:
        assert parts.testzip() is None
        assert '<w:lang w:val="en-GB"/>' in parts.read("word/styles.xml").decode()
        assert '<w:lang w:val="cy"/>' in parts.read("word/document.xml").decode()


def test_a_table_has_a_head_that_is_repeated(document: Document) -> None:
    """On each page that the table goes over, and for a screen reader in each row."""
    table = document.tables[0]
    assert [[cell.text for cell in row.cells] for row in table.rows] == [
        ["Module", "Time"],
        ["Welcome", "2 minutes"],
        ["Next", "9 minutes"],
    ]
    assert "w:tblHeader" in table.rows[0]._tr.xml
    assert "w:tblHeader" not in table.rows[1]._tr.xml


def test_its_columns_are_as_wide_as_their_words_need(document: Document) -> None:
    """A module's title has more room than a time; together they are as wide as the text."""
    section = document.sections[0]
    room = section.page_width - section.left_margin - section.right_margin
    first, second = (column.width for column in document.tables[0].columns)
    assert first + second == room
    assert first > 2 * second


def test_every_page_has_its_number(document: Document) -> None:
    """At the right edge of the foot, apart from the title; and Word does not call the file an old one."""
    (foot,) = document.sections[0].footer.paragraphs
    assert foot.text == "My record of learning\t"
    assert foot.style.paragraph_format.tab_stops[0].alignment == WD_TAB_ALIGNMENT.RIGHT
    assert ' PAGE "' in foot._p.xml
    assert 'w:name="compatibilityMode"' in document.settings.element.xml


def test_what_xml_cannot_hold_does_not_break_the_file(document: Document) -> None:
    """A control character, or half an emoji, pasted from somewhere else: the words around it are kept."""
    assert any(
        text.startswith("A bell") and text.endswith("pasted from elsewhere.")
        for text in (paragraph.text for paragraph in document.paragraphs)
    )


def test_the_text_has_every_word_too() -> None:
    """The plain text is no summary."""
    text = made("text").decode()
    for words in REFLECTIONS:
        for paragraph in words:
            assert paragraph in text
    assert "Welcome\n  Time: 2 minutes" in text


@pytest.mark.slow
@pytest.mark.optional
def test_libreoffice_prints_every_word(file: Path, tmp_path: Path) -> None:
    """Where LibreOffice is installed: it opens the document, and its PDF has all of the words."""
    program = shutil.which("soffice") or shutil.which("libreoffice")
    if program is None:
        pytest.skip("LibreOffice is not installed")
    profile = f"-env:UserInstallation=file://{tmp_path}/profile"
    convert = [
        program,
        profile,
        "--headless",
        "--convert-to",
        "txt:Text (encoded):UTF8",
        "--outdir",
        str(tmp_path),
        file,
    ]
    subprocess.run(convert, check=True, capture_output=True, timeout=180)
    text = (tmp_path / "record.txt").read_text(encoding="utf-8-sig")
    for words in REFLECTIONS:
        for paragraph in words:
            assert paragraph in text
    subprocess.run([*convert[:4], "pdf", *convert[5:]], check=True, capture_output=True, timeout=180)
    printed = (tmp_path / "record.pdf").read_bytes()
    assert printed.startswith(b"%PDF")
    LOOKED_AT.mkdir(parents=True, exist_ok=True)
    (LOOKED_AT / "record.pdf").write_bytes(printed)
