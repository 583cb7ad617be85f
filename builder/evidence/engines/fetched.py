"""Fetches the engines that come from npm."""

from pathlib import Path

from builder.evidence.engines.installed import ENGINES, engines_folder, source_of, version_of
from builder.programs import fetch_from_npm


def fetch_engines() -> Path:
    """Put both into their folder, in the versions that were tried; gives it. Raises MissingTool and BuilderError."""
    folder = engines_folder()
    folder.mkdir(parents=True, exist_ok=True)
    fetch_from_npm([f"{engine.package}@{engine.version}" for engine in ENGINES], folder, "the engines")
    for remembered in (source_of, version_of):
        remembered.cache_clear()
    return folder
