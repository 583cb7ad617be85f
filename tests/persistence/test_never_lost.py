"""Whatever happens, in whatever order: nothing that a learner did is lost beyond the last ten seconds."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any

import pytest
from hypothesis import HealthCheck, settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, rule, run_state_machine_as_test

from tests.persistence.world import Seen, World

OPTIONS = ["a", "b", "c", "d"]
WORDS = {"own": "private", "shared": "shared"}
"""A reflection whose words stay on the device, one whose words the LMS may keep; and the beginning of each word in it."""

RANKS = {"": 0, "unknown": 0, "incomplete": 1, "completed": 2, "passed": 3}
"""What an LMS may hold of a learner's standing, the least first."""

KEPT_BY_DEVICE = 0.3
"""Seconds after which a device keeps what was typed."""
KEPT_BY_LMS = 12
"""Seconds of quiet after which an LMS that is well has everything: ten, and a little for the last save."""
FORGIVEN = 62
"""Seconds after which a page has tried again, however often the LMS had failed."""

pages = st.integers(0, 3)
devices = st.sampled_from(["home", "work"])


@dataclass(frozen=True)
class Answer:
    """What was answered, and how often by then."""

    choice: str
    attempts: int


@dataclass
class Kept:
    """What a device holds of the learner, at the least."""

    words: dict[str, set[str]] = field(default_factory=lambda: {item: set() for item in (*WORDS, "form")})
    answers: dict[str, Answer] = field(default_factory=dict)
    earlier: dict[str, Answer] | None = None
    """Answers of an attempt before, of which she has not decided."""
    completed: bool = False


@dataclass
class Window:
    """The course in a window of a browser."""

    number: int
    device: str
    outline: Seen
    record: Seen
    """What the LMS held when it was opened."""
    store: str | None = None
    """Whose work it shows: the learner's whom the LMS names, or "" without an LMS; None while an LMS is looked for."""
    asks: str = ""
    kind: str = ""
    frozen: bool = False
    looking: bool = False
    failed: bool = False
    """The LMS may be waiting to be tried again."""
    begun: bool = False
    disturbed: bool = False
    """Another device was at work at the same time: the LMS keeps what came last."""
    pending: list[str] = field(default_factory=list)
    """Reflections typed in so shortly ago that nobody keeps it yet."""
    shown: Seen = field(default_factory=dict)
    unwritten: bool = False
    """The device had no room for the last of it."""
    given: dict[str, Answer] = field(default_factory=dict)
    """Answers given while an LMS was looked for."""

    @property
    def writes(self) -> bool:
        """Whether she can work in it."""
        return not self.frozen and not self.looking and self.asks != "elsewhere"


def words_in(text: str) -> set[str]:
    """The words of a text, each of which was typed once."""
    return set(text.split())


def answers_in(seen: Seen) -> dict[str, Answer]:
    """The answers that a page shows, or that the LMS holds."""
    given = {question: answer for question, answer in seen["answers"].items() if answer["attempts"] > 0}
    return {question: Answer((answer["response"] or [""])[0], answer["attempts"]) for question, answer in given.items()}


class Life(RuleBasedStateMachine):
    """One learner, two devices, one LMS, and what must be there of it all."""

    world: World

    @initialize(edition=st.sampled_from(["1.2", "2004", "1.2", "2004", ""]))
    def begin(self, edition: str) -> None:
        """She has not begun."""
        self.edition = edition
        self.outline: Seen = {"version": "1", "modules": []}
        self.basis = {"q1": 100, "q2": 200, "q3": 300}
        self.choices = {question: list(OPTIONS) for question in self.basis}
        self.asked = ["q1", "q2", *WORDS]
        self.kept: dict[tuple[str, str], Kept] = {}
        self.windows: dict[int, Window] = {}
        self.full: set[str] = set()
        self.trouble = ""
        self.count = 0
        self.deleted: set[str] = set()
        self.rank = 0
        self.seen: Seen = {}
        self._outline()
        self._tell("begin", edition=edition, outline=self.outline)

    # What the world says.

    def _outline(self) -> None:
        """The course as it is now."""

        def item(name: str) -> Seen:
            if name in self.basis:
                return {"id": name, "kind": "choice", "basis": self.basis[name], "choices": self.choices[name]}
            return {"id": name, "kind": "reflect", "privacy": "device" if name == "own" else "lms-resume"}

        half = max(1, len(self.asked) // 2)
        parts = {"m1": self.asked[:half], "m2": self.asked[half:]}
        modules = [{"id": module, "items": [item(name) for name in names]} for module, names in parts.items()]
        self.outline = {"version": str(self.count), "modules": modules}

    def _tell(self, happens: str, **told: Any) -> None:
        # No window can know what another device has said meanwhile to an LMS that failed at first: what comes last stays.
        unaware = any(
            window.disturbed and window.failed and RANKS[window.record["status"]] < self.rank
            for window in self.windows.values()
        )
        self.seen = self.world.tell(happens, **told)
        shown = {page["id"]: page for page in self.seen["pages"]}
        for number, window in list(self.windows.items()):
            if number not in shown:
                del self.windows[number]
                continue
            before, window.shown = window.shown, shown[number]
            window.kind, window.asks = window.shown["kind"], window.shown["asks"]
            assert window.shown["completed"] or not before.get("completed"), "a completion was taken back"
            store = window.shown["store"]
            if window.store is None and store is not None and happens != "open":
                window.store = store
                self._found(window)
            if window.asks == "elsewhere":
                # It is said that nothing is saved from this window.
                window.pending.clear()
                window.given.clear()
        rank = RANKS[self.seen["record"]["status"]]
        assert rank >= self.rank or unaware, "the LMS was told less than it held"
        self.rank = rank

    def _store(self, window: Window) -> Kept:
        assert window.store is not None
        return self.kept.setdefault((window.device, window.store), Kept())

    def _found(self, window: Window) -> None:
        """The page knows now whose work it shows: all that is known of it must be there."""
        kept = self._store(window)
        record = window.record if window.store else {"texts": {}, "answers": {}, "completed": False}
        if window.store and window.shown["aside"] and (kept.earlier is None or not record["status"]):
            kept.earlier, kept.answers, kept.completed = {**(kept.earlier or {}), **kept.answers}, {}, False
        self._expect(window, record["texts"], answers_in(record))
        assert window.shown["completed"] or not (kept.completed or record["completed"])

    def _expect(self, window: Window, texts: dict[str, str], known: dict[str, Answer]) -> None:
        """Everything that this device keeps, and everything besides, is shown."""
        kept = self._store(window)
        shown = {**window.shown["texts"], "form": window.shown["form"]}
        for item, words in kept.words.items():
            if item in shown:
                missing = (words | words_in(texts.get(item, ""))) - words_in(shown[item]) - self.deleted
                assert not missing, f"{missing} lost in {item}: {shown[item]!r}"
        for question, choices in self._questions(window):
            candidates = [answers[question] for answers in (kept.answers, known) if question in answers]
            if question in window.given:
                candidates = [window.given[question]]
            if not candidates:
                continue
            most = max(answer.attempts for answer in candidates)
            wanted = [[answer.choice] * (answer.choice in choices) for answer in candidates if answer.attempts == most]
            found = window.shown["answers"].get(question)
            assert found and found["state"] != "unanswered", f"the answer to {question} is lost"
            assert found["response"] in wanted, f"{question} was {wanted} and is {found}"

    def _questions(self, window: Window) -> Iterator[tuple[str, list[str]]]:
        for module in window.outline["modules"]:
            for item in module["items"]:
                if item["kind"] == "choice":
                    yield item["id"], item["choices"]

    # What the model takes down.

    def _written(self, window: Window) -> None:
        """The page has just written all that it holds on its device, unless that is full."""
        if window.store is None or window.number not in self.windows:
            return
        window.unwritten = window.device in self.full
        if window.unwritten:
            return
        kept = self._store(window)
        for item, text in {**window.shown["texts"], "form": window.shown["form"]}.items():
            if item not in window.pending:
                kept.words[item] |= words_in(text)
        kept.answers |= answers_in(window.shown)
        kept.completed |= window.shown["completed"]

    def _pause(self, window: Window) -> None:
        """What was typed is kept from now on."""
        if window.pending and window.store is not None:
            window.pending.clear()
            self._written(window)

    def _last_words(self, window: Window) -> None:
        """The page writes down all that it has not written yet, for want of time or of room."""
        self._pause(window)
        if window.unwritten and window.writes:
            self._written(window)

    def _window(self, number: int, writes: bool = True) -> Window | None:
        """One of the open windows, or None when there is none in which this can happen."""
        if not self.windows:
            self.open(("home", "home", "home", "work")[number], False)
        open_ = [window for window in self.windows.values() if not writes or window.writes]
        return open_[number % len(open_)] if open_ else None

    def _lms_has_all(self, window: Window) -> None:
        """What the page shows is in the LMS, as far as it may be."""
        record = self.seen["record"]
        shown = window.shown["texts"].get("shared", "")
        missing = words_in(shown) - words_in(record["texts"].get("shared", ""))
        assert not missing, f"{missing} not in the LMS"
        for question, given in window.shown["answers"].items():
            if question in dict(self._questions(window)) and given["attempts"] > 0:
                there = record["answers"].get(question)
                assert there and there["attempts"] >= given["attempts"], f"{question} is {there} in the LMS"

    def _alone_with_lms(self, window: Window) -> bool:
        """Whether this page speaks with an LMS that is well, and nobody else does."""
        others = [other for other in self.windows.values() if other is not window and not other.frozen]
        return bool(
            window.store
            and window.writes
            and window.begun
            and self.trouble == ""
            and not others
            and window.outline is self.outline
            and not window.disturbed
            and window.kind not in ("no-lms", "memory", "ended", "gone", "left", "after")
        )

    # What happens.

    @rule(device=devices, late=st.booleans())
    def open(self, device: str, late: bool) -> None:
        """She opens the course."""
        if len(self.windows) >= 3:
            return
        self.count += 1
        window = Window(self.count, device, self.outline, self.seen["record"])
        for other in self.windows.values():
            if other.device != device:
                other.disturbed = window.disturbed = True
        self.windows[window.number] = window
        self._tell("open", page=window.number, device=device, late=late)
        self.wait(0)

    @rule(
        number=pages,
        item=st.sampled_from(list(WORDS)),
        how=st.sampled_from(["more", "more", "more", "instead", "less", "nothing"]),
    )
    def type(self, number: int, item: str, how: str) -> None:
        """She writes in a reflection."""
        window = self._window(number)
        if not window or item not in window.shown["texts"]:
            return
        self.count += 1
        before = window.shown["texts"][item]
        words = before.split()
        new = f"{WORDS[item]}{self.count}"
        text = {"more": f"{before} {new}".strip(), "instead": new, "less": " ".join(words[:-1]), "nothing": ""}[how]
        self.deleted |= words_in(before) - words_in(text)
        window.pending.append(item)
        self._tell("type", page=window.number, item=item, text=text)

    @rule(number=pages, question=st.sampled_from(["q1", "q2", "q3"]), choice=st.sampled_from(OPTIONS))
    def answer(self, number: int, question: str, choice: str) -> None:
        """She checks an answer."""
        window = self._window(number)
        if not window or choice not in dict(self._questions(window)).get(question, []):
            return
        self._tell("answer", page=window.number, item=question, choice=choice)
        if window.store is None:
            window.given[question] = Answer(choice, window.shown["answers"][question]["attempts"])
        self._written(window)

    @rule(number=pages, more=st.booleans())
    def fill_in_the_form(self, number: int, more: bool) -> None:
        """She writes in her record of learning."""
        window = self._window(number)
        if not window:
            return
        self.count += 1
        before = window.shown["form"]
        text = f"{before} private{self.count}" if more else f"private{self.count}"
        self.deleted |= words_in(before) - words_in(text)
        self._tell("form", page=window.number, text=text)
        self._written(window)

    @rule(number=pages, module=st.sampled_from(["m1", "m2"]))
    def turn(self, number: int, module: str) -> None:
        """She goes to another module."""
        if window := self._window(number):
            before = self.seen
            self._tell("turn", page=window.number, module=module)
            if before["pages"] != self.seen["pages"]:
                self._written(window)

    @rule(seconds=st.sampled_from([0, 0.2, 1, 6, KEPT_BY_LMS, FORGIVEN]))
    def wait(self, seconds: float) -> None:
        """Time goes by."""
        self._tell("wait", seconds=seconds)
        for window in list(self.windows.values()):
            if window.frozen:
                continue
            window.begun = window.begun or window.store is not None
            if seconds > KEPT_BY_DEVICE:
                self._pause(window)
            if seconds >= FORGIVEN and self.trouble == "":
                window.failed = False
            if seconds >= KEPT_BY_LMS and not window.failed and self._alone_with_lms(window):
                self._lms_has_all(window)

    @rule(number=pages)
    def hide(self, number: int) -> None:
        """She looks at something else."""
        if window := self._window(number, writes=False):
            if window.frozen:
                return
            self._tell("hide", page=window.number)
            self._last_words(window)
            if self._alone_with_lms(window):
                self._lms_has_all(window)

    @rule(number=pages)
    def close(self, number: int) -> None:
        """She closes the window, or loads it anew."""
        if window := self._window(number, writes=False):
            if window.frozen:
                return self.kill(number)
            alone = self._alone_with_lms(window)
            if window.store is None:
                window.store = ""
            self._last_words(window)
            self._tell("close", page=window.number)
            if alone:
                self._lms_has_all(window)

    @rule(number=pages)
    def leave(self, number: int) -> None:
        """She presses "Save and leave", and may stay all the same."""
        window = self._window(number)
        if window and window.begun and window.shown["leaves"]:
            alone = self._alone_with_lms(window)
            self._tell("leave", page=window.number)
            self._last_words(window)
            if alone:
                self._lms_has_all(window)
                assert window.kind in ("left", "lms-memory")

    @rule(number=pages)
    def kill(self, number: int) -> None:
        """The browser dies, or the device forgets the page."""
        if window := self._window(number, writes=False):
            self._tell("kill", page=window.number)

    @rule(number=pages)
    def go_away(self, number: int) -> None:
        """She follows a link out of the course; the browser keeps the page as it is."""
        window = self._window(number, writes=False)
        if window and not window.frozen and window.store is not None:
            self._last_words(window)
            window.frozen = True
            self._tell("freeze", page=window.number)

    @rule(number=pages)
    def come_back(self, number: int) -> None:
        """She goes back to it."""
        if window := self._window(number, writes=False):
            if not window.frozen:
                return
            window.frozen = False
            self._tell("thaw", page=window.number)
            self._settle_turn(window)

    @rule(number=pages)
    def go_on_here(self, number: int) -> None:
        """Of two windows she chooses this one."""
        waiting = [window for window in self.windows.values() if window.asks == "elsewhere" and not window.frozen]
        if not waiting:
            return
        window = waiting[number % len(waiting)]
        for other in self.windows.values():
            if other is not window and other.device == window.device and not other.frozen:
                self._last_words(other)
        self._tell("here", page=window.number)
        self._settle_turn(window)

    def _settle_turn(self, window: Window) -> None:
        known = answers_in(window.shown)
        self.wait(1)
        if window.number in self.windows and window.writes and window.store is not None:
            self._expect(window, {}, known)

    @rule(kind=st.sampled_from(["", "", "fails", "throws", "lies"]))
    def trouble_with_the_lms(self, kind: str) -> None:
        """The LMS fails, or is well again."""
        self.trouble = kind
        for window in self.windows.values():
            window.failed = True
        self._tell("trouble", kind=kind)

    @rule(device=devices, full=st.booleans())
    def no_room(self, device: str, full: bool) -> None:
        """The device has no room any more, or has some again."""
        if full:
            self.full.add(device)
        else:
            self.full.discard(device)
        self._tell("full", device=device, full=full)

    @rule()
    def new_attempt(self) -> None:
        """The LMS begins a new attempt. Nobody has the course open meanwhile."""
        if self.windows or not self.edition:
            return
        self.rank = 0
        self._tell("forget")

    @rule(number=pages, on=st.booleans())
    def decide(self, number: int, on: bool) -> None:
        """She goes on with her earlier answers, or begins again."""
        asked = [window for window in self.windows.values() if window.asks == "earlier" and not window.frozen]
        if not asked:
            return
        window = asked[number % len(asked)]
        if window.store is None:
            return
        kept = self._store(window)
        earlier, kept.earlier = kept.earlier or {}, None
        self._tell("goOn" if on else "beginAgain", page=window.number)
        if on:
            kept.answers = {**earlier, **kept.answers}
            self._expect(window, {}, {})
            self._written(window)

    @rule(
        what=st.sampled_from(["add", "remove", "change", "option", "reorder", "reflection"]),
        question=st.sampled_from(["q1", "q2", "q3"]),
    )
    def update(self, what: str, question: str) -> None:
        """The author publishes a new version; whoever has the course open still sees the old one."""
        self.count += 1
        if what == "add" and question not in self.asked:
            self.asked.insert(self.count % (len(self.asked) + 1), question)
        elif what == "remove" and question in self.asked:
            self.asked.remove(question)
        elif what == "change":
            self.basis[question] += 1
        elif what == "option" and len(self.choices[question]) > 2:
            self.choices[question].pop()
        elif what == "reorder":
            self.asked.reverse()
        elif what == "reflection":
            self.asked = [name for name in self.asked if name != "shared"] + ["shared"] * ("shared" not in self.asked)
        self._outline()
        self._tell("update", outline=self.outline)

    @rule(number=pages)
    def clear(self, number: int) -> None:
        """She clears all of her work on this device; her other windows there forget it too."""
        window = self._window(number)
        if not window or window.store is None:
            return
        self.kept.pop((window.device, window.store), None)
        self._tell("clear", page=window.number)
        self._tell("hear", device=window.device)

    @rule(number=pages, to=pages)
    def carry(self, number: int, to: int) -> None:
        """She saves her work to a file in one window, and loads it in another one."""
        source, window = self._window(number), self._window(to)
        if not source or not window or source is window or None in (source.store, window.store):
            return
        for each in (source, window):
            self._pause(each)
        theirs, ours = source.shown, window.shown
        self._tell("carry", **{"from": source.number, "page": window.number})
        shown = {**window.shown["texts"], "form": window.shown["form"]}
        for seen in (theirs, ours):
            for item, text in {**seen["texts"], "form": seen["form"]}.items():
                assert item not in shown or words_in(text) <= words_in(shown[item])
            for question, answer in answers_in(seen).items():
                if question in dict(self._questions(window)):
                    assert answers_in(window.shown)[question].attempts >= answer.attempts
        self._written(window)

    def teardown(self) -> None:
        """In the end all is well again, and everything is there wherever she looks."""
        if not hasattr(self, "edition"):
            return
        self.trouble_with_the_lms("")
        for device in ("home", "work"):
            self.no_room(device, False)
        for _ in list(self.windows):
            self.close(0)
        for device in ("home", "work"):
            self.open(device, False)
            self.wait(6)
            self.wait(FORGIVEN)
            self.close(0)


def live(lives: int) -> None:
    """So many lives."""
    with World() as world:
        run_state_machine_as_test(
            type("Life", (Life,), {"world": world}),
            settings=settings(
                max_examples=lives,
                stateful_step_count=30,
                report_multiple_bugs=False,
                suppress_health_check=list(HealthCheck),
            ),
        )


def test_nothing_is_lost() -> None:
    """A hundred learners, each with a story of answers, words, windows, devices, failures and new versions."""
    live(100)


@pytest.mark.slow
def test_nothing_is_lost_by_a_thousand_learners() -> None:
    """The same, longer."""
    live(1000)
