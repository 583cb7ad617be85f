"""`satchel verify`, from the command to the exit status: sound packages, and packages with planted faults."""

import json
import os
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest
from click.testing import CliRunner
from playwright.sync_api import Browser

from builder.cli import main
from builder.evidence import journeys, work
from builder.evidence.finding import Seen
from builder.evidence.lms.server import serving
from builder.evidence.opened import opened_package
from builder.pipeline import build
from tests.conftest import ROOT
from tests.evidence.small import built, planted

pytestmark = pytest.mark.browser
Change = Callable[[str], str]


@pytest.fixture(scope="module")
def packages(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Path]:
    """The small course, built for every destination."""
    return built(tmp_path_factory.mktemp("small"))


def run(*words: str, chromium: str = "") -> subprocess.CompletedProcess[str]:
    """The command as it is typed: in a process of its own, for two Playwrights at a time will not run in one."""
    command = [sys.executable, "-m", "builder", "verify", *words]
    env = os.environ | ({"SATCHEL_CHROMIUM": chromium} if chromium else {})
    return subprocess.run(command, capture_output=True, text=True, check=False, env=env, cwd=ROOT)


def after(code: str) -> Change:
    """Script of the page, with more at its end."""
    return lambda text: f"{text}\n;{code}"


def style(css: str) -> Change:
    """Style of the page, with more at its end."""
    return lambda text: f"{text}\n{css}"


LIES = """{
  const lms = window.parent.API;
  if (lms) { const set = lms.LMSSetValue; lms.LMSSetValue = (element, value) => set(element, %s); }
}"""
SCRIPT, STYLE, PAGE = "satchel.js", "satchel.css", "index.html"
FAULTS = {
    "a focus that nobody sees": ("focus-visible", "page", {STYLE: style("*:focus, *:focus-visible { outline: none !important; box-shadow: none !important; text-decoration: none !important; background-color: transparent !important; }")}),
    "pale words": ("axe", "page", {STYLE: style(".question__title { color: #999 !important; }")}),
    "a page as wide as a desk": ("reflow", "page", {STYLE: style(".question { inline-size: 900px !important; max-inline-size: none !important; }")}),
    "a verdict that is said twice": ("announced-once", "page", {SCRIPT: after("addEventListener('submit', () => setTimeout(() => { const one = document.createElement('p'); one.setAttribute('role', 'alert'); one.textContent = 'Checked.'; document.querySelector('main').append(one); }, 50), true)")}),
    "a focus that is lost": ("focus-kept", "page", {SCRIPT: after("addEventListener('submit', () => setTimeout(() => document.activeElement.blur(), 50), true)")}),
    "an answer that goes from its fields": ("answer-stays", "page", {SCRIPT: after("addEventListener('submit', ({ target }) => setTimeout(() => target.reset(), 50), true)")}),
    "a result that is another": ("lms-as-shown", "page", {SCRIPT: after(LIES % "element.endsWith('.result') ? 'wrong' : value")}),
    "a response that is another": ("lms-as-shown", "page", {SCRIPT: after(LIES % "element.endsWith('student_response') ? 'x' : value")}),
    "a value that no LMS takes": ("lms-takes", "page", {SCRIPT: after(LIES % "element.endsWith('.latency') ? 'soon' : value")}),
    "a heading that is skipped": ("headings", "page", {PAGE: lambda text: text.replace("<h2 class=\"question__title\"", "<h4 class=\"question__title\"").replace("</h2></legend>", "</h4></legend>")}),
    "a page without a language": ("page-language", "page", {SCRIPT: after("addEventListener('hashchange', () => document.documentElement.removeAttribute('lang'))")}),
    "a status that is never sent": ("status-told", "by_keyboard", {SCRIPT: after(LIES % "element.endsWith('lesson_status') ? 'incomplete' : value")}),
    "a score that is another": ("score-told", "by_keyboard", {SCRIPT: after(LIES % "element.endsWith('score.raw') ? '50' : value")}),
    "a state that is never sent": ("answers-kept", "by_keyboard", {SCRIPT: after(LIES % "element.endsWith('suspend_data') ? '' : value")}),
    "a button that no key reaches": ("completes-by-keyboard", "by_keyboard", {SCRIPT: after("setInterval(() => document.querySelectorAll('[data-check]').forEach(one => one.tabIndex = -1), 20)")}),
    "a request to another host": ("nothing-leaves", "disk", {PAGE: lambda text: text.replace("default-src 'none'; ", "", 1).replace("img-src 'self' data:", "img-src *", 1).replace("</body>", '<img src="http://example.invalid/x.png" alt=""></body>')}),
    "a script that fails": ("comes-to-life", "disk", {SCRIPT: after("setTimeout(() => { throw new Error('no'); }, 10)")}),
    "words that script alone shows": ("no-script", "disk", {STYLE: style("html:not([data-js]) .module p { display: none !important; }")}),
    "words that are not on paper": ("print", "disk", {STYLE: style("@media print { .module p { display: none !important; } }")}),
    "a question torn over two sheets": ("print", "disk", {STYLE: style("@media print { * { break-inside: auto !important; } }")}),
    "trouble that is not said": ("trouble-told", "ended_session", {SCRIPT: after("new MutationObserver(() => { document.querySelectorAll('[data-trouble]').forEach(one => one.removeAttribute('data-trouble')); const notice = document.querySelector('[data-notice]'); if (!notice.hidden) notice.hidden = true; }).observe(document, { subtree: true, attributes: true, childList: true })")}),
    "a session that runs out": ("no-timing", "twenty_hours", {SCRIPT: after("setTimeout(() => document.querySelector('main').prepend('Your session has expired.'), 1_800_000)")}),
    "work that a night deletes": ("answers-kept", "twenty_hours", {SCRIPT: after("setTimeout(() => document.querySelectorAll('form').forEach(one => one.reset()), 28_800_000)")}),
    "words for a pointer alone": ("hover", "page", {STYLE: style(".question__title:hover::after { content: 'A hint to the answer'; }")}),
    "a key that goes on": ("single-keys", "page", {SCRIPT: after("addEventListener('keydown', ({ key }) => { if (key === 'n') document.body.dataset.n = String(Math.random()); })")}),
}  # fmt: skip
"""What is planted -> the probe that catches it, the piece of work in which it does, and the changes."""
TOGETHER = (
    (
        "a focus that nobody sees",
        "pale words",
        "a page as wide as a desk",
        "words for a pointer alone",
        "a key that goes on",
    ),
    ("a verdict that is said twice", "a heading that is skipped", "a page without a language"),
    ("a response that is another", "a value that no LMS takes"),
    ("a status that is never sent", "a score that is another", "a state that is never sent"),
    ("a request to another host", "words that script alone shows", "words that are not on paper"),
    ("a session that runs out", "work that a night deletes"),
)
"""Faults that are planted in one package: none hides another, and each has a probe of its own."""
PLANTED = (*TOGETHER, *((name,) for name in FAULTS if not any(name in names for names in TOGETHER)))


def seen(browser: Browser, package: Path, piece: str) -> Seen:
    """One piece of work on a package: a page, or a whole sitting."""
    with opened_package(package) as opened, serving(opened.folder) as address:
        if piece != "page":
            found: Seen = getattr(journeys, piece)(browser, opened, address)
            return found
        place = next(one for one in work.survey(browser, opened, address) if one.id == "drinks")
        return work.walk_page(browser, opened, address, place)


@pytest.mark.slow
@pytest.mark.parametrize("names", PLANTED, ids="; ".join)
def test_a_planted_fault_is_found(
    browser: Browser, packages: dict[str, Path], tmp_path: Path, names: tuple[str, ...]
) -> None:
    """In the package as an LMS gets it, by the probe that is for it."""
    probes, pieces, changes = zip(*(FAULTS[name] for name in names), strict=True)
    broken = planted(packages["scorm12"], tmp_path / "broken.zip", *changes)
    assert {*probes} <= {finding.probe for finding in seen(browser, broken, pieces[0]).findings}
    assert len({*pieces}) == 1 and len({*probes}) == len(names)


@pytest.mark.slow
@pytest.mark.parametrize("destination", ["scorm12", "scorm2004", "web"])
def test_nothing_is_found_in_a_sound_package(packages: dict[str, Path], destination: str) -> None:
    """The command says so, with how much it asked, and its exit status is 0."""
    result = run(str(packages[destination]), "--json")
    said = json.loads(result.stdout)
    assert said["findings"] == []
    assert said["notes"] == []
    assert result.returncode == 0
    assert {"axe", "keyboard-walk", "focus-visible", "no-script", "verdict-right"} <= said["asked"].keys()
    assert ("lms-as-shown" in said["asked"]) == (destination != "web")
    assert said["pages"][:3] == [
        "A small course",
        "What do we drink?",
        "What do you think?",
    ]


def test_a_package_of_another_tool_is_refused(tmp_path: Path) -> None:
    """In one sentence, with exit status 2."""
    import zipfile

    other = tmp_path / "other.zip"
    with zipfile.ZipFile(other, "w") as file:
        file.writestr("index.html", "<title>Other</title>")
    result = CliRunner().invoke(main, ["verify", str(other)])
    assert result.exit_code == 2
    assert "it was not made with Satchel" in result.output


@pytest.mark.slow
def test_every_scene_of_a_story_is_looked_at(browser: Browser, tmp_path: Path) -> None:
    """With all that belongs to a page in a new state; by keyboard the story comes to an end, and the course is complete."""
    outcome = build(ROOT / "tests" / "lms" / "scenes" / "course", tmp_path, ("scorm2004",))
    (package,) = outcome.packages
    with opened_package(package.path) as opened, serving(opened.folder) as address:
        place = next(one for one in work.survey(browser, opened, address) if one.id == "door")
        walked = work.walk_page(browser, opened, address, place)
        travelled = journeys.by_keyboard(browser, opened, address)
    scenes = {one.state for one in walked.sightings if one.state.startswith("scene ")}
    assert scenes == {f"scene {id}" for id in ("door-opens", "door-shut", "help-today", "back-at-office")}
    assert walked.findings == travelled.findings == ()


@pytest.mark.slow
def test_without_a_browser_one_sentence_says_what_to_do(packages: dict[str, Path]) -> None:
    """And the exit status is 2."""
    result = run(str(packages["web"]), chromium="/nowhere/chromium")
    assert result.returncode == 2
    assert "Chromium is not installed. SATCHEL_CHROMIUM names /nowhere/chromium, which does not start." in result.stderr


@pytest.mark.slow
def test_findings_are_listed_and_the_status_is_1(packages: dict[str, Path], tmp_path: Path) -> None:
    """Each with its probe, its criterion, its page and its state."""
    broken = planted(
        packages["web"], tmp_path / "broken.zip", {STYLE: style(".question__title { color: #999 !important; }")}
    )
    result = run(str(broken), "--jobs", "1")
    assert result.returncode == 1
    assert "finding axe WCAG 1.4.3: elements must meet minimum color contrast ratio thresholds" in result.stdout
    assert "in: What do we drink?, as opened" in result.stdout
    assert "broken.zip: " in result.stdout


def test_the_server_answers_this_machine_alone(tmp_path: Path) -> None:
    """It listens on the loopback interface, and gives nothing but the package's files and its own two."""
    from urllib.error import HTTPError
    from urllib.request import urlopen

    (tmp_path / "index.html").write_text("<title>Small</title>", encoding="utf-8")
    with serving(tmp_path) as address:
        assert address.startswith("http://127.0.0.1:")
        assert b"Small" in urlopen(f"{address}/content/index.html").read()
        for path in ("/index.html", "/content/../../etc/passwd", "/"):
            with pytest.raises(HTTPError, match="404"):
                urlopen(f"{address}{path}")


@pytest.mark.slow
def test_a_build_puts_the_evidence_beside_each_package(tmp_path: Path) -> None:
    """In a folder that is named after it, with what people tested; what the statement lacks is a warning."""
    built(tmp_path)
    course = tmp_path / "course"
    with (course / "course.yml").open("a", encoding="utf-8") as settings:
        settings.write("owner: Leeds\n")
    (course / "tested-with.yml").write_text(
        "enforcement: The ombudsman\ntested:\n- {with: NVDA, version: 2025.3, date: 2026-02-10}\n", encoding="utf-8"
    )
    out = tmp_path / "out"
    command = [sys.executable, "-m", "builder", "build", str(course), "--to", "web", "--out", str(out), "--evidence"]
    done = subprocess.run(command, capture_output=True, text=True, check=False, cwd=ROOT)
    assert done.returncode == 0, done.stdout + done.stderr
    assert "warning course.yml has no `contact:`" in done.stdout
    assert "warning `enforcement:` stands in tested-with.yml; it belongs in course.yml" in done.stdout
    assert "has no `owner:`" not in done.stdout
    assert "The ombudsman" in (out / "small-1.0.0-web-evidence" / "statement.html").read_text(encoding="utf-8")
    folder = out / "small-1.0.0-web-evidence"
    assert {path.name for path in folder.iterdir()} == {
        "acr.yaml",
        "conformance.html",
        "evidence.html",
        "evidence.json",
        "statement.html",
    }
    assert "Published by Leeds." in (folder / "evidence.html").read_text(encoding="utf-8")
    assert "NVDA 2025.3" in (folder / "conformance.html").read_text(encoding="utf-8")
