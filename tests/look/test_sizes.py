"""What each kind of block adds to what every learner loads."""

import gzip
import json

from builder.kinds import KINDS
from tests.bench.weight import sent, shares
from tests.conftest import ROOT
from tests.node import node

MOST = 2 * 1024
"""Bytes of a component's script and style sheet together, minified and gzipped by themselves."""
COMPONENTS = sorted({kind.component for kind in KINDS} | {"callout"})
APART = {"film"}
"""Its script comes with films alone, and has a limit of its own (`test_bundles.py`)."""
PANEL = ("tools", "reading", "search", "aloud", "my-notes")
"""What a learner reads with: how the page looks, search, reading aloud, notes and highlights."""


def test_each_block_takes_little() -> None:
    """As esbuild writes them; in a bundle they take less, for their words are packed with those of others."""
    sources = [
        str(path.relative_to(ROOT))
        for name in COMPONENTS
        for ending in ("js", "css")
        if (path := ROOT / "templates" / "components" / name / f"{name}.{ending}").exists()
    ]
    done = node("tests/look/minified.mjs", *sources, cwd=ROOT)
    assert done.returncode == 0, done.stderr
    texts: dict[str, str] = json.loads(done.stdout)
    sizes = {
        name: len(gzip.compress("".join(text for path, text in texts.items() if f"/{name}/" in path).encode(), mtime=0))
        for name in COMPONENTS
    }
    assert {name: size for name, size in sizes.items() if size > MOST and name not in APART} == {}, sizes


def test_the_tools_that_one_reads_with_take_little() -> None:
    """Their part of the script that every learner loads, as `make bench` tells it: 6 KB as a server sends it."""
    done = node("bundle.mjs", "--sizes", cwd=ROOT)
    assert done.returncode == 0, done.stderr
    sizes = shares(("scorm2004.js",), json.loads(done.stdout))
    panel = {name: sizes[f"components/{name}"] for name in PANEL}
    assert all(panel.values()) and sum(panel.values()) <= 6 * 1024, panel
    assert sum(sizes.values()) > 0.9 * sent("scorm2004.js"), "what is not told counts nowhere"
