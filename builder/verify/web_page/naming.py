"""Checks for assistive technology: unique ids, references that resolve, pictures with words."""

from collections import Counter
from collections.abc import Iterator

from builder.model.diagnostics import Diagnostic
from builder.verify.tag import Tag
from builder.verify.web_page.finding import found_at
from builder.verify.web_page.index import REFERENCES, Page


def verify_names(page: Page) -> Iterator[Diagnostic]:
    """Ids, references to ids, and alternatives of pictures."""
    yield from _ids(page)
    yield from _references(page)
    yield from _alternatives(page)


def _ids(page: Page) -> Iterator[Diagnostic]:
    times = Counter(value for _, value in page.having("id"))
    faulty = {value for value, count in times.items() if count > 1 or not value or len(value.split()) > 1}
    if not faulty:
        return
    met: set[str] = set()
    for element, value in page.having("id"):
        if value in met or (value in faulty and times[value] == 1):
            fault = "is used again" if value in met else "is no id"
            hint = "Give the element an id of its own, without spaces, and mend what refers to it."
            yield found_at("WEB-011", page, element, f'the id "{value}" {fault}', hint)
        met.add(value)


def _references(page: Page) -> Iterator[Diagnostic]:
    for name in REFERENCES:
        for element, value in page.having(name):
            for id in value.split():
                if id not in page.ids:
                    message = f'<{element.tag} {name}="{id}"> refers to an id that is not in the page'
                    hint = "Mend the id, or take the attribute out."
                    yield found_at("WEB-020", page, element, message, hint)


def _alternatives(page: Page) -> Iterator[Diagnostic]:
    for element in page.elements("img", "area", "input"):
        if "alt" not in element.attributes and _is_picture(element):
            shown = element.get("src") or element.get("href")
            message = f"<{element.tag}> {shown[:80]} has no alt attribute"
            hint = 'Say in alt what the picture says, or write alt="" when it says nothing.'
            yield found_at("WEB-019", page, element, message, hint)


def _is_picture(element: Tag) -> bool:
    if element.tag == "area":
        return "href" in element.attributes
    return element.tag == "img" or element.get("type", "").lower() == "image"
