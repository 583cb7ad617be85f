"""What of the source has changed since `satchel translate` wrote the folder of a language."""

import json
from collections.abc import Callable, Mapping
from contextlib import suppress
from dataclasses import dataclass, field
from hashlib import sha256
from pathlib import Path
from typing import Any

from builder.model.course import Course
from builder.model.diagnostics import Diagnostic

LEDGER = "translated.json"
"""The file in that folder that says what was written there, and from what."""


@dataclass(frozen=True, slots=True)
class Renewal:
    """A translation as it is now that its source has changed: what still holds, and the rest in the words of the source."""

    files: Mapping[Path, bytes] = field(default_factory=dict)
    """What is read in place of files in the folder of the language, by resolved paths."""
    found: tuple[Diagnostic, ...] = ()
    """Where the source has changed, by paths in its own folder."""


Renew = Callable[[Course, str, frozenset[str]], Renewal | None]
"""A source, the tag of a language and the files that have changed -> its renewal; None where there is no way to make one."""


def changed_since(source: Course, folder: Path) -> frozenset[str]:
    """Text files of the source that have changed: modules, glossary, settings, fragments, captions and transcripts.

    A file that somebody has edited in the folder since counts as translated anew. Nothing is known of a folder that was
    made by hand.
    """
    ledger = _ledger(folder)
    written, origins, names = (_texts(ledger.get(key)) for key in ("files", "sources", "names"))
    return frozenset(
        path
        for path, digest in origins.items()
        if digest_of(source.folder / path) not in {digest, ""}
        and digest_of(folder / names.get(path, path)) == written.get(names.get(path, path))
    )


def left_over(source: Course, folder: Path) -> Mapping[str, str]:
    """Files in the folder of a language whose source is gone: each with the SHA-256 of what it was written from.

    `satchel translate` deletes them the next time. One that somebody has edited is not among them.
    """
    ledger = _ledger(folder)
    written, origins, names = (_texts(ledger.get(key)) for key in ("files", "sources", "names"))
    gone = {names.get(path, path): digest for path, digest in origins.items() if not (source.folder / path).is_file()}
    return {name: digest for name, digest in gone.items() if digest_of(folder / name) == written.get(name)}


def modules_of(source: Course, changed: frozenset[str]) -> frozenset[str]:
    """Paths of the modules among files that have changed, and of those that include one of the others."""
    including = {place.path for path in changed for place in source.includes.get(path, ())}
    return (changed | including) & {module.span.path for module in source.modules}


def _texts(value: object) -> Mapping[str, str]:
    entries = value.items() if isinstance(value, dict) else ()
    return {str(key): text for key, text in entries if isinstance(text, str)}


def _ledger(folder: Path) -> Mapping[str, Any]:
    with suppress(OSError, ValueError):
        found = json.loads((folder / LEDGER).read_text(encoding="utf-8"))
        return found if isinstance(found, dict) else {}
    return {}


def digest_of(path: Path) -> str:
    """SHA-256 of a file; empty when it cannot be read."""
    with suppress(OSError):
        return sha256(path.read_bytes()).hexdigest()
    return ""
