"""Opens the finished package afresh, with code that did not write it: finds faults, and weighs its parts."""

from pathlib import Path

from builder.model.diagnostics import Diagnostic, Report
from builder.verify.finding import abridged, found
from builder.verify.imsmanifest.manifest import Manifest, meant_for_an_lms, read_manifest, verify_manifest
from builder.verify.inventory import Inventory, Weight, nothing, take_inventory
from builder.verify.members import verify_members
from builder.verify.zip_file.container import Container, open_container
from builder.verify.zip_file.entries import verify_entries


def verify_package(path: Path) -> tuple[Report, Inventory]:
    """Check a package of any tool: its zip, its manifest if it has or needs one, its pages; and weigh it.

    Spans name members of the zip, or the zip itself. Raises UnreadableSource when there is no file to read;
    whatever the file holds is in the report.
    """
    opened = open_container(path)
    if isinstance(opened, Diagnostic):
        return Report((opened,)), nothing(path)
    with opened as container:
        structure, destination = _verify_structure(container)
        files = [*verify_entries(container), *verify_members(container)]
        return Report.of(abridged([*files, *structure])), take_inventory(container, destination)


def _verify_structure(container: Container) -> tuple[list[Diagnostic], str]:
    """A SCORM package by its manifest, a web package by its first page; and which of them it is."""
    if not meant_for_an_lms(container):
        return _verify_web(container), "web"
    manifest = read_manifest(container)
    if isinstance(manifest, Manifest):
        return list(verify_manifest(container, manifest)), manifest.edition.destination
    # LMSs take a manifest that they do not understand for SCORM 1.2.
    return list(manifest), "scorm2004" if "2004" in container.name else "scorm12"


def _verify_web(container: Container) -> list[Diagnostic]:
    if "index.html" in container.files:
        return []
    hint = "Pack the content of the course folder, not the folder."
    return [found("WEB-001", container.name, "there is no index.html at the root of the zip", hint)]


__all__ = ["Inventory", "Weight", "verify_package"]
