"""`cover` in course.yml: the picture that stands in the place of the drawn rings."""

from builder.model.diagnostics import Diagnostic
from builder.model.look.cover import CoverPicture
from builder.read.files.linked import fault_of_setting_picture
from builder.read.files.source import Source
from builder.read.links import Addresses
from builder.read.settings.keys.key import said
from builder.read.settings.values import CourseSettings
from builder.read.settings.yaml_spans import Settings
from builder.read.theme.setting_faults import SettingFaults, kilobytes, place_of
from builder.read.typography import typeset_setting

MOST_BYTES = 300_000
"""Bytes of a picture that a phone with a weak signal shows within seconds."""


def read_cover(
    chosen: CourseSettings, settings: Settings, source: Source | None, addresses: Addresses
) -> tuple[CoverPicture | None, list[Diagnostic]]:
    """The picture of a cover, None when there is none that can be shown; and every fault in it."""
    cover = chosen.cover
    if cover is None or source is None:
        return None, []
    found, path = SettingFaults(settings, source, addresses), ("cover", "picture")
    words = typeset_setting(said(" ".join(cover.picture_text.split())), chosen.language)
    adorns = cover.decorative == "yes"
    if adorns and words:
        hint = "Keep the words if they help who does not see the picture. Otherwise keep `decorative: yes`."
        message = "a picture that only adorns has no words, and this one has both"
        found.key("THM-001", ("cover", "decorative"), message, hint)
    elif not adorns and not words:
        message = "there are no words in place of this picture"
        hint = "Add the line: picture-text: what one would see. If it only adorns, add: decorative: yes"
        found.key("A01", path, message, hint)
    picture = found.picture(path, cover.picture, 'width="1200" height="900" viewBox="0 0 1200 900"')
    if picture and (fault := fault_of_setting_picture(addresses.assets.folder / picture.source, picture.source)):
        found.value(fault.rule, path, fault.message, fault.hint, cover.picture)
        picture = None
    if picture and picture.size > MOST_BYTES:
        message = f"this picture has {kilobytes(picture.size)}, and every learner loads it first of all"
        hint = "Save it 1600 pixels wide, as JPEG or WebP of middling quality."
        found.value("THM-004", path, message, hint, cover.picture)
    if picture is None or not (words or adorns):
        return None, found.faults
    return CoverPicture(
        picture, words, *place_of(("cover", "picture-text" if words else "picture"), settings, source)
    ), found.faults
