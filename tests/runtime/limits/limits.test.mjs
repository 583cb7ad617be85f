/**
 * Limits of the run-time, each from both sides: just within it, and just beyond. tests/limits/complete/test_run_time.py
 * finds new ones; a title begins with the file and the constant.
 */
import assert from "node:assert/strict";
import { test } from "node:test";
import { Stopwatch } from "../../../templates/runtime/device/clock.js";
import { spareOf } from "../../../templates/runtime/device/second-copy.js";
import { findApi, windowsAround } from "../../../templates/runtime/lms/find-api.js";
import { response2004 } from "../../../templates/runtime/lms/response-2004.js";
import { scorm12 } from "../../../templates/runtime/lms/scorm12.js";
import { timeinterval, timespan, timestamp } from "../../../templates/runtime/lms/time.js";
import { lockTurn, storageTurn } from "../../../templates/runtime/ownership/turn.js";
import { announcer } from "../../../templates/runtime/page/announcer.js";
import { statusOf } from "../../../templates/runtime/session/save-kind.js";
import { rememberTaken } from "../../../templates/runtime/session/sending/sent-words.js";
import { timetable } from "../../../templates/runtime/session/sending/timetable.js";
import { reachOf } from "../../../templates/runtime/session/server-reach.js";
import { LARGEST, readWork, writeWork } from "../../../templates/runtime/state/work-file.js";
import { emptySnapshot } from "../../../templates/runtime/state/snapshot.js";
import { FakeClock } from "../fakes/fake-clock.mjs";
import { FakePage } from "../fakes/fake-course.mjs";
import { StrictLms } from "../fakes/strict-lms.mjs";

/** A timetable, and the ticks at which the LMS was told. */
function table(begin = () => {}) {
  const clock = new FakeClock();
  const told = [];
  const times = timetable(clock, () => {
    told.push(clock.ticks());
    times.stop();
    times.told();
  });
  begin(times, clock);
  return { clock, told, times };
}

/** After how many milliseconds the LMS is told first. */
function first(act, begin) {
  const { clock, told, times } = table(begin);
  const start = clock.ticks();
  act(times, clock);
  clock.advance(300_000);
  return told[0] - start;
}

test("timetable SOON AFTER_PAINT SELDOM BREATH WAIT: when the LMS is told after what", () => {
  assert.equal(first((times) => times.after("soon")), 1500);
  assert.equal(first((times) => times.after("now")), 60);
  assert.equal(first((times) => times.seldom()), 10_000);
  assert.equal(first((times) => times.on()), 30);
  assert.equal(first((times) => times.wait()), 500);
});

test("timetable RETRIES: after each failure later, and then once a minute", () => {
  assert.deepEqual([0, 1, 2, 3, 4, 99].map((failures) => first((times) => times.retry(failures))), [2000, 5000, 15_000, 60_000, 60_000, 60_000]);
});

test("timetable SLOW: a commit of a second changes nothing, a longer one makes them seldom until one is quick", () => {
  const after = (spent) => first((times) => times.after("soon"), (times, clock) => (clock.hold(5000), times.told(clock.ticks() - spent)));
  assert.deepEqual([after(1000), after(1001)], [1500, 10_000]);
  const { clock, told, times } = table();
  clock.hold(5000);
  times.told(0);
  times.told(4500);
  times.after("soon");
  clock.advance(1500);
  assert.deepEqual(told, [6500]);
});

test("timetable HEARTBEAT: at work with nothing to tell, the LMS hears from her after more than four minutes", () => {
  const heard = (milliseconds) => {
    const { clock, told, times } = table();
    clock.advance(milliseconds);
    times.keepAlive();
    clock.advance(60);
    return told.length;
  };
  assert.deepEqual([heard(240_000), heard(240_001)], [0, 1]);
});

test("timetable IDLE LATEST: nobody is held up while she types, and after a minute of it the LMS is told all the same", () => {
  const typed = (every, times) => {
    const { clock, told, times: plan } = table((plan) => plan.told());
    clock.hold(20_000);
    for (let time = 0; time < times; time += 1) {
      plan.after("idle");
      clock.advance(every);
    }
    clock.advance(300_000);
    return told[0] - 20_000;
  };
  assert.equal(typed(1000, 1), 3000);
  assert.equal(typed(2999, 10), 9 * 2999 + 3000);
  assert.equal(typed(3001, 10), 3000);
  assert.equal(typed(1000, 100), 60_000);
  assert.equal(first((times) => times.after("idle")), 10_000, "and not ten seconds after the last time");
  const soon = table();
  soon.clock.hold(20_000);
  soon.times.after("idle");
  soon.times.after("soon");
  soon.clock.advance(1500);
  assert.deepEqual(soon.told, [21_500], "of two moments the earlier one counts");
});

test("connection SEARCH_EVERY SEARCH_TIMES: an LMS is looked for every quarter of a second, for five seconds", () => {
  /** Whether an LMS that comes after so many milliseconds is found in so many more. */
  const found = (after, within) => {
    const page = new FakePage({});
    page.settle(after);
    page.lms = new StrictLms("1.2");
    page.settle(within);
    return page.lms.log.length > 0;
  };
  assert.deepEqual([found(0, 249), found(0, 250), found(250, 249), found(250, 250)], [false, true, false, true]);
  assert.deepEqual([found(4750, 250), found(5000, 60_000)], [true, false]);
  const page = new FakePage({});
  page.settle(4999);
  assert.equal(page.status, "connecting");
  page.settle(1);
  assert.notEqual(page.status, "connecting");
});

test("leave SERVER: a server that says nothing is waited for five seconds", () => {
  const page = new FakePage({ lms: new StrictLms("1.2") });
  page.settle();
  page.session.leave();
  page.settle(4999);
  assert.notEqual(page.status, "left");
  page.settle(1);
  assert.equal(page.status, "left");
});

test("server-reach EVERY: the server is asked twice a minute at most, unless it is urgent", async () => {
  const clock = new FakeClock();
  let asked = 0;
  const reach = reachOf(async () => void (asked += 1), clock);
  reach(() => {});
  clock.advance(29_999);
  reach(() => {});
  assert.equal(asked, 1);
  clock.advance(1);
  assert.equal(asked, 2);
  clock.advance(30_000);
  reach(() => {});
  assert.equal(asked, 3);
  reach(() => {}, true);
  assert.equal(asked, 4);
});

test("turn TRIES PAUSE: a page that goes away has three times a moment to let go", () => {
  const clock = new FakeClock();
  const asked = [];
  let refused = 0;
  const locks = { request: (_, { ifAvailable }, held) => (asked.push(clock.ticks()), held(ifAvailable ? null : {}), Promise.resolve()) };
  lockTurn(locks, "key", clock, { got() {}, refused: () => (refused += 1), lost() {} }).ask();
  clock.advance(149);
  assert.deepEqual([asked, refused], [[0], 0]);
  clock.advance(150);
  assert.deepEqual([asked, refused], [[0, 150], 0]);
  clock.advance(1);
  assert.deepEqual([asked, refused], [[0, 150, 300], 1]);
  clock.advance(10_000);
  assert.equal(asked.length, 3);
  let got = 0;
  storageTurn({ addEventListener() {}, localStorage: { setItem() {} } }, "key", clock, { got: () => (got += 1), refused() {}, lost() {} }).ask();
  clock.advance(449);
  assert.equal(got, 0);
  clock.advance(1);
  assert.equal(got, 1);
});

test("save-kind IN_VAIN: after four tries in vain the LMS is not expected back in this window", () => {
  const standing = (times) => ({
    connection: { kind: "open" },
    ownership: { kind: "mine" },
    saving: { due: { kind: "failing", times }, held: { kind: "nothing" } },
    keeping: "device",
    words: "travelling",
    risky: false,
  });
  assert.deepEqual([3, 4].map((times) => statusOf(standing(times)).trouble), ["", "failed"]);
});

test("announcer STAYS PAUSE TREMBLES: news is said after a moment, taken away after five seconds, and not said twice to a hand that trembles", (t) => {
  t.mock.timers.enable({ apis: ["setTimeout"] });
  const region = { textContent: "", replaceChildren: (...words) => (region.textContent = words.join("")) };
  announcer(region)("Saved.");
  t.mock.timers.tick(49);
  assert.equal(region.textContent, "");
  t.mock.timers.tick(1);
  assert.equal(region.textContent, "Saved.");
  t.mock.timers.tick(4999);
  assert.equal(region.textContent, "Saved.");
  t.mock.timers.tick(1);
  assert.equal(region.textContent, "");
  const again = (milliseconds) => {
    const say = announcer(region);
    say("Right.");
    t.mock.timers.tick(milliseconds);
    region.textContent = "";
    say("Right.");
    t.mock.timers.tick(50);
    return region.textContent;
  };
  assert.deepEqual([again(999), again(1000)], ["", "Right."]);
});

test("second-copy PATIENCE: a database that never answers has kept nothing after a second", async (t) => {
  t.mock.timers.enable({ apis: ["setTimeout"] });
  const known = [];
  spareOf(() => ({ open: () => ({}) })).write("key", "text", (kept) => known.push(kept));
  const turns = async () => {
    for (let turn = 0; turn < 20; turn += 1) await null;
  };
  t.mock.timers.tick(999);
  await turns();
  assert.deepEqual(known, []);
  t.mock.timers.tick(1);
  await turns();
  assert.deepEqual(known, [false]);
});

test("clock IDLE_LIMIT: a pause of more than half an hour counts as half an hour", () => {
  const spent = (milliseconds) => {
    const clock = new FakeClock();
    const watch = new Stopwatch(clock);
    clock.advance(milliseconds);
    watch.touch();
    clock.advance(1000);
    return watch.seconds;
  };
  assert.deepEqual([spent(1_799_999), spent(1_800_000), spent(1_800_001)], [1800.999, 1801, 1801]);
});

const api = { LMSInitialize() {}, LMSGetValue() {}, LMSSetValue() {}, LMSCommit() {} };

test("find-api HOPS FRAMES: ten windows up, and thirty frames of each", () => {
  const nested = (depth) => {
    let window = { API: api };
    for (let level = 0; level < depth; level += 1) window = { parent: window };
    return findApi(window, scorm12.api) !== null;
  };
  assert.deepEqual([nested(10), nested(11)], [true, false]);
  const framed = (place) => {
    const top = { length: place + 1 };
    top.parent = top;
    for (let frame = 0; frame <= place; frame += 1) top[frame] = { parent: top };
    top[place].API = api;
    return findApi(top, scorm12.api) !== null;
  };
  assert.deepEqual([framed(29), framed(30)], [true, false]);
  assert.equal(windowsAround({}).length, 1);
});

test("response-2004 LONGEST MOST_GAPS: 250 characters of a gap, ten gaps, seven decimals", () => {
  const note = { types: { scorm2004: "fill-in" }, choices: [] };
  const filled = (length) => response2004(note, ["a".repeat(length)]).length;
  assert.deepEqual([filled(249), filled(250), filled(251)], [249, 250, 250]);
  assert.equal(response2004(note, [`{${"a".repeat(300)}`]).length, "{lang=en} ".length + 249);
  const gaps = (count) => response2004(note, Array.from({ length: count }, () => "a")).split("[,]").length;
  assert.deepEqual([gaps(9), gaps(10), gaps(11)], [9, 10, 10]);
  const number = (text) => response2004({ types: { scorm2004: "numeric" }, choices: [] }, [text]);
  assert.deepEqual([number("0.1234567"), number("0.12345678"), number("12345678")], ["0.1234567", "0.1234567", "12345678"]);
});

test("time LONGEST: a span of time has four digits of hours, and a year of the standard four", () => {
  const longest = 9999 * 3600 + 59 * 60 + 59;
  assert.deepEqual([longest - 1, longest, longest + 1, -1, NaN].map(timespan), ["9999:59:58.00", "9999:59:59.00", "9999:59:59.00", "0000:00:00.00", "0000:00:00.00"]);
  assert.deepEqual([longest, longest + 1].map(timeinterval), ["PT9999H59M59.00S", "PT9999H59M59.00S"]);
  assert.deepEqual(
    ["1969-12-31T23:59:59Z", "1970-01-01T00:00:00Z", "2037-12-31T23:59:59Z", "2038-01-01T00:00:00Z"].map((text) => timestamp(new Date(text))),
    ["", "1970-01-01T00:00:00.00Z", "2037-12-31T23:59:59.00Z", ""],
  );
});

test("work-file LARGEST LONGEST_TITLE VERSION: a file of ten million characters is looked into, and 200 of its title said", () => {
  const whole = writeWork({ course: "c", title: "t", saved: null, snapshot: emptySnapshot() });
  const padded = (length) => whole + " ".repeat(length - whole.length);
  assert.equal(LARGEST, 10_000_000);
  assert.ok("work" in readWork(padded(LARGEST), "c"));
  assert.equal(readWork(padded(LARGEST + 1), "c").fault, "not-work");
  const title = (length) => readWork(writeWork({ course: "other", title: "t".repeat(length), saved: null, snapshot: emptySnapshot() }), "c").title.length;
  assert.deepEqual([title(200), title(201)], [200, 200]);
  const version = (number) => readWork(whole.replace('"version": 1', `"version": ${number}`), "c").fault;
  assert.deepEqual([version(1), version(0), version(2)], [undefined, "newer", "newer"]);
});

test("sent-words HEAD: ten characters tell a saved state from every other one", () => {
  const live = emptySnapshot();
  const state = "X1.0abcdef.rest";
  assert.deepEqual([rememberTaken(live, { text: state }), live.taken], [true, { head: "X1.0abcdef", length: 15 }]);
  assert.equal(rememberTaken(live, { text: state }), false);
  assert.equal(rememberTaken(live, { text: "X1.0abcdeg.rest" }), true);
  assert.equal(rememberTaken(live, null), false);
});
