"""Films are open to those who cannot hear or see them."""

from collections.abc import Iterator

from builder.model.course import Course, Watch
from builder.model.diagnostics import Diagnostic
from builder.model.rules import fault


def check_films(course: Course) -> Iterator[Diagnostic]:
    """A06, A09 and W04: captions, a transcript, and audio description for every film."""
    for module in course.modules:
        for block in module.blocks:
            if isinstance(block, Watch):
                yield from _film(block)


def _film(film: Watch) -> Iterator[Diagnostic]:
    excerpt = f"## Watch: {film.title.text}"
    if not film.captions:
        stem = film.media.source.rpartition(".")[0]
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
    if not (film.descriptions or film.described or film.described_because):
        message = f"the film {film.media.source} has no audio description, and no reason why it needs none"
        hint = "Add `- descriptions: not needed (all that is shown is said)` below the link, if that is so, or a .vtt file or a second film."
        yield fault("W04", film.span, message, hint, excerpt)
