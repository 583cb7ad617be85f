"""`Watch`: a link to a film, then its tracks, one a line as `- key: value`."""

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import replace

from builder.model.blocks import Watch
from builder.model.content import Fragment, TextBlocks
from builder.model.media import Asset, Track
from builder.read.blocks.film_keys import (
    NO_FILE,
    FilmValue,
    is_no_file,
    loose_list,
    note_near_reason,
    read_keys,
    take_list,
    take_loose_keys,
)
from builder.read.blocks.film_pauses import read_pauses
from builder.read.blocks.language_names import LANGUAGE_NAMES
from builder.read.blocks.sections import Section
from builder.read.blocks.transcript import as_text, passages_of
from builder.read.files.assets import AssetProblem
from builder.read.files.linked import FileFault, fault_of_link
from builder.read.files.source import read_source
from builder.read.files.webvtt import parse_webvtt
from builder.read.language_tags import is_language
from builder.read.markdown.block_parser.parser import parse_blocks
from builder.read.markdown.block_reader import Reader
from builder.read.markdown.lines import Node
from builder.read.typography import typeset

FILMS = (".mp4", ".m4v", ".webm")
"""Files that every current browser plays."""

_LINK = re.compile(r"^\[((?:[^\[\]\\]|\\.)*)\]\((<[^<>]*>|[^()]*(?:\([^()]*\)[^()]*)*)\)$")
_NOT_NEEDED = re.compile(r"^not[ -]needed\b", re.IGNORECASE)
_CHANNEL = re.compile(
    r"//(?:[\w-]+\.)*(?:youtube(?:-nocookie)?\.com|youtu\.be|vimeo\.com|dailymotion\.com)(?:/|$)", re.IGNORECASE
)
"""Sites whose films are not for everybody to copy."""


def read_watch(section: Section, identifier: str, title: Fragment, reader: Reader) -> Watch | None:
    """The first paragraph is the link, the first list the keys; everything else is prose below the film."""
    assert section.heading is not None
    link = next((node for node in section.body if node.kind == "paragraph"), None)
    rows = next((node for node in section.body if node.kind == "list"), None)
    listed = [node for node in section.body if node is not link and loose_list(node)]
    rest = [node for node in section.body if node is not link and node is not rows and node not in listed]
    loose = [*take_loose_keys(link, reader), *(line for node in listed for line in take_list(node, reader))]
    found = _media(section, link, reader)
    keys = read_keys(rows, loose, reader)
    span = section.heading.place().span()
    captions = _captions(keys.values.get("captions", []), reader)
    watched, elsewhere = _watched(keys.first("watched"), reader)
    extras = {key: _film(keys.first(key), reader) for key in ("described", "sign")}
    descriptions = keys.first("descriptions")
    reason = ""
    if descriptions and (excused := _NOT_NEEDED.match(descriptions.text)):
        reason = _reason(descriptions, excused.end(), reader)
        descriptions = None
    elif descriptions and (none := NO_FILE.match(descriptions.text)):
        note_near_reason(descriptions, none.end(), reader)
        reason = descriptions.text
        descriptions = None
    chapters = keys.first("chapters")
    described = _track("descriptions", descriptions, reader) if descriptions else None
    transcript = _transcript(keys.first("transcript"), reader)
    pauses = read_pauses(keys.pauses, reader)
    passages = passages_of(captions[0], described, reader.language) if captions and transcript is None else ()
    if found is None:
        return None
    asset, words = found
    return Watch(
        identifier,
        title,
        asset,
        words,
        reader.blocks(rest),
        captions,
        _track("chapters", chapters, reader) if chapters else None,
        described,
        reason,
        extras["described"],
        extras["sign"],
        _poster(keys.first("poster"), reader),
        as_text(passages) if transcript is None else transcript,
        reader.engine.variables.filled(original.text) if (original := keys.first("original")) else "",
        watched,
        span,
        passages,
        elsewhere,
        pauses,
    )


def _media(section: Section, link: Node | None, reader: Reader) -> tuple[Asset, str] | None:
    heading = section.heading
    assert heading is not None
    if link is None:
        message = "there is no film below this heading"
        reader.fault("MED-001", heading.place(), message, "Add a line such as [Title of the film](media/film.mp4)")
        return None
    line = link.lines[0]
    text = line.text.strip()
    match = _LINK.match(text.removeprefix("!"))
    if not match or text.startswith("!") or len(link.lines) > 1:
        marked = text.startswith("![") and match and len(link.lines) == 1
        hint = (
            f"Write {text[1:]} without the exclamation mark."
            if marked
            else "Write [Title of the film](media/film.mp4) alone on its line."
        )
        message, fix = "a film is a link alone on its line", ("!", "") if marked else None
        reader.fault("MED-001", line.place(), message, hint, len(line.text), fix)
        return None
    address = match[2].strip().strip("<>")
    place = line.place(text.index("](") + 2)
    if re.match(r"[a-z][a-z0-9+.-]*:|//", address, re.IGNORECASE):
        message = "this film lies on another site, and a course loads nothing from elsewhere"
        hint = "Save the film into media/ and point to it there."
        if _CHANNEL.search(address):
            hint = (
                "Ask whoever made it for the file, and save it into media/. Otherwise delete the heading, and write in the "
                "text what it shows with an ordinary link: " + f"[{match[1]}]({address})"
            )
        reader.fault("A16", place, message, hint, len(address))
        return None
    asset = _asset(FilmValue(address, place), reader) or _absent(address)
    if fault := _fault_of_film(asset, address, reader):
        reader.fault(fault.rule, place, fault.message, fault.hint, len(address))
        return None
    return asset, typeset(reader.engine.variables.filled(re.sub(r"\\(.)", r"\1", match[1])), reader.language)


def _absent(address: str) -> Asset:
    """Stands for a file that is not there (reported by now), so that the rest of the film is still read."""
    return Asset(address, address, 0)


def _reason(value: FilmValue, end: int, reader: Reader) -> str:
    reason = value.text[end:].strip(' :,()"“”')
    if not reason:
        message = "no reason is given why this film needs no audio description"
        hint = "Write it in round brackets: - descriptions: not needed (all that is shown is said)"
        reader.fault("MED-002", value.place, message, hint, len(value.text))
    return reader.engine.variables.filled(reason)


def _film(value: FilmValue | None, reader: Reader) -> Asset | None:
    """A second film, with audio description or sign language."""
    asset = _asset(value, reader)
    if value is None or asset is None:
        return None
    fault = _fault_of_film(asset, value.text, reader)
    if fault:
        reader.fault(fault.rule, value.place, fault.message, fault.hint, len(value.text))
    return None if fault else asset


def _fault_of_film(asset: Asset, address: str, reader: Reader) -> FileFault | None:
    """Why a file cannot be a film of a course; None for one that can."""
    if asset.source.lower().endswith(FILMS):
        return fault_of_link(reader.addresses.assets.folder / asset.source, asset.source)
    hint = "Save it as MP4 (H.264 and AAC), and point to that file."
    return FileFault("MED-003", f"{address} is not a film that every browser plays", hint)


def _poster(value: FilmValue | None, reader: Reader) -> Asset | None:
    """The picture that stands in a film's place until it plays."""
    if value is None:
        return None
    shown = reader.addresses.picture(value.text.strip("<>"))
    if shown.problem:
        rule, message, hint = shown.problem
        fix = (value.text, shown.meant) if shown.meant else None
        reader.fault(rule, value.place, message, hint, len(value.text), fix)
    return shown.asset


def _asset(value: FilmValue | None, reader: Reader) -> Asset | None:
    if value is None:
        return None
    if is_no_file(value, reader):
        return None
    try:
        return reader.addresses.assets.find(value.text.strip("<>"))
    except AssetProblem as problem:
        fix = (value.text, problem.meant) if problem.meant else None
        reader.fault(problem.rule, value.place, problem.message, problem.hint, len(value.text), fix)
        return None


def _captions(values: Sequence[FilmValue], reader: Reader) -> tuple[Track, ...]:
    """The caption tracks; learners choose one by its name, so no two have the same."""
    tracks = [_track("captions", value, reader) for value in values]
    labels = Counter(track.label for track in tracks if track.cues)
    tags = Counter(track.language for track in tracks if track.cues)
    seen: set[str] = set()
    for index, (track, value) in enumerate(zip(tracks, values, strict=True)):
        if labels[track.label] > 1 and tags[track.language] == 1:
            tracks[index] = replace(track, label=f"{track.label} ({track.language})")
        elif track.cues and track.language in seen:
            message = f"another caption file of this film is in the same language, so learners would see “{track.label}” twice"
            hint = "Name the file by its language, such as talk.cy.vtt for Welsh, or delete one of the two lines."
            reader.fault("MED-002", value.place, message, hint, len(value.text))
        seen.add(track.language)
    return tuple(tracks)


def _track(kind: str, value: FilmValue, reader: Reader) -> Track:
    """The track that a value names; one without cues stands for one that cannot be read, which is reported."""
    asset = _asset(value, reader)
    missing = Track(kind, asset or _absent(value.text), reader.language, "", "", ())
    if asset is None:
        return missing
    source, faults = read_source(reader.addresses.assets.folder, asset.source)
    reader.diagnostics.extend(faults)
    if source is None:
        return missing
    if not asset.name.endswith(".vtt"):
        kind = " but a SubRip (SRT) file" if asset.name.lower().endswith(".srt") else ""
        message = f"{value.text} is not a WebVTT file{kind}"
        reader.fault(
            "A07",
            value.place,
            message,
            "Save the captions as WebVTT, with the ending .vtt.",
            len(value.text),
        )
        return missing
    cues, wrong = parse_webvtt(source)
    reader.diagnostics.extend(wrong)
    if not cues:
        return missing
    tagged = re.search(r"\.([a-z]{2,3}(?:-[A-Za-z]{2,4})?)\.vtt$", asset.source)
    language = tagged[1] if tagged and is_language(tagged[1]) else reader.language
    label = LANGUAGE_NAMES.get(language.split("-")[0].lower(), language)
    return Track(kind, asset, language, label, "\n".join(source.lines), cues)


def _transcript(value: FilmValue | None, reader: Reader) -> TextBlocks | None:
    """The author's own; None when there is none, or none that can be read."""
    if value is None:
        return None
    if is_no_file(value, reader):
        return None
    try:
        path = reader.addresses.assets.path_of(value.text.strip("<>"))
    except AssetProblem as problem:
        fix = (value.text, problem.meant) if problem.meant else None
        reader.fault(problem.rule, value.place, problem.message, problem.hint, len(value.text), fix)
        return None
    if not path.lower().endswith((".md", ".txt")):
        message = f"{value.text} is not a text file"
        reader.fault(
            "A09",
            value.place,
            message,
            "Save the transcript as markdown, with the ending .md.",
            len(value.text),
        )
        return None
    source, faults = read_source(reader.addresses.assets.folder, path)
    reader.diagnostics.extend(faults)
    if source is None:
        return None
    nodes, _ = parse_blocks(source)
    reader.sources[source.path] = source.lines
    return reader.blocks(nodes)


def _watched(value: FilmValue | None, reader: Reader) -> tuple[int | None, bool]:
    """Percent to be watched, and whether it counts that she has watched it elsewhere."""
    if value is None:
        return None, False
    match = re.fullmatch(r"(\d{1,3}) ?%?( or elsewhere)?", value.text)
    if not match or not 1 <= int(match[1]) <= 100:
        reader.fault(
            "MED-002",
            value.place,
            '"watched" must be a percentage from 1 to 100',
            "Write for example - watched: 90%, or - watched: 90% or elsewhere",
            len(value.text),
        )
        return None, False
    return int(match[1]), match[2] is not None
