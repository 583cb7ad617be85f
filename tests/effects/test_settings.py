"""Keys of course.yml and of front matter, as a learner meets them on the page."""

from pathlib import Path

import pytest

from tests.effects.course import one, page_of, spoken, words

PEOPLE = "people:\n  - id: ann\n    name: Ann Jones\n    role: Social worker\n    about: She *listens*.\n"


@pytest.mark.parametrize(
    ("settings", "shown"),
    [
        ("summary: What helps, in short.\n", "What helps, in short."),
        ("time: 45 minutes\n", "About 45 minutes"),
        (PEOPLE, "With Ann Jones"),
        (
            "people:\n  - {id: ann, name: Ann}\n  - {id: ben, name: Ben}\n  - {id: cai, name: Cai}\n",
            "With Ann, Ben and Cai",
        ),
        (PEOPLE, "People Ann Jones Social worker She listens."),
    ],
    ids=["summary", "time", "people", "several people", "role and about"],
)
def test_the_cover_shows(course_folder: Path, settings: str, shown: str) -> None:
    """What the course is about, how long it takes, and who made it."""
    assert shown not in words(one(page_of(course_folder), "//*[@id='cover']"))
    assert shown in words(one(page_of(course_folder, settings), "//*[@id='cover']"))


@pytest.mark.parametrize(
    ("settings", "shown"),
    [
        ("version: 2.1.0\n", "Version 2.1.0."),
        ("publisher: The Ideas Team\n", "The Ideas Team. Version 1.0.0."),
        ("rights: © 2026 The Ideas Team\n", "Version 1.0.0. © 2026 The Ideas Team"),
        ("", "Version 1.0.0."),
    ],
    ids=["version", "publisher", "rights", "no version"],
)
def test_the_foot_shows(course_folder: Path, settings: str, shown: str) -> None:
    """Which version it is, who publishes it, and whose it is."""
    assert words(one(page_of(course_folder, settings), "//footer//*[contains(@class, 'colophon__course')]")) == shown


@pytest.mark.parametrize(
    ("contact", "link"),
    [
        ("access@example.org", "mailto:access@example.org"),
        ("https://example.org/access", "https://example.org/access"),
        ("the office in Leeds, 0113 496 0000", ""),
    ],
)
def test_a_learner_reads_where_to_report_a_barrier(course_folder: Path, contact: str, link: str) -> None:
    """At the foot of each page; an address is a link."""
    line = page_of(course_folder, f"contact: {contact}\n").xpath("//footer//*[contains(@class, 'colophon__course')]")[0]
    assert words(line).startswith(f"Is something in this course a barrier to you? Tell us: {contact}")
    assert line.xpath(".//a/@href") == ([link] if link else [])


def test_the_title_is_that_of_window_and_cover(course_folder: Path) -> None:
    """And the language that of the page: a screen reader chooses its voice by it."""
    page = page_of(course_folder)
    assert words(one(page, "//head/title")) == "A sample course"
    assert words(one(page, "//*[@id='cover']//h1")) == "A sample course"
    assert page.get("lang") == "en-GB"
    settings = course_folder / "course.yml"
    settings.write_text(settings.read_text().replace("en-GB", "cy").replace("A sample course", "Cwrs"))
    page = page_of(course_folder)
    assert (page.get("lang"), words(one(page, "//*[@id='cover']//h1"))) == ("cy", "Cwrs")


def test_a_module_has_its_own_id_title_summary_language_and_presenters(course_folder: Path) -> None:
    """All that its front matter says of it, at its head; its id is its address."""
    front = "id: hello\ntitle: Croeso\nsummary: Yn fyr.\nlanguage: cy\npresenters: [ann]\n"
    page = page_of(course_folder, PEOPLE, front, body="Helo.")
    module = one(page, "//*[@data-module='hello']")
    assert (module.get("id"), spoken(one(module, ".//h1"))) == ("hello", "cy")
    assert words(one(module, ".//h1")) == "Croeso"
    head = words(one(module, "./header"))
    assert "Yn fyr." in head and head.endswith("With Ann Jones")
    assert words(one(page, "//*[@data-contents='hello']")) == "Croeso"


def test_a_module_without_an_id_has_one_from_its_file(course_folder: Path) -> None:
    """Without the number, so that modules may change places."""
    (course_folder / "02-who-helps.md").write_text("---\ntitle: Who helps\n---\n\nHello.\n")
    assert page_of(course_folder).xpath("//@data-module")[:2] == ["welcome", "who-helps"]
    (course_folder / "02-who-helps.md").rename(course_folder / "00-who-helps.md")
    assert page_of(course_folder).xpath("//@data-module")[:2] == ["who-helps", "welcome"]


def test_modules_come_in_the_order_of_their_file_names(course_folder: Path) -> None:
    """On the cover and in the list of contents."""
    (course_folder / "00-before.md").write_text("---\ntitle: Before\n---\n\nHello.\n")
    (course_folder / "02-behind.md").write_text("---\ntitle: Behind\n---\n\nHello.\n")
    page = page_of(course_folder)
    for place in ("//*[@id='cover']//ol//a", "//nav[@id='contents']//li/a[@data-contents]"):
        assert [words(link) for link in page.xpath(place)][:3] == ["Before", "Welcome", "Behind"]
    assert page.xpath("//@data-module")[:3] == ["before", "welcome", "behind"]


def test_files_that_are_no_modules_are_none(course_folder: Path) -> None:
    """A README, a glossary and a fragment are in no list of modules."""
    (course_folder / "README.md").write_text("# For authors\n")
    (course_folder / "_part.md").write_text("Help is at hand.\n")
    (course_folder / "glossary.md").write_text("Trust\n: Relying on somebody.\n")
    page = page_of(course_folder, body="We trust you.\n\n[For authors](_part.md)")
    assert page.xpath("//@data-module") == ["welcome"]
    assert "For authors" not in words(page) and "Help is at hand." in words(page)
