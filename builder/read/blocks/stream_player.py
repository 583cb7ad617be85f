"""`stream-player` in course.yml: the file of hls.js, known by its checksum."""

import hashlib
from types import MappingProxyType

from builder.model.diagnostics import Diagnostic, Fix, Span
from builder.model.media import StreamPlayer
from builder.read.files.assets import AssetProblem
from builder.read.files.source import Source
from builder.read.links import Addresses
from builder.read.settings.values import CourseSettings
from builder.read.settings.yaml_spans import Settings

LICENCE = "LICENSE.txt"
"""Name of its licence, in the same folder."""
BUILDS = MappingProxyType({"1.7.4": "cfc70cc9e9fc63d071919e087670abc760c8fd1bc889b88588026e4d22193bbe"})
"""Versions of hls.js that were tried, each with the SHA-256 of its `dist/hls.min.js`."""
_REMEDY = "Run satchel stream-player, which fetches it and its licence."


def read_stream_player(
    chosen: CourseSettings, settings: Settings, source: Source | None, addresses: Addresses
) -> tuple[StreamPlayer | None, list[Diagnostic]]:
    """The player that the settings name, and what is wrong with it.

    It runs in the page, beside all that learners write. So no script is taken but one that Satchel knows.
    """
    address = chosen.stream_player
    if not address or source is None:
        return None, []
    line, column = settings.place(("stream-player",))
    column += source.line(line)[column - 1 : column] in {'"', "'"}

    def fault(message: str, hint: str, fix: Fix = None) -> tuple[None, list[Diagnostic]]:
        return None, [source.fault("MED-007", line, column, message, hint, len(address), fix)]

    folder = addresses.assets.folder
    try:
        path = addresses.assets.path_of(address)
        known = hashlib.sha256((folder / path).read_bytes()).hexdigest() in BUILDS.values()
    except AssetProblem as problem:
        fix = (address, problem.meant) if problem.meant else None
        return fault(problem.message, problem.hint if fix else _REMEDY, fix)
    except OSError as problem:
        return fault(f"{address} cannot be read: {problem.strerror}", _REMEDY)
    if not known:
        return fault(f"{address} is not hls.js {' or '.join(BUILDS)}, and no other script may run in a course", _REMEDY)
    try:
        licence = addresses.assets.find(f"{address.rpartition('/')[0]}/{LICENCE}".lstrip("/"))
    except AssetProblem:
        return fault(f"the licence of {address} is not beside it, as {LICENCE}", _REMEDY)
    place = Span(source.path, line, column, len(address))
    return StreamPlayer(addresses.assets.find(address), licence, place, source.line(line)), []
