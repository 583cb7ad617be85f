/** What completion asks of a learner beside questions with a right answer. */
import assert from "node:assert/strict";
import { test } from "node:test";
import { Learning } from "../../../templates/runtime/learner/learning.js";
import { emptyRecord, emptySnapshot } from "../../../templates/runtime/state/snapshot.js";

/** A course with a declaration, opened: how it stands, with this record of the declaration. */
function course(rule, part = {}, record = {}) {
  const module = { id: "m", asked: ["policy"], scored: [], weights: new Map(), ...part };
  const snapshot = emptySnapshot();
  snapshot.modules.set("m", "started");
  snapshot.items.set("policy", { ...emptyRecord(), ...record });
  const learning = new Learning({ modules: [module], completion: { rule, passMark: null } }, { looking: false }, () => {});
  learning.resume(snapshot);
  return learning;
}

test("a declaration that nothing asks for leaves the course complete", () => {
  for (const rule of ["all-modules", "all-questions"]) assert.equal(course(rule).achieved, "completed", rule);
});
