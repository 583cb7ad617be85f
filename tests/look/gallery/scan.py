"""What axe, IBM Equal Access and HTML_CodeSniffer say of the gallery, by the probes that `satchel verify` asks."""

from collections.abc import Iterator
from pathlib import Path

from playwright.sync_api import Page

from builder.evidence.engines.axe import axe_faults
from builder.evidence.engines.complaints import htmlcs_faults, ibm_faults
from builder.evidence.lms.launch import Launch, asking_script
from builder.evidence.opened import OpenedPackage
from builder.evidence.scene import Scene

GALLERY = OpenedPackage(Path("gallery.zip"), "", Path(), "web", "index.html", "Gallery", {"modules": ["gallery"]})
"""A package of ours, so that pages which are not shown are set aside meanwhile."""
ENGINES = {"axe": axe_faults, "ibm": ibm_faults, "htmlcs": htmlcs_faults}
COLOURS = ("color-contrast", "color-contrast-enhanced", "link-in-text-block")
"""Where the system's colours stand in place of all others axe cannot know them; what `satchel verify` asks there is asked instead."""
UNWRITTEN = "label_ref_valid"
"""Without script the field of a reflection is not shown, for nothing would be kept. Its label is the heading, which stays."""

ALIVE = "() => 'js' in document.documentElement.dataset"
SHOWN = """() => {
  const fields = [...document.querySelectorAll("[data-current] :is(input, select, textarea)")];
  return document.body.innerHTML + fields.map(one => `${one.checked}${one.value}`).join();
}"""


def state_of(page: Page) -> int:
    """A number for all that is on a page now, answers too: what looks the same need not be asked twice."""
    return hash(page.evaluate(SHOWN))


def scan(page: Page, name: str, forced: bool = False) -> Iterator[str]:
    """A line for each fault that an engine finds in a page as it is now; `forced` says that the system forces its colours."""
    if not page.evaluate("() => 'engines' in window"):
        page.evaluate(asking_script())
    scene = Scene(Launch(GALLERY, page, page.main_frame, False), name, "as shown")
    unasked = {*(COLOURS if forced else ()), *(() if page.evaluate(ALIVE) else (UNWRITTEN,))}
    for engine, ask in ENGINES.items():
        for fault in ask(scene):
            if fault.rule not in unasked:
                yield f"{name}: {engine} {fault.criterion} {fault.rule}: {fault.words} ({fault.place[:120]})"
    for words in scene.ask("structure.forced") if forced else ():
        yield f"{name}: forced colours: {words}"
