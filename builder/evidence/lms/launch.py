"""A launch: the package in a page of the browser, and every call that it makes."""

from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, field
from datetime import UTC, date, datetime
from pathlib import Path
from typing import TYPE_CHECKING, Any

from builder.evidence.opened import OpenedPackage

if TYPE_CHECKING:
    from playwright.sync_api import Browser, BrowserContext, Frame, Page

_PAGE = Path(__file__).parents[1] / "page"
_BEFORE = _PAGE / "before"
"""Scripts that run before those of the course."""
_SCRIPTS = {
    "probes": "looking.js",
    "structure": "structure.js",
    "colours": "colours.js",
    "hooked": "hooked.js",
    "named": "named.js",
    "engines": "engines.js",
    "pointing": "pointing.js",
    "aside": "aside.js",
    "inks": "inks.js",
    "films": "films.js",
    "layers": "layers.js",
    "directions": "directions.js",
}
_LEFT = ("context", "closed", "navigat", "detached", "Timeout")
"""What Playwright says when a page was left, or was busy: no fault of the course."""
LEARNER = "learner-1"
PATIENCE = 60_000
"""Milliseconds after which a page counts as hanging."""


@dataclass(frozen=True, slots=True)
class Call:
    """A call of the API: `initialize`, `get`, `set`, `commit` or `terminate`, and what the course was answered."""

    name: str
    element: str
    value: str
    result: str
    error: str


@dataclass
class Launch:
    """A running course."""

    package: OpenedPackage
    page: "Page"
    """The page of the browser; that of the player, in an LMS."""
    frame: "Frame"
    """The course itself."""
    in_lms: bool
    requests: list[str] = field(default_factory=list)
    """Address of every request that any page of this browser profile made."""
    errors: list[str] = field(default_factory=list)
    """What went wrong in the course's own scripts."""

    @property
    def calls(self) -> list[Call]:
        """Every call so far."""
        return [Call(**call) for call in self._lms("calls")] if self.in_lms else []

    @property
    def record(self) -> dict[str, str]:
        """The data model as last committed."""
        kept: dict[str, str] = self._lms("committed") if self.in_lms else {}
        return kept

    def forward(self, milliseconds: int) -> None:
        """Put the page's clock forward. A timer of the course that fails then is an error of the course."""
        from playwright.sync_api import Error

        try:
            self.page.clock.run_for(milliseconds)
        except Error as problem:
            words = str(problem).removeprefix("Clock.run_for: ").split("\n")[0]
            if not any(sign in words for sign in _LEFT):
                self.errors.append(words)

    def leave_alone(self, hours: int) -> None:
        """Let hours pass without a touch; what is due fires once an hour, as on a device that sleeps and wakes."""
        for _ in range(hours):
            self.page.clock.fast_forward(3_600_000)
            self.forward(1000)

    def plan(self, **faults: Any) -> None:
        """From now on the LMS misbehaves like this, and like this only."""
        self.page.evaluate("faults => { window.lms.faults = faults; }", faults)

    def offer_api(self) -> None:
        """An API that was late is there now."""
        self.page.evaluate("() => window.offer()")

    def leave(self) -> dict[str, str]:
        """Leave as a learner does; gives the record as it is then."""
        if self.in_lms:
            self.page.evaluate(
                """() => new Promise(done => {
                  const frame = document.getElementById("sco");
                  frame.addEventListener("load", done, { once: true });
                  frame.src = "about:blank";
                })"""
            )
        return self.record

    def _lms(self, name: str) -> Any:
        return self.page.evaluate("name => window.lms[name]", name)


@contextmanager
def profile(browser: "Browser", **options: Any) -> Iterator["BrowserContext"]:
    """A browser profile that remembers nothing yet; every page in it listens and can be asked."""
    wanted = {"viewport": {"width": 1280, "height": 800}, "reduced_motion": "reduce", "locale": "en-GB"} | options
    context = browser.new_context(**wanted)
    context.set_default_timeout(PATIENCE)
    if wanted.get("java_script_enabled", True):
        for name in ("own-time.js", "hearing.js", "listening.js", "under-way.js"):
            context.add_init_script((_BEFORE / name).read_text(encoding="utf-8"))
        context.add_init_script(asking_script())
    try:
        yield context
    finally:
        context.close()


def take_clock(context: "BrowserContext", still: bool = True) -> None:
    """Give the pages of a profile a clock that can be put forward, and whose timers say when they fail.

    A clock that stands `still` until then shows the same at each run, whatever else the machine does.
    """
    # What is kept for some days from then on is kept now, and no month ends in a night.
    morning = datetime(date.today().year + 1, 3, 2, 9, tzinfo=UTC)
    if still:
        context.clock.install(time=morning)
        context.clock.pause_at(morning)
    else:
        context.clock.install()
    for name in ("timers.js", "chance.js") if still else ("timers.js",):
        context.add_init_script((_BEFORE / name).read_text(encoding="utf-8"))


def asking_script() -> str:
    """The script that brings every question that can be asked of a page."""
    objects = {name: (_PAGE / file).read_text(encoding="utf-8") for name, file in _SCRIPTS.items()}
    # An object literal in brackets may have comments before it, and no semicolon behind it.
    return "\n".join(f"window.{name} = {text.rstrip().rstrip(';')};" for name, text in objects.items())


def launched(
    context: "BrowserContext",
    package: OpenedPackage,
    address: str,
    record: Mapping[str, str] | None = None,
    page: str = "",
    mode: str = "normal",
    alone: bool = False,
    **faults: Any,
) -> Launch:
    """Open a package in the LMS, with what the LMS keeps of this learner; without an LMS, or `alone`, from its server."""
    launch = _listening(context, package)
    content = f"/content/{page or package.launch}"
    if alone or not package.for_lms:
        launch.page.goto(f"{address}{content}")
        launch.frame = launch.page.main_frame
        return launch
    launch.page.goto(f"{address}/player")
    given = given_record(package.edition, record or {}, mode)
    plan = {"edition": package.edition, "content": content, "record": given, "faults": faults}
    launch.page.evaluate("plan => window.start(plan)", plan)
    frame = launch.page.frame("sco")
    assert frame is not None
    frame.wait_for_url(f"**{content.split('?')[0]}*")
    frame.wait_for_load_state()
    launch.frame, launch.in_lms = frame, True
    return launch


def from_disk(context: "BrowserContext", package: OpenedPackage) -> Launch:
    """Open a package by double click."""
    launch = _listening(context, package)
    launch.page.goto((package.folder / package.launch.split("?")[0]).as_uri())
    launch.frame = launch.page.main_frame
    return launch


def _listening(context: "BrowserContext", package: OpenedPackage) -> Launch:
    page = context.new_page()
    launch = Launch(package, page, page.main_frame, False)
    context.on("request", lambda request: launch.requests.append(request.url))
    page.on("pageerror", lambda error: launch.errors.append(str(error).split("\n")[0]))
    return launch


def given_record(edition: str, kept: Mapping[str, str], mode: str = "normal") -> dict[str, str]:
    """The data model as an LMS hands it to a launch: whole in SCORM 1.2, only a suspended attempt in 2004."""
    if edition == "scorm12":
        suspended = kept.get("cmi.core.exit") == "suspend"
        entry = ("resume" if suspended else "") if kept else "ab-initio"
        own = {
            "student_id": LEARNER,
            "student_name": "Learner, Test",
            "credit": "credit",
            "total_time": "0000:00:00.00",
        }
        own |= {"lesson_mode": mode, "entry": entry}
        status = {} if "cmi.core.lesson_status" in kept else {"cmi.core.lesson_status": "not attempted"}
        return {**_without(kept, "exit"), **status, **{f"cmi.core.{name}": value for name, value in own.items()}}
    suspended = kept.get("cmi.exit") == "suspend"
    own = {"learner_id": LEARNER, "learner_name": "Test Learner", "credit": "credit", "total_time": "PT0S"}
    own |= {"mode": mode, "entry": "resume" if suspended else "ab-initio"}
    status = {"cmi.completion_status": "unknown", "cmi.success_status": "unknown"}
    back = _without(kept, "exit") if suspended else {}
    return {**status, **back, **{f"cmi.{name}": value for name, value in own.items()}}


def _without(kept: Mapping[str, str], *endings: str) -> dict[str, str]:
    return {name: value for name, value in kept.items() if name.rpartition(".")[2] not in (*endings, "session_time")}
