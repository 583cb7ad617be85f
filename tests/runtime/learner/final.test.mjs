/** When a pass mark was missed for good: nothing that a learner may still do would reach it. */
import assert from "node:assert/strict";
import { test } from "node:test";
import { OUTDATED } from "../../../templates/runtime/contract.js";
import { Learning } from "../../../templates/runtime/learner/learning.js";
import { emptyRecord, emptySnapshot } from "../../../templates/runtime/state/snapshot.js";

const WRONG = { state: "incorrect", response: ["b"], attempts: 1 };
const RIGHT = { state: "correct", response: ["a"], attempts: 1 };

/** Whether a learner with these answers has failed; each question has one attempt unless `limits` says otherwise. */
function failed(answers, { completion = {}, limits = {}, weights = {}, snapshot: own = {}, opened = true } = {}) {
  const ids = Object.keys(answers);
  const module = { id: "m", asked: ids, scored: ids, weights: new Map(Object.entries(weights)), limits: new Map(ids.map((id) => [id, limits[id] ?? 1])) };
  const snapshot = { ...emptySnapshot(), ...own };
  if (opened) snapshot.modules.set("m", "started");
  for (const [id, record] of Object.entries(answers)) snapshot.items.set(id, { ...emptyRecord(), ...record });
  const learning = new Learning({ modules: [module], completion: { rule: "pass-mark", passMark: 50, ...completion } }, { looking: false }, () => {});
  learning.resume(snapshot);
  return learning.achieved === "failed";
}

test("with every attempt used up, the share that is right decides, and exactly the mark is enough", () => {
  assert.deepEqual([failed({ q: WRONG }), failed({ q: RIGHT }), failed({ q: WRONG, r: RIGHT }), failed({ q: WRONG, r: WRONG })], [true, false, false, true]);
  assert.deepEqual([failed({ q: WRONG, r: RIGHT }, { completion: { passMark: 51 } }), failed({ q: WRONG, r: RIGHT }, { completion: { passMark: null } })], [true, true]);
  assert.deepEqual([failed({ q: WRONG, r: RIGHT }, { weights: { q: 2 } }), failed({ q: WRONG, r: RIGHT }, { weights: { r: 2 } })], [true, false]);
});

test("an attempt that is left may still be right, and so may a question that has changed", () => {
  assert.deepEqual([failed({ q: WRONG }, { limits: { q: 2 } }), failed({ q: { ...WRONG, attempts: 2 } }, { limits: { q: 2 } })], [false, true]);
  assert.equal(failed({ q: WRONG }, { limits: { q: Infinity } }), false);
  assert.equal(failed({ q: { ...WRONG, state: "answered", basis: OUTDATED } }), false);
});

test("nobody has failed before all is opened and answered, where nothing is to be passed, or once it is complete", () => {
  assert.equal(failed({ q: WRONG }, { opened: false }), false);
  assert.equal(failed({ q: WRONG, r: {} }), false);
  assert.equal(failed({ q: WRONG }, { snapshot: { completed: true } }), false);
  assert.equal(failed({ q: WRONG }, { completion: { staysOpen: true } }), false);
  for (const rule of ["all-questions", "all-modules"]) assert.equal(failed({ q: WRONG }, { completion: { rule } }), false, rule);
});
