"""Writes down a version that is about to be released: `python -m tests.golden.record 1.2.0`. It never overwrites."""

import json
import shutil
import sys
import tempfile
from dataclasses import replace
from pathlib import Path

from playwright.sync_api import Browser, sync_playwright

from tests.browser import arguments, find_chromium, launch_shell
from tests.golden.life import (
    enrol,
    go_on,
    kept_by_device,
    kept_by_lms,
    pins_of_device,
    pins_of_record,
    play,
    see,
    visitor,
)
from tests.golden.page import pins_of_manifest, pins_of_page
from tests.golden.pins import Pin, pins_as_json
from tests.golden.versions import COURSE, DESTINATIONS, EDITIONS, FIRST_COURSE, HERE, build, sums, unpack_web
from tests.lms.host import Lms


def main(number: str) -> None:
    """Build, play and write; the folder of the version must not be there yet."""
    target = HERE / number
    if target.exists():
        sys.exit(f"{target} is there already. What a released version left never changes: give another number.")
    chromium = find_chromium()
    with tempfile.TemporaryDirectory() as scratch, sync_playwright() as playwright:
        browser = launch_shell(playwright) or playwright.chromium.launch(executable_path=chromium, args=arguments())
        made = _record(browser, Path(scratch))
        browser.close()
        shutil.copytree(made, target)
    print(f"Written: {target}. Look through its pins.json before you commit it.")


def _record(browser: Browser, scratch: Path) -> Path:
    made = scratch / "made"
    made.mkdir()
    build(COURSE, scratch / "golden", *DESTINATIONS)
    build(FIRST_COURSE, scratch / "first", *DESTINATIONS)
    for package in (scratch / "golden").glob("*.zip"):
        shutil.copy(package, made)
    pins = pins_of_page(made / "golden-1.0.0-web.zip")
    (first,) = (scratch / "first").glob("*-web.zip")
    pins_of_first = pins_of_page(first)
    for edition in EDITIONS:
        pins += pins_of_manifest(made / f"golden-1.0.0-{edition}.zip")
        (first,) = (scratch / "first").glob(f"*-{edition}.zip")
        pins_of_first += pins_of_manifest(first)
        pins += _record_in_lms(browser, made, scratch, edition)
    pins += _record_on_disk(browser, made, scratch)
    (made / "pins.json").write_text(pins_as_json(pins), encoding="utf-8")
    (made / "first-course.json").write_text(pins_as_json(pins_of_first), encoding="utf-8")
    _write(made / "sums.json", dict(sums(made)))
    return made


def _record_in_lms(browser: Browser, made: Path, scratch: Path, edition: str) -> list[Pin]:
    with Lms(scratch / f"lms-{edition}") as lms:
        enrolment = enrol(lms, made / f"golden-1.0.0-{edition}.zip")
        context = visitor(browser)
        launch = enrolment.launch(context)
        play(launch.course)
        launch.close()
        record, heard = enrolment.record, kept_by_lms(enrolment)

        launch = enrolment.launch(context)
        seen = see(launch.course)
        kept = kept_by_device(launch.course)
        context.close()
        pins = pins_of_record(replace(enrolment, record=record), seen)

        another = enrol(lms, made / f"golden-1.0.0-{edition}.zip", record)
        context = visitor(browser)
        launch = another.launch(context)
        elsewhere = see(launch.course)
        go_on(launch.course)
        launch.close()
        context.close()
        state = {
            "record": record,
            "kept": kept,
            "heard": heard,
            "heard later": kept_by_lms(another),
            "seen on the same device": seen,
            "seen on another device": elsewhere,
        }
        _write(made / f"state-{edition}.json", state)
        return pins + pins_of_device(kept, edition)


def _record_on_disk(browser: Browser, made: Path, scratch: Path) -> list[Pin]:
    page_file = unpack_web(made / "golden-1.0.0-web.zip", scratch / "web")
    context = visitor(browser)
    page = context.new_page()
    page.goto(page_file.as_uri())
    play(page)
    page.close(run_before_unload=True)
    page = context.new_page()
    page.goto(page_file.as_uri())
    seen = see(page)
    kept = kept_by_device(page)
    context.close()
    _write(made / "state-web.json", {"kept": kept, "seen on the same device": seen})
    return pins_of_device(kept, "web")


def _write(file: Path, state: dict[str, object]) -> None:
    file.write_text(json.dumps(state, ensure_ascii=False, indent=1) + "\n", encoding="utf-8")


if __name__ == "__main__":
    if len(sys.argv) != 2:
        sys.exit("Say which version: python -m tests.golden.record 1.2.0")
    main(sys.argv[1])
