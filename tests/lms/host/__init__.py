"""A small LMS on the loopback interface: scorm-again is its run-time, its records and the log of calls are in memory.

An `Lms` serves players and packages. A learner is enrolled in a package once (`Enrolment`: the record), and launches it
as often as she likes (`Launch`: a page of the browser, and every call that the course made in it).
"""

import json
import mimetypes
import re
import threading
import zipfile
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler
from itertools import count
from pathlib import Path
from types import TracebackType
from typing import Any, Self
from urllib.parse import unquote, urlsplit
from xml.etree import ElementTree
from zlib import crc32

from playwright.sync_api import BrowserContext, FrameLocator, Page
from playwright.sync_api import Error as PlaywrightError

from tests.learner.driver.loopback import Loopback

HERE = Path(__file__).parent
SCORM_AGAIN = Path(__file__).parents[3] / "node_modules" / "scorm-again" / "dist" / "scorm-again.min.js"

PATIENCE = 30.0
"""Seconds after which something that was waited for counts as missing."""

Json = dict[str, Any]


@dataclass(frozen=True, order=True)
class Call:
    """One call of the API: which, with what, and what the course was answered."""

    number: int
    name: str
    """The call's name whatever the edition: `initialize`, `get`, `set`, `commit`, `terminate`, `error`."""
    method: str
    words: tuple[str, ...]
    result: str
    error: str
    """What GetLastError says after it."""
    at: int
    """When it was made, by the clock of the browser, in milliseconds."""

    @property
    def element(self) -> str:
        """The element of the data model, of a get or set."""
        return self.words[0] if self.name in ("get", "set") else ""

    @property
    def value(self) -> str:
        """The value of a set."""
        return self.words[1] if self.name == "set" else ""

    def __str__(self) -> str:
        """One line for a person: `LMSSetValue(cmi.core.exit, suspend) -> true (0)`."""
        return f"{self.method}({', '.join(self.words)}) -> {self.result} ({self.error})"


@dataclass
class Enrolment:
    """One learner's record in one course."""

    lms: "Lms"
    edition: str
    content: str
    """Address of the launch page that the manifest names."""
    learner: str
    record: Json = field(default_factory=dict)
    """The data model as last committed, under `cmi`; empty before the first commit."""

    def launch(
        self,
        context: BrowserContext,
        mode: str = "normal",
        faults: Mapping[str, str] | None = None,
        stage: str = "frame",
    ) -> "Launch":
        """Open the course in a new page, as the LMS does when the learner presses its name."""
        launch = Launch(self, next(self.lms.numbers), mode, dict(faults or {}), stage)
        self.lms.launches[launch.number] = launch
        launch.open(context)
        return launch

    def given(self, mode: str) -> Json:
        """The data model as the LMS hands it to the next launch."""
        kept = self.record.get("cmi", {})
        return _given12(kept, self.learner, mode) if self.edition == "scorm12" else _given2004(kept, self.learner, mode)


def _given12(kept: Json, learner: str, mode: str) -> Json:
    """SCORM 1.2: what was stored comes back whatever the exit was."""
    core = {key: value for key, value in kept.get("core", {}).items() if key not in ("exit", "session_time")}
    exit_ = kept.get("core", {}).get("exit", "")
    entry = ("resume" if exit_ == "suspend" else "") if kept else "ab-initio"
    core |= {
        "student_id": learner,
        "student_name": "Learner, Test",
        "credit": "credit",
        "lesson_mode": mode,
        "entry": entry,
    }
    return {"cmi": {**kept, "core": core}}


def _given2004(kept: Json, learner: str, mode: str) -> Json:
    """SCORM 2004: anything but an exit by `suspend` ends the attempt, and the next one begins with nothing."""
    suspended = kept.get("exit") == "suspend"
    back = {key: value for key, value in kept.items() if key not in ("exit", "session_time")} if suspended else {}
    given = {
        "learner_id": learner,
        "learner_name": "Test Learner",
        "credit": "credit",
        "mode": mode,
        "entry": "resume" if suspended else "ab-initio",
    }
    return {"cmi": {**back, **given}}


class Launch:
    """The course in a page of the browser, and what it and the LMS said to each other."""

    page: Page
    """The page that the learner closes when she leaves."""

    player: Page
    """The page of the LMS: the same, unless the course has a window of its own."""

    def __init__(self, enrolment: Enrolment, number: int, mode: str, faults: dict[str, str], stage: str) -> None:
        self.enrolment = enrolment
        self.number = number
        self.mode = mode
        self.faults = faults
        self.stage = stage
        """How the windows stand: `frame`, `no-api`, `late`, `opener`, `sibling`, `outer`, `between`, `foreign`, `confined` or `sealed`."""
        self.server = ""
        """How the server takes a commit: `""` as it should; `refuses`, `hangs up`, `shows a login page`, `cuts`."""
        self.commits: list[Json] = []
        """The record as the LMS stored it, at each commit."""
        self._calls: list[Call] = []
        self._news = threading.Condition()

    def open(self, context: BrowserContext) -> None:
        """Go to the player."""
        lms = self.enrolment.lms
        player = f"{lms.foreign if self.stage == 'foreign' else lms.address}/player/{self.number}"
        self.player = self.page = context.new_page()
        if self.stage == "opener":
            with self.player.expect_popup() as opened:
                self.player.goto(player)
            self.page = opened.value
        else:
            self.page.goto(f"{lms.foreign}/outer#{player}" if self.stage == "outer" else player)

    @property
    def course(self) -> FrameLocator:
        """The course, in its frame of the player."""
        assert self.stage != "opener", "the course has no frame, but a page"
        frame = self.page.frame_locator("#sco")
        return frame.frame_locator("#sco") if self.stage in ("outer", "between") else frame

    def plan(self, **faults: str) -> None:
        """From now on the LMS misbehaves like this, and like this only: name of a call -> name of a fault."""
        for frame in self.player.frames:
            frame.evaluate("plan => { if (window.lms) window.lms.plan = plan; }", faults)

    def close(self) -> None:
        """Leave the page as a learner does, and wait until the course has said that it is over.

        The page goes elsewhere before its tab is closed: a browser on a busy machine ends a closed tab after half a second,
        whether its page has said its last words or not.
        """
        self.page.goto(f"{self.enrolment.lms.address}/outer#about:blank")
        self.page.close()
        self.wait_for(lambda call: call.name == "terminate")
        self.settle()

    def settle(self) -> None:
        """Wait until the server has what the LMS sent at the end: nothing of it may come after the next launch."""
        arrives = self.server in ("", "cuts")

        def ended() -> bool:
            return any(call.name == "terminate" for call in self._calls)

        def settled() -> bool:
            answers = [(call.name, call.result) for call in self._calls]
            stored = answers.count(("commit", "true")) + answers.count(("terminate", "true"))
            return self._complete() and (not arrives or len(self.commits) == stored)

        with self._news:
            # A browser that is busy ends a page before it has said its last words.
            self._news.wait_for(ended, PATIENCE / 3)
            assert self._news.wait_for(settled, PATIENCE), (
                f"{len(self.commits)} commits arrived, of these calls:\n" + "\n".join(map(str, sorted(self._calls)))
            )

    @property
    def calls(self) -> list[Call]:
        """Every call so far, in order; waits for those that are still on their way."""
        made = self._made()

        def arrived() -> bool:
            return len(self._calls) >= made and self._complete()

        with self._news:
            assert self._news.wait_for(arrived, PATIENCE), "a call was not written down"
            return sorted(self._calls)

    def _made(self) -> int:
        """How many calls the player has answered, by its own count: the beacon of the last may still be on its way.

        A player that is gone cannot be asked.
        """
        try:
            return max(int(frame.evaluate("window.lms?.made ?? 0")) for frame in self.player.frames)
        except PlaywrightError:
            return 0

    def _complete(self) -> bool:
        return {call.number for call in self._calls} == set(range(len(self._calls)))

    def sets(self, element: str) -> list[str]:
        """Every value that an element was set to, in order."""
        return [call.value for call in self.calls if call.element == element and call.name == "set"]

    def wait_for(self, wanted: Callable[[Call], bool], after: int = -1, within: float = PATIENCE) -> Call:
        """Wait for a call, past or to come, after the call of that number; fails when there is none in time (seconds)."""
        with self._news:
            found: list[Call] = []

            def arrived() -> bool:
                found.extend(call for call in sorted(self._calls) if call.number > after and wanted(call))
                return bool(found) and self._complete()

            if not self._news.wait_for(arrived, within):
                raise AssertionError(
                    "the course did not make that call; it made:\n" + "\n".join(map(str, sorted(self._calls)))
                )
            return found[0]

    def take(self, kind: str, body: Json) -> None:
        """Write down a call, or store a commit; called by the server."""
        with self._news:
            if kind == "calls":
                self._calls.append(Call(**{**body, "words": tuple(body["words"])}))
            elif self.server != "shows a login page":
                if self.server == "cuts":
                    body["cmi"]["suspend_data"] = body["cmi"].get("suspend_data", "")[:255]
                self.commits.append(body)
                self.enrolment.record = body
            self._news.notify_all()


class Lms:
    """The server; use it with `with`. Packages are unpacked into `store`."""

    def __init__(self, store: Path) -> None:
        self.store = store
        self.numbers: Iterator[int] = count(1)
        self.launches: dict[int, Launch] = {}
        self.bodies: list[str] = []
        """Address and body of every request that any page made."""
        self._server = Loopback(_handler_of(self))
        self._another = Loopback(_handler_of(self))
        self.address = self._server.address
        self.foreign = self._another.address
        """The same, at another origin."""

    def __enter__(self) -> Self:
        self._server.__enter__()
        self._another.__enter__()
        return self

    def __exit__(
        self, kind: type[BaseException] | None, problem: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._another.__exit__(kind, problem, trace)
        self._server.__exit__(kind, problem, trace)

    def enrol(self, package: Path) -> Enrolment:
        """Upload a package, unless it is here already, and enrol a new learner in it."""
        # By its whole path: two courses of the tests may have packages of one name.
        folder = self.store / f"{package.stem}-{crc32(bytes(package)):08x}"
        if not folder.exists():
            with zipfile.ZipFile(package) as archive:
                archive.extractall(folder)
        edition, start = _read_manifest(folder / "imsmanifest.xml")
        return Enrolment(self, edition, f"/content/{folder.name}/{start}", f"learner-{next(self.numbers)}")

    def page_of(self, path: str) -> tuple[str, bytes] | None:
        """Media type and content of what is at an address; None when there is nothing."""
        match [unquote(part) for part in path.strip("/").split("/")]:
            case ["scorm-again.js"]:
                return "text/javascript", SCORM_AGAIN.read_bytes()
            case ["player.js"]:
                return "text/javascript", (HERE / "player.js").read_bytes()
            case ["outer"]:
                return "text/html", (HERE / "outer.html").read_bytes()
            case ["player" | "beside", _]:
                return "text/html", (HERE / "player.html").read_bytes()
            case ["launch", number]:
                return "application/json", json.dumps(self._launch(self.launches[int(number)])).encode()
            case ["content", name, *rest]:
                file = self.store.joinpath(name, *rest)
                return (
                    (mimetypes.guess_type(file.name)[0] or "application/octet-stream", file.read_bytes())
                    if file.is_file()
                    else None
                )
        return None

    @staticmethod
    def _launch(launch: Launch) -> Json:
        enrolment = launch.enrolment
        return {
            "edition": enrolment.edition,
            "content": enrolment.content,
            "record": enrolment.given(launch.mode),
            "faults": launch.faults,
            "stage": "frame" if launch.stage == "outer" else launch.stage,
            "home": enrolment.lms.address,
            "elsewhere": enrolment.lms.foreign,
        }


def _read_manifest(manifest: Path) -> tuple[str, str]:
    """The edition and the launch page of the first item, as an LMS reads them."""
    root = ElementTree.parse(manifest).getroot()
    space = root.tag.partition("}")[0] + "}"
    version = root.findtext(f"{space}metadata/{space}schemaversion")
    reference = root.find(f".//{space}item[@identifierref]")
    assert reference is not None
    resource = root.find(f".//{space}resource[@identifier='{reference.get('identifierref')}']")
    assert resource is not None
    return "scorm12" if version == "1.2" else "scorm2004", str(resource.get("href"))


def _handler_of(lms: Lms) -> type[BaseHTTPRequestHandler]:
    class Handler(BaseHTTPRequestHandler):
        protocol_version = "HTTP/1.1"

        def do_GET(self) -> None:
            lms.bodies.append(self.path)
            found = lms.page_of(urlsplit(self.path).path)
            self._answer(200, *found) if found else self._answer(404, "text/plain", b"")

        def do_HEAD(self) -> None:
            if lms.launches and lms.launches[max(lms.launches)].server == "shows a login page":
                self.send_response(303)
                self.send_header("Location", "/login")
            else:
                self.send_response(200 if lms.page_of(urlsplit(self.path).path) else 404)
            self.end_headers()

        def do_POST(self) -> None:
            body = self.rfile.read(int(self.headers.get("Content-Length", 0))).decode()
            # Without our own clock, whose digits may be any: tests look for words and numbers of the learner's here.
            sent = re.sub(',"at":[0-9]+', "", body)
            lms.bodies.append(f"{self.path} {sent}")
            kind, number = self.path.strip("/").split("/")
            launch = lms.launches[int(number)]
            trouble = launch.server if kind == "commit" else ""
            if trouble == "hangs up":
                self.close_connection = True
                return
            if trouble == "refuses":
                self._answer(500, "text/html", b"Internal server error")
                return
            launch.take(kind, json.loads(body))
            if trouble == "shows a login page":
                self._answer(200, "text/html", b"<title>Please log in</title>")
            else:
                self._answer(200, "application/json", b'{"result": true, "errorCode": 0}')

        def _answer(self, status: int, media_type: str, content: bytes) -> None:
            self.send_response(status)
            self.send_header("Content-Type", media_type)
            self.send_header("Content-Length", str(len(content)))
            self.end_headers()
            self.wfile.write(content)

        def log_message(self, format: str, *args: object) -> None:
            """Say nothing: the requests are kept."""

    return Handler
