"""A small WebDriver BiDi client: enough of it to drive the Firefox of the system, which Playwright cannot."""

import json
import subprocess
from base64 import b64decode
from itertools import count
from pathlib import Path
from types import TracebackType
from typing import Any, Self

Json = dict[str, Any]

PREFERENCES = {
    # The measured behaviour of the browser as people have it, not of one made ready for tests.
    "remote.prefs.recommended": False,
    # What would call home, or open a page of its own, on a machine without a network.
    "app.update.auto": False,
    "browser.aboutwelcome.enabled": False,
    "browser.shell.checkDefaultBrowser": False,
    "browser.startup.homepage_override.mstone": "ignore",
    "browser.startup.page": 0,
    "datareporting.policy.dataSubmissionEnabled": False,
    "datareporting.policy.firstRunURL": "",
    "extensions.getAddons.cache.enabled": False,
    "network.captive-portal-service.enabled": False,
    "network.connectivity-service.enabled": False,
    "services.settings.server": "data:,",
    "toolkit.telemetry.enabled": False,
    "termsofuse.bypassNotification": True,
}

PATIENCE = 60.0
"""Seconds after which an answer that was waited for counts as missing."""


class Firefox:
    """One Firefox with a profile in a folder; use it with `with`. Started again, it finds what it kept there."""

    def __init__(self, path: str, profile: Path, downloads: Path) -> None:
        self._numbers = count(1)
        self.events: list[Json] = []
        """Messages of the console, and errors, of every page."""
        profile.mkdir(exist_ok=True)
        wanted = PREFERENCES | {
            "browser.download.folderList": 2,
            "browser.download.dir": str(downloads),
            "browser.download.useDownloadDir": True,
            "browser.download.alwaysOpenPanel": False,
        }
        lines = [f"user_pref({json.dumps(name)}, {json.dumps(value)});" for name, value in wanted.items()]
        (profile / "user.js").write_text("\n".join(lines) + "\n", encoding="utf-8")
        command = [path, "--headless", "--no-remote", "--profile", str(profile), "--remote-debugging-port=0"]
        self._process = subprocess.Popen(command, stderr=subprocess.PIPE, text=True, encoding="utf-8", errors="replace")
        assert self._process.stderr
        lines_said = iter(self._process.stderr)
        address = next(line.split()[-1] for line in lines_said if line.startswith("WebDriver BiDi listening on"))
        # Here, since the everyday tests do without this package.
        from websockets.sync.client import connect

        self._connection = connect(f"{address}/session", max_size=None, open_timeout=PATIENCE)
        self._socket = self._connection.__enter__()
        self.version = str(self.send("session.new", capabilities={})["capabilities"]["browserVersion"])
        self.send("session.subscribe", events=["log.entryAdded", "browsingContext.downloadEnd"])

    def send(self, method: str, **params: Any) -> Json:
        """Give a command and wait for what came of it; raises `BidiError` when it failed."""
        number = next(self._numbers)
        self._socket.send(json.dumps({"id": number, "method": method, "params": params}))
        while True:
            message = json.loads(self._socket.recv(timeout=PATIENCE))
            if message.get("id") == number:
                if message["type"] == "error":
                    raise BidiError(f"{method}: {message['error']}: {message['message']}")
                return dict(message["result"])
            if message["type"] == "event":
                self.events.append(message)

    def wait_for(self, event: str) -> Json:
        """The next event of a kind that was not taken yet."""
        while True:
            for told in self.events:
                if told["method"] == event:
                    self.events.remove(told)
                    return dict(told["params"])
            message = json.loads(self._socket.recv(timeout=PATIENCE))
            if message["type"] == "event":
                self.events.append(message)

    @property
    def errors(self) -> list[str]:
        """What went wrong in any page so far."""
        entries = [event["params"] for event in self.events if event["method"] == "log.entryAdded"]
        return [str(entry["text"]) for entry in entries if entry["level"] == "error"]

    def open(self, address: str) -> "Tab":
        """A new tab with a page in it."""
        tab = Tab(self, str(self.send("browsingContext.create", type="tab")["context"]))
        tab.go(address)
        return tab

    def close(self) -> None:
        """End it as a person does, so that it writes down what it keeps."""
        if self._process.poll() is None:
            try:
                self.send("browser.close")
            finally:
                self._connection.__exit__(None, None, None)
                self._process.wait(timeout=PATIENCE)
        if self._process.stderr:
            self._process.stderr.close()

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, problem: BaseException | None, trace: TracebackType | None
    ) -> None:
        if problem is not None:
            self._process.kill()
            self._process.wait()
        self.close()


class BidiError(RuntimeError):
    """Firefox could not carry out a command."""


class Tab:
    """A page of Firefox."""

    def __init__(self, firefox: Firefox, context: str) -> None:
        self._firefox = firefox
        self._context = context

    def go(self, address: str) -> None:
        """Open a page and wait until it is there."""
        self._firefox.send("browsingContext.navigate", context=self._context, url=address, wait="complete")

    def reload(self) -> None:
        """Load the page anew."""
        self._firefox.send("browsingContext.reload", context=self._context, wait="complete")

    def close(self) -> None:
        """Close the tab."""
        self._firefox.send("browsingContext.close", context=self._context, promptUnload=False)

    def call(self, function: str, *arguments: str) -> Any:
        """What a function of JavaScript gives for some texts; promises are waited for."""
        found = self._firefox.send(
            "script.callFunction",
            functionDeclaration=function,
            awaitPromise=True,
            target={"context": self._context},
            arguments=[{"type": "string", "value": argument} for argument in arguments],
            userActivation=True,
        )
        if found["type"] == "exception":
            raise BidiError(str(found["exceptionDetails"]["text"]))
        return found["result"].get("value")

    def wait(self, condition: str, *arguments: str) -> None:
        """Wait until a function of JavaScript gives something true."""
        loop = """async (condition, milliseconds, ...words) => {
          const test = eval(condition);
          for (const end = performance.now() + Number(milliseconds); performance.now() < end; ) {
            if (test(...words)) return true;
            await new Promise((resolve) => setTimeout(resolve, 50));
          }
          return false;
        }"""
        # The policy of the page forbids `eval` to the page, not to a debugger.
        assert self.call(loop, condition, str(int(PATIENCE * 500)), *arguments), f"never came true: {condition}"

    def click(self, selector: str) -> None:
        """Press the mouse on an element, after bringing it into view."""
        shared = self._element(selector)
        origin = {"type": "element", "element": shared}
        move = {"type": "pointerMove", "x": 0, "y": 0, "origin": origin}
        actions = [move, {"type": "pointerDown", "button": 0}, {"type": "pointerUp", "button": 0}]
        self._perform({"type": "pointer", "id": "mouse", "actions": actions})

    def type(self, text: str) -> None:
        """Press the keys of a text, wherever the focus is."""
        keys = [{"type": kind, "value": key} for key in text for kind in ("keyDown", "keyUp")]
        self._perform({"type": "key", "id": "keys", "actions": keys})

    def sheets(self, folder: Path) -> list[str]:
        """The words of each sheet of paper on which the page is printed, as Firefox's own reader finds them in its PDF."""
        margin = {"top": 2.2, "bottom": 2.2, "left": 2, "right": 2}
        size = {"width": 21, "height": 29.7}
        printed = self._firefox.send("browsingContext.print", context=self._context, page=size, margin=margin)
        pdf = folder / f"{self._context}.pdf"
        pdf.write_bytes(b64decode(printed["data"]))
        reader = self._firefox.open(pdf.as_uri())
        words = """async () => {
          const { pdfDocument } = PDFViewerApplication;
          const pages = Array.from({ length: pdfDocument.numPages }, (_, at) => pdfDocument.getPage(at + 1));
          const found = (await Promise.all(pages)).map(async (page) => (await page.getTextContent()).items.map(({ str, hasEOL }) => str + (hasEOL ? " " : "")).join(""));
          return (await Promise.all(found)).join("\\f");
        }"""
        reader.wait("() => !!globalThis.PDFViewerApplication?.pdfDocument")
        told = str(reader.call(words))
        reader.close()
        return [" ".join(sheet.split()) for sheet in told.split("\f")]

    def _element(self, selector: str) -> Json:
        found = self._firefox.send(
            "script.callFunction",
            functionDeclaration="selector => { const found = document.querySelector(selector); found.scrollIntoView({ block: 'center' }); return found; }",
            awaitPromise=False,
            target={"context": self._context},
            arguments=[{"type": "string", "value": selector}],
        )
        if found["type"] == "exception":
            raise BidiError(f"{selector}: {found['exceptionDetails']['text']}")
        return {"sharedId": found["result"]["sharedId"]}

    def _perform(self, *sources: Json) -> None:
        self._firefox.send("input.performActions", context=self._context, actions=list(sources))
