"""What becomes of a package of any tool without an LMS, with one that fails, and after its browser was killed."""

from collections.abc import Iterator
from typing import TYPE_CHECKING, Any

from builder.evidence.finding import Seen, asked, together
from builder.evidence.lms.launch import Launch, from_disk, launched, profile, take_clock
from builder.evidence.opened import OpenedPackage
from builder.evidence.probes import judged
from builder.evidence.sitting import Sitting
from builder.evidence.walk.named import NamedCourse
from builder.evidence.walk.press import Kill

if TYPE_CHECKING:
    from playwright.sync_api import Browser

ALONE = "without an LMS"
_CUT = 40
"""Characters of a state that is cut."""
_STATE = '{"answers":{"q1":"a","q2":["b"],"page":12,"'
"""A state as many tools write it."""


def ask_sitting(launch: Launch, about: str, **more: Any) -> Seen:
    """Ask every probe of sittings with packages of any tool."""
    sitting = Sitting(
        launch.package.edition, about, record=launch.record, calls=tuple(launch.calls),
        requests=tuple(launch.requests), errors=tuple(launch.errors), **more,
    )  # fmt: skip
    return together(asked(probe, sitting, "course", about) for probe in judged.SITTINGS)


def troubles(browser: "Browser", package: OpenedPackage, address: str) -> Iterator[Seen]:
    """Without an LMS; then with one that is late, and one that cuts what it keeps."""
    with profile(browser) as context:
        take_clock(context, still=False)
        # A browser gives a page from the disk less than one from a server, and no LMS plays a package from there.
        opened = launched(context, package, address, alone=True) if package.for_lms else from_disk(context, package)
        course = NamedCourse(opened)
        yield ask_sitting(course.launch, ALONE if package.for_lms else "opened from the disk", words=course.arrived())
    if not package.for_lms:
        return
    with profile(browser) as context:
        take_clock(context, still=False)
        course = NamedCourse(launched(context, package, address, late=True))
        course.launch.forward(3000)
        course.launch.offer_api()
        course.launch.forward(10_000)
        yield ask_sitting(course.launch, "late API", said=course.arrived())
    key = "cmi.core.exit" if package.edition == "scorm12" else "cmi.exit"
    with profile(browser) as context:
        take_clock(context, still=False)
        record = {"cmi.suspend_data": _STATE[:_CUT], key: "suspend"}
        course = NamedCourse(launched(context, package, address, record))
        yield ask_sitting(course.launch, "a state that was cut", words=course.arrived())


def after_a_kill(browser: "Browser", package: OpenedPackage, address: str, page: str, kill: Kill) -> Iterator[Seen]:
    """Each screen with answers, met again at another device, with what the LMS had when the browser was killed."""
    # Nobody has ended the session: what it had goes on.
    going_on = {**kill.record, "cmi.core.exit" if package.edition == "scorm12" else "cmi.exit": "suspend"}
    with profile(browser) as context:
        take_clock(context, still=False)
        course = NamedCourse(launched(context, package, address, going_on, page=page))
        for name in course.screens():
            before = kill.given.get(course.mark())
            if before is not None:
                after = course.ask("values")
                lost = [key for key, value in before.given.items() if after.get(key) != value]
                all_lost = (name, *lost) if len(lost) == len(before.given) else ()
                yield ask_sitting(course.launch, "killed, then another device", lost=all_lost)
