"""Whole runs of `satchel verify`: every state is seen, two runs say the same, and the recipes for continuous integration work."""

import json
import re
import subprocess
import sys
from pathlib import Path

import pytest
import yaml
from playwright.sync_api import Browser

from builder.evidence import work
from builder.evidence.lms.server import serving
from builder.evidence.opened import opened_package
from tests.conftest import ROOT
from tests.evidence.small import FILES, built, planted

pytestmark = [pytest.mark.browser, pytest.mark.slow]
STATES = {
    "drinks": {"as opened", "all open", "without an answer", "wrong", "partly", "right", "found again"},
    "thoughts": {"as opened", "all open", "without an answer", "wrong", "right", "found again"},
}
"""Of each page of the small course those that its questions can be in."""
HANDBOOK = ROOT / "builder" / "handbook" / "how-to.md"


def run(*words: str, folder: Path = ROOT) -> subprocess.CompletedProcess[str]:
    """The command as it is typed, in a folder."""
    command = [sys.executable, "-m", "builder", *words]
    return subprocess.run(command, capture_output=True, text=True, check=False, cwd=folder)


def test_every_state_of_every_question_is_seen(browser: Browser, tmp_path: Path) -> None:
    """Of each page, and each state by the same probes of pages."""
    with opened_package(built(tmp_path)["scorm12"]) as package, serving(package.folder) as address:
        for place in work.survey(browser, package, address):
            seen = work.walk_page(browser, package, address, place)
            states = {one.state for one in seen.sightings if one.probe == "axe"}
            assert states == STATES.get(place.id, states)
            for probe in ("reflow", "dark", "headings", "targets"):
                assert {one.state for one in seen.sightings if one.probe == probe} == states
            assert seen.notes == ()


def test_two_runs_say_the_same_however_many_browsers_there_are(tmp_path: Path) -> None:
    """Byte by byte: what is printed, and all of the evidence, with its pictures; of a page whose options are shuffled too."""
    pale = {"satchel.css": lambda text: f"{text}\n.question__title {{ color: #999 !important; }}"}
    package = planted(built(tmp_path)["web"], tmp_path / "pale.zip", pale)
    runs = []
    for jobs in ("1", "3"):
        folder = tmp_path / jobs
        done = run("verify", str(package), "--json", "--jobs", jobs, "--evidence", str(folder))
        assert done.returncode == 1, done.stderr
        files = {path.name: path.read_bytes() for path in sorted(folder.iterdir())}
        runs.append((re.sub(r'"[^"]*/(1|3)/', '"', done.stdout), files))
    assert runs[0] == runs[1]
    assert b"data:image/png" in runs[0][1]["evidence.html"]


def commands(name: str) -> list[list[str]]:
    """The commands of Satchel that a recipe of the handbook has, each in words."""
    text = HANDBOOK.read_text(encoding="utf-8")
    part = text[text.index("### Verify in continuous integration") :]
    recipe = yaml.safe_load(part[part.index(name) :].split("```yaml\n")[1].split("```")[0])
    (job,) = recipe["jobs"].values() if "jobs" in recipe else recipe.values()
    lines = [step.get("run", "") for step in job["steps"]] if "steps" in job else job["script"]
    return [line.split()[1:] for line in lines if line.startswith("satchel ")]


@pytest.mark.parametrize("forge", ["GitHub Actions", "GitLab"])
def test_the_recipes_of_the_handbook_work(tmp_path: Path, forge: str) -> None:
    """The course is built and verified by their words, and all that is kept is where they look for it."""
    (tmp_path / "course").mkdir()
    for name, text in FILES.items():
        (tmp_path / "course" / name).write_text(text, encoding="utf-8")
    for words in commands(forge):
        found = [[str(path) for path in tmp_path.glob(word)] if "*" in word else [word] for word in words]
        done = run(*(word for some in found for word in some), folder=tmp_path)
        assert done.returncode == 0, done.stdout + done.stderr
    assert (tmp_path / "dist" / "evidence" / "evidence.html").is_file()
    if forge == "GitHub Actions":
        assert json.loads((tmp_path / "seen.sarif").read_text(encoding="utf-8"))["runs"][0]["results"] == []
