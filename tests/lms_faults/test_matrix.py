"""The page of the lab shows the outcome of each fault, and claims no more than was tried."""

from pathlib import Path

import pytest
from lxml import html

from tests.lms_faults import matrix, results
from tests.lms_faults.faults import ALL
from tests.lms_faults.results import reported
from tests.lms_faults.told import sentences


def test_a_failure_is_told_in_words(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """What failed stands beside its version with its reason, and `make lab` fails with it; what was not tried is marked so."""
    monkeypatch.setattr(results, "FOLDER", tmp_path)
    with reported("lms", "no-api", "scorm12", ALL["no-api"].about, "Chromium 1") as result:
        result.told, result.found = "no-lms", "device"
    with pytest.raises(AssertionError), reported("lms", "late-api", "scorm2004", ALL["late-api"].about):
        raise AssertionError("gone from the device: ['alone']")
    assert matrix.main([str(tmp_path / "lab.html")]) == 1
    page = html.fromstring((tmp_path / "lab.html").read_text(encoding="utf-8"))
    rows = {row.findtext("th"): [cell.text for cell in row.findall("td")] for row in page.iterfind(".//tbody/tr")}
    assert rows == {
        "The LMS offers no API.": ["Kept", "Not tried"],
        "The API is there three seconds late.": ["Not tried", "Failed: gone from the device: ['alone']"],
    }
    assert sentences()["no-lms"] in page.text_content()
    assert "1 of 2 were kept; 1 failed" in page.text_content()


def test_every_fault_says_something_that_the_page_can_say() -> None:
    """Each row of the table of faults names kinds of the save status that there are."""
    assert {kind for fault in ALL.values() for kind in (fault.told, fault.then)} <= set(sentences())
