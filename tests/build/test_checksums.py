"""The page for whoever puts the course into an LMS names the files beside it as they are."""

import hashlib
from pathlib import Path

from lxml import html

from builder import __version__
from builder.pipeline import build


def test_the_handover_page_has_name_size_and_checksum_of_each_package(course_folder: Path, tmp_path: Path) -> None:
    """So that an administrator can tell whether a file arrived whole."""
    outcome = build(course_folder, tmp_path / "dist")
    page = next(path for path in outcome.written if path.name.endswith("handover.html"))
    words = " ".join(html.parse(page).getroot().text_content().split())
    assert f"Version 1.0.0, made with Satchel {__version__}." in words
    assert len(outcome.packages) == 3
    for package in outcome.packages:
        content = package.path.read_bytes()
        assert package.path.name in words
        assert f"{len(content):,} bytes" in words
        assert hashlib.sha256(content).hexdigest() in words
