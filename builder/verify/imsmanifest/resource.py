"""Checks of resources: what an item starts, and which resource an LMS takes for the launch page."""

from collections.abc import Iterator

from lxml import etree

from builder.model.diagnostics import Diagnostic
from builder.verify.finding import in_manifest
from builder.verify.imsmanifest.edition import Edition
from builder.verify.imsmanifest.organization import leaves, organizations_of


def verify_resources(root: etree._Element, edition: Edition) -> Iterator[Diagnostic]:
    """Each resource, each reference to one, and which comes first."""
    resources = root.findall(f"{edition.imscp_name('resources')}/{edition.imscp_name('resource')}")
    by_identifier = {resource.get("identifier", ""): resource for resource in resources}
    for resource in resources:
        yield from _scorm_type(resource, edition)
        yield from _launch_listed(resource, edition)
        yield from _dependencies(resource, by_identifier, edition)
    organizations = organizations_of(root, edition)
    items = [item for organization in organizations for item in leaves(organization, edition)]
    for item in items:
        yield from _reference(item, by_identifier)
    yield from _launch_first(items, by_identifier)


def _scorm_type(resource: etree._Element, edition: Edition) -> Iterator[Diagnostic]:
    attribute = edition.adlcp_name(edition.scorm_type)
    if resource.get("type") != "webcontent" or resource.get(attribute) not in ("sco", "asset"):
        hint = f'Write type="webcontent" and adlcp:{edition.scorm_type}="sco", or "asset".'
        name = f"resource {resource.get('identifier', '')}"
        message = f"{name} does not say that it is webcontent and a sco or an asset"
        yield in_manifest("MAN-020", resource, message, hint)


def _launch_listed(resource: etree._Element, edition: Edition) -> Iterator[Diagnostic]:
    href = resource.get("href")
    if href is None or ":" in href:
        return
    page = href.partition("#")[0].partition("?")[0]
    if page not in {file.get("href") for file in resource.iterchildren(edition.imscp_name("file"))}:
        hint = f'Add <file href="{page}"/>.'
        message = f"resource {resource.get('identifier', '')} starts {page} but does not list it"
        yield in_manifest("MAN-022", resource, message, hint)


def _dependencies(
    resource: etree._Element, resources: dict[str, etree._Element], edition: Edition
) -> Iterator[Diagnostic]:
    for dependency in resource.iterchildren(edition.imscp_name("dependency")):
        if dependency.get("identifierref") not in resources:
            hint = "Mend the identifierref, or take the dependency out."
            message = f'a dependency refers to "{dependency.get("identifierref", "")}", which is no resource'
            yield in_manifest("MAN-019", dependency, message, hint)


def _reference(item: etree._Element, resources: dict[str, etree._Element]) -> Iterator[Diagnostic]:
    reference = item.get("identifierref", "")
    resource = resources.get(reference)
    if resource is None:
        hint = "Write the identifier of a resource into the item's identifierref."
        message = f'item {item.get("identifier", "")} refers to "{reference}", which is no resource'
        yield in_manifest("MAN-019", item, message, hint)
    elif resource.get("href") is None:
        hint = "Write the name of the page that the item starts into the resource's href."
        message = f"resource {reference} has no href"
        yield in_manifest("MAN-021", resource, message, hint)


def _launch_first(items: list[etree._Element], resources: dict[str, etree._Element]) -> Iterator[Diagnostic]:
    """Open edX and wagtail-lms start the first resource with an href, whatever the items say."""
    launchable = [name for name, resource in resources.items() if resource.get("href") is not None]
    launch = items[0].get("identifierref", "") if items else ""
    if launch in launchable and launch != launchable[0]:
        hint = f"Move resource {launch} above it."
        message = f"resource {launchable[0]} stands before {launch}, which the course starts with"
        yield in_manifest("MAN-023", resources[launchable[0]], message, hint)
