"""`python -m tests.look.gallery`: takes every picture, or some of them, and writes the page to look through."""

import argparse
import shutil
import sys
import tempfile
from pathlib import Path

from playwright.sync_api import sync_playwright

from tests.browser import arguments, find_chromium, launch_shell
from tests.conftest import ROOT
from tests.look.gallery.course import LOOKS
from tests.look.gallery.index import index_page
from tests.look.gallery.shoot import SCHEMES, WIDTHS, Wanted, shoot

OUT = ROOT / "dist" / "gallery"


def main() -> int:
    """Read the arguments, and take the pictures; gives 1 when an engine finds anything."""
    parser = argparse.ArgumentParser(prog="make gallery", description=__doc__)
    parser.add_argument("components", nargs="*", help="names of components; all of them unless you say")
    parser.add_argument("--look", action="append", choices=LOOKS)
    parser.add_argument("--width", action="append", type=int, choices=WIDTHS)
    parser.add_argument("--scheme", action="append", choices=SCHEMES)
    parser.add_argument("--scan", action="store_true", help="ask axe, IBM Equal Access and HTML_CodeSniffer of each")
    parser.add_argument("--once", action="store_true", help="a sample: each in one look, width and scheme alone")
    chosen = parser.parse_args()
    wanted = Wanted(
        chosen.look or LOOKS,
        chosen.width or WIDTHS,
        chosen.scheme or SCHEMES,
        chosen.components,
        chosen.scan,
        chosen.once,
    )
    shutil.rmtree(OUT, ignore_errors=True)
    with sync_playwright() as playwright, tempfile.TemporaryDirectory() as scratch:
        browser = launch_shell(playwright) or playwright.chromium.launch(
            executable_path=find_chromium(), args=arguments()
        )
        shots = shoot(browser, OUT, Path(scratch), wanted, lambda line: print(line, file=sys.stderr))
        browser.close()
    (OUT / "index.html").write_text(index_page(shots), encoding="utf-8")
    faults = [fault for shot in shots for fault in shot.faults]
    print("\n".join([*faults, f"{len(shots)} pictures: {OUT / 'index.html'}"]))
    return 1 if faults else 0


if __name__ == "__main__":
    sys.exit(main())
