"""Check 8: SCORM's application profile of IMS Content Packaging, beyond what a schema can say."""

import re
from collections.abc import Iterator

from lxml import etree

from builder.model.diagnostics import Diagnostic
from builder.verify.finding import in_manifest
from builder.verify.imsmanifest.edition import PREFIXES, Edition
from builder.verify.imsmanifest.organization import verify_organizations
from builder.verify.imsmanifest.resource import verify_resources
from builder.verify.tree import local_name, names_of, namespace_of

_NCNAME = re.compile(r"[^\W\d][\w.-]*")  # Namespaces in XML 3; Python's letters are close enough to XML's
_IDENTIFIED = ("manifest", "organization", "item", "resource")


def verify_profile(root: etree._Element, edition: Edition) -> Iterator[Diagnostic]:
    """Values, references and spellings that LMSs rely on."""
    yield from _metadata(root, edition)
    yield from _prefixes(root)
    yield from _identifiers(root, edition)
    yield from verify_organizations(root, edition)
    yield from verify_resources(root, edition)


def _metadata(root: etree._Element, edition: Edition) -> Iterator[Diagnostic]:
    metadata = root.find(edition.imscp_name("metadata"))
    schema = root.find(f"{edition.imscp_name('metadata')}/{edition.imscp_name('schema')}")
    version = root.find(f"{edition.imscp_name('metadata')}/{edition.imscp_name('schemaversion')}")
    place = next((element for element in (version, schema, metadata) if element is not None), root)
    # Moodle compares the words without trimming spaces.
    name, number = (None if element is None else element.text for element in (schema, version))
    if name != "ADL SCORM" or number not in edition.versions:
        message = f'the metadata say "{name or ""}" "{number or ""}"'
        hint = f'Write "ADL SCORM" as schema and "{edition.versions[-1]}" as schemaversion, without spaces.'
        yield in_manifest("MAN-015", place, message, hint)


def _prefixes(root: etree._Element) -> Iterator[Diagnostic]:
    for element in root.iter():
        for name in names_of(element):
            namespace = namespace_of(name)
            if namespace in PREFIXES and not _as_expected(element, name, namespace):
                prefix = PREFIXES[namespace]
                hint = f"Write {prefix}: before it." if prefix else "Write it without a prefix."
                message = f"{local_name(name)} has another prefix than LMSs look for"
                yield in_manifest("MAN-025", element, message, hint)


def _as_expected(element: etree._Element, name: str, namespace: str) -> bool:
    prefix = PREFIXES[namespace]
    if name == element.tag:
        return element.prefix == prefix
    # lxml does not give an attribute's prefix; where the right one is in scope, we assume that one.
    return prefix is not None and element.nsmap.get(prefix) == namespace


def _identifiers(root: etree._Element, edition: Edition) -> Iterator[Diagnostic]:
    met: set[str] = set()
    for element in root.iter(*(edition.imscp_name(name) for name in _IDENTIFIED)):
        identifier = element.get("identifier", "")
        if identifier in met or not _NCNAME.fullmatch(identifier):
            fault = "is used twice" if identifier in met else "is no XML name"
            hint = "Begin it with a letter; letters, digits, dots and hyphens may follow. Use it once."
            message = f'the identifier "{identifier}" {fault}'
            yield in_manifest("MAN-024", element, message, hint)
        met.add(identifier)
