"""The evidence: never more than was seen, complete, valid, the same twice, and accessible itself."""

import json
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
import yaml
from jsonschema import Draft7Validator
from playwright.sync_api import Browser

from builder.errors import Defect, UnreadableSource
from builder.evidence.criteria.catalogue import Criterion, claims, criteria
from builder.evidence.criteria.standing import Level, Standing, standings
from builder.evidence.finding import PRACTICE, Finding, Seen, Sighting
from builder.evidence.lms.launch import Launch, profile
from builder.evidence.report.acr import ADHERENCE, CATALOGUE, notes_of
from builder.evidence.report.matter import matter_of
from builder.evidence.report.pages import page_text, statement_text
from builder.evidence.report.people import read_people
from builder.evidence.report.write import write_evidence, write_sarif
from builder.evidence.run import Proof
from builder.evidence.scene import Scene
from builder.evidence.work import ALL_PROBES, ask_page
from tests.cases import for_each
from tests.conftest import ROOT
from tests.evidence.small import FILES
from tests.evidence.test_pages import NOTHING

KINDS = ("film", "recording", "picture", "drawing", "field", "link", "table")
SIGHTINGS = tuple(Sighting(probe.id, page, state) for probe in ALL_PROBES for page in ("One", "Two") for state in ("as opened", "wrong"))  # fmt: skip
PROOF = Proof(
    "small-1.0.0-scorm12.zip", "ab" * 32, "scorm12", "A small course", "0.1.0", "Chromium 131.0", {"axe-core": "4.11"},
    ("One", "Two"), 3, Seen(SIGHTINGS, kinds=KINDS), "en-GB", "1.0.0",
)  # fmt: skip
BLIND = replace(PROOF, seen=Seen())
ALL = (*criteria(), *claims())
DATE = "2026-03-02"


def seeded(criterion: Criterion) -> Proof:
    """The same with one fault."""
    fault = Finding("axe", criterion.number, "Two", "wrong", "p <b>", "words & faults", "", b"\x89PNG")
    return replace(PROOF, seen=replace(PROOF.seen, findings=(fault,)))


def level_of(proof: Proof, criterion: Criterion) -> Level:
    """How a package stands to one criterion."""
    return standings(proof, [criterion])[0].level


SOUND = [one.level for one in standings(PROOF, ALL)]


@for_each("criterion", ALL, ids=lambda one: one.number)
def test_a_fault_drops_its_criterion_alone(criterion: Criterion) -> None:
    """Whichever it is, it is not supported then; the others stay as they were."""
    levels = [one.level for one in standings(seeded(criterion), ALL)]
    place = ALL.index(criterion)
    assert levels[place] is Level.FAILS
    assert levels[:place] + levels[place + 1 :] == SOUND[:place] + SOUND[place + 1 :]


@for_each("criterion", ALL, ids=lambda one: one.number)
def test_nobody_says_more_than_was_seen(criterion: Criterion) -> None:
    """Without a look nothing is supported, whatever the criterion; and no such standing can be made."""
    assert level_of(BLIND, criterion) in (Level.UNSEEN, Level.ABSENT)
    for level in (Level.SUPPORTS, Level.PEOPLE):
        with pytest.raises(Defect):
            Standing(criterion, level)
    if level_of(PROOF, criterion) in (Level.SUPPORTS, Level.PEOPLE):
        looked = standings(PROOF, [criterion])[0]
        assert looked.probes and looked.sightings and looked.pages == 2
        unlooked = tuple(one for one in SIGHTINGS if one.probe not in {probe.id for probe in looked.probes})
        blind = replace(PROOF, seen=replace(PROOF.seen, sightings=unlooked))
        assert level_of(blind, criterion) is Level.UNSEEN


def test_the_package_says_who_answers_for_it_and_a_file_of_before_does_too(tmp_path: Path) -> None:
    """What `course.yml` says goes before `tested-with.yml`, which is still read."""
    file = tmp_path / "tested-with.yml"
    file.write_text("owner: The old office\nenforcement: The ombudsman\n", encoding="utf-8")
    said = replace(PROOF, statement={"owner": "Leeds", "contact": "access@example.org"})
    page = statement_text(matter_of(said, DATE, read_people(file)), "en")
    assert "published by Leeds" in page
    assert "write to access@example.org" in page
    assert "The ombudsman" in page
    assert "The old office" not in page


def test_what_the_statement_cannot_say_is_a_warning(tmp_path: Path) -> None:
    """And what stands where it belongs no longer."""
    from builder.evidence.beside import lacking
    from builder.pipeline import build

    (tmp_path / "tested-with.yml").write_text("enforcement: The ombudsman\n", encoding="utf-8")
    (tmp_path / "course.yml").write_text(FILES["course.yml"] + "publisher: Leeds\n", encoding="utf-8")
    (tmp_path / "01-one.md").write_text("---\ntitle: One\n---\n\nWords.\n", encoding="utf-8")
    course = build(tmp_path, tmp_path / "out", ["web"]).course
    assert lacking(tmp_path, course) == [
        "course.yml has no `contact:` - a learner who meets a barrier does not read whom to write to",
        "`enforcement:` stands in tested-with.yml; it belongs in course.yml, so that the package itself says it",
    ]


def test_what_people_must_judge_is_not_supported_until_they_have() -> None:
    """Their judgement is written down with name and date; a fault that was seen outweighs it."""
    alternatives = next(one for one in criteria() if one.number == "1.1.1")
    assert level_of(PROOF, alternatives) is Level.PEOPLE
    people = read_people(Path(__file__).parent / "tested-with.yml")
    assert standings(PROOF, [alternatives], people.judged)[0].level is Level.SUPPORTS
    assert standings(seeded(alternatives), [alternatives], people.judged)[0].level is Level.FAILS
    assert people.untested == ("JAWS", "TalkBack", "voice control")


def test_a_sitting_with_the_whole_course_is_no_page() -> None:
    """A report has never more pages than the course; it says that the whole course was gone through."""
    keyboard = next(one for one in criteria() if one.number == "2.1.1")
    sitting = Sighting("completes-by-keyboard", "course", "by keyboard")
    for sightings, reach in (
        ((sitting,), "in sittings with the whole course, in 1 state"),
        ((sitting, *SIGHTINGS), "on 2 pages and in sittings with the whole course, in "),
        (SIGHTINGS, "on 2 pages, in "),
    ):
        proof = replace(PROOF, seen=replace(PROOF.seen, sightings=sightings))
        (standing,) = standings(proof, [keyboard])
        assert standing.reach.startswith(reach)
        assert reach in page_text("evidence", matter_of(proof, DATE)) and reach in notes_of(standing)


def test_what_the_course_has_not_is_not_applicable() -> None:
    """No film was met: its criteria say so, and no more."""
    without = replace(PROOF, seen=replace(PROOF.seen, kinds=("link",)))
    captions = next(one for one in criteria() if one.number == "1.2.2")
    assert level_of(without, captions) is Level.ABSENT
    assert level_of(PROOF, captions) is Level.PEOPLE


@for_each(
    "case",
    [
        ("1.1.1", "drawing", "<svg width=90 height=90 aria-hidden=true></svg>"),
        ("1.1.1", "film", "<video width=90 height=90></video>"),
        ("1.1.1", "field", "<label>Name <input></label>"),
        ("1.2.1", "film", "<video width=90 height=90></video>"),
        ("1.4.5", "drawing", "<canvas width=90 height=90></canvas>"),
    ],
)
def test_what_a_criterion_may_be_about_is_never_said_to_be_missing(scene: Scene, case: tuple[str, str, str]) -> None:
    """A drawing, a film and a field are no text either; a film may have no sound; a drawing may show words."""
    number, kind, words = case
    scene.launch.page.set_content(words)
    assert kind in scene.ask("structure.kinds")
    criterion = next(one for one in criteria() if one.number == number)
    assert level_of(replace(PROOF, seen=replace(PROOF.seen, kinds=(kind,))), criterion) is not Level.ABSENT
    assert level_of(replace(PROOF, seen=replace(PROOF.seen, kinds=("link",))), criterion) is Level.ABSENT


def test_the_criteria_are_those_of_wcag() -> None:
    """Each once: 32 of level A with the one that was taken out, 24 of AA; and each has its own address."""
    count = [sum(one.level == level for one in criteria()) for level in ("A", "AA", "AAA")]
    assert count == [32, 24, 24]
    assert len({one.number for one in ALL}) == len(ALL)
    assert len({one.address for one in criteria()}) == len(criteria())
    known = {number for probe in ALL_PROBES for number in probe.criteria}
    assert known <= {one.number for one in ALL} | {PRACTICE}


@pytest.fixture(scope="module")
def written(tmp_path_factory: pytest.TempPathFactory) -> dict[str, str]:
    """Every file, of a package with one fault."""
    folder = tmp_path_factory.mktemp("evidence")
    people = read_people(Path(__file__).parent / "tested-with.yml")
    return {
        path.name: path.read_text(encoding="utf-8") for path in write_evidence(seeded(criteria()[5]), folder, people)
    }


def test_openacr_has_what_its_schema_asks_for(written: dict[str, str]) -> None:
    """Title, product, contacts with an address, the catalogue, and a term of it for each criterion."""
    said = yaml.safe_load(written["acr.yaml"])
    assert said["catalog"] == CATALOGUE
    assert said["product"]["name"] == "A small course"
    assert said["author"]["email"] == said["vendor"]["email"] == "access@example.org"
    terms = {"supports", "partially-supports", "does-not-support", "not-applicable", "not-evaluated"}
    assert set(ADHERENCE.values()) <= terms
    rows = [row for chapter in said["chapters"].values() for row in chapter["criteria"]]
    assert [row["num"] for row in rows] == [one.number for one in criteria()]
    levels = {row["num"]: row["components"][0]["adherence"] for row in rows}
    assert all(adherence["level"] in terms and adherence["notes"] for adherence in levels.values())
    assert levels[criteria()[5].number]["level"] == "does-not-support"
    assert levels["1.1.1"]["level"] == "supports"
    assert "Judged by R. Patel on 2026-02-11" in levels["1.1.1"]["notes"]


OPENACR = ROOT / "node_modules" / "@openacr" / "openacr" / "schema" / "openacr-0.1.0.json"
IN_CATALOGUE = {
    "success_criteria_level_a": "1.1.1 1.2.1 1.2.2 1.2.3 1.3.1 1.3.2 1.3.3 1.4.1 1.4.2 2.1.1 2.1.2 2.1.4 2.2.1 2.2.2 2.3.1 2.4.1 2.4.2 2.4.3 2.4.4 2.5.1 2.5.2 2.5.3 2.5.4 3.1.1 3.2.1 3.2.2 3.2.6 3.3.1 3.3.2 3.3.7 4.1.1 4.1.2",
    "success_criteria_level_aa": "1.2.4 1.2.5 1.3.4 1.3.5 1.4.3 1.4.4 1.4.5 1.4.10 1.4.11 1.4.12 1.4.13 2.4.5 2.4.6 2.4.7 2.4.11 2.5.7 2.5.8 3.1.2 3.2.3 3.2.4 3.3.3 3.3.4 3.3.8 4.1.3",
    "success_criteria_level_aaa": "1.2.6 1.2.7 1.2.8 1.2.9 1.3.6 1.4.6 1.4.7 1.4.8 1.4.9 2.1.3 2.2.3 2.2.4 2.2.5 2.2.6 2.3.2 2.3.3 2.4.8 2.4.9 2.4.10 2.4.12 2.4.13 2.5.5 2.5.6 3.1.3 3.1.4 3.1.5 3.1.6 3.2.5 3.3.5 3.3.6 3.3.9",
}  # fmt: skip
"""The chapters of the catalogue `2.5-edition-wcag-2.2-en`, and their criteria."""


def refused(said: dict[str, Any]) -> list[str]:
    """What OpenACR's own schema says against a report."""
    schema = json.loads(OPENACR.read_text(encoding="utf-8"))
    return [one.message for one in Draft7Validator(schema).iter_errors(said)]


def test_openacr_is_valid_by_its_own_schema_and_its_catalogue(written: dict[str, str]) -> None:
    """Every criterion of A and AA is in its chapter, and none that the catalogue does not know. Less is refused."""
    said = yaml.safe_load(written["acr.yaml"])
    assert refused(said) == []
    chapters = {name: {row["num"] for row in chapter["criteria"]} for name, chapter in said["chapters"].items()}
    known = {name: {*numbers.split()} for name, numbers in IN_CATALOGUE.items()}
    assert chapters.keys() == known.keys()
    assert all(
        chapters[f"success_criteria_level_{level}"] == known[f"success_criteria_level_{level}"] for level in ("a", "aa")
    )
    assert chapters["success_criteria_level_aaa"] < known["success_criteria_level_aaa"]
    assert {
        one["name"] for chapter in said["chapters"].values() for row in chapter["criteria"] for one in row["components"]
    } == {"web"}
    assert refused(said | {"author": {"name": "Leeds"}}) == ["'email' is a required property"]
    assert refused(said | {"version": "1.0"})
    assert refused({key: value for key, value in said.items() if key != "product"})


def test_earl_has_an_assertion_for_each_criterion(written: dict[str, str]) -> None:
    """With one of the five outcomes, about the very package; and one for each finding."""
    graph = json.loads(written["evidence.json"])["@graph"]
    assertions = [one for one in graph if one["@type"] == "earl:Assertion"]
    assert len(assertions) == len(ALL) + 1
    assert {one["earl:subject"]["@id"] for one in assertions} == {f"urn:sha256:{'ab' * 32}"}
    outcomes = {one["earl:result"]["earl:outcome"]["@id"] for one in assertions}
    assert outcomes <= {"earl:passed", "earl:failed", "earl:cantTell", "earl:inapplicable", "earl:untested"}
    assert "earl:failed" in outcomes


def test_sarif_names_the_line_of_the_source(tmp_path: Path) -> None:
    """Of a question its heading, of a page its title, of the course its settings; without the folder the package."""
    (tmp_path / "01-one.md").write_text("---\ntitle: One\n---\n\n## Quiz: What? {#drink}\n", encoding="utf-8")
    places = {"drink": "One", "#drink > h2": "One", "p.cover": "One", "a": "My record"}
    found = tuple(Finding("axe", "1.4.3", page, "wrong", place, f"words {place}") for place, page in places.items())
    proof = replace(PROOF, seen=replace(PROOF.seen, findings=found))
    for folder, wanted in (
        (tmp_path, [("01-one.md", 5), ("01-one.md", 5), ("01-one.md", 2), ("course.yml", 1)]),
        (None, [(PROOF.name, 1)] * 4),
    ):
        [path] = write_sarif(proof, tmp_path / "seen.sarif", folder)
        run = json.loads(path.read_text(encoding="utf-8"))["runs"][0]
        physical = [one["locations"][0]["physicalLocation"] for one in run["results"]]
        names = [one["artifactLocation"]["uri"].rpartition("/")[2] for one in physical]
        assert list(zip(names, [one["region"]["startLine"] for one in physical], strict=True)) == wanted
        assert {one["ruleId"] for one in run["results"]} <= {one["id"] for one in run["tool"]["driver"]["rules"]}


def test_a_reader_finds_each_fault(written: dict[str, str]) -> None:
    """Where it is, and in which words; as words, never as markup."""
    assert "1 fault found" in written["evidence.html"]
    assert "p &lt;b&gt;" in written["evidence.html"]
    assert "Words &amp; faults" in written["evidence.html"]
    assert "words &amp; faults" in written["conformance.html"]


def test_a_reader_finds_who_tested_with_what(written: dict[str, str]) -> None:
    """What people did with name and date, and what nobody has done."""
    for name in ("evidence.html", "conformance.html"):
        assert "NVDA 2025.3" in written[name]
        assert "Not tested with JAWS, TalkBack, voice control." in written[name]
    assert "write to access@example.org" in written["statement.html"]
    assert "published by Leeds Children’s Services" in written["statement.html"]
    assert "not fully accessible" in written["statement.html"]


def test_without_people_it_says_so() -> None:
    """Nobody is named who has not tested."""
    text = page_text("evidence", matter_of(PROOF, DATE))
    assert "No fault was found" in text
    assert "Not tested with NVDA, JAWS, VoiceOver, TalkBack, voice control." in text


def test_the_same_is_written_twice(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Byte by byte, on the date that is asked for."""
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "1772409600")
    files = [[path.read_bytes() for path in write_evidence(PROOF, tmp_path / name)] for name in ("one", "two")]
    assert files[0] == files[1]
    assert b"2026-03-02" in files[0][0]


@for_each(
    ("text", "words"),
    [
        ("tested:\n- with: NVDA\n", "an entry has no `version:`"),
        ("tested: NVDA\n", "`tested:` is no list of entries"),
        ("- NVDA\n", "it has no keys such as `tested:`"),
        ("tested: [\n", "it is no YAML"),
        ("judged:\n- {criterion: 1.1.1, verdict: fine, by: A, date: 2026-01-01}\n", "is not one of supports, does-not-support"),
        ("judged:\n- {criterion: 9.9.9, verdict: supports, by: A, date: 2026-01-01}\n", "there is no criterion 9.9.9"),
    ],
)  # fmt: skip
def test_what_cannot_be_used_is_said(tmp_path: Path, text: str, words: str) -> None:
    """In one sentence that names the file."""
    (tmp_path / "tested-with.yml").write_text(text, encoding="utf-8")
    with pytest.raises(UnreadableSource, match=r"tested-with\.yml") as problem:
        read_people(tmp_path / "tested-with.yml")
    assert words in str(problem.value)


@pytest.fixture
def scene(browser: Browser) -> Iterator[Scene]:
    """A page that is judged as any other is."""
    with profile(browser) as context:
        opened = context.new_page()
        yield Scene(Launch(NOTHING, opened, opened.main_frame, False), "Evidence", "as opened")


@pytest.mark.slow
@pytest.mark.browser
@pytest.mark.parametrize("name", ["evidence.html", "conformance.html", "statement.html"])
def test_the_evidence_is_judged_by_itself(scene: Scene, written: dict[str, str], tmp_path: Path, name: str) -> None:
    """Every probe of pages is asked of it, and finds nothing."""
    (tmp_path / name).write_text(written[name].replace("iVBORw==", PIXEL), encoding="utf-8")
    scene.launch.page.goto((tmp_path / name).as_uri())
    assert [(one.probe, one.place, one.words) for one in ask_page(scene).findings] == []


PIXEL = "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg=="
