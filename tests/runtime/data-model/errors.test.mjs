/** What the error numbers of both editions come to, as the standards list them (SCORM 1.2 RTE 3.3.1, 2004 RTE 3.1.7). */
import assert from "node:assert/strict";
import { test } from "node:test";
import { NOT_IMPLEMENTED, outcomeOf, PERHAPS_INITIALISED, worst } from "../../../templates/runtime/lms/errors.js";

const STANDARD = {
  done: [0],
  refused: [201, 202, 203, 401, 402, 403, 404, 405, 406, 407, 408],
  lost: [112, 122, 132, 142, 301],
  ended: [104, 113, 123, 133, 143],
};

test("each number comes to what can be done about it, and all others to a failure that may pass", () => {
  for (let error = -1; error <= 1000; error += 1) {
    const outcome = Object.keys(STANDARD).find((one) => STANDARD[one].includes(error)) ?? "failed";
    assert.equal(outcomeOf(error), outcome, String(error));
  }
  assert.equal(outcomeOf(NaN), "failed");
});

test("an LMS that is open already, and one that does without an element, say so by these numbers", () => {
  assert.deepEqual([...PERHAPS_INITIALISED], [0, 101, 103]);
  assert.deepEqual([...NOT_IMPLEMENTED], [401, 402]);
});

test("of several calls the gravest outcome counts", () => {
  const order = ["done", "refused", "failed", "lost", "ended", "gone"];
  for (const [place, one] of order.entries()) for (const [other, two] of order.entries()) assert.equal(worst([one, two]), order[Math.max(place, other)]);
  assert.equal(worst([]), "done");
});
