"""The smallest course with further settings, built, and its page as a browser would read it."""

from pathlib import Path

from lxml import html
from lxml.html import HtmlElement

from builder.pipeline import build


def page_of(folder: Path, settings: str = "", module: str = "", body: str = "Hello.") -> HtmlElement:
    """The page of the course, without a finding but on the words of the interface: with lines for course.yml, for front matter, and a text."""
    with (folder / "course.yml").open("a", encoding="utf-8") as file:
        file.write(settings)
    front = module if "title:" in module else f"title: Welcome\n{module}"
    (folder / "01-welcome.md").write_text(f"---\n{front}---\n\n{body}\n", encoding="utf-8")
    outcome = build(folder, folder.parent / "dist", ["web"])
    found = [one for one in outcome.report.diagnostics if one.rule not in ("LNG-002", "LNG-005")]
    assert found == [], found
    launch = next(path for path in outcome.written if path.name == "index.html")
    return html.document_fromstring(launch.read_text(encoding="utf-8"))


def words(element: HtmlElement) -> str:
    """Its text, with single spaces."""
    return " ".join(element.text_content().split())


def one(page: HtmlElement, path: str) -> HtmlElement:
    """The only element that an XPath expression finds."""
    (found,) = page.xpath(path)
    assert isinstance(found, HtmlElement)
    return found


def spoken(element: HtmlElement) -> str:
    """The language that a screen reader says it in: of the nearest element that names one."""
    return str(element.xpath("ancestor-or-self::*[@lang][1]/@lang")[-1])
