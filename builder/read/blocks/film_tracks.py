"""What goes with a film or a recording: captions, chapters, descriptions, a transcript."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import replace

from builder.model.content import TextBlocks
from builder.model.diagnostics import as_argument
from builder.model.interface.language_names import LANGUAGE_NAMES
from builder.model.media import Track
from builder.read.blocks.film_keys import FilmValue, is_no_file
from builder.read.blocks.film_source import absent, asset_of
from builder.read.files.assets import AssetProblem
from builder.read.files.source import read_source
from builder.read.files.webvtt import parse_webvtt
from builder.read.language_tags import IN_NAME, is_language
from builder.read.markdown.block_parser.parser import parse_blocks
from builder.read.markdown.block_reader import Reader


def captions_of(values: Sequence[FilmValue], reader: Reader) -> tuple[Track, ...]:
    """The caption tracks; learners choose one by its name, so no two have the same."""
    tracks = [track_of("captions", value, reader) for value in values]
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


def track_of(kind: str, value: FilmValue, reader: Reader) -> Track:
    """The track that a value names; one without cues stands for one that cannot be read, which is reported."""
    asset = asset_of(value, reader)
    missing = Track(kind, asset or absent(value.text), reader.language, "", "", ())
    if asset is None:
        return missing
    source, faults = read_source(reader.addresses.assets.folder, asset.source)
    reader.diagnostics.extend(faults)
    if source is None:
        return missing
    if not asset.name.endswith(".vtt"):
        told = {"srt": " but a SubRip (SRT) file", "sbv": " but a file of YouTube (SBV)"}.get(
            asset.name.rpartition(".")[2]
        )
        message = f"{value.text} is not a WebVTT file{told or ''}"
        hint = "Save the captions as WebVTT, with the ending .vtt."
        if told and kind == "captions":
            hint = (
                f"Run satchel media --captions {as_argument(value.text)} to make WebVTT of it, and name that file here."
            )
        reader.fault("A07", value.place, message, hint, len(value.text))
        return missing
    cues, wrong = parse_webvtt(source, kind)
    reader.diagnostics.extend(wrong)
    if not cues:
        return missing
    tagged = IN_NAME.search(asset.source)
    language = tagged[1] if tagged and is_language(tagged[1]) else reader.language
    label = LANGUAGE_NAMES.get(language.split("-")[0].lower(), language)
    return Track(kind, asset, language, label, "\n".join(source.lines), cues)


def transcript_of(value: FilmValue | None, reader: Reader) -> TextBlocks | None:
    """The author's own; None when there is none, or none that can be read."""
    if value is None or is_no_file(value, reader):
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
    if path in reader.addresses.modules:
        message = f"{value.text} is a module of the course too, as every .md file beside course.yml is"
        hint = f"Move it into media/, and write - transcript: media/{path}"
        reader.fault("A09", value.place, message, hint, len(value.text))
        return None
    source, faults = read_source(reader.addresses.assets.folder, path)
    reader.diagnostics.extend(faults)
    if source is None:
        return None
    nodes, _ = parse_blocks(source)
    reader.sources[source.path] = source.lines
    return reader.blocks(nodes)
