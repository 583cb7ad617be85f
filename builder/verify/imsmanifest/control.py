"""Checks 5 and 6: the control documents (XSD) exist, and the manifest is valid against them."""

import re
from collections.abc import Iterator
from html import escape

from lxml import etree

from builder.libxml import TURN
from builder.model.diagnostics import Diagnostic
from builder.verify.finding import MANIFEST, found
from builder.verify.imsmanifest.edition import XML, XSI
from builder.verify.tree import line_of, log_entries, names_of, namespace_of
from builder.verify.zip_file.container import Container

_SCHEMA_LOCATION = f"{{{XSI}}}schemaLocation"
_ROOT = "package:/"
_AMBIGUOUS = "SCHEMAP_NOT_DETERMINISTIC"
# The ims_xml.xsd of SCORM 1.2 declares the xml namespace as its default one, which Namespaces in XML 3
# forbids and libxml2 refuses; nothing in that file needs the declaration.
_FORBIDDEN_DEFAULT = re.compile(rb"""\sxmlns\s*=\s*["']http://www\.w3\.org/XML/1998/namespace["']""")


def verify_control_documents(container: Container, root: etree._Element) -> Iterator[Diagnostic]:
    """Check 5: every namespace in use has a schema, and every schema that is named lies at the root."""
    pairs = _schema_locations(root)
    for namespace, line in _namespaces_in_use(root).items():
        if namespace not in pairs:
            hint = f'Add "{namespace}" and the name of its schema to xsi:schemaLocation.'
            message = f"no schema is named for the namespace {namespace}"
            yield found("MAN-006", MANIFEST, message, hint, line)
    for namespace, (location, line) in pairs.items():
        if "/" in location or "\\" in location or location not in container.files:
            hint = "Put the schema at the root of the zip, in the same letters."
            message = f'the schema "{location}" of {namespace} is not at the root of the zip'
            yield found("MAN-007", MANIFEST, message, hint, line)


def verify_schema(container: Container, root: etree._Element) -> Iterator[Diagnostic]:
    """Check 6: the manifest is valid against the schemas in the zip, and against nothing else."""
    broken = list(_broken(container, root))
    yield from broken
    if not broken:
        yield from _validated(container, root)


def _broken(container: Container, root: etree._Element) -> Iterator[Diagnostic]:
    hint = "Take the schema from the standard again, whole and unchanged."
    for namespace, (name, _) in _schema_locations(root).items():
        try:
            with TURN:
                document = etree.fromstring(container.text(name) or b"", _parser())
        except etree.XMLSyntaxError as fault:
            message = f"{name} is not well-formed XML: {fault.msg.partition(', line')[0]}"
            yield found("MAN-009", name, message, hint, *fault.position)
            continue
        if document.get("targetNamespace") != namespace:
            message = f"{name} is not the schema of {namespace}"
            yield found("MAN-009", name, message, hint, line_of(document))


def _validated(container: Container, root: etree._Element) -> Iterator[Diagnostic]:
    members = _Members(container)
    try:
        with TURN:
            schema = etree.XMLSchema(_driver(root, members))
    except etree.XMLSchemaParseError as fault:
        yield from _outside(members)
        if not members.refused:
            yield from _unreadable(fault)
        return
    yield from _outside(members)
    if not schema.validate(root):
        yield from _invalid(schema)


class _Members(etree.Resolver):
    """Gives libxml2 the members of the zip, and nothing for any other address: no network, no disk."""

    def __init__(self, container: Container) -> None:
        self._container = container
        self.refused: list[str] = []

    def resolve(  # type: ignore[override]  # lxml-stubs leave the context out
        self, system_url: str, public_id: str | None, context: object
    ) -> object:
        """The text that an import or include asks for."""
        name = system_url.removeprefix(_ROOT)
        content = self._container.text(name) if system_url.startswith(_ROOT) else None
        if content is None:
            self.refused.append(name)
            return self.resolve_string(b"", context, base_url=system_url)
        return self.resolve_string(_FORBIDDEN_DEFAULT.sub(b"", content), context, base_url=system_url)


def _driver(root: etree._Element, members: _Members) -> etree._Element:
    """A schema of nothing that imports the schema of every namespace."""
    imports = "".join(
        f'<xs:import namespace="{escape(namespace)}" schemaLocation="{escape(location)}"/>'
        for namespace, (location, _) in _schema_locations(root).items()
    )
    parser = _parser()
    parser.resolvers.add(members)
    text = f'<xs:schema xmlns:xs="http://www.w3.org/2001/XMLSchema">{imports}</xs:schema>'
    return etree.fromstring(text.encode(), parser, base_url=f"{_ROOT}driver.xsd")


def _parser() -> etree.XMLParser:
    return etree.XMLParser(no_network=True, load_dtd=False, resolve_entities=False)


def _schema_locations(root: etree._Element) -> dict[str, tuple[str, int]]:
    """Namespace -> location and line, from every xsi:schemaLocation; the first pair of a namespace holds."""
    pairs: dict[str, tuple[str, int]] = {}
    for element in root.iter():
        words = element.get(_SCHEMA_LOCATION, "").split()
        for namespace, location in zip(words[::2], words[1::2], strict=False):
            pairs.setdefault(namespace, (location, line_of(element)))
    return pairs


def _namespaces_in_use(root: etree._Element) -> dict[str, int]:
    """Each namespace of an element or attribute, and the line where it is first used."""
    used: dict[str, int] = {}
    for element in root.iter():
        for namespace in map(namespace_of, names_of(element)):
            if namespace not in ("", XSI, XML):
                used.setdefault(namespace, line_of(element))
    return used


def _outside(members: _Members) -> Iterator[Diagnostic]:
    for name in dict.fromkeys(members.refused):
        hint = "Put a copy of it at the root of the zip and import that."
        message = f"a schema imports {name}, which is not in the zip"
        yield found("MAN-010", MANIFEST, message, hint)


def _unreadable(fault: etree.XMLSchemaParseError) -> Iterator[Diagnostic]:
    broken = [entry for entry in log_entries(fault.error_log) if entry.type_name != _AMBIGUOUS]
    for entry in broken:
        name = entry.filename.removeprefix(_ROOT)
        hint = "Take the schema from the standard again, whole and unchanged."
        message = f"{name} is no usable schema: {_plain(entry.message)}"
        yield found("MAN-009", name, message, hint, entry.line)
    if not broken:
        hint = "Nothing needs to be done; the other checks on the manifest were made."
        message = "the manifest was not held against its schemas, as one of them can be read in two ways"
        yield found("MAN-011", MANIFEST, message, hint)


def _invalid(schema: etree.XMLSchema) -> Iterator[Diagnostic]:
    for entry in log_entries(schema.error_log):
        hint = "Look at the order of the elements, at spelling, and at what the schema allows here."
        yield found("MAN-008", MANIFEST, _plain(entry.message), hint, entry.line, entry.column)


def _plain(message: str) -> str:
    """libxml2's sentence without the namespaces, which make it hard to read."""
    return re.sub(r"\{[^{}]*\}", "", message).strip().rstrip(".")
