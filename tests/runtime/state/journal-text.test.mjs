/** What a device keeps of a learner, as text: every part of it, and what becomes of a part that somebody has written over. */
import assert from "node:assert/strict";
import { test } from "node:test";
import { readJournal, serialOf, writeJournal } from "../../../templates/runtime/state/journal-text.js";
import { emptyRecord, emptySnapshot } from "../../../templates/runtime/state/snapshot.js";
import { salvage } from "../../../templates/runtime/state/suspend-data/salvage.js";
import { encodePacked } from "../../../templates/runtime/state/suspend-data/codec.js";

/** A snapshot with this in it. */
const with_ = (own) => ({ ...emptySnapshot(), ...own });
const again = (snapshot) => readJournal(writeJournal(snapshot));

test("every part of a learner's work is given back", () => {
  const parts = {
    counter: 12,
    current: "m2",
    modules: new Map([["m1", "done"], ["m2", "started"]]),
    films: new Map([["film", 35], ["film--seen", 640]]),
    completed: true,
    passed: true,
    score: 0,
    seed: 4711,
    preferences: { captions: false, speed: 1.25, reading: 0, look: { size: "large", colour: "dark" } },
    taken: { head: "X1.0abcdef", length: 200 },
  };
  for (const [name, value] of Object.entries(parts)) assert.deepEqual(again(with_({ [name]: value })), with_({ [name]: value }), name);
  assert.deepEqual(again(with_(parts)), with_(parts));
});

test("every part of an answer is given back", () => {
  const parts = [
    ...["unanswered", "answered", "correct", "partly-correct", "incorrect"].map((state) => ({ state })),
    { response: ["a", "b"] }, { draft: ["c"] }, { draft: [] }, { attempts: 3 }, { index: 0 }, { basis: 77 }, { credit: 50 },
    { drafted: 5 }, { sent: 0 }, { joined: true }, { text: "Words\n“so” \u{1f642}" }, { noted: true },
  ];
  for (const own of parts) {
    const snapshot = with_({ items: new Map([["q", { ...emptyRecord(), ...own }]]) });
    assert.deepEqual(again(snapshot), snapshot, JSON.stringify(own));
  }
});

test("a part that is no such thing is as if it were not there, and the rest stays", () => {
  const read = (own) => readJournal(JSON.stringify({ format: 1, counter: 9, ...own }));
  const odd = [null, true, "5", 1.5, [], {}, 1e99];
  for (const name of ["score", "seed"]) for (const value of odd) assert.equal(read({ [name]: value })[name], emptySnapshot()[name], `${name} ${value}`);
  for (const name of ["completed", "passed"]) for (const value of [1, "true", {}, null]) assert.equal(read({ [name]: value })[name], false);
  for (const value of [5, null, {}]) assert.equal(read({ current: value }).current, "");
  assert.deepEqual([...read({ modules: { a: "done", b: "great", c: 5 } }).modules], [["a", "done"], ["b", "started"], ["c", "started"]]);
  assert.deepEqual([...read({ films: [["a", 5], ["b", -1], ["c", "x"], [5, 5], "d", ["e"]] }).films], [["a", 5], ["b", 0], ["c", 0], ["e", 0]]);
  assert.deepEqual([read({ films: {} }).films.size, read({ modules: 5 }).modules.size, read({ items: "x" }).items.size], [0, 0, 0]);
  for (const taken of [5, { head: 5, length: 5 }, null]) assert.equal("taken" in read({ taken }), false);
  assert.deepEqual(read({ taken: { head: "X" } }).taken, { head: "X", length: 0 });
  const preferences = (own) => read({ preferences: own }).preferences;
  assert.deepEqual([0.1, 0.25, 4, 5, "x", 0, null].map((speed) => preferences({ speed }).speed), [0.25, 0.25, 4, 4, 1, 1, 1]);
  assert.deepEqual([false, true, 0, null].map((captions) => preferences({ captions }).captions), [false, true, true, true]);
  assert.deepEqual(preferences({ reading: 1.5, look: { size: 5 } }), { captions: true, speed: 1 });
  assert.deepEqual(preferences({ look: { size: 5, colour: "dark" } }).look, { colour: "dark" });
  const record = (own) => read({ items: { q: own } }).items.get("q");
  for (const name of ["attempts", "index", "basis", "credit"]) for (const value of odd) assert.equal(record({ [name]: value })[name], emptyRecord()[name], `${name} ${value}`);
  for (const own of [{ drafted: 1.5 }, { sent: "5" }, { joined: 1 }, { noted: "true" }, { state: "great" }, { text: 5 }, { response: "a" }, { draft: {} }]) assert.deepEqual(record(own), emptyRecord(), JSON.stringify(own));
  assert.deepEqual([record({ response: ["a", 5] }).response, record({ draft: [5] }).draft], [["a"], []]);
});

test("the later of two texts is told by its number", () => {
  assert.equal(serialOf(writeJournal(emptySnapshot(), 7)), 7);
  for (const text of [null, "", "null", "{}", '{"serial":"7"}', writeJournal(emptySnapshot())]) assert.equal(serialOf(text), 0, text);
});

test("nothing is made of a state with something in front of it", () => {
  const packed = { fingerprint: 1, counter: 3, current: 1, completed: true, passed: false, score: 50, modules: [{ key: 1, done: true }, { key: 2, done: true }], items: [], films: [] };
  const text = encodePacked(packed, 0);
  assert.equal(salvage(text).counter, 3);
  assert.equal(salvage(` ${text}\n`).counter, 3);
  for (const before of ["z", "zz", "X1.0", "z\n"]) assert.equal(salvage(before + text.slice(0, -3)), null, before);
});
