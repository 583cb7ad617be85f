"""What goes wrong without any fault of an LMS."""

import re
from collections.abc import Callable
from copy import deepcopy
from dataclasses import replace
from pathlib import Path

from playwright.sync_api import Browser, BrowserContext, Frame, expect

from tests.lms.host import Enrolment, Launch
from tests.lms_faults.chrome import Chrome
from tests.lms_faults.course import MODULES
from tests.lms_faults.learner import (
    AT_ONCE,
    PATIENCE,
    TRAVELLING,
    Course,
    Work,
    begin,
    expect_all,
    first_half,
    go_to,
    missing,
    second_half,
    write,
)
from tests.lms_faults.story import SEARCH, Device, course_of, leave, lost_elsewhere, watch
from tests.lms_faults.told import hear

SECONDS = 12
"""Virtual time after which no more than ten seconds may be missing."""

_REFUSALS = "sandboxed"
"""What the browser itself says of what a frame does not allow."""

_SPARE = """words => new Promise((resolve) => {
  const opening = indexedDB.open("satchel");
  opening.onsuccess = () => {
    const found = opening.result.transaction("work").objectStore("work").getAll();
    found.onsuccess = () => {
      opening.result.close();
      resolve(found.result.some((kept) => kept.includes(words)));
    };
  };
})"""


_FILL = """() => {
  for (let length = 2 ** 22; length >= 1; length /= 2) {
    try {
      for (let time = 0; time < 10; time += 1) localStorage.setItem(`another course ${length} ${time}`, "x".repeat(length));
    } catch {}
  }
}"""


def look_back(browser: Browser, enrolment: Enrolment) -> None:
    """Opened to look at, the course shows all of her work and leaves the record as it is."""
    work = Work()
    with Device(browser) as device:
        launch = enrolment.launch(device.context)
        work_through(launch, device, work)
        leave(launch)
        before = deepcopy(enrolment.record)
        launch = enrolment.launch(device.context, mode="review")
        begin(course_of(launch))
        hear(course_of(launch), "review")
        expect_all(course_of(launch), work)
        device.later(SECONDS)
        leave(launch)
        assert {call.name for call in launch.calls} <= {"initialize", "get", "error", "terminate"}
        assert enrolment.record["cmi"]["suspend_data"] == before["cmi"]["suspend_data"]
        # In 2004 a session that says nothing at its end has ended the attempt; most LMSs store nothing of a look.
        enrolment.record = before
        launch = enrolment.launch(device.context)
        begin(course_of(launch))
        expect_all(course_of(launch), work)
        leave(launch)
        assert device.errors == []


def work_in_two_windows(browser: Browser, enrolment: Enrolment) -> None:
    """The second window can be read, and takes nothing away: neither when it opens nor when it closes after the first."""
    work = Work()
    with Device(browser) as device:
        first = enrolment.launch(device.context)
        begin(course_of(first))
        first_half(course_of(first), work, length=120)
        device.later(SECONDS)
        second = enrolment.launch(device.context)
        hear(course_of(second), "elsewhere")
        second_half(course_of(first), work)
        device.later(SECONDS)
        hear(course_of(first), "lms")
        leave(first)
        with second.page.expect_event("close"):
            second.page.close(run_before_unload=True)
        lost = lost_elsewhere(browser, enrolment, work)
        assert lost == [], f"the page said that it was saved, and this is not in the LMS: {lost}"
        launch = enrolment.launch(device.context)
        begin(course_of(launch))
        expect_all(course_of(launch), work)
        leave(launch)
        assert device.errors == []


def work_in_a_frame_without_downloads(browser: Browser, enrolment: Enrolment) -> None:
    """The LMS has all of it as ever; each way to take it along leads to the text, which opens by itself."""
    work = Work()
    with Device(browser) as device:
        launch = enrolment.launch(device.context, stage="confined")
        work_through(launch, device, work)
        course = course_of(launch)
        expect_ways_out(course, work)
        device.later(SECONDS)
        hear(course, "lms")
        leave(launch)
        assert lost_elsewhere(browser, enrolment, work) == []
        launch = enrolment.launch(device.context)
        begin(course_of(launch))
        expect_all(course_of(launch), work)
        leave(launch)
        assert [said for said in device.errors if not re.search(_REFUSALS, said)] == []


def press_link(course: Course) -> None:
    """A link to another site, which the frame does not let open: its address is there to copy."""
    course.get_by_role("link", name="a leaflet").click()
    expect(course.get_by_role("main")).to_contain_text("copy this address: https://example.org/leaflet) first.")


def expect_ways_out(course: Course, work: Work) -> None:
    """A link, the file of her work, her record and its dates, both ways to print: nothing is dead, and nothing false is said."""
    refused = "downloads may not be allowed"
    press_link(course)
    course.get_by_text("Take your work with you").click()
    course.get_by_role("button", name="Save my work to a file").last.click()
    expect(course.locator("[data-carry-saved]")).to_contain_text(refused)
    copied = course.get_by_label("Your work as text.")
    expect(copied).to_be_visible()
    assert work.words["alone"].partition("\n")[0] in copied.input_value()
    course.get_by_role("button", name="Print this page").click()
    expect(course.locator("[data-print-refused]")).to_be_visible()
    course.get_by_role("link", name="My record of learning").first.click()
    record = course.get_by_label("My record as text")
    expect(course.get_by_role("button", name="Download as Word")).to_be_visible()
    expect(record).to_be_hidden()
    # The first button stands at the top of the page, and what came of it beside it; the others in the step that opens.
    for button, status, words in (
        ("Download as Word", "[data-word-status]", refused),
        ("Print or save as PDF", "[data-keep-status]", "this page may not print"),
        ("Download as text", "[data-keep-status]", refused),
    ):
        course.get_by_role("button", name=button).first.click()
        expect(course.locator(status)).to_contain_text(words)
        expect(record).to_be_visible()
    assert work.words["alone"].partition("\n")[0] in record.input_value()


def work_in_a_sealed_frame(browser: Browser, enrolment: Enrolment) -> None:
    """The page says at once that nothing is kept; her text, copied from there, is all there in another copy of the course."""
    work = Work()
    with Device(browser) as device:
        launch = enrolment.launch(device.context, stage="sealed")
        course = course_of(launch)
        begin(course)
        device.later(SEARCH)
        hear(course, "memory")
        first_half(course, work, length=120)
        second_half(course, work)
        press_link(course)
        hear(course, "memory")
        course.locator("[data-save-file]").click()
        expect(course.locator("[data-carry-saved]")).to_contain_text("downloads may not be allowed")
        expect(course.locator("[data-carry-saved]")).to_be_focused()
        copied = course.get_by_label("Your work as text.").input_value()
        launch.page.close()
        assert launch.calls == []
    with Device(browser) as device:
        launch = enrolment.launch(device.context)
        course = course_of(launch)
        begin(course)
        course.get_by_text("Take your work with you").click()
        course.get_by_text("No file? Paste your work as text").click()
        course.get_by_label("Paste the text of your work here.").fill(copied)
        course.get_by_role("button", name="Look at it").click()
        course.get_by_role("button", name="Put them together").click()
        expect_all(course, work)
        device.later(SECONDS)
        hear(course, "lms")
        leave(launch)
        assert lost_elsewhere(browser, enrolment, work) == []
        assert device.errors == []


def work_without_a_name(browser: Browser, enrolment: Enrolment) -> None:
    """What was done in the launch without an LMS is offered to her in the next one, and shown to nobody else."""
    work = Work()
    with Device(browser) as device:
        launch = enrolment.launch(device.context)
        begin(course_of(launch))
        first_half(course_of(launch), work, length=120)
        device.later(SECONDS)
        leave(launch)
        launch = enrolment.launch(device.context, stage="no-api")
        begin(course_of(launch))
        device.later(SEARCH)
        second_half(course_of(launch), work)
        device.later(SECONDS)
        hear(course_of(launch), "no-lms")
        leave(launch)

        launch = enrolment.launch(device.context)
        course = course_of(launch)
        begin(course)
        notice = course.get_by_role("region", name="Your work")
        expect(notice).to_contain_text("without your learning site")
        assert missing(course, work, ("hinders", "shown"), AT_ONCE) == ["hinders", "shown"]
        notice.get_by_role("button", name="Go on with my answers").click()
        expect(notice).to_be_hidden()
        expect_all(course, work)
        device.later(SECONDS)
        hear(course, "lms")
        leave(launch)
        assert lost_elsewhere(browser, enrolment, work) == []
        other = replace(enrolment, learner="somebody-else", record={})
        expect_nothing(other.launch(device.context), work)
        assert device.errors == []


def work_under_an_empty_id(browser: Browser, enrolment: Enrolment) -> None:
    """What was done while the LMS named nobody is shown to nobody before she says that it is hers, and is hers then."""
    work = Work()
    with Device(browser) as device:
        launch = replace(enrolment, learner="", record={}).launch(device.context)
        work_through(launch, device, work)
        leave(launch)
        launch = enrolment.launch(device.context)
        course = course_of(launch)
        begin(course)
        notice = course.get_by_role("region", name="Your work")
        expect(notice).to_contain_text("If it is yours")
        assert len(missing(course, work, None, AT_ONCE)) == len(work.words) + len(work.answers)
        notice.get_by_role("button", name="Go on with my answers").click()
        expect_all(course, work)
        device.later(SECONDS)
        hear(course, "lms")
        leave(launch)
        assert lost_elsewhere(browser, enrolment, work) == []
        expect_nothing(replace(enrolment, learner="somebody-else", record={}).launch(device.context), work)
        assert device.errors == []


def lose_the_local_storage(browser: Browser, enrolment: Enrolment) -> None:
    """Moodle does so at logout, with all courses; what is for her alone comes back from the second copy."""
    work = Work()
    with Device(browser) as device:
        launch = enrolment.launch(device.context)
        work_through(launch, device, work)
        wait_for_disk(device.context, "/content/", work)
        address = frame_of(device.context, "/content/").url
        leave(launch)
        logout = device.context.new_page()
        logout.goto(f"{address}/nothing-here")
        assert logout.evaluate("() => { const { length } = localStorage; localStorage.clear(); return length; }") > 0
        logout.close()
        launch = enrolment.launch(device.context)
        course = course_of(launch)
        begin(course)
        expect_all(course, work)
        device.later(SECONDS)
        hear(course, "lms")
        leave(launch)
        assert [said for said in device.errors if "404" not in said] == []


def share_a_name(browser: Browser, enrolment: Enrolment) -> None:
    """The next guest sees none of what the last one wrote; who comes back finds her own when she says that it is hers."""
    guest = replace(enrolment, learner="guest")
    works = [Work(), Work()]
    with Device(browser) as device:
        for place, work in enumerate(works):
            launch = replace(guest, record={}).launch(device.context)
            course = course_of(launch)
            begin(course)
            if place:
                expect(course.get_by_role("region", name="Your work")).to_contain_text("If it is yours")
                assert len(missing(course, works[0], None, AT_ONCE)) == len(works[0].words) + len(works[0].answers)
                course.get_by_role("button", name="It is not mine").click()
            first_half(course, work, length=50 + place)
            device.later(SECONDS)
            hear(course, "lms")
            leave(launch)
        launch = replace(guest, record={}).launch(device.context)
        course = course_of(launch)
        begin(course)
        course.get_by_role("button", name="It is not mine").click()
        course.get_by_role("button", name="Go on with my answers").click()
        expect_all(course, works[0])
        leave(launch)
        assert device.errors == []


def work_on_a_full_device(browser: Browser, enrolment: Enrolment) -> None:
    """What is for her alone stays in the second copy, and the page never says that it is lost."""
    work = Work()
    with Device(browser) as device:
        launch = enrolment.launch(device.context)
        course = course_of(launch)
        begin(course)
        frame_of(device.context, "/content/").evaluate(_FILL)
        first_half(course, work, length=120)
        second_half(course, work)
        device.later(SECONDS)
        hear(course, "lms")
        wait_for_disk(device.context, "/content/", work)
        leave(launch)
        launch = enrolment.launch(device.context)
        course = course_of(launch)
        begin(course)
        expect_all(course, work)
        device.later(SECONDS)
        hear(course, "lms")
        leave(launch)
        assert device.errors == []


def expect_nothing(launch: Launch, work: Work) -> None:
    """Somebody else sees nothing of it, and is not asked about it."""
    course = course_of(launch)
    begin(course)
    assert len(missing(course, work, None, AT_ONCE)) == len(work.words) + len(work.answers)
    expect(course.get_by_role("region", name="Your work")).to_be_hidden()
    leave(launch)


def meet_cut_work(browser: Browser, enrolment: Enrolment) -> None:
    """The end of the saved work is missing: what there is of it is used, and is not overwritten before she does something."""
    meet_damaged_work(browser, enrolment, lambda data: data[: len(data) - 40], ("helps", "hinders"))


def meet_altered_work(browser: Browser, enrolment: Enrolment) -> None:
    """One byte of the saved work is wrong: Satchel finds which one, and all of it is there."""
    middle = 60
    meet_damaged_work(
        browser,
        enrolment,
        lambda data: data[:middle] + ("B" if data[middle] == "A" else "A") + data[middle + 1 :],
        TRAVELLING,
    )


def meet_damaged_work(
    browser: Browser, enrolment: Enrolment, damage: Callable[[str], str], readable: tuple[str, ...]
) -> None:
    """Another device meets it; she looks around, reads what the page says, and goes on."""
    work = Work()
    with Device(browser) as device:
        launch = enrolment.launch(device.context)
        work_through(launch, device, work)
        leave(launch)
    damaged = damage(enrolment.record["cmi"]["suspend_data"])
    enrolment.record["cmi"]["suspend_data"] = damaged
    with Device(browser) as device:
        for reads in (False, True):
            launch = enrolment.launch(device.context)
            course = course_of(launch)
            begin(course)
            hear(course, "damaged")
            assert missing(course, work, readable) == []
            notice = course.get_by_role("region", name="Your work")
            expect(notice).to_contain_text("damaged")
            device.later(SECONDS)
            assert launch.sets("cmi.suspend_data") == []
            if reads:
                notice.get_by_role("button", name="I have read this").click()
                expect(notice).to_be_hidden()
                go_to(course, MODULES[0])
                write(course, work, "later", "From now on.")
                device.later(SECONDS)
                hear(course, "lms")
            leave(launch)
        assert enrolment.record["cmi"]["suspend_data"] != damaged
        launch = enrolment.launch(device.context)
        begin(course_of(launch))
        assert missing(course_of(launch), work, (*readable, "later")) == []
        expect(course_of(launch).get_by_role("region", name="Your work")).to_be_hidden()
        leave(launch)
        assert device.errors == []


def lose_the_browser(chrome: Chrome, browser: Browser, enrolment: Enrolment) -> None:
    """After the kill all is on the device, also what only the device had; and in the LMS."""
    work = Work()
    errors: list[str] = []
    context = chrome.start()
    watch(context, errors)
    launch = enrolment.launch(context)
    begin(course_of(launch))
    first_half(course_of(launch), work, length=120)
    second_half(course_of(launch), work)
    context.clock.run_for(SECONDS * 1000)
    hear(course_of(launch), "lms")
    wait_for_disk(context, "/content/", work)
    chrome.kill()
    lost = lost_elsewhere(browser, enrolment, work)
    assert lost == [], f"not in the LMS: {lost}"

    context = chrome.start()
    watch(context, errors)
    launch = enrolment.launch(context)
    begin(course_of(launch))
    expect_all(course_of(launch), work)
    leave(launch)
    assert errors == []


def lose_the_browser_from_disk(chrome: Chrome, start: Path) -> None:
    """The same where there is no LMS at all: the course opened by double click."""
    work = Work()
    for sitting in ("first", "next"):
        context = chrome.start()
        errors: list[str] = []
        watch(context, errors)
        page = context.new_page()
        page.goto(start.as_uri())
        begin(page)
        if sitting == "first":
            first_half(page, work, length=120)
            second_half(page, work)
            context.clock.run_for(SECONDS * 1000)
            hear(page, "device")
            wait_for_disk(context, start.name, work)
        else:
            expect_all(page, work)
        assert errors == []
        chrome.kill()


def work_through(launch: Launch, device: Device, work: Work) -> None:
    """All of the course, saved."""
    course: Course = course_of(launch)
    begin(course)
    first_half(course, work, length=120)
    second_half(course, work)
    device.later(SECONDS)
    hear(course, "lms")


def frame_of(context: BrowserContext, place: str) -> Frame:
    """The course, where its own storage can be reached."""
    return next(frame for page in context.pages for frame in page.frames if place in frame.url)


def wait_for_disk(context: BrowserContext, place: str, work: Work) -> None:
    """Wait until the browser has written down what it was given: it does so in real time, whatever the page's clock says."""
    frame = frame_of(context, place)
    words = work.words["shown"].partition("\n")[0]
    frame.wait_for_function(_SPARE, arg=words, timeout=PATIENCE)
