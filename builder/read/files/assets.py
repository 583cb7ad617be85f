"""Files beside the markdown: found, held inside the course folder, given portable names."""

import filecmp
import os
import re
from collections.abc import Iterable
from dataclasses import replace
from pathlib import Path, PurePosixPath
from urllib.parse import quote, unquote

from builder.model.media import Asset
from builder.read.files.film_duration import FILMS, film_seconds
from builder.read.files.names_on_disk import NamesOnDisk
from builder.read.files.picture_size import picture_size
from builder.read.files.portable_names import PortableNames
from builder.read.files.sound_duration import sound_seconds

_SOUNDS = frozenset({".mp3", ".ogg"})
_TELLING = frozenset({"", ".", ".."})
"""Parts of a path that name no file or folder."""
_PICTURES = frozenset({".png", ".jpg", ".jpeg", ".gif", ".webp", ".svg"})


class AssetProblem(Exception):
    """Why a file cannot be taken: `rule`, the sentences for the author, and the path that was meant, where that is known.

    Caught where the link stands.
    """

    def __init__(self, rule: str, message: str, hint: str, meant: str = "") -> None:
        super().__init__(message)
        self.rule = rule
        self.message = message
        self.hint = hint
        self.meant = meant


class Assets:
    """The files that the course points to."""

    def __init__(self, folder: Path, beside: Iterable[Asset] | None = None) -> None:
        """`beside`: of a course in another language, the files of its source; None for a source.

        The folder of such a course lies in that of its source. What it lacks is taken from there.
        """
        self.folder = folder.resolve()
        self._lent = None if beside is None else {asset.source: asset for asset in beside}
        self.found: dict[str, Asset] = {}
        self._names = PortableNames()
        self._disk = NamesOnDisk(self.folder)
        self._folders: dict[Path, bool] = {}
        self.asked: list[Asset] | None = None
        """What is found meanwhile is noted here."""

    def find(self, address: str) -> Asset:
        """The asset that an address in the markdown means.

        The address is relative to the course folder, may be percent-encoded, and must be in the letter case of the
        file on disk: an LMS serves files from a system that tells the two apart. Raises `AssetProblem`.
        """
        source = self.path_of(address)
        if source not in self.found:
            self.found[source] = self._asset(self.folder / source, source)
        if self.asked is not None:
            self.asked.append(self.found[source])
        return self.found[source]

    def take(self, asset: Asset) -> Asset:
        """The asset of a file that was looked at before and has not changed: its name may be another one now."""
        if asset.source not in self.found:
            self.found[asset.source] = replace(asset, name=self._names.give(asset.source))
        return self.found[asset.source]

    def path_of(self, address: str) -> str:
        """The path on disk of a file that is read here but does not go into the package. Raises `AssetProblem`."""
        path = self._inside(address)
        if self._lent is not None and not path.is_relative_to(self.folder):
            return f"../{path.relative_to(self.folder.parent).as_posix()}"
        return path.relative_to(self.folder).as_posix()

    def holds(self, name: str) -> bool:
        """Whether there is a file of this name beside course.yml."""
        return self._disk.find([name]) is not None

    def _inside(self, address: str) -> Path:
        plain = address.split("#")[0].split("?")[0]
        if re.match(r"[a-z][a-z0-9+.-]+://", plain, re.IGNORECASE):
            message = f"{address} lies on another site, and a course loads nothing from elsewhere"
            raise AssetProblem(
                "A16", message, "Save it into the course folder, for example into media/, and name it here."
            )
        if re.match(r"[A-Za-z]:[\\/]", plain):
            raise _outside(plain)
        if "\\" in plain:
            slashed = plain.replace("\\", "/")
            if plain.startswith("\\"):
                raise self._leads_out(slashed)
            raise AssetProblem("STR-021", f"the path {plain} has a backslash", f"Write {slashed}.", slashed)
        for candidate in dict.fromkeys((plain, unquote(plain))):
            if "\0" in candidate:
                break
            parts = self._parts(candidate)
            if parts is None:
                raise self._leads_out(plain)
            if path := self._disk.find(parts):
                if not self._stays(path):
                    raise _outside(plain)
                return path
            if self._lent is not None and "/".join(parts) in self._lent:
                return self.folder.parent.joinpath(*parts)
        raise self._missing(address, plain)

    def _parts(self, address: str) -> tuple[str, ...] | None:
        """The parts of a path below the course folder; None when it leads out of it."""
        names = address.split("/")
        if not _TELLING.intersection(names) and not set(address) & {"\\", ":"}:
            return tuple(names)
        path = Path(os.path.normpath(self.folder / address))
        absolute = PurePosixPath(address).is_absolute() or re.match(r"[A-Za-z]:", address)
        return None if absolute or not path.is_relative_to(self.folder) else path.relative_to(self.folder).parts

    def _stays(self, path: Path) -> bool:
        """Whether a file really is in the course folder; its own folder is looked up once for all files in it."""
        if path.is_symlink():
            return path.resolve().is_relative_to(self.folder)
        folder = path.parent
        if folder not in self._folders:
            self._folders[folder] = folder.resolve().is_relative_to(self.folder)
        return self._folders[folder]

    def _missing(self, address: str, plain: str) -> AssetProblem:
        whole = self._parts(unquote(address))
        if plain != address and whole and self._disk.find(whole):
            message = f"the {address[len(plain)]} in the name of this file would end its address"
            meant = written(unquote(address))
            return AssetProblem("A16", message, f"Write {meant}, or rename the file.", meant)
        wanted = self._parts(unquote(plain)) or ()
        near = written(self._disk.near(wanted) or self._disk.elsewhere("".join(wanted[-1:])))
        hint = f"Did you mean {near}?" if near else "Put the file there, or correct its name here."
        return AssetProblem("A16", f"there is no file {plain} in the course folder", hint, near)

    def _leads_out(self, plain: str) -> AssetProblem:
        """A path that begins at the root of a disk or above the course; it may have been meant from the course folder."""
        inside = unquote(re.sub(r"^(?:\.{0,2}/)+", "", plain))
        parts = self._parts(inside)
        if inside == plain or not parts or not (found := self._disk.find(parts)) or not self._stays(found):
            return _outside(plain)
        message = f"{plain} leads out of the course folder, and the file lies in it"
        return AssetProblem("STR-021", message, f"Write {written(inside)}.", written(inside))

    def _asset(self, path: Path, source: str) -> Asset:
        ending = path.suffix.lower()
        width, height = picture_size(path) if ending in _PICTURES else (0, 0)
        seconds = _seconds(path, ending)
        return Asset(source, self._name(path, source), path.stat().st_size, width, height, seconds)

    def _name(self, path: Path, source: str) -> str:
        """The name in the package; a file that is the same as in the source of a translation has one name for both."""
        if self._lent is None:
            return self._names.give(source)
        original = source.removeprefix("../")
        lent = self._lent.get(original)
        if lent and (original != source or filecmp.cmp(path, self.folder.parent / original, shallow=False)):
            return lent.name
        return f"{self.folder.name.lower()}/{self._names.give(source)}"


def _seconds(path: Path, ending: str) -> float:
    """Length of a film or a recording; 0 for any other file."""
    if ending in FILMS or ending == ".m4a":
        return film_seconds(path)
    return sound_seconds(path) if ending in _SOUNDS else 0.0


def written(path: str) -> str:
    """A path as it is written in an address: what would end it, or mean something else there, is percent-encoded."""
    return re.sub(r"%(?=[0-9A-Fa-f]{2})|[#?\s()<>\"]", lambda sign: quote(sign[0]), path)


def _outside(address: str) -> AssetProblem:
    return AssetProblem(
        "STR-021",
        f"{address} lies outside the course folder",
        "Copy the file into the course folder, for example into media/, and point to it there.",
    )
