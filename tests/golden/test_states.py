"""A learner comes back to the course after an upgrade: all that she did is there."""

from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Browser, BrowserContext, Page

from tests.golden.life import enrol, go_on, kept_by_device, kept_by_lms, see, visitor
from tests.golden.suspended import read_suspended
from tests.golden.versions import DESTINATIONS, EDITIONS, Version, satchel, unpack_web, versions
from tests.lms.host import Lms

pytestmark = [pytest.mark.browser, pytest.mark.both_editions]

VERSIONS = versions()
PLACES = ("the same device", "another device")

Json = dict[str, Any]


def missing(before: Json, now: Json) -> list[str]:
    """A sentence for each thing that she saw before and does not see now."""
    told = []
    for title, item in before["items"].items():
        found = now["items"].get(title, {})
        for part, value in item.items():
            if found.get(part) != value:
                told.append(
                    f'The {part} of "{title}" was {value!r} when the learner left and is {found.get(part)!r} after the'
                    " upgrade: she has lost it."
                )
    if now["place"] != before["place"]:
        told.append(
            f"The learner left at {before['place']!r} and comes back to {now['place']!r}: she has lost her place."
        )
    if now["form"] != before["form"]:
        told.append(f"Her record of learning held {before['form']} and holds {now['form']} after the upgrade.")
    return told


def assert_found(before: Json, now: Json) -> None:
    """Everything is there again."""
    told = missing(before, now)
    assert not told, "\n".join(["", *told])


@pytest.mark.parametrize(
    ("edition", "place"),
    [
        pytest.param(edition, place, marks=pytest.mark.slow if at % 2 != number % 2 else ())
        for at, edition in enumerate(EDITIONS)
        for number, place in enumerate(PLACES)
    ],
)
@pytest.mark.parametrize("version", VERSIONS, ids=str)
def test_work_in_an_lms_goes_on(
    version: Version, edition: str, place: str, lms: Lms, browser: Browser, golden: Path
) -> None:
    """Answers, verdicts, words and place are found; she goes on; the LMS hears the score that it would have heard before."""
    state = version.state(edition)
    enrolment = enrol(lms, golden / f"golden-1.0.0-{edition}.zip", state["record"])
    context = visitor(browser, state["kept"]["local"] if place == "the same device" else None)
    launch = enrolment.launch(context)
    assert_found(state[f"seen on {place}"], see(launch.course))
    go_on(launch.course)
    launch.close()
    context.close()
    assert kept_by_lms(enrolment) == state["heard later"]
    assert_still_suspended(state["record"]["cmi"]["suspend_data"], enrolment.record["cmi"]["suspend_data"])


def assert_still_suspended(before: str, now: str) -> None:
    """Nothing is missing from what the new version stores in its turn, attempts and films too."""
    old, new = read_suspended(before), read_suspended(now)
    for key, item in old.items.items():
        assert new.items.get(key) == item, f"The LMS kept {item} under {key}, and keeps {new.items.get(key)} now."
    assert new.films == old.films, "Learners would lose their place in a film."
    assert new.prose == old.prose, "Learners would lose words of reflections that the LMS keeps."
    assert new.seed == old.seed, "Learners would be given other questions, and options in another order."
    finished = {key for key, done in old.modules.items() if done}
    assert finished <= {key for key, done in new.modules.items() if done}, "Learners would lose finished modules."
    assert old.modules.keys() <= new.modules.keys(), "Learners would lose modules that they have begun."


@pytest.mark.parametrize("store", ["local storage", "the second copy"])
@pytest.mark.parametrize("version", VERSIONS, ids=str)
def test_work_on_a_device_goes_on(version: Version, store: str, browser: Browser, golden: Path, tmp_path: Path) -> None:
    """Opened by double click: all is found in the browser's stores, and also where only the second copy is left."""
    state = version.state("web")
    page_file = unpack_web(golden / "golden-1.0.0-web.zip", tmp_path / "web")
    context = visitor(browser)
    page = filled(context, page_file, state["kept"], store)
    page.goto(page_file.as_uri())
    if store == "the second copy":
        page.locator('[data-item="needs"][data-state="partly-correct"]').wait_for(state="attached")
    assert_found(state["seen on the same device"], see(page))
    kept = kept_by_device(page)
    context.close()
    ours = {key for key in state["kept"]["local"] if ":" in key}
    assert ours <= kept["local"].keys()


def filled(context: BrowserContext, page_file: Path, kept: Json, store: str) -> Page:
    """A page of a browser that holds what was kept."""
    page = context.new_page()
    page.goto(page_file.with_name("empty.html").as_uri())
    if store == "local storage":
        page.evaluate("rows => Object.assign(localStorage, rows)", kept["local"])
        return page
    page.evaluate(
        """async (databases) => {
          const ended = (request, name) => new Promise((resolve, reject) => Object.assign(request, { [name]: resolve, onerror: reject }));
          for (const [name, { version, stores }] of Object.entries(databases)) {
            const request = indexedDB.open(name, version);
            request.onupgradeneeded = () => Object.keys(stores).forEach((store) => request.result.createObjectStore(store));
            await ended(request, "onsuccess");
            for (const [store, rows] of Object.entries(stores)) {
              const transaction = request.result.transaction(store, "readwrite");
              for (const [key, value] of Object.entries(rows)) transaction.objectStore(store).put(value, key);
              await ended(transaction, "oncomplete");
            }
            request.result.close();
          }
        }""",
        kept["databases"],
    )
    return page


# The next two try the old version and the browser, not the version under test: not every day.


@pytest.mark.slow
@pytest.mark.parametrize("edition", EDITIONS)
@pytest.mark.parametrize("version", VERSIONS, ids=str)
def test_the_old_package_still_opens(version: Version, edition: str, lms: Lms, browser: Browser) -> None:
    """Where an administrator leaves the old package in place, its learners find their work."""
    state = version.state(edition)
    enrolment = enrol(lms, version.package(edition), state["record"])
    context = visitor(browser, state["kept"]["local"])
    launch = enrolment.launch(context)
    assert_found(state["seen on the same device"], see(launch.course))
    context.close()


@pytest.mark.slow
@pytest.mark.parametrize("version", VERSIONS, ids=str)
def test_the_old_web_package_still_opens(version: Version, browser: Browser, tmp_path: Path) -> None:
    """The same, by double click."""
    state = version.state("web")
    page_file = unpack_web(version.package("web"), tmp_path / "web")
    context = visitor(browser)
    page = filled(context, page_file, state["kept"], "local storage")
    page.goto(page_file.as_uri())
    assert_found(state["seen on the same device"], see(page))
    context.close()


@pytest.mark.parametrize("destination", DESTINATIONS)
@pytest.mark.parametrize("version", VERSIONS, ids=str)
def test_the_new_package_may_take_the_place_of_the_old_one(version: Version, destination: str, golden: Path) -> None:
    """`satchel compare` says so, with exit status 0."""
    done = satchel("compare", version.package(destination), golden / f"golden-1.0.0-{destination}.zip")
    assert done.returncode == 0, done.stdout + done.stderr
    assert "Safe to replace." in done.stdout
