"""What a built package shows of the values that learners' work hangs on: read from its page and manifest alone."""

import json
import zipfile
from collections.abc import Iterator
from pathlib import Path
from xml.etree import ElementTree

from lxml import html

from tests.golden.pins import Pin

_FORMS = {"reflect": "reflection"}


def pins_of_page(package: Path) -> list[Pin]:
    """Ids, anchors and fingerprints in the page of a package."""
    with zipfile.ZipFile(package) as archive:
        page = html.document_fromstring(archive.read("index.html").decode())
    return list(_pins(page))


def pins_of_manifest(package: Path) -> list[Pin]:
    """Every identifier in the manifest of a SCORM package, by its element."""
    with zipfile.ZipFile(package) as archive:
        manifest = ElementTree.fromstring(archive.read("imsmanifest.xml"))
    elements = [(element.tag.rpartition("}")[2], element.get("identifier")) for element in manifest.iter()]
    edition = package.stem.rpartition("-")[2]
    return [Pin("manifest identifier", edition, tag, value) for tag, value in elements if value]


def _pins(page: html.HtmlElement) -> Iterator[Pin]:
    (data,) = page.xpath('//script[@id="satchel-course"]')
    settings = json.loads(data.text)
    yield Pin("course id", "", settings["title"], settings["id"])
    for module in page.xpath("//*[@data-module]"):
        yield Pin("module", "", module.get("data-title"), module.get("data-module"))
    for item in page.xpath("//*[@data-item]"):
        yield from _pins_of_item(item)
    for film in page.xpath("//*[@data-film]"):
        yield Pin("film", "", _words(film.xpath(".//h2")[0]), film.get("data-film"))
    for asked in page.xpath("//*[@data-asked]"):
        yield Pin("form question", "", _words(asked.xpath(".//*[@data-ask]")[0]), asked.get("data-asked"))
    for element in page.xpath("//*[@data-page]/descendant-or-self::*[@id]"):
        anchor = element.get("id")
        if "--" not in anchor and not anchor.endswith("-title"):  # those are between a page's own parts
            yield Pin("anchor", "", anchor, anchor)


def _pins_of_item(item: html.HtmlElement) -> Iterator[Pin]:
    title = _words(item.xpath(".//h2")[0])
    yield Pin(_FORMS.get(item.get("data-kind"), "question"), "", title, item.get("data-item"))
    if basis := item.get("data-basis"):
        yield Pin("fingerprint", "", title, basis)
    for box in item.xpath('.//input[@type="radio" or @type="checkbox"][@value]'):
        yield Pin("option", title, _words(box.getparent()), box.get("value"))
    for step in item.xpath(".//*[@data-choice]"):
        yield Pin("step", title, _words(step.xpath(".//*[@data-choice-text]")[0]), step.get("data-choice"))
    for select in item.xpath(".//select[@name]"):
        label = item.xpath(f'.//label[@for="{select.get("id")}"]')[0]
        yield Pin("row", title, _words(label), select.get("name"))
    for target in item.xpath(".//*[@data-target]"):
        yield Pin("partner", title, _words(target), target.get("data-target"))


def _words(element: html.HtmlElement) -> str:
    return " ".join(element.text_content().split())
