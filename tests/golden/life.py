"""What the learner of the golden course does, and how it is played: with the hooks of the page, in an LMS or from the disk."""

import copy
import json
import re
from collections.abc import Mapping
from dataclasses import replace
from pathlib import Path
from typing import Any

from playwright.sync_api import Browser, BrowserContext, FrameLocator, Page, expect

from tests.golden.pins import Pin
from tests.golden.suspended import Suspended, read_suspended
from tests.lms.host import Enrolment, Lms

HERE = Path(__file__).parent
LEARNER = "golden-learner"
"""What the LMS calls her: her device keeps her work under it, and her own order of options comes from it."""

Json = dict[str, Any]

LONG = "Nobody has the time, the quiet or the paper for it; nobody reads it; and whoever does forgets it before the next meeting on Monday"
AGAIN = "The manager listens to every family before the plan is written, and then asks again"
PEOPLE = {"Social worker": "Relationships with families", "Manager": "Knowing what it is like"}
HELPS = {"Trust": "Enablers", "Time to learn": "Enablers", "Fear of blame": "Barriers"}
GAPS = ("Gap 1 of 3", "Gap 2 of 3", "Gap 3 of 3")
HALF = "What is half of seven?"
FOR_TUTOR = "What will you ask your supervisor?"


def answer(item: str, **given: Any) -> Json:
    """A question answered and checked."""
    return {"item": item, "check": True, **given}


FIRST_SITTING: dict[str, list[Json]] = {
    "welcome": [
        {"film": "A first film", "seconds": 42},
        answer("What does every stage need?", chosen=["Fear of blame"]),
        answer("What does every stage need?", chosen=["Trust", "Targets"]),
        answer("Whom do you tell first?", chosen=["The Ideas Team"]),
    ],
    "choices": [
        answer("Which of these words has an accent on its last letter?", chosen=["Ŵy naïve à Zürich"]),
        answer("Which sentence is the true one?", chosen=[AGAIN]),
        answer("How many are there?", chosen=["12"]),
        answer("Which sign starts a comment?", chosen=["The sign // in C"]),
        answer("Which sign starts a comment?", chosen=["Neither of the two: see Ctrl"]),
        answer("An innovation is done when it has been designed.", chosen=["False"]),
        answer(
            "What gets in the way of a long answer, in the words of those who were asked for it twice over?",
            chosen=[LONG],
        ),
    ],
    "steps": [
        answer(
            "How does an idea become everyday work?",
            steps=["Designing, with families", "Mobilising", "Integrating", "Growing"],
        ),
        answer("What does each person bring?", fields={**PEOPLE, "Élodie, who is 15": "Knowing what it is like"}),
        answer(
            "What helps, and what gets in the way?",
            fields={**HELPS, "Targets that change each month": "Barriers"},
        ),
    ],
    "reflections": [
        {"item": "What enables innovation where you work?", "text": "On this device: we asked twice.\nÉlodie said no."},
        {"item": "What would your supervisor say to that?", "text": "On any device: she would ask “why?” – twice."},
        {"item": FOR_TUTOR, "text": "For the tutor: when do we begin?"},
    ],
    "test": [
        {"item": "Which stage comes first?", "chosen": ["Designing"]},
        {"item": "Whose work is it?", "fields": {"Asking families": "The team", "Making room": "The manager"}},
        {"item": "Say it again", "fields": {"Gap": "Time"}},
        {"handIn": "test"},
    ],
    "bank": [
        answer("What is a bank?", chosen=["All of a few"]),
        answer("How many stages has the first picture?", fields={"Your answer": "4"}),
        answer("Is it the same two each time?", chosen=["False"]),
        answer("Finish the word", fields={"Gap": "ions"}),
    ],
    "record": [
        {"form": {"What kind of learning was it?": "Reading", "When was it?": "2026-05-01"}},
        {"form": {"What did you learn?": "To ask first.", "Which domains does it relate to?": "Critical reflection"}},
    ],
    "words": [
        answer(
            "Complete the sentences", fields=dict(zip(GAPS, ["Confidence", "managers' support", "naive"], strict=True))
        ),
        answer("How many minutes is the first film?", fields={"Your answer": "30"}),
        answer("How many minutes is the first film?", fields={"Your answer": "21,0"}),
        answer("How sure are you that your team could try something new?", chosen=["A little sure"]),
        {"item": HALF, "fields": {"Your answer": "3,"}},
    ],
}
"""By page, in the order of her visits. Of the bank she answers what she is given. The last answer is only half typed."""

LATER = answer(HALF, fields={"Your answer": "3.5"})
"""What she does in the second sitting: she goes on with the answer that she had begun."""

Course = Page | FrameLocator


def turn_to(course: Course, page: str) -> None:
    """Be on a page of the course."""
    course.locator("html").evaluate("(_, page) => void (location.hash = page)", page)
    expect(course.locator(f'[data-page="{page}"]')).to_be_visible()


def act(course: Course, deed: Json) -> None:
    """Do one thing, if she is asked for it."""
    course.locator("html").evaluate(
        "(_, deed) => (!deed.item || window.seen().items[deed.item].asked) && void window.act(deed)", deed
    )


def see(course: Course) -> Json:
    """What every question and reflection shows once its module is open, and where the learner was."""
    expect(course.locator("html")).to_have_attribute("data-ready", "")
    place = course.locator("html").evaluate("() => window.seen().place")
    for page in FIRST_SITTING:
        turn_to(course, page)
    seen = look(course)
    form: Json = course.locator("html").evaluate("() => window.seenForm()")
    return {**seen, "place": place, "form": form}


def look(course: Course) -> Json:
    """What every question and reflection shows now, whether its module is open or not."""
    seen: Json = course.locator("html").evaluate("() => window.seen()")
    return seen


def kept_by_device(course: Course) -> Json:
    """Everything that is in the browser's stores, once the slower one has what the other has."""
    for _ in range(200):
        kept: Json = course.locator("html").evaluate("() => window.kept()")
        copies = [store for base in kept["databases"].values() for store in base["stores"].values()]
        if all(_is_in(copies, key, text) for key, text in kept["local"].items() if text.startswith("{")):
            return kept
    raise AssertionError(f"the device has no second copy of its work: {kept}")


def _is_in(copies: list[Json], key: str, text: str) -> bool:
    return any(copy.get(key) == text for copy in copies)


def visitor(browser: Browser, local: Mapping[str, str] | None = None) -> BrowserContext:
    """A device: new, or with this in its local storage."""
    context = browser.new_context(locale="en-GB")
    context.set_default_timeout(10_000)
    context.add_init_script(path=HERE / "life.js")
    script = "rows => rows.forEach(([key, value]) => localStorage.getItem(key) ?? localStorage.setItem(key, value))"
    if local:
        context.add_init_script(f"({script})({json.dumps(list(local.items()))})")
    return context


def play(course: Course) -> None:
    """The whole first sitting; the course stays open, with an answer half typed."""
    expect(course.locator("html")).to_have_attribute("data-ready", "")
    for page, deeds in FIRST_SITTING.items():
        turn_to(course, page)
        for deed in deeds:
            act(course, deed)


def go_on(course: Course) -> None:
    """The second sitting: what was begun is ended."""
    turn_to(course, "words")
    act(course, LATER)


def enrol(lms: Lms, package: Path, record: Json | None = None) -> Enrolment:
    """The golden learner, with what an LMS keeps of her."""
    return replace(lms.enrol(package), learner=LEARNER, record=copy.deepcopy(record or {}))


def kept_by_lms(enrolment: Enrolment) -> Json:
    """What of the record a learner or a tutor would miss."""
    cmi = enrolment.record["cmi"]
    core = cmi.get("core", cmi)
    reported = {one["id"]: one["result"] for one in _listed(cmi["interactions"])}
    return {"score": str(core["score"]["raw"]), "reported": reported}


def _listed(rows: Any) -> list[Json]:
    return rows if isinstance(rows, list) else [rows[place] for place in sorted(rows, key=int)]


def pins_of_record(enrolment: Enrolment, seen: Json) -> list[Pin]:
    """The identifiers and keys in what the LMS keeps after the first sitting, by the words of the question."""
    edition, cmi = enrolment.edition, enrolment.record["cmi"]
    state = suspended(enrolment)
    interactions = _listed(cmi["interactions"])
    titles = _titles(state, _places_told(enrolment), seen)
    pins = []
    for place, one in ((place, interactions[place]) for place in titles):
        pins.append(Pin("interaction id", edition, titles[place], one["id"]))
        pins.append(Pin("interaction type", edition, titles[place], one["type"]))
    for place, one in enumerate(sorted(_listed(cmi["objectives"]), key=_visit), 1):
        pins.append(Pin("objective id", edition, f"module {place} of her visits", one["id"]))
    unnamed = []
    for key, item in state.items.items():
        if item["index"] < 0:
            unnamed.append(key)
            continue
        pins.append(Pin("state key", edition, titles[item["index"]], str(key)))
        if stored := [*item["choices"], *item["texts"]]:
            pins.append(Pin("stored answer", edition, titles[item["index"]], " ".join(map(str, stored))))
    for name, keys in (("all modules", state.modules), ("other reflections", unnamed), ("all films", state.films)):
        pins.append(Pin("state key", edition, name, " ".join(map(str, sorted(keys)))))
    return pins


def _visit(objective: Json) -> int:
    """Which of her visits an objective belongs to: on a slow machine one save may hold several, in the order of the course."""
    pages = [page.replace("-", "_") for page in FIRST_SITTING]
    return next((place for place, page in enumerate(pages) if page in objective["id"]), len(pages))


def _places_told(enrolment: Enrolment) -> list[int]:
    """The places of interactions, in the order in which they were given an outcome; others only keep a place free."""
    launches = [launch for launch in enrolment.lms.launches.values() if launch.enrolment is enrolment]
    outcomes = (re.fullmatch(r"cmi\.interactions\.(\d+)\.result", call.element) for it in launches for call in it.calls)
    return list(dict.fromkeys(int(outcome[1]) for outcome in outcomes if outcome))


def _titles(state: Suspended, places: list[int], seen: Json) -> dict[int, str]:
    """The question of each interaction, by place: in the order of her deeds, the words for the tutor where they were put."""
    (words,) = (
        item["index"] for item in state.items.values() if item["index"] >= 0 and not item["choices"] + item["texts"]
    )
    deeds = [deed["item"] for page in FIRST_SITTING.values() for deed in page if "item" in deed and "text" not in deed]
    answered = [title for title in dict.fromkeys(deeds) if seen["items"][title]["asked"] and title != HALF]
    answered.insert(places.index(words), FOR_TUTOR)
    assert len(answered) == len(places), f"{len(places)} interactions were reported, {len(answered)} things were done"
    return dict(zip(places, answered, strict=True))


def pins_of_device(kept: Json, session: str) -> list[Pin]:
    """The names under which a device keeps the work."""
    ours = [key for key in kept["local"] if ":" in key]  # without one it is only tried out
    pins = [Pin("storage key", session, "local storage", " ".join(sorted(ours)))]
    for name, base in kept["databases"].items():
        pins.append(Pin("storage key", session, "database", f"{name} {base['version']}"))
        pins += [
            Pin("storage key", session, f"rows of {store}", " ".join(sorted(rows)))
            for store, rows in base["stores"].items()
        ]
    return pins


def suspended(enrolment: Enrolment) -> Suspended:
    """The state that the LMS holds."""
    return read_suspended(enrolment.record["cmi"]["suspend_data"])
