"""Words that look like markup, in every place where words go into a page, a manifest or a style sheet: they stay words."""

import json
import re
import zipfile
from collections.abc import Iterator
from pathlib import Path
from typing import cast

import pytest
from lxml import etree

from builder.pipeline import Outcome, build

ATTACK = "\"'><input autofocus onfocus=alert(1)></script></title></style><script>alert(2)</script>*/}"
"""Ends an attribute, a title, a script and a style sheet, if anything lets it."""

SETTINGS = (
    "title", "summary", "publisher", "rights", "keyword", "framework", "entry", "name", "role", "about",
)  # fmt: skip
"""Places of course.yml."""
MARKDOWN = {
    "text": "In {{text}} here.",
    "title of an abbreviation": 'An <abbr title="{{title-of-an-abbreviation}}">AB</abbr> here.',
    "the same in single quotes": "An <abbr title='{{the-same-in-single-quotes}}'>AC</abbr> here.",
    "the same without quotes": "An <abbr title={{the-same-without-quotes}}>AD</abbr> here.",
    "an abbreviation below": "ZZ is short.\n\n*[ZZ]: {{an-abbreviation-below}}",
    "title of a span": 'A <span title="{{title-of-a-span}}">word</span> here.',
    "source of a quotation": 'A <q cite="{{source-of-a-quotation}}">word</q> here.',
    "time": 'At <time datetime="{{time}}">noon</time> here.',
    "words of a link": "[{{words-of-a-link}}](https://www.example.org/)",
    "address of a link": "[An address](https://www.example.org/{{address-of-a-link}})",
    "title of a link": '[A title](https://www.example.org/ "{{title-of-a-link}}")',
    "link by reference": '[The plan][plan]\n\n[plan]: https://www.example.org/{{link-by-reference}} "{{link-by-reference}}"',
    "heading": "## Of {{heading}}",
    "footnote": "See the note.[^1]\n\n[^1]: Of {{footnote}}",
    "alternative": "![{{alternative}}](images/team.png)",
    "caption of a picture": '![A team](images/team.png "{{caption-of-a-picture}}")',
    "description": "![Five people](images/team.png)\n\nDescription: {{description}}",
    "caption of a table": "Table: {{caption-of-a-table}}\n\n| A | B |\n| --- | --- |\n| c | d |",
    "head of a table": "| {{head-of-a-table}} | B |\n| --- | --- |\n| c | d |",
    "stage": "## Stages: The way\n\n1. **{{stage}}** begins it.\n2. **Two** ends it.",
    "question": "## Quiz: Which of {{question}}?\n\n- [x] A\n- [ ] B",
    "option": "## Quiz: Which one?\n\n- [x] {{option}}\n  > Yes.\n- [ ] B",
    "feedback": "## Quiz: Which two?\n\n- [x] A\n  > Of {{feedback}}\n- [ ] B",
    "hint": "## Quiz: Which three?\n\n- [x] A\n- [ ] B\n\nHint: {{hint}}",
    "answer to a gap": "## Fill: Complete it\n\nIt is [[{{answer-to-a-gap}}]].",
    "step": "## Order: In which order?\n\n1. {{step}}\n2. Two",
    "partner": "## Match: Which goes where?\n\n| A | B |\n| --- | --- |\n| one | {{partner}} |\n| two | other |",
    "group": "## Sort: What goes where?\n\n**{{group}}**\n\n- one\n\n**Other**\n\n- two",
    "label": "## Scale: How sure?\n\n- {{label}}\n- Sure",
    "example": "## Reflect: What helps?\n\nExample: {{example}}",
    "words of a film": "## Watch: A film\n\n[{{words-of-a-film}}](media/film.mp4)\n- captions: media/film.en.vtt\n- descriptions: not needed ({{words-of-a-film}})",
}
"""Each place in a module with what is written there."""
GLOSSARY = {"term": "Plan {{term}}\n: A meaning.", "meaning": "Aim\n: Of {{meaning}}."}


def mark(place: str) -> str:
    """What tells the words of a place from those of all others."""
    return f"(in {place})"


def attack(place: str) -> str:
    """What stands behind the mark. In an address a space and a quotation mark are a title that is not closed, and reported."""
    return ATTACK if place in ("address of a link", "link by reference") else f" {ATTACK}"


@pytest.fixture(scope="module")
def attacked(tmp_path_factory: pytest.TempPathFactory) -> Outcome:
    """A course with the attack in every place, built for every destination."""
    folder = tmp_path_factory.mktemp("attacked") / "course"
    base = Path(__file__).parents[1] / "courses" / "base"
    for path in base.rglob("*"):
        if path.is_file():
            target = folder / path.relative_to(base)
            target.parent.mkdir(parents=True, exist_ok=True)
            target.write_bytes(path.read_bytes())
    places = (*SETTINGS, *MARKDOWN, *GLOSSARY)
    words = {place.replace(" ", "-"): f"{mark(place)}{attack(place)}" for place in places}
    settings: dict[str, object] = {"id": "attacked", "language": "en-GB", "variables": words}
    settings |= {key: f"{{{{{key}}}}}" for key in ("title", "summary", "publisher", "rights")}
    settings |= {"keywords": ["{{keyword}}"], "standards": {words["framework"]: ["{{entry}}"]}}
    settings["people"] = [{"id": "jo", "name": "{{name}}", "role": "{{role}}", "about": "{{about}}"}]
    settings["variables"] = {name: text for name, text in words.items() if name != "framework"}
    (folder / "course.yml").write_text(json.dumps(settings))
    (folder / "01-welcome.md").write_text("---\ntitle: Welcome\n---\n\n" + "\n\n".join(MARKDOWN.values()) + "\n")
    (folder / "glossary.md").write_text("\n\n".join(GLOSSARY.values()) + "\n")
    outcome = build(folder, folder.parent / "dist")
    assert outcome.packages, [(d.rule, d.span, d.message) for d in outcome.report.errors]
    return outcome


def pages(outcome: Outcome) -> dict[str, etree._Element]:
    """The page of the course and the handover page, as a browser reads them."""
    written = {path.name: path for path in outcome.written}
    files = {"index.html": written["index.html"], "handover": outcome.written[-1]}
    return {
        name: etree.fromstring(path.read_bytes(), etree.HTMLParser(encoding="utf-8")) for name, path in files.items()
    }


def elements(root: etree._Element) -> Iterator[etree._Element]:
    """Every element of a tree."""
    return (element for element in root.iter() if isinstance(element.tag, str))


def test_no_words_become_an_element_or_a_handler(attacked: Outcome) -> None:
    """On both pages: no field that takes the focus, no attribute that runs, no script but those of the page."""
    for name, root in pages(attacked).items():
        for element in elements(root):
            keys = [str(key) for key in element.attrib]
            assert not [key for key in keys if key.startswith("on") or key == "autofocus"], (name, element.attrib)
        scripts = [(script.get("src"), script.get("type")) for script in elements(root) if script.tag == "script"]
        expected = [
            ("satchel.js", None),
            (None, "application/ld+json"),
            (None, "application/json"),
        ]
        assert scripts == (expected if name == "index.html" else []), name


def test_no_words_leave_the_data_of_the_page(attacked: Outcome) -> None:
    """Both blocks of data are JSON, whole, with the words as they were."""
    page = pages(attacked)["index.html"]
    for script in (one for one in elements(page) if one.tag == "script" and not one.get("src")):
        assert ATTACK[10:40] in json.dumps(json.loads(script.text or ""), ensure_ascii=False)


@pytest.mark.parametrize("place", [*SETTINGS, *MARKDOWN, *GLOSSARY])
def test_the_words_of_every_place_are_whole(attacked: Outcome, place: str) -> None:
    """What the learner or a catalogue reads there is what the variable says; nothing is cut off at a quote."""
    root = pages(attacked)["index.html"]
    values = [str(value) for element in elements(root) for value in cast("list[str]", element.values())]
    words = "".join(cast("list[str]", list(root.itertext()))).replace("\\u003c", "<").replace('\\"', '"')
    plain = [text.replace("%20", " ") for text in (words, *values)]
    with zipfile.ZipFile(attacked.packages[0].path) as package:
        manifest = etree.fromstring(package.read("imsmanifest.xml"))
    plain.append("".join(cast("list[str]", list(manifest.itertext()))))
    said = next((text for text in plain if mark(place) in text), "")
    assert unquoted(said.partition(mark(place))[2]).startswith(unquoted(attack(place)))


def unquoted(text: str) -> str:
    """A text without its quotes, which typography changes, and without the backslashes of a vCard."""
    return re.sub(r"[“”‘’\"'\\]", "", text)


def test_the_title_stays_a_string_of_the_style_sheet(attacked: Outcome) -> None:
    """It is printed at the head of each sheet."""
    with zipfile.ZipFile(attacked.packages[0].path) as package:
        styles = package.read("satchel.css").decode()
    assert re.search(r'@page \{ @top-left \{ content: "(?:[\w ]|\\[0-9a-f]+ )*"; \} \}', styles)
