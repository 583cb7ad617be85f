"""Whether a file of the course can run anything in a learner's browser: by its ending, and by what is in it."""

from collections.abc import Callable
from dataclasses import dataclass, replace
from pathlib import Path

from builder.read.files.linked.documents import brings_macros, pdf_action
from builder.read.files.linked.kinds import (
    DRAWING,
    KNOWN,
    MACROS,
    OFFICE,
    PAGES,
    PDF,
    PROGRAMS,
    SHORTCUTS,
    ending_of,
)
from builder.read.files.linked.signatures import disguise_of

_IN_A_ZIP = "Save it as PDF, or put it into a zip, and link to that."
_REDRAW = "Save it from the drawing program as plain SVG, or as PNG."
_WITHOUT_MACROS = "Save it without macros (.docx, .xlsx or .pptx), or as PDF."


@dataclass(frozen=True, slots=True)
class FileFault:
    """What is wrong with a file, for the line that names it."""

    rule: str
    """Id of the rule."""
    message: str
    """What is wrong."""
    hint: str
    """What to do."""


def fault_of_link(path: Path, named: str) -> FileFault | None:
    """Why learners may not open a file that a link names, or what is to be known of it; None for nothing.

    `named` is its path in the course. A file that cannot be opened has no fault here; packing reports it.
    """
    ending = ending_of(named)
    if ending and ending not in KNOWN:
        return _unknown(ending, named)
    try:
        if what := disguise_of(path):
            message = f"{named} is {what}, whatever its name says"
            return FileFault("LNK-004", message, "Save it again in the form that its name says.")
        return _KINDS.get(ending, _nothing)(path, named)
    except OSError:
        return None


def fault_of_picture(path: Path, named: str) -> FileFault | None:
    """Why a drawing may not be shown: its script would run as soon as a learner opens the picture alone."""
    if ending_of(named) != DRAWING:
        return None
    from builder.read.files.linked.drawings import look_into_drawing  # brings lxml along

    try:
        fault = look_into_drawing(path, alone=False)
    except OSError:
        return None
    return FileFault("LNK-004", f"the drawing {named} {fault}", _REDRAW) if fault else None


def fault_of_setting_picture(path: Path, named: str) -> FileFault | None:
    """The same for a logo or a cover, which every learner has before her: it loads nothing from elsewhere either, and stands still."""
    if ending_of(named) == "gif":
        message = f"{named} is a GIF, which may move, and no learner could stop it"
        return FileFault("A16", message, "Save it as PNG, JPEG or WebP.")
    found = _drawing(path, named) if ending_of(named) == DRAWING else None
    return replace(found, hint=_REDRAW) if found else None


def _drawing(path: Path, named: str) -> FileFault | None:
    from builder.read.files.linked.drawings import LOADS, look_into_drawing

    try:
        fault = look_into_drawing(path, alone=True)
    except OSError:
        return None
    hint = f"{_REDRAW} Or show it as a picture: ![what it shows]({named})" if fault.startswith(LOADS) else _REDRAW
    return FileFault("LNK-004", f"the drawing {named} {fault}", hint) if fault else None


def _office(path: Path, named: str) -> FileFault | None:
    if not brings_macros(path):
        return None
    return FileFault("LNK-004", f"there are macros in {named}, which are programs", _WITHOUT_MACROS)


def _pdf(path: Path, named: str) -> FileFault | None:
    action = pdf_action(path)
    if not action:
        return None
    hint = "Print it into a new PDF: that leaves the script out. Or say in a comment why it is needed."
    return FileFault("LNK-005", f"{named} {action}", hint)


def _nothing(path: Path, named: str) -> FileFault | None:
    return None


_KINDS: dict[str, Callable[[Path, str], FileFault | None]] = {
    DRAWING: _drawing,
    PDF: _pdf,
    **dict.fromkeys(OFFICE, _office),
}


def _unknown(ending: str, named: str) -> FileFault:
    if ending in MACROS:
        return FileFault("LNK-004", f"{named} is a document with macros, which are programs", _WITHOUT_MACROS)
    if ending in PROGRAMS:
        return FileFault(
            "LNK-004", f"{named} is a program or script, which LMSs refuse", "Put it into a zip, and link to that."
        )
    if ending in SHORTCUTS:
        hint = "Link to the address that it leads to: [words](https://www.example.org/page)"
        return FileFault("LNK-004", f"{named} is a shortcut, which leads elsewhere", hint)
    if ending in PAGES:
        message = f"{named} can run scripts in the learner's browser, beside all that she wrote"
        return FileFault("LNK-004", message, f"Make it a module of the course. {_IN_A_ZIP}")
    message = f"a browser may run {named}: Satchel does not know files that end in .{ending}"
    return FileFault("LNK-004", message, _IN_A_ZIP)
