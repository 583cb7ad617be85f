"""`satchel judge`: packages of other tools, sound and with planted faults."""

import json
import os
import subprocess
import sys
import zipfile
from pathlib import Path

import pytest
from click.testing import CliRunner
from playwright.sync_api import Browser

from builder.cli import main
from builder.evidence.judging import judged_in
from builder.evidence.run import Proof
from tests.conftest import ROOT
from tests.evidence.others import FAULTS, PACKAGES, Fault, packed, planted_together

pytestmark = pytest.mark.browser


LANGUAGE = next(fault for fault in FAULTS if (fault.package, fault.probe) == ("pages and links", "page-language"))


def judged(browser: Browser, package: Path) -> Proof:
    """What is seen of a package."""
    return judged_in(browser, package)


@pytest.mark.slow
@pytest.mark.parametrize("name", PACKAGES)
def test_nothing_is_found_in_a_sound_package(browser: Browser, tmp_path: Path, name: str) -> None:
    """Every screen is reached, whatever leads to it; and it is said how much that was, and what was not pressed."""
    proof = judged(browser, packed(tmp_path / "sound.zip", name))
    assert [(one.probe, one.place, one.words) for one in proof.findings] == []
    screens = 2 if name == "answers on buttons" else 3
    assert len(proof.pages) == screens
    assert proof.seen.notes[-2].startswith(f"{screens} screens reached and")
    assert proof.questions == (name != "pages and links")
    assert ("“Turn the card”" in " ".join(proof.seen.notes)) == (name == "pages and links")


@pytest.mark.slow
@pytest.mark.parametrize("faults", planted_together(), ids=lambda faults: "; ".join(map(str, faults)))
def test_a_planted_fault_is_found_at_its_place(browser: Browser, tmp_path: Path, faults: list[Fault]) -> None:
    """By the probe that is for it, with its criterion. Those that hide no other are in one package."""
    proof = judged(browser, packed(tmp_path / "faulty.zip", faults[0].package, faults))
    found = {(one.probe, one.criterion) for one in proof.findings}
    assert {(fault.probe, fault.criterion) for fault in faults} <= found


@pytest.mark.slow
def test_the_command_says_what_it_found_and_how_far_it_came(tmp_path: Path) -> None:
    """As text with exit status 1; as JSON with the evidence beside it."""
    package = packed(tmp_path / "faulty.zip", "pages and links", [LANGUAGE])
    command = [sys.executable, "-m", "builder", "judge", str(package)]
    told = subprocess.run(command, capture_output=True, text=True, check=False, cwd=ROOT, env=os.environ)
    assert told.returncode == 1
    assert "finding page-language WCAG 3.1.1: the page does not say which language it is in" in told.stdout
    assert "in: Soap and water, as opened" in told.stdout
    assert "Note: 3 screens reached and 0 fields answered" in told.stdout
    asked = [*command, "--json", "--evidence", str(tmp_path / "evidence")]
    said = json.loads(subprocess.run(asked, capture_output=True, text=True, check=False, cwd=ROOT).stdout)
    assert {one["page"] for one in said["findings"]} == {"Soap and water"}
    assert (
        "the page does not say which language" in (tmp_path / "evidence" / "evidence.html").read_text("utf-8").lower()
    )


def test_a_zip_that_nobody_can_play_is_refused(tmp_path: Path) -> None:
    """In one sentence, with exit status 2."""
    with zipfile.ZipFile(tmp_path / "notes.zip", "w") as file:
        file.writestr("notes.txt", "Nothing to play.")
    told = CliRunner().invoke(main, ["judge", str(tmp_path / "notes.zip")])
    assert told.exit_code == 2
    assert "it has neither a manifest that names a page nor an index.html" in told.output
