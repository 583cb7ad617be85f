"""Words that stand inside signs: titles of links, alternatives and captions of pictures, attributes of tags."""

import re
from collections.abc import Iterator
from dataclasses import fields, is_dataclass
from pathlib import Path

import pytest

from builder.model.content import Abbreviation, Element, Link, Picture
from builder.model.diagnostics import Report
from builder.render.course import render_page
from builder.render.page.environment import templates_folder
from builder.translate import work
from builder.translate.segment import Token, Tokens
from tests.cases import for_each
from tests.conftest import ROOT
from tests.translate.pretend import MARK, read, same, translate, unmarked
from tests.translate.test_round_trip import check_joined, check_round_trip

TEAM = 'The "Ideas" <b>Team</b> & Co'
ROLES = {"what a picture shows", "caption of a picture", "what an abbreviation stands for", "title of a link"}
PICTURE = ROOT / "tests" / "courses" / "base" / "images" / "team.png"
BODIES = {
    "a tag of a picture": '<img src="images/team.png" alt="Seven of us">\n',
    "in single quotes, with looks": "Before.\n\n<IMG width=200 src='images/team.png' alt='The \"plan\" &amp; us' title='Ours' />\n",
    "in a list and in a list in it": '- <img src="images/team.png" alt="On [the] *left*">\n- Words\n  - <img alt="Right" src="images/team.png">\n',
    "in a quotation in a quotation": '> > <img src="images/team.png" alt="Both" title="Who?">\n',
    "as steps": '## Order: A day {#day}\n\n1. <img src="images/team.png" alt="Morning">\n2. <img src="images/team.png" alt="Noon &lt; 1">\n3. Evening\n',
    "with an id": '## Order: A day {#day}\n\n1. <img src="images/team.png" alt="Morning"> {#first}\n2. Evening\n',
    "with a language": '<img src="images/team.png" alt="Pump ohonom"> {lang=cy}\n',
    "in a footnote and a box": 'See.[^a]\n\n> [!NOTE]\n>\n> <img src="images/team.png" alt="Box">\n\n[^a]: Note.\n\n    <img src="images/team.png" alt="Note">\n',
    "with its description": '<img src="images/team.png" alt="Curve">\n\nDescription: It rises.\n',
    "titles of tags": 'An <abbr title="First">a</abbr>, <abbr title=\'The "second"\'>b</abbr>, <ABBR TITLE = Third>c</ABBR>, <q title=(4)>d</q>.\n',
    "a title of a tag that is never closed": '- One <dfn title="Fifth">e\n- Two\n',
    "tags that nest wrongly": "<b>one <i>two</b> three, *four <u>five* six</u>, [seven <s>eight](https://example.org/a)</s>, <em>**nine</em> ten**.\n",
    "emphasis around tags": "**one <sub>two</sub>** <b>*three*</b> and *<q>four</q> five*.\n",
    "a picture by its label": "See ![*this* one][p], ![The team] and ![the team][] now.\n\n[p]: images/team.png\n[the team]: <images/team.png>\n",
    "links by their labels": "[One] [two][One], [three][], [four][none].\n\n[one]: https://example.org/1 'First \"q\"'\n[three]: https://example.org/3 (Third)\n",
    "a title that stands in the text too": 'The plan: [this][p], or [that](https://example.org/b "plan").\n\n[p]: https://example.org/a "plan"\n',
    "titles of links": "[a](https://example.org/a \"Back \\\\\\\\* 'q'\") [b](https://example.org/b 'A \"b\" c') [c](https://example.org/c (Round))\n",
    "in a cell": '| A | B |\n| --- | --- |\n| <abbr title="x \\| y">z</abbr> | [l](https://example.org "m \\| n") |\n',
    "straight quotes": "It's 'so', said the '60s. \"Rock 'n' roll\", 5'10\", 'twas.\n",
    "an abbreviation": "The DHSC.\n\n*[DHSC]: Health & 'Social' \"Care\" for {{team}}\n",
    "a variable in a title": 'The <abbr title="of {{team}}">we</abbr>, [us](https://example.org "{{team}} and us").\n',
}


def course_of(folder: Path, body: str) -> Path:
    """A course with a picture, a variable and one module."""
    (folder / "images").mkdir(exist_ok=True)
    (folder / "images" / "team.png").write_bytes(PICTURE.read_bytes())
    settings = (
        'id: sample\ntitle: A sample course\nlanguage: en-GB\nvariables:\n  team: "The \\"Ideas\\" <b>Team</b> & Co"\n'
    )
    (folder / "course.yml").write_text(settings, "utf-8")
    (folder / "01-welcome.md").write_text(f"---\ntitle: Welcome\n---\n\n{body}", "utf-8")
    return folder


def said(value: object) -> Iterator[str]:
    """What titles, alternatives and captions say in a course, in order; quotes straight, as no two languages set them alike."""
    match value:
        case Link(title=words) | Abbreviation(meaning=words) if words:
            yield words
        case Picture(alternative=words, caption=caption):
            yield from (one for one in (words, caption) if one)
        case Element(attributes=attributes):
            yield from (words for name, words in attributes if name == "title")
    if is_dataclass(value):
        value = [getattr(value, field.name) for field in fields(value)]
    if isinstance(value, list | tuple):
        for one in value:
            yield from said(one)


def straight(texts: Iterator[str]) -> list[str]:
    """The same with straight quotes: pictures have those of the language, links have them as they were typed."""
    return [text.translate(str.maketrans("“”‘’", "\"\"''")) for text in texts]


@for_each("name", BODIES)
def test_words_in_signs_come_back(name: str, tmp_path: Path) -> None:
    """Each word once, at its place, with nothing of the tag or the link lost; the second language joins the first."""
    folder = course_of(tmp_path, BODIES[name])
    before = list(said(read(folder).modules))
    check_round_trip(folder)
    found = list(said(read(folder / "cy").modules))
    assert [one.replace(MARK, "") for one in found] == before
    assert unmarked(one.replace(TEAM, "") for one in found) == []
    check_joined(folder)


SIGNS = """say "so": it's (x) [y](z) *a* _b_ `c` <d> e|f \\g \\\\* &copy; & ~i~ ==j== ^k^ $l$"""


def awkward(tokens: Tokens) -> Tokens:
    """Words of a translator who types every sign that means something anywhere."""
    return (*tokens, Token("words", f" {SIGNS}")) if any(one.kind == "words" for one in tokens) else tokens


@pytest.fixture
def unchecked(monkeypatch: pytest.MonkeyPatch) -> None:
    """Reads translations without the rules for what learners would see."""
    monkeypatch.setattr(work, "check_course", lambda course, report: (None, Report()))


@for_each("name", [name for name, body in BODIES.items() if "{{" not in body])
def test_signs_among_the_words_of_a_title_are_words(name: str, tmp_path: Path, unchecked: None) -> None:
    """None ends its attribute, its title or its link. What would stop a build is looked at elsewhere."""
    folder = course_of(tmp_path, BODIES[name])
    before = straight(said(read(folder).modules))
    done = translate(folder, awkward, only=lambda _, one: one.unit.segment.role in ROLES, others=same)
    assert done.sound, done.faults
    assert straight(said(read(folder / "cy").modules)) == [f"{one} {SIGNS}" for one in before]


def test_a_formula_among_the_words_of_a_tag_stays_one(tmp_path: Path, unchecked: None) -> None:
    """As long as the translator leaves it as it is."""
    folder = course_of(tmp_path, '<img src="images/team.png" alt="Curve $y^2$ here">\n')
    assert straight(said(read(folder).modules)) == ["Curve y² here"]
    translate(folder, awkward, only=lambda _, one: one.unit.segment.role in ROLES, others=same)
    assert straight(said(read(folder / "cy").modules)) == [f"Curve y² here {SIGNS}"]


def test_a_picture_that_nobody_has_translated_keeps_its_caption_and_its_description(tmp_path: Path) -> None:
    """They are marked as words of the source, and stay those of a picture that stands alone."""
    body = 'Hello.\n\n![Seven](images/team.png "Ours")\n\n<img src="images/team.png" alt="Two" title="Theirs">\nDescription: It *rises*.\n'
    folder = course_of(tmp_path, body)
    assert translate(folder, only=lambda _, one: one.unit.segment.flat == "Hello.").sound
    figures = [one for block in read(folder / "cy").modules[0].blocks for one in getattr(block, "content", ())][1:]
    assert [(one.picture.caption, one.picture.language, bool(one.description)) for one in figures] == [
        ("Ours", "en-GB", False),
        ("Theirs", "en-GB", True),
    ]


def test_a_picture_with_places_that_nobody_has_translated_is_in_its_language(tmp_path: Path) -> None:
    """The picture of a `Picture` may be in another language than its places: the page says so."""
    body = '## Picture: Hello. {#one}\n\n![Seven](images/team.png "Ours")\n\nDescription: It rises.\n\n1. **First** (10, 20): Words\n'
    folder = course_of(tmp_path, body)
    assert translate(folder, only=lambda _, one: "Hello" in one.unit.segment.flat).sound
    page = render_page(read(folder / "cy"), templates_folder())
    assert re.search(r'<img alt="Seven"[^>]* lang="en-GB"', page) and '<figcaption lang="en-GB">Ours' in page
    assert '<p lang="en-GB">It rises.</p>' in page
