"""Checks of organizations and items: what the LMS shows in its menu, and what it starts."""

from collections.abc import Iterator

from lxml import etree

from builder.model.diagnostics import Diagnostic
from builder.model.rare_pattern import rare_pattern
from builder.verify.finding import in_manifest
from builder.verify.imsmanifest.edition import IMSSS, SCORM_12, SCORM_2004, Edition
from builder.verify.tree import local_name, words_of

_NUMBER = rare_pattern(r"\s*\+?(\d+(?:\.\d*)?|\.\d+)\s*")
_SEQUENCING = f"{{{IMSSS}}}sequencing"
_DELIVERY_CONTROLS = f"{{{IMSSS}}}deliveryControls"
_SET_BY_CONTENT = ("completionSetByContent", "objectiveSetByContent")


def verify_organizations(root: etree._Element, edition: Edition) -> Iterator[Diagnostic]:
    """The default organization, titles, and each item."""
    yield from _default(root, edition)
    organizations = organizations_of(root, edition)
    for second in organizations[1:]:
        hint = "Put all items into one organization."
        yield in_manifest("MAN-017", second, "there is a second organization", hint)
    for organization in organizations:
        yield from _title(organization, edition)
        for item in organization.iterdescendants(edition.imscp_name("item")):
            yield from _title(item, edition)
            yield from _settings(item, edition)
            if edition is SCORM_2004:
                yield from _delivery_controls(root, item)


def organizations_of(root: etree._Element, edition: Edition) -> list[etree._Element]:
    """The organizations of the manifest itself."""
    return root.findall(f"{edition.imscp_name('organizations')}/{edition.imscp_name('organization')}")


def leaves(organization: etree._Element, edition: Edition) -> list[etree._Element]:
    """Items without items of their own: those that start something."""
    item = edition.imscp_name("item")
    return [element for element in organization.iterdescendants(item) if element.find(item) is None]


def _default(root: etree._Element, edition: Edition) -> Iterator[Diagnostic]:
    organizations = root.find(edition.imscp_name("organizations"))
    default = "" if organizations is None else organizations.get("default", "")
    named = [o for o in organizations_of(root, edition) if o.get("identifier") == default]
    if not default or not named:
        place = root if organizations is None else organizations
        hint = "Write the identifier of the organization into organizations/@default."
        message = f'the default organization "{default}" is not there'
        yield in_manifest("MAN-016", place, message, hint)


def _title(element: etree._Element, edition: Edition) -> Iterator[Diagnostic]:
    titles = element.findall(edition.imscp_name("title"))
    if len(titles) != 1 or not words_of(titles[0]):
        name = f"{local_name(element.tag)} {element.get('identifier', '')}".strip()
        fault = f"{len(titles)} titles" if len(titles) > 1 else "no title"
        hint = "Give it one title that tells learners what it is."
        yield in_manifest("MAN-018", titles[0] if titles else element, f"{name} has {fault}", hint)


def _settings(item: etree._Element, edition: Edition) -> Iterator[Diagnostic]:
    if item.get("parameters") is not None:
        hint = "Take the attribute out; the page itself holds what it needs."
        yield in_manifest("MAN-028", item, "an item has parameters", hint)
    for element in item.iterchildren(edition.adlcp_name("prerequisites")):
        hint = "Take the element out; let learners choose their own way."
        yield in_manifest("MAN-027", element, "an item has prerequisites", hint)
    if edition is SCORM_12:
        for element in item.iterchildren(edition.adlcp_name("masteryscore")):
            yield from _mastery_score(element)


def _mastery_score(element: etree._Element) -> Iterator[Diagnostic]:
    number = _NUMBER.fullmatch(element.text or "")
    if number is None or float(number[1]) > 100:
        hint = "Write percent, for example 80; or take the element out, and the course decides by itself."
        message = f'the mastery score "{element.text or ""}" is no number from 0 to 100'
        yield in_manifest("MAN-029", element, message, hint)


def _delivery_controls(root: etree._Element, item: etree._Element) -> Iterator[Diagnostic]:
    """SCORM 2004 SN, Delivery Controls: both attributes are false when they are not written."""
    if not _starts_sco(root, item):
        return
    controls = _controls(root, item)
    if controls is None or any(controls.get(name) not in ("true", "1") for name in _SET_BY_CONTENT):
        place = item if controls is None else controls
        hint = 'Write <imsss:deliveryControls completionSetByContent="true" objectiveSetByContent="true"/>.'
        message = f"item {item.get('identifier', '')} leaves completion and success to the LMS"
        yield in_manifest("MAN-026", place, message, hint)


def _starts_sco(root: etree._Element, item: etree._Element) -> bool:
    reference = item.get("identifierref")
    resources = root.iterdescendants(SCORM_2004.imscp_name("resource"))
    name = SCORM_2004.adlcp_name("scormType")
    return any(r.get("identifier") == reference and r.get(name) == "sco" for r in resources)


def _controls(root: etree._Element, item: etree._Element) -> etree._Element | None:
    """The item's own, or those of the sequencing collection that it refers to."""
    sequencing = item.find(_SEQUENCING)
    if sequencing is None:
        return None
    reference = sequencing.get("IDRef")
    shared = [other for other in root.iter(_SEQUENCING) if reference and other.get("ID") == reference]
    candidates = (each.find(_DELIVERY_CONTROLS) for each in (sequencing, *shared))
    return next((controls for controls in candidates if controls is not None), None)
