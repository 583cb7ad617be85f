"""The manifest and its control documents: what LMSs, ADL's own checks and catalogues read."""

import copy
import re
from collections.abc import Callable
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any
from urllib.parse import unquote

import pytest
from hypothesis import given
from hypothesis import strategies as st
from lxml import etree

from builder.errors import Defect
from builder.model.course import Completion, Course, Standard, Translation
from builder.model.diagnostics import Report
from builder.model.media import Asset
from builder.model.package import DESTINATIONS, RenderedCourse, RenderedFile
from builder.package import plan_package
from builder.package.imsmanifest.identifiers import identifiers_of
from tests.package.package_samples import (
    EDITIONS,
    NAMESPACES,
    content_of,
    course,
    film,
    manifest_of,
    module,
    question,
    rendered,
    schema_locations,
)

Schemas = dict[str, etree.XMLSchema]
in_each_edition = pytest.mark.parametrize("edition", EDITIONS)

IN_OTHER_LANGUAGES = (
    Translation(
        "cy",
        course(language="cy", title="Beth yw arloesi moesegol?", summary="Arloesi.", keywords=("arloesi", "moeseg")),
        Report.of(),
    ),
    Translation("ar-EG-u-nu-arab", course(language="ar-EG", title="ما الابتكار؟", keywords=("ابتكار",)), Report.of()),
)
"""A course whose Arabic has fewer keywords, and a summary and a line on rights that nobody has translated."""

VARIANTS: dict[str, dict[str, Any]] = {
    "full": {},
    "bare": {
        "summary": "",
        "minutes": None,
        "publisher": "",
        "rights": "",
        "keywords": (),
        "standards": (),
        "people": (),
        "modules": (),
    },
    "pass-mark": {"completion": Completion("pass-mark", 80)},
    "long-title": {"title": "How does innovation flourish? " * 20},
    "welsh": {"title": "Beth yw arloesi moesegol? Ŵ & <ŷ> 👩🏽‍🏫", "language": "cy"},
    "script-subtag": {"language": "zh-Hant-TW"},
    "long-version": {"version": "2026.11.23-rc.1+build.4711"},
    "standard-without-entries": {"standards": (Standard("PCF", ()),)},
    "three-languages": {"translations": IN_OTHER_LANGUAGES},
}


def found(manifest: etree._Element, path: str) -> list[Any]:
    """Look a path up with the prefixes of the manifest's own edition; `lom` for either LOM namespace."""
    (edition,) = [name for name in EDITIONS if NAMESPACES[name]["cp"] == etree.QName(manifest).namespace]
    result = manifest.xpath(path, namespaces=NAMESPACES[edition])
    assert isinstance(result, list)
    return result


@in_each_edition
@pytest.mark.parametrize("variant", VARIANTS)
def test_manifest_is_valid(edition: str, variant: str, official_schemas: Schemas, packed_schemas: Schemas) -> None:
    """Whatever the author left out or overdid, an LMS that validates finds no fault.

    Held against the official schemas and those in the package. The official set of 2004 has no schema of LOM,
    so there only ours reads that block; that of 1.2 reads it strictly.
    """
    manifest = manifest_of(edition, course(**VARIANTS[variant]))
    official_schemas[edition].assertValid(manifest)
    packed_schemas[edition].assertValid(manifest)


Change = Callable[[etree._Element], None]


@dataclass(frozen=True)
class Fault:
    """A way to break a manifest."""

    name: str
    change: Change
    editions: tuple[str, ...] = EDITIONS
    official: tuple[str, ...] = EDITIONS
    """Editions whose official schemas see it; the others leave it to the application profile."""


def without(path: str, attribute: str) -> Change:
    """Take an attribute away."""

    def change(manifest: etree._Element) -> None:
        (element,) = found(manifest, path)
        del element.attrib[attribute]

    return change


def setting(path: str, attribute: str, value: str) -> Change:
    """Give an attribute another value."""

    def change(manifest: etree._Element) -> None:
        (element,) = found(manifest, path)
        element.set(attribute, value)

    return change


def saying(path: str, text: str) -> Change:
    """Give an element other words."""

    def change(manifest: etree._Element) -> None:
        found(manifest, path)[0].text = text

    return change


def last(path: str) -> Change:
    """Move an element behind its siblings."""

    def change(manifest: etree._Element) -> None:
        (element,) = found(manifest, path)
        element.getparent().append(element)

    return change


def twice(path: str) -> Change:
    """Repeat an element, with new identifiers for all that has one."""

    def change(manifest: etree._Element) -> None:
        element = found(manifest, path)[0]
        second = copy.deepcopy(element)
        for part in second.iter():
            if "identifier" in part.attrib:
                part.set("identifier", part.get("identifier") + "_2")
        element.addnext(second)

    return change


def removing(path: str) -> Change:
    """Take an element away."""

    def change(manifest: etree._Element) -> None:
        (element,) = found(manifest, path)
        element.getparent().remove(element)

    return change


def adding(path: str, prefix: str, name: str) -> Change:
    """Add an empty element at the end of another."""

    def change(manifest: etree._Element) -> None:
        (parent,) = found(manifest, path)
        etree.SubElement(parent, f"{{{manifest.nsmap[prefix or None]}}}{name}")

    return change


ORGANIZATIONS = "cp:organizations"
ORGANIZATION = "cp:organizations/cp:organization"
ITEM = "cp:organizations/cp:organization/cp:item"
RESOURCE = "cp:resources/cp:resource"
SCORM_TYPE_12 = f"{{{NAMESPACES['scorm12']['adlcp']}}}scormtype"
SCORM_TYPE_2004 = f"{{{NAMESPACES['scorm2004']['adlcp']}}}scormType"

FAULTS = (
    Fault("manifest-without-identifier", without(".", "identifier")),
    Fault("organization-without-identifier", without(ORGANIZATION, "identifier")),
    Fault("item-without-identifier", without(ITEM, "identifier")),
    Fault("resource-without-identifier", without(RESOURCE, "identifier")),
    Fault("identifier-is-no-name", setting(ITEM, "identifier", "1 item")),
    Fault("organizations-after-resources", last(ORGANIZATIONS)),
    Fault("schema-after-schemaversion", last("cp:metadata/cp:schema")),
    Fault("item-before-its-organization-title", last(f"{ORGANIZATION}/cp:title")),
    Fault("unknown-element", adding(ORGANIZATION, "", "chapter")),
    Fault("unknown-element-in-item", adding(ITEM, "adlcp", "chapter"), official=("scorm12",)),
    Fault("file-without-href", without(f"{RESOURCE}/cp:file[1]", "href")),
    Fault("isvisible-neither-true-nor-false", setting(ITEM, "isvisible", "yes")),
    Fault("resource-without-type", without(RESOURCE, "type")),
    Fault("scormtype-in-capitals", setting(RESOURCE, SCORM_TYPE_12, "SCO"), ("scorm12",)),
    Fault(
        "scormtype-of-2004-in-1.2",
        setting(RESOURCE, SCORM_TYPE_12.replace("type", "Type"), "sco"),
        ("scorm12",),
    ),
    Fault("scormType-in-capitals", setting(RESOURCE, SCORM_TYPE_2004, "SCO"), ("scorm2004",)),
    Fault("title-too-long", saying(f"{ITEM}/cp:title", "x" * 201), official=("scorm12",)),
    # What the official schemas let pass, and LMSs stumble over.
    Fault("two-organizations", twice(ORGANIZATION), official=()),
    Fault("two-items", twice(ITEM), official=()),
    Fault("no-organization", removing(ORGANIZATION), official=()),
    Fault("no-metadata", removing("cp:metadata"), official=()),
    Fault("organization-without-title", removing(f"{ORGANIZATION}/cp:title"), official=()),
    Fault("item-without-title", removing(f"{ITEM}/cp:title"), official=()),
    Fault("empty-title", saying(f"{ITEM}/cp:title", ""), official=()),
    Fault("wrong-schema", saying("cp:metadata/cp:schema", "SCORM"), official=()),
    Fault("wrong-schemaversion", saying("cp:metadata/cp:schemaversion", "2004 2nd Edition"), official=()),
    Fault("schemaversion-with-spaces", saying("cp:metadata/cp:schemaversion", " 1.2 "), official=()),
    Fault("default-that-is-nowhere", setting(ORGANIZATIONS, "default", "nowhere"), official=()),
    Fault("identifierref-to-nothing", setting(ITEM, "identifierref", "nowhere"), official=()),
    Fault("resource-without-href", without(RESOURCE, "href"), official=()),
    Fault("launch-page-not-listed", setting(RESOURCE, "href", "other.html"), official=()),
    Fault(
        "href-on-another-host",
        setting(f"{RESOURCE}/cp:file[2]", "href", "https://example.org/a"),
        official=(),
    ),
    Fault("href-above-the-root", setting(f"{RESOURCE}/cp:file[2]", "href", "../a.css"), official=()),
    Fault("no-scormtype", without(RESOURCE, SCORM_TYPE_12), ("scorm12",), official=()),
    Fault("no-scormType", without(RESOURCE, SCORM_TYPE_2004), ("scorm2004",), official=()),
    # Metadata.
    Fault("unknown-metadata", adding("cp:metadata/lom:lom/lom:general", "imsmd", "colour"), ("scorm12",)),
    Fault("size-in-words", saying("cp:metadata/lom:lom/lom:technical/lom:size", "small"), official=("scorm12",)),
    Fault("general-after-the-rest", last("cp:metadata/lom:lom/lom:general"), official=("scorm12",)),
    Fault("time-in-words", saying("//lom:duration", "an hour"), ("scorm2004",), official=()),
    # Sequencing and navigation.
    Fault("pass-mark-above-1", saying("//imsss:minNormalizedMeasure", "80"), ("scorm2004",)),
    Fault("unknown-button", saying("//adlnav:hideLMSUI", "help"), ("scorm2004",)),
    Fault("objectives-after-delivery-controls", last("//imsss:objectives"), ("scorm2004",)),
    Fault("tracked-perhaps", setting("//imsss:deliveryControls", "tracked", "perhaps"), ("scorm2004",)),
    Fault("no-delivery-controls-attribute", without("//imsss:deliveryControls", "tracked"), ("scorm2004",), ()),
    Fault("unknown-sequencing", adding("//imsss:objectives", "imsss", "wish"), ("scorm2004",)),
)


@pytest.mark.parametrize(
    ("fault", "edition"),
    [pytest.param(fault, edition, id=f"{fault.name}-{edition}") for fault in FAULTS for edition in fault.editions],
)
def test_faulty_manifest_is_refused(
    fault: Fault, edition: str, official_schemas: Schemas, packed_schemas: Schemas
) -> None:
    """The control documents in the package refuse each fault, also those that the official ones let pass."""
    manifest = manifest_of(edition, course(completion=Completion("pass-mark", 80)))
    assert official_schemas[edition].validate(manifest)
    assert packed_schemas[edition].validate(manifest)
    fault.change(manifest)
    assert not packed_schemas[edition].validate(manifest)
    assert official_schemas[edition].validate(manifest) is (edition not in fault.official)


@in_each_edition
def test_no_two_parts_share_an_identifier(edition: str, packed_schemas: Schemas) -> None:
    """Moodle replaces the first of two items with the second without a word; our schema refuses both."""
    manifest = manifest_of(edition)
    parts = found(manifest, "descendant-or-self::*[@identifier]")
    names = [part.get("identifier") for part in parts]
    assert len(set(names)) == len(names) == 4
    found(manifest, RESOURCE)[0].set("identifier", found(manifest, ITEM)[0].get("identifier"))
    found(manifest, ITEM)[0].set("identifierref", found(manifest, ITEM)[0].get("identifier"))
    assert not packed_schemas[edition].validate(manifest)


@in_each_edition
def test_control_documents_need_neither_network_nor_dtd(edition: str) -> None:
    """A learner platform without internet can validate: each import names a document in the package."""
    files = plan_package(course(), rendered(), edition)
    documents = {file.name: content_of(files, file.name).decode() for file in files if file.name.endswith(".xsd")}
    assert set(schema_locations(manifest_of(edition)).values()) <= set(documents)
    for text in documents.values():
        assert "<!DOCTYPE" not in text
        assert set(re.findall(r'schemaLocation="([^"]*)"', text)) <= set(documents)


@in_each_edition
def test_every_namespace_in_use_has_a_control_document_at_the_root(edition: str) -> None:
    """ADL's check for required files: a schema for each namespace of an element or attribute."""
    manifest = manifest_of(edition)
    names = [name for element in manifest.iter() for name in (element.tag, *element.keys())]
    used = {etree.QName(str(name)).namespace for name in names}
    used -= {None, "http://www.w3.org/2001/XMLSchema-instance", "http://www.w3.org/XML/1998/namespace"}
    assert used == set(schema_locations(manifest))
    assert all("/" not in document for document in schema_locations(manifest).values())


@in_each_edition
def test_learner_records_survive_a_new_version(edition: str) -> None:
    """Moodle deletes all records when the item's identifier changes: only the course id may enter."""
    before = manifest_of(edition, course())
    extra = RenderedFile("images/new.png", b"new")
    after = manifest_of(edition, course(version="9.9.9", title="Other", language="cy", modules=()), extra)
    assert identifiers_in(before) == identifiers_in(after)


def identifiers_in(manifest: etree._Element) -> list[str]:
    """Give every identifier of a manifest, in order."""
    return [element.get("identifier") for element in found(manifest, "descendant-or-self::*[@identifier]")]


@in_each_edition
def test_two_courses_never_share_an_identifier(edition: str) -> None:
    """In one LMS, two courses whose ids differ in a hyphen alone are still two courses."""
    ids = ("a-b", "a_b", "a.b", "a-b-", "ab", "café", "kafé", "日本", "1", "x" * 90, "x" * 91)
    manifests = [identifiers_in(manifest_of(edition, course(id=id))) for id in ids]
    assert len({name for names in manifests for name in names}) == 4 * len(ids)


@given(st.text(min_size=1))
def test_any_course_id_gives_a_usable_identifier(course_id: str) -> None:
    """Whatever the id, LMSs that take only ASCII letters, digits and underscores take the identifiers."""
    ids = identifiers_of(course_id)
    for identifier in (ids.manifest, ids.organization, ids.item, ids.resource, ids.objective):
        assert re.fullmatch(r"[A-Za-z][A-Za-z0-9_]*[A-Za-z0-9]", identifier)
        assert len(identifier) <= 60


@in_each_edition
def test_the_first_resource_launches_the_page_and_lists_every_file(edition: str) -> None:
    """Open edX and others start the first resource with an href; ADL warns of files that none lists."""
    extra = (RenderedFile("media/film.mp4", b"film"), RenderedFile("a-first-by-name.css", b""))
    files = plan_package(course(), rendered(*extra), edition)
    manifest = etree.fromstring(content_of(files, "imsmanifest.xml"))
    (resource,) = found(manifest, RESOURCE)
    assert resource.get("href") == "index.html"
    assert found(manifest, f"{ITEM}/@identifierref") == [resource.get("identifier")]
    listed = found(manifest, f"{RESOURCE}/cp:file/@href")
    assert listed[0] == "index.html"
    assert listed[1:] == sorted(listed[1:])
    content = [file.name for file in files if not file.name.endswith((".xsd", "imsmanifest.xml"))]
    assert sorted(listed) == sorted(content)


@in_each_edition
def test_file_names_are_percent_encoded(edition: str) -> None:
    """A space or a letter beyond ASCII in a name is no valid URI; decoded, the href is the file's name."""
    name = "media/tŷ bach #1?.png"
    hrefs = found(manifest_of(edition, None, RenderedFile(name, b"")), f"{RESOURCE}/cp:file/@href")
    assert "media/t%C5%B7%20bach%20%231%3F.png" in hrefs
    assert name in {unquote(href) for href in hrefs}


@in_each_edition
def test_moodle_finds_the_names_as_it_spells_them(edition: str) -> None:
    """Moodle compares names as text: IMS CP without a prefix, ADL and IMS SS with theirs."""
    text = content_of(plan_package(course(), rendered(), edition), "imsmanifest.xml").decode()
    spellings = {
        "scorm12": ("<schemaversion>1.2</schemaversion>", 'adlcp:scormtype="sco"'),
        "scorm2004": (
            "<schemaversion>2004 4th Edition</schemaversion>",
            'adlcp:scormType="sco"',
            "<imsss:sequencing>",
            "<adlnav:presentation>",
            "<adlnav:hideLMSUI>continue</adlnav:hideLMSUI>",
            'adlseq:objectivesGlobalToSystem="false"',
            'adlcp:sharedDataGlobalToSystem="false"',
        ),
    }
    for spelling in (
        "<manifest xmlns=",
        "<schema>ADL SCORM</schema>",
        ' isvisible="true"',
        *spellings[edition],
    ):
        assert spelling in text


@in_each_edition
def test_manifest_is_readable_text(edition: str) -> None:
    """A person who opens it sees indented UTF-8 with plain line ends and the title as it was written."""
    content = content_of(
        plan_package(course(title="Beth yw arloesi moesegol? Ŵ"), rendered(), edition), "imsmanifest.xml"
    )
    lines = content.decode("utf-8").split("\n")
    assert lines[0] == '<?xml version="1.0" encoding="UTF-8"?>'
    assert lines[2] == "  <metadata>"
    assert lines[-1] == ""
    assert b"\r" not in content
    assert "Beth yw arloesi moesegol? Ŵ" in content.decode()


@in_each_edition
@pytest.mark.parametrize(
    ("title", "shown"),
    [
        ("x" * 200, "x" * 200),
        ("arloesi " * 40, "arloesi " * 24 + "arloesi…"),
        ("ŵyn " * 80, "ŵyn " * 49 + "ŵyn…"),
        ("sheep " * 80, "sheep " * 32 + "sheep…"),
        ("x" * 199 + " y", "x" * 199 + "…"),
        ("x" * 195 + ", which is more", "x" * 195 + "…"),
        ("字" * 300, "字" * 199 + "…"),
    ],
    ids=["fits", "at-a-space", "short-words", "inside-a-word", "one-too-many", "comma", "no-spaces"],
)
def test_a_long_title_ends_at_a_word(edition: str, title: str, shown: str) -> None:
    """LMSs cut titles where they like, or refuse them above 200 characters; ours end with an ellipsis."""
    manifest = manifest_of(edition, course(title=title))
    assert found(manifest, f"{ORGANIZATION}/cp:title/text()") == [shown]
    assert found(manifest, f"{ITEM}/cp:title/text()") == [shown]
    assert len(shown) <= 200


@in_each_edition
def test_characters_that_xml_cannot_hold_are_left_out(edition: str) -> None:
    """A control character pasted from elsewhere does not stop the build."""
    (title,) = found(manifest_of(edition, course(title="What\x0b is\ufffe\nit?\x00")), f"{ITEM}/cp:title/text()")
    assert title == "What is it?"


@in_each_edition
def test_manifest_tells_the_version_of_the_content(edition: str) -> None:
    """An administrator can see which version is installed; ADL allows 20 characters."""
    assert manifest_of(edition, course(version="1.2.3")).get("version") == "1.2.3"
    assert manifest_of(edition, course(version="2026.11.23-rc.1+build.4711")).get("version") == "2026.11.23-rc.1+buil"


@in_each_edition
@pytest.mark.parametrize("completion", [Completion("all-modules", None), Completion("pass-mark", 80)])
def test_the_course_and_not_the_lms_decides(edition: str, completion: Completion) -> None:
    """Elements by which an LMS would overwrite status or lock a learner out are not there.

    Moodle overwrites the status when it sees a mastery score (1.2) or a completion threshold, whatever that
    says (2004).
    """
    manifest = manifest_of(edition, course(completion=completion))
    names = {etree.QName(element).localname for element in manifest.iter()}
    assert not names & {
        "masteryscore",
        "completionThreshold",
        "prerequisites",
        "maxtimeallowed",
        "timeLimitAction",
    }


def test_2004_leaves_status_to_the_course_and_keeps_data_to_itself() -> None:
    """SuccessFactors completes a course at exit without these controls; courses share no objectives."""
    manifest = manifest_of("scorm2004")
    (controls,) = found(manifest, f"{ITEM}/imsss:sequencing/imsss:deliveryControls")
    assert dict(controls.attrib) == {
        "tracked": "true",
        "completionSetByContent": "true",
        "objectiveSetByContent": "true",
    }
    (mode,) = found(manifest, f"{ORGANIZATION}/imsss:sequencing/imsss:controlMode")
    assert dict(mode.attrib) == {"choice": "true", "flow": "true"}
    assert found(manifest, f"{ORGANIZATION}/@adlseq:objectivesGlobalToSystem") == ["false"]
    assert found(manifest, f"{ORGANIZATION}/@adlcp:sharedDataGlobalToSystem") == ["false"]
    hidden = found(manifest, f"{ITEM}/adlnav:presentation/adlnav:navigationInterface/adlnav:hideLMSUI/text()")
    assert sorted(hidden) == ["abandon", "abandonAll", "continue", "previous"]


@pytest.mark.parametrize(("percent", "measure"), [(80, "0.8"), (75, "0.75"), (7, "0.07"), (100, "1"), (0, "0")])
def test_2004_tells_the_lms_the_pass_mark(percent: int, measure: str) -> None:
    """With a pass mark the LMS can show and roll up who passed; read back as `cmi.scaled_passing_score`."""
    manifest = manifest_of("scorm2004", course(completion=Completion("pass-mark", percent)))
    (objective,) = found(manifest, f"{ITEM}/imsss:sequencing/imsss:objectives/imsss:primaryObjective")
    assert objective.get("satisfiedByMeasure") == "true"
    assert [child.text for child in objective] == [measure]


@pytest.mark.parametrize("rule", ["all-modules", "all-questions"])
def test_2004_without_a_pass_mark_has_no_objective(rule: str) -> None:
    """A course that nobody can fail shows no pass mark in the LMS."""
    assert not found(manifest_of("scorm2004", course(completion=Completion(rule, None))), "//imsss:objectives")


def words_of(manifest: etree._Element, path: str) -> list[str]:
    """Give the words below each element that the path finds in the LOM block."""
    return [" ".join("".join(element.itertext()).split()) for element in found(manifest, f"//lom:lom/{path}")]


NAMES = {
    "scorm12": {
        "lifeCycle": "lifecycle",
        "typicalLearningTime": "typicallearningtime",
        "taxonPath": "taxonpath",
        "learningResourceType": "learningresourcetype",
    },
    "scorm2004": {},
}


def spelt(edition: str, path: str) -> str:
    """Write a path of IEEE names in the spelling of an edition."""
    for name, spelling in NAMES[edition].items():
        path = path.replace(name, spelling)
    return path


@in_each_edition
def test_a_catalogue_finds_what_the_author_wrote(edition: str) -> None:
    """Title, summary, keywords, time, publisher, rights and standards are in the metadata."""
    manifest = manifest_of(edition)
    assert words_of(manifest, "lom:general/lom:title") == ["What is ethical innovation?"]
    assert words_of(manifest, "lom:general/lom:description") == ["Innovation that is supported by ethical standards."]
    assert words_of(manifest, "lom:general/lom:keyword") == ["innovation", "ethics"]
    time = words_of(manifest, spelt(edition, "lom:educational/lom:typicalLearningTime"))
    assert time == ["PT45M"]
    publisher = words_of(manifest, spelt(edition, "lom:lifeCycle/lom:contribute"))[-1]
    assert "publisher" in publisher
    assert r"FN:Example Council\; Learning" in publisher
    assert words_of(manifest, "lom:rights/lom:description") == ["All rights reserved."]
    taxons = words_of(manifest, spelt(edition, "lom:classification[1]/lom:taxonPath"))
    assert taxons == ["PCF Values and ethics", "PCF Contexts and organisations"]


@in_each_edition
def test_a_catalogue_finds_a_course_in_each_of_its_languages(edition: str) -> None:
    """All languages are named, a module's own too; words are in each, and none is marked as Arabic that is English."""
    pages = (module(film(), question()), replace(module(), id="second", language="pl"), module())
    manifest = manifest_of(edition, course(translations=IN_OTHER_LANGUAGES, modules=pages))
    every = ["en-GB", "cy", "ar-EG-u-nu-arab", "pl"]
    assert words_of(manifest, "lom:general/lom:language") == every
    assert words_of(manifest, spelt(edition, "lom:educational/lom:language")) == every
    title = {"en-GB": "What is ethical innovation?", "cy": "Beth yw arloesi moesegol?", "ar-EG": "ما الابتكار؟"}
    assert said_in(manifest, "lom:general/lom:title") == [title]
    assert said_in(manifest, "lom:general/lom:description") == [
        {"en-GB": "Innovation that is supported by ethical standards.", "cy": "Arloesi."}
    ]
    assert said_in(manifest, "lom:general/lom:keyword") == [
        {"en-GB": "innovation", "cy": "arloesi"},
        {"en-GB": "ethics", "cy": "moeseg"},
        {"ar-EG": "ابتكار"},
    ]
    assert said_in(manifest, "lom:rights/lom:description") == [{"en-GB": "All rights reserved."}]


def said_in(manifest: etree._Element, path: str) -> list[dict[str, str]]:
    """The words of each element, by their languages."""
    names = ("language", "{http://www.w3.org/XML/1998/namespace}lang")
    return [
        {next(one.attrib[name] for name in names if name in one.attrib): one.text or "" for one in element}
        for element in found(manifest, f"cp:metadata/lom:lom/{path}")
    ]


@in_each_edition
def test_a_catalogue_knows_by_which_rules_to_read(edition: str) -> None:
    """The metadata name the profile that they follow: ADL's of this edition."""
    (words,) = words_of(manifest_of(edition), {"scorm12": "lom:metametadata", "scorm2004": "lom:metaMetadata"}[edition])
    assert words == {"scorm12": "ADL SCORM 1.2 en-GB", "scorm2004": "LOMv1.0 ADLv1.0 en-GB"}[edition]


@in_each_edition
def test_a_catalogue_is_told_nothing_that_the_author_did_not_say(edition: str) -> None:
    """Without time, rights, standards and questions none is made up."""
    manifest = manifest_of(edition, course(**VARIANTS["bare"]))
    assert not words_of(manifest, spelt(edition, "lom:educational/lom:typicalLearningTime"))
    assert not words_of(manifest, "lom:rights")
    assert not words_of(manifest, spelt(edition, "lom:lifeCycle/lom:contribute"))
    assert len(words_of(manifest, "lom:classification")) == 1
    (kind,) = words_of(manifest, spelt(edition, "lom:educational/lom:learningResourceType"))
    assert "self assessment" not in kind


@in_each_edition
def test_size_and_formats_are_those_of_the_files(edition: str, tmp_path: Path) -> None:
    """An administrator learns how large the course is and of what it is made."""
    (tmp_path / "film.mp4").write_bytes(b"x" * 70_000)
    manifest = manifest_of(edition, None, RenderedFile("media/film.mp4", tmp_path / "film.mp4"))
    without_film = manifest_of(edition)
    size, before = (int(words_of(one, "lom:technical/lom:size")[0]) for one in (manifest, without_film))
    assert size - before == 70_000
    assert words_of(manifest, "lom:technical/lom:format") == [
        "text/css",
        "text/html",
        "text/javascript",
        "video/mp4",
    ]


def test_a_size_beyond_the_schema_is_left_out_of_1_2(tmp_path: Path, official_schemas: Schemas) -> None:
    """`size` of IMS Meta-Data 1.2.1 ends at 2 GiB; a larger course stays valid."""
    with (tmp_path / "film.mp4").open("wb") as film_file:
        film_file.truncate(3 << 30)
    manifest = manifest_of("scorm12", None, RenderedFile("media/film.mp4", tmp_path / "film.mp4"))
    assert not words_of(manifest, "lom:technical/lom:size")
    official_schemas["scorm12"].assertValid(manifest)


def features(edition: str, of: Course) -> str:
    """Give the accessibility features that the metadata claim."""
    (claimed,) = words_of(manifest_of(edition, of), "lom:classification[last()]/lom:description")
    return claimed


@in_each_edition
def test_accessibility_is_claimed_only_where_every_film_has_it(edition: str) -> None:
    """A buyer who filters for captions gets courses whose films all have them."""
    signed = Asset("sign.mp4", "media/sign.mp4", 1)
    whole = course(modules=(module(film(), film(id="other", sign=signed)),))
    assert "captions" in features(edition, whole)
    assert "transcript" in features(edition, whole)
    assert "signLanguage" not in features(edition, whole)
    assert "captions" not in features(edition, course(modules=(module(film(), film(id="other", captions=())),)))
    assert "captions" not in features(edition, course(modules=()))
    assert "structuralNavigation" in features(edition, course(modules=()))


def test_web_holds_the_rendered_files_and_nothing_else() -> None:
    """The web course has no manifest; its script is that of the web."""
    files = plan_package(course(), rendered(), "web")
    assert [file.name for file in files] == ["index.html", "satchel.css", "satchel.js"]
    assert content_of(files, "satchel.js") == b'start("web")'


@pytest.mark.parametrize("destination", DESTINATIONS)
def test_packages_differ_in_script_and_manifest_alone(destination: str) -> None:
    """What a learner reads is the same bytes everywhere; files are sorted by name."""
    files = plan_package(course(), rendered(), destination)
    assert [file.name for file in files] == sorted(file.name for file in files)
    assert content_of(files, "index.html") == content_of(plan_package(course(), rendered(), "web"), "index.html")
    assert content_of(files, "satchel.js") == b'start("%b")' % destination.encode()


@pytest.mark.parametrize("name", ["Index.html", "satchel.js", "/etc/a.css", "../a.css", "a\\b.css"])
def test_names_that_do_not_unzip_everywhere_stop_the_build(name: str) -> None:
    """Two names for one file on Windows, or one outside the folder, never reach a learner."""
    with pytest.raises(Defect):
        plan_package(course(), rendered(RenderedFile(name, b"")), "web")


@in_each_edition
def test_a_file_never_hides_the_manifest(edition: str) -> None:
    """A course file of that name would make two manifests in one zip."""
    with pytest.raises(Defect):
        plan_package(course(), rendered(RenderedFile("imsmanifest.xml", b"")), edition)


def test_a_package_needs_a_launch_page_and_a_script() -> None:
    """An LMS would show an empty frame."""
    whole = rendered()
    with pytest.raises(Defect):
        plan_package(course(), RenderedCourse("start.html", whole.files, whole.scripts), "scorm12")
    with pytest.raises(Defect):
        plan_package(course(), RenderedCourse(whole.launch, whole.files, {}), "scorm12")
