"""Which modules of the source have changed since `satchel translate` wrote the folder of a language."""

import json
from collections.abc import Mapping
from contextlib import suppress
from hashlib import sha256
from pathlib import Path
from typing import Any

from builder.model.course import Course

LEDGER = "translated.json"
"""The file in that folder that says what was written there, and from what."""


def changed_since(source: Course, folder: Path) -> frozenset[str]:
    """Paths of those modules: their own text has changed, or that of a fragment which they include.

    A file that somebody has edited in the folder since counts as translated anew. Nothing is known of a folder that was
    made by hand.
    """
    ledger = _ledger(folder)
    written, origins = ledger.get("files"), ledger.get("sources")
    if not isinstance(written, dict) or not isinstance(origins, dict):
        return frozenset()
    paths = {module.span.path for module in source.modules}
    changed = {
        path
        for path in (*paths, *source.includes)
        if path in origins
        and _digest(source.folder / path) != origins[path]
        and _digest(folder / path) == written.get(path)
    }
    including = {place.path for path in changed for place in source.includes.get(path, ())}
    return frozenset((changed | including) & paths)


def _ledger(folder: Path) -> Mapping[str, Any]:
    with suppress(OSError, ValueError):
        found = json.loads((folder / LEDGER).read_text(encoding="utf-8"))
        return found if isinstance(found, dict) else {}
    return {}


def _digest(path: Path) -> str:
    with suppress(OSError):
        return sha256(path.read_bytes()).hexdigest()
    return ""
