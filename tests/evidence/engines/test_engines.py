"""What IBM Equal Access and HTML_CodeSniffer say is reported, unless the accessibility tree says that it is a false alarm."""

import json
from collections.abc import Iterator
from pathlib import Path

import pytest
from click.testing import CliRunner
from playwright.sync_api import Browser

from builder.evidence.engines import complaints, false_alarms, installed
from builder.evidence.engines.false_alarms import FALSE_ALARMS, FalseAlarm
from builder.evidence.engines.tree import TreeNode
from builder.evidence.finding import PRACTICE
from builder.evidence.lms.launch import Launch, profile
from builder.evidence.scene import Scene
from tests.conftest import ROOT
from tests.evidence.engines.engine_pairs import DOUBTS, Doubt
from tests.evidence.engines.engine_pairs import PRACTICE as PRACTICES
from tests.evidence.pairs import main, page
from tests.evidence.test_pages import NOTHING

pytestmark = pytest.mark.browser


@pytest.fixture(scope="module")
def scene(browser: Browser) -> Iterator[Scene]:
    """A page into which each pair is put."""
    with profile(browser) as context:
        opened = context.new_page()
        yield Scene(Launch(NOTHING, opened, opened.main_frame, False), "A page", "as opened")


def show(scene: Scene, document: str) -> None:
    """Put a document into the page."""
    scene.launch.page.goto("about:blank")
    scene.launch.page.set_content(document)


def rules(scene: Scene, engine: str, document: str) -> set[str]:
    """Rules of an engine that a page breaks, as reported."""
    show(scene, document)
    ask = complaints.ibm_faults if engine == "ibm" else complaints.htmlcs_faults
    return {fault.rule for fault in ask(scene)}


@pytest.mark.slow
@pytest.mark.parametrize("doubt", DOUBTS, ids=str)
def test_a_complaint_is_set_aside_where_the_tree_says_so_and_nowhere_else(
    scene: Scene, doubt: Doubt, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The engine complains of both pages."""
    aside, kept = doubt.documents()
    assert doubt.rule not in rules(scene, doubt.engine, aside)
    assert doubt.rule in rules(scene, doubt.engine, kept)
    monkeypatch.setattr(complaints, "FALSE_ALARMS", ())
    assert doubt.rule in rules(scene, doubt.engine, aside)


def test_each_row_of_the_table_has_a_pair_for_all_that_the_tree_may_say() -> None:
    """No row that nobody has seen at work."""
    tried = {
        (row, doubt.saying) for doubt in DOUBTS for row in false_alarms.rows_of(doubt.engine, doubt.rule, FALSE_ALARMS)
    }
    assert {(row, saying) for row in FALSE_ALARMS for saying in row.tree} <= tried


@pytest.mark.slow
@pytest.mark.parametrize(("engine", "rule"), PRACTICES, ids=str)
def test_what_no_criterion_asks_for_is_good_practice(scene: Scene, engine: str, rule: str) -> None:
    """It is reported, and fails no criterion."""
    show(scene, page(main(PRACTICES[engine, rule])))
    ask = complaints.ibm_faults if engine == "ibm" else complaints.htmlcs_faults
    assert {fault.criterion for fault in ask(scene) if fault.rule == rule} == {PRACTICE}


def test_each_rule_of_good_practice_has_a_page() -> None:
    """No rule that nobody has seen at work."""
    assert PRACTICES.keys() == false_alarms.GOOD_PRACTICE


@pytest.mark.parametrize(
    ("saying", "holds", "fails"),
    [
        ("absent", TreeNode(), TreeNode(True, "button")),
        ("named", TreeNode(True, "button", "Close"), TreeNode(True, "button", " ")),
        ("nameless", TreeNode(True, "form"), TreeNode(True, "form", "Search")),
        ("no role", TreeNode(True, "generic"), TreeNode(True, "group")),
        ("main", TreeNode(main=True), TreeNode(True, "link", "Skip")),
    ],
)
def test_what_the_tree_may_say(saying: str, holds: TreeNode, fails: TreeNode) -> None:
    """Each saying holds of some elements and not of others; what is not in the tree has no name."""
    from builder.evidence.engines.false_alarms import set_aside

    row = FalseAlarm("ibm", "a rule", "4.1.2", (saying,), "")
    assert set_aside(row, holds)
    assert not set_aside(row, fails)


@pytest.fixture
def fresh() -> Iterator[None]:
    """Nothing is remembered of where engines are."""
    for remembered in (installed.source_of, installed.version_of):
        remembered.cache_clear()
    yield
    for remembered in (installed.source_of, installed.version_of):
        remembered.cache_clear()


def test_engines_are_found_in_the_folder_that_is_named(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, fresh: None
) -> None:
    """Else in `node_modules` of the folder that one is in, or above."""
    package = tmp_path / "kept" / "node_modules" / "html_codesniffer"
    (package / "build").mkdir(parents=True)
    (package / "package.json").write_text('{"version": "9.8.7"}', encoding="utf-8")
    (package / "build" / "HTMLCS.js").write_text("var HTMLCS = 1;", encoding="utf-8")
    (tmp_path / "kept" / "below").mkdir()
    monkeypatch.setenv(installed.VARIABLE, str(tmp_path / "kept"))
    monkeypatch.chdir(tmp_path)
    assert installed.version_of(installed.HTMLCS) == "9.8.7"
    assert installed.version_of(installed.IBM) == ""
    installed.version_of.cache_clear()
    monkeypatch.setenv(installed.VARIABLE, str(tmp_path / "nowhere"))
    assert installed.version_of(installed.HTMLCS) == ""
    installed.version_of.cache_clear()
    monkeypatch.chdir(tmp_path / "kept" / "below")
    assert installed.version_of(installed.HTMLCS) == "9.8.7"


def test_an_engine_that_is_not_installed_is_said_not_to_have_looked(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, fresh: None
) -> None:
    """It is no look, and the report says how to get it."""
    from builder.evidence import engines

    monkeypatch.setenv(installed.VARIABLE, str(tmp_path))
    monkeypatch.chdir(tmp_path)
    assert engines.missing() == (
        "IBM Equal Access was not asked: it is not installed. Run: satchel engines",
        "HTML_CodeSniffer was not asked: it is not installed. Run: satchel engines",
    )
    assert list(engines.versions()) == ["axe-core"]
    assert not complaints.installed(installed.IBM)(None)  # type: ignore[arg-type]


def test_the_engines_are_fetched_by_name_into_their_folder(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, fresh: None
) -> None:
    """In the versions that the table was tried with, and none of their scripts runs."""
    from builder.cli import main as satchel

    npm = tmp_path / "npm"
    npm.write_text('#!/bin/sh\nprintf "%s\\n" "$@" > "$SATCHEL_ENGINES/said"\n', encoding="utf-8")
    npm.chmod(0o755)
    monkeypatch.setenv("PATH", f"{tmp_path}:/bin:/usr/bin")
    monkeypatch.setenv(installed.VARIABLE, str(tmp_path / "engines"))
    told = CliRunner().invoke(satchel, ["engines"])
    assert told.exit_code == 0, told.output
    assert told.output.startswith("IBM Equal Access 4.0.34\nHTML_CodeSniffer 2.5.1\n  in ")
    said = (tmp_path / "engines" / "said").read_text(encoding="utf-8").split()
    assert said[:3] == ["install", "--prefix", str(tmp_path / "engines")]
    assert {"--ignore-scripts", "accessibility-checker-engine@4.0.34", "html_codesniffer@2.5.1"} <= {*said}
    npm.write_text("#!/bin/sh\necho the network is down >&2\nexit 1\n", encoding="utf-8")
    failed = CliRunner().invoke(satchel, ["engines"])
    assert failed.exit_code == 2
    assert "npm could not fetch the engines: the network is down" in failed.output


def test_the_versions_are_those_of_the_tests() -> None:
    """`satchel engines` fetches what package.json names."""
    wanted = json.loads((ROOT / "package.json").read_text(encoding="utf-8"))["devDependencies"]
    assert {engine.package: engine.version for engine in installed.ENGINES}.items() <= wanted.items()
