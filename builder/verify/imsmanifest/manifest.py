"""The manifest and the nine checks on it, in the order of ADL's own package validator."""

from collections.abc import Iterator
from dataclasses import dataclass

from lxml import etree

from builder.libxml import TURN
from builder.model.diagnostics import Diagnostic, Severity
from builder.verify.finding import MANIFEST, found, in_manifest
from builder.verify.imsmanifest.control import verify_control_documents, verify_schema
from builder.verify.imsmanifest.edition import EDITIONS, Edition
from builder.verify.imsmanifest.profile import verify_profile
from builder.verify.imsmanifest.reference import verify_references, verify_unlisted
from builder.verify.zip_file.container import Container


@dataclass(frozen=True, slots=True)
class Manifest:
    """A manifest that could be read far enough to check its content."""

    root: etree._Element
    """Its root element."""
    edition: Edition
    """The SCORM version that its namespace stands for."""


def meant_for_an_lms(container: Container) -> bool:
    """Whether the package should have a manifest: it has one anywhere, or schemas, or says so in its name."""
    stray = any(name.lower().rpartition("/")[2] == MANIFEST for name in container.files)
    schemas = any(name.endswith(".xsd") and "/" not in name for name in container.files)
    return stray or schemas or "scorm" in container.name.lower()


def read_manifest(container: Container) -> Manifest | tuple[Diagnostic, ...]:
    """Checks 1, 2 and 4, without which the rest makes no sense: the manifest, or what is wrong with it."""
    if MANIFEST not in container.files:
        return (_no_manifest(container),)
    content = container.text(MANIFEST)
    if content is None:
        return ()  # told by the checks on the zip
    parser = etree.XMLParser(
        resolve_entities=False, load_dtd=False, no_network=True, remove_comments=True, remove_pis=True
    )
    try:
        with TURN:
            root = etree.fromstring(content, parser)
    except etree.XMLSyntaxError as fault:
        return (_not_well_formed(fault),)
    if root.getroottree().docinfo.internalDTD is not None:
        hint = "Take the line that begins with <!DOCTYPE out. Nothing else in the manifest was checked."
        return (found("MAN-003", MANIFEST, "the manifest has a document type declaration", hint),)
    edition = next((edition for edition in EDITIONS if root.tag == edition.imscp_name("manifest")), None)
    return Manifest(root, edition) if edition else (_wrong_root(root),)


def verify_manifest(container: Container, manifest: Manifest) -> Iterator[Diagnostic]:
    """Checks 3 and 5 to 9, on a manifest that could be read."""
    root, edition = manifest.root, manifest.edition
    submanifests = list(_submanifests(root, edition))
    control_documents = list(verify_control_documents(container, root))
    references = list(verify_references(container, root, edition))
    profile = list(verify_profile(root, edition))
    plain = [*submanifests, *control_documents, *references, *profile]
    yield from plain
    if not control_documents:
        yield from _not_told_before(verify_schema(container, root), plain)
    yield from verify_unlisted(container, root, edition)


def _not_told_before(schema: Iterator[Diagnostic], plain: list[Diagnostic]) -> Iterator[Diagnostic]:
    """Drop schema errors on lines for which a plainer error is reported already."""
    told = {finding.span.line for finding in plain if finding.severity is Severity.ERROR}
    return (finding for finding in schema if finding.span.path != MANIFEST or finding.span.line not in told)


def _no_manifest(container: Container) -> Diagnostic:
    hint = f"Pack the content of the course folder, not the folder, with {MANIFEST} beside index.html."
    stray = next((name for name in container.files if name.lower().rpartition("/")[2] == MANIFEST), None)
    where = f"; there is {stray}" if stray else ""
    message = f"there is no {MANIFEST} at the root of the zip{where}"
    return found("MAN-001", container.name, message, hint)


def _not_well_formed(fault: etree.XMLSyntaxError) -> Diagnostic:
    line, column = fault.position
    message = f"the manifest is not well-formed XML: {fault.msg.partition(', line')[0]}"
    hint = "Look for a tag that is not closed, or for & and < in words: they are written &amp; and &lt;."
    return found("MAN-002", MANIFEST, message, hint, line, column)


def _wrong_root(root: etree._Element) -> Diagnostic:
    message = f"the manifest's root element is {root.tag}"
    hint = f'Begin it with <manifest xmlns="{EDITIONS[0].imscp}"> or <manifest xmlns="{EDITIONS[1].imscp}">.'
    return in_manifest("MAN-005", root, message, hint)


def _submanifests(root: etree._Element, edition: Edition) -> Iterator[Diagnostic]:
    for inner in root.iterdescendants(edition.imscp_name("manifest")):
        hint = "Move its items and resources into the one manifest."
        yield in_manifest("MAN-004", inner, "there is a manifest inside the manifest", hint)
