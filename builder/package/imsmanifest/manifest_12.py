"""The manifest of SCORM 1.2 (Content Aggregation Model 2.3).

There is no `adlcp:masteryscore`: with it the LMS, not the course, decides between passed and failed (Moodle
overwrites even `incomplete`). Nor are there `prerequisites` or time limits, which would lock learners out.
"""

from collections.abc import Sequence

from builder.model.course import Course
from builder.model.package import RenderedFile
from builder.package.imsmanifest.identifiers import identifiers_of
from builder.package.imsmanifest.imscp import add_metadata, add_organization, add_sco, new_manifest, to_bytes
from builder.package.imsmanifest.lom import describe
from builder.package.imsmanifest.lom_binding import IMSMD, write_lom_12

IMSCP = "http://www.imsproject.org/xsd/imscp_rootv1p1p2"
ADLCP = "http://www.adlnet.org/xsd/adlcp_rootv1p2"

PREFIXES = {None: IMSCP, "adlcp": ADLCP, "imsmd": IMSMD}
SCHEMAS = {
    IMSCP: "imscp_rootv1p1p2.xsd",
    ADLCP: "adlcp_rootv1p2.xsd",
    IMSMD: "imsmd_rootv1p2p1.xsd",
}


def build_manifest(course: Course, launch: str, files: Sequence[RenderedFile]) -> bytes:
    """Give `imsmanifest.xml` for a package of these files; the control documents are not among them."""
    ids = identifiers_of(course.id)
    manifest = new_manifest(ids, course.version, PREFIXES, SCHEMAS)
    write_lom_12(add_metadata(manifest, "1.2"), describe(course, launch, files, ["ADL SCORM 1.2"]))
    add_organization(manifest, ids, course.title)
    # Lower case here, `scormType` in 2004: with the wrong one the SCO counts as an asset, and nothing is
    # recorded.
    add_sco(manifest, ids, f"{{{ADLCP}}}scormtype", launch, (file.name for file in files))
    return to_bytes(manifest)
