"""What an LMS takes from a manifest, read as leniently as LMSs do: by local names."""

from dataclasses import dataclass

from lxml import etree

from builder.libxml import TURN


@dataclass(frozen=True, slots=True)
class Launchable:
    """What a manifest says of the course."""

    edition: str = "web"
    pages: tuple[str, ...] = ()
    """Page of each item that starts something, in order."""
    title: str = ""


def read_launchable(content: bytes) -> Launchable:
    """The edition, the pages and the title; empty where it cannot be read."""
    parser = etree.XMLParser(resolve_entities=False, load_dtd=False, no_network=True, recover=True)
    try:
        with TURN:
            root = etree.fromstring(content, parser)
    except etree.XMLSyntaxError:
        return Launchable()
    if root is None:
        return Launchable()
    targets = {_attribute(one, "identifier"): _address(one) for one in _named(root, "resource")}
    pages = [targets.get(_attribute(item, "identifierref"), "") for item in _named(root, "item")]
    known = [page for page in pages if page] or [page for page in targets.values() if page][:1]
    return Launchable(_edition(root), tuple(dict.fromkeys(known)), _title(root))


def _named(root: etree._Element, name: str) -> list[etree._Element]:
    return [one for one in root.iter() if isinstance(one.tag, str) and etree.QName(one).localname == name]


def _attribute(element: etree._Element, name: str) -> str:
    return next((str(value) for key, value in element.attrib.items() if etree.QName(key).localname == name), "")


def _address(resource: etree._Element) -> str:
    """A page of the package, with its query; bases of XML stand before it."""
    base = "".join(_attribute(one, "base") for one in [*reversed(list(resource.iterancestors())), resource])
    return base + _attribute(resource, "href") if _attribute(resource, "href") else ""


def _edition(root: etree._Element) -> str:
    """By the version that it names, as LMSs tell; what they do not know is SCORM 1.2."""
    version = next((str(one.text or "").strip() for one in _named(root, "schemaversion")), "")
    if "2004" in version or "1.3" in version:
        return "scorm2004"
    return "scorm2004" if not version and "imscp_v1p1" in str(root.tag) else "scorm12"


def _title(root: etree._Element) -> str:
    organizations = _named(root, "organization")
    titles = [one for organization in organizations for one in _named(organization, "title")]
    return " ".join(str(titles[0].text or "").split()) if titles else ""
