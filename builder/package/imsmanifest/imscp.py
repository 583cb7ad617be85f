"""The parts of IMS Content Packaging that both editions share: the tree from `manifest` to `file`, and its text."""

from collections.abc import Iterable, Mapping
from typing import Any
from urllib.parse import quote

from lxml import etree

from builder.package.imsmanifest.identifiers import Identifiers
from builder.package.imsmanifest.titles import VERSION_LIMIT, plain, shorten

XSI = "http://www.w3.org/2001/XMLSchema-instance"


def new_manifest(
    ids: Identifiers, version: str, prefixes: Mapping[str | None, str], schemas: Mapping[str, str]
) -> etree._Element:
    """Make `manifest`, with a prefix and a control document at the package root for each namespace.

    The prefix None stands for IMS CP: Moodle compares element names as they are written, prefix and all.
    """
    # lxml-stubs does not know of None, the default namespace.
    nsmap: dict[Any, str] = {**prefixes, "xsi": XSI}
    root = etree.Element(f"{{{prefixes[None]}}}manifest", nsmap=nsmap)
    root.set("identifier", ids.manifest)
    root.set("version", plain(version)[:VERSION_LIMIT])
    root.set(f"{{{XSI}}}schemaLocation", " ".join(f"{name} {document}" for name, document in schemas.items()))
    return root


def add(parent: etree._Element, name: str, text: str = "", **attributes: str) -> etree._Element:
    """Add an element with plain text, in its parent's namespace unless `name` has one (`{namespace}name`)."""
    tag = name if name.startswith("{") else f"{{{etree.QName(parent).namespace}}}{name}"
    child = etree.SubElement(parent, tag, attributes)
    child.text = plain(text) or None
    return child


def add_metadata(manifest: etree._Element, schema_version: str) -> etree._Element:
    """Add `metadata`, with `schema` and `schemaversion` first; Moodle allows no space around their values."""
    metadata = add(manifest, "metadata")
    add(metadata, "schema", "ADL SCORM")
    add(metadata, "schemaversion", schema_version)
    return metadata


def add_organization(manifest: etree._Element, ids: Identifiers, title: str) -> tuple[etree._Element, etree._Element]:
    """Add the one organization with its one item; give both."""
    organizations = add(manifest, "organizations", default=ids.organization)
    organization = add(organizations, "organization", identifier=ids.organization)
    add(organization, "title", shorten(title))
    # Open edX lists only items that say they are visible, and fails on an item without a title.
    item = add(organization, "item", identifier=ids.item, identifierref=ids.resource, isvisible="true")
    add(item, "title", shorten(title))
    return organization, item


def add_sco(
    manifest: etree._Element, ids: Identifiers, scorm_type: str, launch: str, names: Iterable[str]
) -> etree._Element:
    """Add the one resource, a SCO with all its files, launch page first; `scorm_type` is its ADL attribute.

    Open edX and others launch the first resource that has an href, whatever the item says, so there is no
    other. Control documents are not listed: they belong to the manifest and not to the SCO. ADL's own
    packages leave them out, and its check for files that no resource names passes over every .xsd.
    """
    resource = add(add(manifest, "resources"), "resource", identifier=ids.resource, type="webcontent")
    resource.set(scorm_type, "sco")
    resource.set("href", href(launch))
    for name in (launch, *sorted(name for name in names if name != launch)):
        add(resource, "file", href=href(name))
    return resource


def href(name: str) -> str:
    """Write the name of a packaged file as a relative URI (RFC 3986): UTF-8, percent-encoded."""
    return quote(name)


def to_bytes(manifest: etree._Element) -> bytes:
    """Give the manifest as indented UTF-8 with LF line ends."""
    etree.indent(manifest, "  ")
    declaration = b'<?xml version="1.0" encoding="UTF-8"?>\n'
    return declaration + etree.tostring(manifest, encoding="UTF-8", xml_declaration=False) + b"\n"
