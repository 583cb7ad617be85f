"""A package, opened afresh: nothing of what made it is asked."""

from pathlib import Path
from typing import cast

from lxml import etree

from builder.compare.packages.finished import Finished
from builder.compare.packages.page import Settings, parse_page, read_modules, read_questions, read_settings
from builder.errors import UnreadableSource
from builder.model.diagnostics import Diagnostic
from builder.verify.address import address_of
from builder.verify.finding import MANIFEST
from builder.verify.imsmanifest.manifest import Manifest, read_manifest
from builder.verify.zip_file.container import Container, open_container

_PAGE = "index.html"
_FIRST_SCHEMA = 2
"""Of packages that do not say which form of the saved state they read."""


def open_package(path: Path) -> Finished:
    """Read a finished package; raises UnreadableSource when it is none, or none of Satchel's."""
    if path.is_dir():
        raise UnreadableSource(path, "it is a folder. Name the zip")
    opened = open_container(path)
    if isinstance(opened, Diagnostic):
        raise UnreadableSource(path, opened.message)
    with opened as container:
        manifest = _manifest(container) if MANIFEST in container.files else None
        launch = _launch(manifest) if manifest else _PAGE
        content = container.text(launch)
        root = parse_page(content) if content else None
        settings = read_settings(root) if root is not None else None
        if root is None or settings is None:
            raise UnreadableSource(path, f"{launch} in it is not the page of a course that Satchel made")
        return _finished(container, manifest, launch, root, settings)


def _manifest(container: Container) -> Manifest:
    manifest = read_manifest(container)
    if isinstance(manifest, Manifest):
        return manifest
    reason = manifest[0].message if manifest else "its manifest cannot be read"
    raise UnreadableSource(container.path, reason)


def _finished(
    container: Container, manifest: Manifest | None, launch: str, root: etree._Element, settings: Settings
) -> Finished:
    completion = settings["completion"]
    mark = completion.get("passMark")
    schema = settings.get("stateSchema", _FIRST_SCHEMA)
    return Finished(
        name=container.name,
        destination=manifest.edition.destination if manifest else "web",
        id=str(settings["id"]),
        title=str(settings.get("title", "")),
        version=str(settings.get("version", "")),
        language=str(settings.get("language", "")),
        rule=str(completion.get("rule", "")),
        partial=completion.get("partial") is True,
        pass_mark=mark if isinstance(mark, int) else None,
        privacy=str(settings.get("privacy", "")),
        state_schema=schema if isinstance(schema, int) else _FIRST_SCHEMA,
        launch=launch,
        identifiers=_identifiers(manifest) if manifest else (),
        modules=read_modules(root),
        questions=read_questions(root),
    )


def _launch(manifest: Manifest) -> str:
    """The page of the first item that has one."""
    item = next(iter(_elements(manifest, "item[@identifierref]")), None)
    reference = "" if item is None else item.get("identifierref", "")
    for resource in _elements(manifest, "resource[@href]"):
        if resource.get("identifier") == reference:
            return address_of(resource.get("href", ""), MANIFEST).member or _PAGE
    return _PAGE


def _identifiers(manifest: Manifest) -> tuple[tuple[str, str], ...]:
    """Moodle keeps records by that of the item, others by that of the manifest or the organization."""
    found = [("manifest", manifest.root.get("identifier", ""))]
    for name in ("organization", "item"):
        found += [(name, element.get("identifier", "")) for element in _elements(manifest, name)]
    return tuple(found)


def _elements(manifest: Manifest, path: str) -> list[etree._Element]:
    space = {"cp": manifest.edition.imscp}
    return cast("list[etree._Element]", manifest.root.xpath(f".//cp:{path}", namespaces=space))
