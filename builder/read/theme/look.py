"""All that `course.yml` says of the look of a course."""

from builder.model.diagnostics import Diagnostic
from builder.model.look.cover import CoverPicture
from builder.model.look.theme import Accent, Theme
from builder.read.files.source import Source
from builder.read.links import Addresses
from builder.read.settings.values import CourseSettings
from builder.read.settings.yaml_spans import Settings
from builder.read.theme.cover import read_cover
from builder.read.theme.reader import read_accent, read_theme


def read_look(
    chosen: CourseSettings, settings: Settings, source: Source | None, addresses: Addresses
) -> tuple[Accent | None, Theme | None, CoverPicture | None, list[Diagnostic]]:
    """What `accent`, `theme` and `cover` say, each None where it says nothing; and every fault in them."""
    theme, faults = read_theme(chosen, settings, source, addresses)
    cover, more = read_cover(chosen, settings, source, addresses)
    return read_accent(chosen, settings, source), theme, cover, [*faults, *more]
