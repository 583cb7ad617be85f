"""A package, opened afresh: nothing of what made it is asked."""

from pathlib import Path
from typing import cast

from lxml import etree

from builder.compare.packages.data_file import read_data
from builder.compare.packages.earlier.page import read_page
from builder.compare.packages.finished import Finished, Package
from builder.errors import UnreadableSource
from builder.model.contract import COMPARISON, PAGE
from builder.model.diagnostics import Diagnostic
from builder.verify.address import address_of
from builder.verify.finding import MANIFEST
from builder.verify.imsmanifest.manifest import Manifest, read_manifest
from builder.verify.zip_file.container import Container, open_container

_LARGEST = 32 << 20
"""Bytes of what is read of a course: 2,000 questions take two million."""


def open_package(path: Path) -> Finished:
    """Read a finished package; raises UnreadableSource when it is none, or none of Satchel's."""
    if path.is_dir():
        raise UnreadableSource(path, "it is a folder. Name the zip")
    opened = open_container(path)
    if isinstance(opened, Diagnostic):
        raise UnreadableSource(path, opened.message)
    with opened as container:
        package = _package(container)
        finished, reason = _course(container, package)
    if finished is None:
        raise UnreadableSource(path, reason)
    return finished


def _course(container: Container, package: Package) -> tuple[Finished | None, str]:
    """The course in a package; None with the reason when it cannot be read."""
    name = COMPARISON if COMPARISON in container.files else package.launch
    if name not in container.files:
        return None, f"there is no {name} in it"
    content = container.text(name)
    if content is None or len(content) > _LARGEST:
        return None, f"{name} in it is damaged, or far too large for a course"
    if name == COMPARISON:
        reason = f"{name} in it was changed, or comes from a later Satchel: compare with that one"
        return read_data(content, package), reason
    try:
        return read_page(content, package), f"{name} in it is not the page of a course that Satchel made"
    except (ValueError, OverflowError, RecursionError):
        return None, f"{name} in it was changed: it is nested too deeply, or has numbers that no course has"


def _package(container: Container) -> Package:
    members = {name: (entry.CRC, entry.file_size) for name, entry in container.files.items()}
    if MANIFEST not in container.files:
        return Package(container.name, "web", PAGE, (), members)
    manifest = _manifest(container)
    destination, launch = manifest.edition.destination, _launch(manifest)
    return Package(container.name, destination, launch, _identifiers(manifest), members)


def _manifest(container: Container) -> Manifest:
    manifest = read_manifest(container)
    if isinstance(manifest, Manifest):
        return manifest
    reason = manifest[0].message if manifest else "its manifest cannot be read"
    raise UnreadableSource(container.path, reason)


def _launch(manifest: Manifest) -> str:
    """The page of the first item that has one."""
    item = next(iter(_elements(manifest, "item[@identifierref]")), None)
    reference = "" if item is None else item.get("identifierref", "")
    for resource in _elements(manifest, "resource[@href]"):
        if resource.get("identifier") == reference:
            return address_of(resource.get("href", ""), MANIFEST).member or PAGE
    return PAGE


def _identifiers(manifest: Manifest) -> tuple[tuple[str, str], ...]:
    """Moodle keeps records by that of the item, others by that of the manifest or the organization."""
    found = [("manifest", manifest.root.get("identifier", ""))]
    for name in ("organization", "item"):
        found += [(name, element.get("identifier", "")) for element in _elements(manifest, name)]
    return tuple(found)


def _elements(manifest: Manifest, path: str) -> list[etree._Element]:
    space = {"cp": manifest.edition.imscp}
    return cast("list[etree._Element]", manifest.root.xpath(f".//cp:{path}", namespaces=space))
