"""What an administrator does next."""

from collections.abc import Iterator

from builder.compare.change import Comparison, Verdict


def advice(comparison: Comparison) -> Iterator[str]:
    """Steps, one sentence or two each."""
    if comparison.new.package.destination == "web" and comparison.old.package.destination == "web":
        yield from _web(comparison)
    elif comparison.verdict is Verdict.NEW_ACTIVITY:
        yield "Keep the old package where it is: its records stay whole."
        yield "Add a new activity for the new package. Moodle: add another “SCORM package”, and hide the old one from learners."
        yield "Tell learners in progress to finish in the old activity, or to begin again in the new one."
    else:
        yield "Keep a copy of the old zip, so that you can go back."
        yield "Upload the new zip in place of the old one, not as a new activity. Moodle: replace the file in the settings of the activity, and save."
        yield "Leave the other settings as they are. Moodle: “Force new attempt” must be “No”, or learners begin anew."
        if comparison.verdict is Verdict.EFFECTS:
            yield "Replace it when few learners are in the course, and tell those in progress what is different: it is listed above."
        yield "Moodle works out grades anew after an upload, and may show 0.00 for learners in progress who had no grade."


def _web(comparison: Comparison) -> Iterator[str]:
    if comparison.verdict is Verdict.NEW_ACTIVITY:
        yield "Keep the old folder where it is, and put the new one beside it under another address."
        return
    yield "Put the new folder in the place of the old one, under the same address: what learners did is kept in their browsers."
    if comparison.verdict is Verdict.EFFECTS:
        yield "Tell learners in progress what is different: it is listed above."
