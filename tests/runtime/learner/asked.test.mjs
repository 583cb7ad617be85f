/** What completion asks of a learner beside questions with a right answer. */
import assert from "node:assert/strict";
import { test } from "node:test";
import { OUTDATED } from "../../../templates/runtime/contract.js";
import { Learning } from "../../../templates/runtime/learner/learning.js";
import { progressOf } from "../../../templates/runtime/learner/progress.js";
import { emptyRecord, emptySnapshot } from "../../../templates/runtime/state/snapshot.js";

/** A course with a declaration, opened: how it stands, with this record of the declaration. */
function course(rule, part = {}, record = {}) {
  const outline = { modules: [{ id: "m", asked: ["policy"], scored: [], weights: new Map(), ...part }], completion: { rule, passMark: null } };
  const snapshot = emptySnapshot();
  snapshot.modules.set("m", "started");
  snapshot.items.set("policy", { ...emptyRecord(), ...record });
  const { todo, measure } = progressOf(outline, snapshot);
  const learning = new Learning(outline, { looking: false }, () => {});
  learning.resume(snapshot);
  return { achieved: learning.achieved, todo: todo.get("m"), measure };
}

test("a declaration that nothing asks for leaves the course complete", () => {
  for (const rule of ["all-modules", "all-questions"]) assert.equal(course(rule).achieved, "completed", rule);
});

test("a declaration that is asked for is waited for, and so is another sentence under it", () => {
  const asked = { declared: ["policy"] };
  const confirmed = { state: "answered", response: ["d-now", "a1"], attempts: 1 };
  for (const rule of ["all-modules", "all-questions"]) {
    assert.equal(course(rule, asked).achieved, "", rule);
    assert.equal(course(rule, asked, confirmed).achieved, "completed", rule);
    for (const response of [[], ["d-before", "a1"]]) assert.equal(course(rule, asked, { ...confirmed, response, basis: OUTDATED }).achieved, "", rule);
  }
  const { todo, measure } = course("all-modules", asked);
  assert.deepEqual([todo, measure], [[{ deed: "confirm", at: ["policy"] }], 0.5]);
});
