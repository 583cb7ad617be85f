/** What the device keeps of each answer, field by field; what others have written over; what a course's own ids say. */
import assert from "node:assert/strict";
import { test } from "node:test";
import { readJournal, serialOf, writeJournal } from "../../../templates/runtime/state/journal-text.js";
import { emptyRecord, emptySnapshot } from "../../../templates/runtime/state/snapshot.js";
import { courseStates } from "../../../templates/runtime/state/suspend-data/course-state.js";

const NOTE = {
  item: "q", types: { scorm12: "choice", scorm2004: "choice" }, choices: ["a", "b"], response: ["a"], correct: ["b"], right: true,
  seconds: 2.5, at: new Date("2026-03-02T14:02:00.000Z"), description: "Which?", targets: ["x"], module: "m", weight: 3, language: "cy",
};
const EVERYTHING = {
  ...emptyRecord(), state: "partly-correct", response: ["a"], draft: ["b"], attempts: 2, index: 4, basis: 77, credit: 50,
  drafted: 91, sent: 12, joined: true, text: "Words.", noted: true, note: NOTE,
};
const kept = (record) => {
  const snapshot = emptySnapshot();
  snapshot.items.set("q", record);
  return readJournal(writeJournal(snapshot)).items.get("q");
};
const twisted = (item) => readJournal(JSON.stringify({ format: 1, items: { q: item } })).items.get("q");

test("everything of an answer is kept, and each part without the others", () => {
  assert.deepEqual(kept(EVERYTHING), EVERYTHING);
  for (const name of Object.keys(EVERYTHING)) {
    const one = { ...emptyRecord(), [name]: EVERYTHING[name] };
    assert.deepEqual(kept(one), one, name);
  }
});

test("words of a reflection stand in the journal once, and the LMS is still told them", () => {
  const record = { ...emptyRecord(), state: "answered", text: "Only once.", note: { ...NOTE, response: ["Only once."] } };
  const snapshot = emptySnapshot();
  snapshot.items.set("q", record);
  assert.equal(writeJournal(snapshot).split("Only once.").length, 2);
  assert.deepEqual(kept(record).note.response, ["Only once."]);
  const shorter = { ...record, note: { ...NOTE, response: ["Only"] } };
  assert.deepEqual(kept(shorter).note.response, ["Only"]);
  assert.deepEqual(kept({ ...record, text: "", note: { ...NOTE, response: [] } }).note.response, []);
});

test("what an LMS would be told is left out where it is not whole, and read as far as it is sound", () => {
  const { item: _, ...sound } = JSON.parse(JSON.stringify(NOTE));
  assert.deepEqual(twisted({ note: sound }).note, NOTE);
  for (const wrong of [null, 1, "x", {}, { ...sound, at: "never" }, { ...sound, at: undefined }, { ...sound, types: undefined }, { ...sound, types: { scorm12: "choice" } }, { ...sound, types: { scorm2004: "choice" } }]) {
    assert.deepEqual(twisted({ note: wrong }), emptyRecord());
  }
  const odd = { ...sound, choices: "a", response: ["a", 1], correct: null, right: "yes", seconds: -4, description: 7, targets: "x", module: 5, weight: "w", language: {} };
  assert.deepEqual(twisted({ note: odd }).note, { ...NOTE, choices: [], response: ["a"], correct: [], right: false, seconds: 0, description: "", targets: [], module: "", weight: 0, language: "" });
  const bare = Object.fromEntries(["types", "choices", "response", "correct", "right", "seconds", "at", "description"].map((name) => [name, sound[name]]));
  assert.deepEqual(Object.keys(twisted({ note: bare }).note), ["item", "types", "choices", "response", "correct", "right", "seconds", "at", "description"]);
  assert.equal(twisted({ note: { ...sound, seconds: "x" } }).note.seconds, 0);
});

test("numbers and words of a journal that others have written over are those of an empty one", () => {
  const odd = { state: "great", response: [1, "a"], draft: "b", attempts: 1.5, index: "3", basis: null, credit: [], drafted: "9", sent: 0.5, joined: "yes", text: 5, noted: 1 };
  assert.deepEqual(twisted(odd), { ...emptyRecord(), response: ["a"] });
  const snapshot = readJournal('{"format":1,"current":5,"completed":"yes","passed":1,"score":"9","seed":null,"modules":{"a":"done","b":"x"},"films":[["f","7"],["g",-3],["h"],5],"preferences":{"captions":0,"speed":9},"taken":{"head":7}}');
  assert.deepEqual([snapshot.current, snapshot.completed, snapshot.passed, snapshot.score, snapshot.seed], ["", false, false, -1, 0]);
  assert.deepEqual([...snapshot.modules], [["a", "done"], ["b", "started"]]);
  assert.deepEqual([...snapshot.films], [["f", 7], ["g", 0], ["h", 0]]);
  assert.deepEqual(snapshot.preferences, { captions: true, speed: 4 });
  assert.equal("taken" in snapshot && snapshot.taken !== undefined ? snapshot.taken?.head : undefined, emptySnapshot().taken?.head);
  const speed = (value) => readJournal(JSON.stringify({ format: 1, preferences: { speed: value } })).preferences.speed;
  assert.deepEqual([0.1, 0.25, 4, 5, "2", 0].map(speed), [0.25, 0.25, 4, 4, 2, 1]);
  assert.deepEqual(readJournal('{"format":1,"taken":{"head":"X1","length":"9"}}').taken, { head: "X1", length: 0 });
  assert.deepEqual(['{"serial":7}', "", "x", '{"serial":"7"}', null].map(serialOf), [7, 0, 0, 0, 0]);
});

/** A course as `readCourse` finds it. */
const course = ({ attempts, draw = 0, privacy, version = "1.0.0", choices = ["yes", "no"] } = {}) => ({
  version,
  modules: [{ id: "m", draw, all: ["q", "r"], end: "m--end", films: ["film"] }],
  films: ["film"],
  items: new Map([
    ["q", { id: "q", scored: true, choices: () => choices, element: { dataset: attempts ? { attempts } : {} } }],
    ["r", { id: "r", scored: false, choices: () => null, privacy, element: { dataset: {} } }],
  ]),
});
const there = (own, record = {}, others = {}) => {
  const snapshot = emptySnapshot();
  snapshot.counter = 1;
  snapshot.items.set("q", { ...emptyRecord(), ...record });
  for (const [id, other] of Object.entries(others)) snapshot.items.set(id, { ...emptyRecord(), ...other });
  snapshot.films.set("film", 35);
  const states = courseStates(course(own));
  return states.decode(states.encode(snapshot, 4096).text);
};

test("where there is no room, an LMS forgets attempts that nobody counts, and no others", () => {
  const answered = { state: "incorrect", response: ["no"], attempts: 3 };
  const snapshot = emptySnapshot();
  snapshot.counter = 1;
  snapshot.items.set("q", { ...emptyRecord(), ...answered });
  const attempts = (own) => {
    const states = courseStates(course(own));
    const enough = states.encode(snapshot, 4096).text.length;
    return [enough, enough - 1, enough - 2].map((limit) => states.decode(states.encode(snapshot, limit)?.text ?? "")?.items.get("q")?.attempts);
  };
  assert.deepEqual(attempts({}).slice(0, 2), [3, 0]);
  assert.equal(attempts({ attempts: "5" }).includes(0), false);
  assert.equal(there({ attempts: "5" }, { ...answered, attempts: 1000 }).items.get("q").attempts, 127);
  assert.equal(there({}, { ...answered, attempts: 1000 }).items.get("q").attempts, 1000);
});

test("that a question was drawn is kept before it is answered; and its end, its film and what travels", () => {
  assert.equal(there({}).items.has("q"), false);
  assert.equal(there({ draw: 1 }).items.has("q"), true);
  assert.equal(there({ draw: 1 }, {}, { r: {} }).items.has("r"), false, "a reflection is not drawn");
  const done = there({}, {}, { "m--end": { state: "answered" }, film: { state: "answered" } });
  assert.deepEqual([...done.items.keys()].sort(), ["film", "m--end"]);
  assert.equal(done.films.get("film") > 0, true);
  const words = (own) => ({ r: { state: "answered", text: "My words.", ...own } });
  for (const privacy of ["lms-resume", "report", "device"]) {
    assert.equal(there({ privacy }, {}, words({ sent: 1 })).items.get("r").text, "My words.");
    assert.equal(there({ privacy }, {}, words({})).items.get("r").text, "", "as they were written, and not as new ones are kept");
  }
});

test("a state that names nothing of this course is not mended by guessing", () => {
  const snapshot = emptySnapshot();
  snapshot.counter = 1;
  snapshot.items.set("q", { ...emptyRecord(), state: "correct", response: ["yes"] });
  snapshot.modules.set("m", "done");
  const states = courseStates(course());
  const text = states.encode(snapshot, 4096).text;
  assert.equal(states.salvage(text).items.get("q").state, "correct");
  const other = course();
  other.modules[0].id = "else";
  assert.equal(courseStates(other).salvage(text), null);
  const without = course();
  without.items.delete("q");
  assert.equal(courseStates(without).salvage(text), null);
  snapshot.films.set("film", 20);
  const filmed = states.encode(snapshot, 4096).text;
  assert.equal(states.salvage(filmed).films.get("film"), 20);
  const bare = course();
  bare.items.delete("q");
  bare.films.length = 0;
  assert.equal(courseStates(bare).salvage(filmed), null, "as many questions as films have no name");
  assert.equal(states.salvage("nonsense"), null);
  assert.equal(states.decode("nonsense"), null);
});
