/** A learner who works without a pause: an LMS that answers at once is told at once. */
import assert from "node:assert/strict";
import { test } from "node:test";
import { FakePage } from "../fakes/fake-course.mjs";
import { StrictLms } from "../fakes/strict-lms.mjs";

/** So many milliseconds, in which she never stops. */
function work(page, milliseconds) {
  for (let spent = 0; spent < milliseconds; spent += 100) {
    page.stopwatch.touch();
    page.settle(100);
  }
}

for (const which of ["1.2", "2004"]) {
  test(`${which}: her first answer is with the LMS within two seconds, though she goes on`, () => {
    const page = new FakePage({ lms: new StrictLms(which) });
    page.settle();
    const before = page.lms.calls("commit").length;
    page.stopwatch.touch();
    page.answer("q1", true);
    work(page, 2000);
    assert.equal(page.status, "lms");
    assert.equal(page.lms.calls("commit").length, before + 1);
  });
}
