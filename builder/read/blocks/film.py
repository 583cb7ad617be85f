"""`Watch` and `Listen`: a link to a film or a recording, then what belongs to it, one a line as `- key: value`."""

import re

from builder.model.blocks import Watch
from builder.model.content import Fragment
from builder.model.media import Asset, Remote
from builder.read.blocks.film_keys import (
    FilmValue,
    loose_list,
    read_keys,
    take_list,
    take_loose_keys,
)
from builder.read.blocks.film_pauses import read_pauses
from builder.read.blocks.film_reason import descriptions_of
from builder.read.blocks.film_source import FILM, RECORDING, Medium, media_of, poster_of, report_further, second_film
from builder.read.blocks.film_tracks import captions_of, track_of, transcript_of
from builder.read.blocks.sections import Section
from builder.read.blocks.transcript import as_text, passages_of
from builder.read.markdown.block_reader import Reader
from builder.read.markdown.figures import descriptions_apart, refuse_description
from builder.read.settings.keys.key import said


def read_watch(section: Section, identifier: str, title: Fragment, reader: Reader) -> Watch | None:
    """The first paragraph is the link, the first list the keys; everything else is prose below the film."""
    return _read(section, identifier, title, FILM, reader)


def read_listen(section: Section, identifier: str, title: Fragment, reader: Reader) -> Watch | None:
    """The same with a recording, which has no picture and nothing that goes with one."""
    return _read(section, identifier, title, RECORDING, reader)


def _read(section: Section, identifier: str, title: Fragment, medium: Medium, reader: Reader) -> Watch | None:
    assert section.heading is not None
    link = next((node for node in section.body if node.kind == "paragraph"), None)
    rows = next((node for node in section.body if node.kind == "list"), None)
    listed = [node for node in section.body if node is not link and loose_list(node)]
    rest = [node for node in section.body if node is not link and node is not rows and node not in listed]
    loose = [*take_loose_keys(link, reader), *(line for node in listed for line in take_list(node, reader))]
    pictured = any(node.kind == "paragraph" and node.lines[0].text.startswith("![") for node in rest)
    for node in () if pictured else descriptions_apart(rest):
        hint = "Write what is shown into a WebVTT file, and name it in the list: - descriptions: media/film.descriptions.vtt ."
        if medium is RECORDING:
            hint = "A recording shows nothing: write these words as text."
        refuse_description(node, f"a {medium.noun} has no description below it", hint, reader)
    found = media_of(section, link, title.text, medium, reader)
    report_further(rest, medium, reader)
    keys = read_keys(rows, loose, medium.noun, reader)
    captions = captions_of(keys.values.get("captions", []), reader)
    watched, elsewhere = _watched(keys.first("watched"), reader)
    described, sign = (second_film(keys.first(key), reader) for key in ("described", "sign"))
    descriptions, reason = descriptions_of(keys, reader)
    seen = track_of("descriptions", descriptions, reader) if descriptions else None
    chapters = keys.first("chapters")
    transcript = transcript_of(keys.first("transcript"), reader)
    pauses = read_pauses(keys.pauses, reader)
    passages = passages_of(captions[0], seen, reader.language) if captions and transcript is None else ()
    if found is None:
        return None
    media, words, begins = found
    return Watch(
        id=identifier,
        title=title,
        media=media,
        link_text=words,
        prose=reader.blocks(rest),
        captions=captions,
        chapters=track_of("chapters", chapters, reader) if chapters else None,
        descriptions=seen,
        described_because=reason,
        described=described,
        sign=sign,
        poster=poster_of(keys.first("poster"), reader),
        transcript=as_text(passages) if transcript is None else transcript,
        original=said(reader.engine.variables.filled(original.text)) if (original := keys.first("original")) else "",
        watched=watched,
        span=section.heading.place().span(),
        passages=passages,
        elsewhere=elsewhere,
        pauses=pauses,
        audio=medium is RECORDING,
        frame=_frame(keys.first("frame"), media, reader),
        begins=begins,
    )


def _frame(value: FilmValue | None, media: Asset | Remote, reader: Reader) -> bool:
    if value is None:
        return False
    at_service = isinstance(media, Remote) and media.away
    if not at_service or value.text.lower() != "yes":
        message = (
            '"frame" is "yes", or the line is left out'
            if at_service
            else "only a film at YouTube or Vimeo is shown in a frame"
        )
        hint = "Write - frame: yes" if at_service else "Delete the line."
        reader.fault("MED-002", value.place, message, hint, len(value.text))
    return at_service


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
