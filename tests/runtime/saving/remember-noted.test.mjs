/** What the device remembers of answers that the LMS has taken, so that the next launch sends what it has not, and only that. */
import assert from "node:assert/strict";
import { test } from "node:test";
import { outbox } from "../../../templates/runtime/session/outbox.js";
import { rememberNoted, unsentIn } from "../../../templates/runtime/session/sending/unsent.js";
import { emptyRecord, emptySnapshot } from "../../../templates/runtime/state/snapshot.js";
import { FakePage } from "../fakes/fake-course.mjs";
import { StrictLms } from "../fakes/strict-lms.mjs";

const note = (item, at = 0) => ({ item, response: ["a"], at: new Date(at) });

function snapshotOf(records) {
  const snapshot = emptySnapshot();
  for (const [id, own] of Object.entries(records)) snapshot.items.set(id, { ...emptyRecord(), index: 0, ...own });
  return snapshot;
}

test("that an answer was taken, or was not after all, is news once", () => {
  const sent = note("q");
  const snapshot = snapshotOf({ q: { note: sent } });
  const record = snapshot.items.get("q");
  assert.deepEqual([rememberNoted(snapshot, [sent], true), record.noted], [true, true]);
  assert.equal(rememberNoted(snapshot, [sent], true), false);
  assert.deepEqual([rememberNoted(snapshot, [sent], false), record.noted], [true, undefined]);
  assert.equal(rememberNoted(snapshot, [sent], false), false);
  assert.equal(rememberNoted(snapshot, [], true), false);
});

test("an answer that was given meanwhile, or has no place in the LMS, was not taken", () => {
  const newer = note("q", 1);
  for (const own of [{ note: newer }, {}, { note: note("q"), index: -1 }]) {
    const snapshot = snapshotOf({ q: own });
    const sent = own.index === -1 ? own.note : note("q");
    assert.deepEqual([rememberNoted(snapshot, [sent], true), snapshot.items.get("q").noted], [false, undefined]);
  }
  assert.equal(rememberNoted(emptySnapshot(), [note("gone")], true), false);
});

test("one among several that is news is enough", () => {
  const [old, fresh] = [note("a"), note("b")];
  const snapshot = snapshotOf({ a: { note: old, noted: true }, b: { note: fresh } });
  assert.equal(rememberNoted(snapshot, [old, fresh], true), true);
  assert.equal(rememberNoted(snapshot, [fresh, old], false), true);
});

test("without word from the LMS, what it has taken is not sent again; the oldest goes first", () => {
  const snapshot = snapshotOf({
    taken: { note: note("taken", 1), noted: true },
    late: { note: note("late", 3) },
    early: { note: note("early", 2) },
    placeless: { note: note("placeless", 4), noted: true, index: -1 },
    silent: {},
  });
  assert.deepEqual(unsentIn(snapshot).map(({ item }) => item), ["early", "late", "placeless"]);
});

test("what the LMS gave back is held against the answer", () => {
  const answered = { state: "answered", attempts: 2, response: ["a", "b"], note: note("q") };
  const isHeld = (own, there, more = {}) => unsentIn(snapshotOf({ q: { ...answered, ...more, ...own } }), there && snapshotOf({ q: there })).length === 0;
  const there = { state: "answered", attempts: 2, response: ["a", "b"] };
  assert.equal(isHeld({}, there), true);
  assert.equal(unsentIn(snapshotOf({ q: answered }), emptySnapshot()).length, 1, "it has nothing of it");
  for (const [own, held] of [
    [{ state: "unanswered" }, false],
    [{ attempts: 1 }, false],
    [{ attempts: 3 }, false],
    [{ attempts: 0 }, true],
    [{ response: [] }, true],
    [{ response: ["b"] }, true],
    [{ response: ["b", "a"] }, false],
    [{ response: ["a", "b", "c"] }, false],
    [{ text: "words" }, false],
  ]) assert.equal(isHeld({}, { ...there, ...own }), held, JSON.stringify(own));
  assert.equal(isHeld({ noted: true }, { ...there, attempts: 1 }), false, "what it says counts, not what was remembered");
  assert.equal(isHeld({ text: "words" }, { ...there, text: "words", attempts: 9, response: ["z"] }), true);
  assert.equal(isHeld({ text: "words" }, there), false);
});

test("what waits for the LMS, what it has taken, and what may never have arrived", () => {
  const box = outbox();
  const waiting = () => [...box.waiting()];
  const [first, second, other] = [note("q"), note("q", 1), note("r")];
  box.put(first);
  box.put(other);
  box.put(second);
  assert.deepEqual(waiting(), [second, other], "of one that was checked again the last answer");
  box.taken([first, other]);
  assert.deepEqual(waiting(), [second], "it was checked again while the first was on its way");
  box.recall();
  assert.deepEqual(waiting(), [second, other], "the newer answer stays, and what was taken is said again");
  box.taken();
  assert.deepEqual(waiting(), []);
  box.arrived();
  box.recall();
  assert.deepEqual(waiting(), [], "the server has it");
});

test("an answer that was taken and may never have arrived is sent by the next launch, also when the window is lost", () => {
  for (const [server, sent] of [[false, 1], [true, 0]]) {
    const ann = { "cmi.core.student_id": "ann" };
    const page = new FakePage({ lms: new StrictLms("1.2", ann) });
    page.settle();
    page.answer("q1", true);
    page.settle();
    page.server = server;
    page.session.lookAround();
    const next = new FakePage({ lms: new StrictLms("1.2", ann), storage: page.storage });
    next.settle();
    assert.equal(next.lms.calls("set").filter((call) => call.includes("student_response")).length, sent);
  }
});
