"""Files beside the markdown: found, held inside the course folder, given portable names."""

import difflib
import os
import re
import unicodedata
from pathlib import Path, PurePosixPath
from urllib.parse import unquote

from builder.model.contract import FILES
from builder.model.media import Asset
from builder.read.files.film_duration import FILMS, film_seconds

RESERVED = frozenset({*FILES, "imsmanifest.xml", "readme.html"})
"""Names at the package root that are ours."""

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

    def __init__(self, folder: Path) -> None:
        self.folder = folder.resolve()
        self.found: dict[str, Asset] = {}
        self._names: dict[str, str] = {}
        self._listings: dict[Path, frozenset[str]] = {}
        self._folders: dict[Path, Path] = {}

    def find(self, address: str) -> Asset:
        """The asset that an address in the markdown means.

        The address is relative to the course folder, may be percent-encoded, and must be in the letter case of the
        file on disk: an LMS serves files from a system that tells the two apart. Raises `AssetProblem`.
        """
        source = self.path_of(address)
        if source not in self.found:
            self.found[source] = self._asset(self.folder / source, source)
        return self.found[source]

    def path_of(self, address: str) -> str:
        """The path on disk of a file that is read here but does not go into the package. Raises `AssetProblem`."""
        return self._inside(address).relative_to(self.folder).as_posix()

    def _inside(self, address: str) -> Path:
        plain = address.split("#")[0].split("?")[0]
        if "\\" in plain:
            slashed = plain.replace("\\", "/")
            raise AssetProblem("STR-021", f"the path {plain} has a backslash", f"Write {slashed}.", slashed)
        for candidate in dict.fromkeys((plain, unquote(plain))):
            if "\0" in candidate:
                break
            path = Path(os.path.normpath(self.folder / candidate))
            if (
                PurePosixPath(candidate).is_absolute()
                or re.match(r"[A-Za-z]:", candidate)
                or not path.is_relative_to(self.folder)
            ):
                raise _outside(plain)
            if self._exists(path):
                if not self._resolved(path).is_relative_to(self.folder):
                    raise _outside(plain)
                return path
        raise self._missing(plain)

    def _exists(self, path: Path) -> bool:
        """Whether a file is there in exactly this letter case, also where the disk does not mind."""
        try:
            return path.is_file() and path.name in self._listing(path.parent)
        except (OSError, ValueError):
            return False

    def _resolved(self, path: Path) -> Path:
        """Where a file really is; its folder is looked up once for all files in it."""
        if path.is_symlink():
            return path.resolve()
        if path.parent not in self._folders:
            self._folders[path.parent] = path.parent.resolve()
        return self._folders[path.parent]

    def _listing(self, folder: Path) -> frozenset[str]:
        if folder not in self._listings:
            self._listings[folder] = frozenset(os.listdir(folder)) if folder.is_dir() else frozenset()
        return self._listings[folder]

    def _missing(self, address: str) -> AssetProblem:
        wanted = Path(os.path.normpath(self.folder / unquote(address)))
        names = self._listing(wanted.parent)
        same = [name for name in names if name.lower() == wanted.name.lower()]
        near = same or difflib.get_close_matches(wanted.name, sorted(names), 1, 0.6)
        if near:
            mended = (
                (wanted.parent / near[0]).relative_to(self.folder).as_posix()
                if wanted.is_relative_to(self.folder)
                else near[0]
            )
            message = f"there is no file {address} in the course folder"
            return AssetProblem("A16", message, f"Did you mean {mended}?", mended if "/.." not in f"/{mended}" else "")
        return AssetProblem(
            "A16", f"there is no file {address} in the course folder", "Put the file there, or correct its name here."
        )

    def _asset(self, path: Path, source: str) -> Asset:
        width, height = (0, 0)
        if path.suffix.lower() in _PICTURES:
            import imagesize  # brings urllib along, which a course without pictures need not wait for

            try:
                width, height = imagesize.get(str(path))
            except (OSError, ValueError):
                width, height = (0, 0)
        seconds = film_seconds(path) if path.suffix.lower() in FILMS else 0.0
        name, size = self._name(source), path.stat().st_size
        return Asset(source, name, size, max(0, int(width)), max(0, int(height)), seconds)

    def _name(self, source: str) -> str:
        name = portable_name(source)
        if name in RESERVED:
            name = f"files/{name}"
        stem, dot, suffix = name.rpartition(".")
        candidate, number = name, 1
        while self._names.setdefault(candidate, source) != source:
            number += 1
            candidate = f"{stem}-{number}{dot}{suffix}" if stem else f"{name}-{number}"
        return candidate


def portable_name(source: str) -> str:
    """A path as every LMS and file system takes it: lower case ASCII letters, digits, `.`, `_`, `-` and `/`."""
    plain = unicodedata.normalize("NFKD", source).encode("ascii", "ignore").decode().lower()
    parts = [re.sub(r"[^a-z0-9._-]+", "-", part).strip("-.") or "file" for part in plain.split("/")]
    return "/".join(re.sub(r"-?\.-?", ".", part) for part in parts)


def _outside(address: str) -> AssetProblem:
    return AssetProblem(
        "STR-021",
        f"{address} lies outside the course folder",
        "Copy the file into the course folder, for example into media/, and point to it there.",
    )
