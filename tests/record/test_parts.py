"""The parts of the Word document: each has a type and somebody who points to it (ECMA-376, part 2).

python-docx forgives what Word does not: it opens a file whose parts have no type.
"""

import io
import posixpath
import zipfile

import pytest
from lxml import etree

from tests.record.test_word import made

PACKAGE = "http://schemas.openxmlformats.org/package/2006"
OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
WORD = "application/vnd.openxmlformats-officedocument.wordprocessingml"
TYPES = {
    "_rels/.rels": "application/vnd.openxmlformats-package.relationships+xml",
    "word/_rels/document.xml.rels": "application/vnd.openxmlformats-package.relationships+xml",
    "docProps/core.xml": "application/vnd.openxmlformats-package.core-properties+xml",
    "word/document.xml": f"{WORD}.document.main+xml",
    "word/styles.xml": f"{WORD}.styles+xml",
    "word/settings.xml": f"{WORD}.settings+xml",
    "word/footer1.xml": f"{WORD}.footer+xml",
}
POINTED = {
    "docProps/core.xml": f"{PACKAGE}/relationships/metadata/core-properties",
    "word/document.xml": f"{OFFICE}/officeDocument",
    "word/styles.xml": f"{OFFICE}/styles",
    "word/settings.xml": f"{OFFICE}/settings",
    "word/footer1.xml": f"{OFFICE}/footer",
}


@pytest.fixture(scope="module")
def parts() -> dict[str, bytes]:
    """The parts by their names."""
    with zipfile.ZipFile(io.BytesIO(made("docx"))) as file:
        return {name: file.read(name) for name in file.namelist()}


def test_each_part_has_its_type(parts: dict[str, bytes]) -> None:
    """By its name, or else by its ending; and no part is there that nobody knows."""
    types = etree.fromstring(parts["[Content_Types].xml"])
    defaults = {
        one.get("Extension"): one.get("ContentType") for one in types.iter(f"{{{PACKAGE}/content-types}}Default")
    }
    named = {one.get("PartName"): one.get("ContentType") for one in types.iter(f"{{{PACKAGE}/content-types}}Override")}
    found = {
        name: named.get(f"/{name}") or defaults.get(name.rpartition(".")[2])
        for name in parts
        if name != "[Content_Types].xml"
    }
    assert found == TYPES


def test_each_part_is_pointed_to(parts: dict[str, bytes]) -> None:
    """From the package, or from the document: what nothing points to is not shown."""
    found = {}
    for rels, folder in (("_rels/.rels", ""), ("word/_rels/document.xml.rels", "word")):
        for one in etree.fromstring(parts[rels]):
            found[posixpath.normpath(posixpath.join(folder, one.get("Target", "").lstrip("/")))] = one.get("Type")
    assert found == POINTED


def test_each_part_is_sound_xml(parts: dict[str, bytes]) -> None:
    """Word opens no file of which a part is broken off."""
    for name, content in parts.items():
        assert etree.fromstring(content) is not None, name
