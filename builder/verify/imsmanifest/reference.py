"""Checks 7 and 9: every file that the manifest names is in the zip, and the other way round."""

import re
from collections.abc import Iterator

from lxml import etree

from builder.model.diagnostics import Diagnostic
from builder.verify.address import Address, address_of, missing
from builder.verify.finding import MANIFEST, found, in_manifest
from builder.verify.imsmanifest.edition import XML, Edition
from builder.verify.zip_file.container import Container

_BASE = f"{{{XML}}}base"
_PATH = re.compile(r"(?:[A-Za-z0-9._~!$&'()*+,;=:@/?#-]|%[0-9A-Fa-f]{2})+")
_CONTROL = (".xsd", ".dtd")

Reference = tuple[etree._Element, str, Address]
"""An element, what it says, and where that leads."""


def verify_references(container: Container, root: etree._Element, edition: Edition) -> Iterator[Diagnostic]:
    """Check 7: every href is a well-formed address of a file in the zip."""
    for element, written, address in _references(root, edition):
        if address.scheme:
            hint = "Put the file into the package."
            yield in_manifest("MAN-014", element, f'"{written}" is on another host', hint)
        elif not _PATH.fullmatch(written) or address.member is None:
            hint = "Write it relative to the manifest, with / between folders and %20 for a space."
            yield in_manifest("MAN-013", element, f'"{written}" is no path inside the package', hint)
        elif fault := missing(container, address):
            yield in_manifest("MAN-012", element, *fault)


def verify_unlisted(container: Container, root: etree._Element, edition: Edition) -> Iterator[Diagnostic]:
    """Check 9: files that no resource lists; the manifest and the control documents list themselves."""
    listed = {address.member for _, _, address in _references(root, edition)}
    for name in sorted(container.files.keys() - listed):
        if name != MANIFEST and not name.endswith(_CONTROL):
            hint = "List it in the resource that uses it, or leave it out of the package."
            yield found("MAN-030", name, f"{name} is not listed in the manifest", hint)


def _references(root: etree._Element, edition: Edition) -> Iterator[Reference]:
    for resource in root.iterdescendants(edition.imscp_name("resource")):
        base = _base(resource)
        for element in (resource, *resource.iterchildren(edition.imscp_name("file"))):
            href = element.get("href")
            if href is not None:
                yield element, href, address_of(base + href, MANIFEST)
    for location in root.iterdescendants(edition.adlcp_name("location")):
        written = (location.text or "").strip()
        yield location, written, address_of(written, MANIFEST)


def _base(resource: etree._Element) -> str:
    """IMS CP, xml:base: of the manifest, the resources and the resource, one after the other."""
    outer = [element.get(_BASE, "") for element in resource.iterancestors()]
    return "".join([*reversed(outer), resource.get(_BASE, "")])
