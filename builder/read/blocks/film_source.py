"""Where a film or a recording comes from: the link below its heading, and the files beside it."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from builder.model.content import Said, language_of
from builder.model.media import Asset, Remote
from builder.model.rare_pattern import rare_pattern
from builder.read.blocks.film_address import begin_of
from builder.read.blocks.film_keys import FilmValue, is_no_file
from builder.read.blocks.film_remote import is_remote, remote_film
from builder.read.blocks.sections import Section
from builder.read.files.assets import AssetProblem
from builder.read.files.linked import FileFault, fault_of_link
from builder.read.markdown.block_reader import Reader
from builder.read.markdown.lines import Line, Node
from builder.read.settings.keys.key import said
from builder.read.typography import typeset_setting

_POINTER = b"version https://git-lfs.github.com/spec/"
_ADDRESS = rare_pattern(r"<?([\w./%~-]+\.\w{2,4}|https?://[^\s<>]+)>?")
"""An address that stands alone, without the words of a link."""
_LINK = re.compile(r"^\[((?:[^\[\]\\]|\\.)*)\]\((<[^<>]*>|[^()]*(?:\([^()]*\)[^()]*)*)\)$")


@dataclass(frozen=True, slots=True)
class Medium:
    """What a block shows: a film, or a recording that is heard alone."""

    noun: str
    """What it is called in a message."""
    endings: tuple[str, ...]
    """Of its files."""
    file: str
    """A file as an example."""
    save: str
    """What to do with a file of another kind."""


FILM = Medium(
    "film", (".mp4", ".m4v", ".webm"), "media/film.mp4", "Save it as MP4 (H.264 and AAC), and point to that file."
)
"""Files that every current browser plays."""
RECORDING = Medium("recording", (".mp3", ".m4a", ".ogg"), "media/talk.mp3", "Save it as MP3, and point to that file.")
"""MP3 and M4A play everywhere; Ogg not in Safari before 18.4."""


def media_of(
    section: Section, link: Node | None, title: str, medium: Medium, reader: Reader
) -> tuple[Asset | Remote, str, float] | None:
    """What the link below a heading names, the words of the link, and the second at which it begins.

    None, with a fault, when there is none.
    """
    heading = section.heading
    assert heading is not None
    example = f"[Title of the {medium.noun}]({medium.file})"
    if link is None:
        message = f"there is no {medium.noun} below this heading"
        reader.fault(
            "MED-001",
            heading.place(),
            message,
            f"Add a line such as {example}{' .' * bool(section.or_ordinary)}{section.or_ordinary}",
        )
        return None
    if len(link.lines) > 1 and all(_names_file(line, medium) for line in link.lines):
        _report_further(link.lines[1:], medium, reader)
        link.lines = link.lines[:1]
    line = link.lines[0]
    text = said(line.text.strip())
    match = _LINK.match(text.removeprefix("!"))
    if not match or text.startswith("!") or len(link.lines) > 1:
        marked = text.startswith("![") and match and len(link.lines) == 1
        bare = _ADDRESS.fullmatch(text) if len(link.lines) == 1 else None
        example = f"[{title}]({bare[1]})" if bare else example
        hint = (
            f"Write {text[1:]} without the exclamation mark."
            if marked
            else f"Write {example} alone on its line.{section.or_ordinary}"
        )
        message = f"a {medium.noun} is a link alone on its line"
        fix = ("!", "") if marked else (text, example) if bare else None
        reader.fault("MED-001", line.place(), message, hint, len(line.text), fix)
        return None
    address = match[2].strip().strip("<>")
    place = line.place(text.index("](") + 2)
    media = _film_at(FilmValue(address, place), medium, reader)
    words = reader.engine.variables.filled(re.sub(r"\\(.)", r"\1", match[1]))
    own = language_of(text)
    if media is None:
        return None
    begins = _begin(FilmValue(address, place), media, medium.noun, reader)
    if isinstance(media, Remote) and not media.away:
        media = replace(media, source=media.source.partition("#")[0])
    return media, typeset_setting(Said(words, own) if own else words, reader.language), begins


def report_further(nodes: Sequence[Node], medium: Medium, reader: Reader) -> None:
    """A block shows one film: a second link alone on its line would be a link without captions and transcript."""
    for node in nodes:
        if node.kind == "paragraph" and all(_names_file(line, medium) for line in node.lines):
            _report_further(node.lines, medium, reader)


def _report_further(lines: Sequence[Line], medium: Medium, reader: Reader) -> None:
    for line in lines:
        words = line.text.strip().partition("](")[0].lstrip("[")
        message = f"the {medium.noun} of this block stands above, and this one would be a link alone"
        word = "Watch" if medium is FILM else "Listen"
        hint = f"Write a heading above it, such as ## {word}: {words} , and below it what belongs to it."
        reader.fault("MED-001", line.place(), message, hint, len(line.text))


def _names_file(line: Line, medium: Medium) -> bool:
    match = _LINK.match(line.text.strip())
    return match is not None and re.split("[#?]", match[2].strip("<> "))[0].lower().endswith(medium.endings)


def _begin(value: FilmValue, media: Asset | Remote, noun: str, reader: Reader) -> float:
    """Where the address says that a film begins; 0 for its beginning, and for a film at a service."""
    address, _, fragment = value.text.partition("#")
    at_service = isinstance(media, Remote) and media.away
    not_there = isinstance(media, Asset) and media.source == value.text  # which is reported
    if not fragment or at_service or not_there:
        return 0.0
    begins = begin_of(fragment)
    if isinstance(media, Remote) and media.way == "stream":
        message, meant = "a stream begins at its beginning", address
    elif begins is not None:
        return begins
    elif begin_of(start := fragment.partition(",")[0]) is not None:
        message, meant = f"a {noun} plays to its end, and #{fragment} would end it before", f"{address}#{start}"
    else:
        message, meant = f"#{fragment} is no time at which a {noun} can begin, such as #t=90", address
    reader.fault("MED-001", value.place, message, f"Write {meant}", len(value.text))
    return 0.0


def _film_at(value: FilmValue, medium: Medium, reader: Reader) -> Asset | Remote | None:
    """The file of the course, or the film on another host, that an address names; None, with a fault, for neither."""
    if is_remote(value.text):
        remote = remote_film(value.text, medium.endings, medium.noun)
        if isinstance(remote, Remote):
            return remote
        swap = (value.text, f"https:{value.text.removeprefix('http:')}")
        fix = swap if value.text.startswith(("http://", "//")) else None
        reader.fault(remote.rule, value.place, remote.message, remote.hint, len(value.text), fix)
        return None
    asset = asset_of(value, reader) or absent(value.text)
    if fault := _fault_of(asset, value.text, medium, reader):
        reader.fault(fault.rule, value.place, fault.message, fault.hint, len(value.text))
        return None
    return asset


def absent(address: str) -> Asset:
    """Stands for a file that is not there (reported by now), so that the rest of the film is still read."""
    return Asset(address, address, 0)


def second_film(value: FilmValue | None, reader: Reader) -> Asset | Remote | None:
    """A second film, with audio description or sign language: a file of the course, or on another host."""
    if value and is_remote(value.text):
        remote = _film_at(value, FILM, reader)
        if isinstance(remote, Remote) and remote.way != "file":
            message, hint = "a second film is a file, which the page can play beside the first", FILM.save
            reader.fault("MED-005", value.place, message, hint, len(value.text))
            return absent(value.text)
        return remote or absent(value.text)
    asset = asset_of(value, reader)
    if value is None or asset is None:
        return None
    fault = _fault_of(asset, value.text, FILM, reader)
    if fault:
        reader.fault(fault.rule, value.place, fault.message, fault.hint, len(value.text))
    return absent(value.text) if fault else asset


def _fault_of(asset: Asset, address: str, medium: Medium, reader: Reader) -> FileFault | None:
    """Why a file cannot be what a block shows; None for one that can."""
    if asset.source.lower().endswith(medium.endings):
        path = reader.addresses.assets.folder / asset.source
        return fault_of_link(path, asset.source) or _unfetched(path, asset.source, medium.noun)
    other = next((one for one in (FILM, RECORDING) if asset.source.lower().endswith(one.endings)), None)
    if other:
        word = "Watch" if other is FILM else "Listen"
        return FileFault(
            "MED-003", f"{address} is a {other.noun}, not a {medium.noun}", f"Begin the heading with `## {word}:`."
        )
    return FileFault("MED-003", f"{address} is not a {medium.noun} that every browser plays", medium.save)


def _unfetched(path: Path, named: str, noun: str) -> FileFault | None:
    """A file that stands for a film which was never fetched; one that cannot be opened is reported elsewhere."""
    try:
        with path.open("rb") as file:
            begin = file.read(len(_POINTER))
    except OSError:
        return None
    if begin == _POINTER:
        message = f"{named} is not the {noun} but a pointer of Git LFS to it"
        return FileFault("MED-003", message, "Run git lfs pull in the course folder.")
    if not begin:
        message = f"the file {named} is empty"
        return FileFault("MED-003", message, f"Copy the {noun} there again, and wait until all of it has come.")
    return None


def poster_of(value: FilmValue | None, reader: Reader) -> Asset | None:
    """The picture that stands in a film's place until it plays."""
    if value is None:
        return None
    shown = reader.addresses.picture(value.text.strip("<>"))
    if shown.problem:
        rule, message, hint = shown.problem
        fix = (value.text, shown.meant) if shown.meant else None
        reader.fault(rule, value.place, message, hint, len(value.text), fix)
    return shown.asset


def asset_of(value: FilmValue | None, reader: Reader) -> Asset | None:
    """The file that a value names; None, with a fault, when there is none."""
    if value is None or is_no_file(value, reader):
        return None
    try:
        return reader.addresses.assets.find(value.text.strip("<>"))
    except AssetProblem as problem:
        fix = (value.text, problem.meant) if problem.meant else None
        reader.fault(problem.rule, value.place, problem.message, problem.hint, len(value.text), fix)
        return None
