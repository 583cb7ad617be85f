"""Films are open to those who cannot hear or see them."""

import re
from collections import Counter
from collections.abc import Iterator

from builder.check.film.captions import check_captions
from builder.check.film.lengths import check_lengths
from builder.check.places import excerpt_of
from builder.model.blocks import Watch
from builder.model.content import words
from builder.model.content.rolling_captions import without_repeats
from builder.model.course import Course
from builder.model.diagnostics import Diagnostic
from builder.model.rules import fault

DIFFERENCE = 0.1
"""Share of the words in the captions that a transcript may lack."""
LONG_FILM = 600
"""Seconds beyond which a film needs chapters."""

_WORD = re.compile(r"[^\W_]+")


def check_films(course: Course) -> Iterator[Diagnostic]:
    """A06, A08, A09, MED-009, W04 to W06, W15 and W22: captions, a transcript, chapters and audio description for every film.

    A recording that is heard alone needs a transcript (WCAG 2.2, 1.2.1).
    """
    for module in course.modules:
        for block in module.blocks:
            if isinstance(block, Watch):
                excerpt = excerpt_of(module, block.span)
                yield from _words(block, excerpt) if block.audio or block.away else ()
                yield from () if block.audio else _film(block, excerpt)
                yield from check_captions(block)
                yield from _transcript(block, excerpt)
                yield from _chapters(block, excerpt)
                yield from check_lengths(block, excerpt)


def _film(film: Watch, excerpt: str) -> Iterator[Diagnostic]:
    """Captions of a film at a service are the service's; its words must be in the course all the same."""
    if film.away:
        pass
    elif not film.captions:
        stem = film.stem if film.remote else film.media.source.rpartition(".")[0]
        hint = f"Add a line `- captions: {stem}.en.vtt` below the link."
        yield fault("A06", film.span, f"the film {film.media.source} has no captions", hint, excerpt)
    elif not film.transcript and film.captions[0].cues:
        yield fault(
            "A09",
            film.span,
            f"the film {film.media.source} has no transcript",
            "Add a line `- transcript: ...`.",
            excerpt,
        )
    if film.described and film.described.source == film.media.source:
        message = f'"described" names the film itself, {film.media.source}'
        hint = "Name the film that has audio description, or delete the line."
        yield fault("W04", film.span, message, hint, excerpt)
    if not (film.descriptions or film.described or film.described_because):
        message = f"the film {film.media.source} has no audio description, and no reason why it needs none"
        hint = "Add `- descriptions: not needed (only the speaker is shown)` below the link, if that is so, or a .vtt file or a second film."
        yield fault("W04", film.span, message, hint, excerpt)


def _words(film: Watch, excerpt: str) -> Iterator[Diagnostic]:
    if not film.transcript and not film.captions:
        stem = film.stem if film.remote else film.media.source.rpartition(".")[0]
        message = f"the {film.noun} {film.media.source} has no transcript"
        hint = f"Add a line `- captions: {stem}.en.vtt` or `- transcript: {stem}.md` below the link."
        yield fault("A09", film.span, message, hint, excerpt)


def _transcript(film: Watch, excerpt: str) -> Iterator[Diagnostic]:
    """W06: what is said in the captions is in the author's transcript; a transcript may say more than they do."""
    if not film.captions or not film.transcript or film.passages:
        return  # what is made of the captions says what they say, rolling ones once
    said = Counter(_WORD.findall(" ".join(cue.text for cue in without_repeats(film.captions[0].cues)).casefold()))
    written = Counter(_WORD.findall(words(film.transcript).casefold()))
    missing = said - written
    share = missing.total() / max(1, said.total())
    if share > DIFFERENCE:
        lacking = ", ".join(word for word, _ in missing.most_common(5))
        message = (
            f"{share:.0%} of the words in the captions of {film.media.source} are not in its transcript: {lacking}"
        )
        hint = (
            "Make both say the same, or delete the line `- transcript: ...`: Satchel then makes one from the captions."
        )
        yield fault("W06", film.span, message, hint, excerpt)


def _chapters(film: Watch, excerpt: str) -> Iterator[Diagnostic]:
    """W15. A film on another host does not say its length: it goes on at least as long as its captions."""
    captioned = max((cue.end for track in film.captions for cue in track.cues), default=0.0)
    minutes = (film.media.seconds or captioned) / 60
    if minutes * 60 <= LONG_FILM or (film.chapters and len(film.chapters.cues) > 1):
        return
    stem = film.stem if film.remote else film.media.source.rpartition(".")[0]
    lacks, hint = "no chapters", f"Add a line `- chapters: {stem}.chapters.vtt` below the link, or cut the {film.noun}."
    if film.chapters and film.chapters.cues:
        lacks, hint = (
            "one chapter only",
            f"Let a chapter begin in {film.chapters.asset.source} wherever the subject changes.",
        )
    elif film.chapters:
        return  # chapters that cannot be read are reported as such
    message = f"the {film.noun} {film.media.source} has {minutes:.0f} minutes and {lacks}"
    yield fault("W15", film.span, message, hint, excerpt)
