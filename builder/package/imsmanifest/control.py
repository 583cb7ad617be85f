"""The control documents: XML schemas of the manifests that Satchel writes.

SCORM wants the schema of every namespace in use at the root of the package (1.2: CAM 2.3; 2004: CAM section
3). Ours are written from the specification and describe what we emit; they bear the official file names, so
that an LMS with copies of its own takes those.
"""

from functools import cache
from pathlib import Path

from builder.model.package import RenderedFile


@cache
def control_documents(edition: str) -> tuple[RenderedFile, ...]:
    """Give the control documents of `scorm12` or `scorm2004`, sorted by name; all lie at the package root."""
    folder = Path(__file__).with_name("control") / edition
    return tuple(
        RenderedFile(name=document.name, content=document.read_bytes())
        for document in sorted(folder.iterdir(), key=lambda document: document.name)
        if document.name.endswith(".xsd")
    )
