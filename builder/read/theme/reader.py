"""`theme` in course.yml, with the files that it names."""

from dataclasses import dataclass
from pathlib import Path as FolderPath

from builder.model.diagnostics import Diagnostic
from builder.model.look.theme import Accent, Chosen, Font, Logo, Theme
from builder.model.media import Asset
from builder.read.files.assets import AssetProblem
from builder.read.files.linked import fault_of_link, fault_of_setting_picture
from builder.read.files.source import Source
from builder.read.links import Addresses
from builder.read.settings.keys.key import said
from builder.read.settings.values import CourseSettings, FontSettings, ThemeSettings
from builder.read.settings.yaml_spans import Path, Settings
from builder.read.theme.own_files import read_own_files
from builder.read.theme.setting_faults import SettingFaults, kilobytes, place_of
from builder.read.theme.woff2 import what_is_wrong
from builder.read.typography import typeset_setting

MOST_BYTES = 100_000
"""Bytes of all fonts together, and of a logo, that nobody minds: every learner loads them before the first words."""
_REMEDY = "Ask whoever made it for its WOFF2 file, or make one: pip install fonttools brotli, then fonttools ttLib.woff2 compress"


def read_accent(chosen: CourseSettings, settings: Settings, source: Source | None) -> Accent | None:
    """The colour that `accent` names."""
    if not chosen.accent or source is None:
        return None
    return Accent(chosen.accent, *place_of(("accent",), settings, source))


def read_theme(
    chosen: CourseSettings, settings: Settings, source: Source | None, addresses: Addresses
) -> tuple[Theme | None, list[Diagnostic]]:
    """The theme of a course, None when it has none; and every fault in it that reading finds."""
    templates, styles, faults = read_own_files(addresses.assets.folder)
    if chosen.theme is None or source is None:
        return (Theme(templates=templates, styles=styles) if templates or styles else None), faults
    reader = _Reader(chosen.theme, SettingFaults(settings, source, addresses, faults))
    reader.pairs(bool(chosen.accent))
    colours = {
        name: Chosen(colour, *place_of(("theme", "colours", name), settings, source))
        for name, colour in chosen.theme.colours.items()
    }
    theme = Theme(
        name=typeset_setting(chosen.theme.name, chosen.language),
        logo=reader.logo(chosen.language),
        colours=colours,
        nearest=chosen.theme.contrast == "nearest",
        fonts=reader.fonts(),
        templates=templates,
        styles=styles,
    )
    return theme, faults


@dataclass(slots=True)
class _Reader:
    """Reads what one theme says."""

    theme: ThemeSettings
    found: SettingFaults

    @property
    def _folder(self) -> FolderPath:
        return self.found.addresses.assets.folder

    def pairs(self, accent: bool) -> None:
        """Report what makes sense only with, or without, something else. `accent`: whether the course has that key too."""
        for key in ("logo-text", "logo-dark"):
            if getattr(self.theme, key.replace("-", "_")) and not self.theme.logo:
                hint = "Add a line such as `logo: theme/logo.svg` above it, or delete this one."
                self.found.key("THM-001", ("theme", key), f"`{key}` belongs to a logo, and there is none", hint)
        if accent and self.theme.colours:
            hint = "Keep one of them. In a theme it is a line `accent:` under `colours`."
            self.found.key("THM-001", ("accent",), "`accent` and the colours of `theme` are both there", hint)

    def logo(self, language: str) -> Logo | None:
        """The logo, if there is one that can be shown."""
        if not self.theme.logo:
            return None
        words = typeset_setting(said(" ".join(self.theme.logo_text.split())), language)
        if not words:
            message, hint = "this logo has no words in its place", "Add the line: logo-text: what the logo says"
            self.found.key("A01", ("theme", "logo"), message, hint)
        picture = self._picture("logo", self.theme.logo)
        dark = self._picture("logo-dark", self.theme.logo_dark) if self.theme.logo_dark else None
        return Logo(picture, words, dark) if picture and words else None

    def _picture(self, key: str, address: str) -> Asset | None:
        path = ("theme", key)
        asset = self.found.picture(path, address, 'width="200" height="60" viewBox="0 0 200 60"')
        if asset is None:
            return None
        if fault := fault_of_setting_picture(self._folder / asset.source, asset.source):
            self.found.value(fault.rule, path, fault.message, fault.hint, address)
            return None
        if asset.size > MOST_BYTES:
            message = f"this logo has {kilobytes(asset.size)}, and every learner loads it before the first words"
            hint = "It is shown 40 pixels high: save it as SVG, or as a picture that is 120 pixels high."
            self.found.value("THM-004", path, message, hint, address)
        return asset

    def fonts(self) -> tuple[Font, ...]:
        """The fonts that can be used."""
        found = []
        size = 0
        for number, font in enumerate(self.theme.fonts):
            read = self._font(font, ("theme", "fonts", number))
            if read is None:
                continue
            found.append(read)
            before, size = size, size + read.file.size
            if before <= MOST_BYTES < size:
                message = (
                    f"the fonts have {kilobytes(size)} together, and every learner loads them before the first words"
                )
                hint = "Leave out a weight, or letters that the course does not need (a subset of the font)."
                self.found.value("THM-004", ("theme", "fonts", number, "file"), message, hint, font.file)
        return tuple(found)

    def _font(self, font: FontSettings, path: Path) -> Font | None:
        file, licence = self._file((*path, "file"), font.file), self._file((*path, "licence"), font.licence)
        if file and (wrong := what_is_wrong(self._folder / file.source)):
            self.found.value("THM-003", (*path, "file"), f"{font.file} {wrong}", f"{_REMEDY} {font.file}", font.file)
            file = None
        if licence and (fault := fault_of_link(self._folder / licence.source, licence.source)):
            self.found.value(fault.rule, (*path, "licence"), fault.message, fault.hint, font.licence)
            licence = None
        if licence and not licence.size:
            hint = "Copy the text of the licence into it, as it came with the font."
            self.found.value("THM-002", (*path, "licence"), f"the file {font.licence} is empty", hint, font.licence)
            licence = None
        return Font(file, licence, font.use, font.weight, font.style) if file and licence else None

    def _file(self, path: Path, address: str) -> Asset | None:
        try:
            return self.found.addresses.assets.find(address)
        except AssetProblem as problem:
            self.found.value(problem.rule, path, problem.message, problem.hint, address, problem.meant)
            return None
