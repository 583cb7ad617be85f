"""The bundles of `templates/bundles/`, and whether they were made from the sources as they are now."""

import json
from hashlib import sha256
from pathlib import Path

ROOT = Path(__file__).parents[1]
BUNDLES = ROOT / "templates" / "bundles"
REMEDY = "run make bundle"

SCRIPTS_LIMIT, STYLES_LIMIT, FILM_LIMIT = 60 * 1024, 14 * 1024, 9 * 1024
"""Bytes, gzipped as a server sends them: scripts of a SCORM 2004 package, the style sheet, the script of films."""


def recorded() -> dict[str, str]:
    """SHA-256 of each source, by its path from the top folder, when the bundles were made."""
    return dict(_written()["sources"])


def made_bundles() -> dict[str, str]:
    """SHA-256 of each bundle, by its name, when it was made."""
    return dict(_written()["bundles"])


def _written() -> dict[str, dict[str, str]]:
    found: dict[str, dict[str, str]] = json.loads((BUNDLES / "sources.json").read_text(encoding="utf-8"))
    return found


def changed_sources() -> list[str]:
    """Sources that are not what they were when the bundles were made; needs no Node."""
    return [path for path, digest in recorded().items() if _digest(ROOT / path) != digest]


def _digest(path: Path) -> str:
    """SHA-256 of a text with line feeds, as `bundle.mjs` counts it; empty when there is no such file."""
    return sha256(path.read_bytes().replace(b"\r\n", b"\n")).hexdigest() if path.is_file() else ""
