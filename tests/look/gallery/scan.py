"""What axe, IBM Equal Access and HTML_CodeSniffer say of the gallery, by the probes that `satchel verify` asks."""

from collections.abc import Iterator
from pathlib import Path

from playwright.sync_api import Page

from builder.evidence.engines.axe import axe_faults
from builder.evidence.engines.complaints import htmlcs_faults, ibm_faults
from builder.evidence.lms.launch import Launch, asking_script
from builder.evidence.opened import OpenedPackage
from builder.evidence.scene import Scene

GALLERY = OpenedPackage(Path("gallery.zip"), "", Path(), "web", "index.html", "Gallery")
ENGINES = {"axe": axe_faults, "ibm": ibm_faults, "htmlcs": htmlcs_faults}


def scan(page: Page, name: str) -> Iterator[str]:
    """A line for each fault that an engine finds in a page as it is now."""
    if not page.evaluate("() => 'engines' in window"):
        page.evaluate(asking_script())
    scene = Scene(Launch(GALLERY, page, page.main_frame, False), name, "as shown")
    for engine, ask in ENGINES.items():
        for fault in ask(scene):
            yield f"{name}: {engine} {fault.criterion} {fault.rule}: {fault.words} ({fault.place[:120]})"
