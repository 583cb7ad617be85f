"""Names of files in the package: as every LMS, zip and file system takes them, and no two the same."""

import re
import unicodedata

from builder.model.content.spelling import hashed, hashed_exactly
from builder.model.contract import FILES
from builder.read.files.film_duration import FILMS
from builder.read.files.names_on_disk import composed
from builder.read.words_to_ids import has_other_letters, in_latin

RESERVED = frozenset({*FILES, "imsmanifest.xml", "readme.html"})
"""Names at the package root that are ours."""

_KINDS = {
    "film": FILMS,
    "picture": (".png", ".jpg", ".jpeg", ".gif", ".webp", ".svg", ".avif"),
    "captions": (".vtt", ".srt"),
    "sound": (".mp3", ".m4a", ".ogg", ".oga", ".opus", ".wav", ".aac", ".flac"),
}
"""What a file is called whose name has no Latin letters, by its ending."""
_ENDING = re.compile(r"\.[A-Za-z0-9]{1,8}$")
_CONTROL_DOCUMENT = re.compile(r"[^/]+\.xsd")
_DEVICE = re.compile(r"(?:con|prn|aux|nul|com\d|lpt\d)(?:\..*)?")
_LONGEST = 100
"""Characters of one part of a path; with some folders Windows takes 260 in all."""


class PortableNames:
    """The names that were given in one package."""

    def __init__(self) -> None:
        self._given: dict[str, str] = {}
        self._taken: set[str] = set()
        self._folders: set[str] = set()

    def give(self, source: str) -> str:
        """The name of a file of the course; the same one each time, and no other file's, in capitals or not."""
        if source not in self._given:
            name = self._given[source] = self._free(source)
            self._taken.add(name)
            self._folders.update(_above(name))
        return self._given[source]

    def _free(self, source: str) -> str:
        """A name that no other file has, and no folder, in a folder whose name no file has."""
        name = portable_name(source)
        if name in RESERVED or _CONTROL_DOCUMENT.fullmatch(name):
            name = f"files/{name}"
        if any(folder in self._taken for folder in _above(name)):
            name = f"folder-{hashed_exactly(source)}/{name.rpartition('/')[2]}"
        if name in self._taken or name in self._folders:
            stem, ending = _split(name)
            name = f"{stem}-{hashed_exactly(source)}{ending}"
        return name


def portable_name(source: str) -> str:
    """A path in lower case ASCII letters, digits, `.`, `_`, `-` and `/`.

    A part with other letters has a hash of them, so that it is never that of another; the ending stays.
    """
    *folders, file = composed(source).split("/")
    return "/".join([*(_portable(folder, "", "folder") for folder in folders), _portable_file(file)])


def _portable_file(file: str) -> str:
    stem, ending = _split(file)
    return _portable(
        stem, ending.lower(), next((kind for kind, endings in _KINDS.items() if ending.lower() in endings), "file")
    )


def _portable(stem: str, ending: str, kind: str) -> str:
    """One part of a path: its name as it is where it has Latin letters alone."""
    plain = _plain(stem)
    if plain and not has_other_letters(stem) and len(plain) <= _LONGEST:
        return f"file-{plain}{ending}" if _DEVICE.fullmatch(plain) else f"{plain}{ending}"
    readable = _plain(in_latin(stem))[: _LONGEST // 2].strip("-.")
    return f"{readable if re.search('[a-z]', readable) else kind}-{hashed(stem)}{ending}"


def _plain(name: str) -> str:
    plain = unicodedata.normalize("NFKD", name).encode("ascii", "ignore").decode().lower()
    return re.sub(r"-?\.-?", ".", re.sub(r"[^a-z0-9._-]+", "-", plain).strip("-."))


def _split(name: str) -> tuple[str, str]:
    """A name without its ending, and the ending with its dot; empty when it has none."""
    match = _ENDING.search(name)
    return (name[: match.start()], match[0]) if match else (name, "")


def _above(name: str) -> list[str]:
    """The folders that a file lies in."""
    parts = name.split("/")
    return ["/".join(parts[:count]) for count in range(1, len(parts))]
