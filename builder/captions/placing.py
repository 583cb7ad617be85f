"""Puts captions beside their film as WebVTT; what was there is kept."""

from dataclasses import dataclass
from pathlib import Path

from builder.captions.mending import Mended
from builder.originals import keep_original
from builder.package.atomic_write import replaced_file


@dataclass(frozen=True, slots=True)
class Placed:
    """Where captions are now."""

    path: str
    """Of the WebVTT file, relative to the course folder."""
    kept: str = ""
    """Where the file is kept that had its name before; empty when there was none, or the same."""
    written: bool = True
    """False when the file was there already, word for word."""


def place(folder: Path, stem: str, known: tuple[str, ...], language: str, mended: Mended) -> Placed:
    """Write the captions of a film.

    `stem` is the film's path without its ending, `known` its caption files so far. A file of the same language is
    replaced, any other stays. OSError when the disk refuses.
    """
    endings = (f".{language}.vtt".lower(), f".{language.partition('-')[0]}.vtt".lower())
    same = [path for path in known if path.lower().endswith(endings)]
    path = same[0] if same else f"{stem}.{language.partition('-')[0]}.vtt"
    target, text = folder / path, mended.text.encode()
    if target.exists() and target.read_bytes() == text:
        return Placed(path, written=False)
    kept = keep_original(target).relative_to(folder).as_posix() if target.exists() else ""
    with replaced_file(target) as file:
        file.write(text)
    return Placed(path, kept)
