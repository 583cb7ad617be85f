"""A finished package is opened afresh, and each of its faults is reported once, at its place."""

import random
import re
import struct
import tracemalloc
import zipfile
import zlib
from collections.abc import Callable
from dataclasses import dataclass
from io import BytesIO
from pathlib import Path

import pytest

from builder.errors import UnreadableSource
from builder.model.diagnostics import Diagnostic, Severity
from builder.model.rules import SEVERITIES
from builder.verify import Inventory, Weight, verify_package
from builder.verify.web_page.policy import POLICY, looser_directives
from tests.cases import for_each

RULES = {rule for rule in SEVERITIES if rule.startswith(("PKG-", "MAN-", "WEB-"))} - {"WEB-030"}
"""What a package is held against; words that got lost are looked for in the page before it is packed."""

# Samples: one good package of each kind -----------------------------------------------------------------------------

PAGE = f"""<!DOCTYPE html>
<html lang="en-GB">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="{POLICY}">
<title>A course</title>
<link rel="stylesheet" href="satchel.css">
<script src="satchel.js"></script>
</head>
<body>
<nav><a href="#main">Skip to content</a></nav>
<main id="main" tabindex="-1">
<h1 id="aims">Aims</h1>
<p>Ŵyn reads <a href="https://example.org/study">the study</a> &amp; writes.</p>
<p><img src="images/map.png" alt="The six stages" srcset="images/map.png 1x, images/map.png 2x"></p>
<svg aria-hidden="true"><symbol id="tick"><path d="M0 0"/></symbol><use href="#tick"/></svg>
<video controls src="media/film.mp4" poster="images/map.png" aria-labelledby="aims">
<track kind="captions" src="data:text/vtt;charset=utf-8,WEBVTT" srclang="en" label="English">
</video>
<form id="q1" novalidate><label for="q1--a">Yes</label> <input type="radio" id="q1--a" aria-describedby="aims"></form>
</main>
<script type="application/json" id="satchel-course">{{"id": "course", "html": "<b>not a </div> tag</b>"}}</script>
</body>
</html>
"""
STYLE = """/* http://example.org is only named */
@namespace svg url(http://www.w3.org/2000/svg);
.map { background: url("images/map.png") }
.dot { background: url(data:image/png;base64,AAAA); filter: url(#tick) }
"""
SCRIPT = """// see https://example.org/in-a-comment
const svg = "http://www.w3.org/2000/svg", quote = /["'`]/g; /* https://example.org/too */
const path = "a//b";
"""
WEB = {
    "index.html": PAGE.encode(),
    "images/map.png": bytes(range(256)) * 4,
    "media/film.mp4": b"\0" * 2000,
    "satchel.css": STYLE.encode(),
    "satchel.js": SCRIPT.encode(),
}

XS = 'xmlns:xs="http://www.w3.org/2001/XMLSchema" elementFormDefault="qualified"'
REST = '<xs:any namespace="##other" processContents="lax" minOccurs="0" maxOccurs="unbounded"/>'
ANY = '<xs:anyAttribute namespace="##other" processContents="lax"/>'
ID = '<xs:attribute name="identifier" type="xs:ID" use="required"/>'
IMSCP_XSD = f"""<xs:schema {XS} xmlns="NAMESPACE" targetNamespace="NAMESPACE">
<xs:element name="manifest"><xs:complexType><xs:sequence>
  <xs:element name="metadata" minOccurs="0"><xs:complexType><xs:sequence>
    <xs:element name="schema" type="xs:string" minOccurs="0"/>
    <xs:element name="schemaversion" type="xs:string" minOccurs="0"/>{REST}
  </xs:sequence></xs:complexType></xs:element>
  <xs:element name="organizations"><xs:complexType><xs:sequence>
    <xs:element name="organization" type="items" minOccurs="0" maxOccurs="unbounded"/>
  </xs:sequence><xs:attribute name="default" type="xs:IDREF"/></xs:complexType></xs:element>
  <xs:element name="resources"><xs:complexType><xs:sequence>
    <xs:element name="resource" type="resource" minOccurs="0" maxOccurs="unbounded"/>
  </xs:sequence>{ANY}</xs:complexType></xs:element>
  <xs:element ref="manifest" minOccurs="0" maxOccurs="unbounded"/>
</xs:sequence>{ID}<xs:attribute name="version"/>{ANY}</xs:complexType></xs:element>
<xs:complexType name="items"><xs:sequence>
  <xs:element name="title" type="xs:string" minOccurs="0"/>
  <xs:element name="item" type="items" minOccurs="0" maxOccurs="unbounded"/>{REST}
</xs:sequence>{ID}<xs:attribute name="identifierref"/><xs:attribute name="parameters"/>{ANY}</xs:complexType>
<xs:complexType name="resource"><xs:sequence>
  <xs:element name="file" minOccurs="0" maxOccurs="unbounded"><xs:complexType>
    <xs:attribute name="href" type="xs:anyURI" use="required"/></xs:complexType></xs:element>
  <xs:element name="dependency" minOccurs="0" maxOccurs="unbounded"><xs:complexType>
    <xs:attribute name="identifierref"/></xs:complexType></xs:element>
</xs:sequence>{ID}<xs:attribute name="type"/><xs:attribute name="href"/>{ANY}</xs:complexType>
</xs:schema>
"""
ADLCP_XSD = f"""<xs:schema {XS} targetNamespace="NAMESPACE">
<xs:attribute name="TYPE" type="xs:string"/>
<xs:element name="masteryscore" type="xs:string"/>
<xs:element name="prerequisites" type="xs:string"/>
</xs:schema>
"""
IMSSS_XSD = f"""<xs:schema {XS} targetNamespace="http://www.imsglobal.org/xsd/imsss">
<xs:element name="sequencing"><xs:complexType><xs:sequence>
  <xs:element name="deliveryControls" minOccurs="0"><xs:complexType>
    <xs:attribute name="completionSetByContent" type="xs:boolean"/>
    <xs:attribute name="objectiveSetByContent" type="xs:boolean"/>
  </xs:complexType></xs:element>
</xs:sequence></xs:complexType></xs:element>
</xs:schema>
"""
CP_12, ADL_12 = "http://www.imsproject.org/xsd/imscp_rootv1p1p2", "http://www.adlnet.org/xsd/adlcp_rootv1p2"
CP_2004, ADL_2004 = "http://www.imsglobal.org/xsd/imscp_v1p1", "http://www.adlnet.org/xsd/adlcp_v1p3"
SS_2004 = "http://www.imsglobal.org/xsd/imsss"

FILES = "\n".join(f'<file href="{name}"/>' for name in ["index.html", *sorted(WEB.keys() - {"index.html"})])
MANIFEST_12 = f"""<?xml version="1.0" encoding="UTF-8"?>
<manifest identifier="course" version="1.0.0" xmlns="{CP_12}" xmlns:adlcp="{ADL_12}"
 xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance"
 xsi:schemaLocation="{CP_12} imscp_rootv1p1p2.xsd {ADL_12} adlcp_rootv1p2.xsd">
<metadata>
<schema>ADL SCORM</schema>
<schemaversion>1.2</schemaversion>
</metadata>
<organizations default="organization">
<organization identifier="organization">
<title>A course</title>
<item identifier="item" identifierref="sco">
<title>The course</title>
<adlcp:masteryscore>80</adlcp:masteryscore>
</item>
</organization>
</organizations>
<resources>
<resource identifier="sco" type="webcontent" adlcp:scormtype="sco" href="index.html">
{FILES}
</resource>
</resources>
</manifest>
"""
MANIFEST_2004 = f"""<?xml version="1.0" encoding="UTF-8"?>
<manifest identifier="course" xmlns="{CP_2004}" xmlns:adlcp="{ADL_2004}" xmlns:imsss="{SS_2004}"
 xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance"
 xsi:schemaLocation="{CP_2004} imscp_v1p1.xsd {ADL_2004} adlcp_v1p3.xsd {SS_2004} imsss_v1p0.xsd">
<metadata><schema>ADL SCORM</schema><schemaversion>2004 4th Edition</schemaversion></metadata>
<organizations default="organization">
<organization identifier="organization">
<title>A course</title>
<item identifier="item" identifierref="sco">
<title>The course</title>
<imsss:sequencing>
<imsss:deliveryControls completionSetByContent="true" objectiveSetByContent="true"/>
</imsss:sequencing>
</item>
</organization>
</organizations>
<resources>
<resource identifier="sco" type="webcontent" adlcp:scormType="sco" href="index.html">
{FILES}
</resource>
</resources>
</manifest>
"""


def _xsd(text: str, namespace: str, scorm_type: str = "") -> bytes:
    return text.replace("NAMESPACE", namespace).replace("TYPE", scorm_type).encode()


SCORM_12 = {
    **WEB,
    "imsmanifest.xml": MANIFEST_12.encode(),
    "imscp_rootv1p1p2.xsd": _xsd(IMSCP_XSD, CP_12),
    "adlcp_rootv1p2.xsd": _xsd(ADLCP_XSD, ADL_12, "scormtype"),
}
SCORM_2004 = {
    **WEB,
    "imsmanifest.xml": MANIFEST_2004.encode(),
    "imscp_v1p1.xsd": _xsd(IMSCP_XSD, CP_2004),
    "adlcp_v1p3.xsd": _xsd(ADLCP_XSD, ADL_2004, "scormType"),
    "imsss_v1p0.xsd": IMSSS_XSD.encode(),
}
PACKAGES = {"web": WEB, "scorm12": SCORM_12, "scorm2004": SCORM_2004}

# Changing and looking -----------------------------------------------------------------------------------------------

Members = dict[str, bytes]
Change = Callable[[Members], None]


def swap(member: str, old: str, new: str) -> Change:
    """A change that replaces words in a member; the words must be there."""

    def change(members: Members) -> None:
        assert old.encode() in members[member]
        members[member] = members[member].replace(old.encode(), new.encode(), 1)

    return change


def put(member: str, content: bytes = b"x") -> Change:
    """A change that adds or replaces a member."""
    return lambda members: members.update({member: content})


def move(old: str, new: str) -> Change:
    """A change that renames a member."""
    return lambda members: members.update({new: members.pop(old)})


def page(old: str, new: str) -> Change:
    """A change of words in the page."""
    return swap("index.html", old, new)


def body(html: str) -> Change:
    """A change that adds a line to the page."""
    return page("</main>", f"{html}\n</main>")


def head(html: str) -> Change:
    """A change that adds a line to the page's head, last."""
    return page("</head>", f"{html}\n</head>")


def manifest(old: str, new: str) -> Change:
    """A change of words in the manifest."""
    return swap("imsmanifest.xml", old, new)


def write(path: Path, members: Members) -> Path:
    """Pack members as any tool would."""
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in members.items():
            archive.writestr(name, content)
    return path


def told(path: Path) -> list[Diagnostic]:
    """What is said of a package; every finding is whole sentences that help."""
    report, _ = verify_package(path)
    for finding in report.diagnostics:
        assert finding.rule in RULES
        assert finding.message and not finding.message.endswith(".")
        assert finding.hint.endswith(".")
    return list(report.diagnostics)


@dataclass(frozen=True)
class Fault:
    """One thing wrong in an otherwise good package, and what is to be said of it."""

    name: str
    kind: str
    rule: str
    change: Change
    member: str = "index.html"
    at: str = ""
    """Words on the line that is to be named; empty for line 1."""


def F(name: str, kind: str, rule: str, change: Change, member: str = "index.html", at: str = "") -> Fault:
    """A row of the table below; a fault in a manifest is placed there."""
    return Fault(name, kind, rule, change, "imsmanifest.xml" if rule < "PKG" and member == "index.html" else member, at)


NAMES = [
    F("climbing", "web", "PKG-003", put("../evil.txt"), "../evil.txt"),
    F("climbing-inside", "web", "PKG-003", put("a/../../evil.txt"), "a/../../evil.txt"),
    F("absolute", "web", "PKG-003", put("/etc/evil.txt"), "/etc/evil.txt"),
    F("drive", "web", "PKG-003", put("c:/evil.txt"), "c:/evil.txt"),
    F("backslash", "web", "PKG-003", put("media\\evil.txt"), "media\\evil.txt"),
    F("empty-part", "web", "PKG-003", put("media//evil.txt"), "media//evil.txt"),
    F("macos", "web", "PKG-005", put("__MACOSX/index.txt"), "__MACOSX/index.txt"),
    F("dotfile", "web", "PKG-005", put("media/.ds_store"), "media/.ds_store"),
    F("git-folder", "web", "PKG-005", put(".git/head"), ".git/head"),
    F("case-collision", "web", "PKG-008", put("images/MAP.png"), "images/MAP.png"),
    F("capital", "web", "PKG-009", put("images/Plan.png"), "images/Plan.png"),
    F("space", "web", "PKG-009", put("images/a plan.png"), "images/a plan.png"),
    F("welsh-letter", "web", "PKG-009", put("images/ŵy.png"), "images/ŵy.png"),
    F("capital-xsd-elsewhere", "web", "PKG-009", put("schemas/Map.png"), "schemas/Map.png"),
    F("long", "web", "PKG-010", put("media/" + "a" * 200), "media/" + "a" * 200),
    F("php", "web", "PKG-012", put("tools/convert.php"), "tools/convert.php"),
    F("exe-in-capitals", "web", "PKG-012", put("SETUP.EXE"), "SETUP.EXE"),
    F("htaccess", "web", "PKG-012", put(".htaccess"), ".htaccess"),
]

MANIFESTS = [
    F("manifest-gone", "scorm12", "MAN-001", lambda m: m.__delitem__("imsmanifest.xml"), "course.zip"),
    F("manifest-in-folder", "scorm12", "MAN-001", move("imsmanifest.xml", "course/imsmanifest.xml"), "course.zip"),
    F("not-well-formed", "scorm12", "MAN-002", manifest("A course", "Care & support"), at="Care &"),
    F("mismatched", "scorm2004", "MAN-002", manifest("</item>", "</itm>"), at="</itm>"),
    F("empty-manifest", "scorm12", "MAN-002", put("imsmanifest.xml", b"")),
    F("entity-bomb", "scorm12", "MAN-003", manifest("?>\n", '?>\n<!DOCTYPE manifest [<!ENTITY a "aaa">]>\n')),
    F("dtd", "scorm12", "MAN-003", manifest("?>\n", '?>\n<!DOCTYPE manifest SYSTEM "http://127.0.0.1:9/x.dtd">\n')),
    F(
        "submanifest",
        "scorm12",
        "MAN-004",
        manifest("</resources>", '</resources>\n<manifest identifier="m2"><organizations/><resources/></manifest>'),
        at='"m2"',
    ),
    F(
        "root-namespace",
        "scorm12",
        "MAN-005",
        manifest(f'xmlns="{CP_12}"', 'xmlns="urn:mine"'),
        at="xsi:schemaLocation",
    ),
    F("root-name", "scorm2004", "MAN-005", put("imsmanifest.xml", f'<package xmlns="{CP_2004}"/>'.encode())),
    F("no-location", "scorm12", "MAN-006", manifest(f" {ADL_12} adlcp_rootv1p2.xsd", ""), at="masteryscore"),
    F(
        "namespace-without-schema",
        "scorm2004",
        "MAN-006",
        manifest("</metadata>", '\n<lom xmlns="http://ltsc.ieee.org/xsd/LOM"/></metadata>'),
        at="<lom",
    ),
    F("xsd-gone", "scorm12", "MAN-007", lambda m: m.__delitem__("adlcp_rootv1p2.xsd"), at="xsi:schemaLocation"),
    F("xsd-other-case", "scorm2004", "MAN-007", move("imscp_v1p1.xsd", "IMSCP_v1p1.xsd"), at="xsi:schemaLocation"),
    F("xsd-above", "scorm12", "MAN-007", manifest(" adlcp_rootv", " ../adlcp_rootv"), at="xsi:schemaLocation"),
    F(
        "invalid-order",
        "scorm12",
        "MAN-008",
        manifest(
            "<schema>ADL SCORM</schema>\n<schemaversion>1.2</schemaversion>",
            "<schemaversion>1.2</schemaversion>\n<schema>ADL SCORM</schema>",
        ),
        at="<schema>",
    ),
    F("invalid-element", "scorm2004", "MAN-008", manifest("</resources>", "<extra/></resources>"), at="<extra/>"),
    F(
        "invalid-value",
        "scorm2004",
        "MAN-008",
        manifest("<imsss:deliveryControls ", '<imsss:deliveryControls x="1" '),
        at="deliveryControls",
    ),
    F(
        "xsd-cut-off",
        "scorm12",
        "MAN-009",
        swap("adlcp_rootv1p2.xsd", "</xs:schema>", "</xs:sch>"),
        "adlcp_rootv1p2.xsd",
        "</xs:sch",
    ),
    F(
        "xsd-nonsense",
        "scorm12",
        "MAN-009",
        swap("adlcp_rootv1p2.xsd", 'name="prerequisites" type="xs:string"', 'name="prerequisites" type="xs:strong"'),
        "adlcp_rootv1p2.xsd",
        "strong",
    ),
    F(
        "xsd-other-namespace",
        "scorm12",
        "MAN-009",
        swap("adlcp_rootv1p2.xsd", ADL_12, "urn:other"),
        "adlcp_rootv1p2.xsd",
    ),
    F(
        "xsd-from-web",
        "scorm12",
        "MAN-010",
        swap(
            "adlcp_rootv1p2.xsd",
            "<xs:attribute",
            '<xs:import namespace="urn:x" schemaLocation="http://127.0.0.1:9/x.xsd"/><xs:attribute',
        ),
    ),
    F(
        "xsd-from-disk",
        "scorm12",
        "MAN-010",
        swap(
            "adlcp_rootv1p2.xsd",
            "<xs:attribute",
            '<xs:import namespace="urn:x" schemaLocation="file:///etc/hostname"/><xs:attribute',
        ),
    ),
    F(
        "xsd-ambiguous",
        "scorm12",
        "MAN-011",
        swap(
            "imscp_rootv1p1p2.xsd",
            '<xs:element name="title" type="xs:string" minOccurs="0"/>',
            '<xs:element name="title" type="xs:string" minOccurs="0"/>' * 2,
        ),
    ),
    F(
        "file-gone",
        "scorm12",
        "MAN-012",
        manifest("</resource>", '<file href="images/gone.png"/>\n</resource>'),
        at="gone.png",
    ),
    F(
        "file-other-case",
        "scorm2004",
        "MAN-012",
        manifest("</resource>", '<file href="images/Map.png"/>\n</resource>'),
        at="Map.png",
    ),
    F(
        "href-space",
        "scorm12",
        "MAN-013",
        manifest("</resource>", '<file href="images/the map.png"/>\n</resource>'),
        at="the map",
    ),
    F(
        "href-backslash",
        "scorm12",
        "MAN-013",
        manifest("</resource>", '<file href="images\\map.png"/>\n</resource>'),
        at="images\\map",
    ),
    F(
        "href-bad-percent",
        "scorm12",
        "MAN-013",
        manifest("</resource>", '<file href="images/100%.png"/>\n</resource>'),
        at="100%",
    ),
    F(
        "href-climbs",
        "scorm12",
        "MAN-013",
        manifest("</resource>", '<file href="../index.html"/>\n</resource>'),
        at="../index",
    ),
    F(
        "href-absolute",
        "scorm12",
        "MAN-013",
        manifest("</resource>", '<file href="/index.html"/>\n</resource>'),
        at='"/index',
    ),
    F(
        "href-external",
        "scorm2004",
        "MAN-014",
        manifest("</resource>", '<file href="https://example.org/a.png"/>\n</resource>'),
        at="example.org",
    ),
    F("version-unknown", "scorm2004", "MAN-015", manifest("4th Edition", "5th Edition"), at="5th"),
    F("version-of-the-other", "scorm12", "MAN-015", manifest(">1.2<", ">2004 4th Edition<"), at="4th"),
    F("version-with-space", "scorm12", "MAN-015", manifest(">1.2<", "> 1.2<"), at="> 1.2"),
    F("schema-name", "scorm12", "MAN-015", manifest("ADL SCORM", "SCORM"), at="<schemaversion"),
    F(
        "no-metadata",
        "scorm2004",
        "MAN-015",
        lambda m: m.update({"imsmanifest.xml": re.sub(rb"<metadata>.*</metadata>", b"", m["imsmanifest.xml"])}),
        at="xsi:schemaLocation",
    ),
    F(
        "default-unresolved",
        "scorm12",
        "MAN-016",
        manifest('default="organization"', 'default="toc"'),
        at="<organizations",
    ),
    F("default-gone", "scorm2004", "MAN-016", manifest(' default="organization"', ""), at="<organizations"),
    F(
        "second-organization",
        "scorm12",
        "MAN-017",
        manifest("</organizations>", '<organization identifier="o2"><title>B</title></organization>\n</organizations>'),
        at='"o2"',
    ),
    F("title-empty", "scorm12", "MAN-018", manifest("<title>A course</title>", "<title> </title>"), at="<title> "),
    F("title-gone", "scorm2004", "MAN-018", manifest("<title>The course</title>", ""), at="<item"),
    F("reference-gone", "scorm12", "MAN-019", manifest(' identifierref="sco"', ""), at="<item"),
    F("reference-unresolved", "scorm12", "MAN-019", manifest('identifierref="sco"', 'identifierref="x"'), at="<item"),
    F(
        "dependency-unresolved",
        "scorm12",
        "MAN-019",
        manifest("</resource>", '<dependency identifierref="common"/>\n</resource>'),
        at="common",
    ),
    F("scormtype-in-2004", "scorm2004", "MAN-020", manifest("scormType", "scormtype"), at="<resource "),
    F("scormType-in-12", "scorm12", "MAN-020", manifest("scormtype", "scormType"), at="<resource "),
    F("scormtype-value", "scorm12", "MAN-020", manifest('scormtype="sco"', 'scormtype="SCO"'), at="<resource "),
    F("not-webcontent", "scorm12", "MAN-020", manifest('type="webcontent" ', ""), at="<resource "),
    F("no-href", "scorm12", "MAN-021", manifest(' href="index.html">', ">"), at="<resource "),
    F("launch-unlisted", "scorm12", "MAN-022", manifest('<file href="index.html"/>\n', ""), at="<resource "),
    F(
        "launch-second",
        "scorm12",
        "MAN-023",
        manifest(
            "<resources>",
            '<resources>\n<resource identifier="common" type="webcontent" adlcp:scormtype="asset" '
            'href="satchel.css"><file href="satchel.css"/></resource>',
        ),
        at='"common"',
    ),
    F(
        "identifier-twice",
        "scorm12",
        "MAN-024",
        manifest(
            "</resources>", '<resource identifier="item" type="webcontent" adlcp:scormtype="asset"/>\n</resources>'
        ),
        at='<resource identifier="item"',
    ),
    F("identifier-digit", "scorm12", "MAN-024", manifest('item identifier="item"', 'item identifier="1"'), at='"1"'),
    F(
        "prefix-of-adl",
        "scorm12",
        "MAN-025",
        lambda m: m.update(
            {
                "imsmanifest.xml": re.sub(
                    rb"<adlcp:masteryscore>80</adlcp:masteryscore>\n",
                    b"",
                    m["imsmanifest.xml"]
                    .replace(b"xmlns:adlcp", b"xmlns:scorm")
                    .replace(b"adlcp:scormtype", b"scorm:scormtype"),
                )
            }
        ),
        at="scorm:scormtype",
    ),
    F(
        "prefix-of-element",
        "scorm2004",
        "MAN-025",
        lambda m: m.update(
            {
                "imsmanifest.xml": re.sub(
                    rb"<imsss:sequencing>", b'<s:sequencing xmlns:s="' + SS_2004.encode() + b'">', m["imsmanifest.xml"]
                ).replace(b"</imsss:sequencing>", b"</s:sequencing>")
            }
        ),
        at="s:sequencing",
    ),
    F(
        "no-delivery-controls",
        "scorm2004",
        "MAN-026",
        lambda m: m.update(
            {
                "imsmanifest.xml": re.sub(
                    rb"<imsss:sequencing>.*</imsss:sequencing>\n", b"", m["imsmanifest.xml"], flags=re.DOTALL
                )
            }
        ),
        at="<item",
    ),
    F(
        "delivery-controls-false",
        "scorm2004",
        "MAN-026",
        manifest(' objectiveSetByContent="true"', ""),
        at="deliveryControls",
    ),
    F(
        "prerequisites",
        "scorm12",
        "MAN-027",
        manifest("<adlcp:mastery", "<adlcp:prerequisites>x</adlcp:prerequisites>\n<adlcp:mastery"),
        at="prereq",
    ),
    F("parameters", "scorm12", "MAN-028", manifest('"sco">', '"sco" parameters="?a=1">'), at="<item"),
    F("mastery-101", "scorm12", "MAN-029", manifest(">80<", ">101<"), at=">101<"),
    F("mastery-negative", "scorm12", "MAN-029", manifest(">80<", ">-1<"), at=">-1<"),
    F("mastery-words", "scorm12", "MAN-029", manifest(">80<", ">eighty<"), at="eighty"),
    F("unlisted", "scorm12", "MAN-030", put("images/extra.png"), "images/extra.png"),
]

PAGES = [
    F("no-index", "web", "WEB-001", move("index.html", "start.html"), "course.zip"),
    F("empty-page", "web", "WEB-002", put("index.html", b"")),
    F("no-doctype", "web", "WEB-002", page("<!DOCTYPE html>\n", "")),
    F(
        "old-doctype",
        "web",
        "WEB-002",
        page(
            "<!DOCTYPE html>",
            '<!DOCTYPE html PUBLIC "-//W3C//DTD HTML 4.01//EN" "http://www.w3.org/TR/html4/strict.dtd">',
        ),
    ),
    F("end-tag-too-many", "web", "WEB-002", body("<p>Words</p></section>"), at="Words"),
    F("unclosed", "web", "WEB-002", body("<section><p>Words</p>")),
    F("crossed", "web", "WEB-002", body("<div><em>Words</div>"), at="Words"),
    F("no-charset", "web", "WEB-003", page('<meta charset="utf-8">\n', "")),
    F(
        "latin-1-page",
        "web",
        "WEB-003",
        lambda m: m.update({"index.html": m["index.html"].replace("Ŵ".encode(), b"\xd4")}),
        at="yn reads",
    ),
    F("latin-1-script", "web", "WEB-003", put("satchel.js", b"// caf\xe9\n"), "satchel.js"),
    F("no-lang", "web", "WEB-004", page(' lang="en-GB"', ""), at="<html"),
    F("lang-in-words", "web", "WEB-004", page('lang="en-GB"', 'lang="English, please"'), at="<html"),
    F("no-title", "web", "WEB-005", page("<title>A course</title>\n", "")),
    F("empty-title", "web", "WEB-005", page("<title>A course<", "<title> <"), at="<title>"),
    F("no-policy", "web", "WEB-006", page("Content-Security-Policy", "X-Nothing")),
    F(
        "two-policies",
        "web",
        "WEB-006",
        head('<meta http-equiv="content-security-policy" content="default-src \'none\'">'),
    ),
    F("loose-policy", "web", "WEB-006", page("connect-src 'self'", "connect-src *"), at="connect-src"),
    F(
        "late-policy",
        "web",
        "WEB-006",
        page('<meta charset="utf-8">', '<meta charset="utf-8"><script src="satchel.js"></script>'),
        at="Content-Security",
    ),
    F("inline-script", "web", "WEB-007", body("<script>start()</script>"), at="start()"),
    F("template-script", "web", "WEB-007", body('<script type="text/template">x</script>'), at="text/template"),
    F("style-element", "web", "WEB-008", head("<style>p { color: red }</style>"), at="<style>"),
    F("style-attribute", "web", "WEB-008", body('<p style="color: red">x</p>'), at="style="),
    F("onclick", "web", "WEB-009", body('<button onclick="go()">Go</button>'), at="onclick"),
    F("onload-in-svg", "web", "WEB-009", body('<svg onload="go()"></svg>'), at="onload"),
    F("javascript-link", "web", "WEB-010", body('<a href=" JavaScript:go()">Go</a>'), at="JavaScript"),
    F("id-twice", "web", "WEB-011", body('<p id="aims">x</p>'), at='<p id="aims"'),
    F("id-with-space", "web", "WEB-011", body('<p id="the aims">x</p>'), at="the aims"),
    F("id-empty", "web", "WEB-011", body('<p id="">x</p>'), at='id=""'),
    F("anchor-gone", "web", "WEB-012", body('<a href="#aim">x</a>'), at='"#aim"'),
    F("symbol-gone", "web", "WEB-012", body('<svg><use href="#cross"/></svg>'), at="#cross"),
    F("picture-gone", "web", "WEB-013", body('<img src="images/gone.png" alt="">'), at="gone.png"),
    F("picture-other-case", "web", "WEB-013", body('<img src="images/Map.png" alt="">'), at="Map.png"),
    F("poster-gone", "web", "WEB-013", body('<video poster="gone.png"></video>'), at="gone.png"),
    F("srcset-gone", "web", "WEB-013", body('<img src="images/map.png" srcset="a/gone.png 2x" alt="">'), at="gone"),
    F("link-gone", "web", "WEB-013", body('<a href="page-2.html">x</a>'), at="page-2"),
    F("link-climbs", "web", "WEB-013", body('<a href="../index.html">x</a>'), at="../index"),
    F("link-absolute", "web", "WEB-013", body('<a href="/index.html">x</a>'), at='"/index'),
    F("link-to-disk", "web", "WEB-013", body('<a href="file:///c:/a.html">x</a>'), at="file:"),
    F("style-picture-gone", "web", "WEB-013", swap("satchel.css", "images/map", "images/gone"), "satchel.css", "gone"),
    F("script-elsewhere", "web", "WEB-014", head('<script src="https://cdn.example.org/a.js"></script>'), at="cdn"),
    F("picture-elsewhere", "web", "WEB-014", body('<img src="//example.org/a.png" alt="">'), at="//example.org/a"),
    F(
        "srcset-elsewhere",
        "web",
        "WEB-014",
        body('<img src="images/map.png" alt="" srcset="images/map.png 1x, https://example.org/a.png 2x">'),
        at="a.png 2x",
    ),
    F("form-elsewhere", "web", "WEB-014", body('<form action="https://example.org/"></form>'), at="action="),
    F(
        "refresh-elsewhere",
        "web",
        "WEB-014",
        head('<meta http-equiv="refresh" content="0; url=https://example.org/x">'),
        at="refresh",
    ),
    F(
        "import-elsewhere",
        "web",
        "WEB-014",
        swap("satchel.css", ".map", '@import "https://example.org/a.css";\n.map'),
        "satchel.css",
        "@import",
    ),
    F(
        "font-elsewhere",
        "web",
        "WEB-014",
        swap("satchel.css", ".map", "@font-face { src: URL( 'http://example.org/a.woff2' ) }\n.map"),
        "satchel.css",
        "@font",
    ),
    F("integrity", "web", "WEB-015", page('src="satchel.js"', 'src="satchel.js" integrity="sha256-x"'), at="integrity"),
    F("crossorigin", "web", "WEB-015", page("<video ", "<video crossorigin "), at="<video"),
    F("module", "web", "WEB-015", page('src="satchel.js"', 'src="satchel.js" type="module"'), at="module"),
    F("sprite-file", "web", "WEB-015", body('<svg><use xlink:href="images/map.png#x"/></svg>'), at="xlink"),
    F("track-file", "web", "WEB-016", page('src="data:text/vtt;charset=utf-8,WEBVTT"', 'src="a.vtt"'), at="a.vtt"),
    F("base", "web", "WEB-017", page("<title>", '<base href="./"><title>'), at="<base"),
    F("iframe", "web", "WEB-018", body('<iframe src="https://example.org/" title="x"></iframe>'), at="<iframe"),
    F("object", "web", "WEB-018", body('<object data="a.pdf"></object>'), at="<object"),
    F("no-alt", "web", "WEB-019", body('<img src="images/map.png">'), at='<img src="images/map.png">'),
    F("image-button-no-alt", "web", "WEB-019", body('<input type="image" src="images/map.png">'), at='"image"'),
    F("label-for-nothing", "web", "WEB-020", body('<label for="q9">x</label>'), at="q9"),
    F("described-by-nothing", "web", "WEB-020", body('<p aria-describedby="aims hint">x</p>'), at="aims hint"),
    F("labelled-by-nothing", "web", "WEB-020", body('<section aria-labelledby="h9"></section>'), at="h9"),
    F(
        "script-fetches",
        "web",
        "WEB-021",
        swap("satchel.js", "const path", 'fetch("https://example.org/x");\nconst path'),
        "satchel.js",
        "fetch",
    ),
    F(
        "script-template",
        "web",
        "WEB-021",
        swap("satchel.js", "const path", "open(`https://example.org/${x}`);\nconst path"),
        "satchel.js",
        "open(",
    ),
    F("data-block", "web", "WEB-022", page('"course", ', '"course",, '), at="satchel-course"),
]
FAULTS = NAMES + MANIFESTS + PAGES


def _line(members: Members, fault: Fault) -> int:
    if not fault.at:
        return 1
    content = members[fault.member]
    return content[: content.index(fault.at.encode())].count(b"\n") + 1


@pytest.mark.parametrize("kind", PACKAGES)
def test_good_package_is_clean(kind: str, tmp_path: Path) -> None:
    """Nothing is said of a good package, and its destination is known."""
    report, inventory = verify_package(write(tmp_path / "course.zip", PACKAGES[kind]))
    assert report.diagnostics == ()
    assert inventory.destination == kind


@for_each("fault", FAULTS, ids=lambda fault: f"{fault.rule}-{fault.name}")
def test_one_fault_is_told_once_at_its_place(fault: Fault, tmp_path: Path) -> None:
    """Exactly the expected rule, at the expected member and line, and nothing else."""
    members = dict(PACKAGES[fault.kind])
    fault.change(members)
    findings = told(write(tmp_path / "course.zip", members))
    assert [(f.rule, f.span.path, f.span.line) for f in findings] == [
        (fault.rule, fault.member, _line(members, fault))
    ], findings


# The zip itself -----------------------------------------------------------------------------------------------------


def _with_entry(path: Path, entry: zipfile.ZipInfo, content: bytes = b"x", method: int = zipfile.ZIP_STORED) -> Path:
    with zipfile.ZipFile(write(path, WEB), "a") as archive:
        archive.writestr(entry, content, method)
    return path


def _patched(path: Path, name: str, offset: int, value: bytes) -> Path:
    """Change the directory entry of a member; `offset` counts from its signature (APPNOTE 4.3.12)."""
    content = bytearray(path.read_bytes())
    at = content.rindex(name.encode()) - 46 + offset
    content[at : at + len(value)] = value
    path.write_bytes(content)
    return path


def _duplicate(path: Path) -> Path:
    with pytest.warns(UserWarning, match="Duplicate name"):
        return _with_entry(path, zipfile.ZipInfo("media/film.mp4"))


def _symlink(path: Path) -> Path:
    entry = zipfile.ZipInfo("media/link.mp4")
    entry.create_system, entry.external_attr = 3, 0o120777 << 16
    return _with_entry(path, entry, b"../../film.mp4")


def _encrypted(path: Path) -> Path:
    return _patched(write(path, WEB), "media/film.mp4", 8, b"\x01")


def _lzma(path: Path) -> Path:
    return _with_entry(path, zipfile.ZipInfo("media/extra.mp4"), method=zipfile.ZIP_LZMA)


def _zip64_member(path: Path) -> Path:
    with zipfile.ZipFile(write(path, WEB), "a") as archive, archive.open("a.txt", "w", force_zip64=True) as stream:
        stream.write(b"x")
    return path


def _zip64_end(path: Path) -> Path:
    """The same zip with a zip64 end record and its locator before the ordinary end record (APPNOTE 4.3.14, 4.3.15)."""
    content = write(path, WEB).read_bytes()
    body, end = content[:-22], content[-22:]
    count, size, offset = struct.unpack("<HII", end[10:20])
    record = struct.pack("<4sQHHIIQQQQ", b"PK\x06\x06", 44, 45, 45, 0, 0, count, count, size, offset)
    path.write_bytes(body + record + struct.pack("<4sIQI", b"PK\x06\x07", 0, len(body), 1) + end)
    return path


def _wrong_crc(path: Path) -> Path:
    return _patched(write(path, WEB), "media/film.mp4", 16, b"\0\0\0\0")


def _broken_deflate(path: Path) -> Path:
    content = bytearray(write(path, WEB).read_bytes())
    at = content.index(b"media/film.mp4") + len("media/film.mp4")
    content[at] ^= 0xFF
    path.write_bytes(content)
    return path


def _bomb(path: Path) -> Path:
    return _with_entry(path, zipfile.ZipInfo("media/bomb.mp4"), b"\0" * (32 << 20), zipfile.ZIP_DEFLATED)


def _many_small_bombs(path: Path) -> Path:
    zeros = b"\0" * (15 << 20)
    with zipfile.ZipFile(write(path, WEB), "a", zipfile.ZIP_DEFLATED, compresslevel=1) as archive:
        for number in range(18):
            archive.writestr(f"media/{number}.mp4", zeros)
    return path


def _huge_page(path: Path) -> Path:
    return _with_entry(path, zipfile.ZipInfo("huge.html"), b" " * ((64 << 20) + 1))


def _too_many(path: Path) -> Path:
    with zipfile.ZipFile(write(path, WEB), "a") as archive:
        for number in range(0x10000):
            archive.writestr(f"media/{number}.txt", b"")
    return path


def _truncated(path: Path) -> Path:
    content = write(path, WEB).read_bytes()
    path.write_bytes(content[: len(content) // 2])
    return path


def _text(path: Path) -> Path:
    path.write_text("This is not a zip.", encoding="utf-8")
    return path


def _nothing(path: Path) -> Path:
    path.write_bytes(b"")
    return path


ZIPS = [
    ("PKG-001", "course.zip", _truncated),
    ("PKG-001", "course.zip", _text),
    ("PKG-001", "course.zip", _nothing),
    ("PKG-002", "media/film.mp4", _wrong_crc),
    ("PKG-002", "media/film.mp4", _broken_deflate),
    ("PKG-004", "media/link.mp4", _symlink),
    ("PKG-006", "media/film.mp4", _encrypted),
    ("PKG-007", "media/film.mp4", _duplicate),
    ("PKG-011", "course.zip", _zip64_member),
    ("PKG-011", "course.zip", _zip64_end),
    ("PKG-013", "media/extra.mp4", _lzma),
    ("PKG-014", "media/bomb.mp4", _bomb),
    ("PKG-014", "course.zip", _many_small_bombs),
    ("PKG-015", "huge.html", _huge_page),
    ("PKG-016", "course.zip", _too_many),
]


@for_each(("rule", "member", "make"), ZIPS, ids=lambda value: getattr(value, "__name__", value), one_in=2)
def test_faulty_zip_is_told_once(rule: str, member: str, make: Callable[[Path], Path], tmp_path: Path) -> None:
    """Exactly the expected rule at the expected member of a zip that no good tool writes."""
    findings = told(make(tmp_path / "course.zip"))
    assert [(f.rule, f.span.path, f.span.line) for f in findings] == [(rule, member, 1)], findings


def test_every_rule_has_a_package_that_breaks_it() -> None:
    """No rule is without a test."""
    assert {fault.rule for fault in FAULTS} | {rule for rule, _, _ in ZIPS} == RULES


@pytest.mark.parametrize("name", ["gone.zip", "."])
def test_no_file_to_read_is_said_in_one_sentence(name: str, tmp_path: Path) -> None:
    """A missing file or a folder is no package with faults: it stops the command."""
    with pytest.raises(UnreadableSource, match="cannot read"):
        verify_package(tmp_path / name)


def test_lying_size_cannot_fill_the_memory(tmp_path: Path) -> None:
    """A page that declares 100 bytes and opens to 64 MB is damaged, and little of it is ever held."""
    packed = zlib.compressobj(9, zlib.DEFLATED, -15)
    stream = packed.compress(b"\0" * (64 << 20)) + packed.flush()
    path = write(tmp_path / "course.zip", WEB)
    with zipfile.ZipFile(path, "a") as archive:
        archive.writestr("bomb.html", stream)
    # The stored member becomes a deflated one of 100 bytes, in its own header and in the directory.
    content = bytearray(path.read_bytes())
    for name_at, method_at, size_at in ((30, 8, 22), (46, 10, 24)):
        at = (content.index if name_at == 30 else content.rindex)(b"bomb.html") - name_at
        content[at + method_at : at + method_at + 2] = struct.pack("<H", zipfile.ZIP_DEFLATED)
        content[at + size_at : at + size_at + 4] = struct.pack("<I", 100)
    path.write_bytes(content)
    tracemalloc.start()
    try:
        findings = told(path)
        _, peak = tracemalloc.get_traced_memory()
    finally:
        tracemalloc.stop()
    assert [(f.rule, f.span.path) for f in findings] == [("PKG-002", "bomb.html")]
    assert peak < 16 << 20


@pytest.mark.parametrize("kind", PACKAGES)
def test_random_damage_never_breaks_the_check(kind: str, tmp_path: Path) -> None:
    """Whatever bytes are changed, the outcome is a report."""
    good = write(tmp_path / "good.zip", PACKAGES[kind]).read_bytes()
    chance = random.Random(kind)
    path = tmp_path / "course.zip"
    for _ in range(150):
        content = bytearray(good)
        # Half of the changes hit the directory at the end, where all names, sizes and offsets are.
        start = len(content) - 900 if chance.random() < 0.5 else 0
        for _ in range(chance.randint(1, 4)):
            content[chance.randrange(start, len(content))] = chance.randrange(256)
        path.write_bytes(content)
        report, inventory = verify_package(path)
        assert inventory.bytes == len(content)
        assert all(finding.message for finding in report.diagnostics)


HOSTILE_PAGES = {
    "deep": "<b>" * 300_000,
    "comments": "<div>" + "<!--" * 300_000,
    "srcset": f'<img alt="" src="images/map.png" srcset="{"," * 300_000}">',
    "entities": "&lt" * 300_000,
}
HOSTILE_TEXTS = {
    "a.css": b"url(" + b" " * 300_000,
    "b.css": b"@namespace " * 30_000,
    "a.js": b'"https://www.example.org";' + b"`\\" * 300_000,
    "b.js": b'"https://www.example.org";' + b"(/[" * 100_000,
}


@pytest.mark.parametrize("name", HOSTILE_PAGES)
def test_page_made_to_stall_is_read(name: str, tmp_path: Path) -> None:
    """A page that a naive reader would never finish, or fall over, is read like any other."""
    members = dict(WEB)
    body(HOSTILE_PAGES[name])(members)
    assert {f.rule for f in told(write(tmp_path / "course.zip", members))} <= {"WEB-002"}


@pytest.mark.parametrize("name", HOSTILE_TEXTS)
def test_text_made_to_stall_is_read(name: str, tmp_path: Path) -> None:
    """A style sheet or script that would make a search start over at every character is read like any other."""
    findings = told(write(tmp_path / "course.zip", {**WEB, name: HOSTILE_TEXTS[name]}))
    assert {f.rule for f in findings} == ({"WEB-021"} if name.endswith(".js") else set())


# What is allowed ----------------------------------------------------------------------------------------------------

ALLOWED = [
    (
        "web",
        body('<a href="mailto:a@example.org">a</a> <a href="tel:+44">b</a> <a href="#top">c</a> <a href="#">d</a>'),
    ),
    ("web", body('<a href="index.html#aims">a</a> <a href="?x=1#aims">b</a> <a href="images/../index.html">c</a>')),
    ("web", body('<p id="ŵy">x</p><a href="#%C5%B5y">y</a><a href="#ŵy">y</a><a name="old"></a><a href="#old">z</a>')),
    ("web", body('<img src="data:image/png;base64,AAAA" alt=""><a download="a.txt" href="data:,words">save</a>')),
    ("web", body('<img src=" images/map%2Epng " alt=""><p>a<br>b<wbr>c<ul><li>one<li>two</ul>')),
    ("web", body("<!-- <p> </section> </div> <img> --><textarea> </div> <b> </textarea>")),
    ("web", body("<table><tr><td>1<td>2</table><dl><dt>a<dd>b</dl><select><option>x</select>")),
    ("web", body("<dialog><search><hgroup><h2>x</h2></hgroup></search></dialog><math><mi>x</mi></math>")),
    ("web", body('<script type="application/ld+json">{"@context": "https://schema.org"}</script>')),
    ("web", body('<img src="images/map.png" alt="" srcset="images/map.png 1x,images/map.png 2x, images/map.png">')),
    ("web", body('<img alt="" src="images/map.png" srcset="data:image/png;base64,AAAA 2x">')),
    ("web", body('<input type="text" aria-label="x"><map name="m"><area></map>')),
    ("web", page("connect-src 'self'; frame-src 'none'; ", "connect-src 'none'; sandbox allow-scripts; ")),
    (
        "web",
        put(
            "pages/two.html",
            PAGE.replace('"satchel', '"../satchel')
            .replace('"images', '"../images')
            .replace(", images", ", ../images")
            .replace('"media', '"../media')
            .replace("#main", "../index.html#main")
            .encode(),
        ),
    ),
    ("web", put("styles/a.css", b"a { background: url(../images/map.png) } @import 'b.css'; /* url(x.png) */")),
    ("web", put("b.css")),
    ("web", put("names-2_x.y/a.txt")),
    ("web", put("folder/", b"")),
    ("web", swap("satchel.js", "const path", 'const ns = "http://www.w3.org/1999/xhtml", re = /[/"]/, path')),
    (
        "web",
        put(
            "a.js",
            b'const words = "http://schemas.openxmlformats.org/package/2006", title = "http://purl.org/dc/elements/1.1/";',
        ),
    ),
    ("web", put("a.js", b'const settings = "http://schemas.microsoft.com/office/word";')),
    ("web", put("a.js", b'f(/["]/, a / b); // https://example.org "\nlet q = [\n  /\'/, // https://example.org\n]')),
    ("scorm12", put("common/anyElement.xsd")),
    ("scorm12", put("XMLSchema.dtd")),
    ("scorm12", manifest('href="index.html">', 'href="index.html?a=1#b">')),
    ("scorm12", manifest('<file href="images/map.png"/>', '<file href="images/m%61p.png"/>')),
    ("scorm12", manifest(">80<", "> 66.5 <")),
    ("scorm2004", manifest("4th", "3rd")),
    ("scorm2004", manifest('completionSetByContent="true"', 'completionSetByContent="1"')),
    (
        "scorm2004",
        swap(
            "imscp_v1p1.xsd",
            "<xs:element",
            '<xs:import namespace="http://www.imsglobal.org/xsd/imsss" schemaLocation="imsss_v1p0.xsd"/><xs:element',
        ),
    ),
]


@for_each(("kind", "change"), ALLOWED)
def test_allowed_things_are_left_in_peace(kind: str, change: Change, tmp_path: Path) -> None:
    """What is right is not told, however unusual it looks."""
    members = dict(PACKAGES[kind])
    change(members)
    if "styles/a.css" in members:
        members["styles/b.css"] = b""
    assert told(write(tmp_path / "course.zip", members)) == []


@for_each(
    ("policy", "looser"),
    [
        (POLICY, []),
        (POLICY.upper().replace("'SELF'", "'Self'"), []),
        ("default-src 'none'; form-action 'none'; base-uri 'none'", []),
        ("default-src 'self'; form-action 'none'; base-uri 'none'", ["default-src", "frame-src"]),
        (POLICY.replace("; base-uri 'none'", ""), ["base-uri"]),
        (POLICY + "; script-src *", []),
        ("script-src *; " + POLICY, ["script-src"]),
        (POLICY + "; object-src 'self'", ["object-src"]),
        (POLICY + "; worker-src 'self'", []),
        (POLICY + "; worker-src blob:", ["worker-src"]),
        (POLICY.replace("style-src 'self'", "style-src 'self' 'unsafe-inline'"), ["style-src"]),
        (POLICY + "; style-src-attr 'unsafe-inline'", ["style-src-attr"]),
    ],
)
def test_policy_is_compared_by_what_it_allows(policy: str, looser: list[str]) -> None:
    """A policy may forbid more than ours, never less."""
    assert looser_directives(policy) == looser


# The whole ----------------------------------------------------------------------------------------------------------


def test_link_to_a_place_in_another_page(tmp_path: Path) -> None:
    """A place in another page is looked for there, whichever page comes first in the zip."""
    second = PAGE.replace('<h1 id="aims">', '<h1 id="aims"><a href="index.html#gone">x</a>')
    first = PAGE.replace("</main>", '<a href="second.html#aims">x</a><a href="second.html#none">x</a></main>')
    members = {**WEB, "index.html": first.encode(), "second.html": second.encode()}
    findings = told(write(tmp_path / "course.zip", members))
    assert [(f.rule, f.span.path) for f in findings] == [("WEB-012", "index.html"), ("WEB-012", "second.html")]


def test_many_faults_of_a_kind_are_summed_up(tmp_path: Path) -> None:
    """Of a thousand faults of one kind in one page 25 are reported, and the last says how many more there are."""
    change = body('<p style="x">x</p>\n' * 1000)
    members = dict(WEB)
    change(members)
    findings = told(write(tmp_path / "course.zip", members))
    assert len(findings) == 25
    assert [f for f in findings if "975 more" in f.message]


def test_faults_of_all_parts_are_told_together(tmp_path: Path) -> None:
    """One look at a package shows what is wrong in zip, manifest and pages."""
    members = dict(SCORM_12)
    for change in (put("setup.exe"), manifest(">80<", ">101<"), page(' lang="en-GB"', "")):
        change(members)
    findings = told(write(tmp_path / "course.zip", members))
    assert {f.rule for f in findings} == {"PKG-012", "MAN-029", "MAN-030", "WEB-004"}
    assert findings == sorted(findings, key=lambda f: f.order)


def test_schema_does_not_repeat_a_plainer_word(tmp_path: Path) -> None:
    """An identifier used twice breaks the schema too; it is reported once. So is another fault elsewhere."""
    members = dict(SCORM_12)
    manifest('item identifier="item"', 'item identifier="course"')(members)
    manifest("</resources>", "<extra/>\n</resources>")(members)
    findings = told(write(tmp_path / "course.zip", members))
    assert [f.rule for f in findings] == ["MAN-024", "MAN-008"]


def test_warning_never_hides_a_schema_error(tmp_path: Path) -> None:
    """In a manifest on one line, a warning and a schema error stand on the same line: both are reported."""
    members = dict(SCORM_12)
    manifest('"sco">', '"sco" parameters="x">')(members)
    manifest("</resources>", "<extra/></resources>")(members)
    members["imsmanifest.xml"] = members["imsmanifest.xml"].replace(b"\n", b" ")
    findings = told(write(tmp_path / "course.zip", members))
    assert {f.rule for f in findings} == {"MAN-028", "MAN-008"}


def test_shared_sequencing_counts(tmp_path: Path) -> None:
    """Delivery controls may stand in a sequencing collection that the item refers to."""
    members = dict(SCORM_2004)
    members["imsss_v1p0.xsd"] = (
        members["imsss_v1p0.xsd"]
        .replace(
            b"</xs:sequence></xs:complexType></xs:element>\n</xs:schema>",
            b'</xs:sequence><xs:attribute name="ID"/><xs:attribute name="IDRef"/></xs:complexType></xs:element>\n'
            b'<xs:element name="sequencingCollection"><xs:complexType><xs:sequence><xs:element ref="s:sequencing"/>'
            b"</xs:sequence></xs:complexType></xs:element></xs:schema>",
        )
        .replace(b"<xs:schema ", b'<xs:schema xmlns:s="http://www.imsglobal.org/xsd/imsss" ')
    )
    members["imscp_v1p1.xsd"] = members["imscp_v1p1.xsd"].replace(
        b'<xs:element ref="manifest"', b'<xs:any namespace="##other" minOccurs="0"/><xs:element ref="manifest"'
    )
    text = members["imsmanifest.xml"].decode()
    controls = text[text.index("<imsss:deliveryControls") : text.index("</imsss:sequencing>")]
    text = text.replace(controls, "").replace("<imsss:sequencing>", '<imsss:sequencing IDRef="shared">')
    shared = f'<imsss:sequencingCollection><imsss:sequencing ID="shared">{controls}</imsss:sequencing>'
    text = text.replace("</resources>", f"</resources>\n{shared}</imsss:sequencingCollection>")
    members["imsmanifest.xml"] = text.encode()
    assert told(write(tmp_path / "course.zip", members)) == []


def test_name_of_the_zip_says_what_it_should_be(tmp_path: Path) -> None:
    """A package for SCORM that lost its manifest is no good web package."""
    assert [f.rule for f in told(write(tmp_path / "course-1.0.0-scorm12.zip", WEB))] == ["MAN-001"]
    assert told(write(tmp_path / "course-1.0.0-web.zip", WEB)) == []


def test_schema_of_ims_with_a_forbidden_declaration_is_used(tmp_path: Path) -> None:
    """The published ims_xml.xsd makes the xml namespace its default one; packages that carry it are no worse for it."""
    xml = (
        '<xsd:schema targetNamespace="http://www.w3.org/XML/1998/namespace" '
        'xmlns:xsd="http://www.w3.org/2001/XMLSchema" xmlns="http://www.w3.org/XML/1998/namespace">'
        '<xsd:attribute name="lang" type="xsd:language"/></xsd:schema>'
    )
    imported = '<xs:import namespace="http://www.w3.org/XML/1998/namespace" schemaLocation="ims_xml.xsd"/>'
    members = {**SCORM_12, "ims_xml.xsd": xml.encode()}
    swap("imscp_rootv1p1p2.xsd", "<xs:element", f"{imported}<xs:element")(members)
    swap("imscp_rootv1p1p2.xsd", '<xs:attribute name="version"/>',
         '<xs:attribute name="version"/><xs:attribute xmlns:xml="http://www.w3.org/XML/1998/namespace" ref="xml:lang"/>'
         )(members)  # fmt: skip
    assert told(write(tmp_path / "course.zip", members)) == []
    manifest('version="1.0.0"', 'version="1.0.0" xml:lang="en GB"')(members)
    assert [f.rule for f in told(write(tmp_path / "other.zip", members))] == ["MAN-008"]


def test_external_entity_is_not_read(tmp_path: Path) -> None:
    """Words of a file on this computer never enter a message."""
    secret = tmp_path / "secret.txt"
    secret.write_text("swordfish", encoding="utf-8")
    members = dict(SCORM_12)
    manifest("?>\n", f'?>\n<!DOCTYPE manifest [<!ENTITY s SYSTEM "{secret.as_uri()}">]>\n')(members)
    manifest("<title>A course", "<title>&s;")(members)
    findings = told(write(tmp_path / "course.zip", members))
    assert [f.rule for f in findings] == ["MAN-003"]
    assert "swordfish" not in str(findings)


def test_inventory_counts_what_administrators_ask(tmp_path: Path) -> None:
    """Bytes of the zip, of each kind of file, and the largest files."""
    path = write(tmp_path / "course.zip", WEB)
    _, inventory = verify_package(path)
    assert inventory.bytes == path.stat().st_size
    assert inventory.unpacked == sum(map(len, WEB.values()))
    assert inventory.files == len(WEB)
    assert inventory.html.raw == len(WEB["index.html"])
    assert 0 < inventory.html.gzipped < inventory.html.raw
    assert inventory.css.raw == len(STYLE.encode()) and inventory.js.raw == len(SCRIPT.encode())
    assert inventory.media == len(WEB["images/map.png"]) + len(WEB["media/film.mp4"])
    assert inventory.largest[0][1] == max(map(len, WEB.values()))
    assert [size for _, size in inventory.largest] == sorted(map(len, WEB.values()), reverse=True)


def test_gzipped_weight_is_the_same_for_a_stored_page(tmp_path: Path) -> None:
    """What a server will send does not depend on how the zip was packed."""
    stored = BytesIO()
    with zipfile.ZipFile(stored, "w", zipfile.ZIP_STORED) as archive:
        for name, content in WEB.items():
            archive.writestr(name, content)
    (tmp_path / "stored.zip").write_bytes(stored.getvalue())
    _, packed = verify_package(write(tmp_path / "course.zip", WEB))
    _, plain = verify_package(tmp_path / "stored.zip")
    assert packed.html == plain.html


def test_no_zip_weighs_what_the_file_weighs(tmp_path: Path) -> None:
    """The inventory of something that is no zip is its size, and no more."""
    _, inventory = verify_package(_text(tmp_path / "course.zip"))
    empty = Weight()
    assert inventory == Inventory("web", 18, 0, 0, empty, empty, empty, 0, ())


def test_severity_is_that_of_the_rule(tmp_path: Path) -> None:
    """An unlisted file is a warning, a missing one an error."""
    members = {**SCORM_12, "images/extra.png": b"x"}
    manifest("</resource>", '<file href="gone.png"/>\n</resource>')(members)
    severities = {f.rule: f.severity for f in told(write(tmp_path / "course.zip", members))}
    assert severities == {"MAN-030": Severity.WARNING, "MAN-012": Severity.ERROR}
