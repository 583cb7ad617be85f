"""Packages that were made to do harm, opened to be judged: nothing outside is read, and what cannot be opened is a sentence."""

import json
import zipfile
from pathlib import Path

import pytest

from builder.errors import UnreadableSource
from builder.evidence.opened import opened_package
from builder.verify import verify_package
from tests.cases import for_each

MANIFEST = (
    '<manifest identifier="m" xmlns="http://www.imsproject.org/xsd/imscp_rootv1p1p2">'
    '<organizations default="o"><organization identifier="o"><title>T</title>'
    '<item identifier="i" identifierref="r"><title>T</title></item></organization></organizations>'
    '<resources><resource identifier="r" type="webcontent" href="{}"/></resources></manifest>'
)


def packed(folder: Path, *members: tuple[str, str | bytes], launch: str = "index.html") -> Path:
    """A package of nobody's, with these members beside its page."""
    path = folder / "package.zip"
    with zipfile.ZipFile(path, "w") as zip_file:
        for name, content in (("imsmanifest.xml", MANIFEST.format(launch)), ("index.html", "<p>Words"), *members):
            entry = zipfile.ZipInfo("any")
            entry.filename = name
            zip_file.writestr(entry, content)
    return path


@for_each("launch", ["../../../../../../etc/passwd", "%2e%2e/%2e%2e/%2e%2e/%2e%2e/etc/passwd", "/etc/passwd", "%2Fetc%2Fpasswd", "file:///etc/passwd", "..\\..\\x", "a" * 5000, "a%00b"])  # fmt: skip
def test_a_manifest_that_names_a_file_of_this_machine_opens_none(tmp_path: Path, launch: str) -> None:
    """Evidence would show it: the page of the package is opened in its place."""
    with opened_package(packed(tmp_path, launch=launch)) as opened:
        assert opened.launch == "index.html" and opened.launches == ("index.html",)


@for_each("name", ["../out.html", "a/../../out.html", "/tmp/out.html", "a/../../../../../../tmp/out.html"])
def test_a_member_whose_name_leads_out_is_not_unpacked(tmp_path: Path, name: str) -> None:
    """Nor read as part of the package."""
    with opened_package(packed(tmp_path, (name, "out"))) as opened:
        assert sorted(file.name for file in opened.folder.rglob("*")) == ["imsmanifest.xml", "index.html"]
        assert not (opened.folder.parent / "out.html").exists()


UNPACKABLE = {
    "a file in the place of a folder": [("a", "x"), ("a/b", "y")],
    "the folder itself": [(".", "x")],
    "a path longer than a disk takes": [("/".join(["d" * 200] * 30), "x")],
    "a name longer than a disk takes": [("a" * 3000, "x")],
}


@for_each("name", UNPACKABLE)
def test_what_no_disk_takes_is_a_sentence(tmp_path: Path, name: str) -> None:
    """Without the folder of this machine in which it was to be."""
    with pytest.raises(UnreadableSource) as refused, opened_package(packed(tmp_path, *UNPACKABLE[name])):
        pass
    assert "cannot be unpacked" in str(refused.value) and "satchel-" not in str(refused.value)
    assert len(str(refused.value)) < 200 + len(str(tmp_path))


NOT_OURS = {
    "nested 100,000 deep": "[" * 100_000,
    "nested deep in an object": '{"modules":' + "[" * 100_000 + "]" * 100_000 + "}",
    "numbers in the place of lists": json.dumps({"modules": 7, "languages": 5}),
    "modules that are none": json.dumps({"modules": [1, {"id": {}}]}),
    "questions that are none": json.dumps({"modules": [{"id": "a", "questions": [7]}]}),
    "languages that are none": json.dumps({"modules": [{"id": "a"}], "languages": [None, {}]}),
    "a word in the place of a list": json.dumps({"modules": [{"id": "a"}], "languages": "cy"}),
    "kinds that are none": json.dumps({"modules": [{"id": "a"}], "kinds": [1]}),
    "a statement that is none": json.dumps({"modules": [{"id": "a"}], "statement": "x"}),
    "no text": b"\xff\xfe\x00",
}


@for_each("name", NOT_OURS)
def test_a_file_like_ours_that_is_not_is_passed_over(tmp_path: Path, name: str) -> None:
    """The package is judged as anybody's; one of the shape of ours is played by what it says."""
    with opened_package(packed(tmp_path, ("satchel.json", NOT_OURS[name]))) as opened:
        assert not opened.hooked and opened.languages == ()
    ours = json.dumps({"modules": [{"id": "a", "questions": [{}]}], "languages": ["cy"], "language": "en-GB"})
    with opened_package(packed(tmp_path, ("satchel.json", ours))) as opened:
        assert opened.hooked and opened.languages == ("en-GB", "cy")


def test_a_member_without_a_name_is_reported(tmp_path: Path) -> None:
    """As one that is no path; `zipfile` fails on it."""
    report, _ = verify_package(packed(tmp_path, ("", "x")))
    assert "PKG-003" in {one.rule for one in report.diagnostics}
