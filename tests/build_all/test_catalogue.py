"""The catalogue of all courses: what administrators and other catalogues read, and what people see."""

import csv
import io
import json
import re
import shutil
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from typing import Any
from urllib.parse import unquote

import pytest
from lxml import html
from playwright.sync_api import Browser, Page, expect

from builder.build_all import Result, State, all_results, write_catalogue
from builder.evidence.report.write import write_evidence
from tests.build_all.courses import BROKEN, digests, edit, write_courses
from tests.build_all.test_build_all import run
from tests.evidence.test_reports import PROOF
from tests.learner.driver.looking import violations

FIRST, SECOND, LAST = "health/course-01", "health/course-02", "school/course-12"
OPTIONS = "\n\n## Quiz: Who helps? {{#help}}\n\n- [{}] A friend\n- [{}] A stranger\n"


@pytest.fixture(scope="module")
def built(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, Path]:
    """Twelve courses: built, then one changed, one broken, and one in another language."""
    folder = tmp_path_factory.mktemp("catalogue")
    courses, out = write_courses(folder / "courses"), folder / "out"
    page = courses / SECOND / "01-welcome.md"
    page.write_text(page.read_text(encoding="utf-8") + OPTIONS.format("x", " "), encoding="utf-8")
    settings(courses / LAST, "title: A sample course", "title: '=Iechyd & diogelwch'")
    settings(courses / LAST, "language: en-GB", "language: cy")
    catalogue(courses, out)
    edit(courses / FIRST, "One sentence more.")
    settings(courses / SECOND, "version: 1.0.0", "version: 1.1.0")
    page.write_text(
        page.read_text(encoding="utf-8").replace("[x] A friend", "[ ] A friend").replace("[ ] A s", "[x] A s")
    )
    edit(courses / "health/course-04", "![A tree](images/tree.png)")
    catalogue(courses, out)
    return courses, out


def settings(course: Path, old: str, new: str) -> None:
    """Change a line of the settings, or add it."""
    file = course / "course.yml"
    text = file.read_text(encoding="utf-8")
    file.write_text(text.replace(old, new) if old in text else f"{text}\n{new}\n", encoding="utf-8")


def catalogue(courses: Path, out: Path) -> tuple[Result, ...]:
    """Build all, and write the catalogue."""
    results = run(courses, out)
    write_catalogue(str(out), all_results(str(courses), str(out), results))
    return results


def shown(out: Path) -> dict[str, html.HtmlElement]:
    """Each course of the page, by its folder."""
    page = html.document_fromstring((out / "catalogue.html").read_bytes())
    items = page.xpath("//ul[@id='courses']/li")
    return {item.xpath(".//code")[0].text_content(): item for item in items}


def words(element: html.HtmlElement) -> str:
    """Its words on one line."""
    return " ".join(element.text_content().split())


def test_every_course_with_packages_is_listed_and_every_link_leads_somewhere(built: tuple[Path, Path]) -> None:
    """Also the course that broke, whose packages still stand; not those that were never built."""
    _, out = built
    items = shown(out)
    assert len(items) == 9 and not set(items) & set(BROKEN)
    for folder, item in items.items():
        links = [unquote(link) for link in item.xpath(".//a/@href")]
        assert len(links) == 4 and all((out / link).is_file() and link.startswith(folder) for link in links)
        for digest, link in zip(re.findall(r"\b[0-9a-f]{64}\b", words(item)), links[1:], strict=True):
            assert digests(out)[link] == digest
    assert "Not built. It has 1 error to mend." in words(items["health/course-04"])
    assert sum("Not built" in words(item) for item in items.values()) == 1


def test_what_changed_since_the_last_build_is_said(built: tuple[Path, Path]) -> None:
    """With what it means for learners who have begun; nothing of a course that did not change."""
    _, out = built
    items = shown(out)
    assert "Safe to put in the place of version 1.0.0." in words(items[FIRST])
    assert "version 1.0.0, with effects on learners in progress. Who helps?: " in words(items[SECOND])
    assert "What changed" not in words(items[LAST])


def test_a_course_says_its_language(built: tuple[Path, Path]) -> None:
    """A screen reader says a Welsh title in Welsh."""
    _, out = built
    item = shown(out)[LAST]
    assert item.xpath("h2/@lang") == ["cy"] and item.xpath("h2")[0].text_content() == "=Iechyd & diogelwch"


def test_json_is_a_list_of_learning_resources(built: tuple[Path, Path]) -> None:
    """In the words of schema.org, with accessibility, version, and the checksum of each package."""
    _, out = built
    value = json.loads((out / "catalogue.json").read_bytes())
    items: dict[str, Any] = {row["item"]["identifier"]: row["item"] for row in value["itemListElement"]}
    assert (value["@context"], value["numberOfItems"], len(items)) == ("https://schema.org", 9, 9)
    second = items["course-02"]
    assert second["@type"] == ["Course", "LearningResource"] and second["version"] == "1.1.0"
    assert second["accessMode"] and second["accessibilityFeature"] and second["inLanguage"] == "en-GB"
    for package in second["encoding"]:
        assert digests(out)[package["contentUrl"]] == package["sha256"]
        assert int(package["contentSize"]) == (out / package["contentUrl"]).stat().st_size


def test_the_table_has_a_row_for_each_package(built: tuple[Path, Path]) -> None:
    """For a spreadsheet, which takes no cell for a formula."""
    _, out = built
    rows = list(csv.DictReader(io.StringIO((out / "catalogue.csv").read_bytes().decode("utf-8-sig"))))
    assert len(rows) == 27
    row = next(row for row in rows if row["Course"] == SECOND and row["Destination"] == "scorm12")
    assert (row["Version"], row["Changed since"], row["Verdict"], row["State"]) == (
        "1.1.0",
        "1.0.0",
        "effects",
        "built",
    )
    assert digests(out)[row["Package"]] == row["Checksum (SHA-256)"]
    assert {row["Title"] for row in rows if row["Course"] == LAST} == {"'=Iechyd & diogelwch"}
    assert {row["State"] for row in rows if row["Course"] == "health/course-04"} == {"faulty"}


def test_a_run_that_builds_nothing_or_one_course_leaves_the_same_catalogue(
    built: tuple[Path, Path], tmp_path: Path
) -> None:
    """No clock is in it, and courses that were not asked for stay in it."""
    courses, out = built
    before = {path.name: path.read_bytes() for path in out.glob("catalogue.*")}
    assert len(before) == 3
    results = catalogue(courses, out)
    assert {path.name: path.read_bytes() for path in out.glob("catalogue.*")} == before
    write_catalogue(str(out), all_results(str(courses), str(out), results[:2]))
    assert {path.name: path.read_bytes() for path in out.glob("catalogue.*")} == before


def test_a_mended_course_is_compared_with_the_last_that_was_built(built: tuple[Path, Path], tmp_path: Path) -> None:
    """However often it was broken meanwhile."""
    courses, out = shutil.copytree(built[0], tmp_path / "courses"), shutil.copytree(built[1], tmp_path / "out")
    page = courses / "health/course-04" / "01-welcome.md"
    page.write_text(
        page.read_text(encoding="utf-8").replace("![A tree](images/tree.png)", "Other words.")
        + OPTIONS.format("x", " ")
    )
    result = next(result for result in catalogue(courses, out) if result.course == "health/course-04")
    assert result.state is State.BUILT and result.changes["from"] == "1.0.0"
    assert [change["subject"] for change in result.changes["changes"]][-1] == "Who helps?"


def test_eight_changes_of_a_course_are_listed(built: tuple[Path, Path], tmp_path: Path) -> None:
    """And how many more there are."""
    result = next(result for result in all_results(*map(str, built), []) if result.course == FIRST)
    for count, more in ((8, ""), (9, "1 more")):
        rows = [{"subject": "", "what": f"Change {number}", "effect": "", "grave": False} for number in range(count)]
        changes = {"from": "1.0.0", "verdict": "new-activity", "changes": rows}
        write_catalogue(str(tmp_path), [replace(result, changes=changes)])
        text = words(shown(tmp_path)[FIRST])
        assert "it must not replace version 1.0.0. Change 0" in text
        assert text.partition("Change 7 ")[2].startswith(more or "Packages")


def test_a_package_leads_to_the_evidence_beside_it(built: tuple[Path, Path], tmp_path: Path) -> None:
    """On the page, in the table and in JSON; not to that of an earlier build."""
    courses, out = built[0], shutil.copytree(built[1], tmp_path / "out")
    mine, earlier = (f"{FIRST}/course-01-1.0.0-{to}-evidence" for to in ("scorm12", "web"))
    write_evidence(replace(PROOF, sha256=digests(out)[f"{FIRST}/course-01-1.0.0-scorm12.zip"]), out / mine)
    write_evidence(PROOF, out / earlier)
    write_catalogue(str(out), all_results(str(courses), str(out), []))
    links = [link for item in shown(out).values() for link in item.xpath(".//a[contains(., 'Evidence')]/@href")]
    assert links == [f"{mine}/evidence.html"] and (out / links[0]).is_file()
    rows = csv.DictReader(io.StringIO((out / "catalogue.csv").read_bytes().decode("utf-8-sig")))
    assert [row["Destination"] for row in rows if row["Evidence"] == links[0]] == ["scorm12"]
    items = json.loads((out / "catalogue.json").read_bytes())["itemListElement"]
    packages = [package for row in items for package in row["item"]["encoding"] if "subjectOf" in package]
    assert [package["subjectOf"]["url"] for package in packages] == links


@pytest.fixture
def opened(built: tuple[Path, Path], page: Page) -> Iterator[Page]:
    """The page, opened by double click; what its script or its policy refuses fails the test."""
    refused: list[str] = []
    page.on("console", lambda message: refused.append(message.text))
    page.on("pageerror", lambda error: refused.append(str(error)))
    page.goto((built[1] / "catalogue.html").as_uri())
    yield page
    assert not refused


@pytest.mark.slow
def test_courses_are_found_by_words_and_language(opened: Page) -> None:
    """By keyboard, without accents and capitals; how many are left is said."""
    found, items = opened.get_by_role("status"), opened.locator("#courses > li:visible")
    expect(found).to_have_text("9 courses")
    opened.get_by_label("Find courses by words").press_sequentially("ÏECHYD")
    expect(found).to_have_text("1 of 9 courses")
    expect(items).to_have_count(1)
    opened.get_by_label("Find courses by words").fill("sample 2 friend nothing")
    expect(found).to_have_text("0 of 9 courses")
    opened.get_by_label("Find courses by words").fill("")
    opened.get_by_label("Language").select_option("cy")
    expect(found).to_have_text("1 of 9 courses")
    opened.get_by_label("Language").select_option("")
    expect(items).to_have_count(9)


@pytest.mark.slow
@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("width", [320, 1280])
def test_the_page_fits_and_axe_finds_nothing(scheme: Any, width: int, opened: Page) -> None:
    """At both widths, in both schemes."""
    opened.emulate_media(color_scheme=scheme)
    opened.set_viewport_size({"width": width, "height": 900})
    assert opened.evaluate("document.documentElement.scrollWidth") <= width
    assert violations(opened) == []


@pytest.mark.slow
def test_without_script_all_courses_are_there(built: tuple[Path, Path], browser: Browser) -> None:
    """And no field that does nothing."""
    context = browser.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto((built[1] / "catalogue.html").as_uri())
    expect(page.locator("#courses > li:visible")).to_have_count(9)
    expect(page.get_by_role("searchbox")).to_have_count(0)
    context.close()
