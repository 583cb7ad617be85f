"""The last lines of a build or check: what was written, how large it is, and what to do next."""

from builder.model.blocks import elsewhere, hosts_reached, nouns
from builder.model.contract import PAGE
from builder.model.course import Course
from builder.model.diagnostics import Report
from builder.pipeline import Outcome
from builder.report import Paint, plain, room_texts, size_text, summary_text
from builder.verify import Weight

_NAMED = 6
"""How many older packages are named."""


def built_text(outcome: Outcome, paint: Paint = plain) -> str:
    """The last lines of `satchel build`."""
    course = outcome.course
    if not outcome.packages:
        found = f"{course.title}: {summary_text(outcome.report)}"
        return f"{found}. Nothing was written; what was built before is untouched.{_mending(outcome.report)}"
    name = paint(f"{course.title} {course.version}", "strong")
    rows = [f"{name}\n{contents_text(course)}; {summary_text(outcome.report)}.", ""]
    widest = max(len(package.destination) for package in outcome.packages)
    for package in outcome.packages:
        rows.append(f"  {package.destination:<{widest}}  {size_text(package.size):>7}  {package.path.as_posix()}")
    rows += ["", *_sizes(outcome), *_hosts(course), *_room(outcome), *_older(outcome), "", *_next(outcome)]
    return "\n".join(rows)


def checked_text(outcome: Outcome) -> str:
    """The last lines of `satchel check`."""
    return f"{outcome.course.title}: {summary_text(outcome.report)}.{_mending(outcome.report)}"


def _mending(report: Report) -> str:
    """What to do about faults, on a line of its own; empty when there are none."""
    if report.clean:
        return ""
    told = (*report.errors, *report.warnings)[0]
    next_step = (
        "mend what is listed, and try again" if report.errors else "mend what is listed; it does not stop a build"
    )
    return f"\nNext: {next_step}. More about a rule: satchel explain {told.rule}"


def contents_text(course: Course) -> str:
    """`6 modules, 3 films, 8 questions, 4 reflections`."""
    reflections = sum(bool(item.privacy) for item in course.items)
    recordings = sum(film.audio for film in course.films)
    counts = [
        (len(course.modules), "module"),
        (len(course.films) - recordings, "film"),
        (recordings, "recording"),
        (len(course.items) - reflections, "question"),
        (reflections, "reflection"),
    ]
    return ", ".join(f"{count:,} {word}{'s' * (count != 1)}" for count, word in counts if count)


def _hosts(course: Course) -> list[str]:
    """Which hosts learners need a network for, and what lies there."""
    reached = hosts_reached(course.films)
    away = nouns(elsewhere(course.films))
    return [f"  For {away} learners need a network that allows {', '.join(reached)}."] if reached else []


def _sizes(outcome: Outcome) -> list[str]:
    inside = outcome.inventories[0]
    rows = [
        f"  Page {_weight(inside.html)}, script {_weight(inside.js)}, styles {_weight(inside.css)}, media {size_text(inside.media)}."
    ]
    largest = ", ".join(f"{name} {size_text(size)}" for name, size in inside.largest[:3])
    player = outcome.course.stream_player
    rows += (
        [f"  A player for streams, {size_text(player.file.size)}, is sent where a browser needs it."] if player else []
    )
    return [*rows, f"  Largest files: {largest}."]


def _room(outcome: Outcome) -> list[str]:
    """`Room used in the LMS: 612 of 4,096 characters (SCORM 1.2), ...`."""
    limits = room_texts(outcome.room, [package.destination for package in outcome.packages])
    return [f"  Room used in the LMS, at most: {'; '.join(limits)}."] if limits else []


def _older(outcome: Outcome) -> list[str]:
    """Which packages of earlier builds stand beside the new ones: somebody may upload the wrong one."""
    names = [path.name for path in outcome.older]
    if not names:
        return []
    more = f", and {len(names) - _NAMED:,} more" if len(names) > _NAMED else ""
    folder = outcome.older[0].parent.as_posix()
    return ["", f"Still in {folder} from earlier builds: {', '.join(names[:_NAMED])}{more}."]


def _weight(weight: Weight) -> str:
    return f"{size_text(weight.raw)} ({size_text(weight.gzipped)} sent)"


def _next(outcome: Outcome) -> list[str]:
    rows = []
    if outcome.films and outcome.films.films:
        rows.append(f"First copy the films from {outcome.films.folder.as_posix()} to {outcome.films.address}.")
    page = next((path for path in outcome.written if path.name == PAGE), None)
    if any(package.destination.startswith("scorm") for package in outcome.packages):
        rows.append("Next: upload a zip to your LMS; the handover page says which, and with which settings:")
        rows.append(f"  {outcome.written[-1].as_posix()}")
    if page:
        rows.append("To see the course now, open in a browser:")
        rows.append(f"  {page.as_posix()}")
    return rows
