"""Everything that goes wrong in the lab: one row for each fault, and what must come of it."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Literal

Place = Literal["LMS", "device"]


@dataclass(frozen=True)
class Fault:
    """One way in which an LMS fails a learner."""

    name: str
    about: str
    """What happens, in a sentence for people."""
    told: str
    """Kind of the save status at the end of the first sitting (`templates/runtime/session/save-kind.js`)."""
    found: Place
    """Where all that may be there must be found after the first sitting. What the LMS has this device has too."""
    then: str = "lms"
    """Kind of the save status in the next sitting."""
    stage: str = "frame"
    """How the windows stand (`tests/lms/host/`)."""
    plan: Mapping[str, str] = field(default_factory=dict)
    """Which call misbehaves how (`tests/lms/host/player.js`)."""
    server: str = ""
    """How the server takes what the LMS sends to it."""
    midway: bool = False
    """It begins when half of the work is done; otherwise the LMS has never been better."""
    lasts: bool = False
    """It is there in the next sitting too; otherwise somebody has mended it meanwhile."""
    length: int = 120
    """Words of the reflection that the LMS may keep."""
    words: str = ""
    """Further words that she writes, where it is about those."""
    seconds: int = 12
    """Until the page must have told the truth: no more than ten seconds may be lost, whatever happens."""
    hidden: bool = False
    """The LMS gives no sign of it before the next launch: until then no page can know."""
    scored: bool = False
    """It is the course with a pass mark: the others have no score."""
    asks: bool = False
    """It names nobody: she is asked in the next sitting whether the work on this device is hers."""
    turns: bool = False
    """The window with the API shows another page, where it would otherwise be closed."""
    everyday: str = ""
    """The edition in which it is tried out at every run of the tests, not only in the lab's own."""


EXPIRED = dict.fromkeys(("get", "set", "commit", "terminate"), "no-session") | {"initialize": "returns-false"}

FAULTS = (
    Fault("no-api", "The LMS offers no API.", "no-lms", "device", "no-lms", stage="no-api", lasts=True),
    Fault(
        "late-api", "The API is there three seconds late.", "lms", "LMS", stage="late", lasts=True, everyday="scorm12"
    ),
    Fault("opener", "The API is in the window that opened the course.", "lms", "LMS", stage="opener", lasts=True),
    Fault("sibling-frame", "The API is in a frame beside the course.", "lms", "LMS", stage="sibling", lasts=True),
    Fault("foreign-top", "All of the LMS is in a page of another site.", "lms", "LMS", stage="outer", lasts=True),
    Fault(
        "foreign-between",
        "A page of another site stands between the course and the API.",
        "lms",
        "LMS",
        stage="between",
        lasts=True,
    ),
    Fault(
        "foreign-api",
        "The API is in a page of another site, where no browser lets the course see it.",
        "no-lms",
        "device",
        "no-lms",
        stage="foreign",
        lasts=True,
    ),
    Fault(
        "initialize-false",
        "The LMS does not open a session.",
        "no-lms",
        "device",
        "no-lms",
        plan={"initialize": "returns-false"},
        lasts=True,
    ),
    Fault(
        "commit-false",
        "The LMS says no to each commit.",
        "failed",
        "device",
        plan={"commit": "returns-false"},
        midway=True,
    ),
    Fault(
        "commit-false-silently",
        "The LMS says no to each commit, and names no error.",
        "failed",
        "device",
        plan={"commit": "returns-false-without-reason"},
        midway=True,
    ),
    Fault(
        "http-500", "The server of the LMS answers with an error.", "failed", "device", server="refuses", midway=True
    ),
    Fault("dropped", "The server of the LMS does not answer.", "failed", "device", server="hangs up", midway=True),
    Fault(
        "slow",
        "Each commit takes three seconds, in which the page cannot do anything.",
        "lms",
        "LMS",
        plan={"commit": "takes-three-seconds"},
        lasts=True,
    ),
    Fault(
        "slow-calls",
        "Each call takes a fifth of a second, in which the page cannot do anything.",
        "lms",
        "LMS",
        plan={"*": "takes-200-ms"},
        lasts=True,
    ),
    Fault(
        "throwing",
        "Each call of the API throws.",
        "failed",
        "device",
        plan={"*": "throws"},
        midway=True,
    ),
    Fault(
        "throwing-always",
        "Each call of the API throws, from the first.",
        "no-lms",
        "device",
        "no-lms",
        plan={"*": "throws"},
        lasts=True,
    ),
    Fault("vanishing", "The window with the API is closed.", "gone", "device", stage="opener", midway=True),
    Fault(
        "turned",
        "The window with the API shows another page of the LMS.",
        "gone",
        "device",
        stage="opener",
        midway=True,
        turns=True,
        everyday="scorm12",
    ),
    Fault(
        "cut-255",
        "The LMS keeps 255 characters and says that it has kept all.",
        "lms-partly",
        "device",
        "lms-partly",
        plan={"set": "cuts-255"},
        lasts=True,
    ),
    Fault(
        "cut-4096",
        "The LMS keeps 4,096 characters and says that it has kept all.",
        "lms-partly",
        "device",
        "lms-partly",
        plan={"set": "cuts-4096"},
        lasts=True,
        length=1500,
    ),
    Fault(
        "cut-stored",
        "The server of the LMS keeps 255 characters; while the course is open all seems to be there.",
        "lms",
        "device",
        "lms-partly",
        server="cuts",
        lasts=True,
        hidden=True,
    ),
    Fault("altered", "The LMS writes +, & and < as something else.", "lms", "LMS", plan={"set": "alters"}, lasts=True),
    Fault(
        "reads-nothing",
        "The LMS stores what it is given, and gives nothing back.",
        "lms",
        "LMS",
        plan={"get": "returns-nothing"},
        lasts=True,
        asks=True,
    ),
    Fault(
        "gives-objects",
        "The LMS gives an object for whatever it is asked.",
        "lms",
        "LMS",
        plan={"get": "objects"},
        lasts=True,
        asks=True,
        everyday="scorm2004",
    ),
    Fault(
        "gives-promises",
        "Each call of the API gives a promise, of which nobody can know what comes of it.",
        "no-lms",
        "device",
        "no-lms",
        plan={"*": "promises"},
        lasts=True,
    ),
    Fault("quoted", "The LMS gives each value in quotation marks.", "lms", "LMS", plan={"get": "quotes"}, lasts=True),
    Fault(
        "false-at-first",
        "The LMS opens the session when it is asked for the second time.",
        "lms",
        "LMS",
        plan={"initialize": "false-at-first"},
        lasts=True,
    ),
    Fault(
        "shouts",
        "The LMS keeps the work in capitals, in which nobody can read it.",
        "lms-partly",
        "device",
        "lms-partly",
        plan={"set": "shouts"},
        lasts=True,
        everyday="scorm12",
    ),
    Fault(
        "keeps-no-state",
        "The LMS keeps how far the learner is and says yes to her work, and does not keep that.",
        "lms",
        "device",
        "lms-partly",
        plan={"set": "keeps-no-state"},
        lasts=True,
        hidden=True,
    ),
    Fault(
        "frame-taken-away",
        "The LMS takes the course away as soon as it hears that it is over.",
        "lms",
        "LMS",
        plan={"terminate": "takes-the-frame-away"},
        lasts=True,
    ),
    Fault(
        "true-not-text",
        "The LMS answers with true, null and numbers where text is due.",
        "lms",
        "LMS",
        plan={"*": "true-not-text"},
        lasts=True,
    ),
    Fault("no-finish", "The API has no call to finish.", "lms", "LMS", plan={"terminate": "missing"}, lasts=True),
    Fault(
        "no-interactions",
        "The LMS does without interactions.",
        "lms",
        "LMS",
        plan={"get": "no-interactions", "set": "no-interactions"},
        lasts=True,
    ),
    Fault(
        "says-undefined",
        "The LMS says “undefined” where it has nothing.",
        "lms",
        "LMS",
        plan={"get": "says-undefined"},
        lasts=True,
    ),
    Fault(
        "says-null", "The LMS says “null” where it has nothing.", "lms", "LMS", plan={"get": "says-null"}, lasts=True
    ),
    Fault(
        "percent-encoded",
        "The LMS keeps the work and the answers with percent signs, as an address has them.",
        "lms",
        "LMS",
        plan={"set": "percent-encodes"},
        lasts=True,
    ),
    Fault(
        "lines-ended-twice",
        "The LMS ends each line of the learner's words in another way.",
        "lms",
        "LMS",
        plan={"set": "ends-lines-twice"},
        lasts=True,
    ),
    Fault(
        "escaped",
        "The LMS writes &, <, > and quotation marks of all that it gives as numbers.",
        "lms",
        "LMS",
        plan={"get": "escapes-all"},
        lasts=True,
    ),
    Fault("padded", "The LMS gives each value with spaces behind it.", "lms", "LMS", plan={"get": "pads"}, lasts=True),
    Fault(
        "cut-1000",
        "The LMS keeps 1,000 characters and says that it has kept all.",
        "lms-partly",
        "device",
        "lms-partly",
        plan={"set": "cuts-1000"},
        lasts=True,
        length=400,
    ),
    Fault(
        "error-always",
        "The LMS says yes to each call, and names an error all the same.",
        "lms",
        "LMS",
        plan={"error": "always-101"},
        lasts=True,
    ),
    Fault(
        "resumes-nothing",
        "The LMS says at the first launch that the learner has been there.",
        "lms",
        "LMS",
        plan={"get": "resumes-nothing"},
        lasts=True,
    ),
    Fault(
        "throws-once",
        "Each call of the API throws the first time.",
        "lms",
        "LMS",
        plan={"*": "throws-once"},
        lasts=True,
    ),
    Fault(
        "counts-nothing",
        "The LMS counts no interactions and no objectives, though it has them.",
        "lms",
        "LMS",
        plan={"get": "counts-nothing"},
        lasts=True,
    ),
    Fault(
        "gives-the-value-back",
        "The LMS answers with the value in place of a yes.",
        "lms",
        "LMS",
        plan={"set": "gives-the-value-back"},
        lasts=True,
    ),
    Fault(
        "begun-already",
        "A page of the LMS has opened the session before the course does.",
        "lms",
        "LMS",
        plan={"initialize": "begun-already"},
        lasts=True,
    ),
    Fault(
        "latin-alone",
        "The LMS keeps a question mark for each letter that is not Latin.",
        "lms",
        "LMS",
        plan={"set": "keeps-latin-alone"},
        lasts=True,
        words=" Слова про довіру, 信任 🙂",
    ),
    Fault(
        "no-credit",
        "The LMS opens the course without credit.",
        "lms",
        "LMS",
        plan={"get": "no-credit"},
        lasts=True,
    ),
    Fault(
        "score-refused",
        "The LMS does not take a score.",
        "lms-unscored",
        "LMS",
        plan={"set": "refuses-score"},
        scored=True,
    ),
    Fault(
        "wrong-entry",
        "The LMS says at each launch that it is the first.",
        "lms",
        "LMS",
        plan={"get": "ab-initio"},
        lasts=True,
    ),
    Fault(
        "session-expired",
        "The session has expired, and the LMS says so.",
        "failed",
        "device",
        plan=EXPIRED,
        midway=True,
    ),
    Fault(
        "session-expired-silently",
        "The session has expired: the server shows its login page, and the LMS takes that for a yes.",
        "offline",
        "device",
        server="shows a login page",
        midway=True,
        seconds=45,
    ),
)

STORIES = (
    Fault("looking-back", "The LMS opens the course again only to look at it.", "review", "LMS"),
    Fault(
        "no-downloads",
        "The frame of the LMS allows neither downloads nor printing, and no new windows.",
        "lms",
        "LMS",
        stage="confined",
    ),
    Fault(
        "sealed-frame",
        "The frame of the LMS allows scripts alone: no LMS can be reached, nothing kept, downloaded or printed.",
        "memory",
        "device",
        stage="sealed",
    ),
    Fault("two-windows", "The course is open in two windows, and the second is closed last.", "lms", "LMS"),
    Fault(
        "nobody-named",
        "Between two launches there is one in which the LMS offers no API, and after them somebody else comes.",
        "lms",
        "LMS",
    ),
    Fault(
        "guests",
        "The LMS gives everybody the same id, and keeps no record.",
        "lms",
        "LMS",
    ),
    Fault(
        "empty-id",
        "The LMS names nobody in one launch, and keeps no record of it.",
        "lms",
        "LMS",
    ),
    Fault(
        "emptied-at-logout",
        "The LMS empties the browser's local storage when the learner logs out.",
        "lms",
        "LMS",
    ),
    Fault(
        "device-full",
        "The browser's local storage, which all courses of an LMS share, is full.",
        "lms",
        "LMS",
    ),
    Fault(
        "damaged-cut",
        "The LMS gives back the beginning of the saved work, to another device.",
        "damaged",
        "device",
    ),
    Fault(
        "damaged-byte",
        "The LMS gives back the saved work with one byte wrong, to another device.",
        "damaged",
        "device",
    ),
    Fault("killed", "The browser is killed, as when the battery dies.", "lms", "LMS"),
)
"""Stories in `stories.py`, in which the LMS itself has no fault."""

ALL = {fault.name: fault for fault in (*FAULTS, *STORIES)}
assert len(ALL) == len(FAULTS) + len(STORIES)
