/** Each check of a question takes one attempt: the limit of an author, and the count of "3 attempts left", rest on it. */
import assert from "node:assert/strict";
import { test } from "node:test";
import { FakePage } from "../fakes/fake-course.mjs";

test("each check counts as one attempt, and the next visit goes on counting", () => {
  const page = new FakePage({ place: "device" });
  assert.equal(page.learning.recordOf("q1").attempts, 0);
  page.answer("q1", false);
  assert.equal(page.learning.recordOf("q1").attempts, 1);
  page.answer("q1", true);
  assert.equal(page.learning.recordOf("q1").attempts, 2);
  page.session.close(false);
  const next = new FakePage({ place: "device", storage: page.storage });
  assert.equal(next.learning.recordOf("q1").attempts, 2);
});

test("an attempt at one question is none at another", () => {
  const page = new FakePage({ place: "device" });
  page.answer("q1", true);
  assert.equal(page.learning.recordOf("q2").attempts, 0);
});
