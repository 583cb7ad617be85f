"""The two SCORM versions as a manifest shows them: namespaces, prefixes, spellings."""

from dataclasses import dataclass

XSI = "http://www.w3.org/2001/XMLSchema-instance"
XML = "http://www.w3.org/XML/1998/namespace"
IMSSS = "http://www.imsglobal.org/xsd/imsss"


@dataclass(frozen=True, slots=True)
class Edition:
    """A SCORM version."""

    destination: str
    """`scorm12` or `scorm2004`."""
    imscp: str
    """Namespace of IMS Content Packaging."""
    adlcp: str
    """Namespace of ADL's additions to it."""
    scorm_type: str
    """Local name of the attribute that distinguishes a SCO from an asset."""
    versions: tuple[str, ...]
    """What `schemaversion` may say."""

    def imscp_name(self, local: str) -> str:
        """An element of IMS Content Packaging, as lxml writes names."""
        return f"{{{self.imscp}}}{local}"

    def adlcp_name(self, local: str) -> str:
        """An element or attribute of ADL's, as lxml writes names."""
        return f"{{{self.adlcp}}}{local}"


SCORM_12 = Edition(
    "scorm12",
    "http://www.imsproject.org/xsd/imscp_rootv1p1p2",
    "http://www.adlnet.org/xsd/adlcp_rootv1p2",
    "scormtype",
    ("1.2",),
)
SCORM_2004 = Edition(
    "scorm2004",
    "http://www.imsglobal.org/xsd/imscp_v1p1",
    "http://www.adlnet.org/xsd/adlcp_v1p3",
    "scormType",
    ("CAM 1.3", "2004 3rd Edition", "2004 4th Edition"),
)
EDITIONS = (SCORM_12, SCORM_2004)

PREFIXES = {
    SCORM_12.imscp: None,
    SCORM_12.adlcp: "adlcp",
    SCORM_2004.imscp: None,
    SCORM_2004.adlcp: "adlcp",
    "http://www.adlnet.org/xsd/adlseq_v1p3": "adlseq",
    "http://www.adlnet.org/xsd/adlnav_v1p3": "adlnav",
    IMSSS: "imsss",
}
"""The prefix that LMSs look for in each namespace; None for no prefix."""
