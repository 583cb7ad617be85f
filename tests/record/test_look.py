"""How the Word document looks, and that each style it names is there: Word shows plain text for one that is not."""

import io
import zipfile

import docx
import pytest
from docx.document import Document
from docx.oxml.ns import qn
from lxml import etree

from tests.record.test_word import made

LOOK = {
    "Normal": (None, None, None, 0, 7, None, None),
    "Title": (22, None, None, 0, 10, None, None),
    "heading 1": (15, True, None, 24, 6, True, 0),
    "heading 2": (12, True, None, 14, 4, True, 1),
    "Note": (10, None, "474E57", 0, 5, None, None),
    "Table words": (10.5, None, None, 2, 2, None, None),
    "Table head": (10.5, True, None, 2, 2, True, None),
    "footer": (9, None, "474E57", 0, 0, None, None),
}
"""Style -> points, bold, colour, points above and below, kept with what follows, level in the outline."""


@pytest.fixture(scope="module")
def document() -> Document:
    return docx.Document(io.BytesIO(made("docx")))


def test_each_style_has_its_look(document: Document) -> None:
    """Headings stand out, and stay with the words below them."""
    found = {}
    for style in document.styles.element.iter(qn("w:style")):
        if style.get(qn("w:type")) != "paragraph":
            continue
        name = style.find(qn("w:name")).get(qn("w:val"))
        of = document.styles[name]
        level = style.find(f".//{qn('w:outlineLvl')}")
        found[name] = (
            of.font.size and of.font.size.pt,
            of.font.bold,
            str(of.font.color.rgb) if of.font.color.rgb else None,
            of.paragraph_format.space_before.pt,
            of.paragraph_format.space_after.pt,
            of.paragraph_format.keep_with_next,
            level if level is None else int(level.get(qn("w:val"))),
        )
    assert found == LOOK


def test_each_style_that_is_named_is_there() -> None:
    with zipfile.ZipFile(io.BytesIO(made("docx"))) as parts:
        styles = etree.fromstring(parts.read("word/styles.xml"))
        there = {style.get(qn("w:styleId")) for style in styles.iter(qn("w:style"))}
        named = {
            one.get(qn("w:val"))
            for name in parts.namelist()
            if name.startswith("word/") and name.endswith(".xml")
            for one in etree.fromstring(parts.read(name)).iter(*(qn(f"w:{tag}Style") for tag in ("p", "r", "tbl")))
        }
        named |= {one.get(qn("w:val")) for tag in ("basedOn", "next") for one in styles.iter(qn(f"w:{tag}"))}
    assert named <= there


def test_the_head_of_a_table_looks_like_one(document: Document) -> None:
    """And its other rows do not."""
    table = document.tables[0]
    looks = [{cell.paragraphs[0].style.name for cell in row.cells} for row in table.rows]
    assert looks[0] == {"Table head"}
    assert all(look == {"Table words"} for look in looks[1:])
    assert table.style is not None and table.style.name == "Rows"


def test_after_a_heading_one_goes_on_in_ordinary_words(document: Document) -> None:
    """As somebody who writes on in Word would expect."""
    for name in ("Title", "heading 1", "heading 2", "Note"):
        assert document.styles[name].next_paragraph_style.name == "Normal"
    assert document.styles.default(docx.enum.style.WD_STYLE_TYPE.PARAGRAPH).name == "Normal"


def test_a_page_is_a4_with_a_margin_that_a_printer_can_hold(document: Document) -> None:
    (section,) = document.sections
    assert (round(section.page_width.mm), round(section.page_height.mm)) == (210, 297)
    sides = (section.top_margin, section.right_margin, section.bottom_margin, section.left_margin)
    assert [round(side.mm) for side in sides] == [22, 23, 22, 23]
    assert round(section.header_distance.mm) == round(section.footer_distance.mm) == 12
