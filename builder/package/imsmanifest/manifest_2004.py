"""The manifest of SCORM 2004 4th Edition (Content Aggregation Model, sections 3 and 5).

There is no `adlcp:completionThreshold`. Without it `completedByMeasure` is false, as we want it: the course
says itself when it is complete. With it, even where it says so, Moodle takes 1.0 for the threshold and at the
end of the session overwrites `cmi.completion_status` by comparing `cmi.progress_measure` with that.
"""

from collections.abc import Sequence

from lxml import etree

from builder.model.course import Completion, Course
from builder.model.package import RenderedFile
from builder.package.imsmanifest.identifiers import Identifiers, identifiers_of
from builder.package.imsmanifest.imscp import add, add_metadata, add_organization, add_sco, new_manifest, to_bytes
from builder.package.imsmanifest.lom import describe
from builder.package.imsmanifest.lom_binding import LOM, write_lom_2004

IMSCP = "http://www.imsglobal.org/xsd/imscp_v1p1"
ADLCP = "http://www.adlnet.org/xsd/adlcp_v1p3"
ADLSEQ = "http://www.adlnet.org/xsd/adlseq_v1p3"
ADLNAV = "http://www.adlnet.org/xsd/adlnav_v1p3"
IMSSS = "http://www.imsglobal.org/xsd/imsss"

PREFIXES = {None: IMSCP, "adlcp": ADLCP, "adlseq": ADLSEQ, "adlnav": ADLNAV, "imsss": IMSSS, "lom": LOM}
SCHEMAS = {
    IMSCP: "imscp_v1p1.xsd",
    ADLCP: "adlcp_v1p3.xsd",
    ADLSEQ: "adlseq_v1p3.xsd",
    ADLNAV: "adlnav_v1p3.xsd",
    IMSSS: "imsss_v1p0.xsd",
    LOM: "lom.xsd",
}

HIDDEN_CONTROLS = ("continue", "previous", "abandon", "abandonAll")
"""Buttons that mean nothing in a single SCO, or lose work. Exit and suspend stay: they are the way out."""


def build_manifest(course: Course, launch: str, files: Sequence[RenderedFile]) -> bytes:
    """Give `imsmanifest.xml` for a package of these files; the control documents are not among them."""
    ids = identifiers_of(course.id)
    manifest = new_manifest(ids, course.version, PREFIXES, SCHEMAS)
    metadata = add_metadata(manifest, "2004 4th Edition")
    write_lom_2004(metadata, describe(course, launch, files, ["LOMv1.0", "ADLv1.0"]))
    organization, item = add_organization(manifest, ids, course.title)
    _keep_to_itself(organization)
    _sequence_item(item, ids, course.completion)
    _present_item(item)
    _sequence_organization(organization)
    add_sco(manifest, ids, f"{{{ADLCP}}}scormType", launch, (file.name for file in files))
    return to_bytes(manifest)


def _keep_to_itself(organization: etree._Element) -> None:
    """Turn off two settings that are true by default, with which courses in one LMS would share objectives and data."""
    organization.set(f"{{{ADLSEQ}}}objectivesGlobalToSystem", "false")
    organization.set(f"{{{ADLCP}}}sharedDataGlobalToSystem", "false")


def _sequence_item(item: etree._Element, ids: Identifiers, completion: Completion) -> None:
    sequencing = add(item, f"{{{IMSSS}}}sequencing")
    if completion.rule == "pass-mark" and completion.pass_mark is not None:
        objectives = add(sequencing, "objectives")
        primary = add(objectives, "primaryObjective", objectiveID=ids.objective, satisfiedByMeasure="true")
        add(primary, "minNormalizedMeasure", f"{completion.pass_mark / 100:g}")
    # Without it SuccessFactors marks the course complete when the learner leaves (SAP KB 2458835).
    add(
        sequencing,
        "deliveryControls",
        tracked="true",
        completionSetByContent="true",
        objectiveSetByContent="true",
    )


def _present_item(item: etree._Element) -> None:
    interface = add(add(item, f"{{{ADLNAV}}}presentation"), "navigationInterface")
    for control in HIDDEN_CONTROLS:
        add(interface, "hideLMSUI", control)


def _sequence_organization(organization: etree._Element) -> None:
    """Allow both ways to move, so that most players start the only item at once."""
    add(add(organization, f"{{{IMSSS}}}sequencing"), "controlMode", choice="true", flow="true")
