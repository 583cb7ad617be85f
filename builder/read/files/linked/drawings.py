"""What an SVG drawing can do when it is opened by itself: it is a document, with all that a page may have."""

import re
from collections.abc import Iterator
from pathlib import Path

from lxml import etree

from builder.libxml import TURN

_MOST = 32 << 20
_SVG = "http://www.w3.org/2000/svg"
_XHTML = "http://www.w3.org/1999/xhtml"
_XLINK = "{http://www.w3.org/1999/xlink}href"
_RUNS = frozenset({"script", "handler", "listener", "iframe", "embed", "object", "audio", "video", "canvas"})
"""Elements that run something, or bring in another document."""
_WORDS = frozenset(
    re.findall(
        r"\w+",
        """
    html body div span p br b i u s em strong small sub sup font center ul ol li dl dt dd table thead tbody tfoot tr td th
    caption colgroup col h1 h2 h3 h4 h5 h6 pre code blockquote q cite abbr hr a img
    """,
    )
)
"""HTML that drawing programs use for words in a drawing."""
_ANIMATES = frozenset({"set", "animate", "animateTransform", "animateMotion", "animateColor"})
_SHOWS = frozenset({"image", "img", "feImage"})
"""Elements that show a drawing as a picture, in which nothing runs."""
_SCHEME = re.compile(r"([a-z][a-z0-9+.-]*):")
_UNSEEN = re.compile(r"[\x00-\x20\x7f-\xa0\xad\u200b-\u200f\u2028-\u202f\u2060-\u206f\ufeff]")
_PICTURE = re.compile(r"data:image/(?:png|jpe?g|gif|webp|avif|bmp)[;,]")
_FONT = re.compile(r"data:(?:font/|application/(?:x-)?font|application/octet-stream)")
_OUTER = re.compile(r"@import|url\(\s*[\"']?\s*(?:[a-z][a-z0-9+.-]*:)?//", re.IGNORECASE)
_ENTITY = re.compile(rb"<\x00?!\x00?E\x00?N\x00?T\x00?I\x00?T\x00?Y")
_DEFAULTS = re.compile(rb"<\x00?!\x00?A\x00?T\x00?T\x00?L\x00?I\x00?S\x00?T")
_ENCODING = re.compile(rb"^<\?xml[^>]*?encoding\s*=\s*[\"']([^\"'>]*)", re.IGNORECASE)
_ENCODINGS = frozenset({b"utf-8", b"utf8", b"us-ascii", b"ascii", b"iso-8859-1", b"windows-1252", b"utf-16"})

LOADS = "loads something from another site"


def look_into_drawing(path: Path, alone: bool) -> str:
    """What a drawing does that it must not, to go on from its name; empty for nothing.

    `alone` when learners open it by itself: then it may load nothing either. Raises OSError.
    """
    if path.stat().st_size > _MOST:
        return f"has more than {_MOST >> 20} MB, and cannot be looked into"
    content = path.read_bytes()
    if _DEFAULTS.search(content):
        return "gives attributes in its DOCTYPE, which can run a script"
    if not _named_encoding(content):
        return "names a character set that browsers do not know"
    try:
        with TURN:
            root = etree.fromstring(content, _parser(content))
    except (etree.LxmlError, ValueError) as fault:
        line = getattr(fault, "lineno", None)
        return f"cannot be read{f': it breaks off at line {line}' if line else ''}, so browsers would not show it"
    if etree.QName(root).localname != "svg" or etree.QName(root).namespace not in (_SVG, None):
        return "is XML of another kind"
    beside = (*root.itersiblings(preceding=True), *root.itersiblings(), *root.iter(etree.ProcessingInstruction))
    if any("stylesheet" in str(getattr(node, "target", "")) for node in beside):
        return "has a style sheet in another file, which can turn it into a page with scripts"
    return next(_faults(root, alone), "")


def _parser(content: bytes) -> etree.XMLParser:
    """One that loads nothing and expands no bomb; long texts (embedded pictures) may stand where no entities are."""
    if _ENTITY.search(content):
        return etree.XMLParser(resolve_entities="internal", no_network=True)  # type: ignore[arg-type]
    return etree.XMLParser(resolve_entities=False, no_network=True, huge_tree=True)


def _named_encoding(content: bytes) -> bool:
    """Whether browsers read the text as the parser does: it knows more character sets than they (UTF-7)."""
    named = _ENCODING.match(content.removeprefix(b"\xef\xbb\xbf"))
    return named is None or named[1].lower() in _ENCODINGS


def _faults(root: etree._Element, alone: bool) -> Iterator[str]:
    for element in root.iter("*"):
        name = etree.QName(element)
        here = f" (line {element.sourceline})" if element.sourceline else ""
        if name.localname.lower() in _RUNS or (name.namespace == _XHTML and name.localname.lower() not in _WORDS):
            yield f"has the element <{name.localname}>{here}, which can run a script"
        if name.localname == "style" and alone and _OUTER.search("".join(map(str, element.itertext()))):
            yield f"{LOADS}{here}"
        yield from _attributes(element, name.localname, here, alone)


def _attributes(element: etree._Element, name: str, here: str, alone: bool) -> Iterator[str]:
    for key, value in element.attrib.items():
        local = etree.QName(str(key)).localname.lower()
        plain = _UNSEEN.sub("", str(value)).lower()
        if local.startswith("on"):
            yield f"has the attribute {local}{here}, which runs a script"
        if name in _ANIMATES and local == "attributename" and (plain.endswith("href") or plain.startswith("on")):
            yield f"changes a link by an animation{here}, which can run a script"
        if local in {"href", "src", "srcset", "action", "formaction", "data", "background", "poster"}:
            yield from _address(plain, name, here, alone)
        elif plain.startswith(("javascript:", "vbscript:")):
            yield f"has a script as an address{here}"
        elif alone and _OUTER.search(str(value)):
            yield f"{LOADS}{here}"


def _address(address: str, name: str, here: str, alone: bool) -> Iterator[str]:
    """An address without its invisible characters, which browsers pass over."""
    scheme = _SCHEME.match(address)
    if (scheme and scheme[1] in {"http", "https"}) or address.startswith("//"):
        if name != "a" and alone:
            yield f"{LOADS}{here}"
    elif scheme and not _is_harmless(address, name):
        yield f"has an address that begins with {scheme[1]}:{here}, which can run a script"


def _is_harmless(address: str, name: str) -> bool:
    """Whether an address with a scheme runs nothing in this element."""
    if name == "a":
        return address.startswith("mailto:")
    shown = name in _SHOWS and address.startswith("data:image/")
    return shown or bool(_PICTURE.match(address) or _FONT.match(address))
