"""Plans which files make up the package of each destination."""

from builder.errors import Defect
from builder.model.course import Course
from builder.model.package import RenderedCourse, RenderedFile
from builder.package.imsmanifest import manifest_12, manifest_2004
from builder.package.imsmanifest.control import control_documents

MANIFEST = "imsmanifest.xml"
MANIFESTS = {"scorm12": manifest_12.build_manifest, "scorm2004": manifest_2004.build_manifest}


def plan_package(course: Course, rendered: RenderedCourse, destination: str) -> tuple[RenderedFile, ...]:
    """Give every file of the package, sorted by name: for an LMS with manifest and control documents.

    UnreadableSource when a file of the course is not on disk any more. Defect when the rendered files cannot
    make a package: two of one name, a name outside the package, no launch page, no script for this
    destination.
    """
    if destination not in rendered.scripts:
        raise Defect(f"no script was rendered for {destination}")
    content = _by_name(*rendered.files, rendered.scripts[destination])
    if rendered.launch not in {file.name for file in content}:
        raise Defect(f"the launch page {rendered.launch} was not rendered")
    if destination not in MANIFESTS:
        return content
    manifest = MANIFESTS[destination](course, rendered.launch, content)
    return _by_name(*content, *control_documents(destination), RenderedFile(MANIFEST, manifest))


def _by_name(*files: RenderedFile) -> tuple[RenderedFile, ...]:
    """Sort the files, after checking that each can be unzipped on any machine beside the others."""
    seen: set[str] = set()
    for file in files:
        # Windows and macOS take names that differ in case alone for one file.
        name = file.name.lower()
        if name in seen or name.startswith("/") or "\\" in name or ".." in name.split("/"):
            raise Defect(f"{file.name} cannot be put in a package")
        seen.add(name)
    return tuple(sorted(files, key=lambda file: file.name))
