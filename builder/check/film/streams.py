"""MED-008: a player for streams is there for a film that is one."""

from collections.abc import Iterator

from builder.model.blocks import stream_hosts
from builder.model.course import Course
from builder.model.diagnostics import Diagnostic
from builder.model.rules import fault


def check_stream_player(course: Course) -> Iterator[Diagnostic]:
    """A player that nothing in the course needs."""
    player = course.stream_player
    if player and not stream_hosts(course.all_films):
        message = f"no film of this course is a stream, and this player has {round(player.file.size / 1000)} KB"
        yield fault("MED-008", player.place, message, "Delete this line.", player.excerpt)
