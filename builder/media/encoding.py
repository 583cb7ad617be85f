"""Makes films fit for the web, each whole or not at all; the author's own file is always kept."""

import os
import shutil
import subprocess
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from tempfile import TemporaryFile

from builder.media.ledger import Entry, Ledger, sha256
from builder.media.planning import Plan, arguments
from builder.media.probing import Probe, Unreadable, probe, reading
from builder.originals import keep_original
from builder.package.atomic_write import scratch_folder

_SHORTER = 1.0
"""Seconds by which a film may be shorter than it was, as containers count differently; of a long one a hundredth."""


@dataclass(frozen=True, slots=True)
class Made:
    """What became of a film."""

    path: str
    """The author's file, relative to the course folder."""
    outcome: str
    """`made`, `done before`, `no smaller`, or `failed`."""
    target: str = ""
    """What was made, relative to the course folder."""
    before: int = 0
    """Bytes of the author's file."""
    after: int = 0
    """Bytes of what was made."""
    kept: str = ""
    """Where the author's file is now, when another has its name."""
    words: str = ""
    """What was done, or why it failed."""


def encode(folder: Path, path: str, found: Probe, work: Plan, ledger: Ledger, progress: Callable[[str], None]) -> Made:
    """Make a film by its plan. A failure is an outcome, and leaves all files as they were. Raises MissingTool."""
    source, target = folder / path, folder / work.target
    digest, before = sha256(source), source.stat().st_size
    if any(not entry.made for entry in ledger.of(digest, work.settings)):
        return Made(path, "no smaller", before=before)
    whole = ledger.copy_of(digest, work.settings)
    if whole == target:
        return Made(path, "done before", work.target, before, target.stat().st_size)
    try:
        with scratch_folder(target.parent) as scratch:
            made = scratch / target.name
            if whole:
                shutil.copy2(whole, made)
            else:
                _run(source, made, found, work, progress)
                _refuse_cut(made, found)
            after = made.stat().st_size
            smaller_wanted = work.picture == "encode" and target == source
            if smaller_wanted and after >= before and found.video and found.video.codec == "h264" and not found.late:
                ledger.add(Entry(digest, work.settings, "", work.target))
                return Made(path, "no smaller", before=before, after=after)
            kept = _put(made, target, ledger)
        ledger.add(Entry(digest, work.settings, sha256(target), work.target))
    except (Unreadable, OSError) as problem:
        return Made(path, "failed", before=before, words=str(problem))
    where = kept.relative_to(folder).as_posix() if kept else ""
    return Made(path, "made", work.target, before, after, where, work.in_words)


def _put(made: Path, target: Path, ledger: Ledger) -> Path | None:
    """Let a finished file take its place in one step; gives where the author's own is kept, if one had its name."""
    with made.open("rb") as file:
        os.fsync(file.fileno())
    kept = keep_original(target) if target.exists() and not ledger.has_made(target) else None
    made.replace(target)
    return kept


def _run(source: Path, made: Path, found: Probe, work: Plan, progress: Callable[[str], None]) -> None:
    command = [*reading(source), "-y", "-loglevel", "error", "-progress", "pipe:1", *arguments(work), str(made)]
    with TemporaryFile() as said, subprocess.Popen(command, stdout=subprocess.PIPE, stderr=said) as process:
        assert process.stdout is not None
        try:
            for line in process.stdout:
                if (share := share_done(line.decode(errors="replace"), found.seconds)) is not None:
                    progress(f"Encoding {source.name}, {share:.0%}")
        except BaseException:
            process.kill()  # whoever stops the command does not wait for the film
            raise
        if process.wait():
            said.seek(0)
            lines = [line.strip() for line in said.read().decode(errors="replace").splitlines() if line.strip()]
            raise Unreadable(lines[-1] if lines else f"ffmpeg stopped with status {process.returncode}")


def share_done(line: str, seconds: float) -> float | None:
    """How much of a film is done, 0 to 1, by a line of ffmpeg's `-progress`; None for a line about something else."""
    name, _, value = line.strip().partition("=")
    if name != "out_time_us" or not value.lstrip("-").isdigit() or not seconds:
        return None
    return min(1.0, max(0.0, int(value) / 1e6 / seconds))


def _refuse_cut(made: Path, found: Probe) -> None:
    """Raise Unreadable for a film that lacks its end, its picture or its sound: a damaged source ends without an error."""
    outcome = probe(made)
    if outcome.seconds < found.seconds - max(_SHORTER, found.seconds / 100):
        raise Unreadable(
            f"it can be decoded up to {outcome.seconds:.0f} of {found.seconds:.0f} seconds: is it damaged?"
        )
    if (found.video and not outcome.video) or (found.audio and not outcome.audio):
        raise Unreadable("its picture or its sound cannot be decoded")
