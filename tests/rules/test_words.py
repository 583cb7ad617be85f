"""Every word of the source is in the finished page, or its line is named."""

import random
from pathlib import Path

import pytest

from builder.check import check_course, check_words
from builder.check.lost_words import _Said
from builder.kinds import KINDS
from builder.model.course import Course
from builder.read import read_course
from builder.render.course import render_page
from builder.render.page.environment import templates_folder
from tests.cases import for_each
from tests.conftest import COURSE


def finished(folder: Path) -> tuple[Course, str]:
    """A course and its page."""
    checked, _ = check_course(*read_course(folder, KINDS))
    assert checked is not None
    return checked.course, render_page(checked.course, templates_folder())


@pytest.fixture(scope="module")
def first() -> tuple[Course, str]:
    """The first course and its page."""
    return finished(COURSE)


def lost(course: Course, page: str) -> list[str]:
    """Places of the words that a page lacks."""
    return [f"{d.span.path}:{d.span.line} {d.rule}" for d in check_words(course, page.encode())]


def test_the_first_course_loses_nothing(first: tuple[Course, str]) -> None:
    """Front matter, prose, options, feedback, captions: all of it arrives."""
    assert lost(*first) == []


@for_each(
    ("words", "place"),
    [
        ("<p>The films in this copy of the course are short stand-ins.", "01-welcome.md:19"),
        ("What this course is about, and where its findings come from.", "01-welcome.md:3"),
        ("<em>Journal of Children’s Services</em>", "06-presenters-standards-references.md:24"),
        ("Yes. Learning and reflexivity are promoted.", "02-ethical-innovation.md:36"),
        ("About the presenters</h2>", "06-presenters-standards-references.md:5"),
        ("What would be indicators for you that an innovation has been successful?", "05-reflective-questions.md:15"),
    ],
)  # fmt: skip
def test_what_a_page_drops_is_named_with_its_line(words: str, place: str, first: tuple[Course, str]) -> None:
    """A paragraph, a summary, an option's feedback, emphasised words, a heading: each is missed where it was written."""
    course, page = first
    assert words in page
    assert lost(course, page.replace(words, "")) == [f"{place} WEB-030"]


def test_a_caption_that_is_cut_off_is_named_in_its_file(first: tuple[Course, str]) -> None:
    """Captions are embedded as an address that nobody reads: there a loss would be seen last."""
    course, page = first
    cut = page.replace("%0AThis%20is%20a%20stand-in.", "", 1)
    assert cut != page
    assert lost(course, cut) == ["media/ethical-innovation.en.vtt:25 WEB-030"]


def test_captions_of_several_speakers_are_found_with_their_names(course_folder: Path) -> None:
    """The page adds names among the words, marks and entities stand in them; what is cut off is still missed."""
    (course_folder / "01-welcome.md").write_text(
        "---\ntitle: Welcome\n---\n## Watch: A film\n\n[A film](media/film.mp4)\n\n- captions: media/film.en.vtt\n"
        "- descriptions: not needed (only the speaker is shown)\n"
    )
    (course_folder / "media" / "film.en.vtt").write_text(
        "WEBVTT\n\n00:00:00.000 --> 00:00:03.000\n<v Ann>Who de<i>cid</i>es, R&amp;D?</v>\n<v Bob>We <b>all</b> do.</v>\n\n"
        "00:00:03.000 --> 00:00:05.000\n<v Ann>So we said.</v>\n"
    )
    course, page = finished(course_folder)
    assert "Bob%3A%20We" in page or "Bob:%20We" in page
    assert lost(course, page) == []
    cut = page.replace("So%20we%20said.", "")
    assert lost(course, cut) == ["media/film.en.vtt:7 WEB-030"]


def test_what_the_settings_say_is_missed_too(course_folder: Path) -> None:
    """The title, the summary, rights, people, and the questions of a form of one's own; not what is for catalogues."""
    (course_folder / "course.yml").write_text(
        'id: sample\ntitle: "Who\'s who"\nlanguage: en-GB\nsummary: >\n  All about\n  {{team}}\npublisher: The Press\n'
        "rights: Ours & theirs\nkeywords: [never shown]\nvariables:\n  team: The Ideas Team\nrecord: record.yml\n"
        "people:\n  - id: jo\n    name: Jo Bloggs\n    role: Writer\n    about: |\n      Likes *marmalade*.\n\n      - And [milk](https://www.example.org)\n"
    )
    (course_folder / "record.yml").write_text(
        "title: My form\nquestions:\n  - id: learnt\n    ask: What was new?\n    help: Briefly.\n"
    )
    course, page = finished(course_folder)
    assert lost(course, page) == []
    for words, place in (
        ("Who’s who", "course.yml:2"),
        ("The Ideas Team", "course.yml:4"),
        ("The Press", "course.yml:7"),
        ("Ours &amp; theirs", "course.yml:8"),
        ("Jo Bloggs", "course.yml:15"),
        ("Writer", "course.yml:16"),
        ("<em>marmalade</em>", "course.yml:17"),
        ("milk", "course.yml:17"),
        ("My form", "record.yml:1"),
        ("What was new?", "record.yml:4"),
        ("Briefly.", "record.yml:5"),
    ):
        assert words in page, words
        assert f"{place} WEB-030" in lost(course, page.replace(words, "")), words


def test_typography_and_markdown_signs_are_not_words(course_folder: Path) -> None:
    """Quotes, dashes, ellipses, emphasis, links, notes, code and escapes arrive in another form, and count as there."""
    (course_folder / "01-welcome.md").write_text(
        '---\ntitle: "It\'s here: welcome"\nsummary: >\n  Two lines -- of\n  a summary...\n---\n\n'
        '"Quoted" -- and *so* **o**n...  \nwith [a link](https://www.example.org/a_b) and [another][Named elsewhere] of the_name & 5 < 6\\*, `a[0]`.[^1]\n\n'
        "<!-- nobody reads\nthis -->\n\n![Five people](images/team.png \"Our team\")\n\nTable: All of them\n\n"
        "| One | Two |\n|:--|--:|\n| *a* \\| b | H<sub>2</sub>O |\n\nTerm\n: Its meaning {lang=cy}\n\n"
        "```python\nprint('#no')\n```\n\nThe NEF and [words]{lang=cy}.\n\n[^1]: A note.\n\n*[NEF]: New European Framework\n\n[named elsewhere]: https://www.example.org/other\n"
        "## Order: First? {#first}\n\n1. One\n   > Yes, one comes before.\n2. Two\n",
        encoding="utf-8",
    )  # fmt: skip
    assert lost(*finished(course_folder)) == []


def test_what_the_page_of_terms_drops_is_named_too(course_folder: Path) -> None:
    """A definition that did not arrive."""
    (course_folder / "glossary.md").write_text("Hello | hullo\n: A word of welcome.\n")
    course, page = finished(course_folder)
    assert lost(course, page) == []
    assert lost(course, page.replace("A word of welcome.", "A word.")) == ["glossary.md:2 WEB-030"]
    assert lost(course, page.replace(", hullo", "")) == ["glossary.md:1 WEB-030"]


def test_a_line_is_found_wherever_it_stands() -> None:
    """Near the last one, far behind it, before it, or nowhere: as if all of the page were searched each time."""
    dice = random.Random(5)
    page = "".join(dice.choices("ab \n", k=100_000))
    said = _Said(page)
    for _ in range(300):
        at, length = dice.randrange(len(page)), dice.randrange(1, 40)
        line = page[at : at + length] if dice.random() < 0.7 else "".join(dice.choices("ab ", k=length))
        assert said._holds(line) == (line in page)
