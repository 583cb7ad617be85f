"""What a learner's browser loads beside the page, and how much of it each feature has.

    python tests/bench/weight.py

Sent is gzipped, as a server sends it. The part of a feature in it goes by its length: what two features have in common is
compressed once.
"""

import gzip
import json
import sys
from collections import Counter
from collections.abc import Iterable
from pathlib import Path, PurePosixPath

sys.path.insert(0, str(Path(__file__).resolve().parents[2]))

from tests.bundles import BUNDLES, FILM_LIMIT, ROOT, SCRIPTS_LIMIT, STYLES_LIMIT
from tests.node import node

PACKAGE, FILM, STYLES = ("scorm2004.js", "record.js"), ("film.js",), ("course.css",)
"""Files of a SCORM 2004 package, which has the longest scripts; what a course with films has beside them; its style sheet."""


def sent(name: str) -> int:
    """Bytes of a bundle as a server sends it."""
    return len(gzip.compress((BUNDLES / name).read_bytes(), mtime=0))


def feature_of(source: str) -> str:
    """The room or component that a source belongs to: `components/film`, `runtime/session`."""
    return "/".join(PurePosixPath(source).parts[1:3]) if source.count("/") > 2 else PurePosixPath(source).parts[1]


def shares(bundles: Iterable[str], sizes: dict[str, dict[str, int]]) -> Counter[str]:
    """Bytes sent of each feature in some bundles."""
    found: Counter[str] = Counter()
    for name in bundles:
        whole = (BUNDLES / name).stat().st_size
        for source, size in sizes[name].items():
            found[feature_of(source)] += round(sent(name) * size / whole)
    return found


def main() -> None:
    """The command."""
    done = node("bundle.mjs", "--sizes", cwd=ROOT)
    if done.returncode:
        sys.exit(done.stderr or "run `python tests/prepare.py` first")
    sizes = json.loads(done.stdout)
    print("bundle                   bytes       sent")
    for name in sizes:
        print(f"{name:<20} {(BUNDLES / name).stat().st_size:>9,} {sent(name):>10,}")
    scripts, styles = (sum(map(sent, names)) for names in (PACKAGE, STYLES))
    print(
        f"\nsent with a SCORM 2004 package: scripts {scripts:,} of {SCRIPTS_LIMIT:,}, style sheet {styles:,} of {STYLES_LIMIT:,}"
    )
    print(f"and with films: {sum(map(sent, FILM)):,} of {FILM_LIMIT:,}\n")
    print("feature                scripts sent   style sheet sent")
    of_scripts, of_styles = shares(PACKAGE + FILM, sizes), shares(STYLES, sizes)
    for feature, _ in (of_scripts + of_styles).most_common():
        print(f"{feature:<24} {of_scripts[feature]:>10,} {of_styles[feature]:>18,}")


if __name__ == "__main__":
    main()
