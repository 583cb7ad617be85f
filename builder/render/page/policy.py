"""The Content-Security-Policy of a course's page: it names the hosts of its films, and no other."""

from collections.abc import Iterable, Mapping

from builder.model.blocks import stream_hosts
from builder.model.contract import POLICY
from builder.model.course import Course


def policy_of(course: Course) -> str:
    """The policy of all pages, with the hosts from which this course plays films, and those of players in frames.

    The player of streams fetches their parts itself.
    """
    more = {
        "media-src": _origins(course.film_hosts),
        "connect-src": _origins(stream_hosts(course.all_films) if course.stream_player else ()),
        "frame-src": _origins(course.frame_hosts),
    }
    return "; ".join(_with(directive, more) for directive in POLICY.split("; ")) if any(more.values()) else POLICY


def _origins(hosts: Iterable[str]) -> list[str]:
    return [f"https://{host}" for host in hosts]


def _with(directive: str, more: Mapping[str, list[str]]) -> str:
    name, *sources = directive.split()
    added = more.get(name, [])
    return " ".join([name, *(source for source in sources if not added or source != "'none'"), *added])
