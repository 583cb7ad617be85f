"""Engines of others that are asked as well: axe always, IBM Equal Access and HTML_CodeSniffer where they are installed."""

from builder.evidence.engines.axe import axe_version
from builder.evidence.engines.installed import HTMLCS, IBM, version_of


def versions() -> dict[str, str]:
    """Name of each engine that is used, and its version."""
    more = {engine.name: version for engine in (IBM, HTMLCS) if (version := version_of(engine))}
    return {"axe-core": axe_version(), **more}


def missing() -> tuple[str, ...]:
    """A sentence for each engine that is not there to be asked."""
    return tuple(
        f"{engine.name} was not asked: it is not installed. Run: satchel engines"
        for engine in (IBM, HTMLCS)
        if not version_of(engine)
    )
