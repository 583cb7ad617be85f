/** Small parts of the run-time, each by itself: what they give, and what they leave alone. */
import assert from "node:assert/strict";
import { test } from "node:test";
import { askBeforeLeaving } from "../../../templates/runtime/device/leaving.js";
import { listenToWindow } from "../../../templates/runtime/device/window-events.js";
import { Elements } from "../../../templates/runtime/lms/data-model/elements.js";
import { SuspendData } from "../../../templates/runtime/lms/data-model/suspend-data.js";
import { raise, sameStanding } from "../../../templates/runtime/learner/standing.js";
import { Visits } from "../../../templates/runtime/learner/visits.js";
import { beginAfter, hasMore, hasWork, isNewAttempt, withoutPlaces } from "../../../templates/runtime/ownership/attempt.js";
import { isMadeOf, joinTexts } from "../../../templates/runtime/state/join-texts.js";
import { readNote, writeNote } from "../../../templates/runtime/state/kept-note.js";
import { emptyRecord, emptySnapshot } from "../../../templates/runtime/state/snapshot.js";
import { emptyPacked, encodePacked } from "../../../templates/runtime/state/suspend-data/codec.js";
import { FakeClock } from "../fakes/fake-clock.mjs";

test("of two standings the better one counts, in each of its words", () => {
  const completions = ["none", "incomplete", "completed"];
  const successes = ["unknown", "failed", "passed"];
  for (const [a, one] of completions.entries()) for (const [b, other] of completions.entries()) for (const [c, first] of successes.entries()) for (const [d, second] of successes.entries()) {
    const [left, right] = [{ completion: one, success: first }, { completion: other, success: second }];
    assert.deepEqual(raise(left, right), { completion: completions[Math.max(a, b)], success: successes[Math.max(c, d)] });
    assert.equal(sameStanding(left, right), a === b && c === d);
  }
});

test("of two texts the one that holds the other stands for both, and others stand below each other", () => {
  assert.deepEqual([joinTexts("a", "a b"), joinTexts("a b", "a"), joinTexts("a", "b"), joinTexts("", "b"), joinTexts("a", "")], ["a b", "a b", "a\n\nb", "b", "a"]);
  const made = (newer) => isMadeOf(newer, "one two three four");
  assert.deepEqual(["one two", "four\nthree", "one", "", "one five six seven two"].map(made), [true, true, false, false, true]);
});

test("the time at a module is counted from when it is shown, and each visit is added to those before", () => {
  const clock = new FakeClock();
  const visits = new Map();
  const seconds = { get seconds() { return clock.ticks() / 1000; } };
  const log = new Visits(clock, seconds, { gather: (change) => change({ visits }) });
  const start = clock.now().getTime();
  log.note();
  assert.equal(visits.size, 0);
  clock.advance(5000);
  log.turn("m1");
  clock.advance(2000);
  log.note();
  clock.advance(3000);
  log.turn("");
  clock.advance(60_000);
  log.turn("m1");
  clock.advance(1000);
  log.turn("m2");
  assert.deepEqual([...visits], [
    ["m1", { first: start + 5000, last: start + 71_000, seconds: 6 }],
    ["m2", { first: start + 71_000, last: start + 71_000, seconds: 0 }],
  ]);
});

const NOTE = { item: "q", types: { scorm12: "choice", scorm2004: "choice" }, choices: ["a"], response: ["a"], correct: ["a"], right: true, seconds: 3, at: new Date(5000), description: "Which?", targets: ["x"], module: "m", weight: 2, language: "cy" };
const kept = (note, text = "", change = {}) => readNote("q", { ...JSON.parse(JSON.stringify(writeNote({ note, text }).note)), ...change }, text).note;

test("what an LMS is told of an answer is kept whole, and words are not kept twice", () => {
  assert.deepEqual(kept(NOTE), NOTE);
  const { targets, module, weight, language, ...plain } = NOTE;
  assert.deepEqual(kept(plain), plain);
  assert.deepEqual(writeNote({ note: undefined, text: "" }), {});
  const told = { ...plain, response: ["My words"] };
  assert.deepEqual(writeNote({ note: told, text: "My words" }).note.response, []);
  assert.deepEqual(kept(told, "My words"), told);
  assert.deepEqual(writeNote({ note: told, text: "Others" }).note.response, ["My words"]);
  assert.deepEqual(kept({ ...plain, response: [] }), { ...plain, response: [] });
});

test("what is kept of it and is damaged is nothing, or only as much as is sound", () => {
  for (const value of [null, undefined, 5, "x"]) assert.deepEqual(readNote("q", value, ""), {});
  for (const change of [{ at: "soon" }, { types: null }, { types: { scorm12: "choice" } }, { types: { scorm2004: "choice" } }]) assert.equal(kept(NOTE, "", change), undefined, JSON.stringify(change));
  assert.deepEqual(kept(NOTE, "", { choices: "a", response: ["a", 5], correct: null }), { ...NOTE, choices: [], correct: [] });
  assert.deepEqual([kept(NOTE, "", { right: "true" }).right, kept(NOTE, "", { seconds: -1 }).seconds, kept(NOTE, "", { seconds: "x" }).seconds, kept(NOTE, "", { weight: "x" }).weight], [false, 0, 0, 0]);
  assert.deepEqual([kept(NOTE, "", { description: 5 }).description, kept(NOTE, "", { module: 5 }).module, kept(NOTE, "", { language: [] }).language], ["", "", ""]);
});

const snapshot = (items = {}, own = {}) => ({ ...emptySnapshot(), ...own, items: new Map(Object.entries(items).map(([id, record]) => [id, { ...emptyRecord(), ...record }])) });

test("a new attempt is one in which the LMS has recorded nothing", () => {
  const said = (own) => isNewAttempt({ entry: " AB-INITIO ", mode: "normal", standing: { completion: "none" }, ...own });
  assert.deepEqual([said({}), said({ entry: "resume" }), said({ entry: "" }), said({ mode: "review" }), said({ standing: { completion: "incomplete" } })], [true, false, false, false, false]);
});

test("work is what a learner would miss", () => {
  assert.deepEqual([hasWork(snapshot()), hasWork(snapshot({ q: { draft: ["a"], attempts: 1 } }))], [false, false]);
  assert.deepEqual([hasWork(snapshot({ q: { state: "answered" } })), hasWork(snapshot({ q: { text: "a" } })), hasWork(snapshot({}, { modules: new Map([["m", "started"]]) }))], [true, true, true]);
  const more = (work, present) => hasMore(snapshot(work), snapshot(present));
  const answer = { state: "correct", response: ["a"], attempts: 1 };
  assert.deepEqual([more({}, {}), more({ q: answer }, {}), more({ q: answer }, { q: answer }), more({}, { q: answer }), more({ q: { text: "a", state: "answered" } }, { q: { text: "a b", state: "answered" } })], [false, true, false, false, false]);
  assert.equal(more({ q: { text: "c", state: "answered" } }, { q: { text: "a b", state: "answered" } }), true);
  const opened = (...ids) => snapshot({}, { modules: new Map(ids.map((id) => [id, "started"])) });
  assert.deepEqual([hasMore(opened("m1"), opened()), hasMore(opened("m1"), opened("m1", "m2"))], [true, false]);
});

test("a new attempt begins without answers, and with the words that she wrote and how she likes things", () => {
  const portfolio = { ...emptySnapshot().portfolio };
  const before = snapshot({ q: { state: "correct", response: ["a"], attempts: 3 }, own: { state: "answered", text: "Words", index: 4, sent: 7, note: NOTE }, told: { text: "More" } }, { counter: 9, seed: 3, score: 80, completed: true, current: "m2", preferences: { captions: false, speed: 2 }, portfolio });
  const after = beginAfter(before);
  assert.deepEqual([[...after.items.keys()], after.items.get("own"), after.items.get("told")], [["own", "told"], { ...emptyRecord(), state: "answered", text: "Words", sent: 1, note: NOTE }, { ...emptyRecord(), state: "answered", text: "More" }], "which words may go on, and that the LMS has none of them");
  assert.deepEqual([after.counter, after.seed, after.preferences, after.portfolio, after.score, after.completed, after.current], [9, 3, { captions: false, speed: 2 }, portfolio, -1, false, ""]);
  const placeless = withoutPlaces(snapshot({ q: { index: 3, sent: 5, noted: true, text: "a" }, own: { index: 4, text: "b" } }));
  assert.deepEqual(placeless.items.get("q"), { ...emptyRecord(), text: "a", sent: 1, index: -1 });
  assert.deepEqual(placeless.items.get("own"), { ...emptyRecord(), text: "b", index: -1 });
});

/** A state in an LMS that holds so many characters: refuses more, or cuts it without a word. */
function stateIn(holds, { cuts = false, limit = 4096 } = {}) {
  const lms = { value: "", set: (_, value) => (!cuts && value.length > holds ? "refused" : ((lms.value = value.slice(0, holds)), "done")), read: () => ((lms.reads += 1), lms.value), commit: () => "done", reads: 0 };
  const elements = new Elements(lms);
  const asked = [];
  const data = new SuspendData(lms, elements, { data: "cmi.suspend_data", limit });
  const text = "x".repeat(600);
  const encode = (most) => (asked.push(most), most < 100 ? null : { text: text.slice(0, most), whole: most >= 600 });
  return { lms, data, encode, asked };
}

test("a state is put in as many characters as the LMS takes, and once", () => {
  const { lms, data, encode, asked } = stateIn(1000);
  assert.deepEqual([data.put(encode), data.put(encode)], [{ outcome: "done", whole: true }, { outcome: "done", whole: true }]);
  assert.deepEqual([lms.value.length, asked], [600, [4096, 4096]]);
  const refusing = stateIn(597);
  assert.deepEqual([refusing.data.put(refusing.encode), refusing.asked, refusing.lms.value.length], [{ outcome: "done", whole: false }, [4096, 599, 598, 597], 597]);
  const none = stateIn(50, { limit: 105 });
  assert.deepEqual([none.data.put(none.encode), none.asked.at(-1)], [{ outcome: "done", whole: false }, 99]);
});

test("whether an LMS has cut a state is looked at once for each length, and from then on less is put", () => {
  const { lms, data, encode, asked } = stateIn(300, { cuts: true });
  data.put(encode);
  assert.deepEqual([data.wasCut(), lms.reads], [true, 1]);
  data.put(encode);
  assert.deepEqual([asked.at(-1), lms.value.length, data.wasCut(), lms.reads], [300, 300, false, 1]);
  const whole = stateIn(1000);
  whole.data.put(whole.encode);
  assert.deepEqual([whole.data.wasCut(), whole.data.wasCut(), whole.lms.reads], [false, false, 1]);
  const silent = stateIn(1000);
  silent.data.put(silent.encode);
  silent.lms.value = "";
  assert.equal(silent.data.wasCut(), false, "some give back nothing");
  const other = stateIn(1000);
  other.data.put(other.encode);
  other.lms.value = encodePacked(emptyPacked(), 0);
  assert.equal(other.data.wasCut(), false, "or what they held before");
  const altered = stateIn(1000);
  altered.data.put(altered.encode);
  altered.lms.value = altered.lms.value.toUpperCase();
  assert.deepEqual([altered.data.wasCut(), altered.data.put(altered.encode), altered.data.wasCut()], [true, { outcome: "done", whole: false }, false], "what cannot be read is not kept, and is said once");
  const gone = stateIn(1000);
  gone.data.cut("");
  assert.equal(gone.data.put(gone.encode).whole, false, "what the LMS lost from one launch to the next it does not keep");
});

test("a state that came back cut says how much there is room for", () => {
  const limitAfter = (...lengths) => {
    const { data, encode, asked } = stateIn(1000);
    for (const length of lengths) data.cut("x".repeat(length));
    data.put(encode);
    return asked[0];
  };
  assert.deepEqual([limitAfter(), limitAfter(500), limitAfter(255), limitAfter(254), limitAfter(5000), limitAfter(300, 500)], [4096, 500, 255, 4096, 4096, 300]);
});

test("a page asks before it is left only while something would be lost", () => {
  const heard = [];
  const ask = askBeforeLeaving({ addEventListener: (name, act) => heard.push(["+", name, act]), removeEventListener: (name, act) => heard.push(["-", name, act]) });
  for (const risky of [false, true, true, false, false]) ask(risky);
  assert.deepEqual(heard.map(([sign, name]) => sign + name), ["+beforeunload", "-beforeunload"]);
  assert.equal(heard[0][2], heard[1][2]);
  let prevented = 0;
  heard[0][2]({ preventDefault: () => (prevented += 1) });
  assert.equal(prevented, 1);
});

test("what a window says goes to the session, and whatever is being typed is written down before", () => {
  const said = [];
  const say = (word) => (...own) => void said.push([word, ...own].join(" "));
  const handlers = {};
  const target = (place) => ({ addEventListener: (name, act) => (handlers[`${place} ${name}`] = act) });
  const document = { ...target("document"), visibilityState: "visible" };
  const window = { ...target("window"), document, location: { reload: say("reload") } };
  const session = { hide: say("hide"), close: say("close"), back: say("back"), listen: say("listen"), lookAround: say("look"), closed: false };
  listenToWindow(window, { stopwatch: { touch: say("touch") }, session, leave: say("leave"), print: () => say("print")() });
  const after = (name, event = {}) => (said.splice(0), handlers[name](event), said.join());
  assert.equal(after("document visibilitychange"), "touch");
  document.visibilityState = "hidden";
  assert.equal(after("document visibilitychange"), "leave,hide");
  assert.deepEqual([true, false].map((persisted) => after("window pagehide", { persisted })), ["leave,close true", "leave,close false"]);
  assert.deepEqual([true, false].map((persisted) => after("window pageshow", { persisted })), ["back", ""]);
  session.closed = true;
  assert.deepEqual([true, false].map((persisted) => after("window pageshow", { persisted })), ["reload", ""]);
  assert.deepEqual(["beforeprint", "storage", "online", "offline"].map((name) => after(`window ${name}`)), ["print", "listen", "look", "look"]);
  assert.deepEqual(["pointerdown", "keydown"].map((name) => after(`document ${name}`)), ["touch", "touch"]);
});
